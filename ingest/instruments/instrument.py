"""An official instrument as the product holds it: provisions with references, in the words of the source."""

from __future__ import annotations

from dataclasses import dataclass

from ingest.instruments.reference import Reference


@dataclass(frozen=True, slots=True)
class Provision:
    """One provision with words of its own: a preamble, an article, a paragraph, a letter, a numeral.

    Attributes:
        reference: where it stands (``OPCAT:19(b)``).
        heading: heading of its article or, for want of one, of its part; empty where there is neither.
        text: its own words without the number or letter before them, whitespace folded, otherwise as in the source;
            the words of its sub-paragraphs are not repeated.
        part: the part, chapter or section it stands in (``PART IV, NATIONAL PREVENTIVE MECHANISMS``), else empty.
        lead: the opening words of the provisions above it, outermost first; without them a letter is often no sentence.
    """

    reference: Reference
    heading: str
    text: str
    part: str = ""
    lead: tuple[str, ...] = ()

    @property
    def locator(self) -> str:
        """``art. 19(b)``."""
        return self.reference.locator


@dataclass(frozen=True, slots=True)
class Instrument:
    """A treaty or declaration.

    Attributes:
        id: ``OPCAT``.
        title: its full name.
        provisions: those with words of their own, in order; an article that only has paragraphs is not among them
            (``text_of`` gives it).
        missing: numbers of articles that the source lacks.
    """

    id: str
    title: str
    provisions: tuple[Provision, ...]
    missing: tuple[int, ...] = ()

    @property
    def articles(self) -> tuple[Reference, ...]:
        """Every article that was read, in order, preamble and annex left out."""
        numbered = (p.reference.article for p in self.provisions if p.reference.head.isdigit())
        return tuple(dict.fromkeys(numbered))

    def under(self, reference: Reference) -> tuple[Provision, ...]:
        """The provision and all of its parts, in order; empty where the instrument has none such."""
        return tuple(p for p in self.provisions if reference.contains(p.reference))

    def text_of(self, reference: Reference) -> str:
        """The whole text of a provision, one line per part, each with its number or letter; empty if there is none."""
        lines = []
        for provision in self.under(reference):
            below = provision.reference.parts[len(reference.parts) :]
            if not below:
                lines.append(provision.text)
                continue
            last = below[-1]
            lines.append(f"{last}. {provision.text}" if last.isdigit() else f"({last}) {provision.text}")
        return "\n".join(lines)
