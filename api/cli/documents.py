"""Commands on documents: ingest, documents, show, erase, rebuild, check."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from api.cli.options import Json, library_of
from api.cli.output import Output, plain
from api.cli.showing import show
from api.cli.tiers import IngestTier, tier_named
from api.counted import counted
from api.errors import BadRequest, NotFound
from api.filters import INGEST_KINDS
from ingest.intake.sniff import TEXT_SUFFIXES
from ingest.tier import set_tier

if TYPE_CHECKING:
    from ingest.library import Library
    from ingest.passage import DocumentRecord

SUFFIXES = frozenset(
    {
        *(".pdf", ".docx", ".html", ".htm", ".md", ".markdown", ".eml"),
        *(f".{suffix}" for suffix in TEXT_SUFFIXES),
        *(".png", ".jpg", ".jpeg", ".tif", ".tiff"),
    }
)


def register(app: typer.Typer) -> None:
    """Add the commands of this module."""
    app.command()(ingest)
    app.command()(documents)
    app.command()(show)
    app.command()(erase)
    app.command()(rebuild)
    app.command()(check)


def ingest(
    context: typer.Context,
    paths: Annotated[list[Path], typer.Argument(metavar="PATH...", help="Files, or folders of files.")],
    kind: Annotated[str, typer.Option("--kind", help="auto, visit_report, response, instrument or other.")] = "auto",
    body: Annotated[
        str | None, typer.Option("--body", metavar="NAME", help="The inspecting body, if the file does not say.")
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Process files again that have not changed.")] = False,
    tier: IngestTier = None,
    json: Json = False,
) -> int:
    """Read reports, take personal data out, store and index what is left.

    PDF, DOCX, HTML, Markdown, text and scans. A file that cannot be read safely is refused, one whose redaction is in
    doubt is held for review; the others go on. Running it again changes nothing that is already there.

    Ends with 1 if a file was refused. A document that is held was taken in and waits for a person (opcat review): that
    ends with 0, and its status says so.
    """
    if kind not in INGEST_KINDS:
        raise BadRequest(f"Unknown kind: {kind[:40]!r}.", f"Known: {', '.join(INGEST_KINDS)}.", code="unknown_kind")
    chosen = None if tier is None else tier_named(tier)
    output = Output(json)
    files = list(_files(paths, output))
    with library_of(context, write=True) as library:
        results = ingest_files(library, files, output, kind=kind, body=body, force=force)
        for shape in results if chosen is not None else ():
            set_tier(library.ledger, shape["document_id"], chosen)
    refused = sum(shape["status"] == "refused" for shape in results)
    held = sum(shape["status"] == "held" for shape in results)
    document: dict[str, Any] = {"documents": results}
    if refused:
        document["error"] = {
            "code": "some_refused",
            "message": f"{refused} of {len(results)} files were refused.",
            "hint": "Each refused document says why under reason.",
        }
    output.result(document, _ingest_table(results))
    if held:
        output.note(f"{held} held for review: not searchable until cleared. See: opcat review")
    return 1 if refused else 0


def ingest_files(
    library: Library,
    files: list[Path],
    output: Output,
    *,
    kind: str = "auto",
    body: str | None = None,
    force: bool = False,
) -> list[dict[str, Any]]:
    """Ingest files one by one with progress; return their shapes. Interrupting keeps what is done."""
    from api.shapes import document_shape

    results = []
    with output.progress("Ingesting", len(files)) as bar:
        for path in files:
            began = time.monotonic()
            record = library.ingest(path, kind=kind, body=body, force=force, progress=bar.stage)
            seconds = time.monotonic() - began
            results.append(document_shape(record, seconds))
            bar.advance(_line(record, seconds))
            for warning in record.warnings if record.status.value == "indexed" else ():
                output.note(f"  {record.source}: {warning}")
    return results


def documents(context: typer.Context, json: Json = False) -> None:
    """List the documents of the library with their status."""
    from api.shapes import document_shape

    with library_of(context) as library:
        shapes = [document_shape(record) for record in library.ledger.documents()]
    Output(json).result({"documents": shapes}, _documents_table(shapes))


def erase(
    context: typer.Context,
    identifiers: Annotated[list[str], typer.Argument(metavar="ID...", help="Documents to erase.")],
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Do not ask.")] = False,
    json: Json = False,
) -> None:
    """Erase documents for good: text, vectors, index terms, register rows, conversations that quote them."""
    from api.shapes import erasure_shape
    from ingest.erasure import refuse_built_in

    output = Output(json)
    with library_of(context, write=True) as library:
        unknown = [identifier for identifier in identifiers if library.ledger.document(identifier) is None]
        if unknown:
            raise NotFound(f"No document {unknown[0][:40]!r}.", "opcat documents lists them. Nothing was erased.")
        refuse_built_in(identifiers, library.ledger)
        if not (yes or json) and not _agreed(f"Erase {counted(len(identifiers), 'document')} for good?"):
            output.note("Nothing was erased.")
            return
        erasure = library.erase(identifiers)
    document = erasure_shape(erasure)
    gone = f"Erased {counted(len(erasure.documents), 'document')}, {counted(document['passages'], 'passage')}."
    gone += f" Receipt: {erasure.receipt}"
    output.result(document, plain(gone))


def _agreed(question: str) -> bool:
    """Ask at the terminal.

    Raises:
        BadRequest: there is nobody to ask.
    """
    try:
        return bool(typer.confirm(question, err=True))
    except typer.Abort:
        if sys.stdin.isatty():
            raise
        raise BadRequest(
            "This asks before it erases, and there is no terminal to ask on. Nothing was erased.",
            "Add --yes where nobody is to be asked.",
            code="needs_yes",
        ) from None


def rebuild(context: typer.Context, json: Json = False) -> None:
    """Build the indexes afresh from the ledger; nothing is lost, nothing is read again from files."""
    output = Output(json)
    began = time.monotonic()
    with library_of(context, write=True) as library, output.progress("Rebuilding", 1) as bar:
        passages = library.rebuild(progress=bar.stage)
        bar.advance(f"{counted(passages, 'passage')} indexed")
    seconds = round(time.monotonic() - began, 2)
    output.result(
        {"passages": passages, "seconds": seconds},
        plain(f"Rebuilt the indexes of {counted(passages, 'passage')} in {seconds} s."),
    )


def check(
    context: typer.Context,
    sample: Annotated[bool, typer.Option("--sample", help="Look at a sample of the passages only.")] = False,
    json: Json = False,
) -> int:
    """Check that ledger and indexes agree and that every passage is found by its own words and vector."""
    from ingest.errors import LibraryLocked

    output = Output(json)
    try:
        opened = library_of(context, write=True)
    except LibraryLocked as held:
        opened = library_of(context)
        # The approximate index has one owner; all else can be read beside it.
        output.note(f"Checked beside a process that holds the library, without the approximate index: {held.message}.")
    with opened as library:
        report = library.check(complete=not sample)
    document = {
        "clean": report.ok,
        "documents": report.documents,
        "passages": report.passages,
        "tried": report.tried,
        "problems": list(report.problems),
    }
    lines = list(report.problems)
    lines.append(
        f"Clean: {counted(report.documents, 'document')}, {counted(report.passages, 'passage')}, "
        f"{report.tried} of them found by their own words and vector."
        if report.ok
        else "Not clean. opcat rebuild repairs the indexes."
    )
    output.result(document, plain(*lines))
    return 0 if report.ok else 1


def _files(paths: list[Path], output: Output) -> Iterator[Path]:
    for path in paths:
        if path.is_dir():
            held = [each for each in path.rglob("*") if each.is_file() and not each.name.startswith(".")]
            found = sorted(each for each in held if each.suffix.lower() in SUFFIXES)
            if passed := len(held) - len(found):
                output.note(f"Passed over in the folder, of other kinds: {passed}. Readable: {_readable()}.")
            if not found:
                raise NotFound("The folder holds no document.", f"Readable: {_readable()}.", code="empty_folder")
            yield from found
        elif path.is_file():
            yield path
        elif path.exists():
            raise BadRequest(
                f"This is no file: {str(path)!r}.",
                "Give a document or a folder, no device or pipe; nothing was ingested.",
                code="not_a_file",
            )
        else:
            raise NotFound(
                f"There is no file {str(path)!r}.", "Check the path; nothing was ingested.", code="no_such_file"
            )


def _readable() -> str:
    return ", ".join(sorted(SUFFIXES))


def _line(record: DocumentRecord, seconds: float) -> str:
    if record.status.value in {"refused", "held"}:
        return f"{record.source}: {record.status.value} ({record.reason})"
    masked = sum(record.redactions.values())
    done = "unchanged" if record.status.value == "unchanged" else f"indexed in {seconds:.1f} s"
    return (
        f"{record.source}: {done}, {counted(record.passages, 'passage')}, "
        f"{counted(record.register_entries, 'register entry')}, {counted(masked, 'identifier')} masked"
    )


def _ingest_table(shapes: list[dict[str, Any]]) -> Any:
    indexed = sum(shape["status"] in {"indexed", "unchanged"} for shape in shapes)
    masked = sum(sum(shape["redactions"].values()) for shape in shapes)
    return plain(
        f"{indexed} of {counted(len(shapes), 'document')} can be searched; {counted(masked, 'identifier')} masked."
    )


def _documents_table(shapes: list[dict[str, Any]]) -> Any:
    from rich.table import Table

    table = Table(box=None, pad_edge=False)
    for column in ("id", "status", "kind", "place", "visit", "passages", "source"):
        table.add_column(column, overflow="fold", no_wrap=column in {"id", "status", "kind", "passages"})
    for shape in shapes:
        metadata = shape["metadata"]
        table.add_row(
            shape["document_id"],
            shape["status"],
            shape["kind"],
            metadata["place"] or "",
            metadata["visit_end"] or metadata["published"] or "",
            str(shape["passages"]),
            shape["source"],
        )
    return table if shapes else plain("No documents yet. Try: opcat ingest REPORT.pdf, or opcat demo")
