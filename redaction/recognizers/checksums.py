"""Check digits of identifiers of the United Kingdom, Ireland, New Zealand, and of banks and cards.

Every function takes the identifier as written (spaces, dots, hyphens and slashes are ignored, letters in any
case) and says whether its form and check digit are right. None raises.
"""

from __future__ import annotations

import re
from typing import Final

_SEPARATORS: Final = str.maketrans("", "", " \u00a0\u2009\u202f\t\n.-/#")
_NHI_LETTERS: Final = "ABCDEFGHJKLMNPQRSTUVWXYZ"
_MOD_23: Final = "ZABCDEFGHJKLMNPQRTUVWXY"


def compact(text: str) -> str:
    """Return the text without separators, in capitals."""
    return text.translate(_SEPARATORS).upper()


def weighted(digits: str, weights: tuple[int, ...]) -> int:
    """Return the sum of the products of digits and weights, as far as the shorter goes."""
    return sum(int(digit) * weight for digit, weight in zip(digits, weights, strict=False))


def luhn(text: str) -> bool:
    """ISO/IEC 7812-1, annex B."""
    digits = compact(text)
    if not (digits.isascii() and digits.isdigit()) or len(set(digits)) == 1:
        return False
    total = 0
    for place, digit in enumerate(reversed(digits)):
        value = int(digit) * (1 + place % 2)
        total += value - 9 if value > 9 else value
    return total % 10 == 0


def card(text: str) -> bool:
    """Payment card: 13 to 19 digits, a known first digit, Luhn."""
    digits = compact(text)
    return 13 <= len(digits) <= 19 and digits[:1] in "23456" and luhn(digits)


def iban(text: str) -> bool:
    """ISO 13616: 15 to 34 characters, modulo 97 of the rearranged number is 1."""
    code = compact(text)
    if not re.fullmatch(r"[A-Z]{2}\d{2}[A-Z0-9]{11,30}", code):
        return False
    return int("".join(str(int(c, 36)) for c in code[4:] + code[:4])) % 97 == 1


def nhs(text: str) -> bool:
    """NHS number, CHI number and Health and Care number: ten digits, modulo 11.

    Source: NHS data dictionary, NHS NUMBER (weights 10 to 2; 11 counts as 0, 10 is never issued).
    """
    digits = compact(text)
    if not re.fullmatch(r"[0-9]{10}", digits) or len(set(digits)) == 1:
        return False
    check = 11 - weighted(digits[:9], (10, 9, 8, 7, 6, 5, 4, 3, 2)) % 11
    return check != 10 and check % 11 == int(digits[9])


def chi(text: str) -> bool:
    """Community Health Index (Scotland): an NHS-style number that begins with a date of birth, DDMMYY."""
    digits = compact(text)
    return nhs(digits) and 1 <= int(digits[:2]) <= 31 and 1 <= int(digits[2:4]) <= 12


def health_and_care(text: str) -> bool:
    """Health and Care number (Northern Ireland): 320 000 0001 to 399 999 9999."""
    digits = compact(text)
    return nhs(digits) and "3200000000" < digits <= "3999999999"


def nino(text: str) -> bool:
    """National Insurance number: allowed prefix, six digits, A to D (no check digit; HMRC manual NIM39110)."""
    code = compact(text)
    return bool(
        re.fullmatch(r"[A-CEGHJ-PRSTW-Z][A-CEGHJ-NPRSTW-Z]\d{6}[A-D]", code)
        and code[:2] not in {"BG", "GB", "NK", "KN", "TN", "NT", "ZZ"}
    )


def pps(text: str) -> bool:
    """Personal Public Service number (Ireland): weights 8 to 2, second letter times 9, modulo 23, 0 is W."""
    code = compact(text)
    match = re.fullmatch(r"(\d{7})([A-W])([A-IW]?)", code)
    if match is None:
        return False
    second = match[3]
    total = weighted(match[1], (8, 7, 6, 5, 4, 3, 2)) + (9 * (ord(second) - 64) if second and second != "W" else 0)
    return "WABCDEFGHIJKLMNOPQRSTUV"[total % 23] == match[2]


def pnc(text: str) -> bool:
    """Police National Computer id: year, serial, check letter (modulo 23 of YY and the serial padded to seven).

    Source: CJS Data Standards Catalogue; ministryofjustice/hmpps-person-record.
    """
    match = re.fullmatch(r"(\d{4}|\d{2})[/ ]?(\d{1,7})([A-Z])", text.strip().upper())
    return match is not None and _MOD_23[int(match[1][-2:] + match[2].zfill(7)) % 23] == match[3]


def cro(text: str) -> bool:
    """Criminal Records Office number: serial/YY and letter, or SFYY/serial and letter (modulo 23; same source)."""
    code = text.strip().upper()
    plain = re.fullmatch(r"(\d{1,6})/(\d{2})([A-Z])", code)
    if plain is not None:
        return _MOD_23[int(plain[2] + plain[1].zfill(6)) % 23] == plain[3]
    file = re.fullmatch(r"SF(\d{2})/(\d{1,6})([A-Z])", code)
    return file is not None and _MOD_23[int(file[1] + file[2]) % 23] == file[3]


def nhi(text: str) -> bool:
    """National Health Index (New Zealand), old form LLLNNNN (modulo 11) and new form LLLNNLX.

    Source: HISO 10046. Publications differ on the modulus of the new form (24, later 23); either is taken.
    """
    code = compact(text)
    old = re.fullmatch(r"[A-HJ-NP-Z]{3}\d{4}", code)
    new = re.fullmatch(r"[A-HJ-NP-Z]{3}\d{2}[A-HJ-NP-Z]{2}", code)
    if old is None and new is None:
        return False
    values = [_NHI_LETTERS.index(c) + 1 if c.isalpha() else int(c) for c in code[:6]]
    total = sum(value * weight for value, weight in zip(values, (7, 6, 5, 4, 3, 2), strict=True))
    if old is not None:
        return total % 11 != 0 and (11 - total % 11) % 10 == int(code[6])
    return any(modulus - total % modulus == _NHI_LETTERS.index(code[6]) + 1 for modulus in (24, 23))
