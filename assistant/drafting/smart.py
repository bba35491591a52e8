"""Specific, Measurable, Achievable, Results-oriented, Time-bound: how a recommendation is judged, by its form."""

from __future__ import annotations

import re

from assistant.drafting import markers
from assistant.drafting.acts import ActKind, act_kind
from assistant.drafting.due import has_passed
from assistant.drafting.judgement import Criterion, Judgement, Standing
from assistant.drafting.statement import Statement

_SOFT = frozenset({ActKind.WISH, ActKind.AIM, ActKind.RIGHT, ActKind.NONE})
_SEVERAL = 3


def kinds(statement: Statement) -> list[ActKind]:
    """Return the kind of each demand."""
    return [act_kind(ask) for ask in statement.asks] or [ActKind.NONE]


def best_kind(statement: Statement) -> ActKind:
    """Return the kind of the most definite demand."""
    order = list(ActKind)
    return min(kinds(statement), key=order.index)


def vague_words(statement: Statement) -> list[str]:
    """Return the vague words of the demands; those of the grounds do no harm."""
    asked = (
        re.split(r"\b(?:so that|because|since)\b", statement.asked, maxsplit=1)[0] if statement.asks else statement.text
    )
    return [match.group().strip() for match in markers.VAGUE.finditer(asked)]


def demands(act: str) -> int:
    """Count the acts that stand side by side in one demand."""
    clause = re.split(r"\b(?:so that|in order to|because|since|who|which|that)\b", act, maxsplit=1)[0]
    return 1 + len(
        re.findall(
            r"(?:,|\band\b|\bas well as\b)\s+(?:also\s+|to\s+)?(?=(?!(?:after|before|from|with|by|in|of|at|on|for|"
            r"to|under|into|during|within)\b)[a-z]+\s+(?:the|a|an|all|every|each|its|them|visiting|staff)\b)",
            clause,
        )
    )


# "Install more telephones": a plural without number, place or purpose.
_BARE = re.compile(
    r"\w+ (?:more|new|additional|further|better|extra|other) (?:[\w-]+ )?[\w-]+s(?: (?:soon|quickly|urgently))?\W*$",
    re.IGNORECASE,
)


def specific(statement: Statement) -> Judgement:
    """Say whether it says exactly what is to be done."""
    kind, vague = best_kind(statement), vague_words(statement)
    if kind in _SOFT:
        return Judgement(
            Criterion.SPECIFIC,
            Standing.NOT_MET,
            _no_act(kind),
            "Name one act and its object: who does what, where, for whom.",
        )
    if kind is ActKind.PROCESS and vague:
        return Judgement(
            Criterion.SPECIFIC,
            Standing.NOT_MET,
            f"It asks for paper or thought, and “{vague[0]}” leaves its content open.",
            "Say what the result must contain.",
        )
    if any(demands(ask.act) >= _SEVERAL for ask in statement.asks) and not markers.NUMBER.search(statement.asked):
        return Judgement(
            Criterion.SPECIFIC,
            Standing.DOUBTFUL,
            "Several acts stand in one demand.",
            "Make one recommendation of each.",
        )
    if vague:
        return Judgement(
            Criterion.SPECIFIC,
            Standing.DOUBTFUL,
            f"“{vague[0]}” can mean anything.",
            "Replace it by what can be seen or counted.",
        )
    if kind is ActKind.PROCESS and not markers.PURPOSE.search(statement.text):
        return Judgement(
            Criterion.SPECIFIC,
            Standing.DOUBTFUL,
            "It asks to look at a thing, not to do it.",
            "Say what is to change once it has been looked at.",
        )
    if any(_BARE.match(ask.act) for ask in statement.asks):
        return Judgement(
            Criterion.SPECIFIC, Standing.DOUBTFUL, "How many, and where, is open.", "Say how many, where, for whom."
        )
    return Judgement(Criterion.SPECIFIC, Standing.MET, "It names an act and its object.")


def countable(text: str) -> str:
    """Return words without the numbers that count nothing: of pseudonyms, provisions, years and time limits."""
    limit = markers.time_limit(text)
    bare = text.replace(limit, " ") if limit else text
    for pattern in (markers.SLOT, markers.PSEUDONYM, markers.PROVISIONS, markers.YEAR):
        bare = pattern.sub(" ", bare)
    return bare


