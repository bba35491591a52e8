"""Stems, and the words of the field that mean the same."""

from __future__ import annotations

import pytest

from assistant.question.lexicon import load_lexicon
from assistant.question.needs import needs_of, stemmed
from assistant.question.terms import fold, stem, stems, tokens


@pytest.mark.parametrize(
    ("told", "asked"), [("held", "hold"), ("slept", "sleep"), ("died", "dies"), ("women", "woman"), ("kept", "keep")]
)
def test_irregular_forms_meet(told: str, asked: str) -> None:
    assert stem(told) == stem(asked)


def test_stems_are_those_of_the_tokens() -> None:
    text = "The Governor’s 2.14 café-style dining rooms, re-opened: prisoners' meals weren't 'cold'."
    assert stems(text) == tuple(stem(token) for token in tokens(text))
    assert fold("Ærø’s ÉTÉ") == "aero's ete"


@pytest.mark.parametrize(
    ("short", "long"),
    [
        ("CSU", "care and separation unit"),
        ("C&R", "control and restraint"),
        ("ACCT", "self-harm"),
        ("IEP", "incentives and earned privileges"),
        ("PSI", "prison service instruction"),
        ("ROTL", "temporary release"),
        ("IMB", "independent monitoring board"),
        ("MMPR", "minimising and managing physical restraint"),
        ("sectioned", "Mental Health Act"),
        ("rule 35", "torture survivors"),
        ("canteen", "prison shop"),
        ("Listeners", "peer support"),
        ("pat-down", "strip search"),
        ("adjudication", "disciplinary"),
        ("tasers", "electrical discharge weapons"),
        ("pretrial", "remand"),
    ],
)
def test_short_and_long_names_find_each_other(short: str, long: str) -> None:
    for asked, told in ((short, long), (long, short)):
        text = stemmed(f"We looked at {told} closely.")
        need = max(needs_of(asked), key=lambda need: len(need.own))
        assert need.met_by(text.stems, text.present) > 0.4, asked


def test_each_phrase_of_the_lexicon_is_found_in_itself() -> None:
    lexicon = load_lexicon()
    for concept in lexicon.concepts:
        for phrase in concept.stems:
            assert concept.name in {found.name for found, _ in lexicon.found_in(phrase)}
