"""Phrasing: the many ways to ask for a number, brought into one order of words before they are read."""

from __future__ import annotations

import re

from assistant.question.numerals import NUMERAL
from assistant.question.register_words import REGISTER_WORDS, addressee_in
from assistant.question.statuses import statuses_asked
from assistant.question.terms import fold

_COUNT = r"(?:(?:in|on|to|of|for|at|by|with) )?how many"
_OF = re.compile(
    r"^\W*(?:out )?of (?P<all>(?:the |all (?:the )?|these |those )?[^,;:?]{3,120}?), ?"
    r"(?:in |on |to |which and )?how many(?: and which)?(?: of (?:them|these|those))?(?P<rest>\b.*)$",
    re.IGNORECASE | re.DOTALL,
)
_AHEAD = re.compile(
    rf"^\W*(?P<ahead>[^?]{{3,140}}?)(?:,|:|;| [-–—])\s*"
    rf"(?P<asked>(?:{_COUNT}|which|what|list|(?:the )?(?:total )?number of)\b.*)$",
    re.IGNORECASE | re.DOTALL,
)
_POLITE = re.compile(
    r"^\W*(?:(?:please|kindly|hello|hi),? )*"
    r"(?:(?:can|could|would|will) you (?:please )?(?:tell me|say|count|check|find out)|"
    r"(?:i|we)(?:'d| would| want| need)(?: like)? to know|do (?:you|we) know|tell (?:me|us)|please)\b,? "
    r"(?=how many|the (?:total |exact )?number|which|the \w+ (?:to|that|which)\b)",
    re.IGNORECASE,
)
_ASKS = re.compile(r"^(?:how many|which|what|list|name|give|show|number of)\b", re.IGNORECASE)
_AND_COUNT = re.compile(
    r"^\W*(?P<which>which|what|list|name|give)\b(?P<body>.*?),? and how many"
    r"(?: (?:are|were|is|of) (?:they|them|there|those|these|that)\b)?(?: (?:in all|altogether|in total))?\W*$",
    re.IGNORECASE | re.DOTALL,
)
_TOTAL = re.compile(
    r"^\W*(?:what (?:is|was) |give (?:me )?|tell me |state )?(?:the )?(?:total |overall |exact )?number of\b",
    re.IGNORECASE,
)
_INTRODUCED = re.compile(
    r"^(?:(?:hello|hi|dear [\w ]{2,30}|good \w+)[,.!]? ?)?"
    r"(?:(?:my (?:name|colleague|brother|sister|son|daughter|client)\b|i am|i['’]m|i work|i was|this is|we are|"
    r"we['’]re)\b"
    r"[^?!]{0,300}?[.!]\s+)+(?=[A-Z][^.!?]{5,}\?\s*$)",
    re.IGNORECASE,
)
# "What was the ministry asked to do?": the recommendations made to it.
_TASKED = re.compile(
    r"^\W*(?:(?:and|so|list|show|tell me|name) )*what (?:(?:was|were|is|are|has|have) (?P<who>[^?;]{3,80}?) (?:been )?"
    r"(?:asked|told|required|requested|urged|expected|supposed|recommended|called (?:up)?on)|"
    r"(?P<subject>[^?;]{3,60}?) (?:was|were|is|are|has been|have been) "
    r"(?:asked|told|required|requested|urged|expected|supposed|recommended|called (?:up)?on)|"
    r"(?:did|does|do) [^?;]{3,60}? "
    r"(?:ask|tell|want|require|request|urge|expect|recommend) (?P<whom>[^?;]{3,80}?)) to do\b(?P<rest>[^?]*)",
    re.IGNORECASE,
)
# "How many times does the committee ask for information?", "in how many areas was there progress?"
_TIMES = re.compile(
    r"\bhow (?:many times|often) (?:did|does|do|has|have|had) (?P<who>[^?;]{2,80}?) (?:ask(?:ed|s)?|request(?:ed|s)?) "
    r"(?:for |to (?:be informed|receive) )?(?:of |further |more |any )?(?:information|comments)"
    r"(?: (?:or|and) (?:information|comments))?",
    re.IGNORECASE,
)
_AREAS = re.compile(r"^\W*(?:in|on) how many (?:of the )?areas\b", re.IGNORECASE)
# "What was recommended to Sorrel House?"; "to improve the food" names nobody.
_RECOMMENDED = re.compile(
    r"^\W*(?:(?:and|so|tell me|list) )*what (?:was|were|is|has been|have been) (?:also )?recommended "
    r"(?P<rest>(?:to|at|for|in) (?:the )?(?-i:(?=[A-Z0-9]))[^;]*)$",
    re.DOTALL | re.IGNORECASE,
)
# What a body calls the things that it asks for: "the Protector's measures", "how many requests does the panel make".
_DEMANDS = (
    r"(?P<demands>measures|requests|demands|asks|instructions|orders|suggestions|proposals|opinions)\b"
    r"(?! (?:for|to|by)\b)"
)
_COUNTED = r"\b(?:how many|number of|which|list)(?: of)?(?: the| its| their| all)?"
_DEMANDED = (
    re.compile(
        rf"{_COUNTED}(?P<whose>(?: [\w’'-]+){{1,4}}?['’]s?|(?-i:(?: [A-ZÀ-Ž][\w’'-]*){{1,5}}))?"
        rf"(?P<whole> {NUMERAL})?(?P<of>(?: (?:main|key|other|first|earlier|previous|new)){{0,2}}) {_DEMANDS}",
        re.IGNORECASE,
    ),
    re.compile(
        rf"{_COUNTED}(?P<whose>)(?P<whole>)(?P<of>) {_DEMANDS}(?= (?:did|does|do|has|have) (?:the )?[^?.,;]{{2,60}}? "
        r"(?:make|made|hand(?:ed)?|address\w*|issue\w*|put|raise\w*|direct\w*|formulate\w*|set out|set|contain\w*|"
        r"include\w*|list\w*)\b)",
        re.IGNORECASE,
    ),
    re.compile(
        rf"{_COUNTED}(?P<whose>)(?P<whole>)(?P<of>) {_DEMANDS}(?= (?:(?:made|raised|put|set out|contained|listed) )?"
        r"(?:in|of|from) (?:the|its|their|this|that) (?:[\w’'-]+ ){0,4}?"
        r"(?:report|letter|record|opinion|summary|chapter|note|paper|reply|memorandum|review|study)\b)",
        re.IGNORECASE,
    ),
    # What is implemented or accepted, or issued again, was asked for by somebody.
    re.compile(
        rf"{_COUNTED} (?:(?P<demands>requests|demands|suggestions|opinions)\b(?! for\b)(?=[^?;]{{0,80}} "
        r"(?:implemented|accepted|rejected|refused|fulfilled|complied with|acted on|agreed|declined)\b)|"
        r"(?P<renewed>measures|requests|demands|suggestions|opinions)\b(?=[^?;]{0,80} (?:were|was|are|been) "
        r"(?:re-?issued|repeated|renewed|(?:issued|made|addressed|imposed) (?:again|once more|anew))\b))",
        re.IGNORECASE,
    ),
)
# "How many points were rejected", "of the items due in March": what an action plan or a follow-up lists.
_ENTRY = re.compile(
    rf"{_COUNTED}(?: {NUMERAL})?"
    r"(?: (?!of\b|the\b|in\b|for\b|to\b|were\b|was\b|are\b|is\b|did\b|do\b|had\b|have\b)(?-i:[\w’'-]+)){0,4}? "
    r"(?P<entries>points|items|lines|entries|rows|actions|measures|tasks|steps|things|issues|matters|"
    r"(?P<faults>violations|breaches|shortcomings|irregularities|defects))\b"
    r"(?! (?:of|about|against|from|per)\b(?! (?:the|its|their|it)\b))",
    re.IGNORECASE,
)
# What shows that something asked for is meant: a time to do it in, an office that must.
_TO_BE_DONE = re.compile(
    r"\b(?:deadlines?|time[- ]limits?|due (?:by|on|in|within|date)|"
    r"(?:had|have|has|gives?n?|gave|within) (?:[\w-]+ ){1,3}(?:hours|days|weeks|months)|"
    r"(?:must|should|had to|have to|has to|needs? to|to) be "
    r"(?:\w+ )?(?:put right|done|remedied|fixed|carried out|implemented|taken|met|removed|ended|completed)|"
    r"(?:fall|falls|fell|addressed|directed) to|action plan|corrective plan|matrix)\b"
)
_RATHER = re.compile(r"\s*\(?,?\s*\b(?:rather than|as opposed to|instead of|and not|but not those of)\b[^)?;]*\)?")
# Other standings left out by name: whoever is counted has but one.
_LEAVING = re.compile(
    r",? (?:leaving (?:aside|out)|setting aside|not counting|excluding|without (?:counting|claiming|saying))\b[^?;]*"
)
# "Leave out the one for the director", "apart from the ministry": whoever else is addressed is not counted anyway.
_EXCEPTING = re.compile(
    r"\s*\((?:leave|leaving|set|setting|not counting|excluding|except|apart|without) [^)]{3,80}\)|"
    r"\b(?:leav(?:e|ing)|sett?ing?) (?:aside|out) [^,;?()]{3,60},\s*|"
    r"\bleav(?:e|ing) [^,;?()]{3,60} (?:aside|out),\s*|"
    r",? (?:apart from|other than|except(?: for)?|besides) (?:the )?[^,;?()]{3,60}(?=[,;?]|$)",
    re.IGNORECASE,
)
# What a question puts before itself without saying what is counted.
_ASIDE = re.compile(
    r"^(?:(?:a|one|two|three|four|five|\d+) (?:years?|months?|weeks?) (?:on|later|after\w*|ago)|so|and|but|then|"
    r"ok(?:ay)?|please|now|in (?:all|total|sum)|altogether|overall)$",
    re.IGNORECASE,
)


