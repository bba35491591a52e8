"""Elsewhere: a visit or an institution that a question names and that no document here is about.

Reports mention other places in passing; a question about one of those finds the mention, and no answer.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answers.evidence import Evidence
from assistant.answers.work import Work
from assistant.question.dates import MONTHS
from assistant.question.naming import is_generic
from assistant.question.place_types import says_type
from assistant.question.routing import Route
from assistant.question.terms import fold, stem, tokens
from assistant.retrieval.sentences import split_sentences

# For whom an institution is: one for others is another institution.
_FOR_WHOM = (
    r"(?P<whom>women|woman|female|girls?|boys?|men|male|children|juveniles?|youths?|adolescents?|minors|military|maternity)"
    r"(?:['’]s?)?"
)
_INSTITUTION = re.compile(
    rf"\b(?P<phrase>{_FOR_WHOM} (?:[\w-]+ )?(?P<kind>prisons?|penitentiar(?:y|ies)|jails?|homes?|hospitals?|centres?|"
    r"centers?|colon(?:y|ies)|schools?|stations?|camps?|wings?|wards?|blocks?|pavilions?|institutions?))\b"
)
_VISITED = re.compile(
    r"\b(?:visit(?:ed|s)?|inspection|inspected|mission|find|found|findings?|report)\b "
    r"(?:(?:to|of|at|in|on|about|from) )?(?:the )?"
    r"(?:(?:[a-z-]+ )?(?:residence|prison|jail|centre|center|hospital|clinic|home|station|school|camp|colony|facility) "
    r"(?:in|of|at|on) (?:the )?)?"
    r"(?P<name>[A-ZÀ-Ž][\w’'-]+(?:[ -](?:of |the |de |da )?[A-ZÀ-Ž][\w’'-]+)*)"
)
_CALLED_ON = re.compile(
    r"\b(?:visit\w*|inspect\w*|delegation|team|monitor\w*|went|checked|arriv\w+|return\w*|mission|came)\b"
)
_NUMBERED = re.compile(
    r"\b(?P<kind>unit|prison|establishment|institution|colony|facility|camp|school|centre|center|penitentiary|station) "
    r"no\.? ?(?P<number>\d+)\b"
)
_SHORT = 2


def elsewhere(work: Work, evidence: Sequence[Evidence]) -> str | None:
    """Return what to say where a question is about a place that the documents only mention, or do not have.

    Args:
        work: the question; one that compares is not judged.
        evidence: sentences found, best first.
    """
    if Route.COMPARISON in work.query.routes:
        return None
    return (
        _not_visited(work, evidence) or _other_number(work, evidence) or _other_institution(work) or _other_type(work)
    )


def _not_visited(work: Work, evidence: Sequence[Evidence]) -> str | None:
    """A visit or a report is asked for by a name that only stands in other reports, and not as a place visited."""
    query = work.query
    if any(place.exact for place in query.places):
        return None
    for match in _VISITED.finditer(query.text):
        name = {
            word for word in tokens(match["name"])
            if len(word) > _SHORT and not is_generic(word) and word not in MONTHS
        }  # fmt: skip
        if not name or name & query.naming_words:
            continue
        said = [
            item for item in evidence if name <= set(tokens(f"{item.text} {' '.join(item.hit.passage.heading_path)}"))
        ]
        if said and not any(_CALLED_ON.search(fold(item.text)) for item in said):
            return f"No report of a visit to {match['name']} is on file; it is only mentioned."
    return None


def _other_institution(work: Work) -> str | None:
    """An institution for others than those that the documents meant are on: "the women's prison of X"."""
    match = _INSTITUTION.search(fold(work.query.text))
    if match is None or not work.bounds.documents:
        return None
    wanted = {stem(match["whom"]), stem(match["kind"])}
    for name in work.bounds.documents:
        record = work.library.ledger.document(name)
        metadata = record.metadata if record is not None else None
        known = f"{metadata.title or ''} {metadata.place or ''} {metadata.place_type or ''}" if metadata else ""
        said = [known.replace("_", " ")]
        for passage in work.library.ledger.document_passages(name):
            said += [*split_sentences(str(passage.text), passage.block_kind), " ".join(passage.heading_path)]
        if any(wanted <= {stem(word) for word in tokens(text)} for text in said):
            return None
    return f"Nothing on {match['phrase']} was found in the documents on {work.bounds.named}."


def _other_type(work: Work) -> str | None:
    """A kind of place is asked about, "the psychiatric hospital of X", that no document meant is on or speaks of."""
    asked = work.query.place_type
    if asked is None or not work.bounds.documents:
        return None
    for name in work.bounds.documents:
        record = work.library.ledger.document(name)
        metadata = record.metadata if record is not None else None
        if metadata and says_type(asked, metadata.place_type, metadata.title, metadata.place):
            return None
        if any(says_type(asked, str(one.text)) for one in work.library.ledger.document_passages(name)):
            return None
    return f"Nothing on a {asked.replace('_', ' ')} was found in the documents on {work.bounds.named}."


def _other_number(work: Work, evidence: Sequence[Evidence]) -> str | None:
    """An institution is called by another number than those that reports are on: "Unit No. 12" beside Unit No. 34."""
    match = _NUMBERED.search(fold(work.query.text))
    if match is None or match["number"] in work.query.naming_words:
        return None
    kind = re.compile(rf"\b{match['kind']} no\.? ?(?P<number>\d+)\b")
    titles = [fold(f"{one.metadata.title or ''} {one.metadata.place or ''}") for one in work.library.ledger.documents()]
    reported = {found["number"] for title in titles for found in kind.finditer(title)}
    if not reported or match["number"] in reported:
        return None
    said = [fold(item.text) for item in evidence if match[0] in fold(item.text)]
    if any(_CALLED_ON.search(text) for text in said):
        return None
    return f"No report on {match[0].capitalize()} is on file{'; it is only mentioned' if said else ''}."
