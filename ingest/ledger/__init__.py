"""The ledger: one SQLite file that is the source of truth, with its audit and what people decided."""
