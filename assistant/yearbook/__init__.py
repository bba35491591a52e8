"""The yearbook: counts and rates of recommendations over a period, with the rows behind each number."""
