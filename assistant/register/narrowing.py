"""Narrowing: the register entries on the topic of a question, and the words of it that found no place.

A word chooses entries by what they say, or documents by what they are called. A word that does neither is told, so
that a number is not taken for an answer to more than was counted.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from assistant.question.lexicon import load_lexicon
from assistant.question.name_index import is_generic
from assistant.question.name_runs import NAME_RUN
from assistant.question.needs import Need, Stemmed, stemmed
from assistant.question.query import Query
from assistant.question.register_words import REGISTER_WORDS
from assistant.question.terms import STOP, WEAK, capitalised, contains, fold, stem, stems, tokens, word_list
from assistant.question.topic import UMBRELLAS, topic_of
from assistant.register.bodies import after_names, makers, of_body, words_of_bodies
from ingest.passage import DocumentRecord, RegisterEntry
from ingest.taxonomy import themes_of

_MET = 0.4
# Letters by which a word and the same word in another form differ.
_ENDING = 3
# Themes whose entries seldom use the theme's own word: a psychiatrist is healthcare.
_OTHERWISE = re.compile(r"^\W*(?:,|and|or|as well as|&|/)?\W*(?:and |or )?(?:on |about |the )?\W*$")
_JOINED = re.compile(r",|\band\b|\bor\b|&|/|\bas well as\b")
# What a document is called by: "the return flight report", "the night-time study".
_DOCUMENT = re.compile(
    r"^\W*(?:\w+ ){0,2}(?:report|chapter|extract|study|letter|plan|visit|inspection|opinion|review|note)\b"
)
_REPORT_ON = re.compile(r"\b(?:report|chapter|study|review|opinion) (?:on|about|of|concerning) (?:the |its )?$")
# Where a topic stands: after "on", "about" and the like, or before the kind of entry ("yoga recommendations").
_TOPICAL = re.compile(
    r"\b(?:on|about|concerning|concerns?|regarding|mention\w*|touch(?:ing|es)? on|deal(?:ing|s)? with|relat\w+ to|"
    r"refer\w* to|do with|against|cover\w*|address\w*|tackl\w+|call(?:s|ing)? for|subject of|topic of|area of|for|of|"
    r"with|without|involv\w+)(?: (?!(?:to|are|is|was|were|been|be|did|do|does|has|have|had)\b)[\w-]+){0,3} $"
)
# Words that say how a thing was, not which thing: without them the same entries are meant.
_SLIGHT = frozenset(
    word_list(
        """
    access treatment condition conditions use lack provision quality level situation matter matters way ways area areas
    kind kinds sort type types overall general proper better good adequate sufficient improve improving improvement
    need needs ensure ensuring thing things topic topics subject subjects field describe describes described itself
    """
    )
)


_NEW_LAW = re.compile(
    r"\b(?:new|chang\w+|amend\w*|reform\w*|another|different)\b.{0,20}\blaws?\b|\blaws? (?:reform|change)"
)
# Weak words that say what an entry is about all the same.
_WEAK_TOPICS = frozenset(["law", "laws", "legal", "treaty", "rights", "rules", "change", "changes", "problem", "team"])


@dataclass(frozen=True)
class Narrowed:
    """The entries on a topic.

    Attributes:
        entries: all, where there is no topic.
        topic: what they are about, in the words of the question; empty where there is no topic.
        documents: words that chose documents.
        unapplied: words that chose nothing: the entries may be more than was asked for.
        alone: where no entry is on the whole topic, how many speak of each word of it.
    """

    entries: tuple[RegisterEntry, ...]
    topic: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    unapplied: tuple[str, ...] = ()
    alone: tuple[str, ...] = ()


def narrow(
    query: Query,
    entries: Sequence[RegisterEntry],
    records: Mapping[str, DocumentRecord | None],
    told: frozenset[str] = frozenset(),
    headings: Callable[[], Mapping[str, Sequence[str]]] = dict,
    wide: bool = False,
) -> Narrowed:
    """Keep the entries on the topic of a question.

    Args:
        query: the question.
        entries: each once.
        records: their documents by id.
        told: folded words of the question that are accounted for elsewhere.
        headings: gives the headings over each entry, by its id; asked for only where its own words say nothing.
        wide: whether an entry of the same theme is on the topic, whatever its words.
    """
    needs = topic_of(query, told)
    body, entries = of_body(query, entries, records)
    bodies = words_of_bodies(records) & (capitalised(query.text) | after_names(query)) | makers(query)
    needs = [need for need in needs if not set(need.label.split()) <= bodies]
    firm = [need for need in needs if not set(need.label.split()) <= _SLIGHT] or needs
    if not firm:
        found = _by_weak_words(query, entries, told)
        return replace(found, documents=(body,)) if body else found
    reading = _Reading(query, firm, entries, records, wide=wide)
    named = [need for need in firm if reading.names_document(need)]
    for by_document in (named, [need for need in firm if reading.documents(need)]):
        kept = reading.fitting(firm, by_document)
        if kept:
            return _narrowed(kept, firm, by_document, ())
    if kept := reading.under([need for need in firm if not reading.documents(need)], headings()):
        return Narrowed(tuple(kept), tuple(f"{need.label} (section)" for need in firm))
    # A word that nothing here holds chooses nothing; the others still do.
    lost = [need for need in firm if not reading.documents(need) and not reading.holders(need)]
    rest = [need for need in firm if need not in lost]
    if lost == firm and not any(reading.is_topic(need) for need in lost):
        return Narrowed(tuple(entries), unapplied=tuple(need.label for need in lost))
    if not lost or not rest or any(need.name and not is_generic(need.label) for need in lost):
        # That nothing speaks of a thing can be said where its words are known, and not of any word.
        known = all(_themes(need.label) or need.others for need in lost)
        alone = tuple(f"{need.label}: {len(reading.holders(need))}" for need in firm) if known else ()
        return Narrowed((), tuple(need.label for need in firm), alone=alone)
    by_document = [need for need in rest if reading.documents(need)]
    kept = reading.fitting(rest, by_document)
    return _narrowed(kept, rest, by_document, lost) if kept else Narrowed((), tuple(need.label for need in firm))


def _by_weak_words(query: Query, entries: Sequence[RegisterEntry], told: frozenset[str]) -> Narrowed:
    """Where only words are left that most passages share, their theme chooses ("a change of law"), or they are told."""
    runs = {word for match in NAME_RUN.finditer(query.text) for word in tokens(match[0])}
    known = told | query.naming_words | runs
    weak = [word for word in tokens(query.text) if word in _WEAK_TOPICS and word not in known]
    if not weak:
        return Narrowed(tuple(entries))
    themes = themes_of(query.text) or (("legislation",) if _NEW_LAW.search(fold(query.text)) else ())
    kept = [entry for entry in entries if themes and set(themes) <= set(entry.themes)]
    if not kept:
        return Narrowed(tuple(entries), unapplied=tuple(weak))
    return Narrowed(tuple(kept), tuple(f"{theme.replace('_', ' ')} (theme)" for theme in themes))


def _narrowed(
    kept: Sequence[RegisterEntry], topic: Sequence[Need], by_document: Sequence[Need], lost: Sequence[Need]
) -> Narrowed:
    return Narrowed(
        tuple(kept),
        tuple(need.label for need in topic if need not in by_document),
        tuple(need.label for need in by_document),
        tuple(need.label for need in lost),
    )


class _Reading:
    def __init__(
        self,
        query: Query,
        needs: Sequence[Need],
        entries: Sequence[RegisterEntry],
        records: Mapping[str, DocumentRecord | None],
        *,
        wide: bool,
    ) -> None:
        self._wide = wide
        self._text = fold(query.text)
        self._names = query.naming_words
        self._needs = needs
        self._entries = entries
        self._words = {entry.entry_id: stemmed(str(entry.text)) for entry in entries}
        self._called = {name: _called(record) for name, record in records.items() if record is not None}
        self._groups = self._alternatives()

    def holders(self, need: Need) -> list[RegisterEntry]:
        """The entries that speak of a need."""
        return [entry for entry in self._entries if self._speaks(entry, need)]

    def documents(self, need: Need) -> set[str]:
        """The documents that are called by a need: by its own words, or where none is, by others for them."""
        met = {name: need.met_by(words.stems, words.present) for name, words in self._called.items()}
        return {name for name, share in met.items() if share >= max(_MET, max(met.values()))}

    def names_document(self, need: Need) -> bool:
        """Whether a need stands before a word for a document, and some document is called so."""
        at = self._text.find(need.label)
        if at < 0 or not self.documents(need):
            return False
        before = tokens(self._text[:at])
        # "The Cloonagh correspondence": a word of the title behind a name that chose the document.
        after_name = bool(before) and before[-1] in self._names - STOP and self._text.count(need.label) == 1
        after = self._text[at + len(need.label) :]
        return after_name or bool(_DOCUMENT.match(after) or _REPORT_ON.search(self._text[:at]))

    def is_topic(self, need: Need) -> bool:
        """Whether a need is a thing that is spoken of: a name, a word of the field, or one in the place of a topic."""
        if need.name or need.others or _themes(need.label):
            return True
        at = self._text.find(need.label)
        after = self._text[at + len(need.label) :].lstrip()
        return at < 0 or bool(_TOPICAL.search(self._text[:at])) or bool(REGISTER_WORDS.match(after))

    def fitting(self, needs: Sequence[Need], by_document: Sequence[Need]) -> list[RegisterEntry]:
        """The entries that meet every need of one of the alternatives; some needs by the name of their document."""
        called = {need.label: self.documents(need) for need in by_document}
        groups = [[need for need in group if need in needs] for group in self._groups]
        return [
            entry
            for entry in self._entries
            if any(
                group
                and all(entry.document_id in called.get(need.label, ()) or self._speaks(entry, need) for need in group)
                for group in groups
            )
        ]

    def under(self, needs: Sequence[Need], headings: Mapping[str, Sequence[str]]) -> list[RegisterEntry]:
        """The entries in a section that is called by every need, where the report has others."""
        over = {name: set(path) for name, path in headings.items()}
        shared = set.intersection(*over.values()) if over else set()
        found = []
        for entry in self._entries:
            words = stemmed(*(over.get(entry.entry_id, set()) - shared))
            if needs and _called_by(words, needs):
                found.append(entry)
        if not found and self._entries and needs and _called_by(stemmed(*shared), needs):
            # All that there are stand in that section.
            return list(self._entries)
        return found

    def _speaks(self, entry: RegisterEntry, need: Need) -> bool:
        words = self._words[entry.entry_id]
        met = need.met_by(words.stems, words.present)
        themes = _themes(need.label)
        if not themes or met == 1.0:
            return met >= _MET
        meant = self._wide or met >= _MET or themes <= UMBRELLAS
        if not need.name and themes <= set(entry.themes) and meant:
            return True
        # Other words for a thing are often wider than the thing: those of another theme are.
        others = [phrase for phrase in _others(need, words) if _written(phrase, str(entry.text))]
        return met >= _MET and any(not (own := _themes(phrase)) or own & themes for phrase in others)

    def _alternatives(self) -> list[list[Need]]:
        """The needs in groups that "or", "and" and commas part: an entry on one of them is on the topic."""
        groups: list[list[Need]] = []
        end = -1
        for need in self._needs:
            at = self._text.find(need.label, max(end, 0))
            between = self._text[end:at] if 0 <= end <= at else ""
            joined = bool(_JOINED.search(between)) and bool(_OTHERWISE.match(between))
            if groups and not joined:
                groups[-1].append(need)
            else:
                groups.append([need])
            end = at + len(need.label) if at >= 0 else end
        return groups


def _called_by(heading: Stemmed, needs: Sequence[Need]) -> bool:
    return all(len(heading.present & set(need.own)) > len(need.own) / 2 for need in needs)


def _others(need: Need, words: Stemmed) -> list[str]:
    """The other phrases for a need that a text holds."""
    concept = load_lexicon().by_phrase.get(need.own)
    phrases = concept.phrases if concept is not None else ()
    return [phrase for phrase in phrases if contains(words.stems, tuple(stems(phrase)))]


def _written(phrase: str, text: str) -> bool:
    """Whether a text holds a word or phrase nearly as written: "Port" is no portion."""
    if " " in phrase:
        return True
    wanted = stem(fold(phrase))
    return any(stem(word) == wanted and abs(len(word) - len(phrase)) <= _ENDING for word in tokens(text))


@cache
def _themes(phrase: str) -> frozenset[str]:
    return frozenset(themes_of(phrase))


def _called(record: DocumentRecord) -> Stemmed:
    metadata = record.metadata
    known = (metadata.title, metadata.place, (metadata.place_type or "").replace("_", " "), record.source)
    plain = " ".join(text.replace("-", " ") for text in known if text)
    words = [word for word in plain.split() if fold(word) not in STOP and fold(word) not in WEAK]
    return stemmed(" ".join(words))
