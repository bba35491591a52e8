"""Numbers that a word or an abbreviation beside them names: "prisoner number", "écrou", "PESEL", "complaint"."""

from __future__ import annotations

import re
from typing import Final

from redaction.particulars.papers import of_the_letter
from redaction.recognizers.labels import GENERAL, GLUE, NUMBER_WORDS, SPECIFIC, SPECIFIC_WORDS
from redaction.recognizers.lexis import CAPITALISED, TITLE, found, left
from redaction.recognizers.numerals import digit_count, extended, is_date, is_figure, is_year, tokens
from redaction.span import Span, SpanType

# Papers and traces of one person's body.
_OF_A_BODY: Final = re.compile(r"report|form$", re.IGNORECASE)


def _tail(words: dict[str, int], flags: int = 0) -> re.Pattern[str]:
    ordered = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    return re.compile(rf"(?<![\w/-])({ordered})(?:['’]s)?$", flags)


_ACRONYM_TAIL: Final = _tail(SPECIFIC)
_WORD_TAIL: Final = _tail(SPECIFIC_WORDS, re.IGNORECASE)
_GENERAL_TAIL: Final = _tail(GENERAL, re.IGNORECASE)
_PREFIX: Final = re.compile(r"(?<!\w)[A-Z]{1,3}[ #\u00a0]$")
_SYSTEM: Final = re.compile(r"\b(?:P?NOMIS|TOMS|PIMS)[ :]$")  # part of the number as records write it
# "his calls are not put through after 18.00": an hour, whatever number was spoken of before.
_HOUR: Final = re.compile(r"(?:[01]?\d|2[0-3])[.:][0-5]\d")
_AT_THE_HOUR: Final = re.compile(r"\b(?:after|before|until|till|at|by|from|to|between|and|around|about|past|since)\s$")
_RANK: Final = re.compile(r"\b(?:PC|WPC|PS|DC|DS|Constable|Officer|Garda|Sergeant|Sgt)\s$")  # a collar number follows
_RANK_AFTER: Final = re.compile(rf"\s{CAPITALISED}|[,.;)]|$")
_CHAIN: Final = re.compile(r"(?:,|;|/|\band\b|\bor\b|&|\s|\(|\bformerly\b|\blater\b|\bthen\b)+")
_POSSESSED: Final = re.compile(
    r"(?:\b(?:his|her|their|whose|hers)|['’]s|s['’])\s+(?:\w+\s+){0,2}(?:number|no\.)[^.;\d]{0,40}[,:( ]\s*$",
    re.IGNORECASE,
)
_OF_ANOTHER: Final = re.compile(
    r"\bnumber of (?:another|the other|a different|the|a) (?:person|prisoner|detainee|man|woman|"
    r"inmate|patient)\s*[,:(]\s*$"
)
_SYMBOL: Final = re.compile(r"(?:A|E|S|CAT|CCPR|CRC|CRPD|CED|HRI|ST|CEDAW|CERD|CMW|WHO|CPT)/[A-Z\d]")  # United Nations
# A sentence or block that ends between label and number; "no." and the like are not ends.
_STOPPED: Final = re.compile(r"(?<!\b[NnIi][Oo])(?<!\b[Nn][Rr])(?<!\b[Rr]ef)(?<!\b[A-Z])(?<!\b[Mm]atr)\.\s|\n\s*\n")
_FILE: Final = re.compile(r"\b[Ff]ile\s(?:no\.?\s|number\s)?$")
_FILE_OF: Final = re.compile(rf"\sof\s(?:{TITLE}\.?\s{CAPITALISED}|{CAPITALISED}\s{CAPITALISED})")
_COMPLAINS: Final = re.compile(r"compl(?:ain|aint)|petition|wrote|grievance", re.IGNORECASE)
_NOT_PERSONAL: Final = re.compile(
    r"\b(?:charity|company|vehicle|serial|asset|inventory|model|catalogue|meter|criminal|purchase|report|form|contract|batch|invoice|isbn|issn|statistical|row|"
    r"help|freephone|hotline|docket|control|circular|total|average|annual)\b[^.;]{0,20}$",
    re.IGNORECASE,
)

