"""Things named after people: prisons, wards, pharmacies, streets, laws, cases. The name in them is nobody's secret."""

from __future__ import annotations

from random import Random

from redaction.training.inventory import Inventory
from redaction.training.persons import Person

_TITLES = (
    "Dr.", "Dr", "Prof.", "Pastor", "Deken", "Padre", "Father", "Fr.", "General", "President", "Captain", "Bishop",
    "Archbishop", "Cardinal", "Sister", "Mother", "King", "Queen", "Princess", "Chief", "Mzee", "Don", "Doña",
    "Mariscal", "Justice", "Judge", "Sir", "Lady", "Rev.", "Imam", "Sheikh", "Oba", "Emir", "Comandante", "Coronel",
    "Marshal", "Academician", "Dom", "Frei", "Sri", "Mahatma", "Pandit", "Generaal", "Kaiser", "Abbé", "Maestro",
)  # fmt: skip
_SAINTS = (
    "St Anne", "St Jude's", "St. Mark's", "Saint Rita", "St Kevin's", "San José", "San Telmo", "Santa Rita",
    "São Lucas",
    "Santa Marta", "Santo Antônio", "Sint-Jan", "Sint Maarten", "Sankt Olav", "Sankta Birgitta", "Saint-Luc",
    "Sainte-Marthe", "Sveti Nikola", "Sv. Vid", "Sveta Nedelja", "Sfântul Nicolae", "Sf. Pantelimon", "Szent István",
    "Agios Georgios", "Agia Varvara", "Św. Jana", "Svatá Anna", "San Giovanni", "Santa Chiara", "Mar Elias",
    "Our Lady of Lourdes",
    "Nossa Senhora da Luz", "Holy Family", "Sacred Heart", "Ave Maria", "All Saints", "St. Dominic Savio",
)  # fmt: skip
_STATES = (
    "Ireland", "Malta", "Norway", "Croatia", "Serbia", "Georgia", "Armenia", "Portugal", "Kenya", "Uganda", "Ghana",
    "the Republic", "the State", "Commissioner of Prisons", "Attorney General", "Minister of Justice", "Brazil",
    "Chile",
    "Mexico", "the Netherlands", "Türkiye", "Cyprus", "Estonia", "Canada", "Chief Executive, Department of Corrections",
    "Superintendent", "Sheriff", "Secretary of State", "Warden", "Colombia", "Jamaica", "Union of India", "New Zealand",
)  # fmt: skip
# ``{n}`` is the whole name, titled or not, ``{l}`` the family name, ``{o}`` that of somebody else, ``{s}`` a State.
_KINDS: dict[str, tuple[str, ...]] = {
    "prison": (
        "{n} Prison", "{n} Correctional Centre", "HMP {l}", "{n} Remand Home", "Centro Penitenciario {n}", "Prison {n}",
        "Penitenciaría {n}", "{n} Release Centre", "{n} Detention Center", "{n} Juvenile Hall", "{n} Youth Residence",
        "Unidad Penal {n}", "“{n}” Correctional Home", "{n} Police Post", "{n} Barracks", "Casa {n}",
        "{n} Secure Centre",
        "{n} Approved School", "{n}/{o}", "{n} Maximum", "Cárcel {n}", "Complejo {n}", "{n} Borstal",
        "{n} Police Station",
    ),
    "hospital": (
        "{n} Hospital", "Hospital {n}", "{n} Memorial Hospital", "{n} Clinic", "Klinik {n}", "clinic “{n}”", "{l} MC",
        "{n} Medical Center", "{l} University Hospital", "{n} Mental Health Services", "{n} Health Centre",
        "Residentie {n}",
        "Centre hospitalier {n}", "Woonzorgcentrum {n}", "{n} Nursing Home", "{n} Hospice", "{n} Polyclinic",
        "Villa {n}",
        "Psychiatric Hospital “{n}”", "Haus {n}", "{n} Care Home", "Institut {n}", "{n} Sanatorium", "Dom {n}",
        "KBC {n}",
    ),
    "pharmacy": (
        "{n} Pharmacy", "pharmacy “{n}”", "Ljekarna {n}", "{l}'s Pharmacy", "{l} & Sons Chemists", "pharmacy „{n}”",
        "Apoteka {n}", "Farmacia {n}", "{l} Chemist", "{l} Drugstore", "{l}'s Bakery", "{l}'s garage",
        "{l}'s hardware store",
    ),
    "school": (
        "{n} School", "{n} C/S Basic School", "{n} Primary School", "{n} High School", "{n} College", "Collège {n}",
        "{n} Academy",
        "Escuela {n}", "Gymnasium “{n}”", "{n} Junior Secondary", "Lycée {n}", "{n} Training Institute",
        "{n} Kindergarten",
        "{n} University", "Colegio {n}", "{l} Technical Institute", "{n} Library", "{n} Foundation", "{n} Stadium",
    ),
    "church": (
        "{n} Church", "the church of {n}", "{n} Cathedral", "{n} Parish", "{n} Chapel", "{n} Convent", "{n} Mosque",
        "the shrine of {n}", "{n} Mission", "{n} Temple", "{n} Gurdwara", "{n} Monastery", "{n} Parish Hall",
    ),
    "street": (
        "{n} Street", "{n} Road", "{n} Avenue", "Rue {n}", "Calle {n}", "{l}straat", "ul. {n}", "{n} Square",
        "{l} Lane",
        "Av. {n}", "Via {n}", "{l} Drive", "Rua {n}", "{n} Boulevard", "Ulica {n}", "Trg {n}", "Place {n}",
        "{n} Bridge",
    ),
    "ward": (
        "{n} Ward", "ward {n}", "{l} Wing", "{l} Unit", "the {n} unit", "{l} House", "Pavilion {n}", "Pabellón {n}",
        "closed ward {l}", "wing “{n}”", "{l} Block", "{l} Cottage", "“Sector {n}”", "Pavillon {n}", "the {l} corridor",
        "{l} landing", "{l} Suite", "{l} Lodge", "Galería {n}", "{l} Annexe",
    ),
    "company": (
        "{l} Language Services", "{l} Catering", "{l} {o} Facilities", "{l} & {o} Ltd", "{l} Court Services",
        "{l} Ambulance",
        "{l} Security Group", "{l} Custodial", "{g} {l} GmbH", "{l} Brothers", "{l} AS", "{l} plc", "{l} Foods",
        "{l} Health", "{l} Transport Services", "{l}, {o} & Partners", "{l} B.V.", "{l} S.A.", "{l} Trust",
        "{g}'s Kitchen",
        "{l} Escorts", "{l} Linen", "{l} Monitoring", "{l} Solutions",
    ),
    "law": (
        "{g}'s Law", "{l}'s Law", "the {l} Act", "the {l} Protocol", "the {l} Rules", "the {l} principles",
        "the {l}–{o} Act", "the {l} amendment", "the {l} test", "the {l} Principles", "the {l} Declaration",
        "{l} orders",
        "a {l} warning", "{l} hearings", "the {l} scale", "the {l} score", "the {l} criteria", "the {l} method",
    ),
    "case": (
        "{l} v. {s}", "{l} v {s}", "{l} and {o} v. {s}", "{l} and Others v. {s}", "{l} v {o}", "S v {l}", "R v {l}",
        "R ({l}) v {s}", "Re {l}", "Matter of {l}", "the case of {l}", "the {l} judgment",
        "{g} {l} v. {s}", "People v. {l}", "Van {l} v {s}", "State v. {l}", "{l} ({o}) v {s}", "Case of {g} {l} et al.",
    ),
    "inquiry": (
        "the {l} Commission", "{l} Commission", "the {l} Inquiry", "the {l} Report", "the {l} Review",
        "the {l} inquest",
        "the {l} Committee", "the {l} Panel", "the Royal Commission of {l}", "the {l} Foundation", "the {n} Prize",
        "the {l} Tribunal", "the {l}–{o} study", "{l} et al. (2019)", "the {l} recommendations", "{l} and {o}, 2021",
    ),
}  # fmt: skip
_SPOKEN = frozenset({"law", "case"})
FORMS = frozenset(_KINDS) | {"short", "any"}


