"""Legal questions in users' words, each with the provisions that a reader would accept as its answer.

``questions.jsonl``: 60 of the part ``development``, which were looked at while search was tuned, and 40 of the part
``fresh``, written afterwards and measured once before anybody saw what was missed. One author wrote both, with the
catalogue's headings at hand. Everything is our own wording.
"""

from evals.legal.scoring import LegalQuestion, legal_questions, table

__all__ = ["LegalQuestion", "legal_questions", "table"]
