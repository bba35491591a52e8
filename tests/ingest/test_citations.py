"""Citations of provisions become references."""

import pytest

from ingest.citations import cited_references


@pytest.mark.parametrize(
    ("text", "references"),
    [
        ("under Article 19(c) of OPCAT", ("OPCAT:19(c)",)),
        ("Articles 20(c) and 20(e) of OPCAT", ("OPCAT:20(c)", "OPCAT:20(e)")),
        ("art. 10(2)(b) ICCPR", ("ICCPR:10(2)(b)",)),
        ("Article 3 of the European Convention on Human Rights", ("ECHR:3",)),
        ("Rules 43 to 45 of the Nelson Mandela Rules", ("NMR:43", "NMR:44", "NMR:45")),
        ("Rule 44 of the Mandela Rules and Article 16 of the CAT", ("NMR:44", "CAT:16")),
        ("Article 37(c) of the Convention on the Rights of the Child", ("CRC:37(c)",)),
        ("Article 19 of the Optional Protocol", ("OPCAT:19",)),
        ("OPCAT, art. 21", ("OPCAT:21",)),
        ("Articles 11 and 16 of the CAT", ("CAT:11", "CAT:16")),
        ("what does article 4 of OPCAT say?", ("OPCAT:4",)),
    ],
)
def test_reads_references(text: str, references: tuple[str, ...]) -> None:
    assert cited_references(text) == references


@pytest.mark.parametrize(
    "text", ["Article 208 of the Constitution", "Rule 95 of the Prison Rules", "the cat sat on 12 mats"]
)
def test_gives_nothing_for_other_texts(text: str) -> None:
    assert cited_references(text) == ()
