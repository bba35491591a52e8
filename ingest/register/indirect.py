"""Sentences that recommend or worry in a roundabout way: on the spot, behind what is noted, behind a colon."""

from __future__ import annotations

import re

from ingest.register.narrative import ABOUT, BEFORE
from ingest.register.offices import is_actor
from ingest.register.speaker import BODY, SPEAKER
from ingest.register.urgency import at_once
from ingest.register.verbs import VERBS

_ASKS = r"(?:recommends?|calls?\s+(?:up)?on|urges?|invites?|encourages?|requests?|asks?|requires?|proposes?|suggests?)"
# "The Committee takes note of the steps taken and recommends that the cells never be used again".
_NOTES = re.compile(
    rf"{SPEAKER}\s+(?:\w+ly\s+|also\s+)*(?:takes?\s+note|notes?|welcomes?|acknowledges?|appreciates?|regrets?|"
    rf"recalls?|"
    r"considers?|recogni[sz]es?|understands?|commends?|deplores?|observes?|trusts?|accepts?|(?:is|are|am)\s+\w+)\b"
    rf"[^.;]{{3,260}}?,?\s(?:and|but)\s+(?:it\s+|we\s+)?(?:therefore\s+|also\s+|again\s+|strongly\s+|further\s+|"
    rf"\w+ly\s+)*{_ASKS}\s+"
    r"(?:that\b|(?:the|all|its|both)\s|[A-Z])"
)
# "I find reason to recommend that", "We feel bound to urge": what one brings oneself to say.
_COMES_TO = re.compile(
    rf"{SPEAKER}\s+(?:(?!(?:not|no|never|had|plans?|intends?|able|"
    rf"continue\w*)\b)[\w’'-]+\s+){{1,5}}?to\s+(?:again\s+|\w+ly\s+)?"
    r"(?:recommend|urge|propose|suggest|advise|request|ask)\s+(?:that\b|to\s+(?:the\s+)?[A-Z]|(?:the|"
    r"all)\s[^.;]{3,80}?\sto\s)"
)
# "We asked the governor on 7 February to arrange a review": asked on the spot, in a report that tells it.
_ON_THE_SPOT = re.compile(
    rf"(?:\b[Ww]e|\bI|(?:[Tt]he|[Oo]ur)\s+(?:[A-Z][\w'’-]*\s+|visiting\s+){{0,3}}{BODY})\s+(?:\w+ly\s+|also\s+|"
    rf"therefore\s+|then\s+)*"
    r"(?:asked|requested|urged|called\s+(?:up)?on|instructed|invited|"
    r"required)\s+(?:the\s+)?(?P<subject>[^,;:.()]{3,60}?)"
    r"(?:,?\s+(?:on|at|during|in|that|the\s+same|right)\s+[^,;:.]{2,40}?,?)?\s+to\s+(?:\w+ly\s+)?(?P<verb>[a-z]+)\b"
)
# What those who visit ask for in the course of their work.
_EVIDENCE = frozenset(
    [
        "show",
        "tell",
        "explain",
        "provide",
        "send",
        "give",
        "describe",
        "see",
        "let",
        "open",
        "read",
        "identify",
        "supply",
        "submit",
        "present",
        "share",
        "confirm",
        "hold",
        "call",
        "produce",
        "clarify",
        "complete",
        "communicate",
        "inform",
        "report",
        "reply",
        "respond",
        "comment",
        "state",
    ]
)
# "..., this time as a recommendation: No prisoner should ...".
_LED = re.compile(
    r"^(?=[^:]{0,160}\b(?:recommendation|recommends?|request|proposal|demand)\b)(?!.*\b(?:recommendations|had|"
    r"replied|"
    r"accepted|rejected|implemented)\b[^:]*:)[^:;.]{10,200}:\s+[“\"'‘]?(?P<rest>[A-Z].{12,})$"
)
_OUGHT = re.compile(r"\b(?:should|must|shall|ought\s+to|needs?\s+to|(?:is|are)\s+to|never)\b")
_MUST = re.compile(r"\b(?:must|should|shall|needs?\s+to|ought\s+to)\s+(?:now\s+)?(?:be\s+\w+|[a-z]+)\b")
_CONCERN = re.compile(
    rf"{SPEAKER}\s+(?:(?:is|are|am|was|were|remains?|remained|continues?\s+to\s+be)\s+(?:\w+ly\s+|very\s+|"
    rf"also\s+|still\s+)*"
    r"(?:concerned|worried|alarmed|troubled|disturbed|dismayed)\s+(?:that|about|at|by|to|over)\b|"
    r"(?:\w+ly\s+|also\s+)?(?:expresse[sd]?|voice[sd]?|wish(?:es)?\s+to\s+express|must\s+express)\s+(?:its|our|"
    r"my|their|"
    r"(?:\w+\s+)?concern)\b[^.;]{0,30}\bconcern|views?\s+with\s+(?:\w+\s+)?(?:alarm|concern|worry|unease|dismay)\b|(?:finds?|found|considers?|considered)\s+(?:it\s+)?(?:\w+ly\s+)?"
    r"(?:worrying|alarming|disturbing|of\s+(?:\w+\s+)?concern|a\s+(?:\w+\s+)?matter\s+of\s+(?:\w+\s+)?concern)\b)"
    r"|\b(?:It|This)\s+(?:\w+ly\s+|also\s+)?(?:troubles|worries|disturbs|alarms|concerns|dismays|saddens)\s+(?:us|"
    r"me|the\s+[A-Z][\w ]{2,40}?)\s+"
    r"(?:that|to|how|when)\b|\b(?:It|This)\s+is\s+of\s+(?:\w+\s+)?concern\s+(?:to\s+(?:us|the\s+[A-Z]\w+)\s+)?that\b|"
    r"^(?:Our|My|The\s+\w+['’]s?)\s+(?:\w+\s+){0,2}?(?:concern|worry)\s+(?:here\s+)?is\s+that\b"
    r"|\b(?:is|are|remains?)\s+a\s+(?:matter|source|cause)\s+of\s+(?:\w+\s+)?concern\b|"
    r"\bgives?\s+(?:rise\s+to|cause\s+for)\s+(?:\w+\s+)?concern\b|\bcauses?\s+[^.;]{2,40}?\bconcern\b"
)
# "is concerned that an old man should be tied": what worries, not what ought to be.
_THAT_WORRIES = re.compile(r"\b(?:concern\w*|worr\w+|alarmed|troubled|disturbed)\s+that\b[^;]*", re.IGNORECASE)


