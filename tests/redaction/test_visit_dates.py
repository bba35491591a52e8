"""Dates of visits, of laws, numbers of papers and of offices: they belong to nobody."""

from __future__ import annotations

import pytest

from redaction import Policy, Redactor
from redaction.particulars.papers import is_lettered, is_symbol, of_a_desk, of_a_law, of_a_paper, whole_code
from redaction.particulars.visit_dates import VisitDates

TITLE = "Report on an unannounced visit to HMP Ellerbank, 4 to 6 March 2025\n"


@pytest.mark.parametrize("date", ["5 March 2025", "4 March", "March 6, 2025", "06.03.2025", "4 to 6 March 2025"])
def test_days_of_the_visit_are_known_in_every_notation(date: str) -> None:
    """The range in the title names three days."""
    assert VisitDates(TITLE + "He fell on the stairs.").holds(date)


@pytest.mark.parametrize("date", ["7 March 2025", "5 March 2024", "5 April", "March 2025", "last week"])
def test_other_days_are_not(date: str) -> None:
    """Another day, another year, or no day at all."""
    assert not VisitDates(TITLE).holds(date)


def test_a_visit_of_the_family_is_not_the_visit_of_the_report() -> None:
    """Only inspections are public."""
    text = "x" * 1300 + "\nHis family visit of 9 May 2024 was refused. The delegation visited the block on 3 May 2024."
    dates = VisitDates(text)
    assert dates.holds("3 May 2024") and not dates.holds("9 May 2024")


@pytest.mark.parametrize(
    "text",
    [
        "The mechanism carried out, in the period 22-24 October 2024, unannounced visits to the hospital.",
        "I refer to the visit of a commission of three of your members to the Hospital on 23 October 2024.",
    ],
)
def test_days_may_stand_before_the_word_or_far_behind_it(text: str) -> None:
    """As letters and reports in translated English print them."""
    assert VisitDates("x" * 1300 + "\n" + text).holds("23 October 2024")


def test_a_day_in_a_clause_of_its_own_is_not_of_the_visit() -> None:
    """What happened to somebody is told of in a clause that begins with a pronoun."""
    text = "x" * 1300 + "\nAt the visit to the block where he had been put after the fall on 9 May 2024 he was quiet."
    assert not VisitDates(text).holds("9 May 2024")


def test_the_strict_profile_keeps_the_dates_of_the_visit() -> None:
    """Beside a named person too; that person's own dates go."""
    strict = Redactor(Policy.named("strict"))
    result = strict.redact(
        [TITLE, "Mr Oluwaseun Adebanjo met the team on 5 March 2025. He had been assaulted on 2 January 2025."]
    )
    assert "5 March 2025" in result.segments[1] and "2 January" not in result.segments[1]


def test_numbers_and_dates_of_papers() -> None:
    """Words before a number say whose it is."""
    text = "Inspection record EO/3318/2025 and prisoner number EO/3318/2025"
    first, second = text.index("EO"), text.rindex("EO")
    assert of_a_paper(text, first) and not of_a_paper(text, second)
    law = "those sentenced before 1 October 2004 and he was sentenced on 1 October 2004"
    assert of_a_law(law, law.index("1 Oct")) and not of_a_law(law, law.rindex("1 Oct"))
    line = "the hotline 01632 960 811, his sister on 01632 960 812"
    assert of_a_desk(line, line.index("0"), line.index(",")) and not of_a_desk(line, line.rindex("01632"), len(line))
    assert is_symbol("CAT/OP/ABC/1", 0) and not is_symbol("CATS/12", 0)


def test_a_number_is_taken_whole() -> None:
    """Parts that touch belong together; letters and four digits make it somebody's."""
    text = "on file under LQ-2024-00093."
    start = text.index("00093")
    assert whole_code(text, start, start + 5) == (text.index("LQ"), len(text) - 1)
    assert is_lettered("LQ-2024-00093") and not is_lettered("2024-00093") and not is_lettered("LQ-12")
