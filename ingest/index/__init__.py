"""The indexes that are derived from the ledger: words, vectors, and the check that neither lags behind."""
