"""Places to look at in a recommendation, each with its range in the text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.drafting import markers
from assistant.drafting.acts import ActKind, act_kind
from assistant.drafting.judgement import Fault
from assistant.drafting.smart import demands
from assistant.drafting.statement import Statement

_SECOND = re.compile(r"(?:;|,|\band\b)[^.;]{0,60}?\b(?:should|must|shall)\b", re.IGNORECASE)
_MOST = 20


def faults_of(statement: Statement) -> tuple[Fault, ...]:
    """Return what to look at, in order of place, at most 20."""
    found = [*_vague(statement), *_double(statement), *_rights(statement), *_missing(statement)]
    return tuple(sorted(found, key=lambda fault: (fault.start, fault.end))[:_MOST])


def _vague(statement: Statement) -> Iterator[Fault]:
    for ask in statement.asks:
        for pattern, why, suggestion in (
            (
                markers.VAGUE,
                "A vague word: two readers will understand two things.",
                "Say what can be seen or counted.",
            ),
            (markers.VAGUE_TIME, "No time is named.", "Give a date or a number of weeks or months."),
        ):
            for match in pattern.finditer(ask.sentence):
                start = ask.start + match.start()
                yield Fault("vague_word", start, start + len(match.group()), match.group(), why, suggestion)


def _double(statement: Statement) -> Iterator[Fault]:
    for ask in statement.asks:
        modals = list(re.finditer(r"\b(?:should|must|shall)\b", ask.sentence, re.IGNORECASE))
        several = demands(ask.act) >= 2 and act_kind(ask) in (ActKind.CONCRETE, ActKind.PROCESS)
        if several or (len(modals) > 1 and _SECOND.search(ask.sentence[modals[0].end() :])):
            end = ask.start + len(ask.sentence)
            yield Fault(
                "double_recommendation",
                ask.start,
                end,
                ask.sentence,
                "Two demands in one sentence: one may be met and the other not.",
                "Make a recommendation of each, so that each gets its own answer and status.",
            )


def _rights(statement: Statement) -> Iterator[Fault]:
    for ask in statement.asks:
        if act_kind(ask) is ActKind.RIGHT:
            yield Fault(
                "right_without_action",
                ask.start,
                ask.start + len(ask.sentence),
                ask.sentence,
                "A right or rule is said again; nobody is asked to do anything.",
                "Keep the right as the ground, and ask for the act that secures it.",
            )


def _missing(statement: Statement) -> Iterator[Fault]:
    end = len(statement.text)
    if statement.actor is None:
        yield Fault("no_addressee", end, end, "", "No addressee.", "Name the authority that can act.")
    if markers.time_limit(statement.asked) is None:
        yield Fault("no_time_limit", end, end, "", "No time limit.", "Give a date or a number of weeks or months.")
