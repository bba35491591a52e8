"""Needs: what a question is about, as units that a passage either speaks of or does not."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from assistant.question.lexicon import load_lexicon
from assistant.question.terms import STOP, WEAK, capitalised, contains, stem, stems, tokens

STRONG = 0.5
"""From this weight on a need says what the question is about."""
_WEAK_WEIGHT = 0.25
_SYNONYM_WORTH = 0.75
_CARRIED_WORTH = 0.5


@dataclass(frozen=True)
class Need:
    """One unit of a question.

    Attributes:
        label: the words of the question, folded.
        own: the words themselves, stemmed.
        others: other ways to say it, stemmed.
        weight: 1 for ordinary words, less for words that most reports share, more for names and numbers.
        name: whether it is a proper name or number, which no synonym can replace.
    """

    label: str
    own: tuple[str, ...]
    others: tuple[tuple[str, ...], ...] = ()
    weight: float = 1.0
    name: bool = False

    def met_by(self, stemmed: tuple[str, ...], present: frozenset[str]) -> float:
        """Return 1 if a text holds the words, less for another way to say it, else 0."""
        if self.own[0] in present and contains(stemmed, self.own):
            return 1.0
        if any(other[0] in present and contains(stemmed, other) for other in self.others):
            return _SYNONYM_WORTH
        if len(self.own) > 1:
            return 0.4 * sum(word in present for word in self.own) / len(self.own)
        return 0.0


@dataclass(frozen=True)
class Stemmed:
    """A text ready to be matched."""

    stems: tuple[str, ...]
    present: frozenset[str]


def stemmed(*texts: str) -> Stemmed:
    """Prepare one or several texts that count together."""
    words: list[str] = []
    for text in texts:
        words.extend(stems(text))
    return Stemmed(tuple(words), frozenset(words))


def needs_of(
    question: str, names: Mapping[str, float] | None = None, carried: frozenset[str] = frozenset()
) -> tuple[Need, ...]:
    """Return the needs of a question.

    Args:
        question: with spelling already corrected.
        names: folded words known to be proper names in the corpus, with their weights.
        carried: folded words taken over from the conversation: they weigh half.
    """
    known_names = names or {}
    words = tokens(question)
    stemmed_words = tuple(stem(word) for word in words)
    capitals = capitalised(question)
    taken: set[int] = set()
    found: list[tuple[int, Need]] = []
    # Longer phrases first: "mental health" is not also "health".
    for concept, phrase in sorted(load_lexicon().found_in(stemmed_words), key=lambda found: -len(found[1])):
        at = _position(stemmed_words, phrase)
        span = range(at, at + len(phrase))
        if any(index in taken for index in span) and len(phrase) == 1:
            continue
        if all(words[index] in WEAK or words[index] in STOP for index in span) and not _told_about(words, at):
            weight = _WEAK_WEIGHT
        else:
            weight = 1.0
        if any(words[index] in known_names for index in span):
            continue
        taken.update(span)
        others = tuple(other for other in concept.stems if other != phrase)
        found.append((at, Need(" ".join(words[at : at + len(phrase)]), phrase, others, weight)))
    for index, word in enumerate(words):
        if index in taken or word in STOP:
            continue
        is_name = word in known_names or word in capitals or word[0].isdigit()
        weak = word in WEAK and not _told_about(words, index)
        weight = known_names.get(word, _WEAK_WEIGHT if weak else 1.3 if is_name else 1.0)
        found.append((index, Need(word, (stemmed_words[index],), (), weight, is_name and word not in WEAK)))
    unique: dict[tuple[str, ...], Need] = {}
    for _, need in sorted(found, key=lambda item: item[0]):
        unique.setdefault(need.own, need)
    return tuple(
        replace(need, weight=need.weight * _CARRIED_WORTH) if set(need.label.split()) <= carried else need
        for need in unique.values()
    )


def coverage(needs: Sequence[Need], text: Stemmed, weights: Sequence[float] | None = None) -> float:
    """Return the weighted share of the needs that a text meets, 0 to 1."""
    held = weights if weights is not None else [need.weight for need in needs]
    total = sum(held)
    if not total:
        return 0.0
    met = sum(
        weight * need.met_by(text.stems, text.present) for need, weight in zip(needs, held, strict=True) if weight
    )
    return met / total


def expansion(needs: Sequence[Need], limit: int = 24) -> str:
    """Return the other ways to say what the question names, as words for a lexical search."""
    lexicon = load_lexicon().by_phrase
    words: list[str] = []
    for need in needs:
        concept = lexicon.get(need.own)
        if concept is None or not need.others or need.weight < STRONG:
            continue
        words.extend(phrase for phrase in concept.phrases if tuple(stems(phrase)) != need.own)
    return " ".join(words[:limit])


def _told_about(words: Sequence[str], at: int) -> bool:
    """Whether a word stands as what a question is about: "about visits"."""
    return at > 0 and words[at - 1] in ("about", "regarding", "concerning")


def _position(words: tuple[str, ...], phrase: tuple[str, ...]) -> int:
    width = len(phrase)
    return next(at for at in range(len(words) - width + 1) if words[at : at + width] == phrase)
