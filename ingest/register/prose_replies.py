"""Replies in prose: an authority answers theme by theme or in the order of a report, and numbers nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest.entry_kinds.classifier import KINDS, EntryKinds
from ingest.entry_kinds.features import units
from ingest.register.bulk_decisions import bulk_decisions, decides_all
from ingest.register.candidate import Candidate, response_of, trimmed
from ingest.register.claims import claimed_in
from ingest.register.coded_replies import coded_replies, in_a_run
from ingest.register.headed_positions import headed_positions
from ingest.register.listed_decisions import listed_decisions
from ingest.register.quoted_and_answered import is_labelled_answer, labelled_answers, quoted_answers
from ingest.register.replies import ANSWERED_KINDS
from ingest.register.sentence import sentence_spans
from ingest.report import Block, BlockKind
from ingest.structure.number_words import ORDINAL_WORDS
from redaction.text import RedactedText

_LETTER = re.compile(
    r"(?:(?:in respect of|in (?:reply|answer|response) to|as (?:to|regards|for)|with (?:regard|respect|reference) to|"
    r"regarding|concerning|under|on|re|ad|to)\s+)?(?:(?:the|your)\s+)?(?:literals?|letters?|lit\.?|sub-?paragraphs?|"
    r"(?:sub-?)?(?:points?|items?)|requests?|questions?)\s*\(?(?P<letter>[a-z])(?:\)|(?=[\s,.:;–-]))",
    re.IGNORECASE,
)
_BARE_LETTER = re.compile(r"(?:ad\s+)?\(?(?P<letter>[a-h])\)\s+", re.IGNORECASE)
# "In the second", "the third recommendation": not "for the first time" and not "the second quarter".
_COUNTED = re.compile(
    rf"(?:\b(?:the|[Yy]our)\s+|\()(?P<word>{'|'.join(ORDINAL_WORDS)}|last)"
    r"(?:\s+(?:recommendation|proposal|point|request|measure|one)\b|(?<!for the first)(?<!for the last)"
    r"(?=\s*[,.;:)]|\s+(?:and\s+(?:the\s+)?\w+th\b|we|I|it|is|are|was|were|concerns?|has|have|can|cannot|will|"
    r"relates?)\b))",
    re.IGNORECASE,
)
_REQUESTED = re.compile(r"\b(?:your|the|NPM['’]?s?)\s+(?:\w+\s+)?(?:requests?|questions?)\b", re.IGNORECASE)
_POINTS = re.compile(r"\bhousekeeping\b", re.IGNORECASE)
_ASKED = re.compile(r"\b(?:request|information|questions?|asked|sought|data|figures)", re.IGNORECASE)
# Sections that answer no recommendation: who wrote, whom they thank, single persons, whatever else they add.
_GENERAL = re.compile(
    r"\W*(?:(?:[A-Z]|[IVX]{1,5}|\d{1,2})[.):]\s+)?(?:(?:on|as to|regarding|concerning)\s+(?=(?:the\s+)?persons?\b))?"
    r"(?:the\s+)?(?:introduct\w+|general(?:ly|ities)?\b.*|in general|"
    r"preliminary\b.*|background|preface|foreword|concl\w+.*|closing\b.*|final\b.*|other\b.*|further\b.*|"
    r"additional\b.*|(?:on )?(?:particular|individual|single|specific|certain|named) (?:cases?|persons?|complaints?|"
    r"incidents?).*|persons?\b.*|observations? (?:of|by)\b.*|factual\b.*|corrections?\b.*|errors?\b.*|"
    r"statistic\w*.*|annex\w*.*|appendi\w+.*|enclos\w+.*|contacts?\b.*|summary|thanks\b.*|acknowledg\w+.*|"
    r"signature\w*|distribution|how (?:this|the) .*)\W*",
    re.IGNORECASE,
)
_PERSON = r"\[(?:PERSON|DETAINEE|PATIENT|RESIDENT|RELATIVE|CHILD|PRISONER|INMATE|CLIENT)[A-Z ]*\d*\]"
_STORY = re.compile(
    rf"(?:[^.]{{0,60}}\b(?:case|matter|death|complaint|situation|son|daughter|sister|brother|mother|father|wife|"
    rf"husband|"
    rf"widow|nephew|cousin) of\b[^.]{{0,40}}{_PERSON})|"
    rf"(?:(?:with (?:regard|respect) to|as (?:to|for|regards)|regarding|concerning|in respect of)\s+)?"
    rf"(?:(?:the|a|one|our|his|her|their)\s+(?:[\w-]+\s+){{0,4}}|m(?:r|s|rs|iss)\.?\s+)?{_PERSON}",
    re.IGNORECASE,
)
_COURTESY = re.compile(
    r"(?:[^.]{0,80}\b(?:thank|grateful|gratitude|appreciat|at your disposal|remains? available|look(?:s|"
    r"ing)? forward|values|"
    r"assur\w+ (?:you|it|the)|sincerely|faithfully|respectfully|yours (?:\w+ )?truly|regards,|sentiments? of)\b)|"
    r"(?:this|the present) (?:reply|letter|report|statement|response|opinion) (?:has been|was|is) (?:\w+ )?(?:prepared|"
    r"decided|drawn up|compiled|approved|adopted|signed|drafted|based)\b|"
    r"before (?:I|we) (?:begin|start|answer|reply|turn)\b|(?:I|we) (?:would|should) be (?:glad|happy|pleased) if\b|"
    r"(?:a )?cop(?:y|ies) (?:of|to)\b|(?:contact|enclosures?|annex(?:es)?|cc|for any (?:clarification|question))\b|"
    r"allow me (?:first|to)\b|[A-Z][\w ,’'-]{2,50},\s+\d{1,2}(?:st|nd|rd|th)?\s+[A-Z][a-z]+,?\s+\d{4}\W*$|"
    r"(?:from|to|cc|date|sent|subject)\s*:\s|(?:kind|best|warm(?:est)?|with (?:kind|best)) regards\b|"
    r"(?:dear|esteemed|respected|honou?rable|to|from|subject|re|your ref(?:erence)?)\b[^.]{0,90}$",
    re.IGNORECASE,
)
_OPENS = re.compile(
    r"\b(?:thanks?|grateful|your (?:report|letter|recommendations?|visit)|honou?r to|as (?:follows|under)|"
    r"the following|"
    r"hereby|following (?:can|may|is) |asked to (?:report|reply|respond|account))\b|:$",
    re.IGNORECASE,
)
_ADDS = re.compile(
    r"(?:I|we|it|the [\w ]{3,40}?)\s+(?:(?:may|might|would|wish(?:es)?|should|also|take|further|is|"
    r"can)\s+(?:\w+\s+){0,3}?)?"
    r"(?:add(?:ed)?|mention(?:ed)?|opportunity|conclude|recall|point out)\b|"
    r"(?:finally|lastly|in (?:conclusion|closing)|to conclude|for your information|in addition|otherwise|"
    r"apart from this|beyond (?:this|the report))\b|"
    # "On the workshop, about which you made no recommendation": behind what was recommended.
    r"[^.]{0,80}\b(?:you|your report|the report) (?:ha(?:ve|s) )?(?:ma(?:d|k)e|makes|put|give) no recommendations?\b|"
    r"(?:[Yy]ou|[Yy]our report) asks? (?:for )?nothing (?:on|about)\b",
    re.IGNORECASE,
)
_FRONT = 3  # paragraphs within which a letter opens
_RESPONSE, _VERDICT = KINDS.index("response"), KINDS.index("verdict")
_LEAST_WORDS, _LONGEST_LINE = 5, 80
_SURE, _HINT = 0.5, 0.03  # of the classifier; the second where the place of a paragraph says that it answers
_LEAST_SECTIONS, _LEAST_SURE, _NUMBERED = 3, 2, 2


@dataclass(frozen=True, slots=True)
class _Said:
    """A paragraph of a reply, how likely it answers, and what it claims."""

    block: Block[RedactedText]
    chance: float
    claims: str | None


def in_own_words(blocks: Sequence[Block[RedactedText]], taken: set[int]) -> list[Candidate]:
    """Find answers to what bears codes or letters, or is counted in words: ``As to GV-1``, ``The second ...``.

    Args:
        blocks: of a response, in reading order.
        taken: identities (``id``) of blocks that are entries already.
    """
    coded = [*bulk_decisions(blocks, taken), *(labelled_answers(blocks, taken) or quoted_answers(blocks, taken))]
    headed = {id(one.block) for one in coded}
    coded.extend(one for one in headed_positions(blocks, taken) if id(one.block) not in headed)
    coded.extend(coded_replies(blocks, taken | {id(one.block) for one in coded}))
    taken = taken | {id(one.block) for one in coded}
    lettered = _lettered(blocks, taken)
    return [*coded, *lettered, *_in_one_paragraph(blocks, taken | {id(one.block) for one in lettered})]


def _lettered(blocks: Sequence[Block[RedactedText]], taken: set[int]) -> list[Candidate]:
    found: list[Candidate] = []
    line = ""
    for block in blocks:
        if block.kind is BlockKind.HEADING:
            line = block.text
        if not block.in_body:
            continue
        bare = _BARE_LETTER.match(block.text) if _ASKED.search(line) else None
        named = _LETTER.match(block.text) or bare
        if named is not None and id(block) not in taken:
            found.append(_response(block, 0 if bare is None else bare.end(), None, named["letter"].lower()))
        elif named is None and block.text.rstrip().endswith(":") and len(block.text) <= _LONGEST_LINE:
            line = block.text
    return found


def _in_one_paragraph(blocks: Sequence[Block[RedactedText]], taken: set[int]) -> list[Candidate]:
    """Find the answers of paragraphs that take up several in turn, each up to the sentence that names the next."""
    told = [(block, _named_in(block)) for block in _paragraphs(blocks) if id(block) not in taken]
    if sum(len(named) for _, named in told) < _NUMBERED:
        return []
    found: list[Candidate] = []
    for block, named in told:
        spans = list(sentence_spans(block.text))
        if named and (len(named) > 1 or named[0][0] == 0):
            starts = [
                spans[0][0] if named[0][0] <= 1 else spans[named[0][0]][0],
                *(spans[at][0] for at, _ in named[1:]),
            ]
            ends = [*(spans[at - 1][1] for at, _ in named[1:]), spans[-1][1]]
            found.extend(
                _response(block, start, end, number)
                for start, end, (_, number) in zip(starts, ends, named, strict=True)
            )
    return found


def _named_in(block: Block[RedactedText]) -> list[tuple[int, str | None]]:
    """Return the sentences of a paragraph that count in words, each with its number; ``the last`` has none."""
    spans = enumerate(sentence_spans(block.text))
    counted = [(at, _COUNTED.search(block.text[first:last])) for at, (first, last) in spans]
    named = [(at, found["word"].lower()) for at, found in counted if found is not None]
    return [(at, str(ORDINAL_WORDS.index(word) + 1) if word in ORDINAL_WORDS else None) for at, word in named]


def with_prose(
    blocks: Sequence[Block[RedactedText]],
    candidates: Sequence[Candidate],
    others: Sequence[Candidate],
    classifier: EntryKinds,
) -> list[Candidate]:
    """Add the paragraphs that answer, one recommendation each, where nothing in the reply counts them.

    Below headings that name themes the first paragraph of each answers, unless it tells of a single person or thanks;
    a further one does where the classifier of entries is sure. Without such headings the classifier finds the first and
    the last answer, and what claims something between them answers too.

    Args:
        blocks: of a response, in reading order.
        candidates: its entries; those within a paragraph that answers as a whole are left out.
        others: of its tables. Nothing is read where entries bear numbers, or print what is answered.
        classifier: of entries.

    Returns:
        The candidates with responses and what they claim, each a whole paragraph.
    """
    known = [*candidates, *others]
    sorted_out = listed_decisions(blocks, set(), answers=True)
    if len(sorted_out) > len({one.number for one in known if one.kind == "response" and one.number is not None}):
        sorting = {id(one.block) for one in sorted_out}
        return [*(one for one in candidates if id(one.block) not in sorting), *sorted_out]
    in_turn = in_a_run(blocks, {id(one.block) for one in known if one.kind == "response" and one.number is not None})
    if in_turn:
        answering = {id(one.block) for one in in_turn}
        return [*(one for one in candidates if id(one.block) not in answering), *in_turn]
    numbered = sum(one.kind == "response" and one.number is not None for one in known)
    printed = sum(one.kind in ANSWERED_KINDS and (one.number is not None or not one.inline) for one in known)
    whole = any(one.kind == "response" and decides_all(one.text) for one in known)
    if numbered >= _NUMBERED or printed >= _NUMBERED or whole or any(map(is_labelled_answer, known)):
        return [*candidates, *_on_requests(blocks, known)]
    taken = {id(one.block) for one in known if not one.inline}
    sections = list(_sections(blocks, classifier))
    themes = [said for heading, said in sections if heading and not _GENERAL.fullmatch(heading)]
    sure = sum(any(one.chance >= _SURE for one in said) for said in themes)
    if len(themes) >= _LEAST_SECTIONS and sure >= _LEAST_SURE:
        chosen = [one for said in themes for one in _answers_below(said)]
    else:
        chosen = _in_a_row([one for heading, said in sections if not _GENERAL.fullmatch(heading) for one in said])
    found = [_response(one.block) for one in chosen if id(one.block) not in taken]
    answering = {id(one.block) for one in found}
    return [*(one for one in candidates if id(one.block) not in answering), *found]


def _on_requests(blocks: Sequence[Block[RedactedText]], known: Sequence[Candidate]) -> list[Candidate]:
    """Find the answer below a heading such as ``Your request on deaths in custody``, where nothing there is one yet.

    Below ``Housekeeping points`` each paragraph answers one.
    """
    answered = {one.block.heading_path for one in known}
    taken = {id(one.block) for one in known}
    found: dict[tuple[RedactedText, ...], Candidate] = {}
    points: list[Candidate] = []
    for block in _paragraphs(blocks):
        above = block.heading_path
        named = len(above) > 1 and above not in answered and _REQUESTED.search(above[-1]) is not None
        told = len(block.text.split()) >= _LEAST_WORDS and not _COURTESY.match(block.text)
        if named and told and not tells_of_person(block.text):
            found.setdefault(above, _response(block))
        elif told and id(block) not in taken and above and _POINTS.search(above[-1]):
            points.append(_response(block))
    return [*found.values(), *points]


def tells_of_person(text: str) -> bool:
    """Say whether a paragraph opens with a single person whose name is masked: ``As for [PERSON 2], ...``."""
    return bool(_STORY.match(text))


def _paragraphs(blocks: Sequence[Block[RedactedText]]) -> Iterator[Block[RedactedText]]:
    return (block for block in blocks if block.in_body)


def _sections(blocks: Sequence[Block[RedactedText]], classifier: EntryKinds) -> Iterator[tuple[str, list[_Said]]]:
    """Yield headings with what stands below; the title of the document heads nothing."""
    title = next((block.text for block in blocks if block.kind is BlockKind.HEADING), None)
    placed = [one for one in units(blocks, "response") if one.unit.whole]
    chances = classifier.probabilities([one.unit for one in placed])
    above: tuple[str, ...] | None = None
    said: list[_Said] = []
    for one, row in zip(placed, chances, strict=True):
        block = blocks[one.block]
        if above is not None and block.heading_path != above:
            yield _name(above, title), said
            said = []
        above = tuple(block.heading_path)
        if len(block.text.split()) >= _LEAST_WORDS and not _COURTESY.match(block.text):
            chance = 0.0 if tells_of_person(block.text) else float(row[_RESPONSE] + row[_VERDICT])
            said.append(_Said(block, chance, claimed_in(block.text) if chance else None))
    if above is not None:
        yield _name(above, title), said


def _name(above: Sequence[str], title: str | None) -> str:
    return above[-1] if above and above[-1] != title else ""


def _answers_below(said: Sequence[_Said]) -> list[_Said]:
    first = next((one for one in said if one.chance >= _HINT or (one.chance and one.claims is not None)), None)
    return [one for one in said if one is first or (one.chance >= _SURE and one.claims is not None)]


def _in_a_row(said: Sequence[_Said]) -> list[_Said]:
    """Return what stands between the opening of a letter and what it adds at its end."""
    opening = [place for place, one in enumerate(said) if _OPENS.search(one.block.text)]
    first = max((place for place in opening if place <= _FRONT), default=-1) + 1
    last = next((place for place, one in enumerate(said) if place > first and _ADDS.match(one.block.text)), len(said))
    between = [one for one in said[first:last] if one.chance]
    answering = sum(one.chance >= _SURE or one.claims is not None for one in between)
    return between if answering >= _LEAST_SURE and 2 * answering >= len(between) else []


def _response(
    block: Block[RedactedText], start: int = 0, end: int | None = None, number: str | None = None
) -> Candidate:
    text = trimmed(block.text, start, end)
    return response_of(text, block, number, claimed=claimed_in(text))
