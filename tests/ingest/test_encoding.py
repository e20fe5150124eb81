"""Bytes to text: the right encoding where it can be known, and a refusal where there is no text."""

import codecs

import pytest

from kg.errors import InputError
from kg.ingest.encoding import decode

ENGLISH = "The watchdog’s report – “a damning verdict” – cost £1.5m. The café in Rotherham was closed. "
RUSSIAN = "Следственный комитет возбудил дело против министерства. Прокуратура провела проверку. "
POLISH = "Najwyższa Izba Kontroli skontrolowała ministerstwo. Źródła mówią o większej kwocie. "
JAPANESE = "会計検査院は報告書を公表した。監督官庁は調査を開始した。"
CASES = [
    ("utf-8", b"", ENGLISH + RUSSIAN),
    ("utf-8", codecs.BOM_UTF8, ENGLISH),
    ("utf-16-le", codecs.BOM_UTF16_LE, ENGLISH + JAPANESE),
    ("utf-16-be", codecs.BOM_UTF16_BE, RUSSIAN),
    ("utf-32-le", codecs.BOM_UTF32_LE, POLISH),
    ("utf-16-le", b"", "The auditor inspected the ministry. "),
    ("utf-16-be", b"", "The auditor inspected the ministry. "),
    ("cp1252", b"", ENGLISH),
    ("cp1250", b"", POLISH),
    ("cp1251", b"", RUSSIAN),
    ("koi8_r", b"", RUSSIAN),
    ("mac_roman", b"", ENGLISH),
    ("shift_jis", b"", JAPANESE),
    ("euc_jp", b"", JAPANESE),
]


@pytest.mark.parametrize("times", [1, 20, 400])
@pytest.mark.parametrize(("encoding", "mark", "text"), CASES)
def test_finds_the_encoding(encoding: str, mark: bytes, text: str, times: int) -> None:
    assert decode(mark + (text * times).encode(encoding)) == text * times


@pytest.mark.parametrize("word", ["café", "£5m", "force’s", "naïve", "Siún"])
@pytest.mark.parametrize("plain", [60, 6000])
def test_one_accent_in_english_is_western(word: str, plain: int) -> None:
    text = "The inspectorate found that the force had failed. " * (plain // 50) + word
    assert decode(text.encode("cp1252")) == text


@pytest.mark.parametrize("encoding", ["iso8859_15", "cp1257", "iso8859_5", "big5"])
def test_the_declared_charset_comes_before_a_guess(encoding: str) -> None:
    text = {"big5": "審計署發佈了報告", "iso8859_5": RUSSIAN}.get(encoding, "Žalūze õde")
    text = "Žena € été" if encoding == "iso8859_15" else text
    assert decode(text.encode(encoding), encoding) == text


@pytest.mark.parametrize("charset", ["", "no-such-charset", "ascii", "utf-16", "x\0y", "hex"])
def test_a_wrong_declaration_is_passed_over(charset: str) -> None:
    assert decode(ENGLISH.encode("cp1252"), charset) == ENGLISH


@pytest.mark.parametrize(
    "data",
    [
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" * 9,
        bytes(range(256)) * 40,
        b"text \0 text",
        b"\x7fELF\x02\x01\x01" + b"\0" * 99,
    ],
)
def test_binary_is_refused(data: bytes) -> None:
    with pytest.raises(InputError, match="is binary, not text"):
        decode(data)
