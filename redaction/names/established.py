"""Places by evidence of the whole document: words that stand with an institution's noun elsewhere in it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Final

from redaction.lexicon import Lexicon
from redaction.names.forms import BODIES
from redaction.names.runs import Run
from redaction.normalise import fold

# One word alone may be anybody's name as well.
_LEAST: Final = 2


class Established:
    """The names of a document's institutions, with and without nouns: "Green Vale" of "the Green Vale Youth Centre".

    Args:
        institutions: the runs that surely are names of institutions.
        lexicon: word lists.
    """

    def __init__(self, institutions: Iterable[Run], lexicon: Lexicon) -> None:
        """Take the words of each institution that can stand for it."""
        self._names: set[tuple[str, ...]] = set()
        for run in institutions:
            words = _words(run)
            if words[0] in lexicon.prefixes:
                words = words[1:]
                if len(words) > _LEAST:
                    # "Centro Educativo Green Vale": what stands behind the adjective.
                    self._names.add(tuple(words[-_LEAST:]))
            self._names.add(tuple(_words(run)))
            nouns = [at for at, word in enumerate(words) if word in lexicon.strong or word in BODIES]
            for end in range(_LEAST, nouns[0] + 1 if nouns else len(words) + 1):
                self._names.add(tuple(words[:end]))

    def among(self, runs: Sequence[Run], personal: Callable[[Run], bool]) -> list[Run]:
        """Return the runs that name one of the institutions again; none of a name that anybody bears in the text.

        Args:
            runs: that may be persons.
            personal: says whether anything beside a run or the model takes it for a person.
        """
        again = [run for run in runs if tuple(_words(run)) in self._names]
        borne = {tuple(_words(run)) for run in again if personal(run)}
        return [run for run in again if tuple(_words(run)) not in borne]


def _words(run: Run) -> list[str]:
    return [fold(token.text) for token in run.tokens]
