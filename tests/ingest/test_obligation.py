"""Which sentences of running text recommend, ask or praise, and which only tell."""

import pytest

from ingest.register.obligation import inline_kind


@pytest.mark.parametrize(
    "sentence",
    [
        "The Committee recommends that the cells be lit.",
        "It also suggests that the house record each search.",
        "The NPM proposes to the Ministry of Health to send a doctor.",
        "The Commission calls for the closure of the two cells.",
        "We urge the Prison Service to review the rule.",
        "The Panel must reiterate its recommendation that the cells be closed.",
        "It would be desirable for a doctor to come every day.",
        "In the Guardian's view a plan is to be drawn up for every resident.",
        "In the Parliamentary Guardian's opinion the company should give grounds for each measure.",
        "In the view of the Commission, only nurses should hand out medicines.",
        "Steps should be taken to shorten the wait.",
        "It must be ensured that everyone can go outside.",
        "The State party must ensure access to water.",
    ],
)
def test_sentences_that_recommend(sentence: str) -> None:
    assert inline_kind(sentence) == "recommendation"


@pytest.mark.parametrize(
    "sentence",
    [
        "Under the Police Act detained persons should be allowed a telephone call.",
        "Staff explained that a patient should be released as soon as he is calm.",
        "The guidelines state that reports should be made within a day.",
        "In 2019 the Committee had recommended that the wing be closed.",
        "Article 22 of the Protocol asks States to enter into a dialogue.",
        "The Ministry accepted recommendations 3 and 4.",
        "It stressed that racism must be fought.",
        "During this inspection we identified five key concerns, of which two should be treated as priorities.",
    ],
)
def test_sentences_that_only_tell(sentence: str) -> None:
    assert inline_kind(sentence) is None


@pytest.mark.parametrize(
    "sentence",
    [
        "The Committee would like to receive confirmation that the cells are closed.",
        "The Panel requests the Norrish authorities' comments on this matter.",
        "The Subcommittee requests that the State party reply within six months.",
        "The State party is requested to provide in its reply a list of those transferred.",
        "We ask each of them to let us know what has been done.",
    ],
)
def test_requests_for_information(sentence: str) -> None:
    assert inline_kind(sentence) == "request_for_information"


def test_a_count_of_requests_asks_for_nothing() -> None:
    assert inline_kind("Of 250 requests received in May, 31 had no answer.") is None


def test_praise_that_others_should_follow_is_good_practice() -> None:
    assert inline_kind("The shared kitchen is highlighted as good practice.") == "good_practice"
    assert inline_kind("The group recommends that other houses follow this example.") == "good_practice"


def test_what_follows_a_recommendation_goes_on_with_it() -> None:
    assert inline_kind("Officers should be reminded of this.", asked=True) == "recommendation"
    assert inline_kind("Officers should be reminded of this.") is None


@pytest.mark.parametrize(
    "sentence",
    [
        "Replies are expected within 60 days.",
        "The authorities should reply within 30 days.",
        "The Ministry must respond in writing within three months.",
        "The deadline for replies is 1 June 2025.",
        "Answers must reach us within 60 days.",
        "The Department shall submit its observations within two months.",
        "Please let us have your reply by 4 May 2025.",
        "The Division asks the Governor to supply, by 3 May 2025, the number of women held in each wing.",
    ],
)
def test_the_time_for_an_answer_is_no_recommendation(sentence: str) -> None:
    assert inline_kind(sentence, opens=True) == "request_for_information"


@pytest.mark.parametrize(
    "sentence",
    [
        "The Director should ensure that officers respond to cell bells within five minutes.",
        "The Ministry should provide a written reply to each complaint within ten days.",
        'The Attorney General should bring a Bill that ends the detention of "wayward children".',
    ],
)
def test_the_time_for_other_answers_is_one(sentence: str) -> None:
    assert inline_kind(sentence, opens=True) == "recommendation"


@pytest.mark.parametrize(
    "sentence",
    [
        "The nurse had written that he must be seen by a surgeon.",
        "We regard this as force used as it should be.",
        "Restraint must be the last resort.",
    ],
)
def test_what_is_told_and_what_is_a_principle_recommends_nothing(sentence: str) -> None:
    assert inline_kind(sentence, True) is None


def test_a_measure_that_a_body_asks_for_recommends_nothing() -> None:
    assert inline_kind("There were 3 metres for each man, less than the 4 which the Subcommittee demands.") is None


def test_an_opinion_of_a_deputy_that_something_must_end_is_a_recommendation() -> None:
    assert inline_kind("In the opinion of the Deputy-Ombudsman, locking up guests at noon must cease.") == (
        "recommendation"
    )


def test_what_was_issued_elsewhere_is_only_told() -> None:
    assert inline_kind("We have issued three notices, and the owner must take immediate action.") is None


@pytest.mark.parametrize(
    "sentence",
    [
        "The Council and the Harbour Board shall send the Mechanism a reply within 30 days.",
        "The Office requests that the home submit an action plan by 1 June 2031.",
        "The county is to deliver to her, by the same day, an account of the number of falls.",
    ],
)
def test_what_is_to_be_sent_is_a_request_for_information(sentence: str) -> None:
    assert inline_kind(sentence) == "request_for_information"


def test_good_practice_in_the_opinion_of_a_body() -> None:
    assert inline_kind("The hens and the garden are in the view of the Ombudsman a good practice.") == "good_practice"
    assert inline_kind("The cooperation with the head of the house, Mr. Elm, was exemplary in each respect.") is None


@pytest.mark.parametrize(
    "sentence",
    [
        "In the Ministry's view the rule should stay as it is.",
        "In the Prison Service's opinion no van needs to be bought.",
    ],
)
def test_what_an_authority_thinks_is_no_recommendation(sentence: str) -> None:
    assert inline_kind(sentence) != "recommendation"


def test_what_is_awaited_is_asked_for() -> None:
    assert inline_kind("We await from the Service, within 30 days, a copy of the order.") == "request_for_information"
    assert inline_kind("Patients await from the clinic a copy of the order.") is None
