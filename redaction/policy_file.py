"""A policy file as a deployment writes it, checked key by key."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from typing import Any

from redaction.errors import PolicyInvalid
from redaction.span import SpanGroup, SpanType

# No "|": the version is one field of the stamp that is stored with a document.
_VERSION = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,39}")
_TABLES = {
    "operators": {kind.value for kind in SpanType},
    "labels": {kind.value for kind in SpanType} - {SpanType.NAME.value},
    "thresholds": {"direct", "quasi", "review", "name_points", "review_points"},
    "limits": {"characters", "rounds"},
    "office_holders": {"names"},
}
_GENERALISED = frozenset({SpanType.AGE, SpanType.DATE_PERSONAL})
_MOST_HOLDERS = 1000


class PolicyFile:
    """The content of a policy file; each question either has a valid answer or raises :class:`PolicyInvalid`."""

    def __init__(self, text: str) -> None:
        """Parse ``text``.

        Raises:
            PolicyInvalid: it is no TOML, or has an unknown key.
        """
        try:
            self._data: dict[str, Any] = tomllib.loads(text)
        except (tomllib.TOMLDecodeError, RecursionError) as error:
            raise PolicyInvalid("the policy is not valid TOML", hint="see redaction/data/policy.toml") from error
        _known("the policy", self._data, {"version", "mask_doubts", *_TABLES})
        for table, keys in _TABLES.items():
            _known(f"[{table}]", self._table(table), keys)

    def version(self) -> str:
        """Return the version."""
        version = self._data.get("version")
        if not isinstance(version, str) or not _VERSION.fullmatch(version):
            raise PolicyInvalid(
                "the policy has no valid version",
                hint='write version = "..." at the top: 1 to 40 letters, digits, dots, hyphens or underscores',
            )
        return version

    def flag(self, key: str) -> bool:
        """Return a switch, false where it is not set."""
        value = self._data.get(key, False)
        if not isinstance(value, bool):
            raise PolicyInvalid(f"{key} must be true or false", hint="write it without quotation marks")
        return value

    def operators(self) -> dict[str, str]:
        """Return the name of the operator for every type."""
        operators = self._table("operators")
        missing = [kind.value for kind in SpanType if kind.value not in operators]
        if missing:
            raise PolicyInvalid(
                f"policy without an operator for {', '.join(missing)}", hint="give each type one under [operators]"
            )
        kept = [kind.value for kind in SpanType if kind.group is SpanGroup.DIRECT and operators[kind.value] == "keep"]
        if kept:
            raise PolicyInvalid(
                f"a policy cannot keep direct identifiers: {', '.join(kept)}", hint="choose another operator"
            )
        for kind in SpanType:
            possible = _possible(kind)
            if operators[kind.value] not in possible:
                raise PolicyInvalid(
                    f"unknown operator for {kind.value}", hint=f"it can be {' or '.join(possible)}, nothing else"
                )
        return {str(kind): str(name) for kind, name in operators.items()}

    def labels(self) -> dict[str, str]:
        """Return the words in brackets; those that the second pass knows for redacted text, no others."""
        from redaction.pseudonym import PSEUDONYM

        labels = self._table("labels")
        for kind, label in labels.items():
            if not isinstance(label, str) or not PSEUDONYM.fullmatch(f"[{label}]"):
                raise PolicyInvalid(
                    f"unknown label for {kind}", hint="use the labels of redaction/data/policy.toml, or leave it out"
                )
        # A type without a label of its own would be written as its name.
        for kind in SpanType:
            if kind is not SpanType.NAME and kind.value not in labels:
                raise PolicyInvalid(f"policy without a label for {kind.value}", hint="give it one under [labels]")
        return dict(labels)

    def number(self, table: str, key: str, low: float, high: float) -> float:
        """Return a number from ``low`` to ``high``."""
        value = self._table(table).get(key)
        # Written so that nan, which compares with nothing, is refused too.
        if isinstance(value, bool) or not isinstance(value, int | float) or not low <= value <= high:
            raise PolicyInvalid(f"{table}.{key} is missing or out of range", hint=f"choose {low:g} to {high:g}")
        return float(value)

    def whole(self, table: str, key: str, low: int, high: int) -> int:
        """Return a whole number from ``low`` to ``high``."""
        number = self.number(table, key, low, high)
        if number != int(number):
            raise PolicyInvalid(f"{table}.{key} must be a whole number", hint=f"choose {low} to {high}")
        return int(number)

    def names(self) -> tuple[str, ...]:
        """Return the office holders who stay named."""
        names = self._table("office_holders").get("names", [])
        if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
            raise PolicyInvalid("office_holders.names must be a list of names", hint='["Minister Jane Example"]')
        if len(names) > _MOST_HOLDERS:
            raise PolicyInvalid("too many office holders", hint=f"list at most {_MOST_HOLDERS}")
        return tuple(names)

    def _table(self, name: str) -> Mapping[str, Any]:
        table = self._data.get(name, {})
        if not isinstance(table, dict):
            raise PolicyInvalid(f"{name} must be a table", hint=f"write [{name}] on a line of its own")
        return table


def _known(where: str, found: Mapping[str, Any], known: set[str]) -> None:
    unknown = sorted(set(found) - known)
    if unknown:
        # Keys are written by the deployment, yet a name may have slipped among them: say where, not what.
        raise PolicyInvalid(
            f"{len(unknown)} unknown {'key' if len(unknown) == 1 else 'keys'} in {where}",
            hint=f"known: {', '.join(sorted(known))}",
        )


def _possible(kind: SpanType) -> tuple[str, ...]:
    """Return the operators that mean something for a type."""
    if kind is SpanType.NAME:
        return ("pseudonym",)
    if kind.group is SpanGroup.DIRECT:
        return ("replace",)
    return ("generalise", "replace", "keep") if kind in _GENERALISED else ("replace", "keep")