def without_introduction(question: str) -> str:
    """Return a question without the sentences in which the asker introduces himself: they are no topic."""
    match = _INTRODUCED.match(question.strip())
    return question.strip()[match.end() :] if match else question


def recommended_listed(question: str) -> str:
    """Return a question for what was recommended to or at somebody as one for the recommendations made there."""
    match = _RECOMMENDED.match(question.strip())
    return f"Which recommendations were made {match['rest'].rstrip(' .!?')}?" if match else question


def demands_named(question: str) -> str:
    """Return a question for the measures, requests or demands of a body as one for its recommendations.

    Only where they are somebody's ("the Protector's measures"), a known number ("the eight measures"), or made by whom
    the question names: measures and requests of other kinds are no entries of a register.
    """
    owned, made, printed, treated = (pattern.search(question) for pattern in _DEMANDED)
    match = made or printed or treated or (owned if owned and (owned["whose"] or owned["whole"]) else None)
    if match is None:
        return question
    named = "renewed" if match is treated and treated["renewed"] else "demands"
    said = (
        "recommendations and requests for information" if match[named].casefold() == "requests" else "recommendations"
    )
    return f"{question[: match.start(named)]}{said}{question[match.end(named) :]}"


def entries_named(question: str) -> str:
    """Return a question for the points, measures or violations of a report as one for the entries of its register.

    Only where a standing, a time or an office is asked of them, which nothing else that is counted has.
    """
    match = _ENTRY.search(question)
    asked = fold(question)
    if match is None or REGISTER_WORDS.search(asked) or not (statuses_asked(asked) or _TO_BE_DONE.search(asked)):
        return question
    said = "recommendations and deficiencies" if match["faults"] else "recommendations"
    return f"{question[: match.start('entries')]}{said}{question[match.end('entries') :]}"


