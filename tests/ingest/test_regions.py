"""Documents of bodies of a part of a State, and what only sounds like a State."""

from __future__ import annotations

import pytest
from report_builder import report

from ingest.metadata.extraction import read_metadata
from ingest.metadata.state_names import listed, wholes
from ingest.passage import DocumentKind


@pytest.mark.parametrize(
    ("lines", "state"),
    [
        (("^ Commission against Torture of Baden-Württemberg",), "Baden-Württemberg"),
        (("^ République et Canton de Neuchâtel | Commission des visiteurs",), "Canton of Neuchâtel"),
        (("GOVERNO DO ESTADO DO CEARÁ", "# Inspection of Elm Prison"), "Ceará"),
        (("THE POLICE, ENUGU STATE COMMAND", "# Inspection of Elm Prison"), "Enugu State"),
        # A body of the whole that went there, and an office of the part to which it writes.
        (("^ Federal Committee of Germany", "# Visit to the Land of Hessen"), "Germany"),
        (("# Visit to Elm Prison, Mexico", "Secretary of Health of the State of Chiapas"), "Mexico"),
    ],
)
def test_part_of_a_state(lines: tuple[str, ...], state: str) -> None:
    assert read_metadata(report(*lines), "x", DocumentKind.VISIT_REPORT, None).jurisdiction == state


def test_a_part_belongs_to_its_whole() -> None:
    assert wholes("Canton of Zug") == ("Switzerland",) and wholes("Enugu State") == ("Nigeria",)


@pytest.mark.parametrize(
    "text", ["the Indian Ocean", "English summary of the report", "abridged in French", "Gulf of Guinea"]
)
def test_what_sounds_like_a_state(text: str) -> None:
    assert listed(text) is None
