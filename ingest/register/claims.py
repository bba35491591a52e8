"""What the reply of an authority claims: a decision, a promise, a deed, or none of them."""

from __future__ import annotations

import re

from ingest.register.implied import implied_claim
from ingest.register.sentence import sentence_spans
from ingest.register.status import ACCEPTANCE, find_statuses, status_of
from ingest.register.status_reader import REPLIES, read_status

# "is kept in a locked cabinet since May", "has been closed": what the authority says it has done.
_HAS_DONE = re.compile(
    r"\b(?:have|has) (?:already |now |since |recently )?been\b(?! (?:\w+ly )?(?:considered|asked|told|discussed|"
    r"noted|"
    r"sought|requested|ordered|commissioned|applied|advertised|tendered|scheduled|planned|submitted|proposed|"
    r"budgeted))|"
    r"\b(?:have|has) (?:already|now|since|recently) \w+(?:ed|pt|ut|wn|en|ght|ade|one|et)\b|"
    r"\b(?:is|are) (?:now )?\w+(?:ed|pt|ut|wn|en)\b[^.]*\bsince\b|\bin (?:use|force|operation|service|place) since\b|"
    r"\b(?:has|have) (?:since )?(?:ceased|ended|stopped)\b|\b(?:is|are) no longer\b|\btook place\b|\b(?:is|are) "
    r"now\b|"
    r"\b(?:is|are) (?:possible|allowed|permitted|available|open|in place|given|made)\b[^.]{0,30}\b(?:from now on|"
    r"now|again|as of)\b|"
    r"\bhave been out of\b|\b(?:was|were) (?:\w+ly )?\w+(?:ed|pt|ut|wn|en|ght|ilt|aid|ade)\b[^.]*"
    r"\b(?:in|on|since|by) (?:\d{1,2} )?"
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)\b|"
    r"^(?:[A-Z][\w’'-]*\s+)(?:(?!(?:was|were|is|are|had|has|been|who|which|that)\b)[\w’'-]+\s+){0,4}?\w+(?:ed|"
    r"wn|ght|ilt)\s+(?:on|in|since)\s+(?:\d|[A-Z])|"
    r"\bSince (?:\d{1,2} )?(?:January|February|March|April|May|June|July|August|September|October|November|December|"
    r"\d{4}|\[)",
)
_WILL = re.compile(
    # A cell of one word.
    r"^(?:ordered|requested|budgeted|tendered|commissioned|advertised|scheduled)\W*$|"
    r"\b(?:will|shall|undertakes? to|commits? (?:itself |themselves |ourselves )?to|(?:is|are) committed to|"
    r"intends? to|"
    r"(?:has|have) (?:undertaken|committed|agreed|ordered|instructed|asked|applied|tendered|budgeted)|plans? to|"
    r"(?:is|are) to be|(?:has|have) been (?:\w+ly )?(?:ordered|sought|advertised|submitted|applied|commissioned|"
    r"budgeted|tendered|requested|scheduled)|by the end of|"
    r"(?:is|are) being)\b",
    re.IGNORECASE,
)
# "we cannot move the unit", and no decision in so many words.
_CANNOT = re.compile(
    r"\b(?:we|I|the\s+\w+|it|this)\s+(?:therefore\s+)?(?:cannot|can\s+not|will\s+not|is\s+unable\s+to|"
    r"are\s+unable\s+to)\b",
    re.IGNORECASE,
)
# A reason instead of a decision: "The fleet does not permit it", "This is for the courts".
_DECLINES = re.compile(
    r"\b(?:cannot|can\s+not|could\s+not|will\s+not|would\s+not)\s+(?!(?:only|but)\b)\w+|\b(?:unable|"
    r"not\s+able)\s+to\b|"
    r"\b(?:has|have|had|was|were)\s+not\s+been\s+(?:adopted|followed|taken\s+over)\b|\b(?:does|do)\s+not\s+"
    r"(?:permit|allow|intend|plan|propose|share|consider)\b|\b(?:is|are)\s+bound\s+by\b|\bleaves?\s+(?:this|it|"
    r"that)\s+to\b|"
    r"\b(?:is|are|remains?)\s+(?:a\s+matter\s+)?for\s+the\s+(?:\w+\s+)?(?:courts?|judges?|prosecutors?|legislator|"
    r"legislature|parliament|doctors?)\b|\bmust\s+(?:remain\s+)?(?:be\s+)?able\s+to\b|\bno\s+\w+\s+(?:is|"
    r"are)\s+(?:being\s+)?"
    r"(?:considered|planned|envisaged|foreseen|intended)\b|\b(?:is|are)\s+(?:\w+ly\s+)?(?:needed|required|"
    r"necessary)\s+for\s+the\s+"
    r"(?:protection|safety|security|order)\b|,?\s+but\s+not\s+(?!only\b)|\bis\s+not\s+(?:considered|thought|"
    r"believed)\s+that\b|\bfound\s+no\s+\w+|"
    # "The stationing of a nurse is difficult in view of the number of personnel", "the kitchen requires a budget".
    r"\b(?:is|are|remains?|would\s+be)\s+(?:\w+ly\s+)?difficult\b[^.;]{0,12}\b(?:in\s+view|because|owing|given|due|for|"
    r"with|at\s+present)\b|\b(?:is|are|remains?|would\s+be)\s+(?:\w+ly\s+)?difficult\s+to\s+(?:respond|comply|implement|meet|accept|"
    r"accommodate|agree|adopt|follow|realise|realize|carry|satisfy|grant|act|provide|allow)\b|\brequires?\s+(?:a\s+|an\s+)?(?:further\s+|additional\s+)?(?:budget|funds|funding)\b|"
    # "It lacks the posts", "For protection they must go on serving", "we consider supervision by camera sufficient".
    r"\black(?:s|ing)?\s+(?:the\s+|sufficient\s+|enough\s+|any\s+)(?:necessary\s+|required\s+)?(?:posts?|staff|means|money|"
    r"funds|resources|personnel|budget|space|room|doctors|nurses|vehicles)\b|\b(?:must|will\s+have\s+to)\s+(?:go\s+on|"
    r"continue|stay\s+in)\b|\b(?:consider|regard|deem|find|think|hold)s?\b[^.;]{3,80}\b(?:sufficient|adequate|enough)\b",
    re.IGNORECASE,
)
# "We accept to review the files, but it is not possible in three months": what is taken back in the same breath.
_BUT = re.compile(
    r",?\s(?:but|however|although|though|yet|except|save|whereas)\b[^.;]*\b(?:not|cannot|no|unable|impossible|refus\w+|"
    r"declin\w+|reject\w*|depends?)\b|[^.;]\b(?:except|with the exception|save)\s(?:for|that|of|as)\b",
    re.IGNORECASE,
)
# "It accepts that a decision is needed. It does not, however, accept that the room be given up."
_WE = r"(?:it|we|I|they|the\s+[\w ]{2,40}?)"
_NOT, _TAKE = r"(?:do(?:es)?\s+not|cannot)", r"(?:accept|agree|share|follow|support)"
_NOT_ALL = re.compile(
    rf"(?:However|But|Nevertheless|On\s+the\s+other\s+hand),?\s+{_WE}\s+{_NOT}\s+{_TAKE}\b|"
    rf"{_WE}\s+{_NOT}(?:,?\s+(?:however|though),?\s+{_TAKE}|\s+{_TAKE},?\s+(?:however|though))\b",
    re.IGNORECASE,
)
# "On such nights three cannot be observed. Save for these, nobody is added.", and what only a condition declines.
_OTHERWISE = re.compile(r"(?:^|[.;]\s+)(?:Save|Except|Apart|Otherwise|(?:In|On|At)\s+(?:all\s+)?other)\b")
_CONDITION = re.compile(r"(?:Without|Unless|If|Until|Where)\b")
_FUTURE = re.compile(r"\b(?:will|shall|(?:is|are)\s+to)\s+\w+[^.]*\b20\d\d\b")
# "The Minister wrote to all directors in this sense on 20 January".
_DEED = re.compile(
    r"^(?:The|Our|An?|We|I)\s[^,;.]{2,60}?\b(?:\w{3,}ed|wrote|sent|gave|held|met|took|put|built|bought|"
    r"had)\b[^.]*\b(?:on|in|since)\s"
    r"(?:\d{1,2}\s)?(?:January|February|March|April|May|June|July|August|September|October|November|December)\b"
)
# "It has been passed to the Ministry of Health, which is competent": nobody has done or promised anything yet.
_PASSED_ON = re.compile(
    r"\b(?:(?:has|have) been|was|were|is|are)\s+(?:\w+ly\s+)?(?:passed(?:\s+on)?|forwarded|transmitted|communicated|"
    r"relayed|handed\s+on|brought\s+to\s+the\s+(?:attention|notice)\s+of)\s+(?:on\s+)?(?:to\s+)?the\s+(?:competent\b|"
    r"responsible\b|[A-Z])",
)
# "The old man, [RELATIVE 1], accepted them": no authority decides there.
_BY_PERSON = re.compile(
    r"(?:\[(?:PERSON|DETAINEE|PATIENT|RESIDENT|RELATIVE|CHILD|PRISONER|INMATE)[A-Z ]*\d*\],?|"
    r"\b[Tt]he\s+(?:\w+\s+)?(?:man|woman|family|prisoner|patient|boy|girl|mother|father|widow|relatives?))\s+(?:has\s+|had\s+|have\s+)?"
    r"(?:accept|agree|refuse|declin|reject)\w*\b(?!\s+(?:this|the|your|that)\s+(?:recommendation|proposal))"
)
# "(b) has been attended to", "GV-2: it is retained": in a few words and no word of status.
_SETTLED = (
    (
        "implemented",
        re.compile(
            r"^\W*(?:(?:this|that|it|the\s+(?:matter|point|item))\s+)?(?:has|"
            r"have)\s+(?:\w+\s+)?been\s+(?:attended|seen)\s+to\b",
            re.IGNORECASE,
        ),
    ),
    ("accepted", re.compile(r"^\W*(?:(?:this|that|it)\s+)?(?:is|was|has\s+been)\s+retained\b", re.IGNORECASE)),
    (
        "partly accepted",
        # "I can go along with you half of the way"
        re.compile(
            r"\b(?:go|went|come|meet|met|follow)\w*\b[^.;]{0,30}\b(?:half[\s-]*way|(?:half|part|some)\s+(?:of\s+)?the\s+way)\b"
        ),
    ),
    (
        "partly accepted",
        re.compile(
            r"\bcan\s+(?:only\s+)?be\s+(?:\w+ed|met|done|carried out)\s+(?:only\s+)?(?:in part|partly|partially)\b"
        ),
    ),
)
_SENDS = re.compile(r"\b(?:attached|enclosed|annexed|appended)\b", re.IGNORECASE)
_LOST = re.compile(
    r"\b(?:lost|not available|cannot be|missing|no longer exists?)\b|^an? (?:summary|extract|excerpt)\b", re.IGNORECASE
)
# "Noted. The Government has no plan to legislate": what follows shows that nothing will be done.
_BUT_NOT = re.compile(
    r"\b(?:no plans?|no intention|not (?:intend|plan|propose|consider|necessary|needed|feasible|possible|justified|"
    r"proceed)|(?:already|current(?:ly)?|existing|present)\b[^.]{0,60}\b(?:sufficient|adequate|appropriate|suffices?|"
    r"meets?|provides?|allows?)|cannot|no (?:need|change|further action))\b",
    re.IGNORECASE,
)
# "Ad 3. ...", "On R1. ...": which recommendation is answered, before the answer.
_REFERENCE = re.compile(
    r"^\W*(?:(?:on|ad|re|to|as\s+to|regarding|concerning)\s+)?(?:(?:your\s+|the\s+)?(?:recommendations?|rec\.?|points?|proposals?|items?|"
    r"questions?|requests?)\s+)?(?:[A-Z]{1,3}-?\d{1,3}|(?<=[a-z.]\s)\d{1,3})(?:\.\d{1,3})*[.:)]\s+",
    re.IGNORECASE,
)
# "..., and the practice will not be repeated": a promise, and no refusal.
_NO_MORE = re.compile(
    r"(?:,?\s+and)?\s+(?:it|this|that|the\s+[\w ]{3,40}?)\s+(?:will|shall|should)\s+not\s+(?:be\s+repeated|recur|"
    r"(?:happen|occur)\s+again)(?=\W*(?:$|\.))",
    re.IGNORECASE,
)
_TOPIC_WORDS = 3
_ALONE = re.compile(r"\W*(?:[\w-]+\s+){0,3}[\w-]+[.!]")
_SUBJECT = re.compile(
    r"(?:the|this|these|our|your|its|both|all)\s+(?:[\w’'-]+\s+){0,3}?(?:recommendations?|proposals?|measures?|"
    r"suggestions?|"
    r"requests?|requirements?|part|point)\b|(?:it|this|that|we|I)\b",
    re.IGNORECASE,
)
_SPEAKS = re.compile(
    r"(?:the\s+)?(?P<name>(?:[\w’'-]+\s+){1,8}?)(?:(?:has|have|had|does|do|did|will|can|cannot|fully|also|therefore|"
    r"partly|partially|now|not|only)\s+)*(?:accept|agree|reject|support|share|note|decline|refuse|disagree|concur|"
    r"endorse|consider|intend|plan|see|welcome|recogni[sz]e|acknowledge|regard|find|dispute)\w*\b",
    re.IGNORECASE,
)


