"""Whom the letters of a number or a column name: ``GV-2`` and ``GV``, where a legend or the document explains them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.register.addressee_name import clean_subject
from ingest.register.candidate import Candidate
from ingest.register.legend import Legend
from ingest.register.offices import is_actor, is_office, is_text
from ingest.report import Block
from redaction.text import RedactedText

_PREFIX = re.compile(r"(?P<letters>[A-Z]{1,5})[-/. ]?\d")
_LETTERS = re.compile(r"[A-Z][A-Za-z]{0,7}")
# Letters that count what they stand before, and name nobody.
_COUNTERS = frozenset({"R", "REC", "AFI", "D", "KC", "GP", "HP", "RFI", "N", "P", "X"})
_LEAST = 2
# "... by March (Board of Works).", "... of their own (Border Guard; Article 12)", "...: Border Guard, at once."
_IN_BRACKETS = re.compile(r"\s\((?:the\s+)?(?P<name>[A-Z][^();\d]{2,70})(?:;(?:[^()]|\([^()]*\))*)?\)\W*$")
_BEHIND_ARROW = re.compile(r"\s(?:→|⇒|->|=>|➔|►)\s*(?:the\s+)?(?P<name>[A-Z][^→.;:\d]{2,60}?)\W*$")
_BEHIND_TO = re.compile(r"[;,]\s+to\s+the\s+(?P<name>[A-Z][^;:.\d]{2,60})\W*$")
_BEHIND_COLON = re.compile(r":\s+(?:the\s+)?(?P<name>[A-Z][^:;.,\d]{2,60})(?:,\s[^:;.]{2,40})?\.?$")
# "4) to the same: to arrange washing": whom the entry before is put to.
_TO_THE_SAME = re.compile(
    r"(?:to|for)\s+the\s+(?:same|said|latter)(?:\s+(?:body|office|authority|addressee|institution|ministry))?\s*[:,–—]",
    re.IGNORECASE,
)
# "Recommendation 4, to the same. Close ...": read as its addressee.
_SAME = re.compile(r"(?:to\s+|for\s+)?(?:the\s+)?(?:same|said|latter)", re.IGNORECASE)
_ASKED = frozenset({"recommendation", "request_for_information", "area_for_improvement"})
_NO_NAME = re.compile(
    r"(?i:see|as|cf|in|repeated|new|annex|section|rule|article|paragraph|within|by|priority|"
    r"urgent|immediate|high|medium|low|short|long|each|all)\b"
)


def name_behind(candidates: Sequence[Candidate]) -> None:
    """Give entries the name in brackets, or behind a colon, that ends them, where several so end with an office.

    Args:
        candidates: of one document; addressees are written. ``Circle of elders`` is one where ``Health Directorate``
            ends another entry in the same way.
    """
    for form in (_IN_BRACKETS, _BEHIND_ARROW, _BEHIND_TO, _BEHIND_COLON):
        ending = [(one, found["name"]) for one in candidates if (found := _ending(form, one)) is not None]
        offices = [name for _, name in ending if is_office(name) or is_actor(name)]
        if len(ending) < _LEAST or not offices:
            continue
        for one, name in ending:
            own = is_office(name) or is_actor(name)
            if one.addressee is None and (own or (form is not _BEHIND_COLON and 2 * len(offices) >= len(ending))):
                one.addressee = clean_subject(name)


def name_same(candidates: Sequence[Candidate]) -> None:
    """Give entries that are put ``to the same`` the addressee of the one before.

    Args:
        candidates: of one document, in reading order; addressees are written.
    """
    before: str | None = None
    for one in candidates:
        if one.kind in _ASKED:
            told = before is not None and _TO_THE_SAME.match(one.text)
            if told or (one.addressee is not None and _SAME.fullmatch(one.addressee)):
                one.addressee = before
            before = one.addressee


def _ending(form: re.Pattern[str], one: Candidate) -> re.Match[str] | None:
    if one.kind not in _ASKED:
        return None
    # The name may have been read, and cut off, already.
    found = form.search(one.text) or (form.search(one.block.text) if one.addressee and not one.inline else None)
    return None if found is None or _NO_NAME.match(found["name"]) or is_text(found["name"]) else found


def name_by_code(blocks: Sequence[Block[RedactedText]], candidates: Sequence[Candidate], legend: Legend) -> None:
    """Give entries whose number or addressee is a code the office that it stands for.

    Args:
        blocks: of the document, in reading order.
        candidates: its entries; addressees are written. Where no legend tells, entries of one prefix share the office
            that two of them or more name, if none of them names another.
        legend: of the document; it tells what codes stand for.
    """
    texts = [str.__str__(block.text) for block in blocks if block.table is None]
    named: dict[str, set[str]] = {}
    told: dict[str, int] = {}
    for one in candidates:
        if one.addressee is not None and _LETTERS.fullmatch(one.addressee):
            one.addressee = _office(legend, one.addressee, texts) or one.addressee
        prefix = _prefix(one)
        if prefix is not None and one.addressee is not None:
            named.setdefault(prefix, set()).add(one.addressee)
            told[prefix] = told.get(prefix, 0) + 1
    for one in candidates:
        prefix = _prefix(one)
        if prefix is None or one.addressee is not None:
            continue
        shared = named.get(prefix, set())
        alone = next(iter(shared)) if len(shared) == 1 and told[prefix] >= _LEAST else None
        one.addressee = _office(legend, prefix, texts) or alone


def _prefix(one: Candidate) -> str | None:
    found = _PREFIX.match(one.number or "")
    return found["letters"] if found is not None and found["letters"] not in _COUNTERS else None


def _office(legend: Legend, letters: str, texts: Sequence[str]) -> str | None:
    """Return the office that letters stand for: by a legend, else where a text says so of them alone."""
    said = re.compile(rf"(?<![\w-]){re.escape(letters)}\s*(?:[=:–]|-\s)\s*(?:the\s+)?(?P<name>[A-Z][^;,.()=:]{{2,70}})")
    alone = (found["name"] for text in texts for found in said.finditer(text))
    for meaning in (legend.meaning(letters), *alone):
        name = clean_subject(meaning) if meaning is not None else ""
        if name and (is_office(name) or is_actor(name)):
            return name
    return None
