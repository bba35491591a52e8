"""The whole of what a detector has found in part: a date with its day of the week, an illness with what goes with it."""  # noqa: E501

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from redaction.lexicon import Lexicon
from redaction.names.growth import grow
from redaction.particulars.papers import with_prefix
from redaction.recognizers.checked import is_checked
from redaction.recognizers.lexis import INSTITUTION, MONTH
from redaction.recognizers.numerals import is_date
from redaction.recognizers.rooms import whole_place
from redaction.span import Span, SpanType

# "a Ghanaian national": the word says no more without its nationality.
_NATIONAL: Final = re.compile(r" (?:national|citizen)\b")
# "14 Example Court": the number before a house or street that was found without it.
_NUMBER_BEFORE: Final = re.compile(
    r"(?<![\w.,/:%€$£-])(?:[Nn]o\.?\s)?(?!(?:19|20)\d\d\b)\d{1,4}(?:\s?[A-Za-z]|\sbis|\ster)?(?:[-–/]\d{1,4}[A-Za-z]?)?,?\s$"
)
_MONTH: Final = re.compile(rf"(?i:{MONTH})\b")
_STREET_NEXT: Final = re.compile(r"(?:[A-ZÀ-Ž]|rue\b|avenue\b|jalan\b)")
# "Tuesday 3 May at 4.50 a.m.", "3 to 4 June".
_DAY_BEFORE: Final = re.compile(
    r"(?:\b(?:[Tt]he\s)?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s(?:the\s)?|(?<![\w.])(?:\d{1,2}(?:st|nd|rd|th)?,\s){0,6}\d{1,2}(?:st|nd|rd|th)?\s?(?:to|and|or|–|-|/)\s?|(?<![\w.])(?:\d{1,2}(?:st|nd|rd|th)?,\s){1,6})$"
)
_TIME_AFTER: Final = re.compile(
    r",?\s(?:at|around|about|before|after)\s(?:about\s)?\d{1,2}(?:[.:h]\d\d)?(?:\s?[ap]\.?m\b\.?|\s?h(?:rs|ours)?\b)?(?!\w)"
)
# "Easter Monday of 2016".
_OF_A_YEAR: Final = re.compile(r"\sof\s(?:19|20)\d\d\b")
# "twenty" of "twenty-one": half a number tells the whole of it beside its decade.
_REST_OF_AGE: Final = re.compile(r"(?<=ty)[- ](?:one|two|three|four|five|six|seven|eight|nine)\b", re.IGNORECASE)
# "67 years": the word tells what the number is.
_YEARS: Final = re.compile(r"(?<=\d)\syears?(?:\s(?:old|of\sage))?\b")
# "about 60", "nearly forty".
_ABOUT: Final = re.compile(
    r"\b(?:about|around|approximately|approx\.|nearly|almost|roughly|circa|ca?\.|some|perhaps|maybe)\s$"
)
_DIGIT_FIRST: Final = re.compile(r"\d")
# "a suspected", "with a leg ulcer", "in crisis".
_KIND_BEFORE: Final = re.compile(
    r"(?:\ban?\s)?\b(?:suspected|severe|advanced|acute|chronic|active|possible|probable|untreated|familial|congenital|early|late|end-stage|juvenile|"
    r"hereditary|inherited|rare|terminal|recurrent|drug-resistant|multi-drug-resistant)\s$"
)
_WITH_AFTER: Final = re.compile(
    r"\s(?:with|complicated by|in|of|affecting)\s(?:an?\s|the\s|his\s|her\s|both\s)?(?:(?:[a-z-]{3,}|\d)\s){0,2}[a-z-]{3,}(?=[.,;:)]|$|\s(?:and|but|who|which|for|since)\b)"  # noqa: E501
    r"|,\s(?:which\s(?:hardly|rarely|seldom|almost)|the\s(?:last|only|sole|first)\s(?:known\s)?case)\b[^.;\n]{0,60}(?=[.;\n]|$)"
    r"|,?\s(?:[a-z-]+\s){1,2}(?:type|form|variant|subtype)\b|,?\s(?:type|stage|grade)\s(?:[IVX]+|\d[a-z]?)\b"
)
# "c/- Ann Example, 4 Example St".
_CARE_OF: Final = re.compile(r"(?<!\w)[Cc]/[o-]\s$")
# "Example Hostel, 4 Example St": the house before the street; "Vill. Example".
_HOUSE_BEFORE: Final = re.compile(
    r"(?:\b(?:Hostel|Hotel|House|Flat|Villa|Block|Apt\.?|Colonia|Village|H\.?\s?No\.?|Plot|Shelter|c/o|Room|Guesthouse|Camp|Tower|Estate|Casa)"
    r"\s[^\s,;:()][^,;:()\n]{0,30},\s|(?<![\w.])(?:Vill|Col|Urb|Res|Distt?|Mah|Kel|Brgy|Moh)\.\s"
    r"|\b(?:cité|résidence|lotissement|hameau|HLM|clos|domaine|urbanización|conjunto|residencial|Siedlung|osiedle|sídliště|lakótelep)\s"
    r"|\b(?:the\s)?(?:shelter|hostel|refuge|guesthouse|boarding house|halfway house)\s(?:at|in|on)\s)$"
)
# "lives in Upper Example, at 4 Example Street": the village before the street.
_VILLAGE_BEFORE: Final = re.compile(
    r"(?:\b(?:[Ll]iv(?:es|ed|ing)|[Rr]esid(?:es|ed|ing|ent)|[Dd]omiciled|[Hh]ome|[Aa]ddress|[Ss]tays|[Ss]taying)(?:\s(?:is|at|in|of|now))*:?\s|[;(]\s?)"
    r"(?P<village>[^\W\d_a-zß-öø-ÿ][\w'’-]+(?:[ -][^\W\d_a-zß-öø-ÿ][\w'’-]+){0,2},\s(?:at\s)?(?:no\.?\s|number\s)?)$"
)
# ", P.O. Example, Distt. Example, PIN 123 456" and a word that the end of a line cuts.
_PART_AFTER: Final = re.compile(
    r"-[\n\x1e][ ]*[a-zß-ÿ]+|,?\s(?:P\.\s?[OS]\.|PIN|Pincode|Distt?\.|District|Tehsil|Teh\.|Ward|Mohalla|Moh\.|Thana|Taluk\w*|Vill\.|Village|"  # noqa: E501
    r"(?:[Ff]lat|[Aa]pt\.?|[Uu]nit|[Ll]ot|Blk|RT|RW|Kel\.|Kec\.|Int\.|depto\.?|dpto\.?|C\.P\.|kv\.|lgh|dpt\.)(?=\s?[\dA-Z]))"
    r"\s?[\w/-]+(?:-[\n\x1e][ ]*[a-zß-ÿ]+)?(?:\s(?:[A-Z][\w'’-]+|\d{3}\b)){0,2}"
    r"|,?\s(?:\d{1,2}|st|kl)\.?\s?(?:tv|th|mf|OG|Stock|Etage|Obergeschoss|sal|étage|piso|andar|kat|vån|em|patro|piętro)\b\.?(?:\s(?:links|rechts|mitte|tv|th))?(?:,\s[A-ZÀ-Ž][\w'’-]+(?:\s[A-ZÀ-Ž][\w'’-]+)?)?"
    r"|\ssomething\b|,\s(?:the\s)?(?:bell|buzzer|intercom|door ?bell|name on)\b[^.;\n]{2,24}?[\"“][^\"”\n]{1,24}[\"”]"
    r"|,\s(?:rear|front|side|basement|upper|lower)\s(?:bldg|building|house|flat|unit|apartment|entrance)\b\.?(?:,\s(?:[NSEW]\.\s)?(?:St\.\s)?[A-Z][\w'’-]+(?:\s[A-Z][\w'’-]+)?)?"
    r"|,\s(?:from\s(?:the\s)?[A-Z]|past\sthe|after\sthe|turn\s(?:left|right)|(?:first|second|third|fourth|last|next|\d(?:st|nd|rd|th))\s(?:gate|door|house|floor|left|right|turn|street|lane)|"
    r"kulay|colou?r|may\stindahan)\b[^,.;\n()]{0,40}"
    r"|\s\((?:ground|first|second|third|fourth|top|upper|lower|basement)(?:\sfloor|\sflat)?\)"
    r"|(?<=\w),\s(?:flat|rooms?|floor)\s(?:above|over|behind|below)\s(?:the|a)\s[a-z]+(?:\s[a-z]+)?"
)
# ", Villa Example" at the end of an address: the town.
_TOWN_AFTER: Final = re.compile(
    r",\s(?:\d{4,6}\s)?(?P<town>[A-ZÀ-Ž][a-zß-ž'’-]+(?:[ -](?:[A-ZÀ-Ž][a-zß-ž'’-]+|de|del|la|los|do|da)){0,3}(?:\s\d{1,2}(?!\d))?)(?=[.;)\n]|$)"  # noqa: E501
)
_DIGIT: Final = re.compile(r"\d")
# The rest of a number that the end of a line cuts.
_REST_OF_NUMBER: Final = re.compile(r"(?P<hyphen>-?)[ ]?\n[ ]?(?P<rest>\d{1,8}(?:[ -]\d{1,8}){0,3})(?!\w)")
# "24-204" at the head of a line is no number of a paragraph.
_PARTED: Final = re.compile(r"(?<!\d)\d{2,3}-\d{3}(?!\d)")
_CHECK_AFTER: Final = re.compile(r"\([\dA]\)")
_BEFORE_CHECK: Final = re.compile(r"(?:\w+\s)?[A-Z]{1,2}\d{6}")
_TRUNK: Final = re.compile(r"\(?0[1-9]|\+\d")
_CUT_PHONE, _WHOLE_PHONE, _LONGEST_PHONE = 9, 10, 13
# "Constable PC 4471 Example": after a rank the letters belong to the number.
_FORCE_LETTERS: Final = re.compile(
    r"\b(?i:constable|sergeant|sgt|inspector|insp|corporal|cpl|officer|warder|superintendent|head constable)\.?,?\s\(?"
    r"(?P<letters>W?P[CS]|HC|H/C|ASI|SI|IP|DC|DS|CPL|WDR|No)\.?\s$"
)
# "the gatehouse, Example 3": a building without a number of its own, before the place.
_BUILDING_BEFORE: Final = re.compile(
    r"\b(?:the|an?)\s(?:[a-z-]+\s){0,2}(?:gatehouse|lodge|cottage|farmhouse|farm|mill|parsonage|rectory|vicarage|presbytery|manse|bungalow|caravan|trailer|"
    r"houseboat|barge|hut|shack|annexe?|outbuilding|stables|flat|house|villa|dacha|school ?house|shop|bakery|store|attic|basement|shelter|hostel|refuge)"  # noqa: E501
    r"(?:\s(?:above|over|behind|beside|opposite|below|next to|near)\s(?:the\s)?[a-z]+(?:\s[a-z]+)?)?(?:,\s|\s(?:at|on|in|off)\s)$"  # noqa: E501
)
_MOST_PARTS: Final = 6
_REACH: Final = 40


