"""What the heading above a block makes of it: recommendations, concerns, good practice, findings."""

from __future__ import annotations

import re

from ingest.register.addressee import leading_addressee, subject_addressee
from ingest.register.addressee_groups import group_addressee
from ingest.register.candidate import Candidate, trimmed
from ingest.register.looking_back import looks_back
from ingest.register.news import asks_for_answer
from ingest.register.obligation import LONGEST_PROSE, MODAL, obliges, recommends_outright, speaks_of_itself
from ingest.register.responses import ANY_NUMBERS
from ingest.register.sentence import sentence_spans
from ingest.register.status import ACCEPTANCE, find_statuses, status_of
from ingest.register.verbs import commands
from ingest.report import Block, BlockKind
from ingest.structure.labels import Label
from redaction.text import RedactedText

_NUMBER = r"(?:\W*(?:(?:section|part|chapter|appendix|annex)\s+)?(?:\d{1,2}(?:\.\d+)*|[IVX]{1,5}|[A-Z])[.):]?\s+)?"
_SECTION = re.compile(
    r"recommendation|requirement|what (?:needs|must|should)|what (?:[\w-]+ ){1,4}?(?:asks?|needs?|recommends?|"
    r"expects?|wants?|must|should|has to)\b|areas? (?:for|of) (?:improvement|development)|proposals?\b|action points|"
    r"^\W*asks?\b|next steps|\bpoints? (?:for|of) (?:improvement|action|attention)\b|\bimprovement points?\b|"
    r"\b(?:matters?|things|points) (?:to (?:be )?(?:put right|remed(?:y|ied)|corrected?|improved?|addressed?|"
    r"changed?)|for "
    r"(?:action|correction|remedy))\b|\bto be put right\b|what (?:[\w-]+ ){1,4}?(?:suggests?|proposes?|requests?|"
    r"demands?)\b|"
    r"\bmeasures?\s+(?:repeated|recommended|required|proposed|to be taken)|\bnew measures?\b|"
    rf"^{_NUMBER}(?:the )?measures?\W*$|\bactions? (?:required|needed)\b|^{_NUMBER}suggestions?\b",
    re.IGNORECASE,
)
_NOT_SECTION = re.compile(
    r"response|repl(?:y|ies)|progress|implementation of|follow[- ]?up (?:to|of|on)|status|previous|past|"
    r"earlier|(?:in|of|from|since) (?:19|20)\d\d\b|last (?:year|report|inspection|visit)|outcome|"
    r"introduction|background|about|what happens",
    re.IGNORECASE,
)
_STRICT = re.compile(
    rf"{_NUMBER}(?:(?:summary|list|table) of |our |key |main |all |the |urgent |immediate |general |specific |"
    rf"further |new |"
    r"repeated |final |(?:short|medium|long)[- ]term )*(?:recommendations?|requirements?|proposals?|asks|"
    r"measures?|what (?:[\w-]+ ){1,4}?"
    r"(?:asks?|recommends?|wants?)(?: for)?)"
    r"(?:\s+(?:to|for|from|repeated|and new)\b.{0,70})?\W*$",
    re.IGNORECASE,
)
_FINDING_SECTION = re.compile(
    rf"{_NUMBER}(?:(?:main|key|principal|summary of|our|observations?|general|specific|systemic|structural|"
    rf"identified|detected|observed|"
    r"critical)(?:\s+(?:and|&)|\s*/)?\s+)*"
    r"(?:findings|deficiencies|shortcomings|problems|irregularities|violations|weaknesses|observations\s*/)",
    re.IGNORECASE,
)
_FINDINGS_ABOVE = re.compile(
    rf"{_NUMBER}(?:(?:main|key|principal|our|general|specific)\s+)*(?:findings|observations|"
    rf"observations?\s*(?:/|and|&)\s*findings|"
    r"findings\s*(?:/|and|&)\s*observations|what (?:we|the team) (?:found|saw)|facts(?: found| established)?)\W*$",
    re.IGNORECASE,
)