# "..., and she agreed", "..., which was done the same day": what became of it at once.
_AT_ONCE = (
    (re.compile(r"\b(?:refused|declined|did\s+not\s+agree|would\s+not)\b[^,;]{0,40}\.?$"), "rejected"),
    (
        re.compile(
            r",?\s(?:and|which)\s(?:[\w’']+\s){0,3}?(?:agreed|undertook|promised|accepted|gave\s+(?:an?|his|her|"
            r"their)\s"
            r"(?:under\w+|word|assurance))\b[^,;]{0,40}\.?$"
        ),
        "accepted",
    ),
    (
        re.compile(
            r",?\s(?:and|which)\s(?:(?:he|she|they|it|we|this|that)\s)?(?:was\s+|were\s+)?(?:did|done|complied|"
            r"carried\s+out)\b"
            r"[^,;]{0,40}\.?$"
        ),
        "implemented",
    ),
)


def met_at_once(sentence: str) -> str | None:
    """Return how those present met what was asked on the spot: ``... within two weeks, and she agreed``."""
    if not _ON_THE_SPOT.search(sentence):
        return None
    return next((status for pattern, status in _AT_ONCE if pattern.search(sentence)), None)


def asks_behind(sentence: str) -> bool:
    """Say whether a sentence recommends behind what it notes, behind a colon, or tells what was asked on the spot."""
    if _NOTES.search(sentence) or _COMES_TO.search(sentence):
        return True
    led = _LED.match(sentence)
    if led is not None and _OUGHT.search(led["rest"]):
        return True
    spot = _ON_THE_SPOT.search(sentence)
    return (
        spot is not None
        and spot["verb"] in VERBS - _EVIDENCE
        and is_actor(spot["subject"])
        and not BEFORE.search(sentence[: spot.end()])
    )


def is_due_now(sentence: str) -> bool:
    """Say whether a sentence demands that something end or begin now, which no rule does: ``must end at once``."""
    return (
        bool(_MUST.search(sentence))
        and ":" not in sentence
        and not (BEFORE.search(sentence) or ABOUT.search(sentence))
        and bool(at_once(sentence))
    )


def voices_concern(sentence: str) -> bool:
    """Say whether the visitors say that something worries them: ``The Ombud is concerned that no form is kept``."""
    return bool(_CONCERN.search(sentence)) and not _OUGHT.search(_THAT_WORRIES.sub("", sentence))
