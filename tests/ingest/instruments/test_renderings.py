"""One text in many formats gives one instrument: articles, paragraphs and letters, word for word."""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path

import pytest

from ingest.instruments.instrument import Instrument
from ingest.instruments.reader import read_instrument
from ingest.intake.file import take_in_bytes
from ingest.readers import read

sys.path.insert(0, str(Path(__file__).parent))

import invented_treaty as invented
import renderings

_FORMS = {
    "html": renderings.as_html,
    "html of divisions": lambda instrument: renderings.as_html(instrument, tables=True),
    "pdf": lambda instrument: renderings.as_pdf(instrument, columns=1),
    "pdf of two columns": lambda instrument: renderings.as_pdf(instrument, columns=2),
}


def _again(instrument: Instrument, form: str) -> Instrument:
    file = take_in_bytes(f"instrument.{form[:4].strip()}", _FORMS[form](instrument))
    return read_instrument(file.name, file.media, read(file))


def _texts(instrument: Instrument) -> dict[str, str]:
    return {str(provision.reference): provision.text for provision in instrument.provisions}


def _published(*wanted: str) -> list[Instrument]:
    shared = os.environ.get("OPCAT_SHARED")
    if not shared:
        pytest.skip("OPCAT_SHARED is unset: the official texts are not at hand")
    paths = sorted(Path(shared, "instruments", "treaties").glob("*.md"))
    chosen = [path for path in paths if not wanted or path.name.partition("_")[0] in wanted]
    return [read_instrument(path.name, "markdown", path.read_bytes()) for path in chosen]


_THINGS = ("gate", "lantern", "well", "orchard", "bridge", "mill", "tower")
_CARES = ("painted", "counted", "swept", "shown to guests", "kept dry")


def _varied(match: re.Match[str]) -> str:
    """Another, longer sentence for each number: what is short and all alike is no treaty, and is read as furniture."""
    number = int(match[1])
    thing, care = _THINGS[number % 7], _CARES[number % 5]
    return (
        f"Each {thing} of town {number} shall be {care} before hour {number % 9 + 3}, and whoever keeps a {thing} "
        f"shall say to the council of {number % 4 + 2} elders how it was {care}, by whom, and what became of the "
        f"{thing}s that had been lost before."
    )


@pytest.mark.parametrize("form", ["html", "html of divisions", "pdf"])
def test_an_invented_treaty_is_the_same_in_every_form(form: str) -> None:
    markdown = re.sub(r"Sentence number (\d+) of the .*? is short\.", _varied, invented.markdown())
    instrument = read_instrument("file", "markdown", markdown.encode())
    again = _again(instrument, form)
    assert again.missing == ()
    assert _texts(again) == _texts(instrument)


@pytest.mark.shared
@pytest.mark.parametrize("form", _FORMS)
def test_the_protocol_is_the_same_in_every_form(form: str) -> None:
    (protocol,) = _published("OPCAT")
    again = _again(protocol, form)
    assert [reference.head for reference in again.articles] == [str(number) for number in range(1, 38)]
    assert _texts(again) == _texts(protocol)


@pytest.mark.shared
def test_every_treaty_is_the_same_as_a_page() -> None:
    published = _published()
    assert len(published) == 9
    for instrument in published:
        assert _texts(_again(instrument, "html")) == _texts(instrument), instrument.id


@pytest.mark.shared
@pytest.mark.parametrize("name", ["CAT", "CRC", "ICCPR", "ECPT", "UDHR"])
def test_treaties_are_the_same_as_a_print_of_two_columns(name: str) -> None:
    (instrument,) = _published(name)
    assert _texts(_again(instrument, "pdf of two columns")) == _texts(instrument)


@pytest.mark.shared
def test_the_protocol_has_its_paragraphs_and_letters() -> None:
    (protocol,) = _published("OPCAT")
    found = {reference.partition(":")[2] for reference in _texts(protocol)}
    assert {"1", "4(1)", "4(2)", "6(2)(d)", "7(1)(d)", "7(2)(c)", "11(a)", "11(b)(iv)", "11(c)", "12(d)"} <= found
    assert {"14(1)(e)", "18(4)", "19(a)", "19(b)", "19(c)", "20(a)", "20(f)", "21(1)", "21(2)", "22", "23"} <= found
    assert {"36(b)", "37(2)"} <= found
    assert not {"19(d)", "20(g)", "21(3)", "38"} & found


@pytest.mark.shared
def test_of_two_languages_only_the_english_is_read() -> None:
    dutch = re.compile(r"\b(?:het|een|wordt|zijn|voor|deze|partij)\b", re.IGNORECASE)
    for instrument in _published():
        strays = [str(provision.reference) for provision in instrument.provisions if dutch.search(provision.text)]
        assert strays == [], instrument.id
