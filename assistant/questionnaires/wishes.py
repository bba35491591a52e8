"""Wishes: sentences that ask without a question mark, "would be grateful to learn whether", and what they ask."""

from __future__ import annotations

import re

_THING = (
    r"(?:(?:any|some|further|more|additional|detailed|full|relevant|recent|updated|the|a|an) )*(?:information|details?|"
    r"particulars|figures|data|statistics|clarifications?|explanations?|comments?|accounts?|examples?|copies|copy|lists?|"
    r"description|overview)"
)
_ON = r"(?:about|on|of|as to|regarding|concerning|in respect of|with (?:regard|respect) to|for)"
_TOLD = (
    r"(?:know|learn|hear|see|understand|have|obtain|receiv\w+|be (?:\w+ly )?(?:told|informed|advised|given|provided|"
    r"sent)|(?:learn|hear|hav|obtain)ing)"
)
_AS_TO = r"(?:with|as|regarding|concerning|in|on|under|turning|for) "
_LIKE = (
    r"(?:(?:would|should) (?:also |further |likewise |therefore |\w+ly )?(?:like|wish|appreciate|welcome|"
    r"be (?:very )?\w+)|wish(?:es)?|asks?|requests?|is interested|are interested)"
)
# "Would be grateful to learn whether", "asks to be told how often", "would appreciate details of".
_LONGS = re.compile(
    rf"(?P<about>^{_AS_TO}[^.;?:]{{4,80}}, )?[^.;?:]{{0,50}}?\b{_LIKE}\b[^.?;:]{{0,25}}?\b"
    rf"(?:{_TOLD}(?: from (?:you|the \w+))?|(?={_THING} {_ON}\b))",
    re.IGNORECASE,
)
# "Information is sought on"; "figures on deaths are requested".
_SOUGHT = re.compile(
    rf"^(?:in addition,? |further(?:more)?,? |lastly,? |finally,? )?{_THING}(?: {_ON} (?P<middle>[^.;?]{{4,200}}?))? "
    r"(?:is|are|would be|remains?) (?:also |further |likewise |\w+ly )?"
    r"(?:sought|requested|asked for|invited|welcomed?|appreciated|needed|required|desired)\b",
    re.IGNORECASE,
)
# "Please" with any verb but those that say what to do with the form.
_PLEASE = re.compile(
    rf"(?P<about>^(?:{_AS_TO}|[a-z]+ing )[^.;?:]{{4,200}}, )?(?:^|(?<=[,;:(] )|(?<=[,;:(]))(?:please|kindly)\b,? "
    r"(?:also |further |likewise |briefly )?"
    r"(?!accept|find|note|see\b|refer|contact|return|read|bear|be |do not|tick|check|use\b|turn|fill|"
    r"complete|sign\b|mark)\w+\b",
    re.IGNORECASE,
)
_REPLY_AWAITED = re.compile(
    r"\b(?:receiv\w+|awaits?|awaiting|expects?|expecting|looks? forward to|have|obtain) (?:\w+ ){0,3}"
    r"(?:your|these|completed) (?:\w+ ){0,2}(?:repl(?:y|ies)|answers?|responses?|questionnaires?|forms?|comments)\b",
    re.IGNORECASE,
)
_WHOM = re.compile(
    rf"^[\s,:]*(?:(?:to )?(?:us|the (?:sub)?(?:committee|commission|secretariat|delegation|ministry))\b |to )?"
    rf"(?:with )?"
    rf"(?:{_THING} )?(?:{_ON}\b(?! (?:how|wh)))?[\s,:]*",
    re.IGNORECASE,
)


def is_wish(text: str) -> bool:
    """Say whether a sentence asks to be told something; that a reply is awaited is no matter of its own."""
    return _found(text) is not None and not _REPLY_AWAITED.search(text)


def wished(text: str) -> tuple[str, str]:
    """Return what a sentence wishes to know, and what it says before that it is about.

    Returns:
        both empty where the sentence is no wish.
    """
    found = _found(text)
    if found is None:
        return "", ""
    groups = found.groupdict()
    about = (groups.get("about") or "").strip(" ,")
    if groups.get("middle"):
        return str(groups["middle"]).strip(), about
    return _WHOM.sub("", text[found.end() :]).strip(), about


def _found(text: str) -> re.Match[str] | None:
    return _SOUGHT.match(text) or _PLEASE.search(text) or _LONGS.match(text)
