"""Answering one question of a form: what the library says, the gap where it says nothing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from assistant.abstain import coverage_phrase
from assistant.answer import Answer, Reason
from assistant.answering import ask
from assistant.comparing.protection import protect
from assistant.compose import claims_of
from assistant.evidence import Evidence
from assistant.identity import is_identity
from assistant.instruction import is_instruction
from assistant.language import is_foreign
from assistant.naming import Names
from assistant.query import understand
from assistant.questionnaires.grading import grade
from assistant.questionnaires.parts import parts_of
from assistant.questionnaires.personal import is_personal
from assistant.questionnaires.practice import REPORTS, Practice, find_practice
from assistant.questionnaires.question import Question, is_polar
from assistant.questionnaires.ranking import PLAUSIBLE
from assistant.questionnaires.suggestion import Suggestion
from assistant.routing import Route, is_legal, wants_count
from assistant.searching import MAX_QUESTION
from assistant.tiers import standing_of
from assistant.verify import folded
from assistant.work import Work
from ingest.passage import Coverage, Filters

if TYPE_CHECKING:
    from ingest.library import Library

_LONGEST = 2_000
# How many likely sentences are added where there are others, and where there are none; how sure, how near to the best.
_FURTHER = 3
_BARE = 4
_SURE = 1.0
_SPREAD = 2.5
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
        texts = [part[:MAX_QUESTION] for part in parts_of(text, question.before[:_LONGEST])]
        # "Please say for how long" is what a form asks, and no order to the service.
        if is_identity(text) or any(map(is_instruction, texts)) or is_foreign(text, self._names.knows):
            return self._asked(question, text, None)
        main, *others = (find_practice(self._library, one, self._names, self._filters) for one in texts)
        judged = (is_polar(texts[0]) or question.graded) and not wants_count(texts[0])
        found = self._practice(question, main) if judged else self._asked(question, texts[0], main)
        if found.gap is not None and found.gap != no_evidence(self._library.ledger.coverage(self._filters)):
            return found
        if found.gap is None and main.is_elsewhere and not found.counted:
            found = self._nothing(question)
        found = self._with_likely(found, [main, *others])
        return self._graded(found, list(zip(texts, [main, *others], strict=True)))

    def protection(self, suggestions: Sequence[Suggestion], *, mix_tiers: bool) -> dict[str, Any]:
        """Return the tier of what is cited, and warnings of small groups and telling combinations.

        Raises:
            MixedTiers: sources of different tiers, and ``mix_tiers`` does not allow them.
        """
        cited = [(one.question.number, each) for one in suggestions for each in one.citations]
        standing = standing_of(self._library, (each.document_id for _, each in cited)).checked(mix=mix_tiers)
        told = protect(
            (f"{number}/{each.passage_id}", f"{number}: {each.citation}", each.quote) for number, each in cited
        )
        numbers = list(dict.fromkeys(each.entry_id.partition("/")[0] for each in told.warnings))
        few = f" Few people or one person may be recognised at: {', '.join(numbers)}." if numbers else ""
        return {**told.to_json(), **standing.to_json(), "note": f"{standing.notice} {told.notice}{few}"}

    def _asked(self, question: Question, text: str, practice: Practice | None) -> Suggestion:
        answer = ask(self._library, ours(text), filters=self._of_reports(text))
        if answer.abstained and answer.reason is Reason.NOT_IN_CORPUS and "English" not in answer.text:
            return self._practice(question, practice) if practice is not None else self._nothing(question)
        if answer.abstained:
            return Suggestion(question, gap=_refused(answer), state="gap")
        if not answer.citations and answer.count in (None, 0):
            return Suggestion(question, gap=no_evidence(answer.coverage), state="gap")
        return Suggestion(
            question,
            lead=answer.lead or ("" if answer.sentences else answer.text),
            sentences=answer.sentences,
            citations=answer.citations,
            notices=answer.trace.notices,
            counted=answer.count is not None,
        )

    def _with_likely(self, found: Suggestion, practices: Sequence[Practice]) -> Suggestion:
        """Add what is likely to be evidence as well: a form wants all of it, and every part of a question some."""
        for at, practice in enumerate(practices):
            bare = found.gap is not None
            if at or bare:
                if not practice.is_plausible:
                    continue
            elif practice.missing:
                continue
            most = _BARE if bare else _FURTHER
            best = practice.likely[0].worth if practice.likely else 0.0
            floor = max(0.0 if bare else PLAUSIBLE if at else _SURE, best - _SPREAD)
            said = {folded(sentence.text) for sentence in found.sentences}
            fresh: list[Evidence] = []
            for one in practice.likely:
                text = folded(one.evidence.text)
                if is_personal(one.evidence.text):
                    continue
                if one.worth >= floor and len(fresh) < most and not any(text in old or old in text for old in said):
                    fresh.append(one.evidence)
                    said.add(text)
            found = self._added(found, practice, fresh)
        return found

    def _added(self, found: Suggestion, practice: Practice, evidence: Sequence[Evidence]) -> Suggestion:
        """Add verified sentences to a suggestion, their citations numbered on."""
        work = Work(self._library, practice.query, self._names)
        work.hold(item.hit for item in evidence)
        shown = work.show(claims_of(evidence))
        if not shown:
            return found
        count = len(found.citations)
        return replace(
            found,
            gap=None,
            state="suggested",
            sentences=(
                *found.sentences,
                *(replace(one, citations=tuple(n + count for n in one.citations)) for one in shown),
            ),
            citations=(*found.citations, *(replace(one, n=one.n + count) for one in work.book.citations)),
        )

    def _graded(self, found: Suggestion, parts: Sequence[tuple[str, Practice]]) -> Suggestion:
        """Grade a question by its parts that can be answered with yes or no; what differs is partial."""
        if not found.question.graded or found.gap is not None:
            return found
        judged = [
            grade(text, practice) for text, practice in [*parts[:1], *(one for one in parts[1:] if is_polar(one[0]))]
        ]
        grades = {chosen for chosen, _ in judged}
        why = "; ".join(dict.fromkeys(reason for _, reason in judged))
        if None in grades:
            return replace(found, grade=None, why=f"{why}: a person must decide")
        return replace(found, grade=judged[0][0] if len(grades) == 1 else "partial", why=why)

    def _of_reports(self, text: str) -> Filters:
        """Leave the criteria out unless the question asks for law: the form asks what is, not what should be."""
        if self._filters.kinds or (
            Route.PROVISION in understand(text, self._names, self._filters).routes and is_legal(text)
        ):
            return self._filters
        return replace(self._filters, kinds=REPORTS)

    def _practice(self, question: Question, practice: Practice) -> Suggestion:
        return self._added(
            self._nothing(question), practice, [one for one in practice.evidence if not is_personal(one.text)]
        )

    def _nothing(self, question: Question) -> Suggestion:
        return Suggestion(question, gap=no_evidence(self._library.ledger.coverage(self._filters)), state="gap")


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
