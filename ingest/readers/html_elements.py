"""What the elements and attributes of a web page mean: which are shown, which part blocks, what they number."""

from __future__ import annotations

import re
from typing import Any

DROPPED_NAMES = (
    "audio button canvas datalist dialog embed head iframe input map math nav noscript object option script "
    "select style svg template textarea video"
)
DROPPED = frozenset(DROPPED_NAMES.split())
BLOCKS_NAMES = (
    "address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer "
    "form h1 h2 h3 h4 h5 h6 header hr html legend li main ol p pre section summary table tbody td tfoot th thead "
    "tr ul"
)
BLOCKS = frozenset(BLOCKS_NAMES.split())
_HIDDEN_STYLE = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|opacity\s*:\s*0(?:\.0+)?\s*(?:;|$)|font-size\s*:\s*[01](?:\.\d+)?(?:px|pt)?\s*(?:;|$)"
    r"|(?:left|top|text-indent)\s*:\s*-\d{3,}|(?<![-\w])color\s*:\s*transparent\b",
    re.IGNORECASE,
)
_WHITE = re.compile(r"(?<![-\w])color\s*:\s*(?:#fff(?:fff)?|white|rgba?\(\s*255\s*,\s*255\s*,\s*255)", re.IGNORECASE)
_GROUND = re.compile(
    r"background(?:-color|-image)?\s*:\s*(?!#fff(?:fff)?\b|white|transparent|none|inherit)\S", re.IGNORECASE
)
_COMMENT = re.compile(r"<!--(.{8,2000}?)-->", re.DOTALL)
_MOST_SPAN = 100


def is_hidden(element: Any, tag: str) -> bool:
    """Say whether a browser would not show an element, as far as its own attributes tell."""
    style = element.get("style") or ""
    if element.get("hidden") is not None or (element.get("aria-hidden") == "true" and tag not in ("span", "i", "svg")):
        return True
    return bool(_HIDDEN_STYLE.search(style)) or (bool(_WHITE.search(style)) and not _on_ground(element))


def _on_ground(element: Any) -> bool:
    """Say whether an element or one around it states a background, on which white can be read."""
    around = (element, *element.iterancestors())
    return any(_GROUND.search(one.get("style") or "") or one.get("bgcolor") for one in around)


def comments(text: str) -> int:
    """Count comments that hold a sentence and no markup or script: words meant for somebody, which no reader sees."""
    found = (match[1] for match in _COMMENT.finditer(text))
    return sum(1 for one in found if len(one.split()) >= 4 and not re.search(r"[<>{}=]|\[if\b|\[endif", one))


def span(cell: Any, name: str) -> int:
    """Return how many columns or rows a cell takes; pages state any number."""
    number = (cell.get(name) or "1").strip()
    return max(1, min(int(number), _MOST_SPAN)) if number.isdigit() and len(number) < 6 else 1


def is_notes(element: Any) -> bool:
    """Say whether an element is a footnote or stands among footnotes, by its role, class or id."""
    for one in (element, *element.iterancestors()):
        marks = f"{one.get('role') or ''} {one.get('class') or ''} {one.get('id') or ''}".lower()
        if re.search(r"\b(?:doc-)?(?:endnotes?|footnotes?|fn\d+)\b", marks):
            return True
    return False


def item_number(item: Any) -> str | None:
    """Return the number that a browser puts before an item of an ordered list, else ``None``."""
    parent = item.getparent()
    if parent is None or parent.tag != "ol":
        return None
    start = parent.get("start") or "1"
    position = int(start) if re.fullmatch(r"-?\d{1,6}", start) else 1
    for sibling in parent.iterchildren("li"):
        value = sibling.get("value") or ""
        if re.fullmatch(r"-?\d{1,6}", value):
            position = int(value)
        if sibling is item:
            break
        position += 1
    style = parent.get("type")
    if style in ("a", "A") and 1 <= position <= 26:
        return chr(ord(style) + position - 1)
    if style in ("i", "I"):
        from ingest.readers.numerals import roman

        return roman(position) if style == "I" else roman(position).lower()
    return str(position)