def decision_in(text: str) -> str | None:
    """Return the decision with which a reply opens, or else that of its first sentence about the recommendation.

    Args:
        text: the words of the authority, without ``Response:``.

    Returns:
        One of ``ingest.register.status.STATUSES``, ``None`` where the opening decides nothing.
    """
    opening = status_of(text)
    spans = list(sentence_spans(text))
    first_said = {status for first, last in spans[:1] for _, _, status in find_statuses(text[first:last])}
    if opening == "accepted" and "partly accepted" in first_said:
        return "partly accepted"  # "We agree with the aim and accept the recommendation in part"
    if opening == "noted" and any(_BUT_NOT.search(text[first:last]) for first, last in spans):
        return "rejected"
    if opening is not None:
        return opening
    for first, last in spans[:1]:
        found = [status for _, _, status in find_statuses(text[first:last])]
        about = _SUBJECT.match(text) or _SPEAKS.match(text)
        return next((status for status in found if about or status in ACCEPTANCE), None)
    return None


def claimed_in(text: str, *, promises: bool = True) -> str | None:
    """Return what a reply in running text claims.

    Args:
        text: the words of the authority.
        promises: take what it says it has done for ``implemented`` and what it will do for ``accepted``.

    Returns:
        The decision, wherever in the text it stands; else the state of implementation; what the trained reader takes
        it for where no rule knows its words; ``None`` where it only tells.
    """
    text = _NO_MORE.sub("", _REFERENCE.sub("", text, count=1))
    claimed = _by_rules(text, promises=promises)
    return read_status(text, REPLIES) if claimed is None and promises else claimed


