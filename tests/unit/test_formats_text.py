"""Plain text: its lines and its limits."""

from __future__ import annotations

import pytest

from variorum import formats
from variorum.errors import InputError, LimitError
from variorum.formats import text
from variorum.model.article import Capture, Page
from variorum.model.limits import Limits


def _read(data: bytes, limits: Limits | None = None) -> Page:
    return text.read(Capture(source="note.txt", data=data, sha256=""), limits or Limits())


def test_line_ends_are_made_alike_and_nothing_else_changes() -> None:
    """Windows and old Macintosh line ends become line feeds; inner spaces stay."""
    assert _read(b"one\r\ntwo  words\rthree\n").text == "one\ntwo  words\nthree\n"


def test_lines_leave_out_outer_white_space_and_blank_lines() -> None:
    """A line's span holds what is visible of it."""
    page = _read("  one \n\n\t\n\u00a0two\u00a0\x0cthree".encode())
    assert [page.text[slice(*line.span)] for line in page.lines] == ["one", "two", "three"]


@pytest.mark.parametrize("data", [b"", b" \n\t\r\n", "\ufeff\u200b\n".encode()])
def test_nothing_visible_is_empty(data: bytes) -> None:
    """An empty file, white space or invisible characters are no article."""
    with pytest.raises(InputError, match=r"note\.txt: is empty"):
        _read(data)


def test_limits_name_the_file_and_the_flag() -> None:
    """Too many bytes or characters are refused with the way to raise the limit."""
    with pytest.raises(LimitError, match=r"note\.txt.*--max-bytes"):
        _read(b"abcdef", Limits(bytes=5))
    with pytest.raises(LimitError, match=r"note\.txt.*--max-characters"):
        _read(b"abcdef", Limits(characters=5))


def test_binary_data_names_the_file() -> None:
    """A picture given by mistake is refused by its name."""
    with pytest.raises(InputError, match=r"note\.txt: binary data"):
        _read(b"\x89PNG\r\n\x1a\n")


def test_bidirectional_marks_and_cjk_stay_as_they_are() -> None:
    """Marks of direction are part of the words as printed."""
    words = "\u202bأعلنت الوزارة\u202c 橋が開いた"
    assert _read(words.encode()).text == words


def test_a_record_is_no_report() -> None:
    """Who reads a record by mistake is told what can be done with it."""
    data = b'{\n "record": "variorum/1",\n "witnesses": []}'
    with pytest.raises(InputError, match=r"note\.json: this is a record.*variorum diff"):
        formats.read(Capture(source="note.json", data=data, sha256=""))
