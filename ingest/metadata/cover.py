"""The cover of a United Nations report on one State: whose report, on whom."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

_REPORT = re.compile(
    r"^Report (?:of|by) the (?P<body>(?:Working Group on|Subcommittee on|Committee (?:against|on)|"
    r"Special Rapporteur on|European Committee for) .{5,120}?)\s*$",
    re.IGNORECASE,
)
_STATE = re.compile(
    r"(?:The |the )?(?:[A-Z][\w'’-]+|of|the|and|former)(?:[ ,]+(?:\(?[A-Z][\w'’)-]+|of|the|and|former)){0,7}"
)
_NO_STATE = re.compile(r"^(?:I+V?\.|Note|Addendum|Corrigendum|Contents|Summary|Annex|Introduction)\b", re.IGNORECASE)
_LAST, _NEXT = 24, 4


@dataclass(frozen=True, slots=True)
class Cover:
    """The body that reports and the State on which it does, as printed, and the lines that print them."""

    body: str
    state: str
    body_line: int
    state_line: int

    @property
    def title(self) -> str:
        """Return the two lines as one title."""
        return f"Report of the {self.body}: {self.state}"


def read_cover(texts: Sequence[str]) -> Cover | None:
    """Read a cover: a line ``Report of the ...`` and, soon below it, the name of a State on a line of its own.

    Args:
        texts: the document's blocks in order, redacted.
    """
    for at, text in enumerate(texts[:_LAST]):
        found = _REPORT.match(re.sub(r"\s*(?:\[[*\d]+\]|\*+)\s*", " ", text).strip())
        if found is None:
            continue
        for further, following in enumerate(texts[at + 1 : at + 1 + _NEXT], at + 1):
            line = following.strip(" *\u2020")
            if _STATE.fullmatch(line) and not _NO_STATE.match(line):
                return Cover(re.sub(r"\s+", " ", found["body"]), line, at, further)
    return None
