"""Marks at the start of a block: bullets, printed numbers and labels, as inspecting bodies print them."""

from __future__ import annotations

import re

_BULLET = re.compile(r"^\s*(?:[•●▪■◦○‣⁃∙·➢➤►▶✓✔❖]|[\ue000-\uf8ff](?=\s)|[-–—*](?=\s)|(?:-{1,2}>|=>|[→⇒⟶↪]))\s*(?=\S)")
_LABELS = (
    r"recommendation|recommandation|key concern|key recommendation|concern|finding|deficiency|"
    r"area for improvement|AFI|request for information|request|good practice|"
    r"notable positive practice|housekeeping(?: point)?|priority|action(?: point)?|comment|response|"
    r"conclusion|case|complaint|article|rule|principle|standard|paragraph|table|figure|annex|appendix|"
    r"chapter|part|section|issue|observation|commendation"
)
_LABELLED = re.compile(rf"^\s*(?:{_LABELS})\s+(?:no\.?\s*)?[A-Z]{{0,2}}[\dIVX]+[a-z]?(?:[.\d]*)\b", re.IGNORECASE)
_NUMBERED = re.compile(
    r"^\s*(?:(?:\d{1,3}(?:\.\d{1,3}){1,4}[a-z]?|§+\s?\d{1,3})\.?(?=\s|$)|\d{1,3}[.)](?=\s|$)"
    r"|\((?:[a-z]{1,2}|[ivx]{1,5}|\d{1,3})\)(?=\s|$)|[a-z][.)](?=\s|$)|[ivx]{1,5}[.)](?=\s|$)"
    r"|[A-Z]{1,3}[-.]?\d{1,3}(?:[./]\d{1,3})*[.:)]?(?=\s|$)|[A-Z][.)](?=\s+[A-Z])|[IVX]{1,5}\.(?=\s))"
)


def bullet(text: str) -> tuple[bool, str]:
    """Say whether the text starts with a bullet, and return it without."""
    match = _BULLET.match(text)
    return (True, text[match.end() :]) if match else (False, text)


def is_number_mark(text: str) -> bool:
    """Say whether the text is a printed number and nothing else (``2.14``, ``(a)``, ``12.``)."""
    match = _NUMBERED.match(text)
    return bool(match and match.end() == len(text.rstrip())) or text.strip().isdigit()


def is_labelled(text: str) -> bool:
    """Say whether the text starts with a label and a number (``Recommendation 3.``)."""
    return bool(_LABELLED.match(text))


def starts_block(text: str) -> bool:
    """Say whether a line may start a block of its own; whether it does depends on the line before it."""
    return bool(_BULLET.match(text) or _NUMBERED.match(text) or _LABELLED.match(text))
