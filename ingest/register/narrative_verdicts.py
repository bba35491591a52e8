"""Verdicts told as a story: below ``Sedatives`` a follow-up tells what it met, and no word names a recommendation."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from dataclasses import dataclass, field

from ingest.entry_kinds.classifier import KINDS, EntryKinds
from ingest.entry_kinds.features import units
from ingest.register.candidate import Candidate, trimmed
from ingest.register.looking_back import looks_back, verdict_in
from ingest.register.prose_replies import tells_of_person
from ingest.report import Block, BlockKind
from redaction.text import RedactedText

# Sections of a follow-up that judge nothing: why and how it was made, what is new, what else was seen.
_GENERAL = re.compile(
    r"\W*(?:(?:[A-Z]|[IVX]{1,5}|\d{1,2}(?:\.\d+)*)[.):]?\s+)?(?:the\s+)?(?:introduct\w+|purpose.*|aims?\b.*|methods?.*|"
    r"method\w*.*|overview|background.*|general\b.*|about\b.*|(?:the|this|our|second|return|follow[- ]?up) visits?|"
    r"(?:how|why|when|who)\b.*|summary.*|new\b.*|other\w*\b.*|further\b.*|additional\b.*|concl\w+.*|closing\b.*|"
    r"final\b.*|recommendations?\b.*|measures\b.*|requests?\b.*|persons?\b.*|people\b.*|individual\b.*|statistic\w*.*|"
    r"figures.*|population.*|(?:matters|things|points)\s+(?:outside|beyond|not\s+on)\b.*|outside\s+the\b.*|sums?|"
    r"good practices?.*|positive\b.*|something\b.*|annex\w*.*|appendi\w+.*|what (?:we|is) "
    r"(?:recommend|ask|expect).*|next steps.*|legend.*|thanks.*)",
    re.IGNORECASE,
)
_OF_PERSONS = re.compile(
    r"\W*(?:(?:[A-Z]|[IVX]{1,5}|\d{1,2}(?:\.\d+)*)[.):]?\s+)?(?:on\s+|the\s+)*(?:(?:individual|single|particular|named)\s+)?"
    r"(?:persons?|people)\b",
    re.IGNORECASE,
)
_FINDING, _VERDICT = KINDS.index("finding"), KINDS.index("verdict")
# "A boy whom the team had met in 2021 is now an apprentice": what became of him judges no recommendation.
_MET_AGAIN = re.compile(
    r"(?:\d+\.\s+)?(?:an?|one|the|another|two|three)\s+(?:[\w-]+\s+){0,3}?(?:boys?|girls?|m[ae]n|wom[ae]n|"
    r"patients?|prisoners?|"
    r"residents?|detainees?|persons?|child(?:ren)?|inmates?|orderly|nurse|officer|guard)\b[^.]{0,40}\b(?:whom?|"
    r"whose)\b[^.]{0,60}"
    r"\b(?:met|spoken|told|complained|written|described|mentioned|seen|quoted|19\d\d|20\d\d)\b",
    re.IGNORECASE,
)
_PURPOSE = re.compile(
    r"\b(?:purpose|aim|object|reason) of (?:this|the|our) (?:\w+ )?(?:visit|inspection|report)\b|\b(?:returned|"
    r"went back|"
    r"came back|revisited)\b[^.]{0,80}\b(?:to (?:see|find|check|establish|verify|look|learn)|after)\b",
    re.IGNORECASE,
)
# "(iv), women constables: there are three": below a heading that looks back, a paragraph about one recommendation.
_CODED = re.compile(r"(?:\((?:[ivx]{1,5}|[a-z])\)|[A-Z]{1,3}-?\d{1,3})\s*[,:–—-]\s*\w")
_SURE, _SEEN = 0.5, 0.15  # of the classifier: a verdict, and that anything was seen at all
_SHARE = 0.3  # of the sections beside it that judge
_LEAST_WORDS, _LEAST_SECTIONS = 5, 2


@dataclass
class _Section:
    """What stands below one heading: whether it judges already, or surely does, and the paragraphs that may."""

    judges: bool = False
    sure: bool = False
    open: list[Block[RedactedText]] = field(default_factory=list)


def narrative_verdicts(
    blocks: Sequence[Block[RedactedText]], known: Sequence[Candidate], behind: Set[int], classifier: EntryKinds
) -> list[Candidate]:
    """Find the verdicts of sections without one, where most sections beside them have some.

    Args:
        blocks: of a report that judges what became of earlier recommendations.
        known: its entries.
        behind: identities (``id``) of blocks that speak of an entry before them.
        classifier: of entries.

    Returns:
        Entries of kind ``progress``, each a whole paragraph.
    """
    taken = {id(one.block) for one in known if one.kind != "finding"} | set(behind)
    judging = {id(one.block) for one in known if one.kind == "progress"}
    placed = [one for one in units(blocks, "follow-up") if one.unit.whole]
    chances = dict(
        zip(
            (id(blocks[one.block]) for one in placed),
            classifier.probabilities([one.unit for one in placed]),
            strict=True,
        )
    )
    groups: dict[tuple[str, ...], dict[str, _Section]] = {}
    headings = {
        block.heading_path[-1] for block in blocks if block.kind is not BlockKind.HEADING and block.heading_path
    }
    alone = len([each for each in headings if not _GENERAL.fullmatch(each)]) == 1
    for block in blocks:
        if block.kind is BlockKind.HEADING or not block.heading_path or _GENERAL.fullmatch(block.heading_path[-1]):
            continue
        *above, heading = map(str.__str__, block.heading_path)
        if (alone or looks_back(heading)) and block.table is None:
            # Nothing parts what is judged but its paragraphs.
            above, heading = [*above, heading], block.locator
        section = groups.setdefault(tuple(above), {}).setdefault(heading, _Section())
        row = chances.get(id(block))
        if id(block) in judging:
            section.judges = True
        elif row is not None and id(block) not in taken:
            seen = float(row[_FINDING] + row[_VERDICT])
            told = tells_of_person(block.text) or _MET_AGAIN.match(block.text) or _PURPOSE.search(block.text)
            if seen >= _SEEN and len(block.text.split()) >= _LEAST_WORDS and not told:
                section.open.append(block)
                section.sure = section.sure or row[_VERDICT] >= _SURE
    found = [
        Candidate("progress", trimmed(block.text, 0), block, status_verified=verdict_in(block.text))
        for block in blocks
        if id(block) not in taken and _is_coded(block)
    ]
    taken |= {id(one.block) for one in found}
    for sections in groups.values():
        judged = sum(one.judges or one.sure for one in sections.values())
        if judged < _LEAST_SECTIONS or judged < _SHARE * sum(one.judges or bool(one.open) for one in sections.values()):
            continue
        for section in sections.values():
            open_ones = [] if section.judges else _judged(section)
            found.extend(one for one in open_ones if id(one.block) not in taken)
    return found


def _is_coded(block: Block[RedactedText]) -> bool:
    above = block.heading_path[-1] if block.heading_path else ""
    return block.in_body and looks_back(above) and bool(_CODED.match(block.text))


def is_story(one: Candidate) -> bool:
    """Say whether what was taken for a verdict tells of a person: ``[PERSON 2] now lives in ...``, ``Persons met``."""
    heading = one.block.heading_path[-1] if one.block.heading_path else ""
    of_person = tells_of_person(one.text) or _MET_AGAIN.match(one.text) or _OF_PERSONS.match(heading)
    return one.kind == "progress" and bool(of_person)


def _judged(section: _Section) -> list[Candidate]:
    """Read the first paragraph of a section as its verdict, and every further one that has words of a verdict."""
    statuses = [(block, verdict_in(block.text)) for block in section.open]
    return [
        Candidate("progress", trimmed(block.text, 0), block, status_verified=status)
        for place, (block, status) in enumerate(statuses)
        if status is not None or place == 0
    ]
