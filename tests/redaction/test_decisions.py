from __future__ import annotations

import pytest

from redaction import Redactor
from redaction.checking.decisions import Action, Decision, Decisions, Scope
from redaction.checking.doubts import Doubt, Standing, doubts
from redaction.checking.surface import SurfaceHash, words_of
from redaction.span import Span, SpanType
from redaction.text import public_text

KEY = bytes(range(32))
NHS = "943 476 5919"  # the check digit of the usual example number is right


def decided(action: Action, surface: str, kind: str = "NAME", *, explicit: bool = False) -> Decision:
    return Decision(action, Scope.DOCUMENT, kind, SurfaceHash(KEY).of(surface), words_of(surface), explicit)


def book(*decisions: Decision) -> Decisions:
    return Decisions(KEY, decisions)


def found(text: str, redactor: Redactor, *decisions: Decision) -> tuple[Doubt, ...]:
    redaction = redactor.redact([text], book(*decisions))
    return doubts([text], redaction, SurfaceHash(KEY), redactor.review_threshold)


@pytest.mark.parametrize("other", ["BRANWELL  TUKE", "Branwell\nTuke", "branwéll-tuke", "Bran\u200bwell Tuke"])
def test_one_hash_for_every_way_to_write_a_surface(other: str) -> None:
    surfaces = SurfaceHash(KEY)
    assert surfaces.of("Branwell Tuke") == surfaces.of(other)
    assert surfaces.of("Branwell Tuke") != surfaces.of("Branwell Duke")
    assert SurfaceHash(b"other" * 7).of("Branwell Tuke") != surfaces.of("Branwell Tuke")
    assert "tuke" not in surfaces.of("Tuke")


def test_spaces_in_numbers_do_not_count_but_those_between_words_do() -> None:
    surfaces = SurfaceHash(KEY)
    assert surfaces.of("0770 0900 123") == surfaces.of("07700900123")
    assert surfaces.of("Anna Lee") != surfaces.of("Annalee")


def test_masks_are_found_by_their_hash_alone() -> None:
    text = "Brown Quill, as BROWN QUILL was known, and the brown quills. It was brown. Quill went."
    masks = book(decided(Action.MASK, "brown quill")).read(text).masks
    assert [text[span.start : span.end] for span in masks] == ["Brown Quill", "BROWN QUILL"]
    assert {(span.type, span.detectors) for span in masks} == {(SpanType.NAME, ("review",))}


def test_a_number_is_found_in_any_grouping_and_never_across_segments() -> None:
    decisions = book(decided(Action.MASK, "554 0091", "ID"))
    assert len(decisions.read("file 5540091, file 55-400-91, file 554\x1e0091").masks) == 2


def test_keep_leaves_the_surface_and_what_lies_within_it_and_nothing_longer() -> None:
    text = "Rose Ward is a ward; Rose Ward Hallam is not."
    ruling = book(decided(Action.KEEP, "Rose Ward")).read(text)
    spans = [Span(at, at + len(name), SpanType.NAME, 0.9, ("names",)) for at, name in ((0, "Rose Ward"), (5, "Ward"))]
    longer = Span(21, 37, SpanType.NAME, 0.9, ("names",))
    other = Span(5, 9, SpanType.CELL, 0.9, ("cell",))
    spans.append(Span(0, 9, SpanType.CONTACT, 0.9, ("contact",)))
    mine = Span(0, 9, SpanType.NAME, 1.0, ("names", "review"))
    assert text[21:37] == "Rose Ward Hallam"
    assert ruling.without_kept([*spans, longer, other, mine]) == [longer, other, mine]
    assert ruling.without_kept(reversed(spans)) == []


def test_short_surfaces_mean_one_thing_at_a_time() -> None:
    text = "3 to 5 May: see 3.14, 1,300 and cell 3."
    ruling = book(decided(Action.KEEP, "3", "DATE_PERSONAL")).read(text)
    assert ruling.keeps(0, 1, SpanType.DATE_PERSONAL) and not ruling.keeps(37, 38, SpanType.CELL)
    masks = book(decided(Action.MASK, "3", "CELL")).read(text).masks
    assert [span.start for span in masks] == [0, 37]


def test_a_right_check_digit_is_kept_only_by_a_decision_that_says_so() -> None:
    for explicit in (False, True):
        ruling = book(decided(Action.KEEP, NHS, "ID", explicit=explicit)).read(f"Number {NHS} was noted.")
        assert ruling.keeps(7, 19, SpanType.ID) is explicit
    assert book(decided(Action.KEEP, "943 476 5918", "ID")).read("943 476 5918").keeps(0, 12, SpanType.ID)


def test_the_later_decision_holds() -> None:
    keep, mask = decided(Action.KEEP, "Quill"), decided(Action.MASK, "Quill")
    assert len(book(keep, mask).read("Quill").masks) == 1
    assert book(mask, keep).read("Quill").masks == ()
    assert book(mask, keep).read("Quill").keeps(0, 5, SpanType.NAME)


def test_only_a_mask_holds_everywhere() -> None:
    for action in (Action.KEEP, Action.RELEASE):
        with pytest.raises(ValueError, match="everywhere"):
            Decision(action, Scope.EVERYWHERE, "NAME", "00", 1)


