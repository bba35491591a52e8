"""What sentences imply of a recommendation without a word of status: ``Staff now carry name badges, as was asked``."""

from __future__ import annotations

import re

_COUNT = r"(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|some|most|many|half|several)"
_WANT = r"(?:still|not|no|only|without|never|nobody|none|lack\w*|missing|remains?|remained|continues?)"
# In this order: a contrast is neither success nor failure, and what "still" is comes before what "has been" done.
_VERDICTS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (status, re.compile(pattern, re.IGNORECASE))
    for status, pattern in (
        (
            "no information",
            r"\bcould not (?:be )?(?:confirm|verif|establish|check|examin|s[ae]en)\w*|\btoo (?:early|soon) to\b",
        ),
        (
            "partly implemented",
            rf"\b(?:but|although|though|however|except|save|yet|while|whereas|albeit)\b[^.;]*\b{_WANT}\b|"
            rf"\b{_WANT}\b[^.;]*\b(?:but|although|though|however)\b[^.;]*\b(?:now|improved|better|has been|"
            rf"have been)\b|"
            rf"\b{_COUNT} (?:out )?of (?:the )?(?:\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|"
            rf"them)\b|"
            r"\ba (?:start|beginning) (?:has been|had been|was) made\b|\bfirst steps?\b|\bonly (?:half|the|one|two|"
            r"in|on)\b|,? but\b|"
            r"\bhalf[- ]?(?:done|way)\b|"
            r"\b(?:little|not (?:all|everything|enough)) (?:has|had|have) (?:yet )?been\b|\bin (?:some|"
            r"certain) (?:places|cases|wings|"
            r"cells|rooms|respects)\b",
        ),
        (
            "not implemented",
            r"\bas (?:\w+ )?(?:as )?(?:before|then|ever|in (?:19|20)\d\d|at the time)\b|\bstill (?:not|no|\w+s|\w+ed|"
            r"being|in|on|the|"
            r"without|lacks?|has|have|had|is|are|was|were)\b|\b(?:persist(?:s|ed)?|deteriorated|worse(?:ned)?)\b|"
            r"\bpractice (?:continues|goes on|has not)\b|\bsame (?:finding|situation|problem|shortcoming|observation|"
            r"state)s?\b|"
            r"\blost (?:none|nothing) of its\b|\bon paper\b|\bas \w+ as ever\b|\bno (?:better|different|nearer)\b|"
            r"\bremains? in use\b|\bthe same\b|"
            r"\b(?:has|have|had|did|does|is|are|was|were) (?:still )?not\b|\bno (?:evidence|signs?|traces?|"
            r"indication) (?:of|that)\b|"
            r"\bnothing (?:of|has|had|was)\b|\bdead letter\b|\bonce (?:more|again)\b|\bno (?:steps?|action|"
            r"measures?)\b",
        ),
        (
            "implemented",
            r"\bno longer\b|\btook place\b|\b(?:is|are|was|were) (?:all )?in (?:good )?order\b|\b(?:was|"
            r"were) abolished\b|\b(?:has|have|had) (?:since |now )?(?:ceased|stopped|ended|disappeared)\b|\bas "
            r"(?:was |"
            r"had been |we )?"
            r"(?:asked|recommended|requested|proposed|suggested)\b|\b(?:satisf(?:ies|ied)|meets|answers|"
            r"corresponds to) (?:the|this|our) "
            r"(?:recommendation|concern)\b|\b(?:has|have|had) (?:since |now |also |all )?been (?:\w+ly )?(?:removed|"
            r"abolished|repaired|"
            r"replaced|installed|fitted|opened|introduced|provided|appointed|recruited|renovated|built|issued|"
            r"adopted|trained|"
            r"translated|put up|hired|bought|purchased|created|set up|closed|painted|cleaned|revised|amended|covered|"
            r"enlarged)\b|"
            r"\b(?:was|were) (?:removed|abolished|repaired|replaced|installed|fitted|opened|introduced|appointed|"
            r"recruited|"
            r"renovated|built|issued|adopted|put up|hired|bought|set up|covered) in\b|\b(?:is|are) now\b|"
            r"\bnow (?!under\b)\w+s?\b",
        ),
    )
)
_CLAIMS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (status, re.compile(pattern, re.IGNORECASE))
    for status, pattern in (
        (
            "no reply",
            r"\b(?:did not|has not|made no|had no|gave no|without) (?:any )?(?:comment|observations?|answer|reply|"
            r"response)\w*\b|"
            r"\bremained silent\b|\bnot (?:addressed|directed) (?:to|at) (?:us|the|this)\b|"
            r"\bnot aware of (?:its|their) "
            r"(?:position|reply|answer)\b|\b(?:is|are) (?:addressed|directed) to (?:the (?:Ministr|Government|Prosecut|"
            r"Court|Parliament|Municipal)|(?:an)?other |institutions )",
        ),
        (
            "partly accepted",
            r"^\W*subject to\b|\b(?:partly|partially|part) upheld\b|\b(?:with the exception of|save (?:for|that|"
            r"in)|except (?:for|"
            r"that|as regards)|"
            r"apart from|"
            r"with reservations)\b|\b(?:first|one|second) (?:part|half|limb|element)\b[^.]*\bbut not\b|"
            r"\bin so far as\b|\b(?:half|only (?:a )?part|some) of what (?:you|is|was|has been|the \w+) (?:ask|request|"
            r"recommend|propos|wish|suggest)\w*",
        ),
        (
            "rejected",
            r"^\W*no[.,;]|\bsees? (?:this|it|things|the matter) differently\b|\btakes? a different view\b|"
            r"\bdo(?:es)? not (?:find|see) (?:any )?(?:grounds?|reasons?|cause|need)\b|\b(?:no|lack of|"
            r"for want of|insufficient) (?:\w+ )?(?:funds|funding|money|resources|budget|"
            r"means|premises)\b|"
            r"\boutside (?:our|its|the|their|his|her) (?:\w+ )?(?:remit|competence|control|powers?|"
            r"mandate|responsibilit)|"
            r"\bno (?:action|measures?|steps?|change|changes|amendment) (?:is|are|was|were|"
            r"will be) (?:\w+ )?(?:proposed|planned|"
            r"envisaged|intended|needed|necessary|required|foreseen)|\bgave no undertaking\b|\bnot persuaded\b|"
            r"\bdisput(?:es|ed)\b|\bcontest(?:s|ed)\b|\b(?:is|are) not for (?:the|us|me)\b|"
            r"\bwill not be \w+ing\b|"
            r"\b(?:considers?|regards?|finds?|believes?|holds?|maintains?|remains? of the (?:view|opinion)|in (?:its|"
            r"our|the|their) "
            r"(?:view|opinion))\b[^.]*\b(?:adequate|sufficient|satisfactory|appropriate|enough|lawful|suitable|"
            r"proportionate|"
            r"meets?|complies|suffices?|safer|better)\b|\bnot (?:able|in a position) to (?:comply|do|act|change)\b|"
            r"\bnot (?:practicable|practical|realistic|affordable)\b",
        ),
        (
            "under consideration",
            r"\bworking (?:group|party|committee)\b[^.]*\b(?:begun|started|deliberat\w+|convened|is (?:preparing|"
            r"drafting|"
            r"looking|working))\b|\b(?:is|are|now|lies|pending|still) (?:before|in|with) (?:the )?"
            r"(?:parliament|legislature|national assembly|congress|senate)\b",
        ),
        (
            "accepted",
            r"^\W*yes[.,;]|\b(?:undertook|undertakes|undertaken) to\b|\bin favour of\b|\bwell taken\b|"
            r"\bawaiting (?:funds|funding|"
            r"approval)\b|\b(?:tender|procedure|project|consultation|review|procurement|recruitment|request|bill|"
            r"draft) "
            r"(?:has been|was|is being) (?:\w+ly )?(?:launched|started|opened|initiated|submitted|ordered|prepared|"
            r"drafted)\b|"
            r"\b(?:is|are|was|were) (?:welcomed|granted)\b|\bhas been granted\b",
        ),
        (
            "implemented",
            r"\btook up (?:her|his|their) (?:post|duties|work)s?\b|\b(?:was|were) (?:\w+ly )?(?:given|issued|"
            r"taken down|moved|removed|"
            r"dismissed|transferred|replaced|installed|repaired|opened|abolished|introduced)\b",
        ),
    )
)


def implied_verdict(text: str) -> str | None:
    """Return what the visitors' own words imply of what became of a recommendation, ``None`` where nothing does.

    Args:
        text: the sentences behind an earlier recommendation, in a section that tells what became of it.
    """
    return next((status for status, pattern in _VERDICTS if pattern.search(text)), None)


def implied_claim(text: str) -> str | None:
    """Return what a reply implies without deciding in so many words: ``This falls outside our remit``.

    Args:
        text: the words of the authority.
    """
    return next((status for status, pattern in _CLAIMS if pattern.search(text)), None)
