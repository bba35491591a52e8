"""Words of acceptance and implementation, mapped to one small vocabulary."""

from __future__ import annotations

import re
from functools import lru_cache

# The order matters: the first pattern that fits wins, so qualified and negated forms come before plain ones.
_DONE = (
    r"(?:implemented|achieved|carried (?:out|through)|done|met|addressed(?! to\b)|completed?|reali[sz]ed|fulfilled|"
    r"(?:re)?solved|delivered|actioned|acted (?:up)?on|complied(?: with)?|put (?:into (?:practice|effect)|in place)|"
    r"given effect(?: to)?|honou?red|followed(?: up| through)?|executed|rectified|remedied|heeded|observed|taken up|"
    r"taken into account|progressed|satisfied|enacted|settled)"
)
_IN_PART = (
    r"(?:part|partly|partially|somewhat|moderately|incompletely|partial|largely|mostly|substantially|in part|"
    r"only partly|partway|half)"
)
_WHOLLY = r"(?:fully|entirely|completely|wholly)"
_SOMEWHAT = (
    r"(?:in part|partly|partially|somewhat|in some respects|half[- ]?way|by halves?|"
    r"to (?:some|a (?:certain|limited|large|great|considerable|lesser)) (?:extent|degree))"
)
_AGREE = (
    r"(?:accept(?:s|ed|able)?|agree[sd]?|support(?:s|ed)?|concur(?:s|red)?|approve[sd]?|endorse[sd]?|"
    r"taken on board|in agreement with)"
)
_SPIRIT = r"(?:the )?(?:spirit|intent(?:ion)?|aims?|thrust|principle|sentiment|purpose|idea) (?:of|behind)"
# "the Law does not permit" states no position; "is not considered necessary" does.
# "Agreed for four offices", "Adopted by five of six".
_FOR_SOME = (
    r"(?:for|at|in|by) (?:only )?(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten) (?:(?:out )?of "
    r"(?:the )?\w+|"
    r"(?!reasons|days|weeks|months|years|stages|phases|steps|parts|times|respects)\w+s)\b"
)
_UNWANTED = (
    r"not (?:\w+ )?(?:(?:considered|deemed|thought|found|regarded as) )?(?:to be )?"
    r"(?:necessary|feasible|practicable|practical|warranted|justified|affordable|value for money)"
)
_PATTERNS: tuple[tuple[str, str], ...] = (
    ("not implemented", r"no evidence of (?:progress|implementation|compliance|action)"),
    ("no meaningful progress", r"no (?:meaningful|significant|real|discernible) progress"),
    (
        "partly implemented",
        rf"(?:not|never) (?:yet )?(?:been )?(?:yet )?{_WHOLLY} (?:been )?{_DONE}|"
        rf"{_DONE} in (?:\d+|one|two|three|four|five|six|some|most) (?:out )?of (?:the )?\w+|"
        rf"not (?:yet )?(?:been )?{_DONE} (?:in full|{_WHOLLY})|"
        rf"(?:{_DONE}|compliant) (?:only )?{_SOMEWHAT}",
    ),
    (
        "rejected",
        rf"(?:cannot|can not|could not|will not) (?:\w+ ){{0,3}}?be (?:{_AGREE}|{_DONE})|{_UNWANTED}|"
        r"(?:has|have|had|is|are|there (?:is|are)) (?:currently |at present )?no (?:current |present )?"
        r"(?:plans?|intentions?)|does not (?:intend|plan|propose|wish)|do not (?:intend|plan|propose|wish)|"
        r"(?:does|do|did) not (?:consider|deem|regard|see|think|find|believe) (?:\w+ ){0,7}?(?:necessary|appropriate|"
        r"feasible|possible|required|needed|justified|proportionate|useful)|"
        r"not (?:currently |presently |at present )?(?:being |under )(?:consider(?:ed|ation)|planned|contemplated|"
        r"envisaged)|"
        r"sees? no (?:need|reason|grounds?)|(?:do|does|did|can|could)(?: not|n['’]t) see (?:the|any|a|what) (?:need|"
        r"reason|grounds?|"
        r"point|necessity)|finds? no (?:substance|merit|basis) in|no (?:need|grounds?|reason) for (?:this|such)|"
        r"turned down|"
        r"(?:does|do) not share",
    ),
    (
        "not implemented",
        rf"(?:not|never) (?:yet )?(?:been )?(?:yet )?(?:{_DONE}|started|begun|changed|improved|introduced)|"
        r"un(?:implemented|fulfilled|(?:re)?solved|achieved|reali[sz]ed|addressed|changed|met|answered|heeded)"
        r"|no progress|outstanding|not at all|no (?:change|improvement|action|steps|follow-?up|movement|measures|"
        r"effect)(?: (?:was |were |has been |have been )?taken)?|"
        r"(?:still|remains?|remained|continues? to be|left) (?:\w+ly )?(?:open|outstanding|valid|unchanged|pending|"
        r"to be done|relevant|applicable|topical|in (?:force|place)|a dead letter|on paper)|"
        r"(?:is|are|(?<!not )be|was|were|therefore|and) (?:\w+ly |thus |hereby |again )?(?:repeated|reiterated|renewed|"
        r"restated|maintained)|recommendation (?:maintained|upheld|repeated|reiterated)|still (?:stands|applies|"
        r"holds)|yet to be \w+|awaits? (?:its )?implementation|"
        r"nothing (?:has |had )?(?:been )?(?:changed|done|come of)|non-?(?:implement(?:ed|ation)|complied)|"
        rf"disregarded|ignored|not yet(?! (?:due|(?:\w+ )?(?:come|reached|taken|made|decided|had))\b)|fail(?:ed|s|"
        rf"ure) to (?:implement|act on|comply|follow)",
    ),
    (
        "partly implemented",
        rf"{_IN_PART} (?:been )?(?:{_DONE}|complian(?:t|ce)|in place)|{_DONE} (?:only )?(?:in part|partly|partially)|"
        r"(?:partial|incomplete) (?:implementation|achievement|fulfilment|compliance|reali[sz]ation)|"
        r"some (?:improvement|steps|progress)|in part\b(?!ic)(?! of)|"
        r"to (?:some|a (?:certain|limited)) (?:extent|degree)",
    ),
    ("insufficient progress", r"(?:insufficient|limited|little|too little|some but insufficient) progress"),
    ("reasonable progress", r"(?:reasonable|satisfactory|moderate) progress"),
    ("good progress", r"(?:good|significant|substantial|sufficient) progress"),
    (
        "no reply",
        r"no (?:reply|response|answer|position|comment|reaction)|(?:none|nothing) (?:was |has been |yet "
        r")?(?:received|"
        r"given|sent)|(?:did|do|does|has|have|had) not (?:yet )?(?:reply|replied|"
        r"respond(?:ed)?|"
        r"answer(?:ed)?)|(?:reply|response|answer) (?:is |was )?(?:still )?(?:awaited|pending|outstanding)|"
        r"(?:will|shall|would) (?:be )?(?:supplied|provided|sent|submitted|communicated|given|reply|respond|answer) "
        r"(?:at a later (?:date|stage)|later|separately|in due (?:course|time))|"
        r"awaiting (?:a )?(?:reply|response)|(?:nothing|no word) (?:has|had) (?:yet |since )?(?:come (?:back|in)|"
        r"arrived|been heard)|"
        r"(?:remain|kept?|is|are|was|were|stay)\w* silent|(?:did|do|does|has|have|had) not (?:yet )?comment(?:ed)?|"
        r"(?:has|had|have) (?:yet to|left) (?:reply|respond|answer|unanswered)",
    ),
    (
        "under consideration",
        r"under (?:consideration|study|examination|discussion|assessment)|(?:will|to|shall) (?:\w+ )?be "
        r"(?:\w+ )?(?:examined|considered|studied|explored|assessed|reviewed|discussed|looked into)|"
        r"(?:is|are|being) (?:\w+ly )?(?:considered|examined|studied|explored|looked into)(?! (?:to be |as |a |an )?"
        r"(?:\w+ )?(?:implemented|achieved|fulfilled|accepted|closed|met))"
        r"(?![^.;]{0,60}\b(?:every|each|daily|weekly|monthly|quarterly|annually|yearly|regularly|once an?|"
        r"twice an?)\b)|"
        r"under review|"
        r"(?:will|shall) (?:\w+ )?(?:consider|examine|study|explore|look into|assess|reflect)|"
        r"(?:has|have|had|was|were) (?:been )?referred to|will revert|provide responses? in due (?:time|course)|"
        r"remains to be (?:seen|decided)|no decision|"
        r"not (?:yet )?(?:\w+ )?(?:come to |reached |taken |made )?(?:a |any )?"
        r"decision|decision (?:has not|is (?:still )?pending)",
    ),
    (
        "partly accepted",
        rf"(?:part|partly|partially|partial|largely) (?:{_AGREE}|acceptance|agreement|support)"
        rf"|in part {_AGREE}|{_AGREE} (?:(?!and\b|but\b|or\b|while\b|then\b)[\w§]+ ){{0,6}}?(?:only )?(?:in part|"
        rf"partly|partially|with (?:\w+ )?"
        rf"(?:modifications?|reservations?|amendments?|qualifications?|conditions?))|{_AGREE} {_SPIRIT}|"
        rf"{_AGREE} (?:\w+ )?(?:the )?(?:first|second|third|one) (?:part|half|limb)|"
        rf"{_AGREE} (?:for|on|in|at|during|as to|as regards) (?:\w+ ){{1,4}}only\b|"
        rf"{_AGREE} (?:only )?(?:for|as to|as regards|regarding|concerning|in (?:respect|the case) of|"
        rf"with regard to|on) "
        rf"[^.;,]{{2,50}}[;,.] (?:\w+ ){{0,4}}?(?:not|no|but|lacking|lacks?|remainder|rest|others?)\b|"
        rf"{_AGREE} (?:\w+ ){{0,3}}?(?:in so far as|insofar as|to the extent that|except (?:for|that))|"
        rf"{_AGREE} {_FOR_SOME}|shares? [^.;]{{2,70}},? but (?:not|will|can|cannot|only|does|do|finds?|considers?|"
        rf"has|have)\b|not {_WHOLLY} {_AGREE}|(?:cannot|not|n['’]t) "
        rf"(?:\w+ )?{_AGREE} (?:\w+ )?(?:in "
        rf"full|{_WHOLLY})",
    ),
    (
        "accepted in principle",
        rf"{_AGREE} (?:\w+ ){{0,3}}?[“\"'‘]?in principle|in principle,? {_AGREE}|agreement in principle",
    ),
    (
        "rejected",
        rf"object(?:s|ed)? to (?:this|the|that|these) (?:measure|recommendation|proposal|request|point)s?|"
        rf"non-?(?:concur|agree|support)\w*|reject\w*|declin\w*|refus(?:ed|es|al)|disagree\w*|dissent\w*|"
        rf"not (?!only)(?:been |be )?(?:\w+ly )?{_AGREE}|non-?accept\w*|unaccept\w*|"
        r"not (?:adopt|take over|follow) (?:this|the|that|your)\b|"
        r"(?:unable|unwilling|not (?:able|possible|prepared|willing|in a position)) to (?:\w+ )?(?:accept|agree|"
        r"support|concur|endorse|implement|comply|act on|follow)|not (?:currently |at present )?possible|"
        r"(?:(?:did|do|does) not|cannot|could not|not) (?:\w+ ){0,2}?(?:enjoy|accept|support|agree|concur|endorse)|"
        r"do(?:es)? not enjoy",
    ),
    (
        "planned",
        rf"(?:(?<!found )(?<!judged )(?<!deemed )(?<!considered )to|will|shall|would|is to|are to) (?:\w+ )?be "
        rf"(?:\w+ )?(?:{_DONE}|installed|introduced)"
        r"|planned|scheduled|not yet due",
    ),
    (
        "in progress",
        rf"in progress|on-?going|under way|underway|(?:in the process of )?being (?:{_DONE})|in the process of "
        rf"(?:being )?(?:implement\w*|{_DONE})"
        r"|work (?:has )?(?:started|begun)|(?:case|proceedings|investigation|inquiry) (?:had been |has been |"
        r"was )?(?:opened|started)"
        r"|in hand|in train|under construction|being built|commenced|started|on track|on course|on target|on "
        r"schedule|progressing",
    ),
    (
        "no information",
        r"no information|(?:could|can) ?not be (?:checked|verified|assessed|established|determined)|not (?:been )?"
        r"(?:assessed|verified|verifiable|checked|examined)|unverified|too early to (?:say|tell|judge|assess)",
    ),
    ("repeat deficiency", r"repeat(?:ed)? deficienc(?:y|ies)"),
    ("non-compliant", r"non-?complian(?:t|ce)|not (?:in )?complian(?:t|ce)"),
    ("superseded", r"superseded|overtaken by events|no longer (?:applicable|relevant|required|valid)"),
    (
        "implemented",
        rf"(?:fully |already |entirely |now )?{_DONE}|satisf(?:ies|y) (?:(?:the|this|our|that) )?(?:recommendation|"
        rf"requirement)|(?<!case is )(?<!file is )(?<!matter is )(?<!meeting )closed|(?:has|have) (?:since )?(?:been|"
        rf"become) (?:the |"
        rf"standard )practice|(?:has|have) (?:since |meanwhile |now |already )?become (?:the |a )?(?:standard|"
        rf"norm|rule|"
        rf"routine|matter of course)|already (?:in place|the case|the practice|happening|"
        rf"provided|available)|"
        r"(?:is|are) (?:now |already )?in place|(?:is|are) (?:already |now )?(?:standard|current|existing|"
        r"normal) practice|(?:full|complete) (?:implementation|achievement|"
        r"compliance|fulfilment|reali[sz]ation)|(?:fully )?compliant|in compliance|discharged",
    ),
    ("noted", r"(?<!be )noted|takes? note"),
    (
        "accepted",
        rf"adopted (?:in full|in (?:its|their) entirety|without (?:reservations?|changes?|amendments?))|"
        rf"(?:you are|the \w+ is) (?:quite |entirely )?right\b(?! to| of)|"
        rf"(?:fully |wholly )?{_AGREE}|enjoys? (?:the|its|their|full) support|shares? the (?:\w+ )?(?:view|"
        rf"concern|aim|goal|purpose|intention)s?\b|"
        r"no objections?|(?:adopts?|adopted|takes? over|took over) (?:this|the|your) (?:recommendation|proposal)",
    ),
)
# Words that are a verdict when they stand alone in a cell, and anything at all in a sentence.
_ALONE: tuple[tuple[str, str], ...] = (
    (
        "partly implemented",
        r"partly|partially|partial|in part|mixed|some progress|(?:light )?(?:amber|orange|yellow)(?: light)?|"
        r"half(?:[- ]?way)?|"
        r"[◐◑◒◓🟡🟠±~≈]+|\(✓\)|(?:[1-9]|[1-9]\d) ?(?:%|per cent)",
    ),
    ("no information", r"unclear|unknown|not examined|not known|n/?k|no data|gr[ea]y|\?"),
    ("superseded", r"withdrawn|lapsed"),
    (
        "not implemented",
        r"no|none|nil|red(?: light)?|fail(?:ed|s|ure)?|ignored|unsatisfactory|nothing|remains?|persists?|still|worse|"
        r"open|pending|never|unchanged|stands|repeated|reiterated|deteriorated|worsened|overdue|"
        r"untouched|not evidenced|not kept|(?:pending|awaiting) (?:compliance|implementation|action)|"
        r"[✗✘✕✖☒❌🔴×]+|0 ?(?:%|per cent)",
    ),
    (
        "in progress",
        r"begun|initiated|continuing|partway|active|started|commenced|delayed|behind schedule|"
        r"in (?:the )?process(?: of (?:compliance|implementation|fulfilment))?",
    ),
    (
        "implemented",
        r"yes|green(?: light)?|complian(?:t|ce)|satisf(?:ied|actory)|observed|adopted|in place|"
        r"put right|evidenced|embedded|sustained|kept|settled|ok|full|"
        r"fully|[✓✔☑✅🟢]+|100 ?(?:%|per cent)",
    ),
)
_NAMES = tuple(status for status, _ in _PATTERNS)
STATUSES = tuple(dict.fromkeys(_NAMES))
ACCEPTANCE = frozenset(
    {"accepted", "accepted in principle", "partly accepted", "rejected", "noted", "no reply", "under consideration"}
)
_ANY = re.compile(
    "|".join(rf"(?P<s{index}>\b(?:{pattern})\b)" for index, (_, pattern) in enumerate(_PATTERNS)), re.IGNORECASE
)
_ALONE_WORDS = tuple((status, re.compile(pattern, re.IGNORECASE)) for status, pattern in _ALONE)
# What a negation a few words before makes of a plain word: "none of them has so far been carried out".
_NEGATED = {
    "implemented": "not implemented",
    "accepted": "rejected",
    "partly accepted": "rejected",
    "planned": "rejected",
}
_NOT = re.compile(
    r"(?:\b(?:not(?! only)|no(?! (?:later|longer|less|more|sooner|doubt)\b)|never|cannot|"
    r"hardly|neither|nor|none|nothing|not (?:consider|believe|think|find)(?:s|ed)? that|unable|unwilling|yet to|"
    r"fail\w*)\b|n['’]t\b)"
    r"(?:\s+(?!but\b|and\b|because\b|since\b|as\b|which\b|who\b|that\b)[\w’'-]+){0,8}\s+$",
    re.IGNORECASE,
)
_MARK = re.compile(
    r"(?P<mark>red|amber|green|orange|yellow|yes|no|partly|partially|fully|open|pending|[✓✔☑✅🟢◐◑🟡🟠✗✘✕✖☒❌🔴]+|"
    r"\d{1,3} ?(?:%|per cent))(?:\s*(?:[–—:;(]|-\s)|(?:(?<=partly)|(?<=partially)|(?<=fully))\.\s)",
    re.IGNORECASE,
)
_ALL_OF_IT = re.compile(rf"{_WHOLLY}|in full", re.IGNORECASE)
_OPENING_LENGTH, _NEGATION_LENGTH = 60, 70
_MARKS = " .;:!()[]*–—-"


