"""The authorities that a document names, and which of them a reader would take to be meant where none is printed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from ingest.passage import Metadata
from ingest.register.candidate import Candidate
from ingest.register.news import asks_for_news
from ingest.register.office_names import (
    ACRONYM,
    ADDRESSED_KINDS,
    CARE,
    EXPANDED,
    FAR,
    FOR,
    HEAD,
    HEAD_OFFICE,
    HOUSES,
    LONGEST_CAPTION,
    MEANS,
    MINISTER_WORDS,
    OF_A_PLACE,
    OF_CARE,
    PERFORMER,
    PROSECUTION,
    REGION,
    REPLY_BY,
    REPLY_OF,
    SERVICE,
    SERVICES,
    SHORT,
    SPEAKER,
    STATE_AUTHORITIES,
    STATE_OFFICE,
    YOUR,
    clean,
    fits_place,
    names_place,
    one_place,
    titled,
    with_initials,
)
from ingest.register.offices import is_house, is_office
from ingest.register.places_in_turn import places_in_turn
from ingest.register.recipients import recipients
from ingest.register.responses import Answer
from ingest.register.sentence import sentence_spans
from ingest.report import Block, BlockKind
from redaction.text import RedactedText

_ECHOING = ADDRESSED_KINDS | {"response", "progress"}
# What prints the name of the body that visited on every page.
_BESIDE = (BlockKind.COMMENT, BlockKind.HEADER, BlockKind.FOOTER)


class Actors:
    """The authorities of one document.

    Args:
        blocks: its blocks in reading order.
        candidates: its entries; addressees that they print count.
        answers: what authorities answered in its running text; who answered was asked.
        metadata: names the place visited and the inspecting body, which addresses itself nothing.
    """

    def __init__(
        self,
        blocks: Sequence[Block[RedactedText]],
        candidates: Sequence[Candidate],
        answers: Sequence[Answer],
        metadata: Metadata,
    ) -> None:
        """Read every name once."""
        texts = [str.__str__(block.text) for block in blocks if block.kind not in _BESIDE]
        self._place = one_place(metadata)
        body = (metadata.inspecting_body or "").casefold()
        self._body = "" if body in (self._place or "").casefold() else body  # nobody inspects itself
        self._whole = "\n".join(texts)
        self._cares = bool(OF_CARE.search(metadata.place_type or ""))
        self._state = self._counted(STATE_OFFICE)
        self._services = self._counted(SERVICE)
        self._heads = Counter(titled(found["name"]) for found in HEAD.finditer(self._whole))
        self._state_party = self._state_named()
        self._addressed = self._addressed_to(texts)
        self._replying = self._reply_of([str.__str__(b.text) for b in blocks if b.table is None])
        self._by_number = self._answering(blocks, answers)
        self._lists: dict[tuple[str, ...], list[str | None]] = {}
        for one in candidates:
            if one.kind in ADDRESSED_KINDS:
                named = self.full(one.addressee) if one.addressee and not self._is_body(one.addressee) else None
                self._lists.setdefault(one.block.heading_path, []).append(named)
        printed = {heading for path, names in self._lists.items() if any(names) for heading in path}
        self._in_turn = {above: place for above, place in places_in_turn(blocks).items() if above not in printed}
        self._printed = Counter(name for names in self._lists.values() for name in names if name is not None)

    def complete(self, candidates: Sequence[Candidate]) -> None:
        """Give entries that print no addressee the one a reader would infer, and short names their full form."""
        before: Candidate | None = None
        for one in candidates:
            if one.addressee is not None and self._is_body(one.addressee):
                one.addressee = None
            if one.addressee is not None:
                one.addressee = self.full(one.addressee)
            elif before is not None and one.inline and one.block is before.block:
                one.addressee = before.addressee
            elif one.kind == "concern":
                # Nobody is asked anything by a concern; whoever has undertaken to see to it may be named beside it.
                one.addressee = self.full(one.owner) if one.owner is not None and one.block.table is not None else None
            elif one.kind in ADDRESSED_KINDS:
                one.addressee = self._owner(one) or self._meant(one)
            elif one.kind == "response" and one.number is None:
                # Whose recommendation has a number is known by it; else who replies was asked.
                one.addressee = self._replying
            before = one if one.addressee is not None else before

    def suppose(self, echoes: Sequence[Candidate]) -> None:
        """Give entries that repeat those of an earlier document whom a reader without that document would suppose."""
        for one in echoes:
            if one.kind in _ECHOING:
                one.addressee = self._meant(one)

    def full(self, name: str) -> str:
        """Return the full form of ``the hospital``, ``the Ministry`` or ``HMCTS`` where the document has just one.

        Args:
            name: an addressee as printed, without its article.
        """
        acronym = ACRONYM.fullmatch(name)
        if acronym is not None:
            return self._expansion(acronym["short"]) or name
        # "We ask your Directorate": in a letter, the one it is written to.
        own, name, written_to = name, YOUR.sub("", name), self._addressed or ""
        meant = own != name and name.casefold() in written_to.casefold()
        if meant or (" " in name and written_to.startswith(f"{name} of ")):
            return written_to
        if self._place and is_house(name) and not SERVICES.fullmatch(name) and fits_place(name, self._place):
            return self._place if names_place(name, self._place) else titled(name)
        if SHORT.fullmatch(name):
            stem = name.removesuffix("s")
            known = [full for full in (*self._state, *self._services) if re.search(rf"\b{stem}s?\b", full)]
            known = [full for full in known if full.startswith(stem) or full.endswith(stem)]
            count = self._whole.count
            if len(known) == 1 or (known and count(known[0]) > 2 * count(known[1])):
                return known[0]
        if REGION.fullmatch(name):
            # "The canton" is "Canton of Thurgau" where the document names one.
            named = Counter(re.findall(rf"(?i:\b{name}) of (?:the )?[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*", self._whole))
            return titled(named.most_common(1)[0][0]) if named else name
        if HEAD_OFFICE.fullmatch(name):
            # "The director" is "Director of the Home" where the document says so somewhere.
            longer = re.search(rf"\b{name} of the (?:[A-Z]\w+|{HOUSES})\b", self._whole, re.IGNORECASE)
            return titled(longer.group()) if longer is not None else titled(name)
        return name

    def _owner(self, one: Candidate) -> str | None:
        """Return who a reply says will act, unless a department replies for its own branches."""
        named = one.owner is not None and (one.block.table is not None or HEAD_OFFICE.match(one.owner))
        if one.owner is None or (self._replying is not None and not named):
            return self._replying if one.owner is not None else None
        return self.full(one.owner)

    def _meant(self, one: Candidate) -> str | None:
        text = str.__str__(one.text)
        if one.number in self._by_number:
            return self._by_number[one.number]
        if one.kind == "deficiency" or self._names_place(text):
            return self._place
        if self._replying is not None and self._replying not in (self._place, "Management"):
            return self._replying
        if one.kind == "request_for_information" and self._state_party is not None and one.inline:
            # A body of several States asks the State for news, whomever it recommends something to.
            return self._state_party
        if self._state_party is not None and self._place is None and self._state_party.startswith("State"):
            # A body of several States asks the State where it names nobody, whatever it asks.
            return self._state_party
        for pattern, names in (
            (PROSECUTION, self._named(r"Prosecut")),
            (MINISTER_WORDS, self._named(r"Minist|Parliament|Secretary of State|Department|Government")),
            (MEANS, self._named(r"Minist|Department|Secretary of State|Government|Service|Administration")),
            # Who is to do a thing in person is nobody that it is asked of.
            (CARE, [] if PERFORMER.search(text) else self._named(r"(?i)\bhealth|\bNHS")),
        ):
            if names and pattern.search(text):
                return names[0]
        return self._local(one)

    def _names_place(self, text: str) -> bool:
        """Say whether a demand is put to the place by its own name: ``recommended to Elmfold to stop``."""
        words = re.findall(r"[A-ZÀ-ÞĀ-Ž][\w’'-]{3,}", self._place or "")[-1:]
        put = r"(?:^|\bto\s+|\bthat\s+)(?:the\s+)?(?:[A-Z]\w*\s+){{0,2}}(?:\w+\s+)?{}\s+[a-z]+\b"
        return any(re.search(put.format(re.escape(word)), text) and not is_house(word) for word in words)

    def _named(self, pattern: str) -> list[str]:
        """Return known addressees of one sort: printed ones first, then those that the text names."""
        printed = [name for name, _ in self._printed.most_common() if re.search(pattern, name)]
        return printed or [name for name in (*self._state, *self._services) if re.search(pattern, name)][:1]

    def _local(self, one: Candidate) -> str | None:
        """Name who runs the place: as other entries print it, else the office that the text names, else the place."""
        if self._addressed is not None:
            return self._addressed
        here = next((self._in_turn[each] for each in reversed(one.block.heading_path) if each in self._in_turn), None)
        if here is not None:
            return here
        most = self._printed.most_common()
        if self._place is None:
            # Of many places: the authority that most is asked of, else the State as its report names it.
            shared = [name for name, _ in most if not OF_A_PLACE.match(name)] or [name for name, _ in most]
            return shared[0] if shared else self._state_party
        local = [
            name
            for name, _ in most
            if name == self._place or (HEAD_OFFICE.match(name) and " and " not in name) or SERVICES.fullmatch(name)
        ]
        if local:
            return local[0]
        if (
            most
            and (most[0][1] > 1 or (len(most) == 1 and not FAR.search(most[0][0])))
            and not self._is_exception(most[0][0], one)
        ):
            return most[0][0]
        if self._replying is not None:
            return self._replying
        # A home or hospital is asked itself; of a prison or station whoever commands it is.
        heads = self._heads.most_common(1) if not self._cares else []
        return self.full(heads[0][0]) if heads else self._place

    def _is_exception(self, name: str, one: Candidate) -> bool:
        """Say whether few items of a list name somebody: whom most of them mean, and so do not name, is another."""
        beside = [] if one.inline else self._lists.get(one.block.heading_path, [])
        return 0 < beside.count(name) * 2 < len(beside) - (one.kind in ADDRESSED_KINDS)

    def _counted(self, pattern: re.Pattern[str]) -> list[str]:
        counts = Counter(clean(found["name"]) for found in pattern.finditer(self._whole))
        known = [name for name, _ in counts.most_common() if not self._body or name.casefold() not in self._body]
        return [name for name in known if not re.search(r"\b(?:Inspector\w*|Ombud\w*|Act|Rules?|Law)\b", name)]

    def _addressed_to(self, texts: Sequence[str]) -> str | None:
        named = (name for name in recipients(texts) if is_office(name) and "[" not in name and not self._is_body(name))
        self._addressed = None
        first = next((name for name in named if not self._body or self._body not in name.casefold()), None)
        return self.full(first) if first is not None else None

    def _state_named(self) -> str | None:
        for pattern in (r"\bState [Pp]arty\b", STATE_AUTHORITIES):
            found = Counter(re.findall(pattern, self._whole)).most_common(1)
            # A report on several places of one State need name its authorities only once.
            if found and found[0][1] > (self._place is not None):
                return str(found[0][0])
        return None

    def _is_body(self, name: str) -> bool:
        known = re.fullmatch(r"(?:NPM|CPT|SPT|Committee|Subcommittee)", name) is not None
        full = self._expansion(name) if ACRONYM.fullmatch(name) else None
        return known or (bool(self._body) and any(each.casefold() in self._body for each in (name, full) if each))

    def _reply_of(self, texts: Sequence[str]) -> str | None:
        for text in texts:
            if (found := REPLY_OF.search(text) if len(text) < LONGEST_CAPTION else None) is not None:
                word = {"ministr": "Ministry"}.get(found["name"].lower(), found["name"].capitalize())
                return self.full(word)
            by = REPLY_BY.search(text) if len(text) < LONGEST_CAPTION and not asks_for_news(text) else None
            if by is not None and is_office(by["name"]):
                return self.full(clean(by["name"]))
        return None

    def _answering(self, blocks: Sequence[Block[RedactedText]], answers: Sequence[Answer]) -> dict[str, str]:
        """Read who answered on which number: ``Governor: recommendation 2 implemented``."""
        known: dict[str, str] = {}
        for answer in answers:
            found = SPEAKER.match(answer.sentence)
            name = self.full(clean(found["name"])) if found is not None else ""
            if name and is_office(name) and not self._is_body(name) and len(name.split()) <= 9:
                known |= {number: name for number in answer.numbers if number not in known}
        for block in blocks:
            for start, end in sentence_spans(block.text) if block.table is None else ():
                for found in FOR.finditer(block.text[start:end]):
                    name = self.full(clean(found["name"]))
                    if is_office(name):
                        numbers = re.findall(r"\d+(?:\.\d+)*", found["list"])
                        known |= {number: name for number in numbers if number not in known}
        return known

    def _expansion(self, short: str) -> str | None:
        for found in EXPANDED.finditer(self._whole):
            if found["short"] == short:
                return with_initials(found["long"].split(), short)
        words = re.compile(
            rf"\b(?:{'|'.join(map(re.escape, (short[:2], short[:1])))})[\w'’]*(?:\s(?:and|of|for|the|[A-Z][\w'’]*))+"
        )
        for found in words.finditer(self._whole):
            full = with_initials(found.group().split(), short)
            if full is not None:
                return full
        return None
