"""Sentences that only tell: what the law says, what was asked before, what a text says of itself."""

from __future__ import annotations

import re

BEFORE = re.compile(
    r"\b(?:had|previous\w*|earlier|last|already|first|again|after (?:the|its|our)|(?:in|of|from|since) (?:19|"
    r"20)\d\d|since)\b",
    re.IGNORECASE,
)
# What a body only invites people to think or reports of itself.
NOT_URGING = re.compile(
    r"\b(?:asks?|asked)\s+(?:itself|ourselves|about|why|whether|how|what|when|who|for\s+(?:a|an|the)\s+"
    r"(?:list|copy|file|tour|interview))\b|\bsuggests?\s+(?:that\s+)?(?:there|this|it|a|an|these|otherwise)\b|"
    r"\binvites?\s+(?:comment|questions|complaints)|\bfigures?\s+suggests?|\bask\s+(?:questions|for help)|"
    r"\brecommends?\s+(?:it|them|this)\s+to\b|\brecommends?\s+(?:as\s+follows|the\s+following)\b|\bwhat\s+(?:we|"
    r"it|the\s+\w+)\s+(?:recommends?|asks?)\b|"
    r"\b(?:Articles?|Rules?|Sections?|Principles?|Standards?)\s+[\d(][\w().]*(?:\s+of\s+(?:the\s+)?[\w ]{2,50}?)?\s+"
    r"(?:asks?|calls?|invites?|recommends?|urges?|demands?)\b|\b(?:CRC|CAT|ICCPR|CRPD|CED|ECHR|OPCAT|Convention|"
    r"Covenant|"
    r"Protocol)\s+(?:asks?|calls?|demands?|urges?|invites?)\b|\b(?:law|court|guidelines|"
    r"standards)\s+(?:recommends?|asks?|urges?)\b|"
    # "far below the 4 square metres which the CPT demands": a measure, and nobody is urged.
    r"\b(?:which|as)\s+(?:the\s+)?(?:(?-i:[A-Z])[\w’'-]*\s+){1,4}(?:demands?|recommends?|requires?|calls?\s+for|"
    r"asks?\s+for|advises?|suggests?)\b(?!\s+that)",
    re.IGNORECASE,
)
RULE = re.compile(
    r"\b(?:under|according\s+to|pursuant\s+to|in\s+accordance\s+with|by\s+virtue\s+of|as\s+required\s+by|per)\s+"
    r"(?:(?:the|its|their|this|these|international|national|domestic|prison|house|internal)\s+)*(?:\w+\s+){0,3}?"
    r"(?:law|rules?|act|section|article|art\.|policy|policies|procedures?|instructions?|regulations?|standards?|code|"
    r"guidelines?|guidance|protocol|decree|circular|contract|legislation|order)\b|"
    r"\b(?:law|rules?|act|policy|procedure|instruction|regulations?|standards?|code|guidelines?|guidance|protocol|"
    r"decree|circular|contract|legislation|manual|notice|order|plan)\s+(?:of\s+\w+\s+)?(?:\w+\s+)?(?:states?|says?|"
    r"said|"
    r"provides?|requires?|prescribes?|stipulates?|sets?\s+out|lays?\s+down|specif(?:ies|y)|demands?|stated)\b|"
    r"\b(?:told|said|stated|explained|indicated|claimed|reported|complained|felt|thought|believed|replied|informed|"
    r"was\s+of\s+the\s+opinion|asserted|argued|suggested|alleged|acknowledged|expected|understood)\b|"
    r"\b(?:could|did|does|do|would)\s+(?:not\s+)?(?:tell|say|know|explain)\b[^.;:]*?\b(?:who|what|when|where|how|"
    r"whether|which)\b|"
    r"\b(?:had|has|have)\s+(?:\w+ly\s+)?(?:written|noted|ordered|warned|advised|prescribed|instructed|certified|"
    r"decided|"
    r"recorded|been\s+told)\s+(?:\w+\s+){0,3}?that\b|\bas\s+(?:it|they|he|she|one)\s+(?:should|must|ought)\b|"
    r"\b(?:must|should)\s+(?:always\s+|only\s+)?(?:be|remain)\s+(?:used\s+as\s+)?(?:an?\s+|the\s+)?(?:measure\s+of\s+|"
    r"means\s+of\s+)?(?:last\s+resort|exception)\b|"
    r"\b(?:would|could|might)\s+have\b|\bshould\s+have\s+(?:been|had|done|\w+ed)\b|[“\"][^”\"]*\b(?:should|must|"
    r"shall|ought|needs?|has|have)\b|^\W*[“\"]|\bif\b.*\bshould\b",
    re.IGNORECASE,
)
PAST = re.compile(
    r"\b(?:had|was|were|previously|earlier|last (?:year|visit|inspection)|in (?:its|the|our|my) (?:previous|last|"
    r"earlier|first)|previous(?:ly)?)\b[^.]{0,60}\brecommend|\brecommended (?:in|that|to|by)\b|"
    r"\bwe (?:also |again )?recommended\b|^(?:Since|Although|While)\b[^,]{0,80}\brecommend",
    re.IGNORECASE,
)
TELLS = re.compile(
    r"\b(?:was|were|had|found|noted|noticed|observed|saw|told|said|spoke|visited|interviewed|received)\b|^(?:This|"
    r"These|"
    r"We|Our|I)\b",
)
ABOUT = re.compile(
    r"\b(?:identified|made|raised|issued|lists?|listed|sets? out|contains?|summari[sz]es?|grouped|numbered|"
    r"repeated below)\b"
    r"[^.]{0,60}\b(?:concerns?|recommendations?|areas|proposals?|notices?)\b|\b(?:concerns?|"
    r"recommendations?)\b[^.]{0,50}"
    r"\b(?:are|is|were)\s+(?:listed|set out|made|grouped|given|repeated|numbered|as follows|summari[sz]ed|addressed|"
    r"directed|based)\b|^this (?:section|chapter|part|list|annex)\b|\brecommends?\s+(?:as\s+follows|"
    r"the\s+following)\W*$|\b(?:addresse[sd]|makes?|made|issue[sd]?|"
    r"formulate[sd]?|presents?|submits?|puts? forward|sets? out)\b[^.]{0,60}\bfollowing\b[^.]{0,40}"
    r"\b(?:recommendations?|proposals?|measures|requests?)\b",
    re.IGNORECASE,
)
# "The Commission welcomes the cooperation of the management".
COURTESY = re.compile(
    r"\b(?:welcom|thank|grateful|appreciat)\w*\b.{0,40}\b(?:co-?operation|hospitality|courtesy|assistance)\b"
)
# "Our demands are grouped by those who must meet them", "The verdict is fulfilled, fulfilled in part or unfulfilled":
# how entries are printed, and how they are judged.
OF_THE_LIST = re.compile(
    r"(?:our|the|these|all|its|my)\s(?:\w+\s){0,2}(?:recommendations|demands|proposals|requests|measures|opinions|"
    r"concerns)\s(?:\w+\s){0,3}(?:are|were|have been)\s(?:\w+ly\s)?(?:grouped|listed|numbered|set out|arranged|ordered|"
    r"lettered|divided|marked|printed)\b|(?:the|our|each|its)\s(?:\w+\s){0,2}(?:verdict|grade|mark|rating|level)s?\s"
    r"(?:is|are|may be|can be|reads?)\s[^.;]*,[^.;]*\bor\b",
    re.IGNORECASE,
)
REPLY = re.compile(
    r"\b(?:replied|accepted|agreed with|rejected|responded|wrote on|stated on|had not replied|not replied)\b",
    re.IGNORECASE,
)
BOILERPLATE = re.compile(
    r"recommendations contained in the present report|should not be (?:construed|blamed|understood|confused|"
    r"interpreted)|"
    r"should be read (?:with|together|in)|"
    r"should be published|publish the (?:present )?report|treated as priorit|"
    r"\b(?:statements?|repl(?:y|ies)|responses?|comments|questions|enquiries)\b[^.]{0,60}\b(?:is|are|should|may|"
    r"can|must) (?:to )?be (?:sent|addressed|directed|submitted)|"
    r"\b(?:copies|further copies|enquiries|inquiries|letters|correspondence|questions)\b[^.;]{0,80}\b(?:may|can|"
    r"should|must|"
    r"are to) be (?:had|obtained|ordered|put|addressed|sent|directed|requested|found)\b|"
    r"\b(?:should|must|may|can|is to|are to) be (?:sent|addressed|directed|"
    r"submitted)\b[^.;]{0,60}\bto:?\s+\[(?:PERSON|STAFF|"
    r"CONTACT|ADDRESS)",
    re.IGNORECASE,
)


