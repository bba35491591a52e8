"""Whom a reader takes to be meant where a recommendation prints no addressee, and the full form of short names."""

from report_builder import report

from ingest.passage import DocumentKind, Metadata
from ingest.register.extraction import extract_register


def addressees(*lines: str, place: str | None = "Ashwick Hospital") -> list[str | None]:
    metadata = Metadata(title="Visit", place=place, visit_start="2023-05-04", inspecting_body="Norrish Panel")
    found = extract_register(report(*lines), "d-1", DocumentKind.VISIT_REPORT, metadata)
    return [entry.addressee for entry in found if entry.kind == "recommendation"]


def test_short_names_get_the_full_form_that_the_document_has() -> None:
    assert addressees(
        "# Visit",
        "The Norrish Courts and Escorts Agency (NCEA) carries prisoners. The Ministry of Justice pays.",
        "# Recommendations",
        "Recommendation 1: The hospital should open the garden.",
        "Recommendation 2 (to NCEA): Water should be on board.",
        "Recommendation 3: The Ministry should fund the work.",
    ) == ["Ashwick Hospital", "Norrish Courts and Escorts Agency", "Ministry of Justice"]


def test_under_the_name_of_an_office_the_prison_is_that_office() -> None:
    assert addressees(
        "# Recommendations", "# To the Governor", "6.1 The prison should publish its figures.", place="HMP Ashwick"
    ) == ["Governor"]


def test_where_none_is_printed_the_head_of_the_place_is_meant() -> None:
    assert addressees(
        "# Visit",
        "The director, who was new, gave the team full access. The director of the Home was on leave.",
        "# Recommendations",
        "Recommendation 1: Cells must be lit.",
        place="Ashwick Home",
    ) == ["Director of the Home"]
    assert addressees("# Recommendations", "Recommendation 1: Cells must be lit.") == ["Ashwick Hospital"]


def test_the_law_is_for_the_ministry_that_the_report_names() -> None:
    assert addressees(
        "# Visit",
        "The Ministry of Justice sent its comments.",
        "# Recommendations",
        "Recommendation 1: The Governor should mend the locks.",
        "Recommendation 2: The Prison Act should be amended.",
        "Recommendation 3: Blankets should be washed.",
        place="HMP Ashwick",
    ) == ["Governor", "Ministry of Justice", "Governor"]


def test_who_answered_on_a_number_was_asked() -> None:
    assert addressees(
        "# Findings and requests",
        "Recommendation 4. Lockers should be bought.",
        "Recommendation 5. Lamps should be mended.",
        "# Status",
        "Governor: recommendation 5 implemented. Director General: no reply on recommendation 4.",
    ) == ["Director General", "Governor"]


def test_of_many_places_the_common_authority_is_meant() -> None:
    assert addressees(
        "# Recommendations",
        "Recommendation 1: The Governor of Ashwick Prison should mend the roof.",
        "Recommendation 2: The Norrish Prison Service should train staff.",
        "Recommendation 3: Lifts should work at all times.",
        place=None,
    ) == ["Governor of Ashwick Prison", "Norrish Prison Service", "Norrish Prison Service"]


def test_the_body_asks_nothing_of_itself() -> None:
    found = addressees(
        "# Police",
        "7. Cells were dark. The Norrish Panel must reiterate its recommendation that the cells be lit.",
        place=None,
    )
    assert found == [None]


def test_a_place_that_is_named_at_the_head_is_asked_itself() -> None:
    assert addressees(
        "# Visit",
        "The director, who was new, gave the team full access.",
        "# Recommendations",
        "Recommendation 1: Te Whare Ashwick keeps doors open by day.",
        place="Te Whare Ashwick",
    ) == ["Te Whare Ashwick"]
