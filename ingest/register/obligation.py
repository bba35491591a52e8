"""Sentences that oblige someone, and those that only report what was recommended, ruled or answered."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from ingest.register.addressee import subject_addressee
from ingest.register.candidate import Candidate, trimmed
from ingest.register.indirect import asks_behind, is_due_now, met_at_once, voices_concern
from ingest.register.narrative import ABOUT, BEFORE, BOILERPLATE, NOT_URGING, PAST, REPLY, RULE, TELLS
from ingest.register.news import WISHES, asks_for_news, asks_in_a_question
from ingest.register.offices import is_actor, is_named
from ingest.register.paragraph_numbers import OWN_NUMBER
from ingest.register.polite import asks_politely
from ingest.register.praise import praises
from ingest.register.sentence import sentence_spans, spans_behind_mark
from ingest.register.speaker import ADVERBS, BODY, OWN_VIEW, SPEAKER
from ingest.register.status import find_statuses
from ingest.register.verbs import VERBS, commands
from ingest.report import Block
from redaction.text import RedactedText

MODAL = re.compile(
    r"\b(?:should|must|shall|needs? to|ought to|(?:is|are) to [a-z]+|has to|have to|recommends?|may no(?:t| longer)|"
    r"to ensure|"
    r"be required to)\b",
    re.IGNORECASE,
)
_URGES = (
    r"(?:recommends?\b(?!ed)|(?:trusts?|assumes?|presumes?)\s+that\b[^.;]{3,160}?\b(?:will|shall|are|is)\b|"
    r"(?:would\s+)?(?:like|wish)\s+to\s+"
    r"see\b|exhorts?\b|insists?\s+(?:that\b|on\s+(?!it\b|this\b|that\b|them\b))|implores?\b|appeals?\s+to\b|"
    r"instructs?\b|counsels?\b|"
    r"(?:strongly\s+)?favou?rs?\s+(?:the|an?)\b|calls?\s+(?:(?:up)?on|for)\b|demands?\b|urges?\b|invites?\b|"
    r"encourages?\b|suggests?\b|proposes?\b|"
    r"expects?\s+(?!an?\s|to\b)[^.;]{2,80}?\sto\s+[a-z]+|"
    r"advises?\b|(?:asks?|requests?)\s+(?:that\b|(?!for\b)[^.;]{2,80}?\bto\b)|(?:reiterates?|repeats?|"
    r"renews?)\s+(?:its|our|my|"
    r"the|this|their)\s+(?:\w+\s+){0,2}?recommendation)"
)
_INLINE = re.compile(
    rf"(?:^|[\s“\"(,;])(?:{SPEAKER}{ADVERBS}\s+{_URGES}|"
    r"[Ii]t\s+is\s+(?:therefore\s+|strongly\s+|also\s+|further\s+|hereby\s+)*(?:recommended|suggested|proposed)\b|"
    r"reiterates\s+its\s+recommendation|"
    rf"{SPEAKER}{ADVERBS}\s+(?:stress(?:es)?|emphasi[sz]es?|underlines?|underscores?|highlights?|points?\s+(?:out|"
    rf"to)|draws?\s+"
    r"attention\s+to|sees?|insists?\s+on)\s+the\s+(?:\w+\s+)?(?:need|necessity|urgency|importance)\s+(?:for|of|to)\b|"
    rf"{SPEAKER}{ADVERBS}\s+(?:considers?|finds?|deems?|thinks?|believes?|"
    rf"regards?)\s+it\s+(?:as\s+)?(?:\w+\s+)?(?:useful|helpful|"
    r"advisable|desirable|necessary|appropriate|essential|important|preferable|indispensable|imperative|vital|urgent|"
    r"crucial|beneficial)\s+(?:to|that|for)\b|(?:reiterates?|repeats?|renews?)\s+what\s+[^.;]{2,30}\brecommended\b|"
    r"[Ii]t\s+would\s+(?:\w+\s+)?be\s+(?:\w+\s+)?(?:desirable|advisable|appropriate|preferable|helpful|beneficial)\b)"
)
_TOLD_THEN = re.compile(
    rf"(?:^|[\s“\"(,;])(?:(?:[Tt]he\s+|[Oo]ur\s+)?(?:[A-Z][\w'’-]*\s+|visiting\s+|inspection\s+){{0,4}}{BODY}|"
    r"\b[Ww]e|\bI|[Ii]t\s+was|[A-Z][\w’'-]*(?:\s+[\w’'-]+){0,5}\s+(?:was|were))"
    r"(?:\s+(?:also|therefore|further|\w+ly|thus))*\s+(?:recommended|urged|suggested|proposed|"
    r"advised)\s+(?:that|to)\s"
)
_OPINION = re.compile(
    rf"(?:\b[Ii]n\s+(?:the\s+)?(?:view|opinion)\s+of\s+the\s+(?:\w+[\s-]+)?{BODY}|\b[Ii]n\s+(?:our|my|its)\s+(?:view|"
    rf"opinion)\b|{OWN_VIEW}|\b[Ii]t\s+is\s+(?:the\s+)?(?:[A-Z]\w+|our|my)(?:['’]s)?\s+(?:view|opinion)\s+that\b|"
    rf"{SPEAKER}{ADVERBS}\s+(?:considers?|believes?|(?:is|are|am)\s+of\s+the\s+(?:view|opinion)|"
    r"stress(?:es)?|emphasi[sz]es?|underlines?|reminds?|holds?|points?\s+out)\b)[^.]*?\b(?:should|must|ought\s+to|"
    r"needs?\s+to|(?:is|are)\s+to\s+be)\b"
)
_STEPS = re.compile(
    r"\b(?:[Aa]|[Tt]he|[Aa]nother|[Aa]n?\s+\w+)\s+(?:remedy|solution|way|alternative)s?\b[^.;]{0,50}\b(?:must|should|"
    r"needs\s+to|has\s+to)\s+"
    r"be\s+(?:\w+\s+)?(?:found|sought|provided|identified)\b|"
    r"\b[Ii]t\s+(?:must|should|has\s+to|needs\s+to)\s+(?:\w+\s+)?be\s+(?:ensured|guaranteed|made\s+sure)\b|"
    r"\b(?:[Ss]teps|[Mm]easures|[Aa]ction)\s+(?:should|must|need(?:s)?\s+to|ought\s+to)\s+(?:\w+\s+){0,2}be\s+taken\b"
    r"|\b[Ii]t\s+is\s+(?:\w+\s+)?(?:essential|imperative|necessary|vital|crucial|indispensable|important|"
    r"desirable|advisable|urgent)\s+that\b[^.]*\b(?:be|should|must|are|is|can|may|receive|have|has)\b|"
    # "It adds one: the home should let residents keep their telephones".
    r"^(?:It|We|I|The\s\w+)\s(?:also\s)?(?:adds?|makes?)\s(?:one|an?|another)\b[^.:;]{0,50}:\s[^.]*\b(?:should|must|shall)\b"
)
_OFFICE_ACTS = re.compile(
    r"^(?:(?:Further|Furthermore|Moreover|In addition|Therefore|Accordingly|Also|Finally|To this end),?\s+)?"
    r"(?:[Tt]he\s+)?(?P<subject>[A-Z]?[^,;:.()]{3,70}?)\s+(?:should|must|is\s+to|are\s+to|needs\s+to|need\s+to)\s+"
    r"(?:also\s+|therefore\s+|immediately\s+|urgently\s+|further\s+|promptly\s+|now\s+)*"
    r"(?P<verb>(?!be\b|have\b|not\b|always\b|never\b|normally\b|only\b)[a-z]+)"
)
# "The Prisons Service to repair the borehole": the office, and what it is to do.
_TO_ACT = re.compile(r"^(?:The\s+)?(?P<subject>[A-Za-z][^,;:.()]{2,90}?)\s+to\s+(?:\w+ly\s+)?(?P<verb>[a-z]+)\b")
_REPLY_BEHIND = re.compile(
    r"\s*[\[(][^\[\]()]*\b(?:accept|agree|reject|support|repl|respon|implement|noted)\w*\b[^\[\]()]*[\])]\s*\.?\s*$|"
    r"(?<=[.;!)])\s+(?:\w+\s+){0,3}(?:[Rr]esponse|[Rr]eply|[Ss]tatus|[Dd]ecision)(?:\s+of\s+[^:.]{2,60})?:\s.*$"
)
_IS_ASKED = re.compile(
    r"^(?:[\w ]{2,40},\s+)?(?:[Tt]he\s+)?(?P<subject>[A-Za-z][^,;:.()]{2,80}?)\s+(?:is|are)\s+(?:also\s+|"
    r"therefore\s+|\w+ly\s+|again\s+)*"
    r"(?:asked|requested|invited|urged|called\s+(?:up)?on|encouraged|advised|recommended|reminded)\s+to\s+[a-z]+"
)
_AFTER_ONE = re.compile(r"\b(?:should|must)\b")
_NOW = re.compile(
    rf"\b(?:must\s+)?reiterates?\b|\brepeats?\b|\bit is (?:\w+ )?recommended\b|{_URGES}\s+that", re.IGNORECASE
)
_IMPERATIVE_NOT = re.compile(
    r"^(?:the|a|an|this|these|those|there|it|in|on|at|of|for|with|we|our|they|he|she|by|from|as|all|some|no|"
    r"one|many|most|since|"
    r"during|after|before|when|while|where|if|because|but|and|however|although|each|every|following|see|page|"
    r"table|figure|"
    r"staff|prisoners?|detainees?|patients?|residents?|children|people|persons|inspectors?|\w+ly|\d\S*)\b",
    re.IGNORECASE,
)
_PAST_VERB = re.compile(r"^\S+\s+(?:was|were|is|are|had|has|have|did|does|do|been)\b")
# "Fitness to travel is not examined" states; an imperative has no finite verb before its first comma or clause.
_FINITE = re.compile(r"^[^,;:]{0,60}?\b(?:is|are|was|were|has|have|had|does|did|do)\b")
_NUMBERED_ONES = re.compile(r"\brecommendations?\s+(?:nos?\.?\s*|numbers?\s+)?\d", re.IGNORECASE)
# "...; and to provide a nurse at night", "...; further, that the cells be closed": what one verb of asking governs.
_GOVERNED = re.compile(
    r";\s+(?:and\s+)?(?:also,?\s+|further(?:more)?,?\s+|in\s+addition,?\s+)?(?=to\s+[a-z]+|that\s+[a-z]|"
    r"(?!it\b|this\b|they\b)[^.;,]{2,70}\s(?:should|must|shall)\s)"
)
_SECOND = re.compile(
    r",?\s+and\s+(?:also\s+|further\s+)?(?P<verb>(?:requests?|recommends?|calls?\s+(?:up)?on|urges?|invites?|"
    r"would\s+like)\b)"
)
_FOLLOWING = re.compile(r"\b(?:the following|as follows)\W*$")
_GOOD = re.compile(r"\b(?:good|best|positive|commendable|exemplary) (?:practice|example)", re.IGNORECASE)
_STRONG = frozenset({"ensure", "take", "provide", "stop", "end", "put", "guarantee", "cease", "refrain"})
_LEAST_WORDS, LONGEST_PROSE = 6, 900


def obliges(text: str, listed: bool, strict: bool = False) -> bool:
    """Say whether a paragraph of a recommendations section recommends: it obliges someone, or commands.

    Args:
        text: without its number.
        listed: it bears a number or stands in a list or box.
        strict: its heading announces recommendations alone, so that ``Every child has a timetable.`` is one.
    """
    text = _REPLY_BEHIND.sub("", text)
    if len(text) > LONGEST_PROSE or BOILERPLATE.search(text) or ABOUT.search(text):
        return False
    opening = next((text[a:b] for a, b in sentence_spans(text)), "")
    ordered = listed and commands(text) and not (_IMPERATIVE_NOT.match(text) or _PAST_VERB.match(text))
    # "Settle who pays. The Secretary of State had not responded": the reply stands behind what is asked.
    told = opening if ordered else text
    if (REPLY.search(told) or find_replies(told)) and not re.search(r"\b(?:should|must)\b", text):
        return False
    if MODAL.search(text if listed else opening):
        return listed or not re.match(r"[A-Z][a-z]+: ", text)
    if listed and re.match(r"[Tt]hat\s\w+\s", text):
        return True
    to_act = _TO_ACT.match(text)
    if to_act is not None and to_act["verb"] in VERBS and is_actor(to_act["subject"]):
        return True
    if re.match(r"(?:\w+ly,? |further |also )?to [a-z]|[^,.]{3,60}, to [a-z]", text, re.IGNORECASE):
        return True
    if listed and _INLINE.search(opening):
        return True
    if listed and strict:
        return ordered or not TELLS.search(text)
    if not listed or _IMPERATIVE_NOT.match(text) or _PAST_VERB.match(text):
        return False
    if re.split(r"\W", text, maxsplit=1)[0].lower() not in VERBS and _FINITE.search(opening):
        return False
    return bool(re.match(r"[A-Z][a-z]+(?:,? (?:and )?[a-z]|\s\S)", text))


def speaks_of_itself(text: str) -> bool:
    """Say whether a text is about the list that it opens: ``We identified five key concerns, of which two ...``."""
    return bool(ABOUT.search(text) or BOILERPLATE.search(text))


def told_in_the_past(blocks: Sequence[Block[RedactedText]]) -> bool:
    """Say whether a report tells in the past what it recommends: ``The team recommended``, never "recommends"."""
    sentences = [b.text[a:z] for b in blocks if "recommend" in b.text for a, z in sentence_spans(b.text)]
    then = any(_TOLD_THEN.search(each) and not BEFORE.search(each) for each in sentences)
    return then and not any(_INLINE.search(each) and not NOT_URGING.search(each) for each in sentences)


def inline_recommendations(
    block: Block[RedactedText], start: int, *, apart: bool = False, past: bool = False, acts: bool = False
) -> Iterator[Candidate]:
    """Find sentences of a narrative paragraph that recommend, ask or praise: ``The Committee recommends that ...``.

    Args:
        block: the paragraph.
        start: where its text begins, behind the number.
        past: the report tells in the past what it recommends; see :func:`told_in_the_past`.
        apart: without a number, it stands between numbered ones, so that a plain ``should`` recommends.
        acts: the report lists no recommendations, so that what an office should do counts in any sentence.

    Returns:
        Candidates with exact words; one that fills its numbered paragraph bears the number.
    """
    text = block.text
    spans = spans_behind_mark(text, start)
    asked = apart or (len(spans) > 1 and any(recommends_outright(text[a:b]) for a, b in spans))
    announced: str | None = None
    for first, last in spans:
        opens = first == spans[0][0]
        kind = inline_kind(text[first:last], asked, opens=opens or acts) or announced
        if _FOLLOWING.search(text[first:last]):
            # "As good practice the Office notes the following. A retired officer plays the guitar."
            announced = "good_practice" if _GOOD.search(text, first, last) else None
            continue
        announced = None
        if past and kind is None and _TOLD_THEN.search(text[first:last]) and not BEFORE.search(text[first:last]):
            kind = "recommendation"
        asked = asked or kind == "recommendation"
        if kind is None:
            continue
        whole = opens and last >= len(text.rstrip()) and block.number is not None
        for begin, end, part in _demands(text, first, last, kind):
            exact = trimmed(text, begin, end)
            addressee = subject_addressee(exact) if part != "good_practice" else None
            own = OWN_NUMBER.search(exact)
            paragraph = block.number if whole and begin == first else None
            met = met_at_once(exact) if part == "recommendation" else None
            number = own["number"] if own is not None else paragraph
            yield Candidate(part, exact, block, number, addressee, inline=True, status_claimed=met)


def recommends_outright(sentence: str) -> bool:
    """Say whether a sentence itself recommends, asks or urges."""
    return inline_kind(sentence) == "recommendation" and bool(_INLINE.search(sentence))


def _demands(text: str, first: int, last: int, kind: str) -> Iterator[tuple[int, int, str]]:
    """Part ``recommends that the cells be closed and requests confirmation`` into its two demands."""
    governed = _GOVERNED.search(text, first, last) if kind in ("recommendation", "request_for_information") else None
    if governed is not None and min(_words(text, first, governed.start()), _words(text, governed.end(), last)) > 4:
        yield from _demands(text, first, governed.start(), kind)
        yield from _demands(text, governed.end(), last, kind)
        return
    found = _SECOND.search(text, first, last) if kind == "recommendation" else None
    before = text[first : found.start()] if found is not None else ""
    asks = len(before.split()) >= _LEAST_WORDS and (MODAL.search(before) or _INLINE.search(before))
    if found is None or not asks:
        yield first, last, kind
        return
    yield first, found.start(), kind
    rest = text[found.start("verb") : last]
    yield found.start("verb"), last, "request_for_information" if WISHES.search(f"It {rest}") else "recommendation"


def _words(text: str, first: int, last: int) -> int:
    return len(text[first:last].split())


@lru_cache(maxsize=8192)
def inline_kind(sentence: str, asked: bool = False, *, opens: bool = False) -> str | None:
    """Name what a narrative sentence is: a recommendation, a request for information, good practice, or neither.

    Args:
        sentence: of running text.
        asked: an earlier sentence of the paragraph recommends, so that a plain ``should`` goes on with it.
        opens: it is the first of its paragraph.
    """
    polite = asks_politely(sentence)
    if sentence.endswith("?") and (polite or asks_in_a_question(sentence)):
        return polite or "request_for_information"
    if len(sentence) > LONGEST_PROSE or sentence.endswith(("?", ":")) or find_replies(sentence):
        return None
    if praises(sentence):
        return "good_practice"
    if polite is not None or asks_behind(sentence):
        return polite or "recommendation"
    if voices_concern(sentence):
        return "concern"
    invited = _IS_ASKED.match(sentence)
    named = invited is not None and (is_actor(invited["subject"]) or is_named(invited["subject"]))
    if named and not BOILERPLATE.search(sentence):
        return "request_for_information" if asks_for_news(sentence) else "recommendation"
    if BOILERPLATE.search(sentence) or (PAST.search(sentence) and not _NOW.search(sentence)):
        return None
    if asks_for_news(sentence):
        return "request_for_information"
    if _INLINE.search(sentence) and not NOT_URGING.search(sentence):
        return "recommendation"
    opinion = _OPINION.search(sentence)
    # The law may stand before what the body itself says.
    if RULE.search(sentence, opinion.start() if opinion is not None else 0):
        return None
    if opinion is not None or _STEPS.search(sentence):
        return "recommendation"
    if is_due_now(sentence):
        return "recommendation"
    found = _OFFICE_ACTS.match(sentence)
    if found is not None and is_actor(found["subject"]) and found["verb"] in (VERBS if opens else _STRONG):
        return "recommendation"
    return "recommendation" if asked and _AFTER_ONE.search(sentence) and not ABOUT.search(sentence) else None


def forget() -> None:
    """Drop the sentences that are kept to be asked about again; none outlives its document."""
    inline_kind.cache_clear()
    asks_for_news.cache_clear()


def find_replies(sentence: str) -> bool:
    """Say whether a sentence reports an answer to recommendations rather than making one."""
    sentence = OWN_NUMBER.sub("", sentence)
    return bool(_NUMBERED_ONES.search(sentence)) and bool(find_statuses(sentence))
