"""Kills what writes, at random points, and sees what is left."""

from __future__ import annotations

import hashlib
import random
import signal
import tempfile
import time
from collections.abc import Callable, Sequence
from multiprocessing import get_context
from multiprocessing.context import ForkServerProcess as Process
from pathlib import Path

from tests.faults import exporting, ingesting, ruling
from tests.libraries import AGAIN, FERRY, LATER, MILL, write
from variorum.ingest.checking import faults
from variorum.model.library import Wanted
from variorum.review.ruling_files import append, read_rulings
from variorum.stores import open_store

PAGES = {"ferry": FERRY, "again": AGAIN, "mill": MILL, "later": LATER}
Stories = tuple[tuple[str | None, int, tuple[str, ...]], ...]
PATIENCE = 120
"""Seconds that a process may take."""
# How long what writes files is left alone, in seconds.
ALONE = 1.0
# How often ingesting is killed on one library.
IN_A_ROW = 6
# To start Python and load the models anew for each process would be nearly all of the work.
_FORKS = get_context("forkserver")
_FORKS.set_forkserver_preload(["tests.faults.warm"])


def run(folder: Path, main: Callable[..., None], *arguments: object) -> list[str]:
    """Run a `main` of these tests until it ends or dies, and return the lines it said."""
    process, said = _begin(folder, main, *arguments)
    process.join(PATIENCE)
    if process.exitcode not in (0, -signal.SIGKILL):
        process.kill()
        raise AssertionError(f"ended with {process.exitcode}")
    return _whole_lines(said)


def kill(
    main: Callable[..., None],
    path: Path,
    chance: random.Random,
    look: Callable[[], None] = lambda: time.sleep(ALONE / 100),
) -> list[str]:
    """Start what writes for ever, `look` on for a while, kill it, return what it said was kept."""
    process, said = _begin(path.parent, main, str(path))
    try:
        until = time.monotonic() + PATIENCE
        while not _whole_lines(said) and time.monotonic() < until:
            time.sleep(ALONE / 100)
        until = time.monotonic() + chance.random() * ALONE
        while time.monotonic() < until:
            look()
    finally:
        process.kill()
        process.join()
    return _whole_lines(said)


def _begin(folder: Path, main: Callable[..., None], *arguments: object) -> tuple[Process, Path]:
    """Fork a process off one that has loaded everything; return it and the file it speaks to."""
    said = folder / f"said-{len(list(folder.glob('said-*')))}"
    said.touch()
    process = _FORKS.Process(target=main, args=(said, *arguments))
    process.start()
    return process, said


def _whole_lines(said: Path) -> list[str]:
    lines = said.read_text("utf-8").splitlines(keepends=True)
    return [line.rstrip("\n") for line in lines if line.endswith("\n")]


def kept(library: Path) -> Stories:
    """Return the stories of a library: the title, how many articles, the sources of its record."""
    store = open_store(library, create=False)
    assert list(faults(store)) == []
    with store.reading() as view:
        found = []
        for line in view.stories(Wanted()):
            record = view.record(line.story)
            sources = tuple(sorted(w.source for w in record.witnesses)) if record else ()
            found.append((line.title, line.articles, sources))
    store.close()
    return tuple(sorted(found, key=str))


def check_ingest(folder: Path, dyings: Sequence[int], undisturbed: Stories) -> list[int]:
    """Kill ingesting at each of these statements in turn, on one library, until it is through.

    Returns the statements at which it did die.

    Raises:
        AssertionError: something reported is lost, something half is seen, or it does not resume.
    """
    library = folder / "library.sqlite"
    files = write(folder / "pages", **PAGES)
    died = []
    for dying in dyings:
        lines = run(folder, ingesting.main, str(library), dying, files)
        _check_reported(library, lines)
        if lines and lines[-1].startswith("done"):
            break
        died.append(dying)
    assert run(folder, ingesting.main, str(library), 0, files)[-1].startswith("done")
    assert kept(library) == undisturbed, "not what an undisturbed run keeps"
    return died


def _check_reported(library: Path, lines: Sequence[str]) -> None:
    """Prove a library, and see that it holds whatever was reported."""
    if not library.is_file() or library.stat().st_size == 0:
        assert not lines, "reported before there is a library"
        return
    kept(library)
    store = open_store(library, create=False)
    with store.reading() as view:
        for line in lines:
            what, _, named = line.rpartition(" ")
            if what == "taking in":
                digest = hashlib.sha256(Path(named).read_bytes()).hexdigest()
                assert view.has_input(digest), f"{named} was reported, and is lost"
                assert view.has_capture(digest), f"the bytes of {named} are lost"
            elif what == "composing":
                assert view.record(named) is not None, f"{named} was composed, and is lost"
    store.close()


def check_rulings(folder: Path, chance: random.Random) -> int:
    """Kill what adds rulings to a file; return how many it said were kept."""
    path = folder / "rulings.jsonl"
    told = kill(ruling.main, path, chance)
    found, wrong = read_rulings(path.read_bytes())
    assert set(told) <= {one.id for one in found}, "a ruling that was reported is lost"
    assert len(wrong) <= 1, "more than the last line is broken"
    append(path, found[:1])
    again, _ = read_rulings(path.read_bytes())
    assert again == (*found, found[0]), "a line was added to a broken one"
    return len(told)


def check_export(folder: Path, chance: random.Random) -> int:
    """Kill what replaces a file again and again; it is one whole edition then, and was before."""
    path = folder / "edition.html"

    def is_whole() -> None:
        text = path.read_text("ascii")
        assert len(text) == exporting.SIZE, "half an edition"
        assert text in ("a" * len(text), "b" * len(text)), "half of one edition, half of another"

    told = kill(exporting.main, path, chance, is_whole)
    is_whole()
    return len(told)


def check(times: int, seed: int) -> dict[str, int]:
    """Kill ingest, rulings and export so many times in turn; return how often each died."""
    chance = random.Random(seed)
    died = {"ingest": 0, "rulings": 0, "export": 0}
    with tempfile.TemporaryDirectory() as base:
        longest, undisturbed = whole(Path(base))
        while sum(died.values()) < times:
            folder = Path(tempfile.mkdtemp(dir=base))
            at = [chance.randint(1, longest) for _ in range(IN_A_ROW)]
            died["ingest"] += len(check_ingest(folder, at, undisturbed))
            died["rulings"] += check_rulings(folder, chance) > 0
            died["export"] += check_export(folder, chance) > 0
    return died


def whole(folder: Path) -> tuple[int, Stories]:
    """Return how many statements ingesting takes, and what an undisturbed run keeps."""
    files = write(folder / "pages", **PAGES)
    library = folder / "whole.sqlite"
    count = int(run(folder, ingesting.main, str(library), 0, files)[-1].split()[1])
    return count, kept(library)
