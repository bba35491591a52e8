from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.instruments.reference import BadReference, Reference, children_of, parse_reference, roman_value


@pytest.mark.parametrize(
    ("written", "canonical", "locator"),
    [
        ("OPCAT:19(b)", "OPCAT:19(b)", "art. 19(b)"),
        ("OPCAT 19 b", "OPCAT:19(b)", "art. 19(b)"),
        ("opcat art 19(b)", "OPCAT:19(b)", "art. 19(b)"),
        ("Article 19 (b) OPCAT", "OPCAT:19(b)", "art. 19(b)"),
        ("art. 19b of the Optional Protocol", "OPCAT:19(b)", "art. 19(b)"),
        ("art. 10 (2)(b) ICCPR", "ICCPR:10(2)(b)", "art. 10(2)(b)"),
        ("ICCPR, article 10, paragraph 2 (b)", "ICCPR:10(2)(b)", "art. 10(2)(b)"),
        ("Article 10.2.b ICCPR", "ICCPR:10(2)(b)", "art. 10(2)(b)"),
        (
            "paragraph 2 of article 21 of the Optional Protocol to the Convention against Torture",
            "OPCAT:21(2)",
            "art. 21(2)",
        ),
        ("article 12 of the Convention against Torture", "CAT:12", "art. 12"),
        ("CRC 40 (2) (b) (vii)", "CRC:40(2)(b)(vii)", "art. 40(2)(b)(vii)"),
        (
            "Article 14(1)(b) of the Convention on the Rights of Persons with Disabilities",
            "CRPD:14(1)(b)",
            "art. 14(1)(b)",
        ),
        ("Mandela Rule 43(1)", "NMR:43(1)", "rule 43(1)"),
        ("Rule 45 of the Nelson Mandela Rules", "NMR:45", "rule 45"),
        ("EPR 18.4", "EPR:18.4", "rule 18.4"),
        ("principle 33 Body of Principles", "BOP:33", "principle 33"),
        ("CAT/OP/1/Rev.1, para. 45", "NPMT2:45", "para. 45"),
        ("CAT/OP/1, para. 9", "NPMT:9", "para. 9"),
        ("OPCAT preamble", "OPCAT:PREAMBLE", "preamble"),
        ("CPT:GR2(36)", "CPT:GR2(36)", "General Report No. 2, para. 36"),
        ("OPCAT 11(1)(b)(ii)", "OPCAT:11(b)(ii)", "art. 11(b)(ii)"),
    ],
)
def test_usual_forms(written: str, canonical: str, locator: str) -> None:
    reference = parse_reference(written)
    assert str(reference) == canonical
    assert reference.locator == locator
    assert parse_reference(canonical) == reference


def test_instrument_that_is_meant_can_be_given() -> None:
    assert str(parse_reference("art. 20(d)", default="OPCAT")) == "OPCAT:20(d)"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   ",
        "OPCAT",
        "OPCAT:",
        "article 19",
        "19(b)",
        "OPCAT article nineteen",
        "OPCAT 19 and 20 and 21 and 22",
        "OPCAT 19 <script>",
        "OPCAT 19 treatment",
        "OPCAT 12345",
        "HMP Somewhere 3.4",
        "x" * 200,
    ],
)
def test_anything_else_is_refused(text: str) -> None:
    with pytest.raises(BadReference):
        parse_reference(text)


@given(
    st.sampled_from(["OPCAT", "CAT", "CRC", "NMR"]),
    st.integers(1, 99),
    st.lists(st.sampled_from(["1", "2", "12", "a", "b", "f", "i", "iv", "xii"]), max_size=3),
)
def test_canonical_form_round_trips(instrument: str, head: int, parts: list[str]) -> None:
    text = f"{instrument}:{head}" + "".join(f"({part})" for part in parts)
    assert parse_reference(str(parse_reference(text))) == parse_reference(text)


@given(st.text(max_size=140))
def test_no_text_breaks_the_parser(text: str) -> None:
    try:
        reference = parse_reference(text, default="OPCAT")
    except BadReference:
        return
    assert parse_reference(str(reference)) == reference


def test_family() -> None:
    letter = parse_reference("CRC:40(2)(b)")
    numeral = parse_reference("CRC:40(2)(b)(iv)")
    assert numeral.parent == letter
    assert str(numeral.article) == "CRC:40"
    assert [str(above) for above in numeral.ancestors] == ["CRC:40", "CRC:40(2)", "CRC:40(2)(b)"]
    assert letter.contains(numeral)
    assert not numeral.contains(letter)
    assert not parse_reference("CRC:4").contains(numeral)
    assert Reference("CRC", "40").parent is None


def test_order_is_that_of_the_instrument() -> None:
    ordered = ["OPCAT:PREAMBLE", "OPCAT:2(1)", "OPCAT:2(10)", "OPCAT:11(b)", "OPCAT:11(b)(ii)", "OPCAT:11(b)(ix)"]
    ordered += ["OPCAT:11(c)", "OPCAT:11(i)", "CAT:1", "ECPT:10", "ECPT:ANNEX(1)", "EPR:18.4", "EPR:18.10"]
    references = [parse_reference(text) for text in ordered]
    assert sorted(set(references), key=lambda ref: ref.sort_key) == references


def test_children() -> None:
    texts = ["OPCAT:20(b)", "OPCAT:20(a)", "OPCAT:20", "OPCAT:2(1)", "OPCAT:20(a)(i)"]
    found = children_of(parse_reference("OPCAT:20"), map(parse_reference, texts))
    assert [str(ref) for ref in found] == ["OPCAT:20(a)", "OPCAT:20(b)"]


def test_roman_numerals() -> None:
    assert [roman_value(text) for text in ("i", "iv", "vii", "ix", "xiv", "b", "", "iiii")] == [1, 4, 7, 9, 14, 0, 0, 0]
