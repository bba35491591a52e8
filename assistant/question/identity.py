"""Identity: what plainly asks who someone is, or for something that points at one person.

These patterns know the plain ways; the rest is told by the trained guard (:mod:`assistant.answers.guard`), which reads
the meaning of a question and its :func:`assistant.question.asks_person.signs`.
"""

from __future__ import annotations

import re

from assistant.question.asks_person import SINGLE
from assistant.question.terms import fold

_PERSON = (
    rf"(?:{SINGLE}|member of staff|staff member|wheelchair user|(?:social|case|youth|key)[- ]?worker|"
    r"asylum[- ]seeker)"
)
PERSONAL = (
    r"(?:(?:full |first |last |real |family |given |maiden )?names?|surnames?|identity|phone numbers?|"
    r"telephone numbers?|"
    r"mobile(?! (?:tele)?phones?\b)(?: numbers?)?|e-?mails?(?: address(?:es)?)?|(?:home |postal )?address(?:es)?|"
    r"dates? of birth|"
    r"birth ?dates?|"
    r"birthdays?|dob|(?:prison(?:er)?|a|alien|nhs|passport|ni|national insurance|id|identity|identification|"
    r"social security|personal|case|custody record|service|force|badge|warrant|tax|bank account|"
    r"licence|registration)[- ](?:numbers?|no\.?|card)|pesel|ppsn?(?: numbers?)?|cnp|ssn|initials|"
    r"nationality and age|"
    r"(?:personal|contact|private|medical) (?:details|particulars|data|file|record)|"
    r"cell numbers?|number plates?|licen[cs]e plates?|whereabouts)"
)
_INSTITUTION = (
    r"(?:prison|place|report|body|ministry|department|programme|program|unit|wing|establishment|home|hospital|"
    r"facility|"
    r"station|institution|instrument|treaty|article|law|drug|medicine|company|contractor|authority|agency|ngo|"
    r"mechanism|committee|centre|center|scheme|inspectorate|ombuds\w*|npm|court|service)"
)
_PLACEHOLDER = (
    r"(?:detainee|staff|person|relative|child|patient|official|prisoner|witness|visitor|lawyer|inspector) \d{1,3}\b"
)
_GAP = r"[^.?!]{0,80}"

