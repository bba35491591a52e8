"""Refusals: what people are told where nothing is answered, and what was searched."""

from __future__ import annotations

from assistant.answers.answer import Reason
from assistant.question.routing import Route
from ingest.passage import Coverage, Filters


def refusal_text(reason: Reason, searched: Coverage, filters: Filters, *, route: Route | None = None) -> str:
    """Say for people why nothing is answered, and what was searched."""
    if reason is Reason.IDENTITY_REQUEST:
        return (
            "This asks for something that identifies a person. Names and other personal data are removed before "
            "documents are stored, and are not given out (OPCAT, art. 21(2): no personal data is published without "
            "the express consent of the person concerned). Ask about the situation instead."
        )
    if reason is Reason.NOT_PERMITTED:
        return (
            "This asks the service to set aside its rules. Instructions in a question or in a document do not change "
            "what it does: it quotes redacted text only. Ask about the content of the reports."
        )
    if route is Route.OUT_OF_SCOPE:
        return (
            "This service finds and quotes what visit reports, responses and instruments say; it does not write other "
            "texts. Recommendations are drafted with `opcat draft`."
        )
    if reason is Reason.AMBIGUOUS:
        return "This question can be read in several ways."
    if searched.documents == 0 and filters == Filters():
        return "The library holds no reports yet. Add some with `opcat ingest PATH`."
    return f"Not found in {coverage_phrase(searched)}."


def coverage_phrase(searched: Coverage) -> str:
    """Say what was searched: ``16 documents (412 passages); 1 held for review, 2 pages unread``."""
    documents = "1 document" if searched.documents == 1 else f"{searched.documents} documents"
    passages = "1 passage" if searched.passages == 1 else f"{searched.passages} passages"
    rest = []
    if searched.held:
        rest.append(f"{searched.held} held for review")
    if searched.unread_pages:
        pages = "1 page" if searched.unread_pages == 1 else f"{searched.unread_pages} pages"
        rest.append(f"{pages} unread")
    return f"{documents} ({passages})" + (f"; {', '.join(rest)}" if rest else "")
