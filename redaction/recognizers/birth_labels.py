"""Dates of birth by the labels of forms: those of many countries, with the value in whatever notation follows."""

from __future__ import annotations

from typing import Final

from redaction.recognizers.lexis import MONTH, distinct, found
from redaction.sieve import Sieve
from redaction.span import Span, SpanType

_DAY: Final = r"(?:3[01]|[12]\d|0?[1-9])"
_NUMBER: Final = r"(?:1[0-2]|0?[1-9])"
_YEAR: Final = r"(?:(?:19|20)\d\d|['’‘]?\d\d)"
_MONTH: Final = (
    rf"(?:{MONTH}|ian(?:uarie)?|mar(?:tie|ț)|mai|iun(?:ie)?|iul(?:ie)?|noi(?:embrie)?|gen(?:naio)?|mag(?:gio)?|giu(?:gno)?|lug(?:lio)?|set(?:tembre|embro)?|ott(?:obre)?|dic(?:embre)?|"
    r"fev(?:ereiro)?|março|maio|junho|julho|out(?:ubro)?|dez(?:embro)?|tammi|helmi|maalis|huhti|touko|kesä|heinä|elo|syys|loka|marras|joulu|ledna|února|března|dubna|května|června|července|"
    r"srpna|září|října|listopadu|prosince|siječnja|veljače|ožujka|travnja|svibnja|lipnja|srpnja|kolovoza|rujna|ocak|şubat|mart|nisan|mayıs|haziran|temmuz|ağustos|eylül|ekim|kasım|aralık|"
    r"maj|juni|juli|januari|februari|maart|augustus|agu(?:stus)?|des(?:ember)?|mars|août|déc)"
)
_PART: Final = r"\s?[./ -]\s?"
# "5. 6. 1974", "21 OCT 93", "3/VII/1969", "1974-06-05", "050674", "05061974".
_DATE: Final = (
    rf"(?:{_DAY}(?:st|nd|rd|th)?{_PART}(?:(?i:{_MONTH})\.?|{_NUMBER}|[IVX]{{1,4}}),?{_PART}{_YEAR}"
    rf"|(?:19|20)\d\d{_PART}{_NUMBER}{_PART}{_DAY}|(?i:{_MONTH})\.?\s{_DAY}(?:st|nd|rd|th)?,?\s{_YEAR}"
    r"|(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])(?:(?:19|20)\d\d|\d\d)|(?:19|20)?\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]))"
)
_IN_WORDS: Final = r"(?:nineteen|two\sthousand|twenty)(?:[ -](?:and\s)?(?!and\b)[a-z]+){1,3}"
_LOOSE: Final = rf"(?:{_DATE}|(?:(?:in\s)?(?:the\s)?[a-z]+\s(?:season|harvest)(?:\sof)?\s)?(?:19|20)\d\d|{_IN_WORDS})"
_END: Final = r"(?![\w/-]|[.,]\d)"
# Labels that mean nothing else.
_LABEL: Final = (
    r"(?:(?:[Aa]ge|AGE)\s?/\s?)?(?:D\.?\s?O\.?\s?B\.?|DoB|dob|d\.o\.b\.?|D/O/B|D/B|B/D|YOB|[Dd]ate\sof\s[Bb]irth|[Yy]ear\sof\s[Bb]irth|[Bb]irth\s?(?:date|year|day)|[Bb]-?day|"
    r"DDN|[Nn]ée?\s?\(e\)\sle|[Dd]ate\sde\snaiss(?:\.|ance)|[Ff]\.\s?(?:de\s)?[Nn]ac\.?|[Ff]echa\sde\s[Nn]ac(?:\.|imiento)|[Dd]ata\sde\s[Nn]asc(?:\.|imento)|[Nn]asc\.|"
    r"[Nn]at[oa](?:/a)?\sil|[Gg]eb\.-?\s?[Dd]at(?:\.|um)|[Gg]eb\.(?:\sam)?|[Gg]eburts(?:tag|datum|jahr)|[Gg]eboortedatum|[Gg]eb\.?dat\.?|[Ff]ødselsdato|[Ff]ødt|[Ff]ödd|[Ff]ödelsedatum|"
    r"[Ss]ynt\.|[Ss]yntymäaika|[Ff]æðingardagur|[Nn]ar\.|[Dd]atum\snaroz[eie]n\w+|[Rr]ođ\.|[Dd]atum\srođenja|[Rr]oj\.|[Dd]at\.?\sur\.|[Dd]ata\surodzenia|[Gg]im\.|[Dd]zim\.|[Ss]ünd\.|"
    r"[Ss]zül\.|[Dd]ata\snașterii|[Dd]oğum\s[Tt]arihi|D\.\s?[Tt]\.|D\.Tarihi|TTL|[Tt]gl\.?\s[Ll]ahir|[Tt]arikh\s[Ll]ahir|[Tt]anggal\s[Ll]ahir|[Tt]arehe\sya\s[Kk]uzaliwa|"
    r"[Kk]aarawan|[Ii]pinanganak(?:\snoong)?|[Дд]ата\sрождения|[Дд]\.\s?р\.|[Γγ]έν\.)"
)
# Between label and value: what the form or the writer puts there, an age too: "DOB/age: 12.1.80", "Age/DOB: 44 / 12.1.80".  # noqa: E501
_GAP: Final = r"(?:\s?/\s?[Aa]ge)?(?:\s\([a-z .]{2,16}\))?\s?[:=#–-]?\s?(?:(?:is|was|given as|recorded as)\s)?(?:\d{1,2}\s?/\s(?=\S{6}))?"  # noqa: E501
_LABELLED: Final = Sieve(rf"(?<![\w/]){_LABEL}{_GAP}(?P<value>{_LOOSE}){_END}")
# One letter, beside a name or at the head of a line: "Example (f. 12/5-61)", "b 7.7.77".
_LETTER: Final = Sieve(
    rf"(?:^|(?<=[\n,;(|])|(?<=[\n,;(|] ))(?:b\.?|[fsr]\.|\*)\s?(?P<value>{_DATE}){_END}"
    r"|(?<=[^\W\d_], )(?:[bfsr]\.)\s?(?P<year>(?:19|20)\d\d)(?=\.?[,;)]|\.\s)"
)

