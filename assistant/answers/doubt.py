"""Doubt: questions that can be read in several ways, and answers that a held document may hold."""

from __future__ import annotations

import re
from collections.abc import Iterable

from assistant.answers.abstain import COMMON
from assistant.answers.conversation import content_of, leans, opens
from assistant.answers.work import Work
from assistant.question.lexicon import load_lexicon
from assistant.question.naming import Names, is_generic
from assistant.question.query import Query
from assistant.question.register_words import PLURAL_KINDS
from assistant.question.terms import STOP, WEAK, fold, tokens
from assistant.question.topic import topic_of
from assistant.register.counting import REQUESTS
from assistant.register.marks import numbered
from assistant.register.mirrors import merged
from ingest.passage import DocumentStatus, Filters

_POINTS = re.compile(r"\b(?:them|those|these|they|their|it|that|this|there)\b")
_MOST_CHOICES = 8
_FEW_WORDS = 2


def dangling(question: str, names: Names) -> str | None:
    """Return what to ask back where a question points at something that was never said, else ``None``."""
    if PLURAL_KINDS.search(fold(question)) and not _POINTS.search(fold(question)):
        # All there are can be counted and listed; nothing need have been said before.
        return None
    # "What did the director reply about it?": who answers, and that it was answered, is said of anything.
    content = [word for word in content_of(question) if word not in COMMON and not is_generic(word)]
    if len(content) > (_FEW_WORDS if opens(question) else 0) or names.places_in(question) or not leans(question, names):
        return None
    asked = "This refers to something said before, and nothing was. Which place, recommendation or topic is meant?"
    if not names.places:
        return asked
    return f"{asked} Places in the library: {_choices(names.places)}."


def which_one(work: Work) -> str | None:
    """Return what to ask back where a number fits the recommendations of several documents, else ``None``."""
    query = work.query
    numbers = {locator.split()[-1] for locator in query.locators if locator.startswith("Rec")}
    topic = [need for need in topic_of(query) if need.label.upper() not in numbers and need.label != "became"]
    if len(numbers) != 1 or query.documents or query.places or query.filters != Filters() or topic:
        return None
    entries, _ = merged(work.library.ledger.register(Filters(), kinds=REQUESTS))
    fitting = dict.fromkeys(entry.document_id for entry in numbered(entries, numbers))
    if len(fitting) < 2:
        return None
    records = [record for name in fitting if (record := work.library.ledger.document(name)) is not None]
    titles = [record.metadata.title or record.source for record in records]
    return f"{len(titles)} documents have a recommendation {numbers.pop()}. Which one is meant: {_choices(titles)}?"


def held_about(work: Work, query: Query) -> str | None:
    """Return what to say where a document held for review is named like the question's subject, else ``None``."""
    asked = {
        word
        for word in tokens(query.text)
        if word not in STOP and word not in WEAK and len(word) > 3 and not is_generic(word)
        and not load_lexicon().holds(word) and not word.isdigit()
    }  # fmt: skip
    for record in work.library.ledger.documents(status=str(DocumentStatus.HELD)):
        named = set(tokens(record.source.replace("_", " ").replace("-", " ")))
        if asked & named:
            return (
                f"{record.source} is held for review and is not searched; it may hold the answer. See `opcat review`."
            )
    return None


def _choices(names: Iterable[str]) -> str:
    listed = list(dict.fromkeys(names))
    rest = len(listed) - _MOST_CHOICES
    return "; ".join(listed[:_MOST_CHOICES]) + (f"; and {rest} more" if rest > 0 else "")
