"""Legends: what letters, signs, scores, colours and prefixes stand for, and what is read by them."""

from __future__ import annotations

from functools import partial

import pytest

from ingest.passage import DocumentKind, Metadata, RegisterEntry
from ingest.register.legend import Legend, is_legend, pairs_in
from tests.ingest.report_builder import register_of, report

RETURN = Metadata(title="Return to Marlpit House", place="Marlpit House")
REPLY = Metadata(title="Reply on Marlpit House", place="Marlpit House")
VISIT = Metadata(title="Visit to Marlpit House", place="Marlpit House", visit_start="2024-05-03")


read = partial(register_of, metadata=RETURN)


def verdicts(found: list[RegisterEntry]) -> list[tuple[str | None, str | None]]:
    return [(one.number, one.status_verified) for one in found if one.kind == "progress"]


def positions(found: list[RegisterEntry]) -> list[tuple[str | None, str | None]]:
    return [(one.number, one.status_claimed) for one in found if one.kind == "response"]


@pytest.mark.parametrize(
    ("text", "meanings"),
    [
        (
            "Pos.: Y = agreed; H = agreed in part; X = not agreed.",
            {"Y": "agreed", "H": "agreed in part", "X": "not agreed"},
        ),
        ("Columns: number; view (A = accepted, N = not accepted); reason.", {"A": "accepted", "N": "not accepted"}),
        ("Key: [+] kept   [~] begun   [-] nothing", {"+": "kept", "~": "begun", "-": "nothing"}),
        ("The signs are ours: [+] kept, [–] broken.", {"+": "kept", "-": "broken"}),
        ("The lights are ours: green, kept; red, broken.", {"green": "kept", "red": "broken"}),
        ("Marks: 0 = nothing, 1 = on paper, 2 = in practice.", {"0": "nothing", "1": "on paper", "2": "in practice"}),
        (
            "The letters name whom we ask: MH, Ministry of Health; GP, Governor.",
            {"MH": "Ministry of Health", "GP": "Governor"},
        ),
        ("✓ done ½ half done ✗ not done", {"✓": "done", "½": "half done", "✗": "not done"}),
        ("Food was cold; beds, which were wet; the yard, shut.", {}),
        ("Doctors, two; nurses, four.", {}),
        ("[+] 1. The kitchen is clean; meals are hot.", {}),
    ],
)
def test_signs_with_what_they_mean(text: str, meanings: dict[str, str]) -> None:
    assert dict(pairs_in(text)) == meanings


def test_a_sign_is_known_with_and_without_its_brackets() -> None:
    legend = Legend(report("Key: [+] kept [–] broken", "AMB = Ministry of the Sea").blocks)
    assert legend.meaning("[-]") == "broken"
    assert legend.meaning("amb") == "Ministry of the Sea"
    assert legend.meaning("?") is None
    assert legend.opening("[+] 1. Lamps. All lit.") == ("[+]", 4)
    assert legend.opening("[?] 2. Bells.") is None


def test_a_legend_is_told_from_what_is_judged() -> None:
    assert is_legend("Green: carried out. Amber: begun. Red: nothing seen.")
    assert not is_legend("1. Lamps: all lit. 2. Bells: still broken, as they were.")


def test_signs_before_items_judge_them_and_the_legend_is_no_entry() -> None:
    found = read(
        "# Return to Marlpit House",
        "Key: [+] kept to [~] begun [-] nothing done",
        "[+] 1. Lamps. All are lit at night.",
        "[~] 2. Nurse. She comes on Mondays.",
        "[-] 3. Yard. The door has no key.",
    )
    assert [(one.kind, one.number) for one in found] == [("progress", "1"), ("progress", "2"), ("progress", "3")]
    assert [status for _, status in verdicts(found)][2] == "not implemented"
    assert found[0].text == "[+] 1. Lamps. All are lit at night."


@pytest.mark.parametrize(
    ("legend", "signs"),
    [
        ("✓ done, ½ half done, ✗ not done", ("✓", "½", "✗")),
        ("A: carried out. B: partly carried out. C: nothing done.", ("A", "B", "C")),
        ("●●● carried out, ●○○ carried out in part, ○○○ nothing done", ("●●●", "●○○", "○○○")),
    ],
)
def test_signs_behind_the_number_or_the_subject(legend: str, signs: tuple[str, str, str]) -> None:
    full, half, none = signs
    found = read(
        "# Return to Marlpit House",
        legend,
        f"1. Lamps. {full}. All are lit." if full == "A" else f"1. Lamps {full} All are lit.",
        f"2. Nurse. {half}. On Mondays." if half == "B" else f"2. Nurse {half} On Mondays.",
        f"3. Yard. {none}. Shut." if none == "C" else f"3. Yard {none} Shut.",
    )
    assert verdicts(found) == [("1", "implemented"), ("2", "partly implemented"), ("3", "not implemented")]


