"""What is told of one person's life: relatives, former work, events, how the person is known; raised for review."""

from __future__ import annotations

import re
from typing import Final

from redaction.recognizers.lexis import CAPITALISED, MONTH, TITLE, found, sentence
from redaction.recognizers.presence import anybody
from redaction.sieve import Sieve
from redaction.span import Span, SpanType

_END: Final = r"(?=[.,;:()|\n]|\s[–-]\s|$)"
_REST: Final = r"(?:[ \n][^\s.,;:()|]++){1,14}?"
_COUNT: Final = (
    r"(?:\d{1,4}|a|an|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|"
    r"eighteen|nineteen|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?|"  # noqa: E501
    r"a hundred(?: and \w+)?|several|many|almost \w+|over \w+|nearly \w+)"
)
_SPELL: Final = rf"{_COUNT} (?:hours|days|nights|weeks|months|years|decades)"
_RELATIVE: Final = (
    r"(?:mother|father|sister|brother|wife|husband|sons?|daughters?|partner|grandmother|grandfather|aunt|uncle|cousin|nephew|niece|"
    r"children|child|twin(?: brother| sister)?|parents|family|fianc[ée]e?|girlfriend|boyfriend|widow|grandson|granddaughter|in-laws?|"  # noqa: E501
    r"stepfather|stepmother|brothers|sisters|siblings)"
)
# "whose mother wrote to the President", "Her two sons have been given bursaries".
_KIN: Final = Sieve(
    rf"\b(?P<a>(?:[Hh]is|[Hh]er|whose)\s(?:late\s|only\s|elder\s|older\s|younger\s|eldest\s|youngest\s|\w+\s)?{_RELATIVE},?\s(?:who\s)?"
    rf"(?:is|was|are|were|works?|worked|wrote|had|has|have|runs?|ran|owns?|owned|holds?|held|serves?|served|died|plays?|played|sits?|sat|"
    rf"teaches|taught|led|leads|became|sings?|sang|stood|drives?|drove|keeps?|kept|sells?|sold|left|fled|lost|won)\b"
    rf"(?! (?:told|informed|asked|not told|not informed|contacted|called|allowed|refused|telephoned|notified|given no|waiting)\b){_REST}){_END}"  # noqa: E501
)
# "the son of a soldier killed in the war", "his uncle, the muezzin of Example".
_KINSMAN: Final = Sieve(
    rf"\b(?P<a>(?:the\s|an?\s|only\s)?{_RELATIVE}\sof\s(?:an?|the|one of)\s[a-z](?:[^\s.,;:()|]++)?(?:[ \n][^\s.,;:()|]++){{0,12}}?){_END}"  # noqa: E501
    rf"|\b(?P<b>(?:[Hh]is|[Hh]er|whose)\s(?:\w+\s)?{_RELATIVE},\s(?:an?|the|who)\s[^\s.,;:()|]++(?:[ \n][^\s.,;:()|]++){{0,12}}?){_END}"  # noqa: E501
    rf"|(?<=\w,\s)(?P<c>who\s(?:also\s|once\s|still\s|never\s)?(?:speaks|plays|played|sings|sang|keeps|kept|runs|ran|won|lost|survived|campaigns|campaigned|used|paints|writes|wrote|teaches|taught|"
    rf"swims|boxes|breeds|collects|grows|repairs|builds|built|sells|drove|drives|limps|stammers|walks|wears|carries|knits|composes|preaches|prays|believes|refuses)\b(?:[ \n][^\s.,;:()|]++){{1,14}}?){_END}"  # noqa: E501
)
# "adopted abroad after the earthquake", "born in a camp", "survived the fire".
_EVENT: Final = Sieve(
    r"\b(?P<a>(?:adopted|orphaned|trafficked|kidnapped|abducted|widowed|shipwrecked|blinded|disfigured|paralysed|amputated|deported from|"  # noqa: E501
    r"extradited from|pardoned|exonerated|acquitted of|convicted of|sentenced for|born (?:in|on|to) (?:a|an|the)|born deaf|born blind|"  # noqa: E501
    rf"survived (?:the|a|an)|survivors? of the|witness(?:ed)? (?:to |of )?the|stabbed by|shot by|bitten by)(?:[ \n][^\s.,;:()|]++){{0,14}}?){_END}"  # noqa: E501
)
# "known in the area as the winner of the race", "better known as the author of".
_KNOWN: Final = Sieve(
    rf"\b(?:known|famous|remembered|reported|described|recogni[sz]ed)\s(?:[\w'’]+\s){{0,5}}?(?P<a>(?:as|for)\s[^\s.,;:()|]++(?:[ \n][^\s.,;:()|]++){{1,13}}?){_END}"  # noqa: E501
)
_FORMER: Final = Sieve(
    rf"\b(?P<a>(?:an?|the|our|another)\s(?:retired|former|ex-|one-time|well-known|prominent|famous|celebrated|popular|local|disgraced|"
    rf"defrocked|serving|trainee|qualified|professional|amateur|champion|disabled|blind|deaf|deaf-mute|mute|pregnant|transgender|trans|"
    rf"intersex|non-binary|stateless|illiterate|conscientious)\s[^\s.,;:()|]++(?:[ \n][^\s.,;:()|]++){{0,9}}?){_END}"
    rf"|\b(?P<b>(?:used to|once)\s(?:be|work|play|run|own|serve|drive|teach|sing|worked|played|ran|owned|served|drove|taught|sang|was)\b(?:[ \n][^\s.,;:()|]++){{1,10}}?){_END}"  # noqa: E501
    rf"|\b(?:[Aa]s|is|was|being|became)\s(?P<c>an?\s(?:[\w'’-]+\s){{0,3}}?(?:cook|baker|bricklayer|carpenter|welder|fisherman|fisher|miner|pilot|sailor|engineer|"
    r"architect|nurse|teacher|headmaster|professor|lecturer|physicist|chemist|poet|novelist|writer|author|journalist|blogger|photographer|painter|"
    r"sculptor|musician|singer|rapper|violinist|pianist|actor|actress|dancer|footballer|boxer|wrestler|athlete|runner|cyclist|swimmer|skier|jockey|"
    r"champion|mayor|councillor|deputy|senator|minister|judge|prosecutor|lawyer|policeman|policewoman|police officer|soldier|officer|priest|"  # noqa: E501
    r"pastor|imam|rabbi|monk|nun|bishop|deacon|shaman|healer|midwife|surgeon|dentist|veterinarian|pharmacist|beekeeper|shepherd|farmer|butcher|"
    rf"barber|tailor|tattooist|taxi driver|lorry driver|bus driver|tram driver|hacker|activist|trade unionist|lifeguard|firefighter)\b(?:\s(?:of|from|in|at|on|for|with|who|by)(?:[ \n][^\s.,;:()|]++){{1,8}}?)?)(?={_END}|\s(?:and|he|she|who|before|until|when)\b)"  # noqa: E501
)
# "served twenty-nine years, more than any other prisoner", "nineteen days in a coma", "after five months".
_STAY: Final = Sieve(
    rf"\b(?:served|spent|has done|been (?:there|here|in [^.,;]{{2,40}}? for)|was (?:there|here) for|(?:been|was) (?:by then |then |still )?in (?:the|this|an?) [^.,;]{3, 40}? for|waiting (?:after|for)|waited|in (?:a )?coma for|on hunger strike for|"  # noqa: E501
    rf"held for|kept for|for more than|for over|for nearly|for almost)\s(?:now\s|already\s|a total of\s|more than\s|over\s|nearly\s|almost\s|another\s)?(?P<a>{_SPELL}"  # noqa: E501
    rf"(?:(?:,)?\s(?:in|on|under|without|awaiting|among|more|longer|the longest|of which|running|tied|strapped|chained|before|after)\b(?:[ \n][^\s.;:()|]++){{1,12}}?)?){_END}"  # noqa: E501
    rf"|(?P<b>{_SPELL},\s(?:the (?:longest|shortest)|longer than|more than)(?:[ \n][^\s.;:()|]++){{1,10}}?){_END}"
    rf"|\b(?P<c>(?:{_SPELL}) in a coma|{_SPELL} on hunger strike)"
)
# "the only one who complained", "the only time a pupil was held overnight".
_ONLY: Final = Sieve(
    rf"\b(?P<a>(?:[Tt]he|[Ii]ts|[Tt]heir|[Oo]ur|[Aa]n?|(?<=\w)['’]s)\s(?:only|sole|last|first|second|oldest|eldest|youngest|smallest|tallest|heaviest|longest[- ]\w+|most \w+)\s"  # noqa: E501
    rf"(?!(?:the|time being|few|two|three|four|\d+|week|month|year|day|visit|report|paragraph|floor|instance|place|line|part|shift|name|aid)\b)[^\s.,;:()|]++(?:[ \n][^\s.,;:()|]++){{0,15}}?){_END}"  # noqa: E501
    rf"|\b(?P<b>[Oo]ne of (?:only )?(?:the )?(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d{{1,2}}|few)\s(?!(?:cells?|rooms?|wards?|prisons?|showers?|vehicles?|places?|the|which|our|recommendations?)\b)[^\s.,;:()|]++(?:[ \n][^\s.,;:()|]++){{0,13}}?){_END}"  # noqa: E501
    rf"|\b(?P<c>(?:no other|nobody else|unlike any other|unlike all other)\s[^\s.,;:()|]++(?:[ \n][^\s.,;:()|]++){{0,11}}?){_END}"  # noqa: E501
)
_FROM: Final = Sieve(
    rf"\b(?:comes?|came|is|was|hails?|originally|born)\s(?P<a>(?:from|into)\s(?:an?|one of the)\s(?:[\w'’-]+\s){{0,3}}(?:village|hamlet|town|island|valley|family|tribe|clan|community|"  # noqa: E501
    rf"sect|caste|dynasty|circus|monastery|settlement|people)(?:[ \n][^\s.,;:()|]++){{0,10}}?){_END}"
    rf"|\b(?:speaks?|spoke|understands?)\s(?P<i>(?:only|nothing but|no language but)\s[A-Z][\w'’-]+(?:[ \n][^\s.,;:()|]++){{0,6}}?){_END}"  # noqa: E501
    rf"|(?P<j>(?<=, )(?:until|before|since|from)\s(?:19|20)\d\d\s(?:an?\s|the\s)?[a-z][^\s.,;:()|]++(?:[ \n][^\s.,;:()|]++){{0,9}}?){_END}"  # noqa: E501
    rf"|(?P<k>(?<=[\w.”\"],\s)an?\s(?:[\w'’-]+\s){{1,5}}?(?:who|whose|that|from|of|at|in)\s[^\s.;:()|]++(?:[ \n][^\s.;:()|]++){{1,13}}?)(?=[.;:()|\n]|\s[–-]\s|,\s(?:is|was|had|has|told|said|wrote)\b|$)"  # noqa: E501
    rf"|(?P<l>(?<=[\w.],\s)(?:mayor|leader|head|captain|elder|cook|coordinator|representative|spokesman|spokeswoman|bosyo|trustee|imam|pastor|chief|orderly|librarian|barber|tailor|baker)\s(?:of|in|on|for)\s[^\s.,;:()|]++(?:[ \n][^\s.,;:()|]++){{0,5}}?){_END}"  # noqa: E501
    rf"|\b(?P<b>(?:(?!(?:English|French|Spanish|German|Arabic|Russian|Native|The|A)\b)[A-Z][\w'’-]{{2,20}})\sspeaker)\b"
    rf"|\b(?P<c>(?:with|and)\s(?:his|her)\s(?:guide|assistance|service)\sdog)\b"
    rf"|\b(?P<d>(?:the|an?)\s(?:[\w'’-]+\s){{0,3}}?(?:twins?|triplets?|conjoined twins|amputee|hunger[- ]striker|whistle-?blower|stammerer|hermaphrodite|dwarf|giant|centenarian|lifer|"  # noqa: E501
    rf"celebrity|refugee from [A-Z]\w+|convert(?: to \w+)?|Jehovah['’]s Witness|Quaker|Mennonite|Yazidi|Baha['’]i|Zoroastrian|Druze|Rastafarian))\b"  # noqa: E501
    rf"|\b(?P<e>(?:lost|missing|without)\s(?:his|her|an?|one|both|two|three|four)\s(?:left\s|right\s|lower\s|upper\s|front\s)?(?:legs?|arms?|eyes?|hands?|fingers?|foot|feet|ears?|toes?|nose|tongue))\b"
    rf"|\b(?P<f>(?:whose|his|her|the)\s(?:case|arrest|trial|death|escape|story|disappearance|photograph|picture|video)\s(?:[^\s.,;:()|]+\s){{0,6}}?(?:newspapers?|television|media|press|"
    rf"headlines|social media|internet|viral|national news|broadcast|YouTube|front page|documentary)(?:[ \n][^\s.,;:()|]++){{0,6}}?){_END}"  # noqa: E501
    rf"|\b(?P<g>(?:a|the)\s(?:man|woman|boy|girl|prisoner|detainee|patient|resident|national|soldier|pupil|child)\s(?:who|whose|whom|with a|with an|with no|with one)\s[^\s.;:()|]++(?:[ \n][^\s.;:()|]++){{1,15}}?){_END}"  # noqa: E501
)
# "the islands' champion in the 800 metres", "elected as speaker of the dormitories": what somebody has won or been.
_HONOUR: Final = Sieve(
    rf"(?P<a>(?<=[\w).”\"],\s)(?:the|an?|twice|once|three times)\s(?:[^\s.,;:()|]+\s){{0,6}}?(?:champion|winner|medallist|medalist|finalist|record[- ]holder|laureate|"  # noqa: E501
    rf"runner-up|prize-?winner|founder|inventor|composer|discoverer|captain|goalkeeper|soloist|poet|novelist|sculptor|conductor|explorer|heir|pretender|seer)"
    rf"(?:[ \n][^\s.,;:()|]++){{0,10}}?){_END}"
    rf"|\b(?:elected|chosen|crowned|voted|acclaimed|hailed|ordained|enthroned)\s(?:[^\s.;,:()|]+\s){{0,6}}?(?P<b>(?:as\s)?(?!(?:by|to|for|in|on|at|from)\b)(?:the\s|an?\s)?"
    rf"(?:speaker|head|leader|chief|captain|president|king|queen|mayor|elder|spokes\w+|representative|monitor|prefect|chair\w*|imam|secretary|treasurer)"
    rf"(?:[ \n][^\s.,;:()|]++){{1,10}}?){_END}"
)
_RELATIVE_DATE: Final = Sieve(
    r"\b(?P<a>(?:on |in |during )?(?:the|a|one|two|three|four|five|six|ten|several|some|\d{1,2})\s(?:very\s)?(?:same\s)?(?:days?|nights?|evening|morning|weeks?|months?|years?|hours?)\s"  # noqa: E501
    r"(?:before|after|following|prior to|preceding)\s(?:the|his|her|our|their|this|that|Mr|Mrs|Ms)\b(?:[ \n][^\s.,;:()|]++){1,6}?)(?=[.,;:()|\n]|\s(?:he|she|and|by|but|with)\b|$)"  # noqa: E501
    r"|\bsince\s(?P<d>the\s(?:flood|fire|earthquake|war|storm|eclipse|strike|accident|riot|coup|election|funeral|wedding|divorce|harvest|typhoon|hurricane|cyclone|explosion|rains|(?:\w+\s)(?:festival|feast|season|harvest|strike|fire|riot|war))s?)\b"
    r"|\b(?P<e>(?:his|her)\s(?:[\w-]+\s){0,2}?(?:birthdays?|wedding|wedding day|anniversary|funeral|name day))\b"
    r"|\b(?P<b>the\s(?:morning|afternoon|evening|night|early hours|day|eve)\sof\s(?:\d{1,2}\s(?i:"
    + MONTH
    + r")\b|his\s\w+|her\s\w+|the\s\w+))"
    r"|\b(?:born|adopted|orphaned|widowed|married|divorced|deprived of [\w ]{3,30}|convicted|sentenced|arrested|admitted|diagnosed|transferred|deported|arrived|released|imprisoned|detained|"  # noqa: E501
    r"recalled|baptised|enlisted|emigrated|fled|came|committed|placed|there|here|hospital|prison|detention|care)\s(?:\w+\s){0,3}?(?:in|since|until|from|before)\s(?P<c>(?:19|20)\d\d)(?![\d/-])"
)
_GROUP: Final = re.compile(
    r"\b(?:people|prisoners|detainees|children|average|most|some|many|patients|residents|persons|inmates|men|women)\s(?:had|have|were|are|who|spent|is|was|held|with|in|from|of)\b"
    r"|\bon average\b|\b(?:no|any)(?:body| one)\b|\beach\b|\bevery\b"
)
_NAMED: Final = re.compile(
    rf"\b{TITLE}\.?\s{CAPITALISED}|(?<=[a-z,;:] )(?!Rule|Article|Section|National|Prison|Ministry){CAPITALISED}\s{CAPITALISED}|^\s*{CAPITALISED}[ -]{CAPITALISED}[^.]{{0,40}}(?:\(|,|is\b|was\b|had\b)"  # noqa: E501
    r"|\([^()]*\d{4,}[^()]*\)"
)
_PERSON: Final = re.compile(
    r"\b(?:man|woman|boy|girl|prisoner|detainee|inmate|patient|resident|pupil|child|soldier|officer|nurse|doctor|physician|psychologist|psychiatrist|dentist|"
    r"teacher|chaplain|imam|interpreter|survivor|witness|one who|member|worker|employee|guard|warder|educator|midwife|paramedic|foreigner|national|speaker)\b"  # noqa: E501
)
_KINDS: Final = (
    (_KIN, SpanType.INDIRECT),
    (_KINSMAN, SpanType.INDIRECT),
    (_EVENT, SpanType.INDIRECT),
    (_KNOWN, SpanType.INDIRECT),
    (_FORMER, SpanType.ROLE_UNIQUE),
    (_HONOUR, SpanType.ROLE_UNIQUE),
    (_STAY, SpanType.INDIRECT),
    (_ONLY, SpanType.INDIRECT),
    (_FROM, SpanType.INDIRECT),
    (_RELATIVE_DATE, SpanType.DATE_PERSONAL),
)


class Circumstances:
    """Finds what may tell who somebody is; all of it is for a person to look at, none is sure."""

    name = "circumstance"

    def detect(self, text: str) -> list[Span]:
        """Return phrases of one person's life."""
        spans: list[Span] = []
        for pattern, kind in _KINDS:
            for match in pattern.finditer(text):
                group = match.lastgroup or "a"
                low, high = sentence(text, match.start(), match.end())
                around = text[low : match.start(group)] + " \n " + text[match.end(group) : high]
                own = (
                    pattern is _KIN
                    or pattern is _KINSMAN
                    or group == "g"
                    or (pattern is _ONLY and _PERSON.search(match[group]) is not None)
                )
                if not own and not anybody(around) and not _NAMED.search(around):
                    continue
                if _GROUP.search(text[low : match.start()]) and not own:
                    continue
                start = match.start(group)
                spans.append(found(self.name, start, start + len(match[group].rstrip()), kind, 0.4))
        return spans
