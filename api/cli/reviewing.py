"""``opcat review``: what is held or in doubt, and a person's decisions on it."""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from api.cli.options import Json, library_of
from api.cli.output import Output
from api.cli.reviewing_lists import item_id, item_shape, listed, overview
from api.cli.reviewing_reach import reach_of
from api.errors import BadRequest, NotFound
from api.shapes import document_shape

if TYPE_CHECKING:
    from ingest.library import Library
    from ingest.reviewing import Examination, Outcome

ACTIONS = ("mask", "keep", "mask-everywhere")
_ID = re.compile(r"d-[0-9a-f]{16}")


def register(app: typer.Typer) -> None:
    """Add the commands of this module."""
    app.command()(review)


def review(
    context: typer.Context,
    target: Annotated[
        str | None,
        typer.Argument(
            metavar="[ID|FILE]", help="A document to list, or the original of one to decide on.", show_default=False
        ),
    ] = None,
    item: Annotated[
        list[str] | None,
        typer.Option("--item", metavar="ID", help="An item by its id (i-...) or its number; may be repeated."),
    ] = None,
    action: Annotated[
        str | None, typer.Option("--action", metavar="ACTION", help="For --item: mask, keep or mask-everywhere.")
    ] = None,
    kind: Annotated[
        str | None,
        typer.Option("--type", metavar="TYPE", help="What the span is, if not what the list says: NAME, ID, ..."),
    ] = None,
    release: Annotated[
        bool, typer.Option("--release", help="Accept what is left as it stands: a held document is indexed.")
    ] = False,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Do not ask: also release what is undecided.")] = False,
    everything: Annotated[
        bool, typer.Option("--all", help="With FILE: every masked span. With --links: also those that do not wait.")
    ] = False,
    links: Annotated[bool, typer.Option("--links", help="Doubtful links between entries of documents.")] = False,
    accept: Annotated[
        list[str] | None, typer.Option("--accept", metavar="ID", help="With --links: it is right; may be repeated.")
    ] = None,
    reject: Annotated[
        list[str] | None, typer.Option("--reject", metavar="ID", help="With --links: it is wrong; may be repeated.")
    ] = None,
    json: Json = False,
) -> int:
    """See what is held or in doubt, and decide: mask, keep, mask everywhere, release.

    opcat review            all documents with doubts: how many, of what kind, never the text

    opcat review ID         the items of one document by number, with redacted context where text is stored

    opcat review FILE       the original, one doubt after the other, on a terminal: the span in its context, and
    a key: m mask, k keep, e mask everywhere, s skip, r release the document, q quit

    opcat review FILE --item i-3fa9c1d2 --item i-77ab01ce --action mask        the same for scripts, without showing
    anything. The id of an item stays while others are decided; its number does not

    opcat review --links    doubtful links between entries: what answers, judges or repeats what. On a terminal one
    after the other; for scripts --accept ID and --reject ID. Until then they change nothing in the register

    The originals are not stored, so FILE must be the very file that was ingested. It is read in memory. Every decision
    is saved at once, as a keyed hash and a row of the audit (opcat audit verify); then the document is made anew.
    mask and keep hold for this document, also when it is ingested again; mask-everywhere for all documents, now and
    later. A later decision on the same words takes the place of an earlier one.
    """
    numbers = item or []
    if links or accept or reject:
        if not links or target is not None or numbers or action or kind or release:
            raise BadRequest(
                "--links stands alone, but for --accept, --reject and --all.",
                "opcat review --links --accept ID",
                code="usage",
            )
        from api.cli.reviewing_links import review_links

        return review_links(context, accept or [], reject or [], everything=everything, json=json)
    _check_use(numbers, action, kind, release, target)
    output = Output(json)
    if target is None:
        with library_of(context) as library:
            output.result(*overview(library))
        return 0
    path = Path(target)
    if not path.is_file():
        if not _ID.fullmatch(target):
            raise NotFound(
                f"There is no file {target[:200]!r}.", "Give a file, or a document's id: opcat review lists them."
            )
        if numbers or release or everything:
            raise BadRequest(
                "Decisions need the original, which is not stored.",
                "opcat review FILE --item N --action mask, with the file that was ingested.",
                code="original_needed",
            )
        with library_of(context) as library:
            output.result(*listed(library, target))
        return 0
    deciding = bool(numbers or release)
    if not (deciding or json):
        from api.cli.reviewing_terminal import require_terminal

        require_terminal()
    with library_of(context, write=True) as library:
        with output.progress("Reading", 1) as bar:
            examination = library.reviewing.examine(path, everything=everything, progress=bar.stage)
        if deciding:
            ask = not (json or yes) and sys.stdin.isatty()
            output.result(*_scripted(library, examination, numbers, action, kind, release=release, yes=yes, ask=ask))
        elif json:
            shapes = [
                item_shape(examination.record.document_id, n, each) for n, each in enumerate(examination.items, 1)
            ]
            output.result({"document": document_shape(examination.record), "items": shapes})
        else:
            from api.cli.reviewing_terminal import Session

            outcome = Session(library.reviewing, examination).run()
            output.result({}, _told(outcome))
    return 0


