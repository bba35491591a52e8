"""A language model's reply as it comes: sentences are taken out as soon as each is complete."""

from __future__ import annotations

import json
import re
from typing import Any

from assistant.errors import ModelAnswerInvalid

LONGEST = 20_000
_OPENED = re.compile(r'\{\s*"sentences"\s*:\s*\[')
_THOUGHT = re.compile(r"<think(?:ing)?>.*?</think(?:ing)?>", re.DOTALL)
_DECODER = json.JSONDecoder()


class PartialReply:
    """Reads ``{"sentences": [{...}, ...]}`` piece by piece, whatever stands around it."""

    def __init__(self) -> None:
        self._text = ""
        self._at: int | None = None
        self.complete = False

    @property
    def opened(self) -> bool:
        """Whether the list of sentences has begun."""
        return self._at is not None

    def feed(self, piece: str) -> list[dict[str, Any]]:
        """Take a piece of the reply and return the sentences that it completes.

        Raises:
            ModelAnswerInvalid: the reply is too long, or something else than an object stands in the list.
        """
        self._text += piece
        if len(self._text) > LONGEST:
            raise ModelAnswerInvalid("the language model's answer is not text of a reasonable length")
        if self._at is None:
            self._open()
        return [] if self._at is None or self.complete else self._taken()

    def _open(self) -> None:
        bare = _THOUGHT.sub("", self._text)
        if "<think" in bare:
            return
        match = _OPENED.search(bare)
        if match:
            self._text, self._at = bare, match.end()

    def _taken(self) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = []
        at = self._at or 0
        while True:
            while at < len(self._text) and self._text[at] in " \t\r\n,":
                at += 1
            self._at = at
            if at >= len(self._text):
                return found
            if self._text[at] == "]":
                self.complete = True
                return found
            if self._text[at] != "{":
                raise ModelAnswerInvalid("the language model did not keep to the format")
            if "}" not in self._text[at:]:
                return found
            try:
                item, at = _DECODER.raw_decode(self._text, at)
            except ValueError:
                return found
            except RecursionError as error:
                raise ModelAnswerInvalid("the language model did not keep to the format") from error
            found.append(item)
