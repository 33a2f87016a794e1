"""What every input format promises."""

from __future__ import annotations

from typing import cast

import pytest

from tests.samples import ARTICLES, CONTAINERS, LISTS
from variorum import drawers, formats
from variorum.errors import InputError, LimitError
from variorum.formats import Format, Named
from variorum.model.article import Capture, Page
from variorum.model.limits import Limits

SAMPLES = {**ARTICLES, **CONTAINERS, **LISTS}
"""One small file in every format; a new format adds its own to `tests/samples.py`."""

NAMES = formats.names()


def _form(name: str) -> Named:
    return cast(Named, drawers.take(formats, name))


def _article_form(name: str) -> Format:
    return cast(Format, drawers.take(formats, name))


def _capture(name: str) -> Capture:
    return Capture(source="sample", data=SAMPLES[name], sha256="")


def _unpack(
    data: bytes, limits: Limits | None = None
) -> tuple[list[Capture], list[tuple[str, InputError]]]:
    """Return the articles in a file, and what was rejected."""
    rejected: list[tuple[str, InputError]] = []
    capture = Capture(source="sample", data=data, sha256="")
    found = formats.unpack(capture, limits, reject=lambda s, e: rejected.append((s, e)))
    return list(found), rejected


def test_every_format_has_a_sample() -> None:
    """No format stands without a sample, and it is one of the kind its verb says."""
    assert set(SAMPLES) == set(NAMES)
    containers = {name for name in NAMES if formats.is_container(_form(name))}
    assert containers == {*CONTAINERS, *LISTS}
    assert all(hasattr(_form(name), "read") != (name in containers) for name in NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_has_a_media_type(name: str) -> None:
    """Every format names its media type, no two alike."""
    assert _form(name).MEDIA_TYPE.count("/") == 1
    assert len({_form(other).MEDIA_TYPE for other in NAMES}) == len(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_names_its_suffixes(name: str) -> None:
    """A format says how its files' names end, in small letters; no ending is of two formats."""
    assert all(s.startswith(".") and s == s.lower() for s in _form(name).SUFFIXES)
    assert len(set(formats.suffixes())) == len(formats.suffixes())
    assert set(_form(name).SUFFIXES) <= set(formats.suffixes())


@pytest.mark.parametrize("name", NAMES)
def test_recognises_its_own_and_no_binary(name: str) -> None:
    """A format alone knows its sample by the bytes, beside plain text, and takes no picture."""
    others = {o for o in NAMES if _form(o).recognises(SAMPLES[name], "sample")} - {"text"}
    assert others == {name} - {"text"}
    assert not _form(name).recognises(b"\x89PNG\r\n\x1a\n\x00\x00", "sample")
    assert not _form(name).recognises(b"", "sample") or name == "text"


@pytest.mark.parametrize("name", sorted(ARTICLES))
def test_lines_cover_the_text(name: str) -> None:
    """Lines run forward, are not empty, and hold all but white space."""
    page: Page = formats.read(_capture(name))
    assert page.media_type == _form(name).MEDIA_TYPE
    assert "It stays in harbour." in page.text
    at = 0
    for line in page.lines:
        start, end = line.span
        assert at <= start < end
        assert not page.text[at:start].strip()
        at = end
    assert not page.text[at:].strip()


@pytest.mark.parametrize("name", sorted(ARTICLES))
def test_limits_hold(name: str) -> None:
    """A capture beyond the limits is refused by name, with the flag that raises them."""
    form = _article_form(name)
    with pytest.raises(LimitError, match=r"^sample: .*--max-bytes"):
        form.read(_capture(name), Limits(bytes=10))
    with pytest.raises(LimitError, match=r"^sample: .*--max-characters"):
        form.read(_capture(name), Limits(characters=10))
    with pytest.raises(LimitError, match=r"^sample: .*--max-blocks"):
        formats.read(_capture(name), Limits(blocks=1))


@pytest.mark.parametrize("name", sorted(ARTICLES))
def test_empty_captures_are_refused(name: str) -> None:
    """Nothing to read is said, with a remedy."""
    with pytest.raises(InputError, match=r"^sample: .*; "):
        _article_form(name).read(Capture(source="sample", data=b"", sha256=""), Limits())


@pytest.mark.parametrize("name", sorted(CONTAINERS))
def test_container_gives_its_articles(name: str) -> None:
    """The first article in a container is read by an ordinary format, under the file's name."""
    captures, rejected = _unpack(CONTAINERS[name])
    assert not rejected
    page = formats.read(captures[0])
    assert "It stays in harbour." in page.text
    assert captures[0].source.partition("#")[0] == "sample"
    assert _unpack(CONTAINERS[name])[0] == captures


@pytest.mark.parametrize("name", sorted(CONTAINERS))
def test_container_limits_hold(name: str) -> None:
    """What comes out of a container is limited, each part and all of it, with the flag."""
    for limits, flag in (
        (Limits(bytes=10), "--max-bytes"),
        (Limits(unpacked=10), "--max-unpacked"),
        (Limits(depth=0), "--max-depth"),
        (Limits(witnesses=0), "--max-witnesses"),
    ):
        captures, rejected = _unpack(CONTAINERS[name], limits)
        assert not captures
        assert flag in str(rejected[0][1])
        assert isinstance(rejected[0][1], LimitError)


@pytest.mark.parametrize("name", sorted(CONTAINERS))
def test_broken_container_is_rejected_by_name(name: str) -> None:
    """Cut anywhere, a container gives what can be read of it, or a reason; nothing else."""
    whole = CONTAINERS[name]
    for cut in range(1, len(whole), max(1, len(whole) // 40)):
        captures, rejected = _unpack(whole[:cut])
        assert captures or rejected
        assert all(source.partition("#")[0] == "sample" for source, _ in rejected)


@pytest.mark.parametrize("name", sorted(LISTS))
def test_list_names_its_addresses(name: str) -> None:
    """A list of addresses is no article: it is named with the first of them and a remedy."""
    captures, [(source, error)] = _unpack(LISTS[name])
    assert (captures, source) == ([], "sample")
    assert "https://corran.example/" in str(error)
    assert "fetch it with --follow, or save it" in str(error)


def test_binary_data_is_refused_whatever_its_name() -> None:
    """A picture is no article, even one named as a page."""
    for source in ("a.png", "a.html", "a.txt"):
        with pytest.raises(InputError, match=rf"^{source}: "):
            formats.read(Capture(source=source, data=b"\x89PNG\r\n\x1a\n\x00", sha256=""))
