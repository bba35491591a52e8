"""Hostile and broken text: masked or refused, never passed through, never an error outside the tree."""

from __future__ import annotations

import re
import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from redaction import Policy, RedactionError, Redactor, TextTooLong, UnsupportedLanguage
from redaction.errors import TextDamaged
from redaction.normalise import fold, normalise

ENGLISH = (
    "The visit was made in the morning and the inspectors spoke to staff and to prisoners about the food that they "
    "were given. The kitchen was clean and the menus had been agreed with the people who are held there."
)
DUTCH = (
    "De commissie heeft vastgesteld dat de cellen niet voldoende werden verwarmd en dat de gedetineerden in de nacht "
    "geen dekens kregen van het personeel, hoewel zij daar herhaaldelijk om hadden gevraagd."
)
RUSSIAN = (
    "Комиссия установила, что камеры не отапливались и что заключённые не получали одеял, хотя они неоднократно "
    "просили об этом персонал учреждения в течение всей ночи и следующего утра."
)
SENTENCE = "Mr {} told us that his cell was cold at night and that the bell had not been answered by the officers."
NUMBERED = "The prisoner, whose number is {}, had asked to see a doctor about his back in the morning."

NAMES = {
    "control characters": "Oba\x00san\x07jo",
    "right-to-left override": "Obasan\u202ejo\u202c",
    "right-to-left mark": "Oba\u200fsanjo",
    "isolates": "Oba\u2066san\u2069jo",
    "zero width": "O\u200bba\u200dsan\u2060jo\ufeff",
    "soft hyphens": "Oba\u00adsan\u00adjo",
    "tag characters": "Oba\U000e0041sanjo",
    "variation selectors": "Oba\U000e0100san\ufe0fjo",
    "blank letters": "Oba\u3164san\uffa0jo\u2800",
    "Cyrillic": "\u041eb\u0430s\u0430njo",
    "Greek": "\u039fb\u03b1sanj\u03bf",
    "full width": "Ｏｂａｓａｎｊｏ",
    "mathematical": "𝐎𝐛𝐚𝐬𝐚𝐧𝐣𝐨",
    "circled": "Ⓞⓑⓐⓢⓐⓝⓙⓞ",
    "small capitals": "Oʙᴀsᴀɴᴊᴏ",
    "composed": "O\u0308basan\u0301jo",
    "underlined": "O\u0332b\u0332a\u0332s\u0332a\u0332n\u0332j\u0332o\u0332",
    "stacked marks": "O" + "\u0301" * 200 + "basanjo",
    "percent": "%4Fbas%61njo",
    "percent twice": "%254Fbasanjo",
    "percent, one byte": "Ob%E1sanjo",
    "HTML": "&#79;b&#x61;sanjo",
    "HTML twice": "&amp;#79;basanjo",
    "HTML, unseen": "Oba&#8203;san&shy;jo",
    "line end": "Oba-\nsanjo",
    "pseudonym inside": "Oba[CELL]sanjo",
}
NUMBERS = {
    "full width": "Ａ４８２１ＫＸ",
    "zero width": "A48\u200b21KX",
    "Cyrillic": "\u04104821\u041a\u0425",
    "Arabic digits": "A٤٨٢١KX",
    "mathematical": "A𝟒𝟖𝟐𝟏KX",
    "struck out, mathematical": "A𝟒\u0331𝟖\u0331𝟐𝟏KX",
    "pseudonym and zero width": "A48\u200b[ID]\u200b21KX",
    "full-width percent": "A％34821KX",
    "struck out": "A4\u03318\u03312\u03311\u0331KX",
    "keycaps": "A4\ufe0f\u20e38\ufe0f\u20e321KX",
    "circled": "A④⑧②①KX",
    "spaces": "A\u00a04821\u2009KX",
    "percent": "%41%34821KX",
    "HTML": "A&#52;821KX",
    "override": "\u202eA4821KX\u202c",
    "pseudonym inside": "A48[ID]21KX",
}


def outcome(redactor: Redactor, *segments: str) -> str:
    """Return the redacted text with tricks undone, or nothing where the text was refused or held."""
    try:
        result = redactor.redact(segments)
    except RedactionError as error:
        assert error.code and error.hint
        return ""
    return "\n".join(normalise(segment).text for segment in result.segments) if result.clean else ""


