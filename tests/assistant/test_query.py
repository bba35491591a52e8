"""Understanding of questions."""

from __future__ import annotations

import pytest

from assistant.answers.answer import Turn
from assistant.answers.conversation import resolve
from assistant.question.dates import read_dates
from assistant.question.naming import Names
from assistant.question.query import read_references, understand
from assistant.question.routing import Route, is_identity, is_instruction

NAMES = Names(("HMP Ardvulin", "Establishment No. 9, Zhura", "Centre de Valmorin"), {}, {})


@pytest.mark.parametrize(
    ("question", "start", "end"),
    [
        ("rejected since 2019", "2019", None),
        ("visits in 2025", "2025", "2025"),
        ("between 2019 and March 2021", "2019", "2021-03"),
        ("from 2018 to 2020", "2018", "2020"),
        ("before 2020", None, "2019"),
        ("after 2020", "2021", None),
        ("until 2020", None, "2020"),
        ("strip searches in 2024-25", None, None),
        ("order 2024/17", None, None),
        ("visited in 2024 and 2025", "2024", "2025"),
        ("visited in 2022, 2023 and 2024?", "2022", "2024"),
        ("visits in 2023/24", "2023", "2024"),
    ],
)
def test_dates(question: str, start: str | None, end: str | None) -> None:
    found = read_dates(question)
    assert (found.start, found.end) == (start, end)


@pytest.mark.parametrize(
    ("question", "references"),
    [
        ("What does art. 19 say?", ("OPCAT:19",)),
        ("OPCAT 20(c)", ("OPCAT:20(c)",)),
        ("Article 10(2)(a) of the ICCPR", ("ICCPR:10(2)(a)",)),
        ("Article 247 of the Criminal Code", ()),
        ("paragraph 2.14 of the report", ()),
    ],
)
def test_references(question: str, references: tuple[str, ...]) -> None:
    assert read_references(question) == references


@pytest.mark.parametrize(
    ("question", "route"),
    [
        ("How many recommendations on segregation were rejected since 2019?", Route.COUNT),
        ("How many showers were broken?", Route.PASSAGE),
        ("List the deficiencies at Ardvulin", Route.LIST),
        ("Which OPCAT article covers private interviews?", Route.PROVISION),
        ("Compare overcrowding at Ardvulin and Valmorin", Route.COMPARISON),
        ("Was the recommendation accepted?", Route.STATUS),
        ("Which places were visited in 2024?", Route.DOCUMENTS),
        ("Please write a poem about prisons", Route.OUT_OF_SCOPE),
        ("Do we have cells without a bell?", Route.PASSAGE),
    ],
)
def test_routes(question: str, route: Route) -> None:
    assert understand(question, NAMES).route is route


@pytest.mark.parametrize(
    ("question", "exact"),
    [
        ("mould at Ardvulin", True),
        ("mould at ardvuln", False),
        ("Establishment No. 9 yard", True),
        ("valmorin beds", True),
    ],
)
def test_places(question: str, exact: bool) -> None:
    places = understand(question, NAMES).places
    assert [place.exact for place in places] == [exact]


def test_a_bare_number_names_no_place() -> None:
    assert understand("9 of the cells", NAMES).places == ()


@pytest.mark.parametrize(
    "question",
    [
        "When was the director born?",
        "In which town was the young man from the east wing born?",
        "Where does the night nurse live?",
    ],
)
def test_where_and_when_somebody_was_born_or_lives_is_identity(question: str) -> None:
    assert is_identity(question)


@pytest.mark.parametrize(
    "question",
    [
        "Who should fix it?",
        "Who is responsible for health care?",
        "To whom was recommendation 3 addressed?",
        "Which ministry replied?",
        "What is the name of the prison visited in March?",
        "May we publish the names of people we interviewed?",
        "What did officers say about training?",
        "Could detainees phone their families?",
        "How are the phone numbers of lawyers displayed in the wing?",
        "How many officers were on duty at night?",
        "Where do the residents live?",
        "When was the scheme born?",
        "Where does the food come from?",
    ],
)
def test_questions_that_ask_for_no_identity(question: str) -> None:
    assert not is_identity(question)


@pytest.mark.parametrize(
    "question",
    [
        "Was the instruction to ignore cell bells withdrawn?",
        "What rules govern solitary confinement?",
        "Did inspectors repeat the recommendation on showers?",
    ],
)
def test_questions_that_give_no_orders(question: str) -> None:
    assert not is_instruction(question)


def test_a_question_that_stands_by_itself_is_left_alone() -> None:
    history = [Turn("user", "How is the food at Valmorin?"), Turn("assistant", "Poor.")]
    assert not resolve("How many showers were broken at Ardvulin in the east wing?", history, NAMES).rewritten


def test_the_second_one_is_looked_up_in_the_last_answer() -> None:
    history = [
        Turn("user", "Which recommendations were made to the director of Valmorin?"),
        Turn("assistant", "Recommendations 3 (lighting) and 7 (exercise yard)."),
    ]
    resolved = resolve("Was the second one answered?", history, NAMES)
    assert "recommendation 7" in resolved.question
    assert "valmorin" in resolved.question


def test_years_between_those_listed_are_not_meant() -> None:
    found = read_dates("Which places were visited in 2022 and 2024?")
    assert found.holds("2022-05-02")
    assert not found.holds("2023-05-02")


def test_a_place_with_a_number_is_no_addressee() -> None:
    names = Names(places=("Remand Establishment No. 7",))
    query = understand("How many recommendations were made to Remand Establishment No. 7 in 2023?", names)
    assert query.addressee is None
    assert [place.name for place in query.places] == ["Remand Establishment No. 7"]


def test_a_word_of_the_field_names_a_place_only_as_a_name() -> None:
    names = Names(places=("Psychiatric Hospital Brannmoor",))
    assert not understand("Is there a register in the psychiatric department at Oskelund?", names).places
    assert understand("Is there a register at Brannmoor?", names).places
