"""Detectors of every identifier that is not a name: pure, rule-based, linear in the length of the text."""

from __future__ import annotations

from typing import Final

from redaction.recognizers.address import Addresses
from redaction.recognizers.age import Ages
from redaction.recognizers.beside_name import NumbersBesideNames
from redaction.recognizers.birth_labels import BirthLabels
from redaction.recognizers.cell import Cells
from redaction.recognizers.circumstances import Circumstances
from redaction.recognizers.contact import Contacts
from redaction.recognizers.dates import BirthDates, PersonalDates
from redaction.recognizers.formats import FormatNumbers
from redaction.recognizers.health import RareConditions
from redaction.recognizers.labelled import LabelledNumbers
from redaction.recognizers.named import NamedSigns
from redaction.recognizers.nationality import Nationalities
from redaction.recognizers.plates import Plates
from redaction.recognizers.spoken_digits import SpokenDigits
from redaction.recognizers.told_addresses import ToldAddresses
from redaction.recognizers.told_numbers import ToldNumbers
from redaction.recognizers.told_places import ToldPlaces
from redaction.recognizers.uniqueness import UniquePersons
from redaction.span import Detector

__all__ = ["QUASI", "default_detectors"]


QUASI: Final = frozenset({"personal_date", "age", "nationality", "rare_condition", "unique_person", "circumstance"})
"""Names of the detectors that find quasi identifiers and nothing else."""


def default_detectors() -> tuple[Detector, ...]:
    """Return one of each detector; they hold no state and may be shared between threads."""
    return (
        LabelledNumbers(),
        FormatNumbers(),
        NumbersBesideNames(),
        NamedSigns(),
        ToldNumbers(),
        Contacts(),
        SpokenDigits(),
        Addresses(),
        ToldAddresses(),
        Cells(),
        ToldPlaces(),
        Plates(),
        BirthDates(),
        BirthLabels(),
        PersonalDates(),
        Ages(),
        Nationalities(),
        RareConditions(),
        UniquePersons(),
        Circumstances(),
    )
