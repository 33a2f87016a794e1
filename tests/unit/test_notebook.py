"""`import variorum`, as one uses it in a notebook."""

from __future__ import annotations

import subprocess
import sys
from html import unescape
from pathlib import Path

import pytest

import variorum
from variorum.errors import InputError
from variorum.notebook import Edition

EXAMPLES = Path(__file__).parents[2] / "examples"


@pytest.fixture(scope="module")
def edition() -> Edition:
    """Return the edition of an example."""
    return variorum.read(EXAMPLES / "recall")


def test_edition_shows_itself_in_a_frame(edition: Edition) -> None:
    """A notebook shows the page in a frame from which no mark-up gets out."""
    shown = edition._repr_html_()
    assert shown.count("<") == 2
    assert "<!DOCTYPE html>" in unescape(shown)
    assert 'sandbox="allow-scripts"' in shown


def test_words_are_those_of_the_witness(edition: Edition) -> None:
    """Words at a span are read by letter or id, from a text or from what a record keeps of it."""
    quotation = edition.record.quotations[0]
    words = edition.words(quotation.witness, quotation.spans[0])
    assert words == edition.shared("spans").words(quotation.witness, quotation.spans[0])
    letter = next(w.siglum for w in edition.record.witnesses if w.id == quotation.witness)
    assert words == edition.words(letter, quotation.spans[0])
    with pytest.raises(InputError, match="does not carry"):
        edition.shared("none").words(letter, (0, 4))
    with pytest.raises(KeyError):
        edition.words("nobody", (0, 4))


def test_tables_become_frames(edition: Edition) -> None:
    """Rows, polars and pandas hold the same; an unknown table is told with those there are."""
    rows = edition.rows("prints")
    assert len(rows) == len(edition.record.quotations)
    assert edition.to_polars("prints").to_dicts() == rows
    assert list(edition.to_pandas("prints")["words"]) == [row["words"] for row in rows]
    assert edition.to_polars("rejected").is_empty()
    with pytest.raises(KeyError, match="there are: witnesses, prints"):
        edition.rows("nothing")


def test_edition_is_saved_and_loaded(edition: Edition, tmp_path: Path) -> None:
    """What is saved can be opened again and is the same; a forged record is refused."""
    path = tmp_path / "record.json"
    edition.save(path)
    assert variorum.load(path).record == edition.record
    edition.save(tmp_path / "tables", form="datapackage")
    assert (tmp_path / "tables" / "datapackage.json").exists()
    path.write_text(path.read_text("utf-8").replace('"made_by"', '"made_By"', 1), "utf-8")
    with pytest.raises(InputError):
        variorum.load(path)


def test_nothing_is_loaded_before_it_is_asked_for() -> None:
    """`import variorum` has the names at hand and has loaded none of what they need."""
    code = (
        "import sys, variorum; assert {'read', 'load'} <= set(variorum.__all__);"
        "assert 'variorum.notebook' not in sys.modules; variorum.read;"
        "assert 'variorum.notebook' in sys.modules"
    )
    assert subprocess.run([sys.executable, "-c", code]).returncode == 0
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        variorum.nothing  # noqa: B018
