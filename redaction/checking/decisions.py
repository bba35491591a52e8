"""What people have decided about spans, and how it is applied: pure logic over hashes, no text is kept.

A decision names a surface by its keyed hash (:mod:`redaction.checking.surface`). ``mask`` finds it in a text by
hashing its runs of words; ``keep`` leaves findings that lie within the surface; ``release`` accepts what the second
pass still finds. Of two decisions on the same surface and type the later one holds.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from redaction.checking.surface import MOST_WORDS, Run, SurfaceHash, runs
from redaction.manuscript import Manuscript
from redaction.pseudonym import PSEUDONYM
from redaction.recognizers.checked import is_checked
from redaction.span import Span, SpanType
from redaction.union import unite

# The detector that a span of a person's decision names.
REVIEW = "review"
# Kept surfaces are looked up by the stretch of text they lie in, this many characters long.
_BUCKET = 256
# Surfaces of fewer letters and digits are kept as the type that was seen only.
_LEAST = 4
# A short number is not masked as a part of a longer one: "3" in "3.14" and "1,300".
_SHORT_NUMBER = 5
_BEFORE = re.compile(r"\d[.,:/-]$")
_AFTER = re.compile(r"[.,:/-]\d")


class Action(StrEnum):
    """What was decided."""

    MASK = "mask"
    KEEP = "keep"
    RELEASE = "release"


class Scope(StrEnum):
    """Where a decision holds."""

    DOCUMENT = "document"
    EVERYWHERE = "everywhere"


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision of a person.

    Attributes:
        type: a :class:`SpanType` value, or the type of another doubt (``LANGUAGE``).
        digest: keyed hash of the surface, 64 hex digits.
        words: how many words the surface has.
        explicit: the person named the type although the surface passes a checksum.

    Raises:
        ValueError: something other than a mask that is to hold everywhere.
    """

    action: Action
    scope: Scope
    type: str
    digest: str
    words: int
    explicit: bool = False

    def __post_init__(self) -> None:
        if self.scope is Scope.EVERYWHERE and self.action is not Action.MASK:
            raise ValueError("only a mask can hold everywhere")


class Ruling:
    """The decisions on one text; offsets are those of the text."""

    def __init__(self, text: str, masks: Sequence[Span], keeps: Iterable[tuple[int, int, str, bool]]) -> None:
        """Take what :meth:`Decisions.read` found."""
        self.masks = tuple(masks)
        self._text = text
        self._keeps: dict[tuple[int, int], dict[str, bool]] = {}
        for start, end, kind, explicit in keeps:
            self._keeps.setdefault((start, end), {})[kind] = explicit
        self._within: dict[int, list[tuple[int, int]]] = {}
        for start, end in self._keeps:
            for bucket in range(start // _BUCKET, end // _BUCKET + 1):
                self._within.setdefault(bucket, []).append((start, end))

    def keeps(self, start: int, end: int, kind: str) -> bool:
        """Say whether a person keeps a finding: the very surface (a short one as the same type), or part of it.

        A part is kept as the same type only: not a name within a kept passage. A longer finding is never kept. What
        has the check digit of an identifier is kept only by a decision that names its type explicitly.
        """
        for first, last in self._within.get(start // _BUCKET, ()):
            if not first <= start <= end <= last:
                continue
            kinds = self._keeps[first, last]
            # A few letters or digits mean one thing here and another there: "3" of a date, "3" of a cell.
            whole = (first, last) == (start, end) and sum(map(str.isalnum, self._text[start:end])) >= _LEAST
            if (kind in kinds or whole) and (kinds.get(kind, False) or not is_checked(self._text[start:end])):
                return True
        return False

    def without_kept(self, spans: Iterable[Span]) -> list[Span]:
        """Return the spans that are not kept; a person's own masks always stay."""
        return [span for span in spans if REVIEW in span.detectors or not self.keeps(span.start, span.end, span.type)]


class Decisions:
    """The decisions that hold for one document, with the salt of its home."""

    def __init__(self, key: bytes, decisions: Iterable[Decision] = ()) -> None:
        """Take the salt and the decisions, the oldest first."""
        self.surfaces = SurfaceHash(key)
        self._held: dict[tuple[str, str], Decision] = {}
        for decision in decisions:
            self._held.pop((decision.digest, decision.type), None)
            self._held[decision.digest, decision.type] = decision
        self._searched: dict[str, list[Decision]] = {}
        for decision in self._held.values():
            if decision.action is not Action.RELEASE and decision.words <= MOST_WORDS:
                self._searched.setdefault(decision.digest, []).append(decision)
        self._lengths = frozenset(each.words for found in self._searched.values() for each in found)

    def __bool__(self) -> bool:
        """Whether there is any decision."""
        return bool(self._held)

    @property
    def masks(self) -> bool:
        """Whether anything is to be masked."""
        return any(decision.action is Action.MASK for decision in self._held.values())

    @property
    def releases(self) -> bool:
        """Whether anything was released."""
        return any(decision.action is Action.RELEASE for decision in self._held.values())

    def accepts(self, surface: str, kind: str) -> bool:
        """Say whether a person has accepted that exactly this surface stands as it does: kept or released."""
        decision = self._held.get((self.surfaces.of(surface), kind)) if self._held else None
        return decision is not None and decision.action is not Action.MASK

    def read(self, text: str) -> Ruling:
        """Find the decided surfaces in a normalised text."""
        masks: list[Span] = []
        keeps: list[tuple[int, int, str, bool]] = []
        for run, decision in self._occurrences(text):
            if decision.action is Action.MASK:
                if _part_of_number(text, run):
                    continue
                masks.append(Span(run.start, run.end, masked_type(decision.type), 1.0, (REVIEW,)))
            else:
                keeps.append((run.start, run.end, decision.type, decision.explicit))
        return Ruling(text, masks, keeps)

    def places(self, text: str) -> list[tuple[int, int, SpanType]]:
        """Return what is to be masked in a text as it stands, without overlaps; pseudonyms are left alone."""
        if not self.masks:
            return []
        manuscript = Manuscript([text])
        protected = [match.span() for match in PSEUDONYM.finditer(manuscript.text)]
        spans = unite(self.read(manuscript.text).masks, protected)
        return [(piece.start, piece.end, s.type) for s in spans for piece in manuscript.pieces(s.start, s.end)]

    def _occurrences(self, text: str) -> Iterable[tuple[Run, Decision]]:
        if not self._searched:
            return
        for run in runs(text, self._lengths):
            for decision in self._searched.get(self.surfaces.of_form(run.form), ()):
                yield run, decision


def _part_of_number(text: str, run: Run) -> bool:
    if len(run.form) > _SHORT_NUMBER or not run.form.isdigit():
        return False
    return bool(_BEFORE.search(text[max(0, run.start - 2) : run.start]) or _AFTER.match(text, run.end))


def masked_type(kind: str) -> SpanType:
    """Return the type under which a doubt is masked: its own, or a detail for what is no span type."""
    return SpanType(kind) if kind in SpanType.__members__ else SpanType.INDIRECT
