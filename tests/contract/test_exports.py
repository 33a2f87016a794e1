"""What every output format promises: one test over the whole drawer."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests import dam
from tests.hostile import hostile
from tests.records import Desk, excerpts_only
from variorum import drawers, exports
from variorum.exports import Surface
from variorum.model.record import Record
from variorum.review.changes import compare

FOLDERS = [name for name in exports.names() if exports.takes_folder(name)]
FORMATS = [name for name in exports.names() if name not in FOLDERS]
SHOW_CHANGES = [n for n in FORMATS if hasattr(drawers.take(exports, n), "render_changes")]
# Those that print quotations; the others have a part of the record only.
QUOTING = [name for name in FORMATS if name not in ("geojson", "timelinejs", "csl")]
RECORDS = {
    "three witnesses": dam.record(),
    "empty": Desk(()).record(),
    "hostile": hostile("<b>x</b> \x1b[2J \u202e ' \" & {{1}} \u2028"),
    "without texts": excerpts_only(dam.record(), {}),
}


@pytest.mark.parametrize("name", exports.names())
def test_format_names_its_media_type(name: str) -> None:
    """Every format says what it writes, in the form of a media type."""
    module = drawers.take(exports, name)
    assert re.fullmatch(r"[a-z]+/[a-z0-9.+-]+", module.MEDIA_TYPE)


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("record", RECORDS.values(), ids=list(RECORDS))
def test_format_renders_every_record(name: str, record: Record) -> None:
    """Any record can be written, the same each time, ends with a line and can be encoded."""
    written = exports.render(record, name)
    assert written.endswith("\n")
    assert written == exports.render(record, name)
    assert written.encode("utf-8")


@pytest.mark.parametrize("name", FOLDERS)
@pytest.mark.parametrize("record", RECORDS.values(), ids=list(RECORDS))
def test_format_of_a_folder_renders_every_record(name: str, record: Record) -> None:
    """Any record can be written as files, the same each time, none outside its folder."""
    files = exports.render_files(record, name)
    assert files == exports.render_files(record, name)
    assert files
    assert all(re.fullmatch(r"[a-z_]+\.[a-z]+", file) for file in files)


@pytest.mark.parametrize("name", FOLDERS)
def test_format_of_a_folder_names_the_digest(name: str) -> None:
    """The digest that proves the words stands in a file of every format that writes a folder."""
    record = dam.record()
    files = exports.render_files(record, name)
    assert any(record.made_by.digest.encode() in data for data in files.values())


@pytest.mark.parametrize("name", SHOW_CHANGES)
@pytest.mark.parametrize("old", RECORDS.values(), ids=list(RECORDS))
@pytest.mark.parametrize("new", RECORDS.values(), ids=list(RECORDS))
def test_format_renders_every_change(name: str, old: Record, new: Record) -> None:
    """What changed between any two records can be written; a record beside itself has no points."""
    changes = compare(old, new)
    assert not changes.points or old is not new
    written = exports.render_changes(changes, (old, new), name)
    assert written.endswith("\n")
    assert written.encode("utf-8")
    assert "\x1b" not in written


@pytest.mark.parametrize("name", QUOTING)
def test_format_prints_the_words_of_the_sources(name: str) -> None:
    """The words of a quotation stand in every format that has quotations."""
    written = " ".join(exports.render(dam.record(), name, Surface(width=400)).split())
    assert "At the moment there is no order to leave." in written


@pytest.mark.parametrize("name", FORMATS)
def test_format_names_the_digest(name: str) -> None:
    """The digest that proves the words stands in every format."""
    record = dam.record()
    assert record.made_by.digest[:4] in exports.render(record, name, Surface(width=400))


@pytest.mark.parametrize("name", FORMATS)
def test_format_names_no_local_path(name: str) -> None:
    """No path of the machine a record was made on is written."""
    assert str(Path.cwd()) not in exports.render(dam.record(), name)
