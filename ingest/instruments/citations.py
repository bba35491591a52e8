"""Provisions cited in a text, as references: ``Article 19(c) of OPCAT`` becomes ``OPCAT:19(c)``.

A number counts only where an international instrument is named beside it: ``Rule 95 of the Prison Rules`` and
``section 47`` are domestic and give nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from ingest.instruments.cited_names import ACRONYM_OF, HIGHEST, NAME, PARAGRAPHED, head_of_document
from ingest.instruments.provision_list import Listed, Provision, read_list
from ingest.instruments.reference import DOTTED, Reference, canonical

_ARTICLE = r"(?:articles?|arts?\b\.?|rules?|principles?|standards?)"
_PARAGRAPH = r"(?:paragraphs?|paras?\b\.?|§§?|¶¶?)"
_UNIT = re.compile(rf"(?<!\w){_ARTICLE}\s*(?=\d)", re.IGNORECASE)
_PARAGRAPH_UNIT = re.compile(rf"(?<!\w){_PARAGRAPH}\s*(?=\d)", re.IGNORECASE)
_LINK = re.compile(
    r"[\s,)\[]*(?:(?:of|in|under|to|from|set out in|contained in)\s+)?(?:(?:both|the|said|revised|1984|1966|1989)\s+)*"
    r"[(\[“\"]?(?:the\s+)?",
    re.IGNORECASE,
)
_LEAD = re.compile(
    r"(?:['’]s?)?[\s,;:()\[\]–—-]*(?:(?:in particular|see|cf\.|at|in|under|and|its|also|especially|notably|"
    r"particularly|(?:19|20)\d\d\)?)[\s,;:(]+){0,3}",
    re.IGNORECASE,
)
_UNIT_AFTER = re.compile(rf"{_ARTICLE}\s*(?=\d)", re.IGNORECASE)
_PARAGRAPH_AFTER = re.compile(rf"{_PARAGRAPH}\s*(?=\d)", re.IGNORECASE)
_BARE = re.compile(r"(?:\s*:\s*|\s+)\(?(?=\d)")
_OF_ANOTHER = re.compile(
    r"\s*,?\s*(?:of|in|under)\s+(?:(?:the|its|this|that|our|a)\s+)?(?:[A-Z]|constitution|law|act\b|code|statute|decree)"
)
_BETWEEN = re.compile(
    r"(?:\[?\(?(?:CAT/OP/[\w/.]+|CPT/Inf\s?\(\d{2,4}\)\s?\d+|of the CPT|(?:19|20)\d\d|part \d)\]?\)?"
    r"[\s,;:()\[\]]*){0,3}"
    r"(?:on [^.;:()\[\]]{1,60}?[\s,]+)?(?=paragraph|para|§|¶)",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    r"\s*(?:%|per\s?cent|days?|weeks?|months?|years?|hours?|minutes?|members?|states?|reports?|visits?|persons?|people|"
    r"sessions?|places?|beds?|times?|prisoners?|cases?|of the (?:\d|members))\b",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    rf"(?<!\w){_PARAGRAPH}\s*(?P<number>\d{{1,2}})(?:\s?\((?P<letter>[a-z])\))?\s+of\s+$", re.IGNORECASE
)
_ANAPHOR = re.compile(
    r"(?:the\s+|said\s+|same\s+)?(?P<word>Convention|Protocol)(?![\w-])(?!\s+(?:on|for|against|relating))"
)
_OLD_RULES = re.compile(r"\b19(?:55|57|77)\b")
_CONVENTIONS = frozenset({"CAT", "CRC", "CRPD", "CED", "CEDAW", "ECHR", "ECPT"})
_RULES = frozenset({"NMR", "BANGKOK", "HAVANA", "BEIJING", "TOKYO", "BOP", "EPR"})
_DOMESTIC = re.compile(
    r"\b(?:Acts?|Laws?|Code|Constitution|Prison Rules?(?<!European Prison Rules)|House Rules|Ordinance|Regulations?|"
    r"Decree|Statute|Order|Bill|Instruction|Directive|Treaty|Charter|Protocol No)\b"
)
_OPENS_BRACKET = re.compile(r"\((?:see |cf\. )?$")
_OTHER_PROTOCOL = re.compile(r"Protocol\s+(?:No\.?\s*)?\d", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Context:
    """What a whole text says of instruments, for citations that do not name theirs.

    Attributes:
        treaty: the one treaty named, and where first; ``None`` where there is none, or more than one.
        rules: the same of rules and principles.
        convention: the one that "the Convention" can be.
        has_protocol: whether the Optional Protocol is named.
        is_domestic: whether domestic law is spoken of, whose articles and rules look the same.
    """

    treaty: tuple[str, int] | None
    rules: tuple[str, int] | None
    convention: str | None
    has_protocol: bool
    is_domestic: bool


def _context(text: str, names: list[re.Match[str]]) -> _Context:
    first: dict[str, int] = {}
    for name in names:
        first.setdefault(str(name.lastgroup), name.start())
    treaties = [(group, start) for group, start in first.items() if group not in _RULES and group not in PARAGRAPHED]
    rules = [(group, start) for group, start in first.items() if group in _RULES]
    conventions = [group for group in first if group in _CONVENTIONS]
    return _Context(
        treaty=treaties[0] if len(treaties) == 1 else None,
        rules=rules[0] if len(rules) == 1 else None,
        convention=conventions[0] if len(conventions) == 1 else None,
        has_protocol="OPCAT" in first,
        is_domestic=_DOMESTIC.search(text) is not None,
    )


def cited_references(text: str) -> tuple[str, ...]:
    """Parse the provisions that a text cites.

    Args:
        text: a passage, a finding, or a question.

    Returns:
        References such as ``OPCAT:19(c)``, ``NMR:44``, in order of appearance, each once; ranges
        (``Rules 43 to 45``) are written out. Articles of instruments that are not known give nothing.
    """
    found: list[tuple[int, list[str]]] = []
    names = [match for match in NAME.finditer(text) if _is_name(match)]
    context = _context(text, names)
    bound: set[int] = set()
    for match in _UNIT.finditer(text):
        if taken := _before_name(text, match, context, bound):
            found.append((match.start(), taken))
    for name in names:
        if (name.start() not in bound and (taken := _after_name(text, name))) or (
            name.lastgroup in PARAGRAPHED and (taken := _paragraphs_before(text, name))
        ):
            found.append((name.start(), taken))
    references = (reference for _, taken in sorted(found, key=lambda pair: pair[0]) for reference in taken)
    return tuple(dict.fromkeys(references))


def _is_name(match: re.Match[str]) -> bool:
    """Whether a name is none of another text: not the old minimum rules, not a word that only looks like an acronym."""
    around = match.string[match.start() : match.end() + 40]
    return not (match.lastgroup == "NMR" and "andela" not in match.group() and _OLD_RULES.search(around))


def _before_name(text: str, unit: re.Match[str], context: _Context, bound: set[int]) -> list[str]:
    """Read ``Articles 7 and 10 of the ICCPR``: the list stands before the name."""
    for dotted in (False, True):
        listed = read_list(text, unit.end(), dotted=dotted)
        if listed is None:
            return []
        link = _LINK.match(text, listed.end)
        start = link.end() if link else listed.end
        name = NAME.match(text, start)
        if name is not None and (name.lastgroup in PARAGRAPHED or not _is_name(name)):
            return []
        instrument = name.lastgroup if name else _meant(text, listed.end, start, context)
        instrument = instrument or _inherited(text, unit, listed, context)
        if instrument is None:
            return []
        if dotted or instrument not in DOTTED:
            break
    assert listed is not None and instrument is not None
    if name:
        bound.add(name.start())
    provisions: Iterable[Provision] = listed.provisions
    before = _BEFORE.search(text, max(0, unit.start() - 60), unit.start())
    if before and len(listed.provisions) == 1 and len(listed.provisions[0]) == 1:
        inner = (before["number"], before["letter"]) if before["letter"] else (before["number"],)
        provisions = ((*listed.provisions[0], *inner),)
    return _written(instrument, provisions)


def _meant(text: str, end: int, start: int, context: _Context) -> str | None:
    """Which instrument "the Convention" or "the Protocol" is, where the text names exactly one such."""
    anaphor = _ANAPHOR.match(text, start)
    if anaphor is None or start == end or _OTHER_PROTOCOL.match(text, start):
        return None
    if anaphor["word"].lower() == "protocol":
        return "OPCAT" if context.has_protocol else None
    return context.convention


def _inherited(text: str, unit: re.Match[str], listed: Listed, context: _Context) -> str | None:
    """Which instrument an article without a name is of: the one treaty of the text, where it speaks of no domestic law.

    Rules and principles are often domestic; theirs must stand in brackets, as in "(Rule 45 (2))".
    """
    is_article = unit.group().lower().startswith("art")
    sole = context.treaty if is_article else context.rules
    if sole is None or context.is_domestic or unit.start() < sole[1]:
        return None
    if not is_article and not _OPENS_BRACKET.search(text[max(0, unit.start() - 6) : unit.start()]):
        return None
    if _OF_ANOTHER.match(text, listed.end) or _belongs_to_next(text, listed.end):
        return None
    return sole[0]


def _after_name(text: str, name: re.Match[str]) -> list[str]:
    """Read ``OPCAT, art. 21``, ``Bangkok Rule 23`` and ``CAT/OP/12/5, para. 24``: the list stands after the name."""
    group = str(name.lastgroup)
    dotted = group in DOTTED
    lead = _LEAD.match(text, name.end())
    start = lead.end() if lead else name.end()
    if group in PARAGRAPHED:
        start = _past_symbol(text, start, group)
        unit = _PARAGRAPH_AFTER.match(text, start)
        listed = read_list(text, unit.end(), paragraphs=True) if unit else None
        return _of_document(name, listed)
    unit = _UNIT_AFTER.match(text, start)
    if unit:
        listed = read_list(text, unit.end(), dotted=dotted)
        return _written(group, _own(text, listed)) if listed else []
    bare = _BARE.match(text, name.end())
    if bare is None or not _takes_bare_numbers(name):
        return []
    listed = read_list(text, bare.end(), dotted=dotted)
    if listed is None or _COUNTED.match(text, listed.end) or text[listed.end : listed.end + 1].isdigit():
        return []
    return _written(group, _own(text, listed))


def _own(text: str, listed: Listed) -> tuple[Provision, ...]:
    """Return the provisions of a list after a name that are the name's own.

    In "Mandela Rule 45, Rule 12 of the Prison Rules" the last ones belong to what follows.
    """
    if not _OF_ANOTHER.match(text, listed.end) and not _belongs_to_next(text, listed.end):
        return listed.provisions
    return listed.provisions[: listed.chunks[-2]] if len(listed.chunks) > 1 else ()


def _past_symbol(text: str, start: int, group: str) -> int:
    """Step over what stands between a document and its paragraph: its symbol in brackets, "on ...", "part 2"."""
    between = _BETWEEN.match(text, start)
    return between.end() if between else start


def _paragraphs_before(text: str, name: re.Match[str]) -> list[str]:
    """Read ``paragraphs 36 and 37 of the CPT's 2nd General Report``."""
    window = max(0, name.start() - 80)
    for unit in _PARAGRAPH_UNIT.finditer(text, window, name.start()):
        listed = read_list(text, unit.end(), paragraphs=True)
        if listed and re.fullmatch(
            r"\s*(?:of|in)\s+(?:the\s+)?(?:(?:CPT|SPT|Subcommittee|Committee)(?:['’]s?)?\s+)?(?:document\s+)?",
            text[listed.end : name.start()],
            re.IGNORECASE,
        ):
            return _of_document(name, listed)
    return []


