"""The names under which reports cite instruments, as one pattern; each group of it is the id of an instrument.

Sources of the names: the titles of the treaties at ohchr.org and coe.int, of the General Assembly's resolutions 70/175
(Nelson Mandela), 65/229 (Bangkok), 45/113 (Havana), 40/33 (Beijing), 43/173 (Body of Principles), 45/110 (Tokyo), of
Rec(2006)2-rev (European Prison Rules), and the symbols printed on the documents of the SPT and the CPT.
"""

from __future__ import annotations

import re

_UN = r"(?:(?:UN|United Nations|U\.N\.) )?"
_CIDT = r"(?: and Other Cruel,? Inhuman or Degrading Treatment or Punishment)?"
_ACRONYMS: dict[str, str] = {
    "OPCAT": r"OP-?CAT",
    "CAT": r"(?:UN)?CAT(?!/)",
    "ICCPR": r"ICCPR",
    "ICESCR": r"ICESCR",
    "CRC": r"(?:UN)?CRC(?!/)",
    "CRPD": r"(?:UN)?CRPD(?!/)",
    "CED": r"I?CPPED|ICPPED|CED(?!/)",
    "CEDAW": r"CEDAW(?!/)",
    "ECHR": r"ECHR",
    "ECPT": r"ECPT",
    "UDHR": r"UDHR",
    "NMR": r"NMRs?|(?:UN)?SMRs?",
    "BOP": r"B[Oo]P",
    "EPR": r"EPRs?",
}
_TITLES: dict[str, str] = {
    "OPCAT": rf"Optional Protocol(?: to the {_UN}(?:Torture Convention|Convention against Torture{_CIDT}))?(?! to)",
    "CAT": rf"{_UN}(?:Convention against Torture{_CIDT}|Torture Convention)",
    "ICCPR": r"(?:International )?Covenant(?: on Civil and Political Rights|(?! on))",
    "ICESCR": r"(?:International )?Covenant on Economic,? Social and Cultural Rights",
    "CRC": rf"{_UN}Convention on the Rights of the Child",
    "CRPD": rf"{_UN}Convention on the Rights of Persons with Disabilities",
    "CED": r"(?:International )?Convention for the Protection of All Persons from Enforced Disappearance",
    "CEDAW": r"Convention on the Elimination of (?:All Forms of )?Discrimination against Women",
    "ECPT": r"European Convention for the Prevention of Torture(?: and Inhuman or Degrading Treatment or Punishment)?",
    "ECHR": r"European Convention(?: on Human Rights| for the Protection of Human Rights)?"
    r"(?: and Fundamental Freedoms)?"
    r"|Convention for the Protection of Human Rights(?: and Fundamental Freedoms)?",
    "UDHR": r"Universal Declaration(?: of Human Rights)?",
    "NMR": rf"{_UN}(?:Nelson )?Mandela Rules?"
    rf"|{_UN}(?:revised )?Standard Minimum Rules(?: for the Treatment of Prisoners)?(?! for)",
    "BANGKOK": rf"{_UN}Bangkok Rules?|{_UN}Rules for the Treatment of Women Prisoners(?: and Non-custodial Measures "
    r"for Women Offenders)?",
    "HAVANA": rf"{_UN}Havana Rules?|{_UN}Rules for the Protection of Juveniles Deprived of their Liberty",
    "BEIJING": rf"{_UN}Beijing Rules?|{_UN}Standard Minimum Rules for the Administration of Juvenile Justice",
    "TOKYO": rf"{_UN}Tokyo Rules?|{_UN}Standard Minimum Rules for Non-custodial Measures",
    "BOP": rf"{_UN}Body of Principles(?: for the Protection of All Persons under Any Form of Detention or "
    r"Imprisonment)?",
    "EPR": r"European Prison Rules?",
}
_DOCUMENTS: dict[str, str] = {
    "NPMG": r"CAT/OP/12/5|(?:SPT(?:['’]s)? )?Guidelines on National Preventive Mechanisms",
    "NPMT2": r"CAT/OP/1/Rev\.\s?1",
    "NPMT": r"CAT/OP/1(?![\d/])",
    "GC1": r"CAT/OP/GC/1|(?:SPT(?:['’]s)?|Subcommittee(?:['’]s)?) General Comment No\.? ?1",
    "CPTINF": r"CPT/Inf\s?\(\s?\d{2,4}\s?\)\s?\d{1,3}(?:[\s,-]*(?:rev(?:ised)?\.?\s?\d?|part \d))?",
    "CPTGR": r"\d{1,2}(?:st|nd|rd|th) (?:CPT )?General Report",
}

