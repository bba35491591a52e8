"""The visit before the one that a document reports, as the document itself names it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.dates import DateSpan
from ingest.metadata.fact_labels import stated_previous
from ingest.metadata.front import Front
from ingest.metadata.others import is_of_no_monitor, is_of_others
from ingest.metadata.printed_dates import find_dates
from ingest.metadata.sighting import Sighting
from ingest.metadata.visit_scores import is_called_off

_EARLIER = re.compile(
    r"\b(?:other (?:visit|inspection)s?\b|(?:our|its|the board's) (?:last|previous|first) (?:\w+ ){0,2}review\b|"
    r"(?:last|previous(?:ly)?|earlier|prior|preceding|first|initial|former)"
    r"\s+(?:\w+[ -]){0,3}?(?:inspect\w+|"
    r"visit\w*|monitor\w+|report\w*+(?!['’]s\b)|audit|check)|(?:inspected|visited|monitored|checked|"
    r"toured)\s+(?:\w+\s+){0,5}?(?:last|"
    r"previously|before|"
    r"earlier)|follow[- ]?up (?:visit |inspection |report )?(?:to|of|on) (?:the|our|its)|(?:months|years|weeks) after "
    r"(?:the|our|its|their)|the first (?:one |inspection |visit )?since|(?:was|were) last (?:at|in|on|with|inside)|"
    r"since (?:the|"
    r"our|its) (?:\w+[ -]){0,3}?(?:visit|inspection|report)|progress (?:made )?since|"
    r"(?:earlier|previous|last|prior|former|first|preceding)\s+(?:tour|call|mission|stay|assessment|review|round|"
    r"occasion|time|entry|delegation|team)|(?:we|the \w+|inspectors|they) (?:were|was) last here|last here|"
    r"(?:visit|inspection|tour)\b[^.;]{0,60}\bhad\s+(?:ended|begun|taken\s+place|lasted|been\s+(?:made|paid|"
    r"carried\s+out))|"
    r"(?:had|has|have) already (?:entered|been (?:to|at|in|inside)|visited|inspected|monitored|toured|called|seen|"
    r"gone)|"
    r"(?:first|second|third|last|previous)(?: (?:one|visit))? (?:took place|had taken place|was "
    r"(?:carried out|made|on|in|from))|"
    r"(?:most recently|last time|latterly),?|(?:had|has|have|was|were) (?:last|previously|first) (?:been|come|gone|"
    r"seen|visited|inspected|called|entered|met|gone|looked)|"
    r"follow(?:s|ed)? (?:from|up on) (?:its|our|the|their) (?:\w+ )?(?:visit|inspection)|(?:since|from|"
    r"of) its (?:visit|inspection) of|"
    r"(?:last|previously|first) (?:been )?(?:inspected|visited|monitored|came|went|saw|called|looked|reported|walked|"
    r"entered|set foot|crossed|stepped|stood|were (?:inside|within))|"
    r"compared (?:with|to) (?:those|that|the (?:findings|results|situation)|what (?:was|had been) found) (?:of|from|at|"
    r"during|in|on) (?:the|our|its)|"
    r"(?:last|previous|earlier|first|preceding|prior) one,? (?:(?:was|had been|made|paid|carried out|took place) ){0,2}"
    r"(?:of|in|on|from)\b|"
    r"at the time of (?:the|our) (?:last|previous|"
    r"first)|(?:second|third|fourth|fifth|\w+th) (?:\w+ )?(?:visit|inspection)\b[^.]{0,60}?\b(?:after|following) "
    r"(?:that|"
    r"the one|those|the first|one)|(?:was|were|been|came|come) (?:also |already |last )?(?:here|there) (?:before|"
    r"already|"
    r"last|once|twice|in|on|previously)|(?:predecessor|predecessors)(?: \w+)?|"
    r"(?:same|these) (?:\w+ ){1,3}(?:had|have) been (?:seen|visited|inspected)|recommendations (?:made |issued )"
    r"?(?:in|after|at|following) (?:the|our))\b",
    re.IGNORECASE,
)
_EARLIER_DATE = re.compile(
    # Not the visits of families: "visits were cancelled on nine days in 2024".
    r"\b(?:visits?|inspections?|inspected|visited)\s+"
    r"(?!(?:was|were|are|is|had|have|took|last|may|can)\b(?!\s+(?:been\s+)?(?:carried|made|conducted|paid|"
    r"undertaken|in|on|"
    r"place)\b))(?:\w+\s+){0,4}?(?:of|in|on|from|carried out|made)\b[^.]{0,24}$",
    re.IGNORECASE,
)
_EARLIER_BEHIND = re.compile(r"^\)?\s+(?:visit|inspection|monitoring visit|report|full inspection)\b", re.IGNORECASE)
# "In November 2023 the Board visited the Home and found ..."
_THEN_VISITED = re.compile(
    r"^,?\s+(?:the|we|our|an?)\s+(?:[\w'’-]+\s+){0,4}?(?:visited|inspected|had visited|had inspected|"
    r"(?:made|issued|addressed) (?:[\w-]+ ){0,3}recommendations)\b"
    # "In 2022 we visited two homes": of other places; "three wards of this hospital": of this one.
    r"(?!\s+(?:two|three|four|five|six|seven|eight|nine|ten|\d+|several|many|some|other)\b"
    r"(?!\s+(?:\w+\s+)?(?:wards|units|wings|blocks|sections|departments|floors)\b))",
    re.IGNORECASE,
)
_SPEAKS = re.compile(
    r"visit|inspect|monitor|audit|checked|on[- ]site|(?:first|second|third) time|\b(?:tour|call|mission|occasion|"
    r"delegation|team)\b|last here|already entered|follow|"
    r"recommendations|(?:been|last|previously) seen|last (?:been|came|come|went|"
    r"at|in|saw|called|reported|crossed|stepped|stood|entered|set foot)|(?:last|previous|first) (?:\w+ )?review|"
    r"\b(?:was|were|been|came|come) (?:\w+ )"
    r"?(?:here|there)\b",
    re.IGNORECASE,
)
# "We had seen the cells on 3 May 2022", "three years ago, in 2022, the group saw": told as before the present visit.
_VISITORS = (
    r"(?:we|(?:the|our|its) (?:[\w-]+ ){0,3}?(?:team|delegation|group|mechanism|NPM|monitors|predecessors|colleagues))"
)
_WHO = (
    r"(?:we|(?:the|our|its) (?:[\w-]+ ){0,3}?(?:team|delegation|group|mechanism|commission|committee|board|council|"
    r"office|ombuds\w+|inspectorate|NPM|members|monitors|visitors|predecessors|colleagues))"
)
_PERFECT = r"(?:also |already |last )?(?:had|has|have) (?:also |already |last |first )?"
_HAD_SEEN = re.compile(
    rf"\b{_WHO} {_PERFECT}(?:been (?:here|there|inside|at|to)|recommended|criticised|criticized|visited|inspected|"
    rf"monitored|gone|"
    rf"come)\b[^.;]{{0,60}}"
    rf"\b(?:in|on|of)\s+(?:the\s+)?$|\b{_VISITORS} {_PERFECT}(?:seen|found|met|counted|noted|observed|spoken|stayed)\b"
    r"[^.;]{0,60}\b(?:in|on|of)\s+(?:the\s+)?$|"
    rf"\bwhen {_WHO} (?:first |last )?(?:came|visited|went|inspected|called)\b[^.;]{{0,60}}\b(?:in|on)\s+$|"
    r"\b(?:they|we|advisers|colleagues|officials|inspectors) had (?:last |already )?been with you (?:in|on)\s+$|"
    r"\b[Ww]e (?:were|went|came) (?:at|to|in|inside) [^.;]{2,40}? (?:in|on)\s+$|"
    r"\b(?:years?|months) (?:ago|earlier|before),\s+(?:in|on)\s+$|\b(?:not|never) (?:been )?(?:visited|inspected|"
    r"monitored|seen|set "
    r"foot)\b[^.;]{0,40}\bsince\s+$|"
    rf"\b(?:the )?last time {_WHO}[^.;]{{0,40}},?\s+(?:in|on|was)\s+(?:in\s+)?$|\bwhat {_WHO} (?:had )?(?:recommended|"
    r"found|saw|asked for|proposed)\b[^.;]{0,30}\b(?:in|on)\s+$|"
    r"\b(?:our|its|the (?:council|mechanism|commission|committee|group|NPM|ombuds\w+)['’]s) (?:\w+ )?recommendations "
    r"(?:of|from)\s+$|\b(?:predecessors?|colleagues) (?:of ours )?(?:came|went|were here|visited|saw)\b[^.;]{0,30}"
    r"\b(?:in|on)\s+$",
    re.IGNORECASE,
)
# "2023, when the Mechanism was here", "Not since 2022 had anyone of the Commission been inside".
_WHEN_THERE = re.compile(
    rf"^,?\s+when {_WHO} (?:was|were|came|visited|went|saw|inspected|called|had (?:last |first )?(?:been|come|"
    rf"visited))\b|"
    rf"^\s+had (?:any(?:one|body) (?:of|from) )?{_WHO}[^.;]{{0,30}}\b(?:been|visited|set|come|seen|gone)\b",
    re.IGNORECASE,
)
# "The Mechanism visited the Centre for the first time in August 2023".
_FIRST_TIME = re.compile(r"\bfor the first time,?\s+(?:in|on)\s+(?:the\s+)?$", re.IGNORECASE)
_WENT = re.compile(r"\b(?:visited|inspected|monitored|went to)\b[^;]{0,200}$", re.IGNORECASE)
_OURS = re.compile(r"\b(?:the|our|its|their)\s+$")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_OTHER_EVENT = re.compile(
    r"\b(?:published|law|act|rules|opened|built|since|ratified|census|order|letter|replied|released|received|sent|"
    r"submitted|"
    r"answered|responded|presented|response|reply)\b",
    re.IGNORECASE,
)
# "Checked before: 11.04.2018", "Last time | 2021": a field of a form.
_FIELD_BEFORE = re.compile(
    r"\W*(?:when (?:we|the \w+) (?:were|was) (?:last|previously) (?:here|there)|(?:earlier|previous|last|"
    r"prior) (?:visits?|inspections?)|"
    r"last (?:monitored|visited|inspected|seen|here)|(?:checked|visited|inspected|monitored|seen) (?:before|"
    r"previously|earlier|last)|(?:last|previous) "
    r"(?:time|seen|visited|inspected|checked|monitored|review)|previous(?:ly)?|earlier)\s*(?:on|in)?\s*[:|]"
    r"\s*(?:on |in |from )?",
    re.IGNORECASE,
)
# "Oak Prison, which was visited in June 2022 and to which this one is compared"; "had visited the Republic of Elmland"
_OF_ANOTHER_PLACE = re.compile(r"[A-ZÀ-Þ][\w’'-]+,\s+(?:which|where)\s+(?:was|were|had been|we|the \w+)\b[^.;,]{0,60}$")
# "the inspection in 2020 of this prison, and in 2021 of Oak Court": of another place.
_OF_THIS, _OF_NAMED = (
    re.compile(r"\bof this \w+", re.IGNORECASE),
    re.compile(r"(?:,?\s+and\s+(?:in\s+)?\d{4})?\s+of\s+[A-ZÀ-Þ]"),
)
_NEVER = re.compile(r"\bneither\b(?![^.;]*\bsince\b)", re.IGNORECASE)
# "has written to us since the first inspection, most recently on 3 May": the last of the letters.
_WRITTEN = re.compile(
    r"\b(?:written|wrote|complained|petitioned|appealed|telephoned|called|rung|rang|asked|requested)\b[^.;]*"
    r"\b(?:most recently|last time|latterly),?\s+(?:on|in)\s+$",
    re.IGNORECASE,
)
_SENTENCE_ENDS = re.compile(r"(?:[^\W\d]{2}[.;]|(?:19|20)\d\d\.)\s+(?=[A-Z])")
_MASKED = re.compile(r"\[[^\]]*\]")
_FIRST_BLOCKS, _NAMED = 20, 0.8


def find_previous_visit(front: Front, visit: DateSpan | None) -> Sighting[str] | None:
    """Find the last earlier visit that the document names.

    Returns:
        Its first day, month or year, as precise as printed; ``None`` where the document names none, or where nothing
        tells which of its visits is the earlier one.
    """
    stated = stated_previous(front, visit.first if visit is not None else None)
    if stated is not None:
        return stated
    best: Sighting[str] | None = None
    rank: tuple[bool, str, int, str] | None = None
    for place, block in enumerate([*front.furniture, *front.body]):
        if visit is None and place > _FIRST_BLOCKS:
            break
        if (block.label or "").lower().startswith("recommendation"):
            continue
        for day, start, end, confidence in _earlier(block.text):
            if visit is not None and day >= visit.first[: len(day)]:
                continue
            if visit is None and confidence < _NAMED:
                # "In 2024 the Ombudsman visited three hospitals" tells of no visit before another.
                continue
            # One called the last goes before others; then the latest; of two notations of it, the more precise.
            same_year = best is not None and best.value == day[:4] and len(day) > 4
            if rank is None or same_year or (confidence >= _NAMED, day[:4], len(day), day) > rank:
                rank = (confidence >= _NAMED, day[:4], len(day), day)
                best = Sighting(day, block, start, end, confidence)
    return best


def _latest(span: DateSpan) -> str:
    """Return the first day of a visit; of two visits named together, months apart, that of the later one."""
    (year, month), (later, last) = (map(int, f"{day}-01".split("-")[:2]) for day in (span.first, span.last))
    return span.last if 12 * (later - year) + last - month > 1 else span.first


def _visit_of(sentence: str) -> bool:
    """Say whether a sentence ends with a visit and its ``of``, with no other event between the two."""
    found = [*_EARLIER_DATE.finditer(sentence)]
    return bool(found) and not _OTHER_EVENT.search(found[-1].group())


def _earlier(text: str) -> Iterator[tuple[str, int, int, float]]:
    """Give dates and years that a visit other than the present one bears."""
    of_visits = bool(_SPEAKS.search(text))
    dates = find_dates(text)
    spans = [(_latest(span), span.start, span.end) for span in dates]
    spans += [
        (year.group(), year.start(), year.end())
        for year in _YEAR.finditer(text)
        # "CDP (2023) 2" is the number of a report.
        if not any(span.start <= year.start() < span.end for span in dates)
        # "[date in 2023]" is masked: of a person.
        and not any(found.start() < year.start() < found.end() for found in _MASKED.finditer(text))
        and not re.search(r"[A-Z]{2,}\S*\s*\($", text[: year.start()])
    ]
    for day, start, end in spans:
        sentence = _SENTENCE_ENDS.split(text[max(0, start - 90) : start])[-1]
        if (
            is_of_others(sentence)
            or is_of_no_monitor(sentence)
            or _WRITTEN.search(text[:start])
            or _OF_ANOTHER_PLACE.search(sentence)
        ):
            continue
        if (
            _NEVER.search(sentence)
            or is_called_off(text, start, end)
            or (_OF_THIS.search(sentence) and _OF_NAMED.match(text, end))
        ):
            continue
        if _FIELD_BEFORE.fullmatch(text[:start]):
            yield day, start, end, 0.9
            continue
        named = [*_EARLIER.finditer(sentence)]
        if of_visits and named and not _OTHER_EVENT.search(sentence[named[-1].end() :]):
            yield day, start, end, 0.9 if len(day) > 4 else 0.8
        elif (of_visits and _visit_then(text, sentence, start, end)) or (
            _HAD_SEEN.search(sentence) or _WHEN_THERE.match(text[end:])
        ):
            yield day, start, end, 0.7


def _visit_then(text: str, sentence: str, start: int, end: int) -> bool:
    """Say whether a date is that of a visit which the words around it tell of, without calling it an earlier one."""
    return bool(
        (_EARLIER_BEHIND.match(text[end:]) and _OURS.search(sentence))
        or (_THEN_VISITED.match(text[end:]) and re.search(r"\b(?:In|On|Already in)\s+$", sentence))
        or _visit_of(sentence)
        or (_FIRST_TIME.search(sentence) and _WENT.search(text[:start]))
    )