_KIND_SECTIONS = (
    (
        re.compile(
            r"(?:good|best|positive) (?:practice|point|aspect|example|development|observation|finding|change|"
            r"step|feature|measure)|\bhighlights\b|points? of strength|"
            r"\bstrengths\b|\bcommendations?\b|works? well|worked well",
            re.IGNORECASE,
        ),
        "good_practice",
    ),
    (re.compile(r"areas? for improvement", re.IGNORECASE), "area_for_improvement"),
    (re.compile(r"housekeeping", re.IGNORECASE), "housekeeping"),
    (
        re.compile(
            rf"{_NUMBER}(?:(?:summary|list|overview) of )?(?:the )?(?:[\w-]+ (?:and )?){{0,3}}concerns\W*$|"
            r"(?:key|priority|main|serious|other|further|additional|remaining|principal|outstanding) concerns?\b|"
            r"(?:areas|matters|points|issues|causes?) (?:of|for) (?:serious |particular |grave )?concern|"
            r"^\W*concerns?\W*$",
            re.IGNORECASE,
        ),
        "concern",
    ),
    (
        re.compile(
            r"requests? for (?:information|comment|explanation|clarification)|information (?:requests?|requested|"
            r"sought)|"
            r"\b(?:seeks?|requests?|asks? for|requires?|awaits?|would like) (?:an? |the |further |"
            r"more )*(?:explanations?|information|"
            r"clarifications?|comments?|answers?|repl(?:y|ies))|"
            rf"^{_NUMBER}(?:our |open |unanswered |some )?questions? (?:to|for)\b|"
            rf"^{_NUMBER}(?:our |open |unanswered )?questions?\W*$",
            re.IGNORECASE,
        ),
        "request_for_information",
    ),
)
_ONLY_PRAISE = re.compile(
    rf"{_NUMBER}(?:(?:examples?|areas?|points?) of |notable |key |our )*(?:(?:good|best|positive|exemplary) "
    r"(?:practices?|points?|aspects?|examples?|developments?|observations?|changes?|steps?|features?|"
    r"measures?)(?: points?| observed)?|commendations?|"
    r"strengths)\W*$",
    re.IGNORECASE,
)
_IMPROVE = re.compile(
    r"\bneeds? to improve|areas? (?:for|of) (?:improvement|development)|even better if", re.IGNORECASE
)
_ABOVE = re.compile(
    rf"{_NUMBER}(?:(?:summary|list) of |our |key |main |all |"
    r"(?:conclusions?|findings) and(?:/or)? )*recommendations?\b.{0,30}$",
    re.IGNORECASE,
)
# Words that ask for news and for nothing else, to whom the list is addressed.
_INFORM = re.compile(
    r"(?:to )?(?:inform|let|notify|report to|tell)\s+(?:us|(?:the|this)\s+(?:[A-Z]\w+\s+){0,3}(?:NPM|Group|"
    r"Committee|Office|Ombud\w*|"
    r"Commission\w*|Mechanism|Board|Inspectorate|Defender|Council|Subcommittee|CPT|SPT))\b|.{0,60}\brequests "
    r"(?:further )?information\b"
)
_EARLIER = re.compile(
    r"\b(?:status|progress|implementation|follow[- ]?up|outcomes?|reali[sz]ation|previous|earlier|last|past)\b.*"
    r"\b(?:recommendations?|measures|requirements?|proposals?)\b|\b(?:recommendations?|measures)\b.*\b(?:last|"
    r"previous|earlier)\b",
    re.IGNORECASE,
)
_DASH = re.compile(r"\s*(?:\s[-–—]|[:(→])\s*(?=\S)")
# "Supervision to ensure that plans are timely" only names what to improve.
_DEMANDS = re.compile(r"\b(?:should|must|shall|ought to|(?:is|are|has|have) to|recommends?)\b", re.IGNORECASE)
# "DECIDES: 1. To propose to the Minister to approve the rules": the item itself says what it is.
_TO_RECOMMEND = re.compile(
    r"To\s+(?:recommend|propose|suggest|advise|urge|call\s+(?:up)?on|invite|draw\s+the\s+attention\s+of)\s+(?:to\s+|"
    r"that\s+)?"
    r"(?:the\s+)?[A-Za-z][^.;]{2,90}?\s(?:to|that)\b"
)
# "We shall return within eighteen months", below "Next steps".
_OWN_PLANS = re.compile(r"(?:We|I)\s+(?:shall|will|intend|plan|hope)\b")
_LONGEST_HEADING, _LONGEST_ITEM = 90, 300


def announces_recommendations(heading: str) -> bool:
    """Say whether recommendations are to be expected below a heading, and not answers to earlier ones."""
    return bool(_SECTION.search(heading)) and not _NOT_SECTION.search(heading)


def is_above_recommendations(heading: str) -> bool:
    """Say whether a heading is that of the chapter of recommendations, below which others name addressees."""
    return bool(_ABOVE.match(heading))


