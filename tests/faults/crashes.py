"""Kills what writes, at random points, and sees what is left."""

from __future__ import annotations

import hashlib
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

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
ALONE = 0.2
# How often ingesting is killed on one library.
IN_A_ROW = 6


def run(module: str, *arguments: str) -> list[str]:
    """Run a module of these tests until it ends or dies, and return the lines it printed."""
    command = [sys.executable, "-m", f"tests.faults.{module}", *arguments]
    done = subprocess.run(command, capture_output=True, text=True, timeout=PATIENCE)
    if done.returncode not in (0, -9):
        raise AssertionError(done.stderr)
    return done.stdout.splitlines()


def kill(module: str, path: Path, chance: random.Random) -> list[str]:
    """Start a module that writes for ever, kill it after a while, return what it said was kept."""
    command = [sys.executable, "-m", f"tests.faults.{module}", str(path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        first = process.stdout.readline()
        time.sleep(chance.random() * ALONE)
        process.kill()
        lines = [first, *process.stdout]
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
        lines = run("ingesting", str(library), str(dying), *files)
        _check_reported(library, lines)
        if lines and lines[-1].startswith("done"):
            break
        died.append(dying)
    assert run("ingesting", str(library), "0", *files)[-1].startswith("done")
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
    told = kill("ruling", path, chance)
    found, wrong = read_rulings(path.read_bytes())
    assert set(told) <= {ruling.id for ruling in found}, "a ruling that was reported is lost"
    assert len(wrong) <= 1, "more than the last line is broken"
    append(path, found[:1])
    again, _ = read_rulings(path.read_bytes())
    assert again == (*found, found[0]), "a line was added to a broken one"
    return len(told)


def check_export(folder: Path, chance: random.Random) -> int:
    """Kill what replaces a file again and again; the file is always one whole edition."""
    path = folder / "edition.html"
    told = kill("exporting", path, chance)
    text = path.read_text("ascii")
    assert text in ("a" * len(text), "b" * len(text)), "half of one edition, half of another"
    assert len(text) == 3_000_000, "half an edition"
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
    count = int(run("ingesting", str(library), "0", *files)[-1].split()[1])
    return count, kept(library)
