"""Leads: what code itself says first of a count: the number, what it is a part of, groups, shares, extremes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from assistant.question.measure import Kind, Measure
from assistant.register import counting
from assistant.register.grouping import UNKNOWN, first

_MOST_GROUPS = 5


def lead_of(counted: counting.Counted) -> str:
    """Return the first sentences of an answer that counts."""
    number, total = len(counted.entries), counted.total
    said = _measured(counted)
    if not said and counted.groups:
        grouped = (f"{count} {name}" if counted.by_status else f"{name}: {count}" for name, count in counted.groups)
        said = f"{', '.join(grouped)} ({number} of {total})"
    said = said or (f"{number} of {total}" if number != total else f"{total}")
    lead = f"{said}. Counted: {counted.said}."
    if not number and counted.looked_at:
        lead += f" Of the {len(counted.looked_at)} on this topic: {_status_counts(counted)}."
    elif counted.alone:
        lead += f" None speaks of all that is asked for; of its parts: {', '.join(counted.alone)}."
    elif counted.unknown:
        lead += f" For {counted.unknown} no status is on file."
    return lead


def _measured(counted: counting.Counted) -> str:
    """Say a share, a mean, an extreme or a number of different things; empty for a plain count."""
    number, groups = len(counted.entries), counted.groups
    known = [group for group in groups if group[0] != UNKNOWN]
    match counted.measure.kind:
        case Kind.SHARE:
            whole = counted.whole
            return f"{number} of {whole} ({_percent(number, whole)})" if whole else ""
        case Kind.MEAN if known:
            return f"{number / len(groups):.1f} on average: {number} over {len(groups)} {_plural(counted.measure)}"
        case Kind.TOP if known:
            ordered = first(groups, least=counted.measure.least)
            end = "fewest" if counted.measure.least else "most"
            best = [name for name, count in ordered if count == ordered[0][1] and name != UNKNOWN]
            rest = [f"{name}: {count}" for name, count in ordered[len(best) : len(best) + _MOST_GROUPS]]
            return f"{' and '.join(best)}: {ordered[0][1]}, the {end}{'; then ' if rest else ''}{', '.join(rest)}"
        case Kind.DISTINCT if known:
            names = "; ".join(f"{name} ({count})" for name, count in known)
            return f"{len(known)} {_plural(counted.measure)}: {names}"
        case _:
            return ""


def _status_counts(counted: counting.Counted) -> str:
    """Say how many of the entries looked at have which status: ``2 implemented, 1 without a status``."""
    counts = Counter(_worded(counted.standing.get(entry.entry_id, frozenset())) for entry in counted.looked_at)
    return ", ".join(f"{number} {status}" for status, number in counts.most_common())


def _worded(statuses: Iterable[str]) -> str:
    return " and ".join(sorted(statuses)) or "without a status"


def _percent(number: int, whole: int) -> str:
    share = 100 * number / whole
    return f"{share:.0f} %" if share == int(share) else f"{share:.1f} %"


def _plural(measure: Measure) -> str:
    of = measure.of or "report"
    return {"body": "bodies", "status": "statuses", "country": "countries"}.get(of, f"{of}s")
