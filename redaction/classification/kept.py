"""Whether what the classifier reads lies in the name of an institution or judgment that the rules keep."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from redaction.classification.readings import Reading
from redaction.lexicon import Lexicon
from redaction.names.allowlist import HOUSES_BY_LETTERS, SAINTS
from redaction.names.forms import BODIES, FIRM_OR_CASE, HOUSE_AFTER

_WORD: Final = re.compile(r"[^\W\d_]+")
# From here on the classifier outweighs what the rules know of places, and from there on the rules that keep institutions.  # noqa: E501
_SURE: Final = 0.85
_CERTAIN: Final = 0.95


def stays(text: str, reading: Reading, kept: Sequence[tuple[int, int]], lexicon: Lexicon) -> bool:
    """Say whether a reading lies in the name of an institution or judgment, and is not surely a person.

    "Ann Ward" is a person where all of it is read as a name, and so is "Ann Example" at the end of what the rules
    keep; the name in "Ann Ward House" stays.
    """
    for start, end in kept:
        if _body(text, start, end, lexicon):
            return True
        # "Deputy Ombudsman⏎Ann Example⏎Referendary ...": the lines of a signature are no one name.
        line = text.find("\n", reading.end, end)
        end = line if line == reading.end else end
        whole = reading.start <= start and end <= reading.end and reading.score >= _SURE
        # "WARD QUIET MUM ANN EXAMPLE RANG": where all is capitals, the words around a name seem to belong to it.
        whole = whole or (reading.score >= _CERTAIN and text[start:end].isupper() and " " in text[start:end].strip())
        words = len(_WORD.findall(text[reading.start : reading.end]))
        tail = end <= reading.end and words > 1 and reading.score >= _CERTAIN
        if not (whole or tail):
            return True
    return False


def _body(text: str, start: int, end: int, lexicon: Lexicon) -> bool:
    """Say whether a kept range has a word for a body at its end or beginning, or is half the name of a firm."""
    written = _WORD.findall(text[start:end])
    if len(written) > 1 and written[0] in HOUSES_BY_LETTERS:
        return True
    words = [word.lower() for word in written]
    # "Ysbyty Example": words of other languages that no person bears.
    first = len(words) > 1 and words[0] in lexicon.prefixes - SAINTS and not lexicon.is_common(words[0])
    # "Example prison - urgent": what follows in small letters is an establishment.
    first = first or HOUSE_AFTER.match(text, end) is not None
    return first or (len(words) > 1 and words[-1] in BODIES) or bool(FIRM_OR_CASE.match(text, end))
