"""Commands that find: search and ask."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Annotated, Any

import typer

from api.cli.filtering import ALL, Asked, with_filters
from api.cli.options import Json, library_of, settings_of
from api.cli.output import Output
from api.errors import BadRequest

if TYPE_CHECKING:
    from assistant.answers.tracing import Explanation


def register(app: typer.Typer) -> None:
    """Add the commands of this module."""
    app.command()(search)
    app.command()(ask)


@with_filters()
def search(
    context: typer.Context,
    query: Annotated[str, typer.Argument(help="Words, a phrase, or a reference such as 'OPCAT 19(b)'.")],
    k: Annotated[int, typer.Option("-k", min=1, max=200, help="How many passages.")] = 10,
    asked: Asked = ALL,
    rerank: Annotated[
        bool,
        typer.Option(
            "--rerank/--no-rerank", help="Read the first passages together with the query: better order, 0.1 s more."
        ),
    ] = True,
    json: Json = False,
) -> None:
    """Find passages of reports and provisions of instruments, best first."""
    from api.unmatched import seeks_nothing, unmatched
    from assistant.answers.answer import search_json
    from assistant.retrieval.reranking import search_reread as find_reread
    from assistant.retrieval.searching import search as find

    with library_of(context) as library:
        filters = asked.within(library, Output(json))
        result = find_reread(library, query, filters, k) if rerank else find(library, query, filters=filters, k=k)
        told = unmatched(library, query, filters, result)
    if seeks_nothing(query):
        result = replace(result, hits=())
    lines: list[Any] = [_text(told)] if told else []
    for hit in result.hits:
        lines += _hit_lines(hit.rank, hit.citation, str(hit.passage.text))
    shape = {**search_json(result), "notes": [told] if told else []}
    Output(json).result(shape, *(lines or [_text("Nothing found.")]))


@with_filters()
def ask(
    context: typer.Context,
    question: Annotated[str, typer.Argument(help="A question in plain English.")],
    conversation: Annotated[
        str | None,
        typer.Option(
            "--conversation", metavar="ID", help="Keep and go on with a conversation; any word will do for a new one."
        ),
    ] = None,
    asked: Asked = ALL,
    trace: Annotated[
        bool, typer.Option("--trace", help="Also show how the answer came about: route, candidates, what was withheld.")
    ] = False,
    model: Annotated[
        str | None,
        typer.Option(
            "--model",
            metavar="PROVIDER:NAME",
            help="Language model that words the answer, 'none' for quotations alone; see `model` in opcat.toml.",
            show_default=False,
        ),
    ] = None,
    json: Json = False,
) -> None:
    """Answer a question with quotations from the library, or say that it was not found and what was searched."""
    from api.cli.answer_screen import AnswerScreen
    from api.wiring import composer, open_library
    from api.wiring import redactor as chosen_redactor
    from assistant.answers.answering import ask as answer_question
    from assistant.answers.tracing import explain

    if not question.strip():
        raise BadRequest(
            "The question is empty.",
            "Ask for example: opcat ask 'What was found about segregation?'",
            code="empty_query",
        )
    settings = settings_of(context, model=model)
    writer = composer(settings)
    screen = None if json else AnswerScreen()
    with open_library(settings) as library:
        filters = asked.within(library, Output(json))
        # Only what is stored or sent to a language model waits for the redaction models.
        redactor = chosen_redactor(settings) if conversation or writer else None
        answer = answer_question(
            library,
            question,
            filters=filters,
            conversation=conversation,
            redactor=redactor,
            model=writer,
            listener=screen,
        )
        explained = explain(library, answer, filters) if trace else None
    data, lines = answer.to_json(), [] if screen is None else screen.rest(answer)
    if explained is not None:
        data["trace"] = explained.to_json()
        lines += _trace_lines(explained)
    Output(json).result(data, *lines)


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
