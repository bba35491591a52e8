"""Calibrated weights, one file for each embedding model."""
