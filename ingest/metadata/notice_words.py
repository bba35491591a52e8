"""The words that tell whether a visit had been announced."""

from __future__ import annotations

import re

UNANNOUNCED = re.compile(
    r"\b(?:did|does|do) not (?:announce|(?:ring|call|phone|telephone|write) (?:beforehand|ahead|in advance|first))\b|"
    r"\b(?:came|arrived|was|were|visit) (?:\w+ )?unheralded\b|"
    r"\bnone (?:of (?:them|these|the (?:\w+ )?visits) )?(?:(?:was|were|had been|being) )?announced\b|"
    r"\bno (?:organ|authority|body|institution|official|office|department)\b[^.;]{0,40}?\b(?:was|were|"
    r"had been) (?:informed|told|notified|warned)\b|"
    r"\bnot preceded by\b|\b(?:received|got|had|given|with) no (?:\w+ )?(?:warning|"
    r"notice|notification|forewarning)\b|"
    r"\b(?:unscheduled|surprise|unheralded|unplanned|impromptu|spontaneous|unnotified) (?:\w+ ){0,2}(?:visits?|"
    r"inspections?)\b|\bno (?:\w+ )?(?:notice|notification|warning|announcement) (?:\w+ ){0,3}(?:given|made|sent)|"
    r"\b(?:without (?:being |having (?:been )?)?(?:announced|announcing|notified|notifying|informing|informed|"
    r"telling|told|warning|warned|written(?= to| before| ahead| first| in adv|[.,;])|rung|telephoned|forewarn\w+|"
    r"(?:having )?(?:saying|said|breath\w+) (?:so|anything|a word))\b|(?:nobody|"
    r"no one|none) (?:\w+ ){0,4}(?:had|was|were|has) (?:been )?(?:told|warned|informed|notified|aware|forewarned|"
    r"alerted))\b|\bunannounced\b(?! (?:\w+ )?(?:checks?|searches|drills?|tests?))|"
    r"\bwithout (?:any |giving )?(?:prior |previous |advance )?(?:notice|notification|announcement|warning|prior "
    r"information|"
    r"intimation|word)\b|\bwithout (?:(?:first |previously )?(?:calling|ringing|phoning|telephoning|asking|writing)|"
    r"(?:an? )?(?:prior |previous |advance )?(?:call|appointment|invitation))(?: (?:first|ahead|beforehand|before|"
    r"in advance))?\b|"
    r"\bdid not know of (?:the|our|this) (?:visit|inspection)\b|\b(?:told|warned|informed|rung|called|telephoned|"
    r"written to) (?:nobody|no one)\b|"
    r"\b(?:it|this|our visit|the visit) was a surprise\b|"
    r"\b(?:not|never) (?:been |having been )?(?:announced|notified|warned|forewarned)|\bno (?:prior|advance|"
    r"previous) (?:notice|warning|announcement|information|communication)|\b(?:gave|given|giving) no notice\b",
    re.IGNORECASE,
)
# A field of a form or a web page: "Announced: no", "Notice given | none".
FIELD = re.compile(
    r"(?:^|[.·|;]\s*)(?P<what>(?:visit |inspection |was (?:the|this) (?:visit|inspection) )?(?P<un>un)?announced|"
    r"(?:told|informed|notified|warned|known) (?:beforehand|in advance|before(?:hand)?|of (?:the|our) visit)|"
    r"(?:prior |advance |previous )?(?:notice|notification|announcement|warning)(?: (?:of (?:the )?(?:visit|"
    r"inspection)|"
    r"given|period))?)(?:\s*\([^)]*\))?\s*[:|?]+\s*(?P<value>no\b(?! later)|none\b|nil\b|not given|not announced|"
    r"without|yes\b|given\b|short\b|\d+ \w+|(?:one|two|three|four|five|six|ten|several|an?)"
    r" (?:hours?|days?|weeks?|months?)\b)",
    re.IGNORECASE,
)
NO = re.compile(r"no\b|none|nil|not|without", re.IGNORECASE)
# "Nobody knew that we would come", "neither had been told to expect us", "they did not expect the team".
UNEXPECTED = re.compile(
    r"\b(?:nobody|no one|none|neither)\b[^.;]{0,80}\b(?:knew|expect\w*|await\w*|been (?:told|warned|informed)|"
    r"was aware|were aware|had (?:notice|warning)|(?:was|were) waiting for (?:us|the (?:team|delegation|visitors?)))\b|"
    r"\b(?:(?:did|was|were|had) not|did(?:n['’]t| not)) (?:been )?(?:expect(?:ing|ed)? (?:us|the (?:team|visit|"
    r"delegation|"
    r"inspect\w+|monitors?|visitors?))|know (?:that )?(?:we|the team|the delegation))\b|"
    r"\b(?:we|they|the (?:team|delegation|visitors|members)) (?:was|were|had) not (?:been )?expected\b(?! to)",
    re.IGNORECASE,
)
EXPECTED = re.compile(
    r"(?<!not )\b(?:expected|was expecting|were expecting|awaited) (?:us|the (?:team|delegation|inspectors|monitors)"
    r")\b|"
    r"(?<!nobody )(?<!one )\bknew (?:that )?(?:we|the (?:team|delegation)) (?:(?:was|were) coming|would (?:come|"
    r"visit))\b|"
    r"\b(?:told|informed|notified|advised|warned) (?:of|about) (?:our|the (?:team|delegation)['’]s) (?:coming|"
    r"arrival)\b",
    re.IGNORECASE,
)
# "The director had not been told.": a sentence of its own, of the one who runs the place.
HEAD_NOT_TOLD = re.compile(
    r"\b(?:director|governor|warden|manager|management|superintendent|commander|head|chief|commandant|officers?|staff|"
    r"hospital|prison|station|centre|home|establishment|institution|it|they|authorities)\b(?: (?:of|at|in) "
    r"[^.;]{0,40})? (?:had|"
    r"has|have|was|were) not (?:previously )?(?:been )?(?:told|informed|notified|warned|forewarned|alerted|advised)"
    r"(?: (?:beforehand|in advance|before))?(?:[.;]|,? and (?:let|opened|received|admitted)\b)",
    re.IGNORECASE,
)
ANNOUNCED = re.compile(
    r"\b(?:we|it) announced (?:this|the|our|its) (?:visit|inspection)\b|"
    r"\bannounced (?:\w+ ){0,2}(?:in advance|beforehand|visit|inspection|follow)|(?:visit|inspection) (?:was|"
    r"had been) announced|(?:announced|notified|informed|told) (?:of |about )?(?:\w+ ){0,5}(?:in advance|beforehand)|"
    r"(?:announced|notified|informed|told) (?:of|about) (?:the|our|its) (?:\w+ )?(?:visit|inspection) "
    r"(?:\w+ ){1,4}(?:before|earlier|ahead)|"
    r"\b(?:told|informed|notified) (?:of (?:it|this) )?(?:\w+ ){1,2}(?:hours?|days?|weeks?) (?:before|earlier|ahead)|"
    r"\b(?:notified|announced) to (?:the )?(?:\w+ ){0,2}(?:authorities|government|minist\w+|director\w*|governor|"
    r"management|State)|"
    r"\b(?:had|given|received|got) (?!no\b)(?:\w+ )?notice of (?:it|this|the visit|our visit|the inspection)\b|"
    r"(?:prior|advance) notice (?:was|had been) given|\bnotice (?:given|of)\W+(?:\w+ ){0,2}(?:hours?|days?|weeks?)|"
    r"(?:hours?|days?|weeks?)['’]?s? notice|"
    r"\b(?:notified|informed|told|advised) (?:by (?:tele)?(?:phone|fax|mail|letter)|in writing) of (?:the|our|its) "
    r"(?:visit|inspection)\b|"
    r"\b(?:notified|informed|told|advised) of (?:the|our|its|this) (?:\w+ )?(?:visit|inspection) (?:in writing|by "
    r"letter|by telephone|by e-?mail|on \d)|"
    r"\b(?:announced|notified|informed|told|warned|advised|agreed|notification|"
    r"communicated)\b[^.;]{0,80}?\b(?:hours?|days?|"
    r"weeks?|months?|day|evening) (?:before|in advance|beforehand|ahead|earlier|prior)\b|"
    r"\b(?:announced|notified|informed|told|telephoned)\b[^.;]{0,60}\bon the eve\b|"
    r"(?:(?:inspection|visit) type|type of (?:inspection|visit))\W*(?:\w+,? ){0,2}announced|"
    r"\b(?:visit|inspection) (?:had been|was) (?:arranged|agreed) (?:beforehand |in advance )?with\b|^(?:how\s*:\s*)"
    r"?\W*announced\b|"
    r"\b(?:told|informed|notified|advised)\b[^.;]{0,70}\bthat (?:a|the|our|its) (?:\w+ )?(?:visit|inspection|"
    r"team|delegation|delegates|members|inspectors|monitors) (?:would|will|was to|were to)\b|"
    r"\b(?:the|our|this|its) (?:visit|inspection|presence|coming|mission)\b[^.;]{0,60}? (?:was|were|"
    r"had been) (?:notified to|agreed with|announced to)\b|"
    r"\(announced\)",
    re.IGNORECASE,
)
# Of whom it is said that they did not know: of the visit, where the sentence speaks of one.
NOT_TOLD = re.compile(
    r"\b(?:had|has|have|was|were|did|is|are) (?:not|never) (?:\w+ )?(?:been |be )?(?:informed|told|aware|given notice|"
    r"notified|warned|forewarned|announced|know|expect\w*)\b",
    re.IGNORECASE,
)
COMING = re.compile(
    r"\b(?:visits?|inspections?|inspectors?|delegation|team|monitoring|arriv\w+|coming|would come|turned up|"
    r"beforehand|in advance)\b",
    re.I,
)
NOBODY = re.compile(r"nobody|no one|none", re.IGNORECASE)
OTHER_NEWS = re.compile(
    r"\b(?:charged|why|held|offences?|rights?|reasons?|grounds|famil\w+|relatives?|lawyers?|charges?|court)\b", re.I
)
# A year of many visits: single ones were announced or not, the document as a whole was not.
MANY = re.compile(
    r"\b(?!the\b|both\b|our\b|these\b|its\b|two\b)[\w-]+ (?:of (?:the|these|our) )?visits were\b|\bannual report\b|"
    r"\b(?:most|some|all other) visits\b",
    re.IGNORECASE,
)

