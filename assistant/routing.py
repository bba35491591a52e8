"""Routing: what kind of answer a question wants, decided by its wording alone."""

from __future__ import annotations

import re
from enum import StrEnum

from assistant.terms import fold


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


_PERSON = (
    r"(?:prisoner|detainee|inmate|patient|resident|officer|guard|nurse|doctor|warder|sergeant|constable|complainant|"
    r"woman|man|boy|girl|child|person|individual|lady|guy|youth|teenager|juvenile|victim|witness|informant|source|"
    r"mother|father|brother|sister|wife|husband|son|daughter|partner|relative|lawyer|interpreter|visitor|volunteer|"
    r"member of staff|staff member|superintendent|governor|director|warden|manager|migrant|asylum[- ]seeker|soldier|"
    r"recruit|wheelchair user|cellmate|perpetrator|assailant|suspect|deceased|carer|teacher|psychologist|inspector)"
)
_PERSONAL = (
    r"(?:(?:full |first |last |real |family |given |maiden )?names?|surnames?|identity|phone numbers?|"
    r"telephone numbers?|"
    r"mobile(?: numbers?)?|e-?mails?(?: address(?:es)?)?|(?:home |postal )?address(?:es)?|dates? of birth|"
    r"birth ?dates?|"
    r"birthdays?|dob|(?:prison(?:er)?|a|alien|nhs|passport|ni|national insurance|id|identity|identification|"
    r"social security|personal|case|custody record|service|force|badge|warrant|tax|bank account|"
    r"licence|registration)[- ](?:numbers?|no\.?|card)|pesel|ppsn?(?: numbers?)?|cnp|ssn|initials|nationality and age|"
    r"cell numbers?|number plates?|licen[cs]e plates?|whereabouts)"
)
_INSTITUTION = (
    r"(?:prison|place|report|body|ministry|department|programme|program|unit|wing|establishment|home|hospital|facility|"
    r"station|institution|instrument|treaty|article|law|drug|medicine|company|contractor|authority|agency|ngo|"
    r"mechanism|committee|centre|center|scheme|inspectorate|ombuds\w*|npm|court|service)"
)
_GAP = r"[^.?!]{0,80}"

_IDENTITY = [
    re.compile(pattern)
    for pattern in (
        rf"\b{_PERSONAL}\b(?: and [\w ]{{1,30}}| or [\w ]{{1,30}}|,[\w ,]{{1,40}})? (?:of|for|belonging to) "
        rf"(?!(?:the |a |this |that |each |every )?(?:\w+ )?{_INSTITUTION}s?\b)"
        rf"(?:the |a |an |this |that |these |those |all |both |any |every |each )?{_GAP}\b{_PERSON}(?:s|'s)?\b",
        rf"\b(?:his|her|their|whose|{_PERSON}'s) {_PERSONAL}\b",
        rf"\bwho (?:is|was|are|were|exactly is) (?:the |this |that |those |these )(?:\w+[- ]){{0,5}}{_PERSON}s?\b",
        r"\bwho (?:said|told|hit|beat|kicked|slapped|complained|reported|alleged|assaulted|attacked|restrained|punched|"
        r"wrote|informed|testified|died|escaped|hanged|abused|raped|harassed|insulted|threatened|slept|shouted)\b",
        rf"\b(?:which|what) (?:\w+[- ]){{0,3}}{_PERSON}\b (?!.{{0,12}}\b(?:is|are) (?:responsible|required|obliged))"
        r"(?:\w+ly )?(?:was|is|has|had|who|that|did|said|told|hit|beat|kick\w*|slap\w*|punch\w*|complain\w*|report\w*|"
        r"alleg\w*|assault\w*|attack\w*|restrain\w*|wrote|threaten\w*|insult\w*|died|hang\w*|abus\w*|tried|swallow\w*|"
        r"cut|work\w*|gave|asked|spoke|talk\w*|made|used|took|used|locked|left|refus\w*|watch\w*)\b",
        rf"\b(?:what|which|whose) (?:cell|room|bed|house|street|village|address)\b(?! (?:bell|type|size|block)){_GAP}"
        rf"\b(?:{_PERSON}|he|she)\b",
        rf"\bwhere (?:does|do|did) (?:the |this |that |his |her ){_GAP}\b{_PERSON}\b{_GAP}\blive\b",
        rf"\b(?:name|identify|unmask|reveal|expose|list the names of|tell me the names? of) (?:the |that |this |all |"
        rf"every )(?:\w+[- ]){{0,5}}{_PERSON}s?\b",
        rf"\b(?:give|tell|send|show|list|provide|reveal|disclose|print|find) (?:me |us )?(?:the |their |his |"
        rf"her |all )?"
        rf"(?:real |full |original )?(?:{_PERSONAL})\b(?! of (?:the |a )?(?:\w+ )?{_INSTITUTION})",
        rf"\b(?:how old|what nationality|what religion|which country) (?:is|was) (?:the|that|this) (?:\w+[- ]){{0,4}}"
        rf"{_PERSON}\b{_GAP}\b(?:who|with|in cell)\b",
    )
]
_MAY_WE = re.compile(
    r"^(?:and |so |but )?(?:may|can|could|should|must|do|are|is) (?:we|i|an? npm|npms|the npm|"
    r"the mechanism|inspectors|it)\b"
    r".{0,60}\b(?:publish|disclose|use|record|share|print|keep|store|name|names|allowed|lawful|permitted)\b"
)

