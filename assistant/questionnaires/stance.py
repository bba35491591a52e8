"""Stance: whether a sentence says that what was asked about is so, is not so, or should be so."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import StrEnum

from assistant.question.terms import content_words, fold, stem, tokens
from assistant.questionnaires.aspects import Aspect
from assistant.questionnaires.norms import is_norm


class Stance(StrEnum):
    """What a sentence says to a question."""

    FOR = "for"
    AGAINST = "against"
    ASKED_FOR = "asked for"
    """A recommendation: where it had to be made, it was not so."""
    SILENT = "silent"


_DUTY = re.compile(
    r"\b(?:should|must|shall|recommends?|recommended|is to be|are to be|ought to|need to be|needs to)\b"
    r"|^(?:to the [\w ]{3,60}: ?)?(?:\d+\. )?(?:to (?:ensure|open|put|stop|end|provide|define|remove|give|introduce|"
    r"establish|make|take|adopt|keep)|ensure|establish|introduce|provide|stop|end|cease|commission|conduct|give|use|"
    r"fund|make|publish|review|adopt|keep|repair|draw up|put)\b"
)
_LABEL = re.compile(
    r"^(?:(?:recommendation|rec|ask|proposal|request|r|action)\.? ?\d*[^:.]{0,40}[:.)]\s*)|^\(\w{1,4}\)\s*|"
    r"^\d{1,3}[.)]\s*"
)
_NEGATIVE = re.compile(
    r"\b(?:not|no|nor|never|none|nobody|nothing|without|neither|cannot|lack(?:s|ed|ing)?|absence|fail(?:s|ed|ure)?|"
    r"refus(?:ed|al)|denied|rejected|missing|insufficient|inadequate|unable|impossible|only|late|delay(?:s|ed)?|"
    r"overdue|deficienc(?:y|ies)|hardly|rarely|seldom|broken|contrary|breach(?:ed)?|violat\w+)\b|n['’]t\b"
)
_LAW = re.compile(
    r"\b(?:art(?:icle)?s?\.? ?\d|rules? \d|convention|covenant|standards?)\b.{0,90}"
    r"\b(?:guarantee|require|forbid|prohibit|oblige|call|demand|protect|know|follow|cover|ask)\w*|\bfollows from art"
    r"|\bcourt (?:of human rights )?has (?:held|ruled|found)\b"
)
# A question about the law itself is answered by what the law says, unless that is only what it should say.
_RULES_ASKED = re.compile(
    r"\b(?:laws?|legal|legally|legislation|regulations?|statutes?|codes?|constitution|polic(?:y|ies)|"
    r"rules|entitled|rights?|permitted|allowed|required|obliged)\b"
)
_BAN_ASKED = re.compile(r"\b(?:prohibit|forbid|forbidden|ban|banned|abolish|outlaw|excluded?)\w*")
_BAN_SAID = re.compile(
    r"\b(?:prohibit|forbid|forbade|forbidden|ban(?:s|ned)?|abolish|outlaw|no longer|ceased|ended)\w*"
)
_LESS_ASKED = re.compile(r"\b(?:decreas|reduc|fall|fallen|declin|drop|fewer|lower)\w*")
_MORE_ASKED = re.compile(r"\b(?:increas|risen|rise|grow|grown|more often)\w*")
_LESS = re.compile(
    r"\b(?:fell|fallen|falling|decreas\w+|reduc\w+|declin\w+|dropped|down (?:from|to)|fewer|halved|"
    r"less (?:often |frequently )?than)\b"
)
_MORE = re.compile(
    r"\b(?:rose|risen|rising|increas\w+|grew|grown|up from|more than (?:in|the)|doubled|compared with)\b"
)
_RECOMMENDATIONS = re.compile(
    r"\brecommendations\b.*\b(?:implement|carried out|fulfil|complied|put into|followed|achiev)"
)
_COUNT = r"(?:\d+|none|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|all|half|most)"
_TALLY = re.compile(
    rf"\b{_COUNT} of (?:(?:our|the|its|these|those|all|\d+|{_COUNT}) )+(?:[\w-]+ )?recommendations\b|"
    rf"\brecommendations\b[^.;]{{0,30}}\b{_COUNT} (?:have|had|has|were|was|are|is) (?:been )?(?:fully |partly )?"
    r"(?:implemented|achieved|accepted|fulfilled|carried out)"
)
_CLAUSES = re.compile(
    r"[,;:|()–—]|\b(?:but|while|whereas|although|though|because|since|who|whose|which|where|save|except|apart from|"
    r"so that|and (?:that|those|the|a|an|in|of|for|he|she|they|it))\b"
)
# Nearly all that the question names: only then an affirmative sentence without an aspect answers it.
_WHOLE = 0.75
_MORE_THAN_HALF = 0.6
_STOP = re.compile(r"^(?:(?:[\w'’ -]{3,60} )?(?:should|must|shall) )?(?:stop|end|cease|abolish|withdraw|discontinue)\b")
# "In 12 of 70 reviews": so in part, whatever the share.
_SHARE = re.compile(
    r"\b\d[\d,]* (?:of|out of) (?:(?:the|these|those|all) )?(?:\d|incidents|cases|them)|"
    r"\b(?!100)\d{1,3} ?(?:%|per cent) of\b"
)
# "There was no decision that they should be locked in" tells what is.
_LACK = re.compile(r"^(?:[\w ,]{0,40}, )?there (?:is|are|was|were|has been|have been|had been) (?:no|not|neither)\b")
# "A nurse should come; this happened in 52 of 73 cases" tells what is, beside what should be.
_HAPPENED = re.compile(
    rf"\b(?:happened|occurred|(?:was|had been) (?:done|so|the case|observed|respected)) in [^.;]*(?:{_SHARE.pattern})"
)
_OPEN = re.compile(
    r"\b(?:in progress|partly|partially|some|sometimes|usually|often|most|not always|not all|not every)\b"
)


def stance(
    question: str, sentence: str, aspects: Sequence[Aspect], *, own: float, near: bool, recommends: bool = False
) -> Stance:
    """Judge one sentence.

    Args:
        question: written out.
        sentence: an exact piece of a passage.
        aspects: of the question; only those whose matter the sentence shares.
        own: share of the question's matter that the sentence itself meets.
        near: whether it meets enough to be about the same; a sentence that is only on the topic says nothing by being
            affirmative.
        recommends: whether it stands in a recommendation.
    """
    asked, said = fold(question), fold(sentence).strip()
    aspects = [one for one in aspects if not one.finds_only]
    trend = _trend(asked, said)
    if _is_trend(asked):
        return trend if trend is not None and near else Stance.SILENT
    unmet = any(one.unmet.search(said) for one in aspects)
    met = any(one.met.search(said) for one in aspects)
    acts = any(one.own_act for one in aspects)
    # A law says what should be; only what is said against it in the same breath is a finding.
    if _LAW.search(said) and not acts and not (unmet and _NEGATIVE.search(_LAW.sub(" ", said))):
        return Stance.SILENT
    if acts:
        return Stance.FOR if met else Stance.AGAINST if unmet else Stance.SILENT
    asks_reply = any(one.name.startswith("replies") for one in aspects)
    if near and _HAPPENED.search(said):
        return Stance.FOR
    if not asks_reply and (recommends or _is_duty(said)):
        if _STOP.search(_LABEL.sub("", said)) and not _BAN_ASKED.search(asked):
            # What is to stop is not said to go on; of a neutral question it is only the topic.
            return Stance.ASKED_FOR if unmet else Stance.SILENT
        return _of_duty(said) if near or met or unmet else Stance.SILENT
    if not asks_reply and " | " not in said and not _LACK.match(said) and is_norm(said, law=not _asks_rules(asked)):
        return Stance.SILENT
    if unmet and (not met or _NEGATIVE.search(said)):
        return Stance.AGAINST
    if met:
        return Stance.FOR
    negative = _denies(asked, said)
    if near and not aspects and _SHARE.search(said) and not negative:
        return Stance.FOR
    if not near or (aspects and own < _WHOLE):
        return Stance.SILENT
    if _BAN_ASKED.search(asked):
        banned = bool(_BAN_SAID.search(said)) and not negative
        return Stance.FOR if banned else Stance.AGAINST
    if negative:
        return Stance.AGAINST if own >= _MORE_THAN_HALF else Stance.SILENT
    return Stance.FOR if own >= _WHOLE and not aspects else Stance.SILENT


def _denies(asked: str, said: str) -> bool:
    """Say whether what is denied is the matter of the question: "those who cannot read" says nothing of telephones.

    The clauses that deny must hold a third of the question's words that the sentence has, of a row half.
    """
    if _LACK.match(said):
        return True
    wanted = {stem(word) for word in content_words(asked)}
    clauses = [(clause, wanted & {stem(word) for word in tokens(clause)}) for clause in _CLAUSES.split(said)]
    shared = set().union(*(met for _, met in clauses))
    denied = set().union(*(met for clause, met in clauses if _NEGATIVE.search(clause)))
    # The cells of a row are further from each other than the clauses of a sentence.
    least = 2 if " | " in said else 3
    return len(denied) * least >= len(shared) and any(_NEGATIVE.search(clause) for clause, _ in clauses)


def bans(text: str) -> bool:
    """Say whether words forbid something, however they put it."""
    return bool(_BAN_SAID.search(fold(text)))


def tallies(question: str, sentence: str) -> bool:
    """Say whether a question asks what became of recommendations, and a sentence tells how many were done."""
    return bool(_RECOMMENDATIONS.search(fold(question)) and _TALLY.search(fold(sentence)))


def _asks_rules(asked: str) -> bool:
    return bool(_RULES_ASKED.search(asked) or _BAN_ASKED.search(asked))


def _is_duty(said: str) -> bool:
    if _LACK.match(said):
        return False
    cells = [_LABEL.sub("", cell.strip()) for cell in said.split(" | ")]
    if len(cells) > 1:
        return any(_DUTY.search(cell) for cell in cells if len(cell.split()) > 3)
    return bool(_DUTY.search(cells[0]))


def _of_duty(said: str) -> Stance:
    """Judge a recommendation; in a table of replies it stands beside what became of it."""
    if " | " in said and re.search(
        r"not (?:yet )?(?:implemented|supported|achieved|realised|complied|fulfilled|taken into)|rejected|unfulfilled|"
        r"\| (?:pending|no action)\b",
        said,
    ):
        return Stance.AGAINST
    if " | " in said and re.search(r"(?<!not )(?<!partly )(?:fully )?(?:implemented|achieved|completed)\b", said):
        return Stance.FOR
    return Stance.ASKED_FOR


def is_partial(sentence: str) -> bool:
    """Say whether a sentence itself says that it is so in part."""
    said = fold(sentence)
    return bool(_OPEN.search(said) or _SHARE.search(said))


def tells_trend(text: str) -> bool:
    """Say whether words tell a rise or a fall, however they put it."""
    said = fold(text)
    return any(one.search(said) for one in (_LESS, _MORE, _LESS_ASKED, _MORE_ASKED))


def tells_share(sentence: str) -> bool:
    """Say whether a sentence counts in how many cases of how many it is so."""
    return bool(_SHARE.search(fold(sentence)))


def _is_trend(asked: str) -> bool:
    return bool(_LESS_ASKED.search(asked)) != bool(_MORE_ASKED.search(asked))


def _trend(asked: str, said: str) -> Stance | None:
    less, more = bool(_LESS_ASKED.search(asked)), bool(_MORE_ASKED.search(asked))
    if less == more:
        return None
    if " | " in said:
        figures = [int(one.replace(",", "")) for one in re.findall(r"(?<=\| )\d[\d,]*(?= \||$)", said)]
        if len(figures) < 2 or figures[0] == figures[-1]:
            return None
        return Stance.FOR if (figures[-1] < figures[0]) == less else Stance.AGAINST
    if bool(_LESS.search(said)) == bool(_MORE.search(said)):
        return None
    return Stance.FOR if bool(_LESS.search(said)) == less else Stance.AGAINST
