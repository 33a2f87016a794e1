"""What training reads: labels that hold together, of nothing that scores."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.quality._labelled_stories import half_of
from training.written import pairs
from variorum.annotate.placing.chances import ROWS

ROOT = Path(__file__).parents[2]
LABELS = ROOT / "tests" / "quality" / "labels"
TABLES = (
    "collating/differences.tsv",
    "grouping/prints.tsv",
    "joining/pairs.tsv",
)
WRITTEN = sorted((ROOT / "training" / "ledger").glob("written_*.txt"))
STORIES = [ROOT / "training" / part / "stories" for part in ("joining", "grouping")]
RELATIONS = {"same", "incompatible", "other-time", "other-scope", "none"}
DIRECTED = {"stronger", "broader"}
ROW = re.compile(r"(\d+)-(\d+)=([a-z-]+)\??@(\d+)-(\d+)")
WRITTEN_ROW = re.compile(r"(\d+)=([a-z-]+)\??@(\S+)")


def rows_of(path: Path) -> Iterator[dict[str, str]]:
    """Yield the rows of a table."""
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file, delimiter="\t", quoting=3)


def stories_of(path: Path) -> set[tuple[str, str]]:
    """Return the stories that a table is about."""
    return {(row["set"], row["story"]) for row in rows_of(path) if row.get("story")}


@pytest.mark.parametrize("name", TABLES)
def test_no_story_that_trains_scores(name: str) -> None:
    """No story of a table to fit on or to mend by stands in the labels of `make quality`."""
    scored = [stories_of(path) for path in LABELS.glob("*_real.tsv")]
    assert scored
    trained = stories_of(ROOT / "training" / name)
    assert trained
    assert not trained & set().union(*scored)


def test_origins_are_fitted_on_no_story_that_is_held_out() -> None:
    """Reports that print one another are few: those of the open half are read too, no others."""
    scored = set().union(*(stories_of(path) for path in LABELS.glob("*_real.tsv")))
    trained = stories_of(ROOT / "training" / "origins" / "pairs.tsv")
    assert trained
    assert {half_of(story) for _, story in trained & scored} <= {"open"}


def test_rows_of_places_are_learned_from_no_story_whose_places_score() -> None:
    """Nor from any that is held out of another score."""
    trained = stories_of(ROOT / "training" / "ledger" / "rows.tsv")
    places = [*LABELS.glob("places_*.tsv"), *LABELS.glob("ledger_*.tsv")]
    assert len(places) > 1
    assert trained
    assert not trained & set().union(*(stories_of(path) for path in places))
    scored = set().union(*(stories_of(path) for path in LABELS.glob("*.tsv")))
    assert {half_of(story) for _, story in trained & scored} <= {"open"}


@pytest.mark.parametrize("folder", STORIES, ids=lambda path: path.parent.name)
def test_invented_stories_hold_together(folder: Path) -> None:
    """Each pair is of two reports that have its words, and no story is one that scores."""
    scored = {path.stem for path in LABELS.glob("*/*.toml")}
    told = {pair.story for pair in pairs(folder)}
    assert told
    assert told == {path.stem for path in folder.glob("*.toml")}
    assert scored.isdisjoint(told)
    for pair in pairs(folder):
        assert pair.row["a"] < pair.row["b"], pair.story
        assert all(pair.spans), pair.story


def test_relations_of_invented_stories_are_known() -> None:
    """A relation that is of one side names it, and no other does."""
    for row in (pair.row for pair in pairs(STORIES[0])):
        assert row["relation"] in RELATIONS | DIRECTED
        assert (row["relation"] in DIRECTED) == (row["direction"] in ("a", "b"))


def test_rows_of_places_lie_in_their_sentences() -> None:
    """Each labelled name is one that was marked, and its word stands in the sentence."""
    for row in rows_of(ROOT / "training" / "ledger" / "rows.tsv"):
        start, end = map(int, row["sentence"].split("-"))
        names = set(row["names"].split(";"))
        for told in row["rows"].split(";") if row["rows"] != "-" else ():
            match = ROW.fullmatch(told)
            assert match, told
            assert f"{match[1]}-{match[2]}" in names
            assert match[3] in ROWS
            assert start <= int(match[4]) < int(match[5]) <= end


@pytest.mark.parametrize("path", WRITTEN, ids=lambda path: path.stem)
def test_written_sentences_have_their_rows(path: Path) -> None:
    """Names are numbered in order, and each row is of one of them and of a word that is there."""
    lines = path.read_text("utf-8").splitlines()
    for marked, told in zip(lines[::2], lines[1::2], strict=True):
        names = re.findall(r"\[(\d+):[^\]]+\]", marked)
        assert names == [str(k) for k in range(len(names))], marked
        for one in told.split("; ") if told != "-" else ():
            match = WRITTEN_ROW.fullmatch(one)
            assert match, one
            assert int(match[1]) < len(names), marked
            assert match[2] in ROWS
            assert match[3] in re.sub(r"\[\d+:([^\]]+)\]", r"\1", marked)
