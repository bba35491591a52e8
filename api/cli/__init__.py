"""The command line: one module per group of verbs, nothing heavy imported before a verb needs it."""
