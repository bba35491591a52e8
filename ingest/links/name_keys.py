"""Keys of names of places: names are compared only where they share one.

So thousands of documents need no comparison of all with all.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from ingest.links.place_name import place_name
from ingest.links.same_place import Subject

_MOST_OF_A_KEY = 400  # subjects; a key that so many share tells no places apart


def sharing_a_key(subjects: Sequence[Subject]) -> Iterator[tuple[Subject, Subject]]:
    """Give pairs of subjects that share a key of their names; each pair once."""
    keyed: dict[str, list[int]] = defaultdict(list)
    for number, one in enumerate(subjects):
        for key in _keys(one):
            keyed[key].append(number)
    seen: set[tuple[int, int]] = set()
    for members in keyed.values():
        if len(members) > _MOST_OF_A_KEY:
            continue
        for place, first in enumerate(members):
            for second in members[place + 1 :]:
                if (first, second) not in seen:
                    seen.add((first, second))
                    yield subjects[first], subjects[second]


def _keys(one: Subject) -> set[str]:
    """Return beginnings and ends of telling words: a letter that is wrong spoils one of the two."""
    keys: set[str] = set()
    for name in (*one.names, *one.adopted):
        taken = place_name(name)
        for word in {*taken.words, *taken.tail, taken.core, "".join(taken.words)} - {""}:
            keys.update({word} if len(word) < 5 else {f"{word[:4]}-", f"-{word[-4:]}"})
        keys.update(f"no {mark}" for group, mark in taken.marks if group == "number")
        keys.add(f"initials {taken.initials.casefold()}" if len(taken.initials) > 2 else "")
        keys.update(f"initials {word}" for word in taken.words if 3 <= len(word) <= 6)
    if not one.names:
        for word in one.title:
            keys.update({word} if len(word) < 5 else {f"{word[:4]}-"})
        keys.add(f"in {one.jurisdiction.casefold()}" if one.jurisdiction else "")
    return keys - {""}
