"""Sentences that ask to be told something: ``The Committee would like to receive``, ``Please let us know by``."""

from __future__ import annotations

import re
from functools import lru_cache

from ingest.register.speaker import ADVERBS, BODY, SPEAKER

_TOLD = (
    r"(?:information|details|confirmation|clarification|comments|figures|data|statistics|copies|a\s+copy|the\s+views|"
    r"a\s+list|lists|an?\s+account|(?:its|their|your|the)\s+(?:reply|response|answer|views?|position)|"
    r"a\s+(?:\w+\s+)?(?:reply|response|report)|documents|the\s+(?:log|register|file|"
    r"record|"
    r"numbers?\s+of|names\s+of|results?|outcome)|observations|explanations?)"
)
# What else asks for news: "Please let us know by ...", "A reply is expected within 60 days".
_NEWS = (
    r"(?:repl(?:y|ies)|statements?|responses?|answers?|reports?|action plans?|information|explanations?|accounts?|"
    r"clarifications?|details|comments|observations|feedback|updates?|confirmation|figures|statistics|"
    r"plans?\s+of\s+action|"
    r"implementation\s+plans?|timetables?|accounts?)"
)
WISHES = re.compile(
    rf"(?:{SPEAKER}{ADVERBS}\s+(?:requests?|asks?|wishes|would\s+(?:also\s+|further\s+)?(?:like|welcome|appreciate))"
    r"\s+(?:for\s+)?(?:to\s+(?:be\s+(?:\w+\s+)?informed|receive|know|have|obtain|learn)|(?:further\s+|more\s+|"
    r"detailed\s+|updated\s+|written\s+|monthly\s+|annual\s+|the\s+following\s+|precise\s+)*"
    rf"{_TOLD}|(?:the\s+)?(?:[\w'’]+\s+){{1,6}}(?:comments|observations|views)\s+on\b)"
    r"|requests?\s+(?:further\s+|more\s+|detailed\s+)?information\s+(?:on|about|as|within|regarding|concerning)|"
    r"[Ii]nformation\s+(?:is|was)\s+requested\b|\bwould\s+like\s+to\s+(?:receive|be\s+(?:\w+\s+)?informed)|"
    r"(?<!\d )(?<!of )(?<!the )(?<!all )(?<!for )(?<!in )(?<!their )\b(?:requests?|asks?|(?:is|"
    r"are)\s+(?:also\s+)?(?:requested|asked))\s+(?:that\s+)?[^.;]{0,80}?\b(?:to\s+)?"
    r"(?:(?:inform|let\s+us\s+know|let\s+it\s+know|report\s+back|confirm|reply|respond|notify)\b"
    rf"|(?:provide|submit|send|supply|give|include|transmit|forward|furnish|let\s+(?:us|me|"
    rf"it)\s+have)\b[^.;]{{0,60}}?\b(?:{_TOLD}|(?:an?|the|its|their|your)\s+(?:[\w-]+\s+){{0,2}}{_NEWS})))"
)
_ASKS_NEWS = re.compile(
    # "The county is to deliver to her, by the same day, an account of the number of patients".
    r"\b(?:is|are|shall|must|should)\s+(?:to\s+)?(?:send|submit|deliver|provide|furnish|supply|transmit)\s+(?:to\s+)?"
    rf"(?:us|me|her|him|the\s+{BODY})\b,?\s[^.;]{{0,50}}?\b(?:an?|the|its|their)\s+(?:[\w-]+\s+){{0,2}}{_NEWS}\b|"
    r"\b(?:is|are)\s+(?:hereby\s+)?to\s+(?:report|inform|account|notify|submit\s+(?:an?\s+)?(?:\w+\s+)?report)\b|"
    r"\b(?:asks?|requests?)\s+that\s+(?:it|we|I|the\s+[A-Z]\w+)\s+be\s+(?:\w+\s+)?(?:informed|told|notified|sent|"
    r"provided|given)\b|"
    rf"{SPEAKER}{ADVERBS}\s+asks?\s+(?!itself|ourselves)[^.;]{{2,70}}?\s(?:what|whether|when|why|how|which)\s+(?:it|"
    rf"they|the|he|she|has|"
    r"have|is|are|will|this|these|many|far|measures|steps)\b|"
    r"\b(?:has|have)\s+(?:also\s+|therefore\s+)?(?:asked|requested)\s+(?:the\s+[^.;]{2,60}\s+)?to\s+(?:receive|"
    r"be\s+(?:informed|"
    r"told|notified|sent)|inform|report|account|keep)\b|"
    rf"{SPEAKER}{ADVERBS}\s+(?:asks?|requests?|wishes|wants?|expects?|would\s+like)\s+to\s+be\s+(?:\w+\s+)?(?:told|"
    rf"informed|"
    r"notified|kept|given|sent|provided)\b|"
    r"\b(?:appreciate|welcome|value)\s+(?:the\s+|any\s+|an?\s+)?(?:[\w’']+\s+){0,5}?(?:comments?|views?|"
    r"observations?|"
    r"information|explanations?|clarifications?|details|indications?|repl(?:y|ies))\b|"
    r"\b(?:[Rr]epl(?:y|ies)|[Rr]esponses?|[Cc]omments|[Aa]nswers?|[Oo]bservations)\s+(?:is|are)\s+(?:hereby\s+)?"
    r"(?:requested|expected|awaited|sought|due|invited)\b|"
    r"\b[Pp]lease\s+(?:explain|clarify|describe|comment|specify|elaborate|list|advise)\b|"
    rf"{SPEAKER}{ADVERBS}\s+(?:seeks?|invites?)\s+(?:the\s+)?(?:[\w’']+\s+){{0,5}}?(?:comments?|views?|observations|"
    r"clarifications?|information|explanations?)\b|"
    rf"\blook(?:s|ing)?\s+forward\s+to\s+(?:receiving\s+)?(?:an?\s+|the\s+|your\s+|their\s+|"
    rf"its\s+)?(?:[\w-]+\s+){{0,2}}{_NEWS}\b|"
    rf"\b(?:asks?|requests?)\s+(?:the\s+)?[^.;]{{2,70}}?\s+for\s+(?:an?|the|its|"
    rf"their)\s+(?:[\w-]+\s+){{0,2}}{_NEWS}\b|"
    r"\brequests?\s+that\s+[^.;]{2,80}?\s(?:comment|state|inform|reply|respond|report|explain|indicate|confirm)\b|"
    r"\b(?:appreciate|welcome|be\s+(?:glad|grateful|obliged|pleased))\s+(?:to\s+)?(?:hear(?:ing)?|receiv(?:e|"
    r"ing)|be(?:ing)?\s+"
    r"(?:informed|told))\b|"
    rf"\b(?:shall|must|should)\s+(?:\w+ly\s+)?(?:notify|inform|(?:report|reply|"
    rf"respond)\s+(?:back\s+)?to)\s+(?:the\s+)?"
    rf"(?:[A-Z][\w'’-]*\s+){{0,4}}(?:us|{BODY})\b|"
    r"\brequests?\s+that\s+(?:an?|the|its|their)\s+(?:\w+\s+){0,2}(?:cop(?:y|ies)|lists?|results?|findings|"
    r"outcome|texts?|"
    r"documents?|records?)\b[^.;]*\bbe\s+(?:\w+\s+)?(?:sent|provided|given|submitted|transmitted|forwarded|"
    r"supplied)\b|"
    r"\b(?:you|it|the\s+[\w ]{3,40}?|[A-Z][\w ]{3,40}?)\s+(?:is|are)\s+(?:\w+\s+)?(?:requested|asked|required|"
    r"invited)\b"
    r"[^.;]{0,80}?\bto\s+(?:\w+\s+and\s+(?:to\s+)?)?(?:furnish|send|supply|submit|forward|produce|transmit|"
    r"provide)\s+"
    rf"(?:to\s+)?(?:(?:me|us|this|the|its?|an?|all|any|every|copies|[A-Z]\w+)\s+)*(?:[\w-]+\s+){{0,2}}{_NEWS}\b|"
    r"^(?:[Tt]o\s+)?(?:write|report|reply|respond|answer)\s+(?:back\s+)?to\s+(?:us|me)\b|"
    r"\b[Pp]lease\s+(?:submit|forward|give|supply|furnish|return)\b|"
    r"\b(?:shall|must|should)\s+(?:report|state|explain|account|reply|respond)\b[^.;]{0,60}\bto\s+(?:me|us|"
    r"this\s+\w+)\b|"
    rf"\b[Kk]indly\s+(?:\w+\s+){{1,8}}?(?:{_TOLD}|list|{_NEWS})\b|"
    rf"\brequests?\s+that\s+(?:an?|the|its|their|written)\s+(?:[\w-]+\s+){{0,2}}{_NEWS}\b|"
    r"\b[Pp]lease\s+(?:let\s+(?:us|me)\s+know|inform|send|reply|respond|report|tell|state|confirm|indicate|"
    r"provide\s+(?:us|me))\b"
    rf"|{SPEAKER}{ADVERBS}\s+(?:expects?|awaits?|requires?|wants|looks?\s+forward\s+to|"
    rf"would\s+be\s+grateful\s+for)\s+(?:receiving\s+|to\s+"
    rf"(?:receive|be\s+informed\s+(?:of|about))\s+)?(?:an?\s+|the\s+|your\s+|their\s+|"
    rf"its\s+)?(?:[\w-]+\s+){{0,2}}{_NEWS}\b"
    # "We await from the Service, within 30 days, a copy of the order".
    rf"|{SPEAKER}{ADVERBS}\s+awaits?\s+from\s+[^.;]{{2,80}}?\s(?:an?|the|its|their)\s+(?:[\w-]+\s+){{0,2}}"
    rf"(?:{_NEWS}|cop(?:y|ies)|lists?|documents?|files?)\b"
    rf"|\b(?:asks?|requests?)\s+for\s+(?:an?\s+|the\s+|its\s+|their\s+)?(?:[\w-]+\s+){{0,2}}{_NEWS}\b"
    rf"|\b(?:[Aa]n?|[Tt]he|[Yy]our|[Tt]heir|[Ii]ts|[Ww]ritten)\s+(?:[\w-]+\s+){{0,2}}{_NEWS}\s+(?:(?:is|"
    rf"are)\s+(?:hereby\s+)?"
    r"(?:requested|expected|awaited|sought)|(?:is|are|should)\s+(?:to\s+)?(?:be\s+)(?:sent|submitted|provided|"
    r"received|given|communicated)\s+(?:\w+\s+){0,6}(?:within|by|before|no\s+later))"
    r"|\b(?:asks?|requests?|invites?|(?:is|are)\s+(?:\w+\s+)?(?:requested|asked|invited|"
    r"expected))\s+[^.;]{0,80}?\bto\s+"
    r"(?:communicate|state|indicate|explain|clarify|report|let\s+\w+\s+know|tell\s+(?:us|the)|say|describe|"
    r"answer|reply|respond|give\s+(?:us\s+)?(?:an?\s+)?(?:account|its\s+view)|comment)\b"
)
# By when the authorities are to answer the report is no recommendation; how soon a call bell is answered is one.
_TIME = (
    r"(?:within|by|before|until|in|no\s+later\s+than|not\s+later\s+than)\s[^.;]{0,30}?"
    r"(?:days?|weeks?|months?|(?:19|20)\d\d)\b"
)
_OUGHT = r"(?:should|must|shall|(?:is|are)\s+(?:required\s+|expected\s+|obliged\s+)?to|has\s+to|have\s+to|needs?\s+to)"
_ANSWER_DUE = re.compile(
    rf"\b{_OUGHT}\s+(?:\w+ly\s+)?(?:reply|respond|answer)(?:\s+in\s+writing)?(?:\s+to\s+(?:us|me|it|(?:the|this|our|"
    rf"these|each|all)\s+(?:[\w’'-]+\s+){{0,2}}(?:report|recommendations?|findings|Office)))?\s+{_TIME}|"
    rf"\b(?:[Rr]epl(?:y|ies)|[Rr]esponses?|[Aa]nswers?|[Oo]bservations)\s+(?:[^.;]{{0,40}}\s)?{_OUGHT}\s+(?:be\s+"
    rf"(?:\w+\s+)?(?:sent|received|submitted|returned|given)|reach|arrive)\b[^.;]*\b{_TIME}|"
    r"\b[Dd]eadline\s+for\s+(?:the\s+|a\s+|your\s+|their\s+)?(?:repl(?:y|ies)|responses?|answers?|comments|"
    r"observations)\b|\b[Pp]lease\s+let\s+(?:us|me)\s+have\b|"
    rf"\b{_OUGHT}\s+(?:\w+ly\s+)?(?:submit|provide|send|table|give|furnish|present)\s+"
    rf"(?:(?:to\s+)?(?:us|me|it|(?:the\s+)?(?:[A-Z][\w’'-]*\s?){{1,5}})\s+)?(?:an?|its|their|his|her|the|any)\s+"
    rf"(?:\w+\s+)?(?:reply|replies|responses?|observations|comments)\b[^.;]*\b{_TIME}"
)
_DAILY = re.compile(
    r"\b(?:staff|nurses?|doctors?|officers?|healthcare|complaints?|complainants?|applications?|prisoners?|detainees?|"
    r"patients?|residents?|bells?|calls?|requests?)\b",
    re.IGNORECASE,
)
# Whom staff ask in the course of a day is no request of the report: "Officers ask prisoners to state their number".
_STAFF_ASK = re.compile(
    r"\b(?:officers?|staff|nurses?|guards?|prisoners?|patients?|detainees?|residents?|doctors?|judges?|"
    r"forms?)\s+(?:\w+ly\s+)?"
    r"(?:asks?|requests?|invites?|expects?|awaits?)\b|\b(?:prisoners?|patients?|detainees?|residents?|visitors|"
    r"children)\s+"
    r"(?:is|are)\s+(?:\w+\s+)?(?:requested|asked|invited|expected)\b",
    re.IGNORECASE,
)


