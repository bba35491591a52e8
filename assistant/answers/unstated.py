"""Unstated: what a question asks by its form, and no sentence found says though it speaks of the same thing.

A cause is asked for and only the effect is told; the documents themselves ask the same; a thing that nothing is near
to stands between names that everything is near to.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answers.abstain import COMMON
from assistant.answers.core import core_of, stems_of
from assistant.answers.evidence import Evidence
from assistant.question.answer_type import asks_cause, asks_reason
from assistant.question.dates import MONTHS
from assistant.question.needs import coverage
from assistant.question.query import Query
from assistant.question.terms import fold, tokens

_SENTENCES = 12
_HALF = 0.5
_MOSTLY = 0.75
# So many letters of a word tell it from others: "failed" is "failure".
_ROOT = 4
# Links of an effect with its cause; half the sentences of a report have some "when" or "without" in them.
_CAUSE = re.compile(
    r"\b(?:because|due to|owing to|as a result|result(?:ed|s)? (?:of|from)|caus\w+|reasons?|grounds?|since|therefore|"
    r"thus|for (?:want|lack) of|lack\w*|shortages?|broke\w*|fail\w*|defect\w*|explain\w*|attribut\w+|stem\w* from|"
    r"faults?|wrong|after|led to|not enough|too (?:few|many|little|small)|as (?:there|the|it|they|he|she|no))\b"
)
# What may stand for a reason, where "since then" and "for two years" say only when.
_REASON = re.compile(
    r"\b(?:because|due to|owing to|as a result|reasons?|grounds?|caus\w+|therefore|thus|so that|so as to|lest|"
    r"otherwise|"
    r"in order (?:to|that)|for (?:want|lack) of|lack\w*|shortages?|explain\w*|argu\w+|justif\w+|said|says|saying|told|"
    r"answer\w*|repl\w+|wrote|states?|stated|according to|cannot|can not|could not|must|needs?|no other|only one|"
    r"not enough|too \w+|broken?|without|not (?:allowed|possible|permitted|available)|insufficient|unable|refus\w+|"
    r"prevent\w*|would|vacan\w+|understaffed|depends?|to (?:avoid|prevent|protect|ensure|save|keep|stop|allow|make|"
    r"reduce|spare|calm)|as (?:there|the|it|they|he|she|no|a|all|none|this|that|these|those|we))\b|"
    rf"\bsince (?!then\b|\d|\[|(?:{'|'.join(MONTHS)}|spring|summer|autumn|winter|last)\b|"
    r"the (?:visit|beginning|start|departure|death|end|last|previous|first|year|riot)\b)|"
    r"\bfor (?!the (?:first|second)|\d|(?:one|two|three|four|five|six|seven|eight|nine|ten|many|several|some|all) )"
)
# When something will be, and words by which that is said.
_WHEN_WILL = re.compile(
    r"^\W*(?:and |so |but )?(?:by |until |since )?when (?:will|shall)\b|^\W*(?:and |so )?when (?:is|are) [^?]{3,80} "
    r"(?:to be|going to|due to|expected to)\b"
)
_TIME = re.compile(
    rf"\b(?:19|20)\d\d\b|\b(?:{'|'.join(MONTHS)}|spring|summer|autumn|winter)\b|\bwithin\b|\bimmediate|\bat once\b|"
    r"\b(?:days?|weeks?|months?|years?)\b|\bforthwith\b|\bdelay\b|\bsoon\b|\bby the end\b|\bonce\b|\bas soon as\b"
)
# What was used, seen or done, in a question that yes or no answers: "were tasers used on the flight?".
_WHETHER = re.compile(
    r"^\W*(?:and |so |but )?(?:was|were|is|are|did|do|does|has|have|had) (?:there )?(?:the |any |some |an? )?"
    r"(?P<what>[a-z][\w-]*(?: [\w-]+)??) (?:ever |also |often |been |being )*"
    r"(?:[a-z]{2,}ed|found|seen|given|kept|held|put|built|sent|made|shown|taken|torn|broken|present|available|"
    r"in use|on board|part of)\b"
)
# "Does handcuffing children breach the law?": a judgement that the documents must give themselves.
_JUDGES = re.compile(
    r"^\W*(?:and |so |but )?(?:was|were|is|are|did|do|does|has|have|had) (?:it |the |any |some |an? )?"
    r"(?P<what>[^?]{3,100}?) (?:(?:(?:a |in )?(?:breach|violat|infring|contraven|break)\w*|compl(?:y|ies|iant)|"
    r"compatible|in line|in accordance|against|contrary to)\b[^?]*?\b(?:laws?|rights|convention|rules?|treaty|"
    r"standards?|opcat|constitution|human|article)\b|(?:(?:un)?lawful|(?:il)?legal)\W*$)"
)
_LAWFUL_TO = re.compile(
    r"^\W*(?:and |so |but )?(?:is|was|would) (?:it|this|that) (?:(?:un)?lawful|(?:il)?legal|allowed|permitted|right) "
    r"(?:to|for|that)\b(?P<what>[^?]*)"
)
NO_JUDGEMENT = "No legal judgement is given here; what is quoted is what the documents say."


def judges_law(question: str) -> bool:
    """Say whether a question asks for a judgement whether something is lawful."""
    return _judged(question) is not None


def judged_of(question: str) -> frozenset[str]:
    """Return the folded words for what is to be judged lawful or not; empty for other questions."""
    match = _judged(question)
    return frozenset(tokens(match["what"])) if match else frozenset()


def _judged(question: str) -> re.Match[str] | None:
    asked = fold(question).strip()
    return _LAWFUL_TO.search(asked) or _JUDGES.search(asked)


def lacks_cause(query: Query, evidence: Sequence[Evidence]) -> bool:
    """Say whether a cause is asked for, and the sentences on the effect name none, or only ask for it as well."""
    core = [need for need in core_of(query) if not need.label.startswith("cause")]
    said = [item for item in evidence[:_SENTENCES] if coverage(core, stems_of(item)) >= _HALF]
    if asks_cause(query.text):
        # The failure that is asked about is no cause of itself.
        own = {word[:_ROOT] for word in tokens(query.text)}
        causes = [match[0] for item in said if not _asks(item) for match in _CAUSE.finditer(fold(item.text))]
        return all({word[:_ROOT] for word in tokens(cause)} <= own for cause in causes)
    return (
        bool(said)
        and asks_reason(query.text)
        and not any(_REASON.search(fold(item.text)) and not _asks(item) for item in said)
    )


def lacks_moment(query: Query, evidence: Sequence[Evidence]) -> bool:
    """Say whether it is asked when something will be done, and no sentence on all of it says a time."""
    core = core_of(query)
    if not evidence or not core or not _WHEN_WILL.search(fold(query.text).strip()):
        return False
    said = [item for item in evidence[:_SENTENCES] if coverage(core, stems_of(item)) >= _MOSTLY]
    return not any(_TIME.search(fold(item.text)) for item in said)


def whether_of(question: str) -> frozenset[str]:
    """Return the folded words for the thing of which a question asks whether it was used or seen; empty for others."""
    match = _WHETHER.search(fold(question).strip())
    words = tokens(match["what"]) if match else []
    # Of "old people" every report speaks, whatever it calls them.
    return frozenset(words) if words and words[-1] not in COMMON else frozenset()


def _asks(item: Evidence) -> bool:
    return item.text.rstrip().endswith("?")
