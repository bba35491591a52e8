"""Names of bodies that inspect: how they are written, and what of a phrase is one."""

from __future__ import annotations

import re

from ingest.metadata.casing import readable

_HEAD = (
    r"(?:Inspectorate|Controllers?(?:[- ]General)?|Comptroller|Inspectors?[- ]General|Inspector|Inspectors|Ombuds\w*|"
    r"Ombud|Commission|Commissioner|"
    r"Committee|Subcommittee|"
    r"Mechanism|Panel|"
    r"Defender|Defensor\w*|Contrôle\w*|Office|Unit|Authority|Council|Service|Board|Boards|Team|NPM|Rapporteur|"
    r"Protector|Institute|Ofsted|Sivilombudet|Centre for|Center for|Garante|Provedor\w*|Varuh|Attorney|Watch|Monitors?|"
    r"Agency|Group|Guardian|Keeper|Curator|Custodian|Observers?|Delegates|Mediator|Commissary|"
    r"National Cent(?:re|er)|"
    r"Guarantor|Observatory|Bureau|Advocate|Procurator\w*|Procuracy|Delegate|Institution|"
    r"Department|Division|Section(?=\s+for\s+(?:the\s+)?(?:Monitoring|Supervision|Prevention|Inspection))|"
    r"Directorate|"
    r"Chancellor|Visitors|Platform|Coalition|Network|Forum|Association|Society)"
)
INSPECTING = re.compile(
    r"Inspect|Ombud|Preventive (?!Medicine|Care|Health)|Prevention of Torture|Visiting|Visitors|Oversight|Monitor|"
    r"Defender|Contrôle|Human Rights|Standards|"
    r"Custodial|Custody|\bNPM\b|Defensor|Complaints|Regulat|Office of the|Quality|Care Commission|Liberty|Detention|"
    r"Ofsted|Garante|Provedor|Varuh|Civil Liberties|Chancellor of Justice|Public Protector|"
    r"Prevention|Preventing|Custodial Watch|Attorney for|[Tt]orture|Commissioner for|Ill[- ]Treatment|Places of |"
    r"Rights of the (?:Human )?Person\b|"
    r"(?:Supervision|Protection|Rights|Treatment) of (?:\w+ )?(?:Persons|People|Patients|Places|Detain\w+|Prison\w*|"
    r"Inmates)|"
    r"Persons in|Deprived of|Freedom|Dignity|Independent (?:Authority|Mechanism|Policing)|Justice Commission|"
    r"People['’]s Advocate|"
    r"Provedor|Protector of|[Ii]ll-[Tt]reatment|Visits to|Observers['’]|Deprived|Confinement|"
    r"Closed (?:Institutions|Care|Places)|"
    r"(?:Guardian|Keeper|Curator|Custodian|Mediator|Advocate|Observer|Controller)s? (?:of|for) |"
    r"Procurator|(?:Fundamental|Civil|Children['’]s|Patients['’]) Rights|Citizens['’]? (?:Rights|Advocate)|"
    r"Prisoners|Observ\w+ of|\bWatch (?:Panel|Group|Committee|Board|Council|Commission)"
)
_CONNECT = (
    r"(?:of|for|the|and|on|over|against|in|to|by|&|des|de|du|la|le|les|d['’]\w+|générale?|indépendante?|"
    r"\(Ombuds\w+\)|into)"
)
BODY = re.compile(
    rf"\b(?:(?:[A-Z][\w'’.-]*,?\s+(?:(?:of|for|and)\s+)?|"
    rf"HM\s+){{0,6}})(?:[A-Z]\w*)?{_HEAD}\b(?:\s+(?:{_CONNECT}(?!\w)|torture\b|[A-Z][\w'’-]+))*+"
    r"(?:,? (?:and )?(?:[Oo]ther )?(?:[Cc]ruel,? )?(?:[Ii]nhuman )?or [Dd]egrading [Tt]reatment or [Pp]unishment)?"
)
_NOT_INSPECTING = re.compile(
    r"\b(?:Prison Service|Correctional Service|Health Service|Youth Custody Service|Courts and Tribunals|"
    r"Police Service|Probation|Separation|Structured|Management|Medical|Clinical|Trust|Borough|City Council|"
    r"County Council|Safeguarding|(?:Crime|Suicide|Drugs?|Fire|Infection|Violence|Fraud|Corruption) Prevention)\b|"
    # "Centre for Deprivation of Liberty No. 4": a place, unless it watches over such places.
    r"^(?!.*(?:Prevent|Monitor|Inspect|Observ|Rights|Oversight|Visits|Torture)).*\bCent(?:re|er) for (?:the )?(?:\w+ )?"
    r"(?:Deprivation|Persons Deprived|Detention|Custody|Confinement|Arrest|Freedom Restriction)\b|"
    # Parts of the authorities: only as parts of a body for rights do departments and institutions inspect.
    r"^(?!.*(?:Human Rights|Ombud|Prevent|Equality|Advocate|Defender|Torture|Inspect|Supervis|Monitor|Liberty|"
    r"Oversight|Observ|Visit(?:ing|ors))).*\b(?:Institution|Department|Division|Directorate|Bureau)\b|"
    r"^(?!.*(?:Complaints|Oversight|Conduct|Standards|Inspectorate)).*\b(?:Commissioner|General|Chief|"
    r"Superintendent) of "
    r"(?:the )?(?:\w+ )?Police\b"
)
# The rank of a single person, which stands beside the body's name: "Lead inspector: ..., His Majesty's Inspector".
_RANK = re.compile(
    r"(?:His|Her) Majesty['’]s Inspectors?|HM Inspectors?|(?:Lead|Senior|Chief) Inspectors?", re.IGNORECASE
)
# "the report of the Preventive Mechanism on Elm Remand Centre": what it reports on is no part of its name.
_ON_A_PLACE = re.compile(
    r"(?:(?<=Mechanism)|(?<=nspectorate))\s+on\s+(?:the\s+)?(?!.*(?:Prevent|Torture|Rights|Liberty|"
    r"Ill-[Tt]reatment|Places of)).*$"
)
# "Commission for Places of Detention Kingdom of Elmland": the next line of a letterhead.
_POLITY_BEHIND = re.compile(
    r"(?<!the)(?<!of)(?<!for)(?<!in)(?<!and)\s+(?:(?:Federal|United|Democratic|Islamic)\s+)?(?:Republic|Kingdom|"
    r"Principality|"
    r"Commonwealth|Sultanate|Grand\s+Duchy|Duchy)\s+of\s+(?:the\s+)?[A-Z].*$"
)
# "the meeting between the Mechanism and the General Inspectorate of Police": whom the body met.
_AND_OTHERS = re.compile(
    r"\s+and\s+the\s+(?=[A-Z])(?=.*\b(?:Police|Ministr\w+|Prisons?|Penitentiary|Correction\w*|Directorate|"
    r"Interior|Justice|"
    r"Health|Administration|Gendarmerie|Hospital)\b).*$"
)
# "the Deputy Inspector General and the Head of the Custody Division": officers of those who are visited.
_OFFICERS = re.compile(r"^(?:Deputy|Assistant|Acting)\b|\bHead of\b")
# "Chair, Board for the Observation of Custody": whom a letter is for, before the name of the body.
_OFFICE_BEFORE = re.compile(
    r"^(?:Chair(?:man|woman|person)?|President|Head|Secretary|Director|Convenor|Coordinator|Members?),\s+"
)
# "Deputy Registrar, Office of ...", "Deputy Commissioner for Civil Rights": who holds the office, and whose it is.
_RANK_BEFORE = re.compile(
    r"^(?:Deputy|Assistant|Acting) (?:\w+,\s+(?=(?:Office|Commission|Committee|Inspectorate|Ombuds))|"
    r"(?=(?:Commissioner for|Ombuds\w+|(?:Public|People['’]s) (?:Defender|Advocate)|Chancellor)\b))"
)
_LEAST_LETTERS, _MOST_LETTERS, _LONGEST_DEFINED = 3, 8, 140


