"""Identifiers known by their own form: a check digit, a date of birth inside, or a shape used for nothing else."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from redaction.particulars.money import CURRENCIES
from redaction.particulars.papers import of_the_letter
from redaction.recognizers import checksums as cs
from redaction.recognizers import national_checks as nc
from redaction.recognizers.lexis import found, left
from redaction.recognizers.numerals import tokens
from redaction.sieve import Sieve
from redaction.span import Span, SpanType

_Check = Callable[[str], bool]

_NUMBER: Final = re.compile(r"\d(?:[ \u00a0\u202f./-]?\d){8,15}(?![\w%]|[.,/]\d)")
# Which checks apply to how many digits. Only numbers that hold a valid date or two check digits are taken in
# groups of any size; one check digit alone is right for one number in ten or eleven.
_BY_LENGTH: Final[dict[int, tuple[_Check, ...]]] = {
    10: (cs.nhs, nc.kennitala, nc.rodne_cislo, nc.egn),
    11: (nc.pesel, nc.tckn, nc.fodselsnummer, nc.rijksregister, nc.baltic),
    12: (nc.iin, nc.personnummer),
    13: (nc.cnp, nc.za_id, nc.ahv, nc.jmbg),
    15: (nc.nir,),
    16: (cs.card,),
}
_TEN: Final = re.compile(r"\d{10}|\d{3}[ -]\d{3}[ -]\d{4}|\d{6}[ -/]\d{4}")
_SERIES: Final = re.compile(r"(?:1[89]|20)\d\d(?:[ /-](?:1[89]|20)?\d\d)+")

# Shapes that begin at a capital letter or a digit; each names the group that holds it, in order of trust.
_SHAPES: Final[tuple[tuple[re.Pattern[str], float, _Check | None], ...]] = (
    (re.compile(r"[A-Z]\d{4}[A-Z]{2}"), 0.9, None),  # NOMIS (England and Wales), prisoner-offender-search
    (re.compile(r"[A-Z](?=[OolI]*\d[OolI]*\d)[\dOolI]{4}[A-Z]{2}"), 0.8, None),  # the same, damaged by a scan
    (re.compile(r"\d{2}[A-Z]{2}/\d{3,5}/\d{2}"), 0.9, None),  # custody record: force, station, number, year
    (re.compile(r"(?:\d{4}|\d{2})/\d{1,7}[A-Z]"), 0.95, cs.pnc),
    (re.compile(r"\d{1,6}/\d{2}[A-Z]|SF\d{2}/\d{1,6}[A-Z]"), 0.95, cs.cro),
    (re.compile(r"\d{7}[A-Z]{1,2}"), 0.9, cs.pps),
    (re.compile(r"\d{6}[A-Z]"), 0.75, None),  # Fingerprint Section number, Canada
    (re.compile(r"[A-Z]{2}\d{6}[A-D]"), 0.9, cs.nino),
    (re.compile(r"[A-Z]\d{6}"), 0.7, None),  # case reference number of probation (CRN)
    (re.compile(r"[A-Z]\d{7}(?:/\d{1,3})?"), 0.8, None),  # Home Office reference; passports of many States
    (re.compile(r"[A-Z]{2}\d{7}|[A-Z]{2}[A-Z0-9]\d{6}"), 0.8, None),  # passport; biometric residence permit
    (re.compile(r"[A-Z]{3}\d{4}|[A-Z]{3}\d{2}[A-Z]{2}"), 0.85, cs.nhi),
    (re.compile(r"A\d{9}|A#?\d{3}-\d{3}-\d{3}"), 0.9, None),  # alien number, United States
    (re.compile(r"\d{8}-?[A-Z]|[XYZ]-?\d{7}-?[A-Z]"), 0.95, nc.dni),
    (re.compile(r"[A-Z]{6}\d\d[A-Z]\d\d[A-Z]\d{3}[A-Z]", re.IGNORECASE), 0.95, nc.codice_fiscale),
    (re.compile(r"\d{6}-[1-8]\d{6}"), 0.9, nc.rrn_kr),
    (re.compile(r"\d{6}[-+A]\d{3}[0-9A-Y]"), 0.9, nc.hetu),
    (re.compile(r"[A-Z9]{5}\d[0156]\d[0-3]\d\d[A-Z9]{2}[A-Z0-9]{3}"), 0.95, None),  # driving licence, Great Britain
    (re.compile(r"[1-478]\d{4}2[AB]\d{8}"), 0.95, nc.nir),
    (re.compile(r"\d{8}[A-Z]{2}"), 0.75, None),  # force number, South Africa
)
_SPACED: Final = Sieve(
    r"(?<![\w/-])(?:(?P<nino>[A-Z]{2} ?\d\d ?\d\d ?\d\d ?[A-D])|(?P<alien>A[ #]\d{3}[ -]?\d{3}[ -]?\d{3})|"
    r"(?P<iban>[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,4})?)|"
    r"(?P<ramq>[A-Z]{4} ?\d{4} ?\d{4})|"  # health insurance number, Quebec
    r"(?P<nrc>\d{1,2}/[A-Z][A-Za-z]{2,14} ?\([A-Z]{1,7}\) ?\d{6})|"  # national registration card, Myanmar
    r"(?P<docket>\d:\d\d-(?:[a-z]{2}|[A-Z]{2})-\d{3,6}(?:-[A-Z]{2,4}){0,3})|"  # district courts of the United States
    r"(?<=[Cc]ase \d \()(?:our )?(?:no\.? )?(?P<case>(?:19|20)\d\d/\d{2,6})|"  # the heading of one person's case
    r"(?P<elided>(?:…|\.{3,4}|[xX*•]{3,})\d{3,6})|"  # the last digits of a number
    r"(?P<chamber>(?:StVK|Vollz|[KD]Ls|Js|Ks|Ds|VRs|UJs)\s\d{1,6}/\d{2})|"  # criminal courts, Germany
    r"(?P<examined>(?:PM|PMR|MLEF|MLR|MLC|BHT)(?:\s[Nn]o\.?)?\s?\d{1,6}/\d{2,4})|"  # examinations of a body, South Asia
    r"(?P<yearly>\d{2,6}\s(?:for|of)\s(?:the\syear\s)?20\d\d,?\s(?:adm(?:inistrative)?|criminal|misdemeanou?rs?|felon(?:y|ies)|military)\b\.?(?:\s[A-Z]\w+)?)|"  # Egypt  # noqa: E501
    r"(?P<licence>[A-Z]{5} ?\d{6} ?[A-Z9]{2}\d[A-Z]{2}))(?![\w/])"
)
_SPACED_CHECKS: Final[dict[str, _Check]] = {"nino": cs.nino, "iban": cs.iban}
# A reference of any system: capitals and at least five digits, or seven digits and more without a letter.
_CODE: Final = re.compile(
    r"(?=[^\d]*[A-Z])(?=(?:[^\d]*\d){5})[A-Z\dlo]{1,18}(?:[-/.#_][A-Z\dlox]{1,14}){0,5}", re.ASCII
)
_LONG_NUMBER: Final = re.compile(r"\d{8,}|\d{4}(?:-\d{4}){2,3}")
# Papers, standards, amounts and dates that are written like references.
_PAPER: Final = re.compile(
    r"(?:A|E|S|I|HRI|CAT|CCPR|CRC|CRPD|CED|CEDAW|CERD|CMW|ST|UN|UNODC|WHO|ILO|SPT|CPT|NPM|OPCAT|CM|Cm|HC|HL|SI|PSI|PSO|PSC|"
    r"ISO|IEC|EN|BS|DIN|EC|EU|EEC|COM|SWD|OJ|CETS|ETS|ECLI|CDL|GAOR|NICE|HMIP|IMB|ICRC|OSCE|ODIHR|DOC|GE|GEN|FORM|COVID|SARS|"
    r"EUR|GBP|USD|AUD|NZD|CAD|ZAR|KES|UGX|TZS|NGN|GHS|INR|PHP|CHF|SEK|NOK|DKK|PLN|HUF|RON|BGN|BRL|MXN|ARS|CLP|COP|PEN|XAF|"
    r"INV|XOF|GEL|AMD|TRY|LBP|JPY|THB|MYR|IDR|Rs)(?=[-/.#_\d])"
)
_YEARED: Final = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_DATED: Final = re.compile(
    r"(?:[A-Z]{2,6}[-/.])?\d{0,2}[-/.]?(?:(?:19|20)\d\d|\d\d)(?:[-/.]\d{1,2})?|\d{1,2}[-/.]?[IVX]{1,4}[-/.]?(?:19|20)\d\d|"
    r"\d{1,2}[-/.]?(?:JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEPT?|OCT|NOV|DEC)[A-Z]*[-/.]?\d{2,4}|\d{4}(?:-\d\d){2}T\d.*|"
    r"\d[12]\d{3}[A-Z]\d{4}|[A-Z]{1,4}[-/.](?:19|20)\d\d[-/.]\d{1,2}"
)
_NOT_PERSONAL: Final = re.compile(
    r"\b(?:criminal case|inspection|urn|unique reference|population|budget|contract|order|invoice|checksum|batch|isbn|issn|docket|control|serial|purchase|row|grant|project|"  # noqa: E501
    r"statistical|asset|model|article|form (?=no|number|#)|operation|flight|visit (?:form|report)|rota (?:form|report)|memorandum|bulletin|circular|doi|charity|company|registered|resolution|version|sku|"  # noqa: E501
    r"telephone survey|tender|job)\b(?:[^.;:\n]|\b[Nn]os?\.){0,24}$",
    re.IGNORECASE,
)


# The reference of the document itself or of a letter.
_OWN_REFERENCE: Final = re.compile(
    r"(?:\b(?:[Oo]ur|[Yy]our)\s(?:[Rr]ef(?:erence)?|[Ff]ile|[Ll]etter)|(?:^|[\n\x1e])(?:[Rr]eference|REF|[Rr]ef|[Dd]oc(?:ument)?|[Ss]ymbol|[Ff]ile mark|"  # noqa: E501
    r"[Rr]eport|[Cc]lass))(?:\s(?:no|number|nr))?[.:]{0,2}\s?$"
)


# "ZEMIS 18 402 771.3": the short name of a system and a grouped number.
_SYSTEM: Final = Sieve(r"(?<![\w-])(?P<system>[A-Z]{3,8})\s\d{1,3}(?:[ .]\d{3}){2,4}(?:[.-]\d{1,2})?(?![\w.,]\d)")


class FormatNumbers:
    """Finds identifiers that need no word beside them."""

    name = "number_format"

    def detect(self, text: str) -> list[Span]:
        """Return identifiers whose form gives them away."""
        spans: list[Span] = []
        done = 0
        for start, end in tokens(text):
            if start < done:
                continue
            stop, score = self._number(text, start)
            if not score:
                stop, score = self._shape(text[start:end].rstrip("-./#"), start)
            if not score:
                stop, score = self._code(text, start, end)
            if (
                score
                and not _NOT_PERSONAL.search(left(text, start, 50))
                and not _OWN_REFERENCE.search(left(text, start, 40))
                and not of_the_letter(text, start)
            ):
                spans.append(found(self.name, start, stop, SpanType.ID, score))
                done = stop
        for match in _SYSTEM.finditer(text):
            if match["system"] not in CURRENCIES and not _NOT_PERSONAL.search(left(text, match.start(), 50)):
                spans.append(found(self.name, match.start(), match.end(), SpanType.ID, 0.7))
        for match in _SPACED.finditer(text):
            kind = match.lastgroup or ""
            check = _SPACED_CHECKS.get(kind)
            if check is not None and not check(match.group()):
                continue
            spans.append(found(self.name, *match.span(kind or 0), SpanType.ID, 0.95))
        return spans

    @staticmethod
    def _code(text: str, start: int, end: int) -> tuple[int, float]:
        """Judge a token that no format fits: a code of some system of records, or a very long number."""
        token = text[start:end].rstrip("-./#")
        before = text[start - 1 : start] if start else ""
        if before in ("@", "/", "$", "£", "€", ".", ",") or (len(token) > 30 and not token.isdigit()):
            return start, 0.0
        if _LONG_NUMBER.fullmatch(token) and text[start + len(token) : start + len(token) + 2][:1] not in (",", "%"):
            return start + len(token), 0.65
        if (
            _CODE.fullmatch(token)
            and not _PAPER.match(token)
            and not _YEARED.search(token)
            and not _DATED.fullmatch(token)
        ):
            return start + len(token), 0.7
        return start, 0.0

    @staticmethod
    def _number(text: str, start: int) -> tuple[int, float]:
        match = _NUMBER.match(text, start)
        if match is None or (start and text[start - 1] in ".,£$€+("):
            return start, 0.0
        written = match.group()
        digits = cs.compact(written)
        checks = _BY_LENGTH.get(len(digits), ())
        if not checks or len(set(digits)) < 2 or _SERIES.fullmatch(written):
            return start, 0.0
        if len(digits) == 10 and not _TEN.fullmatch(written):
            return start, 0.0
        groups = re.split(r"[ \u00a0\u202f./-]", written)
        if len(groups) > (7 if len(digits) == 15 else 4) or (len(digits) != 15 and min(map(len, groups)) < 2):
            return start, 0.0
        passed = any(check(written) for check in checks)
        return (match.end(), 0.9) if passed else (start, 0.0)

    @staticmethod
    def _shape(token: str, start: int) -> tuple[int, float]:
        if not 6 <= len(token) <= 18:
            return start, 0.0
        for pattern, score, check in _SHAPES:
            if pattern.fullmatch(token) and (check is None or check(token)):
                return start + len(token), score
        return start, 0.0
