"""Training of the embedding model; never imported at run time. Needs the extra ``train``."""
