"""P2: no un-redacted text in any byte of the home directory, for the sample reports of every format.

Identifiers of fewer than five characters, and names that are also words of the documents, cannot be told from ordinary
text by a byte search; ``opcat evals redaction`` judges those span by span.
"""

from __future__ import annotations

import base64
from pathlib import Path

from api.samples import samples_directory
from evals.datasets import load_samples
from evals.leaks import Identifiers


def forms(text: str) -> list[bytes]:
    plain = text.encode()
    return [plain, text.encode("utf-16-le"), base64.b64encode(plain).rstrip(b"=")[:-1], plain.hex().encode()]


def test_no_identifier_of_the_samples_is_in_any_file(home: Path) -> None:
    identifiers = Identifiers.of(load_samples(samples_directory()).documents)
    wanted = {text for text in identifiers.names | identifiers.values if len(text) >= 5}
    assert len(wanted) > 100
    contents = {path.name: path.read_bytes() for path in home.rglob("*") if path.is_file()}
    assert len(contents) > 3
    found = sorted(
        {(name, text) for text in wanted for form in forms(text) for name, held in contents.items() if form in held}
    )
    assert found == []


def test_the_search_finds_what_is_there(tmp_path: Path) -> None:
    for form in forms("Nottaken"):
        assert form in b"..." + form + b"..."
    assert forms("Nottaken")[2] in base64.b64encode(b"Nottaken was here")