# A label, a few words, and the value after a colon or verb: "Voter ID of the complainant: ...", "the number on it was ...".  # noqa: E501
_AT_LENGTH: Final = re.compile(
    r"(?<![\w-])(?:[Nn]umber|[Nn]o\.|ID|[Cc]ard|[Pp]assports?(?: copy| copies)?|[Pp]ermit|[Ll]icen[cs]e|[Mm]atricule|"
    rf"{'|'.join(re.escape(word) for word in sorted(SPECIFIC, key=len, reverse=True) if len(word) > 2)})"
    r"\s?(?:[^.;:()\d\n]{1,40}?)?(?:\s(?:was|is|reads?|bears|bore|shows?|as)\s?|:\s?|\(\s?)$"
)
_OWN_FILE: Final = re.compile(
    r"(?:\b[Hh]is|\b[Hh]er|\b[Tt]heir|\bwhose|['’]s)\s(?:[\w-]+\s){0,2}(?:file|record|dossier|case)\s?(?:no\.?|number)?\s?[(:,]?\s?$"
    # The number under which another body keeps somebody's complaint.
    r"|\((?:[Ii]ts|[Tt]heir|[Pp]olice|[Cc]ourt|[Hh]ospital|[Cc]omplaint|[Cc]ase)\s(?:own\s)?ref(?:erence|\.)?(?:\s(?:no\.?|number))?[:,]?\s$"
)
# "for prisoner 2214.", "Detainee 317 said": a short number where nothing is counted.
_ONE_PERSON: Final = frozenset({"prisoner", "detainee", "inmate", "patient", "offender", "resident"})
_NOT_COUNTED: Final = re.compile(
    r"[.,;:)](?:\s|$)|\s(?:was|is|has|had|said|says|told|who|alleged|refused|complained|died|asked)\b|$"
)
# "has brought a civil claim under docket 1-204/2024".
_BROUGHT: Final = re.compile(
    r"\b(?:claim|suit|petition|appeal|complaint|proceedings|charges?|case|action)\b[^.;\n]{0,24}\b(?:under|in|as|with)\s(?:the\s)?"
    r"(?:docket|file|case|roll|registration|reference)(?:\s(?:no\.?|number|of))?\s$"
)
_YEARED: Final = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_JUDGMENT: Final = re.compile(r"\sv\.?\s|\b[Cc]ases? of\b|\bGC\b")
_OWN_NUMBER: Final = re.compile(r"(?<!\w)(?:[Nn]o\.?|[Nn]umber|№|[Nn]º|[Nn]°|[Nn]r\.?|#)\s?:?\s?(?:[A-Z]{1,4}\s)?$")
# What has numbers of its own: papers, rules, places and parts of a text.
_OF_PAPERS: Final = re.compile(
    r"\b(?:criminal|investigation|law|laws|act|acts|article|art|section|sections|decree|decree-law|order|resolution|recommendation|regulations?|"
    r"directive|circular|rules?|protocol|convention|treaty|series|code|bill|ordinance|instrument|judgment|decision|"
    r"ordonnance|loi|décret|arrêté|circulaire|ley|decreto|reglamento|resolución|oficio|outgoing|incoming|gesetz|verordnung|zakon|"
    r"establishment|institution|colony|facility|prison|centre|center|hospital|school|unit|block|wing|court|station|"
    r"table|figure|annex|appendix|page|paragraph|paragraphs|para|box|chapter|volume|issue|report|form|version|edition|"
    r"fir|(?:fire|safety|calibration|hygiene|conformity|inspection) certificate|thermometer|extinguisher|boiler|bulletin|gazette|comment|general comment|amendment|principle|guideline|standard|isbn|issn|question|"  # noqa: E501
    r"objective|goal|supervision|item|line|route|bus|flight|train|platform|gate|charity|company|contract|tender|project|grant|"
    r"legislative|government|ministerial|presidential|executive|administrative|official journal|statutory)\b[^.,;:\d]{0,24}$",  # noqa: E501
    re.IGNORECASE,
)
# "The order of the Ministry of Example no. 12-A", "A circular of 20 June (No. 34)".
_OF_AN_ORDER: Final = re.compile(
    r"\b(?:[Oo]rder|[Dd]ecree|[Cc]ircular|[Ii]nstruction|[Dd]irective|[Rr]esolution|[Rr]egulation|[Oo]rdinance|[Dd]isposition)s?\s(?:of|by|dated)\s(?:the\s)?"
    r"(?:\d{1,2}\s\w+(?:\s(?:19|20)\d\d)?|(?:Minist\w+|Director\w*|Government|President|Cabinet|Council|Department|Service|Board|Bureau)\b[^.;:\d]{0,40})"
    r"\s?[(,]?\s?$"
)


