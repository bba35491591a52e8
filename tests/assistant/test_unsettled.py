"""What a question takes for done and reports leave open: inquiries, cases, checks, laws that are only named."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from assistant.answers.unsettled import lacks_end
from assistant.question.naming import Names
from assistant.question.query import understand


def evidence(*sentences: str) -> Any:
    """Sentences found, each in a passage of its own without headings."""
    document = SimpleNamespace(metadata=SimpleNamespace(title="Visit to Quellmoor Prison"))
    passage = SimpleNamespace(heading_path=(), text=" ".join(sentences))
    hit = SimpleNamespace(passage=passage, document=document)
    return [SimpleNamespace(text=text, hit=hit) for text in sentences]


@pytest.mark.parametrize(
    ("question", "sentence", "open_"),
    [
        (
            "What was the verdict in the trial of the warder from Wing Elm?",
            "The case of the warder from Wing Elm is before the district court.",
            True,
        ),
        (
            "What was the verdict in the trial of the warder from Wing Elm?",
            "The warder from Wing Elm was acquitted.",
            False,
        ),
        (
            "What did the inquiry into the fire conclude?",
            "The inquiry into the fire has not been concluded.",
            True,
        ),
        (
            "What did the inquiry into the fire conclude?",
            "The inquiry found that the fire was caused by a heater.",
            False,
        ),
        (
            "How did the appeal against the ban on letters end?",
            "The brother lodged an appeal against the ban on letters.",
            True,
        ),
        (
            "How did the appeal against the ban on letters end?",
            "The appeal against the ban on letters was upheld.",
            False,
        ),
        (
            "What did the district prosecutor make of the beatings in Wing Elm?",
            "The district prosecutor shall give an opinion on the beatings in Wing Elm.",
            True,
        ),
        (
            "Did the county court decide on the nine placements?",
            "I have informed the county court of the nine placements.",
            True,
        ),
        (
            "Did the county court decide on the nine placements?",
            "The county court ordered an end to the nine placements.",
            False,
        ),
        (
            "Did the Health Board finish its check of the kitchens?",
            "I ask the Health Board to check the kitchens by May.",
            True,
        ),
        (
            "What did Alder Care report by 3 May 2024?",
            "Alder Care is to report on its measures by 3 May 2024.",
            True,
        ),
        (
            "What did Alder Care report by 3 May 2024?",
            "Alder Care reported on 3 May 2024 that the locks were gone.",
            False,
        ),
        ("How many punishment cells are there?", "The punishment cells should be closed.", False),
        ("What did the inspectors find about the kitchens?", "The kitchens should be repainted.", False),
    ],
)
def test_what_only_began_is_no_end(question: str, sentence: str, open_: bool) -> None:
    query = understand(question, Names())
    assert lacks_end(query, evidence("The yard is small.", sentence)) is open_


@pytest.mark.parametrize(
    ("question", "sentence", "named"),
    [
        (
            "What does section 9 of the Custody Act 1998 provide?",
            "We act under section 9 of the Custody Act 1998.",
            True,
        ),
        (
            "What does section 9 of the Custody Act 1998 provide?",
            "Section 9 of the Custody Act 1998 allows visits at any hour.",
            False,
        ),
        (
            "What does Law No. 77/2010 say about legal aid?",
            "Law No. 77/2010 gives thirty days to reply to a report.",
            True,
        ),
        ("What does Law No. 77/2010 say about legal aid?", "Law No. 77/2010 gives everybody legal aid.", False),
        ("What does the house order say about parcels?", "The house order hangs in the hall.", False),
    ],
)
def test_a_law_that_is_only_named_says_nothing(question: str, sentence: str, named: bool) -> None:
    assert lacks_end(understand(question, Names()), evidence(sentence)) is named
