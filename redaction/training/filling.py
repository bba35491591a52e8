"""Templates filled: text, and what each character may count as."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from redaction.classification.classifier import CLASSES, WORD
from redaction.training import codes, shorthand
from redaction.training.honours import Honour
from redaction.training.inventory import Inventory
from redaction.training.persons import Person
from redaction.training.template import PIECE as _PIECE
from redaction.training.template import Template
from redaction.training.toponyms import toponym

ALL = (1 << len(CLASSES)) - 1


def allowed(*labels: str) -> int:
    """Return the set of classes ``labels`` as bits: a token's loss is that of the whole set."""
    return sum(1 << CLASSES.index(label) for label in labels)


ORDINARY = allowed("O")
# A capitalised word of a template may be a body or a place: nobody has marked which.
CAPITALISED = allowed("O", "PLACE", "BODY")
_KEPT = {
    "inst": allowed("BODY", "PLACE"),
    "body": allowed("BODY"),
    "company": allowed("BODY"),
    "town": allowed("PLACE"),
    "unit": allowed("O", "BODY", "PLACE"),
    "law": allowed("O", "BODY"),
    "case": allowed("O", "BODY"),
    "programme": allowed("O", "BODY"),
    "drug": ORDINARY,
    "vdate": ORDINARY,
    "num": ORDINARY,
    "month": ORDINARY,
    "brand": CAPITALISED,
    "feast": CAPITALISED,
    "people": CAPITALISED,
    "term": CAPITALISED,
    "docref": ORDINARY,
    "statute": CAPITALISED,
    "hotline": ORDINARY,
    "mailbox": ORDINARY,
    "vday": ORDINARY,
    "abbr": CAPITALISED,
}
_LISTS = {
    "inst": "institutions", "body": "bodies", "company": "companies", "town": "towns", "unit": "units", "law": "laws",
    "case": "cases", "programme": "programmes", "drug": "drugs", "job": "jobs", "nationality": "nationalities",
    "health": "health", "hometown": "towns", "brand": "brands", "feast": "feasts", "people": "peoples", "term": "terms",
}  # fmt: skip
_PERSONAL = {
    "phone": allowed("CONTACT"), "email": allowed("CONTACT"), "addr": allowed("ADDRESS"),
    "hometown": allowed("ADDRESS", "PLACE"), "cell": allowed("CELL"), "room": allowed("CELL"), "dob": allowed("DOB"),
    "pdate": allowed("DATE_PERSONAL"), "age": allowed("AGE"), "nationality": allowed("NATIONALITY"),
    "plate": allowed("PLATE"), "job": allowed("ROLE_UNIQUE", "O"), "health": allowed("HEALTH_RARE"),
    "spot": allowed("CELL"), "seat": allowed("CELL"), "clinage": allowed("AGE"), "pday": allowed("DATE_PERSONAL"),
    "handle": allowed("CONTACT"),
}  # fmt: skip
_NAMED_KINDS = (
    "Prison",
    "Police Station",
    "Hospital",
    "Custody Suite",
    "Remand Centre",
    "House",
    "Secure Unit",
    "Barracks",
)
_KINDS = frozenset(
    ["HMP", "YOI", "HMYOI", "IRC", "Prison", "Hospital", "Clinic", "Station", "Police", "Centre", "Center", "House", "Home",  # noqa: E501
     "Court", "Barracks", "Unit", "Ward", "Lodge", "Correctional", "Facility", "Detention", "Removal", "Remand",
     "Institution", "Penitentiary", "Jail", "Gaol", "Complex", "Colony", "School", "Camp", "Post"]
)  # fmt: skip
# A law or a judgment named after somebody.
_NAMED = allowed("O", "BODY", "PLACE")
_CARELESS = 0.025  # share of names in small letters
# The slots that keep their own class inside a marked stretch of text.
_STRONG = allowed("NAME", "ID", "CONTACT", "ADDRESS", "DOB", "PLATE")


@dataclass(frozen=True)
class Example:
    """A text and the set of classes of each of its characters.

    Attributes:
        text: one or more paragraphs.
        sets: bits per code point, as ``allowed`` gives them.
    """

    text: str
    sets: tuple[int, ...]


