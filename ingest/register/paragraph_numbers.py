"""Recommendations inside numbered paragraphs, which readers cite by the paragraph."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from ingest.register.answered_headings import number_behind_theme
from ingest.register.candidate import Candidate
from ingest.register.listed_numbers import number_by_list, opens_paragraph
from ingest.structure.labels import read_label
from ingest.structure.number_words import IN_WORDS, ORDINAL_WORDS

_KINDS = frozenset({"recommendation", "request_for_information", "good_practice"})
# "..., as their will is protected by law (recommendation 1)": the number that the sentence itself bears.
OWN_NUMBER = re.compile(
    r"\s*[(\[](?:recommendation|rec\.?|request|proposal|measure)\s+(?:no\.?\s*|number\s+)?(?P<number>[A-Z]{0,3}-?\d[\w.]*)"
    r"[)\]]\W*$",
    re.IGNORECASE,
)
# "3. R1, register of injuries. Implemented.", "2.5 As regards the request for information I1, ...", "On R3 and
# R4, which I take together.", "(iv), women constables: ...", "Locked doors (your § 2): ...": what a paragraph answers.
_CODE = r"(?-i:[A-Z]{0,3})-?\d+(?:\.\d+)*[a-z]?"
_MORE = rf"(?:(?:\s*,\s*(?:and\s+)?|\s+and\s+|\s*&\s*|\s+to\s+|\s*[–—]\s*){_CODE}(?!\w|\s*%))*"
_WHOSE = re.compile(
    r"\W*(?:(?:as\s+(?:regards|to|for)|regarding|concerning|with\s+(?:regard|respect|reference)\s+to|on|re|ad|"
    r"in\s+(?:respect\s+of|relation\s+to|response\s+to|reply\s+to|answer\s+to))\W+)?(?:the\s+|our\s+|your\s+)?"
    r"(?P<word>(?:recommendations?|recs?\.?|requests?(?:\s+for\s+information)?|proposals?|measures?|requirements?|"
    r"questions?|points?|items?|opinions?)\s+(?:nos?\.?\s*|numbers?\s+)?)?(?P<number>"
    rf"{_CODE}{_MORE})(?=\s*[,.:;()–—]|\s+-\s|\s*$|(?P<bare>\s))",
    re.IGNORECASE,
)
_IN_WORDS = re.compile(
    rf"\W*(?:(?:on|as to|regarding)\s+)?(?:the\s+)?(?P<number>{IN_WORDS})\s+(?P<word>recommendation|proposal|"
    r"request|suggestion|opinion)\b",
    re.IGNORECASE,
)
_LETTERED = re.compile(r"\(?(?P<number>[a-h]|[ivx]{1,5})\)\s*[,:–—-]\s*(?=\w)")
_YOURS = re.compile(
    r"[^.:;()]{2,60}\s\((?:your|the report['’]?s?|see your|re your|cf\. your)\s+(?P<word>§+|paragraphs?|paras?\.?|"
    r"points?|"
    r"recommendations?|recs?\.?|items?|nos?\.?|requests?)\s*(?P<number>[A-Z]{0,3}-?\d+(?:\.\d+)*[a-z]?)\)\s*[:.,–—-]",
    re.IGNORECASE,
)
# "... open a second yard. (R-2)": the number stands behind what it counts.
_BEHIND = re.compile(r"\s*[(\[](?P<number>(?:[A-Z]{1,4}[-. ]?)?\d{1,3}(?:\.\d{1,2})*)[)\]](?:\s|[^\w(\[])*")
_CODED = re.compile(
    r"(?P<number>[A-Z]{1,4}-\d{1,3})(?=\s*[(.:,]|\s+(?:is|are|was|were|remains?|stands?|must|should)\b)"
)
_LAST_BRACKETS = re.compile(r"[(\[](?:[A-Z]{1,4}[-. ]?)?\d[\d.]*[)\]]\W*$")
# "Lamps at night (c). All of them burn.": behind what an answer or verdict is about.
_BEHIND_SUBJECT = re.compile(
    r"[^.:;()\n]{2,60}\s[(\[](?P<number>[a-h]|[ivx]{1,5}|\d{1,2}|[A-Z]{1,4}-\d{1,2})[)\]]\s*[.:–—-]"
)
# "recommended to the Prefect (Recommendation 2) that ...", "To the Bar (Rec. 6): ...": behind whom it is put to.
_AT_THE_HEAD = re.compile(
    r"[^.;:()]{3,140}\s[(\[](?:recommendation|rec\.?)\s*(?:no\.?\s*|number\s+)?(?P<number>[A-Z]{0,3}-?\d{1,3}(?:[./]\d{1,3})*)"
    r"[)\]]\s*(?=:|,?\s*(?:that|to)\b)",
    re.IGNORECASE,
)
# "2. Of these, the first (beds) ...", "The second concerned the yard.", "Nothing has been done about the fifth: ...".
_IN_TURN = re.compile(
    rf"(?:\(?\d{{1,3}}[.)]*\s+)?(?:[^.;:]{{0,50}}?\b)?(?:the|our|your)\s+(?P<word>{'|'.join(ORDINAL_WORDS)})"
    r"(?:\s+(?:recommendation|proposal|point|request|measure|one)\b|(?=\s*[,.;:()–—]|\s-\s|\s+(?:is|are|was|were|concern(?:s|ed)|has|"
    r"have|had|can|cannot|could|will|relate[sd]|asked|remains?|dealt)\b))",
    re.IGNORECASE,
)
# "Ad B. Rejected, there is no room.", "Proposal C: this has been done"
_TO_LETTER = re.compile(
    r"(?:[Aa]d|[Rr]e|[Aa]s\s+to|[Oo]n|[Pp]oint|[Ii]tem|[Pp]roposal|[Rr]ecommendation|"
    r"[Rr]equest)\s+\(?(?P<number>[A-Z]|[a-h])\)?\s*"
    r"(?:[.:,)]|[–—-](?=\s))"
)
_ANSWERS = frozenset({"response", "progress"})
_OPENING = 20  # characters that are compared
_PARAGRAPH = re.compile(r"\d{1,3}(?:\.\d{1,3})*")


def number_candidates(candidates: Sequence[Candidate]) -> None:
    """Give entries the numbers that they bear elsewhere than in a label of their own; numbers are written."""
    number_behind(candidates)
    number_at_head(candidates)
    number_behind_subject(candidates)
    number_by_paragraph(candidates)
    number_by_reference(candidates)
    number_by_heading(candidates)
    number_by_ordinal(candidates)
    number_by_list(candidates)


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
            if fits and (not whole or (number not in given and opens_paragraph(one))):
                one.number = number


def number_by_reference(candidates: Sequence[Candidate]) -> None:
    """Give answers and verdicts in numbered paragraphs the number that they cite at their head.

    Args:
        candidates: the entries of one document; numbers are written. Without a word before it (``R1, register``) a
            number counts where another paragraph opens with one of the same letters: ``D2, a cell`` is none.
    """
    cited = {id(one): found for one in candidates if (found := _cited(one)) is not None}
    letters = Counter(_prefix(found) for found in cited.values() if not found.groupdict().get("bare"))
    for one in candidates:
        found = cited.get(id(one))
        if found is None:
            continue
        word, bare = (found.groupdict().get(name) for name in ("word", "bare"))
        lettered = found.re is _LETTERED
        if word or ((_prefix(found) or lettered) and not bare and letters[_prefix(found)] > 1):
            one.number = found["number"]


def number_by_heading(candidates: Sequence[Candidate]) -> None:
    """Give answers and verdicts without a number that of the heading above: ``R1 (Dormitory 4)``.

    Args:
        candidates: the entries of one document; numbers are written. A mere code counts where others open so too.
    """
    above = {
        id(one): found
        for one in candidates
        if one.kind in _ANSWERS
        and one.block.table is None
        and one.block.heading_path
        and _number_above(one) is None
        and (found := _WHOSE.match(one.block.heading_path[-1]) or _IN_WORDS.match(one.block.heading_path[-1]))
    }
    headings = {one.block.heading_path[-1]: above[id(one)] for one in candidates if id(one) in above}
    letters = Counter(_prefix(found) for found in headings.values())
    for one in candidates:
        found = above.get(id(one))
        if one.number is not None and not _is_paragraph(one):
            continue
        if (behind := _number_above(one)) is not None:
            one.number = behind
        elif found is not None and (found["word"] or (_prefix(found) and letters[_prefix(found)] > 1)):
            one.number = found["number"].capitalize() if found.re is _IN_WORDS else found["number"]


def number_by_ordinal(candidates: Sequence[Candidate]) -> None:
    """Give answers and verdicts the number that they count in words: ``As for the fourth, ...``.

    Args:
        candidates: the entries of one document; numbers are written where two or more count so, each another one.
    """
    counted = [
        (one, str(ORDINAL_WORDS.index(found["word"].lower()) + 1))
        for one in candidates
        if one.kind in _ANSWERS
        and (one.number is None or _is_paragraph(one))
        and (found := _IN_TURN.match(one.text)) is not None
    ]
    if len({number for _, number in counted}) == len(counted) > 1:
        for one, number in counted:
            one.number = number


def number_behind(candidates: Sequence[Candidate]) -> None:
    """Give recommendations the code that stands behind them in brackets, where several bear one: ``... yard. (R-2)``.

    Args:
        candidates: the entries of one document; numbers are written, and the code is taken out of no text.
    """
    told: dict[int, str] = {}
    for one in candidates:
        start = one.block.text.find(one.text)
        if one.number is not None or one.kind not in _KINDS or start < 0 or one.block.table is not None:
            continue
        end = start + len(one.text)
        within = _LAST_BRACKETS.search(one.text)
        found = _BEHIND.match(one.block.text, start + within.start() if within is not None else end)
        if found is not None:
            told[id(one)] = found["number"]
    letters = Counter(_letters(number) for number in told.values())
    plain = [int(number) for number in told.values() if number.isdigit()]
    # Mere numbers count what they stand behind where each is another one and one follows the other.
    counts = len(set(plain)) == len(plain) and any(number + 1 in plain for number in plain)
    for one in candidates:
        number = told.get(id(one))
        if number is not None and letters[_letters(number)] > 1 and (_letters(number) or counts):
            one.number = number


def number_by_code(candidates: Sequence[Candidate]) -> None:
    """Give recommendations the code that opens their paragraph: ``MH-1 is maintained: the Ministry should ...``.

    Args:
        candidates: the entries of one document; numbers are written where two paragraphs or more open with a code of
            letters and a number, to the one recommendation of each.
    """
    opening = {id(one.block): found["number"] for one in candidates if (found := _CODED.match(one.block.text))}
    asked = Counter(id(one.block) for one in candidates if one.kind in _KINDS)
    for one in candidates if len(opening) > 1 else ():
        if one.number is None and one.kind in _KINDS and asked[id(one.block)] == 1 and one.block.table is None:
            one.number = opening.get(id(one.block))


def number_behind_subject(candidates: Sequence[Candidate]) -> None:
    """Give answers and verdicts the number in brackets behind what they are about, where several bear one so.

    Args:
        candidates: the entries of one document; numbers are written.
    """
    found = [
        (one, head["number"])
        for one in candidates
        if one.number is None
        and one.kind in _ANSWERS
        and one.block.table is None
        and (head := _BEHIND_SUBJECT.match(one.text) or _TO_LETTER.match(one.text)) is not None
    ]
    _give_distinct(found)


def number_at_head(candidates: Sequence[Candidate]) -> None:
    """Give recommendations the number that stands behind their addressee, where several of them bear one so.

    Args:
        candidates: the entries of one document; numbers are written.
    """
    found = [
        (one, head["number"])
        for one in candidates
        if one.number is None and one.kind in _KINDS and (head := _AT_THE_HEAD.match(one.text)) is not None
    ]
    _give_distinct(found)


def _number_above(one: Candidate) -> str | None:
    told = one.kind in _ANSWERS and one.block.table is None and one.block.heading_path
    return number_behind_theme(one.block.heading_path[-1]) if told else None


def _letters(number: str) -> str:
    return re.match(r"[A-Z]*", number).group()  # type: ignore[union-attr]


def _prefix(found: re.Match[str]) -> str:
    return "(" if found.re is _LETTERED else re.match(r"[A-Za-z]*", found["number"]).group()  # type: ignore[union-attr]


def _is_paragraph(one: Candidate) -> bool:
    """Say whether an entry only bears the number of its own paragraph."""
    return one.block.number is not None and (one.number or "").strip("().") == one.block.number.strip("().")


def _cited(one: Candidate) -> re.Match[str] | None:
    block = one.block
    if one.kind not in _ANSWERS or block.label is not None or block.table is not None:
        return None
    label = read_label(block.text)
    if label is not None and label.word is not None:
        return None
    number = label.number if label is not None else None
    paragraph = number is not None and _PARAGRAPH.fullmatch(number) is not None
    if one.number is not None and not (paragraph and one.number.strip("().") == number):
        return None
    start = label.start if label is not None and paragraph else 0
    opens, head = block.text[start:], one.text[:_OPENING]
    if not (opens.lstrip().startswith(head) or block.text.startswith(head)):
        return None
    return _LETTERED.match(opens) or _YOURS.match(opens) or _WHOSE.match(opens)


def _give_distinct(found: Sequence[tuple[Candidate, str]]) -> None:
    """Write the numbers where there are several and no two are the same: then they count the entries."""
    if len({number for _, number in found}) == len(found) > 1:
        for one, number in found:
            one.number = number
