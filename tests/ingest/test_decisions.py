"""Decisions of review on real redaction: they hold, they are all that stays, and nothing is lost on the way."""

from __future__ import annotations

import base64
from collections.abc import Callable
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from library_fakes import WordsEmbedder, read_lines
from older_ledgers import take_back

from ingest.ledger.conversations import StoredTurn
from ingest.ledger.decisions import EVERYWHERE, decision_salt
from ingest.library import Library
from ingest.passage import DocumentStatus
from ingest.reviewing import Examination, NeedsType, NotIngested, TooLongToMask, TooShortEverywhere
from redaction.checking.decisions import Action, Decision, Scope
from redaction.checking.doubts import Doubt, Standing
from redaction.checking.surface import SurfaceHash
from redaction.redactor import Redactor
from redaction.text import public_text

DUTCH = (
    "De gedetineerden vertelden ons dat zij gedurende de hele week niet naar buiten mochten omdat er te weinig "
    "personeel aanwezig was en de directeur dat niet wilde veranderen voordat het nieuwe gebouw klaar is."
)
REPORT = """# Report on an inspection of HMP Tarnmoor
Visit dates: 3 to 5 March 2025
# Segregation
2.1 Nine men were held in the segregation unit for longer than a fortnight.
2.2 Mr Zoltan Brackenbury told us that his cell bell was never answered at night.
2.3 The only woman on the wing told us that she was afraid of the wooden ladder.
# Food
3.1 Breakfast was handed out the evening before and was cold, and the kitchen had not been cleaned for a week.
# Recommendations
Recommendation 1: The governor should make sure that cell bells are answered within five minutes.
"""
OTHER = """# Report on an inspection of Velden Remand Centre by the Wooden Ladder
Visit dates: 10 June 2023
# Healthcare
1.1 The dentist had not visited since January, and THE WOODEN LADDER said so to Mr Osric Tannahill-Boyce.
1.2 Medication was dispensed by officers without training.
"""
HELD = f"{REPORT}# Notes\n4.1 {DUTCH}\n"


@pytest.fixture(scope="module")
def redactor() -> Redactor:
    return Redactor()


@pytest.fixture
def opened(tmp_path: Path, redactor: Redactor) -> Callable[..., Any]:
    @contextmanager
    def library(reached: Callable[[str], None] = lambda point: None) -> Any:
        with Library.open(
            tmp_path / "home", embedder=WordsEmbedder(), redactor=redactor, write=True, read=read_lines, reached=reached
        ) as one:
            yield one

    return library


def write(folder: Path, name: str, text: str) -> Path:
    (folder / name).write_text(text, "utf-8")
    return folder / name


def doubt_of(examination: Examination, surface: str) -> Doubt:
    (found,) = [doubt for doubt in examination.doubts if surface in examination.surface(doubt)]
    return found


def stored_text(library: Library, identity: str) -> str:
    return "\n".join(str(block.text) for block in library.ledger.blocks(identity))


def everything(home: Path) -> bytes:
    return b"\0".join(path.read_bytes() for path in sorted(home.rglob("*")) if path.is_file())


def forms(text: str) -> list[bytes]:
    plain = [text.encode(), text.lower().encode(), text.upper().encode()]
    return [*plain, text.encode("utf-16-le"), text.encode().hex().encode(), base64.b64encode(text.encode())[:-4]]


def ingest_other(library: Library, tmp_path: Path) -> str:
    return str(library.ingest(write(tmp_path, "other.txt", OTHER)).document_id)


def mask_phrase(library: Library, path: Path, surface: str, *, everywhere: bool = False) -> None:
    """Decide on words that no detector doubts, as a person does who types them."""
    examination = library.reviewing.examine(path)
    salt = decision_salt((library.ledger._connections.path.parent / "home.key").read_bytes())
    digest = SurfaceHash(salt).of(surface)
    doubt = replace(examination.doubts[0], type="NAME", digest=digest, words=len(surface.split()))
    library.reviewing.decide(examination, doubt, Action.MASK, everywhere=everywhere)


