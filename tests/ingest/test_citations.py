"""Citations of provisions become references."""

from __future__ import annotations

import json
import os
import re
import time
from pathlib import Path

import pytest

from ingest.instruments.citations import cited_references
from ingest.instruments.cited_names import HIGHEST
from ingest.instruments.reference import parse_reference
from ingest.instruments.register_of_texts import KNOWN_TEXTS


@pytest.mark.parametrize(
    ("text", "references"),
    [
        ("under Article 19(c) of OPCAT", "OPCAT:19(c)"),
        ("Articles 20(c) and 20(e) of OPCAT", "OPCAT:20(c) OPCAT:20(e)"),
        ("Articles 20 (c) and (e) of OPCAT", "OPCAT:20(c) OPCAT:20(e)"),
        ("art. 10(2)(b) ICCPR", "ICCPR:10(2)(b)"),
        ("article 10, paragraph 2 (a), of the Covenant", "ICCPR:10(2)(a)"),
        ("Article 9, paragraphs 1 and 4, of the ICCPR", "ICCPR:9(1) ICCPR:9(4)"),
        ("paragraph 2 of article 21 of the Optional Protocol", "OPCAT:21(2)"),
        ("articles 2, paragraph 1, and 16 of the Convention against Torture", "CAT:2(1) CAT:16"),
        ("the Convention against Torture, in particular articles 12 and 13", "CAT:12 CAT:13"),
        ("article 7, read together with article 2 of the Covenant", "ICCPR:7 ICCPR:2"),
        ("Article 3 of the European Convention on Human Rights", "ECHR:3"),
        ("Article 5 § 1 (e) of the European Convention on Human Rights", "ECHR:5(1)(e)"),
        ("Art. 6 para. 3 lit. c ECHR", "ECHR:6(3)(c)"),
        ("Rules 43 to 45 of the Nelson Mandela Rules", "NMR:43 NMR:44 NMR:45"),
        ("Rules 43-45 of the Nelson Mandela Rules", "NMR:43 NMR:44 NMR:45"),
        ("Rule 54 (a)-(c) of the Nelson Mandela Rules", "NMR:54(a) NMR:54(b) NMR:54(c)"),
        ("Rule 45.1 of the Nelson Mandela Rules", "NMR:45(1)"),
        ("Rule 44 NMR", "NMR:44"),
        ("Mandela Rules 43 and 44", "NMR:43 NMR:44"),
        ("Nelson Mandela Rules (Rules 24 to 26)", "NMR:24 NMR:25 NMR:26"),
        (
            "rule 47(1) of the Standard Minimum Rules for the Treatment of Prisoners (the Nelson Mandela Rules)",
            "NMR:47(1)",
        ),
        ("Rule 44 of the Mandela Rules and Article 16 of the CAT", "NMR:44 CAT:16"),
        ("Havana Rules, rule 67", "HAVANA:67"),
        ("Bangkok Rule 23", "BANGKOK:23"),
        ("Bangkok Rules 10-12", "BANGKOK:10 BANGKOK:11 BANGKOK:12"),
        ("Rules 13.4 and 26.3 of the Beijing Rules", "BEIJING:13.4 BEIJING:26.3"),
        ("principle 19 BOP", "BOP:19"),
        ("Body of Principles, Principle 7 (2)", "BOP:7(2)"),
        ("EPR 53A", "EPR:53A"),
        ("Rule 60.6.a EPR", "EPR:60.6(a)"),
        ("European Prison Rules (2020), Rule 18.4", "EPR:18.4"),
        ("CAT/OP/12/5 para. 24", "NPMG:24"),
        ("paragraphs 30 and 31 of CAT/OP/12/5", "NPMG:30 NPMG:31"),
        ("CAT/OP/1/Rev.1, para 45", "NPMT2:45"),
        ("CPT/Inf(2017)6 para 3", "CPT:INF2017-6(3)"),
        ("2nd General Report [CPT/Inf (92) 3], paragraph 36", "CPT:GR2(36)"),
        ("CPT/Inf (2011) 28, part 2, paragraph 56", "CPT:GR21(56)"),
        ("paragraphs 53 and 54 of the CPT’s 21st General Report", "CPT:GR21(53) CPT:GR21(54)"),
        ("Article 37(c) of the Convention on the Rights of the Child", "CRC:37(c)"),
        ("CRC Article 37(c)", "CRC:37(c)"),
        ("article 19 (b) of the Optional Protocol", "OPCAT:19(b)"),
        ("OPCAT, art. 21", "OPCAT:21"),
        ("OPCAT:19(b)", "OPCAT:19(b)"),
        ("Article 11(1)(b) of OPCAT", "OPCAT:11(b)"),
        ("Articles 11 and 16 of the CAT", "CAT:11 CAT:16"),
        ("what does article 4 of opcat say?", "OPCAT:4"),
        ("article 2 of the Convention on the Rights of the Child; article 40 of the Convention", "CRC:2 CRC:40"),
        ("Article 12 of CEDAW", "CEDAW:12"),
        ("Nelson Mandela Rule 45, Rule 12 of the Prison Rules", "NMR:45"),
    ],
)
def test_reads_references(text: str, references: str) -> None:
    found = cited_references(text)
    assert " ".join(found) == references
    assert [str(parse_reference(reference)) for reference in found] == list(found)


