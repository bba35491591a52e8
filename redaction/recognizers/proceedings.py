"""Numbers of proceedings, files and lists that the words beside them tie to one person."""

from __future__ import annotations

from typing import Final

from redaction.lexicon import lexicon
from redaction.recognizers.lexis import CAPITALISED, INSTITUTION, TITLE, distinct, found
from redaction.recognizers.numerals import digit_count, is_date, is_year
from redaction.sieve import Sieve
from redaction.span import Span, SpanType

_CODE: Final = r"(?:[A-Z]{1,4}\s)?(?=[^\s,;)]*\d)[A-Z0-9][\w./-]{2,26}(?:\s\d[\w/.-]*)?"
_LETTERED: Final = r"(?=[^\s,;)]*\d)[A-Z]{1,6}[-/ ]?\d[\w./-]{0,20}"
_PAPER: Final = (
    r"(?:[Cc]ase|[Ff]ile|[Dd]ocket|[Dd]ossier|[Cc]omplaint|[Pp]roceedings|[Ii]nvestigation|[Ii]nquiry|[Pp]etition|[Rr]eport|FIR|[Pp]rotocol|"
    r"[Rr]eference|[Rr]ef\.?|[Ww]arrant|[Dd]ecision|[Oo]rder|[Ee]ntry|[Rr]ecord)"
)
# "opened case No. AB-7/2024 concerning Mr Example".
_CONCERNING: Final = Sieve(
    rf"\b{_PAPER}(?:,?\s(?:[Nn]o\.?|[Nn]umber|[Nn]r\.?|№|[Rr]ef\.?))?:?\s\(?(?P<code>{_CODE})\)?,?\s"
    r"(?:concern(?:ing|s)|regarding|against|in respect of|with regard to|in the (?:case|matter) of|relating to|about|on behalf of|over the \w+ of|"  # noqa: E501
    rf"into the \w+ of|for|opened (?:against|on|for|by)|filed by|lodged by|brought by|of)\s(?:(?P<title>{TITLE})\.?\s)?(?P<name>{CAPITALISED}(?:\s(?:\w{{1,3}}\s)?{CAPITALISED}){{0,3}})"  # noqa: E501
)
# "heard by Constable Example, docket AB 11/2024".
_HANDLED: Final = Sieve(
    rf"\b(?:[Cc]onstable|[Ii]nspector|[Ss]ergeant|[Dd]etective|[Ii]nvestigator|[Pp]rosecutor|[Jj]udge|[Mm]agistrate|{TITLE})\.?\s{CAPITALISED}(?:\s{CAPITALISED}){{0,2}},\s(?:under\s)?(?:docket|case|file|OB(?:\sentry)?|reference|ref\.?|record)\s(?:[Nn]o\.?\s|[Nn]umber\s)?(?P<code>{_CODE})"
)
# "Their pupil numbers (AB-118 and AB-119)".
_THEIRS: Final = Sieve(
    rf"\b(?:[Hh]is|[Hh]er|[Tt]heir|whose|['’]s)\s(?:[\w-]+\s){{0,2}}(?:numbers?|references?|refs?\.?|nos?\.|codes?|tags?|tickets?)\s?(?:\(|,\s|:\s|(?:is|are|was|were)\s)\s?"
    rf"(?P<code>{_LETTERED})(?:,?\s(?:and|or)\s(?P<more>{_LETTERED}))?"
)


class Proceedings:
    """Finds numbers of files and proceedings that concern one person; those of a body or a State are left."""

    name = "proceedings"

    def detect(self, text: str) -> list[Span]:
        """Return the numbers."""
        spans: list[Span] = []
        for match in _CONCERNING.finditer(text):
            if self._fits(match["code"]) and (match["title"] or self._somebody(match["name"])):
                spans.append(found(self.name, *match.span("code"), SpanType.ID, 0.75))
        for match in _HANDLED.finditer(text):
            if self._fits(match["code"]):
                spans.append(found(self.name, *match.span("code"), SpanType.ID, 0.7))
        for match in _THEIRS.finditer(text):
            spans += [
                found(self.name, *match.span(group), SpanType.ID, 0.7) for group in ("code", "more") if match[group]
            ]
        return distinct(spans)

    @staticmethod
    def _fits(code: str) -> bool:
        plain = code.strip()
        return digit_count(plain) >= 2 and not is_date(plain) and not is_year(plain)

    @staticmethod
    def _somebody(name: str) -> bool:
        """Say whether two words or more are a person's name rather than a State's or a body's."""
        words = name.split()
        known = lexicon()
        return len(words) > 1 and not any(
            word.lower() in INSTITUTION or word.lower() in known.strong or known.is_safe(word) for word in words
        )
