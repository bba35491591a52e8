"""Identity: whether a question asks who someone is, or for something that points at one person."""

from __future__ import annotations

import re

from assistant.question.terms import fold

_PERSON = (
    r"(?:prisoner|detainee|inmate|patient|resident|officer|guard|nurse|doctor|warder|sergeant|constable|complainant|"
    r"woman|man|boy|girl|child|person|individual|lady|guy|youth|teenager|juvenile|victim|witness|informant|"
    r"whistle-?blower|source|"
    r"mother|father|brother|sister|wife|husband|son|daughter|partner|relative|lawyer|interpreter|visitor|volunteer|"
    r"member of staff|staff member|superintendent|governor|director|warden|manager|migrant|asylum[- ]seeker|soldier|"
    r"recruit|wheelchair user|cellmate|perpetrator|assailant|suspect|deceased|carer|teacher|psychologist|inspector|"
    r"lad|bloke|chap|kid|baby|newborn|infant|widow(?:er)?|fianc[eé]e?|boyfriend|girlfriend|uncle|aunt|cousin|nephew|"
    r"niece|grand(?:son|daughter|mother|father|parent)|lieutenant|corporal|captain|colonel|private|chaplain|imam|cook|"
    r"(?:social|case|youth|key)[- ]?worker|"
    r"cleaner|barber|bugler|driver|psychiatrist|paramedic|escort|instructor|accuser|author of the (?:letter|complaint|"
    r"petition|note)|\w+(?:man|woman|boy|girl)(?<!human)(?<!ombudsman)(?<!chairman))"
)
# A person said in one word, without saying what he or she is there.
_ANYBODY = rf"(?:{_PERSON}|people|persons?|individuals?|somebody|someone)"
PERSONAL = (
    r"(?:(?:full |first |last |real |family |given |maiden )?names?|surnames?|identity|phone numbers?|"
    r"telephone numbers?|"
    r"mobile(?! (?:tele)?phones?\b)(?: numbers?)?|e-?mails?(?: address(?:es)?)?|(?:home |postal )?address(?:es)?|"
    r"dates? of birth|"
    r"birth ?dates?|"
    r"birthdays?|dob|(?:prison(?:er)?|a|alien|nhs|passport|ni|national insurance|id|identity|identification|"
    r"social security|personal|case|custody record|service|force|badge|warrant|tax|bank account|"
    r"licence|registration)[- ](?:numbers?|no\.?|card)|pesel|ppsn?(?: numbers?)?|cnp|ssn|initials|"
    r"nationality and age|"
    r"(?:personal|contact|private|medical) (?:details|particulars|data|file|record)|"
    r"cell numbers?|number plates?|licen[cs]e plates?|whereabouts)"
)
_INSTITUTION = (
    r"(?:prison|place|report|body|ministry|department|programme|program|unit|wing|establishment|home|hospital|"
    r"facility|"
    r"station|institution|instrument|treaty|article|law|drug|medicine|company|contractor|authority|agency|ngo|"
    r"mechanism|committee|centre|center|scheme|inspectorate|ombuds\w*|npm|court|service)"
)
_PLACEHOLDER = (
    r"(?:detainee|staff|person|relative|child|patient|official|prisoner|witness|visitor|lawyer|inspector) \d{1,3}\b"
)
_GAP = r"[^.?!]{0,80}"

