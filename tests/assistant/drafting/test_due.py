"""A day that has passed binds nobody; "as soon as the reason ceases" gives no reason."""

from __future__ import annotations

from assistant.drafting.due import has_passed
from assistant.drafting.judgement import Criterion, Standing
from assistant.drafting.linting import check_one


def test_a_day_that_has_passed_is_not_met() -> None:
    checked = check_one("From 1 March 2005 the governor should fit a bell in every cell.")
    assert checked.standing(Criterion.TIME_BOUND) is not Standing.MET
    assert has_passed("by 1 March 2025", "2025-03-02") and not has_passed("by 1 March 2025", "2025-03-01")
    assert not has_passed("within three months", "2025-03-02")


def test_as_soon_as_is_no_ground() -> None:
    checked = check_one("The governor should end each placement as soon as the reason for it ceases to exist.")
    assert checked.standing(Criterion.ARGUED) is not Standing.MET
