"""Sentences in which those who were asked have their say: ``In its statement, the Ministry announced ...``."""

from __future__ import annotations

import re

from ingest.register.claims import claimed_in
from ingest.register.offices import is_actor
from ingest.register.status import ACCEPTANCE
from ingest.structure.labels import read_label

# "In its statement, the Ministry announced that ...", "The hospital states that ...".
_TOLD = re.compile(
    r"(?P<where>(?:In|By|With|According\s+to|Following)\s+(?:its|their|his|her|the|a)\s+(?:\w+\s+){0,3}?(?:statement|"
    r"reply|"
    r"response|comments?|letter|answer|observations|position)(?:\s+(?:of|dated|to|on)\s+[^,]{2,60})?,\s+)?"
    r"(?P<name>(?:[Tt]he\s+)?[A-Za-z][^,;:.()]{2,70}?)\s+(?:also\s+|has\s+|have\s+|had\s+|since\s+)*(?:announce[sd]?|"
    r"state[sd]?|answer(?:s|ed)|"
    r"replie[sd]|explain(?:s|ed)|inform(?:s|ed)|indicate[sd]?|confirm(?:s|ed)|report(?:s|ed)|undert(?:akes|ook)|"
    r"refer(?:s|red)|"
    r"point(?:s|ed)\s+out|argue[sd]?|assure[sd]?|promise[sd]?|does\s+not|did\s+not|do\s+not|accept(?:s|ed)|agree[sd]?|"
    r"reject(?:s|ed)|disagree[sd]?|oppose[sd]?|object(?:s|ed)|contest(?:s|ed)|considers|considered|declined?s?|"
    r"refuse[sd]?|support(?:s|ed)|plan(?:s|ned)|intend(?:s|ed)|wrote|"
    r"writes|"
    r"welcome[sd]?|responded|commented)\b"
)
# In a report that is a letter to those asked: "You accept this", "To this you did not agree: ...".
_YOURS = re.compile(
    r"(?:(?:[Tt]o|[Ww]ith|[Oo]n)\s+(?:this|that|it)\s+)?(?:[Tt]his\s+|[Tt]hat\s+)?[Yy]ou\s+(?:(?:have|had|did|do|will|also|not|now|cannot|"
    r"\w+ly)\s+)*(?:accept|agree|disagree|reject|declin|refus|promis|write\s|wrote\s|repl(?:y|ied)\b|answer|object|"
    r"undert(?:ake|ook)|concur|support)"
)
# "This the home accepts; a pharmacist has been engaged."
_TURNED = re.compile(
    r"(?:This|That|It)\s+(?P<name>the\s+[A-Za-z][^,;:.()]{2,60}?)\s+(?:\w+ly\s+|does\s+not\s+|did\s+not\s+)?(?:accept|agree|"
    r"reject|refuse|decline|support|promise)"
)
# "Of last year's twelve recommendations the Board agreed to nine" answers none of this report.
_OF_OTHERS = re.compile(
    r"\brecommendations\b[^.]{0,40}\b(?:last|previous|earlier|in (?:19|20)\d\d)\b|"
    r"\b(?:of|all) (?:the |our )?(?:\w+ )?recommendations\b|"
    r"\b(?:last|previous) (?:year|report|visit|inspection)\b",
    re.IGNORECASE,
)
_DECIDES = re.compile(
    r"(?:accept|agree|reject|disagree|refuse|decline|answer|replie|respond|oppose|promise|undert|do(?:es)? not|did not)"
)


def tells(text: str) -> bool:
    """Say whether a paragraph tells what those asked have to say: ``In its statement, the Ministry announced ...``."""
    label = read_label(text)
    text = text[label.start :] if label is not None and label.word is None else text
    if (_YOURS.match(text) or _TURNED.match(text)) and not _OF_OTHERS.search(text):
        return claimed_in(text) is not None
    found = _TOLD.match(text)
    if found is None or _OF_OTHERS.search(text) or not is_actor(re.sub(r"^(?:the|The)\s+", "", found["name"])):
        return False
    return found["where"] is not None or claimed_in(text) is not None


def decides(sentence: str) -> bool:
    """Say whether a sentence tells how an authority decided on what stands before it: ``The Director accepted``."""
    found = _TOLD.match(sentence)
    verb = sentence[found.end("name") : found.end()] if found is not None else ""
    return bool(_DECIDES.search(verb)) and tells(sentence) and claimed_in(sentence) in ACCEPTANCE


def speaks_of_others(sentence: str) -> bool:
    """Say whether a sentence speaks of the recommendations of another year or report, or of all of them."""
    return bool(_OF_OTHERS.search(sentence))
