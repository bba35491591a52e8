"""A recommendation, read: who is asked to do what, and which of its clauses say why, until when and what for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from assistant.drafting.actor import Actor, actor_of
from ingest.register.sentence import sentence_spans
from ingest.register.verbs import VERBS

MODAL = re.compile(
    r"\b(?:should|must|shall|ought to|needs? to|ha(?:s|ve) to|(?:is|are) to(?= be\b| [a-z]+)|"
    r"(?:is|are) (?:\w+ly |therefore |hereby )?(?:recommended|encouraged|invited|urged|requested|asked|"
    r"called upon|required) to)\b"
    r"(?! have (?:been|\w+ed)\b)",
    re.IGNORECASE,
)
_URGE = re.compile(
    r"\b(?:recommends?|(?:is|are) (?:\w+ly |therefore |hereby |also )?(?:recommended|suggested|"
    r"proposed)(?= that\b)|urges?|calls? (?:up)?on|invites?|encourages?|requests?|asks?)\s+(?:that\s+)?"
    r"(?P<subject>[^,;:.]{0,90}?)\s*(?:,[^,]{2,60},)?\s*\b(?:to\s+(?=[a-z])|(?=(?:"
    + "|".join(sorted(VERBS))
    + r")(?:e?s)?\b|be\b))",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"^\s*(?:(?:recommendation\s*)?[A-Z]?\d{1,3}(?:\.\d{1,3})*[a-z]?[.):]|[IVX]+\.|[•●▪*–-])\s+", re.IGNORECASE
)
_TO = re.compile(
    r"^(?:(?:To|For) (?:the )?[^:]{3,90}:\s*)?(?:(?:Together with|With|From|By|Within|Until|As|In|Where|"
    r"When) [^,;.]{3,60},\s+)?(?:that\s+|to\s+)?(?:\w+ly\s+(?:to\s+)?)?(?P<verb>[a-z]+)\b",
    re.IGNORECASE,
)
_IMPORTANT = re.compile(
    r"\b(?:it is (?:\w+ )?(?:important|essential|necessary|vital|crucial|desirable|recommended)|there is a need|"
    r"deserves?|would be (?:\w+ )?(?:desirable|advisable|welcome))\b",
    re.IGNORECASE,
)
_INSERTED = re.compile(
    r"^(?:\s*,[^,.;]{2,70},)?(?:\s+(?:by|within|before|from|without|in|until|for)\s[^,.;]{2,40}?(?=,|"
    r"\s[a-z]+\s(?:the|a|an|every|each|all)\b),?)?\s*"
)
_ADVERB = re.compile(
    r"^(?:(?:not|also|therefore|further|always|never|immediately|urgently|again|now|then|only|first|\w+ly|(?:by|"
    r"within|from|before|until|as of|after|without|at|in|with)\s"
    r"[^,;.]{2,50}?,?(?=\s+(?:be|have|ensure|introduce|sign|set|let|decide|allow|carry|[a-z]{3,})\s))[\s,]+)+",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Ask:
    """One demand.

    Attributes:
        sentence: the whole sentence.
        start: of the sentence in the text.
        actor: who is asked, ``None`` where nobody is.
        verb: of the act, lower case: the participle of a passive, the infinitive else; empty where there is none.
        act: the words from the verb on.
        passive: nobody acts in the sentence.
        subject: the words before the verb that obliges, of the passive those that say what it is done to.
    """

    sentence: str
    start: int
    actor: Actor | None
    verb: str
    act: str
    passive: bool
    subject: str = ""


@dataclass(frozen=True)
class Statement:
    """A text of one recommendation with its grounds."""

    text: str
    asks: tuple[Ask, ...]
    grounds: str
    """Sentences beside the asks."""

    @cached_property
    def asked(self) -> str:
        """The sentences that ask."""
        return " ".join(ask.sentence for ask in self.asks) or self.text

    @property
    def actor(self) -> Actor | None:
        """Who is asked first."""
        return next((ask.actor for ask in self.asks if ask.actor is not None), None)


def read_statement(text: str, grounds: str = "", addressee: str | None = None) -> Statement:
    """Read one recommendation.

    Args:
        text: it, with or without its number.
        grounds: paragraphs that it rests on, where they stand elsewhere.
        addressee: to whom it is addressed, where a heading says so.
    """
    asks: list[Ask] = []
    rest: list[str] = [grounds] if grounds else []
    label = _LABEL.match(text)
    for start, end in sentence_spans(text, label.end() if label else 0):
        sentence = text[start:end].strip()
        ask = _ask(sentence, start)
        if ask is None:
            rest.append(sentence)
        else:
            asks.append(ask)
    given = Actor(addressee, Actor.kind_of(addressee)) if addressee else None
    if given is not None:
        asks = [
            ask if ask.actor else Ask(ask.sentence, ask.start, given, ask.verb, ask.act, False, ask.subject)
            for ask in asks
        ]
    return Statement(text, tuple(asks), " ".join(rest))


def _ask(sentence: str, start: int) -> Ask | None:
    urge = _URGE.search(sentence)
    modal = MODAL.search(sentence)
    if urge is not None and (modal is None or urge.start() < modal.start()):
        subject = urge["subject"].removeprefix("that ").strip()
        return _made(sentence, start, subject, sentence[urge.end() :])
    if modal is not None:
        return _made(sentence, start, sentence[: modal.start()], sentence[modal.end() :])
    opening = _TO.match(sentence)
    if opening is not None and opening["verb"].lower() in VERBS:
        return _made(sentence, start, sentence[: opening.start("verb")], sentence[opening.start("verb") :])
    if _IMPORTANT.search(sentence):
        return Ask(sentence, start, None, "", sentence, True)
    return None


def _made(sentence: str, start: int, subject: str, rest: str) -> Ask:
    inserted = _INSERTED.match(rest)
    act = rest[inserted.end() :] if inserted else rest
    act = _ADVERB.sub("", act.lstrip(" ,"), count=1)
    words = act.split()
    passive = bool(words) and words[0].lower() == "be"
    if passive:
        participle = re.match(r"be\s+(?:\w+ly\s+|also\s+|not\s+)*(?P<verb>\w+)", act, re.IGNORECASE)
        verb = participle["verb"].lower() if participle else ""
    else:
        verb = re.sub(r"\W", "", words[0]).lower() if words else ""
    actor = actor_of(subject)
    return Ask(sentence, start, actor, verb, act, passive and actor is None, subject)
