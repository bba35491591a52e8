"""Footnotes of a Word document: the part is made where there is none, ours are added, and removed again."""

from __future__ import annotations

from typing import Any

from assistant.questionnaires.word_package import WordPackage
from ingest.readers.docx_text import q, value

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_EMPTY = (
    f'<w:footnotes xmlns:w="{_W}">'
    '<w:footnote w:type="separator" w:id="-1"><w:p><w:pPr><w:spacing w:after="0" w:line="240" w:lineRule="auto"/>'
    "</w:pPr><w:r><w:separator/></w:r></w:p></w:footnote>"
    '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:pPr><w:spacing w:after="0" w:line="240" '
    'w:lineRule="auto"/></w:pPr><w:r><w:continuationSeparator/></w:r></w:p></w:footnote></w:footnotes>'
)


class Footnotes:
    """The footnotes part and the two styles that footnotes have."""

    def __init__(self, package: WordPackage, text_style: str, mark_style: str) -> None:
        self._package = package
        self._text_style = text_style
        self._mark_style = mark_style
        name = package.related("footnotes")
        self._root: Any = package.tree(name) if name else None

    def mark(self, text: str) -> Any:
        """Add a footnote and return the run that refers to it."""
        if self._root is None:
            name = f"{self._package.folder}/footnotes.xml".lstrip("/")
            self._root = self._package.add(name, _EMPTY.encode(), "footnotes", _TYPE)
        used = [int(one.get(q("id")) or 0) for one in self._root.iter(q("footnote"))]
        number = str(max([0, *used]) + 1)
        note = sub(self._root, "footnote", id=number)
        paragraph = sub(note, "p")
        sub(sub(paragraph, "pPr"), "pStyle", val=self._text_style)
        reference = sub(paragraph, "r")
        sub(sub(reference, "rPr"), "rStyle", val=self._mark_style)
        sub(reference, "footnoteRef")
        paragraph.append(run(f" {text}"))
        mark = element("r")
        sub(sub(mark, "rPr"), "rStyle", val=self._mark_style)
        sub(mark, "footnoteReference", id=number)
        return mark

    def forget(self, container: Any) -> None:
        """Remove the footnotes that a paragraph about to be removed refers to."""
        if self._root is None:
            return
        gone = {one.get(q("id")) for one in container.iter(q("footnoteReference"))}
        for note in [one for one in self._root.iter(q("footnote")) if one.get(q("id")) in gone]:
            self._root.remove(note)


class Looks:
    """The styles that we need; those that the document lacks are added.

    Attributes:
        note_text, note_mark: style ids of the text and of the marks of footnotes.
        suggestion: style id of what we write.
    """

    def __init__(self, package: WordPackage, style: str) -> None:
        name = package.related("styles")
        if name is None:
            root = package.add(
                f"{package.folder}/styles.xml".lstrip("/"),
                f'<w:styles xmlns:w="{_W}"/>'.encode(),
                "styles",
                "application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml",
            )
        else:
            root = package.tree(name)
        known = {(value(one.find(q("name"))) or "").casefold(): one.get(q("styleId")) for one in root.iter(q("style"))}
        ids = {one.get(q("styleId")) for one in root.iter(q("style"))}
        self.note_text = known.get("footnote text") or _added(root, ids, "FootnoteText", "footnote text", "paragraph")
        self.note_mark = known.get("footnote reference") or _added(
            root, ids, "FootnoteReference", "footnote reference", "character"
        )
        self.suggestion = known.get("opcat suggestion") or _added(root, ids, style, "opcat suggestion", "paragraph")


def _added(root: Any, ids: set[str | None], style_id: str, name: str, kind: str) -> str:
    if style_id in ids:
        return style_id
    style = sub(root, "style", type=kind, styleId=style_id)
    if name == "opcat suggestion":
        style.set(q("customStyle"), "1")
    sub(style, "name", val=name)
    sub(style, "uiPriority", val="99")
    if kind == "character":
        sub(sub(style, "rPr"), "vertAlign", val="superscript")
    elif name == "footnote text":
        sub(sub(style, "pPr"), "spacing", after="0", line="240", lineRule="auto")
        sub(sub(style, "rPr"), "sz", val="18")
    else:
        properties = sub(style, "pPr")
        shade = sub(properties, "shd", val="clear", color="auto")
        shade.set(q("fill"), "FFF4CC")
        sub(properties, "spacing", before="20", after="60")
    ids.add(style_id)
    return style_id


def element(name: str, **attributes: str) -> Any:
    """Make an element of WordprocessingML; attributes get its name space."""
    from lxml import etree

    made = etree.Element(q(name), nsmap={"w": _W})
    for key, text in attributes.items():
        made.set(q(key), text)
    return made


def sub(parent: Any, name: str, **attributes: str) -> Any:
    """Make an element as the last child of another."""
    made = element(name, **attributes)
    parent.append(made)
    return made


def run(text: str, *, bold: bool = False) -> Any:
    """Make a run of text; characters that XML cannot hold are left out."""
    made = element("r")
    if bold:
        sub(sub(made, "rPr"), "b")
    words = sub(made, "t")
    words.text = "".join(one for one in text if one in "\t\n" or (ord(one) >= 32 and not 0xD800 <= ord(one) <= 0xDFFF))
    words.text = words.text.replace("\ufffe", "").replace("\uffff", "")
    words.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return made
