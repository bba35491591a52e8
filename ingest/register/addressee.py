"""To whom a recommendation is addressed, as its text prints it."""

from __future__ import annotations

import re

from ingest.register.addressee_beside import AGENTS, BESIDE
from ingest.register.addressee_name import MADE_AGAIN, clean_subject
from ingest.register.offices import is_actor, is_named, is_office, is_text
from ingest.register.verbs import VERBS

MODAL = r"(?:should|must|shall|needs? to|ought to|is to|are to|has to|have to|will)"
_OPENING = re.compile(
    r"^(?:(?:also\s+)?new:\s+|(?:further|furthermore|moreover|therefore|accordingly|also|finally|in addition),?\s+|"
    r"(?:with|in|by|until|"
    r"where|"
    r"when|if|for|on|at|as|during|after|before|within|under|following|given|pending|to|once|while|"
    r"without)\s[^,:.;]{2,90},"
    r"\s+|(?:in|over|within) the [\w -]{3,30}:\s+|it\s+[^,:.;]{2,40}?\sthat\s+(?=the\s|[A-Z])|"
    r"(?:in|to) [^,:.;]{2,60}?\b(?:opinion|view|mind|judge?ment|assessment)\s+(?=the\s|[A-Z]))",
    re.IGNORECASE,
)
# "We should be obliged if the Superintendent would", "It would be well if", "I should like the school to".
_IF = re.compile(
    r"\bif\s+(?P<subject>(?:the\s+)?[A-Za-z][^,;:.()]{2,70}?)\s+(?:would|could|were\s+to|will|can)\b|"
    r"\b(?:like|want|wish|expects?)\s+(?P<other>the\s+[^,;:.()]{2,70}?)\s+to\s+[a-z]+\b|"
    r"^(?P<might>(?:[Tt]he\s+)?[A-Z][^,;:.()]{2,70}?)\s+(?:might|may)\s+(?:(?:wish|want|like)\s+to|well|consider)\b|"
    r"^(?:[Cc]ould|[Ww]ould|[Ww]ill|[Cc]an)\s+(?P<could>the\s+[A-Z][\w’'-]*(?:\s(?:of|for|and|the|"
    r"[A-Z][\w’'-]*))*)\s+[a-z]+\b"
)
_SUBJECT = re.compile(
    rf"^(?P<subject>(?:[^\s,;:.()]+[ ,]+){{0,13}}?[^\s,;:.()]+),?\s+(?:also\s+|and others\s+|therefore\s+)?{MODAL}\b"
)
_THAT = re.compile(
    r"\b(?:recommend|propose|suggest|advise|request|demand|ask|urge|trust|assume|expect|maintain|insist)(?:s|d|ed|ing|"
    r"ation)?\s+(?:of\s+[^.,;:]{3,40}?\s+)?(?:to [^.,;:]{3,60}\s+)?(?:once again\s+|again\s+|also\s+|therefore\s+|"
    r"further(?:more)?\s+|moreover\s+|now\s+|likewise\s+|\w+ly\s+)*that\s+(?P<subject>[^,;:.()]{3,110}?)\s+"
    r"(?:\w+ly\s+|also\s+|no\s+longer\s+|never\s+|not\s+)?"
    rf"(?:should|must|will|(?:{'|'.join(sorted(VERBS))})s?|takes|be\s+(?:given|instructed|reminded))\b"
)
_THAT_NAMED = re.compile(
    r"\brecommend(?:s|ed|ation)?\s+(?:again\s+)?that\s+(?P<subject>(?:the\s+)?[A-Z][\w'’-]*"
    r"(?:\s+(?:(?:of|for|and|the)\s+)*[A-Z][\w'’-]*)*(?:\s+(?:party|parties|authorities|administration|management|"
    r"government|service|services|board|director|governor|council))?)\s+(?P<verb>[a-z]+)\b"
)
# "The Ombudsman recommends to the Institution that", "directs to the Ministry to prepare": whom it is put to.
_PUT_TO = re.compile(
    r"\b(?:recommend(?:s|ed)?|propose[sd]?|suggest(?:s|ed)?|direct(?:s|ed)?(?:\s+(?:its|this|the)\s+\w+)?|"
    r"addresse[sd]|(?:repeat|reiterate|renew|point)(?:s|ed|d)?(?:\s+out)?|"
    r"puts?\s+(?:the|"
    r"this)\s+\w+(?:\s+again)?)\s+to\s+(?P<subject>(?:the\s+)?[A-Z\[][^,;:.()]{2,80}?)(?:\s+(?:that|to)\b|"
    r",\s(?:an?|the|no|that|to|its|all|at\s+least|\w+ing)\s|"
    r"\s+(?:the|its|our)\s+(?:recommendation|proposal|request|necessity|need|obligation|importance|duty)\b|"
    r",\s[^:]{0,60}:|"
    r",\s[^,:]{2,40},\s+(?:to|that)\b)"
)
# "The repair of the showers is recommended to the Ministry, to be completed by May".
_IS_PUT_TO = re.compile(
    r"\b(?:is|are|be)\s+(?:\w+ly\s+|also\s+)*(?:recommended|proposed|suggested|addressed)\s+to\s+"
    r"(?P<subject>(?:the\s+)?[A-Z\[][^,;:.()]{2,80}?)(?=[,;:.]|\s+(?:that|to|in\s+order|within|by|as|and)\b|$)"
)
# "that the prison administration acquire a van": whatever the verb is, an article or the like behind it tells it.
_THAT_OFFICE = re.compile(
    r"\b(?:recommend|propose|suggest|advise|request|demand|ask|urge)(?:s|ed|ing|ation)?\s+that\s+"
    r"(?P<subject>(?:the|all|both)\s+[^,;:.()]{3,90}?)\s+(?:\w+ly\s+|also\s+|no\s+longer\s+|never\s+|not\s+)?"
    r"(?!(?:staff|personnel|and|or|of|for|in|on|at|with|to|by|from|who|which|that|as|than|when|where|into|within|"
    r"under|be)\b)(?:[a-z]{2,}(?<!s)|[a-z]+ss)\s+(?:(?:for|to|with|on|at|up|out)\s+)?(?:the|an?|all|any|each|every|"
    r"its|their|his|her|no|more|such|them|it|at\s+least|that|whether|what|how)\b"
)
_UPON = re.compile(
    r"\b(?:(?:recommends?|proposes?|suggests?) (?:to )?|leaves? it to |calls? (?:up)?on |invites? |urges? |"
    r"encourages? |asks? |"
    r"requests? |(?:called (?:up)?on|invited|urged|encouraged|asked|requested) )"
    r"(?P<subject>(?:the |all |both )?[^,;:.()]{3,90}?)(?:\s+(?:personally|urgently|formally|again|"
    r"once more))?,? to\s+[a-z]"
)
# "The Commissioner considers transfers" below "It is recommended that:", and "The contractor to repair the lines".
_THIRD = re.compile(
    r"^(?:[Tt]he\s+)?(?P<subject>[^,;:.()]{3,70}?)\s+(?:"
    rf"(?:to|shall)\s+(?:{'|'.join(sorted(VERBS))})\b|(?!(?:request|recommend|suggest|encourage|invite|urge|note))"
    rf"(?:{'|'.join(sorted(VERBS))})e?s\b(?!\s+that\b))"
)
# "... and to the Medical Bureau we recommend that it see whoever is to travel".
_PUT_FIRST = re.compile(
    r"\b[Tt]o\s+(?P<subject>(?:the\s+)?[A-Z][^,;:.()]{2,80}?),?\s+(?:we|I)\s+(?:also\s+|"
    r"therefore\s+)?(?:recommend|propose|"
    r"suggest)\b"
)
_PASSIVE = re.compile(
    r"^(?:the\s+)?(?P<subject>[^,;:.()]{3,90}?)\s+(?:is|are|be)\s+(?:\w+ly\s+|also\s+|hereby\s+|"
    r"again\s+|therefore\s+)*(?:requested|asked|invited|"
    r"urged|called\s+(?:up)?on|required|encouraged|recommended|advised|reminded)\s+(?:to|that|of)\b",
    re.IGNORECASE,
)
# "To the same Board it is recommended to put an end to ...".
_FRONTED = re.compile(
    r"^To\s+(?:the\s+)?(?:same\s+|said\s+)?(?P<subject>[A-Z][^,;:.()]{2,80}?),?\s+(?:it\s+is|is)\s+(?:\w+ly\s+|also\s+|"
    r"therefore\s+)*(?:recommended|proposed|suggested|requested)\b"
)
# "To draw the attention of the director to the need", "The recommendation to the Directorate on reasons is maintained".
_ATTENTION = re.compile(
    r"\b(?:attention\s+of|recommendation\s+to\s+(?=the\s+[A-Z]))\s*(?P<subject>(?:the\s+)?[^,;:.()]{3,90}?)\s+(?:to|on)\b"
)
# "That the Department and the provider publish ...".
_SUBJUNCTIVE = re.compile(
    rf"^[Tt]hat\s+(?:the\s+)?(?P<subject>[^,;:.()]{{3,90}}?)\s+(?:\w+ly\s+|also\s+)?(?:{'|'.join(sorted(VERBS))}|"
    rf"have|be)\b"
)
_TO = re.compile(
    r"^(?:to:?|for:?|addressed to|addressee:?|responsible:?|action:?)\s+(?:the\s+)?(?P<subject>.+)$", re.IGNORECASE
)
_TRAILING = re.compile(
    r"\s*\((?P<to>(?i:addressed to|directed (?:to|at)|for (?:action|implementation) by|for the attention of|"
    r"recommended to|to|for)\s+(?:the\s+)?)?(?P<subject>[A-Z][^()]{2,90})\)\s*[.;,]?$"
)
# "that, in the coming year, the Service develop a strategy": the time is no part of who should act.
_INSERTED = re.compile(r"\bthat,? (?:in|by|within|as|for|during|over|before|until|at|on)\s[^,.;:]{3,60},\s+")
_LEADING = re.compile(r"^(?:To|For|to) (?:the )?(?P<subject>[^:.;]{3,110}):\s")
# "[Officer in charge, Kitito] Cease to keep", "[County Commander; Inspector-General] Put up a notice".
_IN_BRACKETS = re.compile(
    r"^(?:\[(?P<square>(?:[^\[\]]|\[[A-Z]+ \d+\]){3,90})\]|"
    r"(?:\[[A-Z]+\]\s+)?\((?:to|for)\s+(?:the\s+)?(?P<put>\w[^(),]{2,90})(?:,[^()]{2,60})?\)|"
    r"\((?P<round>[A-Z][^()]{2,90})\))\s*[:–—-]?\s+(?=[A-Za-z])"
)
# "Provincial Government: close the storeroom": the office alone before a colon.
_BARE_LEADING = re.compile(r"^(?:The )?(?P<subject>[A-Z][^:.;()]{2,70}):\s(?=[A-Za-z])")
# "We insist before the Prisons Service: a nurse must be present": whom the body turns to.
_TURNS_TO = re.compile(
    r"^(?:We|It|I|The\s[A-Z]\w+)\s+(?:\w+ly\s+)?(?:insists?|appeals?|turns?|calls?|repeats?|says?|states?)\s+(?:again\s+)?"
    r"(?:before|to|on|upon|with)\s+(?:the\s+)?(?P<subject>[A-Z][^:.;()]{2,80}):\s"
)
_LABEL = re.compile(r"^(?:\w+ ){0,2}?recommendations?(?: \(?\w{1,4}\)?)?\s*[:–-]\s*", re.IGNORECASE)
_RESPONSIBLE = re.compile(
    r"^(?:addressees?|addressed to|responsible(?: (?:body|authority|party|person|for action|for implementation))?|"
    r"(?:for|to be) (?:action|implement)(?:ed)?(?:ation)? by|action by|implementing \w+|authority responsible|"
    r"responsibility|lead(?: agency)?|"
    r"owner)\s*:\s*(?:the\s+)?(?P<subject>[A-Z](?:[^.;:]|\bNo\.(?=\s?\d)){2,100}?)\.?$",
    re.IGNORECASE,
)
_BAD_START = re.compile(
    r"^(?:every|each|any|no|this|that|these|there|it|he|she|they|we|i|nobody|a|an|such|in|with|of|for|to|be)\b|"
    r"^(?:before|after|within|at|during|by|on|where|when|whenever|until|once|if)\s",
    re.IGNORECASE,
)
# "Require the facility to repair": the verb commands, and the facility is its object.
_COMMANDED = re.compile(
    rf"(?:{'|'.join(verb.capitalize() for verb in sorted(VERBS))})\s+(?:the|a|an|all|any|each|every|that|its|their)\s"
)
# "instruct prosecutors to inspect": whoever is told to is no subject either.
_ORDERED = re.compile(
    r"(?:instruct|oblige|require|remind|order|authori[sz]e|allow|enable|encourage|urge|see\s+to\s+it\s+that|"
    r"make\s+sure\s+that)\s+[a-z]",
    re.IGNORECASE,
)
# "Head of Residence; 1 May 2025", "Security manager; done": a column of owners and dates.
_DATED = re.compile(
    r"\s*[;,]\s*(?:(?:by|until|from|end of)\s+)?(?:\d{1,2}\s+[A-Z][a-z]+\b|[A-Z][a-z]+\s+\d{4}|\d{4}\b|"
    r"(?i:ongoing|done|completed?|immediate\w*|in place)\b).*$"
)
# "(new; Prosecutor's Office)": when it was made, before whom it is put to.
_MADE_NOW = re.compile(r"^(?:new|repeated|reiterated|renewed|again|urgent|immediate)\s*[;,:–-]\s*", re.IGNORECASE)
_NOBODY = re.compile(r"no (?:further )?actions?\b.*|not applicable|n/?a", re.IGNORECASE)
_PERSON_BEFORE = re.compile(r"(?:(?:Dr|Mr|Ms|Mrs|Prof)\.?\s+)?\[[A-Z]+ \d+\](?:\s*[,;/(–-]\s*)(?=[^\W\d_])")
_WITHIN = (_PUT_FIRST, _PUT_TO, _IS_PUT_TO, _THAT_NAMED, _THAT, _THAT_OFFICE, _UPON, _ATTENTION)
_OF_SENTENCES = (_SUBJUNCTIVE, _FRONTED, *_WITHIN, _PASSIVE, _SUBJECT, _THIRD)
# "To the Prefect (Recommendation 2): ...": the brackets hold the number of what is put to them.
_CITED = re.compile(
    r"\s*[(\[](?:recommendation|rec\.?)\s*(?:no\.?\s*|number\s+)?[A-Z]{0,3}-?\d[\d./]*[)\]](?=\s*(?:[:,]|that\b|to\b|$))",
    re.IGNORECASE,
)


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
    given = text = _CITED.sub("", text, count=1)
    text = re.sub(r"^(?:That\s+(?=[A-Z])|[Tt]hat\s+(?=the\s))", "", _INSERTED.sub("that ", text, count=1))
    bare = _OPENING.sub("", _LABEL.sub("", text, count=1), count=1)
    bare = bare if bare != text and bare[:1].isupper() else bare[:1].upper() + bare[1:] if bare != text else text
    whole = text if re.match(r"[Tt]hat\b", text) else f"that {text}" if text != given else text
    for pattern in _OF_SENTENCES:
        if pattern is _SUBJUNCTIVE:
            found = pattern.match(whole)
        else:
            found = pattern.search(text) if pattern in _WITHIN else pattern.match(bare)
        if found is None:
            continue
        subject = clean_subject(found["subject"])
        if _ORDERED.match(subject):
            continue
        puts = pattern is _THAT_NAMED and " " in subject and found["verb"] in VERBS
        if (
            subject
            and not _BAD_START.match(subject)
            and not _COMMANDED.match(subject)
            and (is_actor(subject) or (pattern is _PASSIVE and is_named(subject)) or puts)
            and not re.search(r"\brecommend", subject)
        ):
            return subject
    wished = _IF.search(text)
    if wished is not None and is_actor(named := clean_subject(wished[wished.lastgroup or 0])):
        return named
    for pattern in AGENTS if agents else BESIDE:
        agents_named = (clean_subject(agent["subject"]) for agent in pattern.finditer(text))
        if (agent := next(filter(is_actor, agents_named), None)) is not None:
            return agent
    return None


