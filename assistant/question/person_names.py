"""Names of persons in a question: whether it is about somebody by name, known or not."""

from __future__ import annotations

import re
from collections.abc import Callable

from assistant.question.identity import PERSONAL
from assistant.question.terms import fold

# "What is Ottilie's surname?", "Was it officer Hale who pushed the boy?": a name in the question, small words aside.
_OWN_NAME = re.compile(
    rf"\b(?P<of>[A-Z][^\W\d_]+)[’']s (?:{PERSONAL})(?!\w)"
    rf"|\b(?:[Ww]as|[Ii]s) it (?:the )?(?:\w+ )?(?P<it>[A-Z][^\W\d_]+) who\b"
    r"|\b(?:[Ii]s|[Ww]as|[Ww]ere) .{3,60} (?:Mr|Mrs|Ms|Miss|Dr|Sgt|Sister|Brother|Nurse|Officer)\.? "
    r"(?P<titled>[A-Z][^\W\d_]+)\W*$"
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
    r"^(?:mc|mac(?=[bcdfgklnprtv])|o['’])?[a-z'’-]{2,}(?:czyk|wski|wska|cki|cka|ński|nski|nska|wicz|vich|"
    r"vych|enko|escu|"
    r"shvili|adze|opoulos|idis|akis|sson|dottir|berg(?:er)?|mann|stein|yan|ović|ovic|ević|evic|ova|eva|"
    r"kova|chuk|oglu|ez)$"
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
    own = _OWN_NAME.search(asked)
    if own and not is_known(fold(own["of"] or own["it"] or own["titled"])):
        return True
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
