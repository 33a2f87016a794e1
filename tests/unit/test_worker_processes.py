"""The worker processes of one machine: how long they live."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.engine_stages import Tell
from variorum.engines import processes
from variorum.errors import InputError

ROOT = Path(__file__).parents[2]
DRIVER = """
from tests.engine_stages import Tell, Wait
from variorum.engines import processes
if __name__ == "__main__":
    print(*processes.map(Tell(), [1], reject=print, workers=1), flush=True)
    list(processes.map(Wait(), [1.0], reject=print, workers=1))
"""


def refuse(record: object, error: InputError) -> None:
    """Take no rejection."""
    raise error


def test_workers_serve_the_next_call() -> None:
    """What a worker has loaded is not loaded again."""
    first, second = (list(processes.map(Tell(), [1], reject=refuse, workers=1)) for _ in range(2))
    assert first == second != [os.getpid()]


def test_a_call_that_is_left_leaves_no_worker_at_it() -> None:
    """Who stops taking results has the workers that are still at it ended."""
    found = processes.map(Tell(), range(9), reject=refuse, workers=2, chunk_bytes=1)
    next(found)
    found.close()  # type: ignore[attr-defined]
    assert len(list(processes.map(Tell(), range(9), reject=refuse, workers=2))) == 9


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="looks for processes in /proc")
def test_workers_end_with_their_driver() -> None:
    """Also where it is killed: their pipe ends, and so do they once their work is done."""
    driver = subprocess.Popen(
        [sys.executable, "-c", DRIVER],
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": f"{ROOT / 'src'}:{ROOT}"},
    )
    assert driver.stdout
    worker = Path("/proc", driver.stdout.readline().decode().strip())
    assert worker.exists()
    driver.kill()
    driver.wait()
    driver.stdout.close()
    for _ in range(200):
        if not worker.exists():
            return
        time.sleep(0.1)
    pytest.fail("the worker is still there")
