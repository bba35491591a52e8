"""Which earlier recommendation an entry is about: number, wording, order and meaning, each only as far as it goes."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from ingest.links.cited_numbers import cited, keys_of, numbers
from ingest.links.counterpart import counterparts
from ingest.links.likeness import likenesses, stem, weights, words_of
from ingest.links.same_order import in_step, left_between
from ingest.links.sides import Counterpart, Nearness, side
from ingest.passage import DocumentKind, DocumentRecord, DocumentStatus, Metadata, RegisterEntry
from redaction.text import public_text

REPORT = DocumentRecord("d-1", "a", DocumentKind.VISIT_REPORT, DocumentStatus.INDEXED, None, Metadata())
LATER = DocumentRecord("d-2", "b", DocumentKind.VISIT_REPORT, DocumentStatus.INDEXED, None, Metadata())
REPLY = DocumentRecord("d-3", "c", DocumentKind.RESPONSE, DocumentStatus.INDEXED, None, Metadata())
ASKED = (
    "The governor should make sure that cell bells are answered within five minutes.",
    "The health board should shorten the wait for a dentist to ten weeks.",
    "The prison service should stop the use of spit hoods.",
    "The governor should open the library at weekends.",
    "The ministry should fund a second psychiatrist for the remand wing.",
)


def entries(*texts: str, numbers: tuple[str | None, ...] = (), **more: object) -> list[RegisterEntry]:
    given = numbers or tuple(str(n) for n in range(1, len(texts) + 1))
    return [
        RegisterEntry(
            *(f"r-{text[:12]}-{n}", "d", None, number, str(more.get("kind", "recommendation")), public_text(text)),
            status_verified=more.get("verified"),  # type: ignore[arg-type]
            locator=str(more.get("locator", "")),
        )
        for n, (text, number) in enumerate(zip(texts, given, strict=True))
    ]


def found(
    record: DocumentRecord, later: list[RegisterEntry], asked: tuple[str, ...] = ASKED, near: Nearness | None = None
) -> dict[str, Counterpart]:
    one, other = side(record, later), side(REPORT, entries(*asked))
    weigh = weights([*one.words.values(), *other.words.values()])
    return {str(each.source.text): each for each in counterparts(one, other, weigh, near)}


def test_short_forms_find_what_they_are_short_for() -> None:
    rows = entries(
        "Answering of cell bells", "Wait for the dentist", "Spit hoods", numbers=("1", "2", "3"), verified="implemented"
    )
    held = found(LATER, rows)
    assert [(each.target.number, each.relation) for each in held.values()] == [(n, "judges") for n in "123"]
    assert all(each.confidence >= 0.85 for each in held.values())


def test_numbers_that_the_wording_contradicts_are_not_believed() -> None:
    """A follow-up that counts anew: its first row is about the third recommendation."""
    rows = entries("Spit hoods are not used", "Library at weekends", "Second psychiatrist", verified="implemented")
    assert [each.target.number for each in found(LATER, rows).values()] == ["3", "4", "5"]


def test_answers_that_quote_nothing_go_by_their_numbers() -> None:
    rows = entries("Accepted. Money was found.", "Rejected, the law forbids it.", kind="response")
    held = found(REPLY, rows)
    assert [each.target.number for each in held.values()] == ["1", "2"]
    assert all(each.relation == "responds_to" and each.confidence >= 0.6 for each in held.values())


def test_a_new_recommendation_of_the_same_subject_is_no_sure_repetition() -> None:
    held = found(
        LATER, entries("The governor should test all cell bells once a week.", "The kitchen should be cleaned.")
    )
    assert "The kitchen should be cleaned." not in held
    assert all(each.confidence < 0.7 for each in held.values())


@pytest.mark.parametrize(
    ("text", "sure"),
    [
        ("Repeated recommendation: cell bells should be answered sooner.", True),
        ("We again recommend that cell bells be answered in time.", True),
        ("New recommendation: cell bells should be answered by two officers.", False),
    ],
)
def test_what_a_recommendation_says_of_itself_counts(text: str, sure: bool) -> None:
    held = found(LATER, entries(text, numbers=(None,)))
    assert (text in held and held[text].confidence >= 0.7) is sure


def test_an_answer_between_two_others_has_the_place_between_theirs() -> None:
    rows = entries("Cell bells answered within five minutes", "Agreed for April.", "No more spit hoods",
                   "Library open at weekends", numbers=(None, None, None, None), kind="response")  # fmt: skip
    held = found(REPLY, rows)
    assert held["Agreed for April."].target.number == "2" and "order" in held["Agreed for April."].why
    swapped = found(REPLY, [rows[2], rows[1], rows[0], rows[3]])
    assert "Agreed for April." not in swapped


def test_meaning_decides_only_where_words_do_not_tell() -> None:
    def near(later: object, earlier: object) -> np.ndarray:  # type: ignore[type-arg]
        return np.array([[0.5, 0.6, 0.5, 0.75, 0.5]])

    plain = "Reading rooms must be usable on Sundays too."
    assert all(each.confidence < 0.7 for each in found(LATER, entries(plain), near=near).values()), "it may be new"
    ahead = found(LATER, entries(plain), near=lambda later, earlier: np.array([[0.1, 0.1, 0.1, 0.8, 0.1]]))[plain]
    assert ahead.target.number == "4" and ahead.confidence >= 0.7, "nothing else is near it"
    again = f"Once again: {plain[0].lower()}{plain[1:]}"
    held = found(LATER, entries(again), near=near)[again]
    assert held.target.number == "4" and 0.7 <= held.confidence < 0.8
    assert again not in found(LATER, entries(again))


@pytest.mark.parametrize(
    ("own", "its", "same"),
    [
        ("4", "Recommendation 4", True),
        ("R4", "4", True),
        ("1, 2 and 5", "5", True),
        ("AFI 2", "AFI 2", True),
        ("AFI 2", "Concern 2", False),
        ("6.3", "6.3", True),
        ("6.3", "3", False),
        ("B", "B", True),
        ("12", "2", False),
    ],
)
def test_numbers_as_printed(own: str, its: str, same: bool) -> None:
    (one,), (other,) = entries("x", numbers=(own,)), entries("y", numbers=(its,))
    assert bool(keys_of(one) & keys_of(other)) is same


def test_the_number_of_a_paragraph_stands_for_its_recommendation() -> None:
    (one,) = entries("x", numbers=("24",))
    (other,) = entries("y", numbers=(None,), locator="24")
    assert keys_of(one) == keys_of(other)


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("Ad 3-5", "345"),
        ("R1 to R3", "123"),
        ("1, 2 and 5", "125"),
        ("Recommendations 4–6", "456"),
        ("para. 7", "7"),
        ("2024-11", {"2024", "11"}),
    ],
)
def test_ranges_and_lists_of_numbers(printed: str, read: str | set[str]) -> None:
    assert numbers(printed) == {("", number) for number in read}


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("With regard to the recommendation in paragraph 34, a form has been drawn up.", {"34"}),
        ("Paragraphs 40 and 41: funds have been asked for.", {"40", "41"}),
        ("In respect of recommendations 2 to 4 the Ministry has no comment.", {"2", "3", "4"}),
        ("Paragraph 3 of article 5 of the Act was amended.", set()),
        ("Of the 15 recommendations twelve were achieved.", set()),
        (
            "The Ministry thanks the Committee. " + "Much was said. " * 5 + "See recommendation 5.",
            set(),
        ),
    ],
)
def test_numbers_that_a_text_cites_where_it_begins(text: str, read: set[str]) -> None:
    assert cited(text) == {("", number) for number in read}


def test_lists_in_step() -> None:
    diagonal = np.eye(5) * 0.5 + 0.1
    assert in_step(diagonal)
    assert not in_step(np.flip(diagonal, axis=1)), "in another order"
    assert not in_step(diagonal[:3, :3]), "three may be an accident"
    assert not in_step(diagonal[:, :4]), "of unequal length"
    astray = diagonal.copy()
    astray[0, 4] = 0.9 + 0.3
    assert not in_step(astray), "one is surely about another"


def test_the_only_places_left_between_two_neighbours() -> None:
    relations = ["responds_to"] * 5
    assert left_between([(0, 0), (3, 3), (4, 4)], (), relations) == [(1, 1), (2, 2)]
    assert left_between([(0, 0), (3, 3), (4, 4)], (1,), relations) == [], "one of them is known to be another's"
    assert left_between([(0, 0), (3, 2), (4, 4)], (), relations) == [], "two answers and one place"
    assert left_between([(0, 4), (3, 3), (4, 0)], (), relations) == []


def test_words_of_the_trade_make_no_likeness() -> None:
    texts = [words_of(text) for text in ASKED]
    weigh = weights(texts)
    alike = likenesses(
        [words_of("The governor should make sure that prisoners are provided with staff.")], texts, weigh
    )
    assert float(alike.max()) < 0.45
    assert float(likenesses(texts, texts, weigh).diagonal().min()) > 0.95
    assert words_of("[PERSON 3] was told") == words_of("was told")


@pytest.mark.parametrize(
    ("one", "other"),
    [("treated", "treatment"), ("searches", "searching"), ("policies", "policy"), ("isolated", "isolation")],
)
def test_stems_meet(one: str, other: str) -> None:
    assert stem(one) == stem(other)


def test_an_answer_by_paragraph_finds_the_recommendation_that_follows_it() -> None:
    asked = entries(*ASKED, numbers=(None,) * 5)
    paragraphs = {entry.entry_id: number for entry, number in zip(asked, ("4", "6", "6", "9", "12"), strict=True)}
    replies = entries("Paragraph 9. This has been done.", "Paragraph 6. Spit hoods were withdrawn in May.",
                      "Paragraph 6. Under study.", numbers=("9", "6", "6"), kind="response")  # fmt: skip
    one, other = side(REPLY, replies), side(REPORT, asked)
    weigh = weights([*one.words.values(), *other.words.values()])
    held = {str(each.source.text): each for each in counterparts(one, other, weigh, None, lambda earlier: paragraphs)}
    assert held["Paragraph 9. This has been done."].target is asked[3]
    assert held["Paragraph 9. This has been done."].confidence >= 0.65
    assert held["Paragraph 6. Spit hoods were withdrawn in May."].target is asked[2]
    assert held["Paragraph 6. Under study."].confidence < 0.7, "two recommendations follow that paragraph"
    without = {str(each.source.text) for each in counterparts(one, other, weigh)}
    assert "Paragraph 9. This has been done." not in without


def test_an_addressee_is_no_likeness() -> None:
    """Both are addressed to the health board; that makes them no repetition."""
    asked = entries("The health board of the northern county should shorten the wait for a dentist.")
    again = entries("The health board of the northern county should open a unit for mothers.")
    asked, again = (
        [replace(entry, addressee="health board of the northern county") for entry in own] for own in (asked, again)
    )
    one, other = side(LATER, again), side(REPORT, asked)
    assert not [each for each in counterparts(one, other, weights([])) if each.confidence >= 0.6]


def test_the_number_of_a_recommendation_is_not_that_of_a_concern() -> None:
    concerns = entries("Cells were cold.", "Nobody saw a dentist.", "Hoods were in use.", kind="concern")
    asked = entries(*ASKED[:3])
    rows = entries("Done in May", "A contract was signed", "Hoods are banned", kind="response")
    one, other = side(REPLY, rows), side(REPORT, [*concerns, *asked])
    weigh = weights([*one.words.values(), *other.words.values()])
    found = counterparts(one, other, weigh)
    assert [(each.target.kind, each.target.number) for each in found] == [("recommendation", n) for n in "123"]


def test_the_only_place_left_tells_more_than_hardly_any_likeness() -> None:
    asked = ("Yards should be open for two hours.", "A second physician is needed.",
             "Telephones that guards cannot overhear are needed.", "The dark tower should close.",
             "Leaflets on rights in all languages are needed.")  # fmt: skip
    rows = entries(
        *("Yards open two hours", "Second physician", "Calls in private", "Dark tower closed", "Leaflets, rights"),
        numbers=(None,) * 5,
        verified="implemented",
    )
    held = found(LATER, rows, asked)
    assert held["Calls in private"].target.number == "3"
