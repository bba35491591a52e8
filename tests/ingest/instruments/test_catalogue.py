from __future__ import annotations

import json
import os
import re
from pathlib import Path

import pytest

from ingest.instruments.catalogue import CHECKED, load_catalogue
from ingest.instruments.reference import parse_reference
from ingest.taxonomy import PLACE_TYPES, THEMES

_RUN = 8


def test_every_article_of_the_optional_protocol_is_covered() -> None:
    articles = {e.reference.head for e in load_catalogue().entries if e.reference.instrument == "OPCAT"}
    assert articles == {"PREAMBLE", *map(str, range(1, 38))}


def test_references_are_unique_canonical_and_in_a_stable_order() -> None:
    references = [entry.reference for entry in load_catalogue().entries]
    assert len(set(references)) == len(references)
    assert references == sorted(references, key=lambda ref: ref.sort_key)
    assert all(parse_reference(str(reference)) == reference for reference in references)


def test_entries_are_complete() -> None:
    for entry in load_catalogue().entries:
        assert entry.heading, entry.reference
        assert entry.gist.endswith("."), entry.reference
        assert len(entry.gist) <= 500, entry.reference
        assert 1 <= len(re.findall(r"[.;]\s|\.$", entry.gist)) <= 6, entry.reference
        assert entry.checked in CHECKED
        assert entry.themes, entry.reference
        assert set(entry.themes) <= set(THEMES), entry.reference
        assert set(entry.place_types) <= set(PLACE_TYPES), entry.reference


def test_search_text_names_the_provision_and_keeps_terms_out_of_the_gist() -> None:
    entry = load_catalogue().find(parse_reference("OPCAT:21(2)"))[0]
    assert entry.search_text.startswith("OPCAT, art. 21(2).")
    assert "data protection" in entry.search_text
    assert "data protection" not in entry.gist


def test_find_gives_parts_of_an_article_or_the_nearest_above() -> None:
    catalogue = load_catalogue()
    found = [str(entry.reference) for entry in catalogue.find(parse_reference("OPCAT:19"))]
    assert found == ["OPCAT:19", "OPCAT:19(a)", "OPCAT:19(b)", "OPCAT:19(c)"]
    assert [str(e.reference) for e in catalogue.find(parse_reference("NMR:43(1)"))] == ["NMR:43"]
    assert catalogue.find(parse_reference("OPCAT:99")) == ()


def _words(text: str) -> list[str]:
    return re.findall(r"[a-z0-9]+", text.lower().replace("'", "").replace("’", ""))


@pytest.mark.shared
def test_no_gist_copies_an_official_text() -> None:
    shared = os.environ.get("OPCAT_SHARED")
    if not shared:
        pytest.skip("OPCAT_SHARED is unset: the official texts are not at hand")
    runs: set[tuple[str, ...]] = set()
    texts = [path.read_text("utf-8") for path in sorted(Path(shared, "instruments", "treaties").glob("*.md"))]
    for path in sorted(Path(shared, "instruments", "articles").glob("*.json")):
        texts.append(" ".join(article["text"] for article in json.loads(path.read_text("utf-8"))["articles_en"]))
    for text in texts:
        words = _words(re.sub(r"\]\([^)]*\)", "]", text))
        runs.update(zip(*(words[start:] for start in range(_RUN)), strict=False))
    assert len(runs) > 50_000
    copied = []
    for entry in load_catalogue().entries:
        words = _words(f"{entry.heading}. {entry.gist}")
        copied += [
            (str(entry.reference), run) for run in zip(*(words[i:] for i in range(_RUN)), strict=False) if run in runs
        ]
    assert copied == []


@pytest.mark.shared
def test_entries_checked_against_the_text_name_provisions_that_exist() -> None:
    shared = os.environ.get("OPCAT_SHARED")
    if not shared:
        pytest.skip("OPCAT_SHARED is unset: the official texts are not at hand")
    from ingest.instruments.reader import read_instrument

    treaties = [
        read_instrument(path.name, "markdown", path.read_bytes())
        for path in sorted(Path(shared, "instruments", "treaties").glob("*.md"))
    ]
    by_id = {instrument.id: instrument for instrument in treaties}
    lacking = [
        str(entry.reference)
        for entry in load_catalogue().entries
        if entry.checked == "text" and not by_id[entry.reference.instrument].under(entry.reference)
    ]
    assert lacking == []
    covered = {entry.reference for entry in load_catalogue().entries}
    assert [str(p.reference) for p in by_id["OPCAT"].provisions if p.reference not in covered] == []
