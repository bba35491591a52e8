"""Redact one file without storing anything: the data protection officer's command."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from api.cli.options import Json, settings_of
from api.cli.output import Output
from api.errors import BadRequest

if TYPE_CHECKING:
    from ingest.copies.source import Source
    from redaction.redactor import Redaction


def register(app: typer.Typer) -> None:
    """Add the commands of this module."""
    app.command()(redact)


def redact(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="PDF, DOCX, HTML, Markdown, text or a scan.")],
    out: Annotated[
        Path | None,
        typer.Option(
            "--out",
            metavar="FILE",
            help="Write a redacted copy: .pdf, .docx, .html, .md or .txt; without one of these, the format of FILE.",
        ),
    ] = None,
    html: Annotated[
        Path | None, typer.Option("--html", metavar="FILE", help="Write a page that shows what was masked and why.")
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Replace files that exist.")] = False,
    allow_residue: Annotated[
        bool, typer.Option("--allow-residue", help="Write files although something may be left in the text.")
    ] = False,
    show_originals: Annotated[
        bool, typer.Option("--show-originals", help="Show on the terminal what stood there; never in a file.")
    ] = False,
    profile: Annotated[
        str | None,
        typer.Option(
            "--profile",
            metavar="PROFILE",
            help="default, strict (removes ages, dates, origins and other details too) or the path of a policy file; "
            "else redaction_profile of opcat.toml or OPCAT_REDACTION_PROFILE.",
            show_default=False,
        ),
    ] = None,
    json: Json = False,
) -> int:
    """Show a file's text without personal data, and what was masked and why. Nothing is stored.

    Files are written anew from the redacted text, checked with another program, and readable by you alone.

    Exit code 1 means that the residue check was not clean: do not pass the text on.
    """
    _check_wish(out, html, show_originals, json)
    from api.wiring import redactor as chosen_redactor
    from ingest.copies.copying import make_copy, own_suffix
    from ingest.copies.errors import CopyWithheld
    from ingest.copies.publish import may_write
    from ingest.copies.source import read_source

    output = Output(json)
    redactor = chosen_redactor(settings_of(context, redaction_profile=profile))
    for path in (path for path in (out, html) if path is not None):
        may_write(path, file, force=force)
    with output.progress("Redacting", 1) as bar:
        bar.stage("read", 0, 1)
        source = read_source(file)
        if out is not None and not out.suffix:
            out = out.with_name(out.name + own_suffix(source))
            may_write(out, file, force=force)
        bar.stage("redact", 0, 1)
        redaction = redactor.redact(source.segments)
        shape = redaction_shape(redaction, source.text.starts, source.text.separators)
        notes = list(source.report.warnings) if source.report and out is None else []
        withheld = bool(out and redaction.residue and not allow_residue)
        if out is not None and not withheld:
            bar.stage("write and check", 0, 1)
            copy = make_copy(source, redaction, out, force=force, allow_residue=allow_residue)
            shape["out"] = {"path": str(copy.path), "format": copy.format, "pages": copy.pages, "verified": True}
            notes += copy.notes
        if html is not None:
            bar.stage("page", 0, 1)
            _write_page(html, source, redaction, redactor.redact_name(file.name, redaction), force, allow_residue)
            shape["html"] = {"path": str(html), "verified": True}
        made = [path for path in (out, html) if path is not None and path.exists()]
        telling = any(redactor.redact_name(path.name, redaction) != path.name for path in made)
    if withheld:
        shape["out"] = None
        refused = CopyWithheld()
        shape["error"] = {"code": refused.code, "message": refused.message, "hint": refused.hint}
    for note in notes if json else ():
        output.note(note)
    if telling:
        output.note("The name given to a file holds a word that looks like a name or an identifier: rename it.")
    output.result(shape, *_shown(shape, source, redaction, notes, originals=show_originals))
    return _told(output, redaction, shape, allow_residue=allow_residue)


def _check_wish(out: Path | None, html: Path | None, show_originals: bool, json: bool) -> None:
    """Refuse what cannot or must not be done before anything is read.

    Raises:
        BadRequest: an unknown suffix, one name for two files, or original values anywhere but on a terminal.
    """
    from ingest.copies.copying import SUFFIXES

    if out is not None and out.suffix and out.suffix.lower() not in SUFFIXES:
        known = ", ".join(SUFFIXES)
        raise BadRequest(
            f"Copies in the format {out.suffix} are not written.", f"Use one of {known}.", code="unknown_copy_format"
        )
    if html is not None and html.suffix.lower() not in {".html", ".htm"}:
        raise BadRequest("The review page is a web page.", "Name a file that ends in .html.", code="not_html")
    if out is not None and html is not None and out.absolute() == html.absolute():
        raise BadRequest("The copy and the review page are two files.", "Give each a name of its own.")
    if not show_originals:
        return
    hint = "Original values are shown on a terminal only, so that they are never stored: leave out the other option."
    if out is not None or html is not None or json:
        raise BadRequest("Original values are not written to files or JSON.", hint, code="originals_stay")
    if not on_terminal():
        raise BadRequest(
            "Original values are shown on a terminal only.", "Do not redirect the output.", code="originals_stay"
        )


def on_terminal() -> bool:
    """Say whether a person sees the output."""
    return sys.stdout.isatty()


def _write_page(to: Path, source: Source, redaction: Redaction, name: str, force: bool, allow_residue: bool) -> None:
    from api.cli.redaction_figures import figures_of
    from api.cli.review_page import ATTRIBUTES, TAGS, review_page
    from ingest.copies.copying import search_for
    from ingest.copies.errors import CopyNotVerified
    from ingest.copies.publish import publish
    from ingest.copies.verify_web import PlainPage

    page, own = review_page(source, redaction, figures_of(redaction), name, show_residue=allow_residue)
    search = search_for(source, redaction, own)

    def check(data: bytes) -> None:
        text = data.decode()
        reader = PlainPage(TAGS, ATTRIBUTES)
        reader.feed(text)
        reader.close()
        if data != page or search.in_text(text):
            raise CopyNotVerified("a masked word stands in the page")

    publish(page, to, check, force=force)


def redaction_shape(redaction: Redaction, starts: tuple[int, ...], separators: tuple[str, ...]) -> dict[str, Any]:
    """Return the contract's shape; offsets of spans are code points of the text that was read.

    Segments beyond ``starts`` are not part of that text and are left out.
    """
    count = len(starts)
    redacted_starts: list[int] = []
    pieces: list[str] = []
    at = 0
    for segment, separator in zip(redaction.segments, separators, strict=False):
        redacted_starts.append(at)
        pieces += (segment, separator)
        at += len(segment) + len(separator)
    return {
        "text": "".join(pieces),
        "spans": [
            {
                "start": starts[span.segment] + span.start,
                "end": starts[span.segment] + span.end,
                "type": span.type.value,
                "group": span.group.value,
                "replacement": span.replacement,
                "score": round(span.score, 3),
                "detectors": list(span.detectors),
            }
            for span in redaction.spans
            if span.segment < count
        ],
        "review": [
            {
                "start": starts[item.segment] + item.start,
                "end": starts[item.segment] + item.end,
                "type": item.type,
                "why": item.why,
            }
            for item in redaction.review
            if item.segment < count
        ],
        "residue": [
            {
                "start": redacted_starts[item.segment] + item.start,
                "end": redacted_starts[item.segment] + item.end,
                "why": item.why,
            }
            for item in redaction.residue
            if item.segment < count
        ],
        "language": redaction.language,
        "policy": redaction.policy_version,
    }


def _shown(
    shape: dict[str, Any], source: Source, redaction: Redaction, notes: list[str], *, originals: bool
) -> list[Any]:
    from rich.text import Text

    from api.cli.redaction_figures import figures_of
    from api.cli.redaction_screen import legend, tables, text_on_screen

    parts: list[Any] = [Text(note) for note in notes]
    wrote = [("redacted copy", shape.get("out")), ("review page", shape.get("html"))]
    if not any(made for _, made in wrote):
        parts += [text_on_screen(source, redaction, originals=originals), Text("")]
        parts += [legend()] if on_terminal() else []
    parts += tables(figures_of(redaction))
    for what, made in wrote:
        if made:
            # A path is copied from the screen: it must not be broken over two lines.
            parts.append(Text(f"Wrote and checked the {what}: {made['path']}", no_wrap=True, overflow="ignore"))
    if any(made for _, made in wrote):
        parts.append(Text("Pseudonymised, not anonymous: treat it as confidential."))
    return parts


def _told(output: Output, redaction: Redaction, shape: dict[str, Any], *, allow_residue: bool) -> int:
    if not redaction.residue:
        return 0
    if shape.get("out") and allow_residue:
        output.note(f"Written although {len(redaction.residue)} places may still hold personal data (--allow-residue).")
        return 0
    error = shape.get("error")
    output.note(
        f"{error['message']}\n  {error['hint']}"
        if error
        else "The residue check is not clean: something may be left. Do not pass the text on."
    )
    return 1
