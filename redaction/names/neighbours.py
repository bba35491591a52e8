"""Words that differ by an edit or two from a given one, found without comparing it with all of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

# Longer words are near to themselves alone: what is left of them would be more than they are worth.
_LONGEST = 40


class Neighbours:
    """Words by what is left of them when letters are taken out: two words that are near share such a rest.

    One edit is a letter put in, left out or exchanged, or two neighbouring ones swapped (optimal string alignment).

    Args:
        most: edits that near words may differ by, 1 or 2.
        words: to begin with.
    """

    def __init__(self, most: int, words: Iterable[str] = ()) -> None:
        """Take the words."""
        self._most = most
        self._words: dict[str, None] = {}
        self._rests: dict[str, list[str]] = {}
        for word in words:
            self.add(word)

    def add(self, word: str) -> None:
        """Take in one more word."""
        if word not in self._words:
            self._words[word] = None
            for rest in _rests(word, self._most):
                self._rests.setdefault(rest, []).append(word)

    def near(self, word: str) -> Iterator[str]:
        """Yield the words that ``word`` may be near to, each once; an edit more than allowed may part some from it."""
        seen: set[str] = set()
        for rest in _rests(word, self._most):
            for other in self._rests.get(rest, ()):
                if other not in seen:
                    seen.add(other)
                    yield other


def _rests(word: str, most: int) -> set[str]:
    if len(word) > _LONGEST:
        return {word}
    found = latest = {word}
    for _ in range(most):
        latest = {rest[:at] + rest[at + 1 :] for rest in latest for at in range(len(rest))}
        found = found | latest
    return found
