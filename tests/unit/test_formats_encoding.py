"""Which characters the bytes of a capture are read as."""

from __future__ import annotations

import pytest

from variorum import formats
from variorum.errors import InputError
from variorum.formats._encoding import decode, is_text
from variorum.model.article import Capture

SENTENCE = "Über die Brücke fährt seit gestern wieder die erste Straßenbahn nach Süden."


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_byte_order_mark_decides_and_is_dropped(encoding: str) -> None:
    """A byte order mark says the encoding and is no part of the text."""
    assert decode(SENTENCE.encode(encoding)) == SENTENCE


def test_utf8_that_decodes_is_believed_before_the_declaration() -> None:
    """A page saved anew in UTF-8 under an old declaration keeps its letters."""
    assert decode(SENTENCE.encode(), "iso-8859-1") == SENTENCE


def test_declared_encoding_is_used_where_utf8_fails() -> None:
    """Bytes that are no UTF-8 are read as the page says."""
    assert decode("Цены выросли".encode("koi8-r"), "koi8-r") == "Цены выросли"


def test_seven_bit_encodings_are_taken_at_their_word() -> None:
    """A seven-bit encoding looks like ASCII, so its declaration must come first."""
    assert decode("東京の橋".encode("iso2022_jp"), "ISO-2022-JP") == "東京の橋"


def test_narrow_labels_stand_for_their_wider_encodings() -> None:
    """A page that says ISO-8859-1 may hold the curly quotes of windows-1252."""
    assert decode("“dearer”, they said".encode("cp1252"), "ISO-8859-1") == "“dearer”, they said"


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (SENTENCE, "cp1252"),
        ("Совет проголосовал за новый мост через реку в среду.", "cp1251"),
        ("市議会は水曜日に新しい橋の建設を承認しました。", "cp932"),
    ],
)
def test_undeclared_encodings_are_detected(text: str, encoding: str) -> None:
    """Without a declaration the encoding is found from the bytes."""
    assert decode(text.encode(encoding)) == text


def test_a_few_stray_bytes_are_forgiven() -> None:
    """One broken byte in a long UTF-8 text costs one character, not the text."""
    text = decode(SENTENCE.encode() * 20 + b"\xff")
    assert text.startswith(SENTENCE)
    assert text.endswith("\ufffd")


@pytest.mark.parametrize("label", ["rot13", "punycode", "utf-7", "no such", "unicode_escape", ""])
def test_labels_that_are_no_encoding_of_pages_are_ignored(label: str) -> None:
    """A hostile or empty declaration does not choose the codec."""
    assert decode(SENTENCE.encode(), label) == SENTENCE


@pytest.mark.parametrize(
    "data",
    [b"%PDF-1.7 text", b"PK\x03\x04rest", b"\x89PNG\r\n\x1a\n", b"\x00\x01\x02\x03" * 50],
)
def test_binary_data_is_refused(data: bytes) -> None:
    """Containers, pictures and NUL-rich bytes are no text."""
    assert not is_text(data)
    with pytest.raises(InputError, match="binary data"):
        decode(data)


def test_a_byte_order_mark_before_rubbish_is_refused() -> None:
    """Bytes that their own mark contradicts are no text."""
    with pytest.raises(InputError, match="no encoding fits"):
        decode(b"\xff\xfe" + b"\x00\xd8" * 40)


def test_control_characters_are_told_with_their_place() -> None:
    """Text spoilt by a control character is refused with what it is and where, and a remedy."""
    capture = Capture(source="note.txt", data=b"The ferry stays\x00 in harbour.", sha256="")
    with pytest.raises(InputError, match=r"note\.txt: .*first at byte 15: U\+0000.*; save"):
        formats.read(capture)
