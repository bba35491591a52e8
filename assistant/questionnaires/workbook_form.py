"""A form in a workbook: questions in a column under a header, answers written into the cells beside them."""

from __future__ import annotations

import io
import re
from dataclasses import dataclass, replace
from typing import Any

from assistant.questionnaires.columns import Columns, columns_by_shape, columns_of
from assistant.questionnaires.question import Question, is_asking, is_polar, is_total, split_number
from assistant.questionnaires.series import settled
from assistant.questionnaires.suggestion import GRADES, Suggestion
from assistant.questionnaires.word_text import is_blank
from assistant.questionnaires.working_sheet import plain
from assistant.questionnaires.written import digest, keys_of
from ingest.errors import CorruptFile
from ingest.intake.archive import check_directory, check_markup
from ingest.intake.file import IntakeLimits

_HEADER_ROWS = 20
_MOST_ROWS = 5_000
_MOST_COLUMNS = 60
_LEAST_LOOSE = 3
_NOTES = "opcat written"
_FILL = "FFFFF4CC"
_TICK = "✓"
_NOT_APPLICABLE = re.compile(r"^(?:n\W?/?\W?a|not applicable)\W*$", re.IGNORECASE)
_LOST = "Charts, pictures and form controls of the workbook are not kept; its sheets, cells and styles are."


@dataclass(frozen=True)
class _Place:
    question: Question
    sheet: str
    slots: dict[str, str]


class WorkbookForm:
    """An XLSX.

    Raises:
        CorruptFile, HostileFile, EncryptedFile: see :mod:`ingest.intake.archive`.
    """

    suffix = ".xlsx"

    def __init__(self, data: bytes) -> None:
        archive = check_directory(data, IntakeLimits())
        check_markup(archive)
        self._book = _loaded(data)
        self._scope = ""
        lost = any(name.startswith(("xl/charts", "xl/media", "xl/ctrlProps")) for name in archive.namelist())
        self.notices: tuple[str, ...] = (_LOST,) if lost else ()
        self._places = _places(self._book)
        self._keys = keys_of(self.questions)
        self._before: dict[str, str] = _read_notes(self._book)

    @property
    def questions(self) -> list[Question]:
        """The questions in order."""
        return [place.question for place in self._places]

    @property
    def was_filled(self) -> bool:
        """Whether an earlier run of ours has written in it."""
        return bool(self._before)

    def fill(self, at: int, suggestion: Suggestion) -> Suggestion:
        """Write one suggestion, unless a person has written there."""
        place, key = self._places[at], self._keys[at]
        sheet = self._book[place.sheet]
        for name, address in place.slots.items():
            now = _text(sheet[address].value)
            before = self._before.get(f"{key}/{name}")
            if (before is not None and digest(now) != before) or (before is None and not is_blank(now)):
                return replace(suggestion, state="kept")
        for name, address in place.slots.items():
            text = _said(name, suggestion, place.slots)
            cell = sheet[address]
            before = self._before.pop(f"{key}/{name}", None)
            if not text and before is None:
                continue
            _write(cell, text)
            if text:
                self._before[f"{key}/{name}"] = digest(plain(text))
        return suggestion

    def open_with(self, note: str) -> None:
        """Keep for the properties to what documents the suggestions keep: a first row would move every other."""
        self._scope = note

    def close_with(self, note: str) -> None:
        """Note in the properties of the workbook its scope, and whose eyes it is for."""
        self._book.properties.description = f"{self._scope} {note}".strip()

    def data(self) -> bytes:
        """Return the bytes."""
        _write_notes(self._book, self._before)
        buffer = io.BytesIO()
        self._book.save(buffer)
        return buffer.getvalue()

    def is_sound(self, data: bytes) -> bool:
        """Say whether filled bytes open and hold the same questions in the same order."""
        try:
            again = _places(_loaded(data))
        except Exception:
            # Whatever the library stumbles over: such a file is not given to anybody.
            return False
        return [(one.question.number, one.question.text) for one in again] == [
            (one.number, one.text) for one in self.questions
        ]


def _loaded(data: bytes) -> Any:
    from openpyxl import load_workbook

    try:
        return load_workbook(io.BytesIO(data))
    except Exception as error:
        # The library raises whatever its parsers do; none of it may hold a cell's text.
        raise CorruptFile() from error


def _places(book: Any) -> list[_Place]:
    found: list[_Place] = []
    sheets = [one for one in book.worksheets if one.title != _NOTES and one.sheet_state == "visible"]
    read = [(sheet, *_header(sheet)) for sheet in sheets]
    for sheet, header, columns in read:
        if columns is not None:
            found += _under(sheet, header, columns, len(found))
            continue
        loose = _loose(sheet, len(found))
        # Beside a table, a sheet with a question or two is a word to the reader.
        if len(loose) >= _LEAST_LOOSE or not any(one for _, _, one in read):
            found += loose
    kept = settled([place.question for place in found], set())
    return [replace(found[at], question=question) for at, question in kept]


def _header(sheet: Any) -> tuple[int, Columns | None]:
    for row in range(1, min(sheet.max_row, _HEADER_ROWS) + 1):
        texts = [_text(sheet.cell(row, column).value) for column in range(1, _width(sheet) + 1)]
        columns = columns_of(texts)
        if columns is not None:
            return row, columns
    rows = [[_asked(cell) for cell in row[: _width(sheet)]] for row in sheet.iter_rows(max_row=_MOST_ROWS)]
    for at in range(min(len(rows), _HEADER_ROWS)):
        shaped = columns_by_shape(rows[at:])
        if shaped is not None:
            return at + 1, shaped
    return 0, None


