"""Language: whether a question is mostly not English, in which nothing can be found or judged."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

from assistant.answers.abstain import COMMON
from assistant.question.lexicon import load_lexicon
from assistant.question.terms import STOP, WEAK, tokens, word_list

NOTICE = "Questions are answered in English only; please ask in English."
# Frequent small words of languages of Europe and the Americas, folded, that no English question uses.
_FOREIGN = frozenset(
    word_list(
        """
    der das den dem des ein eine einen einer und ist sind waren wurde wurden wie viele welche welcher welches wer wo
    warum wann nicht im zum zur von mit fur uber auf aus bei haben gibt es sich wird werden ich wir sie
    le les une du et est sont etait etaient ete dans pour avec sur par quel quelle quels quelles qui que quoi combien
    pourquoi quand comment ou aux ont ete il elle ils elles nous vous cette ces leur leurs pas
    el los las uno una y es son fue fueron era eran estaba estaban en por para con cual cuales quien quienes cuantos
    cuantas cuando donde como porque hay del al se su sus lo segun sobre
    gli uno di da nel nella nelle delle degli sono stato stati erano quanti quante quale quali chi perche quando dove
    come della dei alla che cosa sulla
    os um uma ao na nas pelo pela foi foram eram quantos quantas qual quais quem onde porque nao sao sobre dos das
    het een en zijn waren werd werden hoeveel welke wie waar waarom wanneer niet van voor met naar bij uit er hebben
    ile jaki jaka jakie ktory ktora ktore kto gdzie kiedy dlaczego nie jest sa byl byla bylo byly byli w z na do oraz
    och ar var hur manga vilka vilken vem nar varfor inte pa av till med det den som har
    og er hvor mange hvilke hvem hvorfor hvornar ikke til af pa pa det som har blev
    si este sunt cate cati care cine unde cand ce pentru din au fost la cu pe
    koliko koji koja koje tko gdje kada zasto nije su bio bila bili u na za od se
    kolik ktery ktera ktere kde kdy proc neni jsou byl byla byli pro od
    kuinka monta mika mitka kuka missa milloin miksi ei on ovat oli olivat ja
    hany milyen melyik ki hol mikor miert nem van voltak es az egy
    kac hangi kim nerede neden degil ve bir bu icin ile mi
        """
    )
) - (STOP | WEAK | COMMON)  # fmt: skip
_FEWEST = 2


def is_foreign(question: str, is_known: Callable[[str], bool]) -> bool:
    """Say whether most of a question is written in another language.

    Args:
        question: as asked.
        is_known: says of a folded word whether it belongs to a name of the corpus, which tells no language.

    Returns:
        ``True`` for another script, or where small words of other languages outnumber the English words; a few words
        without grammar, such as names, are never foreign.
    """
    letters = [character for character in question if character.isalpha()]
    latin = sum(unicodedata.name(character, "").startswith("LATIN") for character in letters)
    if letters and latin < len(letters) / 2:
        return True
    words = [word for word in tokens(question) if word.isalpha()]
    # A capital within the question may make a known name of an article: "El Roble". It counts for neither side.
    foreign = [word for word in words if word in _FOREIGN and not load_lexicon().holds(word)]
    english = [
        word
        for word in words
        if word not in foreign and (word in STOP or word in WEAK or word in COMMON or load_lexicon().holds(word))
    ]
    rest = [word for word in words if word not in foreign and word not in english and not is_known(word)]
    if len(foreign) < _FEWEST or len(foreign) <= len(english):
        return False
    return len(foreign) + len(rest) > max(_FEWEST, 2 * len(english))
