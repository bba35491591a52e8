"""The printed label or number with which a block opens: ``Recommendation 3``, ``AFI 2``, ``2.14``, ``R4``, ``(a)``."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from ingest.structure.label_kinds import LABEL_KINDS, SHORT_KINDS
from ingest.structure.number_words import CARDINAL_WORDS, IN_WORDS

_WORDS = "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in sorted(LABEL_KINDS, key=len, reverse=True))
_OF_YEAR = r"(?:19|20)\d\d[-/]\d{1,3}"  # "Recommendation 2025-01"
_NUMBER = (
    rf"{_OF_YEAR}|\d{{1,3}}/(?:19|20)\d\d\b|"
    r"(?:[A-Z]{1,3}[- ]?)?\d{1,3}(?:[./]\d{1,3}(?!\d)){0,4}(?:[a-z]\b|\([a-z]\))?|[IVX]{1,5}|"
    r"[A-Z](?=\s*[.:)–—-])|(?:[ivx]{1,5}|[a-h])(?=\s*[.:)(–—])(?!\.[a-z]\.)"
)
# "(ACT Policing)", "[Serco]", "to the Judiciary:"; "[STAFF 1]" masks a name.
_QUALIFIER = (
    r"\s*\([^()]{2,120}\)|\s*\[(?!(?-i:[A-Z]+)\s\d)[^\[\]]{2,120}\]|"
    r"\s+(?:to|for)\s+(?:the\s+)?(?-i:[A-Z])[^:.;]{2,80}(?=:)"
)
# "Recommendation 4 (today), to the Governor. Close ...", "Recommendation 5, to the same (by May): ...".
_PUT_TO = (
    r"(?:\s*\([^()]{2,60}\))?,\s+(?P<put>(?:to|for)\s+(?:the\s+)?(?:(?:same|said|latter)\b|(?-i:[A-Z])"
    r"(?:(?!\b(?:is|are|was|were|has|have|had|should|must|will|remains?)\b)[^:.;()]){2,80}?))"
    r"(?:\s*\([^()]{2,60}\))?(?=\s*[.:])"
)
_LABELLED = re.compile(
    rf"(?:(?:new|further|additional)\s+)?(?P<label>{_WORDS})(?:(?<=\brec)\.)?(?:\s+(?:no\.?|number|n°|#))?"
    rf"\s*\(?(?P<number>(?-i:{_NUMBER}))\)?"
    # "Opinion 2. (to the warden)" stands above what it asks.
    rf"(?P<qualifier>{_PUT_TO}|{_QUALIFIER}|[.:]\s*\((?:to|for)\s[^()]{{2,120}}\)(?=\W*$))?"
    # "Recommendation 3 (the Ministry), which repeats No. 6 of 2021. Lay on water".
    r"(?:,?\s+(?:which\s+)?(?:reiterat|repeat|renew|restat|replac)(?:es|ing|ed\s+from|s|ed)?\s"
    r"(?:[^.:;]|(?<=\bno)\.|(?<=\bnos)\.){0,60}(?=[.:]\s(?!\d)))?"
    r"\s*(?:[.:)]|[-–—](?=\s)|(?=\s|$))\s*[-–—]?\s*",
    re.IGNORECASE,
)
_UNNUMBERED = re.compile(
    rf"(?:(?:the |our )?(?:NPM|CPT|SPT|[A-Z]{{3,6}}|Committee|Ombudsman|Inspectorate|Commission|"
    rf"Defender)(?:['’]s)? )?"
    rf"(?P<label>{_WORDS})(?P<qualifier>\s*\([^()]{{2,120}}\))?\s*(?:[.:]|[–—](?=\s))\s+",
    re.IGNORECASE,
)
_EMBEDDED = re.compile(
    r"(?<=[.;)] )(?P<label>REPEAT DEFICIENCY|DEFICIENCY|Repeat deficiency|Deficiency|RECOMMENDATION|AFI|"
    r"AREA FOR IMPROVEMENT|Recommendation(?=\s+[A-Z]?\d{1,3}:\s+[A-Z]))\s+(?P<number>(?:[A-Z]{1,3}-?)?\d{1,3})"
    r"\s*[:.–—-]\s+"
)
# "... on straw. Recommendation no. 2 (Director of the prison): Beds ...": to whom it is put tells it from a mention.
_EMBEDDED_PUT_TO = re.compile(
    r"(?<=[.;)!?”\"] )(?P<label>Recommendation|Proposal|Request)\s+(?:no\.?\s*|number\s+|n[°º]\s*)?"
    r"(?P<number>[A-Z]{0,3}-?\d{1,3})"
    r"(?P<qualifier>\s*\([^()]{2,120}\)|\s+(?:to|for)\s+(?:the\s+)?[A-Z][^:.;]{2,80}):\s+(?=[A-Z])"
)
# "GV-4 (to the Governor): that the yard be roofed", at the start of a paragraph or behind what was found.
_CODE_PUT_TO = re.compile(
    r"(?:^|(?<=[.;)!?”\"] ))(?P<number>[A-Z]{1,4}-?\d{1,3})\s*\((?P<qualifier>(?:to|for)\s+(?:the\s+)?[^(),\d]{2,100})"
    r"(?:,[^()]{2,80})?\)\s*:\s+(?=that\b|to\b|[A-Z])"
)
_ADDRESSED = re.compile(
    r"(?P<qualifier>To\s+(?!be\s)(?:the\s+)?[^:.;]{3,120}):\s*(?P<number>\d{1,3}(?:\.\d{1,3})*|"
    r"\([a-z0-9]{1,3}\))[.)]?\s+"
    r"(?=\S)"
)
# "[Governor] 2. Open the yard": "[STAFF 1]" masks a name.
_IN_BRACKETS = re.compile(
    r"\[(?P<qualifier>(?!(?-i:[A-Z]+)\s\d)[A-Z][^\[\]\d]{2,80})\]\s*(?P<number>\d{1,3}(?:\.\d{1,3})*)[.):]\s+(?=\S)"
)
_PROPOSED = re.compile(
    r"(?P<label>Proposal|Recommendation|Request)s?\s+(?P<qualifier>(?:to|"
    r"for)\s+(?:the\s+)?[A-Z][^:.;]{2,100}):\s+(?=[A-Z])"
)
# "1. RECOMMENDATION" on a line of its own.
_NUMBER_FIRST = re.compile(
    rf"(?P<number>\d{{1,3}}|[IVX]{{1,5}})\s*[.):]?\s*(?P<label>{_WORDS})\s*[:.]?$", re.IGNORECASE
)
_SHORT = re.compile(
    r"(?P<label>REC|GP|AFI|KC|HP|RFI|R|D)(?:[- ]|(?<=\bR)\.\s?)?(?P<number>\d{1,3}(?:[./]\d{1,2}(?!\d))?)"
    rf"(?P<qualifier>(?:{_PUT_TO}|{_QUALIFIER})(?=\s*[.:–—]))?(?:\s*(?:[.:)–—]|-(?=\s))\s*|\s+(?=[A-Z]))"
)
_NUMBERED = (
    re.compile(r"(?P<number>\d{1,3}(?:\.{1,2}\d{1,3}){1,4}[a-z]?)[.)]?\s+(?=\S)"),
    re.compile(r"(?P<number>[A-Z]{1,2}\d{1,3}(?:\.\d{1,3})*)[.:)]?\s+(?=[A-Z\"“(\[])"),
    re.compile(r"(?P<number>(?:19|20)\d{2}/\d{1,3})[.):]?\s+(?=\S)"),
    re.compile(r"(?P<number>\d{1,3}/(?:19|20)\d{2})[.):]\s+(?=\S)"),
    re.compile(r"(?P<number>(?:19|20)\d{2}-\d{2})[.:]\s+(?=[^\W\d_])"),
    re.compile(r"\[(?P<number>\d{1,3}[a-z]?)\]\s+(?=[A-Z\"“(])"),
    re.compile(r"#(?P<number>\d{1,3})[.):]?\s+(?:[–—-]\s+)?(?=[^\W\d_])"),
    re.compile(r"(?P<number>[A-Z]{1,5}(?:[/-]\d{1,4})?[/-](?:[A-Z]\d?|\d{1,3}))[.:)]\s+(?=[A-Z\"“(\[])"),
    re.compile(r"(?P<number>(?!COVID)[A-Z]{2,5}[- ]?\d{1,6}(?:[/.-]\d{1,4})*)\s*[:–—]\s+(?=\S)"),
    re.compile(r"(?:\[[+~±?xX✓✗–—-]\]\s+)?(?P<number>(?!COVID)[A-Z]{1,4}-\d{1,3})[.:)]?\s+(?=[A-Z\"“(\[])"),
    re.compile(r"No\.\s?(?P<number>\d{1,3})[.:)]\s+(?=[A-Z\"“(\[])"),
    re.compile(r"(?P<number>\d{1,4}[a-z]?)[.)]\s*(?=[^\d\s])"),
    re.compile(r"(?P<number>\((?:[a-z]|[ivx]{1,5}|\d{1,3})\))\s+(?=\S)"),
    re.compile(r"(?P<number>\d{1,3})\.?[º°ª]\.?\)?\s+(?![CF]\b)(?=\S)"),  # "1º that no one ..."
    re.compile(r"(?P<number>[a-z]|[ivx]{1,5})[.)]\s+(?=\S)"),
)
# Numbers in words: "FIRST. To provide ...", "Second recommendation: ...", "Recommendation One: ...".
_ORDINAL = re.compile(
    rf"(?:(?P<number>(?:{IN_WORDS}))(?:\s+(?P<label>recommendation|proposal|request|finding|concern))?"
    rf"|(?P<label2>recommendation|proposal|request|finding|concern)\s+(?P<number2>{'|'.join(CARDINAL_WORDS)}|"
    rf"{IN_WORDS}))"
    r"\s*(?:[.:)–—]|-(?=\s))\s*[-–—]?\s*(?=[A-Z\[(])",
    re.IGNORECASE,
)
_PARAGRAPH_WORD = re.compile(
    r"(?:§|¶|para(?:graph)?\.?|par\.)\s*(?P<number>\d{1,3}(?:\.\d{1,3})*)[.:)]?\s+(?:[–—-]\s+)?", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Label:
    """What a block opens with.

    Attributes:
        word: the label word as printed (``Recommendation``, ``R``), ``None`` for a bare number.
        number: as printed, ``None`` for a label without a number.
        start: offset in the text where the text proper starts.
        kind: register kind of the label word, empty where it has none.
        qualifier: words in brackets after the number, or the addressee before it, as printed.
    """

    word: str | None
    number: str | None
    start: int
    kind: str = ""
    qualifier: str | None = None

    @property
    def name(self) -> str:
        """How readers name the place: ``Recommendation 3``, ``R4``, ``D4``, ``2.14``."""
        if self.word is None:
            return self.number or ""
        if self.number is None:
            return _sentence_case(self.word)
        if self.word.upper() in SHORT_KINDS and self.word.upper() not in ("AFI", "REC"):
            return f"{self.word}{self.number}"
        word = self.word if self.word.upper() in SHORT_KINDS else _sentence_case(self.word)
        return f"{word} {self.number}"


def read_label(text: str) -> Label | None:
    """Read the label or number at the start of a block.

    Args:
        text: the block's text, redacted or not; placeholders such as ``[STAFF 1]`` may stand in it.

    Returns:
        The label, or ``None`` where the block opens with plain words. A bare number without a stop (``17 Cells``)
        is not read here since only its neighbours can tell whether it is a number of a paragraph.
    """
    found = _LABELLED.match(text)
    if found is not None and _is_label_use(text, found):
        return _worded(found)
    found = _NUMBER_FIRST.match(text)
    if found is not None and LABEL_KINDS[_fold(found["label"])]:
        return _worded(found)
    found = _ADDRESSED.match(text) or _IN_BRACKETS.match(text)
    if found is not None:
        return Label("Recommendation", found["number"].strip("()"), found.end(), "recommendation", found["qualifier"])
    found = _PROPOSED.match(text)
    if found is not None:
        return Label(found["label"], None, found.end(), LABEL_KINDS[_fold(found["label"])], found["qualifier"])
    found = _SHORT.match(text)
    if found is not None and found.end() < len(text):
        word = found["label"]
        return Label(word, found["number"], found.end(), SHORT_KINDS[word.upper()], _qualifier(found))
    found = _ORDINAL.match(text)
    if found is not None and (found["label2"] or text[:1].isupper()):
        word = found["label"] or found["label2"]
        number = found["number"] or found["number2"]
        return Label(word, number, found.end(), LABEL_KINDS[_fold(word)] if word else "")
    found = _UNNUMBERED.match(text)
    if found is not None and LABEL_KINDS.get(_fold(found["label"])) in _UNNUMBERED_KINDS:
        return Label(found["label"], None, found.end(), LABEL_KINDS[_fold(found["label"])], _inside(found["qualifier"]))
    found = _EMBEDDED_PUT_TO.search(text)
    if found is not None:
        return _worded(found)
    found = _CODE_PUT_TO.search(text)
    if found is not None:
        return Label(None, found["number"], found.end(), "recommendation", found["qualifier"])
    found = _EMBEDDED.search(text, 0, 160)
    if found is not None:
        return Label(found["label"], found["number"], found.end(), LABEL_KINDS[_fold(found["label"])])
    for pattern in (_PARAGRAPH_WORD, *_NUMBERED):
        found = pattern.match(text)
        if found is not None and not _is_date_or_amount(text, found):
            return Label(None, found["number"], found.end())
    return None


def unnumbered(text: str) -> str:
    """Return a text behind the label or number with which it opens."""
    label = read_label(text)
    return text[label.start :] if label is not None else text


def inner_label(text: str, label: Label) -> Label | None:
    """Read the label that stands behind a number of the paragraph: ``4.2 Urgent recommendation: ...``.

    Args:
        text: the block's text.
        label: from :func:`read_label` of it.

    Returns:
        The label with its place in ``text``; one without a number has that of the paragraph, and ``(a) Recommendation
        1. Close ...`` is cited as recommendation 1. ``None`` where the number is no bare one or no label follows.
    """
    inner = read_label(text[label.start :]) if label.word is None and not label.kind else None
    if inner is None or inner.word is None:
        return None
    return replace(inner, number=inner.number or label.number, start=label.start + inner.start)


def bare_label(text: str, number: str | None) -> Label | None:
    """Read a line that is nothing but a label word, whose number a list gave: ``2`` and ``RECOMMENDATION``."""
    kind = LABEL_KINDS.get(_fold(text.strip(" .:")), "")
    return Label(text.strip(" .:"), number, len(text), kind) if kind else None


_UNNUMBERED_KINDS = frozenset(
    {"recommendation", "good_practice", "housekeeping", "area_for_improvement", "request_for_information", "concern"}
)
_MONTH = re.compile(
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)\b", re.IGNORECASE
)


def _worded(found: re.Match[str]) -> Label:
    word = found["label"]
    kind = LABEL_KINDS.get(_fold(word), "")
    return Label(word, re.sub(r"\s+", " ", found["number"]), found.end(), kind, _qualifier(found))


def _is_label_use(text: str, found: re.Match[str]) -> bool:
    """Tell ``Recommendation 3: Close`` from the sentence ``Recommendation 3 was accepted``."""
    separator = text[found.start() : found.end()].rstrip()
    if found.end() >= len(text.rstrip()):
        return True
    if separator[-1:] in ".:)–—-":
        return True
    following = text[found.end() : found.end() + 2]
    return found["label"][:1].isupper() and following[:1].isupper()


def _is_date_or_amount(text: str, found: re.Match[str]) -> bool:
    return bool(re.match(r"\d{1,2}$", found["number"])) and bool(_MONTH.match(text, found.end()))


def _qualifier(found: re.Match[str]) -> str | None:
    beside = found.groupdict()
    return _inside(beside.get("put") or beside.get("qualifier"))


def _inside(qualifier: str | None) -> str | None:
    return qualifier.strip(" .:").strip("()[]").strip() if qualifier else None


def _fold(word: str) -> str:
    return re.sub(r"\s+", " ", word).lower()


def _sentence_case(word: str) -> str:
    return word[:1].upper() + re.sub(r"\s+", " ", word[1:]).lower()