def cell_addressee(text: str) -> str | None:
    """Read the office from a cell: ``Ministry of Health, [STAFF 3]``; ``None`` where it is empty or a dash."""
    text = _DATED.sub("", text)
    # "Dr [STAFF 3], Bar Association": the office behind the person.
    name = clean_subject(_PERSON_BEFORE.sub("", text)) if _PERSON_BEFORE.match(text) else clean_subject(text)
    masked = re.fullmatch(r"(?:(?:Dr|Mr|Ms|Mrs|Prof)\.?\s*)?(?:\[[A-Za-z]+ \d+\])?", name)
    return name if re.search(r"[^\W\d_]{2}", name) and masked is None and not _NOBODY.fullmatch(name) else None


def leading_addressee(text: str) -> str | None:
    """Read the addressee that stands before the words: ``To the Ministry of Health: provide a nurse``."""
    text = _CITED.sub("", text, count=1)
    held = _IN_BRACKETS.match(text)
    inside = clean_subject(held["square"] or held["put"] or held["round"]) if held is not None else ""
    if is_office(inside) and not is_text(inside) and not MADE_AGAIN.search(f" ({inside})"):
        return inside
    found = _LEADING.match(text)
    if found is not None and is_office(found["subject"]):
        return clean_subject(found["subject"])
    turned = _TURNS_TO.match(text)
    if turned is not None and is_office(turned["subject"]):
        return clean_subject(turned["subject"])
    bare = _BARE_LEADING.match(text)
    return clean_subject(bare["subject"]) if bare is not None and is_actor(bare["subject"]) else None


