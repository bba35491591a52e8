"""Answering one question of a form: what the library says, the gap where it says nothing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.abstain import coverage_phrase
from assistant.answer import Answer, Citation, Reason, Sentence
from assistant.answering import ask
from assistant.compose import claims_of
from assistant.identity import is_identity
from assistant.instruction import is_instruction
from assistant.language import is_foreign
from assistant.naming import Names
from assistant.query import understand
from assistant.questionnaires.grading import grade
from assistant.questionnaires.practice import REPORTS, find_practice
from assistant.questionnaires.question import Question, is_polar
from assistant.questionnaires.suggestion import Suggestion
from assistant.routing import Route, is_legal, wants_count
from assistant.searching import MAX_QUESTION
from assistant.verify import folded
from assistant.work import Work
from ingest.passage import Coverage, Filters

if TYPE_CHECKING:
    from ingest.library import Library

_LONGEST = 2_000
_FURTHER = 2
_NAME = r"(?:the|your) (?:(?:national )?preventive )?(?:mechanism|npm|institution)"
_MECHANISM = re.compile(rf"\b{_NAME}(?!['’\w])", re.IGNORECASE)
_OF_MECHANISM = re.compile(rf"\bthe (\w+) of {_NAME}(?!['’\w])", re.IGNORECASE)


class Answerer:
    """Answers questions of one form from one library; stores nothing."""

    def __init__(self, library: Library, filters: Filters | None = None) -> None:
        self._library = library
        self._filters = filters or Filters()
        self._names = Names.of(library)

    def foreign(self, questions: Sequence[Question]) -> int:
        """Return how many questions are not in English."""
        return sum(is_foreign(one.asked[:_LONGEST], self._names.knows) for one in questions)

    def suggest(self, question: Question) -> Suggestion:
        """Answer one question.

        A question that can be answered with yes or no, or a statement to be graded, is looked up in what visits
        found; every other goes the way of ``opcat ask``, so persons are not identified and counts come with rows.
        """
        text = question.asked[: min(_LONGEST, MAX_QUESTION)]
        judged = (is_polar(text) or question.graded) and not wants_count(text)
        if not judged or is_identity(text) or is_instruction(text) or is_foreign(text, self._names.knows):
            return self._asked(question, text)
        return self._practice(question, text)

    def _asked(self, question: Question, text: str) -> Suggestion:
        answer = ask(self._library, ours(text), filters=self._of_reports(text))
        if answer.abstained and answer.reason is Reason.NOT_IN_CORPUS and "English" not in answer.text:
            return self._practice(question, text)
        if answer.abstained:
            return Suggestion(question, gap=_refused(answer), state="gap")
        if not answer.citations and answer.count in (None, 0):
            return Suggestion(question, gap=no_evidence(answer.coverage), state="gap")
        more, cited = self._further(text, answer)
        return Suggestion(
            question,
            lead=answer.lead or ("" if answer.sentences else answer.text),
            sentences=(*answer.sentences, *more),
            citations=(*answer.citations, *cited),
            notices=answer.trace.notices,
        )

    def _further(self, text: str, answer: Answer) -> tuple[tuple[Sentence, ...], tuple[Citation, ...]]:
        """Return what visits found beside an answer: a form wants all the evidence, a question its best."""
        practice = find_practice(self._library, text, self._names, self._filters)
        said = {sentence.text for sentence in answer.sentences}
        fresh = [item for item in practice.evidence if folded(item.text) not in said][:_FURTHER]
        work = Work(self._library, practice.query, self._names)
        work.hold(item.hit for item in fresh)
        shown = [one for one in work.show(claims_of(fresh)) if one.text not in said]
        count = len(answer.citations)
        return (
            tuple(replace(one, citations=tuple(n + count for n in one.citations)) for one in shown),
            tuple(replace(one, n=one.n + count) for one in work.book.citations),
        )

    def _of_reports(self, text: str) -> Filters:
        """Leave the criteria out unless the question asks for law: the form asks what is, not what should be."""
        if self._filters.kinds or (
            Route.PROVISION in understand(text, self._names, self._filters).routes and is_legal(text)
        ):
            return self._filters
        return replace(self._filters, kinds=REPORTS)

    def _practice(self, question: Question, text: str) -> Suggestion:
        practice = find_practice(self._library, text, self._names, self._filters)
        work = Work(self._library, practice.query, self._names)
        work.hold(item.hit for item in practice.evidence)
        sentences = work.show(claims_of(practice.evidence))
        if not sentences:
            return Suggestion(question, gap=no_evidence(self._library.ledger.coverage(self._filters)), state="gap")
        found = Suggestion(question, sentences=sentences, citations=tuple(work.book.citations))
        if not question.graded:
            return found
        chosen, why = grade(text, practice)
        return replace(found, grade=chosen, why=why)


def ours(text: str) -> str:
    """Put a question about the mechanism as its reports speak of it: "did the mechanism visit" is "did we visit"."""
    return _OF_MECHANISM.sub(r"our \1", text) if _OF_MECHANISM.search(text) else _MECHANISM.sub("we", text)


def no_evidence(coverage: Coverage) -> str:
    """Name a gap: what was searched, what was held back or could not be read."""
    return f"No evidence in {coverage_phrase(coverage)}."


def _refused(answer: Answer) -> str:
    if answer.reason is Reason.NOT_IN_CORPUS and "English" not in answer.text:
        return no_evidence(answer.coverage)
    return answer.text
