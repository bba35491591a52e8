"""Acts: whether a demand names something that one can be seen to do."""

from __future__ import annotations

import re
from dataclasses import replace
from enum import StrEnum

from assistant.drafting.markers import RIGHT, UPHOLD
from assistant.drafting.statement import Ask

_I = re.IGNORECASE
# Verbs of wishing: they name a direction or an attitude, and no act that begins and ends.
_WISH = re.compile(
    r"^(?:improv|enhanc|strengthen|intensif|promot|facilitat|address|continu|endeavour|endeavor|striv|seek|sought|"
    r"try|attempt|"
    r"optimi[sz]|foster|reinforc|tackl|combat|handl|cooperat|coordinat|car|deserv|focus|speed|accelerat|aim|aspir|"
    r"rais|upgrad|boost|"
    r"encourag|support|bear|bring|prioriti[sz]|step|moderni[sz]|advanc|deepen|humani[sz]|raise|work)(?:e|es|ed|s|"
    r"y|ies|ied|ing)?$",
    _I,
)
_AIM = re.compile(
    r"^(?:reduc|prevent|eliminat|avoid|minimi[sz]|eradicat|increas|lower|diminish|mitigat|limit|harm)(?:e|es|"
    r"ed|ing|s)?$",
    _I,
)
_LIGHT = re.compile(
    r"^(?:(?:be )?(?:pa(?:y|id)|give|given|take|taken|make|made|do|done|use|devote|"
    r"devoted)\b(?:\s+[\w-]+){0,3}?\s+(?:attention|consideration|steps|measures|efforts?|"
    r"thought|regard|everything|action|progress)\b|do (?:everything|something|more)|be done(?=\W*$| about\b))",
    _I,
)
# "More attention must be paid", "better care should be provided": the act is in the noun, and the noun is a wish.
_LIGHT_SUBJECT = re.compile(
    r"\b(?:attention|consideration|priority|efforts?|steps|measures|action|regard|care)\s+(?:should|must|shall|"
    r"needs? to|(?:is|are) to)\s+"
    r"(?:\w+ly\s+)?be\s+(?:paid|given|taken|made|devoted)\b|"
    r"^(?:better|improved|adequate|proper|sufficient|appropriate|good|effective)\b[^,;.]{0,50}?\b(?:should|must|"
    r"shall)\s+be\s+"
    r"(?:provided|ensured|offered|made|guaranteed|given|secured)\b",
    _I,
)
_PAPER = re.compile(r"^(?:report|present|draft|prepar|publish|submit)", _I)
_PROCESS = re.compile(
    r"^(?:consider|review|examin|study|stud|explor|assess|evaluat|analys|analyz|discuss|reflect|look|investigat|"
    r"revis|report|present|draft|prepar|develop|plan|visit)(?:e|es|ed|ing|y|ies|ied|s)?$",
    _I,
)
_IDEA = re.compile(
    r"\b(?:possibilit\w+|options?|ways|whether|feasibility|situation|progress|improvements?|further|how (?:to|"
    r"best)|issues?|matters?)\b",
    _I,
)
_NEUTRAL = re.compile(r"^(?:ensur|guarantee|secur|(?:make|made) (?:sure|certain)|(?:see|seen) to it)", _I)
# "Ensure the presence of a nurse" asks for a nurse, "ensure the protection of patients" for nothing in particular.
_THING = re.compile(
    r"^(?:ensure|guarantee|secure)\s+(?:\w+ly\s+)?(?:the\s+|a\s+|an\s+)?(?:\w+\s+)?"
    r"(?:presence|availability|provision|supply|installation|establishment|publication|translation|recording|"
    r"examination|"
    r"repair|replacement|removal|separation|access)\s+(?:of|to|for)\b",
    _I,
)
# "Hygiene needs to be better": a state, and no act.
_STATE_WISHED = re.compile(
    r"^be\s+(?:\w+ly\s+)?(?:better|good|adequate|sufficient|appropriate|suitable|satisfactory|acceptable|humane|"
    r"clean|safe|more|less|"
    r"varied|effective|reasonable|decent)\b",
    _I,
)
_STEPS_TO = re.compile(
    r"^(?:take|adopt)\s+(?:[\w-]+\s+){0,4}?(?:steps|measures|action)\s+to\s+(?=(?P<verb>[a-z]+))", _I
)
_INNER = re.compile(
    r"\bthat\s+(?P<clause>[^.;]+)|^(?:ensure|guarantee|secure)\s+(?P<object>[^.;]+)",
    _I,
)
_STATE = re.compile(r"\b(?:is|are|be|has|have|receives?)\s+(?:\w+ly\s+)?(?P<verb>\w+)", _I)
_FINITE = re.compile(
    r"\b(?:all|every|each|both|no|the|new|night)?\s*\w+\s+(?P<verb>complete|receive|undergo|carry|open|keep|sign|"
    r"attend|record|check|get)s?\b",
    _I,
)


