"""Themes and types of place."""

import pytest

from ingest.taxonomy import PLACE_TYPES, THEMES, place_type_named, place_type_of, themes_of


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
    ],
)
def test_sorts_places(text: str, kind: str | None) -> None:
    assert place_type_of(text) == kind


def test_understands_a_users_word() -> None:
    assert place_type_named("police_station") == "police custody"
    assert place_type_named("nursing homes") == "care home"
    assert {"segregation", "restraint"} <= set(THEMES)
    assert "prison" in PLACE_TYPES
