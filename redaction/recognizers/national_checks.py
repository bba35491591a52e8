"""Check digits of national identity, tax and insurance numbers outside the United Kingdom and Ireland.

Same contract as :mod:`redaction.recognizers.checksums`. The algorithms are published by the issuing offices;
Wikipedia's "National identification number" and the python-stdnum documentation list them side by side.
"""

from __future__ import annotations

import re
from typing import Final

from redaction.recognizers.checksums import compact, luhn, weighted

_CF_ODD: Final = dict(
    zip(
        "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ",
        (*((1, 0, 5, 7, 9, 13, 15, 17, 19, 21) * 2), 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23),
        strict=True,
    )
)
_DNI: Final = "TRWAGMYFPDXBNJZSQVHLCKE"
_HETU: Final = "0123456789ABCDEFHJKLMNPRSTUVWXY"


def _digits(text: str, length: int) -> str | None:
    digits = compact(text)
    return digits if len(digits) == length and digits.isascii() and digits.isdigit() else None


def _date(day: str, month: str) -> bool:
    return 1 <= int(day) <= 31 and 1 <= int(month) <= 12


def pesel(text: str) -> bool:
    """Poland, 11 digits: date of birth with the century in the month, weights 1 3 7 9."""
    d = _digits(text, 11)
    if d is None or not _date(d[4:6], f"{int(d[2:4]) % 20:02d}"):
        return False
    return (10 - weighted(d[:10], (1, 3, 7, 9, 1, 3, 7, 9, 1, 3)) % 10) % 10 == int(d[10])


def cnp(text: str) -> bool:
    """Romania, 13 digits: sex, date of birth, county, serial; weights 279146358279."""
    d = _digits(text, 13)
    if d is None or d[0] == "0" or not _date(d[5:7], d[3:5]):
        return False
    check = weighted(d[:12], (2, 7, 9, 1, 4, 6, 3, 5, 8, 2, 7, 9)) % 11
    return (1 if check == 10 else check) == int(d[12])


def tckn(text: str) -> bool:
    """Türkiye, 11 digits, the last two computed."""
    d = _digits(text, 11)
    if d is None or d[0] == "0":
        return False
    values = [int(c) for c in d]
    tenth = (sum(values[0:9:2]) * 7 - sum(values[1:8:2])) % 10
    return tenth == values[9] and sum(values[:10]) % 10 == values[10]


def nif_pt(text: str) -> bool:
    """Portugal, 9 digits, weights 9 to 2."""
    d = _digits(text, 9)
    if d is None or d[0] == "0":
        return False
    check = 11 - weighted(d[:8], (9, 8, 7, 6, 5, 4, 3, 2)) % 11
    return (0 if check > 9 else check) == int(d[8])


def nir(text: str) -> bool:
    """France, 13 characters and a key of two digits: 97 minus the number modulo 97; 2A and 2B for Corsica."""
    code = compact(text)
    if not re.fullmatch(r"[1-478]\d{4}(?:\d\d|2[AB])\d{8}", code):
        return False
    body, minus = (code[:13], 0)
    if body[5:7] in {"2A", "2B"}:
        body, minus = body.replace("2A", "20").replace("2B", "20"), 1000000 if code[6] == "A" else 2000000
    return 97 - (int(body) - minus) % 97 == int(code[13:])


def kennitala(text: str) -> bool:
    """Iceland, DDMMYY-NNCK: weights 3 2 7 6 5 4 3 2, century digit 8, 9 or 0."""
    d = _digits(text, 10)
    if d is None or d[9] not in "890" or not _date(str(int(d[:2]) % 40), d[2:4]):
        return False
    check = (11 - weighted(d[:8], (3, 2, 7, 6, 5, 4, 3, 2)) % 11) % 11
    return check == int(d[8])


def za_id(text: str) -> bool:
    """South Africa, 13 digits: YYMMDD, serial, citizenship 0 to 2, Luhn."""
    d = _digits(text, 13)
    return d is not None and _date(d[4:6], d[2:4]) and d[10] in "012" and luhn(d)


def personnummer(text: str) -> bool:
    """Sweden, (CC)YYMMDD-NNNC, Luhn over the last ten digits; the day may be raised by 60."""
    d = compact(text.replace("+", ""))
    d = d[2:] if len(d) == 12 else d
    return bool(re.fullmatch(r"[0-9]{10}", d)) and _date(str(int(d[4:6]) % 60), d[2:4]) and luhn(d)


def iin(text: str) -> bool:
    """Kazakhstan, 12 digits: YYMMDD, century, serial; weights 1 to 11, then 3 to 11, 1, 2."""
    d = _digits(text, 12)
    if d is None or not _date(d[4:6], d[2:4]) or d[6] not in "0123456":
        return False
    check = weighted(d[:11], tuple(range(1, 12))) % 11
    if check == 10:
        check = weighted(d[:11], (3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2)) % 11
    return check == int(d[11])


def ahv(text: str) -> bool:
    """Switzerland, 13 digits from 756, EAN-13 check digit."""
    d = _digits(text, 13)
    return d is not None and d.startswith("756") and (10 - weighted(d[:12], (1, 3) * 6) % 10) % 10 == int(d[12])


def bsn(text: str) -> bool:
    """The Netherlands, 9 digits, weights 9 to 2 and -1, divisible by 11."""
    d = _digits(text, 9)
    return d is not None and int(d) > 0 and weighted(d, (9, 8, 7, 6, 5, 4, 3, 2, -1)) % 11 == 0


