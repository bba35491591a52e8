"""A unit as the encoder reads it: where it stands, then its words."""

from __future__ import annotations

from ingest.entry_kinds.features import Unit

PIECES = 160
"""Pieces of place and text together; a longer text is cut."""
_BEFORE = 200
_LONGEST = 900  # characters of a text; what follows in so long a paragraph says little more


def pair_of(unit: Unit, *, context: bool = True) -> tuple[str, str]:
    """Return the place (headings, the words before, the form) and the text.

    Args:
        unit: a text with its place.
        context: leave headings and the words before out where ``False``, as training does now and then.
    """
    form = " ".join(
        part
        for part in (
            unit.document,
            unit.shape.replace("_", " "),
            f"number {unit.label}" if unit.numbered else "",
            "" if unit.whole else "sentence",
        )
        if part
    )
    if not context:
        return form, unit.text[:_LONGEST]
    above = " / ".join(heading[-80:] for heading in unit.headings[-3:])
    return f"{unit.before[-_BEFORE:]} # {above} # {form}", unit.text[:_LONGEST]
