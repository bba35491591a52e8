"""Identity: whether a question asks who someone is, or for something that points at one person."""

from __future__ import annotations

import re
from collections.abc import Callable

from assistant.terms import fold

_PERSON = (
    r"(?:prisoner|detainee|inmate|patient|resident|officer|guard|nurse|doctor|warder|sergeant|constable|complainant|"
    r"woman|man|boy|girl|child|person|individual|lady|guy|youth|teenager|juvenile|victim|witness|informant|"
    r"whistle-?blower|source|"
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
        rf"\b{_PERSONAL}\b(?: and [\w ]{{1,30}}| or [\w ]{{1,30}}|,[\w ,]{{1,40}})? (?:of|for|belonging to) "
        rf"(?!(?:the |a |this |that |each |every )?(?:\w+ )?{_INSTITUTION}s?\b)"
        rf"(?:the |a |an |this |that |these |those |all |both |any |every |each )?{_GAP}\b{_PERSON}(?:s|'s)?\b",
        rf"\b(?:his|her|their|whose|{_PERSON}'s) {_PERSONAL}\b",
        rf"\bwho (?:is|was|are|were|exactly is) (?:the |this |that |those |these )(?:\w+[- ]){{0,5}}{_PERSON}s?\b",
        rf"\bwho(?: is|'s| was| are|'re) (?:the )?(?:only |one )?(?:\w+[- ]){{0,3}}{_PERSON}s?\b(?= (?:who|in|"
        rf"on|with|that|at|from)\b|\W*$)",
        rf"\bwho (?:the|that|this|those|these) (?:\w+[- ]){{0,4}}{_PERSON}s? (?:is|was|are|were)\b",
        rf"\bwhich (?:one )?of the (?:\w+ ){{0,2}}(?:women|men|children|people|{_PERSON}s) (?:is|was|are|has|"
        rf"had|did|said)\b",
        rf"\bunder (?:what|which) (?:name|alias)\b|\bwhat (?:is|was) (?:he|she) called\b|"
        rf"\b{_PERSON}'s (?:\w+ )?name\b",
        rf"\b(?:who|identity|identify|real|true|actual|names?|behind|called|unmask|reveal|"
        rf"meant by)\b.{{0,50}}\[?\b{_PLACEHOLDER}",
        rf"\bhow (?:can|do|could|may|might) (?:i|we|one) (?:contact|reach|call|phone|visit|meet|track down|"
        rf"get in touch with|find)"
        rf"\b.{{0,30}}\b(?:family|relatives|{_PERSON}s?)\b(?!'s? (?:repl|respon|answer|report))",
        rf"\bwhich (?:\w+[- ]){{0,2}}{_PERSON} (?:\w+ly )?(?:\w{{2,}}ed|called|spat|broke|caught|fell|stole|"
        rf"sent|took|wrote|hurt|bit)\b",
        rf"\bwhere (?:was|is|were|are|does|did) (?:the|that|this) (?:\w+[- ]){{0,3}}{_PERSON}\b"
        r".{0,40}\b(?:born|from|live|lives|living|now)\b",
        rf"\bwhere (?:can|could|do) (?:i|we) (?:find|meet|visit) (?:the|that) (?:\w+[- ]){{0,3}}{_PERSON}\b",
        rf"\bhow old (?:is|was) (?:the|that|this) (?!youngest|oldest|average)(?:\w+[- ]){{0,3}}{_PERSON}\b",
        rf"\b(?:age|nationality|diagnosis|religion|crime|sentence) (?:and \w+ )?of (?:the|that|"
        rf"this) (?:\w+[- ]){{0,2}}{_PERSON}\b"
        r" (?:in|who|on|with)\b",
        rf"\bwhat (?:is|was) (?:the|that|this) (?:\w+[- ]){{0,3}}{_PERSON}\b.{{0,40}}\bcalled\b",
        r"\b(?:which|what) (?:family|village|town|country|city|street|tribe|clan)\b.{0,30}"
        rf"\b(?:the|that|this) (?:\w+[- ]){{0,3}}{_PERSON}\b",
        rf"\bwho (?:did|does|was|were) (?:the|that|this) (?:\w+[- ]){{0,2}}(?!governor|director|warden|manager|"
        rf"superintendent|inspector){_PERSON}\b",
        rf"\b(?:was|is|were|are) \[?{_PLACEHOLDER}|\b{_PLACEHOLDER}\]?'s\b|\b(?:detainee|staff|person) \d{{1,3}}'s\b",
        rf"\bwhich (?:\w+[- ]){{0,2}}{_PERSON} (?:set|put|hit|cut|ran|went|came|got|fed|swore|drank|ate|kept)\b",
        r"\bwho (?:had|has) (?:the|a) (?:\w+ )?(?:seizure|fit|stroke|miscarriage|illness|disease|injur\w+|"
        r"wound\w*|broken \w+)\b",
        r"\bwhose (?:wrist|arm|leg|jaw|nose|hand|body|face|head|ribs?|tooth|teeth|eye|back|bones?|child|baby|"
        r"cell|letter|file|record)\b",
        r"\bwho (?:exactly |actually |really |else )?(?:said|told|hit|beat|kicked|slapped|complained|reported|"
        r"alleged|assaulted|attacked|restrained|"
        r"punched|"
        r"wrote|informed|testified|died|escaped|hanged|abused|raped|harassed|insulted|threatened|slept|shouted)\b",
        rf"\b(?:which|what) (?:\w+[- ]){{0,3}}{_PERSON}\b (?!.{{0,12}}\b(?:is|are) (?:responsible|required|obliged))"
        r"(?:\w+ly )?(?:was|is|has|had|who|that|did|said|told|hit|beat|kick\w*|slap\w*|punch\w*|complain\w*|"
        r"report\w*|"
        r"alleg\w*|assault\w*|attack\w*|restrain\w*|wrote|threaten\w*|insult\w*|died|hang\w*|abus\w*|tried|"
        r"swallow\w*|"
        r"cut|work\w*|gave|asked|spoke|talk\w*|made|used|took|used|locked|left|refus\w*|watch\w*)\b",
        rf"\b(?:what|which|whose) (?:cell|room|bed|house|street|village|address)\b(?! (?:bell|type|size|block)){_GAP}"
        rf"\b(?:{_PERSON}|he|she)\b",
        rf"\bwhere (?:does|do|did) (?:the |this |that |his |her ){_GAP}\b{_PERSON}\b{_GAP}\blive\b",
        rf"\b(?:name|identify|unmask|reveal|expose|list the names of|tell me the names? of) (?:the |that |this |all |"
        rf"every )(?:\w+[- ]){{0,5}}{_PERSON}s?\b",
        rf"\b(?:give|tell|send|show|list|provide|reveal|disclose|print|find|need|want) (?:me |us )?(?:the |"
        rf"their |his |"
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
_TO_OFFICE = re.compile(
    r"^who (?:wrote|reported|complained|informed|told) (?:to )?(?:the )?"
    r"(?:ministr?\w*|government|authorit\w+|parliament|board)\b"
)

_TITLE = (
    r"(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Sir|Dame|Sgt|Sergeant|Inspector|Officer|Constable|PC|Nurse|Doctor|Judge|"
    r"Governor|Director|Warden|Minister|Superintendent|Captain|Colonel|Major|Lieutenant|General|Father|Sister|Brother)"
)
_NAME_PART = r"(?:(?:Mc|Mac|O['’]|D['’])?[A-ZÀ-ÖØ-ÞŠŽČĆĐŁŚŻ][^\W\d_]*[-'’]?[^\W\d_]+|[A-Z]\.)"
_PARTICLE = r"(?:(?:van|von|der|den|de|da|di|del|bin|ibn|al|el|la|le)[ -]){0,2}"
_NAMED = rf"(?:(?P<title>{_TITLE})\.? )?(?P<name>{_NAME_PART}(?: {_PARTICLE}{_NAME_PART}){{0,3}})"
_WHO_NAMED = re.compile(rf"\b[Ww]ho(?:[’']s| is| was| are| were)(?: exactly| really| this| that)? {_NAMED}\s*\W*$")
_ABOUT_NAMED = re.compile(
    rf"\b(?:[Tt]ell me(?: more| everything| something)? (?:about|of)|"
    rf"[Ww]hat (?:do|does|did) (?:you|we|it|they|the \w+) (?:know|say|have) (?:about|on)|[Dd]o you know|"
    rf"[Ii]nformation (?:about|on)|[Ww]here (?:is|was)|[Ww]hat (?:did|happened to)|[Ww]as|[Ii]s|"
    rf"[Hh]ow (?:old )?(?:is|was)) {_NAMED}\b"
)
# Where somebody is kept, said or did: one name is enough, unless the corpus knows it.
_OF_NAMED = _NAMED.replace("?P<title>", "").replace("?P<name>", "?P<of>")
_KEPT_NAMED = re.compile(
    rf"\b(?:[Ww]hich|[Ww]hat) (?:cell|room|bed|wing|ward|unit|prison|hospital) (?:is|was|holds|held) {_NAMED}\b"
    r"|\b(?:[Cc]ell|[Rr]oom|[Nn]ame|[Ww]hereabouts|[Ff]ile|[Rr]ecords?|[Aa]ddress) of (?!the\b)"
    rf"{_OF_NAMED}\s*\W*$"
)
_LONE = re.compile(rf"^\W*(?:(?:and|what about|how about|about) )?{_NAMED}(?:[’']s [a-z]+)?\W*$", re.DOTALL)
# Endings of family names that hardly any other English word has; for names typed without a capital.
_FAMILY = re.compile(
    r"^(?:mc|mac(?=[bcdfgklnprtv])|o['’])?[a-z'’-]{2,}(?:czyk|wski|wska|cki|cka|ński|nski|nska|wicz|vich|vych|enko|escu|"
    r"shvili|adze|opoulos|idis|akis|sson|dottir|berg(?:er)?|mann|stein|yan|ović|ovic|ević|evic|ova|eva|kova|chuk|oglu|ez)$"
)
_WHO_PLAIN = re.compile(
    r"^(?:who(?:'s| is| was)|(?:which|what) (?:cell|room|bed|wing|ward) (?:is|was)|where (?:is|was)|what about|"
    r"tell me about|what (?:did|happened to))?\W*(?P<plain>[a-z'’-]{5,})(?:'s [a-z]+)?(?: (?:in|held|kept|say|do))*\W*$"
)
# Endings of words that name things: a topic typed with a capital is no person.
_THING = re.compile(
    r"(?:ations?|ments?|ness|it(?:y|ies)|ings?|isms?|ology|ances?|ences?|tions?|sions?|ines?|ones?|ols?|ides?|ics?|ers|"
    r"graphy|ware|ships?|ures?|ages?|ists?|als?|ous|ful|less|able|ible|ives?)$"
)


def _names_thing(word: str) -> bool:
    """Whether a word written alone, with the capital of a first word, is ordinary English."""
    from redaction.lexicon import lexicon

    return bool(_THING.search(word)) or lexicon().is_common(word)


def names_person(question: str, is_known: Callable[[str], bool], is_told: Callable[[str], bool]) -> bool:
    """Say whether a question is about somebody by name.

    Args:
        question: as asked: chiefly its capitals tell a name.
        is_known: says of a folded word whether it belongs to a place, body, instrument or the language of the field.
        is_told: says of a name whether stored text holds it: what redaction left there is no person's name.
    """
    asked = question.strip()
    plain = _WHO_PLAIN.match(fold(asked))
    if plain and _FAMILY.match(plain["plain"]) and not is_known(plain["plain"]) and not is_told(plain["plain"]):
        return not is_told(plain["plain"].capitalize())
    for pattern, least in ((_WHO_NAMED, 1), (_KEPT_NAMED, 1), (_LONE, 0), (_ABOUT_NAMED, 2)):
        match = pattern.search(asked)
        if match is None:
            continue
        name = match["name"] or match.groupdict().get("of") or ""
        parts = [part for part in name.split() if part[0].isupper() and (len(part) < 3 or not part.isupper())]
        if not parts or any(is_known(word) for part in parts for word in fold(part).split("-")):
            continue
        if pattern is _WHO_NAMED or match["title"]:
            return True
        if least == 0 and any(_names_thing(fold(part)) for part in parts):
            continue
        if len(parts) >= least and not is_told(name):
            return True
    return False


def is_identity(question: str) -> bool:
    """Say whether the question asks who someone is or for something that points at one person."""
    folded = fold(question).strip()
    if _CALLED.search(question.strip()):
        return True
    if _EXISTS.search(folded) or _TO_OFFICE.search(folded):
        return False
    if _MAY_WE.search(folded) or _PRACTICE.search(folded) or (_HABIT.search(folded) and " who " not in folded):
        return False
    return any(pattern.search(folded) for pattern in _IDENTITY)
