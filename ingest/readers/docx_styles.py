"""Styles of a Word document: which paragraphs are headings, lists or framed, which runs are hidden or bold."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from ingest.readers.docx_text import is_on, q, value

_HEADING = re.compile(r"^(?:heading|überschrift|titre|título|titolo|kop|rubrik|nagłówek)\s*([1-9])$", re.IGNORECASE)
_TINY = 4  # half points; 2 pt cannot be read on paper
_WHITE = frozenset({"FFFFFF", "FEFEFE", "FDFDFD"})


@dataclass(frozen=True, slots=True)
class Style:
    """One style with what it inherits.

    Attributes:
        name: its name in lower case.
        level: heading level from 1, or 0.
        is_list: whether its name says that it is a list.
        num: number id and level that it carries, else ``None``.
        bold: whether its characters are bold.
        hidden: whether its characters are hidden.
        colour: colour of its characters as six hexadecimal digits, else empty.
        tiny: whether its characters are too small to be read.
    """

    name: str = ""
    level: int = 0
    is_list: bool = False
    num: tuple[str | None, int | None] = (None, None)
    bold: bool = False
    hidden: bool = False
    colour: str = ""
    tiny: bool = False


class Styles:
    """All styles of one document."""

    def __init__(self, root: Any) -> None:
        """Take the root of ``styles.xml``, or ``None``."""
        self._elements = {one.get(q("styleId")): one for one in root.iter(q("style"))} if root is not None else {}
        self._known: dict[str | None, Style] = {None: Style()}
        self._default = next(
            (key for key, one in self._elements.items() if one.get(q("type")) == "paragraph" and is_default(one)), None
        )
        self.uses_headings = False

    def of(self, paragraph: Any) -> Style:
        """Return the style of a paragraph."""
        name = value(paragraph.find(f"{q('pPr')}/{q('pStyle')}")) or self._default
        return self._style(name, 0)

    def heading_level(self, paragraph: Any) -> int:
        """Return the level of a heading from 1, or 0."""
        own = value(paragraph.find(f"{q('pPr')}/{q('outlineLvl')}"))
        level = int(own) + 1 if own and own.isdigit() and int(own) < 9 else self.of(paragraph).level
        self.uses_headings = self.uses_headings or level > 0
        return level

    def is_framed(self, paragraph: Any) -> bool:
        """Say whether a paragraph has a border on all four sides."""
        border = paragraph.find(f"{q('pPr')}/{q('pBdr')}")
        return border is not None and all(is_on(border.find(q(side))) for side in ("top", "left", "bottom", "right"))

    def hides(self, run: Any) -> bool:
        """Say whether a run is hidden: marked so, white without shading, or too small to be read.

        What the run does not say itself its character style says, then the style of its paragraph.
        """
        properties = run.find(q("rPr"))
        paragraph = next(run.iterancestors(q("p")), None)
        styles = [self.of(paragraph)] if paragraph is not None else []
        own = value(properties.find(q("rStyle"))) if properties is not None else None
        if own:
            styles.insert(0, self._style(own, 0))
        vanish = properties.find(q("vanish")) if properties is not None else None
        if is_on(vanish) if vanish is not None else any(style.hidden for style in styles):
            return True
        size = value(properties.find(q("sz"))) if properties is not None else None
        if int(size) < _TINY if size and size.isdigit() else any(style.tiny for style in styles):
            return True
        stated = value(properties.find(q("color"))) if properties is not None else None
        colour = (stated or next((style.colour for style in styles if style.colour), "")).upper()
        if colour not in _WHITE:
            return False
        marks = [q("shd"), q("highlight")]
        shaded = properties is not None and any(properties.find(mark) is not None for mark in marks)
        return not shaded and not self._stands_on_shade(run)

    @staticmethod
    def _stands_on_shade(run: Any) -> bool:
        """White words in a shaded cell or paragraph are a heading of a table, not a hidden text."""
        for one in run.iterancestors(q("p"), q("tc"), q("tbl")):
            for holder in (f"{q('pPr')}/{q('shd')}", f"{q('tcPr')}/{q('shd')}", f"{q('tblPr')}/{q('tblStyle')}"):
                shade = one.find(holder)
                if (shade is not None and (shade.get(q("fill")) or "auto").lower() not in ("auto", "ffffff")) or (
                    shade is not None and holder.endswith("tblStyle")
                ):
                    return True
        return any(True for _ in run.iterancestors(q("txbxContent")))

    def is_bold(self, properties: Any) -> bool:
        """Say whether a run is bold by itself."""
        return properties is not None and is_on(properties.find(q("b")))

    def _style(self, name: str | None, depth: int) -> Style:
        if name in self._known:
            return self._known[name]
        element = self._elements.get(name)
        if element is None or depth > 20:
            return self._known[None]
        base = self._style(value(element.find(q("basedOn"))), depth + 1)
        own_name = (value(element.find(q("name"))) or "").lower()
        outline = value(element.find(f"{q('pPr')}/{q('outlineLvl')}"))
        match = _HEADING.match(own_name) or _HEADING.match(str(name).lower())
        level = base.level
        if match:
            level = int(match[1])
        elif own_name == "title":
            level = 1
        elif outline and outline.isdigit():
            level = int(outline) + 1 if int(outline) < 9 else 0
        number = element.find(f"{q('pPr')}/{q('numPr')}")
        num = base.num
        if number is not None:
            depth_of = value(number.find(q("ilvl")))
            num = (
                value(number.find(q("numId"))) or base.num[0],
                int(depth_of) if depth_of and depth_of.isdigit() else None,
            )
        vanish, bold = element.find(f"{q('rPr')}/{q('vanish')}"), element.find(f"{q('rPr')}/{q('b')}")
        size = value(element.find(f"{q('rPr')}/{q('sz')}"))
        style = Style(
            name=own_name,
            level=level,
            is_list=own_name.startswith(("list bullet", "list number", "list paragraph"))
            and not own_name.endswith("paragraph"),
            num=num,
            bold=is_on(bold) if bold is not None else base.bold,
            hidden=is_on(vanish) if vanish is not None else base.hidden,
            colour=value(element.find(f"{q('rPr')}/{q('color')}")) or base.colour,
            tiny=int(size) < _TINY if size and size.isdigit() else base.tiny,
        )
        self._known[name] = style
        return style


def is_default(element: Any) -> bool:
    """Say whether a style is the one for paragraphs that name none."""
    return element.get(q("default")) in ("1", "true", "on")
