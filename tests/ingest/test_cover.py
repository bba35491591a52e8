"""Covers of United Nations reports name body and State; other documents have none."""

from ingest.metadata.cover import read_cover

LINES = ["A/HRC/99/7", "General Assembly", "4 March 2031", "Universal Periodic Review"]


def test_body_and_state():
    cover = read_cover(
        [*LINES, "Report of the Working Group on the Universal Periodic Review *", "Ruritania", "* Note."]
    )
    assert cover is not None
    assert (cover.body, cover.state) == ("Working Group on the Universal Periodic Review", "Ruritania")
    assert cover.title == "Report of the Working Group on the Universal Periodic Review: Ruritania"


def test_state_of_several_words_below_a_note():
    lines = [
        *LINES,
        "Report of the Working[*] Group on the Universal Periodic Review",
        "*",
        "The Republic of Grand Fenwick",
    ]
    cover = read_cover(lines)
    assert cover is not None and cover.state == "The Republic of Grand Fenwick"


def test_no_state_no_cover():
    assert read_cover([*LINES, "Report of the Working Group on the Universal Periodic Review", "Annex"]) is None
    assert read_cover(["Report of the visit to HMP Ashwick", "Ashwick"]) is None
