"""To whom a recommendation is addressed, as its text prints it."""

from __future__ import annotations

import re

from ingest.offices import is_actor, is_office
from ingest.verbs import VERBS

_MODAL = r"(?:should|must|shall|needs? to|ought to|is to|are to|has to|have to|will)"
_OPENING = re.compile(
    r"^(?:(?:further|furthermore|moreover|therefore|accordingly|also|finally|in addition),?\s+|(?:with|in|by|until|"
    r"where|"
    r"when|if|for|on|at|as|during|after|before|within|under|following|given|pending|to|once|while|"
    r"without)\s[^,:.;]{2,90},"
    r"\s+)",
    re.IGNORECASE,
)
_AGENT = re.compile(
    r"\b(?:by|at) the (?P<subject>(?:[A-Z][\w'’-]*(?:\s(?:of|for|and|the)\b)*\s?){2,8}|governor|director|centre "
    r"manager|"
    r"prison administration|superintendent|warden|management)(?=[\s.,;:]|$)"
)
# "the comments of the Ministry of Justice", "hearing from the Director": who is to tell.
_TELLER = re.compile(
    r"\b(?:comments|views?|observations|repl(?:y|ies)|responses?|answers?|hearing|position|explanations?|statement) "
    r"(?:of|from|by) the "
    r"(?P<subject>(?:[A-Z][\w'’-]*(?:\s(?:of|for|and|the)\b)*\s?){1,8}|management|director|governor)(?=[\s.,;:]|$)"
)
_SUBJECT = re.compile(
    rf"^(?P<subject>(?:[^\s,;:.()]+[ ,]+){{0,13}}?[^\s,;:.()]+),?\s+(?:also\s+|and others\s+|therefore\s+)?{_MODAL}\b"
)
_THAT = re.compile(
    r"\b(?:recommend|propose|suggest|advise|request|demand|ask|urge|trust|assume|expect)(?:s|d|ed|ing|ation)?\s+(?:to "
    r"[^.,;:]{3,60}\s+)?(?:once again\s+|again\s+|"
    r"strongly\s+)?that\s+(?P<subject>[^,;:.()]{3,110}?)\s+(?:\w+ly\s+|also\s+)?"
    rf"(?:should|must|will|(?:{'|'.join(sorted(VERBS))})s?|takes|be\s+(?:given|instructed|reminded))\b"
)
_THAT_NAMED = re.compile(
    r"\brecommend(?:s|ed|ation)?\s+(?:again\s+)?that\s+(?P<subject>(?:the\s+)?[A-Z][\w'’-]*"
    r"(?:\s+(?:(?:of|for|and|the)\s+)*[A-Z][\w'’-]*)*(?:\s+(?:party|parties|authorities|administration|management|"
    r"government|service|services|board|director|governor|council))?)\s+[a-z]"
)
_UPON = re.compile(
    r"\b(?:(?:recommends?|proposes?|suggests?) (?:to )?|calls? (?:up)?on |invites? |urges? |encourages? |asks? |"
    r"requests? )(?P<subject>(?:the |all |both )?[^,;:.()]{3,90}?),? to\s+[a-z]"
)
# "The Commissioner considers transfers" below "It is recommended that:", and "The contractor to repair the lines".
_THIRD = re.compile(
    r"^(?:[Tt]he\s+)?(?P<subject>[^,;:.()]{3,70}?)\s+(?:"
    rf"(?:to|shall)\s+(?:{'|'.join(sorted(VERBS))})\b|(?!(?:request|recommend|suggest|encourage|invite|urge|note))"
    rf"(?:{'|'.join(sorted(VERBS))})e?s\b)"
)
_PASSIVE = re.compile(
    r"^(?:the\s+)?(?P<subject>[^,;:.()]{3,90}?)\s+(?:is|are|be)\s+(?:\w+ly\s+|also\s+|hereby\s+|"
    r"therefore\s+)*(?:requested|asked|invited|"
    r"urged|called\s+(?:up)?on|required|encouraged|recommended|advised)\s+to\b",
    re.IGNORECASE,
)
# "To draw the attention of the director to the need".
_ATTENTION = re.compile(r"\battention\s+of\s+(?P<subject>(?:the\s+)?[^,;:.()]{3,90}?)\s+to\b")
# "That the Department and the provider publish ...".
_SUBJUNCTIVE = re.compile(
    rf"^[Tt]hat\s+(?:the\s+)?(?P<subject>[^,;:.()]{{3,90}}?)\s+(?:\w+ly\s+|also\s+)?(?:{'|'.join(sorted(VERBS))}|"
    rf"have|be)\b"
)
_TO = re.compile(
    r"^(?:to|for|addressed to|addressee:?|responsible:?|action:?)\s+(?:the\s+)?(?P<subject>.+)$", re.IGNORECASE
)
_GROUP = re.compile(
    r"^(?:[\W\d]*(?:(?:key|main|our|urgent|immediate)\s+)?(?:recommendations?|requirements?|proposals?|requests?|"
    r"asks?)\s+)?"
    r"(?:(?:addressed|directed|made)\s+)?(?:to|for)(?:\s+be\s+action(?:ed)?\s+by:?)?\s+"
    r"(?:the\s+)?(?P<subject>(?!improvement|information|comment|action\b)[A-Z][^.;]{2,100}?):?$",
    re.IGNORECASE,
)
_TRAILING = re.compile(r"\s*\((?P<subject>[A-Z][^()]{2,90})\)\s*\.?$")
_ADDRESSED_TO = re.compile(
    r"\brecommendations?\b[^.:;]{0,60}?\b(?:to|for)\s+(?:the\s+)?(?P<subject>[A-Z][^.:;]{2,100}?)\s*[.:]?$"
)
_ASKED = re.compile(
    r"\b(?:recommend(?:s|ed)?|call(?:s|ed)? (?:up)?on|urges?|asks?|invites?|requests?)\s+(?:that\s+|to\s+)?(?:the\s+)?"
    r"(?P<subject>[A-Z][^.:;,]{2,90}?|(?:prison|police|competent|national|relevant|responsible|penitentiary) "
    r"[^.:;,]{2,60}?|management|authorities)(?:,? (?:to|should|must))?\s*:$"
)
_OBLIGED = re.compile(
    rf"^(?:[Tt]he\s+)?(?P<subject>[A-Z][^.:;,]{{2,90}}?),?\s+{_MODAL}"
    r"(?:\s+(?:therefore|also|in particular|take steps to|take the following \w+|ensure(?: that)?))*\s*:$"
)
# "that, in the coming year, the Service develop a strategy": the time is no part of who should act.
_INSERTED = re.compile(r"\bthat,? (?:in|by|within|as|for|during|over|before|until|at|on)\s[^,.;:]{3,60},\s+")
_LEADING = re.compile(r"^(?:To|For) (?:the )?(?P<subject>[^:.;]{3,110}):\s")
# "Provincial Government: close the storeroom": the office alone before a colon.
_BARE_LEADING = re.compile(r"^(?:The )?(?P<subject>[A-Z][^:.;()]{2,70}):\s(?=[A-Za-z])")
_LABEL = re.compile(r"^(?:\w+ ){0,2}?recommendations?(?: \(?\w{1,4}\)?)?\s*[:–-]\s*", re.IGNORECASE)
_RESPONSIBLE = re.compile(
    r"^(?:addressees?|addressed to|responsible(?: (?:body|authority|party|person|for action|for implementation))?|"
    r"(?:for|to be) (?:action|implement)(?:ed)?(?:ation)? by|action by|implementing \w+|authority responsible|"
    r"responsibility|lead(?: agency)?|"
    r"owner)\s*:\s*(?:the\s+)?(?P<subject>[A-Z](?:[^.;:]|\bNo\.(?=\s?\d)){2,100}?)\.?$",
    re.IGNORECASE,
)
_OFFICE_HEADING = re.compile(
    r"^(?:\W*(?:\d{1,2}(?:\.\d+)*|[A-Z]|[IVXivx]{1,5})[.)]?\s+)?(?:[Tt]he\s+)?(?P<subject>(?:Ministry|Minister|"
    r"Directors?|"
    r"Director[- ]General|Directorate|Governors?|Government|Parliament|Department of|Commissioner|Chief Constable|"
    r"Prosecutor|(?:Prison|Police|Probation|Correctional|Border|Immigration) (?:Service|Administration|Authority|"
    r"Department|Board|management)|State|States|Secretary|Superintendent|Warden|Management|Health Service|"
    r"Health Board|Local authorit(?:y|ies)|Municipality|(?:[A-Z][\w’'-]+\s){0,3}(?:Commander|Commandant|Chief|Head|"
    r"Officer[- ]in[- ]Charge|President|Mayor|Prefect|Voivode|Attorney|Commissioner|Director|Minister|Manager|"
    r"Administrator|Chairperson|Chairman|Council|Government|Ministry|Authority|Agency)\b(?=\s(?:of|for|in)\b|$)|"
    r"Congress|Cabinet|Legislature|Council of)\b[^.:;?!]{0,70}):?$"
)
# "To the Director (repeated)": the brackets speak of the recommendation, not of who should act.
_MADE_AGAIN = re.compile(
    r"\s*[(\[](?:repeat(?:ed)?|new|reiterated|again|urgent|immediate|partly|in part|[,; ])+(?: "
    r"recommendation)?[)\]]$",
    re.IGNORECASE,
)
# "To the Ministry it recommends:".
_ASKS_BEHIND = re.compile(
    r",?\s(?:it|we|I|(?:the )?[A-Z][\w’'-]*)\s(?:also\s|further\s)?(?:recommends?|asks?|proposes?|requests?|urges?|"
    r"suggests?)(?: that)?$"
)
# "Action: Prisons Service; Timeline: 6 months".
_TERM = re.compile(r"[;,]\s*(?:time\w*|deadlines?|due|by|within|terms?|priority|when|date|status)\b.*$", re.IGNORECASE)
_BAD_START = re.compile(
    r"^(?:every|each|any|no|this|that|these|there|it|he|she|they|we|nobody|a|an|such|in|with|of|for|to|be)\b",
    re.IGNORECASE,
)
# "Require the facility to repair": the verb commands, and the facility is its object.
_COMMANDED = re.compile(
    rf"(?:{'|'.join(verb.capitalize() for verb in sorted(VERBS))})\s+(?:the|a|an|all|any|each|every|that|its|their)\s"
)
_PERSON_BEFORE = re.compile(r"(?:(?:Dr|Mr|Ms|Mrs|Prof)\.?\s+)?\[[A-Z]+ \d+\](?:\s*[,;/(–-]\s*)(?=[A-Z])")
# "To Health New Zealand": a heading that is a proper name from its first word to its last.
_NAMED_GROUP = re.compile(
    r"^(?:\W*(?:\d{1,2}(?:\.\d+)*|[A-Z]|[IVXivx]{1,5})[.)]?\s+)?(?:To|For)\s+(?:the\s+)?"
    r"(?P<subject>[A-Z][\w’'-]*(?:\s(?:(?:of|for|and|the|&)\s){0,2}[A-Z][\w’'-]*){1,8}):?$"
)
# "Until then the Service should": when, not who.
_WHEN = re.compile(
    r"^(?:until then|meanwhile|in the meantime|from now on|in future|from today|as of now|at present|for now|moreover|"
    r"therefore|furthermore|in addition|finally|also|here too|thereafter|after that),?\s+(?:the\s+)?(?=[A-Z]|"
    r"\w+ should)",
    re.IGNORECASE,
)
_LONGEST = 100
_LONGEST_ACRONYM = 5
_SMALL = frozenset({"of", "for", "the", "and"})


