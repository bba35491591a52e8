"""The title that a file bears in its properties, if it is one and the pages bear it out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.report import BlockKind, ParsedBlock

# What programs and scanners write there by themselves.
_JUNK = re.compile(
    r"\.(?:docx?|pdf|indd|odt|rtf|html?|pages|xlsx?)\b|^(?:microsoft|untitled|document|slide|scan|print|layout|"
    r"presentation|powerpoint|template|copy of|final|v\d)\b|\bdraft\b|[_\\]|^\W*[\d\W]+$",
    re.IGNORECASE,
)
_LEAST_WORDS, _MOST_LETTERS = 4, 250
_LEAST_SHARED = 0.6
_OPENING = 40
_WORD = re.compile(r"[^\W_]{3,}")


def own_title(stated: str, blocks: Sequence[ParsedBlock]) -> str | None:
    """Return the title from the properties of a file, or ``None``.

    Args:
        stated: the property, empty where there is none.
        blocks: of the file. Running heads and what stands at the start must hold most words of the title, since
            properties are often left over from another document.
    """
    title = re.sub(r"\s+", " ", stated).strip()
    words = {word.casefold() for word in _WORD.findall(title)}
    if len(title.split()) < _LEAST_WORDS or len(title) > _MOST_LETTERS or not words or _JUNK.search(title):
        return None
    furniture = [block for block in blocks if block.kind in (BlockKind.HEADER, BlockKind.FOOTER)]
    seen = {
        word.casefold()
        for block in [*furniture, *blocks[:_OPENING]]
        if block.kind is BlockKind.HEADING or block in furniture or len(block.text) < 400
        for word in _WORD.findall(block.text)
    }
    return title if len(words & seen) >= _LEAST_SHARED * len(words) else None
