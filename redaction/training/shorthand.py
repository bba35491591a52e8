"""How clinicians, clerks and officers note an age, a day, a place to sleep, an account: short, glued or in words."""

from __future__ import annotations

import string
import unicodedata
from random import Random

from redaction.training.codes import pattern

_DAYS = ("Mon", "Tue", "Tues", "Wed", "Thu", "Thurs", "Fri", "Sat", "Sun", "Monday", "Wednesday", "Friday", "Sunday")
_MONTHS = (
    "Jan", "Feb", "March", "April", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec", "January", "August",
    "September", "October", "November", "December",
)  # fmt: skip
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy")
_UNITS = ("", "-one", "-two", "-three", "-four", "-five", "-six", "-seven", "-eight", "-nine")
_TEENS = ("twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen")
_ORDINALS = ("first", "second", "third", "fourth", "fifth", "last", "1st", "2nd", "3rd", "4th", "end", "next to last")
_SPOTS = (
    "cell 9", "cell 99", "Cell No. 9", "cell no. 9-99", "cell X9", "X9-99", "9-99", "9.99", "X 99", "M9/X-99", "S-99",
    "X wing, 9-99", "X Wing cell 99", "wing X, {o} landing, 99", "X-9-99", "X99 on the 2s", "3s landing, cell 99",
    "the {o} cell on the left", "the {o} door past the office", "{o} floor, room 99", "room 99", "Room 9X", "rm 999",
    "bed 9", "bed 9 of ward 9", "ward 9, bed 99", "bed 9, bay X", "Bay X bed 9", "side room 9", "the bed by the window",
    "dormitory 9", "dorm 9, bunk 9X", "dorm. X, {o} row", "bunk 99 (top)", "the lower bunk in 9-99", "tent 99, cot 9",
    "holding room 9", "holding cell X", "Holding Rm 9", "waiting cell 9", "the cage by the desk", "cage 9", "hut 99",
    "barrack 9, {o} row", "Barrack No. 9", "module 9, cell 99", "M9", "F9", "isolator 9", "isolation cell 9", "pod X9",
    "observation cell 9", "Obs 9", "punishment cell 9", "container 99", "mattress 9 in room 99", "mat 99, hall X",
    "9 North 99", "99 Left", "cubicle 9", "van cell 9", "infirmary, bed 99", "seg 9", "Seg cell 9", "kennel 9",
    "House 9, room 9", "L9/99", "Hall X 9/99", "Block 9 no. 99", "pavilion 9, bed 99", "corridor X, door 99",
)  # fmt: skip
_SEATS = ("99X", "seat 99X", "row 19, seat X", "9X", "99-X", "seat 9", "99X (aisle)", "bench 9", "seat no. 99")
_ABBREVIATIONS = (
    "CBU", "HCP", "MDT", "GP", "AA", "NOK", "CCTV", "C&R", "BWC", "PS", "DO", "SO", "CM", "ACO", "RO", "OIC", "GCS",
    "ECG", "TB", "BP", "A&E", "OPD", "PRN", "UOF", "PAVA", "ACCT", "SIR", "AOB", "FYI", "TBC", "n/a", "N.B.", "K.O.",
    "R/V", "L&D", "SW", "WC", "ICU", "IMB", "NPM", "HRC", "SOP", "KPI", "FAO", "PTO", "E.T.A.", "D.I.Y.", "P.E.", "DSO",
)  # fmt: skip


def age(random: Random) -> str:
    """Return an age as a clinical or custody note has it: ``34M``, ``F/29``, ``forty-one``, ``late fifties``."""
    years = random.randint(13, 88)
    sex = random.choice("MMFmf")
    words = random.choice(_TEENS) if years < 20 else random.choice(_TENS) + random.choice(_UNITS)
    return random.choice(
        (
            f"{years}{sex}", f"{years}{sex}", f"{sex}{years}", f"{sex}/{years}", f"{years}/{sex}", f"{years}yo",
            f"{years}y", f"{years}½", f"{years} yrs", f"{years} y/o", words, words,
            f"{random.choice(('early', 'mid', 'late'))} {random.choice(_TENS)[:-1]}ies",
            f"mid-{random.choice((20, 30, 40, 50, 60))}s",
        )
    )  # fmt: skip


def day(random: Random) -> str:
    """Return a day as notes have it: with its weekday, without its year, or the two days of a night."""
    number, month, week = random.randint(1, 27), random.choice(_MONTHS), random.choice(_DAYS)
    figure = random.randint(1, 12)
    return random.choice(
        (
            f"{number} {month}", f"{week} {number} {month}", f"{week} {number}", f"{number}/{number + 1} {month}",
            f"{number}/{figure}", f"{number:02}/{figure:02}", f"{number}.{figure}.", f"{number:02}-{figure:02}",
            f"{week} {number}/{figure}", f"{month} {number}", f"{number} {month} ({week})",
            f"{week}. {number}.{figure}.", f"{number}–{number + 1} {month}",
            f"the {number}th of {month}" if 3 < number < 21 else f"{number} {month}",
        )
    )  # fmt: skip


def spot(random: Random) -> str:
    """Return where one person sleeps or waits, told or as a code: ``wing B, second landing, 14``."""
    return pattern(random, random.choice(_SPOTS)).replace("{o}", random.choice(_ORDINALS))


def seat(random: Random) -> str:
    """Return a seat on a plane, in a van or on a bench."""
    return pattern(random, random.choice(_SEATS))


def handle(random: Random, first: str, last: str) -> str:
    """Return an account on a social network, made of a name."""
    first, last = (_plain(first) or "x"), (_plain(last) or first[:1].lower())
    number = random.randint(2, 99)
    return random.choice(
        (
            f"@{first}.{last}", f"@{first}_{number}", f"{first}_{last[:4]}{number}", f"fb.com/{first}.{last}.{number}",
            f"{first}.{last}.{number}", f"t.me/{first}{last[:1]}", f"@{last}{first[:1]}", f"live:{first}.{last}",
            f"@x{first}x{number}", f"{last}.{first[:1]}_official", f"instagram.com/{first}{number}",
            f"{first}_{last[:1]}", f"{first}.{last[:1]}", f"{first[:1].upper()}_{last.capitalize()}",
            f"{first.capitalize()}{last.capitalize()}", f"{first}{number}", f"mrs_{last}",
        )
    )  # fmt: skip


def abbreviation(random: Random) -> str:
    """Return an abbreviation that could be somebody's initials and is not."""
    if random.random() < 0.3:
        return "".join(random.choices(string.ascii_uppercase, k=random.randint(2, 4)))
    return random.choice(_ABBREVIATIONS)


def _plain(name: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFD", name.lower()) if c.isalnum() and c.isascii())