@pytest.mark.parametrize(
    ("full", "half", "none"), [("100 %", "40 %", "0 %"), ("3/3", "1/3", "0/3"), ("yes", "in part", "no")]
)
def test_shares_and_words_judge_without_a_legend(full: str, half: str, none: str) -> None:
    found = read(
        "# Return to Marlpit House",
        f"Recommendation i (lamps): {full}. All are lit.",
        f"Recommendation ii (nurse): {half}. On Mondays.",
        f"Recommendation iii (yard): {none}. The door has no key.",
    )
    assert verdicts(found) == [("i", "implemented"), ("ii", "partly implemented"), ("iii", "not implemented")]


def test_words_of_a_report_on_a_first_visit_judge_nothing() -> None:
    found = read(
        "# Visit to Marlpit House", "1. Hot water: yes. All day.", "2. Lamps: no. Two cells were dark.", metadata=VISIT
    )
    assert verdicts(found) == []


def test_letters_of_a_table_are_positions_as_its_legend_says() -> None:
    found = read(
        "# Reply on Marlpit House",
        "Pos.: A = accepted; P = accepted in part; N = not accepted; D = done.",
        "| Rec. | Office | Pos. | Explanation",
        "| 1 | Governor | D | Lamps were bought in May.",
        "| 2 | Ministry of Health | P | A nurse on weekdays. Nights cannot be paid.",
        "| 3 | Governor | N | The wall would have to be moved.",
        "| 4 | Governor | A | The register is being printed.",
        metadata=REPLY,
        kind=DocumentKind.RESPONSE,
    )
    assert positions(found) == [("1", "implemented"), ("2", "partly accepted"), ("3", "rejected"), ("4", "accepted")]


def test_scores_of_an_earlier_document_judge_by_their_key() -> None:
    found = read(
        "# Scores for Marlpit House",
        "Scores: 0 = nothing done, 1 = on paper only, 2 = partly in practice, 3 = fully in practice.",
        "| Paragraph of 2022 report | Score | Basis",
        "| 4.1 lamps | 3 | All are lit at night.",
        "| 4.2 nurse | 2 | On Mondays she comes.",
        "| 4.3 yard | 0 | The door has no key.",
        metadata=Metadata(title="Scores for Marlpit House", place="Marlpit House"),
    )
    assert verdicts(found) == [("4.1", "implemented"), ("4.2", "partly implemented"), ("4.3", "not implemented")]


def test_prefixes_of_numbers_name_whom_a_legend_names() -> None:
    found = read(
        "# Visit to Marlpit House",
        "# Recommendations",
        "The letters show the addressee: GV, Governor of the house; MH, Ministry of Health.",
        "GV-1. Replace the lamps of block B.",
        "MH-1. Appoint a nurse for the nights.",
        metadata=VISIT,
    )
    asked = [(one.number, one.addressee) for one in found if one.kind == "recommendation"]
    assert asked == [("GV-1", "Governor of the house"), ("MH-1", "Ministry of Health")]


def test_letters_in_a_column_of_addressees_are_those_of_the_line_below() -> None:
    found = read(
        "# Visit to Marlpit House",
        "# Recommendations",
        "| No. | What is recommended | To",
        "| 1 | Replace the lamps of block B | NIP",
        "| 2 | Appoint a nurse for the nights | SHA",
        "To: NIP = National Institute of Prisons; SHA = State Health Administration.",
        metadata=VISIT,
    )
    asked = [one.addressee for one in found if one.kind == "recommendation"]
    assert asked == ["National Institute of Prisons", "State Health Administration"]


@pytest.mark.parametrize("form", ["({})", "→ {}"])
def test_names_behind_the_items_of_one_list_are_addressees(form: str) -> None:
    found = read(
        "# Visit to Marlpit House",
        "# Recommendations",
        f"1. All lamps are to be replaced by May {form.format('Circle of elders')}.",
        f"2. A nurse should be appointed for the nights {form.format('Ministry of Health')}.",
        f"3. The yard should be opened every day {form.format('Circle of elders')}.",
        f"4. The register should be bound {form.format('Governor')}.",
        metadata=VISIT,
    )
    asked = [one.addressee for one in found if one.kind == "recommendation"]
    assert asked == ["Circle of elders", "Ministry of Health", "Circle of elders", "Governor"]


@pytest.mark.parametrize("header", [("| Mark | Meaning",), ("# Legend",)])
def test_a_table_of_two_columns_explains_signs(header: tuple[str, ...]) -> None:
    found = read(
        "# Return to Marlpit House",
        "| No. in 2022 | Subject | Mark | What we saw",
        "| 1 | Lamps | K | All are lit at night.",
        "| 2 | Nurse | H | On Mondays she comes.",
        "| 3 | Yard | B | The door has no key.",
        *header,
        "| K | kept: carried out in full",
        "| H | kept by half: carried out in part",
        "| B | broken: not carried out",
    )
    assert verdicts(found) == [("1", "implemented"), ("2", "partly implemented"), ("3", "not implemented")]
