"""What "good" means in numbers: annotated data, one scorer per module, baselines in the same run, tables."""