def expand(acronym: str, text: str) -> str | None:
    """Write out an acronym from a phrase of the text whose words have its initials."""
    if not _LEAST_LETTERS <= len(acronym) <= _MOST_LETTERS:
        return None
    small = r"(?:of|for|the|and|on|de|des|du|la|le|les|l['’]|d['’]|in|to|against)"
    steps = "".join(
        rf"(?:{letter}|{letter.lower()})[\w-]+" + ("" if last else rf"[\s'’]+(?:{small}[\s'’]*)*(?:d['’])?")
        for letter, last in ((letter, index == len(acronym) - 1) for index, letter in enumerate(acronym))
    )
    folded = text.replace("é", "e").replace("É", "E") if len(text.replace("é", "e")) == len(text) else text
    for match in re.finditer(rf"\b{steps}", folded):
        phrase = text[match.start() : match.end()]
        if phrase[:1].isupper():
            return re.sub(r"\s+", " ", phrase)
    return None


def defined(acronym: str, text: str) -> str | None:
    """Return the name of a body behind which a text prints its acronym in brackets, in whatever language it is.

    Args:
        acronym: three to eight capitals, each of them the first letter of a word of the name.
        text: of the document.
    """
    if not _LEAST_LETTERS <= len(acronym) <= _MOST_LETTERS:
        return None
    for bracket in re.finditer(rf"\s\((?:the\s)?{acronym}\)", text):
        words = text[max(0, bracket.start() - _LONGEST_DEFINED) : bracket.start()].split()
        for start in range(len(words) - len(acronym), -1, -1):
            name = words[start:]
            if "".join(word[0] for word in name if word[0].isupper()) == acronym and name[0][0].isupper():
                full = " ".join(name)
                return full if not re.search(r"[.;:()\[\]]", full) else None
    return None


