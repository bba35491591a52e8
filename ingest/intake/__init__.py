"""Intake: a file of unknown make is told by its content, read by a child process that is shut in, or refused."""
