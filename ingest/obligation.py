"""Sentences that oblige someone, and those that only report what was recommended, ruled or answered."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ingest.addressee import subject_addressee
from ingest.candidate import Candidate, trimmed
from ingest.news import WISHES, asks_for_news
from ingest.offices import is_actor
from ingest.praise import praises
from ingest.report import Block
from ingest.sentence import sentence_spans
from ingest.speaker import ADVERBS, BODY, SPEAKER
from ingest.status import find_statuses
from ingest.verbs import VERBS
from redaction.text import RedactedText

MODAL = re.compile(
    r"\b(?:should|must|shall|needs? to|ought to|(?:is|are) to [a-z]+|has to|have to|recommends?|may no(?:t| longer)|"
    r"to ensure|"
    r"be required to)\b",
    re.IGNORECASE,
)
_URGES = (
    r"(?:recommends?\b(?!ed)|calls?\s+(?:(?:up)?on|for)\b|demands?\b|urges?\b|invites?\b|encourages?\b|suggests?\b|"
    r"proposes?\b|"
    r"expects?\s+(?!an?\s|to\b)[^.;]{2,80}?\sto\s+[a-z]+|"
    r"advises?\b|(?:asks?|requests?)\s+(?:that\b|(?!for\b)[^.;]{2,80}?\bto\b)|(?:reiterates?|repeats?|"
    r"renews?)\s+(?:its|our|my|"
    r"the|this|their)\s+(?:\w+\s+){0,2}?recommendation)"
)
_INLINE = re.compile(
    rf"(?:^|[\s“\"(,;])(?:{SPEAKER}{ADVERBS}\s+{_URGES}|"
    r"[Ii]t\s+is\s+(?:therefore\s+|strongly\s+|also\s+|further\s+|hereby\s+)*(?:recommended|suggested|proposed)\b|"
    r"reiterates\s+its\s+recommendation|"
    r"[Ii]t\s+would\s+be\s+(?:\w+\s+)?(?:desirable|advisable|appropriate|preferable|helpful|beneficial)\b)"
)
# Concluding letters tell in the past what the visitors recommended on the spot.
_TOLD_THEN = re.compile(
    rf"(?:^|[\s“\"(,;])(?:(?:[Tt]he\s+|[Oo]ur\s+)?(?:[A-Z][\w'’-]*\s+|visiting\s+|inspection\s+){{0,4}}{BODY}|"
    rf"\b[Ww]e|\bI|"
    r"[Ii]t\s+was)"
    r"(?:\s+(?:also|therefore|further|\w+ly|thus))*\s+(?:recommended|urged|suggested|proposed|"
    r"advised)\s+(?:that|to)\s"
)
_BEFORE = re.compile(
    r"\b(?:had|previous\w*|earlier|last|already|first|again|after (?:the|its|our)|(?:in|of|from|since) (?:19|"
    r"20)\d\d|since)\b",
    re.IGNORECASE,
)
# What a body only invites people to think or reports of itself.
_NOT_URGING = re.compile(
    r"\b(?:asks?|asked)\s+(?:itself|ourselves|about|why|whether|how|what|when|who|for\s+(?:a|an|the)\s+"
    r"(?:list|copy|file|tour|interview))\b|\bsuggests?\s+(?:that\s+)?(?:there|this|it|a|an|these|otherwise)\b|"
    r"\binvites?\s+(?:comment|questions|complaints)|\bfigures?\s+suggests?|\bask\s+(?:questions|for help)|"
    r"\brecommends?\s+(?:it|them|this)\s+to\b|\brecommends?\s+(?:as\s+follows|the\s+following)\b|\bwhat\s+(?:we|"
    r"it|the\s+\w+)\s+(?:recommends?|asks?)\b|"
    r"\b(?:Articles?|Rules?|Sections?|Principles?|Standards?)\s+[\d(][\w().]*(?:\s+of\s+(?:the\s+)?[\w ]{2,50}?)?\s+"
    r"(?:asks?|calls?|invites?|recommends?|urges?|demands?)\b|\b(?:CRC|CAT|ICCPR|CRPD|CED|ECHR|OPCAT|Convention|"
    r"Covenant|"
    r"Protocol)\s+(?:asks?|calls?|demands?|urges?|invites?)\b|\b(?:law|court|guidelines|"
    r"standards)\s+(?:recommends?|asks?|urges?)\b",
    re.IGNORECASE,
)
_OPINION = re.compile(
    rf"(?:\b[Ii]n\s+(?:the\s+)?(?:view|opinion)\s+of\s+the\s+(?:\w+\s+)?{BODY}|\b[Ii]n\s+(?:our|my|its)\s+(?:view|"
    rf"opinion)\b|\b[Ii]t\s+is\s+(?:the\s+)?(?:[A-Z]\w+|our|my)(?:['’]s)?\s+(?:view|opinion)\s+that\b|"
    rf"{SPEAKER}{ADVERBS}\s+(?:considers?|believes?|(?:is|are|am)\s+of\s+the\s+(?:view|opinion)|"
    r"stress(?:es)?|emphasi[sz]es?|underlines?|reminds?|holds?|points?\s+out)\b)[^.]*?\b(?:should|must|ought\s+to|"
    r"needs?\s+to|(?:is|are)\s+to\s+be)\b"
)
_STEPS = re.compile(
    r"\b[Ii]t\s+(?:must|should|has\s+to|needs\s+to)\s+(?:\w+\s+)?be\s+(?:ensured|guaranteed|made\s+sure)\b|"
    r"\b(?:[Ss]teps|[Mm]easures|[Aa]ction)\s+(?:should|must|need(?:s)?\s+to|ought\s+to)\s+(?:\w+\s+){0,2}be\s+taken\b"
    r"|\b[Ii]t\s+is\s+(?:\w+\s+)?(?:essential|imperative|necessary|vital|crucial|indispensable)\s+that\b"
    r"[^.]*\b(?:be|should|must|are|is)\b"
)
_OFFICE_ACTS = re.compile(
    r"^(?:(?:Further|Furthermore|Moreover|In addition|Therefore|Accordingly|Also|Finally|To this end),?\s+)?"
    r"(?:[Tt]he\s+)?(?P<subject>[A-Z]?[^,;:.()]{3,70}?)\s+(?:should|must|is\s+to|are\s+to|needs\s+to|need\s+to)\s+"
    r"(?:also\s+|therefore\s+|immediately\s+|urgently\s+|further\s+|promptly\s+|now\s+)*"
    r"(?P<verb>(?!be\b|have\b|not\b|always\b|never\b|normally\b|only\b)[a-z]+)"
)
_AFTER_ONE = re.compile(r"\b(?:should|must)\b")
_RULE = re.compile(
    r"\b(?:under|according\s+to|pursuant\s+to|in\s+accordance\s+with|by\s+virtue\s+of|as\s+required\s+by|per)\s+"
    r"(?:(?:the|its|their|this|these|international|national|domestic|prison|house|internal)\s+)*(?:\w+\s+){0,3}?"
    r"(?:law|rules?|act|section|article|art\.|policy|policies|procedures?|instructions?|regulations?|standards?|code|"
    r"guidelines?|guidance|protocol|decree|circular|contract|legislation|order)\b|"
    r"\b(?:law|rules?|act|policy|procedure|instruction|regulations?|standards?|code|guidelines?|guidance|protocol|"
    r"decree|circular|contract|legislation|manual|notice|order|plan)\s+(?:of\s+\w+\s+)?(?:\w+\s+)?(?:states?|says?|"
    r"said|"
    r"provides?|requires?|prescribes?|stipulates?|sets?\s+out|lays?\s+down|specif(?:ies|y)|demands?|stated)\b|"
    r"\b(?:told|said|stated|explained|indicated|claimed|reported|complained|felt|thought|believed|replied|informed|"
    r"was\s+of\s+the\s+opinion|asserted|argued|suggested|alleged|acknowledged|expected|understood)\b|"
    r"\b(?:would|could|might)\s+have\b|\bshould\s+have\s+(?:been|had|done|\w+ed)\b|[“\"]|\bif\b.*\bshould\b",
    re.IGNORECASE,
)
_PAST = re.compile(
    r"\b(?:had|was|were|previously|earlier|last (?:year|visit|inspection)|in (?:its|the|our|my) (?:previous|last|"
    r"earlier|first)|previous(?:ly)?)\b[^.]{0,60}\brecommend|\brecommended (?:in|that|to|by)\b|"
    r"\bwe (?:also |again )?recommended\b|^(?:Since|Although|While)\b[^,]{0,80}\brecommend",
    re.IGNORECASE,
)
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
_TELLS = re.compile(
    r"\b(?:was|were|had|found|noted|noticed|observed|saw|told|said|spoke|visited|interviewed|received)\b|^(?:This|"
    r"These|"
    r"We|Our|I)\b",
)
_ABOUT = re.compile(
    r"\b(?:identified|made|raised|lists?|listed|sets? out|contains?|summari[sz]es?|grouped|numbered|repeated below)\b"
    r"[^.]{0,60}\b(?:concerns?|recommendations?|areas|proposals?)\b|\b(?:concerns?|recommendations?)\b[^.]{0,50}"
    r"\b(?:are|is|were)\s+(?:listed|set out|made|grouped|given|repeated|numbered|as follows|summari[sz]ed|addressed|"
    r"directed|based)\b|^this (?:section|chapter|part|list|annex)\b|\brecommends?\s+(?:as\s+follows|"
    r"the\s+following)\W*$|\b(?:addresse[sd]|makes?|made|issue[sd]?|"
    r"formulate[sd]?|presents?|submits?|puts? forward|sets? out)\b[^.]{0,60}\bfollowing\b[^.]{0,40}"
    r"\b(?:recommendations?|proposals?|measures|requests?)\b",
    re.IGNORECASE,
)
_REPLY = re.compile(
    r"\b(?:replied|accepted|agreed with|rejected|responded|wrote on|stated on|had not replied|not replied)\b",
    re.IGNORECASE,
)
_NUMBERED_ONES = re.compile(r"\brecommendations?\s+(?:nos?\.?\s*|numbers?\s+)?\d", re.IGNORECASE)
_BOILERPLATE = re.compile(
    r"recommendations contained in the present report|should not be construed|should be read (?:with|together|in)|"
    r"should be published|publish the (?:present )?report|treated as priorit|"
    r"\b(?:statements?|repl(?:y|ies)|responses?|comments|questions|enquiries)\b[^.]{0,60}\b(?:is|are|should|may|"
    r"can|must) (?:to )?be "
    r"(?:sent|addressed|directed|submitted)",
    re.IGNORECASE,
)
_SECOND = re.compile(
    r",?\s+and\s+(?:also\s+|further\s+)?(?P<verb>(?:requests?|recommends?|calls?\s+(?:up)?on|urges?|invites?|"
    r"would\s+like)\b)"
)
_ANYONE = re.compile(r"(?:all|any|every|each|no|some|many|most|both)\b", re.IGNORECASE)
_STRONG = frozenset({"ensure", "take", "provide", "stop", "end", "put", "guarantee", "cease", "refrain"})
_LEAST_WORDS = 6
LONGEST_PROSE = 900


def obliges(text: str, listed: bool, strict: bool = False) -> bool:
    """Say whether a paragraph of a recommendations section recommends: it obliges someone, or commands.

    Args:
        text: without its number.
        listed: it bears a number or stands in a list or box.
        strict: its heading announces nothing but recommendations, so that a numbered statement of what is to be
            (``Every child has a timetable.``) is one.
    """
    if len(text) > LONGEST_PROSE or _BOILERPLATE.search(text) or _ABOUT.search(text):
        return False
    if (_REPLY.search(text) or find_replies(text)) and not re.search(r"\b(?:should|must)\b", text):
        return False
    if MODAL.search(text if listed else next((text[a:b] for a, b in sentence_spans(text)), "")):
        return listed or not re.match(r"[A-Z][a-z]+: ", text)
    if listed and re.match(r"[Tt]hat\s\w+\s", text):
        return True
    if re.match(r"(?:\w+ly,? |further |also )?to [a-z]|[^,.]{3,60}, to [a-z]", text, re.IGNORECASE):
        return True
    if listed and _INLINE.search(next((text[a:b] for a, b in sentence_spans(text)), "")):
        return True
    if listed and strict:
        return not _TELLS.search(text)
    if not listed or _IMPERATIVE_NOT.match(text) or _PAST_VERB.match(text):
        return False
    opening = next((text[a:b] for a, b in sentence_spans(text)), "")
    if re.split(r"\W", text, maxsplit=1)[0].lower() not in VERBS and _FINITE.search(opening):
        return False
    return bool(re.match(r"[A-Z][a-z]+(?:,? (?:and )?[a-z]|\s\S)", text))


def speaks_of_itself(text: str) -> bool:
    """Say whether a text is about the list that it opens: ``We identified five key concerns, of which two ...``."""
    return bool(_ABOUT.search(text) or _BOILERPLATE.search(text))


def told_in_the_past(blocks: Sequence[Block[RedactedText]]) -> bool:
    """Say whether a report tells in the past what it recommends: ``The team recommended``, never "recommends"."""
    sentences = [b.text[a:z] for b in blocks if "recommend" in b.text for a, z in sentence_spans(b.text)]
    then = any(_TOLD_THEN.search(each) and not _BEFORE.search(each) for each in sentences)
    return then and not any(_INLINE.search(each) and not _NOT_URGING.search(each) for each in sentences)


def inline_recommendations(
    block: Block[RedactedText], start: int, *, apart: bool = False, past: bool = False
) -> Iterator[Candidate]:
    """Find sentences of a narrative paragraph that recommend, ask or praise: ``The Committee recommends that ...``.

    Args:
        block: the paragraph.
        start: where its text begins, behind the number.
        past: the report tells in the past what it recommends; see :func:`told_in_the_past`.
        apart: the paragraph stands between numbered ones without a number of its own, so that a plain ``should``
            recommends.

    Returns:
        Candidates with exact words; one that fills its numbered paragraph bears the number.
    """
    text = block.text
    spans = list(sentence_spans(text, start))
    # What "must" be done counts where the same paragraph also recommends outright.
    asked = apart or (len(spans) > 1 and any(_outright(text[a:b]) for a, b in spans))
    for first, last in spans:
        opens = first == start
        kind = inline_kind(text[first:last], asked, opens=opens)
        if past and kind is None and _TOLD_THEN.search(text[first:last]) and not _BEFORE.search(text[first:last]):
            kind = "recommendation"
        asked = asked or kind == "recommendation"
        if kind is None:
            continue
        whole = opens and last >= len(text.rstrip()) and block.number is not None
        for begin, end, part in _demands(text, first, last, kind):
            exact = trimmed(text, begin, end)
            addressee = subject_addressee(exact) if part != "good_practice" else None
            number = block.number if whole and begin == first else None
            yield Candidate(part, exact, block, number, addressee, inline=True)


def _outright(sentence: str) -> bool:
    return inline_kind(sentence) == "recommendation" and bool(_INLINE.search(sentence))


def _demands(text: str, first: int, last: int, kind: str) -> Iterator[tuple[int, int, str]]:
    """Part ``recommends that the cells be closed and requests confirmation`` into its two demands."""
    found = _SECOND.search(text, first, last) if kind == "recommendation" else None
    if found is None or len(text[first : found.start()].split()) < _LEAST_WORDS:
        yield first, last, kind
        return
    yield first, found.start(), kind
    rest = text[found.start("verb") : last]
    yield found.start("verb"), last, "request_for_information" if WISHES.search(f"It {rest}") else "recommendation"


def inline_kind(sentence: str, asked: bool = False, *, opens: bool = False) -> str | None:
    """Name what a narrative sentence is: a recommendation, a request for information, good practice, or neither.

    Args:
        sentence: of running text.
        asked: an earlier sentence of the paragraph recommends, so that a plain ``should`` goes on with it.
        opens: it is the first of its paragraph.
    """
    if len(sentence) > LONGEST_PROSE or sentence.endswith(("?", ":")) or find_replies(sentence):
        return None
    if praises(sentence):
        return "good_practice"
    if _BOILERPLATE.search(sentence) or (_PAST.search(sentence) and not _NOW.search(sentence)):
        return None
    if asks_for_news(sentence):
        return "request_for_information"
    if _INLINE.search(sentence) and not _NOT_URGING.search(sentence):
        return "recommendation"
    if _RULE.search(sentence):
        return None
    if _OPINION.search(sentence) or _STEPS.search(sentence):
        return "recommendation"
    found = _OFFICE_ACTS.match(sentence)
    if found is not None and is_actor(found["subject"]) and not _ANYONE.match(found["subject"]):
        plain = opens and found["verb"] in VERBS
        if plain or found["verb"] in _STRONG:
            return "recommendation"
    return "recommendation" if asked and _AFTER_ONE.search(sentence) and not _ABOUT.search(sentence) else None


def find_replies(sentence: str) -> bool:
    """Say whether a sentence reports an answer to recommendations rather than making one."""
    return bool(_NUMBERED_ONES.search(sentence)) and bool(find_statuses(sentence))
