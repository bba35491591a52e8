"""Where one person lives or sleeps: cell, room, bed, compartment, and a unit's name with a number."""

from __future__ import annotations

import re
from typing import Final

from redaction.lexicon import lexicon
from redaction.particulars.money import is_amount
from redaction.recognizers.lexis import CAPITALISED, INSTITUTION, MONTH_OR_DAY, TITLE, distinct, found, left, sentence
from redaction.recognizers.positions import Positions
from redaction.recognizers.rooms import joined, of_the_room
from redaction.sieve import Sieve
from redaction.span import Span, SpanType

_MARK: Final = (
    r"(?:[A-Z]{1,3}[ -]?\d{1,3}(?:[-/.]\d{1,3}){0,2}[A-Z]?|\d{1,4}(?:[-/.]\d{1,4}){0,2}(?:-?[A-Z]|[a-z])?|"
    r"\d{1,3}[-/][A-Z](?:[-/]\d{1,3})?|[A-Z]{1,2}/\d{1,3}|\d{1,3}/[IVX]{1,4}|\d{1,2}(?:-\d{1,3}){2}|"
    r"[A-Z]-?\d{1,3}|(?=[OIl]?[OIl]?\d)[\dOIl]{2,4}|"
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty(?:-(?:one|two|three|four|five|six|seven|eight|nine))?)(?!\s[a-z]+s\b|-|\s(?:room|cell|space|large|small|big|of)\b)|"
    r"[A-Z](?=[\s,.;)]))(?![\w/])"
)
_AFTER: Final = (
    r"(?!\s?(?:hours?|hrs?\b|minutes?|mins?\b|days?|weeks?|months?|years?|metres?|meters?|sq|m²|m2?\b|cm|times|"
    r"per\b|%|percent|people|men|women|"
    r"prisoners|detainees|(?i:males?|females?|suspects|inmates|persons|adults|juveniles)\b|to\s\d|–\s?\d|places|beds)|[,.:]\d|\s\d{3}\b)"
)
_UNIT: Final = (
    r"(?:(?:[A-Z]{2,5}\s)?(?:[Uu]nit|[Rr]ange|[Ww]ing|[Bb]lock|[Ll]anding|[Pp]avilion|[Pp]od|"
    r"[Tt]ier|[Ff]loor|[Dd]ormitory|[Ss]ection|"
    r"[Ss]pur|[Hh]ouse|[Ww]ard|[Rr]aio|[Gg]aler[ií]a|[Mm][óo]dulo|[Pp]avilh[ãa]o)\s[A-Z0-9]{1,3}|[A-Z]-?[Pp]od|"
    r"[A-Z]-?[Ww]ing|(?<!\w)[A-Z]\d{1,2})"
)
_CELL: Final = Sieve(
    rf"(?<![\w-])(?:{_UNIT},?\s|(?P<house>{CAPITALISED})(?:\s\d{{1,2}}(?=,))?(?:\s(?:[Ww]ing|[Uu]nit|[Ww]ard|[Hh]ouse))?,?\s)?(?P<word>[Cc]ell|CELL|[Rr]oom|ROOM|[Bb]edroom|[Bb]ed ?space|[Rr]m\.?|[Bb]ed|[Bb]unk|[Bb]ay|"  # noqa: E501
    rf"[Cc]ompartment|[Cc]ontainer(?=\s[A-Z]{{1,2}}-?\d)|[Cc]ubicle|[Dd]ormitory|[Dd]orm|"
    rf"[Cc]ellule|[Cc]hambre|[Kk]amer|[Cc]el|[Zz]elle|[Zz]immer|[Hh]aftraum|[Cc]elda|[Cc]ela|"
    rf"[Cc]ella|[Cc]elă|[Zz]árka|[ĆćCc]elij[ae]|[Kk]oğuş|[Ss]elda|[Qq]elia|[Cc]amera|[Cc]amarata|[Dd]ortoir|[Ss]chlafsaal|[Pp]ok[óo]j|"
    rf"[Aa]partment|[Ss]tudio|[Tt]ent|[Hh]ut|[Hh]abitación|[Ss]tanza|[Ss]oba|[Ii]zba|[Kk]amera|[Hh]ücre|[Bb]ilik|[Kk]amar|[Vv]ærelse|[Hh]uone|[Ss]elli|[Cc]hirimba|[Cc]ama|Bett|[Ll]etto|[Ss]eng|[Ss]äng|[Ll]itera|[Kk]atre)"
    rf"(?:,?\s(?:[Nn]o\.?|number|n°|nº|nr\.?|is|was))?(?:\s|\s?[:=#]\s?)(?P<mark>{_MARK}(?:\s(?:bis|ter))?){_AFTER}"
    rf"(?:\s(?:right|left))?(?:,?\s(?:bed|bunk|berth|space|place|mattress|box)\s(?:[Nn]o\.?\s)?\w{{1,3}})?(?:,?\s(?:of|in|on)\s{_UNIT}|"
    rf",\s{CAPITALISED}\s(?:[Ww]ard|[Ww]ing|[Uu]nit|[Hh]ouse))?"
)
_NOT_LIVED_IN: Final = re.compile(
    r"\b(?:court|meeting|interview|conference|class|committee|visits?|consultation|briefing|search|hearing|consulting|"
    r"operating|board|treatment|per|each|every|single|double|Palais|fuel|stem|blood|\d)\s$",
    re.IGNORECASE,
)
# "Persons in the cell: 4": so many.
_COUNTED: Final = re.compile(
    r"\b(?:persons?|people|men|women|detainees|prisoners|inmates|number|total|how many)\s(?:held\s)?in\s(?:the\s|this\s)?$",  # noqa: E501
    re.IGNORECASE,
)
# "Room 3.04, Ministry of Example": where people meet.
_OF_AN_OFFICE: Final = re.compile(
    r",\s(?:the\s)?(?:[A-Z]\w+\s){0,3}(?:Ministry|Courts?|Parliament|Directorate|University|Commission|Palais|Embassy|"
    r"(?:Administration|Administrative|Government|Office|Municipal) Building)\b"
)
# "in arrest cell 2": what kind of cell it is belongs to it.
_KIND_OF: Final = re.compile(
    r"\b(?:in|to|into|from|of|at)\s(?:the\s)?(?P<kind>(?!(?:the|his|her|their|its|our|each|every|which|that|this|a|an)\b)(?:[a-z-]{3,16}|special accommodation|high dependency|close observation|constant watch|first night|extra care|mental health)\s)$"  # noqa: E501
)
_NOMIS: Final = Sieve(r"(?<![\w-])(?:[A-Z]{3}-)?[A-Z]{1,2}\d?-\d-\d{3}[A-Z]?(?![\w-])")
_SHORT: Final = Sieve(r"(?<![\w./-])[A-Z]{1,2}\d{0,2}-\d{1,2}-\d{2,3}(?![\w-])|(?<![\w./-])[A-Z]\d-\d{1,3}(?![\w/-])")
# "Cedar 2-07": a unit and a number with a hyphen; the second part is long, so that no score or range is taken.
_HYPHEN: Final = Sieve(
    rf"(?<![\w-])(?P<name>{CAPITALISED}) (?:[A-Z]|[1-9]\d?)-(?:0\d|\d{{3}}|(?P<short>\d{{2}}))(?![\w/%-])"
)
_THREE: Final = re.compile(r"^[A-Z]\d-\d{3}$")
_SOMEWHERE: Final = re.compile(r"\b(?:in|to|into|from|at|of|on|outside|opposite)\s(?:the\s)?$")
_SOMEBODY: Final = re.compile(
    rf"\b(?:[Hh]e|[Ss]he|[Hh]is|[Hh]er|[Hh]im|who|man|woman|boy|girl|prisoner|detainee|inmate|patient|resident|child|"
    rf"{TITLE}\.?\s{CAPITALISED})\b|{CAPITALISED}\s(?:{CAPITALISED}|\()"
)
_OF_A_TEXT: Final = re.compile(
    r"\b(?:table|figure|form|annex|appendix|rule|section|schedule|item|para\w*|page|map)\b", re.IGNORECASE
)
_SLASH: Final = Sieve(rf"(?<![\w-])(?P<name>{CAPITALISED}) (?:[A-Z]|\d)/\d{{1,3}}(?![\w/%-])")
_HELD: Final = re.compile(
    r"\b(?:separated|lodged|placed|held|locked|confined|living|lives|lived|housed|moved|located|isolated|"
    r"secluded|restrained|kept|put|"
    r"slept|sleeps|shares|shared|found|back|returned|transferred|detained|next|cell|spent|sprayed|restrained|seen)\b[^.;|"
    r"()]{0,32}?\b(?:in|to|at|of|into|with|from)\s(?:the\s)?$"
)
_HELD_IN: Final = Sieve(
    rf"\b(?:in|to|into|at)\s(?:the\s)?(?P<place>(?P<name>{CAPITALISED})\s\d{{1,2}}|"
    rf"[A-Z]{{1,2}}\d{{1,3}}|[A-Z]{{2,4}}[- ]\d{{1,3}})(?![\w/-]|[.,:]\d|\s(?:to|and|or|of|%|{CAPITALISED})|\s\d)"
)
# "kept in the corridor cell, Example Point": the one cell of its kind, and where it is.
_OF_ITS_KIND: Final = Sieve(
    rf"\b(?:kept|held|placed|locked|put|slept|detained|confined)\s(?:\w+\s)?(?:in|into|to)\s"
    rf"(?P<place>the\s(?:[a-z]+\s){{1,2}}(?:cell|room),\s{CAPITALISED}(?:\s{CAPITALISED})?)(?=[,.;])"
)
# "put in number 6", "was in no. 12 all week": a cell by its number, with the word for it left out.
_BY_NUMBER: Final = Sieve(
    r"\b(?:put|held|kept|locked|lodged|moved|transferred|been|slept|sleeps|lives|lived|is|was|placed|isolated|punished|stayed|back)\s(?:\w+\s){0,2}"
    r"(?P<place>(?:in|into|to)\s(?:[Nn]umber|[Nn]o\.?|[Nn]úmero|n°|№)\s?\d{1,3}[A-Za-z]?)(?![\w/-]|[.,]\d|\s(?:of|and|to|or|per)\b)"
)
# "SRU 6", "ISU-07", "Observation 2": special units are small, and a number after their name is one room.
_SPECIAL: Final = Sieve(
    r"(?<![\w/-])(?:(?:PKT|EPKT|SHIZO|ShIZO|DIZO|SRU|ISU|CSU|SSU|SCU|SHU|MHU|SMU|CSRU|ISOL|OBS|HDU|ASU|SPU|RHU|SIU|CCU|IPU|IMU|MBU|VPU|CRU)(?:[ -]|\s(?:No\.?|№)\s?)\d{1,3}"  # noqa: E501
    r"|(?:Observation|Isolation|Seclusion|Segregation|Separation|Quarantine|Solitary|Holding|Calming|Padded|De-escalation)"
    r"\s(?:Room\s|Cell\s)?\d{1,2})(?![\w/-]|[.,:]\d|\s(?:to|and|or|of|%|beds|cells|places|prisoners|men|women)\b)"
)
# "Observation 3" numbers what an authority replies to, unless somebody is held there.
_OBSERVED: Final = re.compile(r"(?:Observation|Separation|Isolation|Segregation|Quarantine)\s\d")
_IN: Final = re.compile(r"\b(?:[Ii]n|[Ii]nto|[Tt]o|[Ff]rom|cell|room)\s$")
# "single cell No. 2" is one; "single cell 2.1 m wide" is none.
# "single cell C/11": with the code of one cell the kind of it is said of whoever has it.
_SINGLE_CODE: Final = Sieve(
    r"\b(?:single|solitary|punishment|isolation|double|shared)\s(?:cell|room)\s[A-Z]{1,2}\d?/\d{1,3}(?![\w/-])"
)
_SINGLE: Final = re.compile(r"\b(?:single|double)\s$")
_ONE_OF_TWO: Final = re.compile(r"[A-Z][ -]?\d{1,3}\s(?:to|and|or|–|-)\s$")
# "In 118 lives Mrs Example", "the man in 14": a bare number, where somebody lives.
_BARE: Final = Sieve(
    rf"\b(?:[Ii]n|[Ff]rom|[Oo]pposite|[Nn]ext door,? in)\s(?P<mark>\d{{1,3}}[A-Za-z]?)(?:"
    rf",?\s(?:lives?|lived|sleeps?|slept|sat|lay|is|was|we (?:met|found|saw|spoke to)|stays?|stayed)\s"
    rf"(?:(?:an?|the|our)\s(?:\w+\s){{0,3}}(?:man|woman|boy|girl|prisoner|patient|resident|detainee)|{TITLE}\.?\s))"
    r"|\b(?:man|woman|boy|girl|prisoner|patient|resident|detainee|neighbour)\s(?:in|from)\s(?P<other>\d{1,3}[A-Za-z]?)"
    r"(?=[,;]?\s(?:is|was|has|had|said|told|says|tells|asked|showed|who|lay|sat|could|cannot|cried|complained|did)\b)"
)
# "put an eye on 2/31", "Mr Example, held in 204, said": where somebody is, told by the number alone.
_WATCHED: Final = Sieve(
    r"\b(?:(?:an? |their |his |her )?eye on|look(?:ed|s)? in on|(?:man|woman|prisoner|detainee|bell|call) (?:from|in|of))\s(?P<mark>\d{1,2}[/-]\d{1,3}[A-Za-z]?)(?![\w/-]|[.,]\d)"  # noqa: E501
    r"|\b(?:held|lodged|locked(?: up)?|sleeps?|slept|living|lives|lived|stays?|stayed|kept|housed|moved|transferred)\s(?:(?:me|us|him|her|them)\s)?(?:alone\s|together\s|on the floor\s)?"  # noqa: E501
    r"(?:in|to|from)\s(?P<other>\d{2,3}[A-Za-z]?|\d{1,3}[A-Z]|\d{1,2}[/-]\d{1,3})(?=[,;:)]|\.(?:\s|$)|\s(?:to|and|for|since|until|with|because|when|after)\s)"
)
# "Ann is in Rowan 7": a unit and a number, where somebody is.
_IS_IN: Final = Sieve(
    rf"(?<![\w'’-])(?P<who>{CAPITALISED})\s(?:is|was|has been)\s(?:now\s|still\s|back\s)?(?:alone\s)?in\s"
    rf"(?P<place>(?P<name>{CAPITALISED})\s\d{{1,2}})(?![\w/-]|[.,:]\d|\s(?:to|or|of|%))"
)
# "Ann's room (Rowan 4)".
_ROOM_OF: Final = Sieve(
    rf"\b(?:room|cell|bed|dormitory)(?:\sfor\s[a-z]+)?\s?\(\s?(?:[Nn]o\.?\s|[Nn]umber\s|n°\s)?(?P<place>(?:{CAPITALISED}\s)?[A-Z]{{0,2}}\d{{1,3}}[A-Za-z]?)\s?\)"
)
_ROW: Final = re.compile(
    rf"\|\s(?:{CAPITALISED}(?:[ -][^\W\d_]+){{0,4}}\s)(?P<place>[A-Z]{{1,2}}\d{{1,3}}|\d{{1,3}}[A-Z]?)\s\|"
)
_ROW_ID: Final = re.compile(r"\d{2}[A-Z]{2}/\d{3,5}/\d\d|\b[A-Z]\d{4}[A-Z]{2}\b|\|\s[A-Z]*\d{5,}[A-Z]*\s\|")
# "C wing, 3 landing, 18 cell": numbers before their words, as British officers write.
_NUMBER_FIRST: Final = Sieve(r"(?<![\w./-])\d{1,2}\s(?:landing|spur|tier),?\s\d{1,3}\scell\b")
_NOT_A_UNIT: Final = (
    INSTITUTION
    | MONTH_OR_DAY
    | frozenset(
        [
            "level", "category", "class", "grade", "stage", "phase", "group", "theme", "objective", "target",
            "priority", "step", "tier", "band", "type", "round", "session", "item", "question", "issue", "point",
            "goal", "finding", "concern", "request", "principle", "option", "scenario", "case", "complaint",
            "annexe", "box", "note", "form", "quarter", "week", "day", "month", "fy", "qi", "block", "range",
            "door", "gate", "channel", "line", "track", "lot", "team", "shift", "schedule", "code", "key",
            "decree", "order", "law", "act", "circular", "regulation", "resolution", "directive", "ordinance",
            "statute", "instruction", "protocol", "judgment", "decision", "ruling", "invoice", "budget", "standard",
            "colony", "yas", "night",
            "outcome", "domain", "rows", "row", "column", "zone", "district", "region", "sector", "covid", "top",
            "thermometer", "camera", "radio", "van", "bus", "boiler", "pump", "model", "printer", "device", "monitor",
            "extinguisher", "defibrillator", "scanner", "generator", "lamp", "socket", "inventory", "vehicle", "item",
            "deficiency", "deficiencies", "footnote", "pages", "paras", "para", "mon", "tue", "tues", "wed", "thu",
            "thur", "thurs", "fri", "sat", "sun", "awake", "asleep", "open", "closed",
        ]
    )
)  # fmt: skip


