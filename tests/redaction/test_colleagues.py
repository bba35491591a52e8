from __future__ import annotations

import pytest

from redaction.redactor import Redactor


@pytest.fixture(scope="module")
def redactor() -> Redactor:
    return Redactor()


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("He was beaten by officers Crane and Diaz-Holloway on the stairs.", ("Crane", "Diaz", "Holloway")),
        ("Nurses Pelham, Crane and Okoro were on duty that night.", ("Pelham", "Crane", "Okoro")),
        ("Sergeants Crane and Young wrote the log.", ("Crane", "Young")),
        ("Prison officers Hope and Gill denied it.", ("Hope", "Gill")),
        ("She was seen by Doctors Lobo and Kit on arrival.", ("Lobo", "Kit")),
        ("We spoke with prisoners T. Marsh, Stone, and Bell.", ("Marsh", "Stone", "Bell")),
    ],
)
def test_names_after_an_office_in_the_plural(redactor: Redactor, text: str, names: tuple[str, ...]) -> None:
    redacted = str(redactor.redact([text]).segments[0])
    assert not [name for name in names if name in redacted]


@pytest.mark.parametrize(
    "text",
    [
        "The officers and nurses were helpful, and Officers on B wing said so.",
        "Members of the Committee and the Ministry of Justice met in May and June.",
        "Women and girls were held apart. Patients and staff ate together.",
        "Visitors from Norway and Denmark came; prisoners in London and Bristol did not.",
    ],
)
def test_other_lists_stay(redactor: Redactor, text: str) -> None:
    assert str(redactor.redact([text]).segments[0]) == text