class Honour:
    """A thing that bears a name, called by its whole name first and by the name alone later.

    Attributes:
        spoken: what it was last called is a word for a rule or a judgment, not for a place or body.
    """

    def __init__(self, random: Random, inventory: Inventory) -> None:
        """Draw whom it is named after."""
        self._random = random
        person, other = Person(random, inventory), Person(random, inventory)
        self._given, self._family, self._other = person.given.split(" ")[0], person.family, other.family
        full = f"{person.given} {person.family}"
        roll = random.random()
        if roll < 0.26:
            self._name = random.choice(_SAINTS)
        elif roll < 0.5:
            self._name = f"{random.choice(_TITLES)} {random.choice((full, person.family, self._given))}"
        else:
            self._name = random.choice((full, full, person.family, f"{person.given[0]}. {person.family}"))
        self._whole = self._name == full
        self._short = self._family if self._whole else self._name
        self.spoken = False

    def form(self, kind: str) -> str:
        """Return the thing as a ``kind`` of :data:`FORMS`; ``short`` is the bare name that reports fall back on.

        Raises:
            KeyError: an unknown kind.
        """
        if kind == "short":
            return self._short
        if kind == "any":
            kind = self._random.choice(tuple(_KINDS))
        form = self._random.choice(_KINDS[kind])
        self.spoken = kind in _SPOKEN
        # A bare whole name would be a person's: what is left of it is the family name.
        self._short = self._name if "{n}" in form and not self._whole else self._family
        return form.format(n=self._name, l=self._family, g=self._given, o=self._other, s=self._random.choice(_STATES))
