"""What a question counts: the noun after "how many", what is asked of it, whether people or times are meant."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from assistant.question.needs import Need
from assistant.question.numerals import NUMERAL, numbers_in
from assistant.question.query import Query
from assistant.question.terms import STOP, fold, stem, tokens, word_list

_ASKED = re.compile(
    rf"\b(?:how many|(?:total |exact )?number of|count(?: of)?)(?: of)?(?: the| these| those| its| their| all)?"
    rf"(?: (?P<whole>{NUMERAL}))? (?P<thing>.*)"
)
_OFTEN = re.compile(r"\bhow (?:often|many times)\b|\bnumber of times\b|\bon how many occasions\b")
_PART = re.compile(r"\bhow many of\b|\bin how many of\b")
PEOPLE = frozenset(
    word_list(
        """
    people person persons prisoner prisoners inmate inmates detainee detainees patient patients resident residents user
    users client clients individual individuals man men woman women boy boys girl girls child children adolescent
    adolescents young youth juveniles
    """
    )
)
SEXES = (
    frozenset(["man", "men", "male", "males", "boy", "boys"]),
    frozenset(["woman", "women", "female", "females", "girl", "girls"]),
)


@dataclass(frozen=True)
class CountedThing:
    """A thing counted.

    Attributes:
        head: the stem of the noun counted; empty where there is none.
        thing: the words counted.
        often: whether times are counted.
        part: whether a part of something is counted.
        needs: what is asked besides names.
        rest: those that are not the noun counted: what is asked of it.
        numbers: those in the question.
        people: whether people are counted.
        sex: which of ``SEXES`` they are, -1 for any.
    """

    head: str
    thing: tuple[str, ...]
    often: bool
    part: bool
    needs: tuple[Need, ...]
    rest: tuple[Need, ...] = ()
    numbers: frozenset[int] = field(default_factory=frozenset)
    people: bool = False
    sex: int = -1


def counted_of(query: Query) -> CountedThing:
    """Read what a question counts."""
    text = fold(query.text)
    match = _ASKED.search(text)
    thing: list[str] = []
    for word in tokens(match["thing"]) if match else []:
        if word in STOP or word in query.naming_words:
            if thing:
                break
            continue
        thing.append(word)
        if len(thing) == 4:
            break
    head = next((word for word in reversed(thing[:3]) if word.endswith("s") or word in PEOPLE), "")
    often = bool(_OFTEN.search(text))
    needs = tuple(
        need for need in query.needs
        if not set(need.label.split()) <= query.naming_words and not need.label[0].isdigit()
        and need.label not in ("times", "often", "number", "total")
    )  # fmt: skip
    rest = tuple(need for need in needs if not set(need.label.split()) <= set(thing))
    people = head in PEOPLE or any(word in PEOPLE for word in thing)
    sex = next((at for at, words in enumerate(SEXES) if words & set(tokens(text))), -1)
    numbers = frozenset(number for _, _, number in numbers_in(text))
    return CountedThing(
        stem(head) if head else "", tuple(thing), often, bool(_PART.search(text)), needs, rest, numbers, people, sex
    )