def _by_rules(text: str, *, promises: bool) -> str | None:
    settled = next((status for status, words in _SETTLED if words.search(text)), None) if promises else None
    if settled is not None:
        return settled
    claimed = _claimed(text, promises=promises)
    if promises and claimed in (None, "implemented", "noted") and _PASSED_ON.search(text):
        return "under consideration"
    if promises and claimed == "planned":
        claimed = "accepted"
    if promises and claimed == "accepted" and _BUT.search(next((text[a:b] for a, b in sentence_spans(text)), "")):
        return "partly accepted"
    if promises and claimed == "accepted" and any(_NOT_ALL.match(text[a:b]) for a, b in [*sentence_spans(text)][1:]):
        return "partly accepted"
    if not promises or claimed not in (None, "rejected", "not implemented", "accepted", "implemented", "in progress"):
        return claimed
    if status_of(text) in ACCEPTANCE and status_of(text) != "noted":
        return claimed
    sentences = [text[first:last] for first, last in sentence_spans(text)]
    if len(sentences) > 1 and len(sentences[0].split()) <= _TOPIC_WORDS:
        del sentences[0]  # "Restraint. The hospital accepts ...": what it is about
    if claimed == "implemented" and _FUTURE.search(sentences[0]) and not _HAS_DONE.search(sentences[0]):
        # "A new wing is to open in 2028. Until then beds have been bought."
        return "accepted"
    signs = [_sign(each) for each in sentences]
    if signs and signs[0] > 0 and -1 in signs:
        # "Two days are funded from December. A service at night is not affordable."
        return "partly accepted"
    # "Single cells cannot be guaranteed. Screens will be fitted": what opens the reply decides.
    if -1 not in (signs if claimed in (None, "not implemented") else signs[:1]):
        return claimed
    return "partly accepted" if _OTHERWISE.search(text) else "rejected"


