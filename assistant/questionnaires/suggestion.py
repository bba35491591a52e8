"""A suggested answer: what is written into the form for one question."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field, replace
from typing import Any

from assistant.answers.answer import Citation, Sentence
from assistant.answers.verify import folded
from assistant.questionnaires.personal import is_personal
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
        narrowed: what the form's own heading keeps the question to, for people; empty where only the question does.
        lacking: parts of the question on which nothing was found, where another is answered.
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
    narrowed: str = ""
    lacking: tuple[str, ...] = ()

    @property
    def answer(self) -> str:
        """The answer in one line, as written."""
        return " ".join(part for part in (self.opening, *(sentence.text for sentence in self.sentences)) if part)

    @property
    def opening(self) -> str:
        """What stands before the sentences: the reading of a count, and the parts on which nothing was found."""
        parts = "; ".join(f"“{part}”" for part in self.lacking)
        return " ".join(one for one in (self.lead, f"No evidence on: {parts}." if parts else "") if one)

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


def joined(found: Suggestion, other: Suggestion, doubted: Collection[str] = ()) -> Suggestion:
    """Add the sentences of another answer that are not there yet, but those doubted, their citations numbered on."""
    if other.gap is not None or other.counted:
        return found
    said = {folded(citation.quote) for citation in found.citations}
    fresh = {one.n: one for one in other.citations if not any(folded(one.quote) in old for old in said)}
    count = len(found.citations)
    numbers = {n: count + at for at, n in enumerate(fresh, 1)}
    sentences = [
        replace(one, citations=tuple(numbers[n] for n in one.citations))
        for one in other.sentences
        if one.citations
        and all(n in numbers for n in one.citations)
        and one.text not in doubted
        and not is_personal(one.text)
    ]
    used = {n for one in sentences for n in one.citations}
    kept = [replace(one, n=numbers[n]) for n, one in fresh.items() if numbers[n] in used]
    order = {one.n: count + at for at, one in enumerate(kept, 1)}
    return replace(
        found,
        sentences=(
            *found.sentences,
            *(replace(one, citations=tuple(order[n] for n in one.citations)) for one in sentences),
        ),
        citations=(*found.citations, *(replace(one, n=order[one.n]) for one in kept)),
    )
