"""The inspecting body that a document names."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from ingest.metadata.bodies_abroad import bodies_in, body_abroad
from ingest.metadata.body_names import BODY, INSPECTING, body_name, defined, expand, whole_name
from ingest.metadata.casing import readable
from ingest.metadata.front import Front
from ingest.metadata.international import is_cited_only, of_series
from ingest.metadata.others import is_of_those_who_answered
from ingest.metadata.sighting import Sighting
from ingest.metadata.title import is_marking
from ingest.report import Block
from redaction.text import RedactedText

_SPLIT = re.compile(
    r"\s+[|–—/·]\s+|\s+-\s+|:\s+|,\s+(?=(?:January|February|March|April|May|June|July|August|September|"
    r"October|November|December)\b|\d)"
)
_BY = re.compile(
    rf"\b(?:[Ii]nspection|[Rr]ecommendations?|[Rr]eport|[Vv]isit|findings|published|prepared|conducted|carried out|"
    rf"adopted|issued|"
    rf"delegation|members|team|inspectors|representatives|monitors|behalf|made|undertaken)\s+(?:made\s+|issued\s+|"
    rf"carried out\s+|conducted\s+|undertaken\s+|published\s+)?(?:by|of|from)\s+(?:the\s+)?(?P<body>{BODY.pattern})"
)
_FIELD = re.compile(
    r"(?:^|[·|]\s*)(?:by|from|inspect(?:ing|ed by|ion) ?(?:body|authority)?|monitoring (?:body|authority)|prepared by|"
    r"published by|visiting body|author(?:ity)?|issued by|body|conducted by)\s*(?::|\|)\s*(?P<body>[^·|.]{4,120})",
    re.IGNORECASE,
)
# What a form calls the body is it, whatever its name tells.
_OWN_FIELD = re.compile(r"(?:inspecting |monitoring |visiting |issuing )?body\s*[:|]", re.IGNORECASE)
_OF_ITSELF = re.compile(
    rf"(?:^|[.!?]\s+)(?:The\s+)?(?P<body>{BODY.pattern}(?:,\s[A-Z][^.;()]{{0,60}}?)?)(?:\s*\((?:the\s+)"
    rf"?[\"“‘']?(?P<short>[A-Z][\w.]{{1,10}})[\"”’']?\))?"
    r"\s+(?:\w+ly\s+)?(?:is (?:an?|the|one of)\s+(?:\w+,?\s+){0,3}(?:independent|statutory|national|member|body|"
    r"mechanism|designated|inspectorate|organisation|regulator|NPM)|was (?:established|set up|designated)|"
    r"(?:has been|is) (?:established|designated)|regulates|inspects|monitors|visits|carries out)\b"
)
# "We, Care Standards Elmland, carried out ...", "Prison Watch carried out an unannounced inspection": whoever went.
_WENT = re.compile(
    r"\b(?:[Ww]e|[Uu]s|[Oo]urs),\s+(?:the\s+)?(?P<we>[A-Z][\w'’&-]*(?:\s(?:(?:of|for|and|the|on|"
    r"in)\s)*[A-Z][\w'’&-]*){1,7}),\s|"
    r"(?:^|[.]\s+)(?:The\s+)?(?P<who>[A-Z][\w'’&-]*(?:\s(?:(?:of|for|and|the|on|in)\s)*[A-Z][\w'’&-]*){1,7})\s+"
    r"(?:carried\s+out|conducted|made|undertook)\s+(?:an?|its)\s+(?:\w+\s+){0,3}?(?:visit|inspection)\b"
)
# "the Bureau for the Oversight of Custody (hereafter: the Bureau)": whom the document will go on to speak of.
_HEREAFTER = re.compile(rf"(?P<body>{BODY.pattern})\s*\((?:hereafter|hereinafter|henceforth)\b")
_TO = re.compile(
    r"(?:\b(?:[Ss]ubmitted|[Pp]resented|[Aa]ddressed|[Ss]ent|[Rr]eply|[Rr]esponses?|[Rr]eplies) to|"
    r"^(?:To|For the attention of)|"
    r"^(?:The )?(?:Chair\w*|President|Head|Secretary|Members?)(?:,| of| to))"
    r"\s*:?\s+(?:the\s+)?(?P<body>[^.;]{5,160})"
)
# "Dr [PERSON 1], Deputy Commissioner, Office of ...", at the head of a letter: to whom it goes.
_PERSON_AT_HEAD = re.compile(r"(?:[A-Z][\w.]*\s+){0,3}\[(?:PERSON|STAFF)[^\]]*\],\s+(?=[A-Z])")
# "Report of the Subcommittee on ...": a line that says whose the document is.
_REPORT_OF = re.compile(
    r"^(?:(?:Visit|Inspection|Monitoring|Special|Ad hoc|Annual|Follow-up|Supervision|Thematic)\s+)?(?:[Rr]eport|REPORT)"
    r"(?:\s+[A-Z]+[\w/-]*\d\S*)?\s+(?:of|by|from)\s+(?:the\s+)?(?=[A-Z])"
)
_DID = r"\s+(?:\w+ly\s+)?(?:inspected|visited|monitored|carried out|conducted|published|undertook|made)\b"
_ACTED = re.compile(rf"(?P<body>{BODY.pattern}){_DID}")
_RESPONSE_TO = re.compile(
    r"\b(?:response|reply|replies|comments|action plan|recommendations|report|"
    r"(?:inspection|visit) (?:by|of))\b",
    re.IGNORECASE,
)
_PART = re.compile(
    r"^(?:\S+\s+){0,3}(?:Department|Division|Section|Unit|Team|Branch)(?:\s+(?:for|of)\s.+)?$", re.IGNORECASE
)
_DESIGNATION = re.compile(
    r"(?:UK |Irish )?National Preventive Mechanism\b|National Mechanism for the Prevention of Torture$"
)
_MAILBOX = re.compile(r"\s*<[^<>]*>\s*$")  # "To: Defensoría del Pueblo <[CONTACT]>"
_DEAR = "Dear "
_OPENING_CHARACTERS, _LONGEST_LINE = 8000, 250
_SURE, _FAIR = 11, 6
_OF_HEADER, _LESS, _LEAST, _SHORT_NAME = 12, 8, 4, 2


class _Tally:
    """Scores of names, and where each was seen first."""

    def __init__(self) -> None:
        self.scores: Counter[str] = Counter()
        self.seen: dict[str, tuple[Block[RedactedText], int, int]] = {}
        self.native: set[str] = set()
        self.acting: set[str] = set()

    def add(self, name: str, points: int, block: Block[RedactedText], start: int, end: int) -> None:
        self.scores[name] += points
        self.seen.setdefault(name, (block, start, end))

    def sighting(self, name: str, confidence: float) -> Sighting[str]:
        block, start, end = self.seen[name]
        return Sighting(name, block, start, end, confidence)


def find_body(front: Front, titles: Sequence[Sighting[str]] = (), *, is_response: bool) -> Sighting[str] | None:
    """Find the body that inspected.

    Args:
        front: the document. Running heads are the strongest sign in a report, then a field, then what a body says of
            itself, then ``report by the ...`` and the first lines.
        titles: of the document; a title that goes over several lines stands in no block as a whole.
        is_response: the author is the authority, so that the body is the one it answers.

    Returns:
        The name as printed, written out where only initials are printed and the text explains them; ``None`` where
        no body that inspects is named.
    """
    tally = _Tally()
    acronym = None if is_response else _from_furniture(tally, front)
    _from_sentences(tally, front, is_response=is_response)
    _from_opening(tally, front)
    for title in titles:
        if title.block is not None and title.value not in title.block.text:
            for match in BODY.finditer(title.value):
                if (name := body_name(match.group())) is not None:
                    tally.add(name, 6, title.block, 0, len(title.block.text))
    scores = tally.scores
    greeted = _greeted(tally, front) if is_response else set()
    if is_response:
        # The authority's own name at its head is that of the author.
        heads = [*front.furniture, *(block for block in front.body[:3] if block.table is None)]
        for name in (each for each in [*scores] if each not in greeted):
            if any(name.casefold() in readable(b.text).casefold() for b in heads if not _is_addressed(b.text)):
                answered = any(name in b.text and _RESPONSE_TO.search(b.text) for b in heads)
                scores[name] -= 0 if answered else 30
        scores = +scores
    for name in tally.native if any(scores[name] >= _LEAST for name in tally.acting) else ():
        # A letterhead in the language of the country, above a text that has its own name for the body.
        if not any(name.split()[0] in block.text for block in front.prose):
            scores[name] -= _LESS
    for name in [*scores]:
        if not is_response and name not in tally.acting and is_cited_only(name, titles, front):
            del scores[name]
    for name in [*scores]:
        # A designation that many bodies bear says less than the body's own name.
        if len(scores) > 1 and _DESIGNATION.match(name):
            scores[name] -= 3
    if acronym is not None and (not scores or max(scores.values()) < _SURE - 3):
        return acronym
    if not scores:
        return of_series(front)
    best = max(scores, key=lambda name: (scores[name], len(name)))
    # A longer form of the same name says more: "Public Defender" and "Public Defender of Morvania".
    longer = [name for name in scores if name.startswith(best + " ") and len(name) < len(best) + 60]
    if not longer and len(best.split()) == _SHORT_NAME:
        longer = [name for name in scores if name.endswith(" " + best)]
    best = max(longer, key=lambda name: scores[name]) if longer else best
    found = tally.sighting(best, 0.9 if scores[best] >= _SURE else 0.8 if scores[best] >= _FAIR else 0.6)
    written_out = re.match(r"NPM\b(?=\s)", best)
    if written_out:
        return Sighting("National Preventive Mechanism" + best[3:], found.block, found.start, found.end, 0.7)
    return found


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
            native = body_abroad(piece)
            name = native or body_name(piece)
            end = start + len(piece)
            if name is not None and order and _PART.search(name) and (before := body_name(pieces[order - 1][0])):
                # "Office of the Ombudsman / NPM Department": a part is named with the body to which it belongs.
                tally.add(f"{before}, {name}", 13, block, pieces[order - 1][1], end)
            if name is not None:
                tally.add(name, _OF_HEADER - (native is not None), block, start, end)
                tally.native |= {native} if native is not None else set()
            elif re.fullmatch(r"[A-Z]{3,8}", piece.strip()) and not is_marking(piece):
                expanded = expand(piece.strip(), front.text)
                named = expanded if expanded is not None and INSPECTING.search(expanded) else None
                if (expanded := named or defined(piece.strip(), front.text)) is not None:
                    tally.add(expanded, _OF_HEADER, block, start, end)
                else:
                    acronym = acronym or Sighting(piece.strip(), block, start, end, 0.5)
    return acronym


def _from_sentences(tally: _Tally, front: Front, *, is_response: bool) -> None:
    read = 0
    for block in front.body:
        if read < _OPENING_CHARACTERS:
            for match in _BY.finditer(block.text):
                name = body_name(match["body"])
                if name is not None:
                    tally.add(name, 10 if is_response else 4, block, match.start("body"), match.end("body"))
            at_head = _PERSON_AT_HEAD.match(block.text) if is_response and block in front.opening else None
            if at_head is not None and (name := _with_part(block.text[at_head.end() :])) is not None:
                tally.add(name, 8, block, at_head.end(), len(block.text))
            for addressed in _TO.finditer(block.text) if is_response else ():
                if (name := _with_part(addressed["body"])) is not None:
                    tally.add(name, 8, block, addressed.start("body"), addressed.end("body"))
            for acted in _ACTED.finditer(block.text):
                if (name := body_name(acted["body"])) is not None:
                    tally.add(name, 6 if is_response else 3, block, acted.start("body"), acted.end("body"))
                    tally.acting.add(name)
            for went in _WENT.finditer(block.text) if not is_response else ():
                part = "we" if went["we"] is not None else "who"
                if (name := body_name(went[part]) or whole_name(went[part]) or went[part]) and "[" not in name:
                    tally.add(name, 8 if part == "we" else 3, block, went.start(part), went.end(part))
            for shortened in _HEREAFTER.finditer(block.text):
                if (name := body_name(shortened["body"])) is not None:
                    tally.add(name, 6, block, shortened.start("body"), shortened.end("body"))
            of = _REPORT_OF.match(block.text) if not is_response and len(block.text) < _LONGEST_LINE else None
            if of is not None and (name := body_name(block.text[of.end() :])) is not None:
                tally.add(name, 10, block, of.end(), len(block.text))
            field = _FIELD.search(block.text) if read < _OPENING_CHARACTERS // 2 else None
            named = body_name(field["body"]) if field is not None else None
            if field is not None and named is None and _OWN_FIELD.match(block.text):
                named = whole_name(field["body"])
            if field is not None and named is not None and not is_response:
                tally.add(named, 14, block, field.start("body"), field.end("body"))
        for match in [] if is_response else _OF_ITSELF.finditer(block.text):
            name = body_name(match["body"])
            if name is not None:
                # "Office for Standards in Custody, Care and Courts (Ofcust) inspects": a name with commas of its own.
                end = match.end("body")
                name = match["body"].strip() if match["short"] and ", " in match["body"] else name
                tally.add(name, 6, block, match.start("body"), end)
        read += len(block.text)


def _greeted(tally: _Tally, front: Front) -> set[str]:
    """Score and return the bodies that a letter greets: ``Dear Guardian of Rights``."""
    found: set[str] = set()
    for block in front.opening:
        name = body_name(block.text[len(_DEAR) :]) if block.text.startswith(_DEAR) else None
        if name is not None:
            tally.add(name, 8, block, len(_DEAR), len(block.text))
            found.add(name)
    return found


def _is_addressed(text: str) -> bool:
    """Say whether a line at the head of a letter names whom it goes to, and not who writes."""
    return bool(_TO.search(text) or _PERSON_AT_HEAD.match(text))


def _with_part(addressed: str) -> str | None:
    """Return whom a letter is for, with the part of that body which visits: ``Ombudsman, National Mechanism``."""
    whole, _, part = addressed.partition(", ")
    name = body_name(whole)
    if name is None:
        native = next((each for each, _, _ in bodies_in(addressed)), None)
        return body_name(addressed) or body_abroad(_MAILBOX.sub("", addressed)) or native
    visiting = body_name(part.partition(", ")[0])
    return f"{name}, {visiting}" if visiting is not None and "Prevent" in visiting else name


def _add_native(tally: _Tally, block: Block[RedactedText], rank: int) -> None:
    """Score the names in the language of the country: of a line, or within its sentences."""
    parts = _SPLIT.split(block.text) if len(block.text) < _LONGEST_LINE else []
    names = {name: part for part in parts if (name := body_abroad(part)) is not None}
    for name, part in names.items():
        start = max(block.text.find(part), 0)
        tally.add(name, 8, block, start, start + len(part))
    for name, start, end in () if names else bodies_in(block.text):
        # "Prison Observatory (Observatoire des prisons)": the name in English goes before.
        if block.text[:start].rstrip()[-1:] != "(":
            tally.add(name, 4 if rank < 4 else 1, block, start, end)


def _from_opening(tally: _Tally, front: Front) -> None:
    for rank, block in enumerate(front.opening):
        _add_native(tally, block, rank)
        pieces = [piece.strip() for piece in _SPLIT.split(block.text)]
        if len(pieces) == 2 and len(block.text) < _LONGEST_LINE and _PART.search(pieces[1]):
            whole, part = body_name(pieces[0]), body_name(pieces[1])
            if whole is not None and part is not None and whole == pieces[0]:
                tally.add(f"{whole}, {part}", 12, block, 0, len(block.text))
        # A cover in capitals names its body too.
        shown = (
            readable(block.text)
            if block.text.isupper() and len(block.text) < _LONGEST_LINE
            else str.__str__(block.text)
        )
        for match in BODY.finditer(shown):
            name = body_name(match.group())
            if name is not None and not is_of_those_who_answered(shown[: match.start()]):
                # A line that is the name and nothing else is a letterhead.
                alone = 4 if len(match.group().strip()) >= len(block.text) - 2 else 0
                tally.add(name, alone + (4 if rank < 4 else 1), block, match.start(), match.end())
