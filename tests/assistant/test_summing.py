"""What a document says itself of the number of its entries, by status and in all."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from assistant.answers.work import Work
from assistant.question.naming import Names
from assistant.question.query import understand
from assistant.register.counting import count_entries
from assistant.register.summing import number_summed, summing_in, summing_of, total_of
from ingest.home import Home
from ingest.ledger.store import Ledger
from ingest.passage import DocumentKind, DocumentRecord, DocumentStatus, Metadata, Passage, RegisterEntry
from redaction.text import restore


@pytest.mark.parametrize(
    ("sentence", "parts"),
    [
        ("Of nine recommendations five are accepted, two in part and two are not.", [5, 2, 2]),
        ("16. In total three recommendations have been implemented, three in part and three not at all.", [3, 3, 3]),
        ("There was good progress in one area, reasonable progress in two and limited progress in four.", [1, 2, 4]),
        ("The Board accepted five of the six recommendations made last year and rejected one.", [5, 1]),
        ("Four recommendations are thus carried out, three partly carried out and two not carried out.", [4, 3, 2]),
    ],
)  # fmt: skip
def test_a_sentence_that_sums_up(sentence: str, parts: list[int]) -> None:
    found = summing_in(sentence)
    assert found is not None
    assert [number for number, _ in found.parts] == parts


@pytest.mark.parametrize(
    "sentence",
    [
        "The Board accepted recommendation 2 and rejected recommendation 3 on 4 May 2031.",
        "Of 264 separations, 37 had been approved late and nine not at all.",
        "Nine recommendations were made.",
        "Recommendation 4 has not been carried out by the two wardens.",
    ],
)
def test_other_sentences_sum_nothing_up(sentence: str) -> None:
    assert summing_in(sentence) is None


def test_a_part_told_together_with_others_has_no_number_of_its_own() -> None:
    found = summing_in("Seven of the nine recommendations are accepted wholly or in part and two are not.")
    assert found is not None
    assert found.number(["accepted"]) is None
    assert found.number(["rejected"]) == 2


def test_the_number_of_the_standing_asked_for_is_meant() -> None:
    sentence = "Of ten recommendations, four were accepted, three in part and three were refused."
    query = understand("How many recommendations did the council reject?", Names())
    assert number_summed(query, sentence) == 3
    assert number_summed(understand("What was rejected?", Names()), sentence) is None


FIRST = Metadata(
    "Visit to Dunmarrow Prison", "Dunmarrow Prison", "prison", "Ostmark Council", "Ostmark", "2030-03-02", "2030-03-04"
)
AGAIN = Metadata(
    "Follow-up visit to Dunmarrow Prison",
    "Dunmarrow Prison",
    "prison",
    "Ostmark Council",
    "Ostmark",
    "2032-05-10",
    "2032-05-11",
)
FOLLOW_UP = (
    "We came back to see what had become of the five recommendations made in 2030.",
    "Two recommendations are implemented, one in part and two not at all.",
)


@pytest.fixture
def chain(tmp_path: Path) -> Iterator[Any]:
    """A report of which the register read four of five recommendations, and a follow-up that sums them up."""
    home = Home(tmp_path / "home")
    home.create()
    ledger = Ledger.open(home.ledger, write=True)
    texts = ["repair the bells", "heat the yard", "open the library", "employ a dentist"]
    verified = ["implemented", None, "partly implemented", None]
    made = {"addressee": "governor", "kind": "recommendation"}
    entries = [
        RegisterEntry(
            f"r-{n}", "d-first", f"p-first-{n}", str(n), text=restore(f"The governor should {text}."),
            status_verified=verified[n], **made,
        )
        for n, text in enumerate(texts)
    ]  # fmt: skip
    said = {"first": [f"The governor should {text}." for text in texts], "again": list(FOLLOW_UP)}
    for name, metadata in (("first", FIRST), ("again", AGAIN)):
        passages = [
            Passage(f"p-{name}-{n}", f"d-{name}", n, restore(text), str(n), 1, "paragraph")
            for n, text in enumerate(said[name])
        ]
        record = DocumentRecord(
            f"d-{name}", f"{name}.pdf", DocumentKind.VISIT_REPORT, DocumentStatus.INDEXED, None, metadata
        )
        own = entries if name == "first" else []
        ledger.put_document(
            record, [], passages, np.zeros((len(passages), 4), dtype=np.float32), own, "t", embedder="none"
        )
    yield SimpleNamespace(ledger=ledger, embedder=None, reranker=None)
    ledger.close()


def asked(library: Any, question: str) -> Any:
    """The work of a question with what the register counts for it."""
    names = Names.of(library)
    query = understand(question, names)
    work = Work(library, query, names)
    return work, count_entries(library, query, names)


def test_a_follow_up_knows_how_many_were_implemented(chain: Any) -> None:
    found = summing_of(*asked(chain, "How many of the Dunmarrow recommendations were implemented at the follow-up?"))
    assert found is not None
    assert (found.number, found.sentences[0].text) == (2, FOLLOW_UP[1])


def test_a_follow_up_knows_how_many_there_were(chain: Any) -> None:
    found = total_of(*asked(chain, "How many recommendations did the visit to Dunmarrow Prison make?"))
    assert found is not None
    assert found.number == 5


@pytest.mark.parametrize(
    "question",
    [
        "How many of the Dunmarrow recommendations about bells were implemented?",
        "How many recommendations on Dunmarrow addressed to the governor were implemented?",
    ],
)
def test_a_part_of_them_is_counted_by_the_register_alone(chain: Any, question: str) -> None:
    work, counted = asked(chain, question)
    assert summing_of(work, counted) is None
    assert total_of(work, counted) is None
