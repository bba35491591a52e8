"""Invented place names, so that the sound of a place is learnt rather than a list of places."""

from __future__ import annotations

from random import Random

_HEADS = (
    "Aber", "Llan", "Pen", "Tre", "Dun", "Bally", "Kil", "Glen", "Inver", "Strath", "Ard", "Clon", "Knock", "Lis",
    "Rath", "Tully", "Skog", "Grim", "Sund", "Hamn", "Vest", "Ost", "Kors", "Bel", "Novo", "Staro", "Vel", "Pod",
    "Kara", "Ak", "Mtskh", "Bor", "Kut", "Zug", "Rus", "Tel", "Goola", "Bur", "Narra", "Mulla", "Yar", "Koo", "Kwa",
    "Mbe", "Lusi", "Nko", "Ama", "Ban", "Sita", "Raj", "Chan", "Hari", "Mon", "Ville", "Beau", "Rivi", "Mar", "Val",
    "Tor", "Oak", "Thorn", "Ash", "Win", "Har", "Mill", "Lang", "Stan", "Whit", "Brad", "Ches", "Had", "Wal", "Nor",
    "Sea",
)  # fmt: skip
_TAILS = (
    "ystwyth", "gwyn", "fach", "more", "beg", "namara", "dare", "ness", "vik", "havn", "borg", "lund", "by", "dal",
    "strand", "grad", "gora", "polje", "ovo", "ice", "insk", "ovka", "heim", "dorf", "burg", "kamp", "wijk",
    "hoven", "daal", "court", "ville", "mont", "eti", "uri", "isi", "ani", "kale", "köy", "dilla", "gong", "bin",
    "tjie", "fontein", "rand", "ndola", "kombe", "pur", "abad", "nagar", "gama", "ford", "ham", "ton", "ley",
    "wick", "mouth", "stead", "bury", "field", "wood", "bridge", "worth", "combe", "dale", "haven", "gate",
)  # fmt: skip
_EXTRA = (
    "Fawr",
    "Uchaf",
    "Bay",
    "West",
    "Flats",
    "Falls",
    "Creek",
    "Vale",
    "Heights",
    "Junction",
    "-sur-Mer",
    "Island",
)
# Places called after people, virtues, beasts and saints, as they are in many countries.
_WORDS = (
    "Hope", "Grace", "Martin", "Henry", "Anna", "Charlotte", "King", "Queen", "Bishop", "Bear", "Eagle",
    "Stone", "Clear", "Sweet", "Rose", "Victoria", "Albert", "Nelson", "George", "Ruth", "Jacob", "Abel", "Elias",
    "Frank",
    "Cooper", "Miller", "Ward", "Taylor", "Marshall", "Sandy", "Rocky", "Summer", "Winter", "Friday", "Christmas",
    "Angel",
    "Providence", "Liberty", "Union", "Crow", "Wolf", "Raven", "Swan", "Gold", "Silver", "Diamond", "Pearl", "Rich",
    "Young",
)  # fmt: skip
_FEATURES = (
    "River", "Creek", "Hill", "Bay", "Island", "Valley", "Springs", "Ridge", "Mills", "Cross", "Green", "Heath",
    "Point",
    "Park", "Bridge", "Harbour", "Lake", "Fields", "Farm", "Gardens", "Landing", "Plains", "Kloof", "Bluff", "Fork",
)  # fmt: skip
_BEFORE = (
    "Old", "New", "Upper", "Lower", "North", "South", "Fort", "Mount", "Lake", "Port", "Point", "Camp", "Saint",
    "Puerto",
    "Villa", "Ciudad", "Ban", "Bukit", "Wadi", "Beit", "Tel", "Aïn", "Nova", "Stara", "Gornji", "Donja", "Velika",
    "Te",
    "Santa", "San", "São", "Monte", "Campo", "Kampung", "Ulu", "Kota", "Baile", "Cefn", "Pont", "Kafr", "Oued",
    "Bir", "Le",
    "La", "Les", "Nieuw", "Oud", "Bad", "Alt", "Neu", "Nagy", "Kis", "Ust", "Verkhny", "Nizhny", "Krasny", "Ga",
)  # fmt: skip


def toponym(random: Random) -> str:
    """Return an invented name of a place, one or two words."""
    roll = random.random()
    if roll < 0.12:
        return f"{random.choice(_WORDS)} {random.choice(_FEATURES)}"
    if roll < 0.24:
        joint = "-" if random.random() < 0.15 else " "
        return f"{random.choice(_BEFORE)}{joint}{random.choice(_HEADS)}{random.choice(_TAILS)}"
    name = random.choice(_HEADS) + random.choice(_TAILS)
    if random.random() < 0.12:
        extra = random.choice(_EXTRA)
        name += extra if extra[0] == "-" else f" {extra}"
    return name
