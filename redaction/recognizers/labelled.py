"""Numbers that a word or an abbreviation beside them names: "prisoner number", "écrou", "PESEL", "complaint"."""

from __future__ import annotations

import re
from typing import Final

from redaction.recognizers.lexis import CAPITALISED, TITLE, found, left
from redaction.recognizers.numerals import digit_count, extended, is_date, is_figure, is_year, tokens
from redaction.span import Span, SpanType

_NUMBER_WORDS: Final = frozenset(
    [
        "number",
        "num",
        "no",
        "nr",
        "n°",
        "nº",
        "№",
        "#",
        "reference",
        "ref",
        "id",
        "identifier",
        "code",
        "card",
        "numéro",
        "numero",
        "numer",
        "nummer",
    ]
)
_GLUE: Final = frozenset(
    [
        "is",
        "was",
        "as",
        "of",
        "are",
        "reads",
        "read",
        "the",
        "last",
        "first",
        "latest",
        "one",
        "being",
        "given",
        "and",
        "record",
        "records",
        "file",
        "holder",
        "for",
        "quoted",
        "shown",
        "entered",
        "bears",
        "document",
        "d",
        "du",
        "de",
    ]
)
# Abbreviations and words that mean nothing but a personal identifier; the value follows with or without "number".
# The figure is how many digits a complete number has, so that one written in groups is taken whole.
_SPECIFIC: Final = {
    "NOMIS": 4, "PNOMIS": 4, "TOMS": 5, "PIMS": 5, "MIN": 5, "JID": 5, "PRN": 5, "CIN": 5, "FPS": 6, "CRN": 6, "PNC": 7,
    "PNCID": 7, "CRO": 6, "SPIN": 5, "ACCT": 4, "SASH": 4, "BRP": 6, "ARC": 6, "UAN": 9, "NHS": 10,
    "CHI": 10, "H&C": 10,
    "HCN": 10, "MRN": 6, "NHI": 4, "NI": 6, "NINO": 6, "PPS": 7, "PPSN": 7, "PESEL": 11, "CNP": 13, "NIF": 9, "NIE": 7,
    "DNI": 8, "NIR": 15, "INSEE": 15, "SIN": 9, "TFN": 9, "BSN": 9, "AVS": 13, "AHV": 13, "IIN": 12, "EGN": 10,
    "JMBG": 13, "OIB": 11, "TCKN": 11, "SSN": 9, "CPR": 10, "RRN": 13, "IDNP": 13, "ID": 13, "A#": 9, "IBAN": 34,
    "RUT": 9, "CURP": 18, "CPF": 11, "NISS": 11, "CNI": 12, "SIS": 6,
}  # fmt: skip
_SPECIFIC_WORDS: Final = {
    "écrou": 5, "ecrou": 5, "matricule": 5, "kennitala": 10, "personnummer": 12, "medicare": 11, "codice fiscale": 16,
    "passport": 9, "national insurance": 6, "social insurance": 9, "social security": 15, "sécurité sociale": 15,
    "tax file": 9, "alien file": 9, "alien": 9, "a-number": 9, "turkish identity": 11, "tr identity": 11,
    "t.c. identity": 11,
    "prisoner file": 5, "medical file": 5, "inmate file": 5, "patient file": 5, "custody file": 5, "personal file": 5,
    "adjudication": 5, "incident report": 5, "complaint form": 5, "custody record": 5, "custody": 5,
    "gefangenenbuchnummer": 5, "buchnummer": 5,
}  # fmt: skip
# Words that name an identifier only together with "number", "no.", "ref", or with a value that looks like a code.
_GENERAL: Final = {
    "prison": 6, "prisoner": 6, "detainee": 6, "inmate": 6, "offender": 6, "booking": 6, "patient": 6, "resident": 6,
    "hospital": 6, "force": 8, "service": 8, "army": 8, "regimental": 8, "staff": 5, "warrant": 5,
    "collar": 4, "badge": 4,
    "shoulder": 4, "payroll": 5, "employee": 5, "personal": 11, "identity": 13, "identification": 13, "national": 13,
    "travel": 9, "residence permit": 9, "permit": 9, "visa": 9, "home office": 8, "asylum": 8,
    "immigration": 8, "atlas": 8,
    "port": 8, "person": 9, "registration": 13, "client": 6, "health": 10, "health card": 10, "insurance": 9, "tax": 11,
    "driving licence": 16, "driving license": 16, "driver's licence": 16, "driver's license": 16, "incident": 6,
    "complaint": 6, "complaints": 6, "grievance": 6, "grievances": 6, "referral": 6, "crime": 6, "arrest": 6,
    "account": 12,
    "bank account": 12, "credit card": 16, "debit card": 16, "sort": 6, "letter": 5, "request": 6,
    "juvenile": 6, "victim": 6, "visitor": 6, "student": 6, "pupil": 10, "member": 6, "officer": 4, "record": 6,
}  # fmt: skip


