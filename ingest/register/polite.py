"""Sentences that ask as letters do: ``I should be grateful if``, ``It would be well if``, ``Could the Ministry``."""

from __future__ import annotations

import re

from ingest.register.offices import is_actor
from ingest.register.speaker import ADVERBS, SPEAKER

_WHOM = r"(?P<who>(?:you|the\s+[^,;:.()]{2,80}?|[A-Z][^,;:.()]{2,80}?))"
_SOON = r"(?:please\s+|kindly\s+|now\s+|again\s+|also\s+|perhaps\s+|\w+ly\s+)*"
_FORMS = (
    # "It would be well if the registrar would have the cells painted".
    re.compile(
        r"\b[Ii]t\s+would\s+(?:\w+\s+)?be\s+(?:well|good|right|best|as\s+well|better|wise|useful|a\s+good\s+thing|"
        r"proper|"
        rf"fitting|sensible)\s+(?:if|that)\s+{_WHOM}\s+(?:would\s+|were\s+to\s+|could\s+|"
        rf"should\s+)?{_SOON}(?P<verb>[a-z]+)\b"
    ),
    # "We should be obliged if the Superintendent would remove the bolt".
    re.compile(
        rf"{SPEAKER}{ADVERBS}\s+(?:(?:should|would)\s+)?(?:also\s+)?be\s+(?:\w+\s+)?(?:grateful|obliged|glad|pleased|"
        rf"thankful|"
        rf"happy)\s+if\s+{_WHOM}\s+(?:would|could|were\s+to|will|can)\s+{_SOON}(?P<verb>[a-z]+)\b"
    ),
    re.compile(
        rf"{SPEAKER}{ADVERBS}\s+(?:(?:would|should|must)\s+)?(?:also\s+|therefore\s+)?(?:ask|"
        rf"request)s?\s+that\s+{_WHOM}\s+"
        rf"{_SOON}(?P<verb>account|explain|report|inform|state|tell|confirm|reply|respond|clarify|comment|describe)\b"
    ),
    # "May I ask you to look again at the case?", "Could the Ministry explain why the file was lost?"
    re.compile(
        rf"^(?:(?:Finally|Also|Lastly),?\s+)?(?:[Mm]ay|[Mm]ight|[Cc]ould|[Cc]an)\s+(?:I|we)\s+{_SOON}(?:ask|request|"
        rf"urge|invite)"
        rf"\s+(?:that\s+)?{_WHOM}\s+(?:to\s+)?{_SOON}(?P<verb>[a-z]+)\b"
    ),
    re.compile(rf"^(?:[Cc]ould|[Ww]ould|[Ww]ill|[Cc]an)\s+{_WHOM}\s+{_SOON}(?P<verb>[a-z]+)\b.*\?$"),
    # "I should like the school to keep a register".
    re.compile(
        rf"{SPEAKER}{ADVERBS}\s+(?:(?:should|would)\s+)?(?:also\s+)?like\s+{_WHOM}\s+to\s+{_SOON}(?P<verb>[a-z]+)\b"
    ),
    # "The Department might consider opening the yard on Sundays".
    re.compile(
        rf"^{_WHOM}\s+(?:might|may)\s+(?:(?:wish|want|like)\s+to\s+{_SOON}|well\s+)?(?P<verb>consider|reconsider|"
        rf"look|think|"
        r"review|examine)\b"
    ),
)
# "The Board would welcome it if the yard were opened": whatever is to be so, no office need be named.
_WELCOME = re.compile(
    rf"{SPEAKER}{ADVERBS}\s+(?:would|should)\s+(?:\w+\s+)?(?:(?:welcome|appreciate)\s+it\s+if|see\s+with\s+pleasure\s+"
    r"(?:that|if)|prefer\s+(?:that|it\s+if))\s+\w+"
)
# "Please make sure that nobody is given medicines without knowing it."; "Please find enclosed" asks nothing.
_PLEASE = re.compile(
    r"^(?:[Pp]lease|[Kk]indly)\s+(?:also\s+|now\s+|therefore\s+|immediately\s+)?(?!(?:find|see|note|accept|do|contact|refer|feel|be|quote|"
    r"address|remember|allow|excuse|consult|read|bear|call|write|turn|click|visit|convey|give\s+my|pass\s+on)\b)(?P<verb>[a-z]+)\b"
)
_HIGH_TIME = re.compile(r"^[Ii]t\s+is\s+(?:high|about|now)\s+time\s+(?:that|for|to)\b")
_TO_BE_TOLD = re.compile(
    rf"{SPEAKER}{ADVERBS}\s+looks?\s+forward\s+to\s+(?:being\s+(?:told|informed|sent)|hearing|learning|knowing|"
    r"receiving)\b"
)
_TELL = re.compile(
    r"(?:account|explain|report|inform|state|tell|confirm|reply|respond|clarify|comment|describe|say|let|send|answer|"
    r"indicate|advise|write|provide)$"
)
_NEWS = re.compile(
    r"\b(?:us|me|it|this\s+office|(?:the\s+)?[A-Z]\w+)\s+(?:know|with)\b|\b(?:why|how|what|whether|when|which|"
    r"by\s+whom)\b|"
    r"\b(?:cop(?:y|ies)|figures|information|statistics|details|reasons?|list|results?|outcome|repl(?:y|ies)|plans?|"
    r"account|explanations?|reports?|views?|comments?)\b"
)
_NEEDS_MORE = frozenset({"let", "send", "provide", "advise", "write"})
_TOLD_OF = re.compile(
    r"^\W*[“\"‘']|\b(?:he|she|they|who|prisoners?|patients?|residents?|detainees?)\s+(?:said|told|asked)\b"
)


def asks_politely(sentence: str) -> str | None:
    """Say what a sentence asks for that asks as a letter does.

    Args:
        sentence: of running text.

    Returns:
        ``recommendation`` for something to do, ``request_for_information`` for something to be told; ``None`` where
        it asks nobody, or not in this manner.
    """
    if _TOLD_OF.search(sentence):
        return None
    if _TO_BE_TOLD.search(sentence):
        return "request_for_information"
    please = _PLEASE.match(sentence)
    if please is not None:
        verb = please["verb"].lower()
        news = _TELL.match(verb) and (verb not in _NEEDS_MORE or _NEWS.search(sentence[please.end("verb") :]))
        return "request_for_information" if news else "recommendation"
    found = next((match for form in _FORMS if (match := form.search(sentence))), None)
    if found is None:
        return "recommendation" if _HIGH_TIME.match(sentence) or _WELCOME.search(sentence) else None
    who = found["who"].removeprefix("the ").removeprefix("The ")
    if who != "you" and not (is_actor(who) or found.re is _FORMS[0]):
        return None
    verb = found["verb"]
    news = _TELL.match(verb) and (verb not in _NEEDS_MORE or _NEWS.search(sentence[found.end("verb") :]))
    return "request_for_information" if news else "recommendation"
