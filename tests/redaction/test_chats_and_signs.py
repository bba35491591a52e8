"""Chats of a shift, signatures by initials, quoted names at the head of entries, and numbers that a few words tell."""

from __future__ import annotations

import pytest

from redaction import Redactor
from redaction.layouts.chats import chat_spans
from redaction.layouts.columns import column_rest, tables_of
from redaction.layouts.initials import initial_spans
from redaction.lexicon import lexicon
from redaction.recognizers.address import Addresses
from redaction.recognizers.age import Ages
from redaction.recognizers.birth_labels import BirthLabels
from redaction.recognizers.cell import Cells
from redaction.recognizers.plates import Plates
from redaction.recognizers.told_numbers import ToldNumbers
from redaction.span import Detector, Span, SpanType

FILLER = "The delegation visited the establishment in May. The cells were clean and the staff were polite to everyone."
CHAT = (
    "tibs  21:04\nall quiet\ntibs  21:10\nstill quiet\nStorm  21:20\nok. told D it is late\ntibs  22:15\nvisit cancelled\n"  # noqa: E501
    "Storm  22:40\nfine\nnight manager – Ilse  23:01\nthanks all"
)


def _found(text: str, spans: list[Span]) -> list[str]:
    return [text[span.start : span.end] for span in spans]


def test_who_writes_in_a_chat() -> None:
    """The name before the time, an ordinary word that writes twice too; its head may tell the office first."""
    assert _found(CHAT, list(chat_spans(CHAT, lexicon()))) == ["tibs", "tibs", "Storm", "tibs", "Storm", "Ilse", "D"]


def test_letters_for_somebody_are_those_of_chats() -> None:
    """Elsewhere a letter is a wing or a vitamin."""
    assert not list(chat_spans('The doctor told D "later" and asked for K again.', lexicon()))


def test_a_daily_routine_is_no_chat() -> None:
    """Lines with times stand one below the other there."""
    routine = "Breakfast  07:30\nWork  08:15\nLunch  12:00\nExercise  14:00\nSupper  17:30\nLock-up  19:00\n"
    assert list(chat_spans(routine, lexicon())) == []


@pytest.mark.parametrize(
    ("text", "handle"),
    [
        ("wee_gran_77 · 3 feb, 23:14\nhello", ["wee_gran_77"]),
        ("Visits · 3 feb", []),
    ],
)
def test_handles_before_a_day(text: str, handle: list[str]) -> None:
    """What people call themselves in a forum."""
    assert _found(text, list(chat_spans(text, lexicon()))) == handle


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("See you on Monday. /T", ["T"]),
        ("Adjourned at three.\nRec. sec.: kz", ["kz"]),
        ("Prepared by Q.W., checked by the head.", ["Q.W."]),
        ("Prepared by Q.W. Example", []),
        ("Minutes by: EU", []),
        ('R4. "Admiral" - elected by the wing', ["Admiral"]),
        ('HDU 3  "Admiral" – actually was one', ["Admiral"]),
        ('2. "Isolation" – any placement alone', []),
    ],
)
def test_initials_and_quoted_names(text: str, names: list[str]) -> None:
    """Under a note, behind a word for writing, and at the head of an entry; terms and bodies stay."""
    assert _found(text, list(initial_spans(text, lexicon()))) == names


