"""Names of places of detention: what in a name tells places apart, and how surely two names mean one place.

A name is read as telling words (``brackenfold``), marks that tell like-named places apart (north and south, women and
men, numbers), and the sort of place that it says (prison, police, hospital). The words of the trade around them vary
freely between documents.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import product

from rapidfuzz.distance import OSA

from ingest.folding import fold, word_set

# Letters that Unicode does not take apart into a letter and an accent.
_LETTERS = str.maketrans(
    {"ß": "ss", "ø": "o", "æ": "ae", "œ": "oe", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "&": " and "}
)
_SORTS: dict[str, tuple[str, ...]] = {
    word: tuple(sorts.split())
    for sorts, words in {
        "prison": "hmp prison prisons gaol jail penitentiary penitentiaire correctional correction corrections cp jva "
        "reformatory penal colony imprisonment penitentiaries gaols convicts circondariale reclusione carcere prigione "
        "carcel prision penitenciario penitenciaria penitenciar prisional presidio veznice vaznica kaznionica zatvor "
        "karny fengsel faengsel fangelse vankila justizvollzugsanstalt justizanstalt gefangnis cezaevi borton "
        "inrichting",
        "juvenile": "yoi hmyoi minors adolescents adolescent juvenile juveniles youth youths young children child "
        "childrens kids stc borstal",
        "remand": "remand pretrial sizo arret hakte arresthuset areszt sledczy",
        "police": "police constabulary gendarmerie carabinieri lockup sheriff",
        "hospital": "hospital clinic psychiatric forensic psychiatry hospitalier sanatorium",
        "care": "nursing care residential elderly seniors pensioners dementia hospice",
        "immigration": "irc immigration removal migrant migrants asylum aliens foreigners reception deportation "
        "airport border transit",
        "military": "military barracks garrison army naval",
        "court": "court courts courthouse magistrates tribunal",
    }.items()
    for word in words.split()
}
# Sorts that one place may be called by turns; any other two are different places.
_RELATED = (
    frozenset({"prison", "juvenile"}),
    frozenset({"prison", "remand"}),
    frozenset({"hospital", "care"}),
    frozenset({"remand", "police"}),
    frozenset({"remand", "juvenile"}),
)
_MARKS: dict[str, tuple[str, str]] = {
    word: (group, mark)
    for group, mark, words in (
        ("side", "north", "north northern nord"),
        ("side", "south", "south southern sud"),
        ("side", "east", "east eastern"),
        ("side", "west", "west western ouest"),
        ("side", "central", "central"),
        ("height", "upper", "upper high higher haut"),
        ("height", "lower", "lower low bas"),
        ("age of the house", "new", "new nova novi novo"),
        ("age of the house", "old", "old stari staro"),
        ("sex", "women", "women woman womens female females girls girl femmes"),
        ("sex", "men", "men man mens male males boys boy hommes"),
        ("age", "adults", "adult adults"),
    )
    for word in words.split()
}
_ROMAN = {"ii": "2", "iii": "3", "iv": "4", "vi": "6", "vii": "7", "viii": "8", "ix": "9"}
_ORDINALS = {"first": "1", "second": "2", "third": "3", "one": "1", "two": "2", "three": "3", "four": "4"}
_DROPPED = word_set(
    "the of de la le les du des d l at in and for a an hm his her majesty no nr number establishment institution "
    "institute centre center facility unit house home complex campus camp detention custody suite suites station "
    "school secure closed open training offender offenders state national federal county regional region municipal "
    "district city town district main department service services administration pe ci place holding cell cells "
    "adult general special temporary processing medium maximum minimum security territorial execution serving sentence "
    "sentences sanctions punishment public health phi mental social comprehensive private former called known "
    "as premises "
    "casa maison centro complexo complejo instituto istituto estabelecimento domov zaklad "
    "rooms room districts facilities institutions units stations block blocks area zone site building headquarters "
    "headquarter division command post branch their its visit visits international"
)
_LONG_FORMS = {"st": "saint", "ste": "saint", "mt": "mount", "ft": "fort", "pt": "port", "mnt": "mount"}
# A number or letter behind them is that of a part of a place.
_PARTS = word_set("ward wing floor pavilion section department corridor pod")
_ADDED = word_set("acute emergency admission admissions intensive")
# Words after which a name only goes on to say where it lies.
_LYING = word_set(
    "in sur on upon in near am an bei by sous under les lez an der over aan nad pod ob bij ved vid na pri"
)
_TAIL = re.compile(r"\s*[,(;]\s*|\s+[–—-]\s+")
_MASKED = re.compile(r"\[[A-Z][A-Z ]*\d*\]")  # a pseudonym is numbered anew in each document
# "KPZ Pozarevac": letters that stand for the kind of establishment, before a name.
_KIND_SHORT = re.compile(r"^\s*(?!HMP|YOI|IRC|STC|JVA|SIZO)[A-Z]{2,5}\s+(?=[^\W\d_]*[^\W\d_A-Z]{3})(?=[A-ZÀ-ÞĀ-Ž])")
_INITIALS = "initials of the other name"
MISSPELT = "same name but for a letter or two"
TELLING = 5  # letters from which one word in common is worth a look
ONE_PART = "only one name says its part"
_WHOLE_AND_PART = 0.66  # what is left of it where only one name says which part it means
_BY_HALVES = 0.62  # what is left of certainty where a mark or a word stands on one side only


@dataclass(frozen=True, slots=True)
class PlaceName:
    """A name taken apart.

    Attributes:
        words: telling words before the first comma or bracket, folded.
        tail: telling words after it.
        marks: group and mark (``side``, ``north``).
        sorts: what sort of place it says it is.
        initials: first letters of the words that bear a capital.
        lying: number of ``words`` before one that only says where the place lies.
    """

    words: tuple[str, ...]
    tail: tuple[str, ...]
    marks: frozenset[tuple[str, str]]
    sorts: frozenset[str]
    initials: str
    lying: int

    @property
    def core(self) -> str:
        """All telling words as one."""
        return "".join((*self.words, *self.tail))


@dataclass(frozen=True, slots=True)
class Agreement:
    """How surely two things are one: 0 to 1, and why, without text of a document."""

    confidence: float
    why: str


@lru_cache(maxsize=20_000)
def place_name(name: str) -> PlaceName:
    """Take a name apart."""
    name = _MASKED.sub(" ", name)
    name = _KIND_SHORT.sub("", name) if not name.isupper() else name
    head, *rest = _TAIL.split(name.translate(_LETTERS).replace("Ø", "O").replace("Ł", "L"), maxsplit=1)
    marks: set[tuple[str, str]] = set()
    sorts: set[str] = set()
    lying: list[int] = []

    def telling(text: str) -> tuple[str, ...]:
        words: list[str] = []
        part = False
        for word in fold(text):
            number = _ROMAN.get(word) or _ORDINALS.get(word) or (word if word.isdigit() else None)
            if word in _SORTS:
                sorts.update(_SORTS[word])
            elif word in _MARKS:
                marks.add(_MARKS[word])
            elif word in _PARTS:
                part = True
                continue
            elif number or (len(word) == 1 and (words or part)):
                marks.add(("part" if part else "number", number or word))
            elif word in _LYING and words:
                lying.append(len(words))
            elif word not in _DROPPED and word not in _ADDED:
                words.append(_LONG_FORMS.get(word, word))
            part = False
        return tuple(words)

    words = telling(head)
    tail = tuple(word for part in rest for word in telling(part) if word not in words)
    initials = "".join(re.findall(r"\b([A-Z])", head))
    return PlaceName(words, tail, frozenset(marks), frozenset(sorts), initials, lying[0] if lying else len(words))


def agreement(one: str, other: str) -> Agreement:
    """Say how surely two names mean one place; 0 where they cannot.

    Above 0.75 the names alone would do; between 0.5 and 0.7 a person should decide.
    """
    if fold(one) == fold(other) and fold(one):
        return Agreement(0.97, "same name")
    first, second = place_name(one), place_name(other)
    words = _words_agree(first, second)
    if words.confidence == 0.0:
        return words
    # Initials stand for the marks as well: "NRCC" has its north.
    limit, why = _marks_agree(first, second) if words.why != _INITIALS else (1.0, "")
    if limit == 0.0:
        return Agreement(0.0, why)
    sorts, told = _sorts_agree(first.sorts, second.sorts)
    if sorts == 0.0:
        return Agreement(0.0, told)
    confidence = min(words.confidence, limit, sorts)
    return Agreement(confidence, "; ".join(dict.fromkeys(filter(None, (words.why, why, told)))))


def _words_agree(first: PlaceName, second: PlaceName) -> Agreement:
    if not first.core or not second.core:
        if _is_initials(first, second) or _is_initials(second, first):
            return Agreement(0.72, _INITIALS)
        return _wordless(first, second)
    if first.words == second.words:
        if first.tail == second.tail or not first.tail or not second.tail:
            tailed = first.tail != second.tail
            return Agreement(0.82 if tailed else 0.95, "same name but for words of the trade")
        return Agreement(_BY_HALVES if first.words else 0.0, "same name, different part or town")
    if first.core == second.core:
        return Agreement(0.93, "same name, written apart or in another order")
    if sorted((*first.words, *first.tail)) == sorted((*second.words, *second.tail)):
        return Agreement(0.9, "same words in another order")
    distance = min(OSA.distance(*pair) for pair in product(_spellings(first), _spellings(second)))
    length = min(len(first.core), len(second.core))
    if first.core[0] == second.core[0] and ((distance == 1 and length >= 5) or (distance == 2 and length >= 10)):
        return Agreement(0.82 - 0.04 * distance, MISSPELT)
    short, long = sorted((first, second), key=lambda name: len(name.words) + len(name.tail))
    whole, part = (*long.words, *long.tail), (*short.words, *short.tail)
    if whole[: len(part)] == part:
        if long.lying <= len(part) or len(part) >= len(long.words):
            return Agreement(0.82, "same name, one says where it lies")
        return Agreement(_BY_HALVES, "one name has a further word")
    if set(part) < set(whole):
        return Agreement(0.55, "one name has a further word before it")
    if shared := {word for word in set(part) & set(whole) if len(word) >= TELLING}:
        return Agreement(0.52, "a word in common" if len(shared) == 1 else "several words in common")
    if _is_initials(first, second) or _is_initials(second, first):
        return Agreement(0.72, _INITIALS)
    return Agreement(0.0, "different names")


def _wordless(first: PlaceName, second: PlaceName) -> Agreement:
    """Names of a number alone: ``Establishment No. 7``."""
    numbers = [{mark for group, mark in name.marks if group == "number"} for name in (first, second)]
    if numbers[0] and numbers[0] == numbers[1]:
        return Agreement(0.78 if first.core or second.core else 0.85, "same number of the establishment")
    return Agreement(0.0, "no name in common")


def _spellings(name: PlaceName) -> tuple[str, ...]:
    return tuple(dict.fromkeys((name.core, "".join(name.words)))) if name.words else (name.core,)


def _is_initials(short: PlaceName, long: PlaceName) -> bool:
    return len(short.words) == 1 and 3 <= len(short.core) <= 6 and short.core == long.initials.casefold()


def _marks_agree(first: PlaceName, second: PlaceName) -> tuple[float, str]:
    groups = {group for group, _ in first.marks ^ second.marks}
    for group in sorted(groups):
        both = [{mark for own, mark in name.marks if own == group} for name in (first, second)]
        if both[0] and both[1]:
            return 0.0, f"different {group}"
    if groups:
        if groups == {"part"}:
            return _WHOLE_AND_PART, ONE_PART
        return _BY_HALVES, f"only one name says its {sorted(groups)[0]}"
    return 1.0, ""


def sorts_agree(first: frozenset[str], second: frozenset[str]) -> bool:
    """Say whether two sorts of place can be one."""
    return _sorts_agree(first, second)[0] > 0.0


def _sorts_agree(first: frozenset[str], second: frozenset[str]) -> tuple[float, str]:
    if not first or not second or first & second:
        return 1.0, ""
    if any({one, other} in _RELATED for one in first for other in second):
        return 0.66, "related sorts of place"
    return 0.0, "different sorts of place"
