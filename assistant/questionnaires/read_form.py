"""Forms that cannot be written back into (PDF, web page, text): their questions, in order, in a new Word form."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable

from assistant.questionnaires.columns import Columns, columns_of
from assistant.questionnaires.question import (
    Question,
    is_asking,
    is_minor,
    is_polar,
    names_matter,
    offers_grades,
    questions_in,
    split_number,
)
from assistant.questionnaires.series import settled
from ingest.intake.file import UntrustedFile
from ingest.report import BODY_KINDS, BlockKind, ParsedBlock

NOTICE = "This form cannot be written into, so its questions stand in a new Word document, in their order."


def is_workbook(data: bytes) -> bool:
    """Say whether bytes are an XLSX workbook."""
    if data[:2] != b"PK":
        return False
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return "xl/workbook.xml" in archive.namelist()
    except (zipfile.BadZipFile, ValueError, OSError):
        return False


def as_word_form(file: UntrustedFile) -> tuple[bytes, tuple[str, ...]]:
    """Read a file with the product's readers, in their sandbox, and build a Word form of its questions.

    Returns:
        the form's bytes (a form without a question where none was found), and notices.

    Raises:
        IngestError: the file is refused.
    """
    from assistant.questionnaires.word_building import built
    from ingest.intake.sandbox import read_in_sandbox

    report = read_in_sandbox(file)
    title, questions = questions_of(report.blocks)
    notices = [NOTICE, *report.warnings]
    if report.pages.failed:
        notices.append(f"{report.pages.failed} pages could not be read; their questions are missing.")
    return built(title, questions), tuple(notices)


def questions_of(blocks: Iterable[ParsedBlock]) -> tuple[str, list[Question]]:
    """Find the questions in what a reader gave.

    Returns:
        the first heading, and the questions in order.
    """
    title, section, lead, above = "", "", "", ""
    grades = False
    columns: Columns | None = None
    table: int | None = None
    found: list[Question] = []
    tentative: set[int] = set()
    waiting = list(blocks)
    for at, block in enumerate(waiting):
        if block.kind == BlockKind.TABLE_ROW:
            fresh = columns_of(block.cells)
            if fresh is not None:
                columns, table = fresh, block.table
                continue
            if block.table != table and (columns is None or (block.row == 0 and len(block.cells) < 2)):
                columns = None
            found += _of_row(block, columns, section, grades, len(found))
            continue
        text = block.text
        number, rest = (block.number, text) if block.number else split_number(text)
        number = (number or "").strip("()")
        if block.kind == BlockKind.HEADING and not (rest.endswith("?") and is_asking(rest)):
            title = title or text
            section, lead = text, ""
            continue
        if block.kind not in (*BODY_KINDS, BlockKind.HEADING):
            continue
        grades = grades or (offers_grades(text) and not is_asking(rest))
        item = is_minor(number, above) or (block.kind == BlockKind.LIST_ITEM and block.level > 1)
        follows = waiting[at + 1] if at + 1 < len(waiting) else None
        opens = (
            rest.endswith(":")
            and follows is not None
            and is_minor(split_number(follows.text)[0] or follows.number or "", number)
        )
        if opens and (number or is_asking(rest)):
            lead, above = rest, number
            continue
        lead = lead if item else ""
        matter = bool(number) and not item and names_matter(rest)
        if is_asking(rest) or (item and lead) or matter:
            if matter and not is_asking(rest):
                tentative.add(len(found))
            for one in [rest] if number or item else questions_in(rest):
                graded = (grades or offers_grades(one)) and is_polar(Question("", one, lead=lead).asked)
                found.append(Question(number or str(len(found) + 1), one, section, lead, graded))
            lead = lead if item else rest
    return title, [question for _, question in settled(found, tentative)]


def _of_row(block: ParsedBlock, columns: Columns | None, section: str, grades: bool, count: int) -> list[Question]:
    cells = [*block.cells, *[""] * 8]
    if columns is None:
        asked = next((cell for cell in block.cells if is_asking(split_number(cell)[1])), "")
        if not asked:
            return []
        number, text = split_number(asked)
        return [Question(number or str(count + 1), text, section, "", grades and is_polar(text))]
    number, text = split_number(cells[columns.question])
    if not text or (len([cell for cell in block.cells if cell]) == 1 and not is_asking(text) and not number):
        return []
    if columns.number is not None and not number:
        number = cells[columns.number].rstrip(".) ")
    return [
        Question(
            number or str(count + 1),
            text,
            section,
            "",
            columns.graded and (is_polar(text) or not is_asking(text)),
            by_column=columns.graded,
        )
    ]
