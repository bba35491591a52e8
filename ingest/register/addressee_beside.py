"""Who should act where the sentence of a recommendation has another subject: behind it, beside it, after it."""

from __future__ import annotations

import re

# "Grievances should be answered in writing by the Chief of Corrections": who is to do it.
DOER = re.compile(
    r"\b(?:should|must|shall|ought\s+to|needs?\s+to|has\s+to|have\s+to|to\s+be|"
    r"that\b[^.;:]{3,80}?\bbe)\b[^.;:]{0,120}?\bby\s+the\s+"
    r"(?P<subject>(?:[A-Za-z][\w'’-]*\s+(?:of\s+|for\s+|and\s+|in\s+|the\s+)*){0,7}?[A-Za-z][\w'’-]*)"
    r"(?=\s*(?:[.,;:]|$)|\s+(?:(?:in|and|for|on)\b(?!\s+(?:the\s+)?[A-Z])|within\b|under\b|at\b|to\b|with\b|"
    r"as\b|before\b|after\b|"
    r"by\b|from\b|who\b|which\b|that\b|without\b))"
)
# "..., and the Chief of Corrections should keep the video"; "...; the municipality is asked to see to this".
LATER = re.compile(
    r"(?:[,;]|\band)\s+(?:and\s+)?(?:in\s+(?:my|our|its)\s+(?:opinion|view),?\s+)?(?:the\s+|(?=[A-Z]))"
    r"(?P<subject>[A-Za-z][^,;:.()]{2,70}?)\s+(?:should|must|shall|(?:is|are)\s+to(?=\s+[a-z])|(?:is|are)\s+"
    r"(?:\w+\s+)?(?:asked|requested|invited|urged|called\s+(?:up)?on|required|recommended|advised)\s+to)\b"
)
# "Before any placement the director is to obtain an opinion": a clause before it without a comma.
AFTER_CLAUSE = re.compile(
    r"^(?:Before|After|Within|In|At|During|By|On|Where|When|Whenever|If|Once|Until|For|With|As)\s(?:[^,;:.]*?\s)?the\s"
    r"(?P<subject>[A-Za-z][\w'’-]*(?:\s(?:(?:of|for|and|in)\s(?:the\s)?)?(?!the\b)[\w'’-]+){0,8}?)\s"
    r"(?:should|must|shall|ought\sto|(?:is|are)\sto)\b"
)
AGENT = re.compile(
    r"\b(?:by|at) the (?P<subject>(?:[A-Z][\w'’-]*(?:\s(?:of|for|and|the)\b)*\s?){2,8}|governor|director|centre "
    r"manager|prison administration|superintendent|warden|management)(?=[\s.,;:]|$)"
)
# "the comments of the Ministry of Justice", "hearing from the Director": who is to tell.
TELLER = re.compile(
    r"\b(?:comments|views?|observations|repl(?:y|ies)|responses?|answers?|hear(?:ing)?|learn|know|told|informed|"
    r"position|explanations?|statement) (?:of|from|by) the "
    r"(?P<subject>(?:[A-Z][\w'’-]*(?:\s(?:of|for|and|the)\b)*\s?){1,8}|management|director|governor)(?=[\s.,;:]|$)"
)
# "... for this the Ministry of Health should post a doctor": what the means are is another's.
_TO_THIS_END = re.compile(
    r"\b(?:[Ff]or|[Tt]o)\s+(?:this|that|these|which)(?:\s+(?:end|purpose|aim))?,?\s+(?:the\s+|(?=[A-Z]))"
    r"(?P<subject>[A-Za-z][^,;:.()]{2,70}?)\s+(?:should|must|shall|(?:is|are)\s+to)\b"
)
# "This falls to the Officer in Charge.", "It is a matter for the Prefect", "Responsibility lies with the Service".
_FALLS_TO = re.compile(
    r"\b(?:[Tt]his|[Tt]hat|[Ii]t|[Bb]oth|[Rr]esponsib\w+|[Tt]he\s+(?:task|matter|measure|duty|decision)|"
    r"[Ii]mplementation|[Aa]ction)\b[^.;]{0,30}?\b(?:falls?\s+(?:to|(?:up)?on|within\s+the\s+(?:remit|competence|province)\s+of|under)|"
    r"lies\s+with|rests\s+(?:with|(?:up)?on)|belongs\s+to|"
    r"(?:is|are)\s+(?:(?:a|the)\s+(?:matter|task|duty|responsibility|business|concern)\s+(?:for|of)|"
    r"incumbent\s+(?:up)?on|(?:up\s+)?for|up\s+to|in\s+the\s+hands\s+of|addressed\s+to|directed\s+(?:to|at)|meant\s+for|"
    r"intended\s+for|put\s+to|within\s+the\s+(?:remit|competence|power)\s+of))\s+(?:the\s+|(?=[A-Z]))"
    r"(?P<subject>[A-Za-z][^,;:.()]{2,80}?)(?=\s*[.;,()]|\s+(?:to|and|who|which|within|by|as)\b|$)"
)
# "... The Commissioner of Prisons is asked to confirm this in writing."
_ASKED_BEHIND = re.compile(
    r"(?<=[.;)])\s+(?:[Tt]he\s+|(?=[A-Z]))(?P<subject>[A-Z][^,;:.()]{2,80}?|(?<=he\s)[a-z][^,;:.()]{2,70}?)\s+"
    r"(?:(?:is|are)\s+(?:\w+ly\s+|also\s+|therefore\s+)?(?:asked|requested|invited|urged|called\s+(?:up)?on|required|"
    r"recommended|advised|reminded|instructed|responsible)\b|should\s+(?:see\s+to|ensure|arrange|take\s+care\s+of)\b)"
)
BESIDE = (AFTER_CLAUSE, LATER, _TO_THIS_END, TELLER, _FALLS_TO, _ASKED_BEHIND)
"""Patterns whose ``subject`` is named beside the sentence's own subject as who is to act."""
AGENTS = (AFTER_CLAUSE, LATER, _TO_THIS_END, _FALLS_TO, _ASKED_BEHIND, DOER, TELLER, AGENT)
"""The same, with those who only carry out what is recommended: ``kept by the Prosecutor``."""
