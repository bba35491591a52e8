"""A draft recommendation with everything that it rests on, and its form as JSON."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from assistant.drafting.criteria import Ground
from assistant.drafting.finding import Finding
from assistant.drafting.judgement import Checked
from assistant.drafting.measures import Term
from assistant.drafting.precedents import Precedent
from assistant.drafting.protection import Warning
from assistant.drafting.repeating import Repeat


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the text.

    Attributes:
        role: ``repeats``, ``demand``, ``measure``, ``order``, ``cause``, ``finding`` or ``criterion``.
        text: an exact part of the draft's text.
        source: where its content comes from: ``finding``, ``pattern``, ``precedent``, ``criterion`` or ``user``.
        entry_id: of the precedent, where one is the source.
    """

    role: str
    text: str
    source: str
    entry_id: str | None = None


@dataclass(frozen=True, slots=True)
class Slot:
    """A place that a person fills: its marker in the text, what is asked, and what the sources suggest."""

    marker: str
    asks: str
    suggestions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Wording:
    """One variant of the recommendation."""

    term: Term
    parts: tuple[Part, ...]
    slots: tuple[Slot, ...]
    checked: Checked

    @property
    def text(self) -> str:
        """All parts, one a line."""
        return "\n".join(part.text for part in self.parts)

    def to_json(self, numbers: dict[str, int]) -> dict[str, Any]:
        """Return the form of the contract; ``numbers`` are those of the citations by entry id."""
        checked = self.checked.to_json()
        return {
            "term": str(self.term),
            "text": self.text,
            "parts": [
                {
                    "role": each.role,
                    "text": each.text,
                    "source": each.source,
                    "citation": numbers.get(each.entry_id or ""),
                }
                for each in self.parts
            ],
            "slots": [
                {"slot": each.marker, "asks": each.asks, "suggestions": list(each.suggestions)} for each in self.slots
            ],
            "checks": checked["checks"],
            "faults": checked["faults"],
        }


@dataclass(frozen=True, slots=True)
class Draft:
    """What ``opcat draft`` gives: the first wording is the draft, all of them are its variants."""

    finding: Finding
    wordings: tuple[Wording, ...]
    criteria: tuple[Ground, ...]
    precedents: tuple[Precedent, ...]
    repeats: tuple[Repeat, ...]
    warnings: tuple[Warning, ...]
    notices: tuple[str, ...]

    def to_json(self) -> dict[str, Any]:
        """Return the form of the contract."""
        citations = [_ground_citation(ground, n) for n, ground in enumerate(self.criteria, 1)]
        numbers: dict[str, int] = {}
        for precedent in (*(each.precedent for each in self.repeats), *self.precedents):
            if precedent.entry.entry_id not in numbers:
                numbers[precedent.entry.entry_id] = len(citations) + 1
                citations.append(_precedent_citation(precedent, len(citations) + 1))
        return {
            "finding": self.finding.text,
            "entry_id": self.finding.entry.entry_id if self.finding.entry else None,
            "document_id": self.finding.entry.document_id if self.finding.entry else None,
            "masked": dict(self.finding.masked),
            "draft": self.wordings[0].to_json(numbers),
            "variants": [each.to_json(numbers) for each in self.wordings] if len(self.wordings) > 1 else [],
            "criteria": [{"n": n, **ground.to_json()} for n, ground in enumerate(self.criteria, 1)],
            "precedents": [each.to_json(numbers[each.entry.entry_id]) for each in self.precedents],
            "repeats": [each.to_json(numbers[each.precedent.entry.entry_id]) for each in self.repeats],
            "warnings": [each.to_json() for each in self.warnings],
            "notices": list(self.notices),
            "citations": citations,
        }


def _ground_citation(ground: Ground, number: int) -> dict[str, Any]:
    return {
        "n": number,
        "passage_id": ground.passage.passage_id,
        "document_id": ground.document.document_id,
        "source": ground.document.source,
        "title": ground.document.metadata.title,
        "kind": str(ground.document.kind),
        "locator": ground.passage.locator,
        "page": ground.passage.page,
        "quote": ground.quote,
        "citation": ground.citation,
    }


def _precedent_citation(precedent: Precedent, number: int) -> dict[str, Any]:
    entry, document = precedent.entry, precedent.document
    return {
        "n": number,
        "passage_id": entry.passage_id,
        "document_id": document.document_id,
        "source": document.source,
        "title": document.metadata.title,
        "kind": str(document.kind),
        "locator": entry.locator,
        "page": entry.page,
        "quote": str(entry.text),
        "citation": precedent.citation,
    }
