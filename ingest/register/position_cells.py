"""What a cell of a table says of a recommendation: in a column of positions, ``Adopted`` and ``Yes`` accept."""

from __future__ import annotations

import re

from ingest.register.status import status_of
from ingest.register.status_reader import REPLIES, VERDICTS, read_status

_SILENT = re.compile(
    r"\W*(?:pending|awaited|none|outstanding|open|nil|silence|silent|"
    r"no (?:\w+ )?(?:reaction|reply|response|answer)\b.*)\W*",
    re.IGNORECASE,
)
# "Will be taken in part", "Measure taken", "Difficult to take": of measures that a table answers with.
_MEASURES = (
    (
        "partly accepted",
        re.compile(
            r"\W*(?:(?:it|measures?|action|this) )?(?:will|is to|are to) be (?:taken|done|reali[sz]ed|implemented) "
            r"(?:only )?(?:in part|partly|partially)\W*",
            re.IGNORECASE,
        ),
    ),
    (
        "implemented",
        re.compile(
            r"\W*(?:measures?|action|steps?)(?: (?:was|were|has been|have been))?(?: already)? taken\W*", re.IGNORECASE
        ),
    ),
    (
        "rejected",
        re.compile(
            r"\W*(?:(?:it|this) is )?(?:too |very )?(?:difficult|impossible|not possible|not feasible|hard|unable) to "
            r"(?:take|do|reali[sz]e|implement|accept|follow|comply|carry out)\b.{0,20}",
            re.IGNORECASE,
        ),
    ),
)
_PART = r"(?:partly|partially|in part|largely|half)"
# What a body that was asked adopts, retains or takes into account is what it accepts, whether or not it has been done.
_TAKEN_UP = re.compile(
    r"\W*(?:(?:it |this |the (?:recommendation|measure|proposal) )?(?:is|was|has been|will be) )?"
    rf"(?:(?P<not>not)(?: (?:yet|\w+ly))? |(?P<part>{_PART}) |(?:fully|entirely|wholly|already) )?"
    r"(?:adopted|retained|taken (?:over|up|on board|into (?:account|consideration))|followed|upheld|"
    r"considered (?:well[- ])?founded|welcomed|favou?rable|shared)\b"
    rf"(?P<behind>,? (?:but )?(?:only )?(?:{_PART}|to some extent|with (?:\w+ )?(?:reservations?|modifications?|"
    r"amendments?)|by (?:\w+ ){1,2}of (?:the )?\w+))?",
    re.IGNORECASE,
)
# "Accepted – Complete (evidence lodged)": what was accepted has been done since.
_SINCE_DONE = re.compile(
    r"\W*(?:fully |wholly )?(?:accepted|agreed|supported)(?:\s*[:;,/(]|\s+(?:[–—-]|and\b|&))\s*"
    r"(?:and |now |action |already )*(?:completed?|implemented|done|achieved|closed|discharged|carried out|fulfilled|"
    r"delivered)\b"
    r"(?!\s+(?:by|in part|partly|partially|until|within|before|once|when)\b)",
    re.IGNORECASE,
)
# "No, there is no money", "Yes, but only in block B"
_YES_OR_NO = re.compile(r"\W*(?P<said>yes|no)\s*(?:[,;:.–—]|-(?=\s))\s+(?P<behind>\S.*)", re.IGNORECASE | re.DOTALL)
_SAVE = re.compile(r"\b(?:but|only|except|save|in part|partly|if|provided)\b", re.IGNORECASE)
_CAPTION = re.compile(r"[^:.;]{3,40}:\s+(?=\S)")
_BARE = re.compile(r"\W*(?:yes|no|fully?|partly|partially|partial|in part)\W*", re.IGNORECASE)
# "Do we agree? Yes": the bare word accepts or rejects.
_BARE_MEANS = {"implemented": "accepted", "not implemented": "rejected", "partly implemented": "partly accepted"}


_LONGEST_CELL = 8  # words that the trained reader is asked about


def position_in(text: str) -> str | None:
    """Return the position that a cell of a column of positions or reactions takes.

    Args:
        text: ``Partly agreed``, ``Is not adopted: there is room enough``, ``Yes``, ``No reaction received``.

    Returns:
        One of ``ingest.register.status.STATUSES``, ``None`` where the cell does not open with one.
    """
    if _SILENT.fullmatch(text):
        return "no reply"
    if _SINCE_DONE.match(text):
        return "implemented"
    measured = next((status for status, words in _MEASURES if words.fullmatch(text)), None)
    if measured is not None:
        return measured
    captioned = _CAPTION.match(text)
    taken = _TAKEN_UP.match(text) or (_TAKEN_UP.match(text[captioned.end() :]) if captioned is not None else None)
    if taken is not None:
        if taken["not"]:
            return "rejected"
        return "partly accepted" if taken["part"] or taken["behind"] else "accepted"
    answered = _YES_OR_NO.fullmatch(text)
    if answered is not None and status_of(answered["behind"]) is None:
        if answered["said"].lower() == "no":
            return "rejected"
        return "partly accepted" if _SAVE.search(answered["behind"]) else "accepted"
    status = cell_status(text) or (read_status(text, REPLIES) if len(text.split()) <= _LONGEST_CELL else None)
    return _BARE_MEANS.get(status, status) if status is not None and _BARE.fullmatch(text) else status


def cell_status(text: str) -> str | None:
    """Return the status with which a cell opens, behind a caption of its own: ``Our assessment: Achieved``."""
    captioned = _CAPTION.match(text)
    return status_of(text) or (status_of(text[captioned.end() :]) if captioned is not None else None)


def verdict_cell(text: str) -> str | None:
    """Return the verdict of a short cell of a column of verdicts: by rules, else as the trained reader takes it."""
    return cell_status(text) or (read_status(text, VERDICTS) if len(text.split()) <= _LONGEST_CELL else None)
