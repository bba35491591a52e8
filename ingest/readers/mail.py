"""E-mail: its headers, its text, and how many attachments were left unread."""

from __future__ import annotations

import email.policy
from dataclasses import replace
from email.message import EmailMessage
from email.parser import BytesParser

from ingest.errors import CorruptFile, EncryptedFile
from ingest.readers.html import read_html
from ingest.readers.oneline import one_line
from ingest.readers.plain import read_plain
from ingest.report import BlockKind, ParsedBlock, ParsedReport

_HEADERS = ("From", "To", "Cc", "Date")
_MOST_PARTS = 500


def read_mail(data: bytes) -> ParsedReport:
    """Read one message.

    The plain text is taken where the message has one, else its web page; what it carries beside that is counted and
    not opened. Subject, sender, receivers and date stand first, so that names in them are found as anywhere else.

    Raises:
        CorruptFile: no message, or one of more parts than messages have.
        EncryptedFile: its text is encrypted.
    """
    try:
        message = BytesParser(policy=email.policy.default).parsebytes(data)
        parts = list(_parts(message))
        head, properties = _headers(message)
        body, unread = _body(parts)
    except (CorruptFile, EncryptedFile):
        raise
    except Exception as error:  # the parser of the standard library raises many kinds on damaged headers
        raise CorruptFile() from error
    warnings = list(body.warnings)
    if unread:
        warnings.append(f"The message has {unread} attachments; they were not opened or kept. Give them as files.")
    return replace(body, blocks=(*head, *body.blocks), properties=properties, warnings=tuple(warnings))


def _parts(message: EmailMessage) -> list[EmailMessage]:
    found: list[EmailMessage] = []
    for part in message.walk():
        found.append(part)
        if len(found) > _MOST_PARTS:
            raise CorruptFile("The message has more parts than messages have.")
    return found


def _headers(message: EmailMessage) -> tuple[list[ParsedBlock], dict[str, str]]:
    blocks = []
    subject = one_line(str(message.get("Subject") or ""))
    if subject:
        blocks.append(ParsedBlock(BlockKind.HEADING, subject, level=1))
    for name in _HEADERS:
        value = one_line(str(message.get(name) or ""))
        if value:
            blocks.append(ParsedBlock(BlockKind.PARAGRAPH, f"{name}: {value}"))
    found = {
        "title": subject,
        "author": one_line(str(message.get("From") or "")),
        "created": str(message.get("Date") or ""),
    }
    return blocks, {key: one_line(value)[:500] for key, value in found.items() if value}


def _body(parts: list[EmailMessage]) -> tuple[ParsedReport, int]:
    texts: list[ParsedReport] = []
    pages: list[ParsedReport] = []
    unread = 0
    inside = 0  # parts of a message that is itself attached
    for part in parts:
        if inside:
            inside += len(part.get_payload()) - 1 if part.is_multipart() else -1
            continue
        kind = part.get_content_type()
        if kind == "multipart/encrypted" or kind.endswith("pkcs7-mime"):
            raise EncryptedFile("The message is encrypted.", "Save its text from the mail program, and give that.")
        if kind == "message/rfc822":
            unread += 1
            inside = len(part.get_payload()) if part.is_multipart() else 0
        elif part.is_multipart():
            continue
        elif part.get_content_disposition() == "attachment" or kind not in ("text/plain", "text/html"):
            unread += 1
        else:
            content = part.get_content().encode("utf-8", "replace")
            if content.strip():
                (texts if kind == "text/plain" else pages).append(
                    read_plain(content) if kind == "text/plain" else read_html(content)
                )
    chosen = texts or pages
    blocks = tuple(block for one in chosen for block in one.blocks)
    return ParsedReport(blocks, warnings=tuple(dict.fromkeys(w for one in chosen for w in one.warnings))), unread
