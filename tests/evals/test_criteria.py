"""The labelled sentences are sound, and suggestions keep to what was measured."""

from __future__ import annotations

from evals.criteria.cases import labelled_cases, silver_cases, without_citations
from evals.criteria.scoring import score, table
from ingest.embedding.embedder import ShippedEmbedder
from ingest.instruments.catalogue import load_catalogue
from ingest.taxonomy import PLACE_TYPES


def test_labels_name_criteria_of_the_catalogue() -> None:
    cases = labelled_cases()
    assert len(cases) >= 60
    assert len({case.text for case in cases}) == len(cases)
    known = {str(entry.reference) for entry in load_catalogue().entries}
    assert {reference for case in cases for reference in case.acceptable} <= known
    assert {case.place_type for case in cases if case.place_type} <= set(PLACE_TYPES)
    assert any(not case.acceptable for case in cases)


def test_suggestions_are_as_good_as_reported() -> None:
    """Figures of evals/README.md, with some room: rounding differs between processors."""
    judged = score(labelled_cases()[1::2], ShippedEmbedder(threads=1))
    assert (judged.precision_at_1() or 0) >= 0.75
    assert (judged.coverage() or 0) >= 0.8
    assert judged.wrongly == 0
    shown = table({"odd": judged})
    assert shown.cell("odd", "with a reference") == judged.cases


def test_citations_are_taken_out_of_silver_cases() -> None:
    text = "Contrary to Rule 44 of the Nelson Mandela Rules, men were isolated for forty days without any review."
    (case,) = silver_cases([text, "Nothing is cited in this sentence about the weather in the north."])
    assert case.acceptable == {"NMR:44"}
    assert "44" not in case.text and "Mandela" not in case.text and "forty days" in case.text
    assert without_citations("as Article 10(1) of the ICCPR requires") == "as requires"
