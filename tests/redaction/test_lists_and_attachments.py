"""Rosters, numbers and plates beside names, names cut in two, nicknames, ages and dates; all invented here."""

from __future__ import annotations

import pytest

from redaction import Redactor

GONE = [
    # Where somebody is kept.
    (["Mr Teodor Blaze has been in K2-114 since 9 August 2021."], ["K2-114", "9 August"]),
    (["She now lives in an adapted cell, Maple 2-07."], ["Maple 2-07"]),
    (["His key worker came to see him in Willow room 9 at night."], ["Willow room 9"]),
    (["Yusra was secluded. They share Alder 1-12."], ["Yusra", "Alder 1-12"]),
    # Nicknames of size and age, and names in apposition.
    (["Bread was dear, in the words of Big Mo, who cleans the wing."], ["Big Mo"]),
    (['One of the boys, known to all as "Little J", aged 14, cried.'], ["Little J", "14"]),
    (["The first had left. The other, Zbyszka, came from Tajikistan."], ["Zbyszka", "Tajikistan"]),
    (["The ward sister is Kalliroe."], ["Kalliroe"]),
    (["The Director, Fearghal Mac an Bhaird-Novak, replied at length."], ["Fearghal", "Mac an", "Bhaird", "Novak"]),
    (["She asked for a lawyer as H. T.-W. and was refused. H. T.-W. cried."], ["T.-W.", "-W."]),
    # Ranks before ordinary words.
    (["The keys were held by PO Grace, and SO Hope wrote the log."], ["Grace", "Hope"]),
    # Rosters and numbered lists.
    (["Met by the team:", "1. Chinyere", "2. Hope", "3. Aurelio", "4. Lindiwe"], ["Chinyere", "Hope", "Aurelio"]),
    (["Night shift: Tesfaye, Young, Adaeze"], ["Tesfaye", "Young", "Adaeze"]),
    (["Also seen: 1) Chinyere Obuda 2) Peace, with a baby 3) Aurelio"], ["Chinyere", "Peace", "Aurelio"]),
    # Numbers and codes that hang on a name.
    (["Adeyinka (4471) said that he had been hit."], ["Adeyinka", "4471"]),
    (["Sergeant Ilse Brandvold (KID BRX519) signed the chart."], ["Brandvold", "BRX519"]),
    # A name that a scan cut in two.
    (["We met Mrs Grace Holloway. Gra ce was ill."], ["Gra ce", "Holloway"]),
    # Log entries, quarrels, files.
    (["Lates: Kovacsik / Day", "13:15 Zbyszko slashed his arm."], ["Kovacsik", "Day", "Zbyszko"]),
    (["It began with the fight with Tierlan in the yard; see file KQC/YP/0417."], ["Tierlan", "KQC/YP/0417"]),
    (["Her date of birth is 14.xi.2009, and her appeal ref PA/04417/2024 was lost."], ["14.xi.2009", "04417"]),
    # Boats.
    (["The boat used for removals, QX 1147, left at dawn."], ["QX 1147"]),
    # Ages, papers, dates.
    (["Aroha Tunstead, who is 17, asked for a lawyer."], ["17"]),
    (["The longest stay was of Mr Olavi Brandt, 56 years of age."], ["56 years", "of age"]),
    (["Mr Brandt (Chadian passport QX5820417) was held."], ["Chadian", "QX5820417"]),
    (["Mr Abel Brandt cut his arms on 29 May 2021 and had no care plan."], ["29 May"]),
]

KEPT = [
    (["The group met the governor of the wing.", "1. Food", "2. Complaints", "3. Healthcare"], ["Food", "Complaints"]),
    (["Towns visited", "1. Berlin", "2. Madrid", "3. Vienna"], ["Berlin", "Madrid", "Vienna"]),
    (["Women retire at age 60 and men at age 65 under the law."], ["age 60", "age 65"]),
    (["A third of the prisoners is 50 years of age or more."], ["50 years of age"]),
    (["The wing has not been used since August 2019, and he had seen it."], ["August 2019"]),
    (["The gallery of the court (Winterfeld v. the Netherlands) is cited."], ["Winterfeld"]),
    (['The peer group "Esperanza" runs a shop.'], ["Esperanza"]),
    (["The law (Rechtspersönlichkeit, Vertrauensschutz) was explained to the team."], ["Vertrauensschutz"]),
    (["PO Box 12 is the address of the board."], ["is the address of the board"]),
    (["As table B2-114 shows, the man had no bed."], ["B2-114"]),
]


@pytest.fixture(scope="module")
def redactor() -> Redactor:
    return Redactor()


@pytest.mark.parametrize(("segments", "secrets"), GONE, ids=lambda value: str(value[0])[:40])
def test_goes(redactor: Redactor, segments: list[str], secrets: list[str]) -> None:
    out = "\n".join(redactor.redact(segments).segments)
    assert [secret for secret in secrets if secret in out] == []


@pytest.mark.parametrize(("segments", "wanted"), KEPT, ids=lambda value: str(value[0])[:40])
def test_stays(redactor: Redactor, segments: list[str], wanted: list[str]) -> None:
    out = "\n".join(redactor.redact(segments).segments)
    assert [part for part in wanted if part not in out] == []


def test_a_long_stay_of_one_person_is_raised_for_review(redactor: Redactor) -> None:
    text = "Mr Abel Brandt had been in the unit for ninety-one days; the daughter of a serving officer saw him."
    result = redactor.redact([text])
    raised = [text[item.start : item.end] for item in result.review]
    assert any("ninety-one days" in part for part in raised)
