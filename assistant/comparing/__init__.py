"""Comparing: visits of one place, two places, or years, from the register and its links."""
