"""Numbers of one person that a few words tell: of a desk or a shift, of an inquest, of a measure against somebody."""

from __future__ import annotations

from typing import Final

from redaction.recognizers.lexis import distinct, found
from redaction.sieve import Sieve
from redaction.span import Span, SpanType

_NO: Final = r"(?:[Nn]o\.?|NO\.?|[Nn]umber|[Nn]r\.?|[Nn][°º]|№|#)"
# "interpreter (operator no. 118)", "guard no. 12": who answers by a number.
_ANSWERS: Final = Sieve(
    r"\b(?i:operator|interpreter|guard|warder|escort|constable|orderly|agent|steward|badge|collar|shoulder|warrant card)"  # noqa: E501
    rf"\s(?P<value>{_NO}\s?\d{{2,5}}[A-Z]?)(?![\w/.-]*\d|\s(?:of|to|and)\s\d)"
)
# "Inquest No. 2 of 2024": one death.
_DEATH: Final = Sieve(
    r"\b(?i:inquest|post-?mortem|autopsy|death (?:inquiry|enquiry|investigation)|coroner['’]s (?:case|file))\s"
    rf"(?P<value>(?:{_NO}\s?|(?=\d))[A-Z]{{0,3}}-?\d{{1,6}}(?:\sof\s|/)(?:19|20)?\d\d)(?![\w/-])"
)
# "The decision (2024/Dis-318)": the number of a measure in the register of such measures.
_MEASURE: Final = Sieve(
    r"(?<![\w/-])(?P<value>(?:19|20)\d\d[/-](?:DIS|Dis|Disc|DISC|ADJ|Adj|Disz|DISZ)[./-]?\d{1,5})(?![\w/-])"
)
# "CHI number on the form 170310 4466": the label names the paper before the value.
_ON_A_PAPER: Final = Sieve(
    r"\b(?:[A-Z]{2,6}|[Pp]ersonal|[Ii]dentity|[Hh]ealth|[Ii]nsurance|[Pp]assport)\s(?:number|no\.?|code)\s(?:on|in|from|as per|per)\s(?:the|his|her|their)\s"  # noqa: E501
    r"[a-z]+(?:\s[a-z]+)?\s?(?::\s?|is\s|was\s|reads\s)?(?P<value>[A-Z]{0,3}\d[\d -]{4,14}\d)(?![\w/-])"
)

# "Ms Example's complaint was decided by the panel under number 12-3/2025": a person's own proceedings.
_PROCEEDINGS: Final = Sieve(
    r"(?:['’]s|\b(?:[Hh]is|[Hh]er|[Mm]y|[Tt]heir))\s(?:\w+\s){0,2}(?:complaint|claim|appeal|petition|application|lawsuit|suit)\b[^.;\n]{0,70}?"
    rf"\b(?:under|as|with)\s(?:the\s)?(?:file\s|docket\s|case\s)?(?:{_NO}|reference|ref\.?)\s?(?P<value>[A-Z]{{0,4}}[-/ ]?\d[\w/.-]{{3,20}}\d)(?![\w/-])"  # noqa: E501
)
# "case 1-2-3-1-2024-12": the parts of a register of proceedings.
_IN_PARTS: Final = Sieve(rf"\b[Cc]ase\s(?:{_NO}\s?)?(?P<value>\d{{1,4}}(?:-\d{{1,4}}){{3,6}})(?![\w/-])")
# "the medical form, control no. AB-12-24": the paper on one person's body.
_FORM: Final = Sieve(
    r"\b(?i:(?:medical|injury|examination|protocol|intake|complaint|consent|body|referral)\s(?:form|sheet|certificate|record),?\s"
    rf"(?:control|serial)\s){_NO}\s?(?P<value>[A-Z]{{0,4}}[-/ ]?\d[\w/.-]{{1,20}}\d)(?![\w/-])"
)


class ToldNumbers:
    """Finds such numbers; the word for the number goes with the short ones."""

    name = "told_number"

    def detect(self, text: str) -> list[Span]:
        """Return identifiers."""
        return distinct(
            found(self.name, *match.span("value"), SpanType.ID, 0.75)
            for pattern in (_ANSWERS, _DEATH, _MEASURE, _ON_A_PAPER, _PROCEEDINGS, _IN_PARTS, _FORM)
            for match in pattern.finditer(text)
        )
