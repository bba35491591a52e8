"""What stands before and after a name: patterns over the text next to a run."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from redaction.lexicon import lexicon as load
from redaction.manuscript import SEPARATOR
from redaction.names.runs import Cue, Run

# How far the text beside a run is read.
REACH = 90
_LAST_WORD = re.compile(r"(?<![\w'’-])([^\W\d_][\w'’-]*)\.?\s?$")
# How a phrase that needs the costly patterns ends; most text does not.
_CALLING = re.compile(r"(?:called|named|known as|name of|nicknamed)\s[\"“„'‘(]?$", re.IGNORECASE)
_PLACING = re.compile(r"\s(?:of|in|at|near|for|called|named after|named)\s(?:the\s)?$", re.IGNORECASE)
_PLACING_ABROAD = re.compile(
    r"(?<!\w)(?:d[eu]|del|da|di|ul|ulica|rue|via|calle|str|av|pl|avenue|strada|rua)\.?\s$", re.IGNORECASE
)
# "Casa circondariale of Example": a house by its foreign name.
_HOUSE_ABROAD = re.compile(r"\b(?:centre|maison|établissement|centro|casa)\s\w+$", re.IGNORECASE)
_PHRASE_REACH = 60
_QUOTE = "\"“„'‘("
# Marks that a phrase may end with.
_MARKS = ",:–-_"
# Last words of the phrases beside those of the word lists, and stems of phrases that any word may end.
_ENDERS = frozenset(
    [
        "user",
        "username",
        "seller",
        "buyer",
        "sender",
        "recipient",
        "holder",
        "owner",
        "client",
        "hubby",
        "with",
        "husband",
        "love",
        "of",
        "to",
        "from",
        "is",
        "was",
        "called",
        "be",
        "as",
        "say",
        "listed",
        "recorded",
        "entered",
        "written",
        "misspelt",
        "misspelled",
        "spelt",
        "spelled",
        "addressed",
        "registered",
        "shown",
        "known",
        "signed",
        "identified",
        "throughout",
        "name",
        "names",
        "attn",
        "att",
        "cc",
        "study",
        "studies",
        "profile",
        "portrait",
        "focus",
        "on",
        "by",
    ]
)
_LOOSE = ("call", "name", "wrote", "married", "misspel", "refer", "case stud")
# Nouns after which a name is that of a place, beside those for institutions.
_ALIKE = ("hall", "river", "street", "town", "village", "city", "parish", "feast")
_OPEN = r"[\"“„'‘(]?"


@dataclass(frozen=True)
class Cues:
    """The compiled patterns."""

    role_word: re.Pattern[str]
    people_called: re.Pattern[str]
    phrase: re.Pattern[str]
    endings: tuple[str, ...]
    weak_phrase: re.Pattern[str]
    place_before: re.Pattern[str]
    after: tuple[tuple[re.Pattern[str], Cue], ...]
    case_after: re.Pattern[str]
    case_before: re.Pattern[str]
    institution_after: re.Pattern[str]
    institution_before: re.Pattern[str]
    nouns: tuple[str, ...]
    inside_before: re.Pattern[str]
    titles: frozenset[str]
    roles: dict[str, str]

    def role_before(self, text: str) -> str | None:
        """Return the noun for a person that ``text`` ends with, a comma or colon after it allowed."""
        match = self.role_word.search(text, max(0, len(text) - 30))
        if match is None:
            return None
        word = match.group(1)
        if word[0].isupper() and word.lower() in self.titles and text[match.end(1) : match.end(1) + 1].isspace():
            # A title of the name; it has been counted as such.
            return None
        noun = word.lower()
        return next((word for word in (noun, noun[:-1]) if word in self.roles), None)

    def beside(self, run: Run, text: str) -> list[Cue]:
        """Return the evidence on both sides of a run; a title before it is looked past.

        Args:
            run: remembers the result, since it is asked for more than once.
            text: the manuscript's text.
        """
        if run.cues is None:
            before = text[max(0, run.start - REACH) : run.start]
            found = _ahead(before)
            end = run.end + (run.tokens[-1].initial and text[run.end : run.end + 1] == ".")
            run.cues = [*found, *_behind(text[end : end + REACH].partition(SEPARATOR)[0])]
        return run.cues

    def institution_ends(self, text: str) -> bool:
        """Say whether ``text`` ends with a noun for a place and a word that ties a name to it ("Hospital of ")."""
        placing = _PLACING.search(text, max(0, len(text) - 18))
        if placing is not None:
            head = text[: placing.start()]
            may = not head.isascii() or head.lower().endswith(self.nouns) or _HOUSE_ABROAD.search(head) is not None
        else:
            may = _PLACING_ABROAD.search(text, max(0, len(text) - 12)) is not None
        return may and self.institution_before.search(text) is not None

    def untitled(self, text: str) -> str:
        """Return ``text`` without the titles at its end."""
        while True:
            match = _LAST_WORD.search(text, max(0, len(text) - 30))
            if match is None or match.group(1).lower() not in self.titles:
                return text
            text = text[: match.start(1)]

    def before(self, text: str) -> list[Cue]:
        """Return the evidence in ``text``, which ends where the run begins."""
        found: list[Cue] = []
        if _CALLING.search(text, max(0, len(text) - 16)) and self.people_called.search(text):
            found.append(Cue(9, "called"))
        noun = self.role_before(text)
        if noun:
            found.append(Cue(5, "role", self.roles[noun]))
        if self._may_end(text) and self.phrase.search(text, max(0, len(text) - _PHRASE_REACH)):
            found.append(Cue(5, "phrase"))
        elif self.weak_phrase.search(text, max(0, len(text) - 16)):
            found.append(Cue(2, "by"))
        return found

    def _may_end(self, text: str) -> bool:
        """Say whether one of the phrases may end where ``text`` ends; most text is ruled out by its last word."""
        tail = (text[-_PHRASE_REACH:-1] if text[-1:] in _QUOTE else text[-_PHRASE_REACH:]).rstrip()
        if not tail or not tail.isascii():
            return True
        if not tail[-1].isalnum():
            return tail[-1] in _MARKS or tail.lower().endswith(self.endings)
        low = tail.lower()
        return re.split(r"\W", low)[-1] in _ENDERS or low.endswith(self.endings) or any(stem in low for stem in _LOOSE)

    def following(self, text: str) -> list[Cue]:
        """Return the evidence in ``text``, which begins where the run ends."""
        return [cue for pattern, cue in self.after if pattern.match(text)]


def _any(words: frozenset[str] | set[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


# The places of a document are asked about again in the second pass over its output.
@lru_cache(maxsize=4096)
def _ahead(before: str) -> tuple[Cue, ...]:
    compiled = cues()
    found = compiled.before(before)
    bare = compiled.untitled(before)
    return tuple(found or (compiled.before(bare) if bare != before else ()))


@lru_cache(maxsize=4096)
def _behind(after: str) -> tuple[Cue, ...]:
    return tuple(cues().following(after))


@lru_cache(maxsize=1)
def cues() -> Cues:
    """Return the patterns for the word lists, compiled once."""
    lexicon = load()
    roles = _any(frozenset(lexicon.roles))
    people = _any({word for word, role in lexicon.roles.items() if role in ("DETAINEE", "RELATIVE")})
    flags = re.IGNORECASE
    places = lexicon.strong - {"team", "office", "state", "house", "home", "code", "report", "reports", "plan",
                               "act", "rule", "rules", "force", "forces", "area", "time", "times", "press"}  # fmt: skip
    nouns = _any(places)
    possession = r"['’]s?\s+(?:\w+\s+){0,1}(?:" + _any(lexicon.belongings) + r")\b"
    verb = _any(lexicon.verbs)
    passive = _any(lexicon.passive)
    after = (
        (re.compile(r"[\"”]?,?\s*\((?:[^()\d]{0,40}?\d{1,2}[;,)]|[^()]{0,60}?(?:\d[ /.-]?){5,}|(?:[A-Z]\w+,\s*)?(?:born|aged|"  # noqa: E501
                    r"date of birth|DOB|prison|prisoner|CHI|NHS|PESEL|PPS|CNP|ID|passport|custody|force|alien|A-number))",  # noqa: E501
                    ), Cue(5, "identifier follows")),
        # A telephone or an age is anybody's; a number of a prison, a file or a remand is not.
        (re.compile(r"[\"”]?,?\s*\([^()]{0,40}?\b(?:prison(?:er)?|inmate|detainee|patient|custody|register(?:ed)?|admitted|remand)\b", flags),  # noqa: E501
         Cue(5, "identifier follows", "DETAINEE")),
        (re.compile(r"\s\((?:no\.?\s)?[A-Z]{1,2}\d{4,5}[,;)]"), Cue(5, "identifier follows", "DETAINEE")),
        (re.compile(r"\s\((?:no\.?\s)?(?!(?:1[89]|20)\d\d\))\d{4}\)"), Cue(3, "number follows", "DETAINEE")),
        (re.compile(r"[\"”’']?,?\s*\((?:on )?(?:remand(?:ed)?\b|convicted|sentenced|awaiting|real name|legal name|full name|sic\)|aka\b|"  # noqa: E501
                    r"alias|nickname|first name|no first|no surname|not (?:his|her) )", flags), Cue(6, "aside follows", "DETAINEE")),  # noqa: E501
        (re.compile(r"[\"”’']?,?\s+(?:which is |is )?(?:a|the|his|her) nickname\b"), Cue(6, "nickname follows")),
        (re.compile(r",?\s*\((?:team )?(?:lead|leader|chair|inspector|interpreter|secretary|member|doctor|nurse|RN|MD|governor"  # noqa: E501
                    r"|rapporteur|lawyer|solicitor)\b", flags), Cue(5, "role follows")),
        (re.compile(r",\s+(?:RN|MD|QC|KC|MBE|OBE|CBE|PhD|MP|MSP|TD|LLB|LLM|FRCP|MRCPsych)\b"), Cue(6, "letters follow")),  # noqa: E501
        (re.compile(r",?\s+(?:now\s+)?aged\s+\d", flags), Cue(6, "age follows")),
        (re.compile(r",\s+\d{1,2}(?:[,;.)]|\s+\(|\s+(?:years|and)\b)"), Cue(6, "age follows")),
        (re.compile(r"\s+is\s+\d{1,2}\b"), Cue(5, "age follows")),
        (re.compile(r",\s+(?:who|whom|whose|born|son of|daughter of|then)\b", flags), Cue(5, "clause follows")),
        (re.compile(rf",?\s+(?:is|was|are)?\s*(?:an?|the|his|her|their|our|my|one)\s+(?:[\w'’-]+\s+){{0,4}}?(?:{people}|"
                    rf"national|citizen)\b", flags), Cue(5, "apposition", "DETAINEE")),
        (re.compile(rf",\s+(?:an?|the|our|his|her|their|deputy|head|senior)?\s*(?:[\w'’-]+\s+){{0,3}}?(?:{roles})\b", flags),  # noqa: E501
         Cue(3, "apposition")),
        (re.compile(possession, flags), Cue(5, "possession")),
        (re.compile(rf"[\"”]?,?\s+(?:(?:also|then|later|now|never|has|had|himself|herself)\s+)?(?:{verb})\b"), Cue(3, "verb follows")),  # noqa: E501
        (re.compile(rf"\s+(?:was|is|has been|had been|were)\s+(?:not\s+|then\s+|also\s+|later\s+)?(?:{passive})\b"),
         Cue(3, "verb follows")),
        (re.compile(r",\s+an?\s+(?:[a-z-]+\s)?[A-Z][a-z]+(?:ian|ish|ese|ani|ean|an|i|ch|ic)\b"), Cue(4, "origin follows")),  # noqa: E501
        (re.compile(r"[;,]\s(?:he|she|they)\s"), Cue(3, "pronoun follows")),
        (re.compile(r",\s(?:had|was|has)\s"), Cue(2, "verb follows")),
        (re.compile(r"\s+(?:did not|does not|could not|had not|has not|himself|herself|and (?:his|her) )"), Cue(2, "verb follows")),  # noqa: E501
    )  # fmt: skip
    return Cues(
        role_word=re.compile(rf"(?<![\w-])([^\W\d_][\w-]*)(?:,|:|\s[-–—])?\s{_OPEN}$"),
        people_called=re.compile(
            rf"\b(?:{roles}|one|someone|somebody)s?,?\s+(?:was\s+|is\s+)?(?:called|named|known as|by the name of|nicknamed)\s{_OPEN}$",  # noqa: E501
            flags,
        ),
        phrase=re.compile(
            rf"\b(?:man|woman|boy|girl|child|person)\s(?:of|with|from|aged|in)\s[\w\s-]{{1,40}},\s$|"
            rf"(?:user(?:name)?|seller|buyer|sender|recipient|holder|owner|client|hubby|married to(?: \w+){{0,2}}|(?:life|time|moments?) with"  # noqa: E501
            rf"|husband|love)[:,]?\s+{_OPEN}$|"
            r"\b(?:run|led|headed|managed|chaired|supervised|taught|relieved|seen|escorted|accompanied|restrained|searched|checked|signed|witnessed|examined|assessed|countersigned|"
            r"interviewed|assaulted|beaten|kicked|punched|bitten|threatened|handed over|logged|typed|filled in)(?: (?!by )[a-z]+){0,3} by\s$|"  # noqa: E501
            r"\b(?:Ministry|Department|Directorate)\s(?:of|for)\s(?:the\s)?[A-Z]\w+(?:\sand\s[A-Z]\w+)?,\s$|"
            # "the island's only weaver, Ann Example, is": whatever they are called in another language.
            rf"(?:['’]s?|\bits|\btheir|\bour)\s(?:only|sole|one)\s(?!(?:{nouns}|town|city|village|island|river|road|newspaper|company|firm)\b)[^\W\d_]+,\s$|"
            r"\b(?:[Cc]ase stud(?:y|ies)(?: \w{1,2})?|[Pp]rofile|[Pp]ortrait|[Tt]he story of|[Ii]n focus|[Ff]ocus on)(?::| –| -)?\s$|"  # noqa: E501
            r"(?:on duty|on call|on shift|in charge),\s$|(?:^|[.;:!?|\n]\s*)(?:the (?:other|second|third|first|former|latter|eldest|youngest|oldest)|another|one(?: of them)?),\s$|"  # noqa: E501
            r"\b(?:in the words of|according to|(?:at|on|by) (?:the )?(?:request|orders?|instructions?|initiative|insistence|suggestion) of|with the (?:permission|consent|help|approval) of|(?:handwriting|property|presence|memory) of|(?:greetings|regards|love|kisses|visit|complaint) from|(?:letter|note|message|card|parcel|phone call|statement) from|(?:fight|fights|argument|quarrel|altercation|friends|fought|argued) with)\s[\"“]?$|"  # noqa: E501
            rf"\b(?:{roles}),?\s(?:is|was)\s(?:called\s)?$|"
            rf"(?:name (?:(?:thought|believed) to be|to|as|was|is)|known to \w+ as|asked them to say|(?:I am|he is|she is) called(?: the)?)\s{_OPEN}$|"  # noqa: E501
            rf"(?<![\w-])(?:{_any(lexicon.cues)}|(?:listed|recorded|entered|written|misspel(?:t|led)(?: on [\w ]{{1,30}})?|spel(?:t|led)|addressed|"  # noqa: E501
            rf"registered|shown|known|signed|identified|refer(?:red)? to(?: \w+)?|(?:calls|called|call|names|named|wrote) "  # noqa: E501
            rf"(?:him|her|them|me|himself|herself|his name|her name|[\w ]{{1,20}}))(?: throughout)?(?: as)?|name of|from:|to:|"  # noqa: E501
            rf"cc:|name:|names:|attn:?|visit(?:ed)? (?:from|to)|maiden name)[:,]?\s{_OPEN}$",
            flags,
        ),
        endings=tuple(lexicon.cues),
        weak_phrase=re.compile(
            r"\b(?:by|told|asked|informed|accompanied|helped|met|saw|thanked|heard|visited|found|moved|transferred)\s[\"“]?$|"
            r"(?:^|[\n\x1e])\s?\d{1,2}[:.h]?\d\d\s?(?:hrs?|h)?\s?[:–-]?\s$",
            flags,
        ),
        place_before=re.compile(
            r"\b(?:in|at|from|near|to|outside|of|leaving|via|around|across|through|into|between|the|an?|de|du|des|di|da|do|del)\s$",
            flags,
        ),
        after=after,
        case_after=re.compile(
            r"(?:\s+(?:and|et|e|y|u\.)\s+(?:[Oo]thers?|Another|autres|altri|otros|a\.|(?:[A-Z][\w'’-]{1,30}\s){1,3}[A-Z][\w'’-]{1,30}))?(?:\s\([A-Z][^()\d\n]{2,40}\))?,?\s+(?:v\.?|vs\.?|c\.)\s+(?:the\s+)?[A-Z]"
        ),
        case_before=re.compile(r"\s(?:v\.?|vs\.?|c\.)\s(?:the\s)?$"),
        institution_after=re.compile(
            rf"\s(?:and|&)\s(?:[A-Z][\w'’-]+\s){{1,3}}(?:LLP|Ltd|Solicitors|Partners|Associates|Police|Prisons?|Courts?|Council|Hospitals?|Authority|County|Borough|Centres?)\b|"
            rf"\s(?:(?:[a-z-]+(?:al|ic|ary|ive|ous|ian)|remand|police|youth|secure|closed|open|high|women['’]s|children['’]s|men['’]s|"
            rf"juvenile|training|reading|waiting|dining|meeting|visiting|living|exercise|common|sports|custody|mixed|main|day|night|detention|security|care|old|new|state|private)\s){{0,3}}(?:{nouns}|hall|menu|line|island|café|scheme|syndrome)s?\b(?!\s(?:number|no|file|officer|governor|record|staff))"
        ),
        institution_before=re.compile(
            rf"(?<!\bby )\b(?:{nouns}|{'|'.join(_ALIKE)})s?\s(?:of|in|at|near|for|called|named after|named)\s"
            rf"(?:the\s)?$|\b(?:centre|maison|établissement|prison|hôpital|centro|casa|justizvollzugsanstalt|jva)\s(?:[\w'’]+\s){{0,2}}(?:d(?:[eu]|el|a|i)|of)\s$|"
            rf"(?<![\w])(?:ul|ulica|rue|via|calle|str|av|pl|avenue|strada|rua)\.?\s$",
            flags,
        ),
        nouns=tuple(word + end for word in (*places, *_ALIKE) for end in ("", "s")),
        inside_before=re.compile(r"\b(?:in|at|near|outside)\s$", flags),
        titles=lexicon.titles,
        roles=lexicon.roles,
    )
