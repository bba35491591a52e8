"""Names and numbers that the layout gives away: tables, letters, rosters, lists of colleagues, nicknames."""

from __future__ import annotations

from redaction.allowlist import Allowlist
from redaction.colleagues import colleague_spans
from redaction.letters import letter_spans
from redaction.lexicon import Lexicon
from redaction.nicknames import nickname_spans
from redaction.rosters import roster_spans
from redaction.span import Span
from redaction.tables import table_spans


def layout_spans(text: str, lexicon: Lexicon, allowlist: Allowlist) -> list[Span]:
    """Return what stands where only a person or a person's number can stand; overlaps allowed.

    Args:
        text: of the whole document.
        lexicon: word lists.
        allowlist: what the document uses as places and ordinary words.
    """
    return [
        *table_spans(text, lexicon),
        *letter_spans(text, lexicon),
        *nickname_spans(text, lexicon),
        *roster_spans(text, lexicon, allowlist),
        *colleague_spans(text, lexicon, allowlist.place),
    ]