def measurable(statement: Statement) -> Judgement:
    """Say whether a later visit could tell that it was done."""
    asked = countable(statement.asked)
    counted = markers.FREQUENCY.search(asked) or markers.NUMBER.search(asked)
    kind, vague = best_kind(statement), vague_words(statement)
    if kind in _SOFT and not (counted and kind is ActKind.AIM):
        return Judgement(
            Criterion.MEASURABLE,
            Standing.NOT_MET,
            "Nothing in it can be counted or seen.",
            "Say how a later visit can tell that it was done: a number, a record, a thing.",
        )
    if counted and not (kind is ActKind.PROCESS and vague):
        return Judgement(Criterion.MEASURABLE, Standing.MET, f"“{counted.group()}” can be checked.")
    product = markers.PRODUCT.search(asked)
    if kind is ActKind.CONCRETE and not vague and not any(_BARE.match(ask.act) for ask in statement.asks):
        why = f"“{product.group()}” can be looked at." if product else "The act can be seen to be done."
        return Judgement(Criterion.MEASURABLE, Standing.MET, why)
    return Judgement(
        Criterion.MEASURABLE,
        Standing.DOUBTFUL,
        "One can see that something was done, not whether it was enough.",
        "Give a number, a frequency or a standard.",
    )


def achievable(statement: Statement) -> Judgement:
    """Say whether the addressee can be expected to do it; words show only what is plainly too much."""
    over = markers.OVERREACH.search(statement.asked)
    kind = best_kind(statement)
    if over and kind is not ActKind.CONCRETE:
        return Judgement(
            Criterion.ACHIEVABLE,
            Standing.NOT_MET,
            f"“{over.group()}” is more than anyone can bring about.",
            "Ask for acts that lead there.",
        )
    limit = markers.time_limit(statement.asked)
    if (
        limit
        and re.search(r"immediate|at once|forthwith", limit, re.IGNORECASE)
        and markers.STRUCTURAL.search(statement.asked)
    ) and not markers.MINDFUL.search(statement.asked):
        return Judgement(
            Criterion.ACHIEVABLE,
            Standing.DOUBTFUL,
            "Building or legislating takes longer than at once.",
            "Give a time, and say what protects people until then.",
        )
    if kind in _SOFT:
        return Judgement(
            Criterion.ACHIEVABLE,
            Standing.DOUBTFUL,
            "No definite act is asked for, so nobody can say whether it can be done.",
            "Name an act within the addressee's powers and means.",
        )
    return Judgement(
        Criterion.ACHIEVABLE, Standing.MET, "A definite act; whether means and powers suffice, a person must judge."
    )


def results_oriented(statement: Statement) -> Judgement:
    """Say whether it says what will be different for the people held."""
    purpose = next((match for match in markers.PURPOSE.finditer(statement.text)), None)
    if purpose:
        after = statement.text[purpose.end() : purpose.end() + 60]
        if not re.match(
            r"\s*(?:\w+\s+){0,2}?(?:address|deal|solutions?|improve|adequate|appropriate|find)\b",
            after + purpose.group().split()[-1],
            re.IGNORECASE,
        ):
            return Judgement(
                Criterion.RESULTS_ORIENTED, Standing.MET, f"“{purpose.group().strip(' ,')} …” says what for."
            )
    if markers.PEOPLE_STATE.search(statement.asked) or markers.OUTCOME_VERB.search(statement.asked):
        return Judgement(
            Criterion.RESULTS_ORIENTED,
            Standing.DOUBTFUL,
            "A state to be reached can be read from it, but it is not said.",
            "Add “so that …” with what changes for the people held.",
        )
    return Judgement(
        Criterion.RESULTS_ORIENTED,
        Standing.NOT_MET,
        "It does not say what should be different for the people held.",
        "Add “so that …” with what changes for them.",
    )


def time_bound(statement: Statement) -> Judgement:
    """Say whether it says until when."""
    if any("when" in slot.group() for slot in markers.SLOT.finditer(statement.text)):
        return Judgement(
            Criterion.TIME_BOUND, Standing.DOUBTFUL, "The time limit is still open.", "Fill in “[by when?]”."
        )
    limit = markers.time_limit(statement.asked) or markers.printed_limit(statement.text)
    if limit and has_passed(limit):
        return Judgement(
            Criterion.TIME_BOUND, Standing.DOUBTFUL, f"“{limit}” has passed.", "Give a day that is still to come."
        )
    if limit:
        return Judgement(Criterion.TIME_BOUND, Standing.MET, f"“{limit}”")
    loose = markers.VAGUE_TIME.search(statement.asked)
    if loose:
        return Judgement(
            Criterion.TIME_BOUND,
            Standing.DOUBTFUL,
            f"“{loose.group()}” names no time.",
            "Give a date or a number of weeks or months.",
        )
    return Judgement(
        Criterion.TIME_BOUND, Standing.NOT_MET, "No time limit.", "Give a date or a number of weeks or months."
    )


def _no_act(kind: ActKind) -> str:
    return {
        ActKind.RIGHT: "It states a right or a rule and asks nobody to do anything for it.",
        ActKind.AIM: "It names an aim and no act.",
        ActKind.WISH: "Its verb names a direction and no act.",
    }.get(kind, "It asks for nothing that someone could do.")
