"""Whom a place holds, and why: words of a whole document that tell its type where no name does."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from ingest.register.sentence import sentence_spans
from ingest.report import Block
from ingest.taxonomy import place_type_counts
from redaction.text import RedactedText

# What is said again and again where people of one sort are held, in our own choice of words.
_TELLING: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(rf"\b(?:{words})\b", re.IGNORECASE))
    for kind, words in (
        (
            "immigration detention",
            r"deport\w+|removal order|(?:pending|forced|awaiting) (?:departure|removal|return)|asylum|foreigners|"
            r"aliens|migrants?|residence (?:act|permit)|expulsion|return decision|immigration",
        ),
        (
            "prison",
            r"prisoners?|inmates?|sentenced?|convict\w*|warders?|cell ?mates?|parole|life[- ]sentenced?|wings?|"
            r"governor|sheriff|deputies|booking|pods?|warden",
        ),
        (
            "police custody",
            r"arrest(?:ed|s)?|suspects?|interrogat\w+|custody (?:officer|record|sergeant|book)|duty officer",
        ),
        (
            "psychiatric hospital",
            r"patients?|psychiatrists?|involuntar\w+|compulsory (?:treatment|admission)|forensic|head nurse|seclusion",
        ),
        (
            "care home",
            r"residents?|dementia|carers?|older persons?|elderly|wheelchairs?|bed rails?|relatives|nursing assistants?",
        ),
        (
            "juvenile institution",
            r"children|young (?:people|persons?)|minors?|boys|girls|pupils?|juveniles?|adolescents?|school",
        ),
        ("military detention", r"soldiers?|adjutant|conscripts?|guardroom|military police"),
    )
)
_MOST, _NEAR = 20, 3


def kinds_weighed(name: str, blocks: Sequence[Block[RedactedText]]) -> Counter[str]:
    """Return points for types of places by the words for them and for whom they hold.

    Args:
        name: of the place, as found; a sentence with its last word counts three times. May be empty.
        blocks: of the whole document.
    """
    words = re.findall(r"[^\W\d_]{4,}", name)
    text = "\n".join(str.__str__(block.text) for block in blocks)
    counts = +Counter({kind: min(len(pattern.findall(text)), _MOST) for kind, pattern in _TELLING})
    for block in blocks:
        for first, last in sentence_spans(block.text):
            sentence = block.text[first:last]
            weight = _NEAR if words and words[-1] in sentence else 1
            for kind, count in place_type_counts(sentence).items():
                counts["prison" if kind == "remand prison" else kind] += weight * count
    return counts


def first_telling(kind: str, blocks: Sequence[Block[RedactedText]]) -> Block[RedactedText] | None:
    """Return the first block with a word for a type of place, else with one for whom such places hold."""
    named = next((block for block in blocks if kind in place_type_counts(block.text)), None)
    patterns = [pattern for name, pattern in _TELLING if name == kind]
    return named or next((block for block in blocks for pattern in patterns if pattern.search(block.text)), None)
