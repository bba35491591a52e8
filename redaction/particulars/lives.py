"""What is told of one person's life beside that person: clauses after a name, events, counts, comparisons, families."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from redaction.lexicon import lexicon
from redaction.manuscript import SEPARATOR
from redaction.span import Span, SpanType

_WORD: Final = r"(?:[ \n][^\s.,;:()|\x1e]++)"
_END: Final = r"(?=\s?[.,;:()|\n\x1e]|\s[–-]\s|$)"
_NUMBER: Final = (
    r"(?:\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|"
    r"eighteen|nineteen|(?:a|one|two|three|four|five)\shundred(?:\sand\s[\w-]+)?|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-\w+)?|several|many|countless)"
)
# Between a name and the clause that follows it: its number or age in brackets or between commas.
_ASIDE: Final = (
    r"[\"”’)]*(?:\s\([^()\n]{1,90}\)|,\s(?:aged\s)?\d{1,3}(?=,)|,\s[^,.;:()|\n]{0,40}\d[^,.;:()|\n]{0,20}(?=,))*"
)
# What anybody in a report does; the clause then says no more than the sentence.
_COMMON: Final = (
    r"(?:(?:also|then|now|still|later|first|again|always|never|had|has|have|was|were|is|are|been|not|did)\s)*"
    r"(?:told|tell|said|says?|stated?|explain(?:ed|s)?|confirm(?:ed|s)?|report(?:ed|s)?|inform(?:ed|s)?|ask(?:ed|s)?|answer(?:ed|s)?|"
    r"repl(?:ied|ies)|wrote|write|signed?|agreed?|add(?:ed|s)?|interviewed|met|seen|saw|spoke|speak|present|absent|on (?:duty|leave|call)|"  # noqa: E501
    r"accompan\w+|assist\w*|receiv\w+|welcom\w+|chair\w*|led|lead|head\w*|represent\w*|respons\w+|in charge|acting|appointed|attend\w*|visit\w*|"  # noqa: E501
    r"work(?:s|ed|ing)? (?:at|for|in|there|as)|join\w*|show(?:ed|s|n)?|complain\w*|alleg\w+|claim\w*|heard|thank\w*|arriv\w+|left|leaves|"  # noqa: E501
    r"in (?:the|a) (?:cell|room|unit|wing|ward|meeting|chair)|called|named|known|identified|mentioned|referred|able|unable|aware|unaware|willing|"  # noqa: E501
    r"happy|sure|free|there|here|to|in|at|of|it|this|that|the)\b"
)
_CLAUSE: Final = re.compile(
    rf"{_ASIDE}(?:,|\s[–-])\s(?P<c>(?:who|whose|whom)\s(?!{_COMMON}|(?:name|names|surname|number|numbers|case|cases|file|files|request|complaint|identity|age)\b)[^\s.,;:()|]++{_WORD}{{1,16}}?){_END}"
)
_EVENT: Final = re.compile(
    r"\b(?P<e>(?:died\s(?:of|from|in|after|on|by|before|while)|hanged\s(?:him|her)self|(?:tried|attempted)\sto\s(?:hang|kill|drown|burn|set|jump|swallow|cut|take)|"
    r"attempted\ssuicide|took\s(?:his|her)\sown\slife|set\sfire\sto|swallowed|(?:sewed|sewn|stitched)\s(?:his|her|up)|jumped\s(?:from|off|out)|"
    r"gave\sbirth|given\sbirth|miscarried|won\s(?:the|a|an|first|his|her)|(?:has|had|have)\s(?:since\s)?taken\sup\s(?:the|a|his|her|\w+ing)|"
    r"learn(?:ed|t)\s(?:to\s(?:read|write|swim|play|sew|speak|walk)|the)|converted\sto|(?:was|is|were|got|been)\s(?:married|divorced|widowed|engaged|ordained|crowned|excommunicated|"
    r"struck\soff|decorated|knighted|court-martialled|disbarred|baptised)|sold\s(?:his|her)|escaped\s(?:from|in|through|over)|"
    r"(?:founded|invented|composed|recorded)\s(?:the|a|an|his|her)|"
    r"(?:plays|played)\s(?:for|the)|(?:stood|ran)\sfor\s(?:parliament|president|mayor|office|election)|lost\s(?:both|one|an?|his|her|two|three|the\s(?:use|sight))\b|"
    r"serv(?:es|ed|ing)\s(?:his|her)\s(?:own\s)?(?:sentence|term)\b(?!\s(?:at|in)\b)|has\sa\s(?:twin|tattoo|glass|wooden|prosthetic|false|birthmark|stammer|lisp|limp)|"
    rf"(?:had|has)\s(?:his|her)\s(?:photograph|picture|name|case|story)\s(?:in|on)){_WORD}{{0,13}}?){_END}"
)
# "moved eleven times since his arrest".
_TIMES: Final = re.compile(
    rf"\b(?P<t>(?:[a-z]+ed|taken|put|sent|sewn|written|seen|beaten|cut|shut)(?:\s[a-z]+){{0,3}}?\s{_NUMBER}\stimes{_WORD}{{0,8}}?){_END}"
)
# "longer than any other person in the canton".
_COMPARED: Final = re.compile(
    rf"\b(?P<k>(?:(?:[a-z]+er|more|less|further|worse|better)\s(?:[a-z]+\s)?than\s(?:any|all|every|anybody|anyone|everybody|everyone|nobody|most)\b(?!\s(?:five|ten|\d))|(?:longer|older|younger)\sthan\s(?:the|his|her|many|some)\s[a-z]+\s(?:has|had|have|is|was|were)\b){_WORD}{{0,10}}?){_END}"
)
_FAMILY: Final = re.compile(
    rf"\b(?P<f>(?:an?\s|the\s|only\s)?(?:single\s)?(?:mother|father|parent|grandmother|grandfather|guardian|carer|eldest|youngest|oldest|second|third|last|one|twin)\sof\s(?:his|her|a family of\s)?\s?{_NUMBER}"  # noqa: E501
    rf"(?:\s(?:small|young|little|other|surviving|own))?\s?(?:children|sons|daughters|girls|boys|siblings|brothers|sisters|twins|grandchildren)?{_WORD}{{0,8}}?){_END}"
)
# "had been a soloist of the town's opera".
_WAS: Final = re.compile(
    r"(?:\b(?:[Hh]e|[Ss]he|[Ww]ho|[A-Z][\w’'-]{1,40}+)|\))\s(?:had|has)\s(?:once\s|long\s|previously\s|formerly\s|also\s)?been\s"
    rf"(?P<w>(?:an?|the)\s(?!(?:number|lack|delay|change|problem|fall|rise|member of staff|failure|case|subject|victim|question|reduction|increase|decrease|shortage|series|few|great|long|short|good|bad|matter)\b)"  # noqa: E501
    rf"[a-z][\w’'-]+(?:\s[a-z][\w’'-]+){{0,2}}?\s(?:of|in|at|for|with|on|to|under){_WORD}{{1,8}}?){_END}"
)
# "has since taken vows", "had been tied for seventy hours".
_SINCE: Final = re.compile(
    rf"\b(?:[Hh]e|[Ss]he|who|[A-Z][\w’'-]{{1,40}}+),?\s(?:has|had)\s(?P<s>(?:since|meanwhile|in\sthe\smeantime)\s(?!been\s(?:told|informed|re\w+ed|painted|closed|introduced|issued|installed))[^\s.,;:()|\x1e]++{_WORD}{{1,10}}?){_END}"
)
_SPELL: Final = re.compile(
    rf"\b(?:been|was|were|remained|stayed|lay|sat|stood|waited|lived|worked|slept|eaten|spoken|seen|left)\b[^.;()|\x1e]{{0,60}}?\sfor\s(?:the\slast\s|more\sthan\s|over\s|almost\s|nearly\s)?"
    rf"(?P<l>(?:{_NUMBER})\s(?:days|nights|weeks|months|years|hours){_WORD}{{0,7}}?){_END}|\b(?P<r>{_NUMBER}\s(?:nights|days|weeks|evenings|mornings|months)\s(?:running|in\sa\srow|on\send)){_END}"
)
# "speaks Quechua", "wears a hearing aid that a parish paid for", "paraplegic since a fall": what marks somebody out.
_MARKED: Final = re.compile(
    rf"\b(?P<m>(?:wears?|wore|carries|walks?\swith|uses)\s(?:an?|one|two|the)\b{_WORD}{{1,9}}?"
    rf"|(?:paraplegic|tetraplegic|quadriplegic|hemiplegic|an\samputee|limping|blind|deaf|mute|lame|disabled|bedridden|paralysed|incontinent)\s(?:since|after|from|following)\b{_WORD}{{1,12}}?"
    rf"|communicates?\s(?:by|in|with|through)\b{_WORD}{{1,10}}?|expecting\s(?:twins|triplets|a\schild|her\s\w+\schild)){_END}"
)
# "speaks neither Twi nor English", "nobody able to speak Mandarin": the language of one among many.
_SPEAKS: Final = re.compile(
    r"\b(?P<y>(?:speaks?|spoke|speaking|understands?|signs\sin)\s(?:(?:only|neither|no|not|little|some|fluent|broken|hardly\sany|a\slittle|nothing\sbut|no\slanguage\sbut)\s)?\??"
    r"[A-Z][\w’'-]+(?:(?:,|,?\s(?:nor|or|and))\s[A-Z][\w’'-]+){0,4})"
)
# "seven years and two months on remand", "sixteen days": how long something has lasted for somebody.
_LASTED: Final = re.compile(
    rf"(?<![\w-])(?P<d>{_NUMBER}\s(?:and\sa\shalf\s)?(?:hours|days|nights|weeks|months|years|decades|h\s\d{{1,2}}\s?m(?:in)?|hrs)(?:\sand\s(?:a\shalf|{_NUMBER}\s(?:days|weeks|months)))?"
    rf"(?:\s(?:on\sremand|in\stotal|in\scustody|in\sdetention|in\sa\srow|in\sall|of\ssolitude|without\s[a-z]+))?)(?!\s(?:old|of\sage|['’]|imprisonment|sentence|notice|after\sthe\svisit))"
)
_TOLD: Final = (_SPEAKS, _MARKED, _SINCE, _SPELL, _EVENT, _TIMES, _COMPARED, _FAMILY, _WAS, _LASTED)
_MANY: Final = re.compile(
    r"\b(?:prisoners|detainees|patients|residents|inmates|people|persons|men|women|boys|girls|children|staff|officers|nurses|cells|rooms|beds|most|some|many|they|all)\s"
    r"(?:\w+\s){0,4}$|\bthan any of the (?:others|prisons)",
)


# "Ann Example, a bell-founder,": what somebody is, where a report says it.
_APPOSED: Final = re.compile(
    rf"{_ASIDE},\s(?P<a>(?:an?|the)\s(?:[a-z][\w’'-]+\s){{0,5}}?(?P<noun>[a-z][\w’'-]+)(?:\s(?:of|from|in|at|for|with)\s[^.,;:()|\x1e]{{2,60}})?)(?=[,.;)])"
)

# "Ann Example is the orderly of the boiler room", "Bo Example, called Teacher, teaches the whole block".
_IS_OR_DOES: Final = re.compile(
    rf"{_ASIDE}(?:,\s(?:called|known\sas|nicknamed)\s[^,.;:()|\n]{{2,30}},)?\s(?P<c>(?:(?:is|was)\s(?:now\s|then\s|still\s)?(?:an?|the)\s(?!(?:man|woman|boy|girl|person|prisoner|detainee|inmate|patient|resident|child|victim|"
    rf"only\sone|same|case|member\sof\s(?:the\s)?staff)\b)[a-z]|(?:teaches|taught|cuts|repairs|repaired|paints|painted|plays|played|sings|sang|writes|keeps|sells|sold|makes|sews|cooks|cooked|runs|ran|fixes|"
    rf"translates|interprets|breeds|collects|knits|speaks|builds|built|drives|drove|tends|grows|carves|draws|preaches|shaves)\s)[^\s.,;:()|\x1e]*+{_WORD}{{0,13}}?){_END}"
)

# Nouns for people whose work one person has in an establishment.
_JOBS: Final = frozenset(
    {"clerk", "cook", "barber", "teacher", "elder", "orderly", "caretaker", "tutor", "leader", "handler"}
)


def clauses_after(text: str, people: Sequence[Span]) -> Iterator[tuple[int, int]]:
    """Yield the clauses with *who* or *whose* that follow names, but for what anybody in a report does.

    Args:
        text: of the manuscript.
        people: spans of persons, sorted.
    """
    roles = lexicon().roles
    for person in people:
        if person.type is not SpanType.NAME:
            continue
        stop = text.find(SEPARATOR, person.end, person.end + 260)
        high = stop if stop >= 0 else person.end + 260
        match = _CLAUSE.match(text, person.end, high)
        if match is not None and len(match["c"].split()) > 2:
            yield match.span("c")
        match = _IS_OR_DOES.match(text, person.end, high)
        if match is not None and len(match["c"].split()) > 2:
            yield match.span("c")
        match = _APPOSED.match(text, person.end, high)
        if match is not None and (match["noun"] not in roles or match["noun"] in _JOBS):
            yield match.span("a")


def told_of(text: str, low: int, high: int) -> Iterator[tuple[int, int]]:
    """Yield events, counts, comparisons and families in a sentence about somebody.

    Args:
        text: of the manuscript.
        low: where the sentence begins.
        high: where it ends.
    """
    for pattern in _TOLD:
        for match in pattern.finditer(text, low, high):
            group = match.lastgroup or "e"
            if not _MANY.search(text, max(low, match.start() - 60), match.start()):
                yield match.span(group)
