"""Names that are ordinary words too ("Hope", "May", "Best"): where one of them is used as a name, and where not."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from redaction.lexicon import Lexicon
from redaction.names.cues import REACH, Cues
from redaction.names.forms import NUMERALS
from redaction.names.runs import Token

_DATE_BEFORE: Final = re.compile(
    r"(?:\b(?:\d{1,2}(?:st|nd|rd|th)?(?: of)?|in|since|until|till|by|from|to|of|on|early|late|mid|last|next|every|each|this|during|between|and"  # noqa: E501
    r"|or|before|after|a|the)|[-–,/(])\s*$",
    re.IGNORECASE,
)
_DATE_AFTER: Final = re.compile(
    r"\s*(?:\d{1,4}\b|(?:and|to|or|until|[-–/])\s+[A-Z][a-z]+|morning|afternoon|evening|night"
    r"|reports?\b|visits?\b|inspection|figures|meetings?\b|reviews?\b|session|update|returns\b|statistics|minutes|edition|rota\b|roster|letter\b)"
)
_SENTENCE_START: Final = re.compile(r"(?:^|[.!?:|\n\x1e]\s*|[\"“‘]|\d\.?\s+)$")
_HUMAN_AFTER: Final = re.compile(
    r"(?:\s(?:and|or|&)\s[A-Z][\w'’-]+)?\s+(?:[a-z]+ed|seen|taken|given|moved|put|kept|sent|shown|let|brought|got|gave|went|came|took|ran|fell|made|left|felt|knew|met|heard|spoke|stood|slept|ate|hit|cut|lost|cries|lives|works|knows|wants|says|cannot|can|would|should|must|might|will|said|told|wrote|has|had|was|is|did|does|says|sat|saw|could|who)\b"
)
# Verbs in the present that people are the subjects of, and that are no plurals of things.
_DOES: Final = re.compile(
    r"\s(?:also\s|now\s|still\s|never\s|always\s|only\s|often\s|just\s|then\s|then,\s)?"
    r"(?:asks|adds|agrees|alleges|arrives|attends|becomes|begins|believes|belongs|brings|buys|calls|carries|comes|complains|confirms|cooks|cries|denies|describes|"
    r"disagrees|does|draws|drinks|eats|enjoys|explains|feels|finds|forgets|gets|gives|goes|has|hands|hates|hears|helps|holds|"
    r"hopes|insists|is|joins|keeps|knows|laughs|learns|leaves|likes|lies|listens|lives|loses|loves|makes|meets|misses|"
    r"needs|nods|opens|paints|pays|plays|prays|prefers|presents|pulls|pushes|puts|reads|recalls|receives|refuses|remembers|replies|rings|"
    r"runs|says|screams|seems|sees|sends|shouts|shows|sings|sits|sleeps|smiles|speaks|spends|starts|stays|suffers|takes|talks|teaches|tells|"
    r"thinks|tries|turns|understands|uses|waits|wakes|walks|wants|washes|watches|wears|wishes|works|writes)\b"
)
_DETERMINED: Final = re.compile(
    r"\b(?:the|a|an|this|that|each|every|any|no|his|her|its|their|our|my|your|one|[a-z]+(?:y|al|ful|ous|ed|ing|er|ish))\s$"
)
# "…", said rose, and: a word in small letters after a verb of speech, with nothing for that verb to say after it.
_SPOKEN_BY: Final = re.compile(r"[\"”’,]\s?(?:said|says|asked|asks|added|adds|replied|replies|answered)\s$")
_SPOKEN_END: Final = re.compile(r"[,.;:]|\s(?:and|who|with|at|in|when)\b|$")
# "; banks signed off": a clause that begins with the word, and a verb of which people are the subjects.
_CLAUSE: Final = re.compile(r"(?:[;.!?\n\x1e]|\b(?:and|but|then|after|when|because|that|until))\s$")
_ACTED: Final = re.compile(
    r"\s(?:signed|said|says|told|asked|wrote|came|went|rang|phoned|refused|denied|replied|shouting|shouted|laughed|cried)\b"
)
# Where a person and a place share a name: "in Example" is the place, "from Example" may be the person.
_INSIDE: Final = re.compile(r"(?<!confidence )(?<!interest )(?<!trust )\b(?:in|In|at|At|near|Near|outside|inside)\s$")
_TOWARDS: Final = re.compile(r"\b(?:from|From|to|To|of|leaving|reaching|through)\s$")
_ON_THE_WARD: Final = re.compile(r"\b[Oo]n the (?:ward|wing|unit|block|landing|floor|section|yard)\s$")
# Surnames too, and recognised as such beside other names alone.
_PRONOUNS: Final = frozenset(
    {"he", "she", "it", "we", "you", "they", "his", "her", "my", "our", "no", "the", "this", "that"}
)
# "The Elder said", "the Anglican Elder who": whoever holds an office.
_HOLDER_OF: Final = re.compile(r"\b[Tt]he\s(?:[A-Z][a-z]+(?:ican|ic|an|ist|ish|dox)\s)?$")
# "Bishop's Ferry": places that belonged to somebody once.
_NAMED_PLACE: Final = re.compile(
    r"['’]s\s(?:Ferry|Cross|Court|Bridge|Green|Hill|Lane|Road|Park|Gate|Wood|Mead|Field|Castle|Landing|Point|Bay|Island|Falls|Creek|Lynn|Stortford|Waltham|Cleeve|Town|Corner|Quay|Square)\b"
)
# "Sunday to cover": nobody but staff covers a shift.
_COVERS: Final = re.compile(r"\s(?:to\scover|covers|covering|swaps|swapped)\b(?!\s(?:night|shift)s?\b)")
_LONGEST_FILE: Final = 60
_FILE: Final = re.compile(
    r"_|@|\.(?:jpe?g|png|gif|heic|pdf|docx?|xlsx?|pptx?|txt|md|mp[34]|mov|avi|wav|eml|msg|zip|html?)\.?$", re.IGNORECASE
)
# Probability of a name from which a word that names a person elsewhere counts as that name here too.
_LEANING: Final = 0.05
_NEVER: Final = 0.01
_LEANING_SMALL: Final = 0.1
_LEANING_UNSEEN: Final = 0.4


class Namesakes:
    """Judges the places of ordinary words that are names of persons of the same document.

    Args:
        text: the manuscript's text.
        lexicon: word lists.
        cues: patterns beside names.
        leaning: probability of a name at a range, as the classifier sees it; 0 where there is none.
    """

    def __init__(self, text: str, lexicon: Lexicon, cues: Cues, leaning: Callable[[int, int], float]) -> None:
        """Take the document."""
        self._text, self._lexicon, self._cues, self._leaning = text, lexicon, cues, leaning

    def capital(self, token: Token, key: str, *, faint: bool = False, place: bool = False) -> bool:
        """Say whether a capitalised word stands where a name would stand.

        Args:
            token: the word.
            key: its folded form.
            faint: whether little speaks for the name elsewhere; then more must speak for it here.
            place: whether a place or body of the document bears the name too.
        """
        lexicon, text = self._lexicon, self._text
        before, after = text[max(0, token.start - REACH) : token.start], text[token.end : token.end + REACH]
        if key in _PRONOUNS:
            return False
        if key in NUMERALS and re.match(r"\s[a-z]", after):
            # "Ten receives therapy": several would receive it.
            return key != "one" and _DOES.match(after) is not None
        dated = key in lexicon.calendar
        if (
            (key in lexicon.titles or key in lexicon.roles)
            and _HOLDER_OF.search(before)
            and re.match(r"\s(?:[a-z]|$)|[.,;]", after)
        ):
            return False
        if _NAMED_PLACE.match(after):
            return False
        if dated and _COVERS.match(after):
            return True
        possessive = after[:2] in ("'s", "’s") and not dated
        word_before = re.search(r"([^\W\d_]+)\.?\s$", before)
        titled = bool(word_before and word_before.group(1).lower() in lexicon.titles)
        cued = any(cue.points >= 3 for cue in [*self._cues.before(before), *self._cues.following(after)])
        if titled or (cued and key not in lexicon.countries):
            return True
        if self._cues.institution_after.match(after) or re.match(r"[ ]+[A-Z]", after):
            return False
        if dated and (_DATE_BEFORE.search(before) or _DATE_AFTER.match(after)):
            return False
        if lexicon.is_safe(token.text) and not dated:
            return False
        leans = self._leaning(token.start, token.end) >= _LEANING
        if place and not possessive and (_INSIDE.search(before) or (_TOWARDS.search(before) and not leans)):
            return False
        if _SENTENCE_START.search(before):
            # "Patience was needed": of such verbs things are subjects too, if the classifier is sure of that.
            doubted = self._leaning(token.start, token.end) >= _NEVER
            human = bool((doubted and _HUMAN_AFTER.match(after)) or _DOES.match(after))
            return possessive or leans or bool(human and key not in lexicon.titles)
        if faint:
            return leans or (possessive and not _DETERMINED.search(before))
        return not (
            key in lexicon.strong or key in lexicon.titles or (key in lexicon.weak and key not in lexicon.given_words)
        )

    def acts(self, token: Token) -> bool:
        """Say whether a word after "on the ward" or the like is the subject of a verb, rather than the ward's name."""
        if not _ON_THE_WARD.search(self._text, max(0, token.start - 24), token.start):
            return False
        after = self._text[token.end : token.end + REACH]
        return bool(_HUMAN_AFTER.match(after) or _DOES.match(after))

    def alone(self, token: Token) -> bool:
        """Say whether no capitalised word stands beside a word, as one does beside a title."""
        after = self._text[token.end : token.end + 2]
        return not (after[:1] in (" ", "\n") and after[1:].isupper())

    def small(self, start: int, end: int, *, part: bool = False, seen: bool = True) -> bool:
        """Say whether an ordinary word in small letters is used as a name: in a file's name, quoted, owning, speaking.

        Args:
            start: of the word.
            end: of the word.
            part: whether it is half of a hyphenated word; then the name of a file alone tells.
            seen: whether the name was found in small letters; else the classifier must be surer of an ordinary word.
        """
        text = self._text
        if self._in_file_name(start, end):
            return True
        if part:
            return False
        before, after = text[max(0, start - 14) : start], text[end : end + 8]
        if before[-1:] in '"“‘«' and before and (after[:1] in '"”»' or after[:2] in ("’ ", " –", " -")):
            return True
        if after[:2] in ("'s", "’s") and not _DETERMINED.search(before):
            return True
        if _SPOKEN_BY.search(before) and _SPOKEN_END.match(after):
            return True
        if _CLAUSE.search(before) and _ACTED.match(text, end):
            return True
        least = _LEANING_SMALL if seen or not self._lexicon.is_common(text[start:end]) else _LEANING_UNSEEN
        return self._leaning(start, end) >= least and not _DETERMINED.search(before)

    def _in_file_name(self, start: int, end: int) -> bool:
        """Say whether a word is part of the name of a file, an address or a handle: "ann_example.jpg"."""
        text = self._text
        low, high = start, end
        while low > max(0, start - _LONGEST_FILE) and (text[low - 1].isalnum() or text[low - 1] in "_-.%@"):
            low -= 1
        while high < min(len(text), end + _LONGEST_FILE) and (text[high].isalnum() or text[high] in "_-.%@"):
            high += 1
        return bool(_FILE.search(text[low:high]))
