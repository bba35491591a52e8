"""A wording without a language model: patterns, words of cited sources, and slots where a person decides."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.drafting.borrowed import borrowed_act, term_of
from assistant.drafting.criteria import Ground, Relation
from assistant.drafting.draft import Part, Slot, Wording
from assistant.drafting.due import has_passed
from assistant.drafting.finding import Finding
from assistant.drafting.linting import check_one
from assistant.drafting.markers import SLOT, time_limit
from assistant.drafting.measures import Measure, Term
from assistant.drafting.precedents import Precedent
from assistant.drafting.repeating import Repeat
from assistant.drafting.support import unsupported
from assistant.drafting.turned import turned
from assistant.question.terms import content_words
from assistant.retrieval.sentences import split_sentences, without_number
from ingest.register.offices import is_office

WHO, WHEN, WHAT = "[who?]", "[by when?]", "[what exactly?]"
OUTCOME, EVIDENCE, HOW_MUCH = (
    "[what will be different for people held?]",
    "[which record or figure?]",
    "[how much or how often?]",
)
MEANWHILE, CAUSE, STANDARD, CONFIRM = (
    "[what protects people until then?]",
    "[why does it happen?]",
    "[which standard?]",
    "[a repetition?]",
)
MEANS = "[by which means?]"
_ASKS = {
    WHO: "Which authority can act on this?",
    WHEN: "Until when? A date, or weeks or months from the report.",
    WHAT: "What is to be done? Nothing that the library holds fits.",
    MEANS: "An instruction, works, staff, training, money or law? The rest is the finding turned round.",
    OUTCOME: "What should a later visit find changed?",
    EVIDENCE: "What can a later visit look at?",
    HOW_MUCH: "What must it show for the recommendation to count as met?",
    MEANWHILE: "What comes first, and which risk does the measure bring (reprisals, another means of coercion)?",
    CAUSE: "Law, staff, training, means or oversight? The measure should meet it.",
    STANDARD: "No provision of the catalogue is near enough: cite one.",
    CONFIRM: "Is it the same recommendation? The register does not link them. Otherwise strike the sentence.",
}
_LONGEST = 300
_QUOTED = frozenset({"finding", "criterion"})  # the last parts, so that places in the text stay as they are
_CHAIN = 3  # repetitions that are told
_PERSONAL = re.compile(r"\[[A-Z][A-Z ]*\d*\]|\[withheld\]|\b(?:he|she|him|her|his)\b", re.IGNORECASE)
_CAUSE = re.compile(r"\b(?:because|due to|owing to|as a result of|for (?:lack|want) of)\b[^.;\n]{5,160}")


@dataclass(frozen=True, slots=True)
class Material:
    """What a wording may draw on."""

    finding: Finding
    addressee: str | None
    measure: Measure | None
    criteria: Sequence[Ground]
    precedents: Sequence[Precedent]
    repeats: Sequence[Repeat]
    named: bool = False
    """Whether the user named the theme."""
    doubtful: Sequence[Measure] = ()
    """Measures of themes that a finding names without being near to them in meaning: offered, not lent."""

    @property
    def sources(self) -> list[str]:
        """All texts that a number or a name may come from."""
        held = [self.finding.text, self.addressee or ""]
        held += [f"{ground.quote} {ground.citation}" for ground in self.criteria]
        for each in (*self.precedents, *(repeat.precedent for repeat in self.repeats)):
            held.append(f"{each.entry.text} {each.citation} {each.date} {each.entry.addressee or ''}")
        return held


def compose(material: Material, term: Term | None, default: Term) -> Wording:
    """Compose one wording.

    Args:
        material: what it may draw on.
        term: asked for; ``None`` takes the nearest precedent's words, whatever their term, else ``default``.
        default: see ``term``.
    """
    act, source, lender = _act(material, term, default)
    if unsupported(act, [*material.sources, _patterns(material), MEANS]):
        act, source, lender = WHAT, "pattern", None
    chosen = term or (term_of(act) if lender else default)
    parts = [
        *_repetition(material.repeats),
        Part("demand", _demand(material, act), source, lender),
        Part("measure", _evidence(material.measure), "pattern"),
        Part("order", f"Until it is carried out: {MEANWHILE}", "pattern"),
        _cause(material.finding),
        *_grounds(material),
    ]
    text = "\n".join(part.text for part in parts)
    # What is quoted is not judged: a provision's "where possible" is no vague word of the draft.
    own = "\n".join(part.text for part in parts if part.role not in _QUOTED)
    grounds = "\n".join(part.text for part in parts if part.role in _QUOTED)
    return Wording(chosen, tuple(parts), _slots(text, material), check_one(own, grounds))


def _act(material: Material, term: Term | None, default: Term) -> tuple[str, str, str | None]:
    """Return what is asked for, what kind of source it comes from, and the entry that lends it."""
    demand = material.finding.demand
    if demand is not None and term is None:
        own = borrowed_act(str(demand.text), same_place=True)
        if own is not None:
            return own, "precedent", demand.entry_id
    for precedent in material.precedents:
        if not precedent.lends:
            continue
        lent = borrowed_act(str(precedent.entry.text), same_place=precedent.same_place)
        if lent is not None and (term is None or term_of(lent) is term):
            return lent, "precedent", precedent.entry.entry_id
    measure = material.measure
    # The finding's own words come before a pattern of its theme, unless a term or the theme was asked for.
    own = (
        turned(telling_sentence(material.finding)) if measure is None or (term is None and not material.named) else None
    )
    if own is not None:
        return f"{own}, {MEANS}", "finding", None
    if measure is None:
        return WHAT, "pattern", None
    return measure.acts[term or default], "pattern", None


def _patterns(material: Material) -> str:
    measure = material.measure
    return " ".join([*measure.acts.values(), measure.evidence, measure.outcome]) if measure else ""


def _demand(material: Material, act: str) -> str:
    outcome = material.measure.outcome if material.measure else OUTCOME
    # What is to be otherwise stands in the finding's own words already.
    purpose = (
        "" if act.endswith(MEANS) or re.search(r"\bso (?:that|as)\b|\bin order to\b", act) else f", so that {outcome}"
    )
    return f"{_subject(material.addressee)} should, by {WHEN}, {act}{purpose}."


def _subject(addressee: str | None) -> str:
    if not addressee:
        return WHO
    if re.match(r"the\s", addressee, re.IGNORECASE):
        return addressee[0].upper() + addressee[1:]
    return f"The {addressee}" if is_office(addressee.split()[0]) else addressee[0].upper() + addressee[1:]


def _evidence(measure: Measure | None) -> str:
    evidence = measure.evidence if measure else EVIDENCE
    return f"Measure: {evidence}, showing {HOW_MUCH}."


def _repetition(repeats: Sequence[Repeat]) -> list[Part]:
    """Say what the draft repeats; that it does is said only where the register links them."""
    if not repeats:
        return []
    first = repeats[0]
    if not first.sure:
        text = f"Near to it, on the same place, is the recommendation{_told(first.precedent)} {CONFIRM}"
    elif first.same_report:
        text = f"The report itself makes this recommendation{_told(first.precedent)}"
    else:
        text = f"This repeats the recommendation{_told(first.precedent)}"
    for each in repeats[1:_CHAIN]:
        if first.sure and each.sure and not each.same_report:
            text += f" It was made before, in the one{_told(each.precedent)}"
    return [Part("repeats", text, "precedent", first.precedent.entry.entry_id)]


def _told(earlier: Precedent) -> str:
    date = f" of {earlier.date}" if earlier.date else ""
    return f"{date} ({earlier.citation}; {earlier.fate})."


def _cause(finding: Finding) -> Part:
    found = next(
        (match.group() for match in _CAUSE.finditer(finding.text) if not _PERSONAL.search(match.group())), None
    )
    if found is None:
        return Part("cause", f"Cause: {CAUSE}", "pattern")
    return Part("cause", f"Cause, as found: “{found.strip()}”.", "finding")


def _grounds(material: Material) -> list[Part]:
    parts = [Part("finding", f"Finding: “{telling_sentence(material.finding)}”", "finding")]
    firm = [ground for ground in material.criteria if ground.relation is not Relation.POSSIBLE]
    if not firm:
        return [*parts, Part("criterion", f"Criterion: {STANDARD}", "pattern")]
    for ground in firm[:2]:
        said = "asks in substance" if ground.paraphrase else "says"
        parts.append(Part("criterion", f"Criterion: {ground.citation} {said}: “{ground.quote}”", "criterion"))
    return parts


def telling_sentence(finding: Finding) -> str:
    """Return the sentence of a finding that a draft quotes, an exact part of it.

    One that speaks of no person is preferred, and, of the grounds of a recommendation, one that shares its words.
    """
    pieces = [each for line in finding.text.splitlines() for each in split_sentences(line)]
    sentences = [without_number(each) for each in pieces] or [finding.text.strip()]
    fit = [each for each in sentences if not _PERSONAL.search(each) and len(each.split()) > 3] or sentences
    chosen = fit[0]
    if finding.demand is not None:
        wanted = set(content_words(str(finding.demand.text)))
        chosen = max(fit, key=lambda each: len(wanted & set(content_words(each))))
    if len(chosen) <= _LONGEST:
        return chosen
    return chosen[:_LONGEST].rsplit(" ", 1)[0].rstrip(" ,;:")


def _slots(text: str, material: Material) -> tuple[Slot, ...]:
    near = [each for each in material.precedents if each.lends or each.same_place][:5]
    whom = tuple(dict.fromkeys(each.entry.addressee for each in near if each.entry.addressee))
    limits = [limit for each in near if (limit := each.entry.due or time_limit(str(each.entry.text)))]
    when = tuple(dict.fromkeys(limit for limit in limits if not has_passed(limit)))
    which = tuple(ground.citation for ground in material.criteria)
    acts = tuple(material.measure.acts.values()) if material.measure else ()
    acts += tuple(f"if it is about {each.topic}: {each.acts[Term.MEDIUM]}" for each in material.doubtful)
    suggestions = {WHO: whom[:3], WHEN: when[:3], STANDARD: which[:3], WHAT: acts, MEANS: acts}
    found = dict.fromkeys(match.group() for match in SLOT.finditer(text))
    return tuple(Slot(marker, _ASKS[marker], suggestions.get(marker, ())) for marker in found if marker in _ASKS)
