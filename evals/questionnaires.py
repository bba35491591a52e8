"""Questionnaires: filled cells verified, evidence found, gaps named, agreement on yes, partial and no."""

from __future__ import annotations

import json
import re
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from assistant.answers.verify import folded
from assistant.questionnaires.answering import Answerer
from assistant.questionnaires.filling import fill

if TYPE_CHECKING:
    from assistant.questionnaires.suggestion import Suggestion
    from ingest.library import Library


_MASK = re.compile(r"\[[A-Z]+(?: \d+)?\]")


@dataclass
class QuestionnaireScore:
    """Counts over one questionnaire.

    Attributes:
        quotations, verified: quotations given, and those that stand in the passage they cite.
        answerable, found: questions that have evidence, and those with gold evidence among their citations.
        unanswerable, named: questions without, and those whose gap is named.
        graded, agreed, open: questions with a gold grade, those with the same suggestion, those left to a person.
        seconds: for the whole form.
        misses: numbers of the questions with a fault, by fault.
    """

    quotations: int = 0
    verified: int = 0
    answerable: int = 0
    found: int = 0
    unanswerable: int = 0
    named: int = 0
    graded: int = 0
    agreed: int = 0
    open: int = 0
    seconds: float = 0.0
    misses: dict[str, list[str]] = field(default_factory=dict)

    def to_json(self) -> dict[str, Any]:
        """Return the counts."""
        return dict(self.__dict__)


def score_questionnaire(library: Library, form: Path, gold: Path) -> QuestionnaireScore:
    """Fill a form and compare it with its gold file.

    Args:
        library: holds the documents that the gold names.
        form: the questionnaire.
        gold: JSON with ``questions``: ``number``, ``gold_answer`` (Yes, Partial, No, No evidence, or null where no
            grade is asked), ``evidence``: a list of ``doc`` (how the source's name begins) and ``quote``.
    """
    wanted = {str(one["number"]): one for one in json.loads(gold.read_text("utf-8"))["questions"]}
    began = time.monotonic()
    filled = fill(Answerer(library), form.name, form.read_bytes())
    score = QuestionnaireScore(seconds=round(time.monotonic() - began, 1))
    answered = _answered(filled.suggestions, wanted)
    if len(filled.suggestions) != len(wanted) or len(answered) != len(wanted):
        score.misses["questions"] = [f"{len(filled.suggestions)} of {len(wanted)}, {len(answered)} the same"]
    for made in filled.suggestions:
        passages = library.ledger.passages([citation.passage_id for citation in made.citations])
        for citation in made.citations:
            score.quotations += 1
            passage = passages.get(citation.passage_id)
            score.verified += passage is not None and folded(citation.quote) in folded(str(passage.text))
    for number, one in wanted.items():
        _judge(score, number, one, answered.get(number))
    return score


def _answered(made: Sequence[Suggestion], wanted: Mapping[str, dict[str, Any]]) -> dict[str, Suggestion]:
    """Find each question of the gold among those of the form: by its number, else by its words."""
    by_number = {one.question.number: one for one in made}
    if [one.question.number for one in made] == list(wanted):
        return by_number
    found = {}
    for number, one in wanted.items():
        asked = _words(str(one["question"]))
        same = [each for each in made if asked in (words := _words(each.question.asked)) or (words and words in asked)]
        if same:
            found[number] = max(same, key=lambda each: len(each.citations))
    return found


def _judge(score: QuestionnaireScore, number: str, one: dict[str, Any], made: Suggestion | None) -> None:
    """Count one question; one that was not found in the form is neither answered nor a named gap."""
    evidence = one["evidence"] if isinstance(one["evidence"], list) else []
    if evidence:
        hit = made is not None and any(_same(cited, item) for cited in made.citations for item in evidence)
        score.answerable += 1
        score.found += hit
        _note(score, "evidence", number, hit)
    else:
        named = made is not None and made.gap is not None
        score.unanswerable += 1
        score.named += named
        _note(score, "gap", number, named)
    if one["gold_answer"] in ("Yes", "Partial", "No"):
        given = made.grade if made is not None else None
        score.graded += 1
        score.open += given is None
        score.agreed += given == one["gold_answer"].casefold()
        _note(score, f"grade {one['gold_answer']}, suggested {given}", number, given == one["gold_answer"].casefold())


def _same(citation: Any, item: dict[str, Any]) -> bool:
    if not _names(citation.source, item["doc"]):
        return False
    quote, gold = _words(citation.quote), _words(item["quote"])
    return bool(quote and gold) and (gold in quote or quote in gold)


def _names(source: str, doc: str) -> bool:
    """Say whether a source's name begins as the gold has it; what was masked of it stands for anything."""
    if source.startswith(doc):
        return True
    kept = [re.escape(piece) for piece in _MASK.split(source.rsplit(".", 1)[0])]
    return len(kept) > 1 and re.fullmatch(".+".join(kept), doc) is not None


def _words(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))


def _note(score: QuestionnaireScore, fault: str, number: str, good: bool) -> None:
    if not good:
        score.misses.setdefault(fault, []).append(number)
