"""Gaps in words: what was searched in vain, and which document is likely to answer what reports of visits cannot."""

from __future__ import annotations

import re

from assistant.answers.answer import Answer, Reason
from assistant.answers.refusal import coverage_phrase
from assistant.question.terms import fold
from assistant.questionnaires.extent import Extent
from ingest.passage import Coverage

NO_EVIDENCE = "No evidence in "

_ITSELF = (
    r"(?:(?:national )?preventive mechanism|npm|monitoring (?:body|bodies|institution)|visiting bod(?:y|ies)|"
    r"inspecting (?:body|bodies)|ombuds\w*(?: institution)?|(?:your|our|its own|this) (?:institution|office|"
    r"organisation|body|team|secretariat|mechanism|mandate)|you\b)"
)
_MEANS = (
    r"(?:budget\w*|fund(?:s|ing|ed)?|money|financ\w*|salar\w*|pa(?:y|id)|staff|secretariat|posts?|employ\w*|work for|"
    r"members?|appoint\w*|elect(?:ed|ion)|nominat\w*|dismiss\w*|sack\w*|remov\w*|term of office|term ends|immunit\w*|"
    r"independen\w*|mandate|statute|founding|legal basis|annual report|programme of (?:visits|work)|expert\w*|rules of "
    r"procedure)"
)
# In the order in which they are looked for: what of whom, and where that stands.
_PLACES = (
    (
        re.compile(rf"\b{_ITSELF}.*\b{_MEANS}|\b{_MEANS}\b.*\b{_ITSELF}"),
        "the mechanism's founding law, budget, rules of procedure or annual report",
    ),
    (
        re.compile(
            r"\b(?:convict\w*|prosecut\w*|sentenced|penalt\w+|criminal (?:code|proceedings|offence)|extradit\w*|"
            r"asylum (?:seekers?|applications?)|refoulement|redress|compensation|rehabilitation)\b"
        ),
        "statistics and replies of the ministries of justice and of the interior, the prosecutor and the courts",
    ),
    (
        re.compile(
            r"\b(?:recruits?|curricul\w+|academy|training (?:programme|hours|plan)|"
            r"hours of [\w -]*(?:instruction|training))\b"
        ),
        "the training plans of the authority",
    ),
    (
        re.compile(r"\b(?:law|legislation|statutory|constitution|bill|act of parliament|code)\b"),
        "the law itself or the authority's reply",
    ),
    (
        re.compile(r"^(?:how many|how much)\b|\b(?:number|statistic\w*|data|figures|percentage|rate) (?:of|on)\b"),
        "the statistics of the authority",
    ),
)


def likely_in(question: str) -> str:
    """Return which document is likely to answer a question that nothing held answers; empty where none is known."""
    asked = fold(question)
    return next((where for pattern, where in _PLACES if pattern.search(asked)), "")


def no_evidence(coverage: Coverage) -> str:
    """Name a gap: what was searched, what was held back or could not be read."""
    return f"{NO_EVIDENCE}{coverage_phrase(coverage)}."


def unheld(extent: Extent) -> str:
    """Name what a question keeps to and nothing held is about."""
    return f"No document held is about {extent.named}, and none names it."


def refused(answer: Answer) -> str:
    """Return why an answer was refused, as a gap."""
    if answer.reason is Reason.NOT_IN_CORPUS and "English" not in answer.text:
        return no_evidence(answer.coverage)
    return answer.text


def directed(gap: str | None, question: str) -> str | None:
    """Add to a gap where the answer is likely to stand."""
    where = likely_in(question) if gap is not None and NO_EVIDENCE in gap else ""
    return f"{gap} Likely to be found in: {where}." if where else gap