_IDENTITY = [
    re.compile(pattern)
    for pattern in (
        rf"\b{PERSONAL}\b(?: and [\w ]{{1,30}}| or [\w ]{{1,30}}|,[\w ,]{{1,40}})? (?:of|for|belonging to) "
        rf"(?!(?:the |a |this |that |each |every )?(?:\w+ )?{_INSTITUTION}s?\b)"
        rf"(?:the |a |an |this |that |these |those |all |both |any |every |each )?{_GAP}\b{_PERSON}(?:s|'s)?\b",
        rf"\b(?:his|her|their|{_PERSON}'s) {PERSONAL}\b",
        rf"\bwho(?: is|'s|s| was| are| were) (?:the |this |that |those |these )(?:\w+[- ]){{0,5}}{_PERSON}s?\b",
        rf"\b(?:who|identity|identify|real|true|actual|names?|behind|called|unmask|reveal|meant by)\b.{{0,50}}"
        rf"\[?\b{_PLACEHOLDER}",
        rf"\b(?:was|is|were|are) \[?{_PLACEHOLDER}|\b{_PLACEHOLDER}\]?'s\b",
        rf"\b(?:what|which) (?:cell|room|bed|house|street|village|address)\b(?! (?:bell|type|size|block)){_GAP}"
        rf"\b(?:{_PERSON}|he|she)\b",
        r"\bwho (?:exactly |actually |really |else )?(?:hit|beat|kicked|slapped|punched|raped|hanged|died|escaped|"
        r"opened|tied|strapped|shot|insulted|threatened|abused|assaulted|ill-treated|bribed|stole|gave the orders?)\b",
        # One person is singled out by what he or she did: "which officer gave the orders during the search?".
        rf"^(?:(?:and|so|but) )?(?:which|what) (?:(?!office|body)[\w'’-]+ ){{0,3}}?"
        rf"(?!(?:director|governor|warden|superintendent|manager|inspector|commander)\b)(?:{SINGLE})s? "
        r"(?:(?:who|had|has|have|was|were|is|did|it was that) )*(?:gave|given?|order(?:ed|ing)?|hit|beat(?:en)?|struck|"
        r"slapped|kicked|punched|pushed|tied|locked|restrained|shot|fired|raped|abused|assaulted|insulted|threatened|"
        r"searched|injected|ill-treated|complained|alleged|escaped|hanged|died|testified|signed|led|drove|stole|bribed|"
        r"took|tore|broke|accused|transferred|punished|suspended|dismissed|charged|suspected)\b"
        r"(?!.*\b(?:recommend|propos)\w*)",
        r"^(?:(?:and|so|but) )?who\b[^?]*\bby name\W*$|"
        r"^(?:(?:and|so|but) )?who (?:was|were) (?:in charge|on duty|on shift|on guard) (?:on|that|during|at|"
        r"when|then|in the)\b",
        r"\b(?:clue|hint|guess|reveal|unmask) (?:on |about |as to )?who\b",
        r"\bput (?:a )?names? to\b|\bname names\b|\bunder (?:what|which) (?:name|alias)\b",
        rf"\bhow (?:can|do|could|may|might) (?:i|we|one) (?:contact|reach|call|phone|meet|track down|get in touch with)"
        rf"\b.{{0,30}}\b(?:family|relatives|{_PERSON}s?)\b(?!'s? (?:repl|respon|answer|report))",
        rf"\b(?:when|where|(?:what|which) (?:day|date|year|month|town|city|village|country)) (?:exactly )?was "
        rf"(?:he|she|(?:the|that|this) (?:[\w-]+ ){{0,4}}{_PERSON}(?: [\w-]+){{0,5}}?) born\b",
        rf"\bwhere does (?:he|she|(?:the|that|this) (?:[\w-]+ ){{0,4}}{_PERSON}) (?:live|reside|come from)\b",
        rf"\b(?:tele|mobile )?phone of (?:the|that|this) (?:\w+[- ]){{0,3}}{_PERSON}\b",
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
# What people know, wear or are told is a practice of the place: "did patients know the name of their doctor?".
_HABIT = re.compile(
    r"^(?:did|do|does|are|were|is|was|can|could) (?:the |all |any |most )?(?:\w+ ){0,2}(?:patients|prisoners|"
    r"detainees|staff|"
    r"officers|residents|children|people|women|men|visitors|inspectors|inmates|guards|nurses|doctors)\b(?! \d)"
)
_CALLED = re.compile(
    rf"^(?:[Ww]as|[Ii]s|[Ww]ere)\b.*\b{_PERSON}\b.*\b(?:called|named) (?:(?:Mr|Ms|Mrs|Dr)\.? )?[A-Z][a-z]+"
    rf"|^[Ii]s .{{0,40}}\b{_PERSON} (?:is |really )?(?:(?:Mr|Ms|Mrs|Dr)\.? )?[A-Z][a-z]+(?: [A-Z][a-z]+)?\W*$"
)
_EXISTS = re.compile(r"^(?:is|are|was|were) there\b(?!.*\bwho\b)")
# "The man who said that he was beaten": nobody asks who that is, unless the sentence asks for him otherwise.
_RELATIVE = re.compile(rf"\b((?:{_PERSON}|people|men|women|children|those)s?) who\b")


def is_identity(question: str) -> bool:
    """Say whether the question plainly asks who someone is or for something that points at one person."""
    if _CALLED.search(question.strip()):
        return True
    folded = fold(question).strip()
    if any(pattern.search(folded) for pattern in (_PRACTICE, _MAY_WE, _EXISTS)) or (
        _HABIT.search(folded) and " who " not in folded
    ):
        return False
    asked = _RELATIVE.sub(r"\1 that", folded)
    return any(pattern.search(asked) for pattern in _IDENTITY)
