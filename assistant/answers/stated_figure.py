"""Stated figures: the number that a sentence of a report gives for what a question counts.

Every number of the best sentences is a candidate. What speaks for one is measured by a few general features, how well
its clause speaks of what is asked, what is counted right after it, whether it is a whole or a part, and weighed by a
logistic function that ``python -m evals.figure_fit`` fits; none of them refers to a subject.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from assistant.answers.core import stems_of
from assistant.answers.evidence import Evidence
from assistant.answers.nearness import WordVectors, met
from assistant.question.counted import PEOPLE, SEXES, CountedThing, counted_of
from assistant.question.needs import Need, coverage, stemmed
from assistant.question.numerals import NUMERAL, numbers_in
from assistant.question.query import Query
from assistant.question.terms import STOP, fold, stem, tokens, word_list
from ingest.passage import OFFICIAL_KINDS

if TYPE_CHECKING:
    from ingest.reranking.reranker import Reranker

BIAS = -1.504
WEIGHTS = (
    1.074, 0.237, 1.128, 0.044, 1.266, 1.287, 0.626, 1.077, -0.191, -0.639, -0.176, -0.077, -0.801, 0.313, 0.21, -0.313,
    0.539, 0.125, 0.257, -0.585, -0.993, -0.022, -0.629, -0.824, 0.233, 0.555, -0.158, 1.335,
)  # fmt: skip
LEAST = 0.7
"""Least probability of a figure whose sentence opens the answer."""
CLEAR = 0.4
"""By how much in log odds its best figure must lead every other number: two visits often give two.

