"""Office holders stay named by their full names, and nobody else with them."""

from __future__ import annotations

import pytest

from redaction import Policy, PolicyInvalid, Redactor
from redaction.lexicon import lexicon
from redaction.names.officials import OfficeHolders

HOLDER = "Minister Jane Tollemache"


@pytest.fixture(scope="module")
def naming() -> Redactor:
    return Redactor(Policy.default().naming([HOLDER]))


def test_the_list_changes_the_version_whatever_its_order() -> None:
    policy = Policy.default()
    one = policy.naming(["Jane Tollemache", "Aron Fiskdal"])
    assert one.version == policy.naming(["Aron Fiskdal", "JANE TOLLEMACHE"]).version
    assert len({policy.version, one.version, policy.naming(["Jane Tollemache"]).version}) == 3
    assert policy.naming([]) is policy
    assert "Tollemache" not in one.version and "Tollemache" not in repr(one)
    assert Redactor(one).version != Redactor(policy).version


@pytest.mark.parametrize("name", ["Tollemache", "Minister Tollemache", "J. Tollemache", "", "Ada " + "x" * 100])
def test_less_than_a_full_name_is_refused(name: str) -> None:
    with pytest.raises(PolicyInvalid, match="office holder 1") as caught:
        Policy.default().naming([name])
    assert not name or name not in str(caught.value)


@pytest.mark.parametrize(
    "text",
    [
        "Minister Jane Tollemache replied.", "Dr. Jane Tollemache MP", "When JANE TOLLEMACHE came", "jane tollemache",
        "Home Secretary Jane Tollemache", "Minister of Justice and Home Affairs Jane Tollemache", "Jane\nTollemache's",
    ],
)  # fmt: skip
def test_the_full_name_is_found_with_any_title(text: str) -> None:
    (start, end), *more = OfficeHolders([HOLDER], lexicon()).read(text).touching(0, len(text))
    assert text[start:end].lower().replace("\n", " ") == "jane tollemache" and not more


@pytest.mark.parametrize(
    "text",
    [
        "Mary Jane Tollemache", "Officer Mary Jane Tollemache", "Jane Tollemache-Quist", "Jane Tollemache Quist",
        "Anne-Jane Tollemache", "Jane Tollemache K. Smith", "Jane and Tollemache", "Jane\x1eTollemache", "Tollemache",
    ],
)  # fmt: skip
def test_part_of_another_name_is_not_found(text: str) -> None:
    assert not OfficeHolders([HOLDER], lexicon()).read(text).touching(0, len(text))


def test_the_name_stays_everywhere_and_hides_nobody_elses(naming: Redactor) -> None:
    text = [
        "The Minister of Justice, Jane Tollemache, replied on 4 May 2025. JANE TOLLEMACHE signed the letter.",
        "Mr Peter Tollemache (A4821KX) wrote to Minister Jane Tollemache's office. Tollemache was moved to B wing.",
        "Ms Jane Oduya-Brandt, a nurse, had seen him. Jane said so to Jane Tollemache and Peter Tollemache.",
        "Mary Jane Tollemache visited her brother; Mr Tollemache thanked her.",
    ]
    result = naming.redact(text)
    whole = "\n".join(result.segments)
    assert result.clean
    assert result.segments[0] == text[0]
    assert whole.count("Jane Tollemache") == 3 and "Minister Jane Tollemache's office" in whole
    assert whole.upper().count("TOLLEMACHE") == 4
    for other in ("Peter", "Oduya", "Brandt", "Mary", "A4821KX"):
        assert other not in whole
    assert whole.count("Jane") == 3
    assert not [item for item in result.review if item.type == "NAME"]


def test_the_name_stays_under_the_strict_profile() -> None:
    strict = Redactor(Policy.named("strict").naming([HOLDER]))
    text = [
        "Mr Peter Tollemache wrote to Minister Jane Tollemache's office. He was the only man who knew Jane Tollemache."
    ]
    result = strict.redact(text)
    assert result.segments[0].count("Jane Tollemache") == 2 and result.clean
    assert "only man" not in result.segments[0] and "Peter" not in result.segments[0]


def test_without_the_list_the_name_goes(redactor: Redactor) -> None:
    assert "Tollemache" not in redactor.redact(["The Minister of Justice, Jane Tollemache, replied."]).segments[0]


def test_a_persons_mask_wins_over_the_list(naming: Redactor) -> None:
    from redaction.checking.decisions import Action, Decision, Decisions, Scope
    from redaction.checking.surface import SurfaceHash

    digest = SurfaceHash(b"salt").of("Jane Tollemache")
    decisions = Decisions(b"salt", [Decision(Action.MASK, Scope.DOCUMENT, "NAME", digest, 2)])
    text = "The Minister of Justice, Jane Tollemache, replied."
    assert "Tollemache" in naming.redact([text]).segments[0]
    assert "Tollemache" not in naming.redact([text], decisions).segments[0]
