"""Recommendations inside numbered paragraphs, which readers cite by the paragraph."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from ingest.register.candidate import Candidate
from ingest.structure.labels import read_label

_KINDS = frozenset({"recommendation", "request_for_information", "good_practice"})
# "..., as their will is protected by law (recommendation 1)": the number that the sentence itself bears.
OWN_NUMBER = re.compile(
    r"\s*[(\[](?:recommendation|rec\.?|request|proposal|measure)\s+(?:no\.?\s*|number\s+)?(?P<number>[A-Z]{0,3}-?\d[\w.]*)"
    r"[)\]]\W*$",
    re.IGNORECASE,
)
# "3. R1, register of injuries. Implemented.", "2.5 As regards the request for information I1, ...": whose answer or
# verdict a numbered paragraph gives.
_WHOSE = re.compile(
    r"\W*(?:(?:as\s+(?:regards|to|for)|regarding|concerning|with\s+(?:regard|respect|reference)\s+to|on|re|ad|"
    r"in\s+(?:respect\s+of|relation\s+to|response\s+to|reply\s+to|answer\s+to))\W+)?(?:the\s+|our\s+|your\s+)?"
    r"(?P<word>(?:recommendation|rec\.?|request(?:\s+for\s+information)?|proposal|measure|requirement)\s+"
    r"(?:no\.?\s*|number\s+)?)?(?P<number>(?-i:[A-Z]{0,3})-?\d+(?:\.\d+)*[a-z]?)(?=\s*[,.:;()–—]|\s+-\s|\s*$|"
    r"(?P<bare>\s))",
    re.IGNORECASE,
)
_ANSWERS = frozenset({"response", "progress"})
_OPENING = 20  # characters that are compared
_PARAGRAPH = re.compile(r"\d{1,3}(?:\.\d{1,3})*")


def number_by_paragraph(candidates: Sequence[Candidate]) -> None:
    """Give entries inside numbered paragraphs the number of the paragraph.

    Args:
        candidates: the entries of one document; numbers are written. Nothing is written where the document labels
            its recommendations, since "recommendation 14" then is not what stands in paragraph 14. Where it numbers
            them without a word, an entry that opens a paragraph bears the number of that paragraph as they do.
    """
    whole = [one for one in candidates if one.number is not None and one.kind == "recommendation" and not one.inline]
    if any(one.block.label is not None or one.block.table is not None for one in whole):
        return
    given = {one.number for one in whole}
    for one in candidates:
        if one.inline and one.number is None and one.kind in _KINDS:
            number = (one.block.number or "").strip("().")
            fits = _PARAGRAPH.fullmatch(number) and one.block.label is None
            if fits and (not whole or (number not in given and _opens(one))):
                one.number = number


def number_by_reference(candidates: Sequence[Candidate]) -> None:
    """Give answers and verdicts in numbered paragraphs the number that they cite at their head.

    Args:
        candidates: the entries of one document; numbers are written. Without a word before it (``R1, register``) a
            number counts where another paragraph opens with one of the same letters: ``D2, a cell`` is none.
    """
    cited = {id(one): found for one in candidates if (found := _cited(one)) is not None}
    letters = Counter(found["number"].rstrip("0123456789.-") for found in cited.values() if not found["bare"])
    for one in candidates:
        found = cited.get(id(one))
        if found is None:
            continue
        prefix = found["number"].rstrip("0123456789.-")
        if found["word"] or (prefix and not found["bare"] and letters[prefix] > 1):
            one.number = found["number"]


def _cited(one: Candidate) -> re.Match[str] | None:
    block = one.block
    if one.kind not in _ANSWERS or block.label is not None or block.table is not None:
        return None
    label = read_label(block.text)
    if label is None or label.kind or _PARAGRAPH.fullmatch(label.number or "") is None:
        return None
    if one.number is not None and one.number.strip("().") != label.number:
        return None
    opens, head = block.text[label.start :], one.text[:_OPENING]
    return _WHOSE.match(opens) if opens.lstrip().startswith(head) or block.text.startswith(head) else None


def _opens(one: Candidate) -> bool:
    """Say whether an entry opens its paragraph."""
    label = read_label(one.block.text)
    return one.block.text[label.start if label is not None else 0 :].lstrip().startswith(one.text[:_OPENING])
