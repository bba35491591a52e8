"""The whole way: segments in, redacted segments out."""

from __future__ import annotations

import pytest

from redaction import DetectorFailed, Policy, RedactedText, Redactor, TextTooLong, UnsupportedLanguage
from redaction.span import Span

REPORT = [
    "Report on an unannounced visit to HMP Ellerbank, 4 to 6 March 2025",
    "Inspectors: Bríd Ní Mhaoláin, Tobias Achterhuis and Dr Noor Benhaddou.",
    "2.1 Oluwaseun Adebanjo (prison number A4821KX), aged 34, told us that Officer Craig Penhaligon had locked his door.",  # noqa: E501
    "2.2 Mr Adebanjo's mother, Mrs Ronke Adebanjo, had written twice.",
    "2.3 Showers in Marlow House were clean. The visit took place under Article 20 of OPCAT and Rule 43 of the Nelson "
    "Mandela Rules.",
    "Recommendation 1. The Governor should review the records of ADEBANJO and of Penhaligan.",
]


def test_names_and_numbers_go_and_institutions_stay(redactor: Redactor) -> None:
    """Every spelling of a person is masked; places, rules and dates of visits are not."""
    result = redactor.redact(REPORT)
    text = "\n".join(result.segments)
    for gone in (
        "Adebanjo",
        "ADEBANJO",
        "Oluwaseun",
        "Penhalig",
        "Ronke",
        "Maoláin",
        "Achterhuis",
        "Benhaddou",
        "A4821KX",
    ):
        assert gone not in text
    for kept in ("HMP Ellerbank", "4 to 6 March 2025", "Marlow House", "Article 20 of OPCAT", "Nelson Mandela Rules"):
        assert kept in text
    assert "in their 30s" in text
    assert result.clean
    assert all(isinstance(segment, RedactedText) for segment in result.segments)


def test_one_person_has_one_pseudonym(redactor: Redactor) -> None:
    """Full name, surname and capitals link to one pseudonym; the relative of the same surname has another."""
    result = redactor.redact(REPORT)
    person = {
        span.replacement
        for span in result.spans
        if REPORT[span.segment][span.start : span.end] in ("Oluwaseun Adebanjo", "ADEBANJO")
    }
    mother = {span.replacement for span in result.spans if "Ronke" in REPORT[span.segment][span.start : span.end]}
    assert len(person) == 1 and len(mother) == 1
    assert person.isdisjoint(mother)
    assert next(iter(person)).startswith("[DETAINEE ")


def test_spans_point_at_the_original(redactor: Redactor) -> None:
    """Replaying the spans on the original gives the output."""
    result = redactor.redact(REPORT)
    for number, segment in enumerate(REPORT):
        text = segment
        for span in reversed([span for span in result.spans if span.segment == number]):
            text = text[: span.start] + span.replacement + text[span.end :]
        assert text == str.__str__(result.segments[number])


def test_redacting_again_changes_nothing(redactor: Redactor) -> None:
    """Pseudonyms are never masked again."""
    once = [str.__str__(segment) for segment in redactor.redact(REPORT).segments]
    again = redactor.redact(once)
    assert [str.__str__(segment) for segment in again.segments] == once
    assert not again.spans


def test_text_without_people_is_untouched(redactor: Redactor) -> None:
    """No span at all where there is no person."""
    text = [
        "Between 3 and 9 June 2024 the Committee visited Rowan Ward, St Aidan's Prison and the Mary Seacole Centre.",
        "In Aksoy v. Turkey the Court recalled Article 3. Of 412 places, 380 were occupied in May.",
        "Recommendation 4. The Ministry of Justice should publish the figures by 1 September 2025.",
    ]
    assert not redactor.redact(text).spans


@pytest.mark.parametrize(
    "trick",
    [
        "Mr Kow\u200balczewski refused food.",
        "Mr K\u043ewalczewski refused food.",
        "Mr Kowal\u00adczewski refused food.",
        "Mr \u202eKowalczewski\u202c refused food.",
        "Mr\u00a0KOWALCZEWSKI refused food.",
        "Mr Kowal-\nczewski refused food.",
        "Mr Ko\u0301walczewski refused food.",
    ],
)
def test_tricks_inside_a_name_do_not_hide_it(redactor: Redactor, trick: str) -> None:
    """Invisible characters, look-alikes, odd spaces and line ends change nothing."""
    result = redactor.redact([trick])
    assert len(result.spans) == 1
    text = str.__str__(result.segments[0])
    assert "czewski" not in text and "CZEWSKI" not in text and "refused food" in text


def test_name_cut_by_a_segment_border(redactor: Redactor) -> None:
    """Both halves of a hyphenated name go."""
    result = redactor.redact(["The complaint of Ms Ingeborg Vanderhaeghe-", "Lindqvist was not answered."])
    text = " ".join(result.segments)
    assert "Vanderhaeghe" not in text and "Lindqvist" not in text


def test_surname_first_initials_and_nicknames(redactor: Redactor) -> None:
    """Usual orders of a name are seen as one name."""
    result = redactor.redact(
        [
            "The register lists QUILLFEATHER, Jerome and Obradović, D. for the same cell.",
            'Maurice "Spanner" Tregothnan met R. J. Featherstonehaugh on the landing. Spanner\'s notes were clear.',
        ]
    )
    text = " ".join(result.segments)
    for gone in ("QUILLFEATHER", "Jerome", "Obradović", "Spanner", "Tregothnan", "Featherstonehaugh"):
        assert gone not in text


