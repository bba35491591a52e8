"""Who is asked to act: a body or office by name, a collective that nobody in particular belongs to, or nobody."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from ingest.register.offices import is_actor, is_office


class ActorKind(StrEnum):
    """How precisely an addressee is named."""

    NAMED = "named"
    COLLECTIVE = "collective"


_COLLECTIVE = re.compile(
    r"^(?:(?:the|all|any|those)\s+)*(?:(?:relevant|competent|responsible|concerned|appropriate|respective|various|"
    r"other|"
    r"public|state|national|local)\s+)*(?:authorit(?:y|ies)|bodies|actors|stakeholders|institutions|agencies|"
    r"persons|people|"
    r"parties|staff|personnel|officials|officers|management|professionals|everyone|those responsible)"
    r"(?:\s+(?:concerned|responsible|in charge|involved))?$",
    re.IGNORECASE,
)
_LEAD = re.compile(r"^(?:that|and|but|also|we|it|to|for|so|therefore|further)\s+", re.IGNORECASE)
# "By the end of 2027 the Prison Administration": the time stands before the one who is asked.
_ADJUNCT = re.compile(
    r"^(?:\d{1,3}[.)] )?(?:[Bb]y|[Bb]efore|[Ww]ithin|[Ff]rom|"
    r"[Uu]ntil|[Aa]fter|[Dd]uring|[Ii]n|[Aa]s of|[Nn]o later than|"
    r"[Nn]ot later than)\b[^,;:]*?\s"
    r"(?=(?:the|each|every|all) (?:\w+ )?[A-Z])"
)
_ROLES = re.compile(
    r"(?:^|\s)(?:minister|governor|warden|director|commander|commandant|superintendent|mayor|doctor|physician|manager|"
    r"prosecutor|inspector|registrar|matron|principal|head|chief|head nurse|president|secretary|commissioner|"
    r"[A-Z]\w+ (?:General|Inspectorate|Administration|Department|Police|Service|Office|Board|Agency))$"
)


@dataclass(frozen=True, slots=True)
class Actor:
    """An addressee as the text prints it."""

    name: str
    kind: ActorKind

    @staticmethod
    def kind_of(name: str) -> ActorKind:
        """Say how precisely a name of an addressee names somebody."""
        bare = name.strip(" .,;:")
        return ActorKind.COLLECTIVE if _COLLECTIVE.match(bare) else ActorKind.NAMED


def actor_of(before: str) -> Actor | None:
    """Find the addressee in the words before the verb that obliges, the nearest clause first.

    Args:
        before: all words of the sentence before ``should`` or its like.
    """
    for clause in reversed(re.split(r"[,;:]\s*", before)):
        phrase = _ADJUNCT.sub("", clause.strip(" ."))
        while _LEAD.match(phrase):
            phrase = _LEAD.sub("", phrase, count=1)
        bare = re.sub(r"^(?:the|an?|each|every|any|both|all)\s+", "", phrase, flags=re.IGNORECASE)
        if not bare:
            continue
        if _COLLECTIVE.match(phrase):
            return Actor(phrase, ActorKind.COLLECTIVE)
        head = re.split(r"\s(?:of|for|in|at|on|to|with|responsible)\b", bare)[0]
        if re.match(r"^(?:an?|each|every|no|any)\s", phrase, re.IGNORECASE) and not re.search(r"[A-Z]", bare[1:]):
            continue
        if (
            is_actor(bare)
            or _ROLES.search(head)
            or (re.match(r"[A-Z][\w’'-]*\s(?:.*\s)?[A-Z]", head) and is_office(head))
        ):
            return Actor(phrase, ActorKind.NAMED)
    return None
