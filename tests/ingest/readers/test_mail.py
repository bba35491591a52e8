"""E-mail: headers, text, web page, attachments."""

from email.message import EmailMessage

import pytest

from ingest.errors import EncryptedFile
from ingest.intake.file import take_in_bytes
from ingest.readers import read
from ingest.readers.mail import read_mail


def message():
    made = EmailMessage()
    made["From"] = "Ragna Sollid <ragna@board.example>"
    made["To"] = "clerk@council.example"
    made["Subject"] = "Visit to the cells at Havnegata"
    made["Date"] = "Mon, 06 May 2024 10:00:00 +0000"
    return made


def test_headers_text_and_attachments():
    made = message()
    made.set_content("1. The cells were cold.\n\nRecommendation 1. The council should mend the heating.\n")
    made.add_alternative("<p>The same in another form.</p>", subtype="html")
    made.add_attachment(b"%PDF-1.4 and so on", maintype="application", subtype="pdf", filename="a.pdf")
    inner = message()
    inner.set_content("An older message.")
    made.add_attachment(inner)
    file = take_in_bytes("visit.eml", made.as_bytes())
    report = read(file)
    assert file.media == "email"
    assert [block.text for block in report.blocks] == [
        "Visit to the cells at Havnegata",
        "From: Ragna Sollid <ragna@board.example>",
        "To: clerk@council.example",
        "Date: Mon, 06 May 2024 10:00:00 +0000",
        "1. The cells were cold.",
        "Recommendation 1. The council should mend the heating.",
    ]
    assert report.warnings == ("The message has 2 attachments; they were not opened or kept. Give them as files.",)


def test_a_web_page_where_there_is_no_text():
    made = message()
    made.set_content("<h1>Reply</h1><p>Seen.</p><p style='display:none'>unseen</p>", subtype="html")
    report = read_mail(made.as_bytes())
    assert [block.text for block in report.blocks][-2:] == ["Reply", "Seen."]
    assert report.warnings == ("1 hidden parts of the page were withheld.",)


def test_an_encrypted_message_is_refused():
    with pytest.raises(EncryptedFile):
        read_mail(
            b"From: a@b.example\nSubject: x\nContent-Type: application/pkcs7-mime; smime-type=enveloped-data\n\nMII=\n"
        )


@pytest.mark.parametrize(("name", "media"), [("note.txt", "text"), ("note.md", "markdown")])
def test_a_note_with_a_subject_line_is_no_message(name, media):
    assert take_in_bytes(name, b"From: the board\nSubject: heating\n\nThe heating is broken.\n").media == media
