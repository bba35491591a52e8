"""Documents that answer the report of another: who writes to whom, and whether anything is recommended."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.entry_kinds.classifier import KINDS, entry_kinds
from ingest.entry_kinds.features import units
from ingest.register.positions_taken import takes_positions
from ingest.report import Block
from redaction.text import RedactedText

_BODY = (
    r"(?:Ombud\w*|Prevent\w*|Prevenci\w+|Prévention|Prevenção|Derechos|Human Rights|Torture|Visitors|Visits|"
    r"Visiting|Observers|Visitas|Supervision|Oversight|Monitor\w*|Subcommittee|Inspector\w*|Defender|"
    r"Defensor\w*|Protector|Advocate|Chancellor|Guarantor|Provedor\w*|Deprivation of Liberty|NPM|CPT|SPT)\b"
)
# Signs that a document answers another's report; two of the four tell, since each stands in reports too.
_TITLE = re.compile(
    r"\b(?:observations|comments|remarks|repl(?:y|ies)|responses?|answers?|statement|position|measures|plan|"
    r"matrix|(?:letter|report|note|submission|memorandum|account|information) to (?:the|your)\b.{0,60}"
    rf"{_BODY}|information (?:on|about) (?:the )?(?:follow|action|measures|steps|recommendations)|"
    r"^(?:re:?\s+)?your (?:letter|report|memorandum)\b)",
    re.IGNORECASE,
)
_ADDRESSED = re.compile(
    r"(?:To|Sent to|Transmitted to|For the attention of|Attn\.?|Addressed to|Submitted to)\b\s*[:|]?\s+"
    r"(?:[Tt]he\s)?.{0,60}" + _BODY
)
# "The Chairman, Committee for the Supervision of Custody, Elmton": whom a letter is for, at its head.
_TO_HEAD = re.compile(
    r"(?:The\s)?(?:Chair(?:man|woman|person)?|President|Commissioner|Secretary|Head|Director|"
    r"Coordinator),\s(?:The\s|the\s)?"
    r".{0,70}" + _BODY
)
_TO_OFFICE = re.compile(
    r"(?:Dear|Esteemed|Respected|Honou?rable|Distinguished|Excellency|Your Excellency|Sirs?|Madam)\b.{0,60}[:,]?$|"
    r".{0,80}\bby (?:hand|courier|registered (?:post|mail))\b",
    re.IGNORECASE,
)
_OPENING = re.compile(
    r"\b(?:has|have|had)\s+(?:\w+ly\s+|now\s+)*(?:studied|read|received|examined|considered|analy[sz]ed|discussed|"
    r"taken note of|reviewed|gone through|acquainted \w+ with)\s+(?:the|your|its)\s+(?:[\w’'-]+\s+){0,3}?(?:report|"
    r"recommendations|findings)\b|"
    r"\b(?:these|the present|our|its|the following)\s+(?:written\s+)?(?:observations|comments|replies|remarks|"
    r"responses?|"
    r"answers)\s+(?:were|was|are|is|set|follow|concern|refer|cover|speak|have|had)\b|"
    r"\b(?:acknowledge|refer to|reference (?:is made )?to|receipt of)\s+your\s+(?:\w+\s+)?report\b|"
    r"\b(?:thanks?|grateful)\b[^.]{0,40}\bfor\s+(?:the|your|an?)\s+(?:[\w’'-]+\s+){0,3}?(?:report|recommendations|"
    r"letter)\b|\bto\s+consider\s+the\s+report\b|\breport\s+was\s+received\s+(?:at|by|in)\s+this\b|"
    r"\bwith\s+the\s+following\s+(?:actions?|measures)\s+taken\b|\brefer\s+to\s+your\s+(?:[\w’'-]+\s+){0,2}?"
    r"(?:report|letter|memorandum)\b|"
    r"\bin (?:reply|response|answer) to (?:(?:the|your) (?:[\w’'-]+\s+){0,3}?(?:report|recommendations|letter)\b|"
    r"(?:report|informe|rapport|relatório|relazione|bericht|raport) (?:[A-Z]{2,6}\W?\s?|n[°ºo.]*\s*)?\d)|"
    r"\b(?:convey|set out|submit|transmit) the (?:position|comments|views|replies) of (?:this|the) (?:\w+ )?"
    r"(?:Ministry|Department|Government|Service|Directorate|Administration)\b",
    re.IGNORECASE,
)
# "Your reference", "your report of 2 May", "asked the Division to report on measures taken".
_YOURS = re.compile(
    r"\byour (?:ref(?:erence)?\b|(?:[\w’'-]+ ){0,2}?(?:report|letter|visit|inspection|recommendations?|findings|"
    r"protocol|request)\b(?! (?:room|card|rights)))|"
    rf"\b{_BODY} (?:has|had|have) (?:asked|requested|invited|called (?:up)?on) [^.]{{3,60}}? (?:to|for) (?:an? )?"
    r"(?:report|reply|respond|account|inform|observations|comments|opinion|statement)\b|"
    r"\b(?:was|were|has been|have been) asked to (?:report|reply|respond|account|inform)\b|"
    r"\b(?:would like|wish(?:es)?|beg(?:s)?|ha(?:s|ve) the honou?r) to (?:state|submit|inform|reply|communicate|"
    r"convey|report|answer|set out|refer)\b",
)
# "Below, each recommendation is quoted and followed by our comment": nobody but who answers says so.
_OUR_REPLY = re.compile(
    r"\b(?:recommendations?|points?|items?|proposals?)\b[^.]{0,60}\b(?:followed\s+by|together\s+with|with|"
    r"then)\s+our\s+"
    r"(?:comments?|repl(?:y|ies)|responses?|answers?|positions?)\b",
    re.IGNORECASE,
)
_BLOCKS, _LONGEST_LINE = 12, 160
_HARDLY = 0.02  # of the paragraphs together; replies have 0.00, reports that recommend 0.1 and more (twelfth set)
_LEAST_PARAGRAPHS = 4


def answers_a_report(title: str, blocks: Sequence[Block[RedactedText]]) -> bool:
    """Say whether a document answers another's report: by its title, whom it addresses, how it opens, what it decides.

    Two of these signs tell. One does where the document, as the classifier of entries reads it, recommends nothing.

    Args:
        title: of the document, empty where it has none.
        blocks: of the document, in reading order.
    """
    first = blocks[:_BLOCKS]
    lines = [block.text for block in first if len(block.text) < _LONGEST_LINE]
    addressed = any(_ADDRESSED.match(line) or _TO_HEAD.match(line) for line in lines)
    opens = any(_OPENING.search(block.text) for block in first)
    signs = sum((bool(_TITLE.search(title)), addressed, opens))
    if signs > 1 or any(_OUR_REPLY.search(block.text) for block in first):
        return True
    yours = opens or any(_YOURS.search(block.text) for block in first) or any(map(_TO_OFFICE.match, lines))
    decides = (signs > 0 or yours) and takes_positions(blocks)
    if decides and (opens or addressed):
        return True
    return (decides or (yours and (addressed or bool(_TITLE.search(title))))) and not _recommends(blocks)


def _recommends(blocks: Sequence[Block[RedactedText]]) -> bool:
    body = [block for block in blocks if block.in_body]
    if len(body) < _LEAST_PARAGRAPHS:
        return False
    wholes = [placed.unit for placed in units(blocks, "") if placed.unit.whole]
    chances = entry_kinds().probabilities(wholes)
    return float(chances[:, KINDS.index("recommendation")].mean()) >= _HARDLY
