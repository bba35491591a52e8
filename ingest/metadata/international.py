"""Bodies of the United Nations and of the Council of Europe: whose report a document is, and who is only cited."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.metadata.front import Front
from ingest.metadata.sighting import Sighting
from ingest.report import Block
from redaction.text import RedactedText

# Whose signs on a cover say which body of the United Nations or the Council of Europe reports.
_SERIES = (
    (re.compile(r"\bCPT/Inf\b"), "European Committee for the Prevention of Torture"),
    (re.compile(r"\bCAT/OP/[A-Z]{3}\b"), "Subcommittee on Prevention of Torture"),
)
_INTERNATIONAL = re.compile(
    r"\b(?:European Committee|(?:United Nations|UN) (?:Subcommittee|Committee|Special Rapporteur|Human Rights)|"
    r"Subcommittee on Prevention|Committee against Torture|Special Rapporteur|Human Rights Committee|CPT|SPT)\b"
)


def of_series(front: Front) -> Sighting[str] | None:
    """Return the body by the sign that only its documents bear, in a running head or a short line of the cover.

    In a sentence the sign is that of a report which the document cites.
    """
    for block in _heads(front):
        for sign, name in _SERIES:
            found = sign.search(block.text)
            if found is not None:
                return Sighting(name, block, found.start(), found.end(), 0.7)
    return None


def is_cited_only(name: str, titles: Sequence[Sighting[str]], front: Front) -> bool:
    """Say whether a body that visits many States is named only in sentences, as those are that others cite.

    Args:
        name: of a body, as found.
        titles: of the document.
        front: the document.
    """
    if not _INTERNATIONAL.search(name):
        return False
    heads = [str.__str__(block.text) for block in _heads(front)]
    return not any(name.casefold() in head.casefold() for head in (*heads, *(title.value for title in titles)))


def _heads(front: Front) -> list[Block[RedactedText]]:
    """Return the running heads, and the lines of the cover that are no sentences."""
    return [*front.furniture, *(block for block in front.cover if not block.text.endswith((".", ";")))]
