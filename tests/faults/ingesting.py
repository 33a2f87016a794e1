"""Takes files into a library, says what is committed, and dies in the middle if it is told to.

``python -m tests.faults.ingesting LIBRARY DYING FILE …`` prints a line for each file and story once
it is kept, and behind them how many statements it took. It is killed (SIGKILL) before statement
number DYING; 0: it lives.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from sqlalchemy import event

from variorum.ingest import Stages, streaming
from variorum.model.limits import Limits
from variorum.stores.sqlite import open_store


class Counted:
    """Counts the statements of a library, commits included, and dies before one of them."""

    def __init__(self, dying: int) -> None:
        self._dying = dying
        self.count = 0

    def __call__(self, *_: object) -> None:
        """Take down that a statement is about to run."""
        self.count += 1
        if self.count == self._dying:
            os.kill(os.getpid(), signal.SIGKILL)


def told(things: Sequence[str], what: str) -> Iterator[str]:
    """Yield each thing, and say that it is kept once the next one is asked for."""
    for thing in things:
        yield thing
        print(what, thing, flush=True)


def main(library: str, dying: int, files: Sequence[str]) -> None:
    """Take files in, as `variorum ingest` does."""
    store = open_store(library, create=not Path(library).is_file())
    counted = Counted(dying)
    event.listen(store._engine, "before_cursor_execute", counted)
    limits = Limits()
    stages = Stages(store, limits=limits)
    job = streaming(store, stages, limits=limits, most=100, watch=told)
    taken = job(files)
    store.close()
    print("done", counted.count, len(taken.rejected), flush=True)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), sys.argv[3:])
