"""Briefing: what a team should know and look at before a visit."""
