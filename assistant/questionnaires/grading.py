"""Grading: yes, partial or no, from what the evidence says; nothing where it does not say."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.questionnaires.personal import is_personal
from assistant.questionnaires.practice import Finding, Practice
from assistant.questionnaires.stance import Stance, is_partial
from assistant.terms import content_words, fold, stem

_COUNTED = {1: "one place", 2: "two places"}


_EVENT = re.compile(r"^(?:has|have|did)\b")
_UNIVERSAL = re.compile(r"\b(?:all|every|each|any)\b")
_ALWAYS = re.compile(r"\b(?:always|never|without exception|at all times)\b")
_ANY_EVENT = re.compile(r"^(?:has|have|had|did)\b.*\b(?:any|ever|an?)\b")
_WEIGHTY = 0.6
# So much nearer to the matter is a sentence that does not say, that those which speak are of another one.
_NEARER = 1.25
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


def grade(text: str, practice: Practice) -> tuple[str | None, str]:
    """Grade what was found.

    Args:
        text: the question, written out.
        practice: what was found on its matter.

    Returns:
        ``yes``, ``partial``, ``no`` or ``None``, and the rule behind it, for the person who decides.
    """
    asked = fold(text)
    held = [one for one in (*practice.findings, *practice.beside) if not is_personal(one.evidence.text)]
    if _REPLY.search(asked) and _RECOMMENDATION.search(asked):
        return _of_replies(asked, held)
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
    if good and _EVENT.search(asked) and not whole and (not bad or (_ANY_EVENT.search(asked) and len(bad) < len(good))):
        return "yes", f"it happened in {_places(len(good))}"
    if good and bad:
        return "partial", f"so in {_places(len(good))}, not so in {_places(len(bad))}"
    if good and wanted:
        return None, f"so in {_places(len(good))}, asked for in {_places(len(wanted))}"
    limited = [one for one in good if is_partial(one.evidence.text) or _PARTLY.search(fold(one.evidence.text))]
    if good and len(limited) == len(good):
        return "partial", "the evidence itself limits it"
    if any(_PARTLY.search(fold(one.evidence.text)) for one in limited):
        return None, f"so in {_places(len(good))}, in some of them only in part"
    if good:
        return "yes", f"so in {_places(len(good))}; nothing found against it"
    if bad and _ANY_EVENT.search(asked):
        # That one thing did not happen says nothing of all the others.
        return None, f"not so in {_places(len(bad))}, which does not rule out others"
    if bad:
        return "no", f"not so in {_places(len(bad))}; nothing found for it"
    if wanted:
        return None, f"asked for in {_places(len(wanted))}; nothing found that it is so or not"
    return None, "evidence on the matter, none that decides it"


def _of_replies(asked: str, held: Sequence[Finding]) -> tuple[str | None, str]:
    """Grade what became of a recommendation: only by evidence on that matter, of one document, of one status."""
    topic = {stem(word) for word in content_words(_REPLY.sub(" ", asked)) if word not in _EMPTY}
    on_topic = [one for one in held if topic and topic <= _words(one)]
    done = bool(_DONE_ASKED.search(asked))
    told = [(one, _status(fold(one.evidence.text), done=done)) for one in on_topic]
    counted = [(one, status) for one, status in told if status is not None]
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


def _words(one: Finding) -> set[str]:
    hit = one.evidence.hit
    text = " ".join((*map(str, hit.passage.heading_path), str(hit.passage.text)))
    return {stem(word) for word in content_words(text)}


def _places(count: int) -> str:
    return _COUNTED.get(count, f"{count} places")
