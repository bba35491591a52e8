"""Solution-suggestive, Mindful, Argued, Root-cause responsive, Targeted: the second half of double-SMART."""

from __future__ import annotations

import re

from assistant.drafting import markers
from assistant.drafting.actor import ActorKind
from assistant.drafting.acts import ActKind
from assistant.drafting.judgement import Criterion, Judgement, Standing
from assistant.drafting.smart import best_kind
from assistant.drafting.statement import MODAL, Statement
from ingest.instruments.citations import cited_references
from ingest.register.verbs import VERBS

_CLAUSE = 4

# What is to be done at once, and what later.
_STAGES = re.compile(
    r"\b(?:immediately|at once|forthwith)\b[^.]*\b(?:and|then)\b,?\s+(?:within|by|from|in the)\s", re.IGNORECASE
)


def solution_suggestive(statement: Statement) -> Judgement:
    """Say whether it shows a way."""
    kind = best_kind(statement)
    if kind in (ActKind.CONCRETE, ActKind.PROCESS):
        if re.search(r"\b(?:generally|normally|excessively|as a rule)\b", statement.asked, re.IGNORECASE):
            return Judgement(
                Criterion.SOLUTION_SUGGESTIVE,
                Standing.DOUBTFUL,
                "It forbids an excess and shows no other way.",
                "Say what is to be done instead.",
            )
        return Judgement(Criterion.SOLUTION_SUGGESTIVE, Standing.MET, "It says what to do.")
    means = re.search(
        r"\b(?:by means of|through|by \w+ing|such as|including|for example)\b", statement.asked, re.IGNORECASE
    )
    if means:
        return Judgement(
            Criterion.SOLUTION_SUGGESTIVE,
            Standing.DOUBTFUL,
            f"“{means.group()} …” hints at a way.",
            "Make the means the demand.",
        )
    return Judgement(
        Criterion.SOLUTION_SUGGESTIVE,
        Standing.NOT_MET,
        "It names what is wrong or wished for, not a way.",
        "Propose at least one step that would solve it.",
    )


def mindful(statement: Statement) -> Judgement:
    """Say whether it thinks of priorities, of the order of steps and of risks."""
    if any("protects" in slot.group() for slot in markers.SLOT.finditer(statement.text)):
        return Judgement(
            Criterion.MINDFUL,
            Standing.DOUBTFUL,
            "What comes first, and which risks there are, is still open.",
            "Fill in “[what protects people until then?]”.",
        )
    found = markers.MINDFUL.search(statement.text) or _STAGES.search(statement.asked)
    if found:
        return Judgement(Criterion.MINDFUL, Standing.MET, f"“{found.group()}”")
    return Judgement(
        Criterion.MINDFUL,
        Standing.NOT_MET,
        "No priority, order of steps, or risk is spoken of.",
        "Say what comes first, what protects people until then, and which risk the measure brings (reprisals, "
        "other means of coercion).",
    )


def argued(statement: Statement) -> Judgement:
    """Say whether it gives its grounds: a finding or a provision."""
    references = cited_references(statement.text)
    provision = markers.PROVISION.search(statement.text)
    if references or (provision and re.search(r"[A-Z]\w+", statement.text[provision.start() :])):
        return Judgement(Criterion.ARGUED, Standing.MET, f"It cites {references[0] if references else 'a provision'}.")
    reason = markers.REASON.search(statement.text)
    if reason or any(map(_tells, re.split(r";\s+", statement.text)[1:])):
        return Judgement(Criterion.ARGUED, Standing.MET, f"“{reason.group()} …”" if reason else "The finding follows.")
    if statement.grounds.strip():
        return Judgement(Criterion.ARGUED, Standing.MET, "The finding stands with it.")
    loose = markers.STANDARDS.search(statement.text)
    if loose:
        return Judgement(
            Criterion.ARGUED,
            Standing.DOUBTFUL,
            f"“{loose.group()}” names no provision.",
            "Cite the article or rule, and the finding.",
        )
    return Judgement(
        Criterion.ARGUED,
        Standing.NOT_MET,
        "No finding and no provision.",
        "Add the finding (with its paragraph) and the provision.",
    )


def _tells(clause: str) -> bool:
    """Say whether a clause after a semicolon tells what is, since it obliges nobody and orders nothing."""
    opening = re.match(r"(?:(?:and|or|to|not|also|then|that)\s+)*(?P<word>[\w’'-]+)", clause)
    ordered = opening is None or opening["word"].lower() in VERBS or opening.group() != opening["word"]
    return not ordered and len(clause.split()) >= _CLAUSE and not MODAL.search(clause)


def root_cause(statement: Statement) -> Judgement:
    """Say whether it goes to the cause, and not only to what is seen."""
    if any("why" in slot.group() for slot in markers.SLOT.finditer(statement.text)):
        return Judgement(
            Criterion.ROOT_CAUSE, Standing.DOUBTFUL, "The cause is still open.", "Fill in “[why does it happen?]”."
        )
    text = statement.text + " " + statement.grounds
    for cause in markers.CAUSE.finditer(text):
        around = text[cause.end() : cause.end() + 110].split(".")[0]
        if cause.group().lower() in ("which is why", "that is why", "led to"):
            around = text[max(0, cause.start() - 110) : cause.start()]
        system = markers.SYSTEM.search(around)
        if system and markers.LACK.search(around):
            return Judgement(
                Criterion.ROOT_CAUSE,
                Standing.MET,
                f"“{cause.group()} …” names a cause that lies in “{system.group()}”.",
            )
    system = markers.SYSTEM.search(" ".join(ask.act for ask in statement.asks) or statement.text)
    gap = re.search(
        r"\b(?:nobody|never|no (?:procedure|limit|rule|review|training|instruction|officer)|silent|themselves)\b",
        text,
        re.IGNORECASE,
    )
    if system and gap and best_kind(statement) is ActKind.CONCRETE:
        return Judgement(
            Criterion.ROOT_CAUSE,
            Standing.MET,
            f"“{gap.group()}”: the gap is named and a measure on “{system.group()}” fills it.",
        )
    if markers.RECORD.search(statement.asked) and best_kind(statement) is ActKind.CONCRETE:
        return Judgement(
            Criterion.ROOT_CAUSE,
            Standing.DOUBTFUL,
            "It makes the problem visible; the cause is not named.",
            "Say why the problem arises.",
        )
    return Judgement(
        Criterion.ROOT_CAUSE,
        Standing.NOT_MET,
        "It treats what is seen; no cause is named.",
        "Ask why it happens (law, staff, training, means, oversight) and aim there.",
    )


def targeted(statement: Statement) -> Judgement:
    """Say whether one body that can act is addressed."""
    if any("who" in slot.group() for slot in markers.SLOT.finditer(statement.text)):
        return Judgement(Criterion.TARGETED, Standing.DOUBTFUL, "The addressee is still open.", "Fill in “[who?]”.")
    actor = statement.actor
    if actor is None:
        return Judgement(
            Criterion.TARGETED, Standing.NOT_MET, "Nobody is addressed.", "Name the authority that can act."
        )
    if actor.kind is ActorKind.COLLECTIVE:
        return Judgement(
            Criterion.TARGETED,
            Standing.DOUBTFUL,
            f"“{actor.name}” is nobody in particular.",
            "Name the one authority that can act.",
        )
    return Judgement(Criterion.TARGETED, Standing.MET, f"Addressed to “{actor.name}”.")
