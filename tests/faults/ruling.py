"""Adds rulings to a file for ever, and says of each that it is kept."""

from __future__ import annotations

from itertools import count
from pathlib import Path

from variorum.model.identity import sign
from variorum.model.rulings import Ruling
from variorum.review.ruling_files import append


def ruling(number: int) -> Ruling:
    """Return a ruling like no other."""
    made = Ruling(
        id="",
        verdict="note",
        subject="quotation",
        targets=(f"{number:020}",),
        witnesses=("1" * 20,),
        to=None,
        who="Edda Quist",
        when="2031-05-09T12:00:00Z",
        why="seen " * 40,
    )
    return sign(made, {})


def main(said: Path, path: str) -> None:
    """Add rulings to the file at `path` for ever, and a line to `said` for each that is kept."""
    with said.open("a") as out:
        for number in count():
            made = ruling(number)
            append(Path(path), [made])
            print(made.id, file=out, flush=True)
