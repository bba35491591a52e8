"""Which entries are on a topic, which words chose documents, and which chose nothing and are told."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any, cast

import pytest

from assistant.answers.answering import ask
from assistant.question.naming import Names
from assistant.question.query import understand
from assistant.question.topic import topic_of
from assistant.register.addressing import made_to, names_anybody, office_named
from assistant.register.counting import count_entries
from assistant.register.marks import marked, marks_of
from assistant.register.mirrors import merged, reiterated, repeated
from assistant.register.narrowing import narrow
from assistant.register.overdue import asks_overdue, overdue
from ingest.passage import DocumentKind, DocumentRecord, DocumentStatus, Metadata, RegisterEntry
from redaction.text import restore

RECORDS = {
    "ferry": DocumentRecord(
        "ferry", "ferry.pdf", DocumentKind.VISIT_REPORT, DocumentStatus.INDEXED, None,
        Metadata("Escort by ferry from Ostmark", "ferry from Ostmark", "transport", "Velden Visitors"),
    ),
    "jail": DocumentRecord(
        "jail", "jail.pdf", DocumentKind.VISIT_REPORT, DocumentStatus.INDEXED, None,
        Metadata("Visit to Quellmoor Prison", "Quellmoor Prison", "prison", "Ostmark Custody Council"),
    ),
}  # fmt: skip


def entry(name: str, document: str, text: str, **more: Any) -> RegisterEntry:
    """One invented recommendation."""
    number = name[-1] if name[-1].isdigit() else None
    return RegisterEntry(name, document, None, number, "recommendation", restore(text), **more)


ENTRIES = [
    entry("e1", "ferry", "Escorts should end the routine use of hoods at once.", urgency="immediate"),
    entry("e2", "ferry", "Escorts should hand money back before landing.", due="2031-03-01"),
    entry("e3", "jail", "The governor should repair the bells of women.", due="within two months"),
    entry("e4", "jail", "The governor should limit segregation of men to 15 days.", criteria=("NMR:44",)),
    entry("e5", "jail", "Food should be warm, without delay."),
]
NAMES = Names()


def kept(question: str) -> tuple[set[str], tuple[str, ...]]:
    """The entries on the topic of a question, and the words that chose nothing."""
    found = narrow(understand(question, NAMES), ENTRIES, RECORDS)
    return {one.entry_id for one in found.entries}, found.unapplied


@pytest.mark.parametrize(
    ("question", "entries"),
    [
        ("How many recommendations are there?", {"e1", "e2", "e3", "e4", "e5"}),
        ("How many recommendations are about food?", {"e5"}),
        ("How many recommendations concern food or segregation?", {"e4", "e5"}),
        ("How many recommendations did the ferry report make?", {"e1", "e2"}),
        ("How many recommendations did the ferry report make about money?", {"e2"}),
    ],
)
def test_words_choose_entries_or_documents(question: str, entries: set[str]) -> None:
    assert kept(question) == (entries, ())


def test_a_body_named_with_capitals_chooses_its_documents() -> None:
    assert kept("How many recommendations were made by the Velden Visitors?") == ({"e1", "e2"}, ())
    assert kept("How many recommendations about food did the Velden Visitors make?")[0] == set()


def test_weak_words_choose_by_theme_or_are_told() -> None:
    held = [*ENTRIES, entry("e6", "jail", "The Bill should be tabled.", themes=("legislation",))]
    found = narrow(understand("Which recommendations need a change of law?", NAMES), held, RECORDS)
    assert [one.entry_id for one in found.entries] == ["e6"]
    assert kept("Which recommendations need a change of law?")[1] == ("change", "law")


def test_a_word_that_chooses_nothing_is_told() -> None:
    assert kept("How many recommendations about food mention asparagus?") == ({"e5"}, ("asparagus",))


def test_a_name_nobody_knows_leaves_nothing() -> None:
    assert kept("How many recommendations about food were made at Dornach?") == (set(), ())


def test_a_topic_of_which_each_word_is_there_apart() -> None:
    found = narrow(understand("How many recommendations on food in segregation are there?", NAMES), ENTRIES, RECORDS)
    assert found.entries == ()
    assert found.alone == ("food: 1", "segregation: 1")


def test_sections_choose_where_no_entry_does() -> None:
    query = understand("How many recommendations on gardens are there?", NAMES)
    headings = {"e3": ("Visit", "Gardens"), "e4": ("Visit", "Cells")}
    found = narrow(query, ENTRIES, RECORDS, headings=lambda: headings)
    assert [one.entry_id for one in found.entries] == ["e3"]


@pytest.mark.parametrize(
    ("question", "entries"),
    [
        ("Which recommendations are immediate?", {"e1", "e5"}),
        ("How many recommendations must be carried out at once?", {"e1", "e5"}),
        ("How many of recommendations 2 to 4 were accepted?", {"e2", "e3", "e4"}),
        ("How many recommendations have a deadline?", {"e2", "e3"}),
        ("How many recommendations have no deadline?", {"e1", "e4", "e5"}),
        ("How many recommendations have a time frame of two months?", {"e3"}),
        ("How many recommendations are due within 2 months?", {"e3"}),
        ("How many recommendations have a time limit of 60 days or less?", {"e3"}),
        ("How many recommendations are due within at most 59 days?", set()),
        ("How many recommendations are due by 1 March 2031?", {"e2"}),
        ("How many recommendations cite the Nelson Mandela Rules?", {"e4"}),
        ("How many recommendations are about immediate access to food?", {"e1", "e2", "e3", "e4", "e5"}),
    ],
)
def test_marks_of_entries(question: str, entries: set[str]) -> None:
    found = marked(ENTRIES, marks_of(understand(question, NAMES)), {})
    assert {one.entry_id for one in found} == entries


def test_a_reply_that_prints_entries_under_its_own_numbers_counts_none() -> None:
    first = [entry(f"f{n}", "jail", "The governor should repair the bells.", locator=f"{n}") for n in (6, 8)]
    again = [
        entry(f"r{n}", "reply", "Bells repaired.", repeats=(one.entry_id,), locator=f"table 1 row {n}")
        for n, one in enumerate(first, 1)
    ]
    reply = DocumentRecord("reply", "reply.pdf", DocumentKind.RESPONSE, DocumentStatus.INDEXED, None, Metadata())
    held, echoes = merged([*first, *again], {"reply": reply, **RECORDS}.get)
    assert held == first
    assert {name: len(ones) for name, ones in echoes.items()} == {"f6": 1, "f8": 1}


def test_a_recommendation_made_once_more_counts_once_more() -> None:
    text = "The governor should repair the bells."
    first, again = entry("a1", "jail", text), entry("b1", "ferry", text, repeats=("a1",), locator="Recommendation 1")
    assert merged([first, again], RECORDS.get) == ([first, again], {})


def test_a_link_to_another_document_makes_a_recommendation_a_repeated_one() -> None:
    first = entry("a1", "jail", "The governor should repair the bells.")
    linked = entry("b1", "ferry", "Light should burn at night.", repeats=("a1",), locator="Recommendation 1")
    said = entry("b2", "ferry", "A dentist should come. This is said for the second time.", locator="Recommendation 2")
    new = entry("b3", "ferry", "Mattresses should be replaced.", locator="Recommendation 3")
    ledger = SimpleNamespace(passages=lambda _: {}, entry={"a1": first}.get)
    assert repeated(cast(Any, SimpleNamespace(ledger=ledger)), [linked, said, new]) == {"b1", "b2"}


def test_to_single_out_is_no_topic() -> None:
    names = Names(places=("Quellmoor Prison",))
    assert not topic_of(understand("How many examples of good practice does the report single out?", names))
    assert topic_of(understand("How many recommendations are about single cells?", names))


def test_offices_by_their_words() -> None:
    held = [
        entry("x1", "jail", "Repair.", addressee="Minister of Health"),
        entry("x2", "jail", "Mend.", addressee="Governor"),
    ]
    assert [one.entry_id for one in made_to(held, "the ministry of health or the governor")] == ["x1", "x2"]
    assert made_to(held, "parliament") == []


def test_whom_an_entry_addresses_itself_stands_before_the_register() -> None:
    held = [
        entry(
            "x1",
            "jail",
            "The Observer recommended to the High Command (No. 1) that cells be lit.",
            addressee="Minister",
        ),
        entry(
            "x2", "jail", "The Observer recommended to the Minister (No. 2) that laws be mended.", addressee="Minister"
        ),
        entry("x3", "jail", "Repair the roof.", addressee="Minister"),
    ]
    assert [one.entry_id for one in made_to(held, "minister")] == ["x2", "x3"]
    assert [one.entry_id for one in made_to(held, "high command")] == ["x1"]


def test_what_is_called_reiterated_is_meant_by_that_word() -> None:
    held = [entry("x1", "jail", "We reiterate that cells be lit."), entry("x2", "jail", "Cells should be lit.")]
    asked = "How many recommendations were reiterated?"
    assert reiterated(asked, held, {"x1", "x2"}) == {"x1"}
    assert reiterated(asked, held[1:], {"x2"}) == {"x2"}
    assert reiterated("How many were repeated?", held, {"x1", "x2"}) == {"x1", "x2"}


@pytest.mark.parametrize(
    ("question", "count"),
    [
        ("Of the Quellmoor recommendations, how many were rejected?", 1),
        ("How many more recommendations were made at Quellmoor than at Tarnholm?", 2),
        ("Quellmoor Prison: how many recommendations are for the Prison Board?", 2),
        ("How many of recommendations 1 to 2 at Quellmoor were accepted?", 1),
        ("How many action plans are there?", None),
        ("How many reports deal with police stations?", 1),
    ],
)
def test_numbers_asked_for_in_other_ways(library: Any, question: str, count: int | None) -> None:
    assert ask(library, question).count == count


def test_a_word_left_out_makes_a_number_no_exact_one(library: Any) -> None:
    query = understand("How many recommendations about bells mention asparagus?", Names.of(library))
    counted = count_entries(library, query, Names.of(library))
    assert counted is not None
    assert counted.unapplied == ("asparagus",)
    answer = ask(library, query.text)
    assert answer.count is None
    assert answer.text.startswith("At most 1 of 4.")
    assert "not applied: asparagus" in answer.text


OFFICES = [
    entry("o1", "jail", "Repair the roof.", addressee="Ostmark Prison Service"),
    entry("o2", "jail", "Employ a nurse.", addressee="Ministry of Health"),
    entry("o3", "jail", "Open the yard.", addressee="Director"),
]


@pytest.mark.parametrize(
    ("question", "office"),
    [
        ("How many recommendations go to the Ostmark Prison Service?", "Ostmark Prison Service"),
        ("How many recommendations did the Minister of Health get?", "Ministry of Health"),
        ("How many points fall to the Director?", "Director"),
        ("How many recommendations are about the Ministry of Health?", None),
        ("How many recommendations about director training were made?", None),
        ("How many recommendations did Ostmark get?", None),
        ("How many go to the Minister of Health and the Director together?", "Ministry of Health or Director"),
    ],
)
def test_an_addressee_is_known_in_any_construction(question: str, office: str | None) -> None:
    assert office_named(question, OFFICES, frozenset(["ostmark"])) == office


def test_a_place_is_no_addressee_and_the_authorities_are_anybody() -> None:
    assert office_named("How many for the Ostmark Prison Service?", OFFICES, frozenset(tokens_of(OFFICES[0]))) is None
    assert names_anybody("the authorities")
    assert not names_anybody("the health authorities")


def tokens_of(one: RegisterEntry) -> list[str]:
    """The words of an addressee."""
    return (one.addressee or "").casefold().split()


@pytest.mark.parametrize(
    ("question", "unapplied"),
    [
        ("How many recommendations were trumpeted?", ("trumpeted",)),
        ("How many recommendations are about trumpets?", ()),
    ],
)
def test_an_unknown_word_away_from_the_topic_is_told_and_makes_no_zero(
    question: str, unapplied: tuple[str, ...]
) -> None:
    found, lost = kept(question)
    assert lost == unapplied
    assert bool(found) is bool(unapplied)


def test_who_made_the_entries_is_no_topic() -> None:
    asked = understand("How many recommendations did the ombudsman make at Quellmoor?", Names(places=("Quellmoor",)))
    assert not topic_of(asked)


def test_overdue_is_what_is_late_and_not_done() -> None:
    dated = {
        name: DocumentRecord(
            one.document_id, one.source, one.kind, one.status, None,
            Metadata(one.metadata.title, one.metadata.place, published="2030-01-10"),
        )
        for name, one in RECORDS.items()
    }  # fmt: skip
    standing = {"e2": frozenset(["partly implemented"]), "e3": frozenset(["implemented"])}
    found, said = overdue(ENTRIES[:4], {}, standing, dated.get, "2031-05-01")
    assert [one.entry_id for one in found] == ["e2"]
    assert "2 of 4 no deadline is known" in said
    assert overdue(ENTRIES[1:3], {}, {}, dated.get, "2030-03-20")[0] == [ENTRIES[2]]
    assert asks_overdue("Which of these should have been done by now?")
    assert not asks_overdue("Which of these are due in 2031?")


def test_a_month_is_a_deadline_too() -> None:
    (mark,) = marks_of(understand("How many recommendations are due by March 2031?", NAMES))
    assert [one.entry_id for one in marked(ENTRIES, [mark], {})] == ["e2"]
    (mark,) = marks_of(understand("How many recommendations are due in April 2031?", NAMES))
    assert not marked(ENTRIES, [mark], {})


def test_a_section_that_holds_all_entries_leaves_none_out() -> None:
    query = understand("How many recommendations in the gardens are there?", NAMES)
    headings = {one.entry_id: ("Visit", "Gardens") for one in ENTRIES}
    found = narrow(query, ENTRIES, RECORDS, headings=lambda: headings)
    assert len(found.entries) == len(ENTRIES)
