"""The outline of an instrument while it is read: which article, paragraph and letter a line belongs to.

A number or letter at the start of a line opens a provision only when it is the next one of its list. Anything else (a
line that a PDF broke before "(b) above", a year, a reference) stays in the provision that is open: no word is lost.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from ingest.instruments.instrument import Provision
from ingest.instruments.reference import Reference, canonical, roman_value

_NUMBER = re.compile(r"(?:(\d{1,2})\s*\.(?!\d)|\((\d{1,2})\)|(\d{1,2})\))\s*")
_LETTER = re.compile(r"(?:\(([a-z]{1,5})\)|([a-z]{1,5})\)|([a-z])\.(?=\s?\S))\s*")
_INLINE = re.compile(
    r"(?<=[.;:])\s+(?=(?:\d{1,2}\.|\([a-z]{1,4}\)|[a-z]\))\s+[“\"(A-Z])"
    r"|(?<=and|.or)\s+(?=\([a-z]{1,4}\)\s[A-Z])"
)
_WORDS_OF_HEADING = 12


@dataclass(slots=True)
class _Open:
    reference: Reference
    heading: str
    part: str
    words: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        return " ".join(self.words)


class Outline:
    """Takes lines in order; gives provisions."""

    def __init__(self, instrument: str) -> None:
        """Start an empty outline of the instrument with this id."""
        self._instrument = instrument
        self._nodes: list[_Open] = []
        self._part_words: list[str] = []
        self._heading = ""
        self._number = 0
        self._letter = ""
        self._roman = 0
        self._awaits_part_title = False
        self._awaits_heading = False
        self.article = 0
        self.in_annex = False

    @property
    def part(self) -> str:
        """The part that is open, ``PART IV, NATIONAL PREVENTIVE MECHANISMS``; empty before the first."""
        return ", ".join(self._part_words)

    @property
    def opened(self) -> bool:
        """Whether a preamble or an article has been opened."""
        return bool(self._nodes)

    @property
    def has_text(self) -> bool:
        """Whether the article (or annex) that is open has words already."""
        head = self._nodes[-1].reference.head if self._nodes else ""
        return any(node.words for node in self._nodes if node.reference.head == head)

    @property
    def articles(self) -> frozenset[int]:
        """Numbers of the articles that have words."""
        heads = (node.reference.head for node in self._nodes if node.words)
        return frozenset(int(head) for head in heads if head.isdigit())

    def open_preamble(self, text: str) -> None:
        """Open the preamble, or go on with it; ``text`` are its first words, possibly none."""
        if not self._nodes:
            self._open("PREAMBLE", "Preamble")
        self._append(text)

    def open_part(self, text: str) -> None:
        """Open a part, chapter or section by its line; its title may be on the next one."""
        self._part_words = [text.strip(" .:-–—")]
        self._awaits_part_title = True

    def open_article(self, number: int) -> None:
        """Open an article."""
        self.article = number
        self._awaits_part_title = False
        self._awaits_heading = True
        self._open(str(number), "")

    def open_annex(self) -> None:
        """Open the annex."""
        self.in_annex = True
        self._part_words = ["Annex"]
        self._open("ANNEX", "")
        self._awaits_heading = True

    def add(self, text: str, *, heading: bool, following: str) -> None:
        """Take a line; ``following`` is the next one, which tells a heading from a broken sentence."""
        if self._awaits_part_title:
            self._awaits_part_title = False
            if heading or _looks_like_heading(text, following):
                self._part_words.append(text.strip(" -–—"))
                return
        if self._awaits_heading:
            if self.in_annex and heading and text.isdigit():
                self._awaits_heading = False
            elif heading or _looks_like_heading(text, following):
                self._awaits_heading = heading and not self._heading
                self._set_heading(text.strip(" -–—"))
                return
            else:
                self._awaits_heading = False
        if not self._nodes or (self.article == 0 and self._nodes[-1].reference.head != "PREAMBLE"):
            return  # the title page
        if self.in_annex and heading and text.isdigit():
            text = f"{text}."
        if self._nodes[-1].reference.head == "PREAMBLE":
            self._append(text)
            return
        for piece in _INLINE.split(text):
            self._take(piece)

    def provisions(self) -> tuple[Provision, ...]:
        """All provisions that have words, in order."""
        own = {node.reference: node.text for node in self._nodes}
        return tuple(
            Provision(
                node.reference,
                node.heading or node.part.partition(", ")[2],
                node.text,
                node.part,
                tuple(own[above] for above in node.reference.ancestors if own.get(above)),
            )
            for node in self._nodes
            if node.words
        )

    def _open(self, head: str, heading: str) -> None:
        self._heading = heading
        self._number, self._letter, self._roman = 0, "", 0
        self._nodes.append(_Open(Reference(self._instrument, head), heading, self.part))

    def _set_heading(self, heading: str) -> None:
        self._heading = heading
        if self._nodes:
            self._nodes[-1].heading = heading

    def _append(self, text: str) -> None:
        if text:
            self._nodes[-1].words.append(text)

    def _take(self, text: str) -> None:
        """Open the provision whose mark starts ``text``, if it is the next of its list, and keep the words."""
        rest = self._mark(text)
        while rest is not None:
            text, rest = rest, self._mark(rest)
        self._append(text)

    def _mark(self, text: str) -> str | None:
        """Open what the mark before ``text`` says and return the words after it; ``None`` if there is no such mark."""
        number = _NUMBER.match(text)
        if number and int(number[1] or number[2] or number[3]) == self._number + 1:
            self._number += 1
            self._letter, self._roman = "", 0
            return self._child((str(self._number),), text[number.end() :])
        letter = _LETTER.match(text)
        if not letter:
            return None
        mark = letter[1] or letter[2] or letter[3]
        above = (str(self._number),) if self._number else ()
        if self._is_roman(mark):
            self._roman += 1
            letters = (self._letter,) if self._letter else ()
            return self._child((*above, *letters, mark), text[letter.end() :])
        if len(mark) == 1 and ord(mark) == (ord(self._letter) + 1 if self._letter else ord("a")):
            self._letter, self._roman = mark, 0
            return self._child((*above, mark), text[letter.end() :])
        return None

    def _is_roman(self, mark: str) -> bool:
        """Whether ``mark`` is the next numeral; an "i" after "(h)" is one only where "(h)" announces a list."""
        if roman_value(mark) != self._roman + 1:
            return False
        if mark == "i" and self._letter == "h":
            return self._nodes[-1].text.endswith(":")
        return not (self._roman == 0 and ord(mark[0]) == ord(self._letter or " ") + 1 and len(mark) == 1)

    def _child(self, parts: tuple[str, ...], rest: str) -> str:
        head = self._nodes[-1].reference.head
        reference = canonical(Reference(self._instrument, head, parts))
        if reference != self._nodes[-1].reference:
            self._nodes.append(_Open(reference, self._heading, self.part))
        return rest


def _looks_like_heading(text: str, following: str) -> bool:
    """Whether an unmarked line is a heading: short, without an end mark, and not a sentence that runs on."""
    if len(text.split()) > _WORDS_OF_HEADING or re.search(r"[.;:,]$|\b(?:shall|the|of|to|that|be|and)$", text):
        return False
    if _NUMBER.match(text) or _LETTER.match(text) or not text[:1].isupper():
        return False
    return bool(following) and (not following[0].islower() or bool(_LETTER.match(following)))
