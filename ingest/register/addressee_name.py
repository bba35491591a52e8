"""The name of an addressee as printed, without what else stands around it."""

from __future__ import annotations

import re

# "To the Director (repeated)": the brackets speak of the recommendation, not of who should act.
MADE_AGAIN = re.compile(
    r"\s*[(\[](?:repeat(?:ed)?|new|reiterated|again|urgent|immediate|partly|in part|[,; ])+(?: "
    r"recommendation)?[)\]]$",
    re.IGNORECASE,
)
_AGAIN_BEHIND = re.compile(
    r"\s*[;,–—-]\s*(?:(?:is\s+)?(?:repeated|reiterated|renewed|new|again|urgent|for the (?:first|second|third|"
    r"\w+th) time|"
    r"(?:first|second|third) time|made (?:again|before|anew)|as before)\b[^;]*)$",
    re.IGNORECASE,
)
# "To the Ministry it recommends:".
_ASKS_BEHIND = re.compile(
    r",?\s(?:it|we|I|(?:the )?[A-Z][\w’'-]*)\s(?:also\s|further\s)?(?:recommends?|asks?|proposes?|requests?|urges?|"
    r"suggests?)(?: that)?$"
)
# "To the Ministries of Justice and of Health, jointly:".
_JOINTLY = re.compile(r",?\s(?:jointly|together|acting together|in cooperation|each|respectively)$")
_SEVERAL_OF = re.compile(
    r"(?P<what>Ministries|Ministers|Departments|Directorates|Secretaries)\s+(?:of|"
    r"for)\s+(?:the\s+)?(?P<first>[A-Z][\w ’'-]*?)"
    r"\s+and\s+(?:of|for)\s+(?:the\s+)?(?P<second>[A-Z][\w ’'-]*)"
)
_ONE_OF = {"Ministries": "Ministry", "Secretaries": "Secretary"}
# "Action: Prisons Service; Timeline: 6 months".
_TERM = re.compile(
    r"[;,]\s*(?:time\w*|deadlines?|due|by|within|terms?|"
    r"priority|when|date|status|urgent(?:ly)?|immediate(?:ly)?|at once|with the)\b.*$",
    re.IGNORECASE,
)
# "Until then the Service should": when, not who.
_WHEN = re.compile(
    r"^(?:until then|meanwhile|in the meantime|from now on|in future|from today|as of now|at present|for now|"
    r"moreover|"
    r"therefore|furthermore|in addition|finally|also|here too|thereafter|after that),?\s+(?:the\s+)?(?=[A-Z]|"
    r"\w+ should)",
    re.IGNORECASE,
)
# "the region, as the founder of the home": in which of its parts.
_AS_WHAT = re.compile(r",\s(?:as (?:the|an?|its)|in (?:its|his|her|their) capacity)\s.*$")
_LONGEST = 100
_LONGEST_ACRONYM = 5
_SMALL = frozenset({"of", "for", "the", "and"})


def clean_subject(subject: str) -> str:
    """Return a name as printed without article, person, term and what else stands around it."""
    subject = re.sub(r"\s+", " ", subject).strip(" ,;:.")
    subject = subject.removesuffix("]") if "[" not in subject else subject
    subject = _WHEN.sub("", subject)
    subject = re.sub(r"^(?:both the|all the|the|both|all)\s+", "", subject, flags=re.IGNORECASE)
    subject = _JOINTLY.sub("", _ASKS_BEHIND.sub("", subject))
    several = _SEVERAL_OF.fullmatch(subject)
    if several is not None:
        one = _ONE_OF.get(several["what"], several["what"].removesuffix("s"))
        return f"{one} of {several['first']}, {one} of {several['second']}"
    subject = _AGAIN_BEHIND.sub("", subject)
    subject = MADE_AGAIN.sub("", _TERM.sub("", _AS_WHAT.sub("", subject)))
    subject = (
        re.sub(r"(?:,|\s[-–])?(?:\s(?:Dr|Mr|Ms|Mrs)\.?)?\s*\[[A-Z]+ \d+\](?:,.*)?$|^[Ww]e (?=[A-Z])", "", subject)
        or subject
    )
    if subject.isupper() and any(len(word) > _LONGEST_ACRONYM for word in subject.split()):
        subject = " ".join(word if word.lower() in _SMALL else word.capitalize() for word in subject.split())
    return re.sub(r"\s(?:of|for|and|in|the)$", "", subject[:_LONGEST])
