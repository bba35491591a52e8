"""How good the suggested criteria are: ``python -m evals.criteria``."""
