"""Fakes for tests of the library: an embedder without a model, a redactor of one word, a reader of lines."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np

from ingest.embedding.embedder import Vectors, unit
from ingest.errors import CorruptFile, ReaderCrashed
from ingest.intake.file import IntakeLimits, UntrustedFile
from ingest.library import Library
from ingest.report import BlockKind, PageAccount, ParsedBlock, ParsedReport
from redaction.checking.decisions import Decisions
from redaction.errors import UnsupportedLanguage
from redaction.redactor import RedactedSpan, Redaction, Redactor, Residue
from redaction.span import SpanGroup, SpanType
from redaction.text import public_text

SECRET = "Quillonby"


class WordsEmbedder:
    """Words hashed into 64 numbers: deterministic, and similar texts are near each other."""

    dimension = 64

    def __init__(self, name: str = "words") -> None:
        self.name = name

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        rows = np.zeros((len(texts), self.dimension), dtype=np.float32)
        for row, text in zip(rows, texts, strict=True):
            for word in re.findall(r"\w+", f"{self.name} {text}".lower()):
                row[hashlib.md5(word.encode()).digest()[0] % self.dimension] += 1.0
        return unit(rows)

    def embed_query(self, text: str) -> Vectors:
        row: Vectors = self.embed_passages([text])[0]
        return row


class WordRedactor(Redactor):
    """Masks one surname; text with RESIDUE is not clean, text with NEDERLANDS not supported."""

    def __init__(self, version: str = "fake-1", mask: str = "[PERSON 1]") -> None:
        self._version = version
        self._mask = mask

    @property
    def version(self) -> str:
        return self._version

    @property
    def review_threshold(self) -> float:
        return 0.5

    def redact(self, segments: Sequence[str], decisions: Decisions | None = None) -> Redaction:
        if any("NEDERLANDS" in segment for segment in segments):
            raise UnsupportedLanguage("the text is not English", hint="none")
        spans = tuple(
            RedactedSpan(n, m.start(), m.end(), SpanType.NAME, SpanGroup.DIRECT, self._mask, 1.0, ("fake",))
            for n, segment in enumerate(segments)
            for m in re.finditer(SECRET, segment)
        )
        residue = tuple(Residue(n, 0, 1, "looks like a name") for n, s in enumerate(segments) if "RESIDUE" in s)
        texts = tuple(public_text(segment.replace(SECRET, self._mask)) for segment in segments)
        return Redaction(texts, spans, (), residue, "en", self._version)

    def redact_name(self, file_name: str, redaction: Redaction) -> str:
        return file_name.replace(SECRET, "[NAME]")


def read_lines(file: UntrustedFile, limits: IntakeLimits) -> ParsedReport:
    """One block for each line; ``# `` makes a heading, ``- `` a list item, FOOTER a footer.

    CORRUPT and CRASH raise, BUG is a bug.
    """
    text = file.untrusted_bytes.decode()
    if "CORRUPT" in text:
        raise CorruptFile()
    if "CRASH" in text:
        raise ReaderCrashed()
    if "BUG" in text:
        raise ZeroDivisionError(text)
    blocks = []
    for line in filter(None, (line.strip() for line in text.splitlines())):
        if line.startswith("# "):
            blocks.append(ParsedBlock(BlockKind.HEADING, line[2:], level=1))
        elif line.startswith("FOOTER "):
            blocks.append(ParsedBlock(BlockKind.FOOTER, line[7:]))
        elif line.startswith("- "):
            blocks.append(ParsedBlock(BlockKind.LIST_ITEM, line[2:], level=1))
        else:
            blocks.append(ParsedBlock(BlockKind.PARAGRAPH, line))
    return ParsedReport(tuple(blocks), PageAccount())


def open_library(
    home: Path,
    *,
    write: bool = True,
    version: str = "fake-1",
    mask: str = "[PERSON 1]",
    embedder: WordsEmbedder | None = None,
    reached: Callable[[str], None] = lambda point: None,
    approximate_beyond: int = 50_000,
) -> Library:
    """Open a library with fakes."""
    return Library.open(
        home,
        embedder=embedder or WordsEmbedder(),
        redactor=WordRedactor(version, mask),
        write=write,
        read=read_lines,
        reached=reached,
        approximate_beyond=approximate_beyond,
    )


REPORT = f"""# Report on an inspection of HMP Tarnmoor
Visit dates: 3 to 5 March 2025
# Segregation
2.1 Nine men were held in the segregation unit for longer than a fortnight.
2.2 Mr {SECRET} told us that his cell bell was never answered at night.
# Food
3.1 Breakfast was handed out the evening before and was cold.
# Recommendations
Recommendation 1: The governor should make sure that cell bells are answered within five minutes.
"""
OTHER = """# Report on an inspection of Velden Remand Centre
Visit dates: 10 June 2023
# Healthcare
1.1 The dentist had not visited since January and toothache went untreated.
1.2 Medication was dispensed by officers without training.
"""