@pytest.mark.parametrize(
    "text",
    [
        "Article 208 of the Constitution",
        "Rule 95 of the Prison Rules",
        "Rule 95 requires it; so does section 47",
        "the Prison Rules 1999, rule 46",
        "the cat sat on 12 mats",
        "CAT has 10 members and the CRC 18 members",
        "Article 3 of Protocol No. 1 to the European Convention on Human Rights",
        "article 5 of the Optional Protocol to the Convention on the Rights of the Child",
        "Rule 31 of the 1955 Standard Minimum Rules",
        "article 22 of the Convention",
        "CPT/Inf (2023) 11, paragraph 40",
        "BOP 541",
        "ECHR 2003",
        "Article 99 of OPCAT",
        "the ICCPR and Article 14 of the Act",
    ],
)
def test_gives_nothing_for_other_texts(text: str) -> None:
    assert cited_references(text) == ()


def test_domestic_rules_beside_international_ones_stay_out() -> None:
    text = (
        "Rule 46 of the Prison Rules 1999 and section 12 of the Act fall short of Nelson Mandela Rule 45; Rule 48 too."
    )
    assert cited_references(text) == ("NMR:45",)


@pytest.mark.parametrize(
    ("text", "references"),
    [
        (
            "Under article 11 of the Optional Protocol we advise; article 16 (2) lets us publish.",
            "OPCAT:11 OPCAT:16(2)",
        ),
        ("Rule 44 of the Mandela Rules defines it; the ill are spared (Rule 45 (2)).", "NMR:44 NMR:45(2)"),
        ("Rule 44 of the Mandela Rules defines it. Rule 95 allows visits.", "NMR:44"),
        ("Article 16 of the CAT forbids it, as does article 7 of the Code (see article 12).", "CAT:16"),
        ("Article 16 of the CAT and article 7 of the ICCPR forbid it (article 9).", "CAT:16 ICCPR:7"),
    ],
)
def test_an_article_without_a_name_is_of_the_only_treaty_named(text: str, references: str) -> None:
    assert " ".join(cited_references(text)) == references


def test_every_cited_instrument_is_known() -> None:
    assert set(HIGHEST) <= set(KNOWN_TEXTS)
    for known in KNOWN_TEXTS.values():
        assert not known.articles or known.articles == HIGHEST[known.id]


def test_long_texts_are_read_in_little_time() -> None:
    began = time.monotonic()
    for piece in ("Article 1, 2, 3 and 4 of the ", "CAT/OP/12/5 on on on ", "Rules 1-1-1 (a) (a) ", "paragraph 1 of "):
        cited_references(piece * 3000)
    assert time.monotonic() - began < 5


@pytest.mark.shared
def test_nearly_every_citation_of_real_texts_is_read() -> None:
    shared = os.environ.get("OPCAT_SHARED")
    if not shared:
        pytest.skip("OPCAT_SHARED is unset: the general comments and reports are not at hand")
    # An article directly followed by "of the" and an instrument's name: what no reader could take otherwise.
    plain = re.compile(
        r"\b[Aa]rticle (\d+) of the (?:International Covenant on Civil|Convention against Torture|Convention on the "
        r"Rights of the Child|Optional Protocol to the Convention against)"
    )
    wanted = missed = 0
    for path in sorted(Path(shared, "standards").glob("*/*.json")):
        for paragraph in json.loads(path.read_text("utf-8")):
            text = paragraph["Text"] or ""
            heads = {reference.partition(":")[2].partition("(")[0] for reference in cited_references(text)}
            for match in plain.finditer(text):
                wanted += 1
                missed += match[1] not in heads
    assert wanted > 60
    assert missed <= 0.03 * wanted  # what is left is broken in two by a footnote


@pytest.mark.shared
def test_the_provisions_of_the_development_questions_are_read_in_their_passages() -> None:
    shared = os.environ.get("OPCAT_SHARED")
    if not shared:
        pytest.skip("OPCAT_SHARED is unset: the development reports are not at hand")
    provisions = set(json.loads(Path(shared, "visit-reports", "provisions.json").read_text("utf-8")))
    cited: set[str] = set()
    for path in sorted(Path(shared, "visit-reports", "txt").glob("*.txt")):
        cited |= set(cited_references(" ".join(path.read_text("utf-8").split())))
    assert all(str(parse_reference(reference)) == reference for reference in provisions | cited)
    assert len(cited & provisions) >= 10
