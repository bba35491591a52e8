"""Statuses: which standing of a recommendation a question asks for, in everyday words too."""

from __future__ import annotations

import re

from ingest.register.status import find_statuses

# What people say beside the words of reports.
_PLAIN = (
    (
        re.compile(r"\b(?:turn(?:ed|s)? out|prov(?:ed|es|en)|appear(?:ed|s)?|seem(?:ed|s)?) to (?:be|have been)\b"),
        "were",
    ),
    (
        re.compile(
            r"\b(?:(?:got|get|gets|received?|earned|(?:were |was |been )?met with|answered with|given) (?:an? )?"
            r"(?:\w+ )?(?:no|refusal|rejection)|waved (?:away|aside)|brushed off|pushed back on|contest(?:ed|s)?|"
            r"disput(?:ed?|es))\b(?= *$|(?! (?:reply|answer|response|deadline|date)))"
        ),
        "rejected",
    ),
    (
        re.compile(
            r"\b(?:got|get|gets|received?|won|found|earned|secured|(?:were |was |been )?met with|given) (?:an? |the )?"
            r"(?:\w+ )?(?:yes|go-ahead|approval|agreement|acceptance)\b"
        ),
        "accepted",
    ),
    (
        re.compile(
            r"\b(?:(?:no longer|not any more) (?:appl(?:y|ies)|relevant)|without (?:an )?object|"
            r"(?:become|became|now) (?:irrelevant|moot|obsolete)|lost (?:its|their) (?:object|point|purpose))\b"
        ),
        "superseded",
    ),
    (re.compile(r"\bhalf[- ]?(?:finished|complete[d]?|implemented|way)\b"), "partly implemented"),
    (
        re.compile(
            r"\b(?:f[ae]ll(?:en)?|fallen) on deaf ears|"
            r"\bnothing (?:had |has |was |ever )*(?:happened|changed|done|moved)\b|"
            r"\b(?:stand|stood|are|were) (?:just )?as (?:they|it) (?:were|was|stood)\b"
        ),
        "not implemented",
    ),
    (
        re.compile(
            r"\b(?:did |has |had )?(?:nobody|no one|no authority|none of (?:them|the (?:authorities|addressees))) "
            r"(?:say|said|react(?:ed)?|comment(?:ed)?|wr[io]te|written)(?: (?:anything|a word|back|to it))?\b|"
            r"\bnot a word (?:was|has|had|of)\b"
        ),
        "no reply",
    ),
    (
        re.compile(
            r"\b(?:turn(?:ed|s|ing)? down|(?:said|say|says) no to|thr(?:own|ew|ow) out|knock(?:ed)? back|"
            r"dismiss(?:ed)?|brush(?:ed)? aside)\b"
        ),
        "rejected",
    ),
    (
        re.compile(r"\b(?:(?:taken|takes?|took) on board|(?:said|say|says) yes to|sign(?:ed)? up to|welcomed?)\b"),
        "accepted",
    ),
    (re.compile(r"\b(?:act(?:ed)? (?:up)?on|put in place|dealt with|(?:made|make) good)\b"), "implemented"),
    (
        re.compile(r"\b(?:(?:kept|stayed|remained|been|keeps?) silent|said nothing|not react(?:ed)?|no reaction)\b"),
        "no reply",
    ),
    (
        re.compile(
            r"\b(?:in process|in the (?:works|making)|(?:half[- ]?way|part[- ]?way) (?:through|there)|being worked on|"
            r"(?:begun|started) (?:but|and|yet|though) (?:not (?:yet )?(?:finished|completed|concluded)|unfinished))\b"
        ),
        "in progress",
    ),
    (re.compile(r"\b(?:unanswered|ignored|(?:left )?without (?:any |an? )?(?:reply|response|answer))\b"), "no reply"),
    (re.compile(r"\bno (?:reply|response|answer)s?\b"), "no reply"),
    (
        re.compile(
            r"\b(?:never|not|n't) (?:yet )?(?:been |were |was )?(?:\w+ )?(?:answered|replied to|responded to|"
            r"given (?:an? |any )?(?:answer|reply|response))|"
            r"\b(?:never|not) (?:got|had|received) (?:an? |any )?(?:answer|reply|response)"
        ),
        "no reply",
    ),
    (
        re.compile(
            r"\b(?:did|has|have|does) (?:the )?[^?.,;]{2,80}? (?:not|never) (?:yet )?"
            r"(?:answer|reply|replied|respond)(?:ed)?\b(?: to)?|"
            r"\b(?:not|never|n't|yet to) (?:yet )?(?:be |been )(?:answered|replied to|responded to)|"
            r"\b(?:nobody|no one|no authority) (?:has |had |ever )?(?:answered|replied|responded)(?: to)?|"
            r"\b(?:await(?:s|ing)?|wait(?:s|ing)? for|without|yet to (?:get|receive)) (?:an? |any |the )?"
            r"(?:reply|response|answer)|"
            r"\b(?:remains?|still) to be answered|\b(?:lacks?|lacking|miss(?:es|ing)?) (?:an? |any )?"
            r"(?:reply|response|answer)|\bhas(?:n't| not) (?:answered|replied|responded)"
        ),
        "no reply",
    ),
)
# "Fully or partly implemented", "insufficient or no meaningful progress": each half has the word that both share.
_SHARED = (
    (
        re.compile(
            r"\b(fully|partly|partially|not) (or|and|nor) (fully|partly|partially|not) (\w+(?:ed|out|met|done))\b"
        ),
        r"\1 \4 \2 \3 \4",
    ),
    (
        re.compile(
            r"\b(no meaningful|no|insufficient|limited|reasonable|good) (or|and) (no meaningful|no|insufficient|"
            r"limited|reasonable|good) progress\b"
        ),
        r"\1 progress \2 \3 progress",
    ),
)  # fmt: skip
# "How many have been done", "done in full": the words by themselves, about nothing and by nobody.
_DONE = re.compile(
    r"\b(?:have|has|had) (?!not\b|never\b)(?:(?:really|actually|already|since|by now|now|all|fully) )*been "
    r"(?:done|put right|sorted(?: out)?|fixed|mended|seen to)\b(?! (?:about|to|for|with|by|at|on)\b)|"
    r"\b(?:were|are|was|is) (?!not\b|never\b)(?:(?:really|actually|already|since|now|all|fully) )*"
    r"(?:done (?:in full|completely|when|by the time|at the (?:second|next|later|return))|"
    r"put right(?! (?:by|within)\b))"
)
_NOT_DONE = re.compile(
    r"\b(?:not|never|n['’]t) (?:yet |ever )?been (?:done|put right|sorted(?: out)?|fixed|mended|seen to)\b"
    r"(?! (?:about|to|for|with|by|at|on)\b)"
)
# "Addressed to the governor" and "what was done about" say nothing of a status.
_NO_STATUS = re.compile(
    r"\b(?:visits?|inspections?) (?:were |was |have been |has been )?carried out\b|"
    r"\b(?:was|were|is|are|been) (?:repeated|reiterated)\b(?! deficienc)|"
    r"\b(?:closed|open|locked|supported|completed) (?:\w+ )?(?:wards?|units?|wings?|sections?|departments?|blocks?|"
    r"cells?|regimes?|institutions?|facilit\w+|prisons?|doors?|homes?|stations?|centres?|yards?|housing|accommodation)\b|"
    r"\b(?:must|should|shall|had to|have to|has to|needs? to|ought to) (?:also |now )?be (?:\w+ly )?(?:implemented|met|"
    r"carried out|done|completed|fulfilled|answered|addressed|put into (?:effect|practice))\b|"
    r"\baddressed (?:only )?to\b|\bdone (?:about|to|for|with|by|at|in)\b|\b(?:was|is|been) done\b"
)
_OPEN = re.compile(r"\b(?:open(?! (?:letter|air|door|ward|prison|unit|regime)s?\b)|unresolved|pending|not closed)\b")


def asks_open(question: str) -> bool:
    """Say whether a question asks for what is not closed, whatever its standing."""
    return bool(_OPEN.search(question.casefold()))


def statuses_asked(folded: str) -> tuple[str, ...]:
    """Return the statuses that a folded question names, each once, in its order."""
    return tuple(dict.fromkeys(status for _, _, status in find_statuses(in_words_of_reports(folded))))


def in_words_of_reports(folded: str) -> str:
    """Return a folded question with everyday words of status in those of reports."""
    done = _NOT_DONE.sub(" not implemented ", _DONE.sub(" implemented ", folded))
    plain = _NO_STATUS.sub(" ", done)
    for pattern, said in (*_PLAIN, *_SHARED):
        plain = pattern.sub(said, plain)
    return plain
