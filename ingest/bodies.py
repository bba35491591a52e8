"""The inspecting body that a document names."""

from __future__ import annotations

import re
from collections import Counter

from ingest.casing import readable
from ingest.front import Front
from ingest.report import Block
from ingest.sighting import Sighting
from ingest.title import is_marking
from redaction.text import RedactedText

_HEAD = (
    r"(?:Inspectorate|Inspectors?[- ]General|Inspector|Inspectors|Ombuds\w*|Ombud|Commission|Commissioner|"
    r"Committee|Subcommittee|"
    r"Mechanism|Panel|"
    r"Defender|Defensor\w*|Contrôle\w*|Office|Unit|Authority|Council|Service|Board|Boards|Team|NPM|Rapporteur|"
    r"Protector|Institute|Ofsted|Sivilombudet|Centre for|Center for|Garante|Provedor\w*|Varuh|Attorney|Watch|Monitors?|"
    r"Agency|Group|Guardian|Guarantor|Observatory|Bureau|Advocate|Procurator\w*|Procuracy|Delegate|Institution|"
    r"Department|"
    r"Directorate|"
    r"Chancellor|Visitors)"
)
_INSPECTING = re.compile(
    r"Inspect|Ombud|Preventive Mechanism|Prevention of Torture|Visiting|Visitors|Oversight|Monitor|"
    r"Defender|Contrôle|Human Rights|Standards|"
    r"Custodial|Custody|\bNPM\b|Defensor|Complaints|Regulat|Office of the|Quality|Care Commission|Liberty|Detention|"
    r"Ofsted|Garante|Provedor|Varuh|Preventive Group|Civil Liberties|Chancellor of Justice|Public Protector|"
    r"Prevention|Preventing|Custodial Watch|Attorney for|Torture|Ill[- ]Treatment|Places of |"
    r"(?:Supervision|Protection|Rights|Treatment) of (?:\w+ )?(?:Persons|People|Patients|Places|Detain\w+|Prison\w*|"
    r"Inmates)|"
    r"Persons in|Deprived of|Freedom|Dignity|Independent (?:Authority|Mechanism|Policing)|People['’]s Advocate|"
    r"Provedor|Protector of|"
    r"Procurator|(?:Fundamental|Civil|Children['’]s|Patients['’]) Rights|Citizens['’]? (?:Rights|Advocate)|"
    r"Prisoners|Observ\w+ of"
)
_CONNECT = (
    r"(?:of|for|the|and|on|against|in|to|by|&|des|de|du|la|le|les|d['’]\w+|générale?|indépendante?|"
    r"\(Ombuds\w+\)|into)"
)
_BODY = re.compile(
    rf"\b(?:(?:[A-Z][\w'’.-]*,?\s+(?:(?:of|for|and)\s+)?|"
    rf"HM\s+){{0,6}})(?:[A-Z]\w*)?{_HEAD}\b(?:\s+(?:{_CONNECT}(?!\w)|[A-Z][\w'’-]+))*+"
    r"(?:,? (?:and )?(?:[Oo]ther )?(?:[Cc]ruel,? )?(?:[Ii]nhuman )?or [Dd]egrading [Tt]reatment or [Pp]unishment)?"
)
_NOT_INSPECTING = re.compile(
    r"\b(?:Prison Service|Correctional Service|Health Service|Youth Custody Service|Courts and Tribunals|"
    r"Police Service|Probation|Separation|Structured|Management|Medical|Clinical|Trust|Borough|City Council|"
    r"County Council|Safeguarding)\b|"
    # Parts of the authorities: only as parts of a body for rights do departments and institutions inspect.
    r"^(?!.*(?:Human Rights|Ombud|Prevent|Equality|Advocate|Defender|Torture|Inspect|Supervis|Monitor|Liberty)).*"
    r"\b(?:Institution|Department|Directorate|Bureau)\b"
)
# The rank of a single person, which stands beside the body's name: "Lead inspector: ..., His Majesty's Inspector".
_RANK = re.compile(
    r"(?:His|Her) Majesty['’]s Inspectors?|HM Inspectors?|(?:Lead|Senior|Chief) Inspectors?", re.IGNORECASE
)
_SPLIT = re.compile(
    r"\s+[|–—/·]\s+|\s+-\s+|:\s+|,\s+(?=(?:January|February|March|April|May|June|July|August|September|"
    r"October|November|December)\b|\d)"
)
_BY = re.compile(
    rf"\b(?:inspection|recommendations?|report|visit|findings|published|prepared|conducted|carried out|adopted|issued|"
    rf"delegation|members|team|inspectors|representatives|monitors|behalf|made|undertaken)\s+(?:made\s+|issued\s+|"
    rf"carried out\s+|conducted\s+|undertaken\s+|published\s+)?(?:by|of|from)\s+(?:the\s+)?(?P<body>{_BODY.pattern})"
)
_FIELD = re.compile(
    r"(?:^|[·|]\s*)(?:by|from|inspect(?:ing|ed by|ion) ?(?:body|authority)?|monitoring (?:body|authority)|prepared by|"
    r"published by|visiting body|author(?:ity)?|issued by|body|conducted by)\s*(?::|\|)\s*(?P<body>[^·|.]{4,120})",
    re.IGNORECASE,
)
_OF_ITSELF = re.compile(
    rf"(?:^|[.!?]\s+)(?:The\s+)?(?P<body>{_BODY.pattern}(?:,\s[A-Z][^.;()]{{0,60}}?)?)(?:\s*\((?:the\s+)?[\"“‘']?(?P<short>[A-Z][\w.]{{1,10}})[\"”’']?\))?"
    r"\s+(?:\w+ly\s+)?(?:is (?:an?|the|one of)\s+(?:\w+,?\s+){0,3}(?:independent|statutory|national|member|body|"
    r"mechanism|designated|inspectorate|organisation|regulator|NPM)|was (?:established|set up|designated)|"
    r"(?:has been|is) (?:established|designated)|regulates|inspects|monitors|visits|carries out)\b"
)
_TO = re.compile(
    r"(?:\b(?:[Ss]ubmitted|[Pp]resented|[Aa]ddressed|[Ss]ent|[Rr]eply|[Rr]esponses?|[Rr]eplies) to|"
    r"^(?:To|For the attention of))"
    r"\s*:?\s+(?:the\s+)?(?P<body>[^.;]{5,160})"
)
# "Report of the Subcommittee on ...": a line that says whose the document is.
_REPORT_OF = re.compile(
    r"^(?:(?:Visit|Inspection|Monitoring|Special|Ad hoc|Annual|Follow-up|Supervision|Thematic)\s+)?(?:[Rr]eport|REPORT)"
    r"(?:\s+[A-Z]+[\w/-]*\d\S*)?\s+(?:of|by|from)\s+(?:the\s+)?(?=[A-Z])"
)
# Whose signs on a cover say which body of the United Nations or the Council of Europe reports.
_SERIES = (
    (re.compile(r"\bCPT/Inf\b"), "European Committee for the Prevention of Torture"),
    (re.compile(r"\bCAT/OP/[A-Z]{3}\b"), "Subcommittee on Prevention of Torture"),
)
_DID = r"\s+(?:\w+ly\s+)?(?:inspected|visited|monitored|carried out|conducted|published|undertook|made)\b"
_ACTED = re.compile(rf"(?P<body>{_BODY.pattern}){_DID}")
_RESPONSE_TO = re.compile(r"\b(?:response|reply|replies|comments|action plan|recommendations|report)\b", re.IGNORECASE)
_PART = re.compile(r"^(?:\S+\s+){0,3}(?:Department|Division|Section|Unit|Team|Branch)$", re.IGNORECASE)
_SINGLE = frozenset({"Ofsted", "Sivilombudet"})
_OPENING_CHARACTERS, _LONGEST_LINE = 8000, 250
_LEAST_LETTERS, _MOST_LETTERS = 3, 8
_SURE, _FAIR = 12, 6