def _tail(words: dict[str, int], flags: int = 0) -> re.Pattern[str]:
    ordered = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    return re.compile(rf"(?<![\w/-])({ordered})(?:['’]s)?$", flags)


_ACRONYM_TAIL: Final = _tail(_SPECIFIC)
_WORD_TAIL: Final = _tail(_SPECIFIC_WORDS, re.IGNORECASE)
_GENERAL_TAIL: Final = _tail(_GENERAL, re.IGNORECASE)
_PREFIX: Final = re.compile(r"(?<!\w)[A-Z]{1,3}[ #\u00a0]$")
_SYSTEM: Final = re.compile(r"\b(?:P?NOMIS|TOMS|PIMS)[ :]$")  # part of the number as records write it
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
_STOPPED: Final = re.compile(r"(?<!\b[NnIi][Oo])(?<!\b[Nn][Rr])(?<!\b[Rr]ef)(?<!\b[A-Z])\.\s|\n\s*\n")
_FILE: Final = re.compile(r"\b[Ff]ile\s(?:no\.?\s|number\s)?$")
_FILE_OF: Final = re.compile(rf"\sof\s(?:{TITLE}\.?\s{CAPITALISED}|{CAPITALISED}\s{CAPITALISED})")
_COMPLAINS: Final = re.compile(r"compl(?:ain|aint)|petition|wrote|grievance", re.IGNORECASE)
_NOT_PERSONAL: Final = re.compile(
    r"\b(?:charity|company|vehicle|criminal|purchase|report|form|contract|batch|invoice|isbn|issn|statistical|row|"
    r"help|freephone|hotline|docket|control|circular|total|average|annual)\b[^.;]{0,20}$",
    re.IGNORECASE,
)


class LabelledNumbers:
    """Finds numbers by the words beside them; tolerant of spaces and of letters that OCR put for digits."""

    name = "labelled_number"

    def detect(self, text: str) -> list[Span]:
        """Return identifiers that a label names."""
        spans: list[Span] = []
        done = 0
        for start, end in tokens(text):
            if start < done:
                continue
            begin, want, score = self._label(text, start, end)
            if not score and spans and start - spans[-1].end <= 16:
                between = text[spans[-1].end : start]
                shaped = digit_count(text[start:end]) >= 5 and not is_date(text[start:end])
                if shaped and _CHAIN.fullmatch(between) and not is_figure(text, start, end):
                    begin, want, score = start, 0, 0.7
            if not score:
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
        if _FILE.search(window) and "/" in token and _FILE_OF.match(text, end):
            return 0, 0.85
        rest, numbered, plural = _strip(window)
        match = _ACRONYM_TAIL.search(rest)
        if match is not None:
            want = _SPECIFIC[match[1]]
            return None if match[1] in {"ID", "MIN", "ACT", "SIS", "CIN"} and is_year(token) else (want, 0.95)
        match = _WORD_TAIL.search(rest)
        if match is not None and not (is_year(token) and not numbered):
            if match[1].lower() in {"custody", "adjudication"} and not numbered and not (_coded(token) and digits >= 4):
                return None
            return _SPECIFIC_WORDS[match[1].lower()], 0.9
        match = _GENERAL_TAIL.search(rest)
        if match is None or _NOT_PERSONAL.search(rest):
            return None
        label = match[1].lower()
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
        if numbered or (_coded(token) and digits >= 3) or (digits >= 5 and not grouped):
            return _GENERAL[label], 0.85
        return None


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
        elif bare in _NUMBER_WORDS:
            if bare in {"id", "card", "code"} and _ACRONYM_TAIL.search(rest) and not _known(head):
                break
            numbered = True
        elif (
            bare not in _GLUE
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
