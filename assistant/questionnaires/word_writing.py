"""Writing back into a Word form: answers into their cells or below their questions, citations as footnotes."""

from __future__ import annotations

import copy
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from assistant.answers.answer import Citation
from assistant.questionnaires.suggestion import GRADES, Suggestion
from assistant.questionnaires.word_footnotes import Footnotes, Looks, element, run, sub
from assistant.questionnaires.word_form import Place, Slot, WordForm
from assistant.questionnaires.word_package import WordPackage
from assistant.questionnaires.word_text import STYLE, is_ours, paragraphs, words, written_by_person
from assistant.questionnaires.written import Written, digest, keys_of
from ingest.readers.docx_text import local, q

TICK = "✓"
NOTE = "About these suggestions. "
SCOPE = "Scope of these suggestions. "
_TOLD = 9


@dataclass(frozen=True)
class Line:
    """One paragraph to write: its words, and the citations behind them."""

    text: str
    cited: tuple[Citation, ...] = ()
    bold: bool = False


class WordWriter:
    """Fills one form. Suggestions may come one by one; what was not filled stays as it was."""

    def __init__(self, package: WordPackage) -> None:
        self.package = package
        self.form = WordForm(package)
        self.written = Written(package)
        self._keys = keys_of(self.form.questions)
        self._guests: dict[Any, tuple[str, ...]] = {}
        for place in self.form.places:
            for slot in place.slots.values():
                if slot.cell is not None and not slot.own:
                    self._guests[slot.cell] = (*self._guests.get(slot.cell, ()), _label(place))
        looks = Looks(package, STYLE)
        self._style = looks.suggestion
        self._notes = Footnotes(package, looks.note_text, looks.note_mark)

    def is_kept(self, at: int) -> bool:
        """Say whether a person has written or changed something at a question, which then stays as it is."""
        place, key = self.form.places[at], self._keys[at]
        for name, slot in place.slots.items():
            before = self.written.get(key, name)
            if before is not None:
                if digest(self._current(place, slot)) != before:
                    return True
            elif slot.cell is not None and slot.own and written_by_person(slot.cell):
                return True
            elif self._ours(place, slot):
                # Our style without a digest: another program has dropped it, and an edit could not be told.
                return True
        return False

    def fill(self, at: int, suggestion: Suggestion) -> Suggestion:
        """Write one suggestion.

        Returns:
            the suggestion, with state ``kept`` where a person's words were left alone.
        """
        if self.is_kept(at):
            return replace(suggestion, state="kept")
        place, key = self.form.places[at], self._keys[at]
        for name, slot in place.slots.items():
            self._clear(place, slot)
            self.written.drop(key, name)
            lines = lines_for(name, suggestion, place.slots)
            if not lines:
                continue
            self._put(place, slot, lines, centred=name in GRADES or name == "grade")
            self.written.put(key, name, self._current(place, slot))
        return suggestion

    def open_with(self, note: str) -> None:
        """Write a note as the first paragraph, in place of an earlier one of ours; nothing where it is empty."""
        body = self.package.tree(self.package.main).find(q("body"))
        if body is None:
            return
        _drop(body, SCOPE)
        if note:
            body.insert(0, self._paragraph(Line(f"{SCOPE}{note}"), None, centred=False))

    def close_with(self, note: str) -> None:
        """Write a note as the last paragraph, in place of an earlier one of ours."""
        body = self.package.tree(self.package.main).find(q("body"))
        if body is None:
            return
        _drop(body, NOTE)
        paragraph = self._paragraph(Line(f"{NOTE}{note}"), None, centred=False)
        last = body[-1] if len(body) and local(body[-1]) == "sectPr" else None
        if last is not None:
            last.addprevious(paragraph)
        else:
            body.append(paragraph)

    def data(self) -> bytes:
        """Return the document's bytes."""
        return self.package.packed()

    def _ours(self, place: Place, slot: Slot) -> list[Any]:
        """Return the paragraphs that hold what we wrote in a slot, edited or not."""
        if slot.cell is None:
            found = []
            for one in slot.after.itersiblings():
                if local(one) in ("bookmarkStart", "bookmarkEnd", "proofErr"):
                    continue
                if local(one) != "p" or not is_ours(one) or words(one).startswith(NOTE):
                    break
                found.append(one)
            return [one for one in found if words(one).startswith(_label(place))] if slot.shared else found
        ours = [one for one in paragraphs(slot.cell) if is_ours(one)]
        if not slot.own:
            return [one for one in ours if words(one).startswith(_label(place))]
        # Of cells merged downwards the rows below write into the first as well, each under its own label.
        others = self._guests.get(slot.cell, ())
        return [one for one in ours if not (others and words(one).startswith(others))]

    def _current(self, place: Place, slot: Slot) -> str:
        own = " ".join(words(one) for one in self._ours(place, slot))
        return f"{own} {written_by_person(slot.cell)}" if slot.cell is not None and slot.own else own

    def _clear(self, place: Place, slot: Slot) -> None:
        for one in self._ours(place, slot):
            self._notes.forget(one)
            parent = one.getparent()
            if local(parent) == "tc" and len(paragraphs(parent)) == 1:
                one.addnext(element("p"))
            parent.remove(one)

    def _put(self, place: Place, slot: Slot, lines: Sequence[Line], *, centred: bool) -> None:
        if slot.shared or (slot.cell is not None and not slot.own):
            cited = tuple(citation for line in lines for citation in line.cited)
            text = " ".join(line.text for line in lines)
            labelled = self._paragraph(Line(f"{_label(place)}{text}", cited), None, centred=False)
            if slot.cell is not None:
                slot.cell.append(labelled)
                return
            last = slot.after
            while (below := last.getnext()) is not None and local(below) == "p" and is_ours(below):
                last = below
            last.addnext(labelled)
            return
        if slot.cell is None:
            made = [self._paragraph(line, None, centred=False) for line in lines]
            for one in reversed(made):
                slot.after.addnext(one)
            return
        _let_grow(slot.cell)
        blank = [one for one in slot.cell if local(one) == "p" and not words(one) and not _holds_more(one)]
        model = blank[-1] if blank else None
        made = [self._paragraph(line, model, centred=centred) for line in lines]
        if model is not None:
            for one in made:
                model.addprevious(one)
            slot.cell.remove(model)
        else:
            slot.cell.extend(made)

    def _paragraph(self, line: Line, model: Any, *, centred: bool) -> Any:
        paragraph = element("p")
        properties = sub(paragraph, "pPr")
        sub(properties, "pStyle", val=self._style)
        own = model.find(f"{q('pPr')}/{q('jc')}") if model is not None else None
        if own is not None:
            properties.append(copy.deepcopy(own))
        elif centred:
            sub(properties, "jc", val="center")
        paragraph.append(run(line.text, bold=line.bold))
        for citation in line.cited:
            quoted = "" if citation.quote in line.text else f"“{citation.quote}” — "
            paragraph.append(self._notes.mark(f"{quoted}{citation.citation}"))
        return paragraph


