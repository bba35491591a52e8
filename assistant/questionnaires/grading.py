"""Grading: yes, partial or no, from what the evidence says; nothing where it does not say."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence

from assistant.comparing.standing import Outcome
from assistant.question.needs import Need, stemmed
from assistant.question.terms import content_words, fold, stem
from assistant.questionnaires.linked import Fate
from assistant.questionnaires.matter import matter_of
from assistant.questionnaires.personal import is_personal
from assistant.questionnaires.practice import Finding, Practice
from assistant.questionnaires.stance import Stance, is_partial, tallies, tells_share

_COUNTED = {1: "one place", 2: "two places"}


_UNIVERSAL = re.compile(r"\b(?:all|every|each|any)\b")
_ALWAYS = re.compile(r"\b(?:always|never|without exception|at all times)\b")
_ANY_EVENT = re.compile(r"^(?:has|have|had|did)\b.*\b(?:any|ever|an?)\b")
_WEIGHTY = 0.6
# So much nearer to the matter is a sentence that does not say, that those which speak are of another one.
_NEARER = 1.25
# Log odds: below them the model that reads both takes a sentence for no answer.
_DOUBTED = -1.0
_RECOMMENDATION = re.compile(r"\brecommendations?\b")
_REPLY = re.compile(r"\b(?:accept|reject|implement|achiev|complet|fulfil|carried out|put into practice)\w*")
_DONE_ASKED = re.compile(r"\b(?:implement|achiev|complet|fulfil|carried out|put into practice)\w*")
_PARTLY = re.compile(
    r"\b(?:part|partly|partial|partially|in principle|in progress|under way|ongoing|"
    r"not (?:all|every|fully|yet fully))\b"
    r"|\bof (?:the |these |those |all )?\d[\d,]* [^.;]{3,80}, (?:\d[\d,]*|[a-z-]+) (?:have|has|had|were|was|are|is)\b"
)
_ACCEPTED = re.compile(r"\b(?:accept(?:s|ed)?|agree[sd]?|support(?:s|ed)?)\b")
_REJECTED = re.compile(
    r"\b(?:reject(?:s|ed)?|refus(?:es|ed)|declin(?:es|ed))\b|"
    r"\b(?:not|never|nor|neither)\b[^.;|]{0,30}\b(?:accept|agree|support)\w*"
)
_DONE = re.compile(r"\b(?:implemented|achieved|completed|fulfilled|carried out|put into practice)\b")
_NOT_DONE = re.compile(rf"\b(?:not|never|nor|neither|no)\b[^.;|]{{0,30}}{_DONE.pattern}")
_ENDS = re.compile(
    r"\b(?:prohibit|forbid|forbidden|ban|banned|abolish|outlaw|abandon|ceas|stop|discontinu|withdraw|"
    r"withdrawn|remov|no longer|put an end|refrain)(?:s|ed|ing|e|es|ped|ping|n)?\b"
    # "With start, end and reason": what is written down, and nothing to be ended.
    r"|(?<!the )(?<!, )(?<!start and )(?<!beginning and )\bend(?:s|ed|ing)?\b(?![,.]| date| time)"
)
_ANSWERED = {"accepted": "yes", "partly accepted": "partial", "accepted in principle": "partial", "rejected": "no"}
_VERDICTS = {Outcome.ACHIEVED: "yes", Outcome.PARTLY: "partial", Outcome.NOT_ACHIEVED: "no"}
_HAZARD = re.compile(
    r"\bheld (?:together )?with\b|\b(?:beat|ill-?treat|tortur|overcrowd|shackl|handcuff|deni|refus|repris|solitary|"
    r"segregat|isolat|seclu|corporal|violen|abus|suicid|self-harm|punish|force(?!s\b)|threat|delay)\w*"
)
# What is asked is whether a safeguard stands beside the hazard.
_SAFEGUARD = re.compile(
    r"\b(?:reasons?|decisions?|regist\w+|record\w*|review\w*|filmed|document\w*|nurses?|doctors?|physicians?|limits?|"
    r"supervis\w+|trained|inform\w*|told|appeal\w*|lawyers?|identification)\b"
)
# Of two demands in one, partly achieved, one may be met in full.
_DOUBLE = re.compile(r"\band (?:that|to|ensure|also)\b|;")
_AGAIN = re.compile(r"\b(?:reiterat\w+|repeats?|repeated|renews?|renewed)\b[^.;]{0,40}\brecommend")
_MET = 0.5
_MOSTLY = 0.75
# Of a question on a recommendation these name no matter.
_EMPTY = frozenset(
    {
        "recommendation",
        "recommendations",
        "authorities",
        "authority",
        "npm",
        "mechanism",
        "beyond",
        "yes",
        "no",
        "partial",
        "partially",
        "fully",
        "partly",
        "response",
        "reply",
    }
)


def grade(
    text: str, practice: Practice, fates: Sequence[Fate] = (), *, denied: bool = False, bound: bool = False
) -> tuple[str | None, str]:
    """Grade what was found.

    Args:
        text: the question, written out.
        practice: what was found on its matter.
        fates: what became of the recommendations among it.
        denied: whether a statement denies it; then one place where it is so is enough.
        bound: whether it names a place, so that "every" does not mean every place.

    Returns:
        ``yes``, ``partial``, ``no`` or ``None``, and the rule behind it, for the person who decides.
    """
    asked = fold(text)
    held = [one for one in (*practice.findings, *practice.beside) if not _is_of_one(one.evidence.text)]
    if _REPLY.search(asked) and _RECOMMENDATION.search(asked):
        # What a visit has found of the very recommendation outweighs what is said of it in words.
        done = _DONE_ASKED.search(asked)
        found = _of_fates(asked, practice, fates, bound=bound) if done else _of_claims(asked, practice, fates)
        return found if found is not None and found[0] is not None else _of_replies(asked, held)
    read = {one.evidence.text: one.read for one in practice.likely if one.read is not None}
    if practice.missing and not any(one.speaks or _answers(one, read) for one in held):
        return None, f"nothing speaks of {practice.missing[0]}"
    if fates and not denied and (decided := _of_fates(asked, practice, fates, bound=bound)) is not None:
        return decided
    # Where the model has read the likeliest, what it has not read is further off.
    unread = -math.inf if read else 0.0
    best = max((one.worth for one in held if one.stance is not Stance.SILENT), default=0.0)
    speaking = [one for one in held if one.worth >= _WEIGHTY * best]
    good = [one for one in speaking if one.stance is Stance.FOR]
    bad = [one for one in speaking if one.stance is Stance.AGAINST]
    wanted = [one for one in speaking if one.stance is Stance.ASKED_FOR]
    nearest = max((one.worth for one in held if one.stance is Stance.SILENT), default=0.0)
    if nearest > _NEARER * max(best, 0.01) and (good or bad):
        return None, "what is nearest to the matter does not say"
    if _ALWAYS.search(asked) and bad:
        return "no", f"not so in {_places(len(bad))}: not always"
    whole = bool(_UNIVERSAL.search(asked))
    sides = [max((read.get(one.evidence.text, unread) for one in side), default=0.0) for side in (good, bad)]
    if good and bad and min(sides) < _DOUBTED:
        return None, f"so in {_places(len(good))}, not so in {_places(len(bad))}, one of which may be on another matter"
    if good and bad:
        return "partial", f"so in {_places(len(good))}, not so in {_places(len(bad))}"
    limited = [one for one in good if is_partial(one.evidence.text) or _PARTLY.search(fold(one.evidence.text))]
    if good and len(limited) == len(good):
        return "partial", "the evidence itself limits it"
    if good and wanted and not denied:
        # What is asked for is no finding that it is not so; nor does what is so elsewhere settle the matter.
        return None, f"so in {_places(len(good))}, asked for in {_places(len(wanted))}"
    hazard = _HAZARD.search(asked) and not _ENDS.search(asked) and not _SAFEGUARD.search(asked)
    if hazard and any(one.speaks for one in (*good, *bad)):
        # Of a hazard, what is good in a place answers "no": which way the evidence looks is for a person to say.
        return None, "evidence on a hazard; which way it answers is not certain"
    if any(_PARTLY.search(fold(one.evidence.text)) for one in limited):
        return None, f"so in {_places(len(good))}, in some of them only in part"
    if good and whole:
        return None, f"so in {_places(len(good))}; whether in all is not certain"
    if good:
        return "yes", f"so in {_places(len(good))}; nothing found against it"
    if bad and _ANY_EVENT.search(asked):
        # That one thing did not happen says nothing of all the others.
        return None, f"not so in {_places(len(bad))}, which does not rule out others"
    if bad and all(tells_share(one.evidence.text) for one in bad):
        return "partial", "the evidence itself limits it"
    if len(bad) == 1 and read.get(bad[0].evidence.text, unread) < _DOUBTED:
        return None, "one sentence speaks against it, which may be on another matter"
    if bad:
        return "no", f"not so in {_places(len(bad))}; nothing found for it"
    if wanted:
        return None, f"asked for in {_places(len(wanted))}; nothing found that it is so or not"
    return None, "evidence on the matter, none that decides it"


def _answers(one: Finding, read: Mapping[str, float]) -> bool:
    """Say whether a finding says which way, and the model that reads it with the question takes it for an answer."""
    return one.stance in (Stance.FOR, Stance.AGAINST) and read.get(one.evidence.text, -math.inf) >= 0.0


def _is_of_one(text: str) -> bool:
    """Say whether a sentence tells of one person; a row of a table does not by naming one beside its figures."""
    cells = [cell for cell in text.split(" | ") if len(cell.split()) > 1] or [text]
    return all(map(is_personal, cells))


def _of_fates(asked: str, practice: Practice, fates: Sequence[Fate], *, bound: bool) -> tuple[str | None, str] | None:
    """Grade by what became of what was recommended on the very matter; ``None`` where none was."""
    on_topic = _on_topic(practice, fates)
    if not on_topic:
        return None
    # "Is it done?" of what was to end: a verdict on the ending does not say which way the question looks.
    if any(_ENDS.search(fold(str(fate.entry.text))) for fate in on_topic) and not _ENDS.search(asked):
        return None, "a recommendation to end it, with its follow-up, is cited"
    verdicts = {fate.verified for fate in on_topic if fate.verified is not None}
    given = {_VERDICTS[one] for one in verdicts if one in _VERDICTS}
    if len(given) == 1 and len(verdicts) == 1:
        if given == {"yes"} and any(_AGAIN.search(fold(one.evidence.text)) for one in practice.likely):
            return None, "a later visit found it achieved, and it was asked for again"
        double = any(_DOUBLE.search(fold(str(one.entry.text))) for one in on_topic)
        if given == {"yes"} and _UNIVERSAL.search(asked) and not bound:
            return None, "achieved in one place, as a later visit found; whether in all is not certain"
        if given != {"partial"} or not double:
            return given.pop(), "as a later visit found of what was recommended"
    if len(given) > 1:
        return "partial", "later visits found one recommendation on it achieved and another not"
    if verdicts:
        return None, "the verdicts of later visits do not decide it"
    claimed = {fate.claimed for fate in on_topic if fate.claimed}
    if claimed == {"rejected"}:
        return "no", "the authority has rejected what was recommended"
    if claimed - {"no reply", "no information"}:
        return None, "the authority has answered; no later visit has verified it"
    return None


def _of_claims(asked: str, practice: Practice, fates: Sequence[Fate]) -> tuple[str | None, str] | None:
    """Grade whether it was accepted by what the authority answered to the recommendation on the very matter."""
    claimed = {fate.claimed for fate in _on_topic(practice, fates)}
    if len(claimed) != 1 or not _ACCEPTED.search(asked) or _REJECTED.search(asked):
        return None
    given = _ANSWERED.get(claimed.pop() or "")
    return (given, "as the authority answered to it") if given else None


def _on_topic(practice: Practice, fates: Sequence[Fate]) -> list[Fate]:
    """Keep what became of recommendations on the very matter."""
    if not fates:
        return []
    matter = [need for need in matter_of(practice.query) if not need.name]
    return [fate for fate in fates if _speaks_of(matter, str(fate.entry.text))]


def _speaks_of(matter: Sequence[Need], text: str) -> bool:
    words = stemmed(text)
    total = sum(need.weight for need in matter)
    met = sum(need.weight * (need.met_by(words.stems, words.present) >= _MET) for need in matter)
    return bool(total) and met >= _MOSTLY * total


def _of_replies(asked: str, held: Sequence[Finding]) -> tuple[str | None, str]:
    """Grade what became of a recommendation: only by evidence on that matter, of one document, of one status."""
    whole = [one for one in held if tallies(asked, one.evidence.text)]
    if whole and _PARTLY.search(fold(whole[0].evidence.text)):
        return "partial", "so counted by a later visit"
    topic = {stem(word) for word in content_words(_REPLY.sub(" ", asked)) if word not in _EMPTY}
    on_topic = [one for one in held if topic and topic <= _words(one)]
    done = bool(_DONE_ASKED.search(asked))
    told = [(one, _status(fold(one.evidence.text), done=done)) for one in on_topic]
    counted = [(one, status) for one, status in told if status is not None]
    # What is asked for, and what says neither, contradicts nothing.
    told = [(one, status) for one, status in told if status is not None or _tells(one, done=done)]
    if not counted:
        return None, "nothing found that tells what became of this very recommendation"
    if len({one.evidence.hit.document.document_id for one, _ in counted}) > 1:
        return None, "replies in several documents"
    statuses = {status for _, status in counted}
    if len(statuses) > 1 or len(counted) < len(told):
        return None, "the evidence does not agree"
    return statuses.pop(), f"so said in {_places(len(counted))}, on this matter"


def _status(said: str, *, done: bool) -> str | None:
    """Return what a sentence says of acceptance, or of implementation where that is asked for."""
    yes, no = (_DONE, _NOT_DONE) if done else (_ACCEPTED, _REJECTED)
    if _PARTLY.search(said):
        return "partial" if yes.search(said) else None
    if no.search(said):
        return None if yes.search(no.sub(" ", said)) else "no"
    return "yes" if yes.search(said) else None


def _tells(one: Finding, *, done: bool) -> bool:
    """Say whether a sentence that has no one status speaks of it all the same."""
    yes, no = (_DONE, _NOT_DONE) if done else (_ACCEPTED, _REJECTED)
    said = fold(one.evidence.text)
    return one.stance is not Stance.ASKED_FOR and bool(yes.search(said) or no.search(said))


def _words(one: Finding) -> set[str]:
    hit = one.evidence.hit
    text = " ".join((*map(str, hit.passage.heading_path), str(hit.passage.text)))
    return {stem(word) for word in content_words(text)}


def _places(count: int) -> str:
    return _COUNTED.get(count, f"{count} places")
