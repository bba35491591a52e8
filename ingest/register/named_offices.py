"""Names that a document shows to be offices by what it asks of them: ``recommends that Serco repair the lifts``.

No list of words tells that ``Highland Care`` or ``the Judiciary`` can be asked to act. A report that says so once, in a
form that only fits an addressee, prints the same name elsewhere in forms that would fit anything: as a heading, in
brackets, before a colon.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ingest.register.offices import is_text
from ingest.register.verbs import VERBS
from ingest.report import Block
from ingest.structure.labels import read_label
from redaction.text import RedactedText

_WORD = r"[A-ZÀ-ÞĀ-Ž][\w’'&-]*"
_JOIN = r"(?:of|for|and|the|&|in|de|du|da|do|des|del|della|di|von|van|la|le|na|y|e)"
_NAME = rf"(?:[Tt]he\s+)?(?P<name>(?!The\b){_WORD}(?:\s+(?:{_JOIN}\s+){{0,2}}{_WORD}){{0,7}})"
_ASK = (
    r"(?:recommend(?:s|ed)?|asks?|asked|urge[sd]?|invite[sd]?|call(?:s|ed)?\s+(?:up)?on|request(?:s|ed)?|"
    r"require[sd]?|encourage[sd]?|propose[sd]?|advise[sd]?)"
)
_MANNER = r"(?:(?:also|therefore|now|again|strongly|once\s+again|\w+ly)\s+)?"
_FORMS = tuple(
    re.compile(pattern)
    for pattern in (
        # "recommends that Serco repair", "urges Highland Care to see", "recommends to the Judiciary that".
        rf"\b{_ASK}\s+{_MANNER}that\s+{_NAME}\s+{_MANNER}(?P<verb>[a-z]+)\b",
        rf"\b{_ASK}\s+(?:to\s+)?{_NAME},?\s+(?:to\s+(?P<verb>[a-z]+)|that)\b",
        rf"\b{_NAME}\s+(?:is|are)\s+{_MANNER}(?:asked|requested|invited|urged|called\s+(?:up)?on|required|encouraged|"
        r"recommended|advised)\s+to\b",
        rf"{_NAME}\s+(?:should|must|shall|ought\s+to|needs?\s+to)\s+{_MANNER}(?P<verb>[a-z]+)\b",
        # "Health New Zealand should, once a year: Publish the rate".
        rf"{_NAME}\s+(?:should|must|shall),\s[^,:;.]{{2,40}}[,:]\s+(?P<verb>[A-Za-z]+)\b",
        # "Addressee: Serco.", "[Action: Highland Care]".
        r"\b(?i:addressees?|addressed\s+to|responsible(?:\s+(?:body|authority|party))?|(?:for\s+)?action(?:\s+by)?|"
        rf"owner|lead\s+agency|directed\s+(?:to|at))\s*:\s*{_NAME}(?=\s*(?:[.;,)\]]|$))",
        # "(to Serco)", "(addressed to the Highland Care Partnership);" behind what is asked.
        rf"[(\[](?i:addressed\s+to|directed\s+(?:to|at)|for\s+action\s+by|for\s+the\s+attention\s+of|to)\s+{_NAME}"
        r"[)\]][.;]?$",
        # "To Serco:", "Recommendations to the Judiciary", "What we ask of Highland Care", as lines of their own.
        rf"^(?:\W*[\dA-Z.]{{1,5}}[.)]?\s+)?[Tt]o\s+{_NAME}:$",
        r"^(?:\W*[\dA-Z.]{1,5}[.)]?\s+)?(?i:(?:[\w’'-]+\s+){0,2}?(?:recommendations?|requests?|proposals?|asks)\s+"
        rf"(?:(?:made|addressed|directed)\s+)?(?:to|for)|what\s+[\w\s’'-]{{2,40}}?\s(?:of|from))\s+{_NAME}:?$",
        r"\brecommendations?\b[^.:;]{0,60}?\b(?:made|addressed|directed|put|sent|are|is)\s+(?:to|for)\s+"
        rf"{_NAME}(?=\s*(?:[.:;,]|$))",
    )
)
# "Serco: Repair the lifts", "Highland Care to repair", "That the Judiciary set": at the head of what is asked.
_HEADS = (
    re.compile(rf"{_NAME}\s*(?::|\s[–—-])\s+(?:[Tt]o\s+)?(?P<verb>[A-Za-z]+)\b"),
    re.compile(rf"That\s+{_NAME}\s+(?P<verb>[a-z]+)\b"),
    re.compile(rf"{_NAME}\s+to\s+(?P<verb>[a-z]+)\b"),
)
# "Repair the lifts. (Serco)".
_LAST = re.compile(rf"[.;]\s+[(\[]{_NAME}[)\]]\.?$")
_QUALIFIED = frozenset({"recommendation", "request_for_information", "area_for_improvement"})
_QUALIFIER = re.compile(rf"(?:(?i:to|for|addressed\s+to|action|action\s+by|for\s+action\s+by)\s*:?\s+)?{_NAME}")
_NO_OFFICE = re.compile(
    r"^(?:Recommendations?|Rules?|Articles?|Sections?|Paragraphs?|Annex|Part|Chapter|Priority|Repeated|New|Urgent|"
    r"Immediate|High|Medium|Low|Short|Long|Every|Each|All|No|Any|This|That|These|It|We|They|There|I|Mr|Mrs|Ms|Dr|"
    r"Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|July|August|"
    r"September|October|November|December|Ward|Block|Wing|Cell|Unit|Room|Zone|Level|Stage|Phase|Table|Box|What)\b"
    r"|\b(?:Term|Protocol|Convention|Guidelines?|Recommendations?)$"
)


def named_offices(blocks: Sequence[Block[RedactedText]], body: str | None) -> frozenset[str]:
    """Return the names, without article and in lower case, that a document asks something of.

    Args:
        blocks: of a report.
        body: the inspecting body, which asks itself nothing.
    """
    texts = [str.__str__(block.text) for block in blocks]
    whole, own = "\n".join(texts), (body or "").casefold()
    found: set[str] = set()
    for block, text in zip(blocks, texts, strict=True):
        # A single word at the head of a sentence is a name only if it has a capital elsewhere too.
        asked = {name for name in _asked(text) if " " in name or _in_running_text(name, texts)}
        beside = {name for name in _beside(text) if _in_running_text(name, texts)}
        for name in {*_qualifiers(block, text), *asked, *beside}:
            # What is also written small is a word of the language: "Officers must wear badges".
            common = re.search(rf"\b{re.escape(name.lower())}\b", whole)
            if not (common or _NO_OFFICE.search(name) or is_text(name) or (own and name.casefold() in own)):
                found.add(name.casefold())
    return frozenset(found)


def _qualifiers(block: Block[RedactedText], text: str) -> Iterator[str]:
    label = read_label(block.text)
    if label is not None and label.kind in _QUALIFIED and label.qualifier is not None:
        named = _QUALIFIER.fullmatch(label.qualifier.strip().rstrip(":"))
        if named is not None:
            yield named["name"]


def _beside(text: str) -> Iterator[str]:
    """Yield the names before and behind what is asked, where a topic may stand as well."""
    label = read_label(text)
    rest = text[label.start :] if label is not None else text
    last = _LAST.search(rest)
    if last is not None:
        yield last["name"]
    for form in _HEADS:
        found = form.match(rest)
        if found is not None and found["verb"].lower() in VERBS:
            yield found["name"]


def _in_running_text(name: str, texts: Sequence[str]) -> bool:
    """Say whether a name stands within a sentence: the title of a topic does not ("Fire Safety: Install alarms")."""
    return any(re.search(rf"[a-z,]\s+{re.escape(name)}\b", text) for text in texts)


def _asked(text: str) -> Iterator[str]:
    for form in _FORMS:
        for found in form.finditer(text):
            verb = found.groupdict().get("verb")
            if verb is None or verb.lower() in VERBS:
                yield found["name"]