_POSITIONS: Final = Positions()


class Cells:
    """Finds the place of one person inside an establishment; ranges and counts of cells are left."""

    name = "cell"

    def detect(self, text: str) -> list[Span]:
        """Return cells, rooms and beds."""
        spans: list[Span] = []
        for match in _CELL.finditer(text):
            mark = match["mark"]
            head = match.start("word") if match["house"] else match.start()
            numbered = "No" in match.group() or "number" in match.group()
            # "Pavilion: 4 Cell: 12": the number before is the value of another field.
            field = ":" in match.group() and left(text, head, 2)[:1].isdigit()
            single = numbered and _SINGLE.search(left(text, head, 16))
            elsewhere = _NOT_LIVED_IN.search(left(text, head, 16)) and not (single or field)
            if elsewhere or (mark.isalpha() and match["word"].lower() in {"bed", "camera", "cel", "cella"}):
                continue
            if len(mark) == 4 and mark.isdigit() and mark[:2] in {"19", "20"}:
                continue
            if match["word"].lower() == "camera" and not _HELD.search(left(text, match.start("word"), 50)):
                continue
            if ":" in match.group() and _COUNTED.search(left(text, match.start("word"), 40)):
                continue
            if of_the_room(text, match.start("word"), match.end()) or _OF_AN_OFFICE.match(text, match.end()):
                continue
            start = match.start()
            kind = _KIND_OF.search(text, max(0, start - 30), start)
            if not match["house"] and kind is not None:
                start = kind.start("kind")
            if match["house"] and (
                match["house"].lower() in _NOT_A_UNIT or not _SOMEWHERE.search(left(text, start, 16))
            ):
                start = match.start("word")
            line = text.rfind("\n", start, match.start("word")) + 1
            if line and ":" in text[match.end("word") : match.start("mark")]:
                # "Unit 3⏎Cell: 12": the label of the next line.
                start = line
            spans.append(found(self.name, start, match.end(), SpanType.CELL, 0.9))
        spans += [found(self.name, m.start(), m.end(), SpanType.CELL, 0.8) for m in _NUMBER_FIRST.finditer(text)]
        for pattern, score in ((_NOMIS, 0.9), (_SHORT, 0.7)):
            for match in pattern.finditer(text):
                if pattern is _NOMIS or self._of_somebody(text, match.start(), match.end()):
                    spans.append(found(self.name, match.start(), match.end(), SpanType.CELL, score))
        for match in _SLASH.finditer(text):
            if match["name"].lower() not in _NOT_A_UNIT and not match["name"].isupper():
                spans.append(found(self.name, match.start(), match.end(), SpanType.CELL, 0.8))
        for match in _HYPHEN.finditer(text):
            name = match["name"].lower()
            if name in _NOT_A_UNIT or name.rstrip("s") in _NOT_A_UNIT or match["name"].isupper():
                continue
            before = left(text, match.start(), 60)
            if match["short"] is None or _HELD.search(before):
                spans.append(found(self.name, match.start(), match.end(), SpanType.CELL, 0.75))
        for match in _HELD_IN.finditer(text):
            name = match["name"]
            if name is not None and (
                name.lower() in _NOT_A_UNIT or name.lower().rstrip("s") in _NOT_A_UNIT or name.isupper()
            ):
                continue
            if is_amount(text, *match.span("place")):
                continue
            if _HELD.search(left(text, match.start("place"), 50)):
                spans.append(found(self.name, match.start("place"), match.end("place"), SpanType.CELL, 0.7))
        for match in _SPECIAL.finditer(text):
            heads = _OBSERVED.match(match.group()) and not self._within(text, match.start(), match.end())
            if not heads and not _ONE_OF_TWO.search(left(text, match.start(), 16)):
                spans.append(found(self.name, match.start(), match.end(), SpanType.CELL, 0.75))
        for match in _IS_IN.finditer(text):
            who, name = match["who"].lower(), match["name"].lower()
            thing = name in _NOT_A_UNIT or name.rstrip("s") in _NOT_A_UNIT or match["name"].isupper()
            if not thing and who not in INSTITUTION and (who in ("he", "she") or not lexicon().is_common(who)):
                spans.append(found(self.name, *match.span("place"), SpanType.CELL, 0.7))
        spans += [found(self.name, *match.span(), SpanType.CELL, 0.75) for match in _SINGLE_CODE.finditer(text)]
        for match in _BARE.finditer(text):
            spans.append(found(self.name, *match.span(match.lastgroup or 0), SpanType.CELL, 0.7))
        for match in _WATCHED.finditer(text):
            low, high = sentence(text, *match.span())
            told = re.search(r"\s(?:me|us|him|her|them)\s", match.group())
            if match["mark"] or told or _SOMEBODY.search(text, low, high):
                spans.append(found(self.name, *match.span(match.lastgroup or 0), SpanType.CELL, 0.7))
        for match in _BY_NUMBER.finditer(text):
            low, high = sentence(text, *match.span())
            if _SOMEBODY.search(text[low : match.start("place")] + " \n " + text[match.end() : high]):
                spans.append(found(self.name, *match.span("place"), SpanType.CELL, 0.7))
        for match in _OF_ITS_KIND.finditer(text):
            spans.append(found(self.name, *match.span("place"), SpanType.CELL, 0.75))
        for match in _ROOM_OF.finditer(text):
            spans.append(found(self.name, *match.span("place"), SpanType.CELL, 0.75))
        if " | " in text:
            spans += self._rows(text)
        spans += _POSITIONS.detect(text)
        return joined(text, distinct(spans))

    @staticmethod
    def _of_somebody(text: str, start: int, end: int) -> bool:
        """Say whether a mark such as ``K2-114`` is where somebody is, rather than a part of a text."""
        window = left(text, start, 60)
        if _HELD.search(window):
            return True
        low, high = sentence(text, start, end)
        if _SOMEWHERE.search(window) and not _OF_A_TEXT.search(window[-30:]) and _THREE.search(text[start:end]):
            return True
        return bool(
            _SOMEWHERE.search(window)
            and not _OF_A_TEXT.search(window[-30:])
            and _SOMEBODY.search(text[low:start] + " " + text[end:high])
        )

    @staticmethod
    def _within(text: str, start: int, end: int) -> bool:
        """Say whether somebody is in what stands here, rather than that it is spoken of."""
        low, high = sentence(text, start, end)
        around = text[low:start] + " \n " + text[end:high]
        return bool(_IN.search(left(text, start, 8)) and _SOMEBODY.search(around))

    def _rows(self, text: str) -> list[Span]:
        spans: list[Span] = []
        for match in _ROW.finditer(text):
            low = text.rfind("\n", 0, match.start()) + 1
            high = text.find("\n", match.end())
            if _ROW_ID.search(text, low, high if high >= 0 else len(text)):
                spans.append(found(self.name, match.start("place"), match.end("place"), SpanType.CELL, 0.75))
        return spans
