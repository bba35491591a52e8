"""Places to look at in a recommendation, each with its range in the text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.drafting import markers
from assistant.drafting.acts import ActKind, act_kind
from assistant.drafting.due import has_passed
from assistant.drafting.judgement import Fault
from assistant.drafting.smart import demands
from assistant.drafting.statement import Statement

_SECOND = re.compile(r"(?:;|,|\band\b)[^.;]{0,60}?\b(?:should|must|shall)\b", re.IGNORECASE)
_MOST = 20
# Most days where a number decides, what the standard says, what to ask for.
_LIMITS: tuple[tuple[re.Pattern[str], int | None, str, str], ...] = (
    (
        re.compile(
            r"\bcorporal punishment\b[^.;]{0,40}\b(?:limit|restrict|only|except|reduc|confin)\w*|"
            r"\b(?:limit|restrict|reduc)\w*\b[^.;]{0,40}\bcorporal punishment\b",
            re.IGNORECASE,
        ),
        None,
        "Corporal punishment is prohibited without exception (Nelson Mandela Rules, rule 43(1)(d)).",
        "Ask for its prohibition.",
    ),
    (
        re.compile(
            r"\b(?:solitary|isolat|segregat|separat|seclu)\w*\b[^.;]{0,60}?\b(?P<days>\d{1,3}) (?:consecutive )?days\b",
            re.IGNORECASE,
        ),
        15,
        "Solitary confinement for more than 15 days in a row is prohibited (Nelson Mandela Rules, rules 43(1)(b), 44).",
        "Ask for 15 days at the most, and less for those whom it harms more.",
    ),
    (
        re.compile(r"\brestrain\w*\b[^.;]{0,60}?\b(?P<days>\d{1,3}) (?:days|weeks)\b", re.IGNORECASE),
        0,
        "Restraint is for the shortest time that the risk makes necessary (Nelson Mandela Rules, rule 48(1)(c)).",
        "Ask for minutes or hours, with a check at short intervals.",
    ),
)


def faults_of(statement: Statement) -> tuple[Fault, ...]:
    """Return what to look at, in order of place, at most 20."""
    found = [
        *_vague(statement),
        *_double(statement),
        *_rights(statement),
        *_missing(statement),
        *_allowed(statement),
        *_past(statement),
    ]
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


def _allowed(statement: Statement) -> Iterator[Fault]:
    """What a demand would allow though the standards forbid it."""
    for ask in statement.asks:
        for pattern, most, why, suggestion in _LIMITS:
            match = pattern.search(ask.sentence)
            if match is None or (most is not None and int(match["days"]) <= most):
                continue
            start = ask.start + match.start()
            yield Fault("below_standard", start, start + len(match.group()), match.group(), why, suggestion)


def _past(statement: Statement) -> Iterator[Fault]:
    """A time limit that has passed."""
    limit = markers.time_limit(statement.asked)
    if limit and has_passed(limit):
        at = max(statement.text.find(limit), 0)
        yield Fault(
            "past_time_limit", at, at + len(limit), limit, "This day has passed.", "Give a day that is still to come."
        )


def _missing(statement: Statement) -> Iterator[Fault]:
    end = len(statement.text)
    if statement.actor is None:
        yield Fault("no_addressee", end, end, "", "No addressee.", "Name the authority that can act.")
    if markers.time_limit(statement.asked) is None:
        yield Fault("no_time_limit", end, end, "", "No time limit.", "Give a date or a number of weeks or months.")
