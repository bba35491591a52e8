"""Overview: questions about a place as a whole, and about what has changed there, answered from the register."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from assistant.answers.answer import Answer, Sentence
from assistant.answers.compose import running_text
from assistant.answers.of_year import dates_of
from assistant.answers.verify import Claim, folded
from assistant.answers.work import Work, finish
from assistant.comparing.across import Sides, compare_places
from assistant.comparing.change import Change, Row
from assistant.comparing.comparison import Comparison, compare
from assistant.comparing.quotation import Citations, Cited
from assistant.errors import PermanentAssistantError
from assistant.question.bounds import Bounds
from assistant.question.place_types import says_type
from assistant.question.query import Query
from assistant.question.routing import Route
from assistant.question.scope import looks_again
from assistant.question.terms import WEAK, fold, stem, word_list
from assistant.question.topic import topic_of
from assistant.register.counting import REQUESTS
from assistant.retrieval.sentences import without_number
from assistant.tables.rows import row_sentence
from ingest.passage import DocumentKind, DocumentRecord, Filters, RegisterEntry

_WHOLE = re.compile(
    r"^(?:please |can you |could you )?(?:summari[sz]e|sum up|(?:give|show)(?: me| us)? (?:an? |the )?(?:\w+ )?"
    r"(?:overview|summary|outline)|overview|tell me (?:more )?about|describe)\b"
    r"|^what (?:is|are|were|was) the (?:main|key|chief|biggest|most \w+|worst|major|principal) "
    r"(?:problems?|issues?|findings?|concerns?|points?|shortcomings?|failings?)\b"
    r"|^what (?:happened|was (?:found|seen|observed|noted)|is (?:known|wrong)|do (?:we|you) know|"
    r"(?:did|do|have) (?:they|we|you|the \w+(?: \w+)?(?: (?:to|at|in|of) [^?,;]{2,60}?)?) "
    r"(?:find|found|see|seen|say|said|report|observed?|note))\b"
)
_CHANGED = re.compile(
    r"\b(?:what|anything|something|things?|much) (?:\w+ )?(?:changed|improved|got (?:better|worse)|deteriorated)\b|"
    r"\bcompare\b|\bcomparison\b|\b(?:better|worse)\b.{0,30}\b(?:better|worse)\b"
)
# "How full was it?" asks for a figure, whatever else is compared.
_DEGREE = re.compile(
    r"\bhow (?:full|crowded|overcrowded|empty|busy|clean|dirty|warm|cold|hot|safe|big|large|small|old|long|often|many|"
    r"much)\b|\b(?:fuller|emptier|occupancy|overcrowding)\b"
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
# Words by which a comparison or an overview is asked for: they are no topic.
_ASKING = frozenset(
    stem(word)
    for word in word_list(
        """
    compare compared comparison change changed better worse improve improved got get two both visit visits report
    reports inspection inspections between since main key chief biggest worst major principal problem problems issue
    issues finding findings point points shortcoming shortcomings failing failings overview summary summarise summarize
    sum outline known know tell happened found seen observed noted wrong serious important common frequent far
    describe inspectors delegation team committee subcommittee mechanism
    """
    )
)
_FOUND = ("finding", "concern", "deficiency", "area_for_improvement")
_MOST_FOUND = 4
_MOST_ASKED = 3
_MOST_OF_CHANGE = 3
_MOST_JUDGED = 8
_LEAST_WORDS = 6
# Which of several visits is meant: the one that looked again, the last, the first.
_LATER_VISIT = re.compile(
    r"\b(?:follow[- ]?up|return|second|repeat|control|later|(?P<last>last|latest|most recent|newest)) "
    r"(?:\w+ )?(?:visits?|inspections?|reports?)\b|\bfollow[- ]?up\b"
)
_FIRST_VISIT = re.compile(r"\b(?:first|original|initial|earlier|earliest) (?:\w+ )?(?:visits?|inspections?|reports?)\b")
# One direction alone: "what got worse?"
_ONLY = {
    Change.WORSE: r"\b(?:worse|worsened|deteriorat\w+)\b",
    Change.IMPROVED: r"\b(?:better|improve\w*)\b",
    Change.NEW: r"\bwhat (?:is|was) new\b",
}
_ORDER = (Change.WORSE, Change.IMPROVED, Change.REPEATED, Change.UNCHANGED, Change.NEW)


def answer_whole(work: Work) -> Answer | None:
    """Answer a question about a place as a whole or about its change; ``None`` if it is about anything narrower."""
    text = re.sub(r"^what's\b", "what is", fold(work.query.text).strip())
    narrow = work.query.kinds or work.query.locators or _topic(work.query) or _DEGREE.search(text)
    if not work.bounds.documents or narrow or _is_of_another_type(work):
        return None
    if _CHANGED.search(text) or (Route.COMPARISON in work.query.routes and not _WHOLE.search(text)):
        return _changed(work)
    return _overview(work) if _WHOLE.search(text) else None


def asks_whole(query: Query) -> bool:
    """Say whether a question is about a place as a whole: what was found there, and nothing narrower."""
    narrow = query.kinds or query.locators or _topic(query)
    return not narrow and bool(_WHOLE.search(fold(query.text).strip()))


def is_of_years(query: Query, record: DocumentRecord) -> bool:
    """Say whether a report is of the years that a question names; one without a date may be."""
    dates = dates_of(record)
    return not query.dates.years or not dates or any(date[:4] in query.dates.years for date in dates)


def _is_of_another_type(work: Work) -> bool:
    """Whether a kind of place is asked about, "the psychiatric hospital of X", that no report meant is on."""
    asked = work.query.place_type
    data = [record.metadata for record in _reports(work, work.bounds)]
    return asked is not None and not any(says_type(asked, one.place_type, one.title, one.place) for one in data)


def _topic(query: Query) -> list[str]:
    """The words of a question that ask for something narrower than a place."""
    spoken = {word for need in query.needs for word in need.label.split() if need.label in query.naming_words}
    return [
        need.label
        for need in topic_of(query)
        if not {stem(word) for word in need.label.split()} <= _ASKING and need.label not in WEAK | spoken
    ]


def _changed(work: Work) -> Answer | None:
    places = [place for place in work.query.places if place.exact]
    keys = list(dict.fromkeys(place.key for place in places))
    years = _YEAR.findall(work.query.text)
    names = {key: next(place.name for place in places if place.key == key) for key in keys}
    try:
        if len({frozenset(place.words) for place in places}) == 1:
            earlier, later = (min(years), max(years)) if len(set(years)) > 1 else (None, None)
            return _of_visits(work, compare(work.library, names[keys[0]], earlier=earlier, later=later))
        distinct = _apart(work, list(names.values()))
        if len(distinct) == 2:
            return _of_places(work, compare_places(work.library, *distinct))
    except PermanentAssistantError:
        return None
    return None


def _apart(work: Work, names: Sequence[str]) -> list[str]:
    """One name for each place, several spellings of which may have been named at once."""
    found: dict[frozenset[str], str] = {}
    for name in names:
        words = next(place.words for place in work.query.places if place.name == name)
        found.setdefault(frozenset(words), name)
    return list(found.values())


def _of_visits(work: Work, made: Comparison) -> Answer | None:
    lead = (
        f"{made.place}: {_called(made.later)} beside {_called(made.earlier)}. {made.told} "
        "`opcat compare` shows every row."
    )
    parts = []
    shown: set[str] = set()
    asked = fold(work.query.text)
    only = [change for change, pattern in _ONLY.items() if re.search(pattern, asked)]
    for change in only if len(only) == 1 else _ORDER:
        rows = [row for row in made.with_change(change) if row not in made.new or change is Change.NEW]
        quoted = [cited for row in rows if (cited := _telling(row)) is not None and cited.entry_id not in shown]
        shown.update(cited.entry_id for cited in quoted[:_MOST_OF_CHANGE])
        parts.append((change.value.capitalize(), quoted[:_MOST_OF_CHANGE]))
    return _told(work, lead, parts)


def _telling(row: Row) -> Cited | None:
    """What says best what became of a recommendation: the verdict, else where it is made again, else itself."""
    held: tuple[Cited, ...] = (*row.judged, *row.again, *((row.earlier,) if row.earlier else ()))
    return next((cited for cited in held if cited.verified), None)


def _of_places(work: Work, made: Sides) -> Answer | None:
    told = [rate for rate in made.rates if any(part[:2] != "0 " for part in rate[1:])]
    rates = "".join(f"; {name} {one} and {other}" for name, one, other in told)
    lead = (
        f"{made.first.name} and {made.second.name}: {len(made.first.asked)} and {len(made.second.asked)} "
        f"recommendations{rates}."
    )
    parts = []
    for row in [row for row in made.themes if row.first and row.second and row.first[0].entry.themes][:_MOST_FOUND]:
        parts.append((row.theme.replace("_", " ").capitalize(), [*row.first[:1], *row.second[:1]]))
    return _told(work, lead, parts)


def _called(record: DocumentRecord) -> str:
    data = record.metadata
    return f"the visit of {data.visit_start or data.visit_end or data.published or 'no date'}"


def _overview(work: Work) -> Answer | None:
    ledger = work.library.ledger
    reports = [one for one in _reports(work, work.bounds) if is_of_years(work.query, one)]
    asked_again = _LATER_VISIT.search(fold(work.query.text))
    later = [one for one in reports if looks_again(one)] if asked_again else []
    if _FIRST_VISIT.search(fold(work.query.text)):
        later = [one for one in reports if not looks_again(one)]
    reports = later or (reports[:1] if asked_again and asked_again["last"] else reports)
    if not reports:
        return None
    filters = Filters(documents=tuple(record.document_id for record in reports))
    found = [entry for entry in ledger.register(filters, kinds=_FOUND) if _says(entry)]
    asked = [entry for entry in ledger.register(filters, kinds=REQUESTS) if _says(entry)]
    judged = [entry for entry in ledger.register(filters, kinds=("progress",)) if entry.passage_id]
    if not found and not asked and not judged:
        return None
    # What recommendations were made about weighs more than what was only noted.
    weight = Counter(theme for entry in asked for theme in entry.themes)
    citations = Citations(work.library, [*judged, *found, *asked])
    names = " and ".join(dict.fromkeys(record.metadata.title or record.source for record in reports[:2]))
    lead = f"{names}: {len(found)} findings and {len(asked)} recommendations on file; the first of them:"
    if judged:
        counts = Counter(entry.status_verified or "without a verdict" for entry in judged)
        verdicts = ", ".join(f"{number} {status}" for status, number in counts.most_common())
        lead = f"{names}: {len(judged)} earlier recommendations judged ({verdicts}); {lead.removeprefix(f'{names}: ')}"
    parts = [
        ("Became of earlier recommendations", [citations.cite(entry) for entry in judged[:_MOST_JUDGED]]),
        ("Found", [citations.cite(entry) for entry in _spread(found, weight, _MOST_FOUND)]),
        ("Recommended", [citations.cite(entry) for entry in _spread(asked, weight, _MOST_ASKED)]),
    ]
    return _told(work, lead, parts)


def _reports(work: Work, bounds: Bounds) -> list[DocumentRecord]:
    """The reports of visits that a question keeps to, the latest first."""
    records = [work.library.ledger.document(name) for name in bounds.documents]
    kept = [one for one in records if one is not None and one.kind is not DocumentKind.RESPONSE]
    return sorted(kept, key=lambda one: one.metadata.visit_end or one.metadata.published or "", reverse=True)


def _says(entry: RegisterEntry) -> bool:
    return bool(entry.themes) and len(str(entry.text).split()) >= _LEAST_WORDS and entry.passage_id is not None


def _spread(entries: Sequence[RegisterEntry], weight: Counter[str], most: int) -> list[RegisterEntry]:
    """A few entries, each on a theme of its own, the weightiest themes first, in the order of the report."""
    chosen: list[RegisterEntry] = []
    for theme, _ in weight.most_common() or Counter(t for entry in entries for t in entry.themes).most_common():
        new = next((entry for entry in entries if theme in entry.themes and entry not in chosen), None)
        if new is not None and len(chosen) < most:
            chosen.append(new)
    return sorted(chosen or entries[:most], key=entries.index)


def _told(work: Work, lead: str, parts: Iterable[tuple[str, Sequence[Cited]]]) -> Answer | None:
    """Write quotations under their headings; ``None`` if there is none."""
    held = [(heading, [cited for cited in quoted if cited.verified]) for heading, quoted in parts]
    if not any(quoted for _, quoted in held):
        return None
    work.say(lead)
    wanted = [cited.entry.passage_id for _, quoted in held for cited in quoted]
    passages = work.library.ledger.passages([name for name in wanted if name])
    text = lead
    sentences: list[Sentence] = []
    for heading, quoted in held:
        claims = []
        for cited in quoted:
            name = cited.entry.passage_id or ""
            if name not in passages:
                continue
            work.passages[name] = passages[name]
            work.documents[cited.document.document_id] = cited.document
            # What was found of a recommendation stands in other cells of its row.
            row = row_sentence(passages[name]) if cited.entry.kind == "progress" else None
            quote = folded(str(passages[name].text)) if row else without_number(folded(cited.quote))
            claims.append(Claim(row or quote, ((name, quote),)))
        shown = work.show(claims)
        sentences.extend(shown)
        if shown:
            text += f" {heading}: {running_text(shown)}"
    return finish(work, text, sentences, lead=lead)
