"""How likely a date is that of the visit which a document reports: by the words around it."""

from __future__ import annotations

import re

from ingest.dates import DateSpan
from ingest.metadata.others import is_of_others

VISITING = re.compile(
    r"\b(?:inspected|inspection(?:s| dates?)?|visit(?:s|ed|ing|ation)?|monitored|monitoring|fieldwork|on[- ]site|"
    r"carried out|conducted|performed|executed|returned|took place|present (?:in|at|on|from)|spent|toured|entered|"
    r"unannounced|"
    r"we (?:arrived|came|went|turned up|appeared)|mission|examined|observed|attended|accompanied|were present|"
    r"was present|arrived at|"
    r"went (?:(?:\w+ ){1,2})?to|went aboard|went on|(?:got|came|drove|flew|walked) to the|(?:reached|boarded) the|"
    r"(?:we|team|group|delegation|members|monitors|visitors|inspectors) (?:had )?(?:drove|driven|travelled|"
    r"flew|flown|sailed|rode|headed) (?:back )?to|"
    r"(?:staff|members|visitors|monitors|inspectors|officers|team|delegation|we) (?:had )?arrived|"
    r"observation (?:ran|lasted|began|started)|went back|came back|called (?:at|on)|accessed|spot[- ]?checks?|"
    r"stayed (?:at|in|on|until)|looked again|rang (?:at )?(?:the|its) (?:\w+ )?(?:bell|door|gate)|knocked (?:at|on)|"
    r"set foot|came to the (?:gate|door|prison|station|home|hospital|centre|unit)|walked (?:in|into|through)|"
    r"dropped in|presented (?:itself|themselves|ourselves) (?:at|to)|"
    r"paid (?:us |it |them )?a call|were let in|was let in|were (?:received|admitted) (?:at|by|to)|"
    r"dates? of (?:entry|arrival|stay)|"
    r"(?:team|group|commission|committee|board|council|mechanism) saw the (?:[\w-]+ ){0,2}(?:prison|station|"
    r"hospital|home|centre|"
    r"cells|ward|unit|place)|"
    r"(?:team|group|delegation|mission|commission|committee|mechanism|board|members|advisers|monitors|officers|"
    r"inspectors|we)(?: of (?:the |our )?\w+)? (?:was|were|came)"
    r"(?: again| back)? (?:at|in|on|to))\b",
    re.IGNORECASE,
)
DATES_OF_VISIT = re.compile(
    r"\b(?:dates? of (?:the )?(?:\w+ )?(?:entry|arrival|stay|visits?|visitation|inspections?|fieldwork|monitoring)|"
    r"(?:visits?|inspections?|fieldwork|monitoring|on-site) dates?|dates? visited|inspected|visits?|period of visit|"
    r"^when)"
    r"\s*(?:\||:|–|-)?\s*(?:was |were )?(?:on |from |between )?$",
    re.IGNORECASE,
)
PUBLISHED = re.compile(
    r"\b(?:published|publication|laid before|tabled|issued|released|date of (?:the )?report|report date|adopted|"
    r"version\s[\d.]+|dated|status on|approved)\b",
    re.IGNORECASE,
)
_OTHER_DATE = re.compile(
    r"\b(?:born|since|sent|letter|ratified|opened|received|previous(?:ly)?(?! (?:notice|warning|announcement))|"
    r"preceding|last(?! (?:week|days?|month) "
    r"of)|earlier|"
    r"replied|reported|wrote|informed|answered|"
    r"reply|recommendations published|due|until|census|months to|year to|as of|prior(?! (?:notice|"
    r"warning|announcement|notification|information|arrangement|appointment))|follow[- ]up to|"
    r"(?:months|years) after|appl(?:y|ies|ied)|in(?:to)? force|"
    r"(?:was|were|been) (?:\w+ly )?(?:appointed|elected|built|founded|registered|established|inaugurated|created|"
    r"designated|arrested|admitted|placed|moved|transferred|charged|convicted|sentenced))\b[^.]{0,24}$|"
    r"\b(?:previous|last|earlier|preceding|prior|other) (?:\w+ )?(?:visits?|inspections?)\b[^.]{0,45}$|"
    r"\b(?:law|act|order)\b[^.,]{0,10}$|\bby (?:the )?(?:(?:end|beginning|middle) of )?$",
    re.IGNORECASE,
)
# "Submitted to the Council for the Inspection of Places of Custody on 4 March": a sentence about the document.
_LAID = re.compile(
    r"(?:submitted|presented|tabled|laid|published|adopted|transmitted|sent|issued|released|placed|deposited|"
    r"reported) (?!after|following)[^.;]{0,120}$",
    re.IGNORECASE,
)
# "A year earlier the Committee had visited Elm Prison, on 3 May 2022"
_HAD_VISITED = re.compile(r"\bhad (?:already |last |also )?(?:visited|inspected|toured)\b[^.;]{0,60}$", re.IGNORECASE)
_FIRST_VISIT = re.compile(
    r"\b(?:first|initial|original) (?:\w+ )?(?:visit|inspection)\b[^.]{0,40}$",
    re.IGNORECASE,
)
# "The Commission first visited the home on 3 May 2023" tells of an earlier visit, whatever follows.
_ONCE_VISITED = re.compile(
    r"\b(?:first|previously|originally|initially) (?:visited|inspected|monitored)\b[^.]{0,60}$|"
    r"\b(?:visited|inspected|monitored)\b[^.,;]{0,50}\bfor the first time\b[^.]{0,20}$",
    re.IGNORECASE,
)
# "the findings of the Council for Visits of 3 May 2022": a body whose name has the word.
_VISITING_BODY = re.compile(
    r"\b(?:Council|Committee|Commission|Board|Office|Centre|Department|Section|Unit|Forum|Group)\s+(?:for|of|on)\s+"
    r"(?:the\s+)?(?:\w+\s+){0,2}?(?:Visits?|Visiting|Inspections?|Monitoring)\b|\b(?:Visiting|Visits|Monitoring|"
    r"Inspection)\s+(?:Committee|Commission|Board|Council|Forum|Office|Panel|Department|Unit|Team|Group|Delegates)\b"
)
# "the visit report on Elm Prison of 1 October": the date of the report.
_REPORT_OF = re.compile(
    r"\b(?:report|findings|opinion|update|supplement|memorandum|statement|note)\b(?:"
    r"(?!\b(?:visits?|visited|monitor\w*|inspect\w*|mission|carried out)\b)[^.;:])"
    r"{0,60}\b(?:of|dated)\s*$",
    re.IGNORECASE,
)
# "A post card reached the Commission on 2 May"; "visits planned for March 2020 were called off"
_CAME_IN = re.compile(
    r"\breached (?:the|this|our) (?:commission|committee|office|board|ombuds\w+|mechanism|council|authority|"
    r"secretariat)\b[^.;]{0,20}$",
    re.IGNORECASE,
)
# "chose with us the dates, 4 and 5 May 2022"
_AGREED = re.compile(
    r"\b(?:chose|chosen|agreed|fixed|settled|arranged)\b[^.;\d]{0,30}\bdates?\b[^.;\d]{0,12}$", re.IGNORECASE
)
_PLANNED = re.compile(r"\b(?:planned|scheduled|foreseen|due) (?:for|in|on)\b[^.;]{0,40}$", re.IGNORECASE)
_CALLED_OFF = re.compile(
    r"[^.;]{0,60}\b(?:called off|cancell?ed|postponed|put off|abandoned|given up|not (?:made|held|carried out))\b",
    re.IGNORECASE,
)
_SENTENCE_OPENS = re.compile(
    r"(?:[^\W\d]{2,}[.;:,]\s+|^\s*\d[\d.]*\s+)(?:on|from|between|in|during)\s+(?:the\s+)?(?:(?:early\s+)?"
    r"(?:morning|afternoon|evening|night|day)s?\s+of\s+(?:the\s+)?)?$|"
    r"^\s*(?:\d[\d.]*\s+)?(?:in|during|over|within)\s+the\s+(?:period|weeks?|months?|days?)\s+(?:from|between|of)\s+$",
    re.IGNORECASE,
)
# "Date and manner | 4 and 5 May 2022, not announced": a field that only visits have.
_DATE_FIELD = re.compile(
    r"\s*(?:dates?|days?|period|time|(?P<own>checked|visited|inspected|monitored|on[- ]site))"
    r"(?P<more>\s*(?:,|and|/|&)\s*"
    r"(?:the\s+)?(?:manner|mode|type|form|kind|nature|duration|modality|purpose|method|hours?))?\s*[:|]\s*"
    r"(?:on |from |between )?",
    re.IGNORECASE,
)
_ANNOUNCED_BEHIND = re.compile(r"[^.;|]{0,30}\b(?:announced|unannounced|notice|notification|warning)\b", re.IGNORECASE)
# "Between 22.40 hrs on 22 August 2024 and 04.15 hrs on 23 August, without notice": hours and notice are of a visit.
_HOUR = (
    r"(?:\d{1,2}h\d\d|\d{1,2}\s*[ap]\.?m\.?(?!\w)|"
    r"\d{1,2}[.:]\d\d\s*(?:hrs?|hours|h|[ap]\.?m\.?)?|\d{4}\s?(?:hrs|hours))"
)
_HOUR_BEFORE = re.compile(
    rf"\b(?:from|between|at|on)\s+{_HOUR}\s+(?:on|of)\s+(?:the\s+)?(?:\w+day,?\s+)?$", re.IGNORECASE
)
_HOUR_BEHIND = re.compile(rf",?\s+(?:at|from|between)\s+{_HOUR}", re.IGNORECASE)
_WITHOUT_NOTICE = re.compile(
    r"\b(?:unannounced|without (?:\w+ )?(?:notice|warning|announcement|notification|informing|informed|telling|told)|"
    r"announced|prior notice)\b",
    re.IGNORECASE,
)
# "We stayed there from the evening of 28 May until the boat on 1 June 2023"
_FROM_DAY = re.compile(
    r"\bfrom\s+(?:the\s+)?(?:\w+\s+of\s+(?:the\s+)?)?\d{1,2}(?:st|nd|rd|th)?(?:\s+(?:of\s+)?[A-Z]\w+)?\s+(?:until|till|to)\s"
    r"[^.;\d]{0,40}$"
)
# "Report on a systematic visit, Westland, Elmton 28 February 2024": the day of the document.
_DATELINE = re.compile(
    r",\s+(?!(?:On|In|From|By|Until|Since|Between|Of|The)\b)[A-ZÀ-Þ][\w'’-]+(?:\s[A-ZÀ-Þ][\w'’-]+){0,2}\s+$"
)
# "... without notice. Elmton, 1 October 2024": the last words of a letter's head.
_TOWN_LAST = re.compile(
    r"(?:^|[^\W\d]{2}[.;]\s+|\d[.;]\s+)[A-ZÀ-Þ][\w'’-]+(?:\s[A-ZÀ-Þ][\w'’-]+){0,2},\s+(?:(?:the|den|le|a|il|dnia)\s+)?$"
)
_LINE_BEFORE = re.compile(
    r"^.{0,120}?\b(?:19|20)\d\d\s+(?=(?:The|We|Our|A|An|On|In|From|Between|Two|Three|Four|Five)\s)"
)
# A dot behind "Ms", "Dr" or "Ven" ends no sentence.
_SENTENCE_ENDS = re.compile(r"(?<=[^\W\dA-Z]{3})\.\s|(?<=[\d)”\"])\.\s|(?<=\])\.\s(?!\[)")
# "Visits were suspended between March 2020 and November 2021": those of families.
_NO_VISITS = re.compile(
    r"\b(?:visits?(?:\s+(?:from|by|of|to)\s+[^.;]{3,30}?)?\s+(?:were|was|had\s+been|have\s+been|are|is|remained)\s+"
    r"(?:\w+\s+)?(?:suspended|banned|stopped|cancell?ed|prohibited|restricted|limited|halted|forbidden|interrupted|"
    r"reduced|replaced|impossible|allowed|permitted)|no\s+visits\s+(?:were|was|took|could|had|have|are))\b[^.;]*$",
    re.IGNORECASE,
)
_LONG, _NEARBY = 200, 120


