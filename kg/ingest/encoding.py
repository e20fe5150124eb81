"""Bytes to text: byte order mark, strict UTF-8, the declared charset, then a guess from a short list."""

import codecs
import re

from kg.errors import InputError

# UTF-32 stands before UTF-16, whose mark is the beginning of its own.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# Guessing among all that Python knows takes short Western texts for Johab or Big5.
_GUESSES = [
    "cp1252",
    "cp1250",
    "cp1251",
    "koi8_r",
    "cp1253",
    "cp1254",
    "mac_roman",
    "shift_jis",
    "euc_jp",
    "gb18030",
    "big5",
    "euc_kr",
]
_HEAD = 8192  # how much is looked at to tell text from binary, as grep and git do
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_CONTROL_SHARE = 0.05  # random bytes have 0.1
_FEW = 8  # stray control characters, which any text may have
# A guesser needs more than the one accent or curly quote an English text may have. Where few letters are not
# ASCII, all are such as Western texts have, and none is a capital after a small letter (what a Mac's quotes
# look like on Windows, and the reverse), the encoding is taken as Western.
_WESTERN = re.compile(
    "[\x00-\x7f\xa0ÀÂÄÁÃÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÖÕØŒÙÚÛÜàâäáãåæçèéêëìíîïñòóôöõøœùúûüÿß€£§©®°·«»‘’“”–—…•™½¼¾¡¿ºª´]*"
)
_CAPITAL_INSIDE = re.compile("[a-z][À-ÖØ-ÞŒ]|[a-zA-Z][¡¿£§©®]")
_WESTERN_SHARE = 0.15


def decode(data: bytes, declared: str | None = None) -> str:
    """Text of some bytes; ``declared`` is the charset a header or meta element names.

    Raises InputError for what is no text at all.
    """
    text = _decode(data, declared)
    head = text[:_HEAD]
    if "\0" in head or len(_CONTROL.findall(head)) > max(_FEW, _CONTROL_SHARE * len(head)):
        raise InputError("is binary, not text; give the file its proper suffix or export it as text")
    return text


def _decode(data: bytes, declared: str | None) -> str:
    for mark, name in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(name, errors="replace")
    if b"\0" in data[:_HEAD]:
        return _wide(data)
    if declared and declared.lower().startswith(("utf-16", "utf-32")):
        declared = None  # these would have had a mark or NULs
    for charset in filter(None, ("utf-8", declared)):
        try:
            return data.decode(charset)
        except (UnicodeDecodeError, LookupError, ValueError):
            continue  # a charset that is wrong, or that nobody knows, is no reason to give up
    return data.decode(_western(data) or _guess(data), errors="replace")


def _wide(data: bytes) -> str:
    """UTF-16 without a mark shows as NUL in every other byte; anything else with NULs is binary."""
    even, odd = data[:_HEAD:2].count(0), data[1:_HEAD:2].count(0)
    name = "utf-16-le" if odd > even else "utf-16-be"
    lopsided = max(even, odd) > 0.4 * min(len(data), _HEAD) / 2 and min(even, odd) == 0
    return data.decode(name, errors="replace") if lopsided else "\0"


def _western(data: bytes) -> str | None:
    if len(data.translate(None, delete=bytes(range(128)))) > _WESTERN_SHARE * len(data):
        return None
    for name in ("cp1252", "mac_roman"):
        text = data.decode(name, errors="replace")
        if _WESTERN.fullmatch(text) and not _CAPITAL_INSIDE.search(text):
            return name
    return None


def _guess(data: bytes) -> str:
    from charset_normalizer import from_bytes

    best = from_bytes(data, cp_isolation=_GUESSES).best()
    return best.encoding if best else "cp1252"
