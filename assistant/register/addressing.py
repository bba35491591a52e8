"""Addressing: the entries made to an office, or answered by it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.question.numerals import NUMERAL, numeral
from assistant.question.register_words import replier_in
from assistant.question.statuses import statuses_asked
from assistant.question.terms import STOP, fold, stem, tokens
from assistant.register.standing import SILENCE, Standing
from ingest.passage import DocumentKind, RegisterEntry

if TYPE_CHECKING:
    from ingest.library import Library

_ARTICLES = frozenset(["the", "of", "and", "for", "in"])
# Words for whoever is addressed.
_ANYBODY = frozenset(
    [
        "authority",
        "authorities",
        "government",
        "governments",
        "state",
        "states",
        "party",
        "administration",
        "addressee",
        "addressees",
        "recipient",
        "recipients",
        "country",
        "national",
    ]
)
# What stands before an office that is spoken of, or that made the entries itself.
_NOT_TO = frozenset(["about", "on", "concerning", "regarding", "by", "of", "from", "against", "with", "at", "in"])
TOGETHER = frozenset(["together", "altogether", "combined", "jointly", "total", "alone", "only"])
"""Words that say how numbers are put together, and choose nothing."""
_OPENING = 8
_LONGEST_HEAD = 80
# "Response of the Prison Service to the report of the Ombudsman": who replies.
_AUTHOR = re.compile(
    r"(?:\w+ )?(?:response|reply|replies|answers?|observations|comments|statement|letter|action plan)\b.*?"
    r"\b(?:of|by|from) (?:the )?(?P<who>.+?)(?= (?:to|on|regarding|concerning|about)\b|$)",
    re.IGNORECASE,
)
_WHOLE = re.compile(rf"\bof (?:all )?(?:the |its |their )?(?:[\w'’-]+ ){{0,3}}?(?P<number>{NUMERAL}) (?=[a-z])")
# "The Observer recommended to the Minister of Justice (recommendation 2) that": who is meant stands in the entry.
_TOLD_TO = re.compile(
    r"^(?:(?:The|A|An|Our|This) )?(?:[\w’'-]+ ){0,5}?(?:recommend(?:s|ed)?|propose[sd]?|suggest(?:s|ed)?) to (?:the )?"
    r"(?P<who>[A-Z][^,.;:()]{3,80}?)(?: ?\(| that\b| to\b|,|:)"
)
_OTHERWISE = re.compile(r"\bor\b|\band to\b|,", re.IGNORECASE)


def addressed(
    library: Library,
    question: str,
    addressee: str,
    entries: Sequence[RegisterEntry],
    echoes: Mapping[str, Sequence[RegisterEntry]],
    judge: Standing,
) -> list[RegisterEntry]:
    """Keep the entries made to an office, and where its answer is asked about those that it answered.

    Args:
        library: where the documents are.
        question: as asked.
        addressee: the office, in the words of the question.
        entries: each once.
        echoes: by entry id, the same entry as printed again.
        judge: knows the replies to an entry.
    """
    kept = made_to(entries, addressee)
    if not kept:
        # Who is responsible may stand in the action plan alone.
        owners = [replace(one, addressee=again.addressee) for one in entries for again in echoes.get(one.entry_id, ())]
        owned = {one.entry_id for one in made_to(owners, addressee)}
        kept = [entry for entry in entries if entry.entry_id in owned]
    if not replier_in(question):
        return kept
    if SILENCE in statuses_asked(fold(question)) and _names_all(question, len(entries)):
        # "Of the ten recommendations": whoever they were made to.
        return list(entries)
    # Who answers need not be the one addressed.
    answered = [
        replace(entry, addressee=who)
        for entry in entries
        for who in judge.repliers(entry, echoes.get(entry.entry_id, ()))
    ]
    held = {one.entry_id for one in (*kept, *made_to(answered, addressee))}
    held |= {entry.entry_id for entry in entries if entry.entry_id not in held and _labelled(library, entry, addressee)}
    wanted = _words(addressee)
    # An office that is addressed itself may still answer for others: then the reply is called by it.
    itself = any(_words(entry.addressee or "") == wanted for entry in entries)
    held |= _answered_for_all(library, addressee, entries, echoes, judge, by_title=itself)
    return [entry for entry in entries if entry.entry_id in held]


def _names_all(question: str, number: int) -> bool:
    """Whether a question says how many entries there are, and means all."""
    return any(numeral(match["number"]) == number for match in _WHOLE.finditer(fold(question)))


def names_anybody(addressee: str) -> bool:
    """Say whether words name no office in particular: "the authorities"."""
    return set(tokens(addressee)) - STOP <= _ANYBODY


def without_names(addressee: str, naming: frozenset[str]) -> str:
    """Return whom entries were made to without the words that name documents; empty where that changes nothing."""
    parts = re.split(r" (?:of|in|at) (?:the )?", addressee)
    kept = [part for part in parts if not set(tokens(part)) & naming]
    return " of ".join(kept) if 0 < len(kept) < len(parts) else ""


def office_named(question: str, entries: Sequence[RegisterEntry], naming: frozenset[str]) -> str | None:
    """Return the addressees of some entries that a question names in whatever construction, joined by "or".

    Args:
        question: as asked.
        entries: whose addressees may be named.
        naming: folded words of the question that choose documents; an office of these alone is a place.
    """
    said = [word for word in tokens(question) if word not in _ARTICLES - {"the"}]
    plain = [(at, _office(word)) for at, word in enumerate(said) if word != "the"]
    offices = {entry.addressee for entry in entries if entry.addressee}
    found: dict[int, str] = {}
    taken: set[int] = set()
    for office in sorted(offices, key=lambda name: (-len(_parts(name)), name)):
        parts = _parts(office)
        for first in range(len(plain) - len(parts) + 1):
            run = plain[first : first + len(parts)]
            places = {at for at, _ in run}
            same = bool(parts) and [word for _, word in run] == parts and not places & taken
            if same and _is_meant(said, run[0][0], run[-1][0], naming):
                found[run[0][0]] = office
                taken |= places
    return " or ".join(found[at] for at in sorted(found)) or None


def _parts(office: str) -> list[str]:
    return [_office(word) for word in tokens(office) if word not in _ARTICLES]


def _is_meant(said: Sequence[str], start: int, end: int, naming: frozenset[str]) -> bool:
    """Whether words are an office that something is made to: no place, no topic, and a single word with its article."""
    if set(said[start : end + 1]) <= naming:
        return False
    article = start > 0 and said[start - 1] == "the"
    before = said[start - 1 - article] if start - article > 0 else ""
    after = said[end + 1] if end + 1 < len(said) else ""
    return before not in _NOT_TO and (end > start or (article and (not after or after in STOP or after in TOGETHER)))


def _answered_for_all(
    library: Library,
    addressee: str,
    entries: Sequence[RegisterEntry],
    echoes: Mapping[str, Sequence[RegisterEntry]],
    judge: Standing,
    *,
    by_title: bool,
) -> set[str]:
    """The entries answered in a document that the office itself wrote: it answers for the offices below it too."""
    wanted = _words(addressee)
    written: dict[str, bool] = {}
    found = set()
    for entry in entries:
        for document in judge.answered_in(entry, echoes.get(entry.entry_id, ())):
            if document not in written:
                written[document] = bool(wanted) and wanted <= _opening(library, document, by_title=by_title)
            if written[document]:
                found.add(entry.entry_id)
    return found


def _labelled(library: Library, entry: RegisterEntry, addressee: str) -> bool:
    """Whether the reply printed beside an entry is headed by who replies: "Department's response: Not supported"."""
    wanted, reply = _words(addressee), (entry.response or "").strip()
    if not (wanted and reply):
        return False
    texts = (str(passage.text) for passage in library.ledger.document_passages(entry.document_id))
    heads = (text.partition(reply)[0] for text in texts if reply in text)
    return any(len(head) <= _LONGEST_HEAD and wanted <= _words(head) for head in heads)


def _words(office: str) -> set[str]:
    return {_office(word) for word in tokens(office) if word not in STOP} - _ARTICLES


def _opening(library: Library, document: str, *, by_title: bool) -> set[str]:
    """The words with which a reply opens: it says there who replies."""
    record = library.ledger.document(document)
    if record is None or record.kind != DocumentKind.RESPONSE:
        return set()
    if by_title:
        author = _AUTHOR.match(record.metadata.title or "")
        return {_office(word) for word in tokens(author["who"])} if author else set()
    passages = library.ledger.document_passages(document)[:_OPENING]
    return {_office(word) for passage in passages for word in tokens(str(passage.text)[:600])}


def made_to(entries: Sequence[RegisterEntry], addressee: str) -> list[RegisterEntry]:
    """Match an addressee by its words; alternatives ("the governor or the minister") each count.

    Where no entry has all the words asked for, one whose own addressee is part of them fits: a report on one country
    writes "the Department", and everybody knows which.
    """
    found: list[RegisterEntry] = []
    for part in _OTHERWISE.split(addressee):
        wanted = {_office(word) for word in tokens(part) if word not in STOP}
        if not wanted:
            continue
        offices = [({_office(word) for word in tokens(entry.addressee or "")} - _ARTICLES, entry) for entry in entries]
        offices = [(_told(entry) or words, entry) for words, entry in offices]
        whole = [entry for words, entry in offices if words and wanted <= words]
        found.extend(whole or [entry for words, entry in offices if words and words < wanted])
    order = {entry.entry_id: place for place, entry in enumerate(entries)}
    return sorted({entry.entry_id: entry for entry in found}.values(), key=lambda entry: order[entry.entry_id])


def _told(entry: RegisterEntry) -> set[str]:
    """Whom an entry says itself that it is made to, at its beginning: nearer to it than what the register read."""
    match = _TOLD_TO.match(str(entry.text))
    return {_office(word) for word in tokens(match["who"])} - _ARTICLES if match else set()


def _office(word: str) -> str:
    """A ministry is addressed through its minister: both words count as the same office."""
    return "minist" if word in ("minister", "ministers", "ministry", "ministries") else stem(word)
