"""The command that fills questionnaires."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from api.cli.filtering import ALL, Asked, with_filters
from api.cli.options import Json, library_of
from api.cli.output import Output
from api.cli.tiers import MixTiers, note_export
from api.counted import counted
from api.errors import BadRequest, NotFound
from api.export.writing import refuse_existing

if TYPE_CHECKING:
    from assistant.questionnaires.filling import Filled

TEMPLATES = ("matrix",)


def register(app: typer.Typer) -> None:
    """Add the commands of this module."""
    app.command()(questionnaire)


@with_filters()
def questionnaire(
    context: typer.Context,
    out: Annotated[Path, typer.Option("--out", metavar="FILE", help="Where the filled form goes.")],
    file: Annotated[
        Path | None, typer.Argument(help="The form: DOCX, XLSX, PDF, HTML or text.", show_default=False)
    ] = None,
    xlsx: Annotated[
        Path | None, typer.Option("--xlsx", metavar="FILE", help="A working sheet as well, one row a question.")
    ] = None,
    template: Annotated[
        str | None, typer.Option("--template", metavar="NAME", help="Write an empty form instead: matrix.")
    ] = None,
    asked: Asked = ALL,
    mix_tiers: MixTiers = False,
    ignore_headings: Annotated[
        bool, typer.Option("--ignore-headings", help="Search all documents, whatever place the form's headings name.")
    ] = False,
    force: Annotated[bool, typer.Option("--force", help="Replace other files at --out and --xlsx.")] = False,
    json: Json = False,
) -> None:
    """Fill a questionnaire with suggestions and evidence from the library, in the form itself.

    Where FILE or the file at --out was filled before, what a person changed stays, and the rest is brought up to date.
    """
    output = Output(json)
    if template is not None:
        _write_template(output, template, file, out, force=force)
        return
    if file is None:
        raise BadRequest("No questionnaire was given.", "opcat questionnaire FORM.docx --out FILLED.docx")
    data = _read(file)
    from assistant.questionnaires.answering import Answerer
    from assistant.questionnaires.filling import fill, put

    _check_target(out, file)
    _refuse_others(out, xlsx, file, data, force=force)
    earlier = out.read_bytes() if out.is_file() and out.resolve() != file.resolve() else None
    with library_of(context) as library:
        filters = asked.within(library, output)
        with ExitStack() as open_bars:
            bars: list[Any] = []

            def told(done: int, total: int, suggestion: Any) -> None:
                if not bars:
                    bars.append(open_bars.enter_context(output.progress("Questions", total)))
                bars[0].advance(f"{suggestion.question.number}: {_state(suggestion)}")

            answerer = Answerer(library, filters, heed_headings=not ignore_headings)
            filled = fill(answerer, file.name, data, earlier=earlier, told=told, mix_tiers=mix_tiers)
        cited = {each.document_id for one in filled.suggestions for each in one.citations}
        note_export(library, "questionnaire", cited, output)
    out = _named(out, filled.suffix)
    put(out, filled.data)
    if xlsx is not None:
        put(xlsx, filled.sheet)
    for notice in filled.notices:
        output.note(notice)
    if not filled.complete:
        output.note(f"Stopped after {len(filled.suggestions)} questions.")
        raise KeyboardInterrupt
    output.result(shape(filled, str(out)), *_shown(filled, out, xlsx))


def shape(filled: Filled, out: str | None = None) -> dict[str, Any]:
    """Return the JSON of a filled form (DESIGN 5.1)."""
    shape: dict[str, Any] = {"questions": [one.to_json() for one in filled.suggestions]}
    if out is not None:
        shape["out"] = out
    shape["notices"] = list(filled.notices)
    shape["protection"] = dict(filled.protection)
    return shape


def _write_template(output: Output, template: str, file: Path | None, out: Path, *, force: bool) -> None:
    from assistant.questionnaires.filling import put
    from assistant.questionnaires.matrix import matrix

    if file is not None:
        raise BadRequest("A template is written empty.", "Leave FILE out, or leave --template out to fill FILE.")
    if template not in TEMPLATES:
        raise BadRequest("Unknown template.", f"Known: {', '.join(TEMPLATES)}.", code="unknown_template")
    out = _named(out, ".docx")
    refuse_existing(out, force=force)
    put(out, matrix())
    output.result(
        {"template": template, "out": str(out)}, f"Written: {out}. Fill it: opcat questionnaire {out} --out …"
    )


def _read(file: Path) -> bytes:
    from ingest.intake.file import IntakeLimits

    if not file.is_file():
        raise NotFound("There is no such file.", "Check how the path is spelled.")
    most = IntakeLimits().max_bytes
    with file.open("rb") as stream:
        data = stream.read(most + 1)
    if len(data) > most:
        raise BadRequest("The file is too large.", f"The limit is {most // (1024 * 1024)} MiB.", code="too_large")
    return data


def _check_target(out: Path, file: Path) -> None:
    if not out.parent.is_dir():
        raise NotFound("The folder for the result does not exist.", f"Make it first: {out.parent}")
    if out.is_dir():
        raise BadRequest("The result needs the name of a file.", "opcat questionnaire FORM.docx --out FILLED.docx")
    if out.exists() and not out.is_file():
        raise BadRequest("The result needs the name of a file.", f"{file.name} cannot be written there.")


def _refuse_others(out: Path, xlsx: Path | None, file: Path, data: bytes, *, force: bool) -> None:
    """Refuse to write over what no earlier run for this form has written.

    The name may still change its ending: then what stands under the new one counts.

    Raises:
        FileExists: another file is there, and ``force`` is not given.
        BadRequest: the empty form itself would be lost, or one result would replace the other.
    """
    from assistant.questionnaires.filling import continues

    if xlsx is not None and xlsx.resolve() in (file.resolve(), out.resolve()):
        raise BadRequest("The working sheet needs a file of its own.", "Give --xlsx another name.")
    again = False
    sheet = file.suffix.lower() in (".xlsx", ".xlsm", ".xls")
    for one in dict.fromkeys((out, _named(out, ".xlsx" if sheet else ".docx"))):
        if not one.exists():
            continue
        same = one.resolve() == file.resolve()
        again = continues(file.name, data, None if same else one.read_bytes())
        if same and not again and not force:
            raise BadRequest("The form itself would be overwritten.", "Give --out another name, or --force.")
        if not again:
            refuse_existing(one, force=force)
    if xlsx is not None and not again:
        refuse_existing(xlsx, force=force)


def _named(out: Path, suffix: str) -> Path:
    """Return the path with the ending that fits what is written."""
    if out.suffix.lower() == suffix:
        return out
    if out.suffix.lower() in ("", ".pdf", ".docm", ".xls", ".doc", ".html", ".md", ".txt", ".docx", ".xlsx"):
        return out.with_suffix(suffix)
    return out.with_name(out.name + suffix)


def _state(made: Any) -> str:
    if made.state == "kept":
        return "kept as edited"
    if made.gap:
        return "no evidence"
    places = len(made.citations)
    return (f"{made.grade}, " if made.grade else "") + counted(places, "place")


def _shown(filled: Filled, out: Path, xlsx: Path | None) -> list[str]:
    total = len(filled.suggestions)
    gaps = sum(one.gap is not None for one in filled.suggestions)
    kept = sum(one.state == "kept" for one in filled.suggestions)
    lines = [
        f"{counted(total, 'question')}: {total - gaps} with evidence, {counted(gaps, 'gap')}"
        + (f", {kept} kept as edited." if kept else ".")
    ]
    lines.append(str(filled.protection["note"]))
    lines.append(f"Written: {out}" + (f" and {xlsx}" if xlsx else "") + ". Every suggestion needs a person's decision.")
    return lines