# What is done by offices, not by one person: "who decides", "who carried out the inspection".
_OFFICIAL_ACT = (
    r"(?:inspect|visit|carr|conduct|publish|decide|pay|paid|fund|financ|respond|repl|accept|reject|agree|"
    r"implement|manage|"
    r"run|ran|own|built|build|train|approve|order|authori[sz]e|appoint|provide|supervise|oversee|oversaw|"
    r"monitor|fulfil|"
    r"compl(?:y|ied)|recommend|propose|issue|draft|prepare|receive|request|ask(?:ed)? for|introduce|establish|set up|"
    r"found(?!\w)|lead|led|commission|organi[sz]e|check|review|examine|assess|judge|need|benefit|qualif|count|collect|"
    r"keep|kept|hold|held|maintain|take|took (?:part|over)|work|serve|answer(?:ed)? (?:the|to|for) "
    r"(?:recommend|report)|"
    r"design|invent|creat|develop|discover|draw|drew|paint|"
    r"made (?:the |these |this |those )?(?:recommend|report|propos|visit|find))"
)
_HINT = re.compile(
    r"\b(?:find out|hint|clue|idea|guess|know|say|tell(?: me| us)?|reveal|show) (?:on |about |as to )?who "
    r"(?:it |the (?:\w+ ){1,3})?"
    r"(?:might|may|could|was|is|made|wrote|said|sent|called|did|gave|hit|told|reported|complained)\b"
)
_MORE = [
    re.compile(pattern)
    for pattern in (
        r"\bwho (?:\w+ly )?(?:led|leads|headed|heads|chaired|chairs|signed) (?:the|this|that|its|their) (?:\w+ ){0,3}"
        r"(?:visit|delegation|team|mission|inspection|letter)\b",
        r"\bput (?:a )?names? to\b|\bname names\b|\bnames? (?:on|under|at the (?:end|bottom) of|behind|in) "
        r"the (?:letter|"
        r"complaint|petition|note|statement|signature|form|record|book|register)\b(?! (?:displayed|written|of "
        r"(?:the )?drug))",
        rf"\b(?:recogni[sz]e|single out|pick out|track down|trace|work out|find out|figure out) (?:who|which "
        rf"{_PERSON}|the "
        rf"(?:\w+ ){{0,3}}{_PERSON})\b",
        rf"\b(?:list|name|show|give|tell)\b.{{0,20}}\b(?:every|all|each|any)(?: the)? (?:names?|{_ANYBODY})s? "
        rf"(?:that (?:is|are) |"
        r"who (?:is|are) )?(?:mentioned|named|described|quoted|identified|in|of)\b",
        r"\bwho(?: is|'s|s) (?:that|he|she|this)\b|\bwho (?:else )?(?:was|were|is) (?:in|inside) (?:the|that|"
        r"this|his|her) "
        r"(?:cell|room|van|vehicle|bed|dormitory)\b",
        r"\bwho (?:got|was|were|has been|had been|have been) (?:\w+ly )?(?:promoted|dismissed|suspended|"
        r"sacked|fired|arrested|"
        r"convicted|charged|accused|disciplined|beaten|injured|killed|stabbed|raped|strapped|restrained|isolated|"
        r"transferred|moved|deported|hospitalised|hospitalized|pregnant|shot|burnt|burned|bitten|naked)\b",
        rf"\bwho (?:\w+ly )?(?!{_OFFICIAL_ACT})(?:\w{{3,}}ed|hit|beat|bit|hurt|shot|spat|stole|wrote|said|told|"
        rf"made|gave|sent|"
        r"went|saw|heard|lost|broke|fell|drove|drives|wore|wears|cut|swore|slept|wept|cried|left|ran away|gets?) "
        r"(?:(?:to|at|on|with|over|off|away|for|about) )?(?:the|a|an|his|her|him|them|their|that|this|it|himself|"
        r"herself|because|after|during|in)\b",
        r"^(?:and |so |but )?(?:(?:tell me|do (?:we|you) know|find out) )?whose (?!(?:\w+ )?(?:responsib\w+|"
        r"dut(?:y|ies)|task|"
        r"job|role|mandate|budget|recommendations?|reports?|findings?|consent|approval|permission|decisions?|"
        r"authority|law|"
        r"rules?|standards?|policy|money|fault)\b)",
        rf"\bwhich (?:one )?of the (?:\w+ ){{0,2}}(?:staff|lads|{_ANYBODY}s?)\b.{{0,10}}\b(?:is|was|has|had|"
        rf"have|are|were|did|"
        r"got|said|told|made|wrote)\b(?! (?:most|more|least|allowed|entitled|required|supposed|trained))",
        rf"\bwhich (?:\w+ )?(?:hospital|prison|unit|wing|ward|country|clinic|camp|place|cell|room)s? (?:is|was|"
        rf"has|did|does|"
        rf"were) (?:the|that|this) (?:\w+[- ]){{0,3}}{_PERSON}\b",
        rf"\b(?:find|give|get|show|tell|point|lead|take)(?: me| us)?(?: to)? (?:the|that) (?:\w+[- "
        rf"]){{0,2}}{_PERSON} (?:who|that|"
        r"with|in|on|from|behind)\b",
        rf"\b(?:what|which) (?:nationality|religion|faith|age|ethnicity|race|tribe|caste|sexuality|party) "
        rf"(?:is|was|does|has) "
        rf"(?:the|that|this) (?:\w+[- ]){{0,3}}{_PERSON}\b",
        rf"\b(?:which|what) (?:\w+ )?(?:village|town|city|country|region|street|island|tribe|family|parish|"
        rf"school) (?:does|did|"
        rf"is|was|do|has) (?:the|that|this|his|her) (?:\w+[-' ]s? ?){{0,3}}{_PERSON}\b",
        rf"\b(?:what|which)(?:'s| is| was) (?:the )?{PERSONAL}(?!\w| (?:of|for|in|at|used|given)\b)",
        rf"\b{PERSONAL}(?!\w).{{0,6}} (?:of|for|belonging to) (?:the |a |that |this )(?:\w+[- ]){{0,3}}{_PERSON}\b",
        rf"\b(?:get in (?:touch|contact)|in contact|make contact|speak|meet|talk) with (?:the |that |his |her "
        rf")?(?:\w+ ){{0,2}}"
        rf"(?:family|relatives|{_PERSON}) (?:of|who|that)\b(?=.*\b(?:i|we|me|us)\b|.*)(?<=.)",
        r"\b(?:would|to|that|could) (?:let|help|allow|enable) (?:me|us|one|anyone|somebody) (?:to "
        r")?(?:recogni[sz]e|identify|find|"
        r"locate|contact)\b",
        rf"\b(?:where|how) (?:does|do|did|can|could|might) .{{0,40}}\b{_PERSON}(?:'s)?(?: \w+){{0,3}} (?:live|"
        rf"living|be found|be "
        r"reached|be contacted)\b",
        r"\b(?:share|shares|have|has|bear|bears) (?:a|the same) (?:first |last |family )?(?:name|surname|birthday)\b",
        rf"\bwhat (?:was|is|were) (?:the|that|this) (?:\w+ ){{0,5}}(?:{_PERSON})\b.{{0,60}}\bcalled\W*$",
        rf"\bis (?:the|that|this) (?:\w+[- ]){{0,2}}{_PERSON}\b.{{0,40}}\b(?:mr|mrs|ms|miss|dr|officer|"
        rf"sergeant|nurse) [a-z]+",
    )
]
_IDENTITY = [
    re.compile(pattern)
    for pattern in (
        rf"\b{PERSONAL}\b(?: and [\w ]{{1,30}}| or [\w ]{{1,30}}|,[\w ,]{{1,40}})? (?:of|for|belonging to) "
        rf"(?!(?:the |a |this |that |each |every )?(?:\w+ )?{_INSTITUTION}s?\b)"
        rf"(?:the |a |an |this |that |these |those |all |both |any |every |each )?{_GAP}\b{_PERSON}(?:s|'s)?\b",
        rf"\b(?:his|her|their|whose|{_PERSON}'s) {PERSONAL}\b",
        rf"\bwho (?:is|was|are|were|exactly is) (?:the |this |that |those |these )(?:\w+[- ]){{0,5}}{_PERSON}s?\b",
        rf"\bwho(?: is|'s| was| are|'re) (?:the )?(?:only |one )?(?:\w+[- ]){{0,3}}{_PERSON}s?\b(?= (?:who|in|"
        rf"on|with|that|at|from)\b|\W*$)",
        rf"\bwho (?:the|that|this|those|these) (?:\w+[- ]){{0,4}}{_PERSON}s? (?:is|was|are|were)\b",
        rf"\bwhich (?:one )?of the (?:\w+ ){{0,2}}(?:women|men|children|people|{_PERSON}s) (?:is|was|are|has|"
        rf"had|did|said)\b",
        rf"\bunder (?:what|which) (?:name|alias)\b|\bwhat (?:is|was) (?:he|she) called\b|"
        rf"\b{_PERSON}'s (?:\w+ )?name\b",
        rf"\b(?:who|identity|identify|real|true|actual|names?|behind|called|unmask|reveal|"
        rf"meant by)\b.{{0,50}}\[?\b{_PLACEHOLDER}",
        rf"\bhow (?:can|do|could|may|might) (?:i|we|one) (?:contact|reach|call|phone|visit|meet|track down|"
        rf"get in touch with|find)"
        rf"\b.{{0,30}}\b(?:family|relatives|{_PERSON}s?)\b(?!'s? (?:repl|respon|answer|report))",
        rf"\bwhich (?:\w+[- ]){{0,2}}{_PERSON} (?:(?:at|in|on|from|of) (?:\w+[- ]){{1,4}}?)?(?:\w+ly )?(?:\w{{2,}}ed|"
        rf"called|spat|broke|caught|fell|stole|sent|took|wrote|hurt|bit)\b",
        # Whoever is said by "who" is a person, whatever the word: "the name of the violinist who ...".
        rf"\b(?:{PERSONAL}|cell|room) of (?:the|that|this) (?:\w+[- ]){{1,4}}who\b",
        # "the national number and cell of the driver": what stands before the cell is one person's as well.
        rf"\b(?:cell|room|bed|file|record) of (?:the|that|this) (?:\w+[- ]){{0,4}}{_PERSON}\b(?!s|'s (?:cell|room))",
        rf"\bwhere (?:was|is|were|are|does|did) (?:the|that|this) (?:\w+[- ]){{0,3}}{_PERSON}\b"
        r".{0,40}\b(?:born|from|live|lives|living|now)\b",
        rf"\bwhere (?:can|could|do) (?:i|we) (?:find|meet|visit) (?:the|that) (?:\w+[- ]){{0,3}}{_PERSON}\b",
        rf"\bhow old (?:is|was) (?:the|that|this) (?!youngest|oldest|average)(?:\w+[- ]){{0,3}}{_PERSON}\b",
        rf"\b(?:age|nationality|diagnosis|religion|crime|sentence) (?:and \w+ )?of (?:the|that|"
        rf"this) (?:\w+[- ]){{0,2}}{_PERSON}\b"
        r" (?:in|who|on|with)\b",
        rf"\bwhat (?:is|was) (?:the|that|this) (?:\w+[- ]){{0,3}}{_PERSON}\b.{{0,40}}\bcalled\b",
        r"\b(?:which|what) (?:family|village|town|country|city|street|tribe|clan)\b.{0,30}"
        rf"\b(?:the|that|this) (?:\w+[- ]){{0,3}}{_PERSON}\b",
        rf"\bwho (?:did|does|was|were) (?:the|that|this) (?:\w+[- ]){{0,2}}(?!governor|director|warden|manager|"
        rf"superintendent|inspector){_PERSON}\b",
        rf"\b(?:was|is|were|are) \[?{_PLACEHOLDER}|\b{_PLACEHOLDER}\]?'s\b|\b(?:detainee|staff|person) \d{{1,3}}'s\b",
        rf"\bwhich (?:\w+[- ]){{0,2}}{_PERSON} (?:set|put|hit|cut|ran|went|came|got|fed|swore|drank|ate|kept)\b",
        r"\bwho (?:had|has) (?:the|a) (?:\w+ )?(?:seizure|fit|stroke|miscarriage|illness|disease|injur\w+|"
        r"wound\w*|broken \w+)\b",
        r"\bwhose (?:wrist|arm|leg|jaw|nose|hand|body|face|head|ribs?|tooth|teeth|eye|back|bones?|child|baby|"
        r"cell|letter|file|record)\b",
        r"\bwho (?:exactly |actually |really |else )?(?:said|told|hit|beat|kicked|slapped|complained|reported|"
        r"alleged|assaulted|attacked|restrained|"
        r"punched|"
        r"wrote|informed|testified|died|escaped|hanged|abused|raped|harassed|insulted|threatened|slept|shouted)\b",
        rf"\b(?:which|what) (?:(?!(?:an?|any|every|each)\b)\w+[- ]){{0,3}}{_PERSON}\b (?!.{{0,12}}\b(?:is|are) "
        rf"(?:responsible|required|obliged))"
        r"(?:\w+ly )?(?:was|is|has|had|who|that|did|said|told|hit|beat|kick\w*|slap\w*|punch\w*|complain\w*|"
        r"report\w*|"
        r"alleg\w*|assault\w*|attack\w*|restrain\w*|wrote|threaten\w*|insult\w*|died|hang\w*|abus\w*|tried|"
        r"swallow\w*|"
        r"cut|work\w*|gave|asked|spoke|talk\w*|made|used|took|used|locked|left|refus\w*|watch\w*)\b",
        rf"\b(?:what|which|whose) (?:cell|room|bed|house|street|village|address)\b(?! (?:bell|type|size|block)){_GAP}"
        rf"\b(?:{_PERSON}|he|she)\b",
        rf"\bwhere (?:does|do|did) (?:the |this |that |his |her ){_GAP}\b{_PERSON}\b{_GAP}\blive\b",
        rf"\b(?:name|identify|unmask|reveal|expose|list the names of|tell me the names? of) (?:the |that |this |all |"
        rf"every )(?:\w+[- ]){{0,5}}{_PERSON}s?\b",
        rf"\b(?:give|tell|send|show|list|provide|reveal|disclose|print|find|need|want) (?:me |us )?(?:the |"
        rf"their |his |"
        rf"her |all )?"
        rf"(?:real |full |original )?(?:{PERSONAL})\b(?! of (?:the |a )?(?:\w+ )?{_INSTITUTION})",
        rf"\b(?:what(?:'s|s| is| was)?|give(?: me| us)?|tell me|send(?: me| us)?|need|want|find(?: me| us)?) the "
        rf"(?:\w+ )?(?:tele|mobile )?phone of (?:the|that|this) (?:\w+[- ]){{0,3}}{_PERSON}\b",
        rf"\b(?:how old|what nationality|what religion|which country) (?:is|was) (?:the|that|this) (?:\w+[- ]){{0,4}}"
        rf"{_PERSON}\b{_GAP}\b(?:who|with|in cell)\b",
    )
]
_MAY_WE = re.compile(
    r"^(?:and |so |but )?(?:may|can|could|should|must|do|are|is) (?:we|i|an? npm|npms|the npm|"
    r"the mechanism|inspectors|it)\b"
    r".{0,60}\b(?:publish|disclose|use|record|share|print|keep|store|name|names|allowed|lawful|permitted)\b"
)

