"""Praise of what a place does well: sentences, and paragraphs that open with a word of praise as their heading."""

from __future__ import annotations

import re

from ingest.register.speaker import SPEAKER

_PRAISED = re.compile(
    r"\b[Ii]t\s+(?:is|was)\s+(?:\w+ly\s+|very\s+)?(?:gratifying|pleasing|encouraging|heartening|positive|commendable|"
    r"praiseworthy)\s+"
    r"(?:that|to)\b|"
    r"\bconsiders?\s+(?:it|this|that|them|these)\s+(?:to\s+be\s+)?(?:as\s+)?(?:an?\s+)?(?:\w+\s+)?(?:examples?|"
    r"models?|practices?)\b|"
    r"\b(?:is|are|was|were)\s+(?:to\s+be\s+)?(?:\w+ly\s+)?(?:welcomed|commended|applauded|praised|praiseworthy|"
    r"commendable|"
    r"exemplary|laudable|welcome|to\s+(?:their|its|his|her)\s+credit)\b|\bpositively\s+(?:assess|evaluat|rat|not)\w+|"
    r"\b(?:assess|evaluat|rat|not)(?:es|ed|e)?\s+(?:[^.;]{3,80}\s)?(?:positively|as\s+(?:very\s+)?(?:exemplary|"
    r"good|positive|"
    r"excellent))\b|"
    r"\b(?:consider|regard|highlight|identif|acknowledge|recogni[sz]|note|mention|commend|describe|view|praise|"
    r"single|"
    r"welcome)\w*\b[^.]{0,160}\b(?:good|best|"
    r"positive|exemplary)\s+practices?\b|\b(?:good|best|positive|exemplary)\s+practice\s+(?:was|is|in)\b|"
    r"\b(?:is|are|was|as)\s+(?:also\s+)?(?:in\s+(?:the|our|its)\s+(?:opinion|view)\s+(?:of\s+[^,.]{3,50}?\s)?)?"
    r"(?:an?\s+)?(?:example\s+of\s+)?(?:notable\s+|very\s+)?(?:good|best|"
    r"positive|commendable|"
    r"exemplary)\s+(?:practice|feature|example)\b|\brecommends?\s+(?:the|this|its)\s+(?:practice|approach|"
    r"model)\s+to\s+"
    r"(?:all\s+)?other|\brecommends?\s+that\s+(?:all\s+)?other\b|\bcommends?\b[^.]{3,200}\b(?:model|other|practice|"
    r"example|elsewhere)\b|\b[Aa]s\s+an?\s+(?:\w+\s+)?(?:good|positive|encouraging|exemplary|commendable)\s+\w+|"
    r"\b(?:deserves?|merits?|(?:is|are)\s+worthy\s+of|worth)\s+(?:to\s+be\s+|being\s+)?(?:cop(?:y|ied)|"
    r"imitat\w+|follow\w*|praise\w*|"
    r"recogni\w+|commend\w+|mention\w*|credit\b|extend\w+|replicat\w+|emulat\w+)|"
    r"\b(?:can|could|may|might)\s+(?:well\s+)?serve\s+as\s+an?\s+(?:\w+\s+)?(?:model|example(?!\.?\s*$|\s+of\b))|"
    r"\bothers?\b[^.;]{0,40}\b(?:could|can|should|may|might)\s+(?:well\s+)?(?:learn|benefit|copy|follow)\b|"
    r"\bencourages?\s+(?:all\s+|the\s+)?other[^.]{0,60}\bto\s+(?:follow|copy|adopt|do\s+the\s+same|take\s+up)"
)
# The body itself praises, and more than the manners of its hosts: "The Office welcomes the introduction of ...".
_WELCOMED = re.compile(
    rf"{SPEAKER}(?:\s+(?:also|further|particularly|especially|greatly|warmly|wish(?:es)?\s+to|would\s+like\s+to|"
    rf"was|were|is|are))*\s+"
    r"(?:welcome[sd]?|commend(?:s|ed)?|applaud(?:s|ed)?|praise[sd]?|compliment(?:s|ed)?|congratulate[sd]?|"
    r"appreciate[sd]?|impressed\s+(?:by|with)|encouraged\s+(?:by|to)|heartened|glad\s+to|"
    r"(?:very\s+)?pleased\s+(?:to|with|by|that)|"
    r"note[sd]?\s+with\s+(?:\w+\s+)?(?:satisfaction|appreciation|approval|pleasure|interest)|"
    r"(?:note[sd]?|value[sd]?|acknowledge[sd]?|recogni[sz]e[sd]?|observe[sd]?|found|saw|identified)\s+(?:\w+\s+){0,3}"
    r"(?:positive|positively|good\s+(?:practice|example)|commendable|exemplary))\b"
)
_COURTESY = re.compile(
    r"\b(?:co-?operation|hospitality|assistance|openness|thank\w*|opportunity|reply|repl(?:y|ies)|response|letter|"
    r"confirm\w*|intention|announce\w*|commitment|plan(?:s|ned)? to|information (?:given|provided|received)|dialogue|"
    r"which (?:we|the|it|I)\b|\[STAFF|this (?:step|information|assurance)|access (?:to|granted)|ratif\w+|should|"
    r"recommends?|however|but|concern\w*|"
    r"regret\w*|would welcome|welcome (?:comments|information|the (?:comments|observations)))\b",
    re.IGNORECASE,
)
# "The cooperation of the staff was exemplary": of the visit, not of the place.
_HOSTS = re.compile(r"\b(?:co-?operation|hospitality|courtesy)\b[^;]{0,60}\b(?:was|were|is|has been)\b", re.IGNORECASE)
_LEAST_WORDS = 6
# A paragraph that opens with a word of praise as its heading: "Worth recognising. The home ...".
_RUN_IN = re.compile(
    r"(?:(?:an?|the|another|our|one|some)\s+)?(?:[\w’'-]+\s+){0,4}?(?:good|best|positive|commendable|exemplary|"
    r"praiseworthy|"
    r"noteworthy|notable|worth|worthy|strengths?|praise|commendation|done well|works? well|worked well|highlights?)"
    r"(?:\s+[\w’'-]+){0,4}\s*(?:[.:]|[–—](?=\s))\s+(?=[A-Z\[“\"a-z])",
    re.IGNORECASE,
)
_NO_PRAISE = re.compile(
    r"\b(?:no|not|reason|order|faith|health|behaviour|news|concern\w*|but|should|was|were|is|are|has|had)\b",
    re.IGNORECASE,
)
_MOST_RUN_IN_WORDS = 6


def praises(sentence: str) -> bool:
    """Say whether a sentence praises a practice, and not only the manners of the hosts of a visit."""
    words = len(sentence.split())
    if _HOSTS.search(sentence) and not re.search(r"\bpractice", sentence):
        return False
    if _PRAISED.search(sentence) and not re.search(r"\b(?:should|no|not|lack\w*|contrary)\b", sentence):
        return words >= _LEAST_WORDS
    return bool(_WELCOMED.search(sentence)) and words > _LEAST_WORDS and not _COURTESY.search(sentence)


def run_in_praise(text: str) -> int:
    """Return where the words behind a run-in heading of praise start (``A positive example. ...``), else 0."""
    found = _RUN_IN.match(text)
    if found is None or len(found.group().split()) > _MOST_RUN_IN_WORDS or _NO_PRAISE.search(found.group()):
        return 0
    return found.end() if found.end() < len(text) else 0
