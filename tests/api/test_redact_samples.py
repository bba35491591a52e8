"""Redacted copies of the sample reports, by the real pipeline: no identifier of the gold is in any part of a copy."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from api.samples import samples_directory
from evals.datasets import load_samples
from evals.leaks import Identifiers
from ingest.copies.copying import make_copy
from ingest.copies.source import Source, read_source
from redaction.redactor import Redaction, Redactor

REPORTS = ("01-tarnwick-inspection.pdf", "02-tarnwick-action-plan.docx", "04-police-custody-thematic.html",
           "06-lisnamara-campus.md", "08-custody-year-in-figures.txt")  # fmt: skip


@pytest.fixture(scope="module", params=REPORTS)
def redacted(request: pytest.FixtureRequest) -> tuple[Source, Redaction]:
    """Return one sample report and its redaction, made once for all formats of its copy."""
    source = read_source(samples_directory() / "documents" / request.param)
    return source, Redactor().redact(source.segments)


def text_of(path: Path) -> str:
    """Return all text of a file by other means than those that wrote or checked it."""
    data = path.read_bytes()
    if path.suffix == ".pdf":
        import pypdfium2

        pdf = pypdfium2.PdfDocument(data)
        text = "\n".join(page.get_textpage().get_text_range() for page in pdf)
        pdf.close()
        return text + data.decode("latin-1")
    if path.suffix == ".docx":
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return "\n".join(archive.read(name).decode() for name in archive.namelist())
    return data.decode()


@pytest.mark.parametrize("suffix", [".pdf", ".docx", ".html"])
def test_no_identifier_is_in_a_copy(tmp_path: Path, redacted: tuple[Source, Redaction], suffix: str) -> None:
    identifiers = Identifiers.of(load_samples(samples_directory()).documents)
    wanted = {text for text in identifiers.names | identifiers.values if len(text) >= 5}
    source, redaction = redacted
    assert redaction.clean
    copy = make_copy(source, redaction, tmp_path / f"copy{suffix}")
    text = " ".join(text_of(copy.path).split())
    assert [word for word in wanted if word in text] == []
    assert redaction.counts() == {} or "[" in text
