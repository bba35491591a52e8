"""Names of bodies in the languages of countries."""

from __future__ import annotations

import pytest

from ingest.metadata.bodies_abroad import bodies_in, body_abroad


@pytest.mark.parametrize(
    "name",
    [
        "Kommission zur Verhütung von Misshandlung Elmland",
        "Commission cantonale des visiteurs de lieux fermés",
        "Mecanismo Provincial de Prevención de la Tortura",
        "Tilsynsenheden for Frihedsberøvede",
        "Comité van Toezicht op Gesloten Inrichtingen",
        "Rzecznik Praw Obywatelskich",
        "Ured pučkog pravobranitelja",
        "İnsan Hakları İzleme ve Önleme Kurumu",
    ],
)
def test_a_letterhead_is_the_name_of_a_body(name: str) -> None:
    assert body_abroad(f"{name}, Elmstraße 4") == name


@pytest.mark.parametrize(
    "line",
    [
        "Ministère de la Justice",
        "Direction de l'administration pénitentiaire",
        "Service pénitentiaire",
        "Defensoria Pública",
        "Rapport de visite",
        "Gobierno de la República",
        "Centre hospitalier de Vaucourbe",
        "Visit to the Commission",
        "Prison Service",
    ],
)
def test_authorities_and_titles_are_none(line: str) -> None:
    assert body_abroad(line) is None


def test_a_name_ends_where_the_sentence_goes_on() -> None:
    text = "The Comisión de Visitas a Lugares de Encierro presents itself at the gate."
    ((name, start, end),) = bodies_in(text)
    assert name == text[start:end] == "Comisión de Visitas a Lugares de Encierro"