def subject_addressee(text: str, *, agents: bool = True) -> str | None:
    """Read the addressee from the sentence itself.

    Args:
        text: a recommendation without its label: ``The Governor should ...``, ``We recommend that the Service ...``.
        agents: take an office that the sentence names beside its subject where nothing better tells: ``a box whose
            key is held by the Prosecutor``.

    Returns:
        The addressee without its article, as printed; ``None`` where the subject is not an authority
        (``Every cell should ...``) or the sentence has none (``Close the cells``).
    """
    given = text
    text = re.sub(r"^(?:That\s+(?=[A-Z])|[Tt]hat\s+(?=the\s))", "", _INSERTED.sub("that ", text, count=1))
    bare = _OPENING.sub("", _LABEL.sub("", text, count=1), count=1)
    bare = bare if bare != text and bare[:1].isupper() else bare[:1].upper() + bare[1:] if bare != text else text
    whole = text if re.match(r"[Tt]hat\b", text) else f"that {text}" if text != given else text
    for pattern in (_SUBJUNCTIVE, _THAT_NAMED, _THAT, _UPON, _ATTENTION, _PASSIVE, _SUBJECT, _THIRD):
        if pattern is _SUBJUNCTIVE:
            found = pattern.match(whole)
        else:
            found = pattern.search(text) if pattern in (_THAT, _THAT_NAMED, _UPON, _ATTENTION) else pattern.match(bare)
        if found is None:
            continue
        subject = _clean(found["subject"])
        if (
            subject
            and not _BAD_START.match(subject)
            and not _COMMANDED.match(subject)
            and is_actor(subject)
            and not re.search(r"\brecommend", subject)
        ):
            return subject
    for pattern in (_TELLER, _AGENT) if agents else (_TELLER,):
        agent = pattern.search(text)
        if agent is not None and is_actor(_clean(agent["subject"])):
            return _clean(agent["subject"])
    return None