def _check_use(numbers: list[str], action: str | None, kind: str | None, release: bool, target: str | None) -> None:
    from redaction.span import SpanType

    if action is not None and action not in ACTIONS:
        raise BadRequest(f"Unknown action: {action[:40]!r}.", f"Known: {', '.join(ACTIONS)}.", code="unknown_action")
    if bool(numbers) != (action is not None):
        raise BadRequest("--item and --action go together.", "For example: --item 2 --action mask.", code="usage")
    if kind is not None and (kind not in SpanType.__members__ or not numbers):
        known = ", ".join(SpanType.__members__)
        raise BadRequest("--type names the type of an --item.", f"Known: {known}.", code="unknown_type")
    if target is None and (numbers or release):
        raise BadRequest("Which document?", "opcat review FILE --item N --action mask.", code="usage")


def _scripted(
    library: Library,
    examination: Examination,
    numbers: list[str],
    action: str | None,
    kind: str | None,
    *,
    release: bool,
    yes: bool,
    ask: bool,
) -> tuple[dict[str, Any], Any]:
    from redaction.checking.decisions import Action
    from redaction.checking.doubts import Standing

    reviewing = library.reviewing
    doubts = examination.doubts
    if examination.earlier and any(number.isdigit() for number in numbers):
        raise BadRequest(
            "The list of items has changed since the document was last processed.",
            "opcat ingest FILE, then look at the numbers again: opcat review ID.",
            code="review_changed",
        )
    places = _named(examination, numbers)
    chosen = [doubts[place] for place in places]
    left = [doubt for place, doubt in enumerate(doubts) if place not in places]
    undecided = [doubt for doubt in left if doubt.standing is not Standing.MASKED]
    if release and undecided and not yes:
        residue = sum(doubt.standing is Standing.RESIDUE for doubt in undecided)
        told = f"{len(undecided)} items have not been decided, {residue} of them residue."
        if not (ask and typer.confirm(f"{told} Accept them as they stand?", err=True)):
            raise BadRequest(
                told, "Decide them, or add --yes to accept them as they stand. Nothing was decided.", code="undecided"
            )
    wanted = Action.KEEP if action == "keep" else Action.MASK
    reaches = [told for doubt in chosen if (told := reach_of(doubt, wanted, everywhere=action == "mask-everywhere"))]
    for told in reaches:
        typer.echo(told, err=True)
    if reaches and ask and not typer.confirm("Go on?", err=True):
        raise BadRequest("Nothing was decided.", "Add --yes where nobody is to be asked.", code="undecided")
    for doubt in chosen:
        reviewing.decide(examination, doubt, wanted, everywhere=action == "mask-everywhere", kind=kind)
    if release:
        reviewing.release(examination, left)
    outcome = reviewing.apply(examination)
    identity = outcome.record.document_id
    items = [item_shape(identity, n, each) for n, each in enumerate(library.ledger.review(identity), 1)]
    document = {
        "document": document_shape(outcome.record),
        "decided": len(chosen),
        "released": sum(doubt.standing is not Standing.MASKED for doubt in left) if release else 0,
        "masked_elsewhere": list(outcome.others),
        "items": items,
    }
    lines = [f"{action}: {doubt.type}, {doubt.why} ({doubt.times} times)" for doubt in chosen]
    if numbers:
        lines.append(f"{len(items)} left to review, with the same ids: opcat review {outcome.record.document_id}")
    return document, _told(outcome, lines)


def _named(examination: Examination, names: Sequence[str]) -> list[int]:
    """Return the places of items named by id or number, each once, in the order given."""
    identity = examination.record.document_id
    ids = {item_id(identity, n, each): n - 1 for n, each in enumerate(examination.items, 1)}
    known = ids | {str(n): n - 1 for n in range(1, len(examination.items) + 1)}
    for name in names:
        if name not in known:
            held = f"It has 1 to {len(ids)}." if ids else "It has none."
            raise NotFound(f"There is no item {name[:40]}.", f"{held} Nothing was decided.", code="no_such_item")
    return list(dict.fromkeys(known[name] for name in names))


def _told(outcome: Outcome, decided: Sequence[str] = ()) -> Any:
    from rich.text import Text

    record = outcome.record
    lines = [f"{record.source}: {record.status.value}" + (f" ({record.reason})" if record.reason else "")]
    if outcome.others:
        lines.append(f"Masked in {len(outcome.others)} other documents too: {', '.join(outcome.others[:20])}")
    return Text("\n".join([*decided, *lines]))
