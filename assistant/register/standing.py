"""Standing: what became of a register entry, as the authority says and as a later visit found."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from assistant.question.scope import is_of_year, year_made
from assistant.question.terms import fold, tokens
from ingest.passage import RegisterEntry
from ingest.register.status import ACCEPTANCE

if TYPE_CHECKING:
    from ingest.library import Library

_FOUND = re.compile(
    r"\b(?:follow[- ]?up|control visit|verified|found (?:to|that|by)|inspectors found|review of progress|"
    r"judged|assessed|in fact|actually)\b"
)
# "When the group came back", "by the time of the second visit": when it was looked at again.
_BACK = re.compile(
    r"\b(?:when|once|after|until|as|by the time|at the time) (?:of )?(?:(?!were|was|are|is|been\b)[\w'’-]+ ){0,5}?"
    r"(?:(?:came|come|went|got) back|returned|(?:visited|inspected|looked|seen|called) again|"
    r"(?:second|next|later|return|repeat|subsequent|follow-?up) (?:visit|inspection))\b"
)
_CLAIMED = re.compile(
    r"\b(?:claim(?:s|ed)?|according to the (?:authorit\w+|ministry|government|response|reply|action plan)|"
    r"(?:reported|said|stated) by the (?:authorit\w+|ministry|government))\b"
)

_BUT_NOT = re.compile(r"\b(?:but|yet|and|though|although)\b[\w ]{0,20}\b(?:not|never|n't)\b|\bwithout being\b")

# "Accepted and then carried out": what was answered and what was done, of the same entries.
_AND_DONE = re.compile(
    r"\b(?:accepted|rejected|noted|answered)\b(?:(?!\bhow many\b)[\w ]){0,20}\b(?:and|but|yet)\b"
    r"(?:(?!\bhow many\b|\bwhich\b)[\w ]){0,20}\b(?:implemented|carried out|in progress)\b"
)
_BOTH = re.compile(r"\bboth\b[\w ,-]{2,60}\band\b")

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
SILENCE = "no reply"
_ANSWERED = re.compile(
    r"\b(?:were|was|are|been|got|is) (?:\w+ly )?(?:answered|replied to|responded to)\b|"
    r"\b(?:did|has|have) (?:the )?[^?.,;]{2,80}? (?:answer|reply|respond)(?:ed)?(?: to)?\W*$|"
    r"\b(?:have|has|had|with|got|received) (?:an? |any )?(?:answer|reply|response)s?\W*$"
)


def asks_answered(question: str) -> bool:
    """Say whether a question asks for what was answered, whatever the answer."""
    return bool(_ANSWERED.search(fold(question)))


def asks_found(question: str) -> bool:
    """Say whether a question asks for what a later visit found."""
    text = fold(question)
    return bool(_FOUND.search(text) or _BACK.search(text))


def return_words(question: str) -> frozenset[str]:
    """Return the words of a question that only say that something was looked at again."""
    match = _BACK.search(fold(question))
    return frozenset(tokens(match[0])) if match else frozenset()


class Standing:
    """The statuses of entries over the documents that print, answer or judge them."""

    def __init__(self, library: Library, question: str) -> None:
        """Take the library and the question, whose words say whether claims or findings are meant."""
        self._library = library
        self._found = asks_found(question)
        self._claimed = bool(_CLAIMED.search(fold(question))) and not self._found
        made = year_made(fold(question))
        self._years = frozenset(_YEAR.findall(question)) - {made} if made else frozenset()

    def of(self, entry: RegisterEntry, echoes: Iterable[RegisterEntry] = ()) -> frozenset[str]:
        """Return the statuses of an entry in the sense asked for; empty where none is on file.

        What a visit found stands before what the authority claims to have done; whether a recommendation was accepted
        is the authority's to say, whatever was found. Of what was made in one year and is asked about in another, what
        was found in that other year counts.
        """
        chain = self._chain(entry, echoes)
        judged = [one for one in chain if one.kind == "progress" and self._is_meant(one)]
        verified = {one.status_verified for one in judged or chain if one.status_verified}
        claimed = {one.status_claimed for one in chain if one.status_claimed}
        if self._claimed:
            return frozenset(claimed)
        if self._found:
            return frozenset(verified or claimed)
        return frozenset(verified | {status for status in claimed if status in ACCEPTANCE} if verified else claimed)

    def is_unanswered(self, entry: RegisterEntry, echoes: Iterable[RegisterEntry] = ()) -> bool:
        """Say whether no answer to an entry is on file: neither a reply nor a claimed status, or one of silence."""
        chain = self._chain(entry, echoes)
        claimed = {one.status_claimed for one in chain if one.status_claimed}
        if claimed:
            return claimed == {SILENCE}
        return not any(one.kind == "response" or one.response for one in chain)

    def repliers(self, entry: RegisterEntry, echoes: Iterable[RegisterEntry] = ()) -> list[str]:
        """Return who answered an entry, as the replies linked to it say."""
        return [one.addressee for one in self._chain(entry, echoes) if one.kind == "response" and one.addressee]

    def answered_in(self, entry: RegisterEntry, echoes: Iterable[RegisterEntry] = ()) -> set[str]:
        """Return the documents that answer an entry."""
        return {
            one.document_id
            for one in self._chain(entry, echoes)
            if one.entry_id != entry.entry_id and (one.kind == "response" or one.status_claimed)
            and one.status_claimed != SILENCE
        }  # fmt: skip

    def _is_meant(self, later: RegisterEntry) -> bool:
        return is_of_year(self._library.ledger.document(later.document_id), self._years)

    def _chain(self, entry: RegisterEntry, echoes: Iterable[RegisterEntry]) -> list[RegisterEntry]:
        held = {one.entry_id: one for one in (entry, *echoes)}
        for one in list(held.values()):
            for name in one.followed_up_by:
                later = self._library.ledger.entry(name) if name not in held else None
                if later is not None and (later.kind in ("response", "progress") or later.number == entry.number):
                    held[name] = later
        return list(held.values())


def asks_both(question: str) -> bool:
    """Say whether a question asks for entries that have several statuses at once."""
    return bool(_BOTH.search(question.casefold()) or _AND_DONE.search(fold(question)))


def of_standing(
    question: str, wanted: Iterable[str], entries: Sequence[RegisterEntry], held: Mapping[str, frozenset[str]]
) -> list[RegisterEntry]:
    """Keep the entries with one of the statuses named, or with both halves of "accepted but not implemented"."""
    asked = set(wanted)
    if len(asked) > 1 and _BOTH.search(question.casefold()):
        return [entry for entry in entries if asked <= held[entry.entry_id]]
    if _BUT_NOT.search(question.casefold()):
        agreed = {status for status in ACCEPTANCE if "accept" in status} & asked
        done = {"partly implemented", "not implemented"} & asked
        if agreed and done:
            only_not = "partly implemented" not in done
            return [
                entry
                for entry in entries
                if held[entry.entry_id] & agreed
                and (held[entry.entry_id] & done if only_not else "implemented" not in held[entry.entry_id])
            ]
    answered, done = asked & ACCEPTANCE, asked - ACCEPTANCE
    if answered and done and _AND_DONE.search(fold(question)):
        return [entry for entry in entries if held[entry.entry_id] & answered and held[entry.entry_id] & done]
    return [entry for entry in entries if held[entry.entry_id] & asked]


def once(entries: Sequence[RegisterEntry]) -> list[RegisterEntry]:
    """Leave out what a later visit says again of an entry that is counted already."""
    again = {name for entry in entries for name in entry.followed_up_by}
    return [entry for entry in entries if entry.entry_id not in again]
