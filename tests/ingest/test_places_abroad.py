"""Places named in the language of the country, and titles that name them."""

from __future__ import annotations

import pytest

from ingest.metadata.places_abroad import kind_abroad, place_in_title_abroad


@pytest.mark.parametrize(
    ("title", "place"),
    [
        ("Visite de la Maison d'arrêt de Vaucourbe", "Maison d'arrêt de Vaucourbe"),
        ("Rapport de visite : Unité fermée « Les Aulnes »", "Unité fermée « Les Aulnes »"),
        ("Besøksrapport: Elvedal ungdomssenter", "Elvedal ungdomssenter"),
        ("INFORME 03/2024 sobre el Centro de Reinserción Social de Olmeda", "Centro de Reinserción Social de Olmeda"),
        ("Nota de visita n.º 12: NRP Cabo Verde (cela)", "NRP Cabo Verde"),
        ("Follow-up report: Kaznionica Lipovac", "Kaznionica Lipovac"),
        ("Temarapport 2023: Låste døre på plejehjem", None),
        ("Follow-up report: Progress Since Last Year", None),
        ("Report on the visit to Elm Prison", None),
    ],
)
def test_place_of_a_title(title: str, place: str | None) -> None:
    assert place_in_title_abroad(title) == place


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Untersuchungsgefängnis Seehalde", "remand prison"),
        ("Centre de rééducation d'Elmoza", "juvenile institution"),
        ("Brigade de gendarmerie de Sahel", "police custody"),
        ("Dom Pomocy Społecznej w Dąbrowie", "care home"),
        ("Centro di permanenza per i rimpatri di Olmo", "immigration detention"),
        ("Elm House", None),
    ],
)
def test_kind_of_a_name(name: str, kind: str | None) -> None:
    assert kind_abroad(name) == kind
