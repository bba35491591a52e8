"""Text that a file spells wrongly: fonts without a map to letters, whose codes come out as other letters or signs."""

from __future__ import annotations

# The letters that make up three quarters of running English, and two thirds or more in other languages in Latin script.
_COMMON = frozenset("etaoinsrhldu")
_LEAST_LETTERS = 150
_LEAST_SIGNS = 40
_LEAST_COMMON = 0.5
_LEAST_SHARE = 0.45


def is_garbled(text: str) -> bool:
    """Say whether the characters of a page cannot be words: mostly signs, or letters in the wrong proportions.

    Args:
        text: all characters of a page; spaces do not count.

    Returns:
        false for short texts, in which nothing can be told, and for other scripts than the Latin one.
    """
    signs = [one for one in text if not one.isspace()]
    if len(signs) < _LEAST_SIGNS:
        return False
    known = sum(one.isalnum() for one in signs)
    plain = sum(one in "._-–—…·|/:" for one in signs)  # leaders and rules of forms
    if known < _LEAST_SHARE * (len(signs) - plain) and len(signs) - plain >= _LEAST_SIGNS:
        return True
    letters = [one for one in text.lower() if "a" <= one <= "z"]
    if len(letters) < _LEAST_LETTERS or len(letters) < 0.7 * sum(one.isalpha() for one in signs):
        return False
    return sum(one in _COMMON for one in letters) < _LEAST_COMMON * len(letters)
