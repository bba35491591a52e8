"""Names that are ordinary words: masked where they name somebody of the document, left where they do not."""

from __future__ import annotations

import pytest

from redaction import Redactor
from redaction.lexicon import lexicon
from redaction.names.cues import cues
from redaction.names.namesakes import Namesakes
from redaction.names.runs import tokens_of


def _judge(text: str, word: str, probability: float = 0.0, *, faint: bool = False) -> bool:
    words = lexicon()
    namesakes = Namesakes(text, words, cues(), lambda _start, _end: probability)
    token = next(token for token in tokens_of(text) if token.text == word)
    if word.islower():
        return namesakes.small(token.start, token.end)
    return namesakes.capital(token, word.lower(), faint=faint)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The yard was shut. Summer sleeps all day.", "Summer"),
        ("At noon: June calls the lawyer.", "June"),
        ("“It helps,” said marsh, and left.", "marsh"),
        ("Three came. Two meals, both warm. marsh's was cold.", "marsh"),
        ("The deputy agreed; marsh signed it.", "marsh"),
    ],
)
def test_a_known_name_is_seen_where_only_people_stand(text: str, word: str) -> None:
    """Before verbs of people, after verbs of speech, and as the owner of something."""
    assert _judge(text, word)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("It is colder there in summer.", "summer"),
        ("The visit took place in June and July.", "June"),
        ("The hut stands in the marsh.", "marsh"),
        ("Summer activities were cut.", "Summer"),
    ],
)
def test_the_ordinary_word_stays(text: str, word: str) -> None:
    """A season, a month and a landscape are nobody."""
    assert not _judge(text, word)


def test_a_faint_name_needs_the_classifier_or_a_possessive() -> None:
    """What one reading alone took for a name is masked elsewhere only where more speaks for it."""
    text = "They were seen beside Will again."
    assert not _judge(text, "Will", faint=True)
    assert _judge(text, "Will", 0.06, faint=True)
    assert _judge("In Will's room it was warm.", "Will", faint=True)


def test_small_and_capital_mentions_go_together(redactor: Redactor) -> None:
    """The whole way, in a document that writes the word in its ordinary sense as well."""
    result = redactor.redact(
        [
            "Mr Aldous Frost (A4821KX) sleeps badly. There was frost on the window in January.",
            "“I asked twice,” said frost. Frost keeps a diary. The ground frost lasted until noon.",
        ]
    )
    text = "\n".join(result.segments)
    assert "Aldous" not in text and "said frost" not in text and "Frost keeps" not in text
    assert "frost on the window" in text and "ground frost" in text