# "It should be remembered that", "The judgment should be borne in mind", "See Rule 45", "Letters should be sent to":
# what the reader is asked to think, to look up or to whom to write.
_ASIDE = re.compile(
    r"^(?:See|Cf\.?|Compare)\s(?:also\s)?(?!to\b)|"
    r"\b(?:should|must|may|(?:is|are) to)\s+(?:also\s+|further\s+|again\s+|here\s+)?be\s+"
    r"(?:(?:borne|kept)\s+in\s+mind\b|(?:remembered|noted|recalled|stressed|emphasi[sz]ed|added|mentioned|"
    r"pointed\s+out)(?=\s+(?:that|here|in\s+this)\b|"
    r"[,.:]))|"
    # "Hot water must be asked for": what those held have to do.
    r"\b(?:must|has to|have to|had to)\s+be\s+(?:asked|begged|queued|paid|applied)\s+for\W*$|"
    r"\bserves?\s+as\s+(?:a|an)\s+(?:model|example)\b|"
    r"^(?:Letters?|Correspondence|Replies|Comments|Enquiries|Questions)\s+(?:should|must|may|can|are\s+to)\s+be\s+"
    r"(?:addressed|sent|directed)\s+to\b|"
    # "recalls that under Article 22 they are to enter into a dialogue", "invites them to a meeting".
    r"\brecalls\s+that,?\s+(?:under|by|according\s+to|pursuant\s+to)\s|"
    r"\binvites?\s[^.;]{3,90}?\sto\s(?:an?|the)\s(?:\w+\s)?(?:round[\s-]table|meeting|conference|seminar|workshop|"
    r"discussion)\b"
)