# "Closed Prison No. 12, Example Town", "the Psychiatric Hospital No. 2": establishments are numbered.
_PLACE_NUMBER: Final = re.compile(
    r"(?:[A-Z]\w+|[Tt]he)\s(?:Prison|Hospital|School|Colony|Institution|Clinic|Centre|Barracks|Jail|Prison Hospital)\s(?:No\.?|№|Nr\.?|#)\s?$"  # noqa: E501
)


class LabelledNumbers:
    """Finds numbers by the words beside them; tolerant of spaces and of letters that OCR put for digits."""

    name = "labelled_number"

    def detect(self, text: str) -> list[Span]:
        """Return identifiers that a label names."""
        spans: list[Span] = []
        done, failed = 0, -2
        for start, end in tokens(text):
            if start < done:
                continue
            if end - start <= 2 and start == failed + 1:
                # One or two digits after a number that no label named: the same label would name them.
                failed = end
                continue
            begin, want, score = self._label(text, start, end)
            if not score and spans and start - spans[-1].end <= 16:
                between = text[spans[-1].end : start]
                shaped = digit_count(text[start:end]) >= 5 and not is_date(text[start:end])
                if shaped and _CHAIN.fullmatch(between) and not is_figure(text, start, end):
                    begin, want, score = start, 0, 0.7
            if not score or of_the_letter(text, start) or _PLACE_NUMBER.search(text, max(0, begin - 60), begin):
                failed = end
                continue
            done = extended(text, end, digit_count(text[begin:end]), want)
            system = _SYSTEM.search(text, max(0, begin - 8), begin)
            begin = system.start() if system is not None else begin
            role = "DETAINEE" if want and re.search(r"prisoner|detainee|inmate|écrou", left(text, start, 25)) else None
            spans.append(found(self.name, begin, done, SpanType.ID, score, role))
        return spans

    def _label(self, text: str, start: int, end: int) -> tuple[int, int, float]:
        """Return where the value begins, how many digits a complete one has, and the score (0: no label)."""
        token = text[start:end]
        if is_date(token) or is_figure(text, start, end) or _SYMBOL.match(token):
            return start, 0, 0.0
        window = left(text, start, 70)
        if _HOUR.fullmatch(token) and _AT_THE_HOUR.search(window):
            return start, 0, 0.0
        if token[:2].upper() == "A#" and digit_count(token) >= 3:
            return start, 9, 0.95
        result = self._match(window, token, text, end)
        if result is None:
            prefix = _PREFIX.search(window)
            if prefix is not None:
                length = len(window) - prefix.start()
                result = self._match(window[: prefix.start()], token, text, end)
                if result is not None:
                    return start - length, *result
            return start, 0, 0.0
        return start, *result

    def _match(self, window: str, token: str, text: str, end: int) -> tuple[int, float] | None:
        number = _OWN_NUMBER.search(window)
        if number is not None and _OF_AN_ORDER.search(window[: number.start()]):
            return None
        digits = digit_count(token)
        grouped = extended(text, end, digits, 9) > end
        enough = digits >= 3 or grouped
        if not enough:
            return None
        if digits <= 5 and not grouped and _RANK.search(window) and _RANK_AFTER.match(text, end):
            return 0, 0.8
        if (
            ("number" in window or "no." in window)
            and (_POSSESSED.search(window) or _OF_ANOTHER.search(window))
            and digits >= 4
            and not is_year(token)
        ):
            return None if _NOT_PERSONAL.search(window) else (0, 0.85)
        if _FILE.search(window) and "/" in token:
            lettered = any(c.isalpha() for c in token) and digits >= 4 and not _YEARED.search(token)
            if lettered or _FILE_OF.match(text, end):
                return 0, 0.85
        if digits >= 4 and not is_year(token) and _BROUGHT.search(window):
            return 0, 0.8
        rest, numbered, plural = _strip(window)
        match = _ACRONYM_TAIL.search(rest)
        if match is not None:
            want = SPECIFIC[match[1]]
            return None if match[1] in {"ID", "MIN", "ACT", "SIS", "CIN"} and is_year(token) else (want, 0.95)
        match = _WORD_TAIL.search(rest)
        if match is not None and not (is_year(token) and not numbered):
            if match[1].lower() in {"custody", "adjudication"} and not numbered and not (_coded(token) and digits >= 4):
                return None
            return SPECIFIC_WORDS[match[1].lower()], 0.9
        match = _GENERAL_TAIL.search(rest)
        if match is None and (value := self._at_length(window, token)):
            return value
        if match is None or (_NOT_PERSONAL.search(rest) and not _OF_A_BODY.search(match[1])):
            return None
        label = match[1].lower()
        if label == "receipt" and not token.isdigit():
            return None
        if label == "letter" and not _COMPLAINS.search(window):
            return None
        if (
            label
            in {
                "hospital",
                "service",
                "staff",
                "prison",
                "health",
                "port",
                "record",
                "account",
                "act",
                "travel",
                "national",
            }
            and not numbered
        ):
            return None
        if (is_year(token) and digits == 4) or (plural and digits < 5):
            return None
        if (
            numbered
            or label in {"collar", "badge", "shoulder"}
            or (_coded(token) and digits >= 3)
            or (label in _ONE_PERSON and _NOT_COUNTED.match(text, end))
            or (digits >= 5 and not grouped)
        ):
            return GENERAL[label], 0.85
        return None

    @staticmethod
    def _at_length(window: str, token: str) -> tuple[int, float] | None:
        """Judge a value whose label is unknown or stands some words before it."""
        digits = digit_count(token)
        if is_year(token) or _NOT_PERSONAL.search(window) or _OF_PAPERS.search(window):
            return None
        if digits >= 4 and _OWN_FILE.search(window):
            return 0, 0.75
        if (digits >= 6 or (digits >= 4 and token.isalnum() and not token.isdigit())) and _AT_LENGTH.search(window):
            return 0, 0.75
        # A number with the year in it, that nobody owns, is the number of a paper.
        if _YEARED.search(token):
            return None
        number = _OWN_NUMBER.search(window)
        if re.fullmatch(r"\d{1,6}/\d{2,4}", token) and _JUDGMENT.search(window):
            return None
        if number is None or _OF_PAPERS.search(window[: number.start()]):
            return None
        return (0, 0.7) if digits >= 5 or ((_coded(token) or "#" in window[-2:]) and digits >= 4) else None


