"""Publication tiers: unknown is internal, results carry the most careful tier and do not mix them unasked."""

from __future__ import annotations

from typing import Any

import pytest

from assistant.tiers import MixedTiers, Standing, documents_in, stamped, standing_of
from ingest.tier import Tier, set_tier, tiers_of


class _Noting:
    """A ledger whose notes stay in memory, over the documents of another."""

    def __init__(self, ledger: Any) -> None:
        self._ledger, self.notes = ledger, dict[str, str]()

    def meta(self, name: str) -> str | None:
        return self.notes.get(name)

    def set_meta(self, name: str, value: str | None, *, done: tuple[str, str] | None = None) -> None:
        self.done = done
        self.notes.pop(name, None) if value is None else self.notes.update({name: value})

    def documents_of(self, ids: Any) -> Any:
        return self._ledger.documents_of(ids)


class _Library:
    def __init__(self, ledger: Any) -> None:
        self.ledger = ledger


def _noting(library: Any) -> tuple[Any, list[str]]:
    names = [one.document_id for one in library.ledger.documents() if one.kind.value == "visit_report"]
    return _Library(_Noting(library.ledger)), names


def test_unknown_is_internal_and_a_person_decides(library: Any) -> None:
    noting, names = _noting(library)
    assert set(tiers_of(noting.ledger, names).values()) == {Tier.INTERNAL}
    set_tier(noting.ledger, names[0], Tier.PUBLIC)
    assert tiers_of(noting.ledger, names)[names[0]] is Tier.PUBLIC
    assert noting.ledger.done == ("tier_public", names[0])
    set_tier(noting.ledger, names[0], None)
    assert noting.ledger.done == ("tier_unknown", names[0])
    assert tiers_of(noting.ledger, names)[names[0]] is Tier.INTERNAL


def test_a_result_carries_the_most_careful_tier_and_mixes_none_unasked(library: Any) -> None:
    noting, names = _noting(library)
    result = {"rows": [{"document_id": name} for name in names[:2]]}
    assert stamped(noting, result, mix=False)["protection"]["tier"] == "internal"
    set_tier(noting.ledger, names[0], Tier.PUBLIC)
    with pytest.raises(MixedTiers) as raised:
        stamped(noting, result, mix=False)
    assert raised.value.code == "mixed_tiers" and "1 public, 1 internal" in raised.value.message
    told = stamped(noting, result, mix=True)["protection"]
    assert told["tier"] == "internal" and told["tiers"] == {"public": 1, "internal": 1}
    assert standing_of(noting, names[:1]).checked(mix=False).tier is Tier.PUBLIC


def test_nothing_behind_a_result_has_no_tier() -> None:
    assert Standing({}).tier is None and not Standing({}).mixed
    assert documents_in({"a": [{"document_id": "d-1"}, {"b": {"document_id": "d-2"}}], "document_id": None}) == {
        "d-1",
        "d-2",
    }
