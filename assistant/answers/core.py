"""The core of a question, what it asks about beyond names and common words, and which sentences speak of it."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.answers.abstain import is_common
from assistant.answers.evidence import Evidence
from assistant.question.needs import Need, Stemmed, stemmed
from assistant.question.query import Query

MET = 0.4
"""From here on a sentence speaks of a need, by its own word or by another for the same."""


def core_of(query: Query) -> list[Need]:
    """Return the needs of a question without the names in it and the words that every report has."""
    named = query.naming_words
    return [need for need in query.topic if not is_common(need) and not set(need.label.split()) & named]


def stems_of(item: Evidence) -> Stemmed:
    """Return the stems of a sentence and of the heading that it stands below."""
    return stemmed(item.text, *item.hit.passage.heading_path[-1:])


def share_of(needs: Sequence[Need], item: Evidence) -> float:
    """Return the share of the needs that a sentence speaks of; all of them, 1, where there are none."""
    words = stems_of(item)
    met = [need.met_by(words.stems, words.present) >= MET for need in needs]
    return sum(met) / len(met) if met else 1.0


def meets(needs: Sequence[Need], item: Evidence) -> bool:
    """Say whether a sentence speaks of one of the needs, or there are none."""
    return share_of(needs, item) > 0
