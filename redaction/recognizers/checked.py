"""Whether a value passes the check of a known identifier: such a value is nobody's ordinary word."""

from __future__ import annotations

import re
from typing import Final

from redaction.recognizers import checksums as cs
from redaction.recognizers import national_checks as nc

_CHECKS: Final = (
    *(cs.nhs, cs.card, cs.iban, cs.nino, cs.pps, cs.pnc, cs.cro, cs.nhi),
    *(nc.pesel, nc.cnp, nc.tckn, nc.nif_pt, nc.nir, nc.kennitala, nc.za_id, nc.personnummer, nc.iin, nc.ahv, nc.bsn),
    *(nc.dni, nc.codice_fiscale, nc.medicare_au, nc.tfn, nc.sin, nc.rodne_cislo, nc.fodselsnummer, nc.hetu),
    *(nc.rijksregister, nc.egn, nc.jmbg, nc.baltic, nc.rrn_kr),
)
_NUMBER: Final = re.compile(r"\d[\d ./-]{4,30}\d")
_MOST: Final = 200


def is_checked(surface: str) -> bool:
    """Say whether a surface is, or holds, an identifier with a right check digit; up to 200 characters are read."""
    surface = surface[:_MOST].strip(" .,;:()[]")
    values = {surface, *surface.split(), *_NUMBER.findall(surface)}
    return any(check(value) for value in values if any(char.isdigit() for char in value) for check in _CHECKS)