def section_kind(
    block: Block[RedactedText],
    label: Label | None,
    text: RedactedText,
    heading: str,
    *,
    recommending: bool,
    grouped: bool,
) -> str | None:
    """Name the kind that the section gives to a block without a label of its own.

    Args:
        block: a paragraph, list item or box.
        label: its number, if any.
        text: without the number.
        heading: the heading above, without the document's own year; empty where there is none.
        recommending: the heading above, or one above it, has announced recommendations.
        grouped: a heading or line has named the addressee of what follows.

    Returns:
        A register kind, or ``None`` for plain narrative.
    """
    if _OWN_PLANS.match(text):
        return None
    listed = label is not None or block.kind in (BlockKind.LIST_ITEM, BlockKind.BOX) or _is_addressed(text)
    if heading and not _NOT_SECTION.search(heading) and len(heading) < _LONGEST_HEADING:
        for pattern, kind in _KIND_SECTIONS:
            if pattern.search(heading) and listed and not text.endswith(":"):
                return None if speaks_of_itself(text) else kind
        if _ONLY_PRAISE.match(heading) and block.kind is BlockKind.PARAGRAPH and not text.endswith(":"):
            return "good_practice" if len(text) < LONGEST_PROSE and not speaks_of_itself(text) else None
        strict = bool(_STRICT.match(heading)) or (recommending and grouped)
        if _SECTION.search(heading) and obliges(text, listed, strict):
            if _INFORM.match(text) or asks_for_answer(text):
                return "request_for_information"
            return (
                "area_for_improvement" if _IMPROVE.search(heading) and not _DEMANDS.search(text) else "recommendation"
            )
        if _IMPROVE.search(heading) and listed and len(text) < LONGEST_PROSE and not speaks_of_itself(text):
            return "area_for_improvement"
        if _FINDING_SECTION.match(heading) and listed and len(list(sentence_spans(text))) <= 2:
            return None if _tells_or_asks(text) else "finding"
    if _is_item_of_findings(block, label) and len(list(sentence_spans(text))) <= 2 and len(text) < _LONGEST_ITEM:
        return None if _tells_or_asks(text) or MODAL.search(text) else "finding"
    if recommending and grouped and text.endswith("?"):
        # Boards put what they ask of a minister as a question: "When will the heating be replaced?"
        return "recommendation"
    if text.endswith("?") and heading and group_addressee(heading) is not None:
        # "To the Minister", below "Questions": what is asked there wants an answer.
        return "request_for_information"
    headed = heading and label is not None and group_addressee(heading) is not None
    if headed and commands(text) and not _NOT_SECTION.search(heading):
        # "3) Sink a second borehole" below "For Headquarters", whatever the heading above that announces.
        return "request_for_information" if _INFORM.match(text) or asks_for_answer(text) else "recommendation"
    below = heading and recommending and (listed or grouped or group_addressee(heading) is not None)
    if below and not _NOT_SECTION.search(heading) and obliges(text, listed, grouped):
        if _INFORM.match(text) or asks_for_answer(text):
            return "request_for_information"
        return "recommendation"
    return None


def _is_addressed(text: str) -> bool:
    """Say whether a paragraph opens with whom it is for, as an item of a list would: ``To the Ministry: send ...``."""
    return bool(re.match(r"(?:To|For)\s", text)) and leading_addressee(text) is not None


def _tells_or_asks(text: str) -> bool:
    """Say whether an item below ``Findings`` is none: it opens a list, or recommends."""
    return text.endswith(":") or recommends_outright(text)


def _is_item_of_findings(block: Block[RedactedText], label: Label | None) -> bool:
    """Say whether a block is an item of a list under ``Findings`` or ``Observations``, and no numbered paragraph."""
    if not any(
        len(heading) < _LONGEST_HEADING and _FINDINGS_ABOVE.match(heading) for heading in block.heading_path[-3:]
    ):
        return False
    if label is None or label.number is None:
        return block.kind is BlockKind.LIST_ITEM
    return label.word is None and bool(re.fullmatch(r"\(?(?:[a-z]|[ivx]{1,5})[).]?", label.number))


def recommends_itself(text: str) -> bool:
    """Say whether an item says what it is, whatever announced it: ``To propose to the Minister to approve ...``."""
    return bool(_TO_RECOMMEND.match(text))


def earlier_verdict(block: Block[RedactedText], label: Label | None, text: RedactedText) -> Candidate | None:
    """Read ``2. Train all staff. Partially achieved.`` below ``Status of previous recommendations``.

    Args:
        block: a paragraph or list item.
        label: its number, if any.
        text: without the number.

    Returns:
        An entry of kind ``progress`` with the verdict; ``None`` elsewhere.
    """
    heading = block.heading_path[-1] if block.heading_path else ""
    listed = label is not None or block.kind is BlockKind.LIST_ITEM
    if not listed or not (_EARLIER.search(heading) or looks_back(heading)):
        return None
    spans = list(sentence_spans(text))
    if spans and ANY_NUMBERS.match(text) and find_statuses(text[: spans[0][1]]):
        # "6. Recommendation 3 (reviews) has been implemented": the sentence says which one it judges, and how.
        return None
    number = label.number if label is not None else None
    for first, last in spans[1:]:
        status = status_of(text[first:last])
        if status is not None and status not in ACCEPTANCE:
            exact = trimmed(text, 0, spans[0][1])
            return Candidate("progress", exact, block, number, subject_addressee(exact), status_verified=status)
    for gap in _DASH.finditer(text):
        status = status_of(text[gap.end() :])
        if status is not None and status not in ACCEPTANCE:
            exact = trimmed(text, 0, gap.start())
            return Candidate("progress", exact, block, number, subject_addressee(exact), status_verified=status)
    return None
