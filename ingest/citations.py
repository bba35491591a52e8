"""Provisions cited in a text, as references: ``Article 19(c) of OPCAT`` becomes ``OPCAT:19(c)``."""

from __future__ import annotations

import re

# Names under which instruments are cited; sources: the titles of the treaties at ohchr.org and coe.int, and of the
# General Assembly resolutions 70/175 (Mandela), 65/229 (Bangkok), 45/113 (Havana), 40/33 (Beijing), 43/173 (Body of
# Principles), 45/110 (Tokyo); Rec(2006)2-rev (European Prison Rules).
_NAMES: dict[str, str] = {
    "OPCAT": r"OP-?CAT|Optional Protocol(?: to the (?:UN |United Nations )?Convention against Torture"
    r"(?: and Other Cruel, Inhuman or Degrading Treatment or Punishment)?)?(?! to)",
    "CAT": r"(?:UN)?CAT|(?:UN |United Nations )?Convention against Torture"
    r"(?: and Other Cruel, Inhuman or Degrading Treatment or Punishment)?",
    "ICCPR": r"ICCPR|International Covenant on Civil and Political Rights|Covenant on Civil and Political Rights",
    "CRC": r"(?:UN)?CRC|(?:UN |United Nations )?Convention on the Rights of the Child",
    "CRPD": r"(?:UN)?CRPD|(?:UN |United Nations )?Convention on the Rights of Persons with Disabilities",
    "CED": r"CED|ICPPED|(?:International )?Convention for the Protection of All Persons from Enforced Disappearance",
    "CEDAW": r"CEDAW|Convention on the Elimination of (?:All Forms of )?Discrimination against Women",
    "ECHR": r"ECHR|European Convention on Human Rights|European Convention for the Protection of Human Rights"
    r"(?: and Fundamental Freedoms)?",
    "ECPT": r"ECPT|European Convention for the Prevention of Torture"
    r"(?: and Inhuman or Degrading Treatment or Punishment)?",
    "UDHR": r"UDHR|Universal Declaration of Human Rights",
    "NMR": r"NMR|SMR|(?:United Nations |UN )?(?:Nelson )?Mandela Rules"
    r"|Standard Minimum Rules for the Treatment of Prisoners",
    "BKR": r"(?:United Nations |UN )?Bangkok Rules",
    "HVR": r"(?:United Nations |UN )?Havana Rules"
    r"|(?:United Nations |UN )?Rules for the Protection of Juveniles Deprived of their Liberty",
    "BJR": r"(?:United Nations |UN )?Beijing Rules",
    "TKR": r"(?:United Nations |UN )?Tokyo Rules",
    "BOP": r"(?:UN )?Body of Principles",
    "EPR": r"EPR|European Prison Rules",
}
_NAME = re.compile("|".join(rf"(?P<{key}>{names})(?![\w-])" for key, names in _NAMES.items()), re.IGNORECASE)
_ONE = r"\d{1,3}(?:\s?\((?:[a-z]{1,4}|\d{1,2})\))*(?:\.\d{1,2}(?:\.[a-z])?)?"
_LIST = rf"{_ONE}(?:\s*(?:,\s*(?:and|or)?|and|or|&|to|–|-|—)\s*(?:Articles?\s+|Rules?\s+)?{_ONE})*"
_UNIT = r"\b(?:Articles?|Arts?\.?|Rules?|Principles?)"
_BEFORE = re.compile(
    rf"{_UNIT}\s+(?P<list>{_LIST})(?:,?\s*(?:paragraphs?|para\.?)\s*(?P<para>\d{{1,2}}))?"
    r"(?P<join>,?\s*(?:of|in|under)?\s*(?:the\s+)?)",
    re.IGNORECASE,
)
_AFTER = re.compile(rf"[,\s(]*\(?(?:{_UNIT})\s+(?P<list>{_LIST})", re.IGNORECASE)
_PARA_FIRST = re.compile(r"\bparagraphs?\s+(?P<para>\d{1,2})(?:\s*\((?P<letter>[a-z])\))?\s+of\s+$", re.IGNORECASE)
_MOST_IN_RANGE = 30


def cited_references(text: str) -> tuple[str, ...]:
    """Parse the provisions that a text cites.

    Args:
        text: a passage, a finding, or a question.

    Returns:
        References such as ``OPCAT:19(c)``, ``NMR:44``, in order of appearance, each once; ranges
        (``Rules 43 to 45``) are written out. Articles of instruments that are not known give nothing.
    """
    references: dict[str, None] = {}
    used: set[int] = set()
    for match in _BEFORE.finditer(text):
        name = _NAME.match(text, match.end())
        if name is None:
            continue
        used.add(name.start())
        items = _items(match["list"])
        before = _PARA_FIRST.search(text, 0, match.start())
        para = match["para"] or (before["para"] if before else None)
        if para and len(items) == 1 and "(" not in items[0]:
            items = [f"{items[0]}({para})" + (f"({before['letter']})" if before and before["letter"] else "")]
        references.update((f"{name.lastgroup}:{item}", None) for item in items)
    for name in _NAME.finditer(text):
        if name.start() in used:
            continue
        after = _AFTER.match(text, name.end())
        if after is not None and not _belongs_to_next(text, after.end()):
            references.update((f"{name.lastgroup}:{item}", None) for item in _items(after["list"]))
            continue
        close = re.match(r"\s+(?P<one>\d{1,3}(?:\((?:[a-z]|\d{1,2})\))*)(?![\w.,]*\d)", text[name.end() :])
        if close is not None and name.group().isupper():
            references[f"{name.lastgroup}:{close['one']}"] = None
    return tuple(references)


def _belongs_to_next(text: str, end: int) -> bool:
    following = re.match(r"\s*(?:of|in|under)?\s*(?:the\s+)?", text[end:])
    return following is not None and _NAME.match(text, end + following.end()) is not None


def _items(listed: str) -> list[str]:
    """Write out ``43 to 45`` and ``20(c) and (e)``."""
    items: list[str] = []
    position = 0
    for match in re.finditer(_ONE, listed):
        joint = listed[position : match.start()]
        item = re.sub(r"\s+", "", match.group())
        if items and re.search(r"to|–|-|—", joint) and item.isdigit() and items[-1].isdigit():
            low, high = int(items[-1]), int(item)
            if low < high <= low + _MOST_IN_RANGE:
                items.extend(str(value) for value in range(low + 1, high))
        items.append(item)
        position = match.end()
    return items
