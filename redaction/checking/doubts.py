"""The doubts of a redaction, one for each surface: what a person decides on in review."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from redaction.checking.decisions import Decisions
from redaction.checking.surface import SurfaceHash, words_of
from redaction.particulars.offices import OFFICE
from redaction.rendering import Rendering, render
from redaction.result import Redaction, Residue


class Standing(StrEnum):
    """How a doubtful surface stands in the redacted text; residue holds the document."""

    RESIDUE = "residue"
    OPEN = "open"
    MASKED = "masked"


@dataclass(frozen=True, slots=True)
class Place:
    """One occurrence: offsets into the original segment and into the redacted one."""

    segment: int
    start: int
    end: int
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Doubt:
    """A surface that a person should decide on; the surface itself is not in it.

    Attributes:
        type: span type, or ``LANGUAGE``.
        score: of the finding, 0 to 1; ``None`` where nothing scores it.
        digest: keyed hash of the surface.
        words: how many words it has.
        places: where it stands, at least one.
        rest: further surfaces of the same kind that the same decision is asked on; they have no ``rest``.
    """

    standing: Standing
    type: str
    why: str
    score: float | None
    detectors: tuple[str, ...]
    digest: str
    words: int
    places: tuple[Place, ...]
    rest: tuple[Doubt, ...] = ()

    @property
    def each(self) -> tuple[Doubt, ...]:
        """The surfaces one by one, this one first."""
        return (replace(self, rest=()), *self.rest)

    @property
    def times(self) -> int:
        """How often the surfaces stand in the document."""
        return sum(len(doubt.places) for doubt in self.each)


def doubts(
    originals: Sequence[str],
    redaction: Redaction,
    surfaces: SurfaceHash,
    threshold: float,
    *,
    everything: bool = False,
) -> tuple[Doubt, ...]:
    """Return what a person should look at: residue first, then what is left unmasked, then what is masked in doubt.

    Args:
        originals: the segments before redaction.
        redaction: of these segments.
        surfaces: the hash of the home.
        threshold: masked spans below this score are doubtful.
        everything: all masked spans, doubtful or not.
    """
    renderings = _renderings(originals, redaction)
    found: dict[tuple[Standing, str, str], Doubt] = {}
    for doubt in _singles(redaction, renderings, threshold, everything):
        place = doubt.places[0]
        surface = originals[place.segment][place.start : place.end]
        digest = surfaces.of(surface)
        key = (doubt.standing, doubt.type, digest)
        if key in found:
            if place not in found[key].places:
                found[key] = replace(found[key], places=(*found[key].places, place))
        else:
            found[key] = replace(doubt, digest=digest, words=words_of(surface))
    return _together(found.values())


def _together(found: Iterable[Doubt]) -> tuple[Doubt, ...]:
    """Ask once for what nearly always gets one answer: the offices of a document, of which most are public."""
    asked: list[Doubt] = []
    first: int | None = None
    for doubt in found:
        if doubt.standing is not Standing.OPEN or doubt.why != OFFICE:
            asked.append(doubt)
        elif first is None:
            first = len(asked)
            asked.append(doubt)
        else:
            asked[first] = replace(asked[first], rest=(*asked[first].rest, doubt))
    return tuple(asked)


def accepted(redaction: Redaction, originals: Sequence[str], decisions: Decisions) -> Redaction:
    """Return the redaction without the doubts that a person has kept or released."""
    if not decisions:
        return redaction
    renderings = _renderings(originals, redaction)

    def stands(segment: int, start: int, end: int, kind: str) -> bool:
        return not decisions.accepts(originals[segment][start:end], kind)

    residue = tuple(
        item
        for item in redaction.residue
        if stands(item.segment, *_original(renderings[item.segment], item), kind_of(item))
    )
    review = tuple(item for item in redaction.review if stands(item.segment, item.start, item.end, item.type))
    return replace(redaction, residue=residue, review=review)


def kind_of(item: Residue) -> str:
    """Return the type of a residue; one that does not say is treated as a name, the type with most at stake."""
    return item.type or "NAME"


def _singles(
    redaction: Redaction, renderings: Sequence[Rendering], threshold: float, everything: bool
) -> Iterator[Doubt]:
    for left in redaction.residue:
        rendering = renderings[left.segment]
        place = Place(left.segment, *_original(rendering, left), left.start, left.end)
        yield Doubt(Standing.RESIDUE, kind_of(left), left.why, None, (), "", 0, (place,))
    for item in redaction.review:
        rendering = renderings[item.segment]
        first, last = _output(rendering, item.start), _output(rendering, item.end)
        # What was masked since by another finding is no doubt any more.
        if not any(start <= item.start and item.end <= stop for _, _, start, stop in rendering.cuts):
            place = Place(item.segment, item.start, item.end, first, last)
            yield Doubt(Standing.OPEN, item.type, item.why, None, (), "", 0, (place,))
    for span in redaction.spans:
        if everything or span.score < threshold or span.detectors == ("residue",):
            first = _output(renderings[span.segment], span.start)
            place = Place(span.segment, span.start, span.end, first, first + len(span.replacement))
            why = "masked with little evidence" if span.score < threshold else "masked"
            if span.detectors == ("residue",):
                why = "masked by the second pass only"
            yield Doubt(Standing.MASKED, span.type.value, why, span.score, span.detectors, "", 0, (place,))


def _renderings(originals: Sequence[str], redaction: Redaction) -> list[Rendering]:
    cuts: list[list[tuple[int, int, str]]] = [[] for _ in originals]
    for span in redaction.spans:
        cuts[span.segment].append((span.start, span.end, span.replacement))
    return [render(text, own) for text, own in zip(originals, cuts, strict=True)]


def _original(rendering: Rendering, item: Residue) -> tuple[int, int]:
    return rendering.original(item.start, end=False), rendering.original(item.end, end=True)


def _output(rendering: Rendering, position: int) -> int:
    """Map an offset of the original to the output; inside a replacement to its start."""
    index = bisect_right([start for _, _, start, _ in rendering.cuts], position) - 1
    if index < 0:
        return position
    first, last, _, stop = rendering.cuts[index]
    return first if position < stop else last + position - stop
