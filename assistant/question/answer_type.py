"""What a question asks for by kind, a sum of money, a depth, a reason, and whether a sentence states one."""

from __future__ import annotations

import re

from assistant.question.terms import fold

_NUMBER = (
    r"(?:\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|"
    r"sixteen|seventeen|eighteen|nineteen|twenty|"
    r"thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|none|nobody|no one|"
    r"half|once|twice|nil|zero)\b)"
)
_START = r"^(?:(?:and|so|but|then|or|ok|also),? )*"
# A sum: the word "cost" alone states none.
_SUM = (
    r"[€$£¥]|\d[\d.,]* ?(?:million |billion |thousand )?(?:eur|usd|gbp|chf|euros?|dollars?|pounds?|pence|cents?|"
    r"francs?|crowns?|kroner|kronor|rupees?|rand|zloty|roubles?|leva|lei|pesos?|soles?)\b|"
    r"\b(?:eur|usd|gbp|chf|rs\.?) ?\d|"
    r"\b(?:free of charge|for free|is free|are free|no charge|without charge|at no cost|free for)\b|\bmillion\b|"
    r"\d[\d.,]* (?:an|a|per) (?:hour|day|week|month|year|minute|call)\b"
)
# Pairs of what is asked and what a sentence must hold to answer it.
_KINDS = tuple(
    (re.compile(asked), re.compile(held))
    for asked, held in (
        (
            r"\bhow much (?:does|do|did|is|are|was|were|would|will)\b.{0,60}"
            r"\b(?:costs?|paid|pay|spen[dt]|earn\w*|charged?|receive)\b|"
            r"\bwhat (?:is|was|were|are) (?:the )?(?:\w+ ){0,2}(?:budget|costs?|expenditure|salary|wages?) "
            r"(?:of|for|at|in)\b|"
            r"\bhow much (?:money|pay|wages?)\b|\bwhat (?:does|do|did|will|would)\b.{0,60}\b(?:cost|pay|earn|charge)\b|"
            r"\b(?:price|salary|wages?|fee) (?:of|for|at|in)\b|\bhow expensive\b",
            _SUM,
        ),
        (r"\bhow deep\b|\bwhat depth\b", r"\b(?:deep|depth|draught|shallow)\b"),
        (r"\bhow (?:tall|high)\b|\bwhat height\b", r"\b(?:high|tall|height|storeys?|stories|above)\b"),
        (r"\bhow (?:wide|broad)\b|\bwhat width\b", r"\b(?:wide|width|broad|beam|narrow|by \d|x \d|× ?\d)"),
        (
            r"\bhow heavy\b|\bwhat (?:is|does) .{0,40}\bweigh(?:t|s)?\b",
            r"\b(?:kg|kilos?|kilograms?|weigh\w*|tonnes?|grams?|g)\b",
        ),
        (r"\bhow loud\b|\bnoise level\b", r"\bdb\b|decibel|\bnois|\bloud|\bquiet"),
        (r"\bhow (?:hot|cold|warm)\b|\btemperature", r"\bdegrees?\b|°|\btemperature|\b(?:hot|cold|warm)\b"),
        (
            rf"{_START}why\b|\bfor what reason\b|\bwhat (?:has |have |had )?caused\b|"
            r"\bwhat (?:is|was|were|are) the causes? of\b|"
            r"\bhow (?:did|do|does|has|have) [^?.,;]{3,60}? (?:justif(?:y|ied)|explain(?:ed)?)\b",
            r"\b(?:because|since|due to|owing to|reasons?|grounds?|as a result|citing|for want of|for lack of|"
            r"in order to|so that|therefore|thus|caus\w+|so as to|"
            r"to (?:avoid|prevent|protect|ensure|save|keep|stop|allow|make|reduce)|lack\w*|shortages?|cannot|could not|"
            r"not enough|no longer|too (?:few|many|little|small)|unless|without|must be able|needs?|explain\w*|"
            r"said that|told (?:us|the)|means that|only one|no other|if|when|as (?:there|the|it|they))\b",
        ),
    )
)  # fmt: skip
_CAUSE = re.compile(r"\bwhat (?:has |have |had )?caused\b|\bwhat (?:is|was|were|are) the causes? of\b")
_REASON = re.compile(rf"{_START}why\b|\bfor what reasons?\b")
_MONTH = r"january|february|march|april|may|june|july|august|september|october|november|december"
# A day is asked for: most sentences of a report hold some date, so it must stand with what is asked.
_DAY = re.compile(r"\b(?:which|what|exact) (?:day|date)\b(?! of the week)")
_DATED = re.compile(
    rf"\b\d{{1,2}}(?:st|nd|rd|th)? (?:of )?(?:{_MONTH})\b|\b(?:{_MONTH}) (?:\d{{1,2}}\b|(?:19|20)\d\d)|"
    r"\b\d{1,2}[./]\d{1,2}[./](?:\d\d){1,2}\b|\b(?:19|20)\d\d-\d\d-\d\d\b|\[date in|"
    r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)days?\b"
)
_HOW_MANY = re.compile(
    r"\bhow many (?:[\w-]+ ){1,3}?(?:(?:have|has|had|were|was|are|is|been|being|did|do) )*"
    r"(?P<verb>[a-z]{3,}ed|died|hanged|hung|hurt|shot|beaten|escaped|fled|born|caught|drowned|stolen|burnt)\b"
)
# What is counted, as far as the verb: "how many smoke detectors were tested".
_HOW_MANY_OF = re.compile(
    r"\bhow many (?:(?:more|fewer|other|further) )?(?P<thing>(?:(?!of\b|were\b|was\b|are\b|is\b|did\b)[\w-]+ ){1,4}?)"
    r"(?:were|was|are|is|have|has|had|did|do|does|took)\b"
)
# Verbs that say nothing without their object: "ended their own life".
_LIGHT = frozenset(["ended", "used", "placed", "received", "reported", "recorded", "carried", "needed", "asked"])
_NUMBERED = re.compile(_NUMBER)
# Numbers that count nothing: of years, rules and paragraphs.
_LABELLED = re.compile(
    r"\b(?:in |of |since )?(?:19|20)\d\d\b|\b(?:recommendations?|rules?|articles?|art\.?|para(?:graph)?s?\.?|sections?|"
    r"chapters?|table|figure|no\.?|nos\.?|deficiency|finding|concern|regulations?) [a-z]?\d+(?:[.\d]*)\b|"
    rf"\b\d{{1,2}}(?:st|nd|rd|th)? (?:of )?(?:{_MONTH})\b"
)