@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES)
def test_no_trick_hides_a_name(redactor: Redactor, name: str) -> None:
    text = SENTENCE.format(name)
    left = fold(outcome(redactor, text))
    assert left == fold(SENTENCE.format("[PERSON 1]"))
    # And again where only the repetition tells that it is a name.
    left = fold(outcome(redactor, SENTENCE.format("Obasanjo"), f"Later {name} was moved to another place."))
    assert "was moved to another place" in left and "later was" not in left
    assert not re.search("obas|sanjo|basa|anjo", left)


@pytest.mark.parametrize("number", NUMBERS.values(), ids=NUMBERS)
def test_no_trick_hides_a_number(redactor: Redactor, number: str) -> None:
    left = outcome(redactor, NUMBERED.format(number))
    assert left == NUMBERED.format("[ID]")


@pytest.mark.parametrize(
    "contact",
    ["john.obasanjo%40mail.example.org", "john.obasanjo&#64;mail.example.org", "jo\u200bhn.obasanjo＠mail.example.org",
     "john[ID]obasanjo@mail.example.org"],
)  # fmt: skip
def test_no_trick_hides_an_address(redactor: Redactor, contact: str) -> None:
    left = outcome(redactor, f"He asked us to write to {contact} about his complaint in the spring.")
    assert "write to [CONTACT] about" in left


def test_lone_surrogates_are_refused(redactor: Redactor) -> None:
    for half in ("\ud83d", "\udc80"):
        with pytest.raises(TextDamaged) as caught:
            redactor.redact([ENGLISH, SENTENCE.format(f"Oba{half}sanjo")])
        assert "sanjo" not in str(caught.value) and caught.value.hint


PIECES = [*"Ab4 [%&;#xéＡ𝐀", "\u0301", "\u20e3", "\u200b", "\ud83d", "\x00", "&#79;", "%4F", "%C3%B6", "&amp;",
          "&eacute;", "[ID]", "%25"]  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
@settings(max_examples=300, deadline=None)
def test_offsets_lead_back_whatever_was_undone(text: str) -> None:
    result = normalise(text)
    offsets = [result.original(at, at)[0] for at in range(len(result.text))] + [len(text)]
    assert all(0 <= first < second <= len(text) for first, second in pairwise(offsets[:-1]))
    assert not text or offsets[-1] > max(offsets[:-1], default=-1)
    # Undoing is done once: what is undone stays what it is, apart from what was escaped many times over.
    if not set("%&[") & set(text):
        assert normalise(result.text).text == result.text


@pytest.mark.parametrize(("text", "plain", "at"), [
    ("a%4Fb", "aOb", (1, 4)), ("a&eacute;b", "aéb", (1, 9)), ("aO\u0332b", "aOb", (1, 3)), ("a%254Fb", "aOb", (1, 6)),
    ("aO\u200bb", "aOb", (1, 3)), ("aＯb", "aOb", (1, 2)), ("a&amp;#79;b", "aOb", (1, 10)), ("a%F6b", "aöb", (1, 4)),
])  # fmt: skip
def test_the_second_letter_stands_where_it_stood(text: str, plain: str, at: tuple[int, int]) -> None:
    result = normalise(text)
    assert result.text == plain and result.original(1, 2) == at


@pytest.mark.parametrize(
    "text", ["50% of 90%", "AT&T & Co", "100%AB", "R&B;", "x[1]y", "[ID]", "2²", "हिन्दी", "100%25"]
)
def test_what_is_no_trick_is_left(text: str) -> None:
    assert normalise(text).text == text.replace("%25", "%")


@pytest.mark.parametrize("text", [DUTCH, RUSSIAN, f"{DUTCH}\n\n{DUTCH}"])
def test_other_languages_are_refused(redactor: Redactor, text: str) -> None:
    with pytest.raises(UnsupportedLanguage) as caught:
        redactor.redact([text])
    assert "commissie" not in str(caught.value)


