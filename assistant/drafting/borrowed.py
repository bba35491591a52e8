"""What an earlier recommendation asks for, as words that another addressee can be asked with."""

from __future__ import annotations

import re

from assistant.drafting.acts import ActKind, act_kind
from assistant.drafting.markers import time_limit
from assistant.drafting.measures import Term
from assistant.drafting.statement import Ask, read_statement

_LONGEST = 320
_LEGAL_WORDS = (
    r"Articles?|Rules?|Principles?|Convention|Covenant|Protocol|Nelson|Mandela|Bangkok|Havana|Beijing|Tokyo|"
    r"Istanbul|M[ée]ndez|European|"
    r"United|Nations|Prison|Optional|I|Committee|Subcommittee|Standards?|Rights|Child|Torture|Against"
)
_NAME = re.compile(rf"(?<=[\w,;] )(?!(?:{_LEGAL_WORDS})\b)[A-Z][\w’'-]+")
_LEANING = re.compile(
    r"\b(?:this|these|those|that|such|said|above|below|it|they|them|their|its|he|she|latter|former|paragraphs?|"
    r"aforementioned|again|other)\b",
    re.IGNORECASE,
)
_BACK = re.compile(
    r"\b(?:said|above|below|latter|former|paragraphs?|aforementioned|mentioned|such (?!as)\w+|this|these|those)\b",
    re.IGNORECASE,
)
_OPENING = 6  # words in which a pronoun speaks of what the sentence has not
_PARTICULAR = re.compile(
    r"\b(?:cells?|rooms?|wards?|wings?|blocks?|units?|houses?|floors?|buildings?)\s+(?:\d|[A-Z]\b)|\[[A-Z]"
)
_LIMIT_AROUND = (
    r"\s*[,(]?\s*(?:and\s+)?(?:no later than\s+|by\s+|before\s+|at the latest\s+)?{}\s*(?:at the latest)?\s*[),]?"
)
_LONG = re.compile(
    r"\b(?:amend|law|act|bill|legislat\w*|parliament|budget|fund\w*|recruit\w*|posts?|vacan\w+|build\w*|"
    r"construct\w*|abolish\w*|ratif\w+|"
    r"appoint\w*|premises|facility|policy)\b",
    re.IGNORECASE,
)
_SHORT = re.compile(
    r"\b(?:immediately|at once|stop|end|cease|remove|release|close|forbid|prohibit|take out of|without delay|"
    r"suspend|repair|clean)\b",
    re.IGNORECASE,
)


# "To establish a register, and to have it signed": after "should" the second "to" goes as the first did.
_LISTED = re.compile(r"(, (?:and|or|as well as)) to (?=[a-z]+ )")
_AT_ONCE = re.compile(r"[ ,]+(?:now|immediately|at once|without delay|forthwith|with immediate effect)$", re.IGNORECASE)


def borrowed_act(text: str, *, same_place: bool) -> str | None:
    """Return what a recommendation asks for, as words that follow ``should``; ``None`` where it cannot be lent.

    Its addressee and its time limit are left out, for they are decided anew. What names a place, a person or a
    particular room is lent only to the same place.

    Args:
        text: of the recommendation.
        same_place: the draft is about the same place.
    """
    statement = read_statement(text)
    ask = next((each for each in statement.asks if act_kind(each) in (ActKind.CONCRETE, ActKind.PROCESS)), None)
    if ask is None:
        return None
    act = _infinitive(ask)
    if act is None:
        return None
    limit = time_limit(act)
    if limit:
        act = re.sub(_LIMIT_AROUND.format(re.escape(limit)), " ", act, count=1)
    act = re.sub(r"\s*Deadline:.*$", "", act)
    act = _AT_ONCE.sub("", _LISTED.sub(r"\1 ", " ".join(act.split()).strip(" ,;:."))).strip(" ,")
    if (
        not len(act.split()) >= 3
        or len(act) > _LONGEST
        or "|" in act
        or re.search(r"\b(?:and|or|by|until|to|of|the|within)$", act)
        # "Review of isolation" is a heading, not an act.
        or re.match(r"\w+ of\b", act)
    ):
        return None
    opening = " ".join(act.split()[:_OPENING])
    if _LEANING.search(re.sub(r"\bthat\b", "", opening)) or _BACK.search(act):
        return None
    first = act.split()[0]
    act = act if first.isupper() and len(first) > 1 else act[0].lower() + act[1:]
    return act if same_place or not (_NAME.search(f"x {act}") or _PARTICULAR.search(act)) else None


def term_of(act: str) -> Term:
    """Say to which term an act belongs: a safeguard at once, procedure and training, or law, policy and means."""
    if _SHORT.search(act):
        return Term.SHORT
    return Term.LONG if _LONG.search(act) else Term.MEDIUM


def _infinitive(ask: Ask) -> str | None:
    act = ask.act.strip()
    if not act:
        return None
    act = re.split(r"(?<=\w)[.;]\s", act, maxsplit=1)[0]
    if ask.actor is not None and not act.startswith("be "):
        return re.sub(r"^to\s+", "", act)
    before = ask.subject
    if ask.actor is None and re.fullmatch(r"\W*(?:\w+\W+)?", before) and not act.startswith("be "):
        # An imperative: "Repair the windows".
        return act
    subject = re.sub(r"^(?:[A-Z]?\d[\d.]*[.)]?\s+|.*\brecommended that\s+|that\s+|.*:\s+)", "", before).strip(" ,")
    if not subject or len(subject.split()) > 14 or "," in subject:
        return None
    first = subject.split()[0]
    subject = subject if first.isupper() and len(first) > 1 else subject[0].lower() + subject[1:]
    negation = "not " if re.search(r"\b(?:should|must|shall) not\b", ask.sentence) else ""
    return f"ensure that {subject} {negation}{act}"
