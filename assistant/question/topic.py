"""Topic: which register entries speak of what a question is about."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.question.dates import MONTH_WORDS
from assistant.question.name_runs import NAME_RUN
from assistant.question.naming import is_generic
from assistant.question.needs import Need, coverage, stemmed
from assistant.question.query import Query
from assistant.question.register_words import REGISTER_WORDS
from assistant.question.statuses import in_words_of_reports
from assistant.question.terms import fold, stem, tokens, word_list
from ingest.passage import RegisterEntry
from ingest.register.status import find_statuses

_TOPIC_SHARE = 0.5
_FRAME = re.compile(
    r"(?<!about )(?<!concerning )(?<!regarding )\b(?:the|its|their|this|that|an?|his|her) (?:\w+ ){0,2}?"
    r"(?P<paper>action plan|plan of action|letter|reply|response|table|annex|appendix|summary|overview|list|register|"
    r"paper|study|memo|memorandum|dossier|chapter|briefing|bulletin)\b"
)
# Who made the entries, told by the verb: "did the ombudsman make", "does the review find".
_MAKER = re.compile(
    r"\b(?:did|does|do|has|have|had) (?:the |its |our |their )?(?:(?!on\b|about\b|for\b|in\b|at\b)[^?.,;\s]+ ){1,9}?"
    r"(?:itself |themselves |also |then |now |ever )?(?:make|made|raise|raised|issue|issued|find|found|note|noted|"
    r"formulate\w*|set out|put forward|list|"
    r"listed|log|logged|record|recorded|report|reported|identif\w+|see|seen|give|given|contain|contained|include|"
    r"included|hold|held|name|named|flag|flagged|count|counted|look(?:ed)? back|number|numbered|observe|observed|"
    r"single|singled|describe|described|judge|judged|carry|consider|considered|establish\w*)\b"
)
# What is searched, and no prison's library: "in the whole collection".
_SEARCHED = re.compile(
    r"\b(?:in|across|throughout|of|over|from) (?:the |our |this |your )?(?:whole |entire |full )?"
    r"(?:library|collection|corpus)\W*$"
    r"|\b(?:whole|entire|our|your) (?:library|collection|corpus)\b|\bcorpus\b"
)
# That something was set apart from the rest or brought about, not what it is about.
_SET_APART = re.compile(r"\b(?:singl|pick|point)(?:e|es|ed|ing|s)? out\b|\bg[ai]v(?:e|es|en|ing) rise to\b")
# Themes whose entries seldom use the theme's own word: a psychiatrist is healthcare.
UMBRELLAS = frozenset(["healthcare", "material_conditions", "legal_safeguards", "contact_with_outside"])
# Words of a question that say how to count, not what about.
_NOT_TOPIC = frozenset(
    stem(word)
    for word in word_list(
        """
    repeat repeated repeats reiterate reiterated restated
    list show all only first second total eight nine ten three four five six seven
    rejected accepted supported agreed implemented complete completed partly partially part respectively replied
    open closed follow-up followup follow up actions authority authorities government addressed inspection
    extract new fy by year since nothing body bodies responded status progress outstanding accept reject agree refuse
    implement reply replies response respond answer answers recommend propose prison director minister ministry
    see saw seen addressee addressees status statuses theme themes kind kinds body bodies per each
    receive received get got given made make become happened latest newest recent order first pending unresolved
    raise raised contain contained include included appear appeared print printed record recorded come came publish
    published publication date dated end ended begin began start started make issue issued face faced never ever yet
    share percentage percent proportion fraction rate average mean most fewest least highest lowest number count total
    concern concerned concerning deal dealt relate related regard regarding fully entirely wholly twice already before
    later after due deadline overdue mechanism mechanisms inspectorate inspector place places prisons distinct different
    remain remains remained remaining lack lacks lacking miss missing left leave anything something nothing
    unaddressed ignore ignored nobody wait waiting waits await awaiting awaits went
    full requirement requirements action actions carried carry met done fulfilled complied put effect practice
    country countries jurisdiction jurisdictions key main measure measures back
    thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty
    part section judged judge judges found one two eleven twelve itself himself themselves mark marks marked
    cited cite noted without reservation reservations partially publicly
    describe describes described file held earlier previous previously
    praise praised commend commended highlight highlighted mention mentioned mentions reported reporting
    fall fell far written call called half quarter turn turned unanswered still
    direct directed aim aimed target targeted assign assigned allocate allocated entrust entrusted belong belongs task
    tasked send sent fix across throughout collection exist exists outstanding set put log logged flag flagged spot
    spotted identify identified observe observed formulate formulated back whole entire point points item items turned
    attract attracted earn earned name named list listed down single singled collect collected see amount
    hand handed outright unreservedly unconditionally
    """
    )
)


def matters_on_topic(query: Query, entries: Sequence[RegisterEntry]) -> list[tuple[float, RegisterEntry]]:
    """Return the entries that speak of the topic of a question, each with the share of the topic that it meets."""
    topic = topic_of(query)
    if not topic:
        return []
    found = []
    for entry in entries:
        share = coverage(topic, stemmed(str(entry.text), entry.response or ""))
        if share >= _TOPIC_SHARE:
            found.append((share, entry))
    return found


def topic_of(query: Query, told: frozenset[str] = frozenset()) -> list[Need]:
    """Return what a question about entries is about, without the words that say how to count.

    Args:
        query: the question.
        told: folded words that are accounted for elsewhere: as a number, an urgency, a deadline.
    """
    addressed = {stem(word) for word in tokens(query.addressee or "")}
    named = run_of_names(query) | _kind_words(query) | _date_words(query) | _frame_words(query)
    return [
        need
        for need in query.topic
        if not set(need.own) & _NOT_TOPIC and not set(need.own) & addressed and not _is_register_word(need.label)
        and not need.label[0].isdigit() and not _names_document(need.label, query)
        and not set(need.label.split()) & _place_words(query) and not set(need.label.split()) <= named | told
    ]  # fmt: skip


def _date_words(query: Query) -> set[str]:
    """The months that a question names as a date: beside a year or a day, or in a range that it bounds."""
    if query.dates.bounded:
        return set(MONTH_WORDS)
    months = "|".join(MONTH_WORDS)
    dated = re.findall(rf"\b({months})\.? (?:19|20)\d\d\b|\b\d{{1,2}} ({months})\b", fold(query.text))
    return {word for pair in dated for word in pair if word}


def _frame_words(query: Query) -> set[str]:
    """The words for the paper in which something stands ("in its letter"), for who made it, or for what that did."""
    asked = fold(query.text)
    said = [match["paper"] for match in _FRAME.finditer(asked)] + [match[0] for match in _SET_APART.finditer(asked)]
    said += [match[0] for match in _SEARCHED.finditer(asked)]
    if query.naming_words:
        # Where documents are chosen already, who made their entries chooses nothing more.
        said += [match[0] for match in _MAKER.finditer(asked)]
    return {word for phrase in said for word in tokens(phrase)}


def _kind_words(query: Query) -> set[str]:
    """The words of the phrases that name a kind of entry or a status: "good practices", "no meaningful progress"."""
    text = fold(query.text)
    said = [match[0] for match in REGISTER_WORDS.finditer(text)]
    if query.statuses:
        plain = in_words_of_reports(text)
        said += [plain[start:end] for start, end, _ in find_statuses(plain)]
        # Everyday words that stand for a status are no topic either.
        said += [word for word in tokens(text) if word not in tokens(plain)]
    return {word for phrase in said for word in tokens(phrase)}


def run_of_names(query: Query) -> set[str]:
    """The words that stand with the name of a place in one run of capitals: its ordinary words choose no topic."""
    named = query.naming_words
    if not named:
        return set()
    found: set[str] = set()
    for match in NAME_RUN.finditer(query.text):
        words = set(tokens(match[0]))
        if words & named:
            found |= words
    # What the place is called besides: "the Drumcairn prison".
    whole = {word for place in query.places if place.exact for word in tokens(place.name)}
    return found | {word for word in whole if is_generic(word)}


def _place_words(query: Query) -> set[str]:
    """Words that name a kind of place, which chooses documents: "in police cells"."""
    if query.place_type is None:
        return set()
    words = set(query.place_type.split("_"))
    return words | {f"{word}s" for word in words} | {"cell", "cells", "station", "stations", "custody", "suites"}


def _is_register_word(label: str) -> bool:
    return bool(REGISTER_WORDS.search(label))


def _names_document(label: str, query: Query) -> bool:
    return label in query.naming_words