def test_keep_and_mask_hold_when_the_file_is_ingested_again(tmp_path: Path, opened: Callable[..., Any]) -> None:
    path = write(tmp_path, "report.txt", REPORT)
    with opened() as library:
        identity = library.ingest(path).document_id
        examination = library.reviewing.examine(path)
        assert not examination.earlier
        doubt = doubt_of(examination, "The only woman on the wing")
        assert doubt.standing is Standing.OPEN
        others = len(examination.doubts) - 1
        context = examination.context(doubt)
        assert context.before == "2.3 " and "wooden ladder" in examination.surface(doubt) + context.after
        assert "only woman" not in repr(context) and "only woman" not in repr(examination)
        library.reviewing.decide(examination, doubt, Action.MASK)
        outcome = library.reviewing.apply(examination)
        assert outcome.record.status is DocumentStatus.INDEXED and outcome.others == ()
        assert "only woman" not in stored_text(library, identity)
        # A doubt inside the masked words goes with them.
        assert len(library.ledger.review(identity)) <= others
        assert library.ingest(path).status is DocumentStatus.UNCHANGED
        assert library.ingest(path, force=True).status is DocumentStatus.INDEXED
        assert "only woman" not in stored_text(library, identity)
        assert doubt.digest not in {each.digest for each in library.reviewing.examine(path).doubts}

        library.reviewing.decide(examination, doubt, Action.KEEP)
        library.reviewing.apply(examination)
        assert "only woman" in stored_text(library, identity)
        assert len(library.ledger.review(identity)) == others
        assert [row.action for row in library.ledger.audit.rows()][-2:] == ["keep", "indexed"]
        assert library.ledger.audit.verify().ok


def test_a_masked_name_is_kept_in_this_document_only(tmp_path: Path, opened: Callable[..., Any]) -> None:
    first, second = write(tmp_path, "a.txt", REPORT), write(tmp_path, "b.txt", REPORT + "3.2 The tea was hot.\n")
    with opened() as library:
        one, two = library.ingest(first).document_id, library.ingest(second).document_id
        assert "Brackenbury" not in stored_text(library, one) + stored_text(library, two)
        examination = library.reviewing.examine(first, everything=True)
        for doubt in examination.doubts:
            if "Brackenbury" in examination.surface(doubt):
                library.reviewing.decide(examination, doubt, Action.KEEP)
        library.reviewing.apply(examination)
        library.ingest(second, force=True)
        assert "Brackenbury" in stored_text(library, one)
        assert "Brackenbury" not in stored_text(library, two)


def test_a_held_document_is_indexed_after_release(tmp_path: Path, opened: Callable[..., Any]) -> None:
    path = write(tmp_path, "held.txt", HELD)
    with opened() as library:
        record = library.ingest(path)
        assert record.status is DocumentStatus.HELD
        kinds = [(item.standing, item.type) for item in library.ledger.review(record.document_id)]
        assert ("residue", "LANGUAGE") in kinds and kinds == sorted(kinds, key=lambda kind: kind[0] != "residue")
        examination = library.reviewing.examine(path)
        residue = [doubt for doubt in examination.doubts if doubt.standing is Standing.RESIDUE]
        with pytest.raises(TooLongToMask):
            library.reviewing.decide(examination, residue[0], Action.MASK)
        library.reviewing.release(examination, residue)
        released = library.reviewing.apply(examination).record
        assert released.status is DocumentStatus.INDEXED and any("released" in told for told in released.warnings)
        assert library.ingest(path, force=True).status is DocumentStatus.INDEXED
        assert "release" in [row.action for row in library.ledger.audit.rows(record.document_id)]
    changed = write(tmp_path, "changed.txt", HELD + "5.1 One more line.\n")
    with opened() as library:
        assert library.ingest(changed).status is DocumentStatus.HELD


def test_a_held_document_stores_no_heading_and_no_offset(tmp_path: Path, opened: Callable[..., Any]) -> None:
    path = write(tmp_path, "held.txt", f"{REPORT}# Zwijgende badmeesters\n{DUTCH}\n")
    with opened() as library:
        record = library.ingest(path)
        assert record.status is DocumentStatus.HELD
        items = library.ledger.review(record.document_id)
        assert items and all(item.block is None and "badmeesters" not in item.locator for item in items)
    assert b"badmeesters" not in everything(tmp_path / "home")