def find_statuses(text: str) -> list[tuple[int, int, str]]:
    """Find words of status in a sentence: start, end and status, in order; a negation before them turns them round."""
    return list(_found(text))


@lru_cache(maxsize=8192)
def _found(text: str) -> tuple[tuple[int, int, str], ...]:
    return tuple((match.start(), match.end(), _status(text, match)) for match in _ANY.finditer(text))


def forget() -> None:
    """Drop the sentences that are kept to be asked about again; none outlives its document."""
    _found.cache_clear()


def status_of(cell: str) -> str | None:
    """Map a cell or short phrase to a status.

    Args:
        cell: ``Supported in part``, ``Not implemented``, ``Accepted. Work has begun.``, ``✓``, ``60 %``

    Returns:
        The status in the words of :data:`STATUSES`, or ``None`` where the phrase does not open with one.
    """
    found = _ANY.search(cell[:_OPENING_LENGTH])
    if found is None or found.start() > 12 or len(cell[: found.start()].split()) > 2:
        # "Amber – tender issued", "60 % (three of five)": a mark of its own, and then the reason.
        marked = _MARK.match(cell.lstrip(_MARKS))
        bare = marked["mark"] if marked is not None else cell.strip(_MARKS)
        return next((status for status, pattern in _ALONE_WORDS if pattern.fullmatch(bare)), None)
    return _status(cell, found)


def _status(text: str, match: re.Match[str]) -> str:
    status = _NAMES[int((match.lastgroup or "s0")[1:])]
    negation = _NOT.search(text[max(0, match.start() - _NEGATION_LENGTH) : match.start()])
    if negation is None or status not in _NEGATED:
        return status
    if _ALL_OF_IT.search(negation.group()) or _ALL_OF_IT.match(match.group()):
        return "partly accepted" if status == "accepted" else "partly implemented"
    return _NEGATED[status]
