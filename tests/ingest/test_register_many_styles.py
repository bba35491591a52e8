"""Styles in which bodies of many countries recommend, judge and reply, and authorities answer (``styles.toml``)."""

import tomllib
from pathlib import Path
from typing import Any

import pytest
from report_builder import report

from ingest.metadata.extraction import read_metadata
from ingest.passage import DocumentKind, RegisterEntry
from ingest.register.extraction import extract_register

STYLES = tomllib.loads((Path(__file__).parent / "styles.toml").read_text("utf-8"))["style"]
ASKING = {"recommendation", "request_for_information", "area_for_improvement", "housekeeping"}


def entries_of(style: dict[str, Any]) -> tuple[RegisterEntry, ...]:
    built = report(*style["lines"])
    kind = DocumentKind(style["kind"])
    return extract_register(built, "d-1", kind, read_metadata(built, "a.txt", kind, None))


def fits(expected: list[str], found: RegisterEntry) -> bool:
    kind, number, text, addressee, status = expected
    return (
        found.kind == kind
        and text in str(found.text)
        and number in ("", found.number)
        and addressee in ("", found.addressee)
        and status in ("", found.status_claimed, found.status_verified)
    )


@pytest.mark.parametrize("style", STYLES, ids=[style["name"] for style in STYLES])
def test_every_entry_is_found_with_its_fields(style: dict[str, Any]) -> None:
    found = entries_of(style)
    missing = [each for each in style["entries"] if not any(fits(each, one) for one in found)]
    assert not missing


@pytest.mark.parametrize("style", STYLES, ids=[style["name"] for style in STYLES])
def test_nothing_else_is_asked_for(style: dict[str, Any]) -> None:
    expected = [text for kind, _, text, *_ in style["entries"] if kind in ASKING]
    found = [str(one.text) for one in entries_of(style) if one.kind in ASKING]
    # One sentence of a German report obliges and goes on to say how: both halves may be read as recommendations.
    surplus = [text for text in found if not any(each in text for each in expected) and "must not infringe" not in text]
    assert not surplus
