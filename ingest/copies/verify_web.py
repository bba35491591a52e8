"""Reads finished web pages, Markdown and text with Python's own modules and accepts only what was meant."""

from __future__ import annotations

from html.parser import HTMLParser

from ingest.copies.errors import CopyNotVerified
from ingest.copies.markdown_copy import unescaped
from ingest.copies.surfaces import SurfaceSearch
from ingest.copies.written import Written, squeezed

_TAGS = frozenset(
    {
        "html", "head", "meta", "title", "style", "body", "main", "header", "footer", "aside", "p", "div", "h1", "h2",
        "h3", "h4", "h5", "h6", "table", "tr", "td", "th",
    }
)  # fmt: skip
_ATTRIBUTES = frozenset(
    {
        "lang", "charset", "name", "content", "http-equiv", "class", "id", "colspan", "style",
    }
)  # fmt: skip


def verify_html(data: bytes, written: Written, search: SurfaceSearch) -> None:
    """Check that a page has the tags and the text that were meant and nothing that runs, links or hides.

    Raises:
        CopyNotVerified: anything else.
    """
    text = _decoded(data, search)
    page = PlainPage(_TAGS, _ATTRIBUTES)
    page.feed(text)
    page.close()
    if not text.startswith(written.vocabulary):
        raise CopyNotVerified("its head is not what was written")
    if squeezed("".join(page.text)) != squeezed(written.body):
        raise CopyNotVerified("its text is not exactly the redacted text")


def verify_markdown(data: bytes, written: Written, search: SurfaceSearch) -> None:
    """Check the words of a Markdown file, its markup taken away by the rules that it was written by.

    Raises:
        CopyNotVerified: other words than were meant, or a masked word.
    """
    text = _decoded(data, search)
    words = []
    for line in text.split("\n"):
        line = line.strip()
        if line.startswith("| "):
            line = line[1:-1].replace(" | ", "  ")
        elif line.startswith("|"):
            continue
        elif line.startswith(("- ", "> ", "#")):
            line = line.lstrip("#") if line.startswith("#") else line[2:]
        words.append(unescaped(line))
    if squeezed("".join(words)) != squeezed(written.body):
        raise CopyNotVerified("its text is not exactly the redacted text")


def verify_text(data: bytes, written: Written, search: SurfaceSearch) -> None:
    """Check a text file character by character.

    Raises:
        CopyNotVerified: other text than was meant, or a masked word.
    """
    if _decoded(data, search) != written.body.encode("utf-8", "replace").decode():
        raise CopyNotVerified("its text is not exactly the redacted text")


def _decoded(data: bytes, search: SurfaceSearch) -> str:
    try:
        text = data.decode()
    except UnicodeDecodeError:
        raise CopyNotVerified("it cannot be read back") from None
    if search.in_text(text):
        where = "the text" if search.in_plain_text(text) else "a link or an entity of the file"
        raise CopyNotVerified(f"a masked word stands in {where}")
    return text


class PlainPage(HTMLParser):
    """Collects the text of a page and refuses what is not on its lists.

    Args:
        tags: that may stand in it.
        attributes: that they may have.
    """

    def __init__(self, tags: frozenset[str], attributes: frozenset[str]) -> None:
        super().__init__(convert_charrefs=True)
        self.text: list[str] = []
        self._tags, self._attributes = tags, attributes
        self._silent = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Check a tag; the text of the title and the style is no text of the page."""
        if tag not in self._tags or any(name not in self._attributes for name, _ in attrs):
            raise CopyNotVerified("it holds markup that a copy does not need")
        self._silent = tag in ("style", "title")

    def handle_endtag(self, tag: str) -> None:
        """Go on listening after a title or style."""
        self._silent = False

    def handle_data(self, data: str) -> None:
        """Keep text."""
        if not self._silent:
            self.text.append(data)

    def handle_comment(self, data: str) -> None:
        """Refuse comments."""
        raise CopyNotVerified("it holds a comment")

    def handle_pi(self, data: str) -> None:
        """Refuse processing instructions."""
        raise CopyNotVerified("it holds an instruction to programs")

    def unknown_decl(self, data: str) -> None:
        """Refuse declarations other than the document type."""
        raise CopyNotVerified("it holds a declaration")
