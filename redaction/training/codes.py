"""Invented numbers, addresses, dates and contacts, in the formats that reports of many countries print."""

from __future__ import annotations

import string
from collections.abc import Callable
from random import Random

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",  # noqa: E501
)  # fmt: skip
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
_LETTERS = "ABCDEFGHJKLMNPRSTUVWXYZ"


def pattern(random: Random, form: str) -> str:
    """Fill ``form``: ``9`` becomes a digit, ``X`` a capital letter; other characters stay."""
    return "".join(
        random.choice(string.digits) if c == "9" else random.choice(_LETTERS) if c == "X" else c for c in form
    )


_IDS: dict[str, tuple[str, ...]] = {
    "prison": ("X9999XX", "XX9999", "X999999", "999999", "9999/99", "P/9999/99", "9999-XX", "MIN 99999", "PRN 99999999",
               "X-9999", "99/99999", "S99999", "DC-99-9999", "XX/999/99"),
    "nhs": ("999 999 9999", "9999999999", "999-999-9999", "XXX9999", "9999 99999 9"),
    "ni": ("XX 99 99 99 X", "XX999999X", "XX-99-99-99-X"),
    "pnc": ("99/999999X", "2009/9999999X", "99/9999X"),
    "cro": ("999999/99X", "SF99/99999X", "9999/99X"),
    "passport": ("999999999", "XX9999999", "X99999999", "X999999", "99XX99999"),
    "custody": ("99XX/9999/99", "XX/9999/99", "CR 9999/99", "999/XX/2099", "99/9999/XX", "XX99-99999", "C-99-9999"),
    "homeoffice": ("X9999999", "X9999999/9", "99/99/99/9999", "999999999", "XX/99999/2099"),
    "case": ("99999/99", "9999/2099", "XX-2099-9999", "2099/999", "no. 9999/99", "99-XX-99999", "K-99/9999", "CO/9999/2099",  # noqa: E501
             "T99999999", "Case 999 of 2099", "99 XX 999/99", "REF-999999", "9-99-999-99"),
    "badge": ("9999", "99999", "X9999", "XX 999", "999X", "X-99", "99-999"),
    "acct": ("999999", "A-99999", "9999/99", "ACCT 99999", "99999"),
    "licence": ("XXXXX999999XX9XX", "9999999", "X999-9999-9999", "99 XX 999999"),
    "foreign": ("999999-9999", "99999999999", "99.99.99-999.99", "99999999X", "X9999999X", "999999/9999", "999 99 9999",
                "999999 9999 999", "9999 9999 9999", "99999-9999999-9", "XXXXXX99X99X999X", "9 99 99 99 999 999"),
}  # fmt: skip
_PHONES = (
    "07999 999999", "020 7999 9999", "+44 7999 999 999", "(01999) 999999", "+353 87 999 9999", "087 999 9999",
    "+27 82 999 9999", "(999) 999-9999", "+1 999 999 9999", "04 9999 9999", "+61 499 999 999", "+64 21 999 999",
    "+995 599 99 99 99", "+90 532 999 99 99", "+358 40 999 9999", "+234 803 999 9999", "0999 99 99 99", "+33 6 99 99 99 99",  # noqa: E501
)  # fmt: skip
_DOMAINS = ("mail.example", "example.org", "example.net", "inbox.example", "post.example.com", "gmail.com", "yahoo.com")
_PLATES = (
    "XX99 XXX", "XX99XXX", "X999 XXX", "99-X-9999", "XXX 999", "XX-999-XX", "999-XXX", "99 XXX 99", "XXX999XX", "99 XXX 999",  # noqa: E501
    "XX 9999 X", "XX 999-999", "XXX-9999", "999 XXX", "9-XXX-999", "XX-99-XX-9999", "XX 9999 XX", "XX 999 XX", "XXX 99-99",  # noqa: E501
    "9999 XXX", "X 9999", "XX-XX 999", "99-9999", "XXX 9999", "X-999-XX", "1XXX999", "99X-99999", "X XX 9999",
)  # fmt: skip
_CELLS = (
    "X9-99", "X-9-999", "9-99", "99", "9", "X9/99", "999", "X99", "9X", "X 9-99", "X.99", "99X", "XX9-99", "9.99", "9-X-99",  # noqa: E501
    "9/99", "99/X", "X-99", "X/99", "9-9-99", "X9.9.99", "X999", "99-X", "9/II", "99/IV", "XX 9", "99A", "Seg 9", "9 L 99",  # noqa: E501
)  # fmt: skip
_POSTCODES = ("XX9 9XX", "X99 9XX", "99999", "9999", "9999 XX", "X9X 9X9", "99-999", "D99 X9X9")


def identifier(random: Random, kind: str) -> str:
    """Return an invented number of ``kind``; an empty kind draws any.

    Raises:
        KeyError: an unknown kind.
    """
    if kind in ("", "prison", "case", "custody", "foreign", "badge") and random.random() < 0.3:
        return _mixed(random)
    forms = _IDS[kind or random.choice(tuple(_IDS))]
    year = random.choice(("19", "20")) + random.choice("0123456789")
    return pattern(random, random.choice(forms).replace("209", year))


