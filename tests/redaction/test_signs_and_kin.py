"""Names that a line, a sign or a word of kin gives away; and names of houses, districts and laws, which stay."""

from __future__ import annotations

import pytest

from redaction import Redactor
from redaction.layouts.chats import chat_spans
from redaction.lexicon import lexicon
from redaction.names.attached import initials_of
from redaction.names.borne import is_borne
from redaction.names.growth import grow
from redaction.names.house_names import house_names
from redaction.names.mistaken import Mistaken
from redaction.names.nicknames import nickname_spans
from redaction.span import Span, SpanType


def _initials(text: str, *names: str) -> set[str]:
    spans = [Span(text.index(n), text.index(n) + len(n), SpanType.NAME, 0.9, ("x",)) for n in names]
    return {text[s.start : s.end] for s in initials_of(text, spans, lexicon())}


@pytest.mark.parametrize(
    ("text", "name", "letters"),
    [
        ("Deputy Guardian Mila Zora Halm\nAd 4 – MZH: we do not publish it.", "Guardian Mila Zora Halm", "MZH"),
        ("Lena Foster came.\n• 15/10, 0710. LF in with the others.", "Lena Foster", "LF"),
        ("Barbara Moss led.\nNotes (BM; shred after use)", "Barbara Moss", "BM"),
        ("Pedro Alva Lund\nc.c.: Archive PAL/ect", "Pedro Alva Lund", "PAL"),
        ("Grace Imbo wrote it.\nPlease send it back.\n\ng.\n", "Grace Imbo", "g"),
    ],
)
def test_initials_where_somebody_stands(text: str, name: str, letters: str) -> None:
    """As the answer to a point, on a round, in a bracket, of who dictated, under a message."""
    assert letters in _initials(text, name)


def test_initials_of_a_body_and_lists_stay() -> None:
    """Letters in brackets behind a word for a house; small letters that head the items of a list."""
    assert _initials("Ivo Van Sand came to the Detention Facility (IVS). IVS said no.", "Ivo Van Sand") == set()
    assert _initials("Grace Imbo wrote:\ng\nand\nh\nare items", "Grace Imbo") == set()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("the number of Rose akka if nobody answers", "Rose"),
        ("and that Thule sir beat him", "Thule"),
        ("Called himself Doctor; nobody knows another name", "Doctor"),
        ("Hari Tarn a.k.a. Major Saab, lifer, keeps the stick", "Major Saab"),
    ],
)
def test_names_by_kin_and_alias(text: str, name: str) -> None:
    """How elders are called behind the name, and what somebody calls himself."""
    assert name in {text[s.start : s.end] for s in nickname_spans(text, lexicon())}


def test_a_polite_answer_is_no_name() -> None:
    """ "Yes sir", "No miss"."""
    assert list(nickname_spans('He said "Yes sir" and left. No miss, I said.', lexicon())) == []


def test_authors_of_numbered_posts() -> None:
    """The number, the author and the hour of a post in a forum."""
    text = "#1 lola_ml · 02:14 does anyone know\n#2 La Mari · 03:00 yes\n#3 user · 04:00 ok"
    assert {text[s.start : s.end] for s in chat_spans(text, lexicon())} == {"lola_ml", "La Mari"}


def test_names_grow_over_article_and_kin() -> None:
    """An article that a hyphen joins, a word of kin in small letters."""
    for text, name, whole in (("men like il-Gaga said", "Gaga", "il-Gaga"), ("to mama Tarn then", "Tarn", "mama Tarn")):
        start = text.index(name)
        first, last = grow(text, start, start + len(name), lexicon())
        assert text[first:last] == whole


def test_words_that_somebody_bears() -> None:
    """A word of the trade is a name where a given name stands before it."""
    text = "On board: Anna Blok. Later Blok disagreed. The blok was cold."
    assert is_borne(text, "Blok", lambda low, high: text[low:high] == "Anna")
    assert not is_borne(text, "Later", lambda low, high: True)
    assert not Mistaken(text, lexicon()).holds(text.index("Blok disagreed"), text.index("Blok disagreed") + 4)


def test_houses_districts_and_articles_stay() -> None:
    """A hospital in somebody's memory, a district by its word, the number sign and the article of a law."""
    text = "the Szpital im. Ludwika Tarna and the Vakhtang Lund-Memorial Clinic"
    assert {text[a:b] for a, b in house_names(text, set())} >= {"Ludwika Tarna", "Vakhtang Lund-Memorial"}
    for words, name in (("in Orvhan aimag", "Orvhan"), ("by Oficio N.° 12", "Oficio N."), ("see Art. 59 StGB", "Art")):
        assert Mistaken(words, lexicon()).holds(words.index(name), words.index(name) + len(name))
    assert list(house_names("im Tamati and i want out", set())) == []


def test_names_in_signatures_and_capitals(redactor: Redactor) -> None:
    """Under an office, line by line; and before "to" in a log of capitals."""
    signed = (
        "The ward was visited in May.\nThe office will follow this up.\n\n"
        "Deputy Ombudsman\nElina Harsu\nReferendary P. Tovonen"
    )
    assert "Harsu" not in str(redactor.redact([signed]).segments[0])
    log = (
        "PDL ROMY TANGLAO WAS BEATEN. (1) THE OFFICE TO TRANSFER PDL TANGLAO TO SAN TELMO PROVINCIAL HOSPITAL; "
        "(2) STAFF TO BE TRAINED."
    )
    done = str(redactor.redact([log]).segments[0])
    assert "TANGLAO" not in done and "PROVINCIAL HOSPITAL" in done
