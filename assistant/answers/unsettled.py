"""Unsettled: what a question takes for done, and the documents only ask for, announce or name.

Reports open matters that they do not close: an inquiry begins, a board is asked to check, a case goes to court, an act
is named as authority. A question about how it ended finds all its words in the sentence that began it, and no answer.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answers.core import core_of, share_of
from assistant.answers.evidence import Evidence
from assistant.question.dates import MONTHS
from assistant.question.query import Query
from assistant.question.terms import STOP, WEAK, fold, tokens
from ingest.register.status import ACCEPTANCE, find_statuses

_SENTENCES = 12
_HALF = 0.5

_COURT = r"(?:courts?|tribunals?|judges?|magistrates?|coroners?|jur(?:y|ies)|prosecut(?:ors?|ions?))"
_INQUIRY = (
    r"(?:inquir(?:y|ies)|enquir(?:y|ies)|inquests?|investigat(?:ions?|ors?)|proceedings|trial|hearing|audit|autopsy|"
    r"post-mortem|expert opinion|habeas corpus|petitions?|"
    r"(?:inquiring|investigating) (?:officers?|judges?|magistrates?))"
)
_MATTER = rf"(?:{_COURT}|{_INQUIRY}|case|complaint|appeal|charges?|autopsy|post-mortem|lawsuit)"
_PAPERS = (
    r"(?:inquir\w+|enquir\w+|investigat\w+|deaths?|suicides?|died|dead|hanged|escapes?|fire|shooting|beatings?|assaults?|"
    r"incident|allegation|complaint|case)"
)
_DID = r"\b(?:did|has|have) (?:the )?"
_FEW_WORDS = r"(?:[\w'’-]+ ){0,4}?"
# How a case ended: "what was the verdict", "what sentence did he get", "did the court rule".
_VERDICT = re.compile(
    r"\b(?:verdict|ruling)\b|\bwhat sentence (?:did|was|has)\b|"
    rf"\bwhat (?:was|is) (?:the )?{_FEW_WORDS}(?:penalty|punishment)\b(?! (?:cell|block|unit|ward|wing))|"
    rf"\bwhat {_DID}[^?.,;]{{0,60}}\b{_COURT}\b[^?.,;]{{0,50}}? (?:decided?|ruled?|h[eo]ld|f[io]u?nd)\b|"
    rf"{_DID}[^?.,;]{{0,60}}\b{_COURT}\b[^?.,;]{{0,50}}? (?:decided?|ruled?)\b|"
    r"\bhow many (?:of )?[^?;]{3,80}? (?:prosecuted|convicted|charged|sentenced|acquitted|disciplined|dismissed|sacked|"
    r"punished|fined|indicted)\b|"
    r"^\W*(?:and |so )?(?:was|were|has|have|is|are) (?:the )?[^?;]{3,80}? (?:convicted|charged|sentenced|acquitted|"
    r"prosecuted|disciplined|dismissed|sacked|punished|fined|indicted|suspended from)\b"
)
# Words that say that a matter was dealt with, not which matter.
_PROCESS = re.compile(
    rf"(?:{_MATTER}|verdict|ruling|penalty|punishment|sentence|outcomes?|results?|conclu\w+|decid\w+|ruled?|found|"
    r"determin\w+|finish\w*|complet\w+|commission|end|came|became|one|two|three|himself|herself|themselves)"
)
_PUNISHED = re.compile(
    r"\b(?:charged|prosecuted|disciplin(?:ed|ary (?:penalty|sanction|fine|warning))|sacked|punished|indict(?:ed|ment)|"
    r"convict(?:ed|ion)|acquitt(?:ed|al)|sentenced|guilty|fined|a fine|dismissed|reprimand\w*|suspended|demoted|"
    r"imprisonment|(?:years|months) (?:in prison|suspended)|discontinued|dropped|upheld|overturned|quashed|annulled|"
    r"struck out|ruled|decided|held that|ordered|granted|refused|rejected|violation|compensation|damages)\b"
)
# A charge is no sentence.
_SENTENCE = re.compile(
    r"\bwhat (?:sentence|penalty|punishment|verdict)\b|\b(?:verdict|sentence|penalty)\b[^?]* (?:was|were)\b"
)
_SENTENCED = re.compile(
    r"\b(?:convict(?:ed|ion)|acquitt(?:ed|al)|sentenced|guilty|fined|a fine|dismissed|reprimand\w*|warn(?:ed|ing)|"
    r"suspended|demoted|imprisonment|(?:years|months) (?:in prison|suspended)|discontinued|dropped|"
    r"disciplinary (?:penalty|sanction|fine|warning)|not (?:yet )?(?:been )?(?:prosecuted|punished|charged))\b"
)
# What an inquiry or a check came to.
_OUTCOME = re.compile(
    rf"\b(?:outcome|results?|conclusions?) of (?:the |an? |this |that |these |its |their )?{_FEW_WORDS}{_MATTER}\b|"
    r"\bwith what (?:outcome|result|conclusion)s?\b|"
    rf"\bwhat (?:came|became|has come|has become) (?:out )?of (?:the |an? )?{_FEW_WORDS}{_INQUIRY}\b|"
    rf"\bwhat {_DID}{_FEW_WORDS}{_INQUIRY}(?: [^?.,;]{{0,40}}?)? (?:concluded?|f[io]u?nd|established?|shown?|said?)\b|"
    rf"\bwhat {_DID}[^?.,;]{{0,60}} (?:concluded?|ruled?|determined?)\b[^?]*\b{_PAPERS}\b|"
    rf"\bwhat {_DID}{_FEW_WORDS}{_COURT}\b[^?.,;]{{0,40}}? ma[dk]e of\b|"
    rf"\bhow {_DID}{_FEW_WORDS}{_MATTER}\b[^?]{{0,80}}? (?:end(?:ed)?|finish(?:ed)?|concluded?|turn(?:ed)? out)\b|"
    rf"{_DID}[^?.,;]{{0,60}} (?:finish|complete|conclude|close)d? (?:its|the|their|his|her|an?) "
    rf"{_FEW_WORDS}(?:check|review|{_INQUIRY})\b"
)
_ENDED = re.compile(
    rf"{_PUNISHED.pattern}|\b(?:ended|closed|concluded|completed|found (?:that|no|nothing|the|neither|him|her|them)|"
    r"established|confirmed|revealed|shows?|showed|no (?:evidence|case|charges)|caused by|died of|due to|filed|"
    r"(?:conclusion|outcome|result|finding)s? (?:was|were|is|are) (?!attached|enclosed|annexed|expected|awaited))\b"
)
# Replies that are taken to have come, and what tells of one.
_CAME = re.compile(
    r"\b(?:what|which|how many) (?:\w+ )?(?:repl(?:y|ies)|answers?|responses?|comments) (?:\w+ ){0,2}?"
    r"(?:came|arrived|(?:was|were|has been|have been) (?:received|sent|given)|reached|did)\b"
)
_REPLIED = re.compile(
    r"\b(?:repl(?:ied|y|ies)|answer(?:ed|s)?|respon(?:ded|se|ses)|wrote|writes|accept(?:ed|s)|reject(?:ed|s)|"
    r"informed us)\b"
)
# An end that is said whatever else the sentence looks ahead to.
_SETTLED = re.compile(
    r"\b(?:(?:was|were|been) (?:convicted|acquitted|sentenced|fined|disciplined|reprimanded|dismissed)|discontinued|"
    r"dropped|upheld|overturned|quashed|struck out|ruled that|held that|ended (?:in|with)|found (?:that|no|guilty))\b"
)
# A duty, a wish, a promise, or something that is not there yet.
_OPEN = re.compile(
    r"\b(?:should|shall|must|asks?|requests?|recommends?|requested to|asked to|is to|are to|to be|will|would|"
    r"not (?:yet )?(?:been )?(?:adopted|concluded|completed|decided|finished|reached|received|sent|replied|answered)|"
    r"not reached|pending|outstanding|awaited|awaits?|under way|ongoing|still (?:open|running)|"
    r"(?:is|are|was|were|lies|lie) (?:still |now )?(?:before|with) (?:the|a|an)|brought (?:the|a|her|his|their) case|"
    r"(?:has|have) (?:therefore )?informed|were opened|was opened|until (?:they|it|the))\b"
)

_UNDONE = re.compile(r"\b(?:not (?:yet )?(?:been )?|never |nobody (?:has|had) been )(?:\w+ed|adopted|heard|decided)\b")

_LAW_WORD = r"(?:law|act|code|decree|ordinance|regulations?|order|directive|constitution|statute|decision|instruction)"
_LAW = re.compile(
    rf"\bwhat (?:does|do|did) (?P<law>[^?;]*?\b{_LAW_WORD}\b[^?;]*?) "
    r"(?:says?|provides?|states?|stipulates?|prescribes?|lays? down|regulates?|requires?|contains?|allows?|permits?|"
    r"entitles?|empowers?|obliges?|gives?|lets?|forbids?|prohibits?|guarantees?)\b(?P<matter>[^?]*)"
)
_LAW_HOLDS = (
    r"(?:provides?|requires?|allows?|says|states|gives|obliges|permits|forbids|prohibits|entitles|lays down|sets|"
    r"limits|stipulates?|prescribes?|may|must|shall|grants?|guarantees|demands|makes|defines|empowers|has)\b"
)
_NUMBER = re.compile(r"\d+(?:[./]\d+)*")

_DEED = re.compile(
    r"^\W*(?:and |so |but )?(?:(?:(?:what|when|where|how|which [\w-]+) )?(?:did|has|have|had)|was|were) (?:the )?"
    r"(?![^?]*\b(?:recommend|ask|request|propos|want|urg|demand|should|requir|call|suggest|order|instruct|expect|told)\w*)"
    r"(?P<who>[\w’'-]+)"
)
_DUTY = re.compile(
    r"\b(?:asks?|requests?|requested|recommends?|urges?|invites?|calls? (?:up)?on|should|shall|must|is to|are to)\b"
)

# What is announced, and not done yet.
_AHEAD = re.compile(
    r"\b(?:expected|planned|scheduled|intended|foreseen|envisaged|due|hoped) to\b|\b(?:will|would|shall)\b|"
    r"\b(?:is|are) (?:planned|scheduled|foreseen|envisaged|under construction|being (?:built|planned|prepared))\b|"
    r"\b(?:intends?|plans?|promise[sd]?|hopes?|proposes?|undertakes?) to\b|\btarget(?: date)?:"
)
_HAPPENED = re.compile(
    r"^\W*(?:and |so |but )?(?:(?:when|where|how) )?(?:did|has|have|was|were) (?!anybody|anyone|somebody|you|we)"
    r"(?![^?]*\b(?:recommend|ask|propos|want|promis|plan|announc|say|said|state|expect|intend|agree|accept|reply|"
    r"respon|answer)\w*)"
)

# "The council requests the board to report": whom a duty is laid on stands behind the word for it.
_ASKED_TO = re.compile(
    r"\b(?:asks?|requests?|requested|urges?|invites?|calls? (?:up)?on) (?:the )?(?P<whom>[^,;:.]{3,60}?) to\b"
)


def lacks_end(query: Query, evidence: Sequence[Evidence]) -> bool:
    """Say whether a question takes for settled what no sentence found says the end of.

    Args:
        query: the question.
        evidence: sentences, best first.
    """
    return (
        _lacks_outcome(query, evidence)
        or _lacks_deed(query, evidence)
        or _lacks_law(query, evidence)
        or _is_ahead(query, evidence)
    )


def _lacks_outcome(query: Query, evidence: Sequence[Evidence]) -> bool:
    """How a case or an inquiry ended is asked for, and sentences on it tell only that it runs or is wanted."""
    asked = fold(query.text)
    verdict, came = bool(_VERDICT.search(asked)), bool(_CAME.search(asked))
    if not evidence or not (verdict or came or _OUTCOME.search(asked)):
        return False
    held = _SENTENCED if _SENTENCE.search(asked) else _PUNISHED if verdict else _REPLIED if came else _ENDED
    core = core_of(query)
    core = [need for need in core if not _PROCESS.fullmatch(need.label) and need.label not in MONTHS] or core
    court = re.compile(rf"\b{_COURT}\b" if re.search(rf"\bwhat {_DID}{_FEW_WORDS}{_COURT}\b", asked) else "")
    matter = re.compile(rf"\b{_MATTER}\b" if not verdict and re.search(rf"\b{_INQUIRY}\b", asked) else "")
    return not any(
        held.search(said) and court.search(said) and _is_over(said) and share_of(core, item) >= _HALF
        and matter.search(fold(str(item.hit.passage.text)))
        for item in evidence[:_SENTENCES]
        if (said := fold(item.text))
    )  # fmt: skip


def _is_over(said: str) -> bool:
    undone = _UNDONE.search(said) or _DUTY.search(said)
    return not _OPEN.search(said) or bool(_SETTLED.search(said) and not undone)


def _lacks_deed(query: Query, evidence: Sequence[Evidence]) -> bool:
    """What somebody did is asked for, and every sentence on it says only what they are asked to do."""
    deed = _DEED.search(fold(query.text))
    if deed is None:
        return False
    asked, core = set(tokens(query.text)), core_of(query)
    told = [item for item in evidence[:_SENTENCES] if core and share_of(core, item) >= _HALF]
    duties = [_DUTY.search(fold(item.text)) for item in told]
    if not all(duties) or any(find_statuses(item.text) for item in told):
        return False
    texts = [fold(item.text) for item in told]
    who = [text[: duty.start()] for text, duty in zip(texts, duties, strict=True) if duty]
    who += [match["whom"] for text in texts if (match := _ASKED_TO.search(text))]
    subjects = [{word for word in tokens(text) if word not in STOP | WEAK and word.isalpha()} for text in who]
    return any(deed["who"] in words and words <= asked for words in subjects)


def _is_ahead(query: Query, evidence: Sequence[Evidence]) -> bool:
    """What has happened is asked for, and every sentence on it only announces it."""
    if not _HAPPENED.search(fold(query.text)):
        return False
    core = core_of(query)
    told = [fold(item.text) for item in evidence[:_SENTENCES] if core and share_of(core, item) > _HALF]
    done = ({status for _, _, status in find_statuses(text)} - ACCEPTANCE for text in told)
    return bool(told) and all(_AHEAD.search(text) and not found for text, found in zip(told, done, strict=True))


def _lacks_law(query: Query, evidence: Sequence[Evidence]) -> bool:
    """What a law says is asked for, and sentences only name it, as authority or for something else."""
    match = _LAW.search(fold(query.text))
    if match is None or query.references:
        return False
    numbers = set(_NUMBER.findall(match["law"]))
    if not numbers:
        return False
    about = {word for word in tokens(match["matter"]) if word not in STOP and word not in WEAK}
    needs = [need for need in query.needs if set(need.label.split()) & about]
    for item in evidence:
        said = fold(item.text)
        around = fold(f"{item.hit.document.metadata.title or ''} {item.hit.passage.text}")
        if not numbers & set(_NUMBER.findall(said)) or not numbers <= set(_NUMBER.findall(around)):
            continue
        last = max((said.rfind(number) for number in numbers), default=-1)
        holds = re.search(_LAW_HOLDS, said[max(last, 0) :]) is not None
        if holds and share_of(needs, item) > _HALF:
            return False
    return True
