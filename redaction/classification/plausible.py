"""Whether what the classifier reads can be what it says: a number has digits, a name is no term of the trade."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cached_property
from typing import Final

from redaction.classification import counts
from redaction.classification.capitals import in_capitals, is_initial
from redaction.classification.readings import Reading
from redaction.lexicon import Lexicon
from redaction.names.borne import is_borne
from redaction.names.forms import FUNCTION, NUMERALS
from redaction.names.public_names import is_public
from redaction.span import SpanType

_NUMBERED: Final = frozenset({SpanType.ID, SpanType.CONTACT, SpanType.DOB, SpanType.PLATE})
_WORD: Final = re.compile(r"[^\W\d_]+")
_DIGIT: Final = re.compile(r"\d")
_COUNTED: Final = re.compile(
    r"teen|twen|thirt|fort|fift|sixt|sevent|eight|ninet|ten\b|eleven|twelve|one|two|three|four|five|six|nine"
)
# The number of a paragraph stands at the beginning of a line.
_PARAGRAPH: Final = re.compile(r"(?:^|[\n\x1e])\d{1,3}[.)]\s")
# Times and years are numbers of nobody.
_TIME: Final = re.compile(  # of the day, or a year
    r"(?:[01]?\d|2[0-3])[.:h]?[0-5]\d(?:\s?[–-]\s?(?:[01]?\d|2[0-3])[.:h]?[0-5]\d)?|(?:19|20)\d\d"
)
# "speaks some Norwegian": a language.
_LANGUAGE_BEFORE: Final = re.compile(
    r"\b(?:speaks?|spoke|speaking|understands?|understood|fluent in|translated into|written in|interpreter for)\s(?:[^\W\d_]+,?\s){0,4}$"  # noqa: E501
)
_SPOKEN: Final = 60
_CLOSINGS: Final = frozenset(
    {"best", "cheers", "greetings", "kind", "regards", "rgds", "thanks", "thx", "warmly", "wishes", "yours"}
)
_CODE_LETTERS: Final = 3
# "41-44": too short for a line.
_PICTURES: Final = re.compile(r"\d{1,3}\s?[-–]\s?\d{1,3}")
# "18 tāngata whaiora": so many of a group, in the words of another language too.
_HEADCOUNT: Final = re.compile(r"\d{1,2} [^\W\d_]+(?: [^\W\d_]+)*$")
_DATED: Final = re.compile(
    r"(?:\d|\d(?:st|nd|rd|th)|\b(?:of|in|since|until|by|from|to|on|early|late|mid|last|next|every|this|and|during))[ -]$"  # noqa: E501
)
# "P.S.", "n.n.": letters that stand for words.
_LETTERED: Final = re.compile(
    r"[Pp]\.\s?[Ss]\.?|[Nn]\.\s?[BbNnAa]\.?|[Aa]\.\s?[Kk]\.\s?[Aa]\.?|[Ee]\.\s?[Gg]\.?|[Ii]\.\s?[Ee]\.?|[Ff][Ww]d?|[ap]\.m\.?|[Dd]\.\s?[Oo]\.\s?[Bb]\.?|C\.\s?O\.?|S\.\s?N\.?|S\.\s?No\.?"
)
_EXPLAINED: Final = re.compile(r"(?<![\w])([A-Z]{1,4})\s?=\s?[a-z]")
# "0905 Tirana", "Zurich 1500" in a log: hours.
_CLOCK: Final = re.compile(r"(?:[01]\d|2[0-3])[0-5]\d\s")
_CLOCK_LAST: Final = re.compile(r"\s(?:[01]\d|2[0-3])[0-5]\d$")
_TIMED_LINE: Final = re.compile(r"(?:^|[\n\x1e])(?:[01]\d|2[0-3])[0-5]\d\s")
_NUMBERED_ENTRY: Final = re.compile(r"(?:[Nn]os?\.?|[Ee]ntry|[Cc]ase|#)?\s?\d{1,2}\.?")
_DIGITS: Final = 3
_COLON: Final = re.compile(r"\s?:")
_LABEL_BEFORE: Final = re.compile(r"(?:^|[\n\x1e]|[.;]\s|\s{2}|§\s?\d{1,3}\.?\s)\s?$")
# "com-⏎munity": the tail of a word that a line broke.
_BROKEN: Final = re.compile(r"(?<![\w-])(?P<head>[^\W\d_]{2,20})-[\n\x1e][ ]*$")
# "s.5 RTA", "u/s 144 of the code".
_SECTION: Final = re.compile(
    r"S\d{2,3}(?![\w/-])|(?:ss?|secs?|sections?|arts?|[Aa]rticles?|u/s)\.?\s?\d{1,3}[A-Z]?(?:\(|\b)"
)
_SECTION_BEFORE: Final = re.compile(
    r"(?<![\w.])(?:ss?\.|secs?\.|arts?\.|u/s|now s\.|§§?|[Ss]ections?|[Aa]rticles?|\((?:EC|EU|EEC)\)(?:\s[Nn]o\.?)?)\s?$"  # noqa: E501
)
_OF_NUMBERS: Final = frozenset({SpanType.ID, SpanType.PLATE, SpanType.CELL, SpanType.ADDRESS})
# "ward 52", "block F1": a unit of many.
_UNIT_BEFORE: Final = re.compile(
    r"\b(?:ward|wing|unit|block|floor|level|landing|pavilion|section|building|zone|tier|Ward|Wing|Unit|Block)\s$"
)
_QUOTE_BEFORE: Final = re.compile(r"[\"“„«‘']")
# The first row of a table has at least so many columns.
_COLUMNS: Final = 3
_LINE_START: Final = re.compile(r"(?:^|[\n\x1e])\s?$")
_MOSTLY: Final = 0.5
# From here on a reading of a name outweighs most of what speaks against it.
_SURE: Final = 0.85
_ACRONYM: Final = 4
_FAINT: Final = 0.4
_SHORT: Final = 5
_NICKNAME: Final = 3
# A month or a day of the week is a name from here on, where no date stands.
_LIKELY: Final = 0.75
# A birth told without figures, "the year of the great flood", is masked from here on.
_TOLD: Final = 0.6
# "the fifth birthday" is an age, and one word no date.
_BIRTHDAY: Final = re.compile(r"\w*(?:st|nd|rd|th)\sbirthday\b", re.IGNORECASE)
# Words of illness that name none: "acute mental illness".
_ILLNESS: Final = frozenset(
    {
        "acute", "chronic", "condition", "conditions", "disease", "diseases", "disorder", "disorders", "health", "ill",
        "illness", "illnesses", "medical", "mental", "physical", "problem", "problems", "psychiatric", "serious",
        "severe",
    }
)  # fmt: skip
# How far from a reading a line is looked at.
_AROUND: Final = 400
# From here on a cell needs no digit, and one told in several words ("upper room facing the yard") from there on.
_CERTAIN: Final = 0.95
_WORDY_CELL: Final = 0.7
# "the east wing": a unit of many.
_UNIT_LAST: Final = re.compile(
    r"\b(?:ward|wing|unit|block|floor|level|landing|pavilion|section|building|zone|house)$", re.I
)


class Plausible:
    """Judges readings by their own words and their neighbours.

    Args:
        text: that was read.
        lexicon: word lists.
        leaning: probability of a name in a range.
        mostly: whether most mentions of a word are read as names.
    """

    def __init__(
        self, text: str, lexicon: Lexicon, leaning: Callable[[int, int], float], mostly: Callable[[str], bool]
    ) -> None:
        """Take the text and what is known of it."""
        self._text, self._lexicon, self._leaning, self._mostly = text, lexicon, leaning, mostly

    def holds(self, reading: Reading, kind: SpanType) -> bool:
        """Say whether a reading has what its type cannot be without.

        Args:
            reading: of the classifier.
            kind: its type.
        """
        text, lexicon = self._text, self._lexicon
        surface = text[reading.start : reading.end]
        if (kind in _NUMBERED or kind is SpanType.CELL) and counts.counted(text, reading.start, reading.end):
            return False
        if (kind in _NUMBERED or kind is SpanType.CELL) and counts.dates_a_row(text, reading.start, reading.end):
            return False
        if counts.stamped(text, reading.start, reading.end):
            return False
        if kind in _OF_NUMBERS and (
            _SECTION.match(text, reading.start)
            or _SECTION_BEFORE.search(text, max(0, reading.start - 10), reading.start)
        ):
            return False
        if kind is SpanType.PLATE and "²" in text[reading.start : reading.end + 3]:
            return False
        if kind in _NUMBERED:
            digits = len(_DIGIT.findall(surface))
            if kind is SpanType.DOB and reading.score >= _TOLD and not digits:
                return " " in surface and not _BIRTHDAY.search(surface)
            entry = digits < _DIGITS and _NUMBERED_ENTRY.fullmatch(surface) is not None
            if kind is SpanType.CONTACT and (_PICTURES.fullmatch(surface) or _HEADCOUNT.match(surface)):
                return False
            return digits > 0 and not (kind is SpanType.ID and (_TIME.fullmatch(surface) or len(surface) < 3 or entry))
        if kind is SpanType.CELL:
            words = _WORD.findall(surface.lower())
            if _HEADCOUNT.match(surface) and all(w in lexicon.loans or not lexicon.is_common(w) for w in words):
                return False
            if counts.of_a_unit(surface) or _UNIT_BEFORE.search(text, max(0, reading.start - 12), reading.start):
                return False
            if counts.of_no_place(text, reading.start, reading.end):
                return False
            bar = _WORDY_CELL if " " in surface and not _UNIT_LAST.search(surface) else _CERTAIN
            coded = bool(_DIGIT.search(surface)) or reading.score >= bar
            return coded and not (_TIME.fullmatch(surface) or counts.of_several(text, reading.start, reading.end))
        if kind is SpanType.NATIONALITY:
            capitals = surface.isupper() and surface.isalpha() and len(surface) > _CODE_LETTERS
            if capitals and not in_capitals(text, reading.start, reading.end) and not lexicon.is_safe(surface.lower()):
                return False
            many = counts.of_a_people(text, reading.start, reading.end)
            return not many and _LANGUAGE_BEFORE.search(text, max(0, reading.start - _SPOKEN), reading.start) is None
        timed = _TIME.fullmatch(surface) is not None and not surface.isdigit()
        if kind is SpanType.DATE_PERSONAL and (timed or counts.month_alone(text, reading.start, reading.end)):
            return False
        if kind is SpanType.AGE:
            told = bool(_DIGIT.search(surface) or _COUNTED.search(surface))
            told = told and not counts.of_no_age(text, reading.start, reading.end)
            return told and not (surface.isdigit() and _PARAGRAPH.match(text, max(0, reading.start - 1)))
        if kind is SpanType.ADDRESS:
            if lexicon.calendar.issuperset(surface.lower().split()):
                return False
            if surface.isalpha() and (
                text[reading.end : reading.end + 3] == " & " or text[reading.start - 3 : reading.start] == " & "
            ):
                return False
            if (
                _CLOCK.match(surface)
                and _LINE_START.search(text, max(0, reading.start - 2), reading.start)
                and self._timed
            ):
                return False
            if self._timed and _CLOCK_LAST.search(surface) and "," not in surface:
                return False
            long = len(surface.split()) > 1 or (len(surface) > 3 and reading.score >= _MOSTLY)
            named = reading.score >= _CERTAIN or any(
                word[0].isupper() and not lexicon.is_common(word) for word in _WORD.findall(surface)
            )
            return long and bool(_DIGIT.search(surface) or (reading.score >= _MOSTLY and named))
        if kind is SpanType.DATE_PERSONAL:
            return not surface.isdigit() or len(surface) > 2
        if kind is SpanType.HEALTH_RARE:
            return any(word.lower() not in _ILLNESS | FUNCTION for word in _WORD.findall(surface))
        if kind is SpanType.INDIRECT:
            return not counts.told_of_many(text, reading.start)
        if kind is not SpanType.NAME:
            return True
        head = _BROKEN.search(text, max(0, reading.start - 30), reading.start) if surface.islower() else None
        if head is not None and lexicon.is_common(head["head"] + surface):
            return False
        if is_public(text, reading.start, reading.end, lexicon) or self._opens(reading):
            return False
        lower = surface.lower()
        given = lower in lexicon.given_names or lower in lexicon.given_words
        if lower in lexicon.countries and not given and reading.score < _CERTAIN:
            return False
        words = _WORD.findall(surface)
        if lower in _CLOSINGS and re.match(r",[ ]?[\n\x1e]", text[reading.end : reading.end + 3]):
            return False
        if surface in self._legend or self._labels(reading, lexicon):
            return False
        capitals = surface.isupper() and surface.isalpha() and 1 < len(surface) <= _ACRONYM
        if capitals and not in_capitals(text, reading.start, reading.end):
            # "TJ": initials used as a name; longer ones are bodies as a rule.
            named = reading.score >= _SURE and self._mostly(surface)
            return len(surface) <= _NICKNAME and named and not lexicon.is_safe(surface)
        if reading.score < _FAINT and surface.isupper() and surface.isalpha() and len(surface) <= _SHORT and not given:
            # Where all is capitals, a short word in doubt is rather an abbreviation of the trade.
            return False
        if _LETTERED.fullmatch(surface) or self._of_a_town(words, lexicon):
            return False
        if len(surface) == 1 and not is_initial(text, reading, self._leaning):
            return False
        if all(word.lower() in lexicon.trade or word in lexicon.acronyms for word in words):
            return reading.score >= _CERTAIN and is_borne(text, surface, lambda *at: self._leaning(*at) >= _CERTAIN)
        if all(f"{word.lower()}s" in lexicon.trade for word in words):
            return False
        if reading.score >= _SURE and not all(word.isupper() for word in words):
            # "called Teacher by all": an office or a month that stands where only a name can stand.
            return True
        if reading.score >= _LIKELY and all(word.lower() in lexicon.calendar_names for word in words):
            return not _DATED.search(text[max(0, reading.start - 14) : reading.start]) and not re.match(
                r"\s(?:\d|(?:by|at|night|morning|afternoon|evening)\b)", text[reading.end : reading.end + 11]
            )
        offices = (lexicon.titles, lexicon.roles, FUNCTION)
        return not all(lexicon.is_safe(word) for word in words) and any(
            all(word.lower() not in listed for listed in offices) for word in words
        )

    @staticmethod
    def _of_a_town(words: list[str], lexicon: Lexicon) -> bool:
        """Say whether ordinary words in small letters and the name of a city are all there is: "rainy Warsaw"."""
        low = [word for word in words if word.islower()]
        rest = [word.lower() for word in words if not word.islower()]
        return bool(low and rest) and all(map(lexicon.is_common, low)) and all(word in lexicon.cities for word in rest)

    def _opens(self, reading: Reading) -> bool:
        """Say whether a numeral counts what follows it ("Twelve had a lawyer"), or a word heads a column of a table."""
        text, start, end = self._text, reading.start, reading.end
        surface = text[start:end]
        if surface.lower() in NUMERALS:
            return bool(re.match(r"\s[a-z]", text[end : end + 2])) and not _QUOTE_BEFORE.search(
                text[max(0, start - 1) : start]
            )
        low, high = max(0, start - _AROUND), min(len(text), end + _AROUND)
        low = max(text.rfind("\n", low, start), text.rfind("\x1e", low, start), low - 1) + 1
        ends = [place for place in (text.find("\n", end, high), text.find("\x1e", end, high)) if place >= 0]
        row = text[low : min(ends, default=high)]
        # Bars part the columns, or blanks do.
        cells = row.split(" | ") if "|" in row else re.split(r"[ ]{2,}", row.strip())
        return (
            len(cells) >= _COLUMNS
            and not _DIGIT.search(row)
            and all(self._lexicon.is_common(word) or self._lexicon.is_safe(word) for word in _WORD.findall(row))
        )

    def _labels(self, reading: Reading, lexicon: Lexicon) -> bool:
        """Say whether an ordinary word is the label of what follows: "Legal: section 3"."""
        text, surface = self._text, self._text[reading.start : reading.end]
        # "Name: ...      Offence: theft": within a line the blanks show a form.
        within = self._text[max(0, reading.start - 2) : reading.start] == "  "
        return (
            reading.score < _CERTAIN
            and surface.isalpha()
            and (lexicon.is_common(surface) or (within and surface.lower() not in lexicon.given_names))
            and surface.lower() not in lexicon.given_words
            and _COLON.match(text, reading.end) is not None
            and _LABEL_BEFORE.search(text, max(0, reading.start - 3), reading.start) is not None
        )

    @cached_property
    def _legend(self) -> frozenset[str]:
        """The capitals that the text explains: "SK = sick"."""
        return frozenset(_EXPLAINED.findall(self._text))

    @cached_property
    def _timed(self) -> bool:
        """Whether the text is a log whose lines begin with the time of day in four figures."""
        return len(_TIMED_LINE.findall(self._text)) >= _COLUMNS