def labelled_addressee(qualifier: str | None) -> str | None:
    """Read the addressee from what stands beside the label: ``to HMCTS``, ``Commissioner of Police``."""
    qualifier = _MADE_NOW.sub("", qualifier or "")
    found = _TO.match(qualifier)
    if found is not None:
        return clean_subject(found["subject"])
    return clean_subject(qualifier) if qualifier and is_actor(qualifier) and len(qualifier.split()) <= 12 else None


def responsible_addressee(text: str) -> str | None:
    """Read a line of its own behind a recommendation: ``Responsible: Ministry of Works``."""
    found = _RESPONSIBLE.match(text.strip())
    return clean_subject(found["subject"]) if found is not None and is_office(found["subject"]) else None


def trailing_addressee(text: str) -> tuple[str, int] | None:
    """Find an addressee in brackets at the end (``... at once. (Officer Commanding)``) and where it starts."""
    found = _TRAILING.search(text)
    if found is None or re.search(r"\d", re.sub(r"\[[A-Z]+ \d+\]", "", found["subject"])):
        return None
    masked = re.fullmatch(r"(?:Officer|Commander|Director|Governor|Head|Chief)\b[^()]*\[[A-Z]+ \d+\]", found["subject"])
    named = re.sub(r"^(?:To|For):?\s+(?:the\s+)?", "", found["subject"])
    put = found["to"] is not None
    if not (masked or is_office(named)) or re.match(
        r"(?:see|as|in|paragraph|cf|repeated)\b", found["subject"], re.IGNORECASE
    ):
        return None
    if not put and not text[: found.start()].rstrip().endswith((".", ";", "!")) and not text.rstrip().endswith(")"):
        return None
    return labelled_addressee(found["subject"]) or clean_subject(found["subject"]), found.start()
