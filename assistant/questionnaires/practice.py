"""Practice: what visits found on the matter of a yes-or-no question, and whether that is enough to speak of it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from assistant.answers.evidence import MOST_HITS, Evidence, gather
from assistant.answers.of_year import of_years
from assistant.answers.work import sentence_embedder
from assistant.question.naming import Names
from assistant.question.needs import Need, stemmed
from assistant.question.query import Query, understand
from assistant.question.terms import content_words, fold, stem
from assistant.questionnaires.aspects import Aspect, aspects_of, says
from assistant.questionnaires.bar import NO_SIGNS, Signs, context_met
from assistant.questionnaires.extent import REPORTS, Extent
from assistant.questionnaires.matter import compounds, matter_of, parted
from assistant.questionnaires.norms import is_norm
from assistant.questionnaires.parts import bare, ours
from assistant.questionnaires.personal import is_personal
from assistant.questionnaires.ranking import CERTAIN, Ranked, best_read, is_form_word, missing, ranked, reread
from assistant.questionnaires.searched import asked_for_in, recommends_in, searched
from assistant.questionnaires.stance import Stance, bans, is_partial, stance, tallies, tells_trend
from ingest.passage import Filters
from redaction.lexicon import lexicon

if TYPE_CHECKING:
    from ingest.library import Library

_BATCHES, MOST = 2, 6
_NEAR = 0.5
_VERY_NEAR = 0.62
_ASPECT_WORTH = 0.35
# A sentence that meets less of the matter itself is near if what stands around it meets the rest.
_CLOSE = 0.35
_AROUND = 0.7
# Where a word of the question occurs nowhere, most of the rest must.
_MOSTLY = 0.75
_SAME, _WORTHY = 0.7, 0.35
_INSTITUTION = re.compile(
    r"\b(?:mechanism|npm|our|we|teams?|members and staff|programme of visits|annual report|rules of procedure)\b"
)
_SELF = re.compile(
    r"\b(?:we|us|our|mechanism|npm|inspectorate|inspectors?|council|committee|board|monitors?|monitoring|visitors|members|"
    r"team|delegation|office|ombuds\w*|defender|commission|visit(?:s|ed)?)\b"
)
_ENOUGH, _LIKELY = 2, 12
_TELLING = 1.5
# So like the question is a sentence in meaning that it answers in other words.
_LIKE = 0.45
_NEARLY_BEST = 0.8
_DENIAL = re.compile(r"\b(?:not|never|no longer)\b")
_LEANING = re.compile(r"^(?:it|this|they|these|that|both|neither|none) ")


@dataclass(frozen=True)
class Finding:
    """One sentence: what it says to the question, how near it is, about 0 to 1.5, whether an aspect finds it."""

    evidence: Evidence
    stance: Stance
    worth: float
    speaks: bool = False


@dataclass(frozen=True)
class Practice:
    """Sentences on the matter of a question, best first; none where nothing is near enough.

    Attributes:
        likely: sentences by the odds that they are evidence, whatever they say.
        missing: what the question names and no passage speaks of.
        beside: what likely sentences say that are no findings.
        signs: what tells whether it is answered.
        names_first: the first of its words that name a matter.
    """

    query: Query
    findings: tuple[Finding, ...]
    likely: tuple[Ranked, ...] = ()
    missing: tuple[str, ...] = ()
    names_first: str = ""
    signs: Signs = NO_SIGNS
    beside: tuple[Finding, ...] = ()

    @property
    def is_elsewhere(self) -> bool:
        """Whether what the question names first is not spoken of at all, so that the rest is another matter."""
        if any(one.worth >= CERTAIN and one.evidence.similarity >= _LIKE for one in self.likely[:1]):
            return False
        named = {need.label for need in self.query.needs if need.name and not lexicon().is_common(need.label)}
        if named.intersection(self.missing):
            return True
        return self.names_first in self.missing and not any(one.speaks for one in self.findings)

    @property
    def is_answered(self) -> bool:
        """Whether the library speaks of the matter at all."""
        return bool(self.likely) and self.signs.clear_bar

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """The sentences of the findings."""
        return tuple(one.evidence for one in self.findings)


def find_practice(
    library: Library, text: str, names: Names, filters: Filters, extent: Extent | None = None
) -> Practice:
    """Search reports, replies and other documents, not the criteria: what should be is no evidence of what is.

    Of one part of a question; what ``extent`` does not hold is no evidence.
    """
    if not filters.kinds:
        filters = replace(filters, kinds=REPORTS)
    extent = extent or Extent()
    text = extent.unnamed(bare(text))
    aspects = aspects_of(text)
    embedder = sentence_embedder(library)
    query = understand(text, names, filters)
    evidence: dict[tuple[str, str], Evidence] = {}
    ranks: dict[str, int] = {}
    words_of_reports = [(ours(text), 1)] if ours(text) != text else []
    for words, batches in ((text, _BATCHES), *words_of_reports, *((one.search, 1) for one in aspects[:2])):
        asked = query if words is text else understand(words, names, filters)
        understood, hits = searched(library, asked, extent, MOST_HITS * batches)
        query = replace(understood, filters=filters) if words is text else query
        for start in range(0, len(hits), MOST_HITS):
            for item in gather(query, hits[start : start + MOST_HITS], embedder):
                evidence.setdefault((item.hit.passage.passage_id, item.text), item)
                ranks.setdefault(item.hit.passage.passage_id, item.hit.rank)
    evidence = {key: item for key, item in evidence.items() if item in of_years(query, [item])} or evidence
    matter = matter_of(query)
    items = list(evidence.values())
    rows = ranked(items, matter, aspects, ranks)
    likely = reread(library, text, rows[:_LIKELY])
    apart = parted(text, matter, items)
    absent = missing(matter, [one.evidence for one in likely], embedder)
    first = next((need.label for need in matter if not all(map(is_form_word, need.label.split()))), "")
    chosen = _chosen(query, text, items, aspects, asked_for := asked_for_in(library, items))
    beside = _judged(text, [one for one in likely[:MOST] if one.worth >= _TELLING], matter, aspects, chosen, asked_for)
    signs = Signs(
        max((item.similarity for item in items), default=0.0),
        max((item.hit.dense or 0.0 for item in items), default=0.0),
        context_met(matter, items),
        not all(is_personal(one.evidence.text) for one in chosen),
        best_read(library, text, rows),
    )
    return Practice(query, tuple(chosen), tuple(likely), (*absent, *apart), first, signs, tuple(beside))


def _judged(
    text: str,
    likely: Sequence[Ranked],
    core: Sequence[Need],
    aspects: Sequence[Aspect],
    chosen: Sequence[Finding],
    asked_for: Mapping[str, str],
) -> list[Finding]:
    """Judge what is likely evidence and not among the findings: it may contradict them."""
    seen = {one.evidence.text for one in chosen}
    found = []
    for one in likely:
        item = one.evidence
        if item.text in seen:
            continue
        shared = [each for each in aspects if not each.with_topic or _shares_topic(core, each, item)]
        speaks = any(says(each, fold(item.text)) for each in shared)
        own = _share(core, item, False)[1]
        recommends = recommends_in(item, asked_for)
        said = stance(text, item.text, shared, own=own, near=own >= _CLOSE, recommends=recommends)
        found.append(Finding(item, said, item.score + 0.3 * own + _ASPECT_WORTH * speaks, speaks))
    return found


def _chosen(
    query: Query, text: str, evidence: Sequence[Evidence], aspects: Sequence[Aspect], asked_for: Mapping[str, str]
) -> list[Finding]:
    core = matter_of(query)
    pairs = compounds(text, core)
    absent = any(not any(_meets(need, item) for item in evidence) for need in core if not _is_said_otherwise(need))
    ban = any(bans(need.label) for need in core)
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
        speaks = any(says(one, said) for one in shared) or tallies(text, item.text)
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
        recommends = recommends_in(item, asked_for)
        worth = item.score + 0.3 * own + _ASPECT_WORTH * speaks
        said_to_it = stance(text, item.text, shared, own=own, near=near, recommends=recommends)
        settled = speaks or ban or is_partial(item.text) or any(tells_trend(need.label) for need in core)
        if said_to_it is Stance.FOR and not settled and not _says_all(core, item):
            # "Yes" needs every word of the matter: "reviewed" without "heard" is another matter.
            said_to_it = Stance.SILENT
        found.append(Finding(item, said_to_it, worth, speaks))
        if near:
            about[item.hit.passage.passage_id] = max(worth, about.get(item.hit.passage.passage_id, 0.0))
    for item in leaning:
        # "It was not respected": what "it" is stands in the sentence before.
        above = about.get(item.hit.passage.passage_id)
        if above is not None and _DENIAL.search(fold(item.text)) and not is_norm(item.text):
            found.append(Finding(item, Stance.AGAINST, 0.9 * above))
    kept: list[Finding] = []
    best = max((one.worth for one in found), default=0.0)
    if sum(one.stance is not Stance.SILENT for one in found) >= _ENOUGH:
        # What is only on the topic adds nothing to what speaks to the question.
        found = [one for one in found if one.stance is not Stance.SILENT or one.worth >= _NEARLY_BEST * best]
    for one in sorted(found, key=lambda one: (one.stance is Stance.SILENT, -one.worth)):
        if len(kept) < MOST and one.worth >= _WORTHY * best and not _repeats(one.evidence, kept):
            kept.append(one)
    return kept


def _shares_topic(core: Sequence[Need], aspect: Aspect, item: Evidence) -> bool:
    """Say whether a sentence meets a word of the question that the aspect is not about."""
    own = (aspect.asked, aspect.met)
    rest = [need for need in core if not any(one.search(f"{need.label}{end}") for one in own for end in ("", " from"))]
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


def _repeats(item: Evidence, kept: Sequence[Finding]) -> bool:
    words = {stem(word) for word in content_words(item.text)}
    passage = 0
    for one in kept:
        theirs = {stem(word) for word in content_words(one.evidence.text)}
        if words and len(words & theirs) / max(1, len(words | theirs)) >= _SAME:
            return True
        passage += one.evidence.hit.passage.passage_id == item.hit.passage.passage_id
    return passage >= 2
