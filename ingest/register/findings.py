"""Principal findings in narrative paragraphs: sentences that state a shortcoming, counted or plain."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ingest.register.candidate import Candidate, trimmed
from ingest.register.fields import read_field
from ingest.register.grave import is_grave, tells_of_harm
from ingest.register.sentence import sentence_spans
from ingest.report import Block, BlockKind
from ingest.structure.labels import read_label
from redaction.text import RedactedText

_WEAKNESS = re.compile(
    r"\b(?:no|not|never|none|nobody|neither|nor|only|without|lack\w*|want of|absen\w+|shortage\w*|short of|"
    r"too (?:few|many|small|cold|hot|late|long)|"
    r"worse\w*|worst|poor\w*|inadequate\w*|insufficient\w*|unsatisfactory|unacceptable|broken|damaged|torn|"
    r"mould|damp|dirty|filthy|dark|cold|"
    r"bare|thin|slow|slept on|overcrowd\w*|exceed\w*|above|longer than|longest|wait(?:s|ing)?|delay\w*|late|"
    r"cancel\w*|refus\w*|denied|missing|"
    r"incomplete|overwritten|photocop\w+|impossible|unable|unlawful\w*|contrary to|inconsistent|degrading|"
    r"excessive\w*|risen|rose|increas\w*|"
    r"out of order|out of use|shut|closed|unused|unlocked|locked (?:up|away|in)|shared|vacan\w+|understaffed|"
    r"unstaffed|bedbugs?|graffiti|"
    r"although|despite|prohibit\w*|in breach|in violation|but|"
    r"stayed on|kept (?:open|on|apart|from)|alone|fewer|less than|failed|fail\w*|found in|restrain\w*|"
    r"handcuff\w*)\b|n['’]t\b",
    re.IGNORECASE,
)
_STRONG = re.compile(
    r"\b(?:no|not|never|none|nobody|only|without|lack\w*|want of|impossible|worst|unacceptable|contrary to)\b|"
    r"n['’]t\b",
    re.IGNORECASE,
)
_COUNT = re.compile(
    r"\d|\b(?:once|twice|hundred|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|"
    r"fifteen|sixteen|"
    r"seventeen|eighteen|nineteen|"
    r"twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|half|most|majority|every|all|everyone)\b",
    re.IGNORECASE,
)
# Conditions and acts that are a shortcoming by themselves, without a count or a negation.
_GRAVE = re.compile(
    r"\b(?:although|despite|even though|in breach of|in violation of|not (?:in line|consistent|comply|complied|in "
    r"accordance|compatible|meet)|falls? short|in the absence of|struck|hit|tied|strapped|chained|kick(?:ed|s|"
    r"ing)?|truncheons?|batons?|"
    r"tear gas|insult\w*|threat(?:s|en\w*)|but (?:it |this |they |he |she )?(?:had|was|were|is|are|did|does|not)|"
    r"stench|smell\w*|vermin|mice|infest\w*|sewage|unhygienic|dilapidated|worn[- ]out|rusty?|peeling|"
    r"discriminat\w*|forced|coerc\w*|extort\w*|brib\w*|understaff\w*|mould|damp|filthy|dirty|broken|torn|"
    r"leak\w*|overflow\w*|flood\w*|clogged|burst|jammed|out of (?:order|use)|shut|overcrowd\w*|photocop\w+|"
    r"handcuff\w*|"
    r"shackle\w*|chain(?:s|ed)|ill-treat\w*|beat(?:en|ing|ings)|punch\w*|slap(?:s|ped)?|blows|violence|degrading|"
    r"humiliat\w*|"
    r"expired|doubled|trebled|bed ?bugs?|cockroach\w*|rats|inadequate\w*|insufficient\w*|poor|unsatisfactory|"
    r"unacceptable|"
    r"unlawful\w*|contrary to|inconsistent|incomplete|missing|overdue|lacked|failed|fail(?:s|ure)? to|unable|"
    r"refused|denied|"
    r"(?:at|in) every (?:case|examination|consultation|interview)|in the presence of (?:\w+ )?(?:officers?|guards?|"
    r"police|staff)|"
    r"shared? (?:a |one |the )?(?:cell|vehicle|room|bed|accommodation)\w*|naked|sleep\w* on|slept on|cold|dark|"
    r"worse|worst|ineffective|weak|routinely|remained theoretical)\b",
    re.IGNORECASE,
)
_HARM = re.compile(
    r"\b(?:isolat\w+|segregat\w+|seclu\w+|screened|restrain\w*|handcuff\w*|belts?|self-harm\w*|incidents?|force|"
    r"overnight|"
    r"allegations?|accounts? of|inflicts?|pain|injur\w+|bruis\w+|deaths?|died|suicid\w*|weight|malnutrition|"
    r"temperature|°C|"
    r"waited|wait|delay\w*|gap|above|more than|longer than|up to|at least|exceed\w*|over (?:the )?(?:capacity|"
    r"design)|"
    r"once (?:every|a|in) |as against|compared (?:with|to)|instead of|per (?:week|month|day)|more \w+ than|"
    r"strip[- ]search\w*|lux|mattress\w*|vacan\w+|absent|complaints?|missed|cancel\w*|late|hours a day|minutes|"
    r"zero)\b|"
    r"%|per cent",
    re.IGNORECASE,
)
# "in 37 of 60 reports", "most of them": a share that a report counts is what it found.
_SHARE = re.compile(
    r"\b(?:\d[\d,.]*|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-\w+)?|one|two|three|four|five|six|"
    r"seven|eight|nine|ten|eleven|twelve|\w+teen|half|most|many|some|several|none|few)\s+(?:out\s+)?of\s+(?:the "
    r"|these |those |them|"
    r"all |its )?(?:\d|them\b|\w+teen\b|two|three|four|five|six|seven|eight|nine|ten|twenty|thirty|forty|fifty|"
    r"persons|"
    r"people|prisoners|detainees|patients|residents|children|women|men|cells|rooms|staff|cases|files|records|those)"
    r"|\bfor (?:about |some |the |its |all )?\d{2,} (?:persons|people|prisoners|detainees|patients|residents|"
    r"children|women|men|"
    r"inmates|beds|cells)|\bused \d+ times|\bin (?:a |an |one )?(?:cells?|dormitor\w+|rooms?|halls?) (?:of|for|"
    r"measuring) \d|\bmaximum (?:term|period|of)|\bbeyond the\b|\b(?:built|meant|designed|intended) for \d|\bin "
    r"turns\b|"
    r"\blast (?:reviewed|cleaned|painted|repaired) in|"
    # "Of the 88 patients described as voluntary, 61 lived behind a locked door."
    r"^of (?:the |these |our |its )?(?:[\w’'-]+ ){0,3}?(?:\d[\d,.]*|\w+ty(?:-\w+)?|\w+teen|two|three|four|five|"
    r"six|seven|eight|"
    r"nine|ten|eleven|twelve|hundred) [^.;]{3,90}, (?:only |just |no fewer than )?(?:\d|\w+ty\b|\w+ty-|\w+teen\b|"
    r"one\b|two\b|"
    r"three\b|four\b|five\b|six\b|seven\b|eight\b|nine\b|ten\b|eleven\b|twelve\b|most\b|half\b|none\b|all\b)",
    re.IGNORECASE,
)
# "The monitors established that ...", "It was recorded that ...": the report itself says that it found.
_STATED = re.compile(
    r"\b(?:found|established|recorded|revealed|ascertained|registered|observed|noted|identified|determined|detected|"
    r"discovered|showed|shows|witnessed|reported|alleged|complained|claimed)\s+(?:that|how|being)\b",
)
_PRAISE = re.compile(
    r"\b(?:commend\w*|praised|exemplary|excellent|good order|well kept|adequate|satisfactory|were clean|"
    r"was clean|was good|positive\w*|diverse|praise\w*|improved|improvement|strong|effective\w*|timely|well|"
    r"help(?:ful|s)|thank\w*)\b",
    re.IGNORECASE,
)
_PERSON = re.compile(
    r"\[(?:DETAINEE|RELATIVE|PERSON|PATIENT|CHILD|ID|DOB|CELL|CONTACT)\b|"
    r"\b(?:Mr|Mrs|Ms|Dr|Miss)\.?\s(?!\[STAFF)|"
    r"\b(?:he|she|his|her)\b",
    re.IGNORECASE,
)
# One of them, who is not named: "A boy was kept apart from his father for five hours".
_ANY_PERSON = re.compile(
    r"(?:an?|one|another|some|several|two|three|four|five)\s(?:\w+\s){0,3}?(?:boys?|girls?|child(?:ren)?|m[ae]n|"
    r"wom[ae]n|patients?|"
    r"prisoners?|detainees?|residents?|persons?|people|juveniles?|inmates?)\b(?!,? (?:Mr|Mrs|Ms|\[))",
    re.IGNORECASE,
)
_PRONOUN = re.compile(r"\b(?:he|she|his|her)\b", re.IGNORECASE)
_NOT_FINDING = re.compile(
    r"\b(?:recommend\w*|should|report (?:is|was|contains)|confidential\w*|sanctioned|OPCAT|ratified|"
    r"methodology|interviewed|prior notice|(?:visit|inspection) was (?:conducted|carried|made)|(?:requested|"
    r"asked|invited) to|"
    r"urges?|calls? (?:up)?on|please\b(?= (?:send|let|state|inform|note))|see (?:also )?paragraphs?|"
    r"we (?:spoke|met|thank)|reference|published|copies)\b",
    re.IGNORECASE,
)
# What somebody said or did in the course of the visit states no shortcoming: "[STAFF 1] denied the allegations".
_NEUTRAL = re.compile(
    r"\b(?:den(?:ied|ies|ying)|dismiss(?:ed|es)|reject(?:ed|s)|disput(?:ed|es)|contest(?:ed|s)|refut(?:ed|es)|"
    r"comment(?:ed|s)? on|ha[ds] no (?:knowledge|recollection)|(?:was|were) not aware|"
    r"(?:made|gave|offered) no comment|declined to (?:comment|answer))\b"
    r"[^.]{0,40}(?:\b(?:allegations?|claims?|accusations?|accounts?|complaints?|wrongdoing|this|these|that|it|any|"
    r"comments?)\b|$)|"
    r"\bdenied (?:having|that|using|any)\b|"
    # "Seclusion was not used": what is absent is no shortcoming.
    r"\b(?:electroconvulsive|restraints?|fixation|force|seclusion|isolation|solitary confinement|net beds?|"
    r"cage beds?|handcuffs|"
    r"belts|pepper spray|tasers?|truncheons?)\b[^.;]{0,40}\b(?:was|were|is|are|has been|have been|had been) "
    r"(?:not|never|no longer) (?:used|applied|practised|imposed|found|in use)\b|"
    r"^(?:the |our )?(?:delegation|team|visitors|monitors|inspectors|members|\[STAFF \d+\]|we)\b[^.]{0,40}"
    r"\b(?:met|spoke|arrived|left|toured|thanked|introduced|explained|accompanied|informed|visited|returned)\b|"
    r"\b(?:received|heard) no (?:complaints?|allegations?|reports?)\b|"
    r"\bno (?:complaints?|allegations?|concerns?) (?:[\w-]+ ){0,4}(?:were|was|had been) "
    r"(?:made|received|heard|raised)\b",
    re.IGNORECASE,
)
_SKIPPED_SECTION = re.compile(
    r"introduction|method|scope|confidential|appendix|annex|recommendation|response|repl(?:y|ies)|governance|"
    r"why (?:we|a)|about|overview of the visit|"
    r"contact$|distribution|acknowledg",
    re.IGNORECASE,
)
_LONGEST = 400
MOST_IN_PARAGRAPH = 4
_MOST_GRAVE = 7  # more than any other sentence
_LEAST_ITEM = 40
_LEAST_BULLETS = 8


def find_findings(blocks: Sequence[Block[RedactedText]], taken: set[int]) -> list[Candidate]:
    """Find sentences of narrative paragraphs that state a shortcoming.

    Args:
        blocks: a report's blocks in reading order.
        taken: identities (``id``) of blocks that are entries already.

    Returns:
        At most four sentences a paragraph. Sentences about one person, praise, method and law are left out; so are
        sections that report no findings (introduction, replies, annexes).
    """
    bullets = _told_in_bullets(blocks)
    return [
        candidate
        for block in blocks
        if (
            block.kind in (BlockKind.PARAGRAPH, BlockKind.BOX)
            or (
                block.kind is BlockKind.LIST_ITEM
                and (block.number is not None or (bullets and block.text.endswith((".", "!"))))
                and len(block.text) >= _LEAST_ITEM
            )
        )
        and block.table is None
        and id(block) not in taken
        and not _is_reply(block)
        and not (block.heading_path and _SKIPPED_SECTION.search(block.heading_path[-1]))
        for candidate in _in_paragraph(block)
    ]


def _is_reply(block: Block[RedactedText]) -> bool:
    """Say whether a label says that the authority speaks: ``[Measures] The boxes were moved``."""
    field = read_field(block.text)
    return field is not None and field.kind == "reply"


def _told_in_bullets(blocks: Sequence[Block[RedactedText]]) -> bool:
    """Say whether a report tells in items with bullets what others tell in paragraphs."""
    kinds = [block.kind for block in blocks if len(block.text) >= _LEAST_ITEM and block.number is None]
    return kinds.count(BlockKind.LIST_ITEM) > max(_LEAST_BULLETS, kinds.count(BlockKind.PARAGRAPH))


def _in_paragraph(block: Block[RedactedText]) -> Iterator[Candidate]:
    label = read_label(block.text)
    if label is not None and label.word is not None:
        return
    start = label.start if label is not None else 0
    scored = []
    for order, (first, last) in enumerate(sentence_spans(block.text, start)):
        sentence = block.text[first:last]
        score = _score(sentence)
        if score:
            scored.append((-score, order, first, last))
    for _, _, first, last in sorted(sorted(scored)[:MOST_IN_PARAGRAPH], key=lambda item: item[1]):
        yield Candidate("finding", trimmed(block.text, first, last), block, inline=True)


def may_be_finding(block: Block[RedactedText], sentence: str) -> bool:
    """Say whether a sentence that a reader of another kind takes for a finding counts or names a shortcoming.

    Args:
        block: that it stands in, in a section that reports findings.
        sentence: no praise, method, law, or story of one person.
    """
    if block.heading_path and _SKIPPED_SECTION.search(block.heading_path[-1]):
        return False
    signs = (_WEAKNESS, _COUNT, _GRAVE, _HARM, _SHARE)
    return not _speaks_against(sentence, sure=True) and any(sign.search(sentence) for sign in signs)


def _speaks_against(sentence: str, *, sure: bool = False) -> bool:
    """Say whether a sentence is of one person, of method, of law, or praise; one that is sure may speak of a duty."""
    about = {found.group().lower() for found in _NOT_FINDING.finditer(sentence)} - ({"should"} if sure else set())
    about -= {"asked to"} if tells_of_harm(sentence) else set()
    return bool(
        not 20 <= len(sentence) <= _LONGEST
        or sentence.endswith(("?", ":"))
        or (
            not tells_of_harm(sentence)
            and _PERSON.search(_PRONOUN.sub(" ", sentence) if _ANY_PERSON.match(sentence) else sentence)
        )
        or about
        or _NEUTRAL.search(sentence)
        or _PRAISE.search(sentence)
    )


def _score(sentence: str) -> int:
    if _speaks_against(sentence):
        return 0
    weak, strong, counted = (bool(each.search(sentence)) for each in (_WEAKNESS, _STRONG, _COUNT))
    stated = bool(_STATED.search(sentence))
    grave, harm = bool(_GRAVE.search(sentence)), bool(_HARM.search(sentence) or _SHARE.search(sentence))
    if is_grave(sentence):
        return _MOST_GRAVE
    if (weak and (strong or counted)) or grave or (counted and harm) or stated:
        return weak + strong + counted + grave + harm + stated
    return 0


def apart_from(found: Sequence[Candidate], others: Sequence[Candidate]) -> list[Candidate]:
    """Leave out findings whose words are already a recommendation or good practice of the same block."""
    said: dict[int, list[str]] = {}
    for one in others:
        if one.kind in ("recommendation", "good_practice"):
            said.setdefault(id(one.block), []).append(one.text)
    return [one for one in found if not any(t in one.text or one.text in t for t in said.get(id(one.block), ()))]
