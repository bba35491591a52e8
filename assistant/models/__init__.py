"""Language models, where one is configured: they write, code judges."""
