"""Whether a visit had been announced to those who were visited."""

from __future__ import annotations

import re

from ingest.metadata.front import Front
from ingest.metadata.sighting import Sighting

_FIRST_BLOCKS, _NEAR = 20, 60
_UNANNOUNCED = re.compile(
    r"\b(?:did|does) not announce\b|"
    r"\bnone of (?:them|the (?:\w+ )?visits) (?:(?:was|were|had been|being) )?announced\b|"
    r"\bnot preceded by\b|\b(?:received|got|had|given|with) no (?:\w+ )?(?:warning|"
    r"notice|notification)\b|"
    r"\b(?:unscheduled|surprise|unheralded) (?:\w+ ){0,2}(?:visits?|inspections?)\b|"
    r"\bno (?:\w+ )?(?:notice|notification|warning|announcement) (?:\w+ ){0,3}(?:given|made|sent)|"
    r"\b(?:without (?:being |having (?:been )?)?(?:announced|announcing|notified|notifying|informing|informed|"
    r"telling|told|warning|warned)\b|(?:nobody|no one|"
    r"none) (?:\w+ ){0,4}(?:had|was|were|has) (?:been )?(?:told|warned|informed|notified|aware))\b|"
    r"\bunannounced\b(?! (?:\w+ )?(?:checks?|searches|drills?|tests?))|"
    r"\bwithout (?:any |giving )?(?:prior |previous |advance )?(?:notice|notification|announcement|warning|prior "
    r"information|"
    r"intimation)\b|\b(?:told|warned|informed) (?:nobody|no one)\b|\b(?:it|this|our visit|the visit) was a surprise\b|"
    r"\b(?:not|never) (?:been )?(?:announced|notified|warned|forewarned)|\bno (?:prior|advance|"
    r"previous) (?:notice|warning|announcement|information|communication)|\b(?:gave|given|giving) no notice\b",
    re.IGNORECASE,
)


# A field of a form or a web page: "Announced: no", "Notice given | none".
_FIELD = re.compile(
    r"(?:^|[·|;]\s*)(?P<what>(?:visit |inspection |was (?:the|this) (?:visit|inspection) )?(?P<un>un)?announced|"
    r"(?:prior |advance |previous )?(?:notice|notification|announcement|warning)(?: (?:of (?:the )?(?:visit|"
    r"inspection)|"
    r"given|period))?)(?:\s*\([^)]*\))?\s*[:|?]+\s*(?P<value>no\b(?! later)|none\b|nil\b|not given|not announced|"
    r"without|yes\b|given\b|\d+ \w+)",
    re.IGNORECASE,
)
_NO = re.compile(r"no\b|none|nil|not|without", re.IGNORECASE)
# "Nobody knew that we would come", "neither had been told to expect us", "they did not expect the team".
_UNEXPECTED = re.compile(
    r"\b(?:nobody|no one|none|neither)\b[^.;]{0,50}\b(?:knew|expect\w*|been (?:told|warned|informed)|was aware|were "
    r"aware|had (?:notice|warning))\b|"
    r"\b(?:(?:did|was|were|had) not|did(?:n['’]t| not)) (?:been )?(?:expect(?:ing|ed)? (?:us|the (?:team|visit|"
    r"delegation|"
    r"inspect\w+|monitors?|visitors?))|know (?:that )?(?:we|the team|the delegation))\b",
    re.IGNORECASE,
)
_EXPECTED = re.compile(
    r"(?<!not )\b(?:expected|was expecting|were expecting|awaited) (?:us|the (?:team|delegation|inspectors|monitors)"
    r")\b|"
    r"\bknew (?:that )?(?:we were|the (?:team|delegation) was) coming\b|"
    r"\b(?:told|informed|notified|advised|warned) (?:of|about) (?:our|the (?:team|delegation)['’]s) (?:coming|"
    r"arrival)\b",
    re.IGNORECASE,
)
# "The director had not been told.": a sentence of its own, of the one who runs the place.
_HEAD_NOT_TOLD = re.compile(
    r"\b(?:director|governor|warden|manager|management|superintendent|commander|head|chief|commandant|officers?|staff|"
    r"hospital|prison|station|centre|home|establishment|institution|it|they|authorities)\b(?: of [^.;]{0,40})? (?:had|"
    r"has|have|was|were) not (?:previously )?(?:been )?(?:told|informed|notified|warned|forewarned|alerted|advised)"
    r"(?: (?:beforehand|in advance|before))?[.;]",
    re.IGNORECASE,
)


