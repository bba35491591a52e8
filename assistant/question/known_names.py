"""Known names: the runs of capitals in a question that the library knows as a place, a body, a State or a report.

Whatever else is written like a name may be a person's. A name is no person's where a place, a body or a title holds it,
or where stored text does, from which the names of persons are gone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.question.name_runs import NAME_RUN
from assistant.question.naming import Names, is_ordinary
from assistant.question.terms import STOP, fold, tokens

_WORD = re.compile(r"[^\s,;:.?!()]+")
_PLACED = re.compile(r"\b(?:in|at|inside|near|visiting|visited|visit to|from) (?:the )?$")
_CLAUSE = re.compile(r"(?:,| and | or )+")
# After a title or rank stands a person, whatever places are called after one.
_TITLED = re.compile(
    r"\b(?:mr|mrs|ms|miss|dr|prof|professor|officer|sergeant|constable|nurse|doctor|captain|colonel)\.? $"
)


def known_names(question: str, names: Names) -> list[tuple[int, int]]:
    """Return where a question holds known names, each as long as it is known; offsets of the question.

    Args:
        question: as asked.
        names: of the corpus.
    """
    found = []
    for run in NAME_RUN.finditer(question):
        for start, end in _pieces(run.start(), run[0]):
            found += list(_known_in(question, start, end, names))
    return found


def replaced(question: str, names: Names, word: str) -> str:
    """Return a question with every known name replaced by a word."""
    written = question
    for start, end in reversed(known_names(question, names)):
        written = f"{written[:start]}{word}{written[end:]}"
    return written


def _pieces(offset: int, run: str) -> Iterator[tuple[int, int]]:
    """The names that a run joins: "Fernhollow and Morne Cassé" is two."""
    yield offset, offset + len(run)
    parts = list(_CLAUSE.finditer(run))
    if parts:
        ends = [(part.start(), part.end()) for part in parts]
        starts = [0, *(end for _, end in ends)]
        for start, end in zip(starts, [*(start for start, _ in ends), len(run)], strict=True):
            yield offset + start, offset + end


def _known_in(question: str, start: int, end: int, names: Names) -> Iterator[tuple[int, int]]:
    words = [(start + match.start(), start + match.end()) for match in _WORD.finditer(question[start:end])]
    at = 0
    while at < len(words):
        first = words[at][0]
        longest = next(
            (
                upto
                for upto in range(len(words), at, -1)
                if question[first].isupper() and _is_known(question, first, words[upto - 1][1], names)
            ),
            None,
        )
        if longest is not None:
            yield first, words[longest - 1][1]
        at = longest or at + 1


def _is_known(question: str, start: int, end: int, names: Names) -> bool:
    written = question[start:end].removesuffix("'s").removesuffix("’s")
    words = tokens(written)
    own = [word for word in words if word not in STOP and not is_ordinary(word)]
    if not own or fold(written).split()[0] in STOP or _TITLED.search(fold(question[:start])):
        return False
    if f" {' '.join(words)} " in names.called:
        return True
    # One word alone may be anybody's; it is a place's where it stands as one.
    placed = len(words) > 1 or bool(_PLACED.search(fold(question[:start])))
    return placed and names.told(written)
