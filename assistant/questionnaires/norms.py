"""Norms: sentences that say what should, may or must be, told from statements of what is."""

from __future__ import annotations

import re

from assistant.question.terms import fold

# What is owed, allowed or forbidden, by whatever modal verb. "May have been" and "might be" are guesses, "must pass
# through" a constraint that a fact puts on people: only those with a passive or a negation are rules.
_MODAL = re.compile(
    r"\b(?:should|ought to|shall)\b"
    r"|\b(?:may|must|can) (?:not|never|only|at no time|in no case|under no circumstances)\b|\bcannot be (?:justified|"
    r"accepted|tolerated)\b"
    r"|\b(?:may|must) (?:(?:always|also|at least|in (?:all|any|every) cases?|at all times|then|therefore|however|"
    r"otherwise|thus|as a rule|generally|routinely|\w+ly) ){0,2}be\b"
    r"|\b(?:is|are) (?:not |never |only )?(?:to be|permissible|impermissible|admissible|inadmissible|unacceptable|"
    r"mandatory|obligatory)\b"
    r"|\b(?:needs?|has|have) to be \w+(?:ed|en|n)\b"
)
_ASKS = re.compile(
    r"\b(?:recommend(?:s|ed|ation)?|urges?|calls? (?:up)?on|invites?|requests?|asks?|demands?|encourages?|suggests?) "
    r"(?:that|the|to|for)\b|\b(?:deems|considers|holds) it (?:necessary|essential|imperative|advisable)\b|"
    r"\bit (?:is|would be) (?:necessary|essential|imperative|advisable|desirable|important) (?:that|to)\b"
)
_LAW = re.compile(
    r"\b(?:articles?|art\.|rules?|principles?|sections?|paragraphs?|guidelines?|§) ?\(?\d[\w.()]*[^.;]{0,60}"
    r"\b(?:provid|stipulat|requir|prohibit|forbid|oblig|guarant|permit|allow|say|stat|set|lay|prescrib|demand|protect)"
    r"\w*|"
    r"\b(?:under|according to|pursuant to|in accordance with|in line with|by virtue of|as required by|contrary to) "
    r"(?:the )?(?:\w+ ){0,3}(?:articles?|rules? \d|principles? \d|sections? \d|convention|covenant|constitution|"
    r"standards?|case[- ]law|basic law|act|code)\b|"
    r"\b(?:convention|covenant|constitution|act|law|code|statute|(?:international|european|minimum) (?:standards?|"
    r"rules)|courts?) (?:\w+ ){0,3}(?:provid|stipulat|requir|prohibit|forbid|oblig|guarant|permit|prescrib|demand|"
    r"held|rule[ds])\w*|"
    r"\b(?:serious|severe|grave|particularly intrusive) (?:interference|infringement|encroachment|violation)\b"
)


def is_norm(sentence: str, *, law: bool = True) -> bool:
    """Say whether a sentence states a rule, asks for something or quotes the law, in whole or in part.

    Such a sentence never decides whether something is so: a rule is written down because the opposite occurs.

    Args:
        sentence: a whole sentence or row.
        law: whether a quotation of the law counts as well; it is a fact where the question asks what the law says.
    """
    said = fold(sentence)
    return bool(_MODAL.search(said) or _ASKS.search(said) or (law and _LAW.search(said)))