@pytest.mark.parametrize("foreign", [DUTCH, RUSSIAN])
def test_a_foreign_paragraph_holds_the_document(redactor: Redactor, foreign: str) -> None:
    assert len(foreign) >= 150
    result = redactor.redact([ENGLISH, ENGLISH, ENGLISH, foreign])
    assert not result.clean
    assert {(left.segment, left.type) for left in result.residue} == {(3, "LANGUAGE")}
    assert any(item.segment == 3 and item.type == "LANGUAGE" for item in result.review)


def test_a_short_foreign_phrase_is_raised(redactor: Redactor) -> None:
    result = redactor.redact([ENGLISH, ENGLISH, "Ему сказали, что камера закрыта на ночь."])
    assert result.clean
    assert [item.segment for item in result.review if item.type == "LANGUAGE"] == [2]


@pytest.mark.parametrize("segments", [[], [""], ["", ""], [" \n\t\u3000 "], ["\x00\x01\x02\x1e\x1f"], ["\u200b\u202e"]])
def test_nothing_gives_nothing(redactor: Redactor, segments: list[str]) -> None:
    result = redactor.redact(segments)
    assert list(result.segments) == segments and result.clean and not result.spans


def test_pseudonyms_in_the_input_unmask_nobody(redactor: Redactor) -> None:
    text = [
        "[DETAINEE 1] Obasanjo told us that [[DETAINEE 1] Obasanjo] was cold and that Mr [DETAINEE 1]Obasanjo slept.",
        "He lives at 14 Tollgate Road [ID] Leeds LS6 2AB; he was [DETAINEE Obasanjo], then [PERSON Ifeanyi Obasanjo].",
        "Mr Threlkeld-Maas had met [DETAINEE 4], and [Mr Threlkeld-Maas] had met [STAFF 1].",
    ]
    left = outcome(redactor, *text)
    for gone in ("Obasanjo", "Ifeanyi", "Tollgate", "LS6", "Threlkeld", "Maas"):
        assert gone not in left
    assert "[DETAINEE 1] " in left and "[DETAINEE 4]" in left and "[STAFF 1]" in left
    # No new person is given the number of an earlier one.
    new = re.findall(r"\[(?:STAFF|DETAINEE|PERSON) \d+\]", left.splitlines()[2])
    assert new[0] not in ("[DETAINEE 1]", "[DETAINEE 4]", "[STAFF 1]") and new[0] == new[2]


def test_a_pseudonym_of_a_thousand_digits(redactor: Redactor) -> None:
    assert "Threlkeld" not in outcome(redactor, f"[DETAINEE {'9' * 5000}] met Mr Threlkeld-Maas in the yard.")


@pytest.mark.parametrize(
    "text",
    ["9" * 50_000, "1234567890 " * 500, "A" * 50_000, "Mr " + "Obasanjo" * 5000, "x" * 50_000, "[" * 5000 + "]" * 5000,
     "(" * 2000 + "Mr Obasanjo came" + ")" * 2000, "a" + "\u0301" * 20_000, "\u200b" * 50_000 + "Mr Obasanjo came.",
     "Mr &" + "amp;" * 5000 + "#79;basanjo", "Mr %" + "25" * 5000 + "4Fbasanjo", "a@" * 5000, "A-" * 5000,
     "Ab, " * 2000],
    ids=lambda text: text[:6],
)  # fmt: skip
def test_endless_repetition_ends_and_hides_nothing(redactor: Redactor, text: str) -> None:
    began = time.monotonic()
    left = outcome(redactor, text)
    # Seconds on a busy machine; without a bound on the work it would be hours.
    assert time.monotonic() - began < 30
    assert not re.search(r"bas[au]njo|\d{6}|[\w.]@", left)


def test_a_line_of_five_megabytes_is_refused_at_once(redactor: Redactor) -> None:
    began = time.monotonic()
    with pytest.raises(TextTooLong):
        redactor.redact([(SENTENCE.format("Obasanjo") + " ") * 50_000])
    with pytest.raises(TextTooLong):
        redactor.redact(["A clean row."] * (Policy.default().max_characters // 12 + 1))
    assert time.monotonic() - began < 2


def test_thousands_of_short_lines(redactor: Redactor) -> None:
    lines = [f"Row {number}: clean." for number in range(3000)] + ["Mr Obasanjo wrote it."]
    result = redactor.redact(lines)
    assert list(result.segments[:3000]) == lines[:3000] and "Obasanjo" not in result.segments[3000]
