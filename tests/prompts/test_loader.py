"""Prompts are data with declared holes."""

from __future__ import annotations

import pytest

from prompts.loader import BadPrompt, MissingVariables, UnknownPrompt, load_prompt, parse_prompt


def test_the_shipped_prompt_loads_and_fills() -> None:
    prompt = load_prompt("compose_answer")
    text = prompt.fill(question='"a"', evidence="{}")
    assert prompt.version
    assert '"a"' in text
    assert "$" not in text


def test_values_are_never_templates() -> None:
    prompt = parse_prompt("p", "---\nversion: 1\nholes: a, b\n---\n$a and $b")
    assert prompt.fill(a="$b ${b}", b="x") == "$b ${b} and x"


def test_missing_and_unknown_values_are_named() -> None:
    prompt = parse_prompt("p", "---\nversion: 1\nholes: a\n---\n$a")
    with pytest.raises(MissingVariables) as caught:
        prompt.fill(b="x")
    assert caught.value.names == ("a", "b")


@pytest.mark.parametrize(
    "text",
    [
        "no header",
        "---\nversion: 1\nholes: a\n---\n$b",
        "---\nholes: a\n---\n$a",
        "---\nversion: 1\nholes: a\n---\n$a $",
    ],
)
def test_bad_prompts_are_refused(text: str) -> None:
    with pytest.raises(BadPrompt):
        parse_prompt("p", text)


@pytest.mark.parametrize("name", ["nothing", "../secrets", "Compose"])
def test_unknown_prompts(name: str) -> None:
    with pytest.raises(UnknownPrompt):
        load_prompt(name)
