"""A suggested answer: what is written into the form for one question."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from assistant.answer import Citation, Sentence
from assistant.questionnaires.question import Question

GRADES = {"yes": "Yes", "partial": "Partial", "no": "No"}


@dataclass(frozen=True)
class Suggestion:
    """A question with what the library says to it.

    Attributes:
        grade: ``yes``, ``partial`` or ``no`` where the form asks and the evidence says so, else ``None``.
        lead: words of code before the sentences (a count with its reading), or empty.
        sentences: verified sentences with the numbers of their citations.
        citations: numbered from 1 within this suggestion.
        gap: what was searched where nothing was found, else ``None``.
        why: the rule behind the grade, for the person who decides.
        counted: whether the answer is a count, which holds without a quotation of the matter.
        state: ``suggested``, ``gap``, or ``kept`` where a person has written here.
    """

    question: Question
    grade: str | None = None
    lead: str = ""
    sentences: tuple[Sentence, ...] = ()
    citations: tuple[Citation, ...] = ()
    gap: str | None = None
    why: str = ""
    state: str = "suggested"
    notices: tuple[str, ...] = field(default=())
    counted: bool = False

    @property
    def answer(self) -> str:
        """The answer in one line, as written."""
        return " ".join(part for part in (self.lead, *(sentence.text for sentence in self.sentences)) if part)

    def to_json(self) -> dict[str, Any]:
        """Return the fields of the contract, then ours."""
        from dataclasses import asdict

        return {
            "number": self.question.number,
            "text": self.question.text,
            "suggested": self.grade,
            "answer": self.answer,
            "citations": [asdict(citation) for citation in self.citations],
            "gap": self.gap,
            "section": self.question.section,
            "why": self.why,
            "status": self.state,
            "responsible": None,
        }
