"""What a draft starts from: a finding as text, redacted before anything else, or a register entry."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from assistant.drafting.errors import EmptyFinding, FindingTooLong, UnfitEntry, UnknownEntry
from ingest.instruments.citations import cited_references
from ingest.passage import Filters
from ingest.taxonomy import place_type_of, themes_of
from redaction.text import RedactedText

if TYPE_CHECKING:
    from ingest.library import Library
    from ingest.passage import DocumentRecord, RegisterEntry
    from redaction.redactor import Redactor
    from redaction.result import Residue

MAX_FINDING = 10_000
"""Characters of one finding."""
MAX_ADDRESSEE = 200
WITHHELD = "[withheld]"
_FRAME = "The recommendation is addressed to the "
_UNFIT = frozenset({"response", "progress", "good_practice", "request_for_information"})
_DEMANDS = frozenset({"recommendation", "area_for_improvement", "housekeeping"})


@dataclass(frozen=True, slots=True)
class Finding:
    """A finding without personal data, and what is known around it.

    Attributes:
        text: the finding; of a recommendation, the paragraphs that it rests on, else its own words.
        themes: best first.
        place_type: of the taxonomy.
        references: provisions that it cites.
        masked: how many identifiers of each type were masked in what the user gave.
        doubts: why redaction wants a person to look, one phrase each.
        addressee: as the user or the entry has it, redacted.
        entry: the register entry, where there is one.
        document: its document.
        beside: the recommendation in its row of a table.
    """

    text: str
    themes: tuple[str, ...]
    place_type: str | None
    references: tuple[str, ...] = ()
    masked: dict[str, int] = field(default_factory=dict)
    doubts: tuple[str, ...] = ()
    addressee: str | None = None
    entry: RegisterEntry | None = None
    document: DocumentRecord | None = None
    beside: RegisterEntry | None = None

    @property
    def demand(self) -> RegisterEntry | None:
        """The recommendation that is drafted anew: the entry, or the one beside it in its row of a table."""
        return self.entry if self.entry is not None and self.entry.kind in _DEMANDS else self.beside

    @property
    def jurisdiction(self) -> str | None:
        """Where the place is."""
        return self.document.metadata.jurisdiction if self.document else None


def finding_of_text(text: str, addressee: str | None, redactor: Redactor) -> Finding:
    """Redact a finding that a user gave; nothing else sees it before.

    Raises:
        EmptyFinding: no words.
        FindingTooLong: more than 10,000 characters.
        RedactionError: it cannot be redacted, for example because it is not in English.
    """
    if not re.search(r"[^\W\d_]{2}", text):
        raise EmptyFinding(
            "the finding is empty",
            "say what was found, for example: opcat draft --finding 'Patients were strapped for hours'",
        )
    if len(text) > MAX_FINDING:
        raise FindingTooLong(
            f"a finding may have at most {MAX_FINDING} characters",
            "give one finding; whole reports are added with opcat ingest, and drafted from with --entry",
        )
    redacted, masked, doubts = redacted_words(text, addressee, redactor)
    clean, asked = redacted
    return Finding(
        clean,
        themes_of(clean),
        place_type_of(clean),
        cited_references(clean),
        masked,
        doubts,
        asked,
    )


def finding_of_entry(library: Library, entry_id: str, addressee: str | None, redactor: Redactor | None) -> Finding:
    """Take a finding, concern, deficiency or recommendation of the register.

    Raises:
        UnknownEntry: no such entry.
        UnfitEntry: a response, progress or good practice.
    """
    entry = library.ledger.entry(entry_id.strip())
    if entry is None:
        raise UnknownEntry(
            "there is no register entry with this id",
            "opcat register --kind finding lists findings with their ids (r-...)",
        )
    if entry.kind in _UNFIT:
        raise UnfitEntry(
            f"the entry is a {entry.kind.replace('_', ' ')}, and no recommendation rests on one",
            "choose a finding, concern, deficiency or recommendation: opcat register --kind finding",
        )
    document = library.ledger.document(entry.document_id)
    masked: dict[str, int] = {}
    doubts: tuple[str, ...] = ()
    asked = entry.addressee
    if addressee is not None and addressee != entry.addressee:
        if redactor is None:
            raise UnfitEntry("an addressee can be given only where redaction is at hand", "leave out --addressee")
        (_, asked), masked, doubts = redacted_words("", addressee, redactor)
    text = _grounds(library, entry) if entry.kind in _DEMANDS else str(entry.text)
    return Finding(
        text,
        entry.themes or themes_of(text),
        (document.metadata.place_type if document else None) or place_type_of(text),
        tuple(dict.fromkeys((*entry.criteria, *cited_references(text)))),
        masked,
        doubts,
        asked,
        entry,
        document,
        _beside(library, entry),
    )


def _beside(library: Library, entry: RegisterEntry) -> RegisterEntry | None:
    if entry.kind in _DEMANDS or not entry.locator.startswith("table "):
        return None
    found = library.ledger.register(Filters(documents=(entry.document_id,)), kinds=("recommendation",))
    return next((each for each in found if each.locator == entry.locator), None)


def redacted_words(
    text: str, addressee: str | None, redactor: Redactor
) -> tuple[tuple[str, str | None], dict[str, int], tuple[str, ...]]:
    """Redact a text and the name of an addressee as one document; what still looks personal is withheld.

    Returns:
        the text and the addressee, how many identifiers of each type were masked, and why a person should look.
    """
    framed = f"{_FRAME}{addressee.strip()[:MAX_ADDRESSEE]}." if addressee else ""
    clean, masked, doubts = redacted_texts([each for each in (text, framed) if each], redactor)
    asked: str | None = None
    if framed:
        last = clean[-1]
        asked = last[len(_FRAME) : -1] if last.startswith(_FRAME) and last.endswith(".") else WITHHELD
        asked = re.sub(r"^the\s+", "", asked, flags=re.IGNORECASE)
        # The office stays, its holder goes; where nothing is left, who should act is open again.
        asked = re.sub(r",?\s*\[[^\]]*\]", "", asked).strip(" ,") or None
    return (clean[0] if text else "", asked), masked, doubts


def redacted_texts(texts: Sequence[str], redactor: Redactor) -> tuple[list[str], dict[str, int], tuple[str, ...]]:
    """Redact texts as one document; what the second pass still doubts is withheld.

    Returns:
        the texts, how many identifiers of each type were masked, and why a person should look.

    Raises:
        RedactionError: they cannot be redacted.
    """
    redaction = redactor.redact(texts)
    clean = [
        _without(segment, [each for each in redaction.residue if each.segment == place])
        for place, segment in enumerate(redaction.segments[: len(texts)])
    ]
    return clean, redaction.counts(), tuple(dict.fromkeys(item.why for item in redaction.review))


def _without(text: RedactedText, residue: Sequence[Residue]) -> str:
    """Return redacted text without the ranges that the second pass still doubts."""
    pieces, at = [], 0
    for item in sorted(residue, key=lambda each: each.start):
        if item.start >= at:
            pieces += [str(text)[at : item.start], WITHHELD]
            at = item.end
    return "".join([*pieces, str(text)[at:]])


def _grounds(library: Library, entry: RegisterEntry) -> str:
    wanted = set(entry.rests_on)
    found = [str(each.text) for each in library.ledger.document_passages(entry.document_id) if each.locator in wanted]
    return "\n".join(found)[:MAX_FINDING] or str(entry.text)
