"""Provisions of instruments and of the criteria catalogue by reference, as every face shows them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from api.errors import BadRequest, NotFound

if TYPE_CHECKING:
    from ingest.library import Library


def instruments_shape(library: Library) -> list[dict[str, Any]]:
    """Return the instruments at hand and whether the official text or our paraphrase is there."""
    return [
        {
            "instrument": row.name,
            "title": row.title,
            "source": "official" if row.official else "catalogue",
            "provisions": row.provisions,
        }
        for row in library.ledger.instruments()
    ]


def provision_shape(library: Library, reference: str) -> dict[str, Any]:
    """Return a provision: the official text where it was added, else the catalogue's gist.

    Args:
        library: an opened library.
        reference: ``OPCAT:19(b)`` or ``art. 19 OPCAT``.

    Raises:
        BadRequest: it is no reference.
        NotFound: there is no such provision.
    """
    from ingest.instruments.catalogue import load_catalogue
    from ingest.instruments.reference import BadReference, parse_reference

    try:
        wanted = str(parse_reference(reference, default="OPCAT"))
    except BadReference as error:
        raise BadRequest(
            "That is no reference to a provision.", "Write for example OPCAT:19(b).", code="bad_reference"
        ) from error
    checked = {str(entry.reference): entry.checked for entry in load_catalogue().entries}
    provisions = []
    for passage in library.ledger.provision(wanted):
        record = library.ledger.document(passage.document_id)
        official = record is not None and record.kind.value == "instrument"
        provisions.append(
            {
                "reference": passage.reference,
                "locator": passage.locator,
                "source": "official" if official else "catalogue",
                "checked": None if official else checked.get(str(passage.reference), "unchecked"),
                "text": str(passage.text),
                "passage_id": passage.passage_id,
            }
        )
    if not provisions:
        raise NotFound(
            f"No provision {reference[:40]!r}.", "Write INSTRUMENT:ARTICLE, such as OPCAT:19(b). opcat instruments list"
        )
    return {"reference": wanted, "provisions": provisions}
