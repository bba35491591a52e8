"""Subjects: what a finding is about where single words of it mislead, as in "all day in their cells"."""

from __future__ import annotations

import re

_US = r"(?:us|inspectors?|the (?:delegation|team|inspectors?|monitors?|visitors?|commission|committee|mechanism|npm))"
_SPOKE = rf"(?:sp(?:oke|oken|eaking)|talk(?:ed|ing)|complain(?:ed|ing)|written|wrote) (?:to|with) {_US}\b"
_HARM = r"\b(?:moved|searched|punish\w*|threaten\w*|isolat\w*|transfer\w*|disciplin\w*|warned|asked what)\b"
_REPRISAL = re.compile(
    rf"\brepris|\bretaliat|\b{_SPOKE}.{{0,80}}{_HARM}|{_HARM}.{{0,60}}\bafter (?:having )?{_SPOKE}", re.IGNORECASE
)
_SUBJECTS = {
    "restraint": (
        r"\b(?:tied|strapped|chained|shackl\w+|handcuff\w*|cuffed|belts?|straitjacket|fixat\w+|cage beds?)\b",
    ),
    "searches": (
        r"\b(?:strip|body|naked|intimate|cavity|rub-?down|pat-?down)[- ]search\w*",
        r"\bsearch(?:ed|es)\b.{0,40}\b(?:naked|undress\w*|by (?:male|female|men|women))",
        r"\b(?:undress\w*|squat\w*)\b",
    ),
    "unlawful_detention": (
        r"\b(?:no|without an?|without any) (?:court|judge|judicial|legal|formal|written)\b.{0,30}"
        r"\b(?:deci\w+|order\w*|basis|review\w*|consent)",
        r"\bjudge had (?:already )?released|\b(?:order|authority) to release\b|\bcustody of more than \d+ hours",
        r"\bbeyond the (?:legal |lawful |statutory )?(?:limit|time)",
    ),
    "activities": (
        r"\b(?:1[89]|2[0-4]|twenty-(?:one|two|three)) hours?(?: a day)? (?:in|inside|locked)|\blocked (?:up|in) for\b",
        r"\bout of (?:their |his |her |the )?cells?\b|\b(?:no|any|offered|without) (?:work|activit\w+|occupation)\b",
    ),
    "language": (
        r"\b(?:no|without an?|lack of) interpret\w+|\bcould not (?:read|understand)\b",
        r"\blanguage (?:that )?(?:they|he|she) (?:did|could) not\b",
    ),
    "records": (
        r"\bno (?:time|hour|date|reason|entry|record)\b.{0,40}\b(?:entered|recorded|noted|kept)\b",
        r"\bnot (?:been )?(?:entered|recorded|registered)\b|\b(?:pages|entries)\b.{0,20}\b(?:missing|blank|cut out)\b",
    ),
}
_COMPILED = {name: re.compile("|".join(patterns), re.IGNORECASE) for name, patterns in _SUBJECTS.items()}


def subjects_of(text: str) -> tuple[str, ...]:
    """Return the names of measures that a finding calls for by what happened, in the order in which it tells them.

    A reprisal comes before all else, whatever it consisted in.
    """
    places = {name: match.start() for name, pattern in _COMPILED.items() if (match := pattern.search(text))}
    found = tuple(sorted(places, key=lambda name: places[name]))
    return ("reprisals", *found) if _REPRISAL.search(text) else found
