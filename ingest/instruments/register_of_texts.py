"""The instruments the product knows: their ids, names, how their provisions are called, and how many they have.

Counts of articles are those of the treaties as in force (UN Treaty Collection, Council of Europe Treaty Office); they
are what a file must contain before it is taken for the instrument.
"""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class KnownText:
    """One instrument.

    Attributes:
        id: the prefix of its references (``OPCAT``).
        title: its full name.
        unit: what its provisions are called (``art.``, ``rule``, ``principle``, ``para.``).
        aliases: other names that people write; matched without regard to case.
        articles: how many articles it has; 0 where the product does not read the official text.
        title_pattern: what its title page says, folded to lower case; empty where not read.
    """

    id: str
    title: str
    unit: str
    aliases: tuple[str, ...]
    articles: int = 0
    title_pattern: str = ""


_TREATIES = (
    KnownText(
        "OPCAT",
        "Optional Protocol to the Convention against Torture",
        "art.",
        (
            "optional protocol to the convention against torture and other cruel, inhuman or degrading treatment or "
            "punishment",
            "optional protocol to the un convention against torture",
            "optional protocol to the convention against torture",
            "op-cat",
            "op cat",
            "optional protocol",
        ),
        37,
        r"optional protocol to the (?:united nations |un )?convention against torture",
    ),
    KnownText(
        "CAT",
        "Convention against Torture and Other Cruel, Inhuman or Degrading Treatment or Punishment",
        "art.",
        (
            "convention against torture and other cruel, inhuman or degrading treatment or punishment",
            "un convention against torture",
            "convention against torture",
            "uncat",
        ),
        33,
        r"convention against torture",
    ),
    KnownText(
        "ICCPR",
        "International Covenant on Civil and Political Rights",
        "art.",
        ("international covenant on civil and political rights", "ccpr"),
        53,
        r"international covenant on civil and political rights",
    ),
    KnownText(
        "CRC",
        "Convention on the Rights of the Child",
        "art.",
        ("un convention on the rights of the child", "convention on the rights of the child", "uncrc"),
        54,
        r"convention on the rights of the child",
    ),
    KnownText(
        "CRPD",
        "Convention on the Rights of Persons with Disabilities",
        "art.",
        ("convention on the rights of persons with disabilities", "uncrpd"),
        50,
        r"convention on the rights of persons with disabilities",
    ),
    KnownText(
        "CEDAW",
        "Convention on the Elimination of All Forms of Discrimination against Women",
        "art.",
        (
            "convention on the elimination of all forms of discrimination against women",
            "convention on the elimination of discrimination against women",
        ),
    ),
    KnownText(
        "ICESCR",
        "International Covenant on Economic, Social and Cultural Rights",
        "art.",
        ("international covenant on economic, social and cultural rights",),
    ),
    KnownText(
        "CED",
        "International Convention for the Protection of All Persons from Enforced Disappearance",
        "art.",
        (
            "international convention for the protection of all persons from enforced disappearance",
            "convention on enforced disappearance",
            "icpped",
            "icppced",
            "cped",
        ),
        45,
        r"convention for the protection of all persons from enforced disappearance",
    ),
    KnownText(
        "ECPT",
        "European Convention for the Prevention of Torture and Inhuman or Degrading Treatment or Punishment",
        "art.",
        (
            "european convention for the prevention of torture and inhuman or degrading treatment or punishment",
            "european convention for the prevention of torture",
        ),
        23,
        r"european convention for the prevention of torture",
    ),
    KnownText(
        "ECHR",
        "Convention for the Protection of Human Rights and Fundamental Freedoms",
        "art.",
        (
            "convention for the protection of human rights and fundamental freedoms",
            "european convention on human rights",
        ),
        59,
        r"convention for the protection of human rights and fundamental freedoms|european convention on human rights",
    ),
    KnownText(
        "UDHR",
        "Universal Declaration of Human Rights",
        "art.",
        ("universal declaration of human rights", "universal declaration"),
        30,
        r"universal declaration of human rights",
    ),
)