def _coded(token: str) -> bool:
    """Say whether the token mixes letters or separators with digits, as references do and counts do not."""
    return any(c.isalpha() for c in token) or "/" in token or "-" in token


def _strip(window: str) -> tuple[str, bool, bool]:
    """Take the words that join label and value off the end; say whether "number" was among them, and as plural."""
    rest = window.rstrip(' \t\n\u00a0(:,#"“-–.=')
    if _STOPPED.search(window, max(0, len(rest) - 4)):
        return "", False, False
    numbered = "#" in window[len(rest) :]
    plural = False
    for _ in range(8):
        head, _, word = rest.rpartition(" ")
        bare = word.strip('("“.,:').lower()
        if bare in {"numbers", "nos", "references", "refs"}:
            numbered = plural = True
        elif bare in NUMBER_WORDS:
            if bare in {"id", "card", "code"} and _ACRONYM_TAIL.search(rest) and not _known(head):
                break
            numbered = True
        elif (
            bare not in GLUE
            or not head
            or (
                bare in {"record", "records", "file"}
                and (_WORD_TAIL.search(rest) or _GENERAL_TAIL.search(rest))
                and not _known(head)
            )
        ):
            break
        rest = head.rstrip(' \t\n(:,#"“-–=')
    return rest, numbered, plural


def _known(text: str) -> bool:
    return bool(_ACRONYM_TAIL.search(text) or _WORD_TAIL.search(text) or _GENERAL_TAIL.search(text))
