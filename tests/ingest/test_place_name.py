"""Names that vary are one place; names that tell places apart are not."""

from __future__ import annotations

import pytest

from ingest.links.place_name import agreement
from ingest.links.same_place import SURE


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("HMP & YOI Brackenfold", "Brackenfold Prison"),
        ("HM Prison Brackenfold", "HMP BRACKENFOLD"),
        ("Centre pénitentiaire de Vélanges-sur-Orne", "CP Velanges"),
        ("St. Orwin's Hospital", "Saint Orwin Psychiatric Hospital"),
        ("Penitentiary Establishment No. 4, Terevan", "Establishment No 4"),
        ("Colony No. IV Terevan", "Terevan Colony No. 4"),
        ("Birch Moor Prison", "HMP Birchmoor"),
        ("Remand Prison in Wronki Górne", "Wronki Gorne Remand Prison"),
        ("Łopatka Prison", "Lopatka prison"),
        ("Øvrebø fengsel", "Ovrebo Prison, fengsel"),
        ("Halvorsund Prison", "Halversund Prison"),
        ("Skarvdal nursing home, closed ward", "Skarvdal Nursing Home"),
        ("Stonefield Ridge Processing Center", "Stonefield Ridge"),
        ("Larchmere Immigration Removal Centre", "IRC Larchmere"),
        ("Lipnice Home for Seniors", "Seniors' Home in Lipnice nad Labem"),
        ("Kuusiranta Psychiatric Hospital", "KPH"),
        ("Elmvik Prison", "Institute for the Execution of Imprisonment Elmvik"),
        ("Public Health Institution Psychiatric Hospital Elmvik", "Elmvik Psychiatric Hospital"),
        ("Young Offenders' Institution Elmvik", "Institution for Minors Elmvik in Tarn"),
        ("KPZ Elmvik", "Elmvik Correctional Institution"),
        ("Northern Regional Correctional Centre", "NRCC"),
        ("transit zone of Elmvik Airport", "Holding rooms at Elmvik International Airport"),
    ],
)
def test_one_place_under_two_names(one: str, other: str) -> None:
    assert agreement(one, other).confidence >= SURE
    assert agreement(other, one).confidence == agreement(one, other).confidence


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Northmere East", "Northmere West"),
        ("HMP Northmere", "HMP Northmere East"),
        ("Tarn Women's Prison", "Tarn Men's Prison"),
        ("Tarn Prison (women's unit)", "Tarn Prison, men's unit"),
        ("Tarn Prison", "Tarn Police Station"),
        ("Tarn Prison", "Tarn Psychiatric Hospital"),
        ("Penitentiary Establishment No. 4, Terevan", "Penitentiary Establishment No. 5, Terevan"),
        ("Prison No. 4, Terevan", "Prison No. 4, Sagovan"),
        ("Upper Selwick Prison", "Lower Selwick Prison"),
        ("New Hallow Prison", "Old Hallow Prison"),
        ("Port Sallow", "Sallow"),
        ("Tarn Prison", "Tarn Valley Prison"),
        ("HMP Kestrel Wood", "HMP Marlpit"),
        ("Remand Centre", "Prison"),
        ("Ash Prison", "Oak Prison"),
        ("Tarn Valley Hollow Prison", "Hollow Kestrel Tarnow Prison"),
        ("police of Elmvik and [PERSON 2]", "police of Selwick and [PERSON 2]"),
    ],
)
def test_different_or_doubtful_places(one: str, other: str) -> None:
    assert agreement(one, other).confidence < SURE
    assert agreement(other, one).confidence == agreement(one, other).confidence
