"""Drafting recommendations from findings, and checking their wording (double-SMART)."""