def states(question: str, sentence: str) -> bool:
    """Say whether a sentence holds what a question asks for by kind; true where it asks for nothing of the kind."""
    asked, said = fold(question).strip(), fold(sentence)
    return all(held.search(said) for wanted, held in _KINDS if wanted.search(asked))


def asks_kind(question: str) -> bool:
    """Say whether a question asks for something that has a form: a sum, a depth, a reason."""
    asked = fold(question).strip()
    return any(wanted.search(asked) for wanted, _ in _KINDS)


def asks_cause(question: str) -> bool:
    """Say whether a question asks what caused a thing."""
    return bool(_CAUSE.search(fold(question)))


def asks_reason(question: str) -> bool:
    """Say whether a question asks why."""
    return bool(_REASON.search(fold(question).strip()))


def asks_day(question: str) -> bool:
    """Say whether a question asks for a day."""
    return bool(_DAY.search(fold(question)))


def holds_day(sentence: str) -> bool:
    """Say whether a sentence holds a date or names a day of the week."""
    return bool(_DATED.search(fold(sentence)))


def counted_act(question: str) -> str | None:
    """Return what was done to those whom a question counts: "died" of "how many patients died?"."""
    match = _HOW_MANY.search(fold(question))
    return match["verb"] if match and match["verb"] not in _LIGHT else None


def counted_thing(question: str) -> str:
    """Return what a question counts: "smoke detectors" of "how many smoke detectors were tested?"; empty if nothing."""
    match = _HOW_MANY_OF.search(fold(question))
    return match["thing"].strip() if match else ""


def holds_number(sentence: str) -> bool:
    """Say whether a sentence holds a number that counts something, in figures or in words."""
    return bool(_NUMBERED.search(_LABELLED.sub(" ", fold(sentence))))