class _Tally:
    """Scores of names, and where each was seen first."""

    def __init__(self) -> None:
        self.scores: Counter[str] = Counter()
        self.seen: dict[str, tuple[Block[RedactedText], int, int]] = {}

    def add(self, name: str, points: int, block: Block[RedactedText], start: int, end: int) -> None:
        self.scores[name] += points
        self.seen.setdefault(name, (block, start, end))

    def sighting(self, name: str, confidence: float) -> Sighting[str]:
        block, start, end = self.seen[name]
        return Sighting(name, block, start, end, confidence)


def find_body(front: Front, *, is_response: bool) -> Sighting[str] | None:
    """Find the body that inspected.

    Args:
        front: the document. Running heads are the strongest sign in a report, then a field, then what a body says of
            itself, then ``report by the ...`` and the first lines.
        is_response: the author is the authority, so that the body is the one it answers.

    Returns:
        The name as printed, written out where only initials are printed and the text explains them; ``None`` where
        no body that inspects is named.
    """
    tally = _Tally()
    acronym = None if is_response else _from_furniture(tally, front)
    _from_sentences(tally, front, is_response=is_response)
    _from_opening(tally, front)
    scores = tally.scores
    if is_response:
        # The authority's own name at its head is that of the author.
        heads = [*front.furniture, *front.body[:3]]
        for name in [*scores]:
            if any(name.casefold() in readable(b.text).casefold() for b in heads if not _TO.search(b.text)):
                answered = any(name in b.text and _RESPONSE_TO.search(b.text) for b in heads)
                scores[name] -= 0 if answered else 30
        scores = +scores
    for name in [*scores]:
        # A designation that many bodies bear says less than the body's own name.
        if len(scores) > 1 and re.match(r"(?:UK |Irish )?National Preventive Mechanism\b", name):
            scores[name] -= 3
    if acronym is not None and (not scores or max(scores.values()) < _SURE - 4):
        return acronym
    if not scores:
        return _of_series(front)
    best = max(scores, key=lambda name: (scores[name], len(name)))
    # A longer form of the same name says more: "Public Defender" and "Public Defender of Arvetia".
    longer = [name for name in scores if name.startswith(best + " ") and len(name) < len(best) + 60]
    best = max(longer, key=lambda name: scores[name]) if longer else best
    found = tally.sighting(best, 0.9 if scores[best] >= _SURE else 0.8 if scores[best] >= _FAIR else 0.6)
    written_out = re.match(r"NPM\b(?=\s)", best)
    if written_out:
        return Sighting("National Preventive Mechanism" + best[3:], found.block, found.start, found.end, 0.7)
    return found