_ORDINAL: Final = (
    r"(?:(?:twenty|thirty)[ -])?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)|tenth|eleventh|twelfth|"
    r"(?:thir|four|fif|six|seven|eigh|nine)teenth|twentieth|thirtieth|\d{1,2}(?:st|nd|rd|th)"
)
# "Born seventeenth of the third, twenty-ten": a date as it is spoken.
_SPOKEN: Final = Sieve(
    rf"\b(?:[Bb]orn|[Bb]irthday|[Dd]ate of birth|DOB|dob|[Bb]irth)[,:]?\s(?:is\s|was\s|on\s|the\s){{0,3}}"
    rf"(?P<value>(?:(?i:{_ORDINAL}))\s(?:day\s)?(?:of\s)?(?:the\s)?(?:(?i:{_ORDINAL})|(?i:{MONTH})),?\s(?:of\s|in\s)?"
    r"(?:(?:19|20)?\d\d|(?:(?i:nineteen|twenty|two\sthousand)(?:[ -](?:and\s|oh[ -])?(?!and\b)[a-z]+){0,2})))(?!\w)"
)


class BirthLabels:
    """Finds dates of birth behind the labels of forms."""

    name = "birth_label"

    def detect(self, text: str) -> list[Span]:
        """Return dates of birth."""
        spans = [
            found(self.name, *match.span(match.lastgroup or 0), SpanType.DOB, score)
            for pattern, score in ((_LABELLED, 0.9), (_SPOKEN, 0.85), (_LETTER, 0.75))
            for match in pattern.finditer(text)
        ]
        return distinct(spans)
