"""The verifier: what is not in the evidence is not shown."""

from __future__ import annotations

import pytest

from assistant.answers.verify import Claim, fault_of, verify
from ingest.passage import Passage
from redaction.text import restore

PASSAGES = {
    "p-1": Passage("p-1", "d", 0, restore("4.2 Of 50 showers,  nine did not work in March."), "4.2", 1, "paragraph"),
    "p-2": Passage("p-2", "d", 1, restore("4.3 The kitchen was clean."), "4.3", 1, "paragraph"),
}
QUOTE = "Of 50 showers, nine did not work in March."


@pytest.mark.parametrize(
    ("claim", "fault"),
    [
        (Claim(QUOTE, (("p-1", QUOTE),)), None),
        (Claim("9 of 50 showers did not work.", (("p-1", QUOTE),)), None),
        (Claim("Twelve of 50 showers did not work.", (("p-1", QUOTE),)), "number"),
        (Claim("Nine of 50 showers did work.", (("p-1", QUOTE),)), "negation"),
        (Claim("In April nine showers did not work.", (("p-1", QUOTE),)), "date"),
        (Claim(QUOTE, (("p-2", QUOTE),)), "not in the cited"),
        (Claim(QUOTE, (("p-9", QUOTE),)), "not retrieved"),
        (Claim(QUOTE, ()), "no quotation"),
        (Claim("", (("p-1", QUOTE),)), "empty"),
        (Claim("Governors routinely falsify everything, not only showers.", (("p-1", QUOTE),)), "quantity in words"),
        (Claim(QUOTE, (("p-1", "  "),)), "not in the cited"),
    ],
)
def test_each_fault_is_found(claim: Claim, fault: str | None) -> None:
    verdict = verify([claim], PASSAGES)
    if fault is None:
        assert verdict.kept == (claim,)
    else:
        assert verdict.kept == ()
        assert fault in verdict.withheld[0]


def test_swapping_passages_fails_every_time() -> None:
    claims = [Claim(str(passage.text), ((name, str(passage.text)),)) for name, passage in PASSAGES.items()]
    swapped = {"p-1": PASSAGES["p-2"], "p-2": PASSAGES["p-1"]}
    assert len(verify(claims, PASSAGES).kept) == 2
    assert verify(claims, swapped).kept == ()


@pytest.mark.parametrize(
    ("quote", "sentence"),
    [
        ("The Minister rejected recommendation 2 at once.", "The Minister accepted recommendation 2 at once."),
        ("Violence rose during the year.", "Violence fell during the year."),
        ("Few patients had been seen by a doctor.", "Most patients had been seen by a doctor."),
        ("All cells had daylight.", "All cells had daylight and heating."),
        ("The Governor should repair the bells.", "The Minister should repair the bells."),
        ("The library was closed on weekdays.", "The library was open on weekdays."),
        ("Complaints decreased from 31 to 17.", "Complaints increased from 17 to 31."),
        ("Staff were kind but tired.", "Staff were kind but drunk."),
    ],
)
def test_one_word_that_turns_a_quotation_round_is_enough_to_withhold(quote: str, sentence: str) -> None:
    passage = Passage("p", "d", 0, restore(quote), "1", None, "paragraph")
    assert fault_of(Claim(sentence, (("p", quote),)), {"p": passage}) is not None


@pytest.mark.parametrize(
    ("quote", "sentence"),
    [
        ("Of 96 cell bells tested, 31 did not ring.", "The report says that 31 of the 96 tested bells did not ring."),
        ("A dentist came every second week; the waiting time was 17 weeks.", "The wait for the dentist was 17 weeks."),
    ],
)
def test_a_shorter_way_to_say_it_is_kept(quote: str, sentence: str) -> None:
    passage = Passage("p", "d", 0, restore(quote), "1", None, "paragraph")
    assert fault_of(Claim(sentence, (("p", quote),)), {"p": passage}) is None
