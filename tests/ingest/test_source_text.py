from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from ingest.readers.source_text import decoded, split_paragraphs


@given(st.text(alphabet=st.sampled_from("ab \n\t\u00e9")))
def test_no_character_is_lost(text: str) -> None:
    source = split_paragraphs(text)
    whole = "".join(a + b for a, b in zip(source.segments, source.separators, strict=True))
    assert whole == text
    for segment, start in zip(source.segments, source.starts, strict=True):
        assert text[start : start + len(segment)] == segment


def test_encodings() -> None:
    assert decoded("né".encode()) == "né"
    assert decoded("né".encode("utf-16")) == "né"
    assert decoded("né".encode("latin-1")) == "né"


def test_text_is_hidden_in_tracebacks() -> None:
    assert "secret" not in repr(split_paragraphs("secret"))
