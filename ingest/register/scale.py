"""A scale of verdicts that the document itself explains: ``B: some steps were taken``, ``"Open" means that ...``."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.register.looking_back import verdict_in
from ingest.register.status import ACCEPTANCE, status_of
from ingest.report import Block, BlockKind
from redaction.text import RedactedText

_MEANS = (
    r"[”\"’')\]]?\s*(?:[:=–—|]\s*|,?\s*(?:\(?i\.e\.\s+)?(?:means?|where|when|if|denotes?|indicates?|stands?\s+for|"
    r"signif(?:y|ies)|is\s+(?:given|used|applied|assigned|awarded)\s+(?:to|for|when|where|if|as)|refers?\s+to|shows?|"
    r"marks?)\s+(?:that\s+)?)(?P<what>[^.;|]{8,160})"
)
_MOST_WORDS = 4


class Scale:
    """The grades that a document explains.

    Args:
        blocks: of the document.
    """

    def __init__(self, blocks: Sequence[Block[RedactedText]]) -> None:
        """Keep what may explain grades; nothing is read before a grade is asked for."""
        self._texts = [str.__str__(block.text) for block in blocks if block.kind is not BlockKind.HEADING]
        self._known: dict[str, str | None] = {}

    def status_of(self, grade: str) -> str | None:
        """Return what a grade means by its explanation; ``None`` for words that no text of the document explains.

        Args:
            grade: a cell such as ``B``, ``Level 2``, ``Stalled``.
        """
        word = grade.strip(" .*()[]")
        if not word or len(word.split()) > _MOST_WORDS or status_of(word) is not None:
            return None
        if word not in self._known:
            self._known[word] = self._explained(word)
        return self._known[word]

    def _explained(self, word: str) -> str | None:
        said = re.compile(rf"(?<![\w-])[“\"‘'(\[]?{re.escape(word)}{_MEANS}", re.IGNORECASE if len(word) > 1 else 0)
        for text in self._texts:
            for found in said.finditer(text):
                status = status_of(found["what"]) or verdict_in(found["what"])
                if status is not None and status not in ACCEPTANCE:
                    return status
        return None
