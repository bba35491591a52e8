"""Sentences of a report about the recommendations of another, earlier one: ``Recommendation 4 of the 2023 report``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ingest.passage import Metadata
from ingest.register.candidate import Candidate
from ingest.register.office_names import SPEAKER
from ingest.register.offices import is_office
from ingest.register.replies import under_replies
from ingest.register.responses import ANY_NUMBERS, Answer, numbers_in
from ingest.register.status import ACCEPTANCE

_YEAR = r"(?:19|20)\d\d"
_EARLIER = r"(?:previous|last|earlier|prior|preceding|former|first|initial)"
_OCCASION = r"(?:reports?|visits?|inspections?|monitoring|mission|year['’]s|year|letter|review|time|examination)"
_MADE = r"(?:made|given|issued|contained|set\s+out|addressed|formulated|put\s+forward|printed|published|stated)"
# Between the number and the year or the occasion stands no verb: "Recommendation 4 was carried out in 2023" is our own.
_WORD = r"(?!(?:has|had|have|was|were|is|are|be|been|remains?|not|this|present|current)\b)[\w’'-]+"
_BEHIND = re.compile(
    rf"\s*,?\s*\(?(?:(?:which|that|as)\s+(?:{_WORD}\s+){{0,4}}?(?:had\s+been\s+|was\s+|were\s+)?)?"
    rf"(?:(?:{_MADE}\s+)?(?:to\s+(?:{_WORD}\s+){{1,5}}?)?(?:of|from|in|after|during|at|on|following|by)\s+)?"
    rf"(?:{_WORD}\s+){{0,7}}?"
    rf"(?:{_EARLIER}\s+(?:{_WORD}\s+){{0,2}}?{_OCCASION}|(?:that|the\s+(?:same|said))\s+{_OCCASION}|(?<!\d)(?P<year>{_YEAR})(?![\w/.]*\d))",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    rf"\b(?:(?P<year>{_YEAR})(?:\s+{_OCCASION}(?:['’]s)?)?|{_EARLIER}(?:\s+{_OCCASION}(?:['’]s)?)?)\s*,?\s*$",
    re.IGNORECASE,
)
# "In 2023 we recommended that the cells be closed (recommendation 4)".
_THEN = re.compile(
    rf"\b(?:in|of|after|since)\s+(?:\w+\s+)?(?P<year>{_YEAR})\b[^.;]*\b(?:recommended|asked|urged|requested|proposed|"
    r"called)\b[^.;]*$",
    re.IGNORECASE,
)
# Whose words a sentence gives: "The Ministry informed us that ...", "according to the Governor".
_TOLD = re.compile(
    r"\b(?:informed|informs|told|tells|replied|replies|states?|stated|reports|reported|wrote|writes|announced|"
    r"according\s+to|claims?|claimed|confirmed|confirms|indicated|indicates|explained|explains|answered|undertook|"
    r"assured|assures|says|said|maintain(?:s|ed)|submitted|declared|advised|responded|"
    r"in\s+(?:its|their|his|her|the)\s+(?:\w+\s+)?(?:reply|response|answer|letter|comments|action\s+plan))\b",
    re.IGNORECASE,
)


def own_years(metadata: Metadata) -> frozenset[str]:
    """Return the years of the visit that a document reports, else that of its publication."""
    visited = [day[:4] for day in (metadata.visit_start, metadata.visit_end) if day]
    return frozenset(visited or ([metadata.published[:4]] if metadata.published else []))


def earlier_numbers(sentence: str, own: frozenset[str]) -> Iterator[tuple[re.Match[str], str | None]]:
    """Find the numbers in a sentence that count the recommendations of another report.

    Args:
        sentence: of a report.
        own: years of the report itself; one of these names no other report.

    Yields:
        Matches of ``ANY_NUMBERS`` with the year named, or ``None`` for ``the previous report``.
    """
    for found in ANY_NUMBERS.finditer(sentence):
        before = sentence[: found.start()]
        told = _BEHIND.match(sentence, found.end()) or _BEFORE.search(before) or _THEN.search(before)
        if told is not None and told["year"] not in own:
            yield found, told["year"]


def is_of_earlier(text: str, number: str | None, own: frozenset[str]) -> bool:
    """Say whether a text gives this number to a recommendation of another report."""
    return any(number in numbers_in(found.group()) for found, _ in earlier_numbers(text, own))


def year_of_earlier(text: str) -> str | None:
    """Return the year of the one report whose numbered recommendations a text names, ``None`` where it names none."""
    years = {year for _, year in earlier_numbers(text, frozenset())}
    return years.pop() if len(years) == 1 else None


def told_by_others(sentence: str) -> bool:
    """Say whether a sentence gives the words of those who were visited: ``The Ministry informed us that ...``."""
    speaker = SPEAKER.match(sentence)
    return bool(_TOLD.search(sentence)) or (speaker is not None and is_office(speaker["name"]))


def is_finding(answer: Answer) -> bool:
    """Say whether a sentence of a report finds what was done itself, and gives no words of the authority."""
    decided = answer.status in ACCEPTANCE or answer.body is not None
    return not decided and not told_by_others(answer.sentence) and not under_replies(answer.block)


def part_earlier(candidates: list[Candidate], replies: Sequence[Candidate], own: frozenset[str]) -> list[Candidate]:
    """Make verdicts of what looks like replies and speaks of another report: ``Recommendation 4 (2023): not met``.

    Args:
        candidates: entries of a report; the verdicts are added.
        replies: of the same report.
        own: years of the report itself.

    Returns:
        The replies that are left.
    """
    left: list[Candidate] = []
    for one in replies:
        if one.block.table is not None or not is_of_earlier(str.__str__(one.block.text), one.number, own):
            left.append(one)
        elif one.status_claimed is not None and one.status_claimed not in ACCEPTANCE:
            verdict = None if under_replies(one.block) or told_by_others(one.text) else one.status_claimed
            if verdict is not None:
                candidates.append(Candidate("progress", one.block.text, one.block, one.number, status_verified=verdict))
    return left
