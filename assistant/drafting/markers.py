"""Clauses by their form: purposes, reasons, causes, times, amounts, steps; and words that promise nothing."""

from __future__ import annotations

import re

from ingest.register.urgency import deadline_of

_I = re.IGNORECASE

SLOT = re.compile(r"\[[^\[\]]{1,60}\?\]")
"""A place that a person has still to fill: ``[by when?]``."""

PURPOSE = re.compile(
    r"\b(?:so that|so as to|in order (?:to|that)|with (?:a view|the aim|the goal) (?:to|of)|aimed at|thereby|"
    r"for the purpose of|to (?:that|this) end|such that)\b|"
    r"(?<=[,\w])(?<!measures)(?<!steps)(?<!efforts)(?<!action)\s+to (?:reduce|prevent|avoid|halve|end|allow|enable|"
    r"protect|keep|spare|stop|help|let|make sure|ensure)\b",
    _I,
)
OUTCOME_VERB = re.compile(
    r"\b(?:reduc|prevent|eliminat|ceas|abolish|halv|lower|avoid|stop|prohibit|forbid|eradicat)(?:e|es|ed|ing|ped|"
    r"ping)?\b|"
    r"\b(?:ensure|make sure|see to it|guarantee)\b",
    _I,
)
PEOPLE = (
    r"(?:people|persons?|men|women|wom[ae]n|child(?:ren)?|boys?|girls?|prisoners?|detainees?|inmates?|patients?|"
    r"residents?|"
    r"newcomers?|arrivals?|juveniles?|adolescents?|soldiers?|migrants?|nobody|no one|no-one|everyone|everybody|anyone)"
)
PEOPLE_STATE = re.compile(
    rf"\b(?:no|every|each|all|any|none)\b[^.;]{{0,40}}\b{PEOPLE}\b|\b(?:nobody|no one|everyone)\b", _I
)