def without_exception(question: str) -> str:
    """Return a question for what one office was asked without the words that leave out another."""
    if not _EXCEPTING.search(question):
        return question
    rest = _EXCEPTING.sub("", question).strip()
    rest = rest[:1].upper() + rest[1:]
    return rest if addressee_in(rest) else question


def tasks_listed(question: str) -> str | None:
    """Return a question for what somebody was asked to do as one for the recommendations made to him."""
    match = _TASKED.match(question.strip())
    if match is None:
        return None
    who = match["who"] or match["subject"] or match["whom"]
    return (
        None
        if who.casefold() in ("we", "i", "you", "they", "it")
        else (f"Which recommendations are addressed to {who}{match['rest'].rstrip(' .!')}?")
    )


def plain_order(question: str) -> str:
    """Return a question with what is counted first: ``How many of the X were rejected`` for ``Of the X, how many ...``.

    What stands before the question ("Dornach Prison: how many ...") goes to its end; an aside falls away, as does a
    contrast ("rather than the ministry"). A question in plain order is returned as it is.
    """
    written = _POLITE.sub("", question.strip())
    written = written[:1].upper() + written[1:]
    if _RATHER.search(written) and re.search(r"\bhow many\b", written, re.IGNORECASE):
        written = _RATHER.sub("", written).rstrip(" ?") + "?"
    if (aside := _LEAVING.search(written)) and statuses_asked(fold(aside[0])):
        written = f"{written[: aside.start()]}{written[aside.end() :]}"
    written = _TIMES.sub(r"How many requests for information does \g<who> make", written)
    written = _AREAS.sub("On how many concerns", written)
    if match := _OF.match(written):
        whole = re.sub(r"^all (?:the )?", "the ", match["all"], flags=re.IGNORECASE)
        return f"How many of {whole}{match['rest']}"
    if (match := _AHEAD.match(written)) and not _ASKS.match(match["ahead"]):
        asked = plain_order(match["asked"][0].upper() + match["asked"][1:])
        ahead = re.sub(r"^(?:in|on|at|for|about|as to|regarding|concerning) ", "", match["ahead"].strip())
        if _ASIDE.match(ahead):
            return asked
        ending = re.search(r"\W*$", asked)
        cut = ending.start() if ending else len(asked)
        return f"{asked[:cut]} ({ahead}){asked[cut:]}"
    if match := _AND_COUNT.match(written):
        body = re.sub(r"^\s*(?:me |all |the )*", " ", match["body"])
        return f"How many{body.rstrip()}?"
    return _TOTAL.sub("How many", written) if _TOTAL.match(written) else written
