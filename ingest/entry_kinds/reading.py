"""A second reading: entries where the rules are silent and the classifier is sure."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence, Set

import numpy as np

from ingest.entry_kinds.classifier import ENTRIES, KINDS, EntryKinds, Rows
from ingest.entry_kinds.features import Placed, units
from ingest.passage import DocumentKind
from ingest.register.addressee import leading_addressee, subject_addressee
from ingest.register.addressee_groups import group_addressee
from ingest.register.candidate import Candidate, lists_all, trimmed
from ingest.register.findings import MOST_IN_PARAGRAPH, may_be_finding
from ingest.register.grave import is_grave
from ingest.register.narrative import COURTESY, OF_THE_LIST
from ingest.register.replies import ANSWERED_KINDS, decision_in
from ingest.register.responses import Answer
from ingest.register.sentence import sentence_spans
from ingest.register.status import ACCEPTANCE, find_statuses
from ingest.register.verbs import VERBS
from ingest.report import Block
from redaction.text import RedactedText

_REGISTER_KIND = {"request": "request_for_information", "verdict": "progress"}
_ADDRESSED = frozenset({"recommendation", "request"})
# What each kind of document may hold: a reply recommends nothing, and what a report says of replies is no entry of it.
_IN_REPLY = frozenset({"response"})
_IN_REPORT = frozenset({"recommendation", "verdict", "request", "concern", "good_practice"})
_NUMBERED = re.compile(
    r"\b(?:recommendations?|proposals?|requests?|measures?|demands?|points?|paragraphs?|items?|^ad)\s+(?:no\.?\s*|number\s+)?"
    r"(?P<number>[A-Z]{0,3}-?\d{1,3}(?:\.\d{1,3}){0,3})\b(?!\s*(?:%|per cent))",
    re.IGNORECASE,
)
# "Of the 22 recommendations made in 2021, eight had been achieved": a count judges none of them.
_COUNTS = re.compile(
    r"\b(?:\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|all|some|most|none|half) (?:of the )?"
    r"(?:\w+ ){0,3}?recommendations\b|\brecommendations (?:\w+ ){0,4}?(?:\d+|eight|seven|six|five|four|three|two)\b",
    re.IGNORECASE,
)
# What asks has a word that asks, an imperative or an infinitive; "Staff promote awareness of the service" states.
_ASKS = re.compile(
    r"\b(?:should|must|shall|ought|needs? (?:to|for)|needed|recommend\w*|urg\w+|calls? (?:up)?on|invit\w+|propos\w+|"
    r"suggest\w*|request\w*|asks?|asked|direct(?:s|ed)|instruct(?:s|ed)|exhort\w*|implor\w*|requir\w+|advis\w+|"
    r"encourag\w+|desirable|necessary|essential|imperative|important|expects?|expected|trusts?|hopes?|wish\w*|"
    r"would (?:like|be)|could|let|(?:has|have|is|are) to|to be \w+(?:ed|en|pt|de|ut|ld))\b|"
    r"^(?:\([^)]*\)\s*)?(?:[Tt]o |[^.]{3,80}: *(?:to )?[a-z]|[Tt]hat )",
)
_TELL = re.compile(
    r"\b(?:please|kindly|await\w*|inform\w*|told|notif\w+|repl(?:y|ies)|respon\w+|answers?|comments?|what|whether|when|"
    r"how|why|which)\b",
    re.IGNORECASE,
)
# "Officers ask prisoners to state their number", "We asked to see the book, which she did": nothing is asked for now.
_ASKS_THE_HELD = re.compile(
    r",\s+(?:which|and|but|who) (?:she|he|they|it|was|were|did)\b|"
    r"\b(?:ask(?:s|ed)?|request(?:s|ed)?)\s+(?:the\s+)?(?:prisoners?|detainees?|inmates?|patients?|residents?|visitors|"
    r"children|people|persons)\b"
)
_ASKING_HEADING = re.compile(
    r"recommend|proposal|proposition|suggest|demand|measures? (?:to|required)|action|\basks?\b|to improve|next steps",
    re.IGNORECASE,
)
_NO_ENTRY = re.compile(r"[:?]$|\b(?:the following|as follows)\W*$|^(?:time[- ]?(?:limit|frame)|deadline|due)\s*:", re.I)
_LEAST_WORDS = {"recommendation": 4, "request": 4, "concern": 4, "good_practice": 4, "response": 3, "progress": 3}
_FINDING = KINDS.index("finding")
_SURE_FINDING, _HARDLY = 0.5, 0.05  # chosen on sets of reports and the visit reports
_LEAST, _LONGEST, _LONGEST_WHOLE = 12, 900, 700  # characters; what is longer than the last is read by its sentences
_MOST_SENTENCES, _NEW_CONCERN, _SENTENCE_SHARE = 6, 0.9, 0.5  # the share: of a sentence in a sure paragraph
_HINTED, _CERTAIN = 0.2, 0.92  # chosen on the visit reports, which were not trained on


def read_again(
    blocks: Sequence[Block[RedactedText]],
    known: Sequence[Candidate],
    kind: DocumentKind,
    classifier: EntryKinds,
    *,
    follow_up: bool,
    behind: Set[int] = frozenset(),
    told: Sequence[Answer] = (),
    finds: bool = False,
) -> list[Candidate]:
    """Find what no rule found.

    Args:
        blocks: a report's blocks in reading order.
        known: what the rules found; a block of which one is the whole, and the words of those inside a paragraph, are
            not read again. Findings do not keep a block from being read.
        kind: of the document.
        classifier: with its thresholds; findings in ``known`` that it finds to be none are marked as doubted.
        follow_up: the document judges what became of earlier recommendations.
        behind: identities (``id``) of blocks that answer or judge the entry before them.
        finds: the document tells what was found, even where no rule has seen it.
        told: answers in running text; their sentences are read already where the document is a response.

    Returns:
        Candidates in reading order, findings among them where the rules found some; none where the rules found a long
        numbered list of recommendations. A verdict right behind the recommendation that it is about is given to that.
    """
    if lists_all(known):
        return []
    word = "response" if kind is DocumentKind.RESPONSE else "follow-up" if follow_up else ""
    taken = _Taken(known, behind, told if kind is DocumentKind.RESPONSE else ())
    placed = [
        one
        for one in units(blocks, word)
        if not taken.holds(blocks[one.block], one) and (not one.unit.whole or len(one.unit.text) <= _LONGEST_WHOLE)
    ]
    chances = classifier.probabilities([one.unit for one in placed])
    by_block: dict[int, list[int]] = defaultdict(list)
    for place, one in enumerate(placed):
        by_block[one.block].append(place)
    allowed = _IN_REPLY if kind is DocumentKind.RESPONSE else _IN_REPORT
    if kind is DocumentKind.OTHER:
        allowed = _IN_REPORT | _IN_REPLY
    least = np.array([classifier.thresholds.get(name, 2.0) if name in allowed else 2.0 for name in KINDS])
    if follow_up:  # which speaks of earlier concerns; a new one it announces
        least[KINDS.index("concern")] = max(_NEW_CONCERN, least[KINDS.index("concern")])
    told_as_findings: dict[int, list[Candidate]] = defaultdict(list)
    for each in known:
        if each.kind == "finding" and each.inline:
            told_as_findings[id(each.block)].append(each)
    finds = finds or bool(told_as_findings)
    found: list[Candidate] = []
    for at, places in by_block.items():
        units_here, seen = [placed[place] for place in places], chances[places]
        entries = [_candidate(blocks[at], *part) for part in _chosen(units_here, seen, least)]
        found.extend(entries)
        if finds and all(entry.inline for entry in entries):
            found.extend(_findings(blocks[at], units_here, seen, [*told_as_findings.get(id(blocks[at]), []), *entries]))
    return [one for one in found if _stands(one) and not _given(one, [*known, *found], blocks)]


def asks(text: str) -> bool:
    """Say whether a text has a word that asks, or opens with the command to do something."""
    opening = re.match(r"\W*(?:\w+ly,? )?(\w+)", text)
    return bool(_ASKS.search(text)) or (opening is not None and opening[1].lower() in VERBS)


def _findings(
    block: Block[RedactedText], placed: Sequence[Placed], chances: Rows, known: Sequence[Candidate]
) -> Iterator[Candidate]:
    """Find what no rule took for a finding, and mark as doubted what a rule took for one and hardly is any."""
    single = len(placed) == 1
    left = MOST_IN_PARAGRAPH - len(known)
    for one, row in zip(placed, chances, strict=True):
        if one.unit.whole and not single:
            continue
        chance = float(row[_FINDING])
        own = [each for each in known if str.__str__(each.text) in one.unit.text or one.unit.text in each.text]
        if own:
            for each in own:
                each.doubted = each.kind == "finding" and chance < _HARDLY and not is_grave(each.text)
        elif (
            left
            and chance >= _SURE_FINDING
            and int(np.argmax(row)) == _FINDING
            and may_be_finding(block, one.unit.text)
        ):
            left -= 1
            yield Candidate("finding", trimmed(block.text, one.start, one.end), block, inline=True)


def _stands(one: Candidate) -> bool:
    """Say whether a text can be an entry by itself.

    What announces others or names an addressee is none, nor a scrap, nor a chapter; nor a verdict that finds nothing, a
    count of verdicts, a courtesy that decides on nothing, a plain statement that asks for nothing.
    """
    if not _LEAST <= len(one.text) <= _LONGEST or _NO_ENTRY.search(one.text) or OF_THE_LIST.match(one.text):
        return False
    if one.kind == "progress" and one.number is None and (one.status_verified is None or _COUNTS.search(one.text)):
        return False
    if one.kind == "response" and one.number is None and one.status_claimed is None:
        return False
    if one.kind == "recommendation" and group_addressee(one.text) is not None:
        return False
    if one.kind == "good_practice" and COURTESY.search(one.text):
        return False
    asked = _ASKS.search(one.text) or _TELL.search(one.text)
    if one.kind == "request_for_information" and (not asked or _ASKS_THE_HELD.search(one.text)):
        return False
    if one.kind == "recommendation" and not asks(one.text):
        above = " ".join(str.__str__(heading) for heading in one.block.heading_path[-2:])
        if not _ASKING_HEADING.search(above):
            return False
    return len(one.text.split()) >= _LEAST_WORDS.get(one.kind, 4)


class _Taken:
    """What the rules have read already."""

    def __init__(self, known: Sequence[Candidate], behind: Set[int], told: Sequence[Answer]) -> None:
        self._whole = set(behind)
        self._parts: dict[int, list[str]] = defaultdict(list)
        for answer in told:
            self._parts[id(answer.block)].append(str.__str__(answer.sentence))
        for one in known:
            if one.inline and one.kind not in ("finding", "progress"):
                self._parts[id(one.block)].append(str.__str__(one.text))
            elif one.kind != "finding" or not one.inline:
                # A paragraph with one verdict has been judged.
                self._whole.add(id(one.block))

    def holds(self, block: Block[RedactedText], one: Placed) -> bool:
        """Say whether a unit is an entry, or holds or shares words of one."""
        if id(block) in self._whole:
            return True
        text = str.__str__(block.text)
        for part in self._parts.get(id(block), ()):
            start = text.find(part)
            if start < 0 or (start < one.end and one.start < start + len(part)):
                return True
        return False


def _chosen(placed: Sequence[Placed], chances: Rows, least: Rows) -> Iterator[tuple[int, int, str, bool]]:
    """Yield start, end, kind and whether it is the whole block, for what is sure in one block."""
    wholes = [place for place, one in enumerate(placed) if one.unit.whole]
    parts = [place for place, one in enumerate(placed) if not one.unit.whole]
    sure = {place: best for place in range(len(placed)) if (best := _best(chances[place], least)) is not None}
    whole = wholes[0] if wholes and wholes[0] in sure else None
    if whole is not None:
        index = sure[whole]
        short = len(parts) <= _MOST_SENTENCES
        listed = placed[whole].unit.shape != "paragraph"
        carriers = [place for place in parts if chances[place][index] >= min(_SENTENCE_SHARE, float(least[index]))]
        told = KINDS[index] in ("response", "verdict", "concern")
        if not parts or (listed and short) or (told and short) or len(carriers) == len(parts):
            yield placed[whole].start, placed[whole].end, KINDS[index], True
            return
        for place in carriers or [max(parts, key=lambda place: float(chances[place][index]))]:
            sure.setdefault(place, index)
    for place in parts:
        if place in sure and _borne_out(chances[place], [chances[one] for one in wholes], sure[place]):
            yield placed[place].start, placed[place].end, KINDS[sure[place]], False


def _borne_out(row: Rows, wholes: Sequence[Rows], index: int) -> bool:
    """Say whether a sentence is an entry also where its paragraph hardly is: then it has to be all but certain."""
    return all(whole[index] >= _HINTED for whole in wholes) or float(row[index]) >= _CERTAIN


def _best(row: Rows, least: Rows) -> int | None:
    index = ENTRIES + int(np.argmax(row[ENTRIES:]))
    return index if row[index] >= least[index] else None


def _candidate(block: Block[RedactedText], start: int, end: int, name: str, whole: bool) -> Candidate:
    text = trimmed(block.text, start, end)
    inside = name in ("recommendation", "request", "concern") and whole
    number = (block.number or "").strip("() .") or None if inside else None
    one = Candidate(_REGISTER_KIND.get(name, name), text, block, number, inline=not whole)
    if name in _ADDRESSED:
        one.addressee = leading_addressee(text) or subject_addressee(text)
    elif name == "response":
        one.number = _number_in(block, text)
        one.response, one.status_claimed = str(text), decision_in(text) or _status(text, claimed=True)
    elif name == "verdict":
        one.number = _number_in(block, text)
        one.status_verified = _status(text, claimed=False)
    return one


def _number_in(block: Block[RedactedText], text: str) -> str | None:
    for words in (text, *reversed(block.heading_path[-1:])):
        found = _NUMBERED.search(words)
        if found is not None:
            return found["number"]
    return None


def _status(text: str, *, claimed: bool) -> str | None:
    """Return the last word of status of the sentence that has one; decisions of an authority are no verdicts."""
    found: str | None = None
    for start, end in sentence_spans(text):
        said = [status for _, _, status in find_statuses(text[start:end]) if claimed or status not in ACCEPTANCE]
        found = said[-1] if said else found
    return found


def _given(one: Candidate, others: Sequence[Candidate], blocks: Sequence[Block[RedactedText]]) -> bool:
    """Give a verdict to the recommendation printed right before it, under the same heading, if that has none."""
    if one.kind != "progress" or one.number is not None or one.status_verified is None:
        return False
    place = next(index for index, block in enumerate(blocks) if block is one.block)
    before = blocks[place - 1] if place else None
    for other in others:
        printed = other.kind in ANSWERED_KINDS and other.block is before and not other.inline
        if printed and other.block.heading_path == one.block.heading_path and other.status_verified is None:
            other.status_verified = one.status_verified
            return True
    return False
