"""A form in Word: its questions in order, each with the places where its answer goes."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import Any

from assistant.questionnaires.columns import Columns, columns_by_shape, columns_of
from assistant.questionnaires.question import (
    Question,
    is_asking,
    is_field,
    is_instruction,
    is_minor,
    is_polar,
    is_total,
    names_matter,
    offers_boxes,
    offers_grades,
    questions_in,
    split_number,
)
from assistant.questionnaires.series import boxed, settled
from assistant.questionnaires.word_grid import Cell, Grid
from assistant.questionnaires.word_package import WordPackage
from assistant.questionnaires.word_text import content, is_blank, is_control, is_ours, paragraphs, words
from ingest.readers.docx_numbering import Number, Numbering
from ingest.readers.docx_styles import Styles
from ingest.readers.docx_text import local, q

_OPTION = re.compile(r"^\W*(?:yes|no|partial(?:ly)?|n/?a|not applicable|other|unknown|don'?t know)\b", re.IGNORECASE)
_HEADER_ROWS, _LONGEST_TITLE, _MOST_DEPTH = 3, 14, 8


@dataclass(frozen=True)
class Slot:
    """One place to write: a cell, or below a paragraph.

    Attributes:
        own: whether the cell is for answers alone; else we write below what stands there.
        shared: whether several questions stand in the paragraph, so that each answer names its own.
    """

    cell: Any = None
    after: Any = None
    own: bool = True
    shared: bool = False


@dataclass(frozen=True)
class Place:
    """A question with its slots: ``answer``, ``evidence``, ``grade``, ``yes``, ``partial``, ``no``."""

    question: Question
    slots: dict[str, Slot] = field(default_factory=dict)


class WordForm:
    """Reads the questions of a package."""

    def __init__(self, package: WordPackage) -> None:
        self.package = package
        root = package.tree(package.main)
        styles = package.related("styles")
        numbering = package.related("numbering")
        self._styles = Styles(package.tree(styles) if styles else None)
        counters = Numbering(package.tree(numbering) if numbering else None, self._styles)
        self._numbers: dict[Any, Number | None] = {}
        for one in root.iter(q("p")):
            self._numbers[one] = counters.of(one) if not is_ours(one) and words(one) else None
        self.places: list[Place] = []
        self._section = ""
        self._lead: str | None = None
        self._above = ""
        self._grades = False
        self._columns: tuple[int, Columns] | None = None
        self._tentative: set[int] = set()
        body = root.find(q("body"))
        if body is not None:
            self._walk(body, 0)
        kept = settled([place.question for place in self.places], self._tentative)
        self.places = [replace(self.places[at], question=question) for at, question in kept]

    @property
    def questions(self) -> list[Question]:
        """The questions in the order of the form."""
        return [place.question for place in self.places]

    def _walk(self, container: Any, depth: int) -> None:
        children = list(content(container))
        for at, child in enumerate(children):
            if local(child) == "tbl":
                if depth < _MOST_DEPTH:
                    self._table(child, depth + 1)
            elif not is_ours(child):
                self._paragraph(child, children[at + 1 :])

    def _paragraph(self, paragraph: Any, later: list[Any]) -> None:
        full = words(paragraph)
        if not full or is_blank(full):
            return
        number, text, minor = self._numbered(paragraph, full, self._above)
        if self._styles.heading_level(paragraph) and not ("?" in text and is_asking(text)):
            self._section, self._lead = full, None
            return
        if offers_boxes(full) and not is_asking(text) and self.places:
            self.places[-1] = replace(self.places[-1], question=boxed(self.places[-1].question))
            return
        self._grades = self._grades or (offers_grades(full) and not is_asking(text))
        if is_instruction(text) or (not number and text.endswith("?") and len(text.split()) < 2):
            return
        item = minor or self._is_bullet(paragraph)
        if text.endswith(":") and (number or is_asking(text)) and self._item_follows(later, number):
            self._lead, self._above = text, number
            return
        lead = self._lead = self._lead if item else None
        fragment = item and lead is not None and bool(number) and not _OPTION.match(text)
        below = _place_for_answer(paragraph, later)
        if not is_asking(text) and not fragment:
            if self._is_title([paragraph]) and len(full.split()) <= _LONGEST_TITLE and below is paragraph:
                self._section = full
                return
            offered = below is not paragraph and not is_field(text) and bool(number or text.endswith((":", ".")))
            if not offered and not (number and not minor and names_matter(text)):
                return
            if not offered:
                self._tentative.add(len(self.places))
        # In a running paragraph without a number each sentence that asks is a question of its own.
        several = [text] if number or item else questions_in(text)
        slot = Slot(after=below, own=False, shared=len(several) > 1)
        for one in several:
            graded = (self._grades or offers_grades(one)) and is_polar(Question("", one, lead=lead or "").asked)
            question = Question(self._number(number), one, self._section, lead or "", graded)
            self.places.append(Place(question, {"answer": slot}))
        if not item:
            self._lead = text

    def _numbered(self, paragraph: Any, text: str, above: str = "") -> tuple[str, str, bool]:
        generated = self._numbers.get(paragraph)
        if generated is not None and generated.printed:
            return generated.printed.strip("()"), text, generated.is_minor or generated.level > 0
        number, rest = split_number(text)
        return number, rest, is_minor(number, above)

    def _number(self, printed: str) -> str:
        return printed or str(len(self.places) + 1)

    def _is_bullet(self, paragraph: Any) -> bool:
        generated = self._numbers.get(paragraph)
        return generated is not None and generated.printed is None

    def _item_follows(self, later: list[Any], above: str) -> bool:
        for one in later:
            if local(one) != "p":
                return False
            text = words(one)
            if text and not is_ours(one):
                return self._numbered(one, text, above)[2] or self._is_bullet(one)
        return False

    def _table(self, table: Any, depth: int) -> None:
        grid = Grid(table)
        columns = self._header(grid)
        self._lead = None
        if columns is None:
            self._plain_table(grid, depth)
            return
        self._columns = (grid.width, columns)
        headers = grid.texts(columns.header_rows - 1) if columns.header_rows else []
        for row in range(columns.header_rows, len(grid.rows)):
            if grid.texts(row) != headers:
                self._row(grid, row, columns)
            for cell in grid.rows[row]:
                self._nested(cell, depth)

    def _header(self, grid: Grid) -> Columns | None:
        for row in range(min(_HEADER_ROWS, len(grid.rows))):
            texts = grid.texts(row)
            found = columns_of(texts, row + 1)
            if row + 1 < len(grid.rows) and (found is None or not found.ticks):
                # A header of two rows: what stands below a wide cell says more.
                below = [lower or upper for upper, lower in zip(texts, grid.texts(row + 1), strict=True)]
                joined = columns_of(below, row + 2)
                if joined is not None and joined.ticks:
                    return joined
            if found is not None:
                return found
        shaped = columns_by_shape([grid.texts(row) for row in range(len(grid.rows))])
        if shaped is None and self._columns is not None and self._columns[0] == grid.width > 1:
            return replace(self._columns[1], header_rows=0)
        return shaped

    def _row(self, grid: Grid, row: int, columns: Columns) -> None:
        cells = grid.rows[row]
        cell = grid.at(row, columns.question)
        if cell is None or cell.continued:
            return
        lines = [one for one in paragraphs(cell.element) if not is_ours(one) and words(one)]
        if not lines:
            return
        wide = cell.span >= grid.width or (len(cells) == 1 and grid.width > 1)
        text = " ".join(words(one) for one in lines)
        if is_total(text):
            return
        if not is_asking(text) and (wide or self._is_title(lines)):
            self._section = text
            return
        column = grid.at(row, columns.number)
        outer = column.text if column is not None and column is not cell and not column.continued else ""
        slots = self._slots(grid, row, columns, cell)
        several = [
            one for one in lines if self._numbered(one, words(one))[0] and is_asking(self._numbered(one, words(one))[1])
        ]
        for one in several if len(several) > 1 else [None]:
            first = lines[0] if one is None else one
            number, rest, _ = self._numbered(first, words(first))
            rest = rest if one is not None else " ".join([rest, *(words(more) for more in lines[1:])])
            # A column of grades is there for what can be graded; "How many" is answered in words.
            gradable = is_polar(rest) or not is_asking(rest)
            graded = gradable and (columns.graded or self._grades or offers_grades(text))
            number = number or outer.rstrip(".) ")
            question = Question(self._number(number), rest, self._section, "", graded, by_column=columns.graded)
            self.places.append(Place(question, dict(slots)))

    def _is_title(self, lines: list[Any]) -> bool:
        for one in lines:
            if self._styles.heading_level(one):
                continue
            runs = [run for run in one.iter(q("r")) if any((t.text or "").strip() for t in run.iter(q("t")))]
            if not runs or not all(self._styles.is_bold(run.find(q("rPr"))) for run in runs):
                return False
        return True

    def _slots(self, grid: Grid, row: int, columns: Columns, asked: Cell) -> dict[str, Slot]:
        wanted = {
            "answer": columns.answer,
            "evidence": columns.evidence,
            "grade": columns.grade,
            **columns.ticks,
        }
        slots: dict[str, Slot] = {}
        for name, column in wanted.items():
            cell = grid.at(row, column)
            taken = any(cell is not None and slot.cell is cell.element for slot in slots.values())  # merged cells
            if cell is not None and cell.element is not asked.element and not taken:
                slots[name] = Slot(cell=cell.element, own=not cell.continued)
        if "answer" not in slots:
            slots["answer"] = Slot(cell=asked.element, own=False)
        return slots

    def _plain_table(self, grid: Grid, depth: int) -> None:
        for row, cells in enumerate(grid.rows):
            filled = [cell for cell in cells if cell.text and not cell.continued]
            asked = next((cell for cell in filled if is_asking(split_number(cell.text)[1])), None)
            behind = [one for one in cells if asked is not None and one.start > asked.start]
            boxes = [one for one in behind if offers_boxes(one.text)]
            blank = [one for one in behind if is_blank(one.text)] or boxes
            lines = [one for one in paragraphs(asked.element) if words(one)] if asked is not None else []
            if asked is not None and len(lines) == 1 and (blank or self._answer_below(grid, row) is not None):
                number, text, _ = self._numbered(lines[0], words(lines[0]))
                before = [cell.text.rstrip(".) ") for cell in filled if cell.start < asked.start]
                target = blank[0] if blank else self._answer_below(grid, row)
                assert target is not None
                graded = (self._grades or bool(boxes) or offers_grades(text)) and is_polar(text)
                question = Question(self._number(number or (before or [""])[-1][:12]), text, self._section, "", graded)
                # Beside boxes to be ticked we write with the number of the question: a person ticks.
                slot = Slot(cell=target.element, own=target not in boxes)
                self.places.append(Place(question, {"answer": slot}))
                for cell in cells:
                    self._nested(cell, depth)
                continue
            for cell in cells:
                if not cell.continued:
                    self._walk(cell.element, depth)

    def _answer_below(self, grid: Grid, row: int) -> Cell | None:
        """Return the blank row of one cell below a question that takes up a whole row."""
        if len(grid.rows[row]) != 1 or row + 1 >= len(grid.rows) or len(grid.rows[row + 1]) != 1:
            return None
        below = grid.rows[row + 1][0]
        return below if is_blank(below.text) else None

    def _nested(self, cell: Cell, depth: int) -> None:
        if cell.continued:
            return
        for child in content(cell.element):
            if local(child) == "tbl" and depth < _MOST_DEPTH:
                self._table(child, depth + 1)


def _place_for_answer(paragraph: Any, later: list[Any]) -> Any:
    """Return what to write below: the question, or the line ("Answer:") or the content control right after it."""
    below = next((one for one in later if local(one) != "p" or not is_ours(one)), None)
    if below is None or local(below) != "p":
        return paragraph
    control = next((one for one in below.iterancestors(q("sdt")) if is_control(one)), None)
    if control is not None and paragraph not in set(control.iter(q("p"))):
        return control
    return below if words(below) and is_blank(words(below)) else paragraph
