"""Paragraphs marked with a sign that judges or answers: ``[~] 2. Showers. Half of them run``, ``R3: 60 %.``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ingest.register.candidate import Candidate, response_of, trimmed
from ingest.register.position_cells import position_in
from ingest.register.scale import Scale
from ingest.register.status import ACCEPTANCE, status_of
from ingest.register.table_cells import code_in
from ingest.report import Block
from ingest.structure.labels import read_label
from redaction.text import RedactedText

_PLAIN = r"[^\w\s\[\](){}<>,;:.=“”\"'‘’–—-]{1,5}|½"
_SIGN = (
    rf"(?P<sign>\[[^\[\]\s]{{1,2}}\]|\d{{1,3}} ?(?:%|per cent)|\d{{1,2}} ?(?:/|out\sof) ?\d{{1,2}}|{_PLAIN}|"
    r"(?i:green|amber|yellow|orange|red)|[A-Z0-9][+-]?)"
)
# Behind a label: "Recommendation iv (inquiry): 0 %. ...", "R2 [+] The yard is open", "2. Yard. C. Still shut."
_HEAD = re.compile(rf"(?:[^.:;()]{{2,60}}?(?:[:.]|\s[–—-])\s+)?{_SIGN}(?=\s*[.;:,–—]|\s*$|(?<=[^\w%])\s)")
_WITHIN = re.compile(rf"[^.:;()]{{2,60}}?\s(?P<sign>{_PLAIN})(?=\s|$)")
# "Point 1 (beds): +-", whatever signs the legend has.
_EXPLAINED = re.compile(r"(?:[^.:;()]{2,60}?(?:[:.]|\s[–—-])\s+)?(?P<sign>[^\w\s]{1,5})(?=\s|$)")
_TAIL = re.compile(r"[\[(](?P<sign>[^\[\]()\s]{1,2})[\])]\W*$")
# "1. Mattresses – yes. All have one": a word where others have a sign.
_WORD = re.compile(r"(?:[^.:;()]{2,60}?(?::|\s[–—-])\s+)?(?P<word>[A-Za-z][a-z ]{1,28})[.;](?=\s|$)")
# "Rec. 2: roof ............ HALF DONE"
_LEADERS = re.compile(r"[^.:;()]{2,60}?\s?[.…_]{3,}\s*(?P<word>[A-Za-z][A-Za-z ]{1,28}?)\W*$")
# "Transfer of the men ...... C", "Telephones B": a legend's letter ends the line.
_GRADED = re.compile(r"[^.:;]{3,80}?[\s.…_]+(?P<sign>[A-H]|\d)")
_CODE = r"(?:[A-Z]{1,4}-?\d{1,3}|\d{1,2}(?:\.\d{1,2})?|\([a-z]\))"
# "R1 ✓ R2 ½ R3 ✗"
_RUN = re.compile(rf"(?P<code>{_CODE})\s*[.:)–—-]?\s*(?P<sign>\[[^\[\]\s]{{1,2}}\]|{_PLAIN})(?=[\s,;|]|$)")
_SHARE = re.compile(r"(?P<part>\d{1,2}) ?(?:/|out\sof) ?(?P<whole>\d{1,2})")
_LEAST, _MOST_WORDS = 2, 3


def with_signed(
    blocks: Sequence[Block[RedactedText]],
    known: Sequence[Candidate],
    scale: Scale,
    *,
    answers: bool,
    follow_up: bool,
) -> list[Candidate]:
    """Make progress, in a reply responses, of the paragraphs that bear signs, where two or more do.

    Args:
        blocks: of the document, in reading order.
        known: its entries so far; those within such a paragraph are left out.
        scale: what the document says that its signs mean.
        answers: the document is an authority's reply.
        follow_up: it judges what became of earlier recommendations, so that mere words and shares do too.
    """
    body = [block for block in blocks if block.in_body]
    marked = [one for block in body for one in _marked(block, scale, answers=answers, follow_up=follow_up)]
    if not marked and follow_up and not answers:
        marked = _graded_lines(blocks, scale)
    if len(marked) < _LEAST:
        return [*known]
    whole = {id(one.block) for one in marked}
    return [*(one for one in known if id(one.block) not in whole), *marked]


def _marked(block: Block[RedactedText], scale: Scale, *, answers: bool, follow_up: bool) -> Iterator[Candidate]:
    run = list(_RUN.finditer(block.text))
    if len(run) >= _LEAST and not _RUN.sub("", block.text).strip(" ,;|."):
        for each in run:
            status = _meant(each["sign"], scale, answers=answers, follow_up=follow_up)
            if status is not None:
                text = trimmed(block.text, each.start(), each.end())
                yield _entry(block, text, each["code"].strip("()"), status, "", answers=answers)
        return
    for sign, start, number in _signs(block, scale, words=follow_up or answers):
        status = _meant(sign, scale, answers=answers, follow_up=follow_up)
        if status is not None:
            yield _entry(block, trimmed(block.text, 0), number, status, str(block.text[start:]), answers=answers)
            return


def _graded_lines(blocks: Sequence[Block[RedactedText]], scale: Scale) -> list[Candidate]:
    """Judge the lines, headings or not, that end in a grade of the legend, if it has several."""
    graded = [
        (block, status)
        for block in blocks
        if scale.judges and block.table is None and (found := _GRADED.fullmatch(block.text.strip())) is not None
        if (status := scale.listed(found["sign"])) is not None
    ]
    return [Candidate("progress", trimmed(block.text, 0), block, status_verified=status) for block, status in graded]


def _entry(
    block: Block[RedactedText], text: RedactedText, number: str | None, status: str, said: str, *, answers: bool
) -> Candidate:
    if answers:
        return response_of(text, block, number, claimed=status, told=said or None)
    return Candidate("progress", text, block, number, status_verified=status)


def _signs(block: Block[RedactedText], scale: Scale, *, words: bool) -> Iterator[tuple[str, int, str | None]]:
    """Yield the signs that a paragraph may bear: at its head, behind its label or subject, at its end."""
    text = str.__str__(block.text)
    opening = scale.legend.opening(text)
    if opening is not None:
        sign, start = opening
        label = read_label(text[start:])
        yield sign, start, label.number if label is not None else code_in(text[start:])
        return
    label = read_label(text)
    number = label.number if label is not None else block.number
    if number is None or (label is not None and label.kind not in ("", "recommendation")):
        return
    start = label.start if label is not None else 0
    forms = (_HEAD, _WITHIN, _WORD, _LEADERS) if words else (_HEAD, _WITHIN)
    explained = _EXPLAINED.match(text, start)
    if explained is not None and scale.legend.meaning(explained["sign"]) is not None:
        yield explained["sign"], explained.end(), number.strip("().")
    for found in (*(form.match(text, start) for form in forms), _TAIL.search(text)):
        if found is not None:
            at = found.end() if found.re is not _TAIL else start
            yield found[1], at, number.strip("().")


def _meant(sign: str, scale: Scale, *, answers: bool, follow_up: bool) -> str | None:
    """Return what a sign says: by the legend, else a percentage, a share or a few words by themselves."""
    if scale.legend.meaning(sign) is not None:
        return scale.position_of(sign) if answers else scale.listed(sign)
    if answers:
        few = sign.replace(" ", "").isalpha() and len(sign) > 1 and len(sign.split()) <= _MOST_WORDS
        plain = position_in(sign) if few else None
        return plain if plain in ACCEPTANCE or plain == "implemented" else None
    share = _SHARE.fullmatch(sign)
    if len(sign.split()) > _MOST_WORDS and share is None:
        return None
    if share is not None and follow_up and 0 < int(share["whole"]) >= int(share["part"]):
        part, full = int(share["part"]), int(share["whole"])
        return "implemented" if part == full else "partly implemented" if part else "not implemented"
    percent = re.search(r"%|per cent", sign)
    word = follow_up and len(sign) > 1 and sign.replace(" ", "").isalpha()
    sole = status_of(sign) if percent or word or (follow_up and re.fullmatch(_PLAIN, sign)) else None
    return None if sole in ACCEPTANCE else sole
