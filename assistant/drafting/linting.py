"""The double-SMART linter: a recommendation's text in, ten judgements and faults out; no model, no library."""

from __future__ import annotations

import re

from assistant.drafting import double, smart
from assistant.drafting.errors import NothingToCheck, TextTooLong
from assistant.drafting.faults import faults_of
from assistant.drafting.judgement import Checked, Criterion, Judgement, Standing
from assistant.drafting.markers import SLOT, time_limit
from assistant.drafting.statement import read_statement
from ingest.register.offices import is_office

MAX_TEXT = 100_000
"""Characters of a text or file that is checked."""
_MOST = 200
_RULES = (
    smart.specific,
    smart.measurable,
    smart.achievable,
    smart.results_oriented,
    smart.time_bound,
    double.solution_suggestive,
    double.mindful,
    double.argued,
    double.root_cause,
    double.targeted,
)


# What each open place leaves undecided.
_RESTS_ON: tuple[tuple[str, frozenset[Criterion]], ...] = (
    (
        "what exactly",
        frozenset(
            {
                Criterion.SPECIFIC,
                Criterion.MEASURABLE,
                Criterion.ACHIEVABLE,
                Criterion.SOLUTION_SUGGESTIVE,
                Criterion.RESULTS_ORIENTED,
            }
        ),
    ),
    ("which means", frozenset({Criterion.SPECIFIC, Criterion.ACHIEVABLE, Criterion.SOLUTION_SUGGESTIVE})),
    ("how much", frozenset({Criterion.MEASURABLE})),
    ("which record", frozenset({Criterion.MEASURABLE})),
    ("what will be different", frozenset({Criterion.RESULTS_ORIENTED})),
    ("which standard", frozenset({Criterion.ARGUED})),
)


def check_one(text: str, grounds: str = "", addressee: str | None = None) -> Checked:
    """Judge one recommendation.

    Args:
        text: it, redacted.
        grounds: paragraphs that it rests on where they stand elsewhere.
        addressee: to whom it is addressed where a heading says so.
    """
    asked, office = _of_row(text)
    statement = read_statement(asked, grounds, addressee or office)
    return Checked(text, tuple(_open(rule(statement), text) for rule in _RULES), faults_of(statement))


def _of_row(text: str) -> tuple[str, str | None]:
    """Write out a row of a table of recommendations: the demand with its time limit, and to whom it is addressed."""
    cells = [cell.strip() for cell in text.split(" | ") if cell.strip()]
    if len(cells) < 2:
        return text, None
    demand = max(cells, key=lambda cell: len(cell.split()))
    others = [cell for cell in cells if cell is not demand and not cell.strip(".)").isdigit()]
    limits = [limit for cell in others for limit in (cell, f"within {cell}") if time_limit(limit)]
    asked = f"{demand.rstrip('. ')}, {limits[0][0].lower() + limits[0][1:]}." if limits else demand
    return asked, next((cell for cell in others if is_office(cell)), None)


def _open(judgement: Judgement, text: str) -> Judgement:
    """A criterion that rests on what a person has still to fill in is not met yet."""
    if judgement.standing is not Standing.MET:
        return judgement
    for words, criteria in _RESTS_ON:
        slot = next((each.group() for each in SLOT.finditer(text) if words in each.group()), None)
        if slot is not None and judgement.criterion in criteria:
            return Judgement(judgement.criterion, Standing.DOUBTFUL, "This is still open.", f"Fill in “{slot}”.")
    return judgement


def skipped(text: str) -> list[str]:
    """Return the paragraphs of a text that are not judged, headings aside: they demand nothing."""
    paragraphs = _paragraphs(text)
    if len(paragraphs) < 2:
        return []
    judged = {each.text for each in check_all(text)}
    return [each for each in paragraphs if each not in judged and each[-1] in ".?!;"]


def check_all(text: str) -> list[Checked]:
    """Judge the recommendations of a text: each paragraph that demands something; a single paragraph in any case.

    Raises:
        NothingToCheck: no words.
        TextTooLong: more than 100,000 characters, or more than 200 recommendations.
    """
    if not re.search(r"\w", text):
        raise NothingToCheck("there is no recommendation to check", "give its text, or a file with recommendations")
    if len(text) > MAX_TEXT:
        raise TextTooLong(f"the text has more than {MAX_TEXT} characters", "check the list of recommendations alone")
    paragraphs = _paragraphs(text)
    if len(paragraphs) > 1:
        paragraphs = [each for each in paragraphs if _demands(each)] or paragraphs[:1]
    if len(paragraphs) > _MOST:
        raise TextTooLong(f"the text has more than {_MOST} recommendations", "check it in parts")
    return [check_one(paragraph) for paragraph in paragraphs]


def _paragraphs(text: str) -> list[str]:
    pieces = re.split(r"\n\s*\n|\n(?=\s*(?:\d{1,3}[.)]|[•●▪*–-])\s)", text)
    return [" ".join(each.split()) for each in pieces if re.search(r"\w", each)]


def _demands(paragraph: str) -> bool:
    """Whether a paragraph demands something; a heading such as "Report to the Government" only looks like it."""
    statement = read_statement(paragraph)
    return any(ask.subject.strip(" .") or paragraph[-1] in ".!;" for ask in statement.asks)
