"""Forms of names: titles, openers of sentences, what joins the names of a list."""

from __future__ import annotations

import re

# Titles that are never anything but a form of address or a rank; the others are ordinary nouns as well.
SURE_TITLES = frozenset(
    {
        "mr", "mrs", "ms", "miss", "mx", "sir", "mme", "mlle", "monsieur", "madame", "mademoiselle", "herr", "frau",
        "sr", "sra", "ssp", "csp", "jsinsp", "jinsp", "jo1", "jo2", "jo3", "sjo1", "sjo2", "cst", "wdr", "sgto", "smt", "shri",  # noqa: E501
        "sor", "dona", "licda", "licdo", "lcda", "lcdo", "lic", "dra", "srta", "profa", "senhor", "senhora", "señor", "señora", "signor", "signora", "dr", "prof", "rev", "revd", "rt", "sgt",  # noqa: E501
        "insp", "supt", "capt", "cmdr", "col", "lt", "cpl", "lcpl", "pte", "rsm", "csm", "wo1", "wo2", "rfn", "gnr",
        "spr", "adv", "atty", "pc", "ps", "dc", "dci", "dco", "dcm", "som", "brig", "padre", "rabbi", "imam", "uncle",
        "aunt", "auntie", "tante", "babcia", "sheikh", "pan", "pani", "dame", "maître", "don", "doña", "so", "cm", "co", "po", "spo",  # noqa: E501
        "dhr", "mw", "mevr", "mnr", "mev", "bpk", "sdr", "sdri", "ven", "msgr", "cllr", "cs", "maj", "gen", "officer", "sergeant", "nurse", "corporal", "constable", "lieutenant", "captain", "colonel",  # noqa: E501
    }
)  # fmt: skip
ADDRESSES = frozenset(
    {
        "mr", "mrs", "ms", "miss", "mx", "mme", "mlle", "herr", "frau", "dr",
    }
)  # fmt: skip
FUNCTION = frozenset(
    {
        "a", "an", "the", "in", "on", "at", "by", "for", "from", "to", "of", "with", "and", "but", "or", "nor", "so",
        "yet", "as", "if", "when", "while", "where", "who", "whom", "whose", "which", "what", "why", "how", "after",
        "before", "since", "until", "because", "although", "though", "unless", "once", "this", "that", "these", "those",
        "there", "here", "it", "its", "he", "she", "they", "we", "i", "you", "his", "her", "their", "our", "my", "your",
        "no", "not", "all", "any", "both", "each", "every", "some", "many", "most", "more", "few", "one", "two", "three",  # noqa: E501
        "four", "five", "six", "seven", "eight", "nine", "ten", "another", "other", "such", "only", "also", "then",
        "thus", "however", "moreover", "during", "between", "among", "under", "over", "against", "about", "into",
        "through", "without", "within", "despite", "according", "following", "given", "than", "too", "very", "even",
        "still", "yesterday", "today", "later", "earlier", "finally", "meanwhile", "instead", "indeed", "perhaps", "is",
        "was", "are", "were", "be", "been", "did", "does", "do", "had", "has", "have", "can", "could", "may", "might",
        "must", "shall", "should", "will", "would", "let", "dear", "re", "cc", "lead", "former", "late", "retired",
        "acting", "then-",
    }
)  # fmt: skip
NUMERALS = frozenset(
    {
        "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen",  # noqa: E501
        "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty", "thirty", "forty", "fifty", "sixty", "seventy",  # noqa: E501
        "eighty", "ninety", "hundred", "thousand", "half", "first", "second", "third",
    }
)  # fmt: skip
# Last words of names of bodies that are no surnames.
BODIES = frozenset(
    {
        "commission", "committee", "council", "ministry", "department", "authority", "agency", "office", "centre", "center",  # noqa: E501
        "hospital", "prison", "unit", "university", "institute", "institution", "board", "bureau", "directorate", "inspectorate",  # noqa: E501
        "service", "services", "trust", "foundation", "association", "society", "federation", "union", "mechanism", "police",  # noqa: E501
        "company", "stores", "supplies", "bakery", "contractors", "aotearoa", "ltd", "llp", "inc", "plc", "gmbh", "healthcare", "health", "interpreting", "logistics",  # noqa: E501
        "academy", "primary", "clinic", "charity", "network", "inquiry", "protocol", "convention", "rules", "principles",  # noqa: E501
    }
)  # fmt: skip
# Between two names of a list: brackets, a detail with a number ("passport MT 123456"), commas, "and", "2)".
LIST_GAP = re.compile(
    r"[\"”’']?(?:\s*\([^()]{0,60}\))?(?:,\s[^.,;:|\n\x1e]{0,24}\d[^.,;:|\n\x1e]{0,14}(?=,))?"
    r"(?:,(?:\s[^.,;:|\n\x1e]{1,40})?;|\s*[,;/&]|,?\s+and|,\s+and|,\s+[a-z][a-z -]{2,40},?\s+and)?"
    r"(?:(?:,\s[^.,;:|\n\x1e]{1,40})?\s*\d{1,2}[.)])?\s*(?:and\s|or\s)?[\"“‘']?"
)
SENTENCE_END = re.compile(
    r"(?:^|[.!?:|\n\x1e][\"”’)\]]?\s*|[\x1e\n]\s*(?:[-•*]|\d+(?:\.\d+)*\.?|[a-z]\))?\s*|[\"“‘(]|\s\|\s)$"
)
# Openers of sentences that are stripped off a name must be as frequent as this.
FREQUENT = 5000
QUOTE_MARK = re.compile('["“”„‟«»]')
# Titles that belong to the name itself: kinship used as a name, and ranks that are given names in some languages.
PART_OF_NAME = frozenset(
    {
        "uncle", "aunt", "auntie", "tante", "babcia", "baba", "mama", "mang", "aling", "kuya", "tía", "tío", "abu", "abou",  # noqa: E501
        "oum", "umm", "hajji", "big", "little", "old",
    }
)  # fmt: skip
GIVEN_OR_RANK = frozenset(
    {
        "maj", "don", "dame", "pan", "major", "sol", "gen", "sheikh", "baron", "prior",
    }
)  # fmt: skip
# What stands before a month or day that is no name: "from August, said the weekend".
DATED = re.compile(
    r"(?:\d|\d(?:st|nd|rd|th)|\b(?:of|in|since|until|by|from|to|on|early|late|mid|last|next|every|this|and|during|before|after|visit:|date:|"
    r"updated|reviewed|published|issued|version))[ -]$",
    re.IGNORECASE,
)
# What has a name of its own and is no person: a group, a course, a paper, a dog.
THING_CALLED = re.compile(
    r"\b(?:[Gg]roup|[Pp]roject|[Pp]rogramme|[Pp]rogram|[Ss]cheme|[Cc]hoir|[Bb]and|[Nn]ewspaper|[Mm]agazine|[Aa]ssociation|[Cc]lub|[Cc]af[eé]|"
    r"[Ss]hop|[Ss]oftware|[Dd]atabase|[Ss]ystem|[Ff]ilm|[Ss]ong|[Bb]ook|[Cc]ourse|[Tt]ool|[Aa]pp|[Dd]og|[Cc]at|[Hh]orse|[Ss]hip|[Bb]oat|"
    r"[Ff]erry|[Oo]peration|[Ww]orkshop)(?:\s(?:is\s|was\s)?(?:called|named)\s[“\"‘]?|,?\s[“\"‘])$"
)
# Adjectives that make a nickname of a short name, and short names that are ranks or words otherwise.
SIZES = frozenset(
    {"big", "little", "lil", "wee", "old", "young", "fat", "skinny", "slim", "tall", "mad", "crazy", "baby", "tiny"}
)
SHORT_NAMES = frozenset(
    {
        "col", "cap", "gov", "maj", "gen", "sol", "al", "ed", "ali", "bo", "dee", "jay", "kay", "moe", "doc", "spud", "ginge",  # noqa: E501
        "red", "smokes", "boy", "ant", "art", "bert", "stan", "ron", "don", "del", "ted", "tam", "mac", "mo", "ty", "vi", "zee",  # noqa: E501
    }
)  # fmt: skip
# What follows a rank in the name of an office.
OFFICES = frozenset(
    {
        "commanding", "designate", "elect", "general", "practitioner", "training", "welfare", "support", "specialist",
        "station", "corps", "discipline", "grade", "federation", "reports", "practice", "on-call", "superintendent",
        "designated", "advocate", "box",
    }
)  # fmt: skip
COUNTRY_INITIALS = frozenset(
    {
        "US", "UK", "EU", "UN", "USA", "DC", "PS", "NB", "HM", "QC", "KC", "JP", "MP", "AD", "BC", "SC", "IPC", "IO", "PC", "HQ",  # noqa: E501
        "RIP", "CV", "TV", "LLB", "LLM", "BA", "MA", "PHD", "NGO", "DOB", "NA", "SO", "WC", "AM", "PM", "EG", "IE", "PO", "NO", "ID",  # noqa: E501
    }
)  # fmt: skip
# What stands before the town of an institution: "(Town)" or ", Town" after its name or number.
PLACE_ASIDE = re.compile(
    r"\b(?:[Pp]rison|[Jj]ail|[Gg]aol|[Hh]ospital|[Cc]ourt|[Cc]entre|[Cc]enter|[Ee]stablishment|[Cc]olony|[Ff]acility|[Ii]nstitution|"
    r"[Ss]tation|[Cc]linic|[Uu]niversity|[Ss]chool|[Oo]ffice|[Hh]ome|[Bb]arracks|[Cc]amp)(?:\s(?:[Nn]o\.?|№|[Nn]umber)?\s?\d{1,4})?"
    r"(?:,\s|\s\()$"
)
# What follows the first half of the name of a firm, or a party of a published judgment: " v. Example (no. 1/23)".
FIRM_OR_CASE = re.compile(
    r"\s(?:and|&)\s(?:[A-Z][\w'’-]+\s){1,3}(?:LLP|Ltd|Solicitors|Partners|Associates|Co)\b|"
    r"(?:\sand\sOthers)?\sv\.\s(?:the\s)?[A-Z]\w+(?:\s[A-Z]\w+)?,?\s(?:\((?:nos?\.|app|\[GC)|nos?\.\s\d|\[GC|application)"
)
# "the Centre for Social Work ": what follows is where it is, if the document knows the words for a place.
AFTER_BODY = re.compile(
    r"\b(?:Centre|Home|Institution|Office|Court|Hospital|Prison|Station|Department)(?:\s(?:for|of)(?:\s[A-Z]\w+){1,3})?\s$"
)
# "the last lighthouse keeper of Example", "the mayor of Example": what one is of a place, and of nobody else.
OFFICE_OF = re.compile(
    r"\b(?:keeper|mayor|mayoress|priest|parson|vicar|rector|imam|rabbi|muezzin|bishop|archbishop|archdeacon|abbot|abbess|postman|postmaster|postmistress|baker|butcher|blacksmith|miller|"
    r"ferryman|harbourmaster|fisherman|farmer|shepherd|beekeeper|headman|chieftain|alderman|sheriff|organist|cantor|sexton|gravedigger|bellringer|midwife|dentist|pharmacist|veterinarian|vet|"
    r"librarian|stationmaster|innkeeper|shopkeeper|grocer|tailor|cobbler|barber|carpenter|schoolmaster|headmaster|headmistress|inhabitants?|villagers?|townspeople|natives?|"
    r"port|town|city|village|parish|hamlet|commune|canton|borough|suburb|island)\sof\s$"
)
# "Example prison - urgent": what follows in small letters is an establishment.
HOUSE_AFTER = re.compile(
    r"\s(?:prison|jail|gaol|hospital|colony|barracks|penitentiary|remand prison|fengsel|fængsel|arresthus|fängelse|häkte|vankila|gevangenis)\b"  # noqa: E501
    r"(?!\s(?:officer|governor|guard|doctor|staff|director|nurse|chaplain|number|no|file|record)s?\b)"
)