def is_called_off(text: str, start: int, end: int) -> bool:
    """Say whether a date, by its offsets, is told as that of a visit which was planned and not made."""
    return bool(_PLANNED.search(text[max(0, start - 60) : start]) and _CALLED_OFF.match(text, end))


def score_of(text: str, span: DateSpan) -> float:
    """Score a date of a text: 4 or more points where the words beside it tell of a visit, less than 0 of another event.

    Args:
        text: of a block.
        span: of a date in it.
    """
    before = _VISITING_BODY.sub("", text[max(0, span.start - 60) : span.start])
    if (ranged := _FROM_DAY.search(text[: span.start])) is not None:
        before = text[max(0, ranged.start() - 120) : span.start]
    around = text if len(text) < _LONG else text[max(0, span.start - _NEARBY) : span.end + 60]
    # "Group for Preventive Visits – memo for the Ministry, 3 May 2024": the day of the paper, and no word of a visit.
    last = not span.is_range and len(text) - span.end <= 1
    parts = re.split(r"(?<=[^\W\d]{2}[.;])\s+", _VISITING_BODY.sub("", around) if last else around)
    near = " ".join(part for part in parts if not is_of_others(part))
    score = 4.0 if VISITING.search(before) else (2.0 if VISITING.search(near) else 0.0)
    score += 1.5 if DATES_OF_VISIT.search(before) else 0.0
    sentence = _SENTENCE_ENDS.split(text[span.end : span.end + 220])[0]
    # "From 3 to 5 May the team, on the strength of its mandate, ... visited": the date opens the sentence.
    opens = span.start < 12 or bool(_SENTENCE_OPENS.search(before))
    score += 2.5 if (span.has_day or span.is_range) and opens and VISITING.search(sentence) else 0
    # On a cover, a range on a line of its own.
    alone = span.start < 3 or bool(
        re.fullmatch(r"\s*(?:from|on|between|dates?:?)\s+", text[: span.start], re.IGNORECASE)
    )
    score += 2 if span.is_range and alone and len(text) - span.end < 3 else 0
    # "Date: 19 September 2019, 9.30 to 13.00"
    timed = re.match(r"(?!\s*\d\d:\d\d:\d\d)[^;]{0,20}?\b(?:\d{1,2}[.:]\d\d\b|\d{4} ?(?:hrs|hours))", text[span.end :])
    score += (
        4
        if timed is not None and re.fullmatch(r"dates?(?: and times?)?\s*[:|]\s*", text[: span.start], re.IGNORECASE)
        else 0
    )
    labelled = _DATE_FIELD.fullmatch(text[: span.start])
    score += 4 if labelled and (labelled["own"] or labelled["more"] or _ANNOUNCED_BEHIND.match(text[span.end :])) else 0
    score += 2 if span.is_range else 0
    by_hour = _HOUR_BEFORE.search(text[: span.start]) or _HOUR_BEHIND.match(text, span.end)
    came = _SENTENCE_ENDS.split(text[max(0, span.start - _NEARBY) : span.start])[-1]
    visited = VISITING.search(came) or VISITING.search(sentence) or _WITHOUT_NOTICE.search(sentence)
    score += 4 if span.has_day and by_hour and not VISITING.search(before) and visited else 0
    # "First visit: 19 January. Second visit: 20 January": both are this one.
    staged = re.match(r"[^.]{0,20}[.;,]\s+second (?:visit|inspection)\b", text[span.end :], re.IGNORECASE)
    score -= 3 if _FIRST_VISIT.search(before) and staged is None else 0
    score -= 6 if _ONCE_VISITED.search(before) else 3 if _HAD_VISITED.search(before) else 0
    score += 4 if _AGREED.search(before) else 0
    score -= 6 if is_called_off(text, span.start, span.end) or _CAME_IN.search(before) else 0
    score -= 0 if span.has_day else 2
    clause = re.split(r"(?<=[^\W\d]{2})[.;|]\s+", text[: span.start])[-1]
    # "Sent to the Ministry on 3 June 2024 The monitors rang ...": two lines that the reader joined.
    clause = _LINE_BEFORE.sub("", clause)
    score -= 6 if _LAID.match(clause) or _NO_VISITS.search(clause) else 0
    before_date = text[: span.start]
    dateline = last and (_DATELINE.search(before_date) or _TOWN_LAST.search(before_date))
    score -= 6 if dateline else 0
    told = re.split(r"[^\W\d]{2}[.;]\s+", text[max(0, span.start - _NEARBY) : span.start])[-1]
    score -= 6 if is_of_others(f"{told} {sentence}" if opens else told) else 0
    # "from 28 May until the boat on 1 June": no term that ends.
    other = ranged is None and _OTHER_DATE.search(before)
    if PUBLISHED.search(before[-30:]) or other or _REPORT_OF.search(before):
        score -= 6
    return score
