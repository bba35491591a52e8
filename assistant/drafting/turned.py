"""A finding turned round: what it says is so, as words that ask for the opposite; its own words and no others."""

from __future__ import annotations

import re

_BE = r"(?:was|were|is|are|has been|have been|had been)"
_THERE = re.compile(
    rf"^there {_BE} (?:(?P<no>no)|(?:hardly|scarcely) any) (?P<what>[^.;:]+)$|^(?P<who>[^,;:]+?) "
    r"(?:had|has|have) no (?P<lack>[^.;:]+)$",
    re.IGNORECASE,
)
_PARTICIPLE = r"(?:\w{3,}(?:ed|en|wn)|held|kept|made|put|locked|cut|bound|sent|left|shut|hit)\b"
_NONE = re.compile(
    rf"^no (?P<who>[^,;:]+?) (?P<be>{_BE}) (?P<rest>{_PARTICIPLE}[^;:]*)$",
    re.IGNORECASE,
)
_NOT = re.compile(
    rf"^(?P<who>[^,;:]+?) (?P<be>{_BE}) (?:not|never)(?: yet| always| all)? (?P<rest>[^;:]+)$", re.IGNORECASE
)
_DONE = re.compile(
    rf"^(?P<who>[^,;:]+?) (?P<be>{_BE}) (?:(?:routinely|regularly|often|always|still|also|frequently) )?"
    rf"(?P<rest>(?!(?:informed|concerned|satisfied|pleased|impressed|seen|shown|given|received)\b){_PARTICIPLE}[^;:]*)$",
    re.IGNORECASE,
)
# What is told of one day, or beside the matter.
_BESIDE = re.compile(
    r"\s*(?:,?\s*\b(?:but|although|because|while|whereas)\b.*|,\s*(?:and|which|who|as|since|so)\b.*|"
    r"\b(?:on|at) the (?:day|time) of (?:the|our) "
    r"visit\b|\b(?:in|during|since|between|on|from) (?:\d{1,2} )?(?:\w+ )?(?:19|20)\d\d\b.*|\bat all$)",
    re.IGNORECASE,
)
_AUX = r"(?:must|can|cannot|could|may|might|do|does|did|will|would|was|were|is|are|has|have|had)"
# A second predicate or clause: only the first is turned round, the whole stands under the draft as its ground.
_PREDICATE = re.compile(
    rf"[,;]?\s+(?:and|or|nor|so|then)\s+(?:(?:also|then|often|only|thus|therefore|instead) )?(?:"
    rf"(?:(?!(?:who|which|that|where)\b)[\w’'-]+ ){{0,5}}{_AUX}\b|"
    r"(?:knock|call|shout|wait|sleep|eat|share|stay|go|ask|rely|depend|spend|wash|drink|remain|get|take|live|sit|lie|"
    r"keep|bring|pay|use|receive|complain|refuse|knew|know|say|said)s?\b).*",
    re.IGNORECASE,
)
_FIRST_VERB = re.compile(rf"\b{_AUX}\b", re.IGNORECASE)
_OPENING = re.compile(
    r"^(?:(?:the|our) (?:delegation|team|inspectors?|committee|commission|mechanism|npm) (?:found|noted|observed|saw|"
    r"learned|was told) that |"
    r"moreover,? |however,? |furthermore,? |in addition,? |it (?:was|is) (?:found|noted) that )",
    re.IGNORECASE,
)
# Some of those held, told of in figures or in part, and what leans on an earlier sentence: no rule follows from it.
_COUNT = (
    r"(?:\d[\d.,]*|(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|(?:twen|thir|for|fif|six|seven|"
    r"eigh|nine)ty(?:-\w+)?|half|none|one))"
)
_LEANING = re.compile(
    rf"^(?:(?:the|another|only|nearly|about|almost) )?{_COUNT}\b|^in \w+ of\b|\b(?:that|who|which)\b|"
    r"^(?:it|this|they|these|those|he|she|we|some|many|most|several|few|too|nobody|everyone|someone|a (?:boy|girl|man|"
    r"woman|patient|prisoner|detainee|resident|person|child))\b",
    re.IGNORECASE,
)
_SHARE = re.compile(rf"%|\bper cent\b|\b{_COUNT} of\b|\bin {_COUNT} cases?\b|\byet\b|\bexcept\b", re.IGNORECASE)
_LONGEST_SUBJECT = 14


def turned(sentence: str) -> str | None:
    """Return what a finding calls for, as words that follow ``should``; ``None`` where its form does not tell.

    "Patients were restrained by other patients" asks to ensure that patients are no longer restrained by other
    patients; "There was no nurse at night" to provide a nurse at night.
    """
    # Of a row of a table the last cell is the sentence.
    said = _BESIDE.sub("", _OPENING.sub("", sentence.rpartition(" | ")[2].strip().rstrip(".")))
    said = _first_clause(" ".join(said.split())).strip(" ,")
    there = _THERE.match(said)
    if there is not None:
        lack = there["what"] or there["lack"]
        return (
            None
            if re.search(r"\d", lack)
            else _fit(there["who"] or lack, f"remedy the lack of any {lack}{_for(there['who'])}")
        )
    for pattern, how in ((_NONE, ""), (_NOT, ""), (_DONE, "no longer ")):
        match = pattern.match(said)
        if match is not None:
            who = _low(match["who"])
            is_one = match["be"].casefold() in ("was", "is", "has been") or (
                match["be"].casefold() == "had been" and not re.search(r"s\b", who.split(" of ")[0])
            )
            article = "" if pattern is not _NONE or not is_one else "an " if who[0] in "aeiou" else "a "
            return _fit(who, f"ensure that {article}{who} {'is' if is_one else 'are'} {how}{match['rest']}")
    return None


def _first_clause(said: str) -> str:
    """Cut a sentence before its second predicate; what stands before its first verb is not looked at."""
    verb = _FIRST_VERB.search(said)
    return said if verb is None else said[: verb.end()] + _PREDICATE.sub("", said[verb.end() :])


def _for(who: str | None) -> str:
    return f" for {_low(who)}" if who else ""


def _fit(who: str, act: str) -> str | None:
    if (
        _LEANING.search(who)
        or re.search(r"\d", who)
        or _SHARE.search(act)
        or len(who.split()) > _LONGEST_SUBJECT
        or re.search(r'[\[“"]', act)
    ):
        return None
    return act


def _low(who: str) -> str:
    first = who.split()[0]
    return who if first.isupper() and len(first) > 1 else who[0].lower() + who[1:]