def whole(text: str, span: Span, lexicon: Lexicon) -> Span:
    """Return a span with the words beside it that belong to it, by its type.

    Args:
        text: of the manuscript.
        span: found in it.
        lexicon: word lists.
    """
    start, end = span.start, span.end
    before = max(0, start - _REACH)
    if span.type in (SpanType.ID, SpanType.CONTACT):
        end = _number_end(text, start, end)
    if span.type is SpanType.NAME:
        start, end = grow(text, start, end, lexicon)
    elif span.type is SpanType.ID:
        letters = _FORCE_LETTERS.search(text, before, start)
        start = letters.start("letters") if letters else with_prefix(text, start, lexicon)
    elif span.type is SpanType.CELL:
        start, end = whole_place(text, start, end)
    elif span.type is SpanType.AGE:
        if about := _ABOUT.search(text, before, start):
            start = about.start()
        if rest := _REST_OF_AGE.match(text, end) or _YEARS.match(text, end):
            end = rest.end()
    elif span.type is SpanType.ADDRESS:
        end = _word_end(text, start, end)
        number = _NUMBER_BEFORE.search(text, before, start)
        if number and _STREET_NEXT.match(text, start) and not _MONTH.match(text, start):
            start = number.start()
        if care := _CARE_OF.search(text, before, start):
            start = care.start()
        if house := _HOUSE_BEFORE.search(text, before, start) or _BUILDING_BEFORE.search(text, before, start):
            start = house.start()
        elif village := _VILLAGE_BEFORE.search(text, before, start):
            start = village.start("village")
        for _ in range(_MOST_PARTS):
            part = _PART_AFTER.match(text, end)
            if part is None:
                break
            end = part.end()
        if _DIGIT.search(text, start, end) and (town := _TOWN_AFTER.match(text, end)):
            words = town["town"].lower().split()
            named = words[0] in lexicon.given_names or words[0] in lexicon.titles or words[0] in lexicon.calendar
            if not named and INSTITUTION.isdisjoint(words) and lexicon.strong.isdisjoint(words):
                end = town.end()
    elif span.type is SpanType.NATIONALITY and (after := _NATIONAL.match(text, end)):
        end = after.end()
    elif span.type is SpanType.DATE_PERSONAL:
        if _DIGIT_FIRST.match(text, start) and (day := _DAY_BEFORE.search(text, before, start)):
            start = day.start()
        if year := _OF_A_YEAR.match(text, end):
            end = year.end()
        if time := _TIME_AFTER.match(text, end, end + _REACH):
            end = time.end()
    elif span.type is SpanType.HEALTH_RARE:
        if kind := _KIND_BEFORE.search(text, before, start):
            start = kind.start()
        if more := _WITH_AFTER.match(text, end):
            end = more.end()
    return replace(span, start=start, end=end)


