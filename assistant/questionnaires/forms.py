"""Forms of every kind behind one face: Word as it is, workbooks as they are, other documents as a new Word form."""

from __future__ import annotations

from typing import Protocol

from assistant.questionnaires.question import Question
from assistant.questionnaires.suggestion import Suggestion


class Form(Protocol):
    """A form whose questions can be filled in."""

    @property
    def suffix(self) -> str:
        """Ending of the filled file's name."""
        ...

    @property
    def questions(self) -> list[Question]:
        """The questions in order."""
        ...

    @property
    def notices(self) -> tuple[str, ...]:
        """What the person should know about the form."""
        ...

    @property
    def was_filled(self) -> bool:
        """Whether an earlier run of ours has written in it."""
        ...

    def fill(self, at: int, suggestion: Suggestion) -> Suggestion:
        """Write one suggestion, unless a person has written there."""
        ...

    def open_with(self, note: str) -> None:
        """Write once, before anything else, to what documents the suggestions keep; nothing where it is empty."""
        ...

    def close_with(self, note: str) -> None:
        """Write once, at the end, whose eyes the filled form is for."""
        ...

    def data(self) -> bytes:
        """Return the bytes."""
        ...

    def is_sound(self, data: bytes) -> bool:
        """Say whether filled bytes open and hold the same questions in the same order."""
        ...


class WordDocument:
    """A DOCX."""

    suffix = ".docx"

    def __init__(self, data: bytes, notices: tuple[str, ...] = ()) -> None:
        from assistant.questionnaires.word_package import WordPackage
        from assistant.questionnaires.word_writing import WordWriter

        self._original = data
        self._writer = WordWriter(WordPackage(data))
        self.notices = notices

    @property
    def questions(self) -> list[Question]:
        """The questions in order."""
        return self._writer.form.questions

    @property
    def was_filled(self) -> bool:
        """Whether an earlier run of ours has written in it."""
        return bool(self._writer.written)

    def fill(self, at: int, suggestion: Suggestion) -> Suggestion:
        """Write one suggestion, unless a person has written there."""
        return self._writer.fill(at, suggestion)

    def open_with(self, note: str) -> None:
        """Write once, as the first line, to what documents the suggestions keep; nothing where it is empty."""
        self._writer.open_with(note)

    def close_with(self, note: str) -> None:
        """Write once, at the end, whose eyes the filled form is for."""
        self._writer.close_with(note)

    def data(self) -> bytes:
        """Return the bytes."""
        return self._writer.data()

    def is_sound(self, data: bytes) -> bool:
        """Say whether filled bytes open and hold the same questions, and all other words unchanged."""
        from assistant.questionnaires.word_writing import checked

        return checked(data, self._writer.form, lambda: self._original)


def opened(name: str, data: bytes) -> Form:
    """Open a form.

    Raises:
        UnknownForm: no kind of file that can be filled.
        IngestError: a damaged, encrypted or hostile file.
    """
    from assistant.questionnaires.errors import UnknownForm
    from assistant.questionnaires.read_form import as_word_form, is_workbook
    from ingest.intake.file import take_in_bytes

    if is_workbook(data):
        from assistant.questionnaires.workbook_form import WorkbookForm

        return WorkbookForm(data)
    file = take_in_bytes(name, data)
    if file.media == "docx":
        return WordDocument(data)
    if file.media in ("image", "email"):
        raise UnknownForm("an image" if file.media == "image" else "an e-mail")
    made, notices = as_word_form(file)
    return WordDocument(made, notices)
