"""Lists of provisions as reports print them: ``2 (1), 11 and 16``, ``43 to 45``, ``9, paragraphs 3 and 4``."""

from __future__ import annotations

import re
from dataclasses import dataclass

Provision = tuple[str, ...]
"""Head and parts of one provision: ``("10", "2", "a")``."""

_MOST_IN_RANGE = 30
_SUB = re.compile(
    r"\s?\(\s?(?P<bracketed>[a-z]{1,4}|\d{1,2})\s?\)|(?<=\d)\s?(?P<half>[a-z])\)|\.(?P<dotted>\d{1,2})(?!\d)"
    r"|\.(?P<letter>[a-z])(?![a-z])|(?<=\d)(?P<close>[b-hj-z]|a)(?![\w.])",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"(?P<number>\d{1,3})(?!\d)(?P<insert>[A-E](?![a-z]))?")
_PARAGRAPH = re.compile(
    r",?\s*(?P<mark>(?:sub-?\s?)?paragraphs?|paras?\.?|paras|§§?|¶¶?|lit\.?|litt?era|letters?|points?)\s*",
    re.IGNORECASE,
)
_INNER = re.compile(r"\(?(?P<inner>\d{1,2}|[a-z])\)?(?![\w])", re.IGNORECASE)
_JOINT = re.compile(
    r"\s*(?:,?\s*(?:\band\b|\bor\b|&|\bto\b|\bthrough\b|as well as|,?\s*(?:read\s+)?(?:alone\s+and\s+)?"
    r"(?:together|in\s+conjunction|in\s+combination|taken\s+together)\s+with)|,|/|–|—|-|‑)\s*",
    re.IGNORECASE,
)
_RANGE = re.compile(r"to\b|through\b|[–—‑-]", re.IGNORECASE)
_UNIT_AGAIN = re.compile(r"(?:articles?|arts?\.?|rules?|principles?|paragraphs?|paras?\.?|§+)\s*", re.IGNORECASE)
_BRACKET = re.compile(r"\(\s?([a-z]{1,4}|\d{1,2})\s?\)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Listed:
    """Provisions read from one list.

    Attributes:
        end: where in the text the list ends.
        chunks: how many provisions stand before each repetition of the unit ("Rule 45, Rule 48"); the last number is
            that of all provisions.
    """

    provisions: tuple[Provision, ...]
    end: int
    chunks: tuple[int, ...] = ()


def read_list(text: str, start: int, *, dotted: bool = False, paragraphs: bool = False) -> Listed | None:
    """Read the list of provisions that starts at ``start``.

    Takes the text, the offset of the first number, whether rules are numbered ``18.4`` (then the full stop is part of
    the number), and whether the numbers are themselves paragraphs. Returns ``None`` where no number stands there.
    """
    first = _one(text, start, dotted, paragraphs)
    if first is None:
        return None
    found = list(first.provisions)
    end = first.end
    chunks: list[int] = []
    while joint := _JOINT.match(text, end):
        position = joint.end()
        ranged = bool(_RANGE.search(joint.group()))
        unit = _UNIT_AGAIN.match(text, position)
        if unit:
            position = unit.end()
        following = _one(text, position, dotted, paragraphs)
        bracket = None if unit else _BRACKET.match(text, position)
        if following is not None:
            chunks += [len(found)] if unit else []
            found.extend(_between(found[-1], following.provisions[0]) if ranged else ())
            found.extend(following.provisions)
            end = following.end
        elif bracket is not None and len(found[-1]) > 1:
            sibling = _sibling(found[-1], bracket[1].lower())
            found.extend(_between(found[-1], sibling) if ranged else ())
            found.append(sibling)
            end = bracket.end()
        else:
            break
    return Listed(tuple(found), end, (*chunks, len(found)))


def _one(text: str, start: int, dotted: bool, paragraphs: bool) -> Listed | None:
    number = _NUMBER.match(text, start)
    if number is None:
        return None
    head = number["number"] + (number["insert"] or "")
    end = number.end()
    parts: list[str] = []
    while sub := _SUB.match(text, end):
        if sub["dotted"] and dotted and not parts and "." not in head:
            head += f".{sub['dotted']}"
        elif sub["close"] and sub["close"] == " ":
            break
        else:
            parts.append(next(value for value in sub.groups() if value).lower())
        end = sub.end()
        if len(parts) == 3:
            break
    marked = None if paragraphs else _PARAGRAPH.match(text, end)
    if marked is None or (inner := _INNER.match(text, marked.end())) is None:
        return Listed(((head, *parts),), end)
    plural = re.search(r"s\.?$|§§|¶¶", marked["mark"], re.IGNORECASE) is not None
    return _paragraphs(text, (head, *parts), inner, plural)


def _paragraphs(text: str, above: Provision, inner: re.Match[str], plural: bool) -> Listed:
    """Read ``1 (e)`` after "paragraph", ``3 and 4`` after "paragraphs"."""
    provision, end = _deeper(text, (*above, inner["inner"].lower()), inner.end())
    found = [provision]
    # "Article 2, paragraph 1 (b), lit. c" goes one deeper; "paragraphs 1 and 2" go on beside.
    deeper = _PARAGRAPH.match(text, end)
    if deeper and (letter := _INNER.match(text, deeper.end())) and not letter["inner"].isdigit():
        found[0] = (*found[0], letter["inner"].lower())
        end = letter.end()
    while plural and (joint := _JOINT.match(text, end)) and (following := _INNER.match(text, joint.end())):
        provision, end = _deeper(text, (*above, following["inner"].lower()), following.end())
        if _RANGE.search(joint.group()):
            found.extend(_between(found[-1], provision))
        found.append(provision)
    return Listed(tuple(found), end)


def _deeper(text: str, provision: Provision, end: int) -> tuple[Provision, int]:
    while (bracket := re.compile(r"\s?\(\s?([a-z]{1,4}|\d{1,2})\s?\)").match(text, end)) and len(provision) < 4:
        provision, end = (*provision, bracket[1]), bracket.end()
    return provision, end


def _sibling(provision: Provision, part: str) -> Provision:
    """Return the provision beside one that ends as ``part`` is written: ``(e)`` after ``20(c)`` is ``20(e)``."""
    for place in range(len(provision) - 1, 0, -1):
        if provision[place].isdigit() == part.isdigit():
            return (*provision[:place], part)
    return (*provision, part)


def _between(low: Provision, high: Provision) -> list[Provision]:
    """Return what a range leaves out: ``43 to 45`` leaves out 44, ``(a)-(c)`` leaves out (b)."""
    if low[:-1] != high[:-1]:
        return []
    first, last = low[-1], high[-1]
    if first.isdigit() and last.isdigit():
        numbers = range(int(first) + 1, int(last))
        return [(*low[:-1], str(number)) for number in numbers] if len(numbers) <= _MOST_IN_RANGE else []
    if len(first) == len(last) == 1 and len(low) > 1:
        return [(*low[:-1], chr(code)) for code in range(ord(first) + 1, ord(last))]
    return []