def _word_end(text: str, start: int, end: int) -> int:
    """Return where an address ends that a pattern has cut within a word: the word is part of it if it is a name."""
    if not text[end - 1].isalpha() or not text[end : end + 1].isalpha():
        return end
    begin = end - 1
    while begin > max(start, end - _REACH) and text[begin - 1].isalpha():
        begin -= 1
    if text[begin].islower():
        return len(text[:begin].rstrip(" ,")) if begin - start > _REACH // 8 else end
    while end < len(text) and text[end].isalpha():
        end += 1
    return end


def _number_end(text: str, start: int, end: int) -> int:
    """Return where a number ends that the end of a line may cut.

    What follows on the next line is the rest of it after a hyphen, where a check digit says so, and where a telephone
    number is too short without it; else it may as well be the number of a paragraph.
    """
    if check := _CHECK_AFTER.match(text, end):
        # "A123456(7)": a check digit as Hong Kong writes it.
        return check.end() if _BEFORE_CHECK.fullmatch(text, start, end) else end
    match = _REST_OF_NUMBER.match(text, end) if text[end - 1 : end].isdigit() else None
    if match is None:
        return end
    written = text[start:end]
    counted = sum(map(str.isdigit, written))
    total = counted + sum(map(str.isdigit, match["rest"]))
    cut = _TRUNK.match(written) is not None and counted < _CUT_PHONE and _WHOLE_PHONE <= total <= _LONGEST_PHONE
    parted = _PARTED.search(match["rest"]) is not None and not is_date(match["rest"])
    if match["hyphen"] or parted or cut or (is_checked(f"{written} {match['rest']}") and not is_checked(written)):
        return match.end()
    return end
