"""The files of a batch: a folder a step, a Parquet file a shard, and a marker once it is done.

Rows are keys and values. A file has a row group for each bucket of keys, so that who needs the
rows of a bucket reads that part of every file of a step. Files appear whole or not at all.
"""

from __future__ import annotations

import os
import zlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import msgspec
import pyarrow as pa
import pyarrow.parquet as pq

from variorum.errors import InputError, SetupError
from variorum.model.record import Rejected

TRIES = 3
Row = tuple[str, bytes]
_ROWS = pa.schema([("key", pa.string()), ("value", pa.binary())])


@dataclass(frozen=True, slots=True, kw_only=True)
class Shard:
    """One piece of work of a step: a number of its own, and the files it starts from if any."""

    step: str
    number: int
    files: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """What came of a shard; it is the marker that it is done.

    ``changed``, ``compared`` and ``left_out`` count what a step says they do; ``isolated`` is why
    nothing came of the shard, None where something did.
    """

    step: str
    shard: int
    rows: int = 0
    changed: int = 0
    compared: int = 0
    left_out: int = 0
    rejected: tuple[Rejected, ...] = ()
    isolated: str | None = None


@dataclass(slots=True)
class Notes:
    """What is told of a shard while it is worked on."""

    changed: int = 0
    compared: int = 0
    left_out: int = 0
    rejected: list[Rejected] = field(default_factory=list)

    def reject(self, source: str, stage: str, error: InputError) -> None:
        """Write down what cannot be used, and why."""
        self.rejected.append(Rejected.of(source, stage, error))


Make = Callable[[Shard, Notes], Iterable[Any]]
Write = Callable[[Path, Iterable[Any]], int]


def done(folder: str, shard: Shard, make: Make, write: Write) -> Tally:
    """Do a shard, if it is not done yet, and return its tally.

    A shard that fails, or ends its process, :data:`TRIES` times is isolated: it counts as done,
    has no rows, and its tally says why. What the steps after it make lacks what it would give.

    Args:
        folder: where the steps are.
        shard: the piece of work.
        make: yields what is written.
        write: writes it to a file and returns how many rows it has.

    Raises:
        SetupError: the folder cannot be written.
    """
    if (tally := tally_of(folder, shard)) is not None:
        return tally
    try:
        reasons = _failures(folder, shard)
        while len(reasons) < TRIES:
            _keep(_path(folder, shard, "tries"), [*reasons, "its process ended"])
            try:
                return _do(folder, shard, make, write)
            except OSError:
                raise
            except Exception as error:
                reasons.append(f"{type(error).__name__}: {error}")
            except BaseException:
                forgive(folder, [shard])
                raise
        return isolate(folder, shard, f"failed {len(reasons)} times: {reasons[-1]}")
    except OSError as error:
        raise SetupError(f"{folder}: {error.strerror or error}") from error


def tally_of(folder: str, shard: Shard) -> Tally | None:
    """Return the tally of a shard that is done, else None."""
    try:
        return msgspec.json.decode(_path(folder, shard, "done").read_bytes(), type=Tally)
    except FileNotFoundError:
        return None


def isolate(folder: str, shard: Shard, reason: str) -> Tally:
    """Mark a shard as done with nothing in it, and why."""
    write_rows(1)(_path(folder, shard, "parquet"), ())
    return _mark(folder, shard, Tally(step=shard.step, shard=shard.number, isolated=reason))


def forgive(folder: str, shards: Iterable[Shard]) -> None:
    """Forget the tries of shards: that a person stopped them says nothing about them."""
    for shard in shards:
        _path(folder, shard, "tries").unlink(missing_ok=True)


def write_rows(buckets: int) -> Write:
    """Return what writes rows in so many row groups, by the bucket of their keys."""

    def write(path: Path, rows: Iterable[Row]) -> int:
        parts: list[list[Row]] = [[] for _ in range(buckets)]
        for row in rows:
            parts[zlib.crc32(row[0].encode()) % buckets].append(row)
        tables = (
            pa.table(list(zip(*part, strict=True)) or ((), ()), schema=_ROWS) for part in parts
        )
        return write_tables(path, tables, _ROWS)

    return write


def write_tables(path: Path, tables: Iterable[pa.Table], schema: pa.Schema) -> int:
    """Write tables as the row groups of one file and return how many rows there are."""
    rows = 0
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_suffix(f".{os.getpid()}")
    with pq.ParquetWriter(part, schema, compression="zstd") as file:
        for table in tables:
            file.write_table(table, row_group_size=max(1, table.num_rows))
            rows += table.num_rows
    part.replace(path)
    return rows


def read_bucket(folder: str, step: str, bucket: int) -> Iterator[Row]:
    """Yield the rows of a bucket from every file of a step, in the order of their shards."""
    for path in sorted(Path(folder, step).glob("*.parquet")):
        with pq.ParquetFile(path) as file:
            if bucket < file.num_row_groups:
                yield from _rows(file.read_row_group(bucket))


def read_shard(folder: str, step: str, number: int) -> Iterator[Row]:
    """Yield the rows of one file of a step."""
    yield from _rows(pq.read_table(_path(folder, Shard(step=step, number=number), "parquet")))


def _rows(table: pa.Table) -> Iterator[Row]:
    return zip(table["key"].to_pylist(), table["value"].to_pylist(), strict=True)


def _do(folder: str, shard: Shard, make: Make, write: Write) -> Tally:
    notes = Notes()
    rows = write(_path(folder, shard, "parquet"), make(shard, notes))
    rejected = tuple(sorted(notes.rejected, key=lambda r: (r.source, r.stage, r.reason)))
    return _mark(
        folder,
        shard,
        Tally(
            step=shard.step,
            shard=shard.number,
            rows=rows,
            changed=notes.changed,
            compared=notes.compared,
            left_out=notes.left_out,
            rejected=rejected,
        ),
    )


def _mark(folder: str, shard: Shard, tally: Tally) -> Tally:
    _keep(_path(folder, shard, "done"), tally)
    forgive(folder, [shard])
    return tally


def _failures(folder: str, shard: Shard) -> list[str]:
    try:
        kept = _path(folder, shard, "tries").read_bytes()
        return msgspec.json.decode(kept, type=list[str])
    except (FileNotFoundError, msgspec.DecodeError):
        return []


def _keep(path: Path, value: Any) -> None:
    """Write a small file whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f".{path.name}.{os.getpid()}")
    part.write_bytes(msgspec.json.encode(value))
    part.replace(path)


def _path(folder: str, shard: Shard, suffix: str) -> Path:
    return Path(folder, shard.step, f"{shard.number:05}.{suffix}")
