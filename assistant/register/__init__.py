"""Answers from the register: counts, lists, standing and replies, each row cited."""
