"""Measures: what a report asks to be done, apart from what it found and from the information that it asks for."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ingest.links.sides import ASKED
from ingest.passage import RegisterEntry

REQUEST = "request_for_information"
_MEASURES = frozenset({"recommendation", "area_for_improvement"})
# "The authorities are invited to reply within 45 days": nothing is to be done beyond the reply.
_REPLY_ONLY = re.compile(
    r"^\W*[^.;:]{0,80}\b(?:is|are) (?:invited|requested|asked|expected|called upon)(?: to| in turn to| kindly to)? "
    r"(?:reply|respond|answer|comment|send (?:its|their|an?) (?:reply|response|comments|answer)|"
    r"submit (?:its|their|an?) (?:reply|response|comments|observations))\b[^.;:]{0,80}[.;]?\s*$",
    re.IGNORECASE,
)


def asks_only_reply(entry: RegisterEntry) -> bool:
    """Say whether an entry asks for nothing but a reply to the report, whatever kind it was read as."""
    return bool(_REPLY_ONLY.match(str(entry.text)))


def measures(entries: Iterable[RegisterEntry]) -> list[RegisterEntry]:
    """Keep what asks for something to be done.

    A concern or deficiency is a finding where its report makes recommendations as well; in a report that makes none it
    is what the report asks for. Requests for information are counted apart, and a bare request for a reply is none.
    """
    held = [entry for entry in entries if not asks_only_reply(entry)]
    recommending = {entry.document_id for entry in held if entry.kind in _MEASURES}
    return [
        entry
        for entry in held
        if entry.kind in _MEASURES
        or (entry.kind in ASKED and entry.kind != REQUEST and entry.document_id not in recommending)
    ]
