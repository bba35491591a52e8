"""Groups that the reranker is trained on: a question, one passage that answers it or none, and some that do not."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from random import Random

from ingest.embedding.embedder import Embedder
from ingest.training.pairs import Collection, Pair, is_held_out

OTHERS = 3
"""Passages beside the first of a group."""
MINED = 30
"""Passages that search finds for a question, of which some are drawn."""
_TOP = 3
_CLEARLY = 0.06
_ROBBED = 0.5
_CUT = 0.15
_SHORTENED = 0.6
_TITLED = 0.35
_HEADED = 0.3
# "at Hestad Prison", "in the Lipa remand prison": where a passage says what it is about.
_PLACE = re.compile(
    r",? (?:at|in|of|from) (?:the )?((?:HMP )?[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)*"
    r"(?: (?:remand prison|youth unit|home|hospital|centre|station|facility|unit|prison))?)(?=[ ,.:;])"
)
_TITLES = (
    "Report on a visit to {}",
    "{}: inspection report",
    "Visit to {}",
    "{}",
    "Follow-up visit to {}",
    "Reply on {}",
)
_HEADINGS = (
    "Findings", "Living conditions", "Healthcare", "Safety", "Complaints", "Staff", "Regime and activities", "Food",
    "Contact with the outside world", "Use of force", "Segregation", "Recommendations", "Transport", "Records",
    "Legal safeguards", "Reception", "Children and young people", "Response of the authority", "Governance", "Annex",
)  # fmt: skip
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[\"'(]?[A-Z0-9])")


@dataclass(frozen=True)
class Group:
    """A question with passages; the first answers it where ``answered``."""

    question: str
    passages: tuple[str, ...]
    answered: bool


@dataclass(frozen=True)
class Mined:
    """A question with its answers and the passages that search finds beside them, best first, as places."""

    pair: Pair
    near: tuple[int, ...]


@dataclass(frozen=True)
class Fact:
    """Where the answer stands in a passage: the sentence, and the passage without it, which is on the topic still."""

    sentence: str
    rest: str


def groups_of(
    collection: Collection,
    mined: Sequence[Mined],
    facts: Mapping[tuple[str, str], Fact],
    random: Random,
    *,
    long: bool = False,
) -> Iterator[Group]:
    """Yield one group for each mined question, drawn anew at every call.

    Args:
        collection: of the passages.
        mined: its questions.
        facts: by question and passage, see :func:`facts_of`.
        random: draws.
        long: whether passages are mostly longer than a paragraph of a report: some are then shortened.
    """
    for item in mined:
        answers = {collection.passages[place] for place in item.pair.answers}
        near = [text for place in item.near if (text := collection.passages[place]) not in answers]
        near = list(dict.fromkeys(near))
        answer = collection.passages[random.choice(item.pair.answers)]
        others: list[str] = []
        fact = facts.get((item.pair.question, answer))
        if fact is not None and random.random() < _ROBBED:
            others.append(fact.rest)
        # The first places hold some answers that nobody marked: they are drawn less often than those below.
        others += random.sample(near[:_TOP], min(len(near[:_TOP]), random.choice((0, 1, 1))))
        others += random.sample(near[_TOP:MINED], max(0, min(len(near[_TOP:MINED]), OTHERS - len(others))))
        while len(others) < OTHERS:
            easy = random.choice(collection.passages)
            if easy not in answers and easy not in others:
                others.append(easy)
        kept = fact.sentence if fact is not None else None
        if kept is not None and random.random() < _CUT:
            answer = kept
        elif long and kept is not None and random.random() < _SHORTENED:
            answer = shortened(answer, random, kept)
        if long:
            others = [shortened(text, random) if random.random() < _SHORTENED else text for text in others]
        texts = [answer, *others]
        if collection.name == "reports":
            texts = [titled(text, random) for text in texts]
        yield Group(item.pair.question, tuple(texts), True)


def titled(text: str, random: Random) -> str:
    """Return a passage as search shows it to the model: now and then its place stands in a title, under a heading."""
    lines = []
    place = _PLACE.search(text)
    if place and random.random() < _TITLED:
        lines.append(random.choice(_TITLES).format(place[1]))
        text = text[: place.start()] + text[place.end() :]
        text = text[:1].upper() + text[1:]
    if random.random() < _HEADED:
        lines.append(random.choice(_HEADINGS))
    return "\n".join((*lines, text))


def shortened(text: str, random: Random, keep: str | None = None) -> str:
    """Return two to four neighbouring sentences of a text, ``keep`` among them where it is given."""
    pieces = sentences_of(text)
    size = random.choice((2, 3, 4))
    at = pieces.index(keep) if keep in pieces else random.randrange(len(pieces))
    start = max(0, at - random.randrange(size))
    return " ".join(pieces[start : start + size])


def sentences_of(text: str) -> list[str]:
    """Return the sentences of a text, roughly."""
    return _SENTENCE.split(text.strip())


def facts_of(collection: Collection, pairs: Sequence[Pair], embedder: Embedder) -> dict[tuple[str, str], Fact]:
    """Return, by question and answering passage, the sentence that answers.

    It is the one nearest to the question in vectors; where none is clearly nearest, there is no entry.
    """
    asked = [(pair.question, collection.passages[place]) for pair in pairs for place in pair.answers]
    cut = {text: sentences_of(text) for _, text in asked}
    pieces = list(dict.fromkeys(piece for held in cut.values() if len(held) > 1 for piece in held))
    rows = dict(zip(pieces, embedder.embed_passages(pieces), strict=True))
    questions = list(dict.fromkeys(question for question, text in asked if len(cut[text]) > 1))
    vectors = dict(zip(questions, embedder.embed_passages(questions), strict=True))
    found = {}
    for question, text in asked:
        held = cut[text]
        if len(held) < 2:
            continue
        near = [float(rows[piece] @ vectors[question]) for piece in held]
        best, second = sorted(near, reverse=True)[:2]
        if best - second >= _CLEARLY:
            at = near.index(best)
            found[question, text] = Fact(held[at], " ".join((*held[:at], *held[at + 1 :])))
    return found


def unanswered(collection: Collection, *, held: bool = False) -> Iterator[Group]:
    """Yield the written questions whose fact a passage lacks though it has the words, passages around it beside it.

    Args:
        collection: of the invented report passages, those of one report one after the other.
        held: give those that are never trained on.
    """
    places = {text: place for place, text in enumerate(collection.passages)}
    lines = (files("ingest.training") / "questions" / "unanswered.json").read_text("utf-8")
    for opening, questions in json.loads(lines).items():
        text = next(text for text in collection.passages if text.startswith(opening))
        if is_held_out(text) is not held:
            continue
        place = min(max(places[text], OTHERS // 2), len(collection.passages) - 1 - OTHERS)
        around = [other for other in collection.passages[place - OTHERS // 2 : place + OTHERS + 1] if other != text][
            :OTHERS
        ]
        for question in questions:
            yield Group(question, (text, *around), False)
