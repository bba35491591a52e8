"""The list that a sentence or line has announced: which kind its items are, and which blocks still belong to it."""

from __future__ import annotations

import re

from ingest.register.announcement import closes_with_states
from ingest.report import Block, BlockKind
from ingest.structure.labels import Label
from ingest.structure.listing import plain_number, style_of
from redaction.text import RedactedText


class AnnouncedList:
    """Reads the blocks after ``106. The following recommendations ...:`` or ``R4. The Governor should:``.

    Attributes:
        kind: register kind of the items, ``None`` while no list is open.
        lead_number: number of the paragraph that announced the list.
        parent: number of the labelled entry that opened it, put before letters: ``R4`` and ``(a)``.
    """

    def __init__(self) -> None:
        """Begin without a list."""
        self.kind: str | None = None
        self.lead_number: str | None = None
        self.parent: str | None = None
        self._item = self._counted = self._variants = 0
        self._last_number: str | None = None
        self._style: str | None = None

    def announce(self, kind: str, number: str | None) -> None:
        """Take what follows for entries of one kind, until the list ends."""
        self.kind, self.lead_number, self._item = kind, number, 0
        self._last_number, self._variants, self._style = None, 0, None

    def kind_of(self, block: Block[RedactedText], label: Label | None, text: RedactedText) -> tuple[bool, str | None]:
        """Say whether the list settles what a block is, and as which kind; a block behind its end closes it."""
        if self.kind is None:
            return False, None
        if self._continues(block, label):
            return True, self.kind
        if self.lead_number is None or (
            label is not None
            and label.word is None
            and plain_number(label.number or "") > plain_number(self.lead_number)
        ):
            self.kind = None
        elif label is None:
            return True, self.kind if self._last_number is not None and closes_with_states(text) else None
        return False, None

    def number_of(self, label: Label | None, number: str | None, text: RedactedText) -> str | None:
        """Return the number under which an entry is cited: ``R4(a)``, or ``106.3.1`` for what more States recommend."""
        if self.kind is None:
            return number
        if self.parent is not None and number is not None and style_of(label) == "letter":
            number = f"{self.parent}({number.strip('().')})"
        if self.lead_number is None:
            return number
        if label is not None:
            self._last_number, self._variants = number, text.count(");")
        elif self._last_number is not None:
            # What more States recommend under the same printed number stands in paragraphs of its own.
            number, self._variants = f"{self._last_number}.{max(1, self._variants)}", self._variants + 1
        return number

    def _continues(self, block: Block[RedactedText], label: Label | None) -> bool:
        if self.lead_number is not None and label is not None and label.number is not None:
            if label.number.startswith(f"{self.lead_number}.") or re.match(r"\(?[a-z0-9]{1,3}\)", label.number):
                return True
            follows = plain_number(label.number) == self._item + 1
            self._item += follows
            return follows
        lettered = label is not None and bool(re.fullmatch(r"\(.*|[a-z]|[ivx]{1,5}", label.number or ""))
        if block.kind is not BlockKind.LIST_ITEM and not lettered:
            return self.lead_number is None and label is not None and label.word is None and self._counts(label)
        # "(a)" and "(b)" end where the report's own numbers go on: "4. The kitchen was clean."
        style = style_of(label)
        self._style = self._style or style
        return style == self._style

    def _counts(self, label: Label) -> bool:
        """Say whether ``1.`` opens a numbered list, goes on with it, or with the list of the lead before."""
        value = plain_number((label.number or "").rstrip("."))
        if value < 0 or value not in (1, self._item + 1, self._counted + 1):
            return False
        self._item = self._counted = value
        return True
