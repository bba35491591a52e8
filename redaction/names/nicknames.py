"""Nicknames and names in small letters, given away by how people speak of whoever bears them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from redaction.lexicon import Lexicon
from redaction.names.forms import SHORT_NAMES, SIZES
from redaction.span import Span, SpanType

DETECTOR: Final = "nickname"
# "they call him ...", "known to everyone as ...": a nickname, whatever its letters.
_CALLED: Final = re.compile(
    r"\b(?:calls?|called|name[sd]?|nicknamed|known(?: to \w+(?: \w+)?)? as|alias|a\.?k\.?a\.?|goes by(?: the name(?: of)?)?|"  # noqa: E501
    r"nicknames?(?: is| was)?:?)\s(?:(?:him|her|them|me|himself|herself)\s)?[\"“'‘]?"
    r"(?P<name>[a-z][^\W\d_]+(?: (?:el |al )?[a-z][^\W\d_]+)?)[\"”'’]?(?=[,.;:)!?]|$)"
)
# "we called him ron the don": two words around an article are no other thing that one calls somebody.
_RHYMED: Final = re.compile(r"\bcall(?:s|ed)?\s(?:him|her|them|me)\s[\"“'‘]?(?P<name>[a-z]{2,14} the [a-z]{2,14})\b")
# "name he says ali boy;", "gives his name as big dan": words in small letters that somebody gave as a name.
_GIVEN: Final = re.compile(
    r"\b(?:name\s(?:he|she|they)\s(?:says?|said|gives?|gave)(?:\s(?:is|was))?|(?:gives?|gave|told\sus)\s(?:his|her|their)\sname\s(?:as|is|was)):?\s[\"“'‘]?"
    r"(?P<name>[a-z][^\W\d_]+(?:\s[a-z][^\W\d_]+)?)(?=[,.;:)\"”'’\n]|$)"
)
# "NAME GIVEN AS EASTER": nothing but a name is given so, whatever else the word means.
_GIVEN_AS: Final = re.compile(
    r"(?i:\bname\s(?:was\s|is\s|he\s|she\s)?(?:given|gave|recorded|entered|stated|provided)\s(?:\w+\s)?as):?\s[\"“‘]?"
    r"(?P<name>[A-ZÀ-Ž][\w'’-]{1,30}+(?:\s[A-ZÀ-Ž][\w'’-]{1,30}+)?)(?=[,.;:)\"”’'\n]|$|\s[a-z])"
)
# "referred to as “K.”": a letter that stands for a name.
_LETTER_FOR: Final = re.compile(
    r"\breferred\sto\s(?:here\s|below\s|throughout\s)?(?:only\s)?as\s[\"“„‘'](?P<name>[A-Z]\.?(?:\s?[A-Z]\.?){0,2})[\"”’']"
)
_HOW_AND_WHERE: Final = (
    "about across after again all also and as at back before behind both but by down during every for from in inside "
    "into just near of off on once only or out outside over since then through to twice under until up when with"
)
_NO_NICKNAME: Final = frozenset(_HOW_AND_WHERE.split())
# "I am called the Painter here": an ordinary noun, which the capital gives away.
_STYLED: Final = re.compile(
    r"\b(?:(?:I|[Hh]e|[Ss]he|who)(?:\s(?:am|is|was)|['’](?:m|s))|[Mm]an|[Ww]oman|[Bb]oy|[Gg]irl|[Pp]risoner|[Dd]etainee|[Pp]atient|[Ii]nmate)"
    r"\s(?:(?:is|was|also|only|generally|usually|often|everywhere)\s){0,2}(?:called|known(?: to \w+(?: \w+)?)? as|nicknamed|referred to as)"  # noqa: E501
    r"\s(?:(?:here|by (?:all|everyone|\w+ \w+)),?\s)?[\"“'‘]?(?:(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof)\.?\s)?(?P<name>(?:the\s)?[A-Z][\w'’-]{1,30}+(?:\s[A-Z][\w'’-]{1,30}+)?)"  # noqa: E501
)
# "nicknames: “Radio” for Mr Example".
_STANDS_FOR: Final = re.compile(
    r"[\"“„](?P<name>(?:the\s)?[A-Z][\w'’-]{1,30}+(?:\s[A-Z][\w'’-]{1,30}+)?)[\"”]\s(?:for|meaning|i\.e\.|being|is|was)\s(?=(?:Mr|Mrs|Ms|Miss|Dr|Herr|Frau|Monsieur|Madame|Mme|Officer|Nurse|Señora?)\.?\s[A-Z])"
)
# "Admiral, as the nurses call him", "Admiral, as everyone calls her".
_AS_CALLED: Final = re.compile(
    r"(?P<name>(?<![.!?] )(?<![\w'’-])[A-Z][\w'’-]{1,30}+(?:\s[A-Z][\w'’-]{1,30}+)?)[\"”'’]?(?:,| [–-]| \()\s?(?:as|which is what|what)\s"  # noqa: E501
    r"(?:(?:the|his|her|other|all|most)\s){0,2}\w+(?:\s\w+)?\s(?:calls?|called|knows?|knew|names?|named|likes? to call)\s(?:him|her|them|me)\b"  # noqa: E501
)
# "Ann Example, called Professor, teaches": a nickname between commas after a name.
_CALLED_AFTER: Final = re.compile(
    r"(?P<who>[A-ZÀ-Ž][\w'’-]{1,40}+)(?:\s\([^()\n]{1,40}\))?,\s(?:also\s|better\s|generally\s|usually\s|otherwise\s)?(?:called|nicknamed|known(?:\s(?:here|locally|to\s\w+(?:\s\w+)?))?\sas|alias|a\.?k\.?a\.?|dit|dite|zwany|genannt|conocido como|vulgo)\s"  # noqa: E501
    r"[\"“'‘]?(?P<name>(?:the\s)?[A-Z][\w'’-]{1,30}+(?:\s[A-Z][\w'’-]{1,30}+)?)[\"”'’]?(?=[,;.)])"
)
# "they call him Admiral", "whom staff call Admiral".
_CALL_HIM: Final = re.compile(
    r"\b(?:[Cc]alls?|[Cc]alled|calling|nicknamed|dubbed|naming)\s(?:him|her|them|me|himself|herself|each other)\s[\"“'‘]?"  # noqa: E501
    r"(?P<name>(?:the\s)?[A-Z][\w'’-]{1,30}+(?:\s[A-Z][\w'’-]{1,30}+)?)|\bwhom?\s(?:(?:the|all|other|most)\s)?\w+(?:\s\w+)?\s(?:calls?|called|knows? as|knew as)\s[\"“'‘]?"  # noqa: E501
    r"(?P<whom>(?:the\s)?[A-Z][\w'’-]{1,30}+(?:\s[A-Z][\w'’-]{1,30}+)?)"
)
# "the prisoners call the wing cook the “Professor”": what people call a place or a thing is none.
_CALL_ONE: Final = re.compile(
    r"\b(?:calls?|called|calling|nicknamed|dubbed)\s(?:the|this|that|one|an?|another|their|our)\s(?:[a-z-]+\s){0,2}"
    r"(?:man|woman|boy|girl|officer|guard|warder|cook|nurse|doctor|prisoner|detainee|inmate|patient|resident|orderly|"
    r"governor|director|chief|commander|sergeant|leader|cleaner|barber|teacher|neighbour|cellmate)\s(?:the\s)?[\"“]"
    r"(?P<name>(?:the\s)?[A-Z][\w'’-]{1,30}+(?:\s[A-Z][\w'’-]{1,30}+)?)"
)
# "little ann", "big ron" in mails and logs; "with little hope" is none.
_SIZED: Final = re.compile(
    rf"(?<![\w-])(?P<before>(?:\b(?:a|an|the|too|so|very|as|with|of|no|his|her|their|its|in)\s)?)"
    rf"(?P<name>(?:{'|'.join(sorted(SIZES))})\s(?P<given>[a-z]{{2,12}}))(?![\w-])"
)
# "ann (A1234BC)": a word in small letters with somebody's number in brackets after it.
_NUMBERED: Final = re.compile(
    r"(?:^|[\n\x1e.!?,;:] ?|\b(?:and|with|saw|met|told|from|to|by|for)\s)(?P<name>[a-z]{2,14}(?: [a-z]{2,14})?)\s\((?=[A-Z]\d{4}[A-Z]{2}\)|\d{5,10}\)|[A-Z]{1,3}-?\d{4,8}\))"  # noqa: E501
)
# "J (name withheld)", and names made of one syllable twice: "Jun-jun".
_WITHHELD: Final = re.compile(
    r"(?<![\w.])(?P<name>[A-Z])\.?\s\((?:name (?:withheld|changed|known)|not (?:his|her|their) real|a pseudonym|real name|full name)"  # noqa: E501
)
_TWICE: Final = re.compile(r"(?<![\w-])(?P<name>(?P<one>[A-Z][a-z]{1,6})-(?i:(?P=one)))(?![\w-])")
_SOUNDS: Final = frozenset(
    ["ha", "bye", "tut", "win", "so", "no", "pooh", "knock", "beep", "yo", "tom", "buddy", "chop"]
)
# "Will will not eat", "Will's weight": nothing but a name goes before such a verb.
_WILL: Final = re.compile(
    r"(?<![\w-])(?P<name>Will)(?=['’]s\b|\s(?:will|was|is|has|had|did|does|said|told|says|tells|asked|wants|wanted|likes|and [A-Z][a-z]+ (?:were|are|have|had|said|told)))"  # noqa: E501
)
# "this kid dre", "sister luming": a word of kin before a word that no dictionary knows.
_KIN: Final = re.compile(
    r"\b(?:my|this|that|the|his|her|our|their|from|with|and|to|by|of|older|younger|little|big)\s(?:older\s|younger\s|little\s|big\s)?"
    r"(?:kid|sister|brother|cousin|auntie?|uncle|tita|tito|ate|kuya|aling|mang|nanay|tatay|lola|lolo|grandma|grandpa|mama|papa|"
    r"homie|cellie|bunkie|cellmate|bunkmate|homeboy|friend|mate|buddy|son|daughter|husband|wife|boyfriend|girlfriend|niece|nephew|"
    r"sgt|sergeant|officer|nurse|warden|screw|doctor|father|pastor|imam)\s(?P<name>[a-z]{3,14})(?![\w-])"
)
# "Rose akka", "Thule sir": how kin and elders are called in Asia, after the name.
_HONOURED: Final = re.compile(
    r"(?<![\w'’-])(?P<name>[A-ZÀ-Ž][^\W\d_]{1,20}+(?:-[A-ZÀ-Ž][^\W\d_]+)?)\s"
    r"(?:akka|anna|annan|aiya|ayya|malli|nangi|nona|thambi|thangachi|dai|didi|bhai|bahini|baje|bhauju|saab|saheb|sahib|sir|miss|madam|garu|jaan|agha|"
    r"khala|chacha|dada|bhabhi|apa|abi|abla|hanım|bey|efendi|néni|bácsi|úr|nővér|hodja|effendi|sensei|ssi|nim|bwana|mzee)"
    r"(?=[\s,.;:)\"”'’]|$)(?!\s(?:language|side))"
)
# "Ann Example a.k.a. Major Saab": behind the sign for an alias a rank is part of it.
_ALIAS: Final = re.compile(
    r"\b(?:a\.?k\.?a\.|aka|alias)\s[\"“'‘]?(?P<name>[A-ZÀ-Ž][\w'’-]{1,20}+(?:\s[A-ZÀ-Ž][\w'’-]{1,20}+){0,2})(?=[,.;:)\"”’'\n]|$|\s[a-z(])"
)
_SENTENCE: Final = re.compile(r"(?:^|[.!?:\n\x1e\"“(]\s*)$")
_VIRTUES: Final = frozenset(
    [
        "hope",
        "faith",
        "joy",
        "grace",
        "mercy",
        "patience",
        "chance",
        "comfort",
        "trust",
        "charity",
        "justice",
        "honor",
        "honour",
        "wisdom",
        "peace",
        "love",
    ]
)
_OF_PAPERS: Final = frozenset(
    [
        "number", "no", "id", "ref", "reference", "file", "record", "prison", "case", "log", "form", "nomis", "passport", "card",  # noqa: E501
        "complaint", "report", "account", "entry", "booking", "ticket", "phone", "tel", "mobile", "register", "warrant", "order",  # noqa: E501
    ]
)  # fmt: skip


def nickname_spans(text: str, lexicon: Lexicon) -> Iterator[Span]:
    """Yield names that only the words around them give away; offsets into ``text``.

    Args:
        text: the manuscript's text.
        lexicon: word lists.
    """
    for match in _CALLED.finditer(text):
        words = match["name"].split()
        alien = [word for word in words if not lexicon.is_common(word) and not lexicon.is_safe(word)]
        if alien and all(word in alien or word in lexicon.titles for word in words):
            yield _span(match, "name")
    for pattern in (_STYLED, _CALLED_AFTER, _AS_CALLED, _CALL_HIM, _CALL_ONE, _STANDS_FOR):
        for match in pattern.finditer(text):
            group = match.lastgroup or "name"
            placed = pattern is _CALLED_AFTER and _institution(match["who"], lexicon)
            if pattern is _STANDS_FOR or not (placed or _institution(match[group], lexicon)):
                yield _span(match, group)
    for match in _TWICE.finditer(text):
        if match["one"].lower() not in _SOUNDS:
            yield _span(match, "name")
    for pattern in (_WITHHELD, _WILL, _GIVEN, _GIVEN_AS, _LETTER_FOR, _ALIAS):
        for match in pattern.finditer(text):
            yield _span(match, "name")
    for match in _RHYMED.finditer(text):
        if match["name"].split()[0] not in _NO_NICKNAME:
            yield _span(match, "name")
    for match in _SIZED.finditer(text):
        given = match["given"]
        named = given in SHORT_NAMES or given in lexicon.given_names or given in lexicon.given_words
        if named and not match["before"] and given not in _VIRTUES:
            yield _span(match, "name")
    for match in _KIN.finditer(text):
        word = match["name"]
        single = word.removesuffix("s")
        if not any(
            lexicon.is_common(one) or lexicon.is_safe(one) or one in lexicon.particles for one in (word, single)
        ):
            yield _span(match, "name")
    for match in _HONOURED.finditer(text):
        word = match["name"]
        opens = _SENTENCE.search(text, max(0, match.start() - 3), match.start()) is not None
        listed = word.lower() in lexicon.titles or word.lower() in lexicon.roles or lexicon.is_safe(word)
        if not listed and not (opens and lexicon.is_common(word)):
            yield _span(match, "name")
    for match in _NUMBERED.finditer(text):
        words = match["name"].split()
        if not any(word in _OF_PAPERS or word in lexicon.roles or word in lexicon.trade for word in words):
            last = words[-1]
            start = match.end("name") - len(last) if lexicon.is_common(words[0]) else match.start("name")
            yield Span(start, match.end("name"), SpanType.NAME, 0.7, (DETECTOR,))


def _span(match: re.Match[str], group: str) -> Span:
    return Span(*match.span(group), SpanType.NAME, 0.8, (DETECTOR,))


def _institution(name: str, lexicon: Lexicon) -> bool:
    """Say whether the last word of a name is one of places, bodies or countries."""
    words = name.lower().split()
    return words[-1] in lexicon.strong or words[-1] in lexicon.countries or lexicon.is_safe(name.split()[-1])
