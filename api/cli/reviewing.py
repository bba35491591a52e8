"""``opcat review``: what is held or in doubt, and a person's decisions on it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from api.cli.options import Json, library_of
from api.cli.output import Output
from api.errors import BadRequest, NotFound
from api.shapes import document_shape

if TYPE_CHECKING:
    from ingest.library import Library
    from ingest.reviewing import Examination, Outcome
    from redaction.doubts import Doubt

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
        list[int] | None, typer.Option("--item", metavar="N", help="An item by its number; may be repeated.")
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
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Release also residue that nobody has decided on.")] = False,
    everything: Annotated[bool, typer.Option("--all", help="With FILE: every masked span, not only doubts.")] = False,
    json: Json = False,
) -> int:
    """See what is held or in doubt, and decide: mask, keep, mask everywhere, release.

    opcat review            all documents with doubts: how many, of what kind, never the text

    opcat review ID         the items of one document by number, with redacted context where text is stored

    opcat review FILE       the original, one doubt after the other, on a terminal: the span in its context, and
    a key: m mask, k keep, e mask everywhere, s skip, r release the document, q quit

    opcat review FILE --item 2 --item 5 --action mask        the same for scripts, without showing anything

    The originals are not stored, so FILE must be the very file that was ingested. It is read in memory. Every decision
    is saved at once, as a keyed hash and a row of the audit (opcat audit verify); then the document is made anew.
    mask and keep hold for this document, also when it is ingested again; mask-everywhere for all documents, now and
    later. A later decision on the same words takes the place of an earlier one.
    """
    numbers = item or []
    _check_use(numbers, action, kind, release, target)
    output = Output(json)
    if target is None:
        with library_of(context) as library:
            output.result(*_overview(library))
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
            output.result(*_listed(library, target))
        return 0
    deciding = bool(numbers or release)
    if not (deciding or json):
        from api.cli.reviewing_terminal import require_terminal

        require_terminal()
    with library_of(context, write=True) as library:
        with output.progress("Reading", 1) as bar:
            examination = library.reviewing.examine(path, everything=everything, progress=bar.stage)
        if deciding:
            output.result(*_scripted(library, examination, numbers, action, kind, release=release, yes=yes))
        elif json:
            shapes = [_item_shape(n, each) for n, each in enumerate(examination.items, 1)]
            output.result({"document": document_shape(examination.record), "items": shapes})
        else:
            from api.cli.reviewing_terminal import Session

            outcome = Session(library.reviewing, examination).run()
            output.result({}, _told(outcome))
    return 0


def _check_use(numbers: list[int], action: str | None, kind: str | None, release: bool, target: str | None) -> None:
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
    numbers: list[int],
    action: str | None,
    kind: str | None,
    *,
    release: bool,
    yes: bool,
) -> tuple[dict[str, Any], Any]:
    from redaction.decisions import Action
    from redaction.doubts import Standing

    reviewing = library.reviewing
    doubts = examination.doubts
    if examination.earlier and numbers:
        raise BadRequest(
            "The list of items has changed since the document was last processed.",
            "opcat ingest FILE, then look at the numbers again: opcat review ID.",
            code="review_changed",
        )
    chosen: list[Doubt] = []
    for number in dict.fromkeys(numbers):
        if not 1 <= number <= len(doubts):
            held = f"It has 1 to {len(doubts)}." if doubts else "It has none."
            raise NotFound(f"There is no item {number}.", f"{held} Nothing was decided.", code="no_such_item")
        chosen.append(doubts[number - 1])
    left = [doubt for doubt in doubts if doubt not in chosen]
    undecided = [doubt for doubt in left if doubt.standing is Standing.RESIDUE]
    if release and undecided and not yes:
        raise BadRequest(
            f"{len(undecided)} items of residue have not been decided.",
            "Decide them, or add --yes to accept them as they stand. Nothing was decided.",
            code="undecided",
        )
    for doubt in chosen:
        wanted = Action.KEEP if action == "keep" else Action.MASK
        reviewing.decide(examination, doubt, wanted, everywhere=action == "mask-everywhere", kind=kind)
    if release:
        reviewing.release(examination, left)
    outcome = reviewing.apply(examination)
    items = [_item_shape(n, each) for n, each in enumerate(library.ledger.review(outcome.record.document_id), 1)]
    document = {
        "document": document_shape(outcome.record),
        "decided": len(chosen),
        "released": sum(doubt.standing is not Standing.MASKED for doubt in left) if release else 0,
        "masked_elsewhere": list(outcome.others),
        "items": items,
    }
    told = [f"{action}: {doubt.type}, {doubt.why} ({len(doubt.places)} times)" for doubt in chosen]
    if numbers:
        told.append(f"{len(items)} left to review, numbered anew: opcat review {outcome.record.document_id}")
    return document, _told(outcome, told)


def _overview(library: Library) -> tuple[dict[str, Any], Any]:
    """Return all doubts of all documents, and a table of counts by kind."""
    from collections import Counter

    from rich.console import Group
    from rich.table import Table
    from rich.text import Text

    records = library.ledger.documents()
    found = {record.document_id: library.ledger.review(record.document_id) for record in records}
    held = [record for record in records if record.status.value == "held"]
    document = {
        "held": [
            {"document_id": record.document_id, "source": record.source, "reason": record.reason} for record in held
        ],
        "items": [
            {"document_id": record.document_id, "source": record.source, **_item_shape(n, item)}
            for record in records
            for n, item in enumerate(found[record.document_id], 1)
        ],
    }
    table = Table(box=None, pad_edge=False)
    for column in ("id", "status", "doubts", "source", "reason"):
        table.add_column(column, overflow="fold", no_wrap=column in {"id", "status"})
    for record in records:
        items = found[record.document_id]
        if items or record in held:
            counts = Counter(f"{item.standing} {item.type}" for item in items)
            told = ", ".join(f"{n} {kind}" for kind, n in sorted(counts.items()))
            table.add_row(record.document_id, record.status.value, told, record.source, Text(record.reason or ""))
    if not table.row_count:
        return document, Text("Nothing to review.")
    hint = "Items of one document: opcat review ID. To decide: opcat review FILE, with the original file."
    return document, Group(table, Text(""), Text(hint))


def _listed(library: Library, identifier: str) -> tuple[dict[str, Any], Any]:
    """Return the items of one document; what people see has redacted context, the JSON document never."""
    from rich.text import Text

    record = library.ledger.document(identifier)
    if record is None:
        raise NotFound(f"No document {identifier!r}.", "opcat review lists them.")
    items = library.ledger.review(identifier)
    blocks = library.ledger.blocks(identifier)
    decisions = library.ledger.decisions.of(identifier)
    shapes = [_item_shape(n, item) for n, item in enumerate(items, 1)]
    document = {
        "document": document_shape(record),
        "items": shapes,
        "decisions": [
            {
                "at": stored.at,
                "action": stored.decision.action.value,
                "scope": stored.decision.scope.value,
                "type": stored.decision.type,
                "item": stored.decision.digest[:12],
            }
            for stored in decisions
        ],
    }
    lines = Text(f"{record.source} ({record.document_id}, {record.status.value})")
    if record.reason:
        lines.append(f"\n{record.reason}")
    for item, shape in zip(items, shapes, strict=True):
        times = f", {item.count} times" if item.count > 1 else ""
        lines.append(f"\n{shape['item']:>3}  {item.standing}  {item.type}  {item.why} ({item.locator}{times})")
        if item.block is not None and item.block < len(blocks):
            text = str(blocks[item.block].text)
            lines.append(f"\n     ...{text[max(0, item.first - 80) : item.first]}")
            lines.append(text[item.first : item.last], style="reverse")
            lines.append(f"{text[item.last : item.last + 80]}...")
    if not items:
        lines.append("\nNothing to review.")
    if decisions:
        lines.append(f"\n{len(decisions)} decisions hold for this document.")
    lines.append("\nTo decide: opcat review FILE, with the original file.")
    return document, lines


def _item_shape(number: int, item: Any) -> dict[str, Any]:
    return {
        "item": number,
        "standing": item.standing,
        "type": item.type,
        "why": item.why,
        "locator": item.locator,
        "count": item.count,
    }


def _told(outcome: Outcome, decided: Sequence[str] = ()) -> Any:
    from rich.text import Text

    record = outcome.record
    lines = [f"{record.source}: {record.status.value}" + (f" ({record.reason})" if record.reason else "")]
    if outcome.others:
        lines.append(f"Masked in {len(outcome.others)} other documents too: {', '.join(outcome.others[:20])}")
    return Text("\n".join([*decided, *lines]))
