"""Themes and types of place."""

import pytest

from ingest.metadata.kind_words import kind_of
from ingest.taxonomy import (
    PLACE_TYPES,
    THEMES,
    broader_place_type,
    place_type_named,
    place_type_of,
    place_types_within,
    themes_of,
)


@pytest.mark.parametrize(
    ("text", "theme"),
    [
        ("Eleven people were segregated for a month.", "segregation"),
        ("Handcuffs were applied to everyone.", "restraint"),
        ("Each person must have an individual bed.", "overcrowding"),
        ("Strip searches were routine.", "searches"),
        ("Nobody had told her of her right to a lawyer.", "legal_safeguards"),
        ("Two nurses had left.", "healthcare"),
    ],
)
def test_sorts_into_themes(text: str, theme: str) -> None:
    assert theme in themes_of(text)


def test_matches_whole_words_only() -> None:
    assert "hygiene" not in themes_of("They were grateful and moderate.")
    assert themes_of("Qwertz uiop.") == ()


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("HMP Ashwick", "prison"),
        ("Tarnby nursing home", "care home"),
        ("Police custody in the north", "police custody"),
        ("Court custody suites", "court custody"),
        ("Detention Barracks Olm", "military detention"),
        ("Redmoor Processing Center", "immigration detention"),
        ("Quietwater Secure Children's Home", "secure children's home"),
        ("the town hall", None),
        ("Remand Prison Elmvik", "remand prison"),
        ("Remand centre for juveniles", "juvenile institution"),
        ("Central Prisoner Escort Unit", "transport"),
        ("Deportation flight to Norland", "return flight"),
        ("Prisoners' ward of the county infirmary", "secure hospital ward"),
        ("Rio Claro Migration Station", "immigration detention"),
        ("Mount Elm Prayer Camp", "other"),
        ("Privately run holding house", "private facility"),
    ],
)
def test_sorts_places(text: str, kind: str | None) -> None:
    assert place_type_of(text) == kind


def test_understands_a_users_word() -> None:
    assert place_type_named("police_station") == "police custody"
    assert place_type_named("nursing homes") == "care home"
    assert {"segregation", "restraint"} <= set(THEMES)
    assert "prison" in PLACE_TYPES


def test_narrow_types_belong_to_broader_ones() -> None:
    assert place_types_within("prison") == ("prison", "remand prison")
    assert (broader_place_type("return flight"), broader_place_type("customs")) == ("immigration detention", "customs")
    # A prison with its remand wing and its hospital are no three types.
    assert place_type_of("Prison, remand wing and psychiatric ward") == "psychiatric hospital"


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Greenhill Young People's Centre", "juvenile institution"),
        ("Socio-Educational Unit Garcas", "juvenile institution"),
        ("Secure ward, Elmvik General Hospital", "secure hospital ward"),
        ("Secure ward of the Elmvik Psychiatric Hospital", "psychiatric hospital"),
        ("Monitoring of a forced return by air", "return flight"),
        ("Convoy of prisoners: escort service of the north", "transport"),
        ("Customs holding rooms, Elm Airport", "customs"),
        ("Army Stockade at Camp Elm", "military detention"),
        ("Cells of the Elm courthouse", "court custody"),
        ("Narcological dispensary", "substance treatment"),
        ("Institution for persons with intellectual disabilities", "disability institution"),
        ("Residence for older persons' care", "care home"),
        ("Mental Hospital Elm and the Police Station of Elmvik", "psychiatric hospital"),
        ("Police Station of Elmvik and the Mental Hospital Elm", "police custody"),
    ],
)
def test_words_that_stand_together_tell_the_type(name: str, kind: str) -> None:
    assert kind_of(name) == kind
