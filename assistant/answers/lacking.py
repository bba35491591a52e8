"""Lacking: what a question asks for by kind, a measure or a year, and no sentence found has."""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import get_close_matches

from assistant.answers.abstain import is_common
from assistant.answers.core import core_of, meets, stems_of
from assistant.answers.evidence import Evidence
from assistant.answers.nearness import WordVectors, met, words_of
from assistant.answers.of_year import lacks_year
from assistant.answers.unnamed import lacks_name
from assistant.answers.unsettled import lacks_end
from assistant.answers.unstated import judged_of, lacks_cause, lacks_moment, whether_of
from assistant.question.answer_type import (
    asks_cause,
    asks_day,
    asks_kind,
    counted_act,
    counted_thing,
    holds_day,
    holds_number,
    states,
)
from assistant.question.name_runs import NAME_RUN
from assistant.question.naming import Names, is_generic
from assistant.question.needs import Need, coverage, stemmed
from assistant.question.numerals import numeral
from assistant.question.query import Query
from assistant.question.routing import Route, wants_count
from assistant.question.terms import fold, tokens
from assistant.question.topic import topic_of
from ingest.taxonomy import themes_of

_SENTENCES = 12
# How near a word must be to be what was done.
_ACT_MET = 0.3
# Below this estimate a word that nothing found is near to decides.
_DOUBTFUL = 0.6
# Below this one a count needs a sentence with a number that is near to what is asked.
_UNLIKELY = 0.3
# Below these the thing itself decides: where it is named as the topic, and where yes or no is asked of it.
_NEARLY_SURE, _PROBABLE = 0.9, 0.75
_HALF = 0.5
_MOST_READ = 24
_COUNTED = re.compile(r"\bhow many\b")
_TWO_NUMBERS = re.compile(
    r"\b(?:and|or|of (?:them|these|those|which|whom)),? (?:of (?:them|these|those) )?how (?:many|often|much)\b"
)
_LONGEST_TOPIC = 4
_MISSPELT = 0.8
# "What did they find about X at Y?"
_ABOUT = re.compile(
    r"^(?:and |so )?(?:what|which|was anything|is anything|did (?:they|anybody))\b.{0,60}?\b(?:find|found|findings?|"
    r"say|said|recommend(?:ed|ations?)?|report(?:ed)?|noted?|ask(?:ed)?|observed?|proposed?|wr[io]te|written|known?|think)\b"
    r".{0,40}?\b(?:about|on|concerning|regarding|with regard to|(?<=think )of) (?:the |its |their |any )?"
    r"(?P<thing>(?!how\b|what\b|whether\b|when\b|why\b|who\b)[^?,;]*?)"
    r"(?= (?:at|in|of|by|for|from|to|during|on|after|before|with)\b|\W*$)"
)
_MEASURES = (
    (
        re.compile(r"\b(?:rate|rates|percentage|proportion|per cent|share) (?:of|at|in|for|among)\b|\brates?\W*$"),
        re.compile(
            r"%|\bper cent\b|\bpercent|\brates?\b|\bproportion\b|\bper (?:1|100|thousand)|"
            r"\b\d+ (?:of|out of) (?:the )?\d+|\bof (?:the |these |those )?\d+\b"
        ),
    ),
    (
        re.compile(
            r"\b(?:budget|cost|costs|price|salary|salaries|wages|spen(?:d|t|ding) on|expenditure|funding)\b(?! cut)|"
            r"\bhow much money\b|\bwhat sum\b|\bhow much (?:was|were|did|does|do|is|are|has|have) [^?]{2,80}? "
            r"(?:paid|pay|awarded|fined|earn(?:ed)?|compensated)\b"
        ),
        re.compile(
            r"[€$£¥]|\b(?!(?:19|20)\d\d\b)\d(?:\d|[.,  ]\d){2,}|"
            r"\b(?:eur|usd|gbp|euros?|dollars?|pounds?|million|budget|cost|costs|price\w*|wage\w*|salar\w+|"
            r"spen[dt])\b"
        ),
    ),
    (re.compile(r"\btemperature"), re.compile(r"\bdegrees?\b|°|\btemperature")),
)


def lacks_measure(query: Query, evidence: Sequence[Evidence]) -> bool:
    """Say whether a measure is asked for (a rate, a budget) that no sentence on the topic states.

    The topic alone is not enough: a report that speaks of suicides may still not know their rate.
    """
    asked = fold(query.text)
    said = [item for item in evidence if not query.documents or item.hit.document.document_id in query.documents]
    for wanted, stated in _MEASURES:
        if wanted.search(asked):
            rest = [need for need in query.topic if not wanted.search(need.label) and not is_common(need)]
            return not any(stated.search(fold(item.text)) and meets(rest, item) for item in said[:_SENTENCES])
    return False


