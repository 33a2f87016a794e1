"""What every input format promises."""

from __future__ import annotations

from typing import cast

import pytest

from variorum import drawers, formats
from variorum.errors import InputError, LimitError
from variorum.formats import Format
from variorum.model.article import Capture, Page
from variorum.model.limits import Limits

SAMPLES = {
    "html": b"<!doctype html><html><body><h1>Ferry</h1><p>It stays in harbour.</p></body></html>",
    "text": b"Ferry\n\nIt stays in harbour.\n",
}
"""One small article in every format; a new format adds its own."""

NAMES = formats.names()


def _form(name: str) -> Format:
    return cast(Format, drawers.take(formats, name))


def _capture(name: str) -> Capture:
    return Capture(source="sample", data=SAMPLES[name], sha256="")


@pytest.mark.parametrize("name", NAMES)
def test_has_a_media_type_and_a_sample(name: str) -> None:
    """Every format names its media type, no two alike."""
    assert _form(name).MEDIA_TYPE.count("/") == 1
    assert len({_form(other).MEDIA_TYPE for other in NAMES}) == len(NAMES)
    assert name in SAMPLES


@pytest.mark.parametrize("name", NAMES)
def test_names_its_suffixes(name: str) -> None:
    """A format says how its files' names end, in small letters; no ending is of two formats."""
    assert all(s.startswith(".") and s == s.lower() for s in _form(name).SUFFIXES)
    assert len(set(formats.suffixes())) == len(formats.suffixes())
    assert set(_form(name).SUFFIXES) <= set(formats.suffixes())


@pytest.mark.parametrize("name", NAMES)
def test_recognises_its_own_and_no_binary(name: str) -> None:
    """A format knows its sample by the bytes alone, and takes no picture."""
    assert _form(name).recognises(SAMPLES[name], "sample")
    assert not _form(name).recognises(b"\x89PNG\r\n\x1a\n\x00\x00", "sample")
    assert formats.read(_capture(name)).media_type == _form(name).MEDIA_TYPE


@pytest.mark.parametrize("name", NAMES)
def test_lines_cover_the_text(name: str) -> None:
    """Lines run forward, are not empty, and hold all but white space."""
    page: Page = _form(name).read(_capture(name), Limits())
    assert "It stays in harbour." in page.text
    at = 0
    for line in page.lines:
        start, end = line.span
        assert at <= start < end
        assert not page.text[at:start].strip()
        at = end
    assert not page.text[at:].strip()


@pytest.mark.parametrize("name", NAMES)
def test_limits_hold(name: str) -> None:
    """A capture beyond the limits is refused by name, with the flag that raises them."""
    with pytest.raises(LimitError, match=r"^sample: .*--max-bytes"):
        _form(name).read(_capture(name), Limits(bytes=10))
    with pytest.raises(LimitError, match=r"^sample: .*--max-characters"):
        _form(name).read(_capture(name), Limits(characters=10))


@pytest.mark.parametrize("name", NAMES)
def test_empty_captures_are_refused(name: str) -> None:
    """Nothing to read is said, with a remedy."""
    with pytest.raises(InputError, match=r"^sample: .*; "):
        _form(name).read(Capture(source="sample", data=b"", sha256=""), Limits())


def test_binary_data_is_refused_whatever_its_name() -> None:
    """A picture is no article, even one named as a page."""
    for source in ("a.png", "a.html", "a.txt"):
        with pytest.raises(InputError, match=rf"^{source}: "):
            formats.read(Capture(source=source, data=b"\x89PNG\r\n\x1a\n\x00", sha256=""))