def _asked(cell: Any) -> str:
    """Return what stands in a cell of the form itself, not what we wrote."""
    ours = cell.fill.fill_type == "solid" and cell.fill.start_color.rgb == _FILL
    return "" if ours else _text(cell.value)


def _under(sheet: Any, header: int, columns: Columns, count: int) -> list[_Place]:
    found: list[_Place] = []
    section = ""
    for row in range(header + 1, min(sheet.max_row, _MOST_ROWS) + 1):
        text = _text(sheet.cell(row, columns.question + 1).value)
        others = [_text(sheet.cell(row, column).value) for column in range(1, _width(sheet) + 1)]
        if not text:
            alone = [one for one in others if one]
            section = alone[0] if len(alone) == 1 and not alone[0].isdigit() else section
            continue
        if is_total(text):
            continue
        wide = any(
            area.min_row <= row <= area.max_row
            and area.max_col > area.min_col
            and area.min_col <= columns.question + 1 <= area.max_col
            for area in sheet.merged_cells.ranges
        )
        if not is_asking(text) and (wide or sheet.cell(row, columns.question + 1).font.bold):
            section = text
            continue
        number, rest = split_number(text)
        if columns.number is not None:
            number = number or _text(sheet.cell(row, columns.number + 1).value).rstrip(".) ")
        wanted = {"answer": columns.answer, "evidence": columns.evidence, "grade": columns.grade, **columns.ticks}
        slots = {name: _address(sheet, row, at + 1) for name, at in wanted.items() if at is not None}
        # What the form itself says is not to be answered there.
        barred = {name for name, address in slots.items() if _NOT_APPLICABLE.match(_text(sheet[address].value))}
        slots = {name: address for name, address in slots.items() if name not in barred}
        question = Question(
            number or str(count + len(found) + 1),
            rest,
            section,
            "",
            columns.graded and not barred & {*GRADES, "grade"} and (is_polar(rest) or not is_asking(rest)),
            by_column=columns.graded,
        )
        found.append(_Place(question, sheet.title, slots))
    return found


def _loose(sheet: Any, count: int) -> list[_Place]:
    """Find questions in a sheet without a header: the answer goes into the next free cell to the right."""
    found: list[_Place] = []
    for row in range(1, min(sheet.max_row, _MOST_ROWS) + 1):
        for column in range(1, _width(sheet) + 1):
            number, text = split_number(_text(sheet.cell(row, column).value))
            if not is_asking(text):
                continue
            if not number and column > 1:
                number = _text(sheet.cell(row, column - 1).value).rstrip(".) ")[:12]
            target = _address(sheet, row, column + 1)
            if target != sheet.cell(row, column).coordinate:
                question = Question(number or str(count + len(found) + 1), text, "", "", False)
                found.append(_Place(question, sheet.title, {"answer": target}))
            break
    return found


def _address(sheet: Any, row: int, column: int) -> str:
    """Return the cell to write into: of merged cells the first, which alone can hold a value."""
    for area in sheet.merged_cells.ranges:
        if area.min_row <= row <= area.max_row and area.min_col <= column <= area.max_col:
            return str(sheet.cell(area.min_row, area.min_col).coordinate)
    return str(sheet.cell(row, column).coordinate)


def _said(slot: str, suggestion: Suggestion, slots: dict[str, str]) -> str:
    if slot in GRADES:
        return _TICK if suggestion.grade == slot else ""
    if slot == "grade":
        return GRADES[suggestion.grade] if suggestion.grade else ""
    cited = "\n".join(f"[{one.n}] {one.citation}" for one in suggestion.citations)
    if slot == "evidence":
        return cited
    lines = []
    if suggestion.grade and not (set(slots) & {*GRADES, "grade"}):
        lines.append(f"Suggested: {GRADES[suggestion.grade]}.")
    if suggestion.gap:
        lines.append(f"Gap: {suggestion.gap}")
    if suggestion.opening:
        lines.append(suggestion.opening)
    for sentence in suggestion.sentences:
        lines.append(f"“{sentence.text}” {''.join(f'[{n}]' for n in sentence.citations)}".strip())
    if cited and "evidence" not in slots:
        lines.append(cited)
    return "\n".join(lines)


def _write(cell: Any, text: str) -> None:
    from copy import copy

    from openpyxl.styles import PatternFill

    cell.value = plain(text) or None
    if not text:
        return
    # The library takes "=..." for a formula; this is always text.
    cell.data_type = "s"
    alignment = copy(cell.alignment)
    alignment.wrap_text = True
    alignment.vertical = "top"
    cell.alignment = alignment
    cell.fill = PatternFill("solid", start_color=_FILL, end_color=_FILL)


def _read_notes(book: Any) -> dict[str, str]:
    if _NOTES not in book.sheetnames:
        return {}
    rows = [_text(row[0].value).partition(" ") for row in book[_NOTES].iter_rows(min_row=2, max_col=1)]
    return {key: sha for key, _, sha in rows if sha}


def _write_notes(book: Any, notes: dict[str, str]) -> None:
    """Keep digests of what we wrote in a hidden sheet; no word of the form is in them."""
    if _NOTES in book.sheetnames:
        del book[_NOTES]
    sheet = book.create_sheet(_NOTES)
    sheet.sheet_state = "hidden"
    sheet["A1"] = "Digests of the suggestions in this workbook. With them the next run keeps what was edited."
    for row, (key, sha) in enumerate(sorted(notes.items()), start=2):
        sheet.cell(row, 1, f"{key} {sha}")


def _text(value: Any) -> str:
    return "" if value is None else str(value).strip()


def _width(sheet: Any) -> int:
    return min(int(sheet.max_column), _MOST_COLUMNS)
