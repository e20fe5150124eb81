"""Mail messages: subject, date, and the body as plain text where there is one."""

import email
import re
from email.errors import MessageError
from email.message import EmailMessage, MIMEPart
from email.policy import default
from email.utils import parsedate_to_datetime

from kg.errors import InputError
from kg.ingest import html
from kg.ingest.content import Content
from kg.ingest.encoding import decode

# The standard library takes a minute over a header of two megabytes, and recurses once per nested part.
_HEADER_BYTES = 256 * 1024
_PARTS = 500
_DEPTH = 50
_NESTING = re.compile(rb"^content-type:\s*(?:multipart|message)/", re.IGNORECASE | re.MULTILINE)
_PART = re.compile(rb"^content-type:", re.IGNORECASE | re.MULTILINE)
_HEADER = re.compile(rb"\A(?:From |[!-9;-~]+[ \t]*:)")
_BLANK = re.compile(rb"\r?\n\r?\n")


def read_mail(data: bytes) -> Content:
    """Body of a message without its attachments; Date is when it was published."""
    _check(data)
    message = email.message_from_bytes(data, policy=default)
    body = message.get_body(("plain", "html"))
    text = _text(body)
    if not text.strip() and (other := message.get_body(("html",))) is not None:
        text = _text(other)
    return Content(text, title=str(message.get("Subject", "")), published=_sent(message))


def _check(data: bytes) -> None:
    if not _HEADER.match(data):
        raise InputError("is not a mail message (it begins with no header); rename it .txt if it is text")
    end = _BLANK.search(data)
    size = end.start() if end else len(data)
    if size > _HEADER_BYTES:
        limit = _HEADER_BYTES // 1024
        raise InputError(f"has {size // 1024} KB of headers, over the limit of {limit} KB; save its body alone")
    nested, parts = len(_NESTING.findall(data)), len(_PART.findall(data))
    if nested > _DEPTH or parts > _PARTS:
        limits = f"limits {_PARTS} and {_DEPTH}"
        raise InputError(f"has {parts} parts, {nested} of them nested ({limits}); save its body alone")


def _text(body: MIMEPart | None) -> str:
    if body is None:
        return ""
    payload = body.get_payload(decode=True)
    data = payload if isinstance(payload, bytes) else b""
    if body.get_content_type() == "text/html":
        return html.read_html(data).text if data.strip() else ""
    return decode(data, body.get_content_charset())


def _sent(message: EmailMessage) -> str | None:
    try:
        return parsedate_to_datetime(str(message["Date"])).date().isoformat()
    except (TypeError, ValueError, MessageError):
        return None