def _of_series(front: Front) -> Sighting[str] | None:
    """Return the body by the sign that only its documents bear."""
    for block in [*front.furniture, *front.opening]:
        for sign, name in _SERIES:
            found = sign.search(block.text)
            if found is not None:
                return Sighting(name, block, found.start(), found.end(), 0.7)
    return None


def _from_furniture(tally: _Tally, front: Front) -> Sighting[str] | None:
    """Score the names in running heads; return initials that stand there alone and that the text does not explain."""
    acronym: Sighting[str] | None = None
    for block in front.furniture:
        at = 0
        pieces: list[tuple[str, int]] = []
        for piece in _SPLIT.split(block.text):
            at = block.text.find(piece, at)
            pieces.append((piece, at))
        for order, (piece, start) in enumerate(pieces):
            name = _candidate(piece)
            end = start + len(piece)
            if name is not None and order and _PART.search(name) and (before := _candidate(pieces[order - 1][0])):
                # "Office of the Ombudsman / NPM Department": a part is named with the body to which it belongs.
                tally.add(f"{before}, {name}", 13, block, pieces[order - 1][1], end)
            if name is not None:
                tally.add(name, 12, block, start, end)
            elif re.fullmatch(r"[A-Z]{3,8}", piece.strip()) and not is_marking(piece):
                expanded = expand(piece.strip(), front.text)
                if expanded is not None and _INSPECTING.search(expanded):
                    tally.add(expanded, 12, block, start, end)
                else:
                    acronym = acronym or Sighting(piece.strip(), block, start, end, 0.5)
    return acronym


