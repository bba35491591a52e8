"""Errors of drafting; each is an ``AssistantError`` with code, message and hint, and none holds text of a user."""

from __future__ import annotations

from assistant.errors import PermanentAssistantError


class DraftingError(PermanentAssistantError):
    """Root of the errors of drafting and checking."""

    code = "drafting"
    exit_code = 2


class EmptyFinding(DraftingError):
    """There is nothing to draft from."""

    code = "empty_finding"


class FindingTooLong(DraftingError):
    """More characters than one finding may have."""

    code = "finding_too_long"


class UnknownEntry(DraftingError):
    """No register entry has this id."""

    code = "not_found"
    exit_code = 1


class UnfitEntry(DraftingError):
    """The entry is nothing that a recommendation could rest on: a response, good practice."""

    code = "unfit_entry"
    exit_code = 1


class NothingToCheck(DraftingError):
    """There is no recommendation to check."""

    code = "nothing_to_check"


class TextTooLong(DraftingError):
    """More than is checked at once."""

    code = "text_too_long"
