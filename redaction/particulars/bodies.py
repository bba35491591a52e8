"""What is told of one person's body: injuries and where they are, weight and height, pregnancy; raised for review."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

_WORD: Final = r"(?:[ \n][^\s.,;:()|\x1e]++)"
_END: Final = r"(?=\s?[.,;:()|\n\x1e]|\s[–-]\s|\s(?:and|but|which|who|that|when|after|before|he|she|from|since|caused|inflicted|consistent|compatible)\b|$)"  # noqa: E501
_NUMBER: Final = (
    r"(?:\d{1,3}(?:[.,]\d{1,2})?|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|"
    r"nineteen|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-\w+)?)"
)
_INJURY: Final = (
    r"(?:fractures?|burns?|burn\smarks?|scars?|scarring|wounds?|bruises?|bruising|ha?ematomas?|abrasions?|lacerations?|cuts|bites?|bite\smarks?|ligature\smarks?|"
    r"(?:linear|circular|tramline|defence|pressure)\s(?:marks?|scars?|wounds?|sores?|injuries)|swelling|perforation|rupture|dislocation|amputation|stump|numbness|weakness|"
    r"paralysis|loss\sof\s(?:vision|sight|hearing|sensation|feeling|strength|teeth|hair)|tremor|wasting|contractures?|deformity|fistula|abscess(?:es)?|ulcers?|shrapnel|pellets?|bullet)"
)
# "a healing fracture of the ninth rib on the left", "weakness of the abductors of both thumbs".
_INJURED: Final = re.compile(
    rf"\b(?P<i>(?:(?:an?|his|her|several|multiple|two|three)\s)?(?:[a-z-]+\s){{0,3}}?{_INJURY}\s(?:of|on|in|to|over|across|around|behind|at|above|below|along)\s"
    rf"(?:the|his|her|both|each|one|an?|left|right|my|\d{{1,3}}(?:\s?%|\sper\scent)?)(?!\w){_WORD}{{1,9}}?){_END}"
    rf"|\b(?P<b>(?:broken|fractured|dislocated|swollen|perforated|burst|ruptured|crushed|severed|missing|shattered|paralysed|withered)\s(?:[a-z-]+\s){{0,3}}?"
    rf"(?:ribs?|jaw|nose|arms?|wrists?|hands?|fingers?|thumbs?|toes?|legs?|knees?|ankles?|foot|feet|eyes?|ears?|eardrums?|teeth|tooth|skull|spine|hip|pelvis|collarbone|shoulder|spleen)\b)"
)
# "41 kg at a height of 1.83 m", "has lost fourteen kilos".
_WEIGHT: Final = re.compile(
    rf"\b(?P<w>(?:(?:lost|gained|put\son|shed)\s(?:[a-z]+\s){{0,2}}?)?{_NUMBER}\s?(?:kg|kgs|kilos?|kilogram(?:me)?s|pounds|lbs?|stone)\b"
    rf"(?:\s(?:at|and|with|for|in)\s(?:an?\s)?(?:height\sof\s|[a-z]+\s)?{_NUMBER}\s?(?:m|cm|metres?|meters?|weeks|months|days)\b)?)"
    rf"|\b(?P<h>\d[.,]\d\d\s?m(?:etres?|eters?)?\stall|{_NUMBER}\s(?:weeks|months)(?:['’])?\spregnant)\b"
)
# Diseases by their letters, as those who have them write.
_LETTERED: Final = re.compile(
    r"\b(?P<l>(?:FMF|OI|ALS|MND|DMD|PKU|CJD|PSP|MSA|NF1|NF2|SMA|G6PD|VHL|CMT|PNES|FOP|HAE|PNH|TTP|CIDP|NMO|HHT|SCID|MCAS|EDS|SLE|LHON|MELAS|MSUD|HSP|FAP|ARVC|LQTS|FASD|DID)"
    r"(?:\s(?:type|stage)\s(?:\d|[IV]{1,3}))?)\b"
)


def told_of_body(text: str, low: int, high: int) -> Iterator[tuple[int, int]]:
    """Yield injuries, measures and diseases in a sentence about somebody.

    Args:
        text: of the manuscript.
        low: where the sentence begins.
        high: where it ends.
    """
    for pattern in (_INJURED, _WEIGHT, _LETTERED):
        for match in pattern.finditer(text, low, high):
            yield match.span(match.lastgroup or 0)
