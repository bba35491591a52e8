"""Who is to act, as a sentence, a label or a line prints it."""

import pytest

from ingest.register.addressee import (
    leading_addressee,
    subject_addressee,
    trailing_addressee,
)
from ingest.register.addressee_groups import group_addressee, introduced_addressee
from ingest.register.offices import is_actor


@pytest.mark.parametrize(
    ("sentence", "addressee"),
    [
        ("The Governor should open the yard.", "Governor"),
        ("With immediate effect, the Norrish Health Board should send a nurse.", "Norrish Health Board"),
        ("We recommend that the hospital recruit two psychologists.", "hospital"),
        ("I recommend that, in the coming year, the Service develop a strategy.", "Service"),
        ("The NPM proposes to the Ministry of Health to ensure an examination.", "Ministry of Health"),
        ("It also recommends that the Prosecutor General ensure an inquiry.", "Prosecutor General"),
        ("Before any such move the director is to hear the doctor.", "director"),
        ("After the end of the week the Ministry of the Interior must report.", "Ministry of the Interior"),
        ("Before each move a nurse is to see whoever is moved.", None),
        ("It follows that the Norrish Police should inform everyone.", "Norrish Police"),
        ("In the Guardian's view the Norrish Police should inform everyone.", "Norrish Police"),
        ("The repair of all showers is recommended to the Ministry of Works, to be done by May.", "Ministry of Works"),
        ("No child is to be held; the Border Police is to move each family at once.", "Border Police"),
        ("Steps must be taken by the Ministry of Works to mend the roof.", "Ministry of Works"),
        ("The Area Commissioner considers transfers.", "Area Commissioner"),
        ("The contractor to repair the lines within one month.", "contractor"),
        ("That Norrish Corrective Services reviews its searches.", "Norrish Corrective Services"),
        ("The Health Area of Norrish is recommended to verify the number of staff.", "Health Area of Norrish"),
        ("To the same Board it is recommended to end the use of belts.", "Board"),
        ("It further asked the Prison Service to hold sittings every fortnight.", "Prison Service"),
        ("Also new: the Prison Service should hire an interpreter.", "Prison Service"),
        ("The Observer recommended to the Prison Service (Recommendation 3) that books be bought.", "Prison Service"),
        ("With immediate effect, no prisoner should wear chains.", None),
        ("The prison rules should be amended.", None),
        ("Police officers should be reminded of the law.", None),
        ("The padded cells at Ashwick Prison should be taken out of use.", None),
    ],
)
def test_the_subject_that_can_act(sentence: str, addressee: str | None) -> None:
    assert subject_addressee(sentence) == addressee


@pytest.mark.parametrize(
    ("line", "addressee"),
    [
        ("To the prison administration:", "prison administration"),
        ("TO THE PRISON SERVICE", "Prison Service"),
        ("Recommendations for the Head of Education", "Head of Education"),
        ("Recommendation to be actioned by: the Head of Healthcare", "Head of Healthcare"),
        ("4.2 Recommendations to the Ministry of Justice", "Ministry of Justice"),
        ("Areas for improvement", None),
        ("Requests for information", None),
    ],
)
def test_headings_and_lines_of_a_group(line: str, addressee: str | None) -> None:
    assert group_addressee(line) == addressee


def test_leads_name_whom_they_ask() -> None:
    assert introduced_addressee("I recommend that Te Whare Oranga:") == "Te Whare Oranga"
    assert introduced_addressee("The Commission recommended that management:") == "management"
    assert introduced_addressee("It is recommended that:") is None


def test_addressees_before_and_behind_the_words() -> None:
    assert leading_addressee("To the Ministry of the Interior: heat the rooms.") == "Ministry of the Interior"
    assert trailing_addressee("Cameras should be on. (To the governor)") == ("governor", 21)
    assert trailing_addressee("Mend it. (See paragraph 4 of the prison service order)") is None


def test_actors_are_told_by_their_head_word() -> None:
    assert is_actor("competent authorities")
    assert is_actor("head nurse")
    assert not is_actor("prison rules")
    assert not is_actor("cells")


@pytest.mark.parametrize(
    ("text", "addressee"),
    [
        ("repeats to the Centre for Social Work the recommendation to hear all wards;", "Centre for Social Work"),
        ("The Office points out to the Ministry of Works the necessity of a roof.", "Ministry of Works"),
        (
            "recommends to the Ministry of Works, as a new recommendation, to mend the roof.",
            "Ministry of Works",
        ),
    ],
)
def test_whom_a_recommendation_is_put_to_again(text: str, addressee: str) -> None:
    assert subject_addressee(text) == addressee


@pytest.mark.parametrize(
    ("line", "addressee"),
    [
        ("To the Service for Supervised Release:", "Service for Supervised Release"),
        ("To ensure that everyone can call the office:", None),
        ("To service the boilers of the prison:", None),
    ],
)
def test_an_office_may_be_called_like_a_verb(line: str, addressee: str | None) -> None:
    assert group_addressee(line) == addressee
