"""The manner in which a report recommends, which only the whole of it tells: in the past, by ``should``, in a list."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from ingest.register.candidate import Candidate
from ingest.register.obligation import recommends_outright, told_in_the_past
from ingest.register.sections import is_above_recommendations
from ingest.register.series import recommending_series
from ingest.report import Block, BlockKind
from ingest.structure.listing import numbers_its_narrative
from redaction.text import RedactedText

_FRONT = 10  # blocks at the beginning in which a document says of which year it is


@dataclass(frozen=True, slots=True)
class Manner:
    """How one report recommends.

    Attributes:
        numbered: its narrative is numbered, so that what is not numbered between is what it asks for.
        past: it tells in the past what it recommends; see ``ingest.register.obligation.told_in_the_past``.
        year: the latest year that its front names: its recommendations "of 2024" are its own then.
        plain: it has a chapter of recommendations and no other word for them than ``should``.
        acts: it lists no recommendations apart, so that what an office should do counts in any sentence.
        series: kinds of blocks (by ``id``) that count on through the report and each ask (``register.series``).
    """

    numbered: bool = False
    past: bool = False
    year: str | None = None
    plain: bool = False
    acts: bool = False
    series: Mapping[int, str] = field(default_factory=dict)

    def undated(self, heading: str) -> str:
        """Return a heading without the year of the document itself; another year makes it one of the past."""
        if self.year is None:
            return heading
        return re.sub(rf"\s*\b(?:(?:in|of|from|since|for)\s+)?{self.year}\b", "", heading)

    def without_list(self, blocks: Sequence[Block[RedactedText]], found: Sequence[Candidate]) -> Manner | None:
        """Return the manner of a report in which a first reading has found no listed recommendation, else ``None``.

        Args:
            blocks: of the report.
            found: by the first reading.
        """
        asked = [one for one in found if one.kind == "recommendation"]
        if not all(one.inline for one in asked):
            return None
        chapter = any(is_above_recommendations(block.text) for block in blocks if block.kind is BlockKind.HEADING)
        plain = chapter and not any(recommends_outright(one.text) for one in asked)
        return replace(self, plain=plain, acts=True)


def manner_of(blocks: Sequence[Block[RedactedText]]) -> Manner:
    """Read what the blocks of a report say of its manner at once."""
    years = [year for block in blocks[:_FRONT] for year in re.findall(r"\b(?:19|20)\d\d\b", block.text)]
    return Manner(
        numbers_its_narrative(blocks),
        told_in_the_past(blocks),
        max(years, default=None),
        series=recommending_series(blocks),
    )
