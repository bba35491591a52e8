"""Words of the register in a question: kinds of entries, whom they were made to, whether repeated ones are meant."""

from __future__ import annotations

import re
from collections.abc import Callable

# What an action plan lists are the entries that it answers.
_PLANNED = r"(?:points|items|actions|measures|commitments)\b(?= \(?(?:[\w-]+ ){0,6}(?:action plan|plan of action)\b)"
KINDS = (
    ("area_for_improvement", r"areas? (?:for|of) (?:improvement|development)|\bafis?\b"),
    (
        "recommendation",
        r"recommendations?|\brecs?\b|\bproposals?\b|\basks\b|"
        r"requirements(?= (?:had|must|have|has|were|are|did|does|was|to be)\b)|"
        rf"actions?(?= (?:\w+ ){{0,3}}(?:due|overdue|complete))|{_PLANNED}",
    ),
    ("deficiency", rf"deficienc(?:y|ies)|{_PLANNED}"),
    ("good_practice", r"(?:good|positive|notable) (?:practices?|points?|examples?)|strong points?"),
    ("housekeeping", r"housekeeping points?"),
    (
        "request_for_information",
        r"requests? for information|information requests?|"
        r"questions?(?= (?:[\w'’-]+ ){0,8}(?:puts?|poses?|posed|address(?:ed|es)?|asks?|asked) (?:to|of)\b)",
    ),
    (
        "concern",
        r"(?<!findings )(?<!recommendations )(?<!deficiencies )(?<!which )(?<!reports )(?<!documents )(?<!visits )"
        r"(?<!inspections )(?<!practices )(?<!recommendation )(?<!deficiency )concerns\b(?! (?:interpret|about|with))|"
        # "Which deficiencies concern children": alone it is a verb.
        r"(?:key|main|priority|each|every|that|this|the|one|of) concern\b|\bconcern(?= (?:no\.? ?)?\d)|"
        rf"{_PLANNED}",
    ),
    ("finding", r"findings?"),
)
REGISTER_WORDS = re.compile("|".join(rf"\b(?:{pattern})" for _, pattern in KINDS))
# Kinds that are named by several words, of which one may mean something else elsewhere.
SPELT_OUT = re.compile(
    r"\b(?:areas (?:for|of) (?:improvement|development)|requests for information|information requests|"
    r"housekeeping points|(?:good|positive|notable) (?:practices|points|examples))\b"
)
PLURAL_KINDS = re.compile(
    r"\b(?:questions|recommendations|recs|proposals|asks|deficiencies|practices?|points|requests|concerns|findings|areas|"
    r"afis|items|actions|measures|commitments|entries)\b"
)
_ADDRESSEE = re.compile(
    r"(?:\b(?:addressed|directed|made|recommendations?|proposals?|issued|sent) (?:only )?to (?:the )?"
    r"|\b(?:directed|aimed) at (?:the )?|\b(?:go|goes|went|falls?|fell|(?:is|are|was|were) left|up) to (?:the )?"
    r"|\b(?:want(?:s|ed)?|ask(?:s|ed)?|expect(?:s|ed)?|demand(?:s|ed)?|require[sd]?|request(?:s|ed)?) "
    r"(?:from|of) (?:the )?"
    r"|\b(?:lies?|lay|rests?|rested) (?:with|in the hands of) (?:the )?|\bincumbent (?:up)?on (?:the )?"
    r"|\b(?:is|are|was|were) (?:the )?"
    r"(?=[^?.,;]{3,60}['’]s? (?:own )?(?:business|job|task|responsibility|duty|matter)\b)"
    r"|\b(?:has|have|had) (?:the )?(?=[^?.,;]{3,60} (?:itself |themselves |himself )?to (?:act on|carry out|see to|"
    r"put right|implement|do)\b)"
    r"|\b(?:is|are|was|were) (?:meant |intended |destined )?for (?:the )?"
    r"|\b(?:does|do|must|should|shall) (?:the )?(?=[^?.,;]{3,60} (?:itself |themselves |himself )?(?:have to|need to|"
    r"carry out|implement|put right|act on|see to)\b)"
    r"|\b(?:is|are|was|were) (?:the )?(?=[^?.,;]{3,60} responsible\b)|\bresponsibility of (?:the )?"
    r"|\b(?:address|direct|make|send|issue)\b[^?.,;]{0,30}? to (?:the )?"
    r"|\b(?:did|has|have|does) (?:the )?(?=[^?.,;]{3,60} (?:itself )?"
    r"(?:get|got|receive|received|face|faced|been (?:given|told|asked|sent))\b))"
    r"(?!(?:had|have|has|did|were|was|are|is|not|it|them|this|that|these|those|us|me)\b)"
    r"(?P<who>[^?.,;:]{3,80}?)"
    r"(?= (?:on|about|in(?! charge\b)|with|without|since|that|which|were|was|are|have|who|between|concerning|at|get|"
    r"got|receive|received|face|faced|went|go|remain|remained|before|after|during|regarding|never|still|had|has|to|"
    r"of whom|itself|themselves|himself|been|need|carry|implement|put|act|see|responsible|than|rather|instead)\b|"
    r"['’]s? (?:own )?(?:business|job|task|responsibility|duty|matter)\b|[?.,;:]|$)",
    re.IGNORECASE,
)
# Who is asked to have answered or decided: "did the Ministry of Health not answer", "ignored by the police".
_OFFICE = (
    r"(?:(?:state |federal |prison |police |health |general )*(?:ministry|minister|department|directorate|director|"
    r"service|authorities|government|police|council|commission|hospital|operator|contractor|company|governor|chief|"
    r"board|secretary|agency|administration|commissioner|warden|municipality|region|trust)\b)"
)
_DECIDES = (
    r"(?:kept silent|keep silent|stayed silent|mark|tick|list|label|rate|class|describe|declare|record|"
    r"react|answer|reply|respond|accept|reject|refuse|turn down|ignore|agree|"
    r"decline|implement|support|leave|left|comment|justify|explain|defend)"
)
_REPLIER = re.compile(
    rf"\b(?:did|has|have|does) (?:the )?(?P<who>(?:[\w'’-]+ ){{0,3}}?(?:{_OFFICE}|office\b)[^?.,;]{{0,60}}?)"
    rf"(?= (?:not |never |yet |still )*{_DECIDES})"
    r"|\b(?:supported|endorsed|approved|dismissed|implemented|carried out|acted on|agreed(?: to)?|answered|accepted|"
    rf"rejected|refused|ignored|turned down|declined|replied to|unanswered|response|reply|"
    rf"answer) (?:by|from) (?:the )?(?P<by>{_OFFICE}[^?.,;]{{0,60}}?)"
    r"(?= (?:on|about|in|since|that|which|who|concerning|at|before|after|during|regarding|so far|yet)\b|[?.,;]|$)",
    re.IGNORECASE,
)
# The stop of "Establishment No. 7" and "St. Brannoc" ends no sentence.
_SHORTENED = re.compile(r"\b(no|nr|st|mt)\.(?= ?\w)", re.IGNORECASE)
_NUMBERED = re.compile(r"\.(?= ?\d)")
_AND_OTHERS = re.compile(
    r"\b(?:and|or) (?:(?:the |all )?other(?:s\b| \w+s\b)|(?:its|their|his|her) \w+s\b)", re.IGNORECASE
)
# What receives or gives no answer, and is nobody.
_PAPER = re.compile(
    r"\b(?:report|letter|visit|inspection|review|chapter|study|opinion|follow-?up|delegation)$", re.IGNORECASE
)
_LONGEST = 200
_ASKS = re.compile(
    r"^(?:and |so |but )?(?:which|what|how many|how much|did|do|does|has|have|was|were|is|are|list|show|count|give me|"
    r"compare|find|display|number of|in which|of which|to which|by which|recommendations?|all)\b",
    re.IGNORECASE,
)
_SPEAKS = re.compile(
    r"\b(?:you|your|yours|yourself|rules?|instructions?|prompts?|redact\w*|mask\w*|unmask\w*|names?|ignore (?:the|all|"
    r"any|every|previous)|pretend|mark|delete|erase|change|set|say|database|ledger|system|admin\w*|passwords?|secrets?)\b",
    re.IGNORECASE,
)
# "Did the ministry reject anything?" asks for the recommendations of that standing.
ANYTHING = re.compile(
    r"\b(?:did|has|have) (?:the )?[^?.,;]{2,60}? (?:accept|reject|refuse|turn(?:ed)? down|ignore|implement|answer)"
    r"(?:ed|d)? (?:anything|something|nothing|any(?: of (?:them|it|this|these|those))?)\W*$|"
    r"^what (?:did|has|have) (?:the )?[^?.,;]{2,60}? (?:not |never )?(?:accept|reject|refuse|implement|answer)"
    r"(?:ed|d)?\W*$"
)
# Both kinds, hence all: "new and repeated".
ALL_MADE = re.compile(
    r",? ?(?:both )?\b(?:new|old) (?:and|or|as well as) repeat\w*|\brepeat\w* (?:and|or|as well as) new\b,?"
)
# Made or found before: "repeated", "found twice", "had been raised already".
REPEATED = re.compile(
    r"\b(?:repeat(?:ed|s)?|reiterat(?:ed|es?)|restated?)\b|\b(?:at least )?(?:twice|two times)\b|"
    r"\bmore than once\b|\bfor the second time\b|"
    r"\b(?:found|made?|raised?|noted?|cited?|recommend(?:ed)?|issued?|put forward) "
    r"(?:before|already|again|previously)\b|"
    r"\b(?:already|previously) (?:been )?(?:found|made|raised|noted|cited|recommended|issued)\b"
)


