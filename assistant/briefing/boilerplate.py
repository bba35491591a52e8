"""Boilerplate: what a report says of its own making and of the visit, and not of the place."""

from __future__ import annotations

import re

_MAKING = re.compile(
    r"\b(?:by the (?:time|date) of (?:publication|going to (?:press|print)|writing)|"
    r"at the time of (?:publication|going to (?:press|print)|printing)|before (?:publication|"
    r"going to (?:press|print)))\b",
    re.IGNORECASE,
)
_REPLY = re.compile(
    r"\b(?:none|nothing|no (?:\w+ )?(?:reply|response|answer|comments?|observations?)|received)\b", re.I
)
# When and how the visit itself was made.
_COURSE = re.compile(
    r"^(?:it|they|the (?:delegation|team|group)|(?:the|this|our) (?:\w+[- ]){0,3}(?:visit|inspection))\b[^.;]{0,40}\b"
    r"(?:(?:not |un)?announced|took place|(?:was|were) (?:carried out|made|conducted)|"
    r"(?:visited|inspected|arrived) [^.;]{0,40}\bon)\b",
    re.IGNORECASE,
)
_OCCASION = re.compile(
    r"\b(?:complaints?|information|letters?|reports?)\b[^.;]{0,60}\b(?:decided|resolved|determined) to (?:go|visit|"
    r"inspect|return|come back|carry out)\b",
    re.IGNORECASE,
)
# A legend, words that lead up to a list, and law that is recalled: none says what was found.
_LEGEND = re.compile(
    r"^(?:the )?(?:marks?|signs?|colou?rs?|symbols?|letters|abbreviations|terms|figures in (?:brackets|parentheses)) "
    r"(?:mean|stand for|indicate|denote|are (?:used|to be read))\b",
    re.IGNORECASE,
)
_LEADING_UP = re.compile(
    r"\b(?:the following|what follows|as follows|set out below)\b[^.;:]{0,20}[.:]?$|:$", re.IGNORECASE
)
_RECALLED = re.compile(
    r"^(?:the [\w ]{3,60} |we |I )(?:recalls?|refers?|draws? attention to|reminds?)\b[^.;]{0,60}"
    r"\b(?:rules?|articles?|conventions?|protocol|principles?|judgments?|court|guidelines?|standards?)\b",
    re.IGNORECASE,
)
# "the proceedings brought against officers and their results": an item of a list of what is asked for.
_ITEM = re.compile(
    r"^[a-z](?!.*\b(?:is|are|was|were|has|have|had|did|does|do|can|could|will|would|should|must|may|might)\b)"
)
# What a report asks for, kept among its findings: "repeats to the Ministry the recommendation to".
_DEMAND = re.compile(
    r"^\W*(?:\(?\w{1,3}[.)]\s*)?(?:the [^.;,]{3,60} )?(?:hereby |therefore |again |also )?"
    r"(?:repeats|reiterates|recommends|urges|calls (?:up)?on)\b|"
    r"^(?:finally,? |lastly,? |moreover,? )?(?:I|we) (?:would (?:also )?(?:like to )?)?(?:also )?"
    r"(?:ask|request|invite)\b",
    re.IGNORECASE,
)
# "The ward deserves credit for this": what it is about stands in the sentence before.
_LEANING = re.compile(
    r"\b(?:this|that|these|those|it)\b[.!]?$|^(?:this|that|it|they|there is no|there was no)\b", re.IGNORECASE
)
_SHORT = 8
_LONGEST = 20  # words; a longer sentence tells something of its own


def is_boilerplate(text: str) -> bool:
    """Say whether a finding tells how the visit was made, that no reply came, what is asked, or leans on another.

    Legends, words that lead up to a list, law that is only recalled and items of a list of requests are no findings.
    """
    if _DEMAND.match(text) or (len(text.split()) < _SHORT and _LEANING.search(text)):
        return True
    if any(one.search(text) for one in (_LEGEND, _RECALLED, _ITEM)):
        return True
    if _LEADING_UP.search(text) and len(text.split()) <= _LONGEST:
        return True
    if (_COURSE.search(text) or _OCCASION.search(text)) and len(text.split()) <= 2 * _LONGEST:
        return True
    return len(text.split()) <= _LONGEST and bool(_MAKING.search(text) and _REPLY.search(text))
