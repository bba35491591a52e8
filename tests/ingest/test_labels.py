"""Labels and numbers at the start of a block."""

import pytest

from ingest.structure.labels import inner_label, read_label


@pytest.mark.parametrize(
    ("text", "name", "kind", "rest"),
    [
        ("Recommendation 3: Close the cells.", "Recommendation 3", "recommendation", "Close the cells."),
        ("RECOMMENDATION 1. Each person", "Recommendation 1", "recommendation", "Each person"),
        ("R4. Repair the roof.", "R4", "recommendation", "Repair the roof."),
        ("AFI 3 The home should", "AFI 3", "area_for_improvement", "The home should"),
        ("Key concern 2: Nobody was in charge.", "Key concern 2", "concern", "Nobody was in charge."),
        ("Good practice 1. The garden", "Good practice 1", "good_practice", "The garden"),
        ("Good practice. The garden is open.", "Good practice", "good_practice", "The garden is open."),
        ("Ask 4. The Chief should", "Ask 4", "recommendation", "The Chief should"),
        ("Request 3. The Office asks", "Request 3", "request_for_information", "The Office asks"),
        ("Food (4.1). REPEAT DEFICIENCY D7: It was warm.", "Repeat deficiency D7", "deficiency", "It was warm."),
        ("To the Minister: 2. To equip the room.", "Recommendation 2", "recommendation", "To equip the room."),
        ("R2/1 The director should write.", "R2/1", "recommendation", "The director should write."),
        ("Recommendation 1/2: Close it.", "Recommendation 1/2", "recommendation", "Close it."),
        ("2.14 The cells", "2.14", "", "The cells"),
        ("17. The cells", "17", "", "The cells"),
        ("S12 The staff", "S12", "", "The staff"),
        ("(a) a lawyer", "(a)", "", "a lawyer"),
        ("96.1.1 ratify the Protocol", "96.1.1", "", "ratify the Protocol"),
        ("1º that nobody be kept there", "1", "", "that nobody be kept there"),
        ("3° that the hour be noted", "3", "", "that the hour be noted"),
        ("Opinion 2 (isolation)", "Opinion 2", "recommendation", ""),
        ("It was dark. Recommendation 8: End it.", "Recommendation 8", "recommendation", "End it."),
    ],
)
def test_reads_a_label(text: str, name: str, kind: str, rest: str) -> None:
    label = read_label(text)
    assert label is not None
    assert (label.name, label.kind, text[label.start :]) == (name, kind, rest)


@pytest.mark.parametrize(
    "text",
    [
        "Recommendation 3 was accepted in May.",
        "14 March 2024 was a Thursday",
        "The cells were cold.",
        "Asked about it, staff",
        "38° C was read on the thermometer.",
        "It was dark. Recommendation 8 of 2019 had asked for lamps.",
    ],
)
def test_reads_none_in_plain_sentences(text: str) -> None:
    assert read_label(text) is None


@pytest.mark.parametrize(
    ("text", "number", "rest"),
    [
        ("4.2 Urgent recommendation: Mend the roof.", "4.2", "Mend the roof."),
        ("(a) Recommendation 1. Close the room.", "1", "Close the room."),
    ],
)
def test_reads_the_label_behind_a_number(text: str, number: str, rest: str) -> None:
    label = read_label(text)
    assert label is not None
    inner = inner_label(text, label)
    assert inner is not None
    assert (inner.kind, inner.number, text[inner.start :]) == ("recommendation", number, rest)


def test_keeps_the_addressee_beside_the_number() -> None:
    label = read_label("Recommendation 2 (to Harbour Custody Ltd): Children must travel alone.")
    assert label is not None
    assert label.qualifier == "to Harbour Custody Ltd"


@pytest.mark.parametrize(
    ("text", "number", "kind"),
    [
        ("FIRST. Repair the roof.", "FIRST", ""),
        ("TWENTY-FIRST.- Repair the roof.", "TWENTY-FIRST", ""),
        ("Second recommendation: Repair the roof.", "Second", "recommendation"),
        ("Recommendation Three: Repair the roof.", "Three", "recommendation"),
        ("Suggestion 2. Open the library.", "2", "recommendation"),
        ("3. RECOMMENDATION", "3", "recommendation"),
        ("2023/04 Repair the roof.", "2023/04", ""),
        ("KRL2301: Repair the roof.", "KRL2301", ""),
        ("MJ-1 Repair the roof.", "MJ-1", ""),
        ("[+] MJ-1. The roof is tight.", "MJ-1", ""),
    ],
)
def test_numbers_in_words_and_codes(text: str, number: str, kind: str) -> None:
    label = read_label(text)
    assert label is not None
    assert (label.number, label.kind) == (number, kind)


def test_an_ordinal_that_goes_on_with_its_sentence_is_no_number() -> None:
    assert read_label("First, we saw the kitchen.") is None
    assert read_label("COVID-19: visits were stopped.") is None
    assert read_label("COVID-19 Measures were in force.") is None


@pytest.mark.parametrize(
    ("text", "number", "rest"),
    [
        ("Rec. 3/2023. Take the chains off.", "3/2023", "Take the chains off."),
        ("3/2023. Take the chains off.", "3/2023", "Take the chains off."),
        ("Recommendation iv (inquiry): nothing was done.", "iv", "nothing was done."),
        ("Par. 4.1 - Concur.", "4.1", "Concur."),
        ("R.2 Not done.", "2", "Not done."),
        ("#2 – not done", "2", "not done"),
        ("2024-02: The roof should be mended.", "2024-02", "The roof should be mended."),
        ("[Governor] 3. Open the yard.", "3", "Open the yard."),
    ],
)
def test_numbers_with_a_year_small_letters_and_a_word_for_paragraph(text: str, number: str, rest: str) -> None:
    label = read_label(text)
    assert label is not None
    assert (label.number, text[label.start :]) == (number, rest)


def test_sections_under_a_letter_are_no_deficiencies() -> None:
    assert read_label("D.1 The total cost is known.") is None


def test_a_date_and_that_is_are_no_numbers() -> None:
    assert read_label("3/2023 was a bad month.") is None
    assert read_label("2024-02-14 was a Wednesday") is None
    assert read_label("Recommendation i.e. what was asked") is None
