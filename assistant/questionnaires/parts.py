"""Parts of a question: one after the other what a form asks in one breath, each so that it can be looked up alone."""

from __future__ import annotations

import re

from assistant.question.terms import content_words, fold, tokens, word_list
from assistant.questionnaires.wishes import wished

_MOST_PARTS = 4
_SENTENCE = re.compile(r"(?<=[?;!])\s+|(?<=[a-z)\d]{2}\.)\s+(?=[A-Z])")
# "Are shackles used, and if so, how often?": from here another matter of the same thing is asked.
_NEXT = re.compile(
    r",? (?:and|or|as well as) (?=(?:(?:if so|if not),? )?(?:(?:for|to|by|in|within|at|of|on|from|with|under) )?"
    r"(?:how|what|which|who|whom|whose|when|where|why|is|are|was|were|has|have|had|does|do|did|can)\b)|"
    r",? (?:and|as well as) (?:please,? |kindly |also )*(?=(?:indicate|state|describe|explain|"
    r"specify|clarify|comment on|elaborate on|inform|report on|set out|"
    r"(?:provide|give|supply|share) (?:\w+ ){0,3}?(?:information|details|data|"
    r"figures|statistics|examples|particulars))\b)",
    re.IGNORECASE,
)
# What only asks for more of the same.
_RIDER = re.compile(
    r"^(?:and )?(?:(?:if (?:so|not|yes|no|any|applicable|possible|available)|"
    r"where (?:so|not|relevant|available|possible|applicable))\b[, ]*)?(?:please,? |kindly )?(?:also )?"
    r"(?:(?:give|say|provide|state|specify|explain|describe|indicate|add|name|cite|list|elaborate|comment|detail|"
    r"attach|share|set out|include)\b[^?]{0,14}\b)?"
    r"(?:(?:any|some|all|each|every|the|your|further|more|other|short|brief|relevant|concrete|recent|available|"
    r"specific|exact|supporting|of|in|on|for|with|to|these|this|them|it|case|cases|instance|details?|examples?|"
    r"reasons?|information|figures?|data|statistics|dates?|sources?|documents?|evidence|answer|reply|briefly|below|"
    r"why(?: not)?|how(?: (?:many|often|so))?|which(?: ones)?|who|when|where|what|and|or|so|paragraphs?|reports?|copy|"
    r"copies)[ ,]*)*[?.; ]*$",
    re.IGNORECASE,
)
_OPENING = re.compile(
    r"^(?:please,? |kindly |also )*(?:briefly )?(?:describe|list|provide|indicate|explain|state|give|specify|name|"
    r"outline|say|let us know|summari[sz]e|identify|comment on|elaborate on|inform (?:the \w+|us) (?:about|of|on)|"
    r"report on|share|set out|enumerate|mention|tell us about)\s+(?:us )?(?:with )?(?:(?:any |"
    r"further |detailed |brief )?"
    r"(?:information|details|data|figures|statistics|examples|an account) "
    r"(?:about|on|of|regarding|concerning|as to) )?",
    re.IGNORECASE,
)
_TAKEN = re.compile(
    r"^(?:(?:the|any|all|which|what) )?(?:(?:concrete|specific|legislative|practical|further|other) )*"
    r"(?:measures|steps|actions?|efforts|initiatives|procedures|safeguards|arrangements|means|progress)"
    r"(?: (?:that )?(?:have been|has been|had been|are|were|being|is))?"
    r"(?: (?:taken|made|adopted|in place|put in place|foreseen|envisaged|planned|existing))?"
    r"(?: (?:by [\w ]{3,40}?))? (?:to (?:ensure|make sure|see to it) that|so that|to|in order to|so as to|for|towards|"
    r"against)[\s,]+",
    re.IGNORECASE,
)
# "In the light of reports received on", "with reference to paragraph 12": how a letter leads up to its question.
_FORMULA = re.compile(
    r"^(?:with|in|bearing|having|taking|further|pursuant|recalling|considering|following)\b[^,]*?"
    r"(?:\b(?:paragraphs?|articles?|recommendations?|observations?)\b[^,]*$|"
    r"\b(?:information|reports?|allegations?|concerns?|claims?) (?:\w+ ){0,4}?"
    r"(?:on|of|about|that|regarding|concerning|as to) )",
    re.IGNORECASE,
)
_WHETHER = re.compile(r"^whether(?: or not)?,? (?:and to what extent )?", re.IGNORECASE)
_KNOWN_AS = (
    r"(?:(?:(?:national )?preventive )?(?:mechanism|npm|institution)|"
    r"(?:monitoring|visiting|inspecting|inspection) (?:body|teams?)|"
    r"ombuds\w*(?:['’]s (?:team|office|staff|delegation))?|monitors|inspectors)"
)
_BODY = rf"(?:the|your) {_KNOWN_AS}"
_MECHANISM = re.compile(rf"\b{_BODY}(?!['’\w])(?! (?:of|for|in) [A-Z])", re.IGNORECASE)
_OF_MECHANISM = re.compile(rf"\bthe (\w+) of {_BODY}(?!['’\w])", re.IGNORECASE)
_LIST = re.compile(r"^(?P<head>[^:?]{4,90}?)\s*(?::|\()\s*(?P<rest>[^?()]{4,160})\)?[. ]*$")
_POINTING = re.compile(
    r"\b(?:it(?! (?:takes?|ensured|possible|act|include))|this|these|them|those|such|thereof|thereto|their|its(?! own)|"
    r"the same|(?:of|about|on) that)\b",
    re.IGNORECASE,
)
_FEW = 4
_PEOPLE = re.compile(
    r"\b(?:people|persons?|detainees|prisoners|inmates|patients|residents|children|minors|women|men|girls|boys|migrants|"
    r"members|staff)\b[^.;?]{0,40}$",
    re.IGNORECASE,
)
# Of these a pointing word says nothing more.
_EMPTY = frozenset(
    word_list(
        """
    mechanism npm body authority authorities state do did take taken made make action actions steps measures response
    result proportion share number many percentage accept accepted reply many often long last year years reason reasons
    limit placements placement cases case please describe kind
    """
    )
)
_GRADED_WORDS = re.compile(r"\b(?:such|these|this|those|it|them)\b", re.IGNORECASE)


