"""Addresses told part by part, or in words: "Cité Example, rue 12, maison n° 3", "the old mill on the Example"."""

from __future__ import annotations

from typing import Final

from redaction.recognizers.lexis import CAPITALISED, INSTITUTION, distinct, found
from redaction.sieve import Sieve
from redaction.span import Span, SpanType

_OF: Final = r"(?:de|del|la|las|los|le|les|du|des|da|do|dos|di|e|y|el|al|ya|na|nad|pod|an|am|der|den)"
_PLACE: Final = rf"{CAPITALISED}(?:[ -](?:{CAPITALISED}|{_OF})){{0,4}}"
_QUARTER: Final = (
    r"(?:[Cc]ité|[Cc]olonia|[Bb]arrio|[Bb]airro|[Pp]oblación|[Vv]illa|[Ll]otissement|[Uu]rb(?:anización|\.)|[Rr]ésidence|[Qq]uartier|[Ff]racc(?:ionamiento|\.)|"
    r"[Rr]esidencial|[Cc]onjunto|[Ss]ector|[Dd]ouar|[Hh]ay|[Kk]ampung|[Bb]arangay|[Pp]urok|[Ss]itio|[Ll]agjja|[Mm]ahalla|[Mm]ahallesi|[Jj]ardim|[Vv]ila|[Pp]arque)"
)
_NUMBERED: Final = (
    r"(?:(?i:calle|rue|ruelle|avenue|avenida|carrera|pasaje|casa|maison|lote?|manzana|mz|lt|bloque|bloc|imm(?:euble)?|b[âa]t(?:iment)?|appt?|app?artement|depto|dpto|"
    r"piso|torre|parcela|solar|porte|quadra|qd|pall(?:ati)?|shk(?:alla)?|hyrja|ap|apt|kv|dom|kw|kuća|ulaz|sok|km|villa|chalet|étage|rr)\.?\s"
    r"(?:(?:n[°ºo]|no|num|nr|№)\.?\s?)?\d{1,4}(?:[.,]\d{1,3})?[A-Za-z]?(?![\w/])|s/n\b)"
)
_PART: Final = rf"(?:{_NUMBERED}|{_QUARTER}\s{_PLACE}|\d{{4,6}}\s{_PLACE})"
# Two parts at least, one of them with a number after its word; a town may end them.
_IN_PARTS: Final = Sieve(
    rf"(?<![\w.])(?:{_QUARTER}\s{_PLACE},\s)?{_NUMBERED}(?:,\s{_PART}){{1,6}}(?:,\s{_PLACE})?(?![\w-])"
    rf"|(?<![\w.]){_QUARTER}\s{_PLACE},\s{_NUMBERED}(?:,\s{_PLACE})?(?![\w-])"
)
# "practice at the old weigh house on the Example in Oldtown".
_AT: Final = Sieve(
    r"\b(?:practi[cs]es?|surgery|chambers|stall|workshop|shop|lives?|lived|living|resid(?:es|ing)|stays?|staying|home|lodges|lodging)\s(?:is\s|was\s)?(?:at|in|above|behind|over)\s"
    rf"(?P<where>(?:the|an?)\s(?:[a-z][\w'’-]*\s){{1,4}}(?:on|in|by|off|opposite|behind|near|beside|above)\s(?:the\s)?{CAPITALISED}(?:\s{CAPITALISED})?"
    rf"(?:(?:\sin|\sat|,)\s{CAPITALISED}(?:\s{CAPITALISED})?)?)(?![\w-])"
)

# Words of institutions; articles and prepositions stand in any address.
_HOUSES: Final = frozenset(word for word in INSTITUTION if len(word) > 3) - {"house", "hall", "home", "number"}


class ToldAddresses:
    """Finds such addresses; those of institutions are left."""

    name = "told_address"

    def detect(self, text: str) -> list[Span]:
        """Return addresses."""
        places = [match.span() for match in _IN_PARTS.finditer(text)]
        places += [match.span("where") for match in _AT.finditer(text)]
        return distinct(
            found(self.name, start, end, SpanType.ADDRESS, 0.75)
            for start, end in places
            if _HOUSES.isdisjoint(text[start:end].lower().replace(",", "").split())
        )
