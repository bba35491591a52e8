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
                "999999 9999 999", "9999 9999 9999", "99999-9999999-9", "XXXXXX99X99X999X", "9 99 99 99 999 999",
                "999.999.999-99", "9999999-9", "99999999-9", "99.999.999-9", "999999X999X", "X-9999/99", "9999999 XX"),
}  # fmt: skip
_PHONES = (
    "07999 999999", "020 7999 9999", "+44 7999 999 999", "(01999) 999999", "+353 87 999 9999", "087 999 9999",
    "+27 82 999 9999", "(999) 999-9999", "+1 999 999 9999", "04 9999 9999", "+61 499 999 999", "+64 21 999 999",
    "+995 599 99 99 99", "+90 532 999 99 99", "+358 40 999 9999", "+234 803 999 9999", "0999 99 99 99", "+33 6 99 99 99 99",  # noqa: E501
    "999-999-9999x9999", "(999)999-9999x999", "+44(0)999 999 9999", "+44(0)7999999999", "+353(0)99-9999999",
)  # fmt: skip
_DOMAINS = ("mail.example", "example.org", "example.net", "inbox.example", "post.example.com", "gmail.com", "yahoo.com")
_PLATES = (
    "XX99 XXX", "XX99XXX", "X999 XXX", "99-X-9999", "XXX 999", "XX-999-XX", "999-XXX", "99 XXX 99", "XXX999XX", "99 XXX 999",  # noqa: E501
    "XX 9999 X", "XX 999-999", "XXX-9999", "999 XXX", "9-XXX-999", "XX-99-XX-9999", "XX 9999 XX", "XX 999 XX", "XXX 99-99",  # noqa: E501
    "9999 XXX", "X 9999", "XX-XX 999", "99-9999", "XXX 9999", "X-999-XX", "1XXX999", "99X-99999", "X XX 9999",
)  # fmt: skip
_CELLS = (
    "X9-99", "X-9-999", "9-99", "99", "9", "X9/99", "999", "X99", "9X", "X 9-99", "X.99", "99X", "XX9-99", "9.99", "9-X-99",  # noqa: E501
    "9/99", "99/X", "XXX-99", "XXX 9", "X-99", "X/99", "9-9-99", "X9.9.99", "X999", "99-X", "9/II", "99/IV", "XX 9", "99A", "Seg 9", "9 L 99",  # noqa: E501
)  # fmt: skip
_ROOMS = (
    "Observation 9", "Obs 9", "SRU 9", "ISU-99", "Safe Cell 9", "Dry Cell 9", "Special Cell 9", "Seclusion 9",
    "Rowan 9",
    "Kestrel 9", "Oak 99", "Holly 9", "Quiet Room 9", "Holding 9", "Room 99", "CSU 9", "ASU-99", "SMU 99", "MHU 9",
    "SHU 9",
    "Bed 99", "Bay 9, bed 9", "Isolation 9", "No. 99", "Padded Cell 9", "Tank 9", "Pod X, 99", "Dorm 9, bunk 99",
    "Maple 99",
    "Sick Bay 9", "Box 9", "Interview Room 9", "Cubicle 9", "Harbour 9", "Fern 9", "C99", "BCU 9", "IPC 99",
    "Strong Room 9",
)  # fmt: skip
_DOCUMENTS = (
    "CAT/OP/XXX/9", "CAT/C/XXX/CO/9", "A/HRC/99/99", "A/HRC/99/99/Add.9", "CPT/Inf (2099) 99", "CPT (2099) 99",
    "999-99/99-99/99", "K.R.-999/99-9", "KLASA: 999-99/99-99/99", "URBROJ: 999-99-99-99", "99-999/2099",
    "XXXX/9999/2099", "XXX/999/9/2099", "dnr 9999-2099", "J.nr. 2099-9999", "99/999", "OIP/2099/99", "INS-2099-99",
    "Cm 9999", "HC 999", "S.I. No. 999 of 2099", "GN 9999", "Circular 99/2099", "PSI 99/2099", "PSO 9999",
    "ETS No. 999",
    "Res. 9999/99", "X-99/2099/9", "NPM/XXX/99/2099", "Min/XX/999", "SP.99.9", "GE.99-99999 (E)", "MJ/DGP/9999",
    "99.9-9/99",
    "Kst. 99 999, nr. 99", "Docket XX-99-999", "OIG-99-99", "LR 9999", "Decision 99-9999", "File 999-9", "XX 99.999.9",
)  # fmt: skip
_STATUTES = (
    "99 C.F.R. § 999.99", "Cap. 99", "Cap. 999", "s 99(9)", "section 99(9)(b)", "ss. 9 to 99", "Art. 999 § 9 CCP",
    "§ 99a StPO",
    "Law 9999/2099", "Act No. 99 of 2099", "Act 999 of 2099", "Legislative Decree 999/2099",
    "Presidential Decree 999/99",
    "99 U.S.C. § 9999", "reg. 99(9)", "rule 99.9", "Rules 99 to 99", "r 999(9)(c)", "Article 99, paragraph 9",
    "Art. 99-9",
    "SL 999.99", "Ch. 99", "NRS 999.999", "RSA 999-X:9", "Order No. 999", "Government Regulation 99 of 2099",
    "PD 999/99",
    "Directive 2099/99/EU", "SI 2099/999", "LN 99 of 2099", "chapter 99 § 9", "Standing Order 9.99",
    "Official Gazette 99/99",
)  # fmt: skip
_HOTLINES = (
    "0800 999 999", "0800 555 999", "1-800-555-0999", "(999) 555-0199", "116 999", "(051) 555 9999", "+999 99 999 999",
    "999", "1999", "9 99 99", "020 7946 0999", "+44 20 7946 0999", "0999 999 999", "555-0999", "+356 2999 9999",
    "*999#",
    "1800 999 999", "0508 999 999", "99 99 99 99", "ext. 9999", "012 999 9999", "+385 1 9999 999", "+32 2 999 99 99",
)  # fmt: skip
_MAILBOXES = (
    "info", "complaints", "npm", "enquiries", "reception", "visits.booking", "press", "secretariat", "registry",
    "hotline",
    "liaison", "duty.office", "healthcare", "contact", "kontakt", "post", "ombud", "legal", "records.unit",
    "control.room",
)  # fmt: skip
_OFFICES = (
    "prisons", "ombudsman", "justice", "npm", "health", "police", "corrections", "ministry", "court", "inspectorate",
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


def room(random: Random) -> str:
    """Return a room or bed by the short name of its corridor and a number."""
    return pattern(random, random.choice(_ROOMS))


def document(random: Random) -> str:
    """Return the number of a report, file or letter of a body: written like a person's, and nobody's."""
    return pattern(random, random.choice(_DOCUMENTS).replace("2099", random.choice(("20", "19")) + "99"))


def statute(random: Random) -> str:
    """Return a provision by its number."""
    return pattern(random, random.choice(_STATUTES).replace("2099", f"20{random.randint(0, 25):02}"))


def hotline(random: Random) -> str:
    """Return the telephone number of an office."""
    return pattern(random, random.choice(_HOTLINES))


def mailbox(random: Random) -> str:
    """Return the address of an office."""
    ending = random.choice(("example", "gov.example", "example.org", "gc.example", "govt.example", "example.net"))
    return f"{random.choice(_MAILBOXES)}@{random.choice(_OFFICES)}.{ending}"


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
        f"H.No. {number % 20 + 1}/{number}, {street}", f"{street} tn {number % 40 + 1}-{number}", f"Vill. {street}",
        f"Stand {number * 7}, {street} Location", f"{street} {number} lgh {number + 1000}", f"Plot {number}, {street}",
        f"{street} Mah., {number + 900}. Sok. No: {number % 50}", f"{street} {number}, apto. {number * 3}",
        f"Km {number % 30 + 1}, {street}",
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
