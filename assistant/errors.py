"""Errors of the assistant.

```
AssistantError(code, message, hint)
├── PermanentAssistantError       asking again the same way fails again
│   ├── EmptyQuestion             nothing to search for
│   ├── QuestionTooLong           more characters than one question may have
│   ├── InvalidFilter             unknown kind, place type or theme, malformed date, wrong order of dates
│   ├── InvalidLimit              a number of results outside 1 to 100
│   ├── InvalidConversation       an id that no conversation can have
│   ├── ModelAnswerInvalid        a language model did not keep to the format
│   ├── InvalidModel              the language model of the settings is unknown, malformed or not allowed
│   └── ModelNotInstalled         the optional packages of a language model are missing
└── TransientAssistantError       may succeed later
    └── ModelUnavailable          the language model failed or took too long
```
Messages hold no text of reports or questions.
"""

from __future__ import annotations


class AssistantError(Exception):
    """Root of the assistant's errors.

    Attributes:
        code: stable machine-readable name.
        message: one sentence for people.
        hint: what to do about it.
    """

    code = "assistant_error"

    def __init__(self, message: str, hint: str = "") -> None:
        """Take a sentence for people and what to do about it."""
        super().__init__(message)
        self.message = message
        self.hint = hint


class PermanentAssistantError(AssistantError):
    """The same request fails again."""

    code = "assistant_permanent"


class TransientAssistantError(AssistantError):
    """The same request may succeed later."""

    code = "assistant_transient"


class EmptyQuestion(PermanentAssistantError):
    """There is nothing to search for."""

    code = "empty_question"


class QuestionTooLong(PermanentAssistantError):
    """More characters than one question may have."""

    code = "question_too_long"


class InvalidFilter(PermanentAssistantError):
    """A filter has an unknown value or a malformed date."""

    code = "invalid_filter"


class InvalidLimit(PermanentAssistantError):
    """A number of results that is out of range."""

    code = "invalid_limit"


class InvalidConversation(PermanentAssistantError):
    """An id that no conversation can have."""

    code = "invalid_conversation"


class ModelAnswerInvalid(PermanentAssistantError):
    """A language model did not keep to the format."""

    code = "model_answer_invalid"


class InvalidModel(PermanentAssistantError):
    """The language model that the settings name is unknown, malformed or not allowed."""

    code = "invalid_model"


class ModelNotInstalled(PermanentAssistantError):
    """The optional packages that a language model needs are missing."""

    code = "model_not_installed"


class ModelUnavailable(TransientAssistantError):
    """The language model failed or took too long."""

    code = "model_unavailable"
