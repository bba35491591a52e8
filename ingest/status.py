"""Words of acceptance and implementation, mapped to one small vocabulary."""

from __future__ import annotations

import re

# The order matters: the first pattern that fits wins, so qualified and negated forms come before plain ones.
_DONE = (
    r"(?:implemented|achieved|carried out|done|met|addressed|completed?|reali[sz]ed|fulfilled|resolved|delivered|"
    r"actioned|"
    r"followed(?: up)?|executed|rectified|remedied)"
)
_IN_PART = r"(?:partly|partially|partial|largely|mostly|substantially|in part)"
_AGREE = r"(?:accept(?:s|ed|able)?|agree[sd]?|support(?:s|ed)?|concur(?:s|red)?|approve[sd]?)"
_PATTERNS: tuple[tuple[str, str], ...] = (
    ("no meaningful progress", r"no (?:meaningful|significant|real|discernible) progress"),
    (
        "not implemented",
        rf"not (?:yet )?(?:been )?(?:fully )?(?:{_DONE}|started|begun)|un(?:implemented|fulfilled|resolved|"
        rf"achieved|reali[sz]ed)"
        r"|no progress|outstanding|not at all|no (?:change|improvement|action(?: taken)?)|still (?:open|outstanding)",
    ),
    (
        "partly implemented",
        rf"{_IN_PART} {_DONE}|{_DONE} (?:only )?(?:in part|partly|partially)|partial (?:implementation|"
        rf"achievement)|in part\b(?!ic)",
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
        rf"|{_AGREE} (?:only )?(?:in part|partly|partially|with (?:modifications?|reservations?|amendments?))",
    ),
    ("accepted in principle", rf"{_AGREE} in principle"),
    (
        "rejected",
        rf"reject\w*|declin\w*|refus(?:ed|es|al)|disagree\w*|not (?:been |be )?{_AGREE}|non-?accept\w*|unaccept\w*"
        rf"|(?:cannot|can not|could not|will not) be {_AGREE}"
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
    ("repeat deficiency", r"repeat(?:ed)? deficienc(?:y|ies)"),
    ("non-compliant", r"non-?complian(?:t|ce)|not (?:in )?complian(?:t|ce)"),
    ("superseded", r"superseded|overtaken by events|no longer (?:applicable|relevant|required|valid)"),
    ("implemented", rf"(?:fully |already |entirely )?{_DONE}|closed|full (?:implementation|achievement)"),
    ("noted", r"noted|takes? note"),
    ("accepted", rf"(?:fully |wholly )?{_AGREE}|enjoys? (?:the|its|their|full) support"),
)
STATUSES = tuple(status for status, _ in _PATTERNS)
ACCEPTANCE = frozenset(
    {"accepted", "accepted in principle", "partly accepted", "rejected", "noted", "no reply", "under consideration"}
)
_ANY = re.compile(
    "|".join(rf"(?P<s{index}>\b(?:{pattern})\b)" for index, (_, pattern) in enumerate(_PATTERNS)), re.IGNORECASE
)
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
        return None
    return STATUSES[int((found.lastgroup or "s0")[1:])]
