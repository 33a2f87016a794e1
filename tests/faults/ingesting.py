"""Takes files into a library, says what is committed, and dies in the middle if it is told to."""

from __future__ import annotations

import os
import signal
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


def main(said: Path, library: str, dying: int, files: Sequence[str]) -> None:
    """Take files in, as `variorum ingest` does.

    Args:
        said: a file to which a line is added for each file and story once it is kept, and behind
            them how many statements it took.
        library: where the library is, or is to be.
        dying: before which statement the process is killed (SIGKILL); 0: it lives.
        files: what is taken in.
    """
    store = open_store(library, create=not Path(library).is_file())
    counted = Counted(dying)
    event.listen(store._engine, "before_cursor_execute", counted)
    limits = Limits()
    stages = Stages(store, limits=limits)
    with said.open("a") as out:

        def told(things: Sequence[str], what: str) -> Iterator[str]:
            for thing in things:
                yield thing
                print(what, thing, file=out, flush=True)

        taken = streaming(store, stages, limits=limits, most=100, watch=told)(files)
        store.close()
        print("done", counted.count, len(taken.rejected), file=out, flush=True)
