"""What the linter says: a standing for each of the ten double-SMART criteria, and faults with their places."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any


class Criterion(StrEnum):
    """The double-SMART criteria, in their usual order."""

    SPECIFIC = "specific"
    MEASURABLE = "measurable"
    ACHIEVABLE = "achievable"
    RESULTS_ORIENTED = "results-oriented"
    TIME_BOUND = "time-bound"
    SOLUTION_SUGGESTIVE = "solution-suggestive"
    MINDFUL = "mindful of prioritisation, sequencing and risks"
    ARGUED = "argued"
    ROOT_CAUSE = "root-cause responsive"
    TARGETED = "targeted"


class Standing(StrEnum):
    """How a text stands to one criterion."""

    MET = "met"
    DOUBTFUL = "doubtful"
    NOT_MET = "not met"


@dataclass(frozen=True, slots=True)
class Judgement:
    """One criterion, judged.

    Attributes:
        why: the words that decided it, or what is missing.
        suggestion: what to write instead or in addition; empty where it is met.
    """

    criterion: Criterion
    standing: Standing
    why: str
    suggestion: str = ""

    def to_json(self) -> dict[str, Any]:
        """Return the contract's form: ``met`` is true, false, or null where it is doubtful."""
        return {
            "criterion": str(self.criterion),
            "met": {Standing.MET: True, Standing.NOT_MET: False}.get(self.standing),
            "standing": str(self.standing),
            "why": self.why,
            "suggestion": self.suggestion,
        }


@dataclass(frozen=True, slots=True)
class Fault:
    """One place to look at.

    Attributes:
        code: ``vague_word``, ``double_recommendation``, ``no_addressee``, ``no_time_limit``, ``right_without_action``.
        start: code points into the text that was checked; with ``end`` an empty range where something is missing.
        end: see ``start``.
        words: the text of the range.
        why: what is wrong with it.
        suggestion: what to do.
    """

    code: str
    start: int
    end: int
    words: str
    why: str
    suggestion: str

    def to_json(self) -> dict[str, Any]:
        """Return all fields."""
        return {
            "code": self.code,
            "start": self.start,
            "end": self.end,
            "words": self.words,
            "why": self.why,
            "suggestion": self.suggestion,
        }


@dataclass(frozen=True, slots=True)
class Checked:
    """One recommendation, checked."""

    text: str
    judgements: tuple[Judgement, ...]
    faults: tuple[Fault, ...]

    def standing(self, criterion: Criterion) -> Standing:
        """Return how the text stands to one criterion."""
        return next(each.standing for each in self.judgements if each.criterion is criterion)

    def to_json(self) -> dict[str, Any]:
        """Return the contract's form."""
        count = {standing: sum(each.standing is standing for each in self.judgements) for standing in Standing}
        return {
            "text": self.text,
            "checks": [each.to_json() for each in self.judgements],
            "faults": [each.to_json() for each in self.faults],
            "summary": {str(standing).replace(" ", "_"): number for standing, number in count.items()},
        }
