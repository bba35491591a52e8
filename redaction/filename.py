"""File names without the people in them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from redaction.analyzer import PERSON, Analyzer
from redaction.classification.classified import ClassifierReading
from redaction.classification.classifier import Classifier
from redaction.names.propagation import key_of, parts_of
from redaction.normalise import fold, normalise
from redaction.policy import Policy
from redaction.span import SpanGroup, SpanType

_JOINERS = re.compile(r"[_\-.+]+")
_ENDING = re.compile(r"\.[A-Za-z][A-Za-z0-9]{0,4}$")
_WORD = re.compile(r"[^\W_]+(?:['’ʼ][^\W_]+)*")
_LONGEST = 255


def redact_file_name(
    file_name: str,
    surfaces: Iterable[str],
    kept: Iterable[str],
    analyzer: Analyzer,
    policy: Policy,
    classifier: Classifier | None,
) -> str:
    """Return a file name in which names and identifiers are masked and ordinary words stay.

    A word that the document itself still holds after redaction (the name of its place, usually) stays too: masking it
    in the file name alone protects nobody and hides which report it is.

    Args:
        file_name: without folders; read up to 255 characters.
        surfaces: what the document's redaction found.
        kept: the document's redacted text.
        analyzer: to find identifiers that stand in the file name alone.
        policy: for labels and thresholds.
        classifier: reads the words of the name; ``None`` leaves it out.
    """
    name = normalise(file_name[:_LONGEST]).text
    ending = _ENDING.search(name)
    stem, suffix = (name[: ending.start()], ending.group()) if ending else (name, "")
    masks: list[tuple[int, int, str]] = []
    keys: set[str] = set()
    surviving = {key_of(word) for text in kept for word in _WORD.findall(text)}
    for surface in surfaces:
        flat = _flat(surface)
        if len(flat) >= 4 and not _ordinary(surface, surviving):
            masks += _occurrences(stem, flat)
        # Three letters of a mail address are more often an office than a person.
        shortest = 4 if "@" in surface else 3
        keys.update(key for part in parts_of(surface) if len(key := key_of(part)) >= shortest)
    common = _common_words(keys) | surviving
    masks += [
        (match.start(), match.end(), "[NAME]")
        for match in _WORD.finditer(stem)
        if (key := key_of(match.group())) in keys and key not in common
    ]
    for text in dict.fromkeys((stem, _JOINERS.sub(lambda match: " " * len(match.group()), stem))):
        for analysis in analyzer.analyze([text]):
            masks += [
                (span.start, span.end, f"[{policy.label(span.type)}]")
                for span in analysis.spans
                if span.type.group is SpanGroup.DIRECT
                and span.score >= policy.direct_threshold
                and not (span.type is SpanType.NAME and _ordinary(text[span.start : span.end], surviving))
            ]
        masks += [
            (opinion.start, opinion.end, "[NAME]")
            for opinion in (ClassifierReading(classifier, text).opinions if classifier else ())
            if opinion.label == PERSON and not _ordinary(text[opinion.start : opinion.end], surviving)
        ]
    return _apply(stem, masks) + suffix


def _flat(text: str) -> str:
    return "".join(char for char in fold(text) if char.isalnum())


def _occurrences(stem: str, flat: str) -> list[tuple[int, int, str]]:
    """Find a surface in a name whatever stands between its letters and digits."""
    places = [index for index, char in enumerate(stem) if char.isalnum() for _ in fold(char)]
    line = "".join(fold(char) for char in stem if char.isalnum())
    found = []
    start = line.find(flat)
    while start >= 0 and len(places) == len(line):
        first, last = places[start], places[start + len(flat) - 1] + 1
        inside = (start and stem[first - 1 : first].isalnum()) or stem[last : last + 1].isalnum()
        if not inside:
            found.append((first, last, "[ID]" if any(char.isdigit() for char in flat) else "[NAME]"))
        start = line.find(flat, start + 1)
    return found


def _common_words(keys: set[str]) -> set[str]:
    from redaction.lexicon import lexicon

    words = lexicon()
    return {key for key in keys if words.is_common(key) or words.is_safe(key)}


def _ordinary(text: str, surviving: set[str]) -> bool:
    from redaction.lexicon import lexicon

    words = lexicon()
    return all(
        words.is_common(part) or words.is_safe(part) or len(part) < 4 or part.isdigit() or key_of(part) in surviving
        for part in parts_of(text)
    )


def _apply(stem: str, masks: list[tuple[int, int, str]]) -> str:
    merged: list[tuple[int, int, str]] = []
    for start, end, label in sorted(masks, key=lambda mask: (mask[0], -mask[1])):
        if merged and start < merged[-1][1]:
            first, last, kept = merged[-1]
            merged[-1] = (first, max(last, end), kept)
        else:
            merged.append((start, end, label))
    for start, end, label in reversed(merged):
        stem = stem[:start] + label + stem[end:]
    return stem
