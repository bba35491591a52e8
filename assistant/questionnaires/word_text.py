"""The words of paragraphs and cells of a form, without what we wrote, notes, deletions and text boxes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from ingest.readers.docx_text import local, q, value

STYLE = "OpcatSuggestion"
_LEFT_OUT = frozenset(["del", "moveFrom", "txbxContent", "Fallback", "pict", "instrText", "delText", "pPr", "rPr"])
_PLACEHOLDER = re.compile(
    r"[\[<(]*(?:"
    r"(?:your )?(?:answers?|responses?|repl(?:y|ies)|comments?|remarks?)?\s*:?[\s._…☐□–—-]*|n/?a"
    # "Click or tap here to enter text.", "Choose an item.", "Type your answer here", "please specify": an order to
    # whoever fills in, about the place itself and nothing else.
    r"|(?:please )?(?:click|tap|press|choose|select|pick|enter|type|write|insert|add|put|fill|specify)"
    r"(?:[ ,](?:or|to|and|in|on|at|from|here|the|an?|your|this|click|tap|enter|choose|select|type|write|insert|add|"
    r"item|option|text|answers?|responses?|repl(?:y|ies)|comments?|remarks?|date|value|figures?|number|list|menu|drop-?down|"
    r"down|below|above|box|field|space|cell)){0,9}"
    r")[.…:\])>]*",
    re.IGNORECASE,
)


def words(paragraph: Any) -> str:
    """Return the words of a paragraph in one line, without those that a content control shows until it is filled."""
    if any(is_control(one) for one in paragraph.iterancestors(q("sdt"))):
        return ""
    return " ".join("".join(_pieces(paragraph)).split())


def is_ours(paragraph: Any) -> bool:
    """Say whether a paragraph bears the style of our suggestions."""
    style = value(paragraph.find(f"{q('pPr')}/{q('pStyle')}")) or ""
    # Word processors that make ids from names write it in lower case.
    return style.casefold() == STYLE.casefold()


def content(container: Any) -> Iterator[Any]:
    """Give the paragraphs and tables of a body, a cell or a content control, in order."""
    for child in container:
        tag = local(child)
        if tag in ("p", "tbl"):
            yield child
        elif tag in ("sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag"):
            yield from content(child)


def paragraphs(container: Any) -> list[Any]:
    """Return the paragraphs that stand directly in a container, not those of tables in it."""
    return [child for child in content(container) if local(child) == "p"]


def is_blank(text: str) -> bool:
    """Say whether words are none, or only mark the place for an answer."""
    return bool(_PLACEHOLDER.fullmatch(text.strip()))


def written_by_person(cell: Any) -> str:
    """Return what a person wrote into an answer cell; placeholders of content controls and ours do not count."""
    found = []
    for paragraph in cell.iter(q("p")):
        if is_ours(paragraph) or any(is_control(one) for one in paragraph.iterancestors(q("sdt"))):
            continue
        if any(is_control(one) for one in paragraph.iter(q("sdt"))):
            continue
        text = words(paragraph)
        if text and not is_blank(text):
            found.append(text)
    return " ".join(found)


def is_control(control: Any) -> bool:
    """Say whether a content control still shows its placeholder."""
    return control.find(f"{q('sdtPr')}/{q('showingPlcHdr')}") is not None


def _pieces(element: Any) -> Iterator[str]:
    for child in element:
        tag = local(child)
        if tag in _LEFT_OUT or (tag == "sdt" and is_control(child)):
            continue
        if tag == "t":
            yield child.text or ""
        elif tag in ("tab", "br", "cr", "ptab"):
            yield " "
        elif tag == "noBreakHyphen":
            yield "-"
        elif tag == "r" and child.find(f"{q('rPr')}/{q('vanish')}") is not None:
            continue
        else:
            yield from _pieces(child)