def _of_document(name: re.Match[str], listed: Listed | None) -> list[str]:
    if listed is None:
        return []
    group = str(name.lastgroup)
    if group not in ("CPTINF", "CPTGR"):
        return _written(group, listed.provisions)
    head = head_of_document(group, name.group())
    return [str(Reference(head[0], head[1], provision)) for provision in listed.provisions] if head else []


def _takes_bare_numbers(name: re.Match[str]) -> bool:
    """Whether a number may follow the name at once: ``Bangkok Rule 23``, ``EPR 53A``; never ``bop 12``."""
    printed = name.group()
    if re.search(r"Rules?$", printed, re.IGNORECASE):
        return True
    acronym = ACRONYM_OF.fullmatch(printed.upper() if name.string[name.end() : name.end() + 1] == ":" else printed)
    return acronym is not None and acronym.lastgroup != "BOP"


def _belongs_to_next(text: str, end: int) -> bool:
    link = _LINK.match(text, end)
    return (
        link is not None
        and link.end() > end
        and NAME.match(text, link.end()) is not None
        and not re.match(r"\s*[,;)]", text[end:])
    )


def _written(instrument: str, provisions: Iterable[Provision]) -> list[str]:
    """Write provisions as references; numbers that the instrument does not have cite something else."""
    written = []
    for head, *parts in provisions:
        number = int(re.match(r"\d+", head).group())  # type: ignore[union-attr]
        if 1 <= number <= HIGHEST[instrument] and (head.isdigit() or instrument == "EPR" or "." in head):
            written.append(str(canonical(Reference(instrument, head, tuple(parts)))))
    return written
