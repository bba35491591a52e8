"""Presidio as the frame: an explicit registry of our detectors, no language model, nothing that tries the network."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from redaction.applications import ApplicationDetector
from redaction.errors import DetectorFailed
from redaction.particulars.things import of_a_thing
from redaction.span import Detector, Span, SpanType

if TYPE_CHECKING:
    from presidio_analyzer import AnalyzerEngine
    from presidio_analyzer.nlp_engine import NlpArtifacts

# What an opinion says of a person; others say ``PLACE`` or ``BODY``.
PERSON = "PERSON"
# Longer segments are read in windows, so that no pattern sees a text of unbounded length.
WINDOW = 1_500
_OVERLAP = 150


class Part(StrEnum):
    """The groups of detectors, each of which can be left out to see what it adds."""

    CLASSIFIER = "classifier"
    PATTERNS = "patterns"
    NAMES = "names"
    LAYOUT = "layout"
    PROPAGATION = "propagation"
    RESIDUE = "residue"


@dataclass(frozen=True, slots=True)
class Opinion:
    """What the classifier thinks of a stretch of text: ``PERSON``, ``PLACE`` or ``BODY``."""

    start: int
    end: int
    label: str


@dataclass(frozen=True, slots=True)
class Analysis:
    """Findings in one segment; offsets into its analysis text."""

    spans: tuple[Span, ...]


class Analyzer:
    """Runs all detectors over segments; builds them at the first use."""

    def __init__(self, detectors: Sequence[Detector] | None = None, *, without: frozenset[Part] = frozenset()) -> None:
        """Take the detectors to run.

        Args:
            detectors: ``None`` for those of ``redaction.recognizers``.
            without: parts to leave out, for measurements.
        """
        self._detectors = detectors if Part.PATTERNS not in without else ()
        self.without = without
        # By whether direct identifiers alone are asked for.
        self._engines: dict[bool, tuple[AnalyzerEngine, NlpArtifacts]] = {}

    def has(self, part: Part) -> bool:
        """Say whether ``part`` is to be used."""
        return part not in self.without

    @property
    def detector_names(self) -> tuple[str, ...]:
        """Names of the pattern detectors, sorted."""
        return tuple(sorted(detector.name for detector in self._pattern_detectors()))

    def _pattern_detectors(self) -> Sequence[Detector]:
        if self._detectors is None:
            from redaction.recognizers import default_detectors

            self._detectors = (*default_detectors(), ApplicationDetector())
        return self._detectors

    def analyze(self, texts: Sequence[str], *, direct: bool = False) -> list[Analysis]:
        """Return the findings per text, in order.

        Args:
            texts: of one document.
            direct: whether direct identifiers are all that is asked for; others may be found too.

        Raises:
            DetectorFailed: any detector raised.
        """
        engine, nothing = self._built(direct)
        spans: list[list[Span]] = [[] for _ in texts]
        try:
            for number, text in enumerate(texts):
                for base, window in _windows(text):
                    for result in engine.analyze(window, "en", nlp_artifacts=nothing):
                        metadata = result.recognition_metadata or {}
                        names = (str(metadata.get("detector", "presidio")),)
                        kind, role = SpanType(result.entity_type), metadata.get("role")
                        if of_a_thing(window, result.start, result.end, kind):
                            continue
                        found = Span(result.start + base, result.end + base, kind, float(result.score), names, role)
                        spans[number].append(found)
        except Exception as error:
            # The error of a detector may quote the text: its type alone is passed on.
            raise DetectorFailed(
                f"a detector failed ({type(error).__name__})", hint="the document is held; report the detector's error"
            ) from None
        return [Analysis(tuple(found)) for found in spans]

    def _built(self, direct: bool) -> tuple[AnalyzerEngine, NlpArtifacts]:
        if direct not in self._engines:
            from redaction.recognizers import QUASI

            detectors = [each for each in self._pattern_detectors() if not (direct and each.name in QUASI)]
            self._engines[direct] = _build(detectors)
        return self._engines[direct]


class _Nothing:
    """The detector that stands in where there is none."""

    name = "nothing"

    def detect(self, text: str) -> list[Span]:
        return []


def _windows(text: str) -> Iterator[tuple[int, str]]:
    start = 0
    while len(text) - start > WINDOW + _OVERLAP:
        cut = text.rfind(" ", start + WINDOW // 2, start + WINDOW)
        end = cut if cut > 0 else start + WINDOW
        yield start, text[start:end]
        # The next window begins a little earlier, so that what a border cuts is seen whole once.
        space = text.find(" ", end - _OVERLAP, end)
        start = space + 1 if space >= 0 else end - _OVERLAP
    if text[start:].strip():
        yield start, text[start:]


def _build(detectors: Sequence[Detector]) -> tuple[AnalyzerEngine, NlpArtifacts]:
    """Return the engine with our detectors alone, and the empty reading of a text that it is handed."""
    from presidio_analyzer import AnalyzerEngine, EntityRecognizer, RecognizerRegistry, RecognizerResult
    from presidio_analyzer.context_aware_enhancers import ContextAwareEnhancer
    from presidio_analyzer.nlp_engine import NlpArtifacts, NlpEngine

    class NoModel(NlpEngine):
        """The engine asks for a language model; our detectors and the classifier need none of its words."""

        def load(self) -> None:
            pass

        def is_loaded(self) -> bool:
            return True

        def process_text(self, text: str, language: str) -> NlpArtifacts:
            nothing: Any = []
            return NlpArtifacts(nothing, nothing, [], [], self, language, [])

        def process_batch(
            self, texts: Any, language: str, batch_size: int = 1, n_process: int = 1, **kwargs: Any
        ) -> Iterator[tuple[str, NlpArtifacts]]:
            return ((text, self.process_text(text, language)) for text in texts)

        def is_stopword(self, word: str, language: str) -> bool:
            return False

        def is_punct(self, word: str, language: str) -> bool:
            return False

        def get_supported_entities(self) -> list[str]:
            return []

        def get_supported_languages(self) -> list[str]:
            return ["en"]

    class NoContext(ContextAwareEnhancer):
        """Our detectors weigh context themselves."""

        def __init__(self) -> None:
            super().__init__(0.0, 0.0, 0, 0)

        def enhance_using_context(self, text: str, raw_results: Any, *rest: Any, **named: Any) -> Any:
            return raw_results

    class PatternRecognizer(EntityRecognizer):
        """One of our detectors in Presidio's clothes."""

        def __init__(self, detector: Detector) -> None:
            self.detector = detector
            super().__init__([kind.value for kind in SpanType], name=detector.name, supported_language="en")

        def load(self) -> None:
            pass

        def analyze(self, text: str, entities: Any, nlp_artifacts: Any) -> list[RecognizerResult]:
            return [
                RecognizerResult(
                    span.type.value,
                    span.start,
                    span.end,
                    span.score,
                    recognition_metadata={"detector": self.detector.name, "role": span.role},
                )
                for span in self.detector.detect(text)
            ]

    # An empty registry would be filled with Presidio's own recognizers.
    ours = [*map(PatternRecognizer, detectors)] or [PatternRecognizer(_Nothing())]
    registry = RecognizerRegistry(recognizers=ours, supported_languages=["en"])
    model = NoModel()
    engine = AnalyzerEngine(
        registry=registry,
        nlp_engine=model,
        supported_languages=["en"],
        default_score_threshold=0.0,
        context_aware_enhancer=NoContext(),
    )
    return engine, model.process_text("", "en")
