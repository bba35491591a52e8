"""A scale of verdicts or positions that the document explains: ``B: some steps were taken``, ``A = accepted``."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.register.legend import Legend
from ingest.register.looking_back import verdict_in
from ingest.register.position_cells import position_in
from ingest.register.status import ACCEPTANCE, status_of
from ingest.report import Block, BlockKind
from redaction.text import RedactedText

_MEANS = (
    r"[”\"’')\]]?\s*(?:[:=–—|]\s*|,?\s*(?:\(?i\.e\.\s+)?(?:means?|where|when|if|denotes?|indicates?|stands?\s+for|"
    r"signif(?:y|ies)|is\s+(?:given|used|applied|assigned|awarded)\s+(?:to|for|when|where|if|as)|refers?\s+to|shows?|"
    r"marks?)\s+(?:that\s+)?)(?P<what>[^.;|]{8,160})"
)
# "The marks mean: green, carried out; yellow, carried out in part", in a text that says what it explains.
_LEGEND = re.compile(
    r"\b(?:legend|key|means?|meanings?|stands? for|marks?|colou?rs?|signs?|symbols?|scale|ratings?|grades?)\b",
    re.IGNORECASE,
)
_OPENS_LEGEND = re.compile(
    r"\W*(?:legend|key|marks?|signs?|symbols?|scale|colou?rs?|ratings?|grades?)\b\W", re.IGNORECASE
)
_LISTED = r"[”\"’')\]]?\s*[,–—-]\s*(?P<what>[^.;|]{4,80})"
# "+ the recommendation has been carried out, ± it has been carried out in part"
# "● done ◐ begun ○ not done": the next sign ends what the one before means.
_BEHIND_SIGN = r"\s*[:=,–—-]?\s+(?P<what>\w[\w '’()/-]{2,80})"
_DEGREES = (
    ("partly implemented", re.compile(r"(?:only )?(?:partly|partially|in part|half|to some extent)\b", re.IGNORECASE)),
    ("implemented", re.compile(r"(?:fully|wholly|entirely|completely)\b", re.IGNORECASE)),
    ("not implemented", re.compile(r"(?:nothing|not at all|none)\b", re.IGNORECASE)),
)
_FOR_THE_MOST = re.compile(r"\b(?:for the (?:greater|most|larger) part|mostly|largely|in the main)\b", re.IGNORECASE)
_MOST_WORDS, _LONGEST_MEANING, _LEAST = 4, 12, 2


class Scale:
    """The grades that a document explains.

    Args:
        blocks: of the document.
    """

    def __init__(self, blocks: Sequence[Block[RedactedText]]) -> None:
        """Keep what may explain grades; nothing is read before a grade is asked for."""
        self._texts = [
            str.__str__(block.text)
            for block in blocks
            if block.kind is not BlockKind.HEADING or _OPENS_LEGEND.match(block.text)
        ]
        self._known: dict[str, str | None] = {}
        self.legend = Legend(blocks)

    def status_of(self, grade: str) -> str | None:
        """Return what a grade means by its explanation; ``None`` for words that no text of the document explains.

        Args:
            grade: a cell such as ``B``, ``Level 2``, ``Stalled``.
        """
        word = grade.strip(" .*()[]")
        listed = self.listed(word)
        return listed if listed is not None or status_of(word) is not None else self._explanation(word)

    def listed(self, sign: str) -> str | None:
        """Return the verdict that a legend gives to a sign, in the legend's own words where no status is like them.

        Args:
            sign: ``[+]``, ``½``, ``2``, ``Amber``.

        Returns:
            ``None`` for a sign that no legend explains, or explains as a position of those asked.
        """
        what = self.legend.meaning(sign)
        if what is None or len(what.split()) > _LONGEST_MEANING:
            return None
        status = _verdict(what) or status_of(sign) or verdict_in(what) or what.casefold()
        return None if status in ACCEPTANCE else status

    @property
    def judges(self) -> bool:
        """Say whether a legend explains two signs or more by different verdicts."""
        verdicts = {_verdict(what) for what in self.legend.meanings}
        return len(verdicts - ACCEPTANCE - {None}) >= _LEAST

    def position_of(self, cell: str) -> str | None:
        """Return the position that a cell takes: by the legend's words for it, else by its own."""
        what = self.legend.meaning(cell)
        return (position_in(what) if what is not None else None) or position_in(cell)

    def grade_of(self, cell: str) -> str | None:
        """Return what a cell means: by the document's own explanation, else by its words if they are few."""
        word = cell.strip(" .*()[]")
        listed = self.listed(word)
        if listed is not None or not re.search(r"\D", word):
            return listed  # a mere number is a count, or that of a row, unless a legend explains it
        known = self._explanation(word) or (status_of(word) if len(word.split()) <= _MOST_WORDS else None)
        return None if known in ACCEPTANCE else known

    def _explanation(self, word: str) -> str | None:
        if not word or len(word.split()) > _MOST_WORDS:
            return None
        if word not in self._known:
            self._known[word] = self._explained(word)
        return self._known[word]

    def _explained(self, word: str) -> str | None:
        said = re.compile(rf"(?<![\w-])[“\"‘'(\[]?{re.escape(word)}{_MEANS}", re.IGNORECASE if len(word) > 1 else 0)
        sign = not any(letter.isalnum() for letter in word)
        opening = r"(?:^|(?<=[\s(“\"]))" if sign else r"(?<![\w-])[“\"‘'(\[]?"
        listed = re.compile(f"{opening}{re.escape(word)}{_BEHIND_SIGN if sign else _LISTED}", re.IGNORECASE)
        for text in self._texts:
            legend = _LEGEND.search(text) and (sign or len(word) > 1)
            for found in (*said.finditer(text), *(listed.finditer(text) if legend else ())):
                status = status_of(found["what"]) or verdict_in(found["what"])
                if status is not None and status not in ACCEPTANCE:
                    return status
        return None


def _verdict(meaning: str) -> str | None:
    """Return what the words of a legend find, of which the degree may be all: ``fully in practice``."""
    degree = next((status for status, words in _DEGREES if words.match(meaning)), None)
    status = status_of(meaning) or degree
    return "partly implemented" if status == "implemented" and _FOR_THE_MOST.search(meaning) else status