def whole_name(text: str) -> str | None:
    """Return a phrase that is a name as a whole, whether or not it says that the body inspects."""
    found = BODY.fullmatch(readable(text).strip(" ,."))
    return found.group() if found is not None and len(found.group().split()) > 1 else None


def body_name(text: str) -> str | None:
    """Return the name of a body that inspects, which stands in a phrase; ``None`` where none does."""
    text = readable(text)
    found = next((match for match in BODY.finditer(text) if not _RANK.fullmatch(match.group().strip())), None)
    if found is None:
        return None
    name = re.sub(rf"(?:\s+{_CONNECT})+$", "", found.group().strip(" ,."))
    name = re.sub(r"['’]s$", "", name)
    # "Visiting Committee Annual Report": what a running head says that the document is.
    name = re.sub(r"\s+(?:(?:Annual|Visit|Inspection|Final|Full|Follow-[Uu]p)\s+)*Report$", "", name)
    if re.search(r"\b(?:Act|Law|Bill|Order|Rules|Regulations|Code)$", name):
        # "the Human Rights Commission Act": the body is named as well, or not at all.
        return None
    named = re.match(r"(?P<long>.+\s\S+)\s+\(?(?P<short>[A-Z]{3,8})\)?$", name)
    name = named["long"] if named is not None and expand(named["short"], named["long"]) else name
    name = _RANK_BEFORE.sub("", _OFFICE_BEFORE.sub("", name))
    name = _POLITY_BEHIND.sub("", _AND_OTHERS.sub("", _ON_A_PLACE.sub("", name)))
    name = re.sub(
        r"\s+to\s+(?!(?:Prevent|Combat|Protect|Eliminate|Monitor|Places of|Custody|Closed|Persons|People)).*$", "", name
    )
    name = re.sub(r"^(?:(?:The|A|An|This|Our|In|By|Report|Published|From|Of|No\.|Nr\.)\s+)+", "", name)
    if (
        (len(name.split()) < 2 and name not in _SINGLE)
        or not INSPECTING.search(name)
        or _RANK.fullmatch(name)
        or _OFFICERS.search(name)
        or name.startswith("Dear ")
        or (_NOT_INSPECTING.search(name) and "Inspect" not in name)
    ):
        return None
    return readable(name)


_SINGLE = frozenset({"Ofsted", "Sivilombudet"})
