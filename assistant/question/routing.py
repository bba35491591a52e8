"""Routing: what kind of answer a question wants, decided by its wording alone."""

from __future__ import annotations

import re
from enum import StrEnum

from assistant.question.identity import is_identity
from assistant.question.instruction import is_instruction
from assistant.question.terms import fold

__all__ = [
    "Route",
    "is_courtesy",
    "is_identity",
    "is_instruction",
    "is_legal",
    "is_out_of_scope",
    "wants_comparison",
    "wants_count",
    "wants_list",
    "wants_status",
]


class Route(StrEnum):
    """Kinds of answers."""

    PASSAGE = "passage"
    PROVISION = "provision"
    COUNT = "count"
    LIST = "list"
    DOCUMENTS = "documents"
    COMPARISON = "comparison"
    STATUS = "status"
    IDENTITY = "identity"
    INSTRUCTION = "instruction"
    OUT_OF_SCOPE = "out_of_scope"


_OUT_OF_SCOPE = re.compile(
    r"^(?:please |can you |could you )?(?:write|compose|draft|generate|create|make)(?: me| us)? (?:an? |"
    r"some |the |three |two )"
    r"(?:\w+ ){0,3}(?:poem|song|story|joke|essay|letter|e-?mail|code|script|program|recipe|speech|"
    r"recommendations?|report)"
    r"|\b(?:weather forecast|stock price|football|world cup|recipe for|lottery|horoscope|translate (?:this|"
    r"the following))\b"
    r"|^(?:hi|hello|hey|thanks|thank you|good morning)\W*$"
)
_LONGEST_COURTESY = 120
# Thanks, greetings and nods: nothing is asked.
_COURTESY = re.compile(
    r"^\W*(?:(?:and|ok|okay|great|perfect|good|fine|alright|all right|cool|super|brilliant|excellent|lovely|right|yes|"
    r"no|"
    r"i see|got it|ah|oh|well|many thanks|thanks?(?: you)?|thx|cheers|much appreciated|appreciated|bye|goodbye|hello|"
    r"hi|hey|good (?:morning|afternoon|evening|day)|welcome|very much|so much|a lot|again|there|sorry|"
    r"for (?:your|the|all) (?:help|answers?|time|information)|"
    r"(?:that|this|it)(?:'s| is| was| has been)? (?:all|great|good|"
    r"(?:very |really |most )?(?:helpful|useful|kind)|fine|enough|clear|perfect|helps|what i (?:needed|wanted))|"
    r"(?:very |really )?(?:helpful|kind|useful)|that will be all|understood|i understand|makes sense|"
    r"have a (?:nice|good) (?:day|evening|weekend)|no (?:more|further) questions|nothing else|then|now|for now)"
    r"[\s,.!;:-]*)+$"
)

