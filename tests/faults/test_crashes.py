"""Killed at random points, and no room on the disk: nothing reported is lost, nothing half seen."""

from __future__ import annotations

import os
import random
import re
import resource
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.faults.crashes import PAGES, check_export, check_ingest, check_rulings, kept, whole
from tests.faults.ruling import ruling
from tests.libraries import write
from variorum.errors import InputError
from variorum.review.ruling_files import append, read_rulings


def test_killed_ingest_goes_on(tmp_path: Path) -> None:
    """Killed three times on its way, ingesting ends with what an undisturbed run keeps."""
    longest, undisturbed = whole(tmp_path)
    at = (longest // 3, longest // 4, longest // 2)
    assert len(check_ingest(tmp_path, at, undisturbed)) == 3


def test_killed_ruling_keeps_what_it_told(tmp_path: Path) -> None:
    """Every ruling that was reported is in the file, and the next one is a line of its own."""
    assert check_rulings(tmp_path, random.Random(1))


def test_killed_export_leaves_a_whole_file(tmp_path: Path) -> None:
    """A file that is replaced is the old one or the new one."""
    assert check_export(tmp_path, random.Random(1))


def test_export_is_not_kept_off_by_what_a_killed_one_left(tmp_path: Path) -> None:
    """What a process that was killed left beside the file is no obstacle, whatever its number."""
    (tmp_path / f".variorum-{os.getpid()}").touch()
    target = tmp_path / "out.json"
    from variorum.cli.writing import write as write_out

    write_out("whole", str(target))
    assert target.read_text() == "whole"


def variorum(
    *arguments: str, limit: int | None = None, stdout: int | None = None
) -> tuple[int, str]:
    """Run the command line, with files of at most so many bytes; return its code and what it says.

    A limit on files is what a full disk is to a program, and needs no disk.
    """

    def limited() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit or 0, limit or 0))

    before: Callable[[], None] | None = limited if limit is not None else None
    run = subprocess.run(
        [sys.executable, "-m", "variorum", *arguments],
        stdout=stdout or subprocess.PIPE, stderr=subprocess.PIPE, text=True, preexec_fn=before,
    )  # fmt: skip
    return run.returncode, run.stderr


@pytest.mark.parametrize("limit", [4_096, 200_000, 300_000])
def test_library_on_a_full_disk_says_so_and_goes_on(tmp_path: Path, limit: int) -> None:
    """Without room ingesting ends with a message; with room it goes on, and nothing is missing."""
    files = write(tmp_path / "pages", **PAGES)
    library = tmp_path / "library.sqlite"
    code, said = variorum("ingest", "--library", str(library), *files, limit=limit)
    assert code == 1, said
    assert "library.sqlite: " in said
    assert re.search("the disk (failed, or )?is full", said)
    code, said = variorum("ingest", "--library", str(library), *files)
    assert code == 0, said
    assert sum(articles for _, articles, _ in kept(library)) == len(files)


def test_ruling_on_a_full_disk_is_not_kept_by_half(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A ruling for which there is no room is refused, and the file ends with the one before it."""
    path = tmp_path / "rulings.jsonl"
    append(path, [ruling(0)])
    size = path.stat().st_size
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size + 100, limits[1]))
    try:
        with pytest.raises(InputError, match="no space left"):
            append(path, [ruling(1)])
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert path.stat().st_size == size
    append(path, [ruling(2)])
    assert read_rulings(path.read_bytes()) == ((ruling(0), ruling(2)), ())


def test_export_on_a_full_disk_leaves_the_old_file(tmp_path: Path) -> None:
    """A record for which there is no room is refused, and what stood there stays."""
    (page,) = write(tmp_path / "pages", mill=PAGES["mill"])
    target = tmp_path / "record.json"
    target.write_text("old")
    code, said = variorum("read", page, "--format", "json", "-o", str(target), limit=1_000)
    assert (code, target.read_text()) == (1, "old")
    assert "record.json: cannot be written (" in said
    assert [p.name for p in tmp_path.iterdir() if p.name.startswith(".")] == []


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full on this system")
def test_full_standard_output_is_said(tmp_path: Path) -> None:
    """A standard output that takes no more is an error with its reason, and no fault of ours."""
    (page,) = write(tmp_path / "pages", mill=PAGES["mill"])
    with Path("/dev/full").open("wb") as full:
        code, said = variorum("read", page, "--format", "json", stdout=full.fileno())
    assert code == 1
    assert said.startswith("variorum: standard output cannot be written (")


def test_two_that_ingest_at_once_keep_everything_once(tmp_path: Path) -> None:
    """Two processes on one library take turns; each file is in it once, in one story or another."""
    files = write(tmp_path / "pages", **PAGES)
    library = tmp_path / "library.sqlite"
    command = [sys.executable, "-m", "variorum", "ingest", "--library", str(library), *files]
    both = [subprocess.Popen(command, stderr=subprocess.PIPE, text=True) for _ in range(2)]
    said = [process.communicate(timeout=120)[1] for process in both]
    assert [process.returncode for process in both] == [0, 0], said
    assert sum(articles for _, articles, _ in kept(library)) == len(files)
