"""Slots: a follow-up that only names another place, year or theme puts it in the earlier question's place of one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from assistant.question.lexicon import load_lexicon
from assistant.question.naming import Names, is_generic
from assistant.question.terms import STOP, WEAK, fold, tokens

_OPENING = re.compile(
    r"^\W*(?:(?:and|but|so|also|then|ok|okay|now|only|just)\b,? ?){0,2}"
    r"(?:(?:what|how) about|(?:the )?same(?: question| thing)?)?\b ?(?:for|at|in|on|about|from|by|of|with)?\b"
    r"(?P<rest>.*)$",
    re.IGNORECASE | re.DOTALL,
)
# A follow-up with a verb or a pointing word says more than another place, year or theme.
_SAYS_MORE = re.compile(
    r"\b(?:what|which|who|whom|whose|when|where|why|how|did|do|does|is|are|was|were|has|have|had|can|could|should|"
    r"must|will|would|if|whether|they|them|their|it|its|that|this|those|these|there|one|ones|not|no|yes|others?|rest|else|"
    r"follow\w*|visits?|inspections?|reports?|first|second|third|last|latest|previous|next|respon\w+|repl\w+|"
    r"answer\w*|recommend\w*|findings?|status|concerns?|before|after|since|until|between|later|earlier|ago|years?|"
    r"months?|weeks?)\b"
)
# Another period: "since 2025", "before March 2024", "between 2020 and 2023".
_MONTH = r"(?:(?:\d{1,2} )?(?:january|february|march|april|may|june|july|august|september|october|november|december) )?"
_SPAN = (
    rf"(?:since|until|till|before|after|from|between|up to|no later than|in) (?:the )?{_MONTH}(?:19|20)\d\d"
    rf"(?:(?: and | to | until )(?:the )?{_MONTH}(?:19|20)\d\d)?"
)
_ONLY_PERIOD = re.compile(rf"^(?:(?:and|but|only|just|ok),? )*(?P<span>{_SPAN})(?: only)?\W*$", re.IGNORECASE)
_PERIOD = re.compile(rf"(?: made| published)? \b{_SPAN}\b", re.IGNORECASE)
# Whom a question is about; one such word takes the place of another.
_GROUP = re.compile(
    r"\b(?:(?:foreign|young|elderly|pregnant|disabled|sentenced|remand|transgender|convicted|unconvicted) )?"
    r"(?:women|men|children|girls|boys|juveniles|minors|teenagers|youths?|people|persons|adults|foreigners|nationals|"
    r"migrants|patients|prisoners|detainees|inmates|residents|mothers|babies|offenders|staff|officers|nurses|doctors)\b",
    re.IGNORECASE,
)
_ABOUT = re.compile(r"\b(?:about|on|regarding|concerning)\b|^\W*(?:which|list|show|how many)\b", re.IGNORECASE)
_YEAR = r"(?:19|20)\d\d"
_YEARS = re.compile(rf"\b{_YEAR}(?:(?:, and |, | and | or | ?[-–/] ?){_YEAR})*\b")
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_BLANK = re.compile(r"\s*")
_JOINED = re.compile(r"\s*(?:(?:of|and|or|for|the|a|to)\s+)*")
_TOPIC_AFTER = frozenset(["on", "about", "regarding", "concerning", "with", "of"])
# Who did it, added to what was asked: "And by the Minister?"
_BY = re.compile(
    r"^\W*(?:(?:and|but|or|only|just|what about|how about),? )+by (?P<who>(?:the )?[^?.,;]{3,60}?)\W*$", re.IGNORECASE
)
_PARTICLE = 3
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
    period = _ONLY_PERIOD.match(question.strip())
    if period is not None:
        return _append(_PERIOD.sub("", earlier.strip()), period["span"])
    opening = _OPENING.match(question)
    rest = opening["rest"].strip() if opening else ""
    if opening is None or not rest or not question[: opening.start("rest")].strip():
        return None
    words = _words(rest)
    if len(words) > _MOST_WORDS or _SAYS_MORE.search(fold(rest)):
        return None
    if (by := _BY.match(question)) and not _place_words(by["who"], names):
        return _append(earlier.strip(), f"by {by['who']}")
    places = _place_words(rest, names)
    # A particle that stands beside the name belongs to it: "Ta' Sorben".
    places |= {
        one.folded
        for one, other in (*pairwise(words), *pairwise(words[::-1]))
        if other.folded in places and one.text[0].isupper() and len(one.text) <= _PARTICLE
    }
    themes = [word for word in words if word.folded not in places and _is_theme(word)]
    years = _YEARS.search(rest)
    written = earlier.strip()
    group = _GROUP.fullmatch(rest.strip(" ?.!"))
    if group is not None:
        written = _for_group(written, group[0], names)
    elif themes:
        if all(is_generic(word.folded) for word in themes):
            return None
        between = {word.folded for word in words if themes[0].start <= word.start <= themes[-1].start}
        whole = rest[themes[0].start : themes[-1].end]
        written = _on_theme(written, " ".join(word.text for word in themes) if between & places else whole, names)
    if places:
        held = [word for word in words if word.folded in places]
        apart = any(word.folded not in places for word in words if held[0].start <= word.start <= held[-1].end)
        named = " ".join(word.text for word in held) if apart else rest[held[0].start : held[-1].end]
        written = _exchange(written, _place_of(written, names), named, "at")
    if years:
        found = _YEARS.search(written)
        written = _exchange(written, (found.start(), found.end()) if found else None, years[0], "in")
    return written if written != earlier.strip() else None


def _for_group(earlier: str, group: str, names: Names) -> str:
    """Ask the same of other people: in the place of those named, else for them only."""
    places = _place_words(earlier, names)
    found = [match for match in _GROUP.finditer(earlier) if not set(tokens(match[0])) & places]
    if found:
        return f"{earlier[: found[0].start()]}{group}{earlier[found[0].end() :]}"
    return _append(earlier, f"for {group}")


def _on_theme(earlier: str, theme: str, names: Names) -> str:
    """Ask the same on another theme; where the earlier question asked for one fact, what is said of the new theme."""
    if _ABOUT.search(earlier) and (" about " in earlier or not fold(earlier).startswith(("how many", "how much"))):
        return _exchange(earlier, _theme_of(earlier, names), theme, "on")
    place = _place_of(earlier, names)
    if place is None:
        return _exchange(earlier, _theme_of(earlier, names), theme, "on")
    return f"What was found about {theme} at {earlier[place[0] : place[1]]}?"


def _append(text: str, words: str) -> str:
    ending = re.search(r"\W*$", text)
    cut = ending.start() if ending else len(text)
    return f"{text[:cut]} {words}{text[cut:]}"


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
    # The title of a report holds words of every report, "state of the recommendations": they name no place.
    found = {word for word in found if word not in WEAK and word not in STOP}
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
            return _run([one for one in content if one.start >= word.start], text, _JOINED)
    return _run(content, text)


def _run(found: list[_Word], text: str, joined: re.Pattern[str] = _BLANK) -> tuple[int, int] | None:
    """The first words that stand side by side, or joined by small words."""
    if not found:
        return None
    start, end = found[0].start, found[0].end
    for word in found[1:]:
        if not joined.fullmatch(text[end : word.start]):
            break
        end = word.end
    return start, end


def _exchange(text: str, span: tuple[int, int] | None, new: str, preposition: str) -> str:
    if span is not None:
        return f"{text[: span[0]]}{new}{text[span[1] :]}"
    return _append(text, f"{preposition} {new}")