_RULES = (
    KnownText(
        "NMR",
        "United Nations Standard Minimum Rules for the Treatment of Prisoners (Nelson Mandela Rules)",
        "rule",
        (
            "united nations standard minimum rules for the treatment of prisoners",
            "standard minimum rules for the treatment of prisoners",
            "nelson mandela rules",
            "nelson mandela rule",
            "mandela rules",
            "mandela rule",
            "standard minimum rules",
            "smr",
        ),
    ),
    KnownText(
        "BANGKOK",
        "United Nations Rules for the Treatment of Women Prisoners and Non-custodial Measures for Women Offenders "
        "(Bangkok Rules)",
        "rule",
        ("bangkok rules", "bangkok rule"),
    ),
    KnownText(
        "HAVANA",
        "United Nations Rules for the Protection of Juveniles Deprived of their Liberty (Havana Rules)",
        "rule",
        (
            "united nations rules for the protection of juveniles deprived of their liberty",
            "havana rules",
            "havana rule",
        ),
    ),
    KnownText(
        "BEIJING",
        "United Nations Standard Minimum Rules for the Administration of Juvenile Justice (Beijing Rules)",
        "rule",
        ("beijing rules", "beijing rule"),
    ),
    KnownText(
        "TOKYO",
        "United Nations Standard Minimum Rules for Non-custodial Measures (Tokyo Rules)",
        "rule",
        ("tokyo rules", "tokyo rule"),
    ),
    KnownText(
        "BOP",
        "Body of Principles for the Protection of All Persons under Any Form of Detention or Imprisonment",
        "principle",
        ("body of principles",),
    ),
    KnownText("EPR", "European Prison Rules", "rule", ("european prison rules", "european prison rule")),
    KnownText("CPT", "CPT standards", "", ("cpt standards", "cpt standard")),
    KnownText("NPMG", "SPT Guidelines on national preventive mechanisms (CAT/OP/12/5)", "para.", ("cat/op/12/5",)),
    KnownText(
        "NPMT",
        "SPT Analytical self-assessment tool for national preventive mechanisms (CAT/OP/1)",
        "para.",
        ("cat/op/1",),
    ),
    KnownText(
        "NPMT2",
        "SPT Analytical assessment tool for national preventive mechanisms (CAT/OP/1/Rev.1)",
        "para.",
        ("cat/op/1/rev.1",),
    ),
    KnownText(
        "GC1",
        "SPT General comment No. 1 (2024) on article 4 of the Optional Protocol (CAT/OP/GC/1)",
        "para.",
        ("cat/op/gc/1",),
    ),
)

KNOWN_TEXTS: dict[str, KnownText] = {known.id: known for known in _TREATIES + _RULES}
"""All instruments by id, in the order in which lists show them."""

_ALIASES = sorted(
    ((alias, known.id) for known in KNOWN_TEXTS.values() for alias in (known.id.lower(), *known.aliases)),
    key=lambda pair: -len(pair[0]),
)
_ALIAS = re.compile("|".join(rf"(?<![\w/]){re.escape(alias)}(?![\w/])" for alias, _ in _ALIASES), re.IGNORECASE)
_ID_OF = dict(_ALIASES)
_READABLE = tuple(known for known in KNOWN_TEXTS.values() if known.title_pattern)


def named_in(text: str) -> tuple[str, int, int] | None:
    """The instrument that a short text names first, with where its name starts and ends; ``None`` if it names none."""
    match = _ALIAS.search(text)
    return (_ID_OF[match.group().lower()], match.start(), match.end()) if match else None


def recognise(title: str) -> KnownText | None:
    """The treaty whose title page ``title`` is, or ``None``.

    The earliest name counts, so that the Optional Protocol is not taken for the Convention it belongs to. Other
    protocols ("Optional Protocol to the Convention on the Rights of the Child", "Protocol No. 4 to the Convention ...")
    are none of ours.
    """
    folded = " ".join(title.lower().split())
    best: tuple[int, int, KnownText] | None = None
    for known in _READABLE:
        match = re.search(known.title_pattern, folded)
        if match and (best is None or (match.start(), -match.end()) < best[:2]):
            best = (match.start(), -match.end(), known)
    if best is None:
        return None
    before = folded[max(0, best[0] - 60) : best[0]]
    if re.search(r"protocol\b[^.;]*\bto the (?:european |international )?$", before):
        return None
    return best[2]
