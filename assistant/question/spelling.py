"""Spelling: misspelt words of a question, mended with the words of the passages found."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from assistant.question.lexicon import load_lexicon
from assistant.question.needs import Need, needs_of
from assistant.question.query import Query
from assistant.question.terms import STOP, fold, stem, tokens
from ingest.passage import Passage
from redaction.lexicon import lexicon

_SHORTEST = 4
_DOUBLED = re.compile(r"([^\W\d_])\1+")
_SHORT = 5
_OFTEN = 3
_ENDINGS = frozenset(
    ["", "s", "d", "e", "ed", "es", "er", "ers", "est", "ing", "ce", "t", "a", "an", "ian", "n", "al", "y", "ly"]
)


def corrected_needs(
    query: Query, passages: Iterable[Passage], known: Sequence[Collection[str]]
) -> tuple[Query, dict[str, str]]:
    """Mend misspelt words of the needs with the nearest word of the candidates.

    The lexical index has already looked for near spellings, so the right word is among its results.

    Args:
        query: as understood.
        passages: the candidates.
        known: the stems of the words of each.
    """
    places = {word for place in query.places if place.exact for word in place.words}
    strange = [need.label for need in query.needs if _strange(need, places)]
    strange = [word for word in strange if not any(stem(word) in words for words in known)]
    strange = [word for word in strange if not lexicon().is_common(word)]
    corrected = _nearest(strange, [*passages]) if strange else {}
    if not corrected:
        return query, corrected
    mended = " ".join(corrected.get(token, token) for token in tokens(query.text))
    weights = {corrected.get(need.label, need.label): need.weight for need in query.needs if need.name}
    return replace(query, needs=needs_of(mended, weights)), corrected


def _strange(need: Need, places: Collection[str]) -> bool:
    """Whether no list of words knows the word of a need: a word that is English is meant as it stands."""
    word = need.label
    return not (
        need.others
        or word in places
        or " " in word
        or len(word) < _SHORTEST
        or word[0].isdigit()
        or load_lexicon().holds(word)
    )


def _nearest(strange: Iterable[str], passages: Sequence[Passage]) -> dict[str, str]:
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    texts = [fold(str(passage.text)) for passage in passages]
    corrected: dict[str, str] = {}
    for word in strange:
        counts = _words_like(word, texts)
        limit = 1 if len(word) < 6 else 2
        near = process.extract(word, list(counts), scorer=OSA.distance, score_cutoff=limit, limit=12)
        near = [
            item
            for item in near
            if _is_misspelling(word, item[0])
            and item[0] not in STOP
            and (len(word) > _SHORT or counts[item[0]] >= _OFTEN or load_lexicon().holds(item[0]))
        ]
        if near:
            corrected[word] = min(near, key=lambda item: _remoteness(item[0], item[1], counts))[0]
    return corrected


def _remoteness(candidate: str, distance: float, counts: Counter[str]) -> tuple[float, bool, int]:
    """Rank a candidate, the least first: an ordinary word comes before a short form that this corpus alone uses."""
    rare = not lexicon().is_common(candidate)
    return distance + rare, rare, -counts[candidate]


def _words_like(word: str, texts: Iterable[str]) -> Counter[str]:
    """Count the words of texts, and name those of the field, that begin like a word and are about as long."""
    like = re.compile(rf"\b{re.escape(word[0])}[^\W\d_]{{{max(3, len(word) - 3)},{len(word) + 1}}}\b")
    counts = Counter(found for text in texts for found in like.findall(text))
    for known in load_lexicon().words:
        if like.fullmatch(known):
            counts.setdefault(known, 0)
    return counts


def _is_misspelling(word: str, candidate: str) -> bool:
    """Whether one word can be the other with a slip of the fingers, and not another form or another word.

    Two letters may be missing, doubled or exchanged, but not replaced: "dismissed" is no "discussed".
    """
    from rapidfuzz.distance import OSA, Indel

    # A letter doubled or not is a slip, though it may look like another ending ("acces", "access").
    if _DOUBLED.sub(r"\1", word) == _DOUBLED.sub(r"\1", candidate):
        return True
    same = next(
        (n for n, (a, b) in enumerate(zip(word, candidate, strict=False)) if a != b), min(len(word), len(candidate))
    )
    if same >= 4 and word[same:] in _ENDINGS and candidate[same:] in _ENDINGS and candidate[same:] != "e":
        return False
    if OSA.distance(word, candidate) <= 1:
        return True
    if sorted(word) == sorted(candidate):
        return True
    return Indel.distance(word, candidate) <= 2 and abs(len(word) - len(candidate)) <= 1
