"""Abstention: when to say that nothing was found, measured by how well the evidence covers the question.

The estimate is a logistic function of a few general features. Its weights were fitted on the development questions of
visit reports and on the same questions with the documents that answer them taken away (``evals`` repeats the
measurement); none of them refers to a word or a document.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.answer import Reason
from assistant.evidence import Evidence
from assistant.naming import is_generic
from assistant.needs import STRONG, Need, coverage, stemmed
from assistant.query import Query
from assistant.routing import Route
from assistant.searching import Hit
from assistant.terms import capitalised, fold, stem, tokens, word_list
from ingest.passage import Coverage, Filters

# passage, sentence, cosine, unmet, unmet name, similar, absent
_BIAS = -0.98
_WEIGHTS = (1.75, 0.38, 0.92, -2.75, -0.75, 2.05, -0.42)
THRESHOLD = 0.45
THRESHOLD_LAW = 0.18
_TOP = 5
_MEASURES = (
    (
        re.compile(r"\b(?:rate|rates|percentage|proportion|per cent|share) (?:of|at|in|for|among)\b|\brates?\W*$"),
        re.compile(
            r"%|\bper cent\b|\bpercent|\brates?\b|\bproportion\b|\bper (?:1|100|thousand)|"
            r"\b\d+ (?:of|out of) (?:the )?\d+"
        ),
    ),
    (
        re.compile(
            r"\b(?:budget|cost|costs|price|salary|salaries|wages|spend|spent|spending|expenditure|funding)\b(?! cut)"
        ),
        re.compile(
            r"[€$£¥]|\b(?:eur|usd|gbp|euros?|dollars?|pounds?|million|budget|cost|costs|price\w*|wage\w*|salar\w+|"
            r"spen[dt])\b"
        ),
    ),
    (re.compile(r"\btemperature"), re.compile(r"\bdegrees?\b|°|\btemperature")),
)
# Words that reports of one kind all have, or that only say how much or how often.
COMMON = frozenset(
    word_list(
        """
    prisoner inmate detainee patient resident officer guard staff governor director manager superintendent man men
    people person population prison jail hospital police custody station establishment facility centre institution unit
    inspector inspectorate board committee delegation long often big large small quickly fast soon enough good bad took
    happen happens work works seen see look run runs rights right role meant use used total time times day days
    """
    )
)
_COMMON_STEMS = frozenset(stem(word) for word in COMMON)
# Words by which a follow-up points at what was said, or asks for its measure.
_POINTING = frozenset(
    stem(word)
    for word in word_list(
        """
    first second third fourth last next came come comes open closed again also accept accepted reject rejected agree
    agreed reply response answered happened fix fixed carried implemented status tall high deep wide heavy big bigger
    small smaller large larger old older longer shorter later sooner else thing things anything something mean means
    """
    )
)
_SENTENCES = 12


@dataclass(frozen=True)
class Features:
    """What abstention looks at, each about 0 to 1. Where the question names a place or body, only its documents count.

    Attributes:
        passage: coverage of the question's topic by the best passage.
        sentence: coverage of the topic by the best sentence.
        cosine: similarity of the question and the nearest passage.
        unmet: share of the topic that none of the best passages meets.
        unmet_name: 1 if a name in the question is met by no candidate at all.
        similar: similarity of the question and the nearest sentence.
        absent: share of the topic that no candidate at all meets: words the corpus does not have.
    """

    passage: float
    sentence: float
    cosine: float
    unmet: float
    unmet_name: float
    similar: float
    absent: float

    def vector(self) -> tuple[float, ...]:
        """Return the features in the order of the weights."""
        return (self.passage, self.sentence, self.cosine, self.unmet, self.unmet_name, self.similar, self.absent)


def features(
    query: Query, hits: Sequence[Hit], evidence: Sequence[Evidence], carried: frozenset[str] = frozenset()
) -> Features:
    """Measure how well the evidence covers a question.

    Args:
        query: the question, a follow-up written out.
        hits: passages, best first.
        evidence: sentences, best first.
        carried: words taken over from the conversation: what was answered before is covered, and says nothing of
            whether this question is; where a follow-up has words of its own, only they count.
    """
    named = _pointed_at(query)
    own = [hit for hit in hits if not named or hit.document.document_id in named][:_TOP]
    topic = query.topic or tuple(need for need in query.needs if need.weight >= STRONG) or query.needs
    if Route.PROVISION not in query.routes:
        topic = tuple(need for need in topic if not _is_common(need)) or topic
    asked = tokens(query.text)
    topic = tuple(need for need in topic if not _leaning(need, carried, asked)) or topic
    said = [item for item in evidence if not named or item.hit.document.document_id in named][:_SENTENCES]
    unmet = [need for need in topic if not any(need.met_by(hit.text.stems, hit.text.present) >= 0.5 for hit in own)]
    total = sum(need.weight for need in topic)
    absent = [need for need in unmet if not any(need.met_by(hit.text.stems, hit.text.present) >= 0.5 for hit in hits)]
    missing = [
        need
        for need in query.needs
        if need.name
        and need.label.isalpha()
        and not is_generic(need.label)
        and need.label not in query.naming_words
        and not any(need.own[0] in hit.text.present for hit in hits)
    ]
    return Features(
        passage=max((coverage(topic, hit.text) for hit in own), default=0.0),
        sentence=max((coverage(topic, stemmed(item.text)) for item in said), default=0.0),
        cosine=max((hit.dense or 0.0 for hit in own), default=0.0),
        unmet=sum(need.weight for need in unmet) / total if total else 1.0,
        unmet_name=float(bool(missing)),
        absent=sum(need.weight for need in absent) / total if total else 1.0,
        similar=max((item.similarity for item in said), default=0.0),
    )


def _pointed_at(query: Query) -> set[str]:
    """The documents that a question names by a name; a word that only happens to stand in a title names none."""
    capitals = capitalised(query.text) | {word for place in query.places for word in (*place.words, *place.key)}
    return {name for name, words in query.documents.items() if set(words) & capitals}


def _leaning(need: Need, carried: frozenset[str], asked: Sequence[str]) -> bool:
    """Whether a need of a follow-up was said before or only points at what was: "the second one", "how tall"."""
    if not carried:
        return False
    words = set(need.label.split())
    # Where spelling was corrected, the word as it was asked decides.
    words = {word if word in asked else next((one for one in asked if _alike(one, word)), word) for word in words}
    return words <= carried or all(stem(word) in _POINTING for word in words)


def _alike(asked: str, corrected: str) -> bool:
    return asked[0] == corrected[0] and abs(len(asked) - len(corrected)) <= 1 and stem(asked) in _POINTING


def _is_common(need: Need) -> bool:
    """Whether every report meets a need: people, offices and measures say little about whether it answers."""
    return need.label.isdigit() or all(word in COMMON or stem(word) in _COMMON_STEMS for word in need.label.split())


def confidence(measured: Features) -> float:
    """Return the estimated probability that the evidence answers the question."""
    value = _BIAS + sum(weight * x for weight, x in zip(_WEIGHTS, measured.vector(), strict=True))
    return 1 / (1 + math.exp(-value))


def threshold(query: Query, *, follow_up: bool = False) -> float:
    """Return the least confidence to answer with.

    Less for law, where a near provision still shows the way, and for follow-ups, whose words are partly borrowed.
    """
    if follow_up:
        return THRESHOLD_LAW
    return THRESHOLD_LAW if Route.PROVISION in query.routes else THRESHOLD


def lacks_measure(query: Query, evidence: Sequence[Evidence]) -> bool:
    """Say whether a measure is asked for (a rate, a budget) that no sentence on the topic states.

    The topic alone is not enough: a report that speaks of suicides may still not know their rate.
    """
    asked = fold(query.text)
    said = [item for item in evidence if not query.documents or item.hit.document.document_id in query.documents]
    for wanted, stated in _MEASURES:
        if wanted.search(asked):
            rest = [need for need in query.topic if not wanted.search(need.label) and not _is_common(need)]
            return not any(stated.search(fold(item.text)) and _meets(rest, item) for item in said[:_SENTENCES])
    return False


def lacks(query: Query, evidence: Sequence[Evidence]) -> bool:
    """Say whether something that the question asks for by kind is in no sentence found: a measure, a year."""
    return lacks_measure(query, evidence) or lacks_year(query, evidence)


def lacks_year(query: Query, evidence: Sequence[Evidence]) -> bool:
    """Say whether a year is asked for that nothing found on the topic is of: not the sentence, not its document."""
    if not query.dates.years:
        return False
    topic = [need for need in query.topic if not need.label[0].isdigit() and not _is_common(need)]
    newest = max((date for item in evidence for date in _dates_of(item)), default="")
    ahead = bool(newest) and min(query.dates.years) > newest[:4]
    named = _pointed_at(query)
    for item in evidence[:_SENTENCES]:
        if named and item.hit.document.document_id not in named:
            continue
        metadata = item.hit.document.metadata
        dates = _dates_of(item)
        about = " ".join((item.text, str(item.hit.passage.text), *item.hit.passage.heading_path, metadata.title or ""))
        held = any(query.dates.holds(date) if query.dates.bounded else date[:4] in query.dates.years for date in dates)
        of_year = (not dates and not ahead) or held or any(year in about for year in query.dates.years)
        if of_year and (_meets_all(topic, item) if ahead else _meets(topic, item)):
            return False
    return bool(evidence)


def _meets_all(needs: Sequence[Need], item: Evidence) -> bool:
    """Of a year to come only a sentence on the very thing speaks: many look ahead to it in passing."""
    words = stemmed(item.text, *item.hit.passage.heading_path[-1:])
    return all(need.met_by(words.stems, words.present) >= 0.4 for need in needs)


def _dates_of(item: Evidence) -> list[str]:
    metadata = item.hit.document.metadata
    return [date for date in (metadata.visit_start, metadata.visit_end, metadata.published) if date]


def _meets(needs: Sequence[Need], item: Evidence) -> bool:
    words = stemmed(item.text, *item.hit.passage.heading_path[-1:])
    return not needs or any(need.met_by(words.stems, words.present) >= 0.4 for need in needs)


def refusal(query: Query) -> Reason | None:
    """Return why a question may not be answered whatever the evidence, or ``None``."""
    if query.route is Route.IDENTITY:
        return Reason.IDENTITY_REQUEST
    if query.route is Route.INSTRUCTION:
        return Reason.NOT_PERMITTED
    if query.route is Route.OUT_OF_SCOPE:
        return Reason.NOT_IN_CORPUS
    return None


def refusal_text(reason: Reason, searched: Coverage, filters: Filters, *, route: Route | None = None) -> str:
    """Say for people why nothing is answered, and what was searched."""
    if reason is Reason.IDENTITY_REQUEST:
        return (
            "This asks for something that identifies a person. Names and other personal data are removed before "
            "documents are stored, and are not given out (OPCAT, art. 21(2): no personal data is published without "
            "the express consent of the person concerned). Ask about the situation instead."
        )
    if reason is Reason.NOT_PERMITTED:
        return (
            "This asks the service to set aside its rules. Instructions in a question or in a document do not change "
            "what it does: it quotes redacted text only. Ask about the content of the reports."
        )
    if route is Route.OUT_OF_SCOPE:
        return (
            "This service finds and quotes what visit reports, responses and instruments say; it does not write other "
            "texts. Recommendations are drafted with `opcat draft`."
        )
    if reason is Reason.AMBIGUOUS:
        return "This question can be read in several ways."
    if searched.documents == 0 and filters == Filters():
        return "The library holds no reports yet. Add some with `opcat ingest PATH`."
    return f"Not found in {coverage_phrase(searched)}."


def coverage_phrase(searched: Coverage) -> str:
    """Say what was searched: ``16 documents (412 passages); 1 held for review, 2 pages unread``."""
    documents = "1 document" if searched.documents == 1 else f"{searched.documents} documents"
    passages = "1 passage" if searched.passages == 1 else f"{searched.passages} passages"
    rest = []
    if searched.held:
        rest.append(f"{searched.held} held for review")
    if searched.unread_pages:
        pages = "1 page" if searched.unread_pages == 1 else f"{searched.unread_pages} pages"
        rest.append(f"{pages} unread")
    return f"{documents} ({passages})" + (f"; {', '.join(rest)}" if rest else "")