def lacks(query: Query, evidence: Sequence[Evidence]) -> bool:
    """Say whether something that the question asks for by kind is in no sentence found: a measure, a year."""
    return (
        lacks_measure(query, evidence)
        or lacks_year(query, evidence)
        or lacks_kind(query, evidence)
        or lacks_end(query, evidence)
        or lacks_cause(query, evidence)
        or lacks_name(query, evidence)
        or lacks_moment(query, evidence)
    )


def lacking(query: Query, evidence: Sequence[Evidence], vectors: WordVectors | None, names: Names, sure: float) -> bool:
    """Say whether something that a question asks for is in nothing found, whatever else it says.

    For models whose estimate was fitted without :func:`signs`; where it weighs them, they do not decide alone.

    Args:
        query: the question.
        evidence: sentences, best first.
        vectors: of single words.
        names: of the corpus.
        sure: the estimate that the evidence answers; where it is high, words alone do not decide.
    """
    named = _lacks_named(query, evidence, vectors)
    doubted = sure < _DOUBTFUL and (lacks_topic(query, evidence, vectors) or lacks_all(query, evidence, vectors))
    unlikely = sure < _UNLIKELY and lacks_number(query, evidence, vectors)
    return named or doubted or unlikely or lacks_subject(query, evidence, vectors, sure) or lacks_place(query, names)


def signs(query: Query, evidence: Sequence[Evidence], vectors: WordVectors | None) -> tuple[float, float]:
    """Return 1 if something asked for by kind is in nothing found, else 0, and how many of four weaker signs say so."""
    weak = (
        lacks_topic(query, evidence, vectors),
        lacks_all(query, evidence, vectors),
        lacks_number(query, evidence, vectors),
        lacks_subject(query, evidence, vectors, 0.0),
    )
    return float(_lacks_named(query, evidence, vectors)), float(sum(weak))


def _lacks_named(query: Query, evidence: Sequence[Evidence], vectors: WordVectors | None) -> bool:
    return lacks(query, evidence) or lacks_act(query, evidence, vectors) or lacks_thing(query, evidence, vectors)


def lacks_subject(query: Query, evidence: Sequence[Evidence], vectors: WordVectors | None, sure: float) -> bool:
    """Say whether the very thing asked about is a stranger to all that was found, however near the rest of it is.

    "What was recommended about hunger strikes at X", "were tasers used on the flight to Y": names that every passage
    there meets make such a question look answered.
    """
    match = _ABOUT.search(fold(query.text))
    about = set(tokens(match["thing"])) if match else set()
    thing, bound = (about, _NEARLY_SURE) if 0 < len(about) <= _LONGEST_TOPIC else (whether_of(query.text), _PROBABLE)
    judged = judged_of(query.text) if Route.PROVISION not in query.routes else frozenset()
    thing, bound = (judged, _PROBABLE) if judged else (thing, bound)
    needs = [need for need in core_of(query) if set(need.label.split()) <= thing and not need.name]
    if not needs or sure >= bound:
        return False
    strange = _strange(needs, evidence, vectors, _MOST_READ)
    far = [need for need in strange if not any(_near([need], item) for item in evidence)]
    return len(far) == len(needs)


def lacks_topic(query: Query, evidence: Sequence[Evidence], vectors: WordVectors | None) -> bool:
    """Say whether a word of what is asked about, "what was said about needle exchange", is near to nothing found."""
    match = _ABOUT.search(fold(query.text))
    thing = set(tokens(match["thing"])) if match else set()
    if not 0 < len(thing) <= _LONGEST_TOPIC:
        return False
    needs = [need for need in core_of(query) if set(need.label.split()) <= thing]
    strange = [need for need in _strange(needs, evidence, vectors) if not any(_near([need], one) for one in evidence)]
    written = {word for item in evidence[:_SENTENCES] for word in tokens(item.text)}
    # A word that is only misspelt is there.
    return any(not get_close_matches(need.label, written, 1, _MISSPELT) for need in strange)


def lacks_all(query: Query, evidence: Sequence[Evidence], vectors: WordVectors | None) -> bool:
    """Say whether nothing found is near to any word of what is asked; of what is counted, to half of them."""
    core = core_of(query)
    if not core or query.routes & {Route.COMPARISON, Route.COUNT}:
        return False
    strange = _strange(core, evidence, vectors, _MOST_READ)
    strange = [need for need in strange if not any(_near([need], item) for item in evidence[:_MOST_READ])]
    missed = sum(need.weight for need in strange) / sum(need.weight for need in core)
    return missed >= (_HALF if wants_count(query.text) else 1.0)


