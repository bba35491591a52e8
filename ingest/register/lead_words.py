"""Words that part and lead a list of recommendations: horizons, marks, addressees named before, who recommends."""

from __future__ import annotations

import re

INTRODUCES = re.compile(
    r"\b(?:following|these|below|next)\b.{0,60}\brecommendations?\b|\brecommendations?\b.{0,60}(?:following|"
    r"below|:$)|^[^.:;]{0,40}\brecommendations?\s+(?:are|is)\s+(?:\w+\s+)?(?:to|for)\s[^.:;]+\.$",
    re.IGNORECASE,
)
RECOMMENDS_BEHIND = re.compile(r"\b(?:recommends?|asks?|proposes?|requests?|urges?|suggests?)(?: that)?\s*:$")
# "1. (Repeated) To the Ministry: ...", "B. NEW. The Ministry shall ...": what a mark says of a recommendation.
MARKED = re.compile(
    r"[(\[](?:repeat(?:ed)?|new|reiterated|renewed|again|urgent|immediate|amended|"
    r"reworded)(?:\W+\w+){0,2}[)\]]\s*[:.–-]?\s*|(?:repeated|new|reiterated|renewed|urgent|immediate)\s*[.:]\s+"
    r"(?=(?-i:[A-Z]))",
    re.IGNORECASE,
)
RECOMMENDS = re.compile(
    r"\W*(?:(?:\w+\W+){0,6}(?:recommends?|proposes?|requires?|urges?|invites?|asks?))"
    r"(?:\s+(?:that|the following|as follows|to))?\W*",
    re.IGNORECASE,
)
LEADS_ON = re.compile(r"\b(?:the following(?: recommendations)?|as follows|that)\s*:?\s*$", re.IGNORECASE)
HORIZON = re.compile(
    r"\W*(?:(?:in|within|over|for|of) (?:the |a )?)?(?:(?:short|medium|mid|long|near|immediate|urgent|high|low|"
    r"top|first|second|"
    r"third|next|lower|higher|\d{1,2}\b|one|two|three|six|twelve|priority|other|further|general)[- ]*)+"
    r"(?:terms?|priority|priorities|urgency|days|weeks|months|years?|action|measures|recommendations?|"
    r"importance)?\W*",
    re.IGNORECASE,
)
BOTH = re.compile(
    r"(?:the )?(?:(?:two|three|several|above|same|said|named|mentioned|aforementioned) )*"
    r"(?:authorities|institutions|bodies|addressees|agencies|ministries|offices|parties)(?: (?:above|jointly|"
    r"together))?|(?:both|all|each)(?: (?:(?:two|three|four|five)|(?:of )?(?:them|these|the (?:above|former|"
    r"foregoing))))?"
    r"(?: (?:above|jointly|together))?",
    re.IGNORECASE,
)