_PRACTICE = re.compile(
    r"^(?:how|are|is|were|was|do|does|did|why|should|must)\b.{0,80}\b(?:displayed|provided|recorded|available|posted|"
    r"protected|stored|removed|kept|masked|collected|confidential|entered|noted|misspelt|written)\b"
)

_INSTRUCTION = [
    re.compile(pattern)
    for pattern in (
        r"\b(?:ignore|disregard|forget|override|bypass|skip|drop|suspend|disable|turn off|switch off)\b.{0,40}"
        r"\b(?:instructions?|rules?|prompts?|polic(?:y|ies)|guidelines|filters?|redactions?|guardrails?|safety|"
        r"restrictions?|safeguards of yours|masking|above)\b",
        r"\bsystem prompt\b|\byour (?:hidden |initial |original |secret )?(?:prompt|instructions|configuration)\b",
        r"\b(?:you are|you're|you will be) now\b|\b(?:maintenance|developer|debug|admin|god|root|test) mode\b|"
        r"\bjailbreak",
        r"^(?:please )?(?:act|behave|respond) as (?:if|though|an? )|\bpretend (?:to be|that|you)\b|\brole-?play\b",
        r"\b(?:print|show|give|output|display|send|reveal|provide|export|want|need|dump|read|return|produce|"
        r"restore|get)"
        r"\b.{0,60}\b(?:un-?redacted|un-?masked|unedited|uncensored|original (?:names?|text|values?)|raw text|"
        r"names? you (?:have )?(?:removed|masked|redacted|hidden)|removed names?|masked (?:names?|values?)|"
        r"hidden names?)",
        r"\b(?:undo|reverse|remove|lift|without) (?:the |any |all )?(?:redactions?|masking|pseudonym\w*|"
        r"anonymi[sz]ation)",
        r"\b(?:de-?anonymi[sz]e|re-?identify|un-?redact|un-?mask|de-?pseudonymi[sz]e)\b",
        r"\b(?:replac\w+|fill\w*|substitut\w+|complet\w+) .{0,30}\[?(?:redacted|masked|blank|pseudonym|placeholder)",
        r"\bkeep(?:ing)? .{0,50}\b(?:full names?|names?|(?:nhs|id|passport|prison) numbers?|identit\w+|"
        r"personal data)\b",
        r"\b(?:repeat|reproduce|copy|recite|print|output|echo) .{0,60}\b(?:word for word|verbatim|in full|"
        r"everything above)",
        r"\b(?:new|following) (?:instructions?|rules?) ?:|<\|?(?:system|im_start)|\[/?inst\]|\bbegin system\b",
        r"\b(?:delete|erase|drop|overwrite|modify|change) (?:all |the |every )?(?:database|ledger|index|audit log|logs|"
        r"documents|records)\b.{0,20}$",
        r"\bmark (?:all|every|each)\b.{0,40}\bas (?:implemented|accepted|closed|resolved)",
    )
]
_OUT_OF_SCOPE = re.compile(
    r"^(?:please |can you |could you )?(?:write|compose|draft|generate|create|make)(?: me| us)? (?:an? |"
    r"some |the |three |two )"
    r"(?:\w+ ){0,3}(?:poem|song|story|joke|essay|letter|e-?mail|code|script|program|recipe|speech|"
    r"recommendations?|report)"
    r"|\b(?:weather forecast|stock price|football|world cup|recipe for|lottery|horoscope|translate (?:this|"
    r"the following))\b"
    r"|^(?:hi|hello|hey|thanks|thank you|good morning)\W*$"
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
        r"\b(?:legal|treaty) (?:basis|criteria|criterion|ground|provision|standard)",
        r"\b(?:article|provision|guarantee)\?\s*$|\bwhich (?:standard|rule|guarantee|right|principle)s?\b",
        r"\bwhat (?:standard|rule|right|principle)s? (?:prohibit|forbid|guarantee|require|protect|govern|oblige)",
        r"^(?:may|must|can|do|does|are|is) (?:we|the state|states|authorities|an? npm|npms|the npm|a government|"
        r"governments|the authorities|a state)\b",
        r"\b(?:is|are)\b.{0,60}\b(?:place of detention|places of detention|deprivation of liberty)\b",
        r"\b(?:ever|always|absolute\w*|lawful|unlawful|prohibited|permissible) (?:a )?(?:ground|basis|reason|"
        r"justif|for)",
        rf"\bright to\b.{{0,50}}\b(?:article|{_INSTRUMENT})\b|\b(?:article|{_INSTRUMENT})\b.{{0,40}}\bright to\b",
        rf"\bright\b.{{0,40}}\b{_INSTRUMENT}\s*\W*$",
    )
]
_COUNT = re.compile(r"\b(?:how many|number of|how often|total (?:number|of)|count(?:s|ed)?(?: the| of| how)?|tally)\b")
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
    r"before and (?:during|after)|changed? since|since the last visit)\b"
)
_STATUS = re.compile(
    r"\b(?:accept(?:ed|s)?|reject(?:ed|s)?|agreed?|refus(?:ed?|al)|respon(?:se|ded?|d)|repl(?:y|ied)|answer(?:ed)?|"
    r"implement(?:ed|ation)|carried out|fixed|follow(?:ed)?[- ]?up|action plan|complete[d]?|supported|"
    r"put into practice|"
    r"did (?:that|it|they) (?:happen|accept|do)|going to|will do|progress|done about|was it|still)\b"
)


def is_identity(question: str) -> bool:
    """Say whether the question asks who someone is or for something that points at one person."""
    folded = fold(question).strip()
    if _MAY_WE.search(folded) or _PRACTICE.search(folded):
        return False
    return any(pattern.search(folded) for pattern in _IDENTITY)


def is_instruction(question: str) -> bool:
    """Say whether the text tries to give the service orders instead of asking about the documents."""
    folded = fold(question).strip()
    return any(pattern.search(folded) for pattern in _INSTRUCTION)


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


def is_out_of_scope(question: str) -> bool:
    """Say whether the question wants something that this service does not do."""
    return bool(_OUT_OF_SCOPE.search(fold(question).strip()))