def lacks_number(query: Query, evidence: Sequence[Evidence], vectors: WordVectors | None) -> bool:
    """Say whether a number is asked for, and no sentence with one is near to more than half of what is asked."""
    needs = [
        need for need in query.needs
        if not set(need.label.split()) & query.naming_words and numeral(need.label) is None
    ]  # fmt: skip
    counts = _COUNTED.search(fold(query.text)) and Route.COUNT not in query.routes
    if vectors is None or not needs or not counts:
        return False
    said = [" ".join((item.text, *item.hit.passage.heading_path[-1:])) for item in evidence if holds_number(item.text)]
    words = [words_of(text) for text in said]
    vectors.learn([*(need.label for need in needs), *(word for some in words for word in some)])
    weights = [max(need.weight, _HALF) for need in needs]
    return not any(
        sum(
            weight * met(need, stemmed(text), vectors.nearest(need.label, some))
            for need, weight in zip(needs, weights, strict=True)
        )
        > _HALF * sum(weights)
        for text, some in zip(said, words, strict=True)
    )


def on_matter(query: Query, evidence: Sequence[Evidence]) -> list[Evidence]:
    """Keep what speaks of the thing asked about, for a question that was put of another place before.

    A question that is carried over to a place says nothing of whether that place has the thing: where no passage
    names it, only sentences on its theme answer.

    Returns:
        all sentences where a passage names the thing or it has no name; else those of its theme, perhaps none.
    """
    matter = [need for need in topic_of(query) if not is_common(need)]
    if not matter or any(_near(matter, item) for item in evidence):
        return list(evidence)
    themes = {theme for need in matter for theme in themes_of(need.label)}
    return [item for item in evidence if themes & set(themes_of(item.text))]


def lacks_kind(query: Query, evidence: Sequence[Evidence]) -> bool:
    """Say whether no sentence near states what is asked for by its form: a sum, a depth, a reason, a day."""
    if not evidence or Route.STATUS in query.routes:
        return False
    # A question that a report asks states nothing.
    core, read = core_of(query), [item for item in evidence[:_SENTENCES] if not item.text.endswith("?")]
    if asks_day(query.text):
        return not any(holds_day(item.text) and coverage(core, stems_of(item)) > _HALF for item in read)
    if not asks_kind(query.text):
        return False
    if asks_cause(query.text):
        # Half the sentences of a report have some "since" or "when" in them.
        core = [need for need in core if not need.label.startswith("cause")]
        return not any(states(query.text, item.text) and meets(core, item) for item in read)
    return not any(states(query.text, item.text) and (meets(core, item) or _near(core, item)) for item in read)


def _near(needs: Sequence[Need], item: Evidence) -> bool:
    """Whether the passage around a sentence speaks of what is asked."""
    return any(need.met_by(item.hit.text.stems, item.hit.text.present) >= 0.4 for need in needs)


def lacks_act(query: Query, evidence: Sequence[Evidence], vectors: WordVectors | None) -> bool:
    """Say whether people are counted by something that was done, "how many died?", which no sentence speaks of."""
    act = counted_act(query.text)
    need = next((need for need in query.needs if act in need.label.split()), None) if act else None
    return need is not None and bool(_strange([need], evidence, vectors))


def lacks_thing(query: Query, evidence: Sequence[Evidence], vectors: WordVectors | None) -> bool:
    """Say whether half the words for what is counted, "how many smoke detectors", are near to nothing found."""
    thing = set(counted_thing(query.text).split())
    needs = [need for need in core_of(query) if set(need.label.split()) <= thing]
    if needs and 2 * len(_strange(needs, evidence, vectors)) >= len(needs):
        return True
    # What the field has words for, and nothing found uses one of them, is not what any number there is of.
    # Of two numbers asked for one may be there.
    asked = wants_count(query.text) and not _TWO_NUMBERS.search(fold(query.text))
    known = [need for need in core_of(query) if need.others and not need.name] if asked else []
    strange = _strange(known, evidence, vectors, _MOST_READ) if Route.COUNT not in query.routes else []
    return any(not any(_near([need], item) for item in evidence) for need in strange)


def lacks_place(query: Query, names: Names) -> bool:
    """Say whether an institution is named, "HMP Faraway", by a word that stands nowhere in the library."""
    if query.places or query.documents:
        return False
    for run in NAME_RUN.finditer(query.text):
        words = run[0].split()
        if len(words) > 1 and any(is_generic(word) for word in tokens(run[0])):
            capitals = [word for word in words if word[0].isupper()]
            strange = [word for word in capitals if not all(names.knows(one) for one in tokens(word))]
            if any(not names.told(word.strip("'’,")) for word in strange):
                return True
    return False


def _strange(
    needs: Sequence[Need], evidence: Sequence[Evidence], vectors: WordVectors | None, most: int = _SENTENCES
) -> list[Need]:
    """The needs that no sentence meets, in any words near to theirs."""
    if vectors is None or not evidence or not needs:
        return []
    said = [" ".join((item.text, *item.hit.passage.heading_path[-1:])) for item in evidence[:most]]
    words = [words_of(text) for text in said]
    vectors.learn([*(need.label for need in needs), *(word for some in words for word in some)])
    return [
        need for need in needs
        if not any(
            met(need, stemmed(text), vectors.nearest(need.label, some)) >= _ACT_MET
            for text, some in zip(said, words, strict=True)
        )
    ]  # fmt: skip