_TEAM = (
    r"(?:we|(?:the|our|its) (?:\w+ ){0,2}?(?:team|delegation|group|monitors|inspectors|visitors|mechanism|commission|"
    r"members))"
)
_VISIT = r"(?:(?:the|our|this|its) (?:\w+ )?(?:visit|inspection|monitoring))"
_COME = r"(?:(?:our|its|their|the (?:team|delegation|group|mechanism|visitors?)['’]s?) (?:arrival|coming|visit))"
_LEARNT = (
    r"(?:learn(?:ed|t)|heard|knew|became aware|(?:was|were|had been) (?:\w+ )?(?:told|informed|notified|advised|aware))"
)
_HEADS = (
    r"(?:director|governor|head|management|authorities|commander|superintendent|warden|manager|staff|administration|"
    r"prison|station|centre|home|hospital|institution|establishment|chief|officers?|ministry)"
)
# What else tells that nobody expected the visitors: they turned up, and those visited learnt of it at the gate.
CAME_UNTOLD = (
    re.compile(
        r"\b(?:visit|inspection) (?:was|had been) (?:\w+ )?(?:unscheduled|unplanned|impromptu|spontaneous|unnotified|"
        r"unheralded|(?:made |paid |conducted |carried out )?by surprise|(?:without|with no)\b[^.;]{0,20}"
        r"(?:notice|warning|notification|forewarning))\b",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\b(?:{_VISIT}|visit|inspection) (?:came|was|took \w+|caught) [^.;]{{0,20}}\bsurprise\b", re.IGNORECASE
    ),
    re.compile(
        rf"\b{_TEAM} (?:arrived|came|turned up|appeared|went|presented (?:itself|ourselves|themselves))\b[^;]{{0,70}}?"
        r"\b(?:unexpectedly|unheralded|by surprise|without (?:an appointment|(?:having |ever )?(?:given |giving )?"
        r"(?:\w+ )?(?:notice|warning)))\b",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\b{_LEARNT} (?:only )?(?:of|about) (?:{_VISIT}|{_COME}|it) (?:only )?(?:when\b|as\b|(?:on|upon|with) "
        rf"(?:our|its|"
        r"their|the [\w’'-]+) arrival|on arrival|upon arrival|at the (?:gate|door|entrance|reception))",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\b{_HEADS}\b[^.;]{{0,40}}? (?:was|were|had been) (?:only |first )?(?:told|informed|notified|"
        rf"advised)\b[^.;]{{0,40}}?"
        r"(?:\b(?:on|upon|at the time of) (?:(?:our|its|their|the [\w’'-]+) )?arrival\b|\bat the (?:gate|door|"
        r"entrance)\b)",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?:visit|inspection)\b[^.;]{0,60}\bwithout (?:the )?(?:\w+ )?(?:knowledge of|anybody|anyone)\b|"
        rf"\b{_TEAM} (?:\w+ )?(?:visited|inspected|came|went|called|returned)\b[^.;]{{0,60}}"
        r"\bwithout (?:the )?(?:\w+ )?knowledge of\b",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?:not|never|nobody|no one) (?:\w+ )?(?:give|gave|given|having given|received|get|got)\b (?:\w+ )?"
        r"(?:advance |prior |previous )?(?:notice|warning|notification) of (?:the|our|its|this) (?:visits?|"
        r"inspections?|"
        r"coming|arrival)\b",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?:no (?:\w+ )?(?:notice|notification|warning|announcement|word) of|(?:gave|given|giving|give|sent) "
        r"(?:nobody|"
        r"no one|none)\b[^.;]{0,20}\b(?:notice|warning|word) of) (?:the|our|this|its|their) (?:visit|inspection|coming|"
        r"arrival)\b",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?:duty \w+|director|governor|warden|manager|commander|head|superintendent|in[- ]charge|of the watch)\s+"
        r"(?:was |were )?(?:only )?(?:informed|told|notified) (?:only )?(?:on|upon) arrival\b(?! of (?!the visit|our))",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?:was|were) (?:not|hardly) expecting (?:anyone|anybody|visitors|a visit|an inspection)\b", re.IGNORECASE
    ),
    re.compile(
        r"\b(?:visit|inspection) not (?:having been |being )?(?:announced|notified)\b|"
        r"\bdid not announce (?:ourselves|itself|themselves)\b|"
        r"\b(?:type|form|nature|kind|character) of (?:the )?(?:visit|inspection)\W*(?:\w+,? ){0,2}(?:spontaneous|"
        r"surprise|"
        r"unscheduled|unplanned|unannounced|not announced|without (?:prior )?(?:notice|announcement))\b",
        re.IGNORECASE,
    ),
)
# What else tells that they were expected.
CAME_TOLD = (
    re.compile(
        r"\b(?:letter|e-?mail|fax|note|message|notice|communication)s?\b[^.;]{0,40}\b(?:announc\w+|notify\w+|"
        r"inform\w+)\b"
        r"[^.;]{0,60}\b(?:the|our|its|a|this|that) (?:\w+ )?(?:visit|inspection)\b",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\b{_HEADS}\b[^.;]{{0,60}}? (?:was|were|had been|has been) (?:told|informed|notified|advised) of (?:the "
        rf"(?:date|"
        rf"dates|time|day) of )?(?:{_VISIT}|the visit)\b(?! (?:only|when|on (?:our|arrival)|upon|at the))",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?:notice|notification|announcement) of (?:the|our|this|its) (?:visit|inspection) (?:was|had been) "
        r"(?:given|sent|"
        r"made|served|received)\b|\b(?:visit|inspection)\b[^.;]{0,40}\bof which\b[^.;]{0,60}\b(?:notified|informed|"
        r"told|"
        r"advised)\b|\b(?:visit|inspection|review) (?:was|had been) (?:\w+ )?(?:pre-?announced|"
        r"scheduled with|(?:planned|scheduled|"
        r"arranged) and "
        r"agreed|arranged with|agreed with)\b",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?:date|dates|time|day) of (?:the|our|this|its) (?:visit|inspection) (?:was|were|had been) (?:communicated|"
        r"announced|agreed|notified|made known|given)\b|"
        r"\b(?:the|our|its) (?:dates?|day|visit) (?:was|were|had been) known (?:to|in|at|beforehand|before)\b|"
        rf"\b(?:prior to|before|in advance of|ahead of) {_VISIT},? {_TEAM.replace('(?:we|', '(?:we|the NPM|')} "
        rf"(?:had )?"
        r"(?:notified|informed|told|written|wrote|advised)\b|"
        r"\b(?:written|wrote|write) to\b[^.;]{0,60}\b(?:in advance of|before|ahead of|prior to) (?:the|our|this) "
        r"(?:visit|inspection)\b",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\b{_TEAM} (?:was|were) (?:already |clearly )?expected\b|\bknew (?:of|about) (?:{_VISIT}|{_COME}) (?:in "
        rf"advance|"
        r"beforehand|before)\b|"
        r"\b(?:type|form|nature|kind|character) of (?:the )?(?:visit|inspection)\W*(?:\w+,? ){0,2}announced\b",
        re.IGNORECASE,
    ),
    re.compile(
        r"(?:^|[.;|·]\s*)(?:type|form|kind|manner|mode|modality)\s*[:|]\s*(?:\w+,? ){0,2}announced\b|"
        r"\bannounced (?:in|by|through) (?:(?:my|our|a|the) )?(?:\w+ )?(?:letter|e-?mail|fax|note|telephone|phone)\b|"
        r"\b(?:gave|given|giving) (?:\w+ )?notice of (?:the|our|its|this) (?:visit|inspection)\b",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\b{_HEADS}\b[^.;]{{0,40}}? had been (?:notified|written to|telephoned|forewarned) (?:by (?:fax|letter|"
        r"e-?mail|tele\w+|phone|post)|in writing|on (?:the )?\d|(?:an?|one|two|three|some|several) (?:day|week|hour)s?)"
        r"(?![^.;]*\b(?:complaints?|incident|death|assault|charges?|injur\w+|transfer|release|escape)\b)|"
        r"\bnotice to (?:the )?[^.;]{3,50}? (?:was|had been) (?:received|sent|given|delivered|served)\b|"
        rf"\b{_TEAM} (?:had )?(?:rang|rung|telephoned|phoned|called|written|wrote)\b[^.;]{{0,40}}?\b(?:day|evening|"
        r"morning|"
        r"week|hours?|days?|weeks?) (?:before|ahead|earlier|in advance)\b|"
        r"\b(?:the|our|its) (?:dates?|day|time|visit)\b[^.;]{0,20}? (?:having been|had been|was|were|been) (?:agreed|"
        r"arranged|settled|coordinated|fixed)\b[^.;]{0,30}\b(?:with|beforehand|in advance|ahead)\b",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?:visit|inspection|it)\b[^.;]{0,30}? (?:had been|was|were) (?:notified|announced|communicated|"
        r"made known) to (?:the |its )?"
        r"(?:\w+ ){0,2}(?:hospital|prison|station|centre|home|institution|establishment|police|directorate|ward|"
        r"unit|clinic|facility|"
        r"school|city|province|operator|provider)\b|"
        r"\b(?:at|on|for) (?:a |the )?(?:dates?|days?|times?) (?:that (?:was|were|had been) )?(?:agreed|arranged|"
        r"settled|fixed|"
        r"coordinated) (?:\w+ )?(?:with|by|between)\b|\bby (?:prior )?(?:appointment|arrangement|agreement) with\b|"
        r"\bwith the (?:prior |previous |full )?knowledge of (?:the|its|their)\b|"
        r"\b(?:had|having) (?:received|got|been sent|had) (?:our|the (?:team|delegation|commission|committee|"
        r"mechanism)['’]s) (?:\w+ )?(?:letter|notice|notification|message|"
        r"call|e-?mail|announcement)\b[^.;]{0,20}\b(?:before|earlier|ahead|in advance|beforehand)\b|"
        r"\b(?:had|have|has) (?:been )?(?:received|got|been sent|been given|sent) (?:the |our |"
        r"its )?(?:\w+ )?(?:programme|program|"
        r"timetable|schedule|agenda|itinerary|dates?)\b(?: (?:of (?:the|our) (?:visit|inspection)|in|on|beforehand|"
        r"in advance|before|"
        r"weeks?|days?))",
        re.IGNORECASE,
    ),
)
# What is announced, or comes without warning, to those who are held: no visit of a body that visits.
OTHER_MATTERS = re.compile(
    r"\b(?:transfer\w*|release\w*|search(?:es|ed|ing)?|drills?|tests?|hearings?|famil\w+|relatives?|parents?|"
    r"children are|"
    r"judges? announced|lawyers?|moves?|moved|checks|leave|visits (?:by|of|from|to) (?:the )?(?:famil|relativ|parent|"
    r"lawyer|friend))\b",
    re.IGNORECASE,
)
OF_VISITORS = re.compile(
    r"\b(?:inspect\w*|delegation|team|mechanism|commission|committee|monitor\w*|ombuds\w*|NPM|"
    r"unannounced visit|(?:our|this|the present|the|its) visit|we)\b",
    re.IGNORECASE,
)
