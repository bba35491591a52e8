"""Spelling: misspelt words of a question, mended with the words of the passages found."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import replace

from assistant.lexicon import load_lexicon
from assistant.needs import Need, needs_of
from assistant.query import Query
from assistant.terms import STOP, stem, tokens
from ingest.passage import Passage

_SHORTEST = 4
_SHORT = 5
_OFTEN = 3
_ENDINGS = frozenset(
    ["", "s", "d", "e", "ed", "es", "er", "ers", "est", "ing", "ce", "t", "a", "an", "ian", "n", "al", "y", "ly"]
)


def corrected_needs(query: Query, passages: Iterable[Passage], known: Collection[str]) -> tuple[Query, dict[str, str]]:
    """Mend misspelt words of the needs with the nearest word of the candidates.

    The lexical index has already looked for near spellings, so the right word is among its results.

    Args:
        query: as understood.
        passages: the candidates.
        known: the stems of their words.
    """
    places = {word for place in query.places if place.exact for word in place.words}
    strange = [need.label for need in query.needs if _strange(need, places, known)]
    corrected = _nearest(strange, passages) if strange else {}
    if not corrected:
        return query, corrected
    mended = " ".join(corrected.get(token, token) for token in tokens(query.text))
    weights = {corrected.get(need.label, need.label): need.weight for need in query.needs if need.name}
    return replace(query, needs=needs_of(mended, weights)), corrected


def _strange(need: Need, places: Collection[str], known: Collection[str]) -> bool:
    """Whether no candidate and no list of words knows the word of a need."""
    word = need.label
    return not (
        need.others
        or word in places
        or " " in word
        or len(word) < _SHORTEST
        or word[0].isdigit()
        or stem(word) in known
        or load_lexicon().holds(word)
    )


def _nearest(strange: Iterable[str], passages: Iterable[Passage]) -> dict[str, str]:
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    counts = Counter(token for passage in passages for token in tokens(str(passage.text)))
    for word in load_lexicon().words:
        counts.setdefault(word, 0)
    words = [word for word in counts if len(word) >= 4 and not word[0].isdigit()]
    corrected: dict[str, str] = {}
    for word in strange:
        limit = 1 if len(word) < 6 else 2
        near = process.extract(word, words, scorer=OSA.distance, score_cutoff=limit, limit=6)
        near = [
            item
            for item in near
            if item[0][0] == word[0]
            and _is_misspelling(word, item[0])
            and item[0] not in STOP
            and (len(word) > _SHORT or counts[item[0]] >= _OFTEN or load_lexicon().holds(item[0]))
        ]
        if near:
            corrected[word] = min(near, key=lambda item: (item[1], -counts[item[0]]))[0]
    return corrected


def _is_misspelling(word: str, candidate: str) -> bool:
    """Whether one word can be the other with a slip of the fingers, and not another form or another word.

    Two letters may be missing, doubled or exchanged, but not replaced: "dismissed" is no "discussed".
    """
    from rapidfuzz.distance import OSA, Indel

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
