"""What became of one recommendation between two visits, and how an authority's claim fits what was found."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from assistant.comparing.quotation import Citations, Cited
from assistant.comparing.standing import Outcome, contradiction, outcome_of, rank
from assistant.comparing.threads import Step, Threads, in_documents
from ingest.ledger.links import StoredLink
from ingest.links.sides import ASKED
from ingest.passage import RegisterEntry

# Said in a verdict that is linked to the recommendation; never looked for elsewhere.
_WORSE = re.compile(r"\b(?:worse(?:ned|ning)?|deteriorat\w+|(?:has|have|had) (?:further )?declined|backwards?)\b", re.I)


class Change(StrEnum):
    """What happened to a recommendation; one may be repeated and unchanged at once."""

    REPEATED = "repeated"
    IMPROVED = "improved"
    WORSE = "worse"
    UNCHANGED = "unchanged"
    UNKNOWN = "not established"
    NEW = "new"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class Row:
    """One recommendation over two visits.

    Attributes:
        changes: everything that holds.
        earlier: as it was made first; ``None`` for a new one.
        judged: verdicts of the later visit, linked to it.
        again: where the later visit makes it again.
        outcome: what the later visit found, ``None`` where it gives no linked verdict.
        before: what an earlier visit had found of it.
        why: what the changes rest on, in our words.
        links: that lead from the later entries to the earlier one.
        alike: entries of the other visit whose texts are alike though no link joins them.
        doubtful: entries of the other visit that a link may join, if a person says so.
        beside: what stands in the same row or paragraph of the earlier report, such as the deficiency that the
            recommendation is to mend.
    """

    changes: tuple[Change, ...]
    earlier: Cited | None
    judged: tuple[Cited, ...] = ()
    again: tuple[Cited, ...] = ()
    outcome: Outcome | None = None
    before: Outcome | None = None
    status_claimed: str | None = None
    status_verified: str | None = None
    why: str = ""
    links: tuple[StoredLink, ...] = ()
    alike: tuple[Cited, ...] = ()
    doubtful: tuple[Cited, ...] = ()
    beside: tuple[Cited, ...] = ()

    @property
    def cited(self) -> tuple[Cited, ...]:
        """Everything that the row quotes."""
        own = (self.earlier,) if self.earlier else ()
        return (*own, *self.judged, *self.again, *self.alike, *self.doubtful, *self.beside)

    def to_json(self) -> dict[str, Any]:
        """Return it as results show it."""
        return {
            "changes": [change.value for change in self.changes],
            "outcome": self.outcome.value if self.outcome else None,
            "outcome_before": self.before.value if self.before else None,
            "status_claimed": self.status_claimed,
            "status_verified": self.status_verified,
            "why": self.why,
            "earlier": self.earlier.to_json() if self.earlier else None,
            "judged": [each.to_json() for each in self.judged],
            "again": [each.to_json() for each in self.again],
            "alike_not_linked": [each.to_json() for each in self.alike],
            "doubtful": [each.to_json() for each in self.doubtful],
            "beside": [each.to_json() for each in self.beside],
            "links": [link_json(stored) for stored in self.links],
        }


@dataclass(frozen=True, slots=True)
class Contradiction:
    """An authority's claim that a visit did not bear out.

    Attributes:
        how: ``claimed done, found otherwise`` or ``accepted, not carried out``.
    """

    how: str
    asked: Cited
    claim: Cited
    claimed: str
    words: str
    finding: Cited
    verified: str

    def to_json(self) -> dict[str, Any]:
        """Return it as results show it."""
        return {
            "how": self.how,
            "claimed": self.claimed,
            "claim_words": self.words or None,
            "verified": self.verified,
            "recommendation": self.asked.to_json(),
            "claim": self.claim.to_json(),
            "finding": self.finding.to_json(),
        }


def link_json(stored: StoredLink) -> dict[str, Any]:
    """Return a link with what it rests on."""
    return {
        "id": stored.link_id,
        "relation": stored.link.relation,
        "confidence": stored.link.confidence,
        "evidence": stored.link.evidence,
        "standing": stored.standing.value,
    }


def followed(threads: Threads, citations: Citations, entry: RegisterEntry, steps: Sequence[Step], to: str) -> Row:
    """Return the row of an earlier recommendation of which the later visit speaks.

    Args:
        threads: of the place.
        citations: for quotations.
        entry: the recommendation.
        steps: what the later visit made of it.
        to: id of the later visit's report.
    """
    judged = [step for step in steps if threads.is_verdict(step.entry) or step.entry.kind not in ASKED]
    again = [step for step in steps if step not in judged]
    verified = next((step.entry.status_verified for step in judged if step.entry.status_verified), None)
    outcome = outcome_of(verified) if judged else None
    if judged and outcome is None:
        outcome = Outcome.UNKNOWN
    past = _before(threads, entry, to)
    worded = [step for step in judged if _WORSE.search(str(step.entry.text))]
    changes: list[Change] = []
    why: list[str] = []
    fell = rank(past) is not None and rank(outcome) is not None and (rank(outcome) or 0) < (rank(past) or 0)
    if again:
        changes.append(Change.REPEATED)
        why.append("made again")
    if fell or (worded and rank(outcome) in (None, 0)):
        changes.append(Change.WORSE)
        why.append(f"an earlier visit had found: {past}" if fell else "the verdict itself says so")
    elif rank(outcome) in (1, 2):
        changes.append(Change.IMPROVED)
    elif rank(outcome) == 0:
        changes.append(Change.UNCHANGED)
    elif judged:
        changes.append(Change.UNKNOWN)
    if verified:
        why.append(f"verified on the later visit: {verified}")
    elif judged:
        why.append("spoken of on the later visit, without a verdict that could be read")
    elif past is Outcome.ACHIEVED and again:
        changes.append(Change.WORSE)
        why.append("an earlier visit had found it achieved")
    own = [step.entry.status_claimed for step in (*judged, *threads.answers(entry))]
    return Row(
        tuple(changes),
        citations.cite(entry),
        tuple(citations.cite_verdict(step.entry) for step in judged),
        tuple(citations.cite(step.entry) for step in again),
        outcome,
        past,
        entry.status_claimed or next((status for status in own if status), None),
        verified,
        "; ".join(why),
        tuple(dict.fromkeys(stored for step in steps for stored in step.links)),
        doubtful=tuple(citations.cite(step.entry) for step in in_documents(threads.doubtful(entry), [to])),
    )


def _before(threads: Threads, entry: RegisterEntry, to: str) -> Outcome | None:
    """Return the last outcome that a visit before the later one has found of an entry or of what it repeats."""
    found: Outcome | None = None
    known = [entry, *(step.entry for step in threads.before(entry))]
    steps = {step.entry.entry_id: step for each in known for step in threads.later(each)}
    for step in sorted(steps.values(), key=lambda each: threads.position[each.entry.document_id]):
        if threads.position[step.entry.document_id] >= threads.position[to]:
            break
        if step.relation == "judges":
            found = outcome_of(step.entry.status_verified) or found
    return found


def contradictions(threads: Threads, citations: Citations, documents: frozenset[str]) -> list[Contradiction]:
    """Return claims of authorities that a visit did not bear out.

    Args:
        threads: of the place.
        citations: for quotations.
        documents: ids of the reports whose findings count.
    """
    found: list[Contradiction] = []
    told: set[tuple[str, str, str]] = set()
    for report in threads.visit_reports():
        for entry in threads.asked(report.document_id):
            for step in threads.later(entry):
                # The verdict on a repetition is set against the answer to that repetition.
                if len(step.links) > 1 or step.relation != "judges" or step.entry.document_id not in documents:
                    continue
                verified = step.entry.status_verified
                for claim in _claims(threads, entry, step.entry):
                    how = contradiction(claim.status_claimed, verified)
                    if how is not None and verified is not None:
                        # A visit may give one verdict twice, in a table and in words.
                        if (entry.entry_id, claim.entry_id, verified) in told:
                            break
                        told.add((entry.entry_id, claim.entry_id, verified))
                        found.append(
                            Contradiction(
                                how,
                                citations.cite(entry),
                                citations.cite(claim),
                                claim.status_claimed or "",
                                str(claim.response or ""),
                                citations.cite_verdict(step.entry),
                                verified,
                            )
                        )
                        break
    return sorted(found, key=lambda each: each.how != "claimed done, found otherwise")


def _claims(threads: Threads, entry: RegisterEntry, verdict: RegisterEntry) -> list[RegisterEntry]:
    """Return where the authority's claim stands, the latest document first, none later than the verdict's."""
    last = threads.position[verdict.document_id]
    answers = [step.entry for step in threads.answers(entry) if threads.position[step.entry.document_id] <= last]
    answers.sort(key=lambda each: -threads.position[each.document_id])
    claims = [each for each in (verdict, *answers) if each.status_claimed]
    # What the entry itself bears came by its answers; one given after the verdict is no claim that it refutes.
    return claims or ([entry] if entry.status_claimed and not threads.answers(entry) else [])
