"""Who speaks in a report: the body that visits, under the names that bodies give themselves."""

from __future__ import annotations

BODY = (
    r"(?:[A-Z]{2,8}|Committee|Subcommittee|delegation|Inspectorate|Inspector|Ombuds\w*|Ombud|Commission|"
    r"Commissioner|Mechanism|NPM|Office|Panel|Defender|team|Council|Department|Division|Board|Unit|inspectors|delegates|"
    r"mission|Institution|Guarantor|Representatives|Body|Investigator|Mediator|Controller|Controller-General|"
    r"Observatory|"
    r"Protector|Delegation|Mission|Team|Bureau|Secretariat|Visitor|Reporter|Advocate|Ombudsperson|Defensor|"
    r"Provedor\w*|"
    r"Rapporteur|Monitors?|Visitors|Association|Chancellor|Authority|[Gg]roup)"
)
ADVERBS = (
    r"(?:,?\s+(?:\w+ly|also|therefore|further|again|strongly|urgently|thus|consequently|once(?:\s+more|\s+again)?|"
    r"accordingly|would|"
    r"hereby|wishes|"
    r"must|to|like|furthermore|moreover|in\s+addition|reiterates?\s+and|repeats?\s+and|firmly|especially))*,?"
)
SPEAKER = (
    rf"(?:(?:[Tt]he\s+|[Oo]ur\s+)?(?:[A-Z][\w'’-]*\s+){{0,4}}(?:[A-Z][a-z]+-)?{BODY}|\b(?:[Ww]e|I|[Ii]t|[Tt]hey)\b)"
)
# "In the Guardian's view": of a body under whatever name, and no authority.
OWN_VIEW = (
    r"\b[Ii]n\s+(?:the\s+)?(?![^,.;]{0,40}\b(?:Minist|Govern|Prison|Police|Direct|Service|Administration|Prosecut|"
    r"Court|Manage|Superintend|Warden|Agency|Authorit|Compan|Provider))(?:[A-Z][\w-]*\s+){0,4}[A-Z][\w-]*['’]s?\s+"
    r"(?:\w+\s+)?(?:view|opinion|assessment|judge?ment)\b"
)
