"""What letters ask for, and whom they ask."""

from __future__ import annotations

import pytest

from ingest.register.addressee import subject_addressee
from ingest.register.polite import asks_politely


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("It would be well if the Registrar would have the cells painted.", "recommendation"),
        ("We should be obliged if the Superintendent would remove the bolt.", "recommendation"),
        ("I should be grateful if the Ministry would let us know what was decided.", "request_for_information"),
        ("I would ask that the Division account for its plans for the yard.", "request_for_information"),
        ("May I ask you to look again at the case of the boy who was moved?", "recommendation"),
        ("Could the Ministry explain why the file was lost?", "request_for_information"),
        ("The Department might consider opening the yard on Sundays.", "recommendation"),
        ("It is high time that the school had a well.", "recommendation"),
        ("We look forward to being told what was done about the well.", "request_for_information"),
        ("He said that he would be grateful if the officer would open the door.", None),
        ("Patients might consider leaving.", None),
        ("It would be good weather for the yard.", None),
    ],
)
def test_a_sentence_asks_as_a_letter_does(sentence: str, kind: str | None) -> None:
    assert asks_politely(sentence) == kind


@pytest.mark.parametrize(
    ("sentence", "office"),
    [
        ("We recommend also that the Ministry of Education fill the post.", "Ministry of Education"),
        ("We now recommend to the Judicial Department, a limit of six persons.", "Judicial Department"),
        ("The Board would be glad to hear from the Ministry of Defence how many were held.", "Ministry of Defence"),
        ("It would be well if the Registrar would have the cells painted.", "Registrar"),
        ("I should like the school to keep a register.", "school"),
        ("Could the Ministry explain why the file was lost?", "Ministry"),
    ],
)
def test_an_office_that_the_sentence_asks_is_its_addressee(sentence: str, office: str) -> None:
    assert subject_addressee(sentence) == office
