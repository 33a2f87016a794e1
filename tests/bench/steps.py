"""The steps of a batch: how long each takes, on how many bytes, for how many articles."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from dataclasses import dataclass
from multiprocessing import active_children
from pathlib import Path

import pyarrow.parquet as pq

from variorum.batch.shards import Tally

TICKS = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """What a step took: seconds, those of processors, rows, bytes on disk and in Arrow."""

    name: str
    seconds: float
    processor: float
    rows: int
    disk: int
    arrow: int


class Clock:
    """Takes down the time whenever a shard is done: the ``tell`` of a batch."""

    def __init__(self) -> None:
        self._started = (time.perf_counter(), processor_seconds())
        self._ends: dict[str, tuple[float, float]] = {}
        self._rows: dict[str, int] = {}

    def __call__(self, tally: Tally, shards: int) -> None:
        """Take a shard down."""
        self._rows[tally.step] = self._rows.get(tally.step, 0) + tally.rows
        self._ends[tally.step] = (time.perf_counter(), processor_seconds())

    def steps(self, work: Path) -> Iterator[Step]:
        """Yield the steps in the order in which they were done.

        Args:
            work: the folder of the steps.
        """
        before = self._started
        for name, end in self._ends.items():
            rows = self._rows[name]
            yield Step(
                name=name,
                seconds=end[0] - before[0],
                processor=end[1] - before[1],
                rows=rows,
                disk=sum(path.stat().st_size for path in (work / name).glob("*.parquet")),
                arrow=_arrow_bytes(work / name, rows),
            )
            before = end


def _arrow_bytes(folder: Path, rows: int) -> int:
    """Return how large the columns of a step are in memory, judged by the first of its files."""
    table = pq.read_table(min(folder.glob("*.parquet")))
    return int(table.nbytes / max(1, table.num_rows) * rows)


def processor_seconds() -> float:
    """Return how long this process and those that it started have been at work."""
    return time.process_time() + sum(map(_seconds_of, _workers()))


def peak_megabytes() -> float:
    """Return the most that one of these processes has held."""
    return max(map(_peak_of, [os.getpid(), *_workers()]))


def _workers() -> list[int]:
    return [child.pid for child in active_children() if child.pid]


def _seconds_of(process: int) -> float:
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICKS


def _peak_of(process: int) -> float:
    lines = Path(f"/proc/{process}/status").read_text().split("\n")
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM"))
