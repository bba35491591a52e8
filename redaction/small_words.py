"""The small words of English and of other languages: pronouns, articles, prepositions; loaded once."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

from redaction.lexicon import lexicon

# A word that English dictionaries list is no evidence from this count on, in the list of the package pyspellchecker.
_EVERYDAY = 3000


@dataclass(frozen=True, slots=True)
class SmallWords:
    """The word lists of ``data/function_words.toml``.

    Attributes:
        clause: words that make sentences (pronouns, auxiliaries, negations) to the languages that have them.
        link: words that stand in names of institutions and laws too (articles, prepositions) to their languages.
        sure: those of both that speak against English.
        order: languages to their rank; decides between equals.
        english: those of English; where another language has one too ("was", "of"), it weighs little against it.
        commonest: the commonest of English.
    """

    clause: dict[str, frozenset[str]]
    link: dict[str, frozenset[str]]
    sure: frozenset[str]
    order: dict[str, int]
    english: frozenset[str]
    commonest: frozenset[str]

    def belongs(self, word: str, language: str) -> bool:
        """Say whether ``word`` (lower case) is a small word of ``language``."""
        return language in self.clause.get(word, ()) or language in self.link.get(word, ())


@lru_cache(maxsize=1)
def small_words() -> SmallWords:
    """Load the lists (a few milliseconds, once)."""
    source = resources.files("redaction.data").joinpath("function_words.toml").read_text(encoding="utf-8")
    lists = tomllib.loads(source)
    own = lists.pop("en")
    commonest, strangers = frozenset(own["commonest"].split()), frozenset(own["strangers"].split())
    english = commonest | frozenset(own["other"].split())
    found: dict[str, dict[str, set[str]]] = {"clause": {}, "link": {}}
    for language, kinds in lists.items():
        for kind, words in kinds.items():
            for word in words.split():
                found[kind].setdefault(word, set()).add(language)
    sure = {
        word
        for word in found["clause"].keys() | found["link"].keys()
        # Single letters are list marks and initials.
        if len(word) > 1 and word not in english and (word in strangers or not word.isascii() or not _everyday(word))
    }
    clause, link = ({word: frozenset(has) for word, has in found[kind].items()} for kind in ("clause", "link"))
    order = {language: rank for rank, language in enumerate(lists)}
    return SmallWords(clause, link, frozenset(sure), order, english, commonest)


def _everyday(word: str) -> bool:
    """Say whether English uses a word so often that it is no evidence ("van", "men"); "der" and "och" are not so."""
    return lexicon().is_common(word) and lexicon().counts.get(word, 0) >= _EVERYDAY
