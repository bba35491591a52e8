"""Sentences that oblige someone, and those that only report what was recommended, ruled or answered."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.addressee import is_actor, subject_addressee
from ingest.candidate import Candidate, trimmed
from ingest.report import Block
from ingest.sentence import sentence_spans
from ingest.status import find_statuses
from ingest.verbs import VERBS
from redaction.text import RedactedText

MODAL = re.compile(
    r"\b(?:should|must|shall|needs? to|ought to|is to be|are to be|has to|have to|recommends?|may no longer|"
    r"to ensure|"
    r"be required to)\b",
    re.IGNORECASE,
)
_BODY = (
    r"(?:[A-Z]{2,8}|Committee|Subcommittee|delegation|Inspectorate|Inspector|Ombuds\w*|Ombud|Commission|"
    r"Commissioner|Mechanism|NPM|Office|Panel|Defender|team|Council|Department|Board|Unit|inspectors|delegates|"
    r"mission|Institution|Rapporteur|Monitors?|Visitors|Association|Chancellor|Authority|[Gg]roup)"
)
_ADVERBS = (
    r"(?:\s+(?:also|therefore|further|again|strongly|urgently|thus|consequently|once|accordingly|would|hereby|wishes|"
    r"must|to|like|furthermore|moreover|in\s+addition|reiterates?\s+and|repeats?\s+and|firmly|especially))*"
)
_URGES = (
    r"(?:recommends?\b(?!ed)|calls?\s+(?:(?:up)?on|for)\b|demands?\b|urges?\b|invites?\b|encourages?\b|suggests?\b|"
    r"proposes?\b|"
    r"advises?\b|asks?\s+(?:that\b|(?!for\b)[^.;]{2,80}?\bto\b)|(?:reiterates?|repeats?|renews?)\s+(?:its|our|my|"
    r"the|this|their)\s+(?:\w+\s+){0,2}?recommendation)"
)
_SPEAKER = rf"(?:(?:[Tt]he\s+|[Oo]ur\s+)?(?:[A-Z][\w'’-]*\s+){{0,4}}{_BODY}|\b(?:[Ww]e|I|[Ii]t|[Tt]hey)\b)"
_INLINE = re.compile(
    rf"(?:^|[\s“\"(,;])(?:{_SPEAKER}{_ADVERBS}\s+{_URGES}|"
    r"[Ii]t\s+is\s+(?:therefore\s+|strongly\s+|also\s+|further\s+|hereby\s+)*(?:recommended|suggested|proposed)\b|"
    r"reiterates\s+its\s+recommendation|"
    r"[Ii]t\s+would\s+be\s+(?:\w+\s+)?(?:desirable|advisable|appropriate|preferable|helpful|beneficial)\b)"
)
# What a body only invites people to think or reports of itself.
_NOT_URGING = re.compile(
    r"\b(?:asks?|asked)\s+(?:itself|ourselves|about|why|whether|how|what|when|who|for\s+(?:a|an|the)\s+"
    r"(?:list|copy|file|tour|interview))\b|\bsuggests?\s+(?:that\s+)?(?:there|this|it|a|an|these|otherwise)\b|"
    r"\binvites?\s+(?:comment|questions|complaints)|\bfigures?\s+suggests?|\bask\s+(?:questions|for help)|"
    r"\brecommends?\s+(?:it|them|this)\s+to\b|"
    r"\b(?:Articles?|Rules?|Sections?|Principles?|Standards?)\s+[\d(][\w().]*(?:\s+of\s+(?:the\s+)?[\w ]{2,50}?)?\s+"
    r"(?:asks?|calls?|invites?|recommends?|urges?|demands?)\b|\b(?:CRC|CAT|ICCPR|CRPD|CED|ECHR|OPCAT|Convention|"
    r"Covenant|"
    r"Protocol)\s+(?:asks?|calls?|demands?|urges?|invites?)\b|\b(?:law|court|guidelines|"
    r"standards)\s+(?:recommends?|asks?|urges?)\b",
    re.IGNORECASE,
)
_TOLD = (
    r"(?:information|details|confirmation|clarification|comments|figures|data|statistics|copies|a\s+copy|the\s+views|"
    r"a\s+list|lists|an?\s+account|a\s+(?:\w+\s+)?(?:reply|response|report)|documents|the\s+(?:log|register|file|"
    r"record|"
    r"results?|outcome)|observations|explanations?)"
)
_WISHES = re.compile(
    rf"(?:{_SPEAKER}{_ADVERBS}\s+(?:requests?|asks?|wishes|would\s+(?:also\s+|further\s+)?(?:like|welcome|appreciate))"
    r"\s+(?:for\s+)?(?:to\s+(?:be\s+(?:\w+\s+)?informed|receive|know|have|obtain|learn)|(?:further\s+|more\s+|"
    r"detailed\s+|updated\s+|written\s+|monthly\s+|annual\s+|the\s+following\s+|precise\s+)*"
    rf"{_TOLD}|(?:the\s+)?(?:[\w'’]+\s+){{1,6}}(?:comments|observations|views)\s+on\b)"
    r"|requests?\s+(?:further\s+|more\s+|detailed\s+)?information\s+(?:on|about|as|within|regarding|concerning)|"
    r"[Ii]nformation\s+(?:is|was)\s+requested\b|\bwould\s+like\s+to\s+(?:receive|be\s+(?:\w+\s+)?informed)|"
    r"(?<!\d )(?<!of )(?<!the )(?<!all )(?<!for )(?<!in )(?<!their )\b(?:requests?|asks?|(?:is|"
    r"are)\s+(?:also\s+)?(?:requested|asked))\s+(?:that\s+)?[^.;]{0,80}?\b(?:to\s+)?"
    r"(?:(?:inform|let\s+us\s+know|let\s+it\s+know|report\s+back|confirm|reply|respond|notify)\b"
    rf"|(?:provide|submit|send|supply|give|include|transmit|forward)\b[^.;]{{0,50}}?\b{_TOLD}))"
)
_OPINION = re.compile(
    rf"(?:\b[Ii]n\s+(?:the\s+)?(?:view|opinion)\s+of\s+the\s+(?:\w+\s+)?{_BODY}|\b[Ii]n\s+(?:our|my|its)\s+(?:view|"
    rf"opinion)\b|\b[Ii]t\s+is\s+(?:the\s+)?(?:[A-Z]\w+|our|my)(?:['’]s)?\s+(?:view|opinion)\s+that\b|"
    rf"{_SPEAKER}{_ADVERBS}\s+(?:considers?|believes?|(?:is|are|am)\s+of\s+the\s+(?:view|opinion)|"
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
_TELLS = re.compile(
    r"\b(?:was|were|had|found|noted|noticed|observed|saw|told|said|spoke|visited|interviewed|received)\b|^(?:This|"
    r"These|"
    r"We|Our|I)\b",
)
_ABOUT = re.compile(
    r"\b(?:identified|made|raised|lists?|listed|sets? out|contains?|summari[sz]es?|grouped|numbered|repeated below)\b"
    r"[^.]{0,60}\b(?:concerns?|recommendations?|areas|proposals?)\b|\b(?:concerns?|recommendations?)\b[^.]{0,50}"
    r"\b(?:are|is|were)\s+(?:listed|set out|made|grouped|given|repeated|numbered|as follows|summari[sz]ed|addressed|"
    r"directed|based)\b|^this (?:section|chapter|part|list|annex)\b",
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
_PRAISED = re.compile(
    r"\b(?:consider|regard|highlight|identif|acknowledge|recogni[sz]|note|mention|commend|"
    r"welcome)\w*\b[^.]{0,160}\b(?:good|best|"
    r"positive|exemplary)\s+practices?\b|\b(?:good|best|positive|exemplary)\s+practice\s+(?:was|is|in)\b|"
    r"\b(?:is|are|was|as)\s+(?:also\s+)?(?:an?\s+)?(?:example\s+of\s+)?(?:notable\s+|very\s+)?(?:good|best|"
    r"positive|commendable|"
    r"exemplary)\s+(?:practice|feature|example)\b|\brecommends?\s+(?:the|this|its)\s+(?:practice|approach|"
    r"model)\s+to\s+"
    r"(?:all\s+)?other|\brecommends?\s+that\s+(?:all\s+)?other\b|\bcommends?\b[^.]{3,200}\b(?:model|other|practice|"
    r"example|elsewhere)\b"
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
    if re.match(r"(?:\w+ly,? |further |also )?to [a-z]|[^,.]{3,60}, to [a-z]", text, re.IGNORECASE):
        return True
    if listed and _INLINE.search(next((text[a:b] for a, b in sentence_spans(text)), "")):
        return True
    if listed and strict:
        return not _TELLS.search(text)
    if not listed or _IMPERATIVE_NOT.match(text) or _PAST_VERB.match(text):
        return False
    return bool(re.match(r"[A-Z][a-z]+(?:,? (?:and )?[a-z]|\s\S)", text))


def speaks_of_itself(text: str) -> bool:
    """Say whether a text is about the list that it opens: ``We identified five key concerns, of which two ...``."""
    return bool(_ABOUT.search(text) or _BOILERPLATE.search(text))


def inline_recommendations(block: Block[RedactedText], start: int, *, apart: bool = False) -> Iterator[Candidate]:
    """Find sentences of a narrative paragraph that recommend, ask or praise: ``The Committee recommends that ...``.

    Args:
        block: the paragraph.
        start: where its text begins, behind the number.
        apart: the paragraph stands between numbered ones without a number of its own, so that a plain ``should``
            recommends.

    Returns:
        Candidates with exact words; one that fills its numbered paragraph bears the number.
    """
    text = block.text
    asked = apart
    for first, last in sentence_spans(text, start):
        opens = first == start
        kind = inline_kind(text[first:last], asked, opens=opens)
        asked = asked or kind == "recommendation"
        if kind is None:
            continue
        whole = opens and last >= len(text.rstrip()) and block.number is not None
        for begin, end, part in _demands(text, first, last, kind):
            exact = trimmed(text, begin, end)
            addressee = subject_addressee(exact) if part != "good_practice" else None
            number = block.number if whole and begin == first else None
            yield Candidate(part, exact, block, number, addressee, inline=True)


def _demands(text: str, first: int, last: int, kind: str) -> Iterator[tuple[int, int, str]]:
    """Part ``recommends that the cells be closed and requests confirmation`` into its two demands."""
    found = _SECOND.search(text, first, last) if kind == "recommendation" else None
    if found is None or len(text[first : found.start()].split()) < _LEAST_WORDS:
        yield first, last, kind
        return
    yield first, found.start(), kind
    rest = text[found.start("verb") : last]
    yield found.start("verb"), last, "request_for_information" if _WISHES.search(f"It {rest}") else "recommendation"


def inline_kind(sentence: str, asked: bool = False, *, opens: bool = False) -> str | None:
    """Name what a narrative sentence is: a recommendation, a request for information, good practice, or neither.

    Args:
        sentence: of running text.
        asked: an earlier sentence of the paragraph recommends, so that a plain ``should`` goes on with it.
        opens: it is the first of its paragraph.
    """
    if len(sentence) > LONGEST_PROSE or sentence.endswith(("?", ":")) or find_replies(sentence):
        return None
    if (
        len(sentence.split()) >= _LEAST_WORDS
        and _PRAISED.search(sentence)
        and not re.search(r"\b(?:should|no|not|lack\w*|contrary)\b", sentence)
    ):
        return "good_practice"
    if _BOILERPLATE.search(sentence) or (_PAST.search(sentence) and not _NOW.search(sentence)):
        return None
    if _WISHES.search(sentence) and not re.search(r"\brecommends?\b|\burges?\b", sentence):
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
