"""Words of acceptance and implementation, mapped to one small vocabulary."""

from __future__ import annotations

import re

# The order matters: the first pattern that fits wins, so qualified and negated forms come before plain ones.
_PATTERNS: tuple[tuple[str, str], ...] = (
    (
        "not implemented",
        r"not (?:yet )?(?:been )?(?:implemented|achieved|carried out|done|met|addressed|started|begun)"
        r"|unimplemented|no (?:meaningful )?progress|outstanding",
    ),
    (
        "partly implemented",
        r"(?:partly|partially) (?:implemented|achieved|met|addressed|completed?)"
        r"|(?:implemented|achieved) in part",
    ),
    ("insufficient progress", r"insufficient progress|limited progress"),
    ("reasonable progress", r"reasonable progress"),
    ("good progress", r"good progress"),
    (
        "no reply",
        r"no (?:reply|response|answer|position)|(?:did|do|does|has|have|had) not (?:yet )?(?:reply|replied|"
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
        r"(?:partly|partially) (?:accept\w*|agreed?|support\w*)"
        r"|(?:accept\w*|agreed?|support\w*) (?:only )?(?:in part|partly|partially|with modifications?)",
    ),
    ("accepted in principle", r"(?:accept\w*|agreed?|support\w*) in principle"),
    (
        "rejected",
        r"reject\w*|declin\w*|refused|disagree\w*|not (?:been |be )?(?:accept\w*|agreed?|support\w*)"
        r"|(?:(?:did|do|does) not|cannot|could not|not) (?:\w+ )?(?:enjoy|accept|support|agree)|do(?:es)? not enjoy",
    ),
    (
        "in progress",
        r"in progress|on-?going|under way|underway|in the process of (?:being )?implement\w*|work (?:has )?"
        r"(?:started|begun)|(?:case|proceedings|investigation|inquiry) (?:had been |has been |"
        r"was )?(?:opened|started)"
        r"|in hand|in train",
    ),
    ("implemented", r"(?:fully |already )?implemented|completed?|achieved|carried out|closed|done|fulfilled|addressed"),
    ("noted", r"noted|takes? note"),
    ("accepted", r"(?:fully )?(?:accept(?:s|ed)?|agree[sd]?|support(?:s|ed)?)|enjoys? (?:the|its|their|full) support"),
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
