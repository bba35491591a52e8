"""Visits of one place stand in one chain, in order, and those of another place never among them."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest

from ingest.links.chains import Chain, chains
from ingest.links.former_name import former_names
from ingest.passage import DocumentKind, DocumentRecord, DocumentStatus, FieldEvidence, Metadata


def record(name: str, place: str | None, start: str | None, **more: object) -> DocumentRecord:
    kind = more.pop("kind", DocumentKind.VISIT_REPORT)
    metadata = Metadata(place=place, visit_start=start, **more)  # type: ignore[arg-type]
    return DocumentRecord(name, f"{name}.pdf", kind, DocumentStatus.INDEXED, None, metadata)  # type: ignore[arg-type]


def members(found: tuple[Chain, ...]) -> list[list[str]]:
    return [[document.document_id for document in chain.documents] for chain in found]


def test_a_chain_is_in_order_and_says_why() -> None:
    found = chains(
        [
            record("d-3", "Brackenfold Prison", "2024-06", jurisdiction="Norrland", previous_visit="2022-05"),
            record("d-1", "HMP Brackenfold", "2019-02-03", jurisdiction="Norrland"),
            record("d-9", "Marlpit Prison", "2020-01-01", jurisdiction="Norrland"),
            record("d-2", "HMP & YOI Brackenfold", "2022-05-04", jurisdiction="Norrland", visit_end="2022-05-06"),
            record("d-r", "HMP Brackenfold", "2022-05-04", kind=DocumentKind.RESPONSE, published="2022-11-01"),
        ]
    )
    assert members(found) == [["d-1", "d-2", "d-r", "d-3"], ["d-9"]]
    last = found[0].visits[-1]
    assert (last.after, last.date) == ("d-2", "2024-06")
    assert last.confidence >= 0.9 and "names its date" in last.evidence
    assert found[0].names[0] in {"HMP Brackenfold", "Brackenfold Prison", "HMP & YOI Brackenfold"}


def test_a_name_that_was_masked_is_told_by_body_and_days() -> None:
    days = {"visit_end": "2025-05-16", "inspecting_body": "Custody Inspectors of Norrland"}
    report = record("d-1", "[PERSON 1] Women's Prison", "2025-05-12", **days)
    answer = record("d-2", "Women's Prison at Gozzoly", "2025-05-12", kind=DocumentKind.RESPONSE, **days)
    assert members(chains([answer, report])) == [["d-1", "d-2"]]
    others = [
        replace(answer, metadata=replace(answer.metadata, inspecting_body="Visiting Board")),
        replace(answer, metadata=replace(answer.metadata, visit_start="2024-05-12", visit_end="2024-05-16")),
        replace(answer, metadata=replace(answer.metadata, place="Men's Prison at Gozzoly")),
        replace(answer, metadata=replace(answer.metadata, place="Gozzoly Nursing Home")),
    ]
    for other in others:
        assert len(chains([other, report])) == 2, other.metadata


def test_a_name_that_was_masked_is_told_by_body_and_the_month_of_the_last_visit() -> None:
    first = record("d-1", "Casa circondariale of Monte Orvil", "2022-09-19", inspecting_body=BODY)
    later = record(
        "d-2", "Casa circondariale of [PERSON 1]", "2024-04-08", inspecting_body=BODY, previous_visit="2022-09"
    )
    found = chains([later, first])
    assert members(found) == [["d-1", "d-2"]]
    assert "names the month" in found[0].visits[1].evidence
    third = record("d-3", "Casa di reclusione of Gozzoly", "2022-09-05", inspecting_body=BODY)
    assert len(chains([later, first, third])) == 3, "the body was at two such places in the month"
    home = replace(third, metadata=replace(third.metadata, place="Larkmere Nursing Home"))
    assert ["d-1", "d-2"] in members(chains([later, first, home])), "a home is no prison"
    others = [
        replace(later, metadata=replace(later.metadata, previous_visit="2022-08")),
        replace(later, metadata=replace(later.metadata, previous_visit="2022")),
        replace(later, metadata=replace(later.metadata, inspecting_body="Custody Ombudsman of Sudrland")),
        replace(later, metadata=replace(later.metadata, place="Casa circondariale")),
    ]
    for other in others:
        assert len(chains([other, first])) == 2, other.metadata


@pytest.mark.parametrize(
    "kind", ["Casa circondariale", "Centro Penitenciario", "Estabelecimento Prisional", "Zakład Karny", "Věznice"]
)
def test_words_for_a_prison_in_other_languages_tell_no_places_apart(kind: str) -> None:
    one = record("d-1", f"{kind} Orvil", "2020-01-01", jurisdiction="Norrland", inspecting_body=BODY)
    assert members(chains([one, record("d-2", "Orvil Prison", "2022-01-01", jurisdiction="Norrland")])) == [
        ["d-1", "d-2"]
    ]
    other = record("d-2", f"{kind} Gozzoly", "2022-01-01", jurisdiction="Norrland", inspecting_body=BODY)
    found = chains([one, other])
    assert len(found) == 2 and not found[0].possible


def test_penitentiaries_by_number_meet_whatever_else_their_names_say() -> None:
    one = record("d-1", "Penitentiary No. 8", "2019-01-01", jurisdiction="Norrland", inspecting_body="Board")
    other = record("d-2", "Penitentiary Institution no. 8 in Orvil", "2021-01-01", jurisdiction="Norrland")
    assert members(chains([one, other])) == [["d-1", "d-2"]]


def test_like_names_of_two_places_are_two_chains() -> None:
    found = chains(
        [
            record("d-e", "HMP Northmere East", "2020-01-01", jurisdiction="Norrland"),
            record("d-w", "HMP Northmere West", "2021-01-01", jurisdiction="Norrland"),
            record("d-n", "HMP Northmere", "2022-01-01", jurisdiction="Norrland"),
        ]
    )
    assert members(found) == [["d-e"], ["d-w"], ["d-n"]]
    doubtful = next(chain for chain in found if chain.documents[0].document_id == "d-n")
    assert {visit.document.document_id for visit in doubtful.possible} == {"d-e", "d-w"}


def test_one_name_in_two_jurisdictions_is_two_places() -> None:
    one = record("d-1", "Ashwick Prison", "2020-01-01", jurisdiction="Norrland")
    assert len(chains([one, record("d-2", "Ashwick Prison", "2021-01-01", jurisdiction="Sudrland")])) == 2
    assert len(chains([one, record("d-2", "Ashwick Prison", "2021-01-01", jurisdiction="Republic of Norrland")])) == 1
    unsure = record(
        "d-2", "Ashwick Prison", "2021-01-01", jurisdiction="Sudrland",
        evidence=(FieldEvidence("jurisdiction", None, "", 0.3),),
    )  # fmt: skip
    assert len(chains([one, unsure])) == 1


def test_bodies_of_different_countries_do_not_meet_over_a_name() -> None:
    one = record("d-1", "Ashwick Prison", "2020-01-01", inspecting_body="Norrland Board of Visitors")
    other = record("d-2", "Ashwick Prison", "2021-01-01", inspecting_body="Custody Ombudsman of Sudrland")
    assert len(chains([one, other])) == 2
    same = record("d-2", "Ashwick Prison", "2021-01-01", inspecting_body="NBV")
    assert len(chains([one, same])) == 1


def test_a_doubtful_name_with_the_date_of_the_last_visit_is_sure() -> None:
    one = record("d-1", "Tarn Prison", "2020-03-02", visit_end="2020-03-06", inspecting_body="Norrland Board")
    other = record("d-2", "Tarn Valley Prison", "2023-01-01", inspecting_body="Norrland Board")
    assert len(chains([one, other])) == 2
    told = replace(other, metadata=replace(other.metadata, previous_visit="2020-03"))
    assert members(chains([one, told])) == [["d-1", "d-2"]]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("HMP Brackenfold, formerly known as Marlpit Prison, opened in 1974.", "Marlpit Prison"),
        ("Brackenfold Prison (previously HMP Marlpit) holds 400 men.", "HMP Marlpit"),
        ("The prison was formerly known as Marlpit Gaol.", "Marlpit Gaol"),
        ("It holds 400 men. Until its repair in 2022 it was known as Marlpit Gaol and held 300.", "Marlpit Gaol"),
        ("In 2021 Marlpit Prison was renamed HMP Brackenfold.", "Marlpit Prison"),
        ("Until 2019 the kitchen was run by Fennel Foods.", None),
        ("Elm Wing, formerly known as Oak Wing, was closed.", None),
        ("Mr X was formerly held at Sallow Prison.", None),
    ],
)
def test_former_names_are_read_from_the_text(text: str, name: str | None) -> None:
    one = record("d-1", "HMP Brackenfold", "2024-01-01")
    found = former_names([one], {"d-1": [text]})
    assert found == ({} if name is None else {"d-1": (name,)})


def test_a_former_name_joins_the_visits_under_both_names() -> None:
    documents = [
        record("d-1", "Marlpit Prison", "2018-01-01", jurisdiction="Norrland"),
        record("d-2", "HMP Brackenfold", "2024-01-01", jurisdiction="Norrland"),
    ]
    assert len(chains(documents)) == 2
    assert members(chains(documents, {"d-2": ("HMP Marlpit",)})) == [["d-1", "d-2"]]


def test_an_answer_that_names_no_place_is_found_by_the_days_of_the_visit() -> None:
    visit = record("d-1", "Brackenfold Prison", "2024-01-08", visit_end="2024-01-12")
    reply = record("d-2", None, "2024-01-08", visit_end="2024-01-12", kind=DocumentKind.RESPONSE)
    assert members(chains([visit, reply])) == [["d-1", "d-2"]]
    another = record("d-3", "Marlpit Prison", "2024-01-08", visit_end="2024-01-12")
    assert ["d-2"] not in [chain for chain in members(chains([visit, another, reply])) if len(chain) > 1]
    titled = record("d-2", None, None, title="Reply to the report on Brackenfold", kind=DocumentKind.RESPONSE)
    assert members(chains([visit, titled]))[0] in (["d-1", "d-2"], ["d-2", "d-1"])


BODY = "Norrland Board of Visitors"


def test_a_translated_name_with_the_exact_day_waits_for_a_person() -> None:
    first = record("d-1", "Prison of the Green Valley", "2021-03-03", inspecting_body=BODY)
    later = record("d-2", "Zelenodol Institution", "2023-10-10", inspecting_body=BODY, previous_visit="2021-03-03")
    found = chains([first, later])
    assert members(found) == [["d-1"], ["d-2"]]
    assert [visit.document.document_id for visit in found[0].possible] == ["d-2"]
    vague = replace(later, metadata=replace(later.metadata, previous_visit="2021-03"))
    other = replace(later, metadata=replace(later.metadata, inspecting_body="Custody Ombudsman of Sudrland"))
    for doubtful in (vague, other):
        assert not chains([first, doubtful])[0].possible


def test_an_answer_with_the_days_of_the_only_visit_is_of_that_place() -> None:
    first = record("d-1", "Ward C of Larkmere Hospital", "2024-01-09", visit_end="2024-01-10", inspecting_body=BODY)
    answer = record(
        "d-2", "Larkmere Hospital", "2024-01-09", visit_end="2024-01-10", inspecting_body=BODY,
        kind=DocumentKind.RESPONSE, published="2024-04-30",
    )  # fmt: skip
    assert members(chains([first, answer])) == [["d-1", "d-2"]]
    # The body was in two wards on these days: the answer may be of either.
    second = replace(first, document_id="d-3", metadata=replace(first.metadata, place="Ward D of Larkmere Hospital"))
    assert ["d-2"] in members(chains([first, second, answer]))


def test_held_and_official_documents_stand_in_no_chain() -> None:
    visit = record("d-1", "Brackenfold Prison", "2024-01-08")
    held = replace(visit, document_id="d-2", status=DocumentStatus.HELD)
    law = replace(visit, document_id="d-3", kind=DocumentKind.INSTRUMENT)
    assert members(chains([visit, held, law])) == [["d-1"]]


def test_two_thousand_documents_are_not_compared_with_each_other() -> None:
    syllables = ("bra", "kel", "mon", "tir", "sul", "vag", "dor", "nel", "pim", "ros", "fen", "hul")
    names = [f"{a}{b}{c}".capitalize() for a in syllables for b in syllables for c in syllables][:700]
    documents = [
        record(
            f"d-{n}-{year}", f"HMP {name}" if year % 2 else f"{name} Prison", f"{year}-01-01", jurisdiction="Norrland"
        )
        for n, name in enumerate(names)
        for year in (2020, 2021, 2022)
    ]
    began = time.perf_counter()
    found = chains(documents)
    assert time.perf_counter() - began < 20
    assert sum(len(chain.visits) for chain in found) == len(documents)
    assert sum(len({v.document.document_id.rpartition("-")[0] for v in c.visits}) == 1 for c in found) >= 0.95 * len(
        found
    )


def test_an_answer_about_one_of_two_places_stands_with_the_report_on_both() -> None:
    both = 'Special Hospital "Hollin" and the Police Station Marlpit'
    found = chains(
        [
            record("d-1", both, None, jurisdiction="Norrland", published="2024-01-20"),
            record(
                "d-r", 'Special Hospital "Hollin"', "2023-10-22", kind=DocumentKind.RESPONSE, jurisdiction="Norrland"
            ),
        ]
    )
    assert [sorted(each) for each in members(found)] == [["d-1", "d-r"]]


def test_a_word_of_the_name_in_the_title_and_the_month_of_the_visit_tell_a_nameless_return() -> None:
    place = "temporary holding rooms of the Karasen District Department and the escort rooms of its court"
    first = record("d-1", place, "2021-04-14", inspecting_body=BODY)
    title = "Second visit to Karasen"
    later = record("d-2", None, "2023-09-28", inspecting_body=BODY, title=title, previous_visit="2021-04")
    assert members(chains([first, later])) == [["d-1", "d-2"]]
    other = record("d-3", None, "2023-09-28", inspecting_body=BODY, title=title)
    assert members(chains([first, other])) == [["d-1"], ["d-3"]], "without the date a person decides"
    assert chains([first, other])[0].possible


def test_an_implied_jurisdiction_keeps_no_places_apart() -> None:
    first = record("d-1", "Brackenfold Prison", "2021-02-03", jurisdiction="Norway", inspecting_body=BODY)
    implied = (FieldEvidence("jurisdiction", None, "", 0.65),)
    later = record(
        "d-2", "Brackenfold Prison", "2023-02-03", jurisdiction="Poland", inspecting_body=BODY, evidence=implied
    )
    assert members(chains([first, later])) == [["d-1", "d-2"]]
    named = replace(later, metadata=replace(later.metadata, evidence=()))
    assert members(chains([first, named])) == [["d-1"], ["d-2"]]


def test_entries_in_common_join_what_has_no_name() -> None:
    first = record("d-1", "Brackenfold Prison", "2021-02-03", inspecting_body=BODY)
    other = record("d-2", "Marlpit Prison", "2021-05-03", inspecting_body=BODY)
    masked = record("d-3", "[PERSON 1] Prison", "2023-02-03", inspecting_body=BODY)

    def common(count: int, share: float) -> tuple[Chain, ...]:
        def of(later: DocumentRecord, earlier: DocumentRecord) -> tuple[int, float]:
            return (count, share) if {later.document_id, earlier.document_id} == {"d-1", "d-3"} else (0, 0.0)

        return chains([first, other, masked], common=of)

    assert members(common(3, 0.6)) == [["d-1", "d-3"], ["d-2"]]
    # Two in common: a person decides. One, or a small share of many: nothing.
    assert [visit.document.document_id for visit in common(2, 0.6)[0].possible] == ["d-3"]
    assert not any(chain.possible for chain in common(1, 0.6))
    assert members(chains([first, other, masked])) == [["d-1"], ["d-2"], ["d-3"]]


@pytest.mark.parametrize(("places", "joined"), [(3, True), (6, False)])
def test_entries_in_common_join_a_nameless_return_to_a_visit_to_a_few_places(places: int, joined: bool) -> None:
    names = ("Ashwick Prison", "Larkmere Station", "Elm Hospital", "Norby Home", "Oakham Jail", "Tarn School")[:places]
    first = record("d-1", "; ".join(names), "2022-01-01", inspecting_body=BODY)
    second = record("d-2", None, "2024-01-01", inspecting_body=BODY, title="Second visit")
    found = chains([first, second], common=lambda _later, _earlier: (5, 0.6))
    assert members(found) == ([["d-1", "d-2"]] if joined else [["d-1"], ["d-2"]])


def test_entries_that_a_body_repeats_anywhere_join_no_document_without_a_name() -> None:
    first = record("d-1", "Ashwick Prison", "2022-01-01", jurisdiction="Norrland", inspecting_body=BODY)
    other = record("d-2", "Larkmere Prison", "2022-03-01", jurisdiction="Norrland", inspecting_body=BODY)
    masked = record("d-3", "[PERSON 1]", "2024-01-01", jurisdiction="Norrland", inspecting_body=BODY)

    def found(with_other: int) -> tuple[Chain, ...]:
        counts = {frozenset(("d-1", "d-3")): 5, frozenset(("d-2", "d-3")): with_other}

        def of(a: DocumentRecord, b: DocumentRecord) -> tuple[int, float]:
            return counts.get(frozenset((a.document_id, b.document_id)), 0), 0.6

        return chains([first, other, masked], common=of)

    assert members(found(1)) == [["d-1", "d-3"], ["d-2"]]
    both = found(5)
    assert members(both) == [["d-1"], ["d-2"], ["d-3"]]
    assert {visit.document.document_id for visit in both[2].possible} == {"d-1", "d-2"}, "a person decides"


@pytest.mark.parametrize("name", ["[PERSON 1]", "[PERSON 1] Prison", "Prison of [PERSON 1]"])
def test_names_that_redaction_took_are_not_one_name(name: str) -> None:
    one = record("d-1", name, "2022-01-01", jurisdiction="Norrland", inspecting_body=BODY)
    other = record("d-2", name, "2023-01-01", jurisdiction="Norrland", inspecting_body=BODY)
    assert len(chains([one, other])) == 2
    title = f"Report on the visit to {name}"
    untold = [replace(each, metadata=replace(each.metadata, place=None, title=title)) for each in (one, other)]
    assert len(chains(untold)) == 2
    # What the text shows beside the name still joins them.
    after = replace(other, metadata=replace(other.metadata, previous_visit="2022-01-01"))
    assert len(chains([one, after])) == 1


def test_a_part_of_a_place_is_of_the_whole_where_more_tells() -> None:
    first = record("d-1", "Elmvik Psychiatric Centre, Ward 2", "2019-10-22", inspecting_body=BODY)
    later = record("d-2", "Elmvik Psychiatric Centre", "2021-11-09", inspecting_body=BODY)
    found = chains([first, later])
    assert members(found) == [["d-1"], ["d-2"]] and found[0].possible
    told = replace(later, metadata=replace(later.metadata, previous_visit="2019-10"))
    assert members(chains([first, told])) == [["d-1", "d-2"]]
    ward = replace(told, metadata=replace(told.metadata, place="Elmvik Psychiatric Centre, Ward 3"))
    assert members(chains([first, ward])) == [["d-1"], ["d-2"]]