_INSTRUMENT = (
    r"(?:opcat|optional protocol|cat|convention against torture|iccpr|covenant|crc|crpd|udhr|ecpt|echr|ced|upcat)"
)
_LEGAL = [
    re.compile(pattern)
    for pattern in (
        rf"\b(?:which|what|under what|on what)\b.{{0,40}}\b(?:articles?|provisions?|paragraph|treaty|legal (?:basis|"
        rf"criteri\w+|standards?)|{_INSTRUMENT}|international (?:standards?|law)|criteri(?:on|a))\b",
        rf"\b(?:what|how) (?:does|do|did|is|are)\b.{{0,30}}\b(?:art(?:icle)?s?\.? ?\d|{_INSTRUMENT})\b",
        rf"\b{_INSTRUMENT}\b.{{0,20}}\b(?:require|say|guarantee|oblige|allow|protect|basis|prohibit|provide)",
        r"^(?:and |so )?what (?:is|are) the (?:rules?|standards?|law|norms?) (?:on|about|for)\b",
        r"\b(?:legal|treaty) (?:basis|criteria|criterion|ground|provision|standard)",
        r"\b(?:article|provision|guarantee)\?\s*$|\bwhich (?:standard|rule|guarantee|right|principle)s?\b",
        r"\bwhat (?:standard|rule|right|principle)s? (?:prohibit|forbid|guarantee|require|protect|govern|oblige)",
        r"^(?!do we (?:have|hold|know|see|find|already|ever|still)\b)"
        r"(?:may|must|can|do|does|are|is) (?:we|the state|states|authorities|an? npm|npms|the npm|a government|"
        r"governments|the authorities|a state)\b",
        r"\b(?:is|are)\b.{0,60}\b(?:place of detention|places of detention|deprivation of liberty)\b",
        r"\b(?:ever|always|absolute\w*|lawful|unlawful|prohibited|permissible) (?:a )?(?:ground|basis|reason|"
        r"justif|for)",
        rf"\bright to\b.{{0,50}}\b(?:article|{_INSTRUMENT})\b|\b(?:article|{_INSTRUMENT})\b.{{0,40}}\bright to\b",
        rf"\bright\b.{{0,40}}\b{_INSTRUMENT}\s*\W*$",
        r"\b(?:must|may|shall|obliged|duty|required|allowed|entitled)\b.{0,60}\b(?:npms?|"
        r"(?:national )?preventive mechanisms?|"
        r"spt|subcommittee)\b|\b(?:npms?|(?:national )?preventive mechanisms?)\b.{0,30}\b(?:must|may|shall|"
        r"entitled|obliged)\b",
    )
]
_COUNT = re.compile(
    r"\b(?:how many|number of|how often|total (?:number|of)|count(?:s|ed)?(?: the| of| how)?|tally|"
    r"(?:break|split|group)(?: down| up)? (?:the|all|these|those|our))\b"
)
_LIST = re.compile(
    r"^(?:please )?(?:list|show|give me|display|enumerate|only|all|find|get|which|what|recommendations?|"
    r"good practices?|"
    r"deficienc|findings?|concerns?|areas? for improvement|actions?|requests?|repeat)\b|"
    r"\ball (?:recommendations|findings|concerns|"
    r"deficiencies)\b|\bwhich of (?:those|them|these)\b|\brecommendations (?:still|on|about|that)\b"
)
_COMPARISON = re.compile(
    r"\b(?:compar(?:e|ed|ison|ing)|versus|vs\.?|differen(?:ce|t|ces)|differs?|better or worse|worse or better|trend|"
    r"more \w+(?: \w+)? than|(?:which|who) (?:\w+ ){0,3}(?:more|most|less|least|worse|worst|better|best|higher|lower|"
    r"highest|lowest)|improved?|got worse|deteriorat\w+|over the (?:\w+ )?(?:inspections|years|visits)|"
    r"before and (?:during|after)|changed? (?:since|from|between|over)|since the last visit|"
    r"(?:fuller|emptier|bigger|smaller|larger|quicker|slower|faster|longer|shorter|cleaner|dirtier|warmer|colder|safer|"
    r"stricter|busier)(?= (?:or|the (?:first|second|last) time|between|for its size|in (?:19|20)\d\d|at)\b)|"
    r"between the (?:two|three|first|last) (?:\w+ )?(?:visits|inspections|reports))\b"
)
_STATUS = re.compile(
    r"\b(?:accept(?:ed|s)?|reject(?:ed|s)?|agreed?|refus(?:ed?|al)|respon(?:se|ded?|d)|repl(?:y|ied)|answer(?:ed)?|"
    r"implement(?:ed|ation)|carried out|fix(?:ed)?|"
    r"sorted out|repaired|follow(?:ed)?[- ]?up|action plan|complete[d]?|supported|"
    r"put into practice|"
    r"did (?:that|it|they) (?:happen|accept|do)|going to|will do|progress|done about|was it|still)\b"
)


def is_legal(question: str) -> bool:
    """Say whether the question asks for a provision of law."""
    folded = fold(question).strip()
    return any(pattern.search(folded) for pattern in _LEGAL)


def wants_count(question: str) -> bool:
    """Say whether the answer should be a number."""
    return bool(_COUNT.search(fold(question)))


def wants_list(question: str) -> bool:
    """Say whether the wording asks for several entries."""
    return bool(_LIST.search(fold(question).strip()))


def wants_comparison(question: str) -> bool:
    """Say whether two things, times or places are set side by side."""
    return bool(_COMPARISON.search(fold(question)))


def wants_status(question: str) -> bool:
    """Say whether the question is about what an authority answered or did."""
    return bool(_STATUS.search(fold(question)))


def is_courtesy(question: str) -> bool:
    """Say whether a message only greets, thanks or nods."""
    return len(question) <= _LONGEST_COURTESY and bool(_COURTESY.match(fold(question).strip()))


def is_out_of_scope(question: str) -> bool:
    """Say whether the question wants something that this service does not do."""
    return is_courtesy(question) or bool(_OUT_OF_SCOPE.search(fold(question).strip()))
