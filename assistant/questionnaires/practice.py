"""Practice: what visits found on the matter of a yes-or-no question, and whether that is enough to speak of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from assistant.abstain import COMMON
from assistant.evidence import MOST_HITS, Evidence, gather
from assistant.naming import Names
from assistant.needs import STRONG, Need, stemmed
from assistant.query import Query, understand
from assistant.questionnaires.aspects import Aspect, aspects_of, says
from assistant.questionnaires.stance import Stance, bans, is_partial, stance, tells_trend
from assistant.searching import run_search
from assistant.terms import content_words, fold, stem, tokens, word_list
from assistant.work import sentence_embedder
from ingest.passage import DocumentKind, Filters

if TYPE_CHECKING:
    from ingest.library import Library

REPORTS = tuple(str(kind) for kind in DocumentKind if kind not in (DocumentKind.INSTRUMENT, DocumentKind.CATALOGUE))
_BATCHES = 2
MOST = 6
_NEAR = 0.5
_VERY_NEAR = 0.62
_ASPECT_WORTH = 0.35
# A sentence that meets less of the matter itself is near if what stands around it meets the rest.
_CLOSE = 0.35
_AROUND = 0.7
# Where a word of the question occurs nowhere, most of the rest must.
_MOSTLY = 0.75
_SAME = 0.7
_WORTHY = 0.35
_INSTITUTION = re.compile(
    r"\b(?:mechanism|npm|members and staff|programme of visits|annual report|rules of procedure)\b"
)
_SELF = re.compile(
    r"\b(?:we|us|our|mechanism|npm|inspectorate|inspectors?|council|committee|board|monitors?|monitoring|visitors|members|"
    r"team|delegation|office|ombuds\w*|defender|commission|visit(?:s|ed)?)\b"
)
_ENOUGH = 2
_NEARLY_BEST = 0.8
_LEANING = re.compile(r"^(?:it|this|they|these|that|both|neither|none) ")
_RECOMMENDS = re.compile(r"(?:recommendation|rec\b|ask|proposal|request|r ?\d)")
# What every question of such a form is about, and words that carry none of its matter.
_COMMON = frozenset(
    stem(word)
    for word in word_list(
        """
    mechanism npm npms preventive national body place places detention detained detainee detainees person persons
    establishment establishments institution institutions country state party authority authorities practice carried
    out possible always ever wished exist exists provided provide ensure ensured available regularly systematically
    sufficient time every all any each time adequate effective effectively appropriate properly given use used made
    take taken have has place measures steps kept set established been submitted deprived liberty respected access
    based whenever
    """
    )
)


_PEOPLE = frozenset(stem(word) for word in COMMON)


@dataclass(frozen=True)
class Finding:
    """One sentence with what it says to the question, and how near it is, about 0 to 1.5."""

    evidence: Evidence
    stance: Stance
    worth: float


@dataclass(frozen=True)
class Practice:
    """Sentences on the matter of a question, best first; none where nothing is near enough."""

    query: Query
    findings: tuple[Finding, ...]

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """The sentences."""
        return tuple(one.evidence for one in self.findings)


def find_practice(library: Library, text: str, names: Names, filters: Filters) -> Practice:
    """Search reports, replies and other documents, not the criteria: what should be is no evidence of what is."""
    if not filters.kinds:
        filters = replace(filters, kinds=REPORTS)
    aspects = aspects_of(text)
    embedder = sentence_embedder(library)
    query = understand(text, names, filters)
    evidence: dict[tuple[str, str], Evidence] = {}
    for words, batches in ((text, _BATCHES), *((one.search, 1) for one in aspects[:2])):
        asked = query if words is text else understand(words, names, filters)
        found = run_search(library, asked, MOST_HITS * batches)
        query = found.understood if words is text else query
        for start in range(0, len(found.hits), MOST_HITS):
            for item in gather(query, found.hits[start : start + MOST_HITS], embedder):
                evidence.setdefault((item.hit.passage.passage_id, item.text), item)
    return Practice(query, tuple(_chosen(query, text, list(evidence.values()), aspects)))


def _chosen(query: Query, text: str, evidence: Sequence[Evidence], aspects: Sequence[Aspect]) -> list[Finding]:
    core = [
        need
        for need in query.needs
        if need.weight >= STRONG and not all(stem(word) in _COMMON for word in need.label.split())
    ]
    # "Do patients", "Are staff": whom it is about says less than what, unless nothing else is named.
    core = [need for need in core if not all(stem(word) in _PEOPLE for word in need.label.split())] or core
    pairs = _compounds(text, core)
    absent = any(not any(_meets(need, item) for item in evidence) for need in core if not _is_said_otherwise(need))
    ban = any(bans(need.label) for need in core)
    pairs = _compounds(text, core)
    absent = any(not any(_meets(need, item) for item in evidence) for need in core if not _is_said_otherwise(need))
    found = []
    leaning: list[Evidence] = []
    about: dict[str, float] = {}
    # "Are requests and complaints": either is what it is about.
    joined = len(core) > 1 and re.search(
        rf"{re.escape(core[0].label)} (?:and|or) (?:\w+ )?{re.escape(core[1].label)}", fold(text)
    )
    subjects = core[:2] if joined else core[:1]
    institutional = bool(_INSTITUTION.search(fold(text)))
    for item in evidence:
        share, own = _share(core, item, ban)
        said = fold(item.text)
        # The budget of a prison is none of the mechanism's.
        foreign = institutional and not _SELF.search(said)
        shared = [one for one in aspects if not one.with_topic or (not foreign and _shares_topic(core, one, item))]
        speaks = any(says(one, said) for one in shared)
        near = (own >= (_MOSTLY if absent else _NEAR) or (not absent and own >= _CLOSE and share >= _AROUND)) and all(
            word in stemmed(item.text).present for word in pairs
        )
        if foreign and not speaks:
            continue
        if not (near or speaks or (share >= _VERY_NEAR and own >= _NEAR / 2 and not pairs)):
            if _LEANING.search(said):
                leaning.append(item)
            continue
        if not speaks and core and not any(_is_about(need, item) for need in subjects):
            continue
        recommends = bool(_RECOMMENDS.match(item.hit.passage.locator.casefold()))
        worth = item.score + 0.3 * own + _ASPECT_WORTH * speaks
        said_to_it = stance(text, item.text, shared, own=own, near=near, recommends=recommends)
        settled = speaks or ban or is_partial(item.text) or any(tells_trend(need.label) for need in core)
        if said_to_it is Stance.FOR and not settled and not _says_all(core, item):
            # "Yes" needs every word of the matter: "reviewed" without "heard" is another matter.
            said_to_it = Stance.SILENT
        found.append(Finding(item, said_to_it, worth))
        if near:
            about[item.hit.passage.passage_id] = max(worth, about.get(item.hit.passage.passage_id, 0.0))
    for item in leaning:
        # "It was not respected": what "it" is stands in the sentence before.
        above = about.get(item.hit.passage.passage_id)
        if above is not None and re.search(r"\b(?:not|never|no longer)\b", fold(item.text)):
            found.append(Finding(item, Stance.AGAINST, 0.9 * above))
    kept: list[Finding] = []
    best = max((one.worth for one in found), default=0.0)
    spoken = sum(one.stance is not Stance.SILENT for one in found)
    if spoken >= _ENOUGH:
        # What is only on the topic adds nothing to what speaks to the question.
        found = [one for one in found if one.stance is not Stance.SILENT or one.worth >= _NEARLY_BEST * best]
    for one in sorted(found, key=lambda one: (one.stance is Stance.SILENT, -one.worth)):
        if len(kept) < MOST and one.worth >= _WORTHY * best and not _repeats(one.evidence, kept):
            kept.append(one)
    return kept


def _shares_topic(core: Sequence[Need], aspect: Aspect, item: Evidence) -> bool:
    """Say whether a sentence meets a word of the question that the aspect is not about."""
    rest = [
        need for need in core if not aspect.asked.search(need.label) and not aspect.asked.search(f"{need.label} from")
    ]
    leans = re.search(r"\b(?:it|them|this|these)\b", fold(item.text))
    words = item.hit.text if leans else stemmed(item.text)
    return not rest or any(need.met_by(words.stems, words.present) >= _NEAR for need in rest)


def _is_about(subject: Need, item: Evidence) -> bool:
    """Say whether what the question names first is spoken of in the passage or above it."""
    around = stemmed(item.hit.document.metadata.title or "", *item.hit.passage.heading_path, str(item.hit.passage.text))
    return subject.met_by(around.stems, around.present) >= _CLOSE


def _says_all(core: Sequence[Need], item: Evidence) -> bool:
    words = stemmed(item.text)
    return all(
        need.met_by(words.stems, words.present) >= _NEAR
        or (bans(need.label) and bans(item.text))
        or (tells_trend(need.label) and tells_trend(item.text))
        for need in core
    )


def _meets(need: Need, item: Evidence) -> bool:
    return need.met_by(item.hit.text.stems, item.hit.text.present) >= _NEAR


def _is_said_otherwise(need: Need) -> bool:
    """Say whether a need is a verb of many forms, so that its absence tells nothing."""
    return bans(need.label) or tells_trend(need.label) or need.label.endswith(("ed", "ing"))


def _share(core: Sequence[Need], item: Evidence, ban: bool) -> tuple[float, float]:
    """Return the share of the matter met by a sentence in its context, and by the sentence alone."""
    total = sum(need.weight for need in core)
    if not total:
        return item.similarity, item.similarity
    words = stemmed(item.text)
    title = item.hit.document.metadata.title or ""
    around = stemmed(title, *item.hit.passage.heading_path, str(item.hit.passage.text))
    alone = context = 0.0
    for need in core:
        own = need.met_by(words.stems, words.present)
        if (ban and bans(need.label) and bans(item.text)) or (tells_trend(need.label) and tells_trend(item.text)):
            own = 1.0
        alone += need.weight * own
        context += need.weight * max(own, 0.7 * need.met_by(around.stems, around.present))
    return context / total, alone / total


def _compounds(text: str, core: Sequence[Need]) -> list[str]:
    """Return the first words of compounds ("sign language"), without which the second means something else."""
    labels = {need.label for need in core if " " not in need.label}
    words = tokens(text)
    return [
        stem(one)
        for one, other in pairwise(words)
        if one in labels
        and other in labels
        and not one.endswith(("ed", "ing", "s", "ly"))
        and not other.endswith("ed")
        and len(one) < 7
    ]


def _repeats(item: Evidence, kept: Sequence[Finding]) -> bool:
    words = {stem(word) for word in content_words(item.text)}
    passage = 0
    for one in kept:
        theirs = {stem(word) for word in content_words(one.evidence.text)}
        if words and len(words & theirs) / max(1, len(words | theirs)) >= _SAME:
            return True
        passage += one.evidence.hit.passage.passage_id == item.hit.passage.passage_id
    return passage >= 2