_ANNOUNCED = re.compile(
    r"\bannounced (?:\w+ ){0,2}(?:in advance|beforehand|visit|inspection|follow)|(?:visit|inspection) (?:was|"
    r"had been) announced|(?:announced|notified|informed|told) (?:of |about )?(?:\w+ ){0,5}(?:in advance|beforehand)|"
    r"(?:announced|notified|informed|told) (?:of|about) (?:the|our|its) (?:\w+ )?(?:visit|inspection) "
    r"(?:\w+ ){1,4}(?:before|earlier|ahead)|"
    r"\b(?:told|informed|notified) (?:of (?:it|this) )?(?:\w+ ){1,2}(?:hours?|days?|weeks?) (?:before|earlier|ahead)|"
    r"\b(?:notified|announced) to (?:the )?(?:\w+ ){0,2}(?:authorities|ministr\w+|director\w*|governor|management|"
    r"State)|"
    r"(?:prior|advance) notice (?:was|had been) given|\bnotice (?:given|of)\W+(?:\w+ ){0,2}(?:hours?|days?|weeks?)|"
    r"(?:hours?|days?|weeks?)['’]?s? notice|"
    r"\b(?:notified|informed|told|advised) of (?:the|our|its|this) (?:\w+ )?(?:visit|inspection) (?:in writing|by "
    r"letter|by "
    r"telephone|by e-?mail|on \d)|"
    r"\b(?:announced|notified|informed|told|warned|advised|agreed|notification|"
    r"communicated)\b[^.;]{0,80}?\b(?:hours?|days?|"
    r"weeks?|months?|day|evening) (?:before|in advance|beforehand|ahead|earlier|prior)\b|"
    r"(?:(?:inspection|visit) type|type of (?:inspection|visit))\W*(?:\w+,? ){0,2}announced|"
    r"\b(?:visit|inspection) (?:had been|was) (?:arranged|agreed) (?:beforehand |in advance )?with\b|^(?:how\s*:\s*)"
    r"?\W*announced\b|"
    r"\b(?:told|informed|notified|advised)\b[^.;]{0,50}\bthat (?:a|the|our) (?:\w+ )?(?:visit|inspection) (?:would|"
    r"will|was "
    r"to)\b|"
    r"\(announced\)",
    re.IGNORECASE,
)


# Of whom it is said that they did not know: of the visit, where the sentence speaks of one.
_NOT_TOLD = re.compile(
    r"\b(?:had|has|have|was|were|did|is|are) (?:not|never) (?:\w+ )?(?:been |be )?(?:informed|told|aware|given notice|"
    r"notified|warned|forewarned|announced|know|expect\w*)\b",
    re.IGNORECASE,
)
_COMING = re.compile(
    r"\b(?:visits?|inspections?|inspectors?|delegation|team|monitoring|arriv\w+|coming|would come|"
    r"beforehand|in advance)\b",
    re.I,
)
_NOBODY = re.compile(r"nobody|no one|none", re.IGNORECASE)
_OTHER_NEWS = re.compile(
    r"\b(?:charged|offences?|rights?|reasons?|grounds|famil\w+|relatives?|lawyers?|charges?|court)\b", re.I
)
# A year of many visits: single ones were announced or not, the document as a whole was not.
_MANY = re.compile(
    r"\b(?!the\b|both\b|our\b|these\b|its\b|two\b)[\w-]+ (?:of (?:the|these|our) )?visits were\b|\bannual report\b|"
    r"\b(?:most|some|all other) visits\b",
    re.IGNORECASE,
)


def find_announced(front: Front) -> Sighting[bool] | None:
    """Find whether the visit had been announced; ``None`` where the document does not say or reports many visits."""
    for block in [*front.opening, *front.furniture, *front.body[len(front.opening) : 2 * _FIRST_BLOCKS]]:
        if (block.label or "").lower().startswith("recommendation"):
            continue
        field = _FIELD.search(block.text)
        if field is not None:
            given = not _NO.match(field["value"]) if field["un"] is None else bool(_NO.match(field["value"]))
            return Sighting(given, block, field.start("what"), field.end("value"), 0.95)
        no = _unannounced(block.text) or _not_told(block.text)
        yes = _ANNOUNCED.search(block.text) or _EXPECTED.search(block.text)
        found = no or yes
        if found is None:
            continue
        if _MANY.search(block.text[max(0, found.start() - _NEAR) : found.end() + _NEAR]):
            return None
        return Sighting(no is None, block, found.start(), found.end(), 0.95 if no else 0.85)
    return None


def _unannounced(text: str) -> re.Match[str] | None:
    """Find the words of a visit without notice; "nobody had told her what she was charged with" is none."""
    for found in _UNANNOUNCED.finditer(text):
        behind = text[found.end() :].partition(". ")[0]
        if not (_NOBODY.match(found.group()) and _OTHER_NEWS.search(behind)):
            return found
    return None


def _not_told(text: str) -> re.Match[str] | None:
    """Find that somebody had not been told of the visit, and not of something else."""
    for found in _NOT_TOLD.finditer(text):
        start = max(text.rfind(". ", 0, found.start()), 0)
        stop = text.find(". ", found.end())
        sentence = text[start : stop if stop > 0 else len(text)]
        if _COMING.search(sentence) and not _OTHER_NEWS.search(sentence):
            return found
    return next((found for found in _UNEXPECTED.finditer(text) if not _OTHER_NEWS.search(found.group())), None) or (
        # Of the one who runs the place, where the paragraph speaks of a visit.
        _HEAD_NOT_TOLD.search(text) if _COMING.search(text) else None
    )
