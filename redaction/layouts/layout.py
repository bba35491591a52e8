"""Names and numbers that the layout gives away: tables, letters, rosters, lists of colleagues, nicknames, initials."""

from __future__ import annotations

from redaction.layouts.aligned import aligned_spans
from redaction.layouts.chats import chat_spans
from redaction.layouts.fields import field_spans
from redaction.layouts.initials import initial_spans
from redaction.layouts.letters import letter_spans
from redaction.layouts.posts import post_spans
from redaction.layouts.registers import register_entries
from redaction.layouts.rosters import roster_spans
from redaction.layouts.separated import separated_spans
from redaction.layouts.tables import table_spans
from redaction.lexicon import Lexicon
from redaction.names.allowlist import Allowlist
from redaction.names.colleagues import colleague_spans
from redaction.names.nicknames import nickname_spans
from redaction.names.teams import team_spans
from redaction.span import Span


def layout_spans(text: str, lexicon: Lexicon, allowlist: Allowlist) -> list[Span]:
    """Return what stands where only a person or a person's number can stand; overlaps allowed.

    Args:
        text: of the whole document.
        lexicon: word lists.
        allowlist: what the document uses as places and ordinary words.
    """
    return [
        *table_spans(text, lexicon),
        *aligned_spans(text, lexicon),
        *separated_spans(text, lexicon),
        *field_spans(text, lexicon),
        *letter_spans(text, lexicon),
        *post_spans(text, lexicon),
        *chat_spans(text, lexicon),
        *initial_spans(text, lexicon),
        *nickname_spans(text, lexicon),
        *register_entries(text),
        *roster_spans(text, lexicon, allowlist),
        *colleague_spans(text, lexicon, allowlist.place),
        *team_spans(text, lexicon),
    ]