def dni(text: str) -> bool:
    """Spain, DNI (8 digits and a letter) or NIE (X, Y or Z, 7 digits and a letter), modulo 23."""
    code = compact(text)
    if not re.fullmatch(r"[XYZ\d]\d{7}[A-Z]", code):
        return False
    return _DNI[int(code[:8].translate(str.maketrans("XYZ", "012"))) % 23] == code[8]


def codice_fiscale(text: str) -> bool:
    """Italy, 16 characters, the last computed from the odd and even places."""
    code = compact(text)
    if not re.fullmatch(r"[A-Z]{6}[0-9L-NP-V]{2}[ABCDEHLMPRST][0-9L-NP-V]{2}[A-Z][0-9L-NP-V]{3}[A-Z]", code):
        return False
    total = sum(
        _CF_ODD[c] if place % 2 == 0 else int(c, 36) - (10 if c.isalpha() else 0) for place, c in enumerate(code[:15])
    )
    return chr(65 + total % 26) == code[15]


def medicare_au(text: str) -> bool:
    """Australia, Medicare card: 10 or 11 digits, first 2 to 6, ninth digit from weights 1 3 7 9."""
    d = compact(text)
    if not re.fullmatch(r"[2-6][0-9]{9,10}", d):
        return False
    return weighted(d[:8], (1, 3, 7, 9, 1, 3, 7, 9)) % 10 == int(d[8])


def tfn(text: str) -> bool:
    """Australia, tax file number: 9 digits, weights 1 4 3 7 5 8 6 9 10, divisible by 11."""
    d = _digits(text, 9)
    return d is not None and weighted(d, (1, 4, 3, 7, 5, 8, 6, 9, 10)) % 11 == 0


def sin(text: str) -> bool:
    """Canada, Social Insurance number: 9 digits, Luhn."""
    return _digits(text, 9) is not None and luhn(text)


def rodne_cislo(text: str) -> bool:
    """Czechia and Slovakia, YYMMDD/NNNN, divisible by 11; the month raised by 50 for women, 20 or 70 since 2004."""
    d = _digits(text, 10)
    if d is None:
        return False
    month = int(d[2:4]) % 50
    return _date(d[4:6], str(month - 20 if month > 20 else month)) and int(d) % 11 == 0


def fodselsnummer(text: str) -> bool:
    """Norway, 11 digits, two check digits."""
    d = _digits(text, 11)
    if d is None or not _date(str(int(d[:2]) % 40), str(int(d[2:4]) % 40)):
        return False
    first = (11 - weighted(d[:9], (3, 7, 6, 1, 8, 9, 4, 5, 2)) % 11) % 11
    second = (11 - weighted(d[:10], (5, 4, 3, 2, 7, 6, 5, 4, 3, 2)) % 11) % 11
    return first == int(d[9]) and second == int(d[10])


def hetu(text: str) -> bool:
    """Finland, DDMMYY, century sign, three digits and a character, modulo 31."""
    match = re.fullmatch(r"(\d{6})[-+A-FU-Y](\d{3})([0-9A-Y])", text.strip().upper())
    return match is not None and _date(match[1][:2], match[1][2:4]) and _HETU[int(match[1] + match[2]) % 31] == match[3]


def rijksregister(text: str) -> bool:
    """Belgium, 11 digits, 97 minus the number modulo 97 (a 2 in front for births since 2000)."""
    d = _digits(text, 11)
    if d is None or not _date(d[4:6], d[2:4]):
        return False
    return int(d[9:]) in {97 - int(d[:9]) % 97, 97 - int("2" + d[:9]) % 97}


def egn(text: str) -> bool:
    """Bulgaria, 10 digits, weights 2 4 8 5 10 9 7 3 6; the month raised by 20 or 40 for other centuries."""
    d = _digits(text, 10)
    if d is None or not _date(d[4:6], f"{int(d[2:4]) % 20}"):
        return False
    return weighted(d[:9], (2, 4, 8, 5, 10, 9, 7, 3, 6)) % 11 % 10 == int(d[9])


def jmbg(text: str) -> bool:
    """States of the former Yugoslavia, 13 digits, weights 7 to 2 twice."""
    d = _digits(text, 13)
    if d is None or not _date(d[:2], d[2:4]) or d[4] not in "09":
        return False
    check = 11 - weighted(d[:12], (7, 6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2)) % 11
    return (0 if check > 9 else check) == int(d[12])


def baltic(text: str) -> bool:
    """Estonia and Lithuania, 11 digits: century and sex, YYMMDD, serial; two rounds of weights modulo 11."""
    d = _digits(text, 11)
    if d is None or d[0] not in "123456" or not _date(d[5:7], d[3:5]):
        return False
    check = weighted(d[:10], (1, 2, 3, 4, 5, 6, 7, 8, 9, 1)) % 11
    if check == 10:
        check = weighted(d[:10], (3, 4, 5, 6, 7, 8, 9, 1, 2, 3)) % 11 % 10
    return check == int(d[10])


def rrn_kr(text: str) -> bool:
    """Korea, YYMMDD-NNNNNNN: form and date only, since numbers issued after October 2020 have no check digit."""
    return bool(re.fullmatch(r"\d{6}-[1-8]\d{6}", text.strip())) and _date(text.strip()[4:6], text.strip()[2:4])
