"""What stands right behind an entry and speaks of it: the authority's response, the visitors' judgement."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from ingest.register.addressee_name import clean_subject
from ingest.register.candidate import Candidate, trimmed
from ingest.register.fields import read_field, take
from ingest.register.implied import implied_verdict
from ingest.register.looking_back import falls_short, looks_back
from ingest.register.measures_below import is_blank
from ingest.register.obligation import obliges
from ingest.register.offices import is_actor
from ingest.register.replies import ANSWERED_KINDS, is_reply_heading, opens_with_decision
from ingest.register.responses import ANY_NUMBERS, numbers_in
from ingest.register.sentence import sentence_spans
from ingest.register.status import ACCEPTANCE, find_statuses, status_of
from ingest.register.telling import speaks_of_others, tells
from ingest.report import BODY_KINDS, Block, BlockKind
from ingest.structure.labels import read_label
from redaction.text import RedactedText

_JUDGED = re.compile(
    r"\b(?:we|I|inspectors|visitors|delegation|team|Board|NPM|Ombud\w*|Commission|Committee|Office|Inspectorate|"
    r"Panel|Mechanism|mission|monitors|Subcommittee|CPT|SPT)\b"
    r"[^.]{0,60}\b(?:considered|found|judged?|concluded?|considers?|assess(?:ed|es)?|consider|find|notes?|noted|"
    r"established|observed|saw|verified|regards?|deems?)\b"
    r"[^.]{0,80}\b(?:progress\w*|implemented|achieved|fulfilled|reali[sz]ed|met|addressed|acted|complied|followed|"
    r"outstanding|valid|in place|done)\b"
    r"|^(?:this|the|our|that)\s+(?:earlier |previous |repeated |above )?(?:recommendation|measure|concern|proposal|"
    r"requirement)\s+(?:has|had|was|is|remains|can|could|continues|still)\b"
    r"|^(?:this|it)\s+(?:has|had|was|is|remains|could|still)\s"
    # "Overall, the centre had made reasonable progress in this area", "Progress on this concern was limited"
    r"|\bmade\s+(?:[\w-]+\s+){1,3}progress\s+(?:in|on|against|towards?|with)\s+this\s+[a-z]+"
    r"|^(?:overall,?\s+)?progress\s+(?:in|on|against|towards?|with)\s+this\s+[a-z]+\s+(?:was|is|had|has)\b",
    re.IGNORECASE,
)
# "We considered that the Ministry had made no progress": who should have.
_MAKER = re.compile(r"\b(?:that|[Oo]verall,?)\s+the\s+(?P<subject>[^.,;:]{3,80}?)\s+(?:had|has|have)\s+made\b")
_SILENCE = re.compile(
    r"(?:So far\s+|To date\s+|Up to now\s+)?(?:[Nn]o|[Nn]either)\s+(?:\w+\s+)?(?:answer|reply|response|"
    r"reaction)\b[^.]{0,60}?\b"
    r"(?:come|came|arrived|received|given|sent|been|was|is|reached)\b"
)
_SHORT = 60
_CLOSING_WORDS = 5


def attach_following(
    blocks: Sequence[Block[RedactedText]], candidates: Sequence[Candidate], *, follow_up: bool, answers: bool = False
) -> set[int]:
    """Give a response or a judgement to the entry right before it.

    ``Response: ...``, ``The Ministry replied: ...`` and a paragraph that opens with a decision answer;
    ``We considered that the prison had made good progress`` and, on a return visit, ``Not achieved`` judge;
    ``Responsible: ...`` and ``Deadline: ...`` complete.

    Args:
        blocks: a report's blocks in reading order.
        candidates: the entries found in them; response, statuses, addressee and time are written.
        follow_up: the document as a whole judges what became of earlier recommendations.
        answers: the document is an authority's: what follows a recommendation that it prints is its answer.

    Returns:
        Identities (``id``) of the blocks that spoke of an entry before them.
    """
    taken: set[int] = set()
    implied: list[tuple[Candidate, str]] = []
    by_block: dict[int, list[Candidate]] = {}
    for candidate in candidates:
        if candidate.kind in ANSWERED_KINDS and candidate.block.table is None:
            by_block.setdefault(id(candidate.block), []).append(candidate)
    if follow_up and not answers:
        taken |= _judge_headings(blocks, by_block)
    under_each = _replies_have_headings(blocks, by_block)
    judged = {id(one.block) for one in candidates if one.kind == "progress" and one.status_verified and not one.inline}
    last: list[Candidate] = []
    announced = False
    behind = 0
    for block in blocks:
        own = by_block.get(id(block))
        if own is None and id(block) in judged:
            # What is judged in a paragraph of its own says nothing of the entry before it.
            last = []
            continue
        if own is not None:
            field = read_field(block.text) if all(one.inline for one in own) else None
            if follow_up and field is not None and field.kind == "verdict" and last and _judge(block, last):
                # "Our assessment: not followed up. We ask for a report by 1 June."
                taken.add(id(block))
            last, announced, behind = own, False, 0
            continue
        if block.kind is BlockKind.HEADING:
            announced = bool(last) and under_each and is_reply_heading(block.text)
            last = last if announced else []
        if not last or block.table is not None or block.kind not in BODY_KINDS:
            continue
        behind += 1
        field = read_field(block.text)
        if field is not None and (field.kind in ("office", "time") or (field.kind == "verdict" and not follow_up)):
            value = trimmed(block.text, field.value)
            if field.kind != "verdict" or status_of(value) is not None:
                for entry in last:
                    take(entry, field.kind, value, follow_up=follow_up)
                taken.add(id(block))
                continue
        if follow_up and behind == 1 and any(map(looks_back, block.heading_path[-2:])):
            meant = implied_verdict(block.text)
            implied.extend((entry, meant) for entry in last if meant is not None and field is None)
        if follow_up and (field is None or field.kind != "reply") and _judge(block, last):
            taken.add(_judged_in_place(block, last) or id(block))
            continue
        plain = announced or (answers and behind == 1 and read_label(block.text) is None)
        if last[-1].response is not None:
            continue
        if _names_others(block.text, last):
            # "Response of the board. Point 1 is adopted. As to point 2, ...": sentences about their own numbers.
            continue
        if field is not None and field.kind == "reply" and is_blank(block.text[field.value :]):
            for entry in last:
                entry.status_claimed = entry.status_claimed or "no reply"
        elif field is not None and field.kind == "reply":
            _answer(trimmed(block.text, field.value), last, block, answers=answers)
        elif plain or opens_with_decision(block.text.lstrip("[(*_ ")) or (behind == 1 and tells(block.text)):
            _answer(trimmed(block.text, 0), last, block, answers=answers)
        else:
            continue
        taken.add(id(block))
    for entry, status in implied:
        # "Staff now carry badges" judges only where nothing further on does in so many words.
        entry.status_verified = entry.status_verified or status
    return taken


def _names_others(text: str, entries: Sequence[Candidate]) -> bool:
    """Say whether a reply speaks of several numbers of entries, one of which may be that of the entry before it."""
    own = {one.number for one in entries}
    named = {number for found in ANY_NUMBERS.finditer(text) for number in numbers_in(found["list"] or found["short"])}
    return len(named) > 1 and bool(named & own)


def _judge_headings(blocks: Sequence[Block[RedactedText]], by_block: dict[int, list[Candidate]]) -> set[int]:
    """Make progress of what a return visit finds below ``Recommendation 3: top bunks``, where one paragraph opens so.

    ``Partially achieved. New arrivals are still placed there.`` is the entry: the heading names what it is about, and
    the paragraphs before tell what was seen.
    """
    taken: set[int] = set()
    for place, block in enumerate(blocks):
        if block.kind is not BlockKind.HEADING or block.number is None:
            continue
        # Below a heading of a word or two the first paragraph was taken for what the number stands for.
        held = next((id(each) for each in blocks[place : place + 2] if id(each) in by_block), 0)
        entries = by_block.get(held, [])
        if len(entries) != 1 or entries[0].number != block.number or obliges(entries[0].text, listed=True):
            continue
        before: list[Block[RedactedText]] = []
        for below in blocks[place + 1 :]:
            known = id(below) in by_block and id(below) != held
            if below.kind is BlockKind.HEADING or known or below.table is not None:
                break
            before.append(below)
            status = status_of(below.text) if opens_with_decision(below.text.lstrip("[(*_ ")) else None
            if status is not None and status not in ACCEPTANCE:
                one = entries[0]
                one.kind, one.text, one.block, one.status_verified = "progress", trimmed(below.text, 0), below, status
                by_block[id(below)] = by_block.pop(held)
                taken.update(map(id, before))
                break
    return taken


def _judged_in_place(block: Block[RedactedText], entries: Sequence[Candidate]) -> int | None:
    """Make the sentence that judges a concern the entry, where a return visit prints the concern again to judge it.

    Returns:
        The identity of the block that printed the concern, which the entry rests on; ``None`` where none was printed.
    """
    one = entries[0]
    if len(entries) > 1 or one.kind != "concern":
        return None
    before = one.block
    spans = [span for span in sentence_spans(block.text) if _JUDGED.search(block.text[span[0] : span[1]])]
    start, end = spans[-1] if spans else (0, len(block.text))
    label = read_label(block.text) if start == 0 else None
    maker = _MAKER.search(block.text[start:end])
    one.addressee = (
        clean_subject(maker["subject"]) if maker is not None and is_actor(maker["subject"]) else one.addressee
    )
    one.kind, one.rests_on = "progress", (before.locator,)
    one.text, one.block, one.inline = trimmed(block.text, label.start if label else start, end), block, False
    return id(before)


def told_behind(one: Candidate) -> None:
    """Read the answer told in the sentence right behind an entry: ``... be done. The Director accepted.``."""
    text = one.block.text
    start = text.find(one.text)
    end = start + len(one.text)
    spans = ((first, last) for first, last in sentence_spans(text, end) if text[first:last].strip())
    first, last = next(spans, (0, 0)) if start >= 0 else (0, 0)
    sentence = trimmed(text, first, last)
    if not sentence or speaks_of_others(sentence):
        return
    if tells(sentence):
        take(one, "reply", sentence, follow_up=False)
    elif _SILENCE.match(sentence):
        one.status_claimed = one.status_claimed or "no reply"


def _replies_have_headings(blocks: Sequence[Block[RedactedText]], by_block: dict[int, list[Candidate]]) -> bool:
    """Say whether a heading such as ``Response`` follows recommendation after recommendation."""
    directly = 0
    for before, block in pairwise(blocks):
        directly += block.kind is BlockKind.HEADING and id(before) in by_block and is_reply_heading(block.text)
    return directly > 1


def _answer(answer: RedactedText, entries: Sequence[Candidate], block: Block[RedactedText], *, answers: bool) -> None:
    for entry in entries:
        take(entry, "reply", answer, follow_up=False)
        if answers and entry.kind in ANSWERED_KINDS:
            # In the authority's own document the answer is the entry, and what it prints of the report is not.
            entry.kind, entry.text, entry.block, entry.inline = "response", answer, block, False


def _judge(block: Block[RedactedText], entries: Sequence[Candidate]) -> bool:
    text = str.__str__(block.text)
    if block.number and text.startswith(block.number):
        text = text[len(block.number) :].lstrip(" .:)")
    opening = read_field(text)
    status = None
    if opening is not None and opening.kind == "verdict":
        value = text[opening.value :]
        said = [word for first, last in sentence_spans(value) for _, _, word in find_statuses(value[first:last])]
        status = status_of(value) or next((word for word in said if word not in ACCEPTANCE), None)
    if status is None and (len(text) < _SHORT or opens_with_decision(text)):
        status = status_of(text)
    if status is None:
        # "... the contract was renewed, and staff use it. Fulfilled."
        *_, (last, _) = [(0, 0), *sentence_spans(text)]
        closing = text[last:]
        status = status_of(closing) if last and len(closing.split()) <= _CLOSING_WORDS else None
    for start, end in sentence_spans(text) if status is None else ():
        if _JUDGED.search(text[start:end]):
            status = next((word for _, _, word in find_statuses(text[start:end]) if word not in ACCEPTANCE), None)
            if status is not None:
                break
    if status is None and falls_short(text):
        status = "partly implemented"
    if status is None or status in ACCEPTANCE:
        return False
    for entry in entries:
        entry.status_verified = entry.status_verified or status
    return True