def parts_of(text: str, before: str = "") -> tuple[str, ...]:
    """Return what is asked, part by part; the first part is the question itself, without its riders.

    Args:
        text: the question.
        before: the question before it, to which it may point ("What did the mechanism do about it?").

    Returns:
        one to four texts. A part that names nothing of its own takes along what the first part names.
    """
    sentences = [one.strip() for one in _SENTENCE.split(text.strip()) if one.strip()]
    asked = [one for one in sentences if not _RIDER.match(one)] or sentences[:1]
    pieces: list[str] = []
    for one in asked:
        listed = _LIST.match(one)
        if listed is not None and not one.endswith("?"):
            pieces += _of_list(listed["head"], listed["rest"])
        else:
            split = [piece.strip(" ,") for piece in _NEXT.split(one)]
            pieces += [piece for piece in split if piece and not _RIDER.match(piece)] or [one]
    opened = [_opened(piece) for piece in pieces]
    first = opened[0]
    if before and _points(first) and _topic(before):
        first = f"{first.rstrip('?. ')} ({_topic(before)})"
    found = [first]
    for piece in opened[1:]:
        own = _named(piece)
        rest = " ".join(word for word in _topic(first).split() if word not in own)
        apart = not rest or (len(own) > _FEW and not _POINTING.search(piece)) or piece.startswith(first[:12])
        full = piece if apart else f"{piece.rstrip('?. ')} ({rest})"
        if own and full not in found:
            found.append(full)
    return tuple(found[:_MOST_PARTS])


def is_rider(sentence: str) -> bool:
    """Say whether a sentence only asks for more of the same, as "If so, please give examples" does."""
    return bool(_RIDER.match(sentence.strip()))


def ours(text: str) -> str:
    """Put a question about the mechanism as its reports speak of it: "did the mechanism visit" is "did we visit"."""
    return _OF_MECHANISM.sub(r"our \1", text) if _OF_MECHANISM.search(text) else _MECHANISM.sub("we", text)


def unexplained(part: str) -> str:
    """Return a part without the words that were added so that it can be looked up alone."""
    return re.sub(r" \([^()]*\)$", "", part).rstrip("?. ")


def bare(text: str) -> str:
    """Return a part as it is looked up: "whether the register is kept" is what "the register is kept" says."""
    short = _WHETHER.sub("", text)
    return short[:1].upper() + short[1:] if short else text


def _of_list(head: str, rest: str) -> list[str]:
    """Write out "Restraint: frequency, duration, and review" as three matters of one thing."""
    items = [one.strip(" .") for one in re.split(r"[,;]| and (?!\w+ \w+ and)", rest) if one.strip(" .")]
    items = [re.sub(r"^(?:and|or|including|e\.g\.) ", "", one) for one in items]
    if any(len(one.split()) > 9 for one in items):
        return [f"{head}: {rest}"]
    return (
        [f"{head}: {rest}", *(f"{head} {one}" for one in items[: _MOST_PARTS - 1])]
        if len(items) > 1
        else [f"{head} {rest}"]
    )


def _opened(piece: str) -> str:
    """Leave the request itself out: what is to be described is looked up, not the describing."""
    sought, about = wished(piece)
    about = _FORMULA.sub("", about)
    if about and len(_named(sought)) < _FEW - 1:
        sought = f"{sought.rstrip('?. ')} ({' '.join(_named(about))})"
    bare = _OPENING.sub("", sought or piece).strip()
    short = _TAKEN.sub("", bare).strip()
    for one in (short, bare):
        # Two bare words ("Good practices") are no question any more.
        if len(one.split()) > 2:
            return one[:1].upper() + one[1:]
    return piece


def _named(text: str) -> list[str]:
    return [word for word in content_words(text) if word not in _EMPTY]


def _points(text: str) -> bool:
    """Say whether a question points to the one before: a pronoun, and little else that names a matter."""
    return bool(_POINTING.search(text)) and len(_named(text)) <= _FEW and not _inside(text)


def _inside(text: str) -> bool:
    """Say whether what a pronoun stands for is named before it in the same question."""
    match = _POINTING.search(text)
    if match is not None and _PEOPLE.search(text[: match.start()]) and match[0].lower() in ("them", "their"):
        return True
    return match is not None and len(_named(text[: match.start()])) > 1 and not _GRADED_WORDS.search(match[0])


def _topic(text: str) -> str:
    """Return the words that name what a question is about, in their order."""
    main = fold(re.split(r"(?<=[?.])\s", text)[0])
    wanted = set(_named(main))
    return " ".join(dict.fromkeys(word for word in tokens(main) if word in wanted))
