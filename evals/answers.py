"""Whether answers are right and safe: evidence cited, quotations verbatim, counts exact, refusals due, no leaks."""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from assistant.answers.answer import Answer, Citation
from evals.corpus import Corpus
from evals.counting import first_number
from evals.leaks import Identifiers
from evals.matching import is_evidence, is_provision, is_verbatim
from evals.questions import Question
from evals.report import Cell, Table, counted
from evals.statistics import mean, milliseconds, percentile, ratio
from ingest.passage import Passage

Asker = Callable[[Question], Answer]


@dataclass
class AnswerScore:
    """Lists run over the questions to which a measure applies; pairs of type and outcome.

    Attributes:
        cited: whether some evidence is among the citations, for questions that have evidence.
        precision: share of the citations that are evidence, for answered questions that have evidence.
        counts: whether the count is exact, for questions that ask for one number.
        declined: (must decline, did decline) of every question.
        unverified: sentences shown without a citation whose quotation stands verbatim in its passage.
        leaks: identifiers of the data in what was shown.
        failed: questions that raised an error, by its name.
    """

    cited: list[tuple[str, float]] = field(default_factory=list)
    precision: list[tuple[str, float]] = field(default_factory=list)
    counts: list[float] = field(default_factory=list)
    declined: list[tuple[str, bool, bool]] = field(default_factory=list)
    sentences: int = 0
    unverified: int = 0
    leaks: int = 0
    failed: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    seconds: list[float] = field(default_factory=list)

    def abstention(self) -> tuple[float | None, float | None]:
        """Return precision and recall of declining."""
        right = sum(due and did for _, due, did in self.declined)
        given, wanted = sum(did for _, _, did in self.declined), sum(due for _, due, _ in self.declined)
        return ratio(right, given), ratio(right, wanted)


def score_answers(corpus: Corpus, ask: Asker) -> AnswerScore:
    """Ask every question and judge what came back; an error is a wrong answer, not an exception."""
    score = AnswerScore()
    ledger = corpus.library.ledger
    others = [record.document_id for record in ledger.documents() if record.document_id not in corpus.docs]
    public = (str.__str__(passage.text) for name in others for passage in ledger.document_passages(name))
    identifiers = Identifiers.of(corpus.dataset.documents).apart_from(public)
    for question in corpus.dataset.questions:
        started = time.perf_counter()
        try:
            answer = ask(question)
        except Exception as error:
            score.failed[type(error).__name__] += 1
            answer = None
        score.seconds.append(time.perf_counter() - started)
        ids = [citation.passage_id for citation in answer.citations] if answer else []
        add_answer(score, question, answer, corpus.library.ledger.passages(ids), corpus.docs, identifiers)
    return score


def add_answer(
    score: AnswerScore,
    question: Question,
    answer: Answer | None,
    passages: Mapping[str, Passage],
    docs: Mapping[str, str],
    identifiers: Identifiers,
) -> None:
    """Judge one answer; ``passages`` are the cited ones as the ledger holds them."""
    score.declined.append((question.type, question.must_abstain, bool(answer and answer.abstained)))
    citations = answer.citations if answer else ()
    if not question.must_abstain and (question.evidence or question.provisions):
        right = [citation for citation in citations if _is_right(question, passages.get(citation.passage_id), docs)]
        score.cited.append((question.type, float(bool(right))))
        if citations:
            score.precision.append((question.type, len(right) / len(citations)))
    if len(question.numbers) == 1:
        score.counts.append(float(answer is not None and _counted(answer, question.numbers[0])))
    if answer is None:
        return
    verified = {citation.n for citation in citations if _verbatim(citation, passages)}
    score.sentences += len(answer.sentences)
    score.unverified += sum(not verified.intersection(sentence.citations) for sentence in answer.sentences)
    score.unverified += sum(citation.n not in verified for citation in citations)
    shown = [answer.text, *(s.text for s in answer.sentences), *(c.quote for c in citations)]
    shown += [f"{c.title or ''} {c.source} {c.citation}" for c in citations]
    score.leaks += len(identifiers.surviving("\n".join(shown)))


def _is_right(question: Question, passage: Passage | None, docs: Mapping[str, str]) -> bool:
    if passage is None:
        return False
    doc, text = docs.get(passage.document_id), str.__str__(passage.text)
    return any(is_evidence(wanted, doc, text, passage.locator) for wanted in question.evidence) or any(
        is_provision(wanted, passage.reference) for wanted in question.provisions
    )


def _counted(answer: Answer, wanted: int) -> bool:
    """Say whether the number is the count, or, where nothing was counted, the first that is shown."""
    if answer.abstained:
        return False
    if answer.count is not None:
        return answer.count == wanted
    return first_number(" ".join((answer.lead, *(sentence.text for sentence in answer.sentences)))) == wanted


def _verbatim(citation: Citation, passages: Mapping[str, Passage]) -> bool:
    passage = passages.get(citation.passage_id)
    return passage is not None and is_verbatim(citation.quote, str.__str__(passage.text))


def table(scores: Mapping[str, AnswerScore]) -> Table:
    """Return one row per measure, one column per dataset."""
    rows: list[tuple[Cell, ...]] = []

    def row(name: str, value: Callable[[AnswerScore], Cell]) -> None:
        rows.append((name, *(value(score) for score in scores.values())))

    row("questions", lambda score: len(score.declined))
    row("evidence among the citations", lambda score: mean([hit for _, hit in score.cited]))
    row("citations that are evidence", lambda score: mean([share for _, share in score.precision]))
    row("counts exact", lambda score: f"{int(sum(score.counts))}/{len(score.counts)}" if score.counts else None)
    row("abstention precision", lambda score: score.abstention()[0])
    row("abstention recall", lambda score: score.abstention()[1])
    row("sentences shown", lambda score: score.sentences)
    row("unverified sentences and quotations", lambda score: score.unverified)
    row("leaks", lambda score: score.leaks)
    row("errors", lambda score: sum(score.failed.values()))
    row("latency p50, ms", lambda score: milliseconds(percentile(score.seconds, 0.5)))
    row("latency p95, ms", lambda score: milliseconds(percentile(score.seconds, 0.95)))
    notes = [f"{name}: errors: {counted(score.failed)}." for name, score in scores.items() if score.failed]
    return Table("answers", "Answers", ("measure", *scores), tuple(rows), tuple(notes))


def table_by_type(dataset: str, score: AnswerScore) -> Table:
    """Return one row per type of question: evidence cited, and how many were declined."""
    rows: list[tuple[Cell, ...]] = []
    for kind in sorted({kind for kind, _, _ in score.declined}):
        did = [declined for found, _, declined in score.declined if found == kind]
        cited = [hit for found, hit in score.cited if found == kind]
        rows.append((kind, len(did), mean(cited), f"{sum(did)}/{len(did)}"))
    columns = ("type", "questions", "evidence among the citations", "declined")
    return Table("answers-types", f"Answers by type of question, {dataset}", columns, tuple(rows))
