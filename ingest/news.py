"""Sentences that ask to be told something: ``The Committee would like to receive``, ``Please let us know by``."""

from __future__ import annotations

import re

from ingest.speaker import ADVERBS, BODY, SPEAKER

_TOLD = (
    r"(?:information|details|confirmation|clarification|comments|figures|data|statistics|copies|a\s+copy|the\s+views|"
    r"a\s+list|lists|an?\s+account|a\s+(?:\w+\s+)?(?:reply|response|report)|documents|the\s+(?:log|register|file|"
    r"record|"
    r"results?|outcome)|observations|explanations?)"
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
    rf"|(?:provide|submit|send|supply|give|include|transmit|forward)\b[^.;]{{0,50}}?\b{_TOLD}))"
)
# What else asks for news: "Please let us know by ...", "A reply is expected within 60 days".
_NEWS = (
    r"(?:repl(?:y|ies)|statements?|responses?|answers?|reports?|action plans?|information|explanations?|accounts?|"
    r"clarifications?|details|comments|observations|feedback|updates?|confirmation|figures|statistics)"
)
_ASKS_NEWS = re.compile(
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
    r"\b[Pp]lease\s+(?:submit|forward|give|supply|furnish|return)\b|"
    r"\b(?:shall|must|should)\s+(?:report|state|explain|account|reply|respond)\b[^.;]{0,60}\bto\s+(?:me|us|"
    r"this\s+\w+)\b|"
    rf"\b[Kk]indly\s+(?:\w+\s+){{1,8}}?(?:{_TOLD}|list|{_NEWS})\b|"
    rf"\brequests?\s+that\s+(?:an?|the|its|their|written)\s+(?:[\w-]+\s+){{0,2}}{_NEWS}\b|"
    r"\b[Pp]lease\s+(?:let\s+(?:us|me)\s+know|inform|send|reply|respond|report|tell|state|confirm|indicate|"
    r"provide\s+(?:us|me))\b"
    rf"|{SPEAKER}{ADVERBS}\s+(?:expects?|awaits?|looks?\s+forward\s+to|"
    rf"would\s+be\s+grateful\s+for)\s+(?:receiving\s+|to\s+"
    rf"(?:receive|be\s+informed\s+(?:of|about))\s+)?(?:an?\s+|the\s+|your\s+|their\s+|"
    rf"its\s+)?(?:[\w-]+\s+){{0,2}}{_NEWS}\b"
    rf"|\b(?:asks?|requests?)\s+for\s+(?:an?\s+|the\s+|its\s+|their\s+)?(?:[\w-]+\s+){{0,2}}{_NEWS}\b"
    rf"|\b(?:[Aa]n?|[Tt]he|[Yy]our|[Tt]heir|[Ii]ts|[Ww]ritten)\s+(?:[\w-]+\s+){{0,2}}{_NEWS}\s+(?:(?:is|"
    rf"are)\s+(?:hereby\s+)?"
    r"(?:requested|expected|awaited|sought)|(?:is|are|should)\s+(?:to\s+)?(?:be\s+)(?:sent|submitted|provided|"
    r"received|given|communicated)\s+(?:\w+\s+){0,6}(?:within|by|before|no\s+later))"
    r"|\b(?:asks?|requests?|invites?|(?:is|are)\s+(?:\w+\s+)?(?:requested|asked|invited|"
    r"expected))\s+[^.;]{0,80}?\bto\s+"
    r"(?:communicate|state|indicate|explain|clarify|report|let\s+\w+\s+know|tell\s+(?:us|the)|say|describe|"
    r"answer|give\s+(?:us\s+)?(?:an?\s+)?(?:account|its\s+view)|comment)\b"
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


def asks_for_news(sentence: str) -> bool:
    """Say whether a sentence asks to be told something, and recommends nothing: ``Please let us know by ...``."""
    asks = WISHES.search(sentence) or (_ASKS_NEWS.search(sentence) and not _STAFF_ASK.search(sentence))
    return bool(asks) and not re.search(r"\brecommends?\b|\burges?\b", sentence)