def _from_sentences(tally: _Tally, front: Front, *, is_response: bool) -> None:
    read = 0
    for block in front.body:
        if read < _OPENING_CHARACTERS:
            for match in _BY.finditer(block.text):
                name = _candidate(match["body"])
                if name is not None:
                    tally.add(name, 10 if is_response else 4, block, match.start("body"), match.end("body"))
            for addressed in _TO.finditer(block.text) if is_response else ():
                if (name := _candidate(addressed["body"])) is not None:
                    tally.add(name, 8, block, addressed.start("body"), addressed.end("body"))
            for acted in _ACTED.finditer(block.text):
                if (name := _candidate(acted["body"])) is not None:
                    tally.add(name, 6 if is_response else 3, block, acted.start("body"), acted.end("body"))
            of = _REPORT_OF.match(block.text) if not is_response and len(block.text) < _LONGEST_LINE else None
            if of is not None and (name := _candidate(block.text[of.end() :])) is not None:
                tally.add(name, 10, block, of.end(), len(block.text))
            field = _FIELD.search(block.text) if read < _OPENING_CHARACTERS // 2 else None
            named = _candidate(field["body"]) if field is not None else None
            if field is not None and named is not None and not is_response:
                tally.add(named, 14, block, field.start("body"), field.end("body"))
        for match in [] if is_response else _OF_ITSELF.finditer(block.text):
            name = _candidate(match["body"])
            if name is not None:
                # "Office for Standards in Custody, Care and Courts (Ofcust) inspects": a name with commas of its own.
                end = match.end("body")
                name = match["body"].strip() if match["short"] and ", " in match["body"] else name
                tally.add(name, 6, block, match.start("body"), end)
        read += len(block.text)


def _from_opening(tally: _Tally, front: Front) -> None:
    for rank, block in enumerate(front.opening):
        # A cover in capitals names its body too.
        shown = readable(block.text) if block.text.isupper() and len(block.text) < 120 else str.__str__(block.text)
        for match in _BODY.finditer(shown):
            name = _candidate(match.group())
            if name is not None:
                # A line that is the name and nothing else is a letterhead.
                alone = 4 if len(match.group().strip()) >= len(block.text) - 2 else 0
                tally.add(name, alone + (4 if rank < 4 else 1), block, match.start(), match.end())


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


def _candidate(text: str) -> str | None:
    text = readable(text)
    found = next((match for match in _BODY.finditer(text) if not _RANK.fullmatch(match.group().strip())), None)
    if found is None:
        return None
    name = re.sub(rf"(?:\s+{_CONNECT})+$", "", found.group().strip(" ,."))
    name = re.sub(r"\s+to\s+(?!(?:Prevent|Combat|Protect|Eliminate|Monitor)).*$", "", name)
    name = re.sub(r"^(?:(?:The|A|An|This|Our|In|By|Report|Published|From|Of)\s+)+", "", name)
    if (
        (len(name.split()) < 2 and name not in _SINGLE)
        or not _INSPECTING.search(name)
        or _RANK.fullmatch(name)
        or (_NOT_INSPECTING.search(name) and "Inspect" not in name)
    ):
        return None
    return readable(name)


_SINGLE = frozenset({"Ofsted", "Sivilombudet"})
