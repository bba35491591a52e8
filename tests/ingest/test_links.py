"""Answers, verdicts and repetitions find the recommendation they are about."""

from dataclasses import replace

from report_builder import report

from ingest.links.entries import LINK_THRESHOLD, apply_links, link
from ingest.passage import DocumentKind, DocumentRecord, DocumentStatus, Metadata, RegisterEntry
from ingest.register.extraction import extract_register


def document(
    name: str, kind: DocumentKind, start: str, *lines: str, place: str = "HMP Ashwick"
) -> tuple[DocumentRecord, tuple[RegisterEntry, ...]]:
    metadata = Metadata(title=lines[0][2:], place=place, visit_start=start)
    record = DocumentRecord(name, name, kind, DocumentStatus.INDEXED, None, metadata)
    return record, extract_register(report(*lines), name, kind, metadata)


FIRST = document(
    "d-first", DocumentKind.VISIT_REPORT, "2022-05-04", "# Inspection of HMP Ashwick",
    "Recommendation 1. The Governor should heat every cell in winter.",
    "Recommendation 2. The Norrish Prison Service should end the use of painful holds.",
)  # fmt: skip
PLAN = document(
    "d-plan", DocumentKind.RESPONSE, "2022-05-04", "# Action plan", "| Rec. | Recommendation | Decision | Action",
    "| 1 | Heat every cell in winter. | Accepted | Heaters were bought.", "| 2 | End the use of painful "
    "holds. | Rejected | They are needed.",
)  # fmt: skip
LATER = document(
    "d-later", DocumentKind.VISIT_REPORT, "2024-06-01", "# Follow-up visit: HMP Ashwick", "| No. | "
    "Recommendation | Reply | Status in June",
    "| 1 | Heat in every cell | Accepted | Not implemented", "| 2 | End of the use of painful holds | "
    "Rejected | In progress",
)  # fmt: skip


def test_claims_and_verdicts_reach_the_recommendation() -> None:
    documents = (FIRST, PLAN, LATER)
    entries = [entry for _, found in documents for entry in found]
    linked = {entry.entry_id: entry for entry in apply_links(entries, link(documents))}
    heat, holds = (linked[entry.entry_id] for entry in FIRST[1])
    assert (heat.status_claimed, heat.response, heat.status_verified) == (
        "accepted",
        "Heaters were bought.",
        "not implemented",
    )
    assert (holds.status_claimed, holds.status_verified) == ("rejected", "in progress")
    assert set(heat.followed_up_by) == {PLAN[1][0].entry_id, LATER[1][0].entry_id}
    assert linked[PLAN[1][0].entry_id].repeats == (heat.entry_id,)
    assert linked[PLAN[1][0].entry_id].addressee == "Governor"


def test_the_addressee_of_a_verdict_is_that_of_what_it_judges() -> None:
    # The row of a return visit names nobody; whom a reader would suppose gives way to whom the report asked.
    verdict = replace(LATER[1][1], addressee="Governor")
    assert verdict.kind == "progress"
    entries = [*FIRST[1], *(verdict if one.entry_id == verdict.entry_id else one for one in LATER[1])]
    linked = {one.entry_id: one for one in apply_links(entries, link((FIRST, LATER)))}
    assert FIRST[1][1].addressee == "Norrish Prison Service"
    assert linked[verdict.entry_id].addressee == "Norrish Prison Service"
    # A recommendation made again keeps the addressee that it prints, and a link that is in doubt changes nothing.
    again = replace(verdict, kind="recommendation", status_verified=None)
    sure = next(each for each in link((FIRST, LATER)) if each.from_entry == verdict.entry_id)
    repeats = replace(sure, relation="repeats", confidence=0.9)
    assert apply_links([FIRST[1][1], again], [repeats])[1].addressee == "Governor"
    doubted = replace(sure, confidence=LINK_THRESHOLD - 0.01)
    assert apply_links([FIRST[1][1], verdict], [doubted])[1].addressee == "Governor"
    # Nothing is taken from a verdict where the earlier entry names nobody.
    bare = replace(FIRST[1][1], addressee=None)
    assert apply_links([bare, verdict], [sure])[1].addressee == "Governor"


