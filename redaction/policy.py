"""The redaction policy: data that says what happens to each type of identifier."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from hashlib import sha256
from importlib import resources
from pathlib import Path

from redaction.errors import PolicyInvalid
from redaction.normalise import fold
from redaction.span import SpanType

# The policies that come with the package, by the name that settings use.
PROFILES = {"default": "policy.toml", "strict": "policy_strict.toml"}
_LONGEST_FILE = 1_000_000
_DIGEST = 8


class Operator(StrEnum):
    """What is done with a span."""

    PSEUDONYM = "pseudonym"
    GENERALISE = "generalise"
    REPLACE = "replace"
    KEEP = "keep"


@dataclass(frozen=True)
class Policy:
    """One version of the rules; stored with each document by its version.

    Attributes:
        version: changes whenever a rule changes.
        operators: what to do per type; every type is present.
        labels: the word in brackets per type.
        direct_threshold: score from which a direct identifier is masked.
        quasi_threshold: score from which a quasi identifier is masked.
        review_threshold: masked spans below this score are shown for review.
        name_points: points of evidence that make a run of words a name.
        review_points: points that make it a doubtful case for review.
        max_characters: longest document, in code points.
        max_rounds: how often residue is fed back before the document is held.
        mask_doubts: quasi identifiers that would be raised for review are masked instead.
        office_holders: names that stay, by decision of the deployment.
    """

    version: str
    operators: Mapping[SpanType, Operator]
    labels: Mapping[SpanType, str]
    direct_threshold: float
    quasi_threshold: float
    review_threshold: float
    name_points: int
    review_points: int
    max_characters: int
    max_rounds: int
    mask_doubts: bool = False
    office_holders: tuple[str, ...] = field(default=(), repr=False)

    @classmethod
    def default(cls) -> Policy:
        """Return the policy shipped with the package."""
        return cls.named("default")

    @classmethod
    def named(cls, name: str) -> Policy:
        """Return a policy shipped with the package.

        Args:
            name: ``default``, or ``strict``, which removes every quasi identifier.

        Raises:
            PolicyInvalid: there is no such policy.
        """
        if name not in PROFILES:
            raise PolicyInvalid(
                "there is no redaction profile of that name", hint=f"choose {', '.join(PROFILES)} or a policy file"
            )
        text = resources.files("redaction.data").joinpath(PROFILES[name]).read_text(encoding="utf-8")
        return cls.from_toml(text)

    @classmethod
    def from_file(cls, path: Path) -> Policy:
        """Return the policy of a deployment.

        A digest of the file becomes part of the version: a rule changed without a new version is noticed all the same.

        Args:
            path: TOML of the shape of ``data/policy.toml``, at most a million bytes.

        Raises:
            PolicyInvalid: it cannot be read, or its content is invalid.
        """
        hint = "give the path of a UTF-8 TOML file of the shape of redaction/data/policy.toml"
        try:
            with path.open("rb") as file:
                data = file.read(_LONGEST_FILE + 1)
            if len(data) > _LONGEST_FILE:
                raise PolicyInvalid("the policy file is too long", hint=hint)
            text = data.decode("utf-8")
        except (OSError, ValueError) as error:
            raise PolicyInvalid(f"the policy file cannot be read ({type(error).__name__})", hint=hint) from error
        policy = cls.from_toml(text)
        return replace(policy, version=f"{policy.version}+f{sha256(data).hexdigest()[:_DIGEST]}")

    @classmethod
    def chosen(cls, profile: str) -> Policy:
        """Return the policy that a setting names: a profile of the package, or the path of a file.

        Raises:
            PolicyInvalid: neither, or an invalid file.
        """
        return cls.named(profile) if profile in PROFILES else cls.from_file(Path(profile).expanduser())

    @classmethod
    def from_toml(cls, text: str) -> Policy:
        """Read a policy in the form of ``data/policy.toml``.

        Raises:
            PolicyInvalid: something is missing, unknown or out of range, or a direct identifier would be kept.
        """
        from redaction.policy_file import PolicyFile

        file = PolicyFile(text)
        return cls(
            version=file.version(),
            operators={SpanType(kind): Operator(name) for kind, name in file.operators().items()},
            labels={SpanType(kind): label for kind, label in file.labels().items()},
            direct_threshold=file.number("thresholds", "direct", 0.0, 0.5),
            quasi_threshold=file.number("thresholds", "quasi", 0.0, 1.0),
            review_threshold=file.number("thresholds", "review", 0.0, 1.0),
            name_points=file.whole("thresholds", "name_points", 1, 6),
            review_points=file.whole("thresholds", "review_points", 0, 6),
            max_characters=file.whole("limits", "characters", 1, 20_000_000),
            max_rounds=file.whole("limits", "rounds", 1, 10),
            mask_doubts=file.flag("mask_doubts"),
            office_holders=_full_names(file.names()),
        )

    def naming(self, office_holders: Sequence[str]) -> Policy:
        """Return this policy with further office holders who stay named, under a version that tells the list.

        Args:
            office_holders: full names, with or without their titles; without any, the policy stays as it is.

        Raises:
            PolicyInvalid: a name of one word, which would unmask everyone of that name.
        """
        named = _full_names((*self.office_holders, *office_holders))
        if not office_holders:
            return self
        digest = sha256("\n".join(sorted({fold(name) for name in named})).encode()).hexdigest()[:_DIGEST]
        return replace(self, office_holders=named, version=f"{self.version}+o{digest}")

    def label(self, kind: SpanType) -> str:
        """Return the word that stands in brackets for ``kind``."""
        return self.labels.get(kind, kind.value.replace("_", " "))

    def threshold(self, kind: SpanType) -> float:
        """Return the score from which ``kind`` is acted on."""
        return self.direct_threshold if kind.group.value == "direct" else self.quasi_threshold


def _full_names(names: Sequence[str]) -> tuple[str, ...]:
    from redaction.names.officials import is_full_name

    for number, name in enumerate(names, start=1):
        if not is_full_name(name):
            raise PolicyInvalid(
                f"office holder {number} of the list is not a full name",
                hint="give at least a first name and a surname, at most 100 characters",
            )
    return tuple(dict.fromkeys(name.strip() for name in names))
