"""Answers: evidence is weighed, worded, verified, or the question is refused with its reason."""
