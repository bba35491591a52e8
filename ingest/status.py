"""Words of acceptance and implementation, mapped to one small vocabulary."""

from __future__ import annotations

import re

# The order matters: the first pattern that fits wins, so qualified and negated forms come before plain ones.
_DONE = (
    r"(?:implemented|achieved|carried out|done|met|addressed|completed?|reali[sz]ed|fulfilled|resolved|delivered|"
    r"actioned|complied with|put into (?:practice|effect)|given effect(?: to)?|honou?red|"
    r"followed(?: up)?|executed|rectified|remedied|heeded|observed|taken up|settled)"
)
_IN_PART = r"(?:partly|partially|partial|largely|mostly|substantially|in part|only partly|partway|half)"
_AGREE = r"(?:accept(?:s|ed|able)?|agree[sd]?|support(?:s|ed)?|concur(?:s|red)?|approve[sd]?|endorse[sd]?)"
_PATTERNS: tuple[tuple[str, str], ...] = (
    ("no meaningful progress", r"no (?:meaningful|significant|real|discernible) progress"),
    (
        "not implemented",
        rf"(?:not|never) (?:yet )?(?:been )?(?:fully )?(?:{_DONE}|started|begun|changed|improved|acted (?:up)?on)|"
        r"un(?:implemented|fulfilled|resolved|achieved|reali[sz]ed|addressed|changed|met|answered)"
        r"|no progress|outstanding|not at all|no (?:change|improvement|action|steps|follow-?up)(?: (?:was |were |has "
        r"been |have been )?taken)?|(?:still|remains?|left) (?:open|outstanding|valid|unchanged|pending|to be done|"
        r"in (?:force|place))|nothing (?:has |had )?(?:been )?(?:changed|done)|non-?implement(?:ed|ation)|"
        r"disregarded|failed to implement",
    ),
    (
        "partly implemented",
        rf"{_IN_PART} (?:been )?(?:{_DONE}|complian(?:t|ce))|{_DONE} (?:only )?(?:in part|partly|partially)|"
        r"(?:partial|incomplete) (?:implementation|achievement|fulfilment|compliance|reali[sz]ation)|"
        r"some (?:improvement|steps|progress)|in part\b(?!ic)",
    ),
    ("insufficient progress", r"(?:insufficient|limited|little|too little|some but insufficient) progress"),
    ("reasonable progress", r"(?:reasonable|satisfactory|moderate) progress"),
    ("good progress", r"(?:good|significant|substantial|sufficient) progress"),
    (
        "no reply",
        r"no (?:reply|response|answer|position|comment)|(?:did|do|does|has|have|had) not (?:yet )?(?:reply|replied|"
        r"respond(?:ed)?|"
        r"answer(?:ed)?)|(?:reply|response|answer) (?:is |was )?(?:awaited|pending|outstanding)|"
        r"awaiting (?:a )?(?:reply|response)",
    ),
    (
        "under consideration",
        r"under consideration|(?:will|to) be (?:examined|considered)|being considered|under review"
        r"|provide responses? in due (?:time|course)",
    ),
    (
        "partly accepted",
        rf"(?:partly|partially|partial) (?:{_AGREE}|acceptance|agreement|support)"
        rf"|in part {_AGREE}|{_AGREE} (?:only )?(?:in part|partly|partially|with (?:modifications?|"
        rf"reservations?|amendments?))",
    ),
    ("accepted in principle", rf"{_AGREE} in principle"),
    (
        "rejected",
        rf"non-?(?:concur|agree|support)\w*|reject\w*|declin\w*|refus(?:ed|es|al)|disagree\w*|not (?:been |be "
        rf")?{_AGREE}|non-?accept\w*|unaccept\w*"
        rf"|(?:cannot|can not|could not|will not) be {_AGREE}"
        r"|(?:unable|unwilling|not (?:able|possible|prepared|willing|in a position)) to (?:\w+ )?(?:accept|agree|"
        r"support|concur|endorse)"
        r"|(?:(?:did|do|does) not|cannot|could not|not) (?:\w+ )?(?:enjoy|accept|support|agree|concur)|do(?:es)? "
        r"not enjoy",
    ),
    (
        "planned",
        rf"(?:to|will|shall|would|is to|are to) (?:\w+ )?be (?:\w+ )?(?:{_DONE}|installed|introduced|put in place)"
        r"|planned|scheduled|not yet due",
    ),
    (
        "in progress",
        rf"in progress|on-?going|under way|underway|(?:in the process of )?being (?:{_DONE})|in the process of "
        rf"(?:being )?implement\w*"
        r"|work (?:has )?(?:started|begun)|(?:case|proceedings|investigation|inquiry) (?:had been |has been |"
        r"was )?(?:opened|started)"
        r"|in hand|in train|commenced|started",
    ),
    (
        "no information",
        r"no information|(?:could|can) ?not be (?:checked|verified|assessed|established|determined)|not (?:been )?"
        r"(?:assessed|verified|verifiable)|unverified",
    ),
    ("repeat deficiency", r"repeat(?:ed)? deficienc(?:y|ies)"),
    ("non-compliant", r"non-?complian(?:t|ce)|not (?:in )?complian(?:t|ce)"),
    ("superseded", r"superseded|overtaken by events|no longer (?:applicable|relevant|required|valid)"),
    (
        "implemented",
        rf"(?:fully |already |entirely )?{_DONE}|closed|(?:full|complete) (?:implementation|achievement|compliance|"
        r"fulfilment|reali[sz]ation)|(?:fully )?compliant|in compliance|discharged",
    ),
    ("noted", r"noted|takes? note"),
    ("accepted", rf"(?:fully |wholly )?{_AGREE}|enjoys? (?:the|its|their|full) support"),
)
# Words that are a verdict when they stand alone in a cell, and anything at all in a sentence.
_ALONE: tuple[tuple[str, str], ...] = (
    ("partly implemented", r"partly|partially|partial|in part|mixed|some progress|amber|half"),
    ("no information", r"unclear|unknown|not examined|not known|n/?k|no data"),
    (
        "not implemented",
        r"no|none|nil|red|fail(?:ed|s|ure)?|ignored|unsatisfactory|nothing|remains?|persists?|still|worse|open|"
        r"pending|never|unchanged",
    ),
    (
        "in progress",
        r"begun|initiated|continuing|partway|active|started|commenced|on track|on schedule|delayed|behind schedule",
    ),
    ("implemented", r"yes|green|complian(?:t|ce)|satisf(?:ied|actory)|observed|adopted|in place|settled|ok|full|fully"),
)
STATUSES = tuple(status for status, _ in _PATTERNS)
ACCEPTANCE = frozenset(
    {"accepted", "accepted in principle", "partly accepted", "rejected", "noted", "no reply", "under consideration"}
)
_ANY = re.compile(
    "|".join(rf"(?P<s{index}>\b(?:{pattern})\b)" for index, (_, pattern) in enumerate(_PATTERNS)), re.IGNORECASE
)
_ALONE_WORDS = tuple((status, re.compile(pattern, re.IGNORECASE)) for status, pattern in _ALONE)
_OPENING_LENGTH = 60


def find_statuses(text: str) -> list[tuple[int, int, str]]:
    """Find words of status in a sentence: start, end and status, in order."""
    return [(match.start(), match.end(), STATUSES[int((match.lastgroup or "s0")[1:])]) for match in _ANY.finditer(text)]


def status_of(cell: str) -> str | None:
    """Map a cell or short phrase to a status.

    Args:
        cell: ``Supported in part``, ``Not implemented``, ``Accepted. Work has begun.``

    Returns:
        The status in the words of :data:`STATUSES`, or ``None`` where the phrase does not open with one.
    """
    found = _ANY.search(cell[:_OPENING_LENGTH])
    if found is None or found.start() > 12 or len(cell[: found.start()].split()) > 2:
        bare = cell.strip(" .;:!()*–—-")
        return next((status for status, pattern in _ALONE_WORDS if pattern.fullmatch(bare)), None)
    return STATUSES[int((found.lastgroup or "s0")[1:])]