With both 27 of 29 figures were right, each set by weights of the others, where no register, table or range had the
number (by a bar of .5 alone 40 of 50); of a stranger's questions fewer, so the sentence is quoted and no number named.
"""

_MOST_READ = 24
_MOST_CLAUSES = 16
_READ_SCALE = 5.0
_AFTER = 5
_SURE_NOUN = 0.8
# Numbers by which something is called: of paragraphs and rules, days of a month, years.
_CALLED = re.compile(
    r"\b(?:recommendations?|paragraphs?|paras?\.?|articles?|art\.|rules?|sections?|chapters?|tables?|figures?|nos?\.?|"
    r"deficienc(?:y|ies)|findings?|concerns?|practices?|requests?|measures?|wards?|blocks?|units?|levels?|level -|"
    r"modules?|no|law|decision) \(?(?:\d[\d.]*(?:(?:, (?:and )?| and | to |[-–])\d[\d.]*)*)|"
    r"\b\d{1,2}(?:(?: and | to |[-–])\d{1,2})? (?:january|february|march|april|may|june|july|august|september|october|"
    r"november|december)\b|(?<![\d.,])(?:19|20)\d\d(?!\d|,\d)|\[[^\]]*\]|"
    r"(?<=\d, )\d{1,2}(?= and \d{1,2}\b)|\b\d{1,2}(?=, \d{1,2} and \d{1,2}\b)"
)
_UNITS = frozenset(
    word_list(
        """
    % percent hour hours day days week weeks month months year years minute minutes second seconds metre metres meter
    meters cm mm m km kg degrees euro euros pounds dollars rupees marks colones a.m p.m am pm storey storeys square
    """
    )
)
_TIMES = frozenset(["times", "occasions", "time", "once", "twice"])
_BOUNDARY = re.compile(r"[;:()–—|]|, |\b(?:and|but|while|whereas|although|though|of whom|of which|against)\b")
_EARLIER = re.compile(r"\b(?:against|from|than|compared (?:with|to)|instead of|previously|capacity of|places for)\W+$")
_OF_WHOLE = re.compile(r"\bof (?:the |these |those |all |its |our |some )*$")
_PART_OF = re.compile(r"^ (?:\w+ )?(?:out )?of (?:the |these |those |its |our )*(?P<number>\S+)")
# "58 placements, of which nineteen ...": a whole, of which a part is told next.
_PARTED = re.compile(
    rf"\W*(?:and )?(?:of (?:whom|which|these|those|them)\b|{NUMERAL}(?: \w+)? of (?:whom|which|these|those|them)\b)"
)
_THESE = re.compile(r"^ of (?:them|these|those|whom|which)\b")
_DUTY = re.compile(r"\b(?:should|shall|must|recommends?|at least|no more than|within)\b")
_ROW_SEPARATOR = " | "


@dataclass(frozen=True)
class Figure:
    """A number in a sentence.

    Attributes:
        number: its value.
        item: the sentence.
        features: what was measured.
    """

    number: int
    item: Evidence
    features: tuple[float, ...]
    clause: str = ""


def stated_figure(
    query: Query, evidence: Sequence[Evidence], vectors: WordVectors | None, reranker: Reranker
) -> Figure | None:
    """Return the figure that a question counts, ``None`` where none is likely enough or another number is as likely.

    Args:
        query: the question.
        evidence: sentences, best first.
        vectors: of single words; without them only the same words match.
        reranker: reads the clauses of the likeliest figures together with the question.
    """
    found = sorted(figures_in(query, evidence, vectors), key=lambda one: -_value(one.features))[:_MOST_CLAUSES]
    read = read_clauses(query.text, found, reranker)
    at = chosen([one.number for one in read], [_value(one.features) for one in read])
    return None if at is None else read[at]


def chosen(numbers: Sequence[int], values: Sequence[float]) -> int | None:
    """Return which of some figures may be said to be the answer: likely enough, and no other number near.

    Args:
        numbers: of the figures.
        values: their log odds, in step.
    """
    at = max(range(len(values)), key=lambda one: values[one], default=None)
    if at is None or values[at] < math.log(LEAST / (1 - LEAST)):
        return None
    rival = max((value for number, value in zip(numbers, values, strict=True) if number != numbers[at]), default=None)
    return None if rival is not None and values[at] - rival < CLEAR else at


def read_clauses(question: str, figures: Sequence[Figure], reranker: Reranker) -> list[Figure]:
    """Add to the features of figures what the model that reads both says of question and clause."""
    clauses = list(dict.fromkeys(one.clause for one in figures))
    told = dict(zip(clauses, map(float, reranker.score(question, clauses)), strict=True)) if clauses else {}
    return [replace(one, features=(*one.features, told[one.clause] / _READ_SCALE)) for one in figures]


def figures_in(query: Query, evidence: Sequence[Evidence], vectors: WordVectors | None) -> list[Figure]:
    """Measure every number of the best sentences.

    Args:
        query: the question.
        evidence: sentences, best first.
        vectors: of single words; without them only the same words match.
    """
    asked = counted_of(query)
    best = evidence[0].score if evidence else 0.0
    found: list[Figure] = []
    for rank, item in enumerate(evidence[:_MOST_READ]):
        if item.hit.document.kind in OFFICIAL_KINDS:
            continue
        for order, (number, clause, features) in enumerate(_measured(asked, item, vectors)):
            placed = (
                item.score - best,
                rank / _MOST_READ,
                (item.read if item.read is not None else -5.0) / _READ_SCALE,
            )
            row = (*placed, float(order == 0), *features)
            found.append(Figure(number, item, row, clause))
    return found


def _value(row: Sequence[float]) -> float:
    return BIAS + sum(weight * x for weight, x in zip(WEIGHTS, row, strict=False))


def _measured(
    asked: CountedThing, item: Evidence, vectors: WordVectors | None
) -> list[tuple[int, str, tuple[float, ...]]]:
    text = fold(item.text)
    blank = _CALLED.sub(lambda match: "#" * len(match[0]), text)
    numbers = [one for one in numbers_in(blank) if one[2] not in asked.numbers]
    if not numbers:
        return []
    row = _ROW_SEPARATOR in item.text
    whole = fold(str(item.hit.passage.text))
    at = whole.find(text)
    before_text = whole[max(0, at - 300) : at] if at > 0 else ""
    in_sentence = coverage(asked.needs, stems_of(item))
    in_context = coverage(asked.needs, stemmed(before_text, item.text, *item.hit.passage.heading_path[-2:]))
    cuts = [0, *(match.end() for match in _BOUNDARY.finditer(text)), len(text)]
    found: list[tuple[int, str, tuple[float, ...]]] = []
    for start, end, number in numbers:
        left = max(cut for cut in cuts if cut <= start)
        right = min((cut for cut in cuts if cut > end), default=len(text))
        clause = text[left:right]
        after = tokens(text[end:])[:_AFTER]
        inside = tokens(text[end:right])[:_AFTER]
        noun = _noun(asked, inside, vectors)
        # "Of 1,026 complaints made, 389 were late", "There were 61 of them": what is counted was named before.
        named = _noun(asked, tokens(f"{before_text[-160:]} {text[:start]}"), vectors) if noun < _SURE_NOUN else 0.0
        unit = bool(after) and (
            after[0] in _UNITS or text[end : end + 1] == "%" or text[end : end + 3] in (" m2", " m²")
        )
        times = bool(set(after[:2]) & _TIMES) or text[start:end] in _TIMES
        own_unit = bool(after) and stem(after[0]) == asked.head
        others = SEXES[1 - asked.sex] if asked.sex >= 0 else frozenset()
        part = _PART_OF.match(text[end:])
        is_part = bool(part and numbers_in(part["number"] if part else ""))
        found.append(
            (
                number,
                item.text[left:right].strip() if len(text) == len(item.text) else clause.strip(),
                (
                    noun,
                    named,
                    _near(asked.needs, clause, vectors),
                    _near(asked.rest, clause, vectors) if asked.rest else 1.0,
                    float(bool(asked.rest) and bool(_PARTED.match(text[right:]))),
                    float(number == 1),
                    float(bool(_THESE.match(text[end:]))),
                    float(not inside),
                    float(unit and not own_unit),
                    float(times and asked.often),
                    float(times and not asked.often),
                    float(asked.often and not times),
                    coverage(asked.needs, stemmed(clause)),
                    in_sentence,
                    in_context,
                    float(bool(_OF_WHOLE.search(text[:start]))) * (1.0 if asked.part else 0.5),
                    float(bool(_OF_WHOLE.search(text[:start]))),
                    float(is_part),
                    float(bool(_EARLIER.search(text[:start]))),
                    float(bool(_DUTY.search(clause))),
                    float(row),
                    float(asked.people and bool(set(inside[:2]) & PEOPLE)),
                    float(bool(others & set(inside[:3]))),
                ),
            )
        )
    return found


def _near(needs: Sequence[Need], clause: str, vectors: WordVectors | None) -> float:
    """Coverage of what is asked by a clause, near words counted as far as they are near."""
    total = sum(need.weight for need in needs)
    if not total or vectors is None:
        return 0.0
    words = [word for word in tokens(clause) if word not in STOP and not word[0].isdigit()]
    vectors.learn([*(need.label for need in needs), *words])
    ready = stemmed(clause)
    return sum(need.weight * met(need, ready, vectors.nearest(need.label, words)) for need in needs) / total


def _noun(asked: CountedThing, inside: Sequence[str], vectors: WordVectors | None) -> float:
    """How far what stands after a number is what a question counts: the head noun, or another of its words."""
    if not inside or not asked.thing:
        return 0.0
    stems = [stem(word) for word in inside]
    if asked.head and asked.head in stems:
        return 1.0
    if any(stem(word) in stems for word in asked.thing):
        return 0.8
    if vectors is None:
        return 0.0
    words = [word for word in inside if word not in STOP]
    vectors.learn([*asked.thing, *words])
    return 0.7 * max((vectors.nearest(word, words) for word in asked.thing), default=0.0)
