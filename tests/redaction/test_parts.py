"""The parts of redaction that work without models."""

from __future__ import annotations

import itertools
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redaction.checking.doubts import doubts
from redaction.checking.surface import SurfaceHash
from redaction.errors import PolicyInvalid
from redaction.names.propagation import key_of
from redaction.normalise import fold, normalise
from redaction.particulars import generalise
from redaction.particulars.offices import OFFICE
from redaction.policy import Operator, Policy
from redaction.pseudonym import PSEUDONYM, Linker, NamedSpan
from redaction.rendering import render
from redaction.result import Redaction, ReviewItem
from redaction.span import Span, SpanType
from redaction.text import seal
from redaction.union import unite


@given(st.text(max_size=80))
def test_normalised_offsets_lead_back(text: str) -> None:
    """Every range of the analysis text maps to a range of the original, in order and without a gap."""
    result = normalise(text)
    last = 0
    for index in range(len(result.text)):
        start, end = result.original(index, index + 1)
        assert last <= start <= end <= len(text)
        last = start
    assert result.original(0, len(result.text))[1] <= len(text)


@given(st.lists(st.tuples(st.integers(0, 60), st.integers(1, 20), st.sampled_from(list(SpanType))), max_size=12))
def test_united_spans_do_not_overlap_and_lose_no_direct_character(raw: list[tuple[int, int, SpanType]]) -> None:
    """Whatever comes in, what is direct stays covered."""
    spans = [Span(start, start + length, kind, 0.9, ("d",)) for start, length, kind in raw]
    united = unite(spans)
    for first, second in itertools.pairwise(united):
        assert first.end <= second.start
    covered = {index for span in united for index in range(span.start, span.end)}
    for span in spans:
        if span.type.group.value == "direct":
            assert covered.issuperset(range(span.start, span.end))


def test_earlier_pseudonyms_are_protected() -> None:
    """A span over a pseudonym is dropped."""
    text = "Mr [DETAINEE 1] left"
    protected = [match.span() for match in PSEUDONYM.finditer(text)]
    assert unite([Span(4, 14, SpanType.NAME, 0.9, ("d",))], protected) == []


def test_fold_and_key() -> None:
    """Spellings of one name compare equal."""
    assert fold("Ağrı") == fold("AGRI") == fold("Agri")
    assert key_of("Rados1aw") == key_of("Radosław")
    assert key_of("Fa'alogo") == key_of("Fa’alogo")


def test_linking() -> None:
    """Surname and damaged forms find their bearer; another given name is another person."""
    labels = Linker(frozenset({"de"})).link(
        [
            NamedSpan(0, "Amadou Tessema", "DETAINEE"),
            NamedSpan(50, "Tessema", None),
            NamedSpan(90, "TESSEMA", None),
            NamedSpan(120, "Liya Tessema", "RELATIVE"),
            NamedSpan(160, "A. Tessema", None),
            NamedSpan(200, "Tesema", None),
        ]
    )
    assert labels[0] == labels[90] == labels[160] == labels[50] == "[DETAINEE 1]" or labels[0] == labels[50]
    assert labels[0] == "[DETAINEE 1]" and labels[120] == "[RELATIVE 1]" and labels[160] == labels[0]


def test_numbers_go_on_after_earlier_pseudonyms() -> None:
    """A text that was redacted before keeps its numbers apart from new ones."""
    labels = Linker(frozenset(), ["[PERSON 3] spoke"]).link([NamedSpan(0, "Ilmari Kettunen", None)])
    assert labels[0] == "[PERSON 4]"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("aged 34", "in their 30s"),
        ("34-year-old", "[30- to 39-year-old]"),
        ("17", "in their teens"),
        ("8", "[under 10]"),
        ("aged 93", "[over 90]"),
        ("elderly", "[age]"),
    ],
)
def test_ages(text: str, expected: str) -> None:
    """Ages become decades."""
    assert generalise.age(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("9 January 2025", "[date in 2025]"), ("12.05.24", "[date in 2024]"), ("Easter Monday", "[date]")],
)
def test_dates(text: str, expected: str) -> None:
    """Personal dates become years."""
    assert generalise.date(text) == expected


def test_rendering_maps_back() -> None:
    """Offsets of the output lead to the original, around and between replacements."""
    rendering = render("Ann met Bob here", [(0, 3, "[PERSON 1]"), (8, 11, "[PERSON 2]")])
    assert rendering.text == "[PERSON 1] met [PERSON 2] here"
    where = rendering.text.index("met")
    assert rendering.original(where, end=False) == 4
    here = rendering.text.index("here")
    assert rendering.original(here, end=False) == 12
    assert rendering.replaced(0, 3) and not rendering.replaced(where, where + 3)


def test_policy_never_keeps_direct_identifiers() -> None:
    """A policy that leaves names alone is refused."""
    from importlib import resources

    text = resources.files("redaction.data").joinpath("policy.toml").read_text(encoding="utf-8")
    assert Policy.from_toml(text).operators[SpanType.NAME] is Operator.PSEUDONYM
    with pytest.raises(PolicyInvalid, match="NAME"):
        Policy.from_toml(text.replace('NAME = "pseudonym"', 'NAME = "keep"'))
    with pytest.raises(PolicyInvalid, match="CELL"):
        Policy.from_toml(text.replace('CELL = "replace"\n', "", 1))


def test_import_is_light() -> None:
    """Importing the package loads no model library."""
    code = "import sys, redaction; from redaction import RedactedText, Policy; print([m for m in ('spacy', 'presidio_analyzer') if m in sys.modules])"  # noqa: E501
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_a_relative_of_the_same_name_is_somebody_else() -> None:
    """The surname alone, before "his cousin" with that name, is not the cousin's."""
    labels = Linker(frozenset()).link(
        [
            NamedSpan(10, "Obasanjo", "DETAINEE"),
            NamedSpan(60, "Kemi Obasanjo", "RELATIVE"),
            NamedSpan(90, "Obasanjo", None),
        ]
    )
    assert labels == {10: "[DETAINEE 1]", 60: "[RELATIVE 1]", 90: "[DETAINEE 1]"}


def test_offices_are_asked_together_and_each_is_counted() -> None:
    text = "The Governor, Ann Obasanjo, and the Matron, Bo Adeyemi, spoke of the prisoner, a bell-founder."
    offices = [ReviewItem(0, 4, 12, "ROLE_UNIQUE", OFFICE), ReviewItem(0, 36, 42, "ROLE_UNIQUE", OFFICE)]
    other = ReviewItem(0, 81, 93, "INDIRECT", "told of one person")
    redaction = Redaction((seal(text),), (), (*offices, other), (), "en", "1", frozenset())
    found = doubts([text], redaction, SurfaceHash(b"salt"), 0.5)
    assert [(doubt.type, doubt.times, len(doubt.each)) for doubt in found] == [
        ("ROLE_UNIQUE", 2, 2),
        ("INDIRECT", 1, 1),
    ]
    assert len({each.digest for each in found[0].each}) == 2 and len(redaction.review) == 3
