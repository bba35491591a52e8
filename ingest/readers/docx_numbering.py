"""Numbers that Word generates: they are in no paragraph's text, and are counted here as Word counts them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from ingest.readers.docx_text import is_on, q, value
from ingest.readers.numerals import letters, roman

if TYPE_CHECKING:
    from ingest.readers.docx_styles import Styles


@dataclass(frozen=True, slots=True)
class Number:
    """A generated number.

    Attributes:
        printed: as printed, without a full stop or colon at the end; ``None`` for a bullet.
        printed_full: as printed.
        level: level in its list, from 0.
        is_minor: whether it is a letter or a Roman numeral, which mark items within a paragraph.
    """

    printed: str | None
    printed_full: str
    level: int
    is_minor: bool


@dataclass(slots=True)
class _Level:
    start: int = 1
    form: str = "decimal"
    pattern: str = ""
    restart: int | None = None
    legal: bool = False
    style: str | None = None


@dataclass(slots=True)
class _List:
    abstract: str
    levels: dict[int, _Level]
    starts: dict[int, int] = field(default_factory=dict)
    begun: set[int] = field(default_factory=set)


class Numbering:
    """Counters of one document."""

    def __init__(self, root: Any, styles: Styles) -> None:
        """Take the root of ``numbering.xml``, or ``None``, and the styles, which may carry numbers."""
        self._styles = styles
        self._counts: dict[str, dict[int, int]] = {}
        self._lists: dict[str, _List] = {}
        self._by_style: dict[tuple[str, str], int] = {}
        if root is None:
            return
        abstracts = {one.get(q("abstractNumId")): one for one in root.iter(q("abstractNum"))}
        linked = {
            value(one.find(q("styleLink"))): key
            for key, one in abstracts.items()
            if one.find(q("styleLink")) is not None
        }
        for one in root.iter(q("num")):
            abstract = value(one.find(q("abstractNumId"))) or ""
            element = abstracts.get(abstract)
            if element is not None and element.find(q("numStyleLink")) is not None:
                abstract = linked.get(value(element.find(q("numStyleLink"))), abstract)
                element = abstracts.get(abstract)
            levels = _levels(element) if element is not None else {}
            made = _List(abstract, dict(levels))
            for override in one.findall(q("lvlOverride")):
                depth = _number(override.get(q("ilvl")), 0)
                start = override.find(q("startOverride"))
                if start is not None:
                    made.starts[depth] = _number(value(start), 1)
                own = override.find(q("lvl"))
                if own is not None:
                    made.levels[depth] = _level(own)
            self._lists[str(one.get(q("numId")))] = made

    def of(self, paragraph: Any) -> Number | None:
        """Count a paragraph and return its number, or ``None`` where it has none. Call once for each, in order."""
        num_id, depth = self._reference(paragraph)
        chosen = self._lists.get(num_id) if num_id and num_id != "0" else None
        if chosen is None:
            return None
        level = chosen.levels.get(depth, _Level(pattern=f"%{depth + 1}."))
        counts = self._counts.setdefault(chosen.abstract, {})
        if depth in chosen.starts and depth not in chosen.begun:
            counts[depth] = chosen.starts[depth]
            chosen.begun.add(depth)
        else:
            counts[depth] = counts.get(depth, level.start - 1) + 1
        for deeper in [one for one in counts if one > depth]:
            restart = chosen.levels.get(deeper, _Level()).restart
            if restart != 0:
                del counts[deeper]
        if level.form == "bullet":
            return Number(None, "", depth, True)
        full = self._print(chosen, counts, depth, level)
        short = full.strip().rstrip(".:").strip()
        if not short:
            return None
        minor = level.form in ("lowerLetter", "lowerRoman", "upperLetter") and "%1" not in level.pattern[:-1].replace(
            f"%{depth + 1}", ""
        )
        return Number(short, full.strip(), depth, minor)

    def _reference(self, paragraph: Any) -> tuple[str | None, int]:
        properties = paragraph.find(f"{q('pPr')}/{q('numPr')}")
        style = self._styles.of(paragraph)
        num_id, depth = style.num
        if properties is not None:
            own = value(properties.find(q("numId")))
            own_depth = value(properties.find(q("ilvl")))
            num_id = own if own is not None else num_id
            depth = _number(own_depth, 0) if own_depth is not None else (depth or 0)
        if depth is None and num_id in self._lists:
            name = value(paragraph.find(f"{q('pPr')}/{q('pStyle')}"))
            levels = self._lists[num_id].levels
            depth = next((at for at, level in levels.items() if level.style and level.style == name), 0)
        return num_id, min(8, depth or 0)

    def _print(self, chosen: _List, counts: dict[int, int], depth: int, level: _Level) -> str:
        def fill(match: re.Match[str]) -> str:
            at = int(match[1]) - 1
            other = chosen.levels.get(at, _Level())
            form = "decimal" if level.legal and at != depth else other.form
            return _formatted(counts.setdefault(at, other.start), form)

        return re.sub(r"%([1-9])", fill, level.pattern)


def _levels(abstract: Any) -> dict[int, _Level]:
    return {_number(one.get(q("ilvl")), 0): _level(one) for one in abstract.findall(q("lvl"))}


def _level(element: Any) -> _Level:
    restart = value(element.find(q("lvlRestart")))
    return _Level(
        start=_number(value(element.find(q("start"))), 1),
        form=value(element.find(q("numFmt"))) or "decimal",
        pattern=value(element.find(q("lvlText"))) or "",
        restart=_number(restart, 0) if restart is not None else None,
        legal=is_on(element.find(q("isLgl"))),
        style=value(element.find(q("pStyle"))),
    )


def _formatted(number: int, form: str) -> str:
    if form in ("lowerLetter", "upperLetter"):
        text = letters(number)
        return text if form == "lowerLetter" else text.upper()
    if form in ("lowerRoman", "upperRoman"):
        text = roman(number)
        return text.lower() if form == "lowerRoman" else text
    if form == "decimalZero":
        return f"{number:02d}"
    if form == "none":
        return ""
    return str(number)


def _number(text: str | None, default: int) -> int:
    return int(text) if text and re.fullmatch(r"-?\d{1,7}", text) else default
