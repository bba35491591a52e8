"""Provisions say where their words come from and how far they were checked."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from api.cli.main import run


@pytest.mark.parametrize(
    ("reference", "canonical", "checked", "label"),
    [
        ("article 19 (b) of the Optional Protocol", "OPCAT:19(b)", "text", "compared with the official text"),
        ("Mandela Rule 44", "NMR:44", "public", "published material"),
        ("EPR 53A", "EPR:53A", "unchecked", "not yet compared"),
        ("CPT:GR2(48)", "CPT:GR2(48)", "unchecked", "not yet compared"),
        ("CPT:INF2015-44", "CPT:INF2015-44", "unchecked", "not yet compared"),
    ],
)
def test_a_provision_says_how_far_it_was_checked(
    home: Path, capsys: pytest.CaptureFixture[str], reference: str, canonical: str, checked: str, label: str
) -> None:
    assert run(["--home", str(home), "instruments", "show", reference, "--json"]) == 0
    (provision,) = json.loads(capsys.readouterr().out)["provisions"]
    assert (provision["reference"], provision["checked"]) == (canonical, checked)
    assert run(["--home", str(home), "instruments", "show", reference]) == 0
    assert label in " ".join(capsys.readouterr().out.split())
