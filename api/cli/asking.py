"""Commands that find: search and ask."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from api.cli.options import Body, Document, From, Json, Kind, Place, PlaceType, Theme, To, library_of, settings_of
from api.cli.output import Output
from api.errors import BadRequest
from api.filters import filters_of

if TYPE_CHECKING:
    from assistant.answer import Answer
    from assistant.tracing import Explanation


def register(app: typer.Typer) -> None:
    """Add the commands of this module."""
    app.command()(search)
    app.command()(ask)


def search(
    context: typer.Context,
    query: Annotated[str, typer.Argument(help="Words, a phrase, or a reference such as 'OPCAT 19(b)'.")],
    k: Annotated[int, typer.Option("-k", min=1, max=200, help="How many passages.")] = 10,
    kind: Kind = None,
    place: Place = None,
    place_type: PlaceType = None,
    body: Body = None,
    theme: Theme = None,
    date_from: From = None,
    date_to: To = None,
    document: Document = None,
    json: Json = False,
) -> None:
    """Find passages of reports and provisions of instruments, best first."""
    from assistant.answer import search_json
    from assistant.searching import search as find

    with library_of(context) as library:
        filters = filters_of(
            library,
            kind=kind,
            place=place,
            place_type=place_type,
            body=body,
            theme=theme,
            date_from=date_from,
            date_to=date_to,
            documents=document,
        )
        result = find(library, query, filters=filters, k=k)
    lines: list[Any] = []
    for hit in result.hits:
        lines += _hit_lines(hit.rank, hit.citation, str(hit.passage.text))
    Output(json).result(search_json(result), *(lines or [_text("Nothing found.")]))


def ask(
    context: typer.Context,
    question: Annotated[str, typer.Argument(help="A question in plain English.")],
    conversation: Annotated[
        str | None,
        typer.Option(
            "--conversation", metavar="ID", help="Keep and go on with a conversation; any word will do for a new one."
        ),
    ] = None,
    kind: Kind = None,
    place: Place = None,
    place_type: PlaceType = None,
    body: Body = None,
    theme: Theme = None,
    date_from: From = None,
    date_to: To = None,
    document: Document = None,
    trace: Annotated[
        bool, typer.Option("--trace", help="Also show how the answer came about: route, candidates, what was withheld.")
    ] = False,
    json: Json = False,
) -> None:
    """Answer a question with quotations from the library, or say that it was not found and what was searched."""
    from api.wiring import redactor as chosen_redactor
    from assistant.answering import ask as answer_question
    from assistant.tracing import explain

    if not question.strip():
        raise BadRequest(
            "The question is empty.",
            "Ask for example: opcat ask 'What was found about segregation?'",
            code="empty_query",
        )
    with library_of(context) as library:
        filters = filters_of(
            library,
            kind=kind,
            place=place,
            place_type=place_type,
            body=body,
            theme=theme,
            date_from=date_from,
            date_to=date_to,
            documents=document,
        )
        # Only conversations are stored, and only what is stored waits for the redaction models.
        redactor = chosen_redactor(settings_of(context)) if conversation else None
        answer = answer_question(library, question, filters=filters, conversation=conversation, redactor=redactor)
        explained = explain(library, answer, filters) if trace else None
    data, lines = answer.to_json(), shown(answer)
    if explained is not None:
        data["trace"] = explained.to_json()
        lines += _trace_lines(explained)
    Output(json).result(data, *lines)


def shown(answer: Answer) -> list[Any]:
    """Return an answer as people read it: sentences with numbers, then the sources with their quotations."""
    from rich.padding import Padding
    from rich.text import Text

    parts: list[Any] = []
    if answer.abstained or not answer.sentences:
        parts.append(Text(answer.text, style="yellow" if answer.abstained else ""))
    elif answer.lead:
        parts.append(Text(answer.lead, style="bold"))
    for sentence in answer.sentences:
        marks = "".join(f"[{n}]" for n in sentence.citations)
        parts.append(Text.assemble(sentence.text, (f" {marks}", "cyan")))
    if not answer.abstained:
        parts += [Text(f"Note: {notice}", style="dim") for notice in answer.trace.notices]
    if answer.citations:
        parts.append(Text(""))
    for citation in answer.citations:
        parts.append(Text.assemble((f"[{citation.n}] ", "cyan"), (citation.citation, "bold")))
        if not any(sentence.text == citation.quote for sentence in answer.sentences):
            parts.append(Padding(Text(f"“{citation.quote}”", style="dim"), (0, 0, 0, 4)))
    coverage = answer.coverage
    searched = f"Searched {coverage.documents} documents, {coverage.passages} passages"
    if coverage.held:
        searched += f"; {coverage.held} held for review"
    if coverage.unread_pages:
        searched += f"; {coverage.unread_pages} pages unread"
    parts.append(
        Text(f"\n{searched}." + (f" Conversation {answer.conversation}." if answer.conversation else ""), style="dim")
    )
    return parts


def _trace_lines(explained: Explanation) -> list[Any]:
    from rich.text import Text

    sure = "" if explained.confidence is None else f"; confidence {explained.confidence:.2f}"
    lines = [Text(f"\nRoute: {explained.route}{sure}", style="bold"), Text(f"Searched: {explained.searched}")]
    if explained.interpretation:
        lines.append(Text(f"Read as: {'; '.join(explained.interpretation)}"))
    if explained.filters:
        lines.append(Text("Filters: " + "; ".join(f"{name} = {value}" for name, value in explained.filters.items())))
    if explained.candidates:
        lines.append(Text("Candidates: rank, by words, by meaning, share of the question; * is cited", style="bold"))
    for one in explained.candidates:
        ranks = f"{one.rank:>3} {one.by_words or '-':>4} {one.by_meaning or '-':>4} {one.coverage:>5.2f}"
        lines.append(Text.assemble((ranks, "cyan"), f" {'*' if one.cited else ' '} {one.citation}"))
    lines += [Text(f"Withheld: {reason}") for reason in explained.withheld]
    return lines


def _hit_lines(rank: int, citation: str, text: str) -> list[Any]:
    from rich.padding import Padding
    from rich.text import Text

    return [Text.assemble((f"{rank:>2} ", "cyan"), (citation, "bold")), Padding(Text(text), (0, 0, 1, 3))]


def _text(line: str) -> Any:
    from rich.text import Text

    return Text(line)