def test_relations() -> None:
    relations = {(each.from_entry, each.relation) for each in link((FIRST, PLAN, LATER))}
    assert (PLAN[1][0].entry_id, "responds_to") in relations
    assert (LATER[1][0].entry_id, "judges") in relations


def test_another_place_is_not_linked() -> None:
    elsewhere = replace(PLAN[0], metadata=replace(PLAN[0].metadata, place="HMP Birchmoor"))
    assert link((FIRST, (elsewhere, PLAN[1]))) == ()


def test_doubtful_links_change_nothing() -> None:
    links = tuple(replace(each, confidence=LINK_THRESHOLD - 0.01) for each in link((FIRST, PLAN)))
    entries = [*FIRST[1], *PLAN[1]]
    assert links
    assert list(apply_links(entries, links)) == entries


SECOND = document(
    "d-second", DocumentKind.VISIT_REPORT, "2023-05-10", "# Inspection of Ashwick Prison",
    "Recommendation 1. The Governor should open the library on every day of the week.",
    "Recommendation 2. The Governor should heat every cell in winter.", place="Ashwick Prison",
)  # fmt: skip


def test_a_repetition_is_of_the_report_before_it() -> None:
    third = document(
        "d-third", DocumentKind.VISIT_REPORT, "2024-06-01", "# Inspection of HMP Ashwick",
        "Recommendation 1. The Governor should heat every cell in winter.",
    )  # fmt: skip
    found = {each.from_entry: each.to_entry for each in link((third, FIRST, SECOND)) if each.relation == "repeats"}
    assert found == {
        SECOND[1][1].entry_id: FIRST[1][0].entry_id,
        third[1][0].entry_id: SECOND[1][1].entry_id,
    }


def test_an_answer_is_to_the_report_whose_visit_it_names() -> None:
    found = [each for each in link((FIRST, SECOND, PLAN)) if each.relation == "responds_to"]
    assert {each.to_entry for each in found} == {entry.entry_id for entry in FIRST[1]}


def test_verdicts_are_on_the_report_whose_visit_is_named() -> None:
    record, entries = LATER
    named = replace(record, metadata=replace(record.metadata, previous_visit="2022-05"))
    judged = {each.to_entry for each in link((FIRST, SECOND, (named, entries))) if each.relation == "judges"}
    assert judged == {entry.entry_id for entry in FIRST[1]}


def test_letters_that_bear_the_days_of_the_visit_are_later_by_their_publication() -> None:
    first, plan = (
        (replace(record, kind=kind, metadata=replace(record.metadata, published=published)), entries)
        for (record, entries), kind, published in (
            (FIRST, DocumentKind.VISIT_REPORT, "2022-09-01"), (PLAN, DocumentKind.OTHER, "2022-12-05")
        )
    )  # fmt: skip
    assert {each.to_entry for each in link((first, plan))} == {entry.entry_id for entry in FIRST[1]}
    earlier = (replace(plan[0], metadata=replace(plan[0].metadata, published="2022-09-01")), plan[1])
    assert link((first, earlier)) == ()


def test_links_between_doubtful_places_are_doubtful() -> None:
    elsewhere = replace(LATER[0], metadata=replace(LATER[0].metadata, place="HMP Ashwick East"))
    found = link((FIRST, (elsewhere, LATER[1])))
    assert found and all(each.confidence < LINK_THRESHOLD for each in found)
    assert all("perhaps the same place" in each.evidence for each in found)


def test_evidence_says_what_a_link_rests_on_without_its_text() -> None:
    for each in link((FIRST, PLAN, LATER)):
        assert "same place" in each.evidence and "% of the wording" in each.evidence
        assert "heat" not in each.evidence and "holds" not in each.evidence