VAGUE = re.compile(
    r"\b(?:adequate(?:ly)?|appropriate(?:ly)?|sufficient(?:ly)?|suitabl[ey]|proper(?:ly)?|reasonabl[ey]|"
    r"satisfactor(?:y|ily)|"
    r"acceptabl[ey]|nicer?|kinder|friendlier|relevant|various|"
    r"certain|better|improved|greater|special attention|generally|excessive(?:ly)?|"
    r"(?:more|greater|closer|due|particular|special|further) (?:attention|respect|regard|care|efforts?|"
    r"consideration|gently|closely)|"
    r"effective(?:ly)?|efficient(?:ly)?|meaningfully|good|standards of care|efforts?|endeavours?|"
    r"(?:where|whenever|wherever|if|as far as|to the extent|as much as) (?:\w+ )?(?:possible|necessary|needed|"
    r"feasible|practicable|appropriate)|"
    r"everything (?:possible|necessary)|in this (?:respect|regard|field|area)|something|the situation|"
    r"these issues|this issue|"
    r"improvements?|progress(?: made)?|solutions?|(?:the |any |all )?(?:necessary |appropriate |further |"
    r"additional |concrete )?"
    r"(?:measures|steps)(?! (?:below|listed|set out|described|named))|the needs of|culture of|awareness|"
    r"regular(?:ly)?|normally|usually|"
    r"timely|as a rule|in general|mindful|as necessary|as needed)\b(?! than)",
    _I,
)
VAGUE_TIME = re.compile(
    r"\b(?:as soon as (?:possible|practicable)|in due (?:course|time)|shortly|soon|(?:in )?a timely manner|"
    r"promptly|speedily|"
    r"without (?:\w+ )?delay|at (?:his|her|its|their|the) earliest (?:convenience|opportunity)|in the (?:near|"
    r"foreseeable) future|"
    r"swiftly|quickly|rapidly|expeditiously|in good time|over time|eventually)\b",
    _I,
)
_UNIT = r"(?:hours?|days?|weeks?|months?|years?|quarter|term|autumn|spring|summer|winter|Easter|Christmas)"
_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_DATED = re.compile(
    rf"\b(?i:by|before|until|from|as of|as from|no later than|not later than|starting|beginning|"
    rf"since)\s+(?:the\s+)?(?:(?:end|beginning|start|middle|summer|spring|autumn|winter)\s+of\s+)?"
    rf"(?:(?:early|mid|late)[- ]?)?(?:\d{{1,2}}\s+)?(?:{_MONTH}(?:\s+(?:\d{{1,2}},?\s+)?20\d\d)?|(?:the |this |"
    rf"next |the next |that )?{_UNIT}|20\d\d|(?:this|"
    rf"next) \w+day)\b|"
    rf"\bwithin\s+(?:a|an|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|"
    rf"\d{{1,3}})\s+(?:\w+\s+)?(?:weeks?|months?|years?)\b|"
    rf"(?<!\w)(?:within|in the next)\s+(?:two|three|four|five|six|seven|eight|nine|ten|twelve|fourteen|"
    rf"twenty|thirty|\d{{1,2}})\s+(?:\w+\s+)?days\b|"
    rf"\b(?:this|next) (?:week|month|quarter|year)\b|\bimmediate(?:ly)?\b|\bat once\b|\bforthwith\b|"
    rf"\burgent(?:ly)?\b|\bwith immediate effect\b",
    # Months are written with a capital: "may" is none.
)
PROVISION = re.compile(
    r"\b(?:articles?|art\.|rules?|principles?|sections?|standards?|paragraphs?|para\.) \(?\d|\b[A-Z]{2,6}:\d|§ ?\d", _I
)
PROVISIONS = re.compile(
    r"\b(?:articles?|arts?\.|rules?|principles?|sections?|standards?|paragraphs?|paras?\.|recommendations?|chapters?) "
    r"\(?\d[\d.]*\)?(?:\(\w\))?(?:(?:, | and | to |–|-)\d[\d.]*(?:\(\w\))?)*|\b[A-Z]{2,6}:\d[\w()]*|§ ?\d+",
    _I,
)
"""Provisions with all of their numbers."""
PSEUDONYM = re.compile(r"\[[A-Za-z][A-Za-z _-]*\d*\]")
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
STANDARDS = re.compile(
    r"\b(?:in (?:line|accordance|conformity|keeping|compliance) with|as required by|under|pursuant to|"
    r"according to|comply with)\s+"
    r"(?:the\s+|its\s+)?(?:\w+\s+){0,2}(?:standards?|law|obligations|conventions?|rules|norms|legislation|treaties)\b",
    _I,
)
REASON = re.compile(
    r"\b(?:because|since|given that|given the|(?<!soon )(?<!long )(?<!far )(?<!well )(?<!much )"
    r"as (?!a\b|an\b|of\b|from\b|soon|far|well|much|possible|necessary|"
    r"long|regards)(?:the |most |only |new |one |it |they |this |there |officers |staff |)\w+|in view of|"
    r"in (?:the )?light of|considering|on the grounds|"
    r"having (?:found|seen|noted|regard)|grounds?:|rests on|which is why|in breach of|contrary to)\b",
    _I,
)
CAUSE = re.compile(
    r"\b(?:because|since|due to|owing to|as|caused by|causes?|result(?:s|ed)? (?:from|of)|stem(?:s|med)? from|"
    r"root|underlying|"
    r"which is why|that is why|explained by|attributable|led to|reason|behind|for (?:lack|want) of|make up for)\b",
    _I,
)
SYSTEM = re.compile(
    r"\b(?:law|laws|act|bill|code|legislation|regulations?|rules?|budget|funds?|fund(?:ed|ing)|sum|low pay|"
    r"underpaid|salar\w+|wages?|resources?|posts|vacant post|"
    r"vacanc\w+|staff(?:ing)?|recruit\w*|hire\w*|employ\w*|appoint\w*|train\w*|untrained|instruct\w*|curricul\w+|"
    r"academy|teach\w*|procedures?|protocol|"
    r"polic(?:y|ies)|contract\w*|oversight|supervis\w+|independent|roster\w*|officers?|lawyers?|doctors?|nurses?|"
    r"carers?|colleagues?|"
    r"maintenance|serviced|review\w*|reform\w*|amend\w*|shortage|short terms|examined themselves)\b",
    _I,
)
LACK = re.compile(
    r"\b(?:no|not|never|nobody|none|without|lack\w*|silent|cut|vacant|short\w*|missing|too few|only|one|had been|"
    r"low|demand\w*|untrained|cannot|could not|unchanged|themselves)\b",
    _I,
)
RECORD = re.compile(
    r"\b(?:record\w*|register\w*|log\w*|files?|statistics|figures|box|complain\w*|investigat\w*|monitor\w*|"
    r"audit\w*|inspect\w*|"
    r"sheet|chart|checks?)\b",
    _I,
)
MINDFUL = re.compile(
    r"\b(?:as a (?:first step|matter of priority|priority)|priorit\w+|in the (?:meantime|interim)|meanwhile|"
    r"until (?:then|the|that|such|(?:\w+ ){1,4}(?:is|are|have|has|can|arrives?)\b)|"
    r"pending|for the time being|interim|first(?=\b(?! aid| night| instance))|at first|to begin with|(?:starting|"
    r"beginning) with|then|thereafter|"
    r"subsequently|in stages|step by step|phase[sd]?|gradually|one after (?:the )?(?:other|another)|once (?:it|"
    r"this|they|the)|"
    r"before (?:the other|any|others)|(\w+) after \1|risks? (?:of|is|are|that|for|to)|without (?:replacing|"
    r"increasing|creating|leading|shifting|exposing)|"
    r"while (?:\w+ ){1,4}(?:must|may|should|is|are|sleep|being|ensuring|keeping)|provided that|instead of|rather than|"
    r"must not (?:be|lead|result)|reprisals?|safeguards? against|side effects?|in the (?:longer|long|short|"
    r"medium) term|where there is a)\b",
    _I,
)
NUMBER = re.compile(
    r"(?<![\w:])(?:\d[\d.,]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|"
    r"forty|fifty|hundred|second|"
    r"half|third|quarter|one)\b(?! (?:that|who|which|of the|after|another|should))",
    _I,
)
FREQUENCY = re.compile(
    r"\b(?:daily|weekly|monthly|yearly|annually|quarterly|hourly|once|twice|(?:every|each|per|a) (?:\w+ )?(?:hour|"
    r"day|night|week|month|year|quarter|shift|stay)|"
    r"at least|at most|no (?:more|longer|fewer|less|later) than|not (?:more|longer) than|minimum|maximum|up to|"
    r"longer than)\b",
    _I,
)
PRODUCT = re.compile(
    r"\b(?:register|log|sign(?:ed)?|written|in writing|record(?:ed|s)?|copy|copies|publish\w*|sheet|chart|"
    r"body chart|certificate|statistics|figures|"
    r"instruction|order|bill|protocol|plan|list|report(?:s|ed)?)\b",
    _I,
)
RIGHT = re.compile(
    r"\b(?:rights?|dignity|freedoms?|safeguards?|guarantees?|human rights|law|standards?|conventions?|prohibition|"
    r"principles?)\b",
    _I,
)
UPHOLD = re.compile(
    r"^(?:respect|guarantee|uphold|observ|compl|meet|enjoy|honou?r|protect|fulfil|ensur|safeguard|recogni[sz]|be|have|"
    r"treat|align|adher|conform|promot)\w*$",
    _I,
)
OVERREACH = re.compile(
    r"\b(?:all|any|every)\b[^.;]{0,40}\b(?:eliminat|eradicat|abolish|prevent)\w*|\b(?:eliminat|"
    r"eradicat)\w*\s+(?:all|any|every|completely|entirely)\b|"
    r"\b(?:no one|nobody|never)\b[^.;]{0,30}\b(?:ever|again)\b|\bonce and for all\b|\bunder (?:any|"
    r"all) circumstances\b[^.;]{0,30}\bagain\b|"
    r"\bzero (?:violence|incidents|deaths|suicides)\b",
    _I,
)
STRUCTURAL = re.compile(
    r"\b(?:build|construct|new (?:prison|hospital|building|wing)|amend|enact|legislat\w+|ratif\w+)\b", _I
)


_PRINTED = re.compile(
    r"\b(?:deadline|time[- ]?(?:limit|frame|line)|due(?: date| by)?|target date|term)\s*:\s*(?P<when>[^.;|]{2,60})", _I
)


_EACH = re.compile(r"\b(?:each|every|any|all|requests?|applications?|cases|complaints?|incidents?)\b", _I)


def printed_limit(text: str) -> str | None:
    """Return a time limit that stands by itself, as in ``Deadline: 1 month``; ``None`` without one."""
    found = _PRINTED.search(text)
    return found["when"].strip() if found else None


def time_limit(text: str) -> str | None:
    """Return the words that say until when, or from when on, a thing is to be done; ``None`` without any."""
    bare = VAGUE_TIME.sub(" ", text)
    for match in _DATED.finditer(bare):
        # "Every complaint is answered within ten days" says how soon in each case, not when the practice must change.
        each_case = match.group().endswith("days") and _EACH.search(bare[: match.start()])
        if not each_case and not re.match(r"(?i)(?:since|until (?:the )?\w+ (?:is|are))", match.group()):
            return match.group()
    found = deadline_of(bare)
    return found if found and not VAGUE_TIME.search(found) else None
