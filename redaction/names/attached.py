"""What hangs on a name that has been found: a short number in brackets after it, a name that a scan cut in two."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from redaction.lexicon import Lexicon
from redaction.names.forms import FREQUENT, FUNCTION
from redaction.names.propagation import KnownNames, key_of
from redaction.names.runs import Token
from redaction.recognizers.labels import SPECIFIC
from redaction.recognizers.lexis import UPPER
from redaction.span import Span, SpanType

# "Okello (4471)", "Okello [no. 318]", "Okello, 4471,": too short to be known as an identifier by itself.
_NUMBER_AFTER: Final = re.compile(
    r"[\"”’']?,?[ ]?[(\[](?:[Nn]o\.?[ ]?|#[ ]?|number[ ])?(?P<number>[A-Z]{0,3}[-/ ]?\d{3,7}[A-Z]{0,2})(?=[)\];,])"
)
# "Dr Ann Example, REG 88.417", "Ann Example (bar no. AB 4512)": the register of a profession beside a name.
_REGISTERED: Final = re.compile(
    r"(?:,[ ]|[ ]?\()(?:(?:[A-Z]{2,6}|[Bb]ar|[Ll]icen[cs]e|[Rr]eg(?:istration|istered|\.)?)[ ](?:no\.?|number|n[°º]):?[ ])?"  # noqa: E501
    r"(?P<number>(?:[A-Z]{2,6}(?:[-/][A-Z]{2})?[ ])?#?(?:[A-Z]{1,4}[ ]?)?\d[\d./-]{2,12}\d[A-Z]?)(?=[\s,;.)]|$)"
)
# Dates and laws follow names too.
_NO_REGISTER: Final = re.compile(
    r"(?:RA|ACT|AGE|AGED|BORN|DOB|SI|RULE|ART|CAP|CELL|ROOM)\b|.*\b\d{1,2}[./-]\d{1,2}[./-](?:\d\d){1,2}$"
)
_YEAR: Final = re.compile(r"(?:1[89]|20)\d\d")
_SHORTEST_JOINED: Final = 4
_TITLED: Final = re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Dr|Officer|Nurse|PC|Sgt)\.?[ ]$", re.IGNORECASE)
# "A N N A", "A n n a", "A.n.n.a": a name in letters set apart.
_SPACED: Final = re.compile(rf"(?<![\w.])[{UPPER}](?:(?:[ ]|[.·•‧∙⋅_-][ ]?)[^\W\d_]){{3,40}}(?!\w)")
_DOTTED: Final = re.compile(r"[·•‧∙⋅]")
# Letters that head columns are no word: days, months, the alphabet.
_LEAST_SPACED: Final = 5
_LEAST_KINDS: Final = 4
_NO_WORD: Final = re.compile(r"[^aeiouyàáâãäåæèéêëìíîïòóôõöøùúûü]{5}|(.)\1\1|(..)\2\2|jfmamj|abcd|efgh")
_HELD: Final = re.compile(r"[aeiouyàáâãäåæèéêëìíîïòóôõöøùúûü]")
_LETTER: Final = re.compile(r"[^\W\d_]")
_WORD_BEFORE: Final = re.compile(r"\b([^\W\d_]+)\.?[ ]$")


def numbers_after(text: str, names: Iterable[Span]) -> Iterator[Span]:
    """Yield the short numbers in brackets that follow names.

    Args:
        text: the manuscript's text.
        names: spans of names.
    """
    for name in names:
        match = _NUMBER_AFTER.match(text, name.end)
        if match is not None and not _YEAR.fullmatch(match["number"]):
            yield Span(*match.span("number"), SpanType.ID, 0.6, ("attached",))
        match = _REGISTERED.match(text, name.end)
        named = match is not None and re.match(r"[A-Z]+", match["number"])
        if match and named and named.group() not in SPECIFIC and not _NO_REGISTER.match(match["number"]):
            yield Span(*match.span("number"), SpanType.ID, 0.7, ("attached",))


# "DL reported", "(DL)", "Action: DL", "/DL", a line with nothing else: initials of somebody whom the text names.
_BRACKETED_AFTER: Final = re.compile(r"\b(?P<word>[A-Z][a-z]+) \($")
_INITIALS: Final = re.compile(
    rf"(?<![\w.&-])(?<!\w/)[{UPPER}](?:\.?[{UPPER}]){{1,3}}(?:\.(?=\s|$))?(?![\w&-]|/\w)"
    # "C. de D.": with spaces, where full stops show that they are initials.
    rf"|(?<![\w.])[{UPPER}]\.(?:[ ]?(?:[{UPPER}]\.?|d[eai]|v[ao]n|y|e)){{1,3}}(?<=\.)(?!\w)"
)
# "Ann Example (AE)", "Ann Bea Example (lead, ABE)", "Ann Example, AE,".
_GIVEN: Final = re.compile(
    rf"(?:[ ]?[(\[\"“](?:[^()\[\]\n;]{{2,40}}[,;:–/-][ ]?)?|,[ ])(?P<letters>[{UPPER}](?:\.?[{UPPER}]){{1,3}})\.?(?=[)\]\"”;,])"  # noqa: E501
)
# "AE = Ann Example", "AE: Ann Example".
_LEGEND: Final = re.compile(rf"(?<![\w.&-])(?P<letters>[{UPPER}]{{2,4}})[ ]?[=:–-][ ]?(?=[{UPPER}])")
# What stands beside letters that abbreviate a body or a thing.
_ARTICLE: Final = re.compile(
    r"\b(?:[Tt]he|[Aa]n?|[Tt]h(?:is|at|ese|ose)|[Ee]ach|[Ee]very|[Oo]ur|[Ii]ts|[Nn]o)\s$|[\d/&-]\s?$"
)
# "AE to ring him", "AE sign", "AE ringing the court": what somebody named has to do, or does.
_TASKED: Final = re.compile(r"[ ](?:to[ ][a-z]{2,}|will[ ][a-z]+|sign|[a-z]{2,}ing)\b(?!-)")
_FULL: Final = 3
_LONGEST_NAME: Final = 60
# "HE IS OUT": in capitals a word is no initials.
_IN_CAPITALS: Final = re.compile(r"(?:[A-Z]{2,}\s+){2,}[A-Z]")
_SIGNED_ALONE: Final = re.compile(rf"(?:^|[\n\x1e])[> ]{{0,4}}(?P<letter>[{UPPER}])\.?[ ]*(?=$|[\n\x1e])")
_BEFORE_INITIALS: Final = re.compile(
    r"(?:(?:^|[\n\x1e])[> ]{0,4}(?:(?:[Kk]ind |[Bb]est )?[Rr]egards,? |[Ss]igned:? |[–-] ?)?|\bby |\|\s|\b[Aa]ctions?: |\b[Ii]nitials:? )$"  # noqa: E501
)
_AFTER_INITIALS: Final = re.compile(r"[ ]*(?:$|[\n\x1e]|\|)")
# "14.20 DL: ...", "... slept well. /DL", "... - DL": who wrote an entry of a log, or of whom it is.
_LOGGED: Final = re.compile(
    r"(?:^|[\n\x1e]|\d[.:]\d\d(?:\s?h)?|\d{4}|\b(?:Ad|Re|To|Zu|Point|Item|Nr\.?|No\.?) \d{1,3}[a-z]?)[ ]{1,3}(?:[–-] )?$|(?:^|[\n\x1e])$"  # noqa: E501
)
# "• 15/10, 0710. AB in with Ann": who makes a round, behind the time.
_ROUND: Final = re.compile(r"(?:\d[.:]\d\d|\b[0-2]\d[0-5]\d)[.,:]?[ ]{1,3}$")
_ROUND_AFTER: Final = re.compile(r"[ ](?:in|on|out|off|back|up|down|with|at|and)[ ]")
# "AEX/tb": who dictated and who typed a letter, at its foot.
_TYPED: Final = re.compile(
    rf"(?<![\w/.-])(?P<letters>[{UPPER}]{{2,5}})/(?P<typist>[^\W\d_]{{2,4}})(?=[ ]{{2,}}|[ ]*(?:$|[\n\x1e]))"
)
# A line with one small letter: somebody signs a message so; more such lines are a list.
_SMALL_ALONE: Final = re.compile(r"(?:^|[\n\x1e])[> ]{0,4}(?P<letter>[^\W\d_])\.?[ ]*(?=$|[\n\x1e])")
_SIGNED: Final = re.compile(r"(?:[.!?)\d”\"]|\w)\s?(?:/|[–-])\s?$")


def initials_of(text: str, names: Sequence[Span], lexicon: Lexicon) -> Iterator[Span]:
    """Yield the initials of named persons where only somebody can stand: before a verb, in brackets, as a signature.

    Initials that a text gives in brackets after their bearer's name stand for that person everywhere in it.

    Args:
        text: the manuscript's text.
        names: spans of names.
        lexicon: for verbs, particles and acronyms.
    """
    known: set[str] = set()
    own: dict[int, set[str]] = {}
    own_of: list[set[str]] = []
    for name in names:
        # A name may have grown over the brackets after it, or into the next line.
        end = name.start + len(re.split(r" \(|\n", text[name.start : name.end])[0])
        words = re.findall(r"[^\W\d_]+", text[name.start : end])
        while len(words) > _FULL and (words[0].lower() in lexicon.titles or words[0].lower() in lexicon.roles):
            # "Deputy Guardian Ann Bea Example": the office is no part of the initials.
            words.pop(0)
        plain = [word for word in words if word not in lexicon.particles]
        own[end] = {"".join(word[0] for word in some).upper() for some in (words, plain)}
        own_of.append(own[end])
        known.update(own[end], {word[0].upper() for word in plain})
    if not known:
        return
    given: set[str] = set()
    written = {end: text[max(0, end - _LONGEST_NAME) : end] for end in own}
    for match in _GIVEN.finditer(text):
        letters = match["letters"].replace(".", "")
        for end in range(match.start(), match.start() + 2):
            if letters in own.get(end, ()) or (len(letters) >= _FULL and _shortens(letters, written.get(end, ""))):
                given.add(letters)
    starts = {name.start: own_letters for name, own_letters in zip(names, own_of, strict=True)}
    for match in _LEGEND.finditer(text):
        if match["letters"] in starts.get(match.end(), ()):
            given.add(match["letters"])
    # Three letters and more that are all the initials of one person, and nowhere those of a body.
    full = {letters for some in own_of for letters in some if len(letters) >= _FULL and not lexicon.is_common(letters)}
    whole = {letters for some in own_of for letters in some}
    bodies: set[str] = set()
    pending: dict[str, list[tuple[int, int]]] = {}
    for match in _INITIALS.finditer(text):
        letters = re.sub(r"[^\w]", "", match.group()).upper()
        start, end = match.span()
        if letters in given and not (
            lexicon.is_common(letters) and _IN_CAPITALS.search(text[max(0, start - 24) : end + 24])
        ):
            yield Span(start, end, SpanType.NAME, 0.6, ("attached",))
            continue
        if letters not in known or lexicon.is_safe(letters):
            continue
        noun = _BRACKETED_AFTER.search(text, max(0, start - 30), start)
        if noun is not None and (noun["word"].lower() in lexicon.strong or noun["word"].lower() in lexicon.trade):
            # "Detention Facility (ABC)": the letters of a body, wherever else they stand.
            bodies.add(letters)
        if letters in bodies:
            continue
        if letters in full:
            pending.setdefault(letters, []).append(
                (start, end) if not _ARTICLE.search(text, max(0, start - 7), start) else (0, 0)
            )
        verb = re.match(r"[ ](?:also |then )?([a-z]+)\b", text[end : end + 24])
        bracketed = text[start - 1 : start] == "(" and text[end : end + 1] in (")", ";")
        before = _BEFORE_INITIALS.search(text, max(0, start - 24), start)
        ends = _AFTER_INITIALS.match(text, end) is not None
        alone = before is not None and (ends or before.group().endswith("by "))
        signed = ends and _SIGNED.search(text, max(0, start - 4), start) is not None
        logged = text[end : end + 1] == ":" and _LOGGED.search(text, max(0, start - 12), start) is not None
        dotted = " " in match.group()
        round_ = letters in whole and _ROUND.search(text, max(0, start - 10), start) is not None
        logged = logged or (round_ and _ROUND_AFTER.match(text, end) is not None)
        tasked = len(letters) > 1 and letters in whole and _TASKED.match(text, end) is not None
        tasked = tasked and not _ARTICLE.search(text, max(0, start - 7), start)
        if tasked or (verb and verb[1] in lexicon.verbs) or bracketed or alone or signed or logged or dotted:
            yield Span(start, end, SpanType.NAME, 0.6, ("attached",))
    for places in pending.values():
        if (0, 0) not in places:
            yield from (Span(start, end, SpanType.NAME, 0.6, ("attached",)) for start, end in places)
    for match in _SIGNED_ALONE.finditer(text):
        if match["letter"] in known:
            yield Span(*match.span("letter"), SpanType.NAME, 0.5, ("attached",))
    small = [match for match in _SMALL_ALONE.finditer(text) if match["letter"].islower()]
    if len(small) == 1 and small[0]["letter"].upper() in known:
        yield Span(*small[0].span("letter"), SpanType.NAME, 0.5, ("attached",))
    for match in _TYPED.finditer(text):
        if match["letters"] in whole:
            yield Span(*match.span("letters"), SpanType.NAME, 0.6, ("attached",))
            yield Span(*match.span("typist"), SpanType.NAME, 0.6, ("attached",))


def _shortens(letters: str, before: str) -> bool:
    """Say whether letters stand in their order in the two words before them: "Petra Klamm (PKL)"."""
    words = re.findall(r"[^\W\d_]+", before.rpartition("\n")[2])[-2:]
    if len(words) < 2 or letters[0] != words[0][0].upper() or words[1][0].upper() not in letters[1:]:
        return False
    rest = iter("".join(words).upper())
    return all(letter in rest for letter in letters)


def split_names(text: str, tokens: Sequence[Token], known: KnownNames, lexicon: Lexicon) -> Iterator[Span]:
    """Yield names with a space inside that a scan put there: "Gra ce", where the two halves are no words.

    Args:
        text: the manuscript's text.
        tokens: its words, in order.
        known: the names found so far.
        lexicon: for words and given names.
    """
    yield from _spaced(text, known, lexicon)
    for first, second in itertools.pairwise(tokens):
        if second.start - first.end != 1 or text[first.end] != " ":
            continue
        if not first.capital or first.capitals or not second.text.islower() or (first.initial and len(second.text) < 3):
            continue
        joined = first.text + second.text
        if len(joined) < _SHORTEST_JOINED or second.text in lexicon.particles:
            continue
        lower = joined.lower()
        named = lower in lexicon.given_names or lower in lexicon.given_words or key_of(joined) in known.strange
        titled = key_of(joined) in known.plain and _TITLED.search(text, max(0, first.start - 12), first.start)
        if titled or (named and not any(lexicon.counts.get(half.lower, 0) >= FREQUENT for half in (first, second))):
            yield Span(first.start, second.end, SpanType.NAME, 0.7, ("attached",))


def _spaced(text: str, known: KnownNames, lexicon: Lexicon) -> Iterator[Span]:
    """Yield names written with a space or a mark after every letter; after a title or a given name any word is one."""
    for match in _SPACED.finditer(text):
        word = "".join(_LETTER.findall(match.group())).lower()
        key = key_of(word)
        listed = word in lexicon.given_names or word in lexicon.given_words
        before = _WORD_BEFORE.search(text, max(0, match.start() - 30), match.start())
        named = before is not None and (
            before[1].lower() in lexicon.given_names or _TITLED.search(text, before.start(), match.start())
        )
        strange = (match.group().isupper() or _DOTTED.search(match.group())) and _is_strange(word, lexicon)
        if listed or named or strange or key in known.strange or key in known.plain:
            yield Span(*match.span(), SpanType.NAME, 0.7, ("attached",))


def _is_strange(word: str, lexicon: Lexicon) -> bool:
    """Say whether letters set apart spell what is neither English words in a row nor a row of single letters."""
    if len(word) < _LEAST_SPACED or _NO_WORD.search(word) or not _HELD.search(word) or len(set(word)) < _LEAST_KINDS:
        return False
    if lexicon.is_safe(word):
        return False
    reached = {0}
    for end in range(1, len(word) + 1):
        for start in range(max(0, end - 16), end):
            piece = word[start:end]
            if start in reached and (piece in FUNCTION if len(piece) < 3 else _is_known(piece, lexicon)):
                reached.add(end)
                break
    return len(word) not in reached


def _is_known(word: str, lexicon: Lexicon) -> bool:
    return lexicon.is_common(word) or lexicon.is_safe(word) or word in lexicon.strong or word in lexicon.countries