class Filler:
    """Fills templates with invented people and things."""

    def __init__(self, random: Random, inventory: Inventory) -> None:
        """Take the source of chance and the lists."""
        self._random, self._inventory = random, inventory
        self._text = ""
        self._honours: dict[str, Honour] = {}

    def fill(self, template: Template) -> Example:
        """Return one example of ``template``; each call draws other people.

        Raises:
            KeyError: a slot that nobody knows.
        """
        self._text = template.text
        people: dict[str, Person] = {}
        self._honours = {}
        parts: list[str] = []
        sets: list[int] = []
        marked = 0
        position = 0
        for match in _PIECE.finditer(template.text):
            self._literal(template.text[position : match.start()], parts, sets, marked)
            position = match.end()
            if match["mark"]:
                marked = allowed(match["mark"])
            elif match["end"]:
                marked = 0
            else:
                value, bits = self._value(match["slot"], match["form"] or "", people)
                parts.append(value)
                sets += [marked if marked and not bits & _STRONG else bits] * len(value)
        self._literal(template.text[position:], parts, sets, marked)
        return Example("".join(parts), tuple(sets))

    @staticmethod
    def _literal(text: str, parts: list[str], sets: list[int], marked: int) -> None:
        if marked:
            parts.append(text)
            sets += [marked] * len(text)
            return
        bits = [ORDINARY] * len(text)
        for match in WORD.finditer(text):
            if match[0][0].isupper():
                bits[match.start() : match.end()] = [CAPITALISED] * (match.end() - match.start())
        parts.append(text)
        sets += bits

    def _value(self, slot: str, form: str, people: dict[str, Person]) -> tuple[str, int]:
        random, lists = self._random, self._inventory.lists
        if slot[0] == "w" and slot[1:].isdigit():
            person = people.setdefault(slot, Person(random, self._inventory, ordinary=True))
            if form.lower() == "word":
                # The word of the form that the template uses beside it.
                name = person.family if f"{{{slot}.last}}" in self._text else person.given
                word = name.split(" ")[0].lower()
                return (word.capitalize() if form == "Word" else word), ORDINARY
            return self._careless(person.form(form)), allowed("NAME")
        if slot[0] == "n" and slot[1:].isdigit():
            thing = self._honours.setdefault(slot, Honour(random, self._inventory))
            value = thing.form(form)
            return value, _NAMED if thing.spoken else allowed("BODY", "PLACE")
        if slot == "ref":
            # The reference of a report, contract or letter: written like a person's number, and nobody's.
            return codes.identifier(random, random.choice(("case", "", "custody"))), ORDINARY
        if slot == "surname":
            # Institutions called by a bare surname: only what is said of them tells.
            bare = toponym(random) if random.random() < 0.5 else Person(random, self._inventory).family
            return bare, allowed("BODY", "PLACE")
        if slot[0] == "p" and slot[1:].isdigit():
            person = people.setdefault(slot, Person(random, self._inventory))
            return self._careless(person.form(form)), allowed("NAME")
        if slot == "id":
            return codes.identifier(random, form), allowed("ID")
        if slot in _LISTS:
            entry = random.choice(lists[_LISTS[slot]])
            if slot in ("town", "hometown") and random.random() < 0.25:
                entry = toponym(random)
            elif slot == "inst" and random.random() < 0.2:
                entry = f"{toponym(random)} {random.choice(_NAMED_KINDS)}"
            return _short(random, entry) if slot == "inst" else entry, _KEPT.get(slot) or _PERSONAL[slot]
        if slot in ("email", "handle"):
            person = next(iter(people.values()), None) or Person(random, self._inventory)
            draw = codes.email if slot == "email" else shorthand.handle
            return draw(random, person.given, person.family), _PERSONAL[slot]
        values: dict[str, Callable[[Random], str]] = {
            "phone": codes.phone,
            "plate": codes.plate,
            "cell": codes.cell,
            "room": codes.room,
            "spot": shorthand.spot,
            "seat": shorthand.seat,
            "clinage": shorthand.age,
            "pday": shorthand.day,
            "vday": shorthand.day,
            "abbr": shorthand.abbreviation,
            "docref": codes.document,
            "statute": codes.statute,
            "hotline": codes.hotline,
            "mailbox": codes.mailbox,
            "num": codes.number,
            "month": codes.month,
            "age": lambda chance: str(chance.randint(11, 89)),
            "dob": lambda chance: codes.date(chance, 1935, 2010),
            "pdate": lambda chance: codes.date(chance, 1995, 2026),
            "vdate": lambda chance: codes.date(chance, 2008, 2026),
            "addr": lambda chance: codes.address(chance, lists["streets"], lists["towns"]),
        }
        return values[slot](random), _PERSONAL.get(slot) or _KEPT[slot]

    def _careless(self, name: str) -> str:
        """Now and then a name is typed without its capitals."""
        return name.replace("İ", "I").lower() if self._random.random() < _CARELESS else name


def _short(random: Random, institution: str) -> str:
    """Return an institution as reports call it once it is known: often by its bare name."""
    words = [word for word in institution.split() if word.strip("()") not in _KINDS]
    bare = 0 < len(words) < len(institution.split()) and len(words) < 3 and words[0][0].isupper()
    return " ".join(words) if bare and random.random() < 0.4 else institution