def cell_addressee(text: str) -> str | None:
    """Read the office from a cell: ``Ministry of Health, [STAFF 3]``; ``None`` where it is empty or a dash."""
    # "Dr [STAFF 3], Bar Association": the office behind the person.
    name = _clean(_PERSON_BEFORE.sub("", text)) if _PERSON_BEFORE.match(text) else _clean(text)
    masked = re.fullmatch(r"(?:(?:Dr|Mr|Ms|Mrs|Prof)\.?\s*)?(?:\[[A-Za-z]+ \d+\])?", name)
    return name if re.search(r"\w", name) and masked is None else None


def leading_addressee(text: str) -> str | None:
    """Read the addressee that stands before the words: ``To the Ministry of Health: provide a nurse``."""
    found = _LEADING.match(text)
    if found is not None and is_office(found["subject"]):
        return _clean(found["subject"])
    bare = _BARE_LEADING.match(text)
    return _clean(bare["subject"]) if bare is not None and is_actor(bare["subject"]) else None


def labelled_addressee(qualifier: str | None) -> str | None:
    """Read the addressee from what stands beside the label: ``to HMCTS``, ``Commissioner of Police``."""
    if not qualifier:
        return None
    found = _TO.match(qualifier)
    if found is not None:
        return _clean(found["subject"])
    return _clean(qualifier) if is_office(qualifier) and len(qualifier.split()) <= 12 else None


