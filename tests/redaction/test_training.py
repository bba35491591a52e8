"""What the classifier is trained on: every template fills, and every character has its right classes."""

from __future__ import annotations

import json
import re
from pathlib import Path
from random import Random
from typing import Any

import pytest

from redaction.classification.classifier import CLASSES
from redaction.training import codes, honours, judgments, mixture, shorthand, template
from redaction.training.filling import ALL, CAPITALISED, ORDINARY, Filler, allowed
from redaction.training.inventory import Inventory
from redaction.training.noise import damage
from redaction.training.persons import Person
from redaction.training.template import Template

INVENTORY = Inventory.load()
TEMPLATES = template.load()


def marked(text: str, seed: int = 1) -> list[tuple[str, str]]:
    """Fill one template and return its runs with their classes."""
    example = Filler(Random(seed), INVENTORY).fill(Template("t", text))
    runs: list[tuple[str, int]] = []
    for character, bits in zip(example.text, example.sets, strict=True):
        if runs and runs[-1][1] == bits:
            runs[-1] = (runs[-1][0] + character, bits)
        else:
            runs.append((character, bits))
    names = {allowed(label): label for label in CLASSES}
    return [(value, names.get(bits, "several")) for value, bits in runs]


def test_every_template_fills() -> None:
    filler = Filler(Random(3), INVENTORY)
    assert len(TEMPLATES) > 1000
    for one in TEMPLATES:
        example = filler.fill(one)
        assert len(example.text) == len(example.sets)
        assert "{" not in example.text and "[[" not in example.text, one.text
        assert all(0 < bits <= ALL for bits in example.sets)


def test_slots_and_marks_carry_their_classes() -> None:
    runs = marked("saw {p1.full} in {cell}, [[INDIRECT|the only {job}]]")
    assert [label for value, label in runs if value.strip(" ,")] == ["O", "NAME", "O", "CELL", "INDIRECT"]
    assert runs[-1][0].startswith("the only ")


def test_things_named_after_people_are_no_names() -> None:
    for kind in sorted(honours.FORMS):
        for seed in range(12):
            runs = marked(f"at {{n1.{kind}}} yesterday", seed)
            assert not any(label == "NAME" for _, label in runs), runs


def test_a_thing_is_called_by_its_bare_name_later() -> None:
    for seed in range(30):
        example = Filler(Random(seed), INVENTORY).fill(Template("t", "{n1.prison}|{n1.short}"))
        whole, bare = example.text.split("|")
        assert bare in whole


def test_a_whole_name_never_stands_for_a_thing() -> None:
    for seed in range(60):
        # The same chance draws the same person first.
        person = Person(Random(seed), INVENTORY)
        thing = honours.Honour(Random(seed), INVENTORY)
        thing.form("prison")
        assert thing.form("short") != f"{person.given} {person.family}"


def test_numbers_of_offices_are_nobody_s_and_rooms_are_somebody_s() -> None:
    runs = marked("see {docref}, {statute}, {hotline}, {mailbox} and {room}")
    assert [label for value, label in runs if label not in ("O", "several")] == ["CELL"]


def test_patterns_are_filled() -> None:
    for draw in (codes.room, codes.document, codes.statute, codes.hotline):
        for seed in range(40):
            assert draw(Random(seed)) == draw(Random(seed))
            assert "2099" not in draw(Random(seed))


def test_shorthand_of_one_person_is_personal_and_that_of_a_place_is_not() -> None:
    runs = marked("{clinage}; {spot}; {seat}; {pday}; {handle}")
    assert [label for value, label in runs if value != "; "] == ["AGE", "CELL", "CELL", "DATE_PERSONAL", "CONTACT"]
    assert {label for _, label in marked("by the {abbr} on {vday}")} <= {"O", "several"}


def test_shorthand_is_filled() -> None:
    for seed in range(200):
        spot, seat = shorthand.spot(Random(seed)), shorthand.seat(Random(seed))
        assert "{" not in spot and spot == shorthand.spot(Random(seed))
        assert any(character.isdigit() for character in seat)
        account = shorthand.handle(Random(seed), "Şükrü", "Ó Duibhir")
        assert account.isascii() and " " not in account
        assert " " not in shorthand.abbreviation(Random(seed))


def test_ages_of_notes_are_those_of_people() -> None:
    drawn = {shorthand.age(Random(seed)) for seed in range(400)}
    assert any(re.fullmatch(r"\d\d[MF]", one) for one in drawn)
    assert any(re.fullmatch(r"[mf]/\d\d", one, re.IGNORECASE) for one in drawn)
    assert any(re.fullmatch(r"forty-\w+", one) for one in drawn)
    assert all(13 <= int(years[0]) <= 88 for one in drawn if (years := re.findall(r"\d+", one)))


def test_a_personal_day_and_a_visit_day_look_alike() -> None:
    filler = Filler(Random(4), INVENTORY)
    mine, ours = (
        {re.sub(r"\d+", "9", filler.fill(Template("t", f"{{{slot}}}")).text) for _ in range(300)}
        for slot in ("pday", "vday")
    )
    assert len(mine & ours) > 40


def test_rotas_sort_people_by_family_name() -> None:
    for seed in range(40):
        person = Person(Random(seed), INVENTORY)
        assert person.form("lasti").casefold().startswith(person.form("last").casefold())
        assert person.form("uplast") == person.form("last").upper()
        assert person.form("uplast") in person.form("heads")
        assert person.form("firsti").startswith(person.form("first"))


