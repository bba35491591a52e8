"""Joining the parts of one name that detectors found one by one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from redaction.span import Span, SpanType

# What stands between the two names of one person.
_BORN_AS = re.compile(
    r"[ \n]\(?(?:rođ\.|née?|geb\.|z d\.|vulgo|alias|a\.?k\.?a\.?|dit|born|@|\(a\)|b\.|bt\.|bin|binti|bte\.?|[sdw]/o|a/[lp]|vda\. de|y)[ \n]"  # noqa: E501
)


def joined_names(text: str, spans: Sequence[Span]) -> list[Span]:
    """Join names with nothing but a space, a particle or an "alias" between them: they are one name.

    Args:
        text: that the offsets belong to.
        spans: without overlaps, sorted.
    """
    joined: list[Span] = []
    for span in spans:
        last = joined[-1] if joined else None
        between = text[last.end : span.start] if last else ""
        if last and last.type is span.type is SpanType.NAME and _one_name(text, last, between):
            joined[-1] = Span(
                last.start, span.end, span.type, max(last.score, span.score),
                tuple(sorted({*last.detectors, *span.detectors})), last.role or span.role,
            )  # fmt: skip
        else:
            joined.append(span)
    return joined


def _one_name(text: str, last: Span, between: str) -> bool:
    """Say whether what stands between two names joins them; a full stop does so after an initial alone."""
    if _BORN_AS.fullmatch(between):
        return True
    if between in (".", ". "):
        return last.end - last.start < 3 or not text[last.end - 2].isalnum()
    return between in (" ", "-", "\n", "’", "'")