def _mixed(random: Random) -> str:
    """Return a number of no known format: one to four groups of letters and digits."""
    groups = []
    for _ in range(random.randint(1, 4)):
        length = random.randint(1, 6)
        groups.append(random.choice(("9" * length, "9" * length, "X" * random.randint(1, 3), "X" + "9" * length)))
    if not any("9" in group for group in groups):
        groups.append("9999")
    if sum(map(len, groups)) < 4:
        groups.append("9999")
    return pattern(random, random.choice("/-- .").join(groups))


def phone(random: Random) -> str:
    """Return a telephone number."""
    text = pattern(random, random.choice(_PHONES))
    return text.replace(" ", "") if random.random() < 0.2 else text


def email(random: Random, first: str, last: str) -> str:
    """Return an address made of a name."""
    first, last = (part.lower().replace(" ", "").replace(".", "") for part in (first, last))
    local = random.choice(
        (f"{first}.{last}", f"{first[:1]}{last}", f"{first}{random.randint(1, 99)}", f"{last}_{first}")
    )
    return f"{local}@{random.choice(_DOMAINS)}"


def address(random: Random, streets: tuple[str, ...], towns: tuple[str, ...]) -> str:
    """Return a postal address, from a street with its number to a full one."""
    street, town, number = random.choice(streets), random.choice(towns), random.randint(1, 240)
    postcode = pattern(random, random.choice(_POSTCODES))
    short = (
        f"{number} {street}", f"{number} {street}", f"{street} {number}", f"Flat {number % 30 + 1}, {number} {street}",
        f"{number}{random.choice('abc')} {street}", f"{street} {number}-{random.choice(('bis', 'a', 'II', '3'))}",
        f"Lot {number} {street}", f"House {number}, Street {number % 9}, {street}", f"{street} No: {number}/{number % 9}",  # noqa: E501
    )  # fmt: skip
    lead = random.choice(short)
    if random.random() < 0.25:
        return lead
    whole = (
        f"{lead}, {town}", f"{lead}, {town} {postcode}", f"{lead}, {postcode} {town}", f"{lead}, {town}, {postcode}",
        f"str. {street} {number}, {town}", f"c/o {lead}, {town}", f"{lead}, {random.choice(towns)}, {town}",
    )  # fmt: skip
    return random.choice(whole)


def plate(random: Random) -> str:
    """Return a vehicle's registration."""
    return pattern(random, random.choice(_PLATES))


def cell(random: Random) -> str:
    """Return the code of a cell or room."""
    return pattern(random, random.choice(_CELLS)).lstrip("0") or "7"


def _ordinal(day: int) -> str:
    return f"{day}{'th' if 10 < day < 14 else {1: 'st', 2: 'nd', 3: 'rd'}.get(day % 10, 'th')}"


def date(random: Random, first_year: int, last_year: int) -> str:
    """Return a date in one of the usual notations."""
    day, month, year = random.randint(1, 28), random.randint(1, 12), random.randint(first_year, last_year)
    name = _MONTHS[month - 1]
    forms: tuple[Callable[[], str], ...] = (
        lambda: f"{day} {name} {year}", lambda: f"{day} {name} {year}", lambda: f"{day} {name}",
        lambda: f"{_ordinal(day)} {name} {year}", lambda: f"{name} {day}, {year}", lambda: f"{day:02}/{month:02}/{year}",  # noqa: E501
        lambda: f"{day}.{month}.{year}", lambda: f"{year}-{month:02}-{day:02}", lambda: f"{day}/{month}/{year % 100:02}",  # noqa: E501
        lambda: f"{day} {name[:3]} {year}", lambda: f"{year}/{name[:3]}/{day}", lambda: f"{day}.{_ROMAN[month - 1]}.{year}",  # noqa: E501
        lambda: f"{day}. {month}. {year}.", lambda: f"{day}-{name[:3].upper()}-{year}", lambda: f"{day} {name[:3]}",
        lambda: f"{day}/{month}", lambda: f"{day:02}-{month:02}-'{year % 100:02}", lambda: f"{name} {day}", lambda: f"{day:02}-{month:02}-{year}", lambda: f"{year}", lambda: f"{name} {year}", lambda: f"{day:02}.{month:02}.{year % 100:02}",  # noqa: E501
    )  # fmt: skip
    return random.choice(forms)()


def month(random: Random) -> str:
    """Return the name of a month."""
    return random.choice(_MONTHS)


def number(random: Random) -> str:
    """Return a figure of statistics."""
    if random.random() < 0.12:
        return _measure(random)
    value = random.choice((random.randint(2, 30), random.randint(31, 999), random.randint(1000, 90000)))
    return random.choice(
        (
            str(value),
            str(value),
            f"{value:,}",
            f"{value % 100}%",
            f"{value % 100} per cent",
            f"{value % 50}.{value % 10}",
        )
    )


def _measure(random: Random) -> str:
    """Return a figure that looks like an identifier and is none: a time, a sum, a year, a form."""
    hour, minute = random.randint(0, 23), random.randint(0, 59)
    forms = (
        f"{hour:02}:{minute:02}", f"{hour:02}{minute:02}", f"{hour:02}h{minute:02}", f"{hour % 12 + 1}.{minute:02} p.m.",  # noqa: E501
        f"{hour:02}h{minute:02}–{min(23, hour + 2):02}h00", pattern(random, "X99"), pattern(random, "X999"),
        str(random.randint(1980, 2026)), f"£{hour}.{minute:02}", f"{hour + 3}.{minute % 10} m²", f"{hour}/{minute + 1}",
    )  # fmt: skip
    return random.choice(forms)
