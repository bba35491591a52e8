"""Offices beside the names of those who hold them: one person holds them, whoever it is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from redaction.manuscript import SEPARATOR
from redaction.span import Span, SpanType

DETECTOR: Final = "vicinity"
OFFICE: Final = "an office beside its holder"
_POST: Final = (
    r"(?:[Hh]ead|[Cc]hief|[Dd]irector|[Cc]ommissioner|[Cc]ommander|[Ss]uperintendent|[Cc]hair(?:person|man|woman)?|"
    r"[Pp]resident|[Ss]ecretary|[Mm]inister|[Mm]anager|[Cc]o-?ordinator|[Ii]nspector|[Oo]mbuds\w+|[Gg]overnor|[Cc]oroner|"
    r"[Pp]rosecutor|[Jj]udge|[Rr]apporteur|[Mm]ayor|[Ww]arden|[Pp]hysician|[Mm]edical [Oo]fficer|[Pp]sychiatrist|"
    r"[Pp]sychologist|[Gg]eneral|[Ss]teward|[Aa]dministrator|[Pp]rincipal|[Mm]atron|[Rr]egistrar|[Hh]ead ?(?:master|teacher)|"  # noqa: E501
    r"[Cc]haplain|[Ii]mam|[Ll]eader|[Rr]epresentative|[Dd]elegate|[Cc]onsul|[Aa]mbassador|[Ss]pokes\w+|[Oo]fficer [Cc]ommanding|"  # noqa: E501
    r"[Oo]fficer in [Cc]harge|[Tt]reasurer|[Ll]iaison|[Cc]aptain|[Ee]lder|[Ee]ditor)"
)
_MORE: Final = r"(?:[ \n](?:[A-Z][\w'’-]+|–|\([^()]{2,30}\)))*"
_FOR_WHAT: Final = r"(?: (?:of|for|to|at|in charge of) (?:the )?[^.,;:()|\x1e]{2,60})?"
# "the Deputy Director, Ann Example" and "Ann Example, Deputy Director": an office beside the name of who holds it.
_OFFICE_BEFORE: Final = re.compile(
    rf"(?P<o>\b(?:[Tt]he|[Oo]ur|[Ii]ts|[Tt]heir|[\w’']+['’]s)[ \n](?:[\w'’()&–-]+[ \n]){{0,6}}?{_POST}\b{_MORE}{_FOR_WHAT})"  # noqa: E501
    rf"(?:,| –|:)?[ \n](?:[A-Z][\w.]{{0,9}}\.? ){{0,3}}$"
)
# Many hold these, or they are half of an office ("the head nurse").
_OCCUPATIONS: Final = frozenset(
    {
        "psychologist", "psychiatrist", "physician", "inspector", "captain", "general", "judge", "prosecutor",
        "delegate", "representative", "head", "chief",
    }
)  # fmt: skip
# Of a list with callings in brackets those who lead are told, since one person does.
_LEADERS: Final = re.compile(
    r"\b(?:[Hh]ead|[Dd]irector|[Cc]ommander|[Gg]overnor|[Ss]uperintendent|[Cc]hief|[Dd]eputy|in[ -][Cc](?:harge|ommand))\b"  # noqa: E501
)
_POSTS: Final = re.compile(rf"\b{_POST}\b")
_ARTICLE: Final = re.compile(r"\b(?:[Tt]he|[Oo]ur|[Ii]ts|[Tt]heir)\s")
_LEADING: Final = re.compile(r"^(?:and |with |to )?(?:by )?(?:the |our |its |their |an? )?")
_OFFICE_AFTER: Final = re.compile(
    rf"[\"”’)]*(?:,|\s[–-]|\n|\s\(|\s{{2,8}})?\s?(?:(?:who )?(?:is|was) (?:now |then )?)?"
    rf"(?P<o>(?:the |our |its |an? )?(?:[\w'’()&–-]+[ \n]){{0,6}}?{_POST}\b{_MORE}{_FOR_WHAT})"
)


def offices(text: str, people: Sequence[Span]) -> Iterator[tuple[Span, str]]:
    """Yield the offices that stand right before or after a name, each once: a second holder tells no more of it."""
    seen: set[str] = set()
    for person in people:
        if person.type is not SpanType.NAME:
            continue
        reach = max(0, person.start - 160)
        low = max(text.rfind(SEPARATOR, reach, person.start) + 1, reach)
        before = _OFFICE_BEFORE.search(text[low : person.start])
        after = _OFFICE_AFTER.match(text, person.end, person.end + 160)
        found = []
        if before is not None:
            found.append((low + before.start("o") + _sentence_before(before["o"]), low + before.end("o")))
        # "Ann Example (psychologist), Bo Sample (lawyer)": a list of those who did the work.
        listed = after is not None and text[after.start("o") - 1] == "("
        if after is not None and not (listed and _LEADERS.search(after["o"]) is None):
            found.append(after.span("o"))
        for start, end in found:
            office = _LEADING.sub("", " ".join(text[start:end].casefold().split()))
            if office not in seen and office not in _OCCUPATIONS:
                seen.add(office)
                yield Span(start, end, SpanType.ROLE_UNIQUE, 0.3, (DETECTOR,)), OFFICE


def _sentence_before(office: str) -> int:
    """Return how much of the sentence stands before the article of an office: "The team met the Director"."""
    post = _POSTS.search(office)
    articles = list(_ARTICLE.finditer(office, 0, post.start())) if post is not None else []
    return articles[-1].start() if articles else 0
