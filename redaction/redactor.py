"""Redaction of one document: segments in, redacted segments out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from redaction.analyzer import Analyzer, Part
from redaction.checking.decisions import Decisions
from redaction.checking.doubts import accepted
from redaction.classification.classifier import Classifier
from redaction.document import Document
from redaction.errors import DetectorFailed, RedactionError, TextDamaged, TextTooLong, UnsupportedLanguage
from redaction.filename import redact_file_name
from redaction.language import SUPPORTED, LanguageFinder
from redaction.manuscript import Manuscript
from redaction.policy import Policy
from redaction.rendering import render
from redaction.result import RedactedSpan, Redaction, Residue, ReviewItem
from redaction.span import Detector
from redaction.text import RedactedText, seal

__all__ = ["RedactedSpan", "Redaction", "Redactor", "Residue", "ReviewItem", "redact"]

# Changes whenever a detector or rule changes what is found.
DETECTORS_VERSION = "20"
_HALF = re.compile("[\ud800-\udfff]")
# More foreign text than this share of a document is not read past.
_FOREIGN_SHARE = 0.4


class Redactor:
    """Redacts documents under one policy; models are loaded at the first document and kept."""

    def __init__(
        self,
        policy: Policy | None = None,
        *,
        detectors: Sequence[Detector] | None = None,
        without: frozenset[Part] = frozenset(),
    ) -> None:
        """Take the policy and the pattern detectors (both default to those of the package).

        Args:
            policy: what is done to what.
            detectors: of patterns.
            without: parts to leave out, for measurements; text redacted so is not safe to keep.
        """
        self._policy = policy or Policy.default()
        self._analyzer = Analyzer(detectors, without=without)
        self._classifier = Classifier() if self._analyzer.has(Part.CLASSIFIER) else None
        self._languages = LanguageFinder()

    @property
    def version(self) -> str:
        """Version of policy and detectors; passages redacted under another one are stale."""
        lacking = "".join(f"-{part}" for part in sorted(self._analyzer.without))
        return f"{self._policy.version}+d{DETECTORS_VERSION}{lacking}"

    def redact(self, segments: Sequence[str], decisions: Decisions | None = None) -> Redaction:
        """Redact one document.

        Args:
            segments: its blocks in reading order; names found in one are masked in all.
            decisions: of people in review, on this document and on all.

        Raises:
            TextTooLong: more characters than the policy allows.
            TextDamaged: code points that are no characters.
            UnsupportedLanguage: mostly not English.
            DetectorFailed: a detector or a rule broke.
            ModelMissing: a model is not installed.
        """
        if sum(map(len, segments)) > self._policy.max_characters:
            raise TextTooLong(
                f"the document has more than {self._policy.max_characters} characters",
                hint="split the document and add its parts",
            )
        if any(_HALF.search(segment) for segment in segments if not segment.isascii()):
            raise TextDamaged(
                "the text holds halves of characters (lone surrogates)", hint="decode the document anew, as UTF-8 say"
            )
        manuscript = Manuscript(segments)
        language = self._languages.examine([part.text for part in manuscript.parts])
        if language.language != SUPPORTED or language.foreign_share > _FOREIGN_SHARE:
            code = language.language if language.language != SUPPORTED else language.foreign[0].language
            raise UnsupportedLanguage(
                f"the document is not in English (most likely: {code})",
                hint="only English is supported; add an English version of the document",
            )
        try:
            decided = decisions or Decisions(b"")
            work = Document(self._policy, self._analyzer, manuscript, language, self.version, decided, self._classifier)
            redaction = work.redact()
            return accepted(redaction, manuscript.originals, decided)
        except RedactionError:
            raise
        except Exception as error:
            raise DetectorFailed(
                f"a redaction rule failed ({type(error).__name__})", hint="the document is held; report this error"
            ) from None

    def redact_name(self, file_name: str, redaction: Redaction) -> str:
        """Return ``file_name`` without the names and identifiers that ``redaction`` found, and without others.

        Args:
            file_name: the name alone, without folders.
            redaction: of the file's document.

        Raises:
            RedactionError: as for :meth:`redact`.
        """
        return redact_file_name(
            file_name, redaction.surfaces, redaction.segments, self._analyzer, self._policy, self._classifier
        )

    def mask(self, text: RedactedText, decisions: Decisions) -> RedactedText:
        """Mask in text that is redacted already what people have decided since; without that, return it as it is."""
        masked = self.mask_words(text, decisions)
        return seal(masked) if masked != text else text

    def mask_words(self, words: str, decisions: Decisions) -> str:
        """Do the same for a name or title; the result is no more redacted than what was given."""
        cuts = [(start, end, f"[{self._policy.label(kind)}]") for start, end, kind in decisions.places(words)]
        return render(words, cuts).text

    @property
    def review_threshold(self) -> float:
        """Score below which a masked span is shown for review."""
        return self._policy.review_threshold


def redact(text: str, policy: Policy | None = None) -> Redaction:
    """Redact one text as a document of one segment.

    Raises:
        RedactionError: see :meth:`Redactor.redact`.
    """
    return Redactor(policy).redact([text])