def lines_for(slot: str, suggestion: Suggestion, slots: dict[str, Slot]) -> list[Line]:
    """Return what goes into one slot of a question."""
    if slot in GRADES:
        return [Line(TICK, bold=True)] if suggestion.grade == slot else []
    if slot == "grade":
        return [Line(GRADES[suggestion.grade], bold=True)] if suggestion.grade else []
    if slot == "evidence":
        return [Line(citation.citation) for citation in suggestion.citations]
    lines = []
    if suggestion.grade and not (set(slots) & {*GRADES, "grade"}):
        lines.append(Line(f"Suggested: {GRADES[suggestion.grade]}.", bold=True))
    if suggestion.gap:
        lines.append(Line(f"Gap: {suggestion.gap}"))
    if suggestion.opening:
        lines.append(Line(suggestion.opening))
    by_number = {citation.n: citation for citation in suggestion.citations}
    for sentence in suggestion.sentences:
        cited = tuple(by_number[n] for n in sentence.citations if n in by_number)
        lines.append(
            Line(f"“{sentence.text}”" if any(c.quote == sentence.text for c in cited) else sentence.text, cited)
        )
    return lines


def checked(data: bytes, expected: WordForm, original: Callable[[], bytes]) -> bool:
    """Open a filled form again and compare it with what it was.

    Args:
        data: the filled form.
        expected: the form as it was read.
        original: gives the bytes before filling.

    Returns:
        whether python-docx opens it, its questions are the same in the same order, and every paragraph that is not
        ours reads as it did.
    """
    import io

    from docx import Document

    try:
        Document(io.BytesIO(data))
        again = WordForm(WordPackage(data))
        before = WordPackage(original())
    except Exception:
        # Whatever a reader of another make stumbles over: such a file is not given to anybody.
        return False
    if [(one.number, one.text) for one in again.questions] != [(one.number, one.text) for one in expected.questions]:
        return False
    return _others(again.package) == _others(before)


def _others(package: WordPackage) -> list[str]:
    root = package.tree(package.main)
    return [text for one in root.iter(q("p")) if not is_ours(one) and (text := words(one))]


def _drop(body: Any, opening: str) -> None:
    for one in [each for each in body if local(each) == "p" and is_ours(each) and words(each).startswith(opening)]:
        body.remove(one)


def _label(place: Place) -> str:
    """Say to which question an answer belongs; a running letter prints no numbers, so its first words are told."""
    if not any(slot.shared for slot in place.slots.values()):
        return f"[{place.question.number}] "
    told = place.question.text.split()
    return f"[{place.question.number}: {' '.join(told[:_TOLD])}{' …' if len(told) > _TOLD else ''}] "


def _holds_more(paragraph: Any) -> bool:
    return any(local(one) in ("drawing", "pict", "object", "sectPr", "sdt", "fldChar") for one in paragraph.iter())


def _let_grow(cell: Any) -> None:
    """Let a row of fixed height grow: text that does not show is lost to its reader."""
    row = next((one for one in cell.iterancestors() if local(one) == "tr"), None)
    height = row.find(f"{q('trPr')}/{q('trHeight')}") if row is not None else None
    if height is not None and height.get(q("hRule")) == "exact":
        height.set(q("hRule"), "atLeast")