_IN_A_QUESTION = re.compile(
    r"^(?:And\s+)?(?:[Cc]ould|[Ww]ould|[Cc]an|[Ww]ill)\s+(?:the\s+)?[^?]{2,70}?\s(?:please\s+)?(?:let\s+us\s+know|"
    r"tell\s+us|inform\s+us|"
    r"explain|confirm|clarify|provide|indicate|state|specify|comment)\b"
)


def asks_in_a_question(sentence: str) -> bool:
    """Say whether a question asks the authority to tell something: ``Could the Department let us know why``."""
    return bool(_IN_A_QUESTION.match(sentence))


def asks_for_answer(sentence: str) -> bool:
    """Say whether a sentence sets the time for the answer to the report: ``Replies are due by 1 June 2025``."""
    return bool(_ANSWER_DUE.search(sentence)) and not _DAILY.search(sentence)


@lru_cache(maxsize=8192)
def asks_for_news(sentence: str) -> bool:
    """Say whether a sentence asks to be told something, and recommends nothing: ``Please let us know by ...``."""
    asks = (
        asks_for_answer(sentence)
        or WISHES.search(sentence)
        or (_ASKS_NEWS.search(sentence) and not _STAFF_ASK.search(sentence))
    )
    return bool(asks) and not re.search(r"\brecommends?\b|\burges?\b|\btold (?:us|me|the)\b|^[“\"'‘]", sentence)
