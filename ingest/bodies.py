"""The inspecting body and the jurisdiction that a document names."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from importlib.resources import files

from ingest.casing import readable
from ingest.title import is_marking

_HEAD = (
    r"(?:Inspectorate|Inspector|Inspectors|Ombuds\w*|Ombud|Commission|Commissioner|Committee|Subcommittee|"
    r"Mechanism|Panel|"
    r"Defender|Defensor\w*|Contrôle\w*|Office|Unit|Authority|Council|Service|Board|Team|NPM|Rapporteur|Protector)"
)
_INSPECTING = re.compile(
    r"Inspect|Ombud|Preventive Mechanism|Prevention of Torture|Visiting|Visitors|Oversight|Monitoring|"
    r"Defender|Contrôle|Human Rights|"
    r"Custodial|Custody|\bNPM\b|Defensor|Complaints|Regulat|Office of the|Quality|Care Commission|Liberty|Detention"
)
_CONNECT = (
    r"(?:of|for|the|and|on|against|in|to|by|&|des|de|du|la|le|les|d['’]\w+|générale?|indépendante?|"
    r"\(Ombuds\w+\)|into)"
)
_BODY = re.compile(
    rf"\b(?:(?:[A-Z][\w'’.-]*\s+|"
    rf"HM\s+){{0,6}})(?:[A-Z]\w*)?{_HEAD}\b(?:\s+(?:{_CONNECT}\s+)*(?:[A-Z][\w'’-]+|{_CONNECT}))*"
)
_NOT_INSPECTING = re.compile(
    r"\b(?:Prison Service|Correctional Service|Health Service|Youth Custody Service|Courts and Tribunals|"
    r"Police Service|Probation|Separation|Structured|Management|Medical)\b"
)
_SPLIT = re.compile(
    r"\s+[|–—/]\s+|\s+-\s+|:\s+|,\s+(?=(?:January|February|March|April|May|June|July|August|September|"
    r"October|November|December)\b|\d)"
)
_BY = re.compile(
    rf"\b(?:inspection|recommendations?|report|visit|findings)\s+(?:made\s+|issued\s+|carried out\s+)?(?:by|"
    rf"of)\s+the\s+(?P<body>{_BODY.pattern})"
)
_PART = re.compile(r"^(?:\S+\s+){0,3}(?:Department|Division|Section|Unit|Team|Branch)$", re.IGNORECASE)
_SURE = 8
_LEAST_LETTERS, _MOST_LETTERS = 3, 8


def find_body(furniture: Sequence[str], opening: Sequence[str], full_text: str, *, is_response: bool) -> str | None:
    """Find the body that inspected.

    Args:
        furniture: headers and footers, the strongest sign in a report.
        opening: the first blocks.
        full_text: the whole text, to tell which candidate is named most and to expand an acronym.
        is_response: the author is the authority, so that the body is the one it answers.

    Returns:
        The name as printed, or ``None``.
    """
    scores: Counter[str] = Counter()
    acronym: str | None = None
    for text in [] if is_response else furniture:
        pieces = _SPLIT.split(text)
        for order, piece in enumerate(pieces):
            name = _candidate(piece)
            if name is not None and order and _PART.search(name) and (whole := _candidate(pieces[order - 1])):
                # "Office of the Ombudsman / NPM Department": a part is named with the body to which it belongs.
                scores[f"{whole}, {name}"] += 13
            if name is not None:
                scores[name] += 12
            elif re.fullmatch(r"[A-Z]{3,8}", piece.strip()) and not is_marking(piece):
                expanded = expand(piece.strip(), full_text)
                if expanded is not None and _INSPECTING.search(expanded):
                    scores[expanded] += 12
                else:
                    acronym = acronym or piece.strip()
    for match in _BY.finditer(full_text[:6000]):
        name = _candidate(match["body"])
        if name is not None:
            scores[name] += 10 if is_response else 3
    for rank, text in enumerate(opening):
        # A cover in capitals names its body too.
        shown = readable(text) or "" if text.isupper() and len(text) < 120 else text
        for match in _BODY.finditer(shown):
            name = _candidate(match.group())
            if name is not None:
                scores[name] += 4 if rank < 4 else 1
    if acronym is not None and (not scores or max(scores.values()) < _SURE):
        return acronym
    if not scores:
        return None
    best = max(scores, key=lambda name: (scores[name], len(name)))
    # A longer form of the same name says more: "Public Defender" and "Public Defender of Arvetia".
    longer = [name for name in scores if name.startswith(best + " ") and len(name) < len(best) + 60]
    return max(longer, key=lambda name: scores[name]) if longer else best


def expand(acronym: str, text: str) -> str | None:
    """Write out an acronym from a phrase of the text whose words have its initials."""
    if not _LEAST_LETTERS <= len(acronym) <= _MOST_LETTERS:
        return None
    small = r"(?:of|for|the|and|on|de|des|du|la|le|les|l['’]|d['’]|in|to|against)"
    steps = "".join(
        rf"(?:{letter}|{letter.lower()})[\w-]+" + ("" if last else rf"[\s'’]+(?:{small}[\s'’]*)*(?:d['’])?")
        for letter, last in ((letter, index == len(acronym) - 1) for index, letter in enumerate(acronym))
    )
    folded = text.replace("é", "e").replace("É", "E") if len(text.replace("é", "e")) == len(text) else text
    for match in re.finditer(rf"\b{steps}", folded):
        phrase = text[match.start() : match.end()]
        if phrase[:1].isupper():
            return re.sub(r"\s+", " ", phrase)
    return None


def find_jurisdiction(body: str | None, title: str | None, opening: Sequence[str]) -> str | None:
    """Find the State, or part of a State, to which the document belongs.

    Args:
        body: the inspecting body.
        title: the document's title.
        opening: headers, footers and first blocks.

    Returns:
        Its English name; the printed name where the body is ``... of X`` with an X that the list does not hold.
    """
    for text in opening[:24]:
        reviewed = re.search(
            r"(?:Universal Periodic Review\W{1,6}|"
            r"\breview of (?:the )?)(?P<state>[A-Z].{3,60})",
            text,
        )
        listed = _listed(reviewed["state"].replace("Great Britain and Northern Ireland", "")) if reviewed else None
        if listed is not None:
            return listed
    for text in (body or "", title or ""):
        listed = _listed(text)
        if listed is not None:
            return listed
    for text in (body or "", *opening[:12]):
        owned = re.search(
            r"(?:Mechanism|Defender|Ombuds\w+|Republic|Parliament|Commission(?:er)?|Government|"
            r"Ministry of \w+)\s(?:\([^)]*\)\s)?of\s"
            r"(?P<state>(?:the\s)?(?:[A-Z][a-z]+)(?:\s(?:Islands|Republic|Kingdom|[A-Z][a-z]+)){0,2})",
            text,
        )
        if owned is not None and not re.search(
            r"\b(?:Justice|Health|Interior|Human|Civil|Public|Prisons?|Custody|Rights)\b", owned["state"]
        ):
            return owned["state"].removeprefix("the ")
    counts: Counter[str] = Counter()
    offices = re.compile(
        r"\b(?P<who>(?:[A-Z][\w.]+\s){1,2})(?:Prison|Correctional|Ministers?|Government|Parliament|Police|"
        r"Rights|Inspectorate|Ministry|Act\b|Rules|Health)"
    )
    for text in opening:
        for match in offices.finditer(text):
            listed = _listed(match["who"])
            if listed is not None:
                counts[listed] += 2
        for match in re.finditer(
            r"\((?P<who>[A-Z][a-z]+(?: [A-Z][a-z]+)?)\)\s+(?:Act|Rules|Regulations)|"
            r"(?P<state>[A-Z][a-z]+(?: [A-Z][a-z]+)?) (?:has (?:not )?)?ratified",
            text,
        ):
            listed = _listed(match["who"] or match["state"])
            if listed is not None:
                counts[listed] += 3
    if counts:
        return counts.most_common(1)[0][0]
    signs = Counter(name for text in opening for name, pattern in _signs() for _ in pattern.finditer(text))
    return signs.most_common(1)[0][0] if signs else None


def _candidate(text: str) -> str | None:
    found = _BODY.search(text)
    if found is None:
        return None
    name = re.sub(rf"(?:\s+{_CONNECT})+$", "", found.group().strip(" ,."))
    name = re.sub(r"^(?:The|A|An|This|Our|In|By)\s+", "", name)
    if (
        len(name.split()) < 2
        or not _INSPECTING.search(name)
        or (_NOT_INSPECTING.search(name) and "Inspect" not in name)
    ):
        return None
    return readable(name)


def _listed(text: str) -> str | None:
    found = [
        (match.start(), -len(match.group()), name)
        for name, pattern in _jurisdictions()
        if (match := pattern.search(text))
    ]
    if not found:
        return None
    # "HM" and "UK" say less than any nation named beside them.
    exact = [item for item in found if item[2] != "United Kingdom"] or found
    return min(exact, key=lambda item: (item[1], item[0]))[2]


@lru_cache(maxsize=1)
def _signs() -> tuple[tuple[str, re.Pattern[str]], ...]:
    data = tomllib.loads(files("ingest").joinpath("data", "jurisdictions.toml").read_text(encoding="utf-8"))
    return tuple(
        (name, re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, words))})(?!\w)"))
        for name, words in data["signs"].items()
    )


@lru_cache(maxsize=1)
def _jurisdictions() -> tuple[tuple[str, re.Pattern[str]], ...]:
    data = tomllib.loads(files("ingest").joinpath("data", "jurisdictions.toml").read_text(encoding="utf-8"))
    entries: dict[str, list[str]] = data["jurisdictions"]
    return tuple(
        (name, re.compile(rf"(?<!\w)(?:{'|'.join(re.escape(word) for word in (name, *words))})(?!\w)"))
        for name, words in entries.items()
    )
