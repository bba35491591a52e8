"""Numbers that the words beside them call those of a thing, a payment or a draw: nobody's, whatever their form."""

from __future__ import annotations

import re
from typing import Final

from redaction.span import SpanType

_PERSON: Final = (
    r"(?:man|woman|boy|girl|child|person|prisoner|detainee|inmate|patient|resident|client|complainant|pupil|officer|"
    r"mother|father|wife|husband|son|daughter|brother|sister)"
)
# "is the register number of the kitchen's permit": of a thing with an article, never of his or hers.
_AFTER: Final = re.compile(
    r"(?:\s(?:in|on|at|under|of)\s[^.;:\n]{2,30})?\s(?:is|was)\s(?:only\s|merely\s|just\s)?(?:the|an?)\s"
    r"(?:register|delivery|serial|inventory|order|batch|stock|model|article|asset|tender|invoice|catalogue|tracking|lot|"
    rf"product|part|meter|consignment|shipment)\s(?:number|no\.|code)\s(?:of|for|on)\s(?:the|an?)\s(?!(?:\w+\s)?{_PERSON}\b)",
    re.IGNORECASE,
)
# "the payment reference 12345678", "the seed was 12345678".
_BEFORE: Final = re.compile(
    r"\b(?:(?:bank|payment|transfer|remittance) reference|(?:random|sampling|sample|the) seed(?: value| number)?|"
    r"(?:delivery|consignment|batch|lot|stock) (?:number|no\.))(?:\s(?:is|was|of))?[\s:]{1,2}$",
    re.IGNORECASE,
)
_REACH: Final = 40


def of_a_thing(text: str, start: int, end: int, kind: SpanType) -> bool:
    """Say whether a number is called that of a thing.

    Args:
        text: that the offsets belong to.
        start: of the number.
        end: of the number.
        kind: what it was taken for; numbers of persons and of lines alone can be those of things instead.
    """
    if kind not in (SpanType.ID, SpanType.CONTACT):
        return False
    return bool(_BEFORE.search(text, max(0, start - _REACH), start) or _AFTER.match(text, end))
