"""The HTTP face: the same verbs and shapes as the command line, under ``/v1``."""
