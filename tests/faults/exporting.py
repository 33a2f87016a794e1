"""Replaces a file by one edition and another for ever, and says of each that it is written."""

from __future__ import annotations

from itertools import cycle
from pathlib import Path

from variorum.cli.writing import write

SIZE = 3_000_000


def main(said: Path, target: str) -> None:
    """Write to `target` for ever, and add a line to `said` for each edition."""
    with said.open("a") as out:
        for letter in cycle("ab"):
            write(letter * SIZE, target)
            print(letter, file=out, flush=True)