def test_a_family_in_focus_is_filled_three_times_as_often() -> None:
    some = [Template("plain", "one {p1.last}"), Template("dear_one", "two {p1.last}")]
    mix = mixture.Mixture(Random(1), INVENTORY, some, [], [])
    text = " ".join(example.text.lower() for example in mix.epoch(10, "dear"))
    assert text.count("two") > 2 * text.count("one")


def test_states_are_averaged() -> None:
    torch = pytest.importorskip("torch")
    from redaction.training.average import average

    first, second = {"w": torch.ones(2), "n": torch.tensor(3)}, {"w": torch.zeros(2), "n": torch.tensor(9)}
    mean = average([(first, 0.75), (second, 0.25)])
    assert mean["w"].tolist() == [0.75, 0.75]
    assert mean["n"].item() == 3
    with pytest.raises(ValueError):
        average([(first, 0.75)])


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_weights_are_read_back_from_an_export(tmp_path: Path) -> None:
    torch = pytest.importorskip("torch")
    pytest.importorskip("onnx")
    from onnxruntime.quantization import QuantType, quantize_dynamic

    from redaction.training.restore import restored, start_of

    def layers() -> Any:
        return torch.nn.Sequential(torch.nn.Linear(8, 6), torch.nn.ReLU(), torch.nn.Linear(6, 3))

    torch.manual_seed(1)
    trained = layers()
    plain, small = tmp_path / "plain.onnx", tmp_path / "small.onnx"
    torch.onnx.export(trained, (torch.ones(2, 4, 8),), str(plain), dynamo=False)
    quantize_dynamic(plain, small, weight_type=QuantType.QInt8, per_channel=True)
    state = start_of(small, layers())
    for name, value in trained.state_dict().items():
        step = value.abs().max() / 100
        assert torch.allclose(state[name], value, atol=float(step)), name
    torch.save(state, tmp_path / "kept.pt")
    assert start_of(tmp_path / "kept.pt", layers()).keys() == state.keys()
    with pytest.raises(ValueError, match="not in the file"):
        restored(small, torch.nn.Sequential(*layers(), torch.nn.Linear(3, 2)))


def test_one_key_is_one_person() -> None:
    example = Filler(Random(9), INVENTORY).fill(Template("t", "{p1.last}|{p1.last}|{p2.last}"))
    first, again, _ = example.text.split("|")
    assert first == again


def test_capitalised_literals_may_be_bodies_but_never_names() -> None:
    filler = Filler(Random(1), INVENTORY)
    example = filler.fill(Template("t", "the Ministry of Justice"))
    assert set(example.sets) == {ORDINARY, CAPITALISED}
    assert not CAPITALISED & allowed("NAME")


def test_held_out_families_exist_and_are_not_trained_on() -> None:
    families = {one.family for one in TEMPLATES}
    assert set(mixture.HELD_OUT) <= families
    only = [one for one in TEMPLATES if one.family in mixture.HELD_OUT]
    mix = mixture.Mixture(Random(1), INVENTORY, only, [], [])
    assert list(mix.epoch(1)) == []
    assert mix.held_out(1)


def test_noise_keeps_every_character_in_place() -> None:
    filler = Filler(Random(5), INVENTORY)
    for seed in range(60):
        example = filler.fill(TEMPLATES[seed])
        assert len(damage(example, Random(seed)).text) == len(example.sets)


def test_the_same_seed_gives_the_same_text() -> None:
    first, second = (
        [e.text for e in mixture.Mixture(Random(7), INVENTORY, TEMPLATES[:30], [], []).epoch(2)] for _ in range(2)
    )
    assert first == second


@pytest.fixture
def case(tmp_path: Path) -> Path:
    text = "The applicant, Mr Jan Kowal, lives in Brno. KOWAL complained (no. 123/45)."

    def mention(kind: str, surface: str) -> dict[str, object]:
        start = text.index(surface)
        return {"entity_type": kind, "start_offset": start, "end_offset": start + len(surface)}

    mentions = [
        mention("PERSON", "Mr Jan Kowal"),
        mention("PERSON", "KOWAL"),
        mention("CODE", "123/45"),
        mention("LOC", "Brno"),
    ]
    path = tmp_path / "cases.json"
    path.write_text(json.dumps([{"text": text, "annotations": {"a": {"entity_mentions": mentions}}}]))
    return path


def test_judgments_leave_titles_outside_names(case: Path) -> None:
    (example,) = judgments.read(case)
    assert example.sets[example.text.index("Mr")] == ORDINARY
    assert example.sets[example.text.index("Jan")] == allowed("NAME")
    assert example.sets[example.text.index("123")] == allowed("ID")


def test_renamed_judgments_name_the_same_person_alike(case: Path) -> None:
    (example,) = judgments.read(case)
    other = judgments.renamed(example, Random(2), INVENTORY)
    assert len(other.text) == len(other.sets)
    assert "Kowal" not in other.text and "KOWAL" not in other.text
    names = "".join(c if b == allowed("NAME") else " " for c, b in zip(other.text, other.sets, strict=True)).split()
    assert names[-1].lower() == names[-2].lower()