def test_mask_everywhere_reaches_text_that_is_stored_already(tmp_path: Path, opened: Callable[..., Any]) -> None:
    path = write(tmp_path, "report.txt", REPORT)
    with opened() as library:
        other = ingest_other(library, tmp_path)
        library.ingest(path)
        turn = StoredTurn(public_text("Who is the Wooden Ladder?"), public_text("Not found."))
        library.ledger.conversations.save("c-1", turn)
        assert "WOODEN LADDER" in stored_text(library, other)
        assert "ooden" in (library.ledger.document(other).metadata.title or "")
        mask_phrase(library, path, "wooden ladder", everywhere=True)
        outcome = library.reviewing.apply(library.reviewing.examine(path))
        assert outcome.others == (other,)
        record = library.ledger.document(other)
        assert record.status is DocumentStatus.INDEXED and record.redactions["NAME"] >= 3
        assert library.ledger.conversations.load("c-1") == []
        assert "dentist" in stored_text(library, other) and "Tannahill" not in stored_text(library, other)
        assert library.check(complete=True).problems == ()
        later = library.ingest(write(tmp_path, "later.txt", REPORT.replace("Nine", "Ten"))).document_id
        assert "wooden" not in stored_text(library, later)
    held = everything(tmp_path / "home").lower()
    assert b"wooden" not in held


def test_a_process_killed_after_a_decision_loses_nothing(tmp_path: Path, opened: Callable[..., Any]) -> None:
    path = write(tmp_path, "report.txt", REPORT)
    with pytest.raises(KeyboardInterrupt), opened() as library:
        identity = library.ingest(path).document_id
        other = ingest_other(library, tmp_path)
        mask_phrase(library, path, "wooden ladder", everywhere=True)
        mask_phrase(library, path, "five minutes")
        raise KeyboardInterrupt
    with opened() as library:
        assert library.ledger.decisions.unapplied() == []
        assert "wooden" not in (stored_text(library, identity) + stored_text(library, other)).lower()
        assert "five minutes" not in stored_text(library, identity)
        assert not any("five minutes" in entry.text for entry in library.ledger.extracted_entries())
        assert library.ingest(path).status is DocumentStatus.INDEXED, "the original is read again with the decisions"
        assert library.ingest(path).status is DocumentStatus.UNCHANGED
    assert b"wooden" not in everything(tmp_path / "home").lower()


def test_a_review_asks_for_the_document_as_it_was_asked_for(tmp_path: Path, opened: Callable[..., Any]) -> None:
    path = write(tmp_path, "report.txt", REPORT)
    with opened() as library:
        first = library.ingest(path, kind="other", body="Tarn Valley Visitors")
        mask_phrase(library, path, "five minutes")
        record = library.reviewing.apply(library.reviewing.examine(path)).record
        assert record.kind == first.kind == "other"
        assert record.metadata.inspecting_body == first.metadata.inspecting_body == "Tarn Valley Visitors"
        assert library.ingest(path, kind="other", body="Tarn Valley Visitors").status is DocumentStatus.UNCHANGED


@pytest.mark.parametrize("point", ["chunk", "embed"])
def test_killed_in_the_middle_of_masking_stored_text(tmp_path: Path, opened: Callable[..., Any], point: str) -> None:
    armed = []

    def reached(name: str) -> None:
        if armed and name == point:
            raise KeyboardInterrupt

    path = write(tmp_path, "report.txt", REPORT)
    with pytest.raises(KeyboardInterrupt), opened(reached) as library:
        library.ingest(path)
        other = ingest_other(library, tmp_path)
        mask_phrase(library, path, "wooden ladder", everywhere=True)
        armed.append(True)
        library.settle()
    with opened() as library:
        assert library.ledger.decisions.unapplied() == []
        assert "wooden" not in stored_text(library, other).lower()
        assert library.check(complete=True).problems == ()
    assert b"wooden" not in everything(tmp_path / "home").lower()


def test_an_erased_document_loses_its_decisions(tmp_path: Path, opened: Callable[..., Any]) -> None:
    path = write(tmp_path, "report.txt", REPORT)
    with opened() as library:
        identity = library.ingest(path).document_id
        mask_phrase(library, path, "five minutes")
        mask_phrase(library, path, "wooden ladder", everywhere=True)
        assert len(library.ledger.decisions.of(identity)) == 2
        library.erase([identity])
        (left,) = library.ledger.decisions.of(identity)
        assert left.decision.scope is Scope.EVERYWHERE
        library.ingest(path)
        assert "five minutes" in stored_text(library, identity) and "wooden" not in stored_text(library, identity)


