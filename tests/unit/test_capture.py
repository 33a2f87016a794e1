"""Captures: files, folders and standard input."""

from __future__ import annotations

import hashlib
import io
import os
from pathlib import Path

import pytest

from variorum.capture import capture, find_files
from variorum.errors import InputError, LimitError
from variorum.model.limits import Limits


def test_capture_keeps_every_byte(tmp_path: Path) -> None:
    """A capture holds the bytes as they are, their hash, and the name without its folder."""
    data = b"\xef\xbb\xbfone\r\ntwo\x00"
    (tmp_path / "page.txt").write_bytes(data)
    found = capture(str(tmp_path / "page.txt"), Limits())
    assert (found.source, found.data) == ("page.txt", data)
    assert found.sha256 == hashlib.sha256(data).hexdigest()


def test_standard_input_is_a_source(monkeypatch: pytest.MonkeyPatch) -> None:
    """A dash reads standard input and says so as its source."""
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"words")))
    assert capture("-", Limits()).source == "standard input"


@pytest.mark.parametrize("name", ["absent.txt", "nul\0byte.txt", "x" * 5000])
def test_unreadable_path_is_named(tmp_path: Path, name: str) -> None:
    """A path that cannot be read is an input error that names the file and a remedy."""
    with pytest.raises(InputError, match=r"cannot be read .*; check the path"):
        capture(str(tmp_path / name), Limits())


@pytest.mark.parametrize(
    "address", ["ftp://tides.example/log.txt", "Gopher://tides.example/", "http:/tides.example/log"]
)
def test_an_address_that_is_not_fetched_is_told_as_one(address: str) -> None:
    """What is an address, but none of the web, is not taken for a path that is wrong."""
    with pytest.raises(InputError, match=r"^[^ ]+: is an address of a kind .*https://") as told:
        capture(address, Limits())
    assert str(told.value).startswith(f"{address}: ")


def test_a_file_below_a_folder_with_a_colon_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file that is there is read, though its path looks like an address."""
    (tmp_path / "tide:").mkdir()
    (tmp_path / "tide:" / "log.txt").write_text("High water at noon.")
    monkeypatch.chdir(tmp_path)
    assert capture("tide:/log.txt", Limits()).data == b"High water at noon."


def test_device_is_refused() -> None:
    """A device that never ends is not read."""
    with pytest.raises(InputError, match="not a regular file"):
        capture(os.devnull, Limits())


def test_size_is_limited(tmp_path: Path) -> None:
    """A file of one byte too many is refused, with the option that raises the limit."""
    (tmp_path / "page.txt").write_bytes(b"12345")
    assert capture(str(tmp_path / "page.txt"), Limits(bytes=5)).data == b"12345"
    with pytest.raises(LimitError, match=r"page\.txt: larger than 4 bytes.*--max-bytes"):
        capture(str(tmp_path / "page.txt"), Limits(bytes=4))


def test_folder_stands_for_its_visible_files(tmp_path: Path) -> None:
    """A folder gives its files in order of path, hidden ones left out; a file gives itself."""
    for name in ("b/two.txt", "a/one.html", ".git/config", "b/.hidden"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x")
    found = [str(Path(p).relative_to(tmp_path)) for p in find_files([str(tmp_path)])]
    assert found == [os.path.join("a", "one.html"), os.path.join("b", "two.txt")]
    assert list(find_files(["no/such/file", "-"])) == ["no/such/file", "-"]


def test_address_stands_for_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An address of the web is no path, also where a folder happens to be called like it."""
    (tmp_path / "https:" / "corran.example").mkdir(parents=True)
    monkeypatch.chdir(tmp_path)
    assert list(find_files(["HTTPS://corran.example", "https://corran.example"])) == [
        "HTTPS://corran.example",
        "https://corran.example",
    ]


def test_folder_stands_for_files_of_some_suffixes(tmp_path: Path) -> None:
    """Of a folder only names with one of the suffixes count, in whatever case; of files, all."""
    for name in ("page.TXT", "page.json", "page"):
        (tmp_path / name).write_text("x")
    assert list(find_files([str(tmp_path)], (".txt",))) == [str(tmp_path / "page.TXT")]
    named = str(tmp_path / "page.json")
    assert list(find_files([named], (".txt",))) == [named]
