"""Whom a run of recommendations is addressed to, as a heading or line above it says."""

from __future__ import annotations

from ingest.register.addressee import subject_addressee
from ingest.register.addressee_groups import group_addressee, heading_addressee
from ingest.register.lead_words import BOTH
from ingest.register.offices import is_house
from ingest.register.sections import is_above_recommendations
from ingest.report import Block
from redaction.text import RedactedText


class Groups:
    """The addressee that holds until the next heading, and those named before.

    Attributes:
        now: the addressee of what follows, ``None`` where nothing has named one.
    """

    def __init__(self) -> None:
        """Begin without an addressee."""
        self.now: str | None = None
        self._named: list[str] = []

    def take(self, group: str | None) -> None:
        """Let an addressee hold from here on; ``To both authorities`` means the ones named before."""
        if group is not None and BOTH.fullmatch(group):
            self.now = " and ".join(dict.fromkeys(self._named)) or group
            return
        self._named.extend([group] if group is not None else [])
        self.now = group

    def take_heading(self, block: Block[RedactedText], *, recommending: bool) -> None:
        """Read the addressee from a heading, or from one above it: ``Recommendations to the Director``.

        Args:
            block: the heading.
            recommending: recommendations are being listed, so that an office alone is whom they are for.
        """
        below = recommending or any(is_above_recommendations(above) for above in block.heading_path)
        for heading in (block.text, *reversed(block.heading_path)):
            found = heading_addressee(heading) if below and heading is block.text else group_addressee(heading)
            if found is not None:
                self.take(found)
                return
        self.take(None)

    def addressee_of(self, text: str) -> str | None:
        """Read who should act; under ``To the Governor`` the sentence ``The prison should`` means him."""
        subject = subject_addressee(text, agents=self.now is None)
        return self.now if subject is None or (self.now is not None and is_house(subject)) else subject
