"""Check digits, on numbers worked out by hand from the published rules."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from redaction.recognizers import checksums as cs
from redaction.recognizers import national_checks as nc

GOOD: list[tuple[Callable[[str], bool], str]] = [
    (cs.nhs, "943 476 5919"),
    (cs.chi, "010170 0008"),
    (cs.health_and_care, "320 000 0007"),
    (cs.nino, "AB 12 34 56 C"),
    (cs.pps, "1234567T"),
    (cs.iban, "GB82 WEST 1234 5698 7654 32"),
    (cs.card, "4111 1111 1111 1111"),
    (cs.luhn, "79927398713"),
    (cs.nhi, "ZAC5361"),
    (nc.nif_pt, "123456789"),
    (nc.kennitala, "120174-3399"),
    (nc.ahv, "756.9217.0769.85"),
    (nc.bsn, "111222333"),
    (nc.dni, "12345678Z"),
    (nc.dni, "X1234567L"),
    (nc.codice_fiscale, "RSSMRA85T10A562S"),
    (nc.personnummer, "19640823-3234"),
    (nc.tfn, "123 456 782"),
    (nc.sin, "046 454 286"),
    (nc.hetu, "131052-308T"),
    (nc.rijksregister, "85.07.30-033.28"),
    (nc.rodne_cislo, "780123/3539"),
    (nc.za_id, "8001015009087"),
    (nc.pesel, "44051401359"),
    (nc.tckn, "10000000146"),
    (nc.rrn_kr, "900101-1234567"),
]


@pytest.mark.parametrize(("check", "number"), GOOD, ids=lambda value: getattr(value, "__name__", str(value)))
def test_a_good_number_passes_and_a_changed_one_fails(check: Callable[[str], bool], number: str) -> None:
    assert check(number)
    if check in {cs.nino, nc.rrn_kr}:
        assert not check(number[:-1])
        return
    failed = 0
    for place, character in enumerate(number):
        if character.isdigit():
            changed = number[:place] + str((int(character) + 1) % 10) + number[place + 1 :]
            failed += not check(changed)
    assert failed >= 0.8 * sum(c.isdigit() for c in number)


def test_police_numbers_take_the_letter_of_modulo_23() -> None:
    letter = "ZABCDEFGHJKLMNPQRTUVWXY"[int("22" + "0000045") % 23]
    assert cs.pnc(f"2022/45{letter}")
    assert cs.pnc(f"22/0000045{letter}")
    assert not cs.pnc("2022/45I")
    criminal = "ZABCDEFGHJKLMNPQRTUVWXY"[int("85" + "000123") % 23]
    assert cs.cro(f"123/85{criminal}")
    filed = "ZABCDEFGHJKLMNPQRTUVWXY"[int("85" + "123") % 23]
    assert cs.cro(f"SF85/123{filed}")


@pytest.mark.parametrize("check", [check for check, _ in GOOD], ids=lambda check: check.__name__)
@pytest.mark.parametrize("text", ["", "abc", "0", "١٢٣٤٥٦٧٨٩٠", "-" * 12])
def test_no_check_raises_or_passes_on_rubbish(check: Callable[[str], bool], text: str) -> None:
    assert not check(text)