# "To be kept apart without a decision infringes section 20": an infinitive that is a subject commands nothing.
_STATES = re.compile(
    r"^To\s+(?:be\s+)?[a-z]+\b[^.;:]{3,120}?\s(?:infringes|violates|contravenes|breaches|amounts\s+to|constitutes)\b"
)
# "In summary, the Guardian asks that nobody be locked in, that ..., and that ...": each is asked where it belongs.
_IN_SUMMARY = re.compile(
    r"(?:In\s+(?:summary|short|sum|brief)|To\s+sum\s+up|Summing\s+up)\b[^.;]*\bthat\b[^.;]*,\s+(?:and\s+)?that\b"
)

# "In June 2025 we asked the home for three things": how many were asked then.
_ASKED_THEN = re.compile(
    r"^(?:In|On|At|After)\s[^.;]{0,60}?\b(?:19|20)\d\d\b[^.;]{0,40}?\s(?:we|I|it|the\s\w+)\s(?:had\s)?(?:asked|requested|recommended|"
    r"made|proposed)\b[^.;]{0,60}\b(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several)\s"
    r"(?:\w+\s)?(?:things?|points?|recommendations?|requests?|proposals?|measures)\b|"
    # "Last year we asked for the same."
    r"^(?:Last\syear|A\syear\sago|In\s(?:19|20)\d\d),?\s(?:we|I|it|the\s\w+)\s(?:had\s)?(?:already\s)?(?:asked|requested|"
    r"recommended)(?:\sfor)?\s(?:the\ssame|this|that|it)\W*$"
)
_UNFINISHED = re.compile(r"^[^.;:]{3,100}\b(?:should|must|shall|ought\s+to)\s*[:–—-]?\s*$")


def is_aside(sentence: str, *, inline: bool = True) -> bool:
    """Say whether a sentence asks the reader to think of, look up or write something, or says all once more.

    Args:
        sentence: that seems to recommend.
        inline: it stands in a paragraph; what is an item of a list or bears a label is asked, whatever its words.
    """
    if _UNFINISHED.match(sentence) or _STATES.match(sentence):
        return True  # "The operator of the home should", before the list of what it should do
    summed = _IN_SUMMARY.match(sentence) or _ASKED_THEN.match(sentence)
    return bool(summed) or (inline and bool(_ASIDE.search(sentence)))
