"""The paragraphs that a recommendation rests on."""

from report_builder import report

from ingest.passage import DocumentKind, Metadata, RegisterEntry
from ingest.register.extraction import extract_register


def entries(*lines: str) -> list[RegisterEntry]:
    metadata = Metadata(title="Visit to Ashwick", place="HMP Ashwick")
    found = extract_register(report(*lines), "d-1", DocumentKind.VISIT_REPORT, metadata)
    return [entry for entry in found if entry.kind in ("recommendation", "request_for_information")]


def test_paragraphs_that_it_cites() -> None:
    (entry,) = entries(
        "# Heat",
        "3.1 Cells on two landings were cold in winter and damp.",
        "3.2 The boiler had been out of order since the last autumn.",
        "3.3 Food was good, and the kitchen had been rebuilt lately.",
        "# Recommendations",
        "R1 The Governor should mend the boiler. (See paras 3.1–3.2)",
    )
    assert entry.rests_on == ("3.1", "3.2")


def test_a_paragraph_of_a_law_is_no_ground() -> None:
    (entry,) = entries(
        "# Conditions",
        "1. The showers had no warm water in winter, and the pipes leaked.",
        "2. The cells had no window that could be opened by those inside.",
        "# Recommendations",
        "R1 The Governor should repair the showers as paragraph 2 of the Convention demands.",
    )
    assert entry.rests_on == ("1",)


def test_the_paragraph_just_before_it() -> None:
    found = entries(
        "# Health",
        "7. Screening was done in public, and the nurse had no room of her own.",
        "The Committee recommends that screening be done in private.",
        "8. The dentist came once a month and saw only those in pain.",
        "The Committee recommends that a dentist come every week.",
    )
    assert [entry.rests_on for entry in found] == [("7",), ("8",)]


def test_the_sentences_before_it_in_its_own_paragraph() -> None:
    (entry,) = entries("# Yard", "9. The yard is covered by a grid. The Commission recommends that it be removed.")
    assert entry.rests_on == ("9",)


def test_the_paragraph_that_speaks_of_the_same() -> None:
    (entry,) = entries(
        "# Findings",
        "2.1 Reception was quick and polite, and searches were done with a scanner.",
        "2.2 Video visits had been cut to one evening, and families were turned away.",
        "2.3 The library lent thousands of books, and its shelves were well kept.",
        "# Recommendations",
        "6.1 Video visits should be available to families on every evening.",
    )
    assert entry.rests_on == ("2.2",)


def test_a_list_that_repeats_the_body_is_one_entry_with_both_places() -> None:
    (entry,) = entries(
        "# Cells",
        "4. The cells were dark. The Committee recommends that the cells at Ashwick be fitted with larger windows.",
        "# Summary of recommendations",
        "R1 The cells at Ashwick should be fitted with larger windows (paragraph 4).",
    )
    assert (entry.number, entry.locator, entry.rests_on) == ("1", "R1", ("4",))
