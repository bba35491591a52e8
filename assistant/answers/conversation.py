"""Conversation: a follow-up question is written out before anything is searched, and the user sees how."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.answers.answer import Turn
from assistant.question import routing
from assistant.question.known_names import known_names
from assistant.question.naming import Names
from assistant.question.phrasing import recommended_listed, without_introduction
from assistant.question.refining import refine
from assistant.question.slots import replace_slots
from assistant.question.terms import STOP, WEAK, capitalised, fold, tokens

_OPENING = re.compile(
    r"^(?:and|but|so|or|also|then|what about|how about|how come|only|same|ok|okay|yes|no|"
    r"which (?:one|ones|of (?:those|them|these))|"
    r"did (?:they|it|that|he|she)|was (?:it|that|this|the (?:first|second|third|last))|were (?:they|those)|"
    r"is (?:it|that|this)|has (?:it|that)|how many (?:are|were|of(?! (?:the |our |all )?(?:reports|documents))|did|"
    r"have)|any (?:reply|answer|response|"
    r"progress|others?)|since when)\b|"
    r"^(?:why|when|where|who|how|by whom|says who|really)(?: not| so)?\W*$"
)
_POINTING = re.compile(
    r"\b(?:that one|those|these|them|they|their|its|it|the same|the (?:first|second|third|last) one|him|her|he|she|"
    r"the (?:former|latter)|the others?|the above)\b"
    r"|\b(?:about|of|on|for|to|with|from|by|at|in|is|was|did|do|has|does) (?:this|that)\b(?! \w+ \w+)"
    r"|\b(?:this|that) (?:recommendation|finding|place|prison|report|visit|unit|point|case|concern|issue|number)\b"
    r"|\bthe (?:recommendation|reply|answer|response|finding|complaint|measure|proposal)\b"
    r"(?! (?:on|about|to|of|that|which|for|in|from|at|by|made|concerning|regarding|no|number|\d))(?! [a-z]?\d)"
    r"|\b(?:did|does|do|has|have|had|were|was|for|at|in|of) (?:each|both|either)(?: of (?:them|these|those))?\b"
    r"(?: (?:have|has|make|made|get|got|hold|held))*\W*$"
    r"|(?<!is )(?<!are )(?<!was )(?<!were )\bthere\b(?! (?:is|are|was|were|a|any|been)\b)"
)
# "It" that points at nothing: "is it lawful to", "it is".
_EMPTY_IT = re.compile(
    r"\b(?:is|was|was|would|can|may) it (?:\w+ )?(?:to|that|lawful|allowed|permitted|possible|true)\b"
)
# What a question of law is about may have been said before: "what is the rule on that?"
_ON_THAT = re.compile(r"\b(?:on|about|for|of|regarding) (?:that|this|them|it|those|these)\W*$")
_EXISTENCE = re.compile(r"^(?:were|was|are|is) there (?:any|an?|enough|still)\b|^any\b")
_EVERYWHERE = re.compile(r"\b(?:reports?|library|corpus|documents?|anywhere|all places|we have|overall|in total)\b")
# A register word in the plural is a topic of its own: "how many recommendations were rejected?".
_NAMES_KIND = re.compile(
    r"\b(?:recommendations|findings|concerns|deficiencies|practices?|reports|places|visits|documents|"
    r"instruments|areas)\b"
)
# "They" are the inspectors, whoever asks: "what did they find about food?".
_AUTHORS = re.compile(
    r"^\w+ (?:did|do|have|had) they "
    r"(?:find|found|recommend\w*|say|said|report\w*|note|see|seen|propose\w*|conclude|visit)\b"
)
# "What got worse?", "what is new?", of the place just spoken of.
_CHANGE = re.compile(
    r"^\W*(?:(?:and|but|so|ok) )?(?:what|anything|did anything) (?:else )?(?:has |have |had |is |was |are )?"
    r"(?:been |got |become |"
    r"gotten |get )?(?:worse|worsened|better|improved|deteriorated|changed|new|repeated|dropped)\W*$"
)
# "What did the ministry answer?", of what was just shown.
_REPLY_ALONE = re.compile(
    r"^\W*(?:(?:and|but|so|ok) )?(?:what|how) (?:did|do|does|has|have) (?:they|it|the (?:\w+ ){0,3}?(?:authorit\w+|"
    r"ministr?y|minister|government|department|agency|director|governor|prison|hospital|police|service|state)) "
    r"(?:say|said|answer\w*|repl\w+|respon\w+|react\w*|promise\w*)(?: (?:to|about|on) (?:it|them|that|those|these|"
    r"this))?\W*$"
)
_EACH = re.compile(r"\b(?:did|does|do|has|have|had|were|was|for|at|in|of) (?:each|both|either)\b.*$")
_THERE = re.compile(r"\bthere\b(?! (?:is|are|was|were|a|any|been)\b)")
_INNER = frozenset(["they", "their", "its", "his", "her", "he", "she", "him"])
_ADVERBS = frozenset(["often", "long", "soon", "quickly", "fast", "big", "large", "old", "well", "far"])
_REPLIED = re.compile(
    r"\b(?:answer\w*|repl\w+|respon\w+|accept\w*|reject\w*|agree\w*|implement\w*|refus\w*|said|happen\w*|status|"
    r"why)\b"
)
_ORDINAL = re.compile(r"\bthe (first|second|third|fourth|last)(?: one| recommendation)?\b")
_ORDINALS = {"first": 0, "second": 1, "third": 2, "fourth": 3, "last": -1}
_ENUMERATED = re.compile(r"\b([A-Z]?\d{1,2})\b(?! ?%)(?= ?\()")
_ONE = re.compile(
    r"\b(?:recommendation|rec|deficiency|concern|ask|finding)s? (?:no\.? ?)?([A-Z]?\d{1,3})\b", re.IGNORECASE
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_ELSEWHERE = re.compile(r"^\W*(?:and|but|what about|how about)\W+(?:in|at|on|for|with) ", re.IGNORECASE)
# What code says of its own answer: what was counted, how the question was read.
_OWN_WORDS = re.compile(
    r"(?:\b(?:at most )?\d+(?: of \d+)?(?: \([\d.]+ %\))?\. )?\bCounted: [^.]*\.|\bAddressed to: [^.]*\.|"
    r"\bDue: [^.]*\.|"
    r"^[^.]{3,200}: the visit of [^.]*\. Of \d+ recommendations?:[^.]*\. New: \d+\.|`opcat \w+` shows every row\.|"
    r"\bNot found in [^.]*\.|\((?:read as|worded by|the language model|among the \d+)[^)]*\)",
    re.IGNORECASE,
)
_FEW_WORDS = 3
_MOST_CARRIED = 14
_MOST_ANSWERED = 5
_MOST_TURNS = 6
_MOST_EXCHANGED = 16
_PSEUDONYM = re.compile(r"\[[^\]\n]{1,40}\]")


@dataclass(frozen=True)
class Resolved:
    """A question written out.

    Attributes:
        question: what is searched.
        carried: the words taken over from the conversation; empty if the question stands by itself.
        exchanged: whether the question is the earlier one with another place, year or theme.
        narrow: the question with the place and the topic last asked about alone, without the words of the answer;
            empty if the question stands by itself.
    """

    question: str
    carried: str = ""
    exchanged: bool = False
    narrow: str = ""

    @property
    def rewritten(self) -> bool:
        """Whether anything was taken over."""
        return bool(self.carried) or self.exchanged


def resolve(question: str, history: Sequence[Turn], names: Names) -> Resolved:
    """Write out a follow-up question.

    Args:
        question: as asked.
        history: earlier messages, oldest first; only the last few are looked at.
        names: places of the corpus: a question that names one itself is only completed, not moved elsewhere.

    Returns:
        the question followed by what it leaves unsaid: the place, the topic and the number of the recommendation
        under discussion.
    """
    bare = without_introduction(question)
    if bare != question:
        found = resolve(bare, history, names)
        return found if found.rewritten else Resolved(bare, exchanged=True)
    recent = [turn for turn in history if turn.content.strip()][-_MOST_TURNS:]
    written = _exchanged(question, [turn for turn in history if turn.content.strip()][-_MOST_EXCHANGED:], names)
    if written is not None:
        return Resolved(written, exchanged=True)
    if not recent or not is_follow_up(question, names):
        return Resolved(question)
    asked = next((turn.content for turn in reversed(recent) if turn.role == "user"), "")
    answered = next((turn.content for turn in reversed(recent) if turn.role == "assistant"), "")
    present = set(tokens(question))
    carried: list[str] = []
    numbered = _numbered(question, answered)
    if numbered:
        carried.append(numbered)
    own_places = names.places_in(question)
    earlier = _context(recent)
    skip = {word for place in names.places_in(earlier) for word in place.words} if own_places else set()
    if not own_places:
        carried.extend(word for place in names.places_in(earlier)[:2] for word in place.words if word not in present)
    years = bool(_YEAR.search(question))
    # "And in the police station?" goes on with what was asked, not with what was said of another place.
    said = () if numbered or (_ELSEWHERE.match(question) and _topic(asked)) else _topic(answered)[:_MOST_ANSWERED]
    topics = () if _stands_but_for_place(question, names) else (*_topic(asked), *said)
    for word in topics:
        if word.casefold() in {*present, *carried, *skip} or (years and _YEAR.fullmatch(word)):
            continue
        carried.append(word)
    carried = list(dict.fromkeys(carried))[:_MOST_CARRIED]
    if not carried:
        return Resolved(question)
    asked_about = (_topic(turn.content) for turn in reversed(recent) if turn.role == "user")
    named = {word for place in names.places_in(earlier) for word in place.words}
    last = next((words for words in asked_about if {word.casefold() for word in words} - named), [])
    kept = dict.fromkeys([*(word for word in carried if word.casefold() in named), *last])
    narrow = f"{question.rstrip()} ({' '.join(kept)})"
    return Resolved(f"{question.rstrip()} ({' '.join(carried)})", " ".join(carried), narrow=narrow)


def _exchanged(question: str, recent: Sequence[Turn], names: Names) -> str | None:
    """The earlier question with what this one exchanges in it, however many such follow-ups lie between."""
    asked = [recommended_listed(turn.content) for turn in recent if turn.role == "user"]
    if not asked:
        return None
    earlier = asked[0]
    for between in asked[1:]:
        earlier = _written(between, earlier, names) or (earlier if leans(between, names) else between)
    return _written(question, earlier, names)


def _written(question: str, earlier: str, names: Names) -> str | None:
    return refine(question, earlier) or replace_slots(question, earlier, names) or _placed(question, earlier, names)


def _placed(question: str, earlier: str, names: Names) -> str | None:
    """Write out "there" and "each of them" with the places that the earlier question names."""
    folded = fold(question)
    if names.places_in(question):
        return None
    spans = known_names(earlier, names)
    written = [earlier[start:end] for start, end in spans if " ".join(tokens(earlier[start:end]))]
    named = list(dict.fromkeys(written))
    each = _EACH.search(folded)
    if named and _CHANGE.match(folded):
        return f"{question.strip().rstrip('?!. ')} at {named[0]}?"
    if each and len(named) > 1:
        cut = question[: each.start()].rstrip(" ,")
        return f"{cut} by place at {' and '.join(named)}?"
    there = _THERE.search(folded)
    content = [word for word in content_of(question) if word != "there"]
    if len(folded) != len(question) or not (there and content and named):
        return None
    # A ward is there as part of its prison: "Ward 4 at Quellmoor".
    whole = named[: 1 if names.places_in(named[0]) else 2]
    return f"{question[: there.start()]}at {' at '.join(whole)}{question[there.end() :]}"


def is_follow_up(question: str, names: Names) -> bool:
    """Say whether a question leans on what was said before.

    A short question is not a follow-up for being short: it leans if it opens like one, points at something, or names
    no topic at all.
    """
    return leans(question, names) or _stands_but_for_place(question, names)


def leans(question: str, names: Names) -> bool:
    """Say whether a question cannot be understood by itself."""
    folded = fold(question).strip()
    if _OPENING.search(folded) or _ORDINAL.search(folded):
        return True
    if _ON_THAT.search(folded) or _REPLY_ALONE.match(folded):
        return True
    if routing.is_legal(question) or (_AUTHORS.search(folded) and content_of(question)):
        return False
    pointing = _POINTING.search(folded)
    if pointing and not _EMPTY_IT.search(folded) and not _explained(folded[: pointing.start()], pointing[0]):
        return not (names.places_in(question) and not re.search(r"\b(?:that one|those|them)\b", folded))
    if names.places_in(question) or routing.wants_count(question) or routing.is_legal(question):
        return False
    return not (content_of(question) or _NAMES_KIND.search(folded) or _ONE.search(question))


def opens(question: str) -> bool:
    """Say whether a question opens as only a follow-up does."""
    return bool(_OPENING.search(fold(question).strip()))


def _explained(before: str, pronoun: str) -> bool:
    """Whether a pronoun stands for a word of the question itself: "are prisoners told of their rights?"."""
    return pronoun in _INNER and any(word not in _ADVERBS for word in content_of(before))


def _stands_but_for_place(question: str, names: Names) -> bool:
    """Whether only the place is missing: "were there any injuries?"."""
    folded = fold(question).strip()
    if _EVERYWHERE.search(folded) or names.places_in(question) or leans(question, names):
        return False
    if _ONE.search(question):
        return True
    return bool(_EXISTENCE.search(folded)) and len(content_of(question)) <= _FEW_WORDS


def content_of(question: str) -> list[str]:
    """Return the folded words of a question that say what it is about, an answer or a status aside."""
    folded = _REPLIED.sub(" ", fold(question))
    return [word for word in tokens(folded) if word not in STOP and word not in WEAK and not word.isdigit()]


def _context(recent: Sequence[Turn]) -> str:
    """The words in which the place under discussion stands: the latest messages first."""
    return _PSEUDONYM.sub(" ", " ".join(turn.content for turn in reversed(recent)))


def _topic(text: str) -> list[str]:
    words = [
        word
        for word in tokens(_OWN_WORDS.sub(" ", text)[:600])
        if word not in STOP and word not in WEAK and len(word) > 2
    ]
    names = capitalised(_OWN_WORDS.sub(" ", text))
    plain = (word for word in words if not word[0].isdigit())
    # Names keep their capital, by which they are known as names further on.
    return list(dict.fromkeys(word.capitalize() if word in names else word for word in plain))


def _numbered(question: str, answered: str) -> str:
    """The number of the recommendation meant by "that one" or "the second one"."""
    singles = _ONE.findall(answered)
    ordinal = _ORDINAL.search(fold(question))
    label = "recommendation"
    if ordinal and _ORDINALS[ordinal[1]] >= 0 and "recommendation" in ordinal[0]:
        return f"{label} {_ORDINALS[ordinal[1]] + 1}"
    listed = _ENUMERATED.findall(answered) or singles
    if ordinal and len(listed) > 1:
        place = _ORDINALS[ordinal[1]]
        if -len(listed) <= place < len(listed):
            return f"{label} {listed[place]}"
    if len(set(singles)) == 1 and re.search(
        rf"\b(?:that|it|this|the recommendation|one)\b|{_REPLIED.pattern}", fold(question)
    ):
        return f"{label} {singles[0]}"
    return ""
