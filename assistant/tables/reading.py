"""Table readings: one question against one table, and which of its words found a place there."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.answers.abstain import is_common
from assistant.question.needs import Need, stemmed
from assistant.question.numerals import NUMERAL, numeral
from assistant.question.terms import STOP, stem, tokens, word_list
from assistant.tables.table import Table, is_total, statuses_of, words_of_header
from ingest.passage import Passage

_VERB = re.compile(r"\b(?:did|do|does|had|has|have|were|was|are|is|held|hold|received|with|where|in which|that|who)\b")
# Words that say how a question counts, or that something was written down or done; they choose no row.
_NEUTRAL = frozenset(
    stem(word)
    for word in word_list(
        """
    rated graded marked scored judged assessed given received receive get got gets hold held live lived stay stayed
    arrive arrived reach reached record recorded keep kept make made carry carried show shown shows list listed log
    logs table tables register registers census annex appendix summary matrix overview chart row rows column columns
    total altogether combined together overall sum still difference rise rose risen fall fell fallen grow grew grown
    increase increased decrease decreased drop dropped change changed decline declined year years all each count nobody
    cent percent case cases respect respects fewer people person persons day days cited cite noted counted issued raised
    regime regimes
    found earlier previous previously according
    none zero least exactly exceed exceeded number there planned than missed take took taken have has had hour hours
    """
    )
)
# "Implemented in full": the degree of a status, which the cell says in its own words.
_DEGREE = frozenset(stem(word) for word in ("full", "fully", "completely", "entirely", "wholly"))
# "From FY 2022 to FY 2024": the rows between are meant too.
_SPAN = re.compile(r"\bfrom\b.+?\b(?:to|until|till|through)\b|\bbetween\b.+?\band\b|\d ?[-–] ?(?:\w+ )?\d")
# "In the three places visited".
_ROWS_COUNTED = re.compile(rf"\b(?:the|all|these) (?P<number>{NUMERAL}) (?P<noun>[a-z]+)\b")
# A number that is no year chooses something.
_COUNTS = re.compile(r"(?!(?:19|20)\d\d$)\d+")
_SAME = 0.6


@dataclass(frozen=True)
class Tally:
    """A number from a table.

    Attributes:
        number: a whole number, or as exact as the cells.
        said: what was done, in words.
        rows: the rows that it rests on.
        whole: whether every row of the table could be read.
        met: how much of the question stands in the table itself.
    """

    number: float
    said: str
    rows: tuple[Passage, ...]
    whole: bool
    met: float


_BESIDE = re.compile(r"\b(?:in|on|at|of|with|without|under|for|who|that|were|was|are|is|did|do|had|have|has)\b")


class TableReading:
    """One question read against one table; ``used`` are the stems that found their place."""

    def __init__(self, asked: str, needs: Sequence[Need], table: Table, names: Sequence[Need] = ()) -> None:
        self.asked = asked
        self.table = table
        self.names = names
        self.used: set[str] = set()
        neutral = _NEUTRAL | _DEGREE if statuses_of(asked) else _NEUTRAL
        self.needs = [need for need in (*needs, *names) if not set(need.own) <= neutral]
        counted = re.search(r"\b(?:how (?:many|much)|number of|count of) (?:more |fewer |less )?(.*)", asked)
        self.noun = counted[1] if counted else asked

    def use(self, *texts: str) -> None:
        """Note the words of texts as having their place."""
        for text in texts:
            self.used |= set(stemmed(text).stems)

    def left(self) -> list[Need]:
        """The needs that have no place: neither used nor around the table."""
        around = self.table.context
        used = stemmed(" ".join(sorted(self.used)))
        return [
            need
            for need in self.needs
            if not (set(need.own) <= self.used or (is_common(need) and not _COUNTS.fullmatch(need.label)))
            and need.met_by(around.stems, around.present) < _SAME
            and need.met_by(used.stems, used.present) < _SAME
        ]

    def columns(self, *, figures: bool) -> list[int]:
        """The columns named, the one with most words of its header in the question first.

        One that is named beside what is counted goes before one that is named by it alone: of "how many prisoners were
        in isolation", the column "isolation" before "prisoners".
        """
        said = {stem(word) for word in tokens(self.asked)}
        counted = label_words(_BESIDE.split(self.noun)[0])
        found = []
        for at, header in enumerate(self.table.headers):
            words = words_of_header(header)
            shared = words & said
            if not words or at == self.table.label or self.table.is_figures(at) is not figures:
                continue
            # A year is named whole or not at all.
            if any(word.isdigit() for word in words) and not {w for w in words if w.isdigit()} <= said:
                continue
            if shared and len(shared) / len(words) >= (0.5 if len(words) < 3 else 0.3):
                special = len(shared - self.table.context.present)
                beside = bool(shared - counted) and self.noun != self.asked
                found.append((beside, len(shared) / len(words), special, len(shared), -at, at))
        if not found and figures and len(only := self._figure_columns()) == 1:
            # A table with one column of figures counts nothing else.
            return only
        return [at for *_, at in sorted(found, reverse=True)]

    def _figure_columns(self) -> list[int]:
        table = self.table
        running = [float(at + 1) for at in range(len(table.rows))]
        return [
            at for at in range(len(table.headers))
            if at != table.label and table.is_figures(at) and table.figures(at) != running
        ]  # fmt: skip

    def columns_named(self) -> list[int]:
        """The columns of figures whose whole headers stand in the question, in their order."""
        said = {stem(word) for word in tokens(self.asked)}
        figures = [at for at in self.columns(figures=True) if words_of_header(self.table.headers[at]) <= said]
        return sorted(figures)

    def totals_column(self) -> list[int]:
        """The column that adds up the others, if one does."""
        return [at for at, header in enumerate(self.table.headers) if is_total(header) and self.table.is_figures(at)]

    def all_rows(self) -> bool:
        """Whether the question names as many things as there are rows, by what the rows are about."""
        own = words_of_header(self.table.headers[self.table.label])
        for match in _ROWS_COUNTED.finditer(self.asked):
            if numeral(match["number"]) == len(self.plain) and stem(match["noun"]) in own:
                self.use(match[0])
                return True
        return False

    def counts_rows(self) -> bool:
        """Whether the things counted are what the rows are about: "how many wards"."""
        own = words_of_header(self.table.headers[self.table.label])
        return bool(self.noun_words() & (own | self.table.context.present))

    def counts_labels(self) -> bool:
        """Whether the things counted are what the first column of the table is called after."""
        return bool(self.noun_words() & words_of_header(self.table.headers[self.table.label]))

    def noun_words(self) -> frozenset[str]:
        """The stems of what is counted: the words up to the verb."""
        return label_words(_VERB.split(self.noun)[0])

    def is_part(self, row: int, whole: int) -> bool:
        """Whether a row is a part of another: "of these, women"."""
        labels = self.table.full_labels
        return row != whole and labels[row].startswith(f"{labels[whole]} ")

    def rows_named(self) -> list[int]:
        """The rows whose labels the question names, totals aside; all if it names none."""
        found: Counter[int] = Counter()
        around = self.table.context
        for need in self.needs:
            rows = [at for at in self.table.labels(need) if at not in self.table.totals]
            if rows and len(rows) < len(self.plain) and not need.met_by(around.stems, around.present) >= _SAME:
                found.update(rows)
                self.use(*need.own)
        most = max(found.values(), default=0)
        best = sorted(at for at, number in found.items() if number == most)
        if len(best) == 2 and _SPAN.search(self.asked):
            return [at for at in range(best[0], best[1] + 1) if at not in self.table.totals]
        return best

    @property
    def plain(self) -> list[int]:
        """The rows that are no totals."""
        return [at for at in range(len(self.table.rows)) if at not in self.table.totals]


def label_words(label: str) -> frozenset[str]:
    """Return the stems by which a row is named."""
    return frozenset(stem(word) for word in tokens(label) if word not in STOP)


def made(reading: TableReading, number: float, said: str, rows: Sequence[int]) -> Tally:
    """Return a tally with the rows that it rests on."""
    table = reading.table
    return Tally(number, said, tuple(table.rows[at] for at in rows), table.whole, float(len(reading.used)))


def plain(value: float) -> str:
    """Write a figure without a point where it is whole."""
    return str(int(value)) if value == int(value) else f"{value:g}"
