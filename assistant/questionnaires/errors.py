"""Errors of questionnaires.

```
AssistantError
└── PermanentAssistantError
    ├── NoQuestions               nothing in the form asks for an answer
    ├── TooManyQuestions          more than one form may have
    ├── ForeignQuestionnaire      most questions are not in English
    ├── UnknownForm               neither DOCX, XLSX nor a document that can be read
    └── DamagedResult             the filled form failed its check; nothing was written
```
Messages hold no text of the form.
"""

from __future__ import annotations

from assistant.errors import PermanentAssistantError


class NoQuestions(PermanentAssistantError):
    """Nothing in the form asks for an answer."""

    code = "no_questions"

    def __init__(self) -> None:
        super().__init__(
            "no question was found in this form",
            "questions end in a question mark, are numbered requests, or stand in a table column headed Question",
        )


class TooManyQuestions(PermanentAssistantError):
    """More questions than one form may have."""

    code = "too_many_questions"

    def __init__(self, found: int, most: int) -> None:
        super().__init__(f"the form has {found} questions; {most} is the most", "split it into several forms")


class ForeignQuestionnaire(PermanentAssistantError):
    """Most questions are not in English."""

    code = "foreign_questionnaire"

    def __init__(self, foreign: int, found: int) -> None:
        super().__init__(
            f"{foreign} of {found} questions are not in English; nothing was filled in",
            "questions are answered in English only: give a translation of the form",
        )


class UnknownForm(PermanentAssistantError):
    """A file that cannot be filled."""

    code = "unknown_form"

    def __init__(self, what: str = "this kind of file") -> None:
        super().__init__(f"{what} cannot be filled in", "give the questionnaire as DOCX, XLSX or PDF")


class DamagedResult(PermanentAssistantError):
    """The filled form failed its check."""

    code = "damaged_result"

    def __init__(self) -> None:
        super().__init__(
            "the filled form did not pass its check, so nothing was written", "the original is untouched; report this"
        )
