"""The words of a sentence and its build, as strings that a linear model counts."""

from __future__ import annotations

import re
import tomllib
from itertools import pairwise
from pathlib import Path

from ingest.register.status import find_statuses

_TOKEN = re.compile(r"\[[A-Za-z][^\]]*\]|[^\W\d_]+(?:[’'][^\W\d_]+)*|\d+(?:[.,/]\d+)*|[^\w\s]")
_STEM = 5
_FRONT = 3  # words of the opening that count by place
_MOST_TOKENS = 260  # of a text; what follows in so long a paragraph says little more
_WORDS = tomllib.loads((Path(__file__).parents[1] / "data" / "entry_kinds_words.toml").read_text("utf-8"))
_CLASS_OF = {word: f"@{name}" for name, words in _WORDS["classes"].items() for word in words.split()}
_CARRYING = frozenset(_WORDS["carrying"].split())
_ENDINGS = ("tion", "ment", "ing", "ed", "ly", "able", "s")


def features(text: str) -> list[str]:
    """Return the features of a text, each of which may come several times."""
    tokens = _tokens(text)[:_MOST_TOKENS]
    bones = skeleton(text)[:_MOST_TOKENS]
    said = [f"k {bone}" for bone in bones]
    for many in range(2, 6):
        said += [f"k{many} {' '.join(bones[at : at + many])}" for at in range(len(bones) - many + 1)]
    said += [f"kf {' '.join(bones[:many])}" for many in range(1, 6)]
    said += [f"ke {' '.join(bones[-many:])}" for many in range(1, 5)]
    said += [f"st {status}" for _, _, status in find_statuses(text)]
    said += [f"w {token}" for token in tokens]
    said += [f"s {token[:_STEM]}" for token in tokens if len(token) > _STEM]
    said += [f"b {one} {two}" for one, two in pairwise(tokens)]
    said += [f"t {' '.join(three)}" for three in zip(tokens, tokens[1:], tokens[2:], strict=False)]
    said += [f"f{place} {token}" for place, token in enumerate(tokens[:_FRONT])]
    said.append(f"f {' '.join(tokens[:2])}")
    said += [f"e {token}" for token in tokens[-2:]]
    said.append("whole True")  # a name that the weights know
    said.append(f"size {min(len(tokens) // 8, 6)}")
    return said


def skeleton(text: str) -> list[str]:
    """Return the build of a sentence: words that carry it, classes of words, and endings in place of all others.

    ``The Ministry has accepted the proposal`` is ``the @auth has @agree the @asked``: what it is about is gone, what is
    done with it stays, so that a few hundred sentences teach the build of many.
    """
    built: list[str] = []
    for found in _TOKEN.findall(text):
        token = _folded(found)
        if token in _CLASS_OF:
            built.append(_CLASS_OF[token])
        elif token in _CARRYING or not found[0].isalpha():
            built.append(token)
        elif found[0].isupper() and built:
            built.append("@Name" if built[-1] != "@Name" else "")
        else:
            ending = next((ending for ending in _ENDINGS if token.endswith(ending)), "")
            built.append(f"~{ending}")
    return [bone for bone in built if bone]


def _tokens(text: str) -> list[str]:
    return [_folded(found) for found in _TOKEN.findall(text)]


def _folded(token: str) -> str:
    if token[0] == "[":
        return "[]"
    return "0" if token[0].isdigit() else token.lower().replace("’", "'")
