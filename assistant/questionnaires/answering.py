"""Answering one question of a form: what the library says, the gap where it says nothing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from assistant.answers.answer import Reason, Sentence
from assistant.answers.answering import ask
from assistant.answers.compose import claims_of
from assistant.answers.evidence import Evidence
from assistant.answers.verify import Claim, folded
from assistant.answers.work import Work
from assistant.comparing.protection import protect
from assistant.question.instruction import is_instruction
from assistant.question.language import is_foreign
from assistant.question.naming import Names
from assistant.question.query import understand
from assistant.question.routing import Route, is_legal, wants_count
from assistant.questionnaires.denial import affirmed
from assistant.questionnaires.extent import REPORTS, Extent, extent_of
from assistant.questionnaires.gaps import NO_EVIDENCE, directed, no_evidence, refused, unheld
from assistant.questionnaires.grading import grade
from assistant.questionnaires.linked import Fate, Fates
from assistant.questionnaires.parts import ours, parts_of, unexplained
from assistant.questionnaires.period import of_visits
from assistant.questionnaires.personal import asks_for_person, is_personal
from assistant.questionnaires.practice import Practice, find_practice
from assistant.questionnaires.question import Question, is_asking, is_open, is_polar
from assistant.questionnaires.ranking import doubted
from assistant.questionnaires.room import FAR_BELOW, fitted
from assistant.questionnaires.suggestion import Suggestion, joined
from assistant.retrieval.searching import MAX_QUESTION
from assistant.tiers import standing_of
from ingest.passage import Filters

if TYPE_CHECKING:
    from ingest.library import Library

_LONGEST = 2_000
# Of the likeliest sentences so many are shown, for a further part of a question so many. A bar of their own, three
# below the best, lost 9 of 147 questions.
_LIKELIEST = 5
_OF_PART = 2
_REPLIES = 2
# With fewer citations the answer to the question as `opcat ask` gives it is added.
_FEW = 3
_RECOMMENDATIONS = re.compile(r"\brecommendations?\b", re.IGNORECASE)


class Answerer:
    """Answers questions of one form from one library; stores nothing."""

    def __init__(self, library: Library, filters: Filters | None = None, *, heed_headings: bool = True) -> None:
        """Take an opened library.

        Args:
            library: where the evidence is.
            filters: what may be evidence.
            heed_headings: whether a place or State named in a heading keeps the questions below to it.
        """
        self._library = library
        self._heed_headings = heed_headings
        self._filters = filters or Filters()
        self._names = Names.of(library)
        self._fates = Fates(library)

    def foreign(self, questions: Sequence[Question]) -> int:
        """Return how many questions are not in English."""
        return sum(is_foreign(one.asked[:_LONGEST], self._names.knows) for one in questions)

    def suggest(self, question: Question) -> Suggestion:
        """Answer one question.

        A question that can be answered with yes or no, or a statement to be graded, is looked up in what visits
        found; every other goes the way of ``opcat ask``, so persons are not identified and counts come with rows.
        """
        text = question.asked[: min(_LONGEST, MAX_QUESTION)]
        # A sentence to be graded stands by itself; a question may point to the one before.
        before = question.before[:_LONGEST] if is_asking(question.text) else ""
        texts = [part[:MAX_QUESTION] for part in parts_of(text, before)]
        # "Please say for how long" is what a form asks, and no order to the service.
        left_out = question.text.replace(text, " ") if text in question.text else ""
        if is_instruction(left_out):
            return self._asked(question, question.text[:MAX_QUESTION], None, Extent())
        if asks_for_person(text, self._library.embedder) or any(map(is_instruction, texts)):
            return self._asked(question, text, None, Extent())
        if is_foreign(text, self._names.knows):
            return self._asked(question, text, None, Extent())
        headings = (question.lead, question.section) if self._heed_headings else ()
        extent = extent_of(self._library, (texts[0], question.text, *headings), self._names, self._filters)
        texts, extent = of_visits(self._library, texts, extent)
        found = self._within(question, texts, extent)
        return replace(found, narrowed=extent.narrowed, gap=directed(found.gap, question.asked))

    def _within(self, question: Question, texts: Sequence[str], extent: Extent) -> Suggestion:
        if extent.is_unheld:
            return Suggestion(question, gap=f"{unheld(extent)} {self._no_evidence()}", state="gap")
        # A denial is looked up, and graded, as what it denies.
        denied = affirmed(texts[0]) if question.graded else None
        texts = [denied or texts[0], *texts[1:]]
        main, *others = (find_practice(self._library, one, self._names, self._filters, extent) for one in texts)
        judged = (is_polar(texts[0]) or question.graded) and not wants_count(texts[0])
        found = self._practice(question, main) if judged else self._asked(question, texts[0], main, extent)
        if found.gap is not None and not found.gap.startswith(NO_EVIDENCE):
            return found
        # A question about the law is answered by the criteria, unless it is about something that nobody speaks of.
        speaks = found.counted or (not main.is_elsewhere if self._is_of_law(texts[0]) else main.is_answered)
        parts = [
            (texts[0], main, speaks),
            *((t, one, one.is_answered) for t, one in zip(texts[1:], others, strict=True)),
        ]
        if not any(held for _, _, held in parts):
            return self._unanswered(question, extent)
        if not speaks:
            # Another part of the question is answered: what is near to this one is another matter.
            found = self._nothing(question)
        elif judged and len(found.citations) < _FEW:
            more = self._asked(question, texts[0], None, extent)
            off = doubted(self._library, texts[0], (one.text for one in more.sentences))
            found = more if found.gap is not None else joined(found, more, off)
        if not found.counted:
            # Beside the rows of a count, other quotations only look like further rows.
            found = self._with_likely(found, [one for _, one, held in parts if held])
        fates = self._fates_of(main, found)
        found = self._with_fates(found, main, fates)
        if found.gap is not None:
            return self._unanswered(question, extent)
        if speaks:
            asked = [(text, one) for text, one, _ in parts]
            found = self._graded(found, asked, fates, denied=denied is not None, bound=bool(extent.documents))
        far = [text for text, one, held in parts if not held and one.signs.is_far_below and not found.counted]
        found = replace(found, lacking=tuple(map(unexplained, far)))
        return fitted(found if denied is None else _turned(found), [one for _, one, _ in parts])

    def protection(self, suggestions: Sequence[Suggestion], *, mix_tiers: bool) -> dict[str, Any]:
        """Return the tier of what is cited, and warnings of small groups and telling combinations.

        Raises:
            MixedTiers: sources of different tiers, and ``mix_tiers`` does not allow them.
        """
        cited = [(one.question.number, each) for one in suggestions for each in one.citations]
        standing = standing_of(self._library, (each.document_id for _, each in cited)).checked(mix=mix_tiers)
        told = protect((f"{number}/{one.passage_id}", f"{number}: {one.citation}", one.quote) for number, one in cited)
        numbers = list(dict.fromkeys(each.entry_id.partition("/")[0] for each in told.warnings))
        few = f" Few people or one person may be recognised at: {', '.join(numbers)}." if numbers else ""
        return {**told.to_json(), **standing.to_json(), "note": f"{standing.notice} {told.notice}{few}"}

    def _asked(self, question: Question, text: str, practice: Practice | None, extent: Extent) -> Suggestion:
        filters = self._of_reports(text)
        if extent.is_bound and not filters.documents:
            if not extent.documents:
                return self._practice(question, practice) if practice is not None else self._nothing(question)
            filters = replace(filters, documents=tuple(sorted(extent.documents)))
        answer = ask(self._library, ours(text), filters=filters)
        if answer.abstained and answer.reason is Reason.NOT_IN_CORPUS and "English" not in answer.text:
            return self._practice(question, practice) if practice is not None else self._nothing(question)
        if answer.abstained:
            return Suggestion(question, gap=refused(answer), state="gap")
        if answer.count == 0 and _RECOMMENDATIONS.search(text):
            # None of them is an answer; what else is near would only look like one.
            return Suggestion(question, gap=answer.lead, state="gap")
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
            said = {folded(sentence.text) for sentence in found.sentences}
            said |= {folded(citation.quote) for citation in found.citations}
            fresh: list[Evidence] = []
            shown = [one for one in practice.likely if not is_personal(one.evidence.text)]
            for one in shown[: _OF_PART if at else _LIKELIEST]:
                text = folded(one.evidence.text)
                if not any(text in old or old in text for old in said):
                    fresh.append(one.evidence)
                    said.add(text)
            found = self._added(found, practice, fresh)
        return found

    def _added(self, found: Suggestion, practice: Practice, evidence: Sequence[Evidence]) -> Suggestion:
        """Add verified sentences to a suggestion, their citations numbered on."""
        work = Work(self._library, practice.query, self._names)
        work.hold(item.hit for item in evidence)
        return self._shown(found, work, work.show(claims_of(evidence)))

    def _with_claims(self, found: Suggestion, practice: Practice, claims: Sequence[Claim]) -> Suggestion:
        work = Work(self._library, practice.query, self._names)
        ledger = self._library.ledger
        work.passages.update(ledger.passages([name for claim in claims for name, _ in claim.quotes]))
        work.documents.update(ledger.documents_of({passage.document_id for passage in work.passages.values()}))
        return self._shown(found, work, work.show(claims))

    def _shown(self, found: Suggestion, work: Work, shown: Sequence[Sentence]) -> Suggestion:
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

    def _fates_of(self, practice: Practice, found: Suggestion) -> list[Fate]:
        """What became of the recommendations among what is cited, and of the likeliest if it is one."""
        if found.counted:
            return []
        cited = {citation.passage_id for citation in found.citations}
        near = [one.evidence for one in practice.likely if practice.likely[0].worth - one.worth <= FAR_BELOW]
        held = {item.text: item for item in (*practice.evidence, *near)}
        shown = [item for item in held.values() if item.hit.passage.passage_id in cited]
        work = Work(self._library, practice.query, self._names)
        return self._fates.of(work, shown)

    def _with_fates(self, found: Suggestion, practice: Practice, fates: Sequence[Fate]) -> Suggestion:
        """Add what the authority answered and what a later visit found, for a question on what was done."""
        said = {folded(sentence.text) for sentence in found.sentences}
        said |= {folded(citation.quote) for citation in found.citations}
        for fate in fates:
            fresh = [
                claim
                for claim in fate.claims
                if not is_personal(claim.text)
                and not any(folded(claim.text) in old or old in folded(claim.text) for old in said)
            ]
            found = self._with_claims(found, practice, fresh[:_REPLIES])
        return found

    def _graded(
        self,
        found: Suggestion,
        parts: Sequence[tuple[str, Practice]],
        fates: Sequence[Fate],
        *,
        denied: bool,
        bound: bool,
    ) -> Suggestion:
        """Grade a question by its parts that can be answered with yes or no; what differs is partial."""
        if not found.question.graded or found.gap is not None or found.counted or is_open(parts[0][0]):
            return found
        judged = [
            grade(text, practice, fates, denied=denied, bound=bound)
            for text, practice in [*parts[:1], *(one for one in parts[1:] if is_polar(one[0]))]
        ]
        grades = {chosen for chosen, _ in judged}
        why = "; ".join(dict.fromkeys(reason for _, reason in judged))
        if None in grades:
            return replace(found, grade=None, why=f"{why}: a person must decide")
        return replace(found, grade=judged[0][0] if len(grades) == 1 else "partial", why=why)

    def _of_reports(self, text: str) -> Filters:
        """Leave the criteria out unless the question asks for law: the form asks what is, not what should be."""
        if self._filters.kinds or self._is_of_law(text):
            return self._filters
        return replace(self._filters, kinds=REPORTS)

    def _is_of_law(self, text: str) -> bool:
        return Route.PROVISION in understand(text, self._names, self._filters).routes and is_legal(text)

    def _practice(self, question: Question, practice: Practice) -> Suggestion:
        return self._added(
            self._nothing(question), practice, [one for one in practice.evidence if not is_personal(one.text)]
        )

    def _unanswered(self, question: Question, extent: Extent) -> Suggestion:
        if not extent.is_bound:
            return self._nothing(question)
        gap = f"Nothing on this in what is held on {extent.named}. {self._no_evidence(extent)}"
        return Suggestion(question, gap=gap, state="gap")

    def _nothing(self, question: Question) -> Suggestion:
        return Suggestion(question, gap=self._no_evidence(), state="gap")

    def _no_evidence(self, extent: Extent | None = None) -> str:
        filters = self._filters
        if extent is not None and extent.documents and not filters.documents:
            filters = replace(filters, documents=tuple(sorted(extent.documents)))
        return no_evidence(self._library.ledger.coverage(filters))


def _turned(found: Suggestion) -> Suggestion:
    """Turn the grade of what a statement denies: where it is so, in whole or in part, the denial is false."""
    if found.grade in ("yes", "partial"):
        return replace(found, grade="no", why=f"what it denies is {found.why}")
    return replace(found, grade=None, why=f"{found.why}: a person must decide") if found.grade else found
