"""Names looked up by word."""

from __future__ import annotations

from assistant.question.name_index import NameIndex

INDEX = NameIndex(
    ("HMP Ardvulin", "Establishment No. 9, Zhura", "Police custody", "Ardvulin Annex"),
    {"d1": frozenset(["lukovia"]), "d2": frozenset(["lukovia", "zhura"]), "d3": frozenset(["morvia"])},
    {"d1": frozenset(["ardvulin"]), "d3": frozenset(["lantern"]), "d9": frozenset(["lantern"])},
)


def test_places_are_named_exactly_by_their_number_and_nearly() -> None:
    exact = [place.name for place in INDEX.places_in("What was found at Ardvulin?")]
    assert exact == ["HMP Ardvulin", "Ardvulin Annex"]
    numbered = INDEX.places_in("Compare establishment 9 with Ardvulin")
    assert [place.name for place in numbered] == ["Establishment No. 9, Zhura", "HMP Ardvulin", "Ardvulin Annex"]
    near = INDEX.places_in("What about Ardvulen?")
    assert {(place.name, place.exact) for place in near} == {("HMP Ardvulin", False), ("Ardvulin Annex", False)}
    assert [place.name for place in INDEX.places_in("police custody in general")] == ["Police custody"]
    assert INDEX.places_in("What was found about mould?") == ()


def test_documents_are_named_by_owner_place_and_title() -> None:
    places = INDEX.places_in("Ardvulin")
    found = INDEX.documents_named({"lukovia", "lantern"}, {"lantern"}, places)
    assert found == {"d1": ("ardvulin", "lukovia"), "d2": ("lukovia",), "d3": ("lantern",)}
    assert INDEX.documents_named({"mould"}, set(), ()) == {}


def test_words_of_any_name_are_known() -> None:
    assert INDEX.holds("zhura")
    assert INDEX.holds("lantern")
    assert not INDEX.holds("mould")


def test_a_word_that_many_documents_share_names_none() -> None:
    shared = {f"d{n}": frozenset(["vastland"]) for n in range(5)}
    assert NameIndex((), shared, {}).documents_named({"vastland"}, set(), ()) == {}


def test_an_ordinal_names_a_place_beside_its_ordinary_word_alone() -> None:
    index = NameIndex(("Second Police Station", "HMP Ardvulin"), {}, {})
    assert [place.name for place in index.places_in("the second report on Ardvulin")] == ["HMP Ardvulin"]
    assert [place.name for place in index.places_in("the cells of the second station")] == ["Second Police Station"]
