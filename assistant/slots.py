"""Slots: a follow-up that only names another place, year or theme puts it in the earlier question's place of one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from assistant.lexicon import load_lexicon
from assistant.naming import Names, is_generic
from assistant.terms import STOP, WEAK, fold, tokens

_OPENING = re.compile(
    r"^\W*(?:(?:and|but|so|also|then|ok|okay|now)\b,? ?)?"
    r"(?:(?:what|how) about|(?:the )?same(?: question| thing)?)?\b ?(?:for|at|in|on|about|from|by|of|with)?\b"
    r"(?P<rest>.*)$",
    re.IGNORECASE | re.DOTALL,
)
# A follow-up with a verb or a pointing word says more than another place, year or theme.
_SAYS_MORE = re.compile(
    r"\b(?:what|which|who|whom|whose|when|where|why|how|did|do|does|is|are|was|were|has|have|had|can|could|should|"
    r"must|will|would|they|them|their|it|its|that|this|those|these|there|one|ones|not|no|yes|others?|rest|else|"
    r"follow\w*|visits?|inspections?|reports?|first|second|third|last|latest|previous|next|respon\w+|repl\w+|"
    r"answer\w*|recommend\w*|findings?|status|concerns?|before|after|since|until|between|women|men)\b"
)
_YEAR = r"(?:19|20)\d\d"
_YEARS = re.compile(rf"\b{_YEAR}(?:(?:, and |, | and | or | ?[-–/] ?){_YEAR})*\b")
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_TOPIC_AFTER = frozenset(["on", "about", "regarding", "concerning", "with", "of"])
_MOST_WORDS = 6
_NO_THEME = frozenset(["happened", "told", "long", "often", "big", "held", "hold", "day", "time", "times"])


@dataclass(frozen=True)
class _Word:
    start: int
    end: int
    text: str

    @property
    def folded(self) -> str:
        return fold(self.text).removesuffix("'s")


def replace_slots(question: str, earlier: str, names: Names) -> str | None:
    """Write an elliptical follow-up out.

    Args:
        question: the follow-up, such as "And for Ravensmoor?" or "what about 2023?".
        earlier: the question before it, itself written out.
        names: of the corpus.

    Returns:
        the earlier question with the place, body, years or theme exchanged and the rest kept; ``None`` if the
        follow-up is more than such a name.
    """
    opening = _OPENING.match(question)
    rest = opening["rest"].strip() if opening else ""
    if opening is None or not rest or not question[: opening.start("rest")].strip():
        return None
    words = _words(rest)
    if len(words) > _MOST_WORDS or _SAYS_MORE.search(fold(rest)):
        return None
    places = _place_words(rest, names)
    themes = [word for word in words if word.folded not in places and _is_theme(word)]
    years = _YEARS.search(rest)
    written = earlier.strip()
    if themes:
        if all(is_generic(word.folded) for word in themes):
            return None
        written = _exchange(written, _theme_of(written, names), " ".join(word.text for word in themes), "on")
    if places:
        named = " ".join(word.text for word in words if word.folded in places)
        written = _exchange(written, _place_of(written, names), named, "at")
    if years:
        found = _YEARS.search(written)
        written = _exchange(written, (found.start(), found.end()) if found else None, years[0], "in")
    return written if written != earlier.strip() else None


def _words(text: str) -> list[_Word]:
    return [_Word(match.start(), match.end(), match[0]) for match in _WORD.finditer(text)]


def _place_words(text: str, names: Names) -> set[str]:
    """The folded words of a text that name a place, a body or a State, known or not."""
    known = names.places_in(text)
    found = {word for place in known for word in place.words}
    found |= {word for words in names.documents_named(text).values() for word in words}
    if not found:
        found = {
            word.folded
            for at, word in enumerate(_words(text))
            if word.text[0].isupper() and _is_theme(word) and not is_generic(word.folded)
            and not load_lexicon().holds(word.folded) and (at > 0 or not _opens_question(word))
        }  # fmt: skip
    if not found:
        return found
    beside = {part for place in known for part in tokens(place.name)}
    return found | {word.folded for word in _words(text) if word.folded in beside and word.text[0].isupper()}


def _opens_question(word: _Word) -> bool:
    return word.folded in STOP or word.folded in WEAK


def _is_theme(word: _Word) -> bool:
    return word.folded not in STOP and word.folded not in WEAK and not word.folded[0].isdigit()


def _place_of(text: str, names: Names) -> tuple[int, int] | None:
    """Where a question names its place: the first run of the words of a name."""
    places = _place_words(text, names)
    words = _words(text)
    # The first word of a question has its capital for being first.
    return _run([word for word in words[1:] if word.folded in places], text)


def _theme_of(text: str, names: Names) -> tuple[int, int] | None:
    """Where a question says its theme: the words after "on" or "about", else its first words of content."""
    places = _place_words(text, names)
    words = _words(text)
    content = [
        word
        for word in words[1:]
        if word.folded not in places and _is_theme(word) and word.folded not in _NO_THEME
        and not is_generic(word.folded)
    ]  # fmt: skip
    for before, word in pairwise(words):
        if before.folded in _TOPIC_AFTER and word in content:
            return _run([one for one in content if one.start >= word.start], text)
    return _run(content, text)


def _run(found: list[_Word], text: str) -> tuple[int, int] | None:
    """The first words that stand side by side."""
    if not found:
        return None
    start, end = found[0].start, found[0].end
    for word in found[1:]:
        if text[end : word.start].strip():
            break
        end = word.end
    return start, end


def _exchange(text: str, span: tuple[int, int] | None, new: str, preposition: str) -> str:
    if span is not None:
        return f"{text[: span[0]]}{new}{text[span[1] :]}"
    ending = re.search(r"\W*$", text)
    cut = ending.start() if ending else len(text)
    return f"{text[:cut]} {preposition} {new}{text[cut:]}"