def _sign(sentence: str) -> int:
    """Return 1 for a sentence that does or promises something, -1 for one that declines, 0 for any other."""
    found = {status for _, _, status in find_statuses(sentence)}
    if _CONDITION.match(sentence):
        return 0
    if "rejected" in found or _DECLINES.search(sentence) or implied_claim(sentence) == "rejected":
        return -1
    does = _HAS_DONE.search(sentence) or _WILL.search(sentence) or _DEED.search(sentence)
    return int(bool(found & {"implemented", "accepted", "planned"} or does))


def _claimed(text: str, *, promises: bool) -> str | None:
    opening = decision_in(text)
    implied = implied_claim(text) if promises else None
    if opening == "accepted" and implied == "partly accepted":
        return implied
    if opening is not None and opening in ACCEPTANCE and opening != "noted":
        return opening
    sentences = [text[first:last] for first, last in sentence_spans(text)]
    sentences = [each for each in sentences if not _BY_PERSON.search(each)]
    if opening == "implemented" and _ALONE.match(text):
        return opening  # "Carried out. A clerk checks that the two lists agree": what follows tells how
    found = [status for each in sentences for _, _, status in find_statuses(each)]
    decided = next((status for status in found if status in ACCEPTANCE and status != "noted"), None)
    if decided == "accepted" and implied == "partly accepted":
        return implied
    if decided is not None or opening is not None:
        return decided or (implied if implied == "rejected" else None) or opening
    if "noted" in found:
        return "noted"
    if not promises:
        return found[0] if found else None
    if implied is not None:
        return implied
    if _SENDS.search(text):
        return "partly accepted" if _LOST.search(text) else "accepted"
    if sentences and _WILL.search(sentences[0]):
        return "accepted"
    if sentences and _CANNOT.search(sentences[0]):
        return "rejected"
    if found:
        return found[0]
    if _HAS_DONE.search(text):
        return "implemented"
    return "accepted" if _WILL.search(text) else None
