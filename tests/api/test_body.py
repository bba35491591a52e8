from __future__ import annotations

import pytest

from api.http.body import file_name


@pytest.mark.parametrize(
    ("sent", "name"),
    [
        ("report.pdf", "report.pdf"),
        ("../../etc/passwd", "passwd"),
        ("C:\\reports\\visit.docx", "visit.docx"),
        ("a%2Fb.pdf", "b.pdf"),
        ("line\nbreak\x00.txt", "linebreak.txt"),
        (None, "upload"),
        ("x" * 500, "x" * 200),
    ],
)
def test_file_names_never_become_paths(sent: str | None, name: str) -> None:
    assert file_name(sent) == name
