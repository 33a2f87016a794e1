"""What a batch is made of: its files in shards, how many buckets, with what; fixed at its start."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import msgspec

from variorum import formats
from variorum.batch.shards import Shard
from variorum.capture import find_files
from variorum.capture.objects import find_objects, is_object
from variorum.compose import Compose
from variorum.errors import SetupError
from variorum.model.limits import Limits

SHARD_BYTES = 1 << 22
SHARD_FILES = 64
MOST_BUCKETS = 256
_FILE = "plan.json"
BATCH = "variorum-batch/2"
Parts = tuple[tuple[tuple[str, int], ...], ...]
"""Files in shards, each with its size."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """A batch in its folder. A run goes on with the plan it finds there, or not at all."""

    folder: Path
    compose: Compose
    limits: Limits
    files: Parts
    buckets: int

    def shards(self) -> list[Shard]:
        """Return the shards that the files are read in."""
        return [
            Shard(step="read", number=number, files=tuple(path for path, _ in part))
            for number, part in enumerate(self.files)
        ]


def plan_of(parts: Parts, folder: Path, *, compose: Compose, limits: Limits) -> Plan:
    """Return the plan for files in shards, written down in ``folder``.

    Raises:
        SetupError: ``folder`` holds a batch of other files, limits or weights, or something else.
    """
    size = sum(size for part in parts for _, size in part)
    plan = Plan(
        folder=folder.resolve(),
        compose=compose,
        limits=limits,
        files=parts,
        buckets=max(1, min(MOST_BUCKETS, max(len(parts), size // SHARD_BYTES))),
    )
    told = msgspec.json.format(msgspec.json.encode((BATCH, parts, compose, limits, plan.buckets)))
    path = folder / "work" / _FILE
    try:
        _write_once(path, told)
    except OSError as error:
        raise SetupError(f"{folder}: cannot be used ({error.strerror})") from error
    return plan


def _write_once(path: Path, told: bytes) -> None:
    if path.exists():
        if path.read_bytes() != told:
            raise SetupError(
                f"{path.parents[1].name} holds a batch of other files, limits or weights;"
                " give an empty folder"
            )
        return
    if path.parents[1].exists() and any(path.parents[1].iterdir()):
        raise SetupError(f"{path.parents[1].name} is not empty and holds no batch; give another")
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_suffix(".part")
    part.write_bytes(told)
    part.replace(path)


def sized(paths: Iterable[str], most: int) -> Parts:
    """Return files in shards of at most so many, or of the bytes that fill one, in their order.

    Args:
        paths: files, folders of files, and addresses or patterns of an object store.
        most: how many files a shard has.

    Raises:
        SetupError: an object store cannot be asked.
    """
    parts: list[tuple[tuple[str, int], ...]] = []
    shard: list[tuple[str, int]] = []
    for file, size in sorted(set(_found(paths))):
        shard.append((file, size))
        if len(shard) >= most or sum(size for _, size in shard) >= SHARD_BYTES:
            parts.append(tuple(shard))
            shard = []
    return (*parts, tuple(shard)) if shard else tuple(parts)


def _found(paths: Iterable[str]) -> Iterator[tuple[str, int]]:
    for path in paths:
        if is_object(path):
            yield from find_objects(path).items()
            continue
        for file in find_files([path], formats.suffixes()):
            yield str(Path(file).resolve()), _size(file)


def _size(file: str) -> int:
    try:
        return Path(file).stat().st_size
    except OSError:
        return 0  # reading it will say why
