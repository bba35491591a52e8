"""What the headings of tables of recommendations say, by their words in many reports."""

from __future__ import annotations

import re

NUMBER = re.compile(
    # "KCCR No.", "Your ref.": the numbers of whoever recommended.
    r"(?:(?:your|their|our|(?-i:[A-Z]{3,8})(?:['’]s)?)\s+)?(?:no\.?|nr\.?|nos\.?|#|n°|№|number|ref(?:erence)?\.?(?:\s*(?:no\.?|number))?|"
    r"(?:rec(?:ommendation)?|measure|requirement|deficiency|concern|item|point|action|proposal|request|opinion|matter)s?\.?"
    r"(?:\s*(?:no\.?|number|#|ref\.?|id))?|(?:[\w-]+\s)?(?:paragraph|para\.?|point|§)s?\.?(?:\s*(?:no\.?|number))?"
    r"(?:\s(?:of|in)\s.{2,40})?|ref(?:erence)?\.?\s*(?:\([^()]{4,20}\)|(?:of|in)\s+(?:19|20)\d\d)|serial(?:\s(?:no\.?|number))?|s\.?/?\s?n(?:o\.?)?\.?|order|id)",
    re.IGNORECASE,
)
# What a row is about, where the table repeats recommendations in short and judges or answers them.
SUBJECT = re.compile(
    r"\b(?:subjects?|topics?|themes?|matters?|areas?|contents?|summary|descriptions?|text|titles?|points?|items?|"
    r"questions?|demands?|calls?|what (?:we|you|they|was|the \w+) (?:asked|recommended|requested|said|proposed).*|"
    r"undertakings?|obligations?|requests?|actions?|measures?|recommended|short (?:form|title))\b",
    re.IGNORECASE,
)
# A log of single cases is about persons, whatever else its headings say.
CASES = re.compile(
    r"\b(?:detainees?|prisoners?|patients?|residents?|complainants?|persons?|names?|child|victims?|custody records?|"
    r"case(?: (?:no|number|file))?|file)\b",
    re.IGNORECASE,
)
REFERS = re.compile(r"\b(?:rec(?:ommendation)?s?|para(?:graph)?s?|measures?|requirements?|report)\b|§", re.IGNORECASE)
VERDICT = re.compile(
    r"\b(?:assess\w*|judge?ments?|verdict|implement\w*|reali[sz]\w*|fulfil\w*|achiev\w*|progress|follow[- ]?up|"
    r"accepted|response|reply|answer(?:s|ed)?|position|evaluation|compliance|complied|"
    r"(?:what|how) (?:we|it|the \w+) (?:found|saw|noted|established|met|looks?|stands?)|where (?:it|this|they|"
    r"things) stands?)\b",
    re.IGNORECASE,
)
# Headings under which visitors write what they saw for themselves, whatever the authority said.
OWN_VIEW = re.compile(
    r"\b(?:found|findings?|saw|assess\w*|judge?ments?|verdict|evaluat\w*|verif\w*|observed|noted|checked|seen|we|our|NPM|"
    r"mechanism|Ombud\w*|Committee|Commission|Inspectorate|Defender|visit|reali[sz]\w*|fulfil\w*|"
    r"(?:looks?|seems?|appears?) to us)\b",
    re.IGNORECASE,
)
REPLY = re.compile(
    r"\b(?:response|repl(?:y|ies|ied)|answer(?:s|ed)?|position|authorit\w+|institution|administration|management|"
    r"ministry|government|department|service|reported|stated|claimed|promised|undertak\w*)\b",
    re.IGNORECASE,
)
TEXT = re.compile(
    r"\b(?:recommendations?|requirements?|measures?(?! taken| implemented)|actions? (?:required|recommended|needed|"
    r"requested|to be taken)|(?:recommended|proposed|suggested|requested|needed|expected) (?:\w+ )?(?:actions?|"
    r"measures?|steps?|"
    r"changes?|improvements?|solutions?|interventions?)|suggestions?|ways? forward|"
    r"areas? for improvement|proposals?|required actions?|corrective actions?(?! taken)|"
    r"asks?|what (?:needs|must|should)|issues? raised|commitments?)\b",
    re.IGNORECASE,
)
# "Measures, reasons for refusal" heads an answer, "Recommendation and its reasons" what was asked.
GIVES_REASONS = re.compile(r"^(?!.*\brecommend).*\b(?:reasons?|grounds for|justification)\b", re.IGNORECASE)
CONCERN_TEXT = re.compile(
    r"^(?:the )?(?:(?:key|priority|main|principal|identified|noted|established|detected|observed|our) )*"
    r"(?:concerns?|findings?|deficienc(?:y|ies)|issues?|areas? of concern|shortcomings?|irregularit(?:y|ies)|"
    r"violations?|weakness(?:es)?|gaps?|risks?|defects?|"
    r"problems?|(?:situation|facts?|condition)s?|observations?|conclusions?|non-?(?:compliances?|conformit(?:y|ies)))"
    r"(?: (?:observed|found|noted|identified|established|detected|of the (?:team|visit|delegation)))?$|"
    r"what (?:is|was|goes|went) (?:wrong|missing|lacking|amiss|not (?:right|in order))$",
    re.IGNORECASE,
)
DECISION = re.compile(
    r"\b(?:decision|accepted|accepted\?|position|pos|stand|stance|reactions?|reply|response|agreed\?*|acceptance|"
    r"supported|(?:we|I|it) (?:was|were|have been|has been|had been) told|"
    r"statement|opinion|says?|said|"
    r"agree\w*|answers?|answered|(?:outcome |result )?(?:of )?consideration)\b",
    re.IGNORECASE,
)
STATUS = re.compile(
    r"\b(?:status|progress|implement\w*|verdict|judge?ment|assessment|found|state of play|outcome|achieved\?*|"
    r"evaluation|"
    r"reali[sz]\w*|fulfil\w*|achievement|result|verified|verification|rating|compliance|"
    r"(?:how|where) (?:it|this|they|things|matters) (?:now )?(?:looks?|stands?))\b",
    re.IGNORECASE,
)
# Marks of which a legend tells the meaning; what was seen stands beside them.
MARK = re.compile(r"\b(?:colou?rs?|(?:traffic )?lights?|RAG|marks?|symbols?|signs?)\b", re.IGNORECASE)
COMMENT = re.compile(
    r"\b(?:comments?|reasons?|actions?|response|reply|explanation|measures taken|progress|steps|details?|evidence|"
    r"update|remarks|answer|what (?:will|has|have|is|was|we)\b(?! (?:wrong|missing|lacking|amiss|not right)\b).*|"
    r"what\b.{2,40}\b(?:answered|replied|did|said|"
    r"reported|promised|undertook|found|saw)|observations?|findings?)\b",
    re.IGNORECASE,
)
OWNER = re.compile(
    r"\b(?:owners?|responsib\w+|answerable|accountab\w+|in charge|lead|by whom|who|assigned|assignee|desk|"
    r"(?:carried out|handled|executed|implemented|to be done) by|executors?|performers?)\b",
    re.IGNORECASE,
)
ADDRESSEE = re.compile(
    r"\b(?:address\w*|authorit\w+|directed (?:to|at)|(?:to|of|by|from|for) whom|who (?:should|must|shall|is to)|"
    r"body|agency|institution|administration|recipient|"
    r"(?:office|department|unit|entity|ministry|part(?:y|ies)|duty[- ]bearer|stakeholder|actor)s?(?:\s+(?:concerned|"
    r"responsible|in charge))?|concerned|competent)\b|^(?:to|for)$",
    re.IGNORECASE,
)
DUE = re.compile(
    r"\b(?:due|dates?|deadlines?|completion|(?:comply|complete|to be done) by|"
    r"time[- ]?(?:scales?|frames?|limits?|lines?)|target|by when|when|term|"
    r"period|"
    r"urgency|priority)\b",
    re.IGNORECASE,
)
# Headings of what the authority told in answer; who is answerable is another matter.
TOLD = re.compile(
    r"\b(?:response|repl(?:y|ies|ied)|answers?|answered|position|reported|stated|promised|undertook|"
    r"(?:we|I|it) (?:was|were|have been|has been|had been) told|"
    r"what (?:the |they |it |he |she )(?:[\w’'-]+ ){0,3}?(?:said|told|says|say|tells?|claims?)|(?:told|said to) us|"
    r"(?:measures?|actions?|steps?) taken by\b.*|(?:according to|by|of|from) the (?:authorit\w+|institution|"
    r"administration|management|ministry|government|"
    r"department|service))\b",
    re.IGNORECASE,
)
# What has been or will be done by those who answer is no recommendation, though it opens with a verb.
TAKEN = re.compile(
    r"\b(?:taken|response|repl(?:y|ies)|answers?|comments?|plan(?:ned)?|progress|status|update|remarks|"
    r"undertaken|steps|"
    r"implement\w*|we will|activit(?:y|ies)|evidence|owner|how|by whom)\b",
    re.IGNORECASE,
)
MODAL = re.compile(r"\b(?:should|must|shall|ought to|needs? to|(?:is|are) to be)\b")
CLAIM = re.compile(
    r"\bself\b|\b(?:facilit\w+|authorit\w+|institution|management|department|ministry|government|provider|"
    r"service|reported|"
    r"claimed|response|reply)\b",
    re.IGNORECASE,
)
STRONG_TEXT = re.compile(
    r"recommend|requirement|required|needed|areas? for improvement|proposal|asks?\b|must|should|concern|finding|"
    r"defici",
    re.IGNORECASE,
)