def test_release_accepts_the_exact_surface() -> None:
    decisions = book(decided(Action.RELEASE, "a long passage of text", "LANGUAGE"))
    assert decisions.accepts("A long passage of TEXT.", "LANGUAGE")
    assert not decisions.accepts("A long passage of text and more", "LANGUAGE")
    assert not decisions.accepts("a long passage of text", "NAME")
    assert not book(decided(Action.MASK, "Quill")).accepts("Quill", "NAME")


TEXT = "Mr Zoltan Brackenbury complained that the heating failed. Officers told Mr Brackenbury to wait for help."


def test_keep_undoes_a_mask_with_its_repeats_of_the_same_surface(redactor: Redactor) -> None:
    plain = redactor.redact([TEXT])
    assert "Brackenbury" not in plain.segments[0]
    surfaces = {TEXT[span.start : span.end] for span in plain.spans}
    kept = redactor.redact([TEXT], book(*(decided(Action.KEEP, surface) for surface in surfaces)))
    assert kept.segments[0] == TEXT and kept.clean
    some = redactor.redact([TEXT], book(decided(Action.KEEP, min(surfaces, key=len))))
    assert "Zoltan" not in some.segments[0] and some.clean


def test_mask_adds_what_no_detector_finds_and_leaves_nothing(redactor: Redactor) -> None:
    text = "The prisoners called the heating engineer the badger king. Nobody had seen The Badger-King since May."
    assert "badger king" in redactor.redact([text]).segments[0]
    redaction = redactor.redact([text], book(decided(Action.MASK, "badger king")))
    assert "adger" not in redaction.segments[0].lower() and redaction.clean
    assert {"review"} <= {name for span in redaction.spans for name in span.detectors}


def test_a_doubt_is_listed_once_until_it_is_decided(redactor: Redactor) -> None:
    sentence = "The only woman on the wing told us that she was afraid."
    text = f"{sentence} Staff knew. {sentence} Nothing was done."
    (doubt,) = [each for each in found(text, redactor) if each.type == "INDIRECT"]
    assert doubt.standing is Standing.OPEN and len(doubt.places) == 2
    surface = text[doubt.places[0].start : doubt.places[0].end]
    assert doubt.digest == SurfaceHash(KEY).of(surface) and doubt.words == words_of(surface)
    for action in (Action.KEEP, Action.RELEASE):
        assert "INDIRECT" not in {each.type for each in found(text, redactor, decided(action, surface, "INDIRECT"))}
    masked = redactor.redact([text], book(decided(Action.MASK, surface, "INDIRECT")))
    assert surface not in masked.segments[0] and "[detail]" in masked.segments[0]


DUTCH = (
    "De gedetineerden vertelden ons dat zij gedurende de hele week niet naar buiten mochten omdat er te weinig "
    "personeel aanwezig was en de directeur dat niet wilde veranderen voordat het nieuwe gebouw klaar is."
)
ENGLISH = (
    "The visitors saw every wing of the prison and spoke in private with many of the people who were held there. "
    "The kitchen was clean, the meals were hot, and the library was open on five days of the week. "
    "Nobody had been kept in the segregation unit for longer than two days in the last year, and the doctor "
    "came every morning to see those who had asked for her on the evening before."
)


def test_residue_holds_until_it_is_released(redactor: Redactor) -> None:
    segments = [ENGLISH, DUTCH]
    redaction = redactor.redact(segments)
    assert not redaction.clean
    listed = doubts(segments, redaction, SurfaceHash(KEY), 0.5)
    residue = [doubt for doubt in listed if doubt.standing is Standing.RESIDUE]
    assert [(doubt.type, doubt.places[0].segment) for doubt in residue] == [("LANGUAGE", 1)]
    place = residue[0].places[0]
    assert segments[1][place.start : place.end] == DUTCH
    assert redactor.redact(segments, book(decided(Action.RELEASE, DUTCH, "LANGUAGE"))).clean
    assert not redactor.redact(segments, book(decided(Action.RELEASE, DUTCH[:-20], "LANGUAGE"))).clean


def test_places_in_the_output_are_those_of_the_redacted_text(redactor: Redactor) -> None:
    text = f"Mr Zoltan Brackenbury wrote. {ENGLISH} The only woman on the wing was afraid."
    redaction = redactor.redact([text])
    for doubt in doubts([text], redaction, SurfaceHash(KEY), 0.5, everything=True):
        for place in doubt.places:
            shown = redaction.segments[0][place.first : place.last]
            original = text[place.start : place.end]
            assert shown == original if doubt.standing is Standing.OPEN else shown.startswith("[")


def test_masking_text_that_is_redacted_already(redactor: Redactor) -> None:
    text = public_text("Told [PERSON 1] that the Badger King, badger king, would come.")
    assert redactor.mask(text, book()) is text
    assert redactor.mask(text, book(decided(Action.KEEP, "badger king"))) is text
    masked = redactor.mask(text, book(decided(Action.MASK, "badger king", "ID"), decided(Action.MASK, "person", "ID")))
    assert masked == "Told [PERSON 1] that the [ID], [ID], would come."
