"""The guard: questions about a person and orders to the service, recognised by meaning beside the patterns.

A pattern knows one way to put a thing; the vector of a question is near those of other ways. Both count. Trained on
invented questions (``assistant/training``); what it misses still meets redacted text and the verifier.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from assistant.answers.answer import Reason
from assistant.answers.calibration import Logistic, calibration_of
from assistant.question.asks_person import looks_personal, signs
from assistant.question.terms import fold

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    from ingest.embedding.embedder import Embedder

_LONGEST = 400
# Firms and offices are named in reports, and are nobody's identity.
_FIRM = re.compile(
    r"\bwho (?:is|was|are|were|runs|ran|owns|operates|supplies) (?:the |its |their )?(?:[\w-]+ ){0,2}"
    r"(?:contract[oe]rs?|subcontractors?|suppliers?|providers?|operators?|compan(?:y|ies)|firms?|landlords?|insurers?)\b"
    r"(?! (?:who|that|called|named)\b)"
)
_PERSONAL = re.compile(r"\b(?:names?|called|address|phone|telephone|e-?mail|born|he|she|him|her|his)\b")


def suspected(question: str, embedder: Embedder | None) -> Reason | None:
    """Return why a question should not be answered, by its meaning; ``None`` where nothing speaks against it.

    Args:
        question: as asked; of a long text its beginning and its end are looked at.
        embedder: the library's model; without one, or without a calibration for it, only the wording is looked at.
    """
    calibration = calibration_of(embedder.name) if embedder is not None else None
    if not question.strip():
        return None
    if calibration is None or embedder is None:
        return Reason.IDENTITY_REQUEST if looks_personal(question) else None
    parts = [question] if len(question) <= _LONGEST else [question[:_LONGEST], question[-_LONGEST:]]
    asked = fold(question)
    firm = bool(_FIRM.search(asked)) and not _PERSONAL.search(asked)
    rows = embedder.embed_passages(parts)
    for head, reason in (
        (calibration.instruction, Reason.NOT_PERMITTED),
        (calibration.identity, Reason.IDENTITY_REQUEST),
    ):
        if head is None or (firm and reason is Reason.IDENTITY_REQUEST):
            continue
        if any(probability(head, row, signs(part)) >= head.threshold for row, part in zip(rows, parts, strict=True)):
            return reason
    return None


def probability(head: Logistic, row: npt.NDArray[np.float32], wording: Sequence[float] = ()) -> float:
    """Return what a head makes of a vector, and of the signs of the wording where it was fitted with them, 0 to 1."""
    measured = [*map(float, row), *wording][: len(head.weights)]
    value = head.bias + sum(weight * x for weight, x in zip(head.weights, measured, strict=True))
    return 1 / (1 + math.exp(-max(-50.0, min(50.0, value))))