@pytest.mark.parametrize(
    ("detector", "text", "value"),
    [
        (ToldNumbers(), "interpreter (operator no. 214)", "no. 214"),
        (ToldNumbers(), "Inquest No. 7 of 2023 was opened", "No. 7 of 2023"),
        (ToldNumbers(), "the decision (2023/Dis-77) says", "2023/Dis-77"),
        (ToldNumbers(), "CHI number on the form 120399 4411.", "120399 4411"),
        (BirthLabels(), "Born twelfth of the fifth, twenty-eleven, in town", "twelfth of the fifth, twenty-eleven"),
        (BirthLabels(), "dob 22nd of the 6th 97 there", "22nd of the 6th 97"),
        (Ages(), "Bd 3 Tane 41♂ settled", "41"),
        (Ages(), "ONE EXAMPLE M 29YRS, BROUGHT", "29YRS"),
        (Ages(), "description: 16, 5ft6, grey top", "16"),
        (Plates(), "Bus EX-AM 1492 left", "EX-AM 1492"),
        (Plates(), "TRANSPORT VEH 7EXM174 FOLLOWS", "7EXM174"),
        (Plates(), "The car of the unit (EXM4E19) was away", "EXM4E19"),
        (Cells(), "occupies single cell D/14.", "single cell D/14"),
        (Cells(), "held there, camera 3.12, second bed up.", "camera 3.12, second bed up"),
        (Cells(), "1 | Pav. D, ch. 9 | none", "Pav. D, ch. 9"),
        (Cells(), "Lounge (mattress)  Manpreet, awaiting bed", "Lounge (mattress)"),
        (Cells(), "She was kept apart, behind the carpenter's shop; alone", "behind the carpenter's shop"),
        (Addresses(), "to me, The Presbytery, 5 Example St, Oldtown 4999.", "The Presbytery, 5 Example St, Oldtown 4999"),  # noqa: E501
        (Addresses(), "bail to his sister's, 8 Example Rd, Pine Bay.", "his sister's, 8 Example Rd, Pine Bay"),
        (Addresses(), "his brother (rue 7 Novembre, imm. Jasmin, 3e ét.) says", "rue 7 Novembre, imm. Jasmin, 3e ét."),
    ],
)  # fmt: skip
def test_told_in_a_few_words(detector: Detector, text: str, value: str) -> None:
    """Numbers, births, ages, plates, cells and addresses as notes tell them."""
    assert value in _found(text, detector.detect(text))


@pytest.mark.parametrize(
    ("detector", "text"),
    [
        (ToldNumbers(), "Guard posts no. 1 to 12 were empty."),
        (ToldNumbers(), "Act No. 2 of 2024 applies."),
        (Ages(), "rooms of 16, 5 m by 3 m"),
        (Plates(), "The bus holds 49 people and left at 1492 hours."),
        (Cells(), "SUSPECTS IN CELL: 23 MALE, 2 FEMALE"),
        (Cells(), "Night 1/2: one carer"),
        (Addresses(), "her flat was sold on 7 Novembre."),
    ],
)
def test_what_only_looks_alike(detector: Detector, text: str) -> None:
    """Laws, counts and measures."""
    assert detector.detect(text) == []


def test_the_rest_of_a_column() -> None:
    """A second given name, and a number shaped as those of the others; offices behind a comma stay."""
    text = "Doe, Ann | P/0231\nRoe, Ben | P/0502\nBach, Thu Mai | P/0311\n"
    kinds = {"Doe": SpanType.NAME, "Roe": SpanType.NAME, "Bach": SpanType.NAME}
    kinds |= {"P/0231": SpanType.ID, "P/0502": SpanType.ID}
    spans = [Span(text.index(word), text.index(word) + len(word), kind, 0.9, ("t",)) for word, kind in kinds.items()]
    found = _found(text, list(column_rest(text, list(tables_of(text)), spans)))
    assert "Bach, Thu Mai" in found
    assert "P/0311" in found


@pytest.mark.parametrize(
    ("text", "gone", "stays"),
    [
        ("He appeared before Judge June by video; next hearing in June.", "Judge June by", "in June"),
        ("FOUND FITTING. NAME GIVEN AS MONDAY. TO RETURN BY MONDAY IF FIT.", "AS MONDAY", "BY MONDAY"),
        ("Officer Dawn Okeke came early. She left at dawn with the keys.", "Dawn Okeke", "at dawn"),
    ],
)
def test_names_that_are_words_of_the_calendar(redactor: Redactor, text: str, gone: str, stays: str) -> None:
    """After a title or "given as" they are names; in small letters and in dates they are not."""
    shown = str(redactor.redact([FILLER, text, FILLER]).segments[1])
    assert gone not in shown
    assert stays in shown