_PRACTICE = re.compile(
    r"^(?:how|are|is|were|was|do|does|did|why|should|must)\b.{0,80}\b(?:displayed|provided|recorded|available|posted|"
    r"protected|stored|removed|kept|masked|collected|confidential|entered|noted|misspelt|written)\b"
)
# What people know, wear or are told is a practice of the place: "did patients know the name of their doctor?".
_HABIT = re.compile(
    r"^(?:did|do|does|are|were|is|was|can|could) (?:the |all |any |most )?(?:\w+ ){0,2}(?:patients|prisoners|"
    r"detainees|staff|"
    r"officers|residents|children|people|women|men|visitors|inspectors|inmates|guards|nurses|doctors)\b(?! \d)"
)
_CALLED = re.compile(
    rf"^(?:[Ww]as|[Ii]s|[Ww]ere)\b.*\b{_PERSON}\b.*\b(?:called|named) (?:(?:Mr|Ms|Mrs|Dr)\.? )?[A-Z][a-z]+"
    rf"|^[Ii]s .{{0,40}}\b{_PERSON} (?:is |really )?(?:(?:Mr|Ms|Mrs|Dr)\.? )?[A-Z][a-z]+(?: [A-Z][a-z]+)?\W*$"
)
_EXISTS = re.compile(r"^(?:is|are|was|were) there\b(?!.*\bwho\b)")
_TO_OFFICE = re.compile(
    r"^who (?:wrote|reported|complained|informed|told) (?:to )?(?:the )?"
    r"(?:ministr?\w*|government|authorit\w+|parliament|board)\b"
)


# "the man who said that he was beaten": nobody asks who that is, unless the sentence asks for him otherwise.
_RELATIVE = re.compile(rf"\b((?:{_PERSON}|people|men|women|children|those)s?) who\b")


def is_identity(question: str) -> bool:
    """Say whether the question asks who someone is or for something that points at one person."""
    folded = fold(question).strip()
    if _CALLED.search(question.strip()):
        return True
    if _HINT.search(folded):
        return True
    if _EXISTS.search(folded) or _TO_OFFICE.search(folded):
        return False
    if _PRACTICE.search(folded) or _MAY_WE.search(folded):
        return False
    asked = _RELATIVE.sub(r"\1 that", folded)

    def matches(patterns: list[re.Pattern[str]]) -> bool:
        return any(each.search(asked if each.pattern.startswith(r"\bwho") else folded) for each in patterns)

    if matches(_MORE):
        return True
    if _PRACTICE.search(folded) or (_HABIT.search(folded) and " who " not in folded):
        return False
    return matches(_IDENTITY)
