"""How well a document's register entries and metadata are read, measured in the library after ingestion.

An entry is found when an entry of the same document and family of kinds carries its words; number, addressee and
status are judged on found entries only. Where the data knows no status or addressee, nothing is judged.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from rapidfuzz import fuzz

from evals.corpus import Corpus
from evals.datasets import GoldDocument, GoldEntry
from evals.given_links import rows as given_rows
from evals.given_links import score_given_links
from evals.link_scores import LinkScore, score_links
from evals.link_scores import rows as link_rows
from evals.report import Cell, Table, counted
from evals.statistics import ratio
from ingest.metadata.state_names import is_state, listed
from ingest.passage import Filters, Metadata, RegisterEntry
from ingest.taxonomy import broader_place_type, place_type_named

# The register calls a row of an action plan a response and a verdict progress; the data may call it a recommendation.
_ASKS = frozenset(
    {"recommendation", "request_for_information", "area_for_improvement", "deficiency", "concern", "response"}
) | {"progress"}
_PRECISION_KINDS = frozenset({"recommendation", "request_for_information", "area_for_improvement", "deficiency"})
# Numbers that the data gives to what bears none in print.
_UNPRINTED = re.compile(r"(?:F|GP|P)\d+")
_SIMILAR, _SAME_NAME = 80, 80
_STATE_FORM = re.compile(r"^(?:the )?(?:Republic|Kingdom|Principality) of (?:the )?", re.IGNORECASE)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_FIELDS = (
    *("title", "place", "place_type", "jurisdiction", "inspecting_body", "visit_start", "visit_end", "published"),
    *("announced", "previous_visit"),
)
_STATUS_WORDS = {
    "supported": "accepted",
    "supported – current practice": "accepted",
    "supported in principle": "partly accepted",
    "supported in part": "partly accepted",
    "partially accepted": "partly accepted",
    "accepted in principle": "partly accepted",
    "not supported": "rejected",
    "not accepted": "rejected",
    "partially implemented": "partly implemented",
    "in progress": "partly implemented",
    "in process": "partly implemented",
    "in the course of realisation": "partly implemented",
    "not assessed": "no information",
    "no action": "not implemented",
    "no action taken": "not implemented",
    "not started": "not implemented",
    "pending": "no reply",
}
# The verdict words of many bodies for the same three degrees.
_VERDICT = re.compile(
    r"(?P<degree>not|never|un|partially|partly|in part|largely)?\s*(?:been )?(?:achieved|met|fulfilled|completed?|done|"
    r"addressed|reali[sz]ed|carried out|complied with|taken into account)(?P<behind> in part| partly| partially)?"
)
_DEGREES = {None: "implemented", "not": "not implemented", "never": "not implemented", "un": "not implemented"}


@dataclass
class StructureScore:
    """Counts over the documents of a corpus; pairs are (right, judged)."""

    found: Counter[str] = field(default_factory=Counter)
    gold: Counter[str] = field(default_factory=Counter)
    given: int = 0
    given_right: int = 0
    number: list[int] = field(default_factory=lambda: [0, 0])
    addressee: list[int] = field(default_factory=lambda: [0, 0])
    status: list[int] = field(default_factory=lambda: [0, 0])
    fields: dict[str, list[int]] = field(default_factory=lambda: {name: [0, 0] for name in _FIELDS})
    links: LinkScore = field(default_factory=LinkScore)
    given_links: LinkScore = field(default_factory=LinkScore)

    def recall(self, kind: str) -> float | None:
        """Return the share of gold entries of one kind that were found."""
        return ratio(self.found[kind], self.gold[kind])

    @property
    def precision(self) -> float | None:
        """The share of the entries given as recommendations and their like that are some gold entry."""
        return ratio(self.given_right, self.given)


def score_structure(corpus: Corpus) -> StructureScore:
    """Compare the register and the metadata in the library with the data; held and refused documents count as empty."""
    by_document: dict[str, list[RegisterEntry]] = {}
    for entry in corpus.library.ledger.register(Filters()):
        by_document.setdefault(entry.document_id, []).append(entry)
    score = StructureScore()
    matched: dict[str, str] = {}
    for document in corpus.dataset.documents:
        record = corpus.records[document.doc]
        entries = by_document.get(record.document_id, []) if record.document_id in corpus.docs else []
        found = add_entries(score, document, entries)
        matched |= {entries[given].entry_id: document.entries[wanted].id for given, wanted in found.items()}
        text = "\n".join(segment.text for segment in document.segments)
        add_metadata(score, document.metadata, record.metadata, text)
    score.links = score_links(corpus, matched)
    score.given_links = score_given_links(corpus)
    return score


def add_entries(score: StructureScore, document: GoldDocument, entries: Sequence[RegisterEntry]) -> dict[int, int]:
    """Match the entries of one document one to one, best likeness first, and count.

    Returns:
        places among the entries of the data by places in ``entries``, also of further parts of one entry of the data.
    """
    pairs = sorted(
        (
            (likeness, wanted, given)
            for wanted, gold in enumerate(document.entries)
            for given, entry in enumerate(entries)
            if (likeness := _likeness(gold, entry)) >= _SIMILAR
        ),
        key=lambda pair: (-pair[0], pair[1], pair[2]),
    )
    matched: dict[int, int] = {}
    for _, wanted, given in pairs:
        if wanted not in matched and given not in matched.values():
            matched[wanted] = given
    for wanted, gold in enumerate(document.entries):
        score.gold[gold.kind] += 1
        if wanted in matched:
            score.found[gold.kind] += 1
            _judge(score, gold, entries[matched[wanted]])
    right = {given for _, _, given in pairs}
    asks = [given for given, entry in enumerate(entries) if entry.kind in _PRECISION_KINDS]
    score.given += len(asks)
    score.given_right += sum(given in right for given in asks)
    parts: dict[int, int] = {}
    for _, wanted, given in pairs:
        parts.setdefault(given, wanted)
    return parts | {given: wanted for wanted, given in matched.items()}


def add_metadata(score: StructureScore, gold: Mapping[str, object], found: Metadata, text: str | None = None) -> None:
    """Count the fields that the data knows.

    Args:
        score: to add to.
        gold: of one document.
        found: of the same document.
        text: of the document; a date of publication is judged as precisely as it is printed there, and not at all
            where the data has it from elsewhere. Without it every date is judged in full.
    """
    for name in _FIELDS:
        wanted = gold.get(name)
        if name == "published" and isinstance(wanted, str) and text is not None:
            wanted = printed_part(wanted, text)
        if wanted is None or wanted == "":
            continue
        given = getattr(found, name)
        right, judged = score.fields[name]
        score.fields[name] = [right + _same_field(name, str(wanted), given), judged + 1]


def printed_part(iso: str, text: str) -> str | None:
    """Return as much of a date as a text prints: the day, the month or nothing.

    Args:
        iso: ``2025-06-19`` or ``2025-06``.
        text: any.
    """
    parts = iso.split("-")
    if len(parts) < 2:
        return iso
    year, month = parts[0], int(parts[1])
    name = rf"{_MONTHS[month - 1]}\w*\.?"
    if len(parts) > 2:
        day = rf"0?{int(parts[2])}"
        forms = (
            rf"\b{day}(?:st|nd|rd|th)?\.?\s+(?:of\s+)?{name},?\s+{year}",
            rf"\b{name}\s+{day}(?:st|nd|rd|th)?,?\s+{year}",
            rf"\b{day}\s?[./]\s?0?{month}\s?[./]\s?{year}|\b{iso}",
        )
        if any(re.search(form, text, re.IGNORECASE) for form in forms):
            return iso
    if re.search(rf"\b{name},?\s+{year}|\b0?{month}[./]{year}|\b{year}-{month:02}\b", text, re.IGNORECASE):
        return f"{year}-{month:02}"
    return None


def status_of(status: str) -> str:
    """Fold the words that bodies use for the same status."""
    folded = " ".join(status.casefold().split())
    verdict = _VERDICT.fullmatch(folded)
    if verdict is not None and verdict["behind"] is None:
        return _DEGREES.get(verdict["degree"], "partly implemented")
    if verdict is not None:
        return "partly implemented"
    return _STATUS_WORDS.get(folded, folded)


def _likeness(gold: GoldEntry, entry: RegisterEntry) -> float:
    family = (gold.kind in _ASKS) == (entry.kind in _ASKS)
    if not family or not entry.text:
        return 0.0
    wanted, given = _bare(gold.text), _bare(str.__str__(entry.text))
    likeness = fuzz.token_set_ratio(wanted, given) if " | " in gold.text else fuzz.partial_ratio(wanted, given)
    # Short forms in tables are alike by accident; there the number has to agree as well.
    same_number = gold.number is not None and entry.number is not None and _number(gold.number) == _number(entry.number)
    return likeness + (5 if same_number else 0)


def _judge(score: StructureScore, gold: GoldEntry, entry: RegisterEntry) -> None:
    if gold.number is not None and not _UNPRINTED.fullmatch(gold.number):
        score.number[0] += entry.number is not None and _number(entry.number) == _number(gold.number)
        score.number[1] += 1
    if gold.addressee:
        score.addressee[0] += fuzz.token_set_ratio(_bare(gold.addressee), _bare(entry.addressee or "")) >= _SAME_NAME
        score.addressee[1] += 1
    if gold.statuses:
        given = {status_of(status) for status in (entry.status_claimed, entry.status_verified) if status}
        score.status[0] += bool(given & {status_of(status) for status in gold.statuses})
        score.status[1] += 1


def _same_field(name: str, wanted: str, given: object) -> bool:
    if given is None:
        return False
    if name in {"title", "place", "inspecting_body"}:
        return bool(fuzz.token_set_ratio(_bare(wanted), _bare(str(given))) >= _SAME_NAME)
    if name == "jurisdiction":
        own, other = (_STATE_FORM.sub("", text).casefold() for text in (wanted, str(given)))
        # "Turkey" and "Türkiye" name one State.
        return own == other or (is_state(wanted) and listed(wanted) == listed(str(given)))
    if name == "place_type":
        return _same_type(wanted, str(given))
    return wanted.casefold() == str(given).casefold()


def _same_type(wanted: str, given: str) -> bool:
    """Say whether two types are the same; a narrower type counts as the broader, several are ``mixed``."""
    own, other = (
        "mixed" if ";" in text else broader_place_type(place_type_named(text) or text)
        for text in (wanted.casefold(), given.casefold())
    )
    return own in other or other in own


def _number(number: str) -> str:
    return re.sub(r"\W", "", number).casefold().lstrip("r") or number.casefold()


def _bare(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))


def table(scores: Mapping[str, StructureScore]) -> Table:
    """Return one row per measure, one column per dataset."""
    rows: list[tuple[Cell, ...]] = []
    kinds = sorted({kind for score in scores.values() for kind in score.gold})
    for kind in kinds:
        cells: list[Cell] = []
        for score in scores.values():
            shown = f"{score.found[kind]}/{score.gold[kind]} = {score.recall(kind) or 0:.3f}"
            cells.append(shown if score.gold[kind] else None)
        rows.append((f"recall of {kind}", *cells))
    rows.append(("precision of recommendations and requests", *(score.precision for score in scores.values())))
    for name in ("number", "addressee", "status"):
        rows.append((f"{name} right", *(ratio(*getattr(score, name)) for score in scores.values())))
    for name in _FIELDS:
        rows.append((f"{name} right", *(ratio(*score.fields[name]) for score in scores.values())))
    rows.extend(link_rows({name: score.links for name, score in scores.items()}))
    rows.extend(given_rows([score.given_links for score in scores.values()]))
    notes = [f"{name}: gold entries: {counted(score.gold)}." for name, score in scores.items()]
    notes.append("The development data lists principal findings only, so findings have recall and no precision.")
    return Table("structure", "Register and metadata", ("measure", *scores), tuple(rows), tuple(notes))