def group_addressee(text: str) -> str | None:
    """Read the addressee of a group of recommendations from a heading or line: ``To the Director:``."""
    found = _GROUP.match(text.strip())
    if found is None or not is_office(found["subject"]) or found["subject"].split()[0].lower() in VERBS:
        # "To ensure that prisoners can call the office" names no addressee.
        return None
    return _clean(found["subject"])


def heading_addressee(text: str) -> str | None:
    """Read the addressee from a heading below ``Recommendations``: ``To the Director``, or the office alone."""
    found = _OFFICE_HEADING.match(text.strip()) or _NAMED_GROUP.match(text.strip())
    if found is not None and found["subject"].split()[0].lower() in VERBS:
        found = None
    return group_addressee(text) or (_clean(found["subject"]) if found is not None else None)


def introduced_addressee(text: str) -> str | None:
    """Read the addressee of what follows from the sentence that introduces it.

    Args:
        text: a paragraph: ``The following recommendations are addressed to the Governor:``, ``The Committee recommends
            that the Prison Service:``, ``The Governor should:``.

    Returns:
        The addressee as printed, or ``None`` where the sentence names no authority.
    """
    for pattern in (_ADDRESSED_TO, _ASKED, _OBLIGED):
        found = pattern.search(text.strip())
        if found is None or re.search(r"\brecommend", found["subject"]):
            continue
        # "We recommend that Rāwiri House:" names whom it asks whatever its name is.
        if is_office(found["subject"]) or (pattern is _ASKED and len(found["subject"].split()) <= 6):
            return _clean(found["subject"])
    return None


def obliges_list(text: str) -> bool:
    """Say whether a paragraph only opens a list of what an office should do: ``The Governor should:``."""
    found = _OBLIGED.match(text.strip())
    return found is not None and is_office(found["subject"])


def responsible_addressee(text: str) -> str | None:
    """Read a line of its own behind a recommendation: ``Responsible: Ministry of Works``."""
    found = _RESPONSIBLE.match(text.strip())
    return _clean(found["subject"]) if found is not None and is_office(found["subject"]) else None


def trailing_addressee(text: str) -> tuple[str, int] | None:
    """Find an addressee in brackets at the end (``... at once. (Officer Commanding)``) and where it starts."""
    found = _TRAILING.search(text)
    if found is None or re.search(r"\d", re.sub(r"\[[A-Z]+ \d+\]", "", found["subject"])):
        return None
    masked = re.fullmatch(r"(?:Officer|Commander|Director|Governor|Head|Chief)\b[^()]*\[[A-Z]+ \d+\]", found["subject"])
    if not (masked or is_office(found["subject"])) or re.match(
        r"(?:see|as|in|paragraph|cf|repeated)\b", found["subject"], re.IGNORECASE
    ):
        return None
    if not text[: found.start()].rstrip().endswith((".", ";", "!")) and not text.rstrip().endswith(")"):
        return None
    return labelled_addressee(found["subject"]) or _clean(found["subject"]), found.start()


def _clean(subject: str) -> str:
    subject = re.sub(r"\s+", " ", subject).strip(" ,;:.")
    subject = _WHEN.sub("", subject)
    subject = re.sub(r"^(?:both the|all the|the|both|all)\s+", "", subject, flags=re.IGNORECASE)
    subject = _ASKS_BEHIND.sub("", subject)
    subject = _MADE_AGAIN.sub("", _TERM.sub("", subject))
    subject = (
        re.sub(r"(?:,|\s[-–])?(?:\s(?:Dr|Mr|Ms|Mrs)\.?)?\s*\[[A-Z]+ \d+\](?:,.*)?$|^[Ww]e (?=[A-Z])", "", subject)
        or subject
    )
    if subject.isupper() and any(len(word) > _LONGEST_ACRONYM for word in subject.split()):
        subject = " ".join(word if word.lower() in _SMALL else word.capitalize() for word in subject.split())
    return subject[:_LONGEST]