class ActKind(StrEnum):
    """What a demand asks for."""

    CONCRETE = "concrete"
    PROCESS = "process"
    AIM = "aim"
    WISH = "wish"
    RIGHT = "right"
    NONE = "none"


def act_kind(ask: Ask) -> ActKind:
    """Say what kind of act a demand names; a demand to ensure something is judged by what is to be ensured."""
    if not ask.verb:
        return ActKind.NONE
    act = ask.act
    steps = _STEPS_TO.match(act)
    if steps is not None:
        # The steps are left open, but what they are to bring about may be an act by itself.
        return act_kind(replace(ask, verb=steps["verb"].lower(), act=act[steps.end() :]))
    if _THING.match(act):
        return ActKind.CONCRETE
    if _LIGHT.match(act) or _STATE_WISHED.match(act) or _LIGHT_SUBJECT.search(ask.sentence):
        return ActKind.WISH
    if _restates_right(ask):
        return ActKind.RIGHT
    if _NEUTRAL.match(act.removeprefix("be ")):
        inner = _INNER.search(act)
        clause = (inner["clause"] or inner["object"]) if inner else act
        found = _FINITE.search(clause) or _STATE.search(clause)
        if found is None:
            return ActKind.AIM
        verb = found["verb"]
        if re.search(
            r"\b(?:is|are|be)\s+(?:\w+ly\s+)?(?:sufficient|adequate|better|good|appropriate|varied|effective|"
            r"respected|guaranteed|improved)\b",
            clause,
            _I,
        ):
            return ActKind.WISH
        return _kind(verb, clause)
    if re.match(r"(?:to )?(?:develop|expand)\b", act, _I) and re.search(r"\bfurther\b", ask.sentence, _I):
        return ActKind.WISH
    return _kind(ask.verb, act)


def _kind(verb: str, act: str) -> ActKind:
    first = act[:80]
    if _WISH.match(verb) and not re.match(r"rais\w*\b[^.;]{0,30}\b(?:budget|pay|age|number|limit|salar)", first, _I):
        return ActKind.WISH
    if re.match(
        r"(?:be )?end(?:ed)?\s+(?:all )?(?:\w+ ){0,2}(?:violence|overcrowding|ill-treatment|torture|impunity|"
        r"discrimination)",
        first,
        _I,
    ):
        return ActKind.AIM
    if _AIM.match(verb) and not re.search(r"\bto\s+(?:\d|\w+ (?:days|hours|per|people|men))", first, _I):
        return ActKind.AIM
    if _PROCESS.match(verb) and not re.match(
        r"(?:examin|assess|investigat)\w*\s+(?:new)\b|.*\b(?:each|every|any|all)\b", first, _I
    ):
        if re.match(r"consider\w*\s+\w+ing\b", first, _I) or _PAPER.match(verb) or not _IDEA.search(first):
            return ActKind.PROCESS
        return ActKind.WISH
    return ActKind.CONCRETE


def _restates_right(ask: Ask) -> bool:
    """Whether a right or a rule is said again and nobody is told what to do for it."""
    verb = "treat" if ask.verb.startswith("treat") else ask.verb
    uphold = bool(UPHOLD.match(verb)) and verb not in ("be", "have")
    if ask.verb in ("be", "have"):
        uphold = bool(re.match(r"(?:be entitled|have the right|be in (?:line|accordance|conformity))", ask.act, _I))
    if _NEUTRAL.match(ask.act.removeprefix("be ")):
        return (
            bool(
                re.search(
                    r"\bthat\b[^.;]{0,60}\b(?:rights?|dignity)\b[^.;]{0,30}\b(?:is|are)\s+\w*(?:respected|"
                    r"guaranteed|observed|protected|upheld|ensured)\b",
                    ask.act,
                    _I,
                )
            )
            or bool(ask.passive and RIGHT.search(ask.sentence))
            or bool(
                re.match(
                    r"(?:ensure|guarantee)\w*\s+(?:full\s+)?(?:respect for|compliance with|the rights?|"
                    r"the dignity|human)\b",
                    ask.act,
                    _I,
                )
            )
        )
    by_care = re.search(
        r"\bwith (?:due |full )?(?:respect|dignity)\b|\bin (?:line|accordance) with (?:the )?(?:\w+ )?(?:law|"
        r"standards)\b",
        ask.act,
        _I,
    )
    if ask.verb in ("be",) or ask.passive:
        return bool(uphold and RIGHT.search(ask.sentence)) or bool(by_care and not re.search(r"\d", ask.act))
    return bool(uphold and RIGHT.search(ask.sentence))
