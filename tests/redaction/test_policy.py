"""Profiles, policy files of a deployment, and what of a wrong one is said."""

from __future__ import annotations

from importlib import resources
from pathlib import Path

import pytest

from redaction import Policy, PolicyInvalid, Redactor
from redaction.particulars.details import with_details
from redaction.policy import PROFILES, Operator
from redaction.span import Span, SpanGroup, SpanType

DEFAULT = resources.files("redaction.data").joinpath("policy.toml").read_text(encoding="utf-8")
ACCOUNT = [
    "Officer Ludo Threlkeld-Maas, deputy head of the Northern Division, came on Tuesday 10 June 2025.",
    "Ifeanyi Obasanjo-Reyes, aged 34, a Ghanaian national with Huntington's disease, is the only Ghanaian man on the "
    "wing whom Officer Threlkeld-Maas knew. He was then sixteen. He arrived in March 2024.",
    "The visit took place from 3 to 5 March 2025. Of the men, 34 per cent were Polish.",
]
QUASI = (
    "34,",
    "sixteen",
    "Ghanaian",
    "Huntington",
    "10 June",
    "March 2024",
    "only",
    "deputy head",
    "Northern Division",
)


@pytest.fixture(scope="module")
def strict() -> Redactor:
    return Redactor(Policy.named("strict"))


def test_strict_replaces_what_default_generalises_or_keeps() -> None:
    default, strict = Policy.named("default"), Policy.named("strict")
    assert strict.version != default.version and strict.mask_doubts and not default.mask_doubts
    for kind in SpanType:
        if kind.group is SpanGroup.QUASI:
            assert strict.operators[kind] is Operator.REPLACE
        else:
            assert strict.operators[kind] is default.operators[kind]
    assert strict.direct_threshold == default.direct_threshold


def test_strict_leaves_no_quasi_identifier_and_no_statistic_less(strict: Redactor) -> None:
    result = strict.redact(ACCOUNT)
    people = "\n".join(result.segments[:2])
    assert not [left for left in QUASI if left in people]
    assert "Threlkeld" not in people and "Obasanjo" not in people
    assert result.segments[2] == ACCOUNT[2]
    assert not [item for item in result.review if SpanType(item.type).group is SpanGroup.QUASI]
    assert result.policy_version.startswith("2026.1-strict+")


def test_default_raises_what_strict_masks(redactor: Redactor, strict: Redactor) -> None:
    raised = {(i.segment, i.start, i.end) for i in redactor.redact(ACCOUNT).review if SpanType(i.type).group == "quasi"}
    assert raised
    masked = [(s.segment, s.start, s.end) for s in strict.redact(ACCOUNT).spans]
    for segment, start, end in raised:
        covered = {at for where, first, last in masked if where == segment for at in range(first, last)}
        words = {at for at in range(start, end) if ACCOUNT[segment][at].isalnum()}
        assert words <= covered


def test_strict_twice_is_strict_once(strict: Redactor) -> None:
    once = strict.redact(ACCOUNT).segments
    assert strict.redact(list(once)).segments == once


def test_details_are_cut_around_names_and_earlier_pseudonyms() -> None:
    text = "the only man whom Aba knew on [CELL] wing"
    name = Span(18, 21, SpanType.NAME, 0.9, ("n",))
    age = Span(4, 8, SpanType.AGE, 0.9, ("a",))
    doubt = Span(0, 41, SpanType.INDIRECT, 0.3, ("d",))
    found = with_details(text, [age, name], [doubt], [(30, 36)])
    assert [(text[s.start : s.end], s.type) for s in found] == [
        ("the only man whom", SpanType.INDIRECT), ("Aba", SpanType.NAME), ("knew on", SpanType.INDIRECT),
        ("wing", SpanType.INDIRECT),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('version = "2026.1"', "", "version"),
        ('version = "2026.1"', "version = 7", "version"),
        ('version = "2026.1"', 'version = "a|b"', "version"),
        ('CELL = "replace"', "", "CELL"),
        ('CELL = "replace"', 'CELL = "keep"', "direct"),
        ('CELL = "replace"', 'CELL = "shred"', "CELL"),
        ('CELL = "replace"', 'CELL = ["replace"]', "CELL"),
        ('NAME = "pseudonym"', 'NAME = "replace"', "NAME"),
        ('AGE = "generalise"', 'AGE = "pseudonym"', "AGE"),
        ('AGE = "generalise"', 'AGE = "generalise"\nSHOE_SIZE = "replace"', "operators"),
        ('CELL = "CELL"', 'CELL = "GETUIGE"', "CELL"),
        ('CELL = "CELL"', "", "CELL"),
        ("direct = 0.3", "direct = 0.9", "direct"),
        ("direct = 0.3", "direct = nan", "direct"),
        ("direct = 0.3", "direct = true", "direct"),
        ("direct = 0.3", "", "direct"),
        ("name_points = 4", "name_points = 4.5", "name_points"),
        ("characters = 1500000", "characters = 0", "characters"),
        ("rounds = 3", "rounds = 3\nround = 4", "limits"),
        ("[limits]", "mask_doubts = true\n[limits]", "thresholds"),
        ("[operators]", 'mask_doubts = "yes"\n[operators]', "mask_doubts"),
        ("names = []", 'names = "Ada Example"', "names"),
        ("names = []", 'names = ["Example"]', "full name"),
        ("names = []", 'names = ["Minister Example"]', "full name"),
        ("[limits]", "[limits", "TOML"),
        ("[limits]", "[[limits]]", "limits"),
    ],
)
def test_a_wrong_policy_file_is_refused_with_the_place(tmp_path: Path, old: str, new: str, told: str) -> None:
    assert old in DEFAULT
    path = tmp_path / "ours.toml"
    # Only the first: the word of an operator is a label too.
    at = DEFAULT.index(old) if not old.startswith('CELL = "CELL') else DEFAULT.rindex(old)
    path.write_text(DEFAULT[:at] + new + DEFAULT[at + len(old) :], "utf-8")
    with pytest.raises(PolicyInvalid, match=told) as caught:
        Policy.chosen(str(path))
    assert caught.value.hint and caught.value.code == "policy_invalid"


@pytest.mark.parametrize("data", [None, b"\xff\xfe", b"#" * 1_000_001])
def test_a_file_that_cannot_be_read_is_refused(tmp_path: Path, data: bytes | None) -> None:
    path = tmp_path / "ours.toml"
    if data is not None:
        path.write_bytes(data)
    with pytest.raises(PolicyInvalid):
        Policy.chosen(str(path))
    with pytest.raises(PolicyInvalid):
        Policy.chosen(str(tmp_path))
    with pytest.raises(PolicyInvalid):
        Policy.named(str(path))


def test_a_policy_of_the_deployment_is_used_and_its_content_is_part_of_its_version(tmp_path: Path) -> None:
    path = tmp_path / "ours.toml"
    path.write_text(DEFAULT.replace('AGE = "generalise"', 'AGE = "keep"'), "utf-8")
    first = Policy.chosen(str(path))
    assert first.operators[SpanType.AGE] is Operator.KEEP
    path.write_text(DEFAULT.replace('AGE = "generalise"', 'AGE = "replace"'), "utf-8")
    versions = {first.version, Policy.chosen(str(path)).version, Policy.chosen("default").version}
    assert len(versions) == 3
    assert all("|" not in version for version in versions)
    assert all(Policy.named(name).version for name in PROFILES)
