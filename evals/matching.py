"""Whether a passage that was found is the evidence that was meant, with redaction between the two."""

from __future__ import annotations

import re
import unicodedata
from difflib import SequenceMatcher

from evals.questions import Evidence

_WORD = re.compile(r"\w+")
# A pseudonym or a generalised age stands where the source had words: runs of three words are counted, not the whole.
_SHARE, _RUN = 0.6, 3
_SHORT = 4


def words(text: str) -> list[str]:
    """Return the words of ``text``, folded; white space, punctuation and table bars do not count."""
    return _WORD.findall(unicodedata.normalize("NFKC", text).casefold())


def quote_overlaps(quote: str, passage: str) -> bool:
    """Say whether three fifths of ``quote`` (all of it, if it is four words or fewer) stand in ``passage``.

    Only runs of three words and more count. A passage that is a part of the quotation counts as well: cutting finer
    than the annotator is no fault.
    """
    quoted, held = words(quote), words(passage)
    if not quoted or not held:
        return False
    blocks = [block.size for block in SequenceMatcher(None, quoted, held, autojunk=False).get_matching_blocks()]
    if len(quoted) <= _SHORT:
        return max(blocks) == len(quoted)
    common = sum(size for size in blocks if size >= _RUN)
    return common >= _SHARE * len(quoted) or (max(blocks) == len(held) >= _SHORT)


def is_evidence(evidence: Evidence, doc: str | None, text: str, locator: str) -> bool:
    """Say whether a passage of document ``doc`` is ``evidence``: right document, and its quotation or its place."""
    if doc != evidence.doc:
        return False
    if evidence.locator is not None and locator.casefold() == evidence.locator.casefold():
        return True
    return quote_overlaps(evidence.quote, text)


def is_provision(wanted: str, reference: str | None) -> bool:
    """Say whether ``reference`` is ``wanted`` or a part of it, as ``OPCAT:19(b)`` is of ``OPCAT:19``."""
    if reference is None:
        return False
    wanted, reference = wanted.casefold(), reference.casefold()
    return reference == wanted or reference.startswith(wanted + "(")


def is_verbatim(quote: str, text: str) -> bool:
    """Say whether ``quote`` stands in ``text`` letter for letter, white space folded; an empty quote does not."""
    folded = " ".join(quote.split())
    return bool(folded) and folded in " ".join(text.split())