def test_what_cannot_be_decided_is_refused(tmp_path: Path, opened: Callable[..., Any]) -> None:
    number = "943 476 5919"
    more = f"3.2 His NHS number {number} was on the door.\n3.3 The detainee is called Mr Li.\n"
    path = write(tmp_path, "report.txt", f"{REPORT}{more}")
    with opened() as library:
        identity = library.ingest(path).document_id
        examination = library.reviewing.examine(path, everything=True)
        doubt = doubt_of(examination, number)
        with pytest.raises(NeedsType):
            library.reviewing.decide(examination, doubt, Action.KEEP)
        assert library.ledger.decisions.of(identity) == []
        library.reviewing.decide(examination, doubt, Action.KEEP, kind="ID")
        library.reviewing.apply(examination)
        assert number not in stored_text(library, identity), "it may be a telephone number too"
        library.reviewing.decide(examination, doubt, Action.KEEP, kind="CONTACT")
        library.reviewing.apply(examination)
        assert number in stored_text(library, identity)
        examination = library.reviewing.examine(path, everything=True)
        shortest = min(examination.doubts, key=lambda doubt: len(examination.surface(doubt)))
        assert examination.surface(shortest) == "Li"
        with pytest.raises(TooShortEverywhere):
            library.reviewing.decide(examination, shortest, Action.MASK, everywhere=True)
        with pytest.raises(NotIngested):
            library.reviewing.examine(write(tmp_path, "new.txt", OTHER))


def test_no_surface_decided_on_is_in_any_byte_of_the_home(tmp_path: Path, opened: Callable[..., Any]) -> None:
    path = write(tmp_path, "Brackenbury wooden ladder.txt", HELD)
    surfaces: set[str] = {"Brackenbury", "Zoltan", "wooden ladder", "five minutes"}
    with opened() as library:
        library.ingest(path)
        ingest_other(library, tmp_path)
        examination = library.reviewing.examine(path, everything=True)
        for doubt in examination.doubts:
            if doubt.words <= 24:
                library.reviewing.decide(examination, doubt, Action.MASK, everywhere=doubt.places[0].segment % 2 == 0)
                surfaces.add(examination.surface(doubt))
        mask_phrase(library, path, "five minutes")
        mask_phrase(library, path, "wooden ladder", everywhere=True)
        library.reviewing.release(examination, [doubt for doubt in examination.doubts if doubt.words > 24])
        record = library.reviewing.apply(examination).record
        assert record.status is DocumentStatus.INDEXED
        assert "wooden" not in record.source.lower() and "Brackenbury" not in record.source
    assert len(surfaces) > 5
    held = everything(tmp_path / "home")
    assert [surface for surface in sorted(surfaces) for form in forms(surface) if form in held] == []


def test_the_ledger_keeps_hashes_and_a_later_decision_replaces_an_earlier_one(
    tmp_path: Path, opened: Callable[..., Any]
) -> None:
    with opened() as library:
        table = library.ledger.decisions
        assert table.fingerprint("d-1") == ""
        keep = Decision(Action.KEEP, Scope.DOCUMENT, "NAME", "ab" * 32, 2)
        mask = Decision(Action.MASK, Scope.EVERYWHERE, "NAME", "ab" * 32, 2)
        table.record("d-1", keep, "p")
        before = table.fingerprint("d-1")
        table.record("d-2", mask, "p")
        assert table.fingerprint("d-1") not in ("", before)
        assert [stored.decision for stored in table.of("d-1")] == [keep, mask]
        assert [stored.decision for stored in table.of("d-3")] == [mask]
        table.record("d-1", keep, "p")
        assert [stored.decision for stored in table.of("d-1")] == [mask, keep]
        assert table.unapplied() == [EVERYWHERE]
        rows = library.ledger.audit.rows()
        assert [(row.action, row.document_id, row.item) for row in rows] == [
            ("keep", "d-1", "ab" * 6), ("mask_everywhere", "d-2", "ab" * 6), ("keep", "d-1", "ab" * 6),
        ]  # fmt: skip


def test_a_ledger_of_the_version_before_is_brought_up_to_date(tmp_path: Path, opened: Callable[..., Any]) -> None:
    path = write(tmp_path, "report.txt", REPORT)
    with opened() as library:
        identity = library.ingest(path).document_id
    take_back(tmp_path / "home" / "ledger.sqlite", 1)
    with Library.open(tmp_path / "home", embedder=WordsEmbedder(), redactor=None) as reader:
        assert reader.ledger.document(identity) is not None
        items = reader.ledger.review(identity)
        assert ("open", "INDIRECT", None) in {(item.standing, item.type, item.block) for item in items}
        # What was there before the audit has a row that says so.
        checked = reader.ledger.audit.verify()
        assert (checked.rows, checked.before, checked.problem) == (1, 1, None)