def test_names_that_are_words_keep_the_words(redactor: Redactor) -> None:
    """The person goes, the month and the virtue stay."""
    result = redactor.redact(
        [
            "Mrs April Hope met the team. The visit ended on 3 April 2024.",
            "There is hope that work will begin in April.",
            "Mrs Hope agreed.",
        ]
    )
    text = " ".join(result.segments)
    assert "3 April 2024" in text and "There is hope" in text and "in April" in text
    assert "April Hope" not in text and "Mrs Hope" not in text


def test_foreign_documents_are_refused(redactor: Redactor) -> None:
    """A German report raises, with a hint and without its text."""
    german = "Die Gefangenen wurden während der Nacht in einer kalten Zelle ohne Decke untergebracht und klagten über Hunger."  # noqa: E501
    with pytest.raises(UnsupportedLanguage) as caught:
        redactor.redact([german, german.replace("Hunger", "Kälte")])
    assert caught.value.hint
    assert "Gefangenen" not in str(caught.value)


def test_foreign_passage_holds_the_document(redactor: Redactor) -> None:
    """A long quotation in another language inside an English report is not passed over in silence."""
    english = "The delegation visited the prison and spoke with all of the people who were held there at the time. " * 4
    french = (
        "Je suis dans cette cellule depuis trois semaines et personne ne veut répondre à mes demandes, ni le médecin ni le "  # noqa: E501
        "directeur, et ma famille ne sait pas où je suis."
    )
    result = redactor.redact([english, french])
    assert any(item.type == "LANGUAGE" and item.segment == 1 for item in result.review)
    assert not result.clean and result.residue[0].segment == 1


def test_limit() -> None:
    """A text beyond the limit is refused before any work."""
    redactor = Redactor(Policy.default())
    with pytest.raises(TextTooLong):
        redactor.redact(["a" * (Policy.default().max_characters + 1)])


class Broken:
    """A detector that fails, with text of the report in its error."""

    name = "broken"

    def detect(self, text: str) -> list[Span]:
        """Fail."""
        raise RuntimeError(text)


def test_a_failed_detector_holds_the_document() -> None:
    """The error is typed and quotes nothing."""
    with pytest.raises(DetectorFailed) as caught:
        Redactor(detectors=[Broken()]).redact(["The cell of Ms Ferreira-Okonkwo was cold."])
    assert "Ferreira" not in str(caught.value)
    assert caught.value.__cause__ is None


@pytest.mark.parametrize("segments", [[], [""], ["   \n "], ["\x00\x01"], ["|||"], ["\u202e\u200b"]])
def test_empty_and_odd_texts(redactor: Redactor, segments: list[str]) -> None:
    """Nothing to do is no error."""
    result = redactor.redact(segments)
    assert len(result.segments) == len(segments)
    assert result.clean and not result.spans


def test_file_name(redactor: Redactor) -> None:
    """Names and numbers of the document leave the file name; ordinary words stay."""
    result = redactor.redact(REPORT)
    name = redactor.redact_name("2025-03_visit_Ellerbank_ADEBANJO-A4821KX_final report.pdf", result)
    assert "ADEBANJO" not in name and "A4821KX" not in name
    assert name.endswith(".pdf") and "visit" in name and "final report" in name and "2025-03" in name


def test_nothing_found_is_shown_by_repr(redactor: Redactor) -> None:
    """Tracebacks and logs of a redaction hold no name."""
    assert "Adebanjo" not in repr(redactor.redact(REPORT))
    assert "adebanjo" not in repr(redactor.redact(REPORT))


def test_office_holders_may_stay_named() -> None:
    """A deployment can leave a public office holder named."""
    policy = Policy.default()
    named = Policy.from_toml(_policy_with("Leonora Whitcombe-Sato"))
    text = ["The Minister, Leonora Whitcombe-Sato, replied on 4 May 2025. Mr Hamid Qureshi-Lund did not."]
    assert "Leonora" not in Redactor(policy).redact(text).segments[0]
    kept = Redactor(named).redact(text).segments[0]
    assert "Leonora Whitcombe-Sato" in kept and "Qureshi" not in kept


def _policy_with(name: str) -> str:
    from importlib import resources

    text = resources.files("redaction.data").joinpath("policy.toml").read_text(encoding="utf-8")
    return text.replace("names = []", f'names = ["{name}"]')


def test_without_patterns_only_the_rest_reads() -> None:
    from redaction.analyzer import Part

    text = "Mr Oswin Tarbuck rang 020 7946 0991 from 12 Nettle Street, Ford."
    whole, less = (
        Redactor().redact([text]),
        Redactor(without=frozenset({Part.PATTERNS, Part.CLASSIFIER})).redact([text]),
    )
    assert "0991" not in whole.segments[0] and "0991" in less.segments[0]
    assert "Tarbuck" not in less.segments[0]


def test_a_name_ends_with_its_sentence() -> None:
    """What the next person says must not become what the first one says."""
    result = Redactor().redact(["We spoke to Mr Frost. Amber disagreed.", "He wrote to J. R. Tolland."])
    assert result.segments[0].startswith("We spoke to Mr [") and "]. [" in result.segments[0]
    assert result.segments[1].count("[") == 1


def test_names_of_files_lose_the_parts_of_known_names() -> None:
    result = Redactor().redact(["Miss Joy Christmas came; her photograph is joy_christmas.jpg. At christmas she left."])
    assert "christmas.jpg" not in result.segments[0] and "At christmas" in result.segments[0]
