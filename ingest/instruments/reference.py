"""References to provisions: ``OPCAT:19(b)`` and the ways in which people write it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from ingest.instruments.register_of_texts import KNOWN_TEXTS, named_in

_CANONICAL = re.compile(r"([A-Z][A-Z0-9]*):([A-Z]+\d*(?:-\d+)?|\d+[A-E]?(?:\.\d+)?)((?:\((?:\d+|[a-z]+)\))*)")
_PART = re.compile(r"\(([^)]*)\)")
_ROMAN = re.compile(r"x{0,3}(?:ix|iv|v?i{0,3})", re.IGNORECASE)
_WORDS = re.compile(
    r"\b(?:articles?|arts?|rules?|principles?|standards?|sub-?paragraphs?|paragraphs?|paras?|para|letters?|lit|points?|"
    r"section|of|the|in|under|un|united nations)\b\.?|[§¶]",
    re.IGNORECASE,
)
_INVERTED = re.compile(
    r"(?P<inner>(?:sub-?paragraph|paragraph|para\.?|letter|lit\.?)\s*\(?[0-9a-z]{1,4}\)?)\s*,?\s*of\s+"
    r"(?P<outer>(?:article|art\.?|rule|principle)\s*\d+)",
    re.IGNORECASE,
)
_TOKEN = re.compile(r"\d+|[a-z]+", re.IGNORECASE)
_SPECIAL_HEADS = ("PREAMBLE", "ANNEX")
DOTTED = ("EPR", "BEIJING", "TOKYO")
"""Instruments whose rules are numbered 18.4; elsewhere a full stop separates article and paragraph."""
_LONGEST = 120


class BadReference(ValueError):
    """The text is no reference to a provision of an instrument that the product knows."""


@dataclass(frozen=True, slots=True)
class Reference:
    """One provision.

    Attributes:
        instrument: id of the instrument (``OPCAT``).
        head: number of the article, rule or principle, or ``PREAMBLE``, ``ANNEX``, ``GR2`` (a general report of the
            CPT) or ``INF2017-6`` (a standard that it published on its own).
        parts: paragraph, letter, roman numeral below it, outermost first, without brackets.
    """

    instrument: str
    head: str
    parts: tuple[str, ...] = ()

    def __str__(self) -> str:
        """The canonical form, ``OPCAT:19(b)``."""
        return f"{self.instrument}:{self.head}" + "".join(f"({part})" for part in self.parts)

    @property
    def locator(self) -> str:
        """The provision as its readers name it inside the instrument: ``art. 19(b)``, ``rule 43(1)``, ``preamble``."""
        inner = "".join(f"({part})" for part in self.parts)
        if self.head in _SPECIAL_HEADS:
            return self.head.lower() + inner
        if self.instrument == "CPT" and self.head.startswith("GR"):
            paragraph = f", para. {self.parts[0]}" if self.parts else ""
            return f"General Report No. {self.head[2:]}{paragraph}"
        if self.instrument == "CPT" and self.head.startswith("INF"):
            year, _, number = self.head[3:].partition("-")
            return f"CPT/Inf({year}){number}" + (f", para. {self.parts[0]}" if self.parts else "")
        unit = KNOWN_TEXTS[self.instrument].unit
        return f"{unit} {self.head}{inner}".strip()

    @property
    def citation(self) -> str:
        """Instrument and locator: ``OPCAT, art. 19(b)``."""
        return f"{self.instrument}, {self.locator}"

    @property
    def parent(self) -> Reference | None:
        """The provision that this one is a part of; ``None`` for an article."""
        return Reference(self.instrument, self.head, self.parts[:-1]) if self.parts else None

    @property
    def article(self) -> Reference:
        """The article, rule or principle that this belongs to."""
        return Reference(self.instrument, self.head)

    @property
    def ancestors(self) -> tuple[Reference, ...]:
        """The provisions above it, the article first."""
        return tuple(Reference(self.instrument, self.head, self.parts[:i]) for i in range(len(self.parts)))

    def contains(self, other: Reference) -> bool:
        """Whether ``other`` is this provision or a part of it."""
        same = (self.instrument, self.head) == (other.instrument, other.head)
        return same and other.parts[: len(self.parts)] == self.parts

    def child(self, part: str) -> Reference:
        """The provision ``part`` below this one."""
        return canonical(Reference(self.instrument, self.head, (*self.parts, part.lower())))

    @property
    def sort_key(self) -> tuple[int, int, str, tuple[float, ...], tuple[tuple[int, str], ...]]:
        """Orders references as the instruments do: preamble, articles by number, letters and numerals, annex."""
        place = list(KNOWN_TEXTS).index(self.instrument)
        group = {"PREAMBLE": 0, "ANNEX": 2}.get(self.head, 1)
        digits = tuple(float(number) for number in re.findall(r"\d+", self.head))
        word = re.sub(r"[\d.]", "", self.head)
        return (place, group, word, digits, _part_keys(self.parts))


def _part_keys(parts: tuple[str, ...]) -> tuple[tuple[int, str], ...]:
    keys: list[tuple[int, str]] = []
    for position, part in enumerate(parts):
        below_letter = position > 0 and parts[position - 1].isalpha()
        if part.isdigit():
            keys.append((int(part), ""))
        elif below_letter and _ROMAN.fullmatch(part):
            keys.append((roman_value(part), ""))
        else:
            keys.append((0, part))
    return tuple(keys)


def roman_value(numeral: str) -> int:
    """The value of a small roman numeral (i to xxxix); 0 if it is none."""
    if not numeral or not _ROMAN.fullmatch(numeral):
        return 0
    values = [{"i": 1, "v": 5, "x": 10}[letter] for letter in numeral.lower()]
    return sum(-v if i + 1 < len(values) and values[i + 1] > v else v for i, v in enumerate(values))


def canonical(reference: Reference) -> Reference:
    """The one form of a provision that is printed in two ways.

    Article 11 of OPCAT has a single paragraph; some editions print "1." before it, others do not. ``11(1)(b)`` is
    therefore kept as ``11(b)``.
    """
    if (reference.instrument, reference.head) == ("OPCAT", "11") and reference.parts[:1] == ("1",):
        return Reference(reference.instrument, reference.head, reference.parts[1:])
    return reference


def parse_reference(text: str, default: str | None = None) -> Reference:
    """Read one reference in any of the usual forms.

    Takes ``text``, at most 120 characters (``OPCAT:19(b)``, ``opcat art 19 b``, ``Article 19 (b) OPCAT``,
    ``art. 10 (2)(b) ICCPR``, ``paragraph 2 of article 21 of the Optional Protocol``, ``Mandela Rule 43(1)``), and the
    id of the instrument that is meant where the text names none. Returns the reference, which need not exist in the
    instrument. Raises ``BadReference`` when the text is anything else.
    """
    folded = " ".join(text.split())
    if not folded or len(folded) > _LONGEST:
        raise BadReference("not a reference to a provision: empty or longer than 120 characters")
    exact = _CANONICAL.fullmatch(folded)
    if exact and exact[1] in KNOWN_TEXTS:
        return canonical(Reference(exact[1], exact[2], tuple(_PART.findall(exact[3]))))
    named = named_in(folded)
    if named:
        instrument = named[0]
        rest = f"{folded[: named[1]]} {folded[named[2] :]}"
    elif default in KNOWN_TEXTS:
        instrument, rest = str(default), folded
    else:
        raise BadReference("no instrument is named; write for example OPCAT:19(b)")
    return canonical(_read_numbers(instrument, rest))


def _read_numbers(instrument: str, rest: str) -> Reference:
    lowered = rest.lower()
    special = next((head for head in _SPECIAL_HEADS if re.search(rf"\b{head.lower()}\b", lowered)), None)
    inverted = _INVERTED.search(rest)
    if inverted:
        rest = f"{rest[: inverted.start()]} {inverted['outer']} {inverted['inner']} {rest[inverted.end() :]}"
    rest = _WORDS.sub(" ", rest)
    if special:
        rest = re.sub(special, " ", rest, flags=re.IGNORECASE)
    if re.search(r"[^\w\s().,:;\-/]", rest):
        raise BadReference("not a reference to a provision: unexpected characters")
    if instrument in DOTTED:
        dotted = re.search(r"\d+(?:[A-Ea-e](?![a-z]))?(?:\.\d+)?", rest)
        head = dotted.group().upper() if dotted else ""
        tokens = _TOKEN.findall(rest[dotted.end() :]) if dotted else []
    else:
        tokens = _TOKEN.findall(rest)
        head = special or (tokens.pop(0) if tokens else "")
    if not (special or re.fullmatch(r"\d{1,3}[A-E]?(?:\.\d{1,2})?", head)):
        raise BadReference("no article or rule number was found; write for example OPCAT:19(b)")
    parts = tuple(token.lower() for token in tokens)
    if len(parts) > 3 or not all(_is_part(part) for part in parts):
        raise BadReference("more than one reference, or words that are none; give one provision at a time")
    return Reference(instrument, head, parts)


def _is_part(part: str) -> bool:
    return (part.isdigit() and len(part) <= 3) or len(part) == 1 or roman_value(part) > 0


def children_of(parent: Reference, references: Iterable[Reference]) -> tuple[Reference, ...]:
    """Those of ``references`` that stand directly below ``parent``, in the order of the instrument."""
    below = {ref for ref in references if ref.parent == parent}
    return tuple(sorted(below, key=lambda ref: ref.sort_key))
