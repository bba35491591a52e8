"""What we wrote into a form, as digests kept in the form itself: the next run tells a person's edits from ours."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import Any

from assistant.questionnaires.question import Question
from assistant.questionnaires.word_package import WordPackage

_SPACE = "urn:opcat:questionnaire:1"
_PROPERTIES = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
_PROPERTIES_TYPE = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
_ITEM = "{6C1D7D0E-6E0B-4B57-9B0E-0B7A5F5C21A7}"


def digest(text: str) -> str:
    """Return the digest of words; white space does not count."""
    return hashlib.sha256(" ".join(text.split()).encode()).hexdigest()[:32]


def keys_of(questions: Sequence[Question]) -> list[str]:
    """Return a key for each question; the same words asked twice get two."""
    seen: dict[str, int] = {}
    keys = []
    for question in questions:
        base = digest(f"{question.lead}|{question.text}".casefold())
        seen[base] = seen.get(base, 0) + 1
        keys.append(f"{base[:24]}-{seen[base]}")
    return keys


class Written:
    """Digests by question and slot, held in a custom XML part; no word of the form is in them."""

    def __init__(self, package: WordPackage) -> None:
        self._package = package
        self._root: Any = None
        for name in package.names():
            if name.startswith("customXml/item") and name.endswith(".xml") and "Props" not in name:
                root = package.tree(name)
                if root is not None and root.tag == f"{{{_SPACE}}}written":
                    self._root = root

    def __bool__(self) -> bool:
        return self._root is not None and len(self._root) > 0

    def get(self, key: str, slot: str) -> str | None:
        """Return the digest of what was written last, or ``None``."""
        found = self._find(key, slot)
        return None if found is None else str(found.get("sha256"))

    def slots(self, key: str) -> list[str]:
        """Return the slots of a question in which we wrote."""
        return (
            [str(one.get("slot")) for one in self._root if one.get("question") == key] if self._root is not None else []
        )

    def put(self, key: str, slot: str, text: str) -> None:
        """Note what was written."""
        from lxml import etree

        if self._root is None:
            self._make()
        found = self._find(key, slot)
        if found is None:
            found = etree.SubElement(self._root, f"{{{_SPACE}}}entry", question=key, slot=slot)
        found.set("sha256", digest(text))

    def drop(self, key: str, slot: str) -> None:
        """Forget one entry."""
        found = self._find(key, slot)
        if found is not None:
            self._root.remove(found)

    def _find(self, key: str, slot: str) -> Any:
        for one in self._root if self._root is not None else []:
            if one.get("question") == key and one.get("slot") == slot:
                return one
        return None

    def _make(self) -> None:
        number = next(n for n in range(1, 1000) if not self._package.has(f"customXml/item{n}.xml"))
        name = f"customXml/item{number}.xml"
        self._root = self._package.add(name, f'<o:written xmlns:o="{_SPACE}"/>'.encode(), "customXml")
        properties = (
            f'<ds:datastoreItem xmlns:ds="{_PROPERTIES}" ds:itemID="{_ITEM}"><ds:schemaRefs>'
            f'<ds:schemaRef ds:uri="{_SPACE}"/></ds:schemaRefs></ds:datastoreItem>'
        )
        self._package.add(
            f"customXml/itemProps{number}.xml", properties.encode(), "customXmlProps", _PROPERTIES_TYPE, source=name
        )
