"""``opcat review --links``: doubtful links between entries of documents, and a person's decisions on them."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

import typer

from api.cli.options import library_of
from api.cli.output import Output, plain

if TYPE_CHECKING:
    from ingest.links.linking import Linked, LinkReview

KEYS = {
    "a": "accept it: the register has it from now on",
    "r": "reject it: it is not asked about again",
    "s": "skip it",
    "q": "quit; what was decided is kept",
}
_RELATIONS = {"responds_to": "answers", "judges": "judges", "repeats": "repeats"}


def review_links(
    context: typer.Context, accept: Sequence[str], reject: Sequence[str], *, everything: bool, json: bool
) -> int:
    """List the links that wait for a decision, or decide.

    Args:
        context: of the command.
        accept: ids of links that are right.
        reject: ids of links that are wrong.
        everything: list all links with their standing.
        json: one JSON document, no questions.

    Raises:
        UnknownLink: an id is none of a link; nothing was decided.
    """
    from ingest.ledger.links import LinkStanding
    from ingest.links.linking import LinkReview

    output = Output(json)
    asking = not (json or everything or accept or reject) and sys.stdin.isatty() and sys.stdout.isatty()
    with library_of(context, write=bool(accept or reject or asking)) as library:
        review = LinkReview(library.ledger)
        if accept or reject:
            decided = review.decide(accept, reject)
            left = len(review.listed(LinkStanding.OPEN))
            document = {"decided": _shapes(review, decided), "open": left}
            lines = [f"{each.stored.link_id}: {each.stored.standing.value}" for each in decided]
            output.result(document, plain(*lines, f"{left} links wait for a decision."))
            return 0
        if asking:
            output.result({}, plain(_ask(review)))
            return 0
        found = review.listed() if everything else review.listed(LinkStanding.OPEN)
        shapes = _shapes(review, found)
        left = sum(shape["standing"] == LinkStanding.OPEN for shape in shapes)
        output.result({"links": shapes, "open": left}, *_listed(shapes))
    return 0


def _shapes(review: LinkReview, found: Sequence[Linked]) -> list[dict[str, Any]]:
    from api.shapes import link_shape

    return [link_shape(each, review.ledger) for each in found]


def _ask(review: LinkReview) -> str:
    """Ask about one open link after the other; return what to say at the end."""
    from rich.console import Console

    from ingest.ledger.links import LinkStanding

    console = Console(highlight=False)
    waiting = review.listed(LinkStanding.OPEN)
    decided = 0
    for number, (each, shape) in enumerate(zip(waiting, _shapes(review, waiting), strict=True), 1):
        console.rule(f"{number} of {len(waiting)}", align="left")
        for part in _parts(shape):
            console.print(part)
        key = _key(console)
        if key == "q":
            break
        if key != "s":
            name = [each.stored.link_id]
            review.decide(accept=name if key == "a" else (), reject=name if key == "r" else ())
            decided += 1
    left = len(review.listed(LinkStanding.OPEN))
    return f"{decided} decided; {left} links wait for a decision." if waiting else "No link waits for a decision."


def _key(console: Any) -> str:
    """Read a key and Enter; the end of the input is ``q``."""
    while True:
        try:
            key = console.input("[a]ccept  [r]eject  [s]kip  [q]uit > ", markup=False).strip().lower()[:1]
        except EOFError:
            return "q"
        if key in KEYS:
            return str(key)
        for each, meaning in KEYS.items():
            console.print(f"  {each}  {meaning}", markup=False)


def _listed(shapes: Sequence[dict[str, Any]]) -> list[Any]:
    if not shapes:
        return [plain("No link waits for a decision.")]
    parts: list[Any] = [part for shape in shapes for part in _parts(shape)]
    return [*parts, plain("To decide: opcat review --links --accept ID --reject ID")]


def _parts(shape: dict[str, Any]) -> Iterator[Any]:
    from rich.padding import Padding
    from rich.text import Text

    sure = f"{round(100 * shape['confidence'])} %"
    yield Text.assemble((shape["id"], "bold"), f"  {shape['standing']}, {sure}: {shape['evidence']}")
    for side, said in (("from", "the later entry"), ("to", f"{_RELATIONS[shape['relation']]} this one")):
        entry = shape[side]
        title = f"{entry['kind'].replace('_', ' ')} {entry['number'] or ''}".strip()
        where = ", ".join(filter(None, (entry["place"], entry["date"], entry["source"], entry["locator"])))
        yield Padding(Text.assemble(f"{said}: ", (title, "bold"), f"  {entry['id']}"), (0, 0, 0, 3))
        yield Padding(Text(_printable(entry["text"])), (0, 0, 0, 6))
        yield Padding(Text(_printable(where), style="dim"), (0, 0, 0 if side == "from" else 1, 6))


def _printable(text: str) -> str:
    """Return text without what a terminal would obey: documents are not trusted."""
    return "".join(char if char.isprintable() else "\N{MIDDLE DOT}" for char in text)