def addressee_in(question: str, is_place: Callable[[str], bool] = lambda who: False) -> str | None:
    """Return whom the entries asked for were made to, as the question says it, or ``None``.

    Args:
        question: one question.
        is_place: whether words that could be an addressee only name the place that a report is on.
    """
    for match in _ADDRESSEE.finditer(_SHORTENED.sub(r"\1", question)):
        who = re.sub(r"\s+", " ", match["who"]).strip()
        if _AND_OTHERS.search(who):
            return None
        if not is_place(who) and not _PAPER.search(who):
            return who
    return replier_in(question)


def replier_in(question: str) -> str | None:
    """Return the office whose answer or silence is asked about, as the question says it, or ``None``."""
    match = _REPLIER.search(question)
    who = (match["who"] or match["by"]) if match else None
    return re.sub(r"\s+", " ", who).strip() if who and not _AND_OTHERS.search(who) else None


def is_plain_question(question: str) -> bool:
    """Say whether a text is one short question or request for a list that does not speak to the service."""
    text = question.strip()
    one = re.search(r"[.!?;:\n]\s*\S", text) is None
    return one and len(text) <= _LONGEST and bool(_ASKS.search(text)) and not _SPEAKS.search(text)


def counts_entries(folded: str) -> bool:
    """Whether the counted noun itself is a register kind, and not something that only occurs near one."""
    nouns = "|".join(pattern for _, pattern in KINDS)
    ahead = r"(?:(?!(?:for|at|in|to|did|do|does|were|was|are|should|people|cells|with)\b)[\w'’-]+,? ){0,7}"
    return bool(
        re.search(
            r"\b(?:how many|number of|count(?: of| the)?|tally(?: of)?|total|break down|group|split)(?: of)?(?: the)? "
            rf"{ahead}(?:{nouns})",
            _NUMBERED.sub("", folded),
        )
    )