ACRONYM_OF: re.Pattern[str] = re.compile("|".join(rf"(?P<{key}>{form})" for key, form in _ACRONYMS.items()))
"""Fully matches an acronym as printed."""

PARAGRAPHED = frozenset(_DOCUMENTS)
"""Groups of documents that are cited by paragraph, not by article or rule."""


def _pattern() -> re.Pattern[str]:
    keys = dict.fromkeys((*_DOCUMENTS, *_TITLES, *_ACRONYMS))
    parts = []
    for key in keys:
        forms = [table[key].replace(" ", r"\s+") for table in (_DOCUMENTS, _TITLES, _ACRONYMS) if key in table]
        parts.append(rf"(?P<{key}>(?:{'|'.join(forms)}))(?![\w-])")
    return re.compile(rf"(?<![\w/-])(?:{'|'.join(parts)})", re.IGNORECASE)


NAME: re.Pattern[str] = _pattern()
"""An instrument's name; the group that matched is its id; ``CPTINF`` is a symbol, ``CPTGR`` a general report."""

HIGHEST: dict[str, int] = {
    "OPCAT": 37,
    "CAT": 33,
    "ICCPR": 53,
    "ICESCR": 31,
    "CRC": 54,
    "CRPD": 50,
    "CED": 45,
    "CEDAW": 30,
    "ECHR": 59,
    "ECPT": 23,
    "UDHR": 30,
    "NMR": 122,
    "BANGKOK": 70,
    "HAVANA": 87,
    "BEIJING": 30,
    "TOKYO": 23,
    "BOP": 39,
    "EPR": 108,
    "NPMG": 46,
    "NPMT": 38,
    "NPMT2": 60,
    "GC1": 59,
}
"""Number of the last article, rule, principle or paragraph: what is above it cites something else."""

_REPORT_OF_SYMBOL: dict[tuple[int, int], int] = {
    (1992, 3): 2,
    (1993, 12): 3,
    (1996, 21): 6,
    (1997, 10): 7,
    (1998, 12): 8,
    (1999, 12): 9,
    (2000, 13): 10,
    (2001, 16): 11,
    (2002, 15): 12,
    (2003, 35): 13,
    (2004, 28): 14,
    (2005, 17): 15,
    (2006, 35): 16,
    (2007, 39): 17,
    (2008, 25): 18,
    (2009, 27): 19,
    (2010, 28): 20,
    (2011, 28): 21,
    (2012, 21): 22,
    (2013, 29): 23,
    (2015, 1): 24,
    (2016, 10): 25,
    (2017, 5): 26,
    (2018, 4): 27,
    (2019, 9): 28,
}
_STANDARDS = frozenset({(2015, 44), (2017, 3), (2017, 6)})
"""Standards that the CPT published on their own: living space, immigration detention, restraint in psychiatry."""


def head_of_document(group: str, printed: str) -> tuple[str, str] | None:
    """Return instrument and head that references to a document of the CPT begin with.

    Takes the group of :data:`NAME` that matched and what it matched. Returns ``("CPT", "GR21")``, or ``("CPT",
    "INF2017-6")`` for a standard of its own; ``None`` for any other document of the CPT, such as a report on a visit.
    """
    numbers = [int(number) for number in re.findall(r"\d+", printed)]
    if group == "CPTGR":
        return "CPT", f"GR{numbers[0]}"
    year = numbers[0] + 1900 if numbers[0] > 88 and numbers[0] < 100 else numbers[0]
    year = year + 2000 if year < 88 else year
    symbol = (year, numbers[1])
    if symbol in _REPORT_OF_SYMBOL:
        return "CPT", f"GR{_REPORT_OF_SYMBOL[symbol]}"
    return ("CPT", f"INF{year}-{numbers[1]}") if symbol in _STANDARDS else None
