"""Nicknames and names in small letters: what people say of somebody gives them away."""

from __future__ import annotations

import pytest

from redaction import Redactor
from redaction.lexicon import lexicon
from redaction.names.nicknames import nickname_spans


def _found(text: str) -> list[str]:
    return [text[span.start : span.end] for span in nickname_spans(text, lexicon())]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("He said: I am called the Tailor here because I sew.", "the Tailor"),
        ("Admiral, as the nurses call him, walks at night.", "Admiral"),
        ("In room nine is Duchess (as everyone calls her).", "Duchess"),
        ("The cooks call him Professor and laugh.", "Professor"),
        ("Spoke to wee frankie, on the servery.", "wee frankie"),
        ("Still waiting: abdi (A4821KX) has no dentist.", "abdi"),
        ("Q (name withheld) did not want to be quoted.", "Q"),
        ("Then Nam-nam came in.", "Nam-nam"),
        ("It was late. Will will not eat.", "Will"),
    ],
)
def test_nicknames_are_found(text: str, name: str) -> None:
    """Each by the words beside it."""
    assert name in _found(text)


@pytest.mark.parametrize(
    "text",
    [
        "They waited with little hope of release.",
        "The unit, as the staff call it, is closed.",
        "He called them from the wing office.",
        "She was given a new card (A4821KX).",
        "Will the ministry answer?",
        "He is called the Prison Ombudsman.",
    ],
)
def test_ordinary_words_are_left(text: str) -> None:
    """Virtues, things, papers and bodies have the same forms."""
    assert not _found(text)


def test_a_nickname_that_is_a_title_is_masked_again(redactor: Redactor) -> None:
    """A rank used as a nickname goes wherever it stands alone; as a title of others it stays."""
    result = redactor.redact(
        [
            "In room nine Admiral, as the staff call him, sleeps all day.",
            "The Admiral fell twice. Admiral Tansy Oake came.",
        ]
    )
    assert "Admiral" not in result.segments[0]
    assert "The Admiral" not in result.segments[1] and "Oake" not in result.segments[1]
