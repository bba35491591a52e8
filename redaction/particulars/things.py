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
# "the office (...)", "Contact Officers (...)": a line that a desk answers; and what is said of such lines.
_LINE: Final = re.compile(r"\(?[+\d][\d ()./-]{5,18}\d")
_DESK_BEFORE: Final = re.compile(
    r"(?:\b(?:[Tt]he|[Oo]ur|[Ii]ts)\s(?:[\w-]+\s){0,2}(?:office|switchboard|reception|registry|secretariat|hotline|gatehouse|control room|Bureau|Registry|bureau)"  # noqa: E501
    r"|\b(?:[Ee]nquiries|[Ii]nquiries|[Ss]witchboard|Officers|Team|Service|Services|Office|Desk|Helpline|Hotline|Line|Commission|Inspectorate|Ombudsman|Mechanism|Secretariat|Directorate))"
    r"\s?[(,:]\s?(?:tel\.?:?\s|telephone\s|phone\s)?$"
    r"|\b(?:toll-free|free(?:phone)?)\s(?:line|number|telephone)[^.;\n]{0,12}$"
)
_DESK_AFTER: Final = re.compile(
    r"\)?,?\s(?:(?:which|it|that)\s(?:is|was)|is|\()\s?(?:free\b|toll-free|not staffed|staffed|answered)|\)?,?\s(?:toll-free|free of charge)\b"  # noqa: E501
    r"|,?\s(?:or\s|and\s)?(?:e-?mail:?\s)?(?:complaints?|info|office|contact|post|mail|secretariat|enquiries|registry|admin)@"
)
# "The unit owns one van (plate AB 123)": what carries everybody is nobody's.
_OF_THE_HOUSE: Final = re.compile(
    r"\b(?:unit|prison|colony|hospital|home|service|department|station|administration|directorate|facility|establishment|institution|centre|center|ministry|mechanism)\s"
    r"(?:owns|possesses|disposes of|has (?:only|just)?\s?(?=one|two|a\b))\b[^.;\n()]{0,40}\(?(?:with\s)?(?:the\s)?(?:number\s|licen[cs]e\s)?(?:plates?|registration)?[:\s]*$"  # noqa: E501
)
_REACH: Final = 40
_FAR: Final = 90


def of_the_house(text: str, start: int) -> bool:
    """Say whether the plate at ``start`` is that of a vehicle of an institution, which carries everybody."""
    return _OF_THE_HOUSE.search(text, max(0, start - _FAR), start) is not None


def of_a_thing(text: str, start: int, end: int, kind: SpanType) -> bool:
    """Say whether a number is called that of a thing or of a desk.

    Args:
        text: that the offsets belong to.
        start: of the number.
        end: of the number.
        kind: what it was taken for; numbers of persons and of lines alone can be those of things instead.
    """
    if kind in (SpanType.PLATE, SpanType.ID) and of_the_house(text, start):
        return True
    if kind not in (SpanType.ID, SpanType.CONTACT):
        return False
    if _LINE.fullmatch(text, start, end) and (
        _DESK_AFTER.match(text, end) or _DESK_BEFORE.search(text, max(0, start - _REACH), start)
    ):
        return True
    return bool(_BEFORE.search(text, max(0, start - _REACH), start) or _AFTER.match(text, end))
