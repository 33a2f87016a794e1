"""Sorting a million articles at once: names, keys and vectors made up, no text.

``python -m tests.bench.million [N] [FILE]`` makes sketches of N articles, runs the steps of
`variorum batch` that sort them on the cores of this machine, and prints what each took; FILE keeps
the figures. A million takes 1.2 hours of one core and 35 GB in a temporary folder.
"""

from __future__ import annotations

import json
import sys
import tempfile
from collections import Counter
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq

from tests.bench.invented import Invent, Offered, event_of
from tests.bench.steps import Clock, Step, peak_megabytes
from variorum.batch.candidates import REACH
from variorum.batch.running import Steps, shards_of, sort_sketches
from variorum.batch.shards import Shard, read_bucket
from variorum.engines import processes

MILLION = 1_000_000
IN_A_SHARD = 8_000
WORKERS = 2
# One bucket of keys in so many is looked at again, to count which pairs of it are of one event.
SAMPLED = 8


def sort(articles: int) -> dict[str, Any]:
    """Sort so many made-up articles, print what it took and return the figures."""
    with tempfile.TemporaryDirectory() as folder:
        size = max(4, articles // IN_A_SHARD)
        in_a_shard = articles // size
        options = {"workers": WORKERS, "chunk_bytes": 1}
        clock = Clock()
        steps = Steps(processes, options, folder, clock)
        made = Invent(folder=folder, buckets=size, articles=in_a_shard)
        steps.run(made, shards_of("sketch", size))
        sort_sketches(steps, folder, size)
        taken = list(clock.steps(Path(folder)))
        found = {
            "articles": steps.rows("sketch"),
            "compared": sum(tally.compared for tally in steps.tallies),
            "left_out": sum(tally.left_out for tally in steps.tallies),
            "rounds": sum(step.name.startswith("small") for step in taken),
            "megabytes": round(peak_megabytes()),
            **_keys(Path(folder), articles),
            **_sorted_right(folder, size),
            **_offered(folder, size, steps.rows("sketch"), options),
            "steps": [asdict(step) for step in taken],
        }
        _tell(found, taken)
        return found


def _keys(folder: Path, articles: int) -> dict[str, Any]:
    """Return how many have the most common key, and how many pairs that is before and after."""
    counts: Counter[str] = Counter()
    for path in (folder / "keys").glob("*.parquet"):
        for row in pq.read_table(path, columns=["key"])["key"].value_counts().to_pylist():
            counts[row["values"]] += row["counts"]
    ((_, most),) = counts.most_common(1)
    reached = min(most, REACH)
    return {
        "largest_key": most,
        "pairs_before": most * (most - 1) // 2,
        "pairs_after": reached * (reached - 1) // 2 + (most - reached) * REACH,
    }


def _sorted_right(folder: str, size: int) -> dict[str, Any]:
    """Return how many pairs are of one event, of one story, and of both; and the largest group."""
    groups: Counter[str] = Counter()
    cells: Counter[tuple[bytes, str]] = Counter()
    for bucket in range(size):
        groups.update(key for key, _ in read_bucket(folder, "group", bucket))
        cells.update((told, event_of(node)) for node, told in read_bucket(folder, "sort", bucket))
    events, stories = Counter[str](), Counter[bytes]()
    for (told, event), count in cells.items():
        events[event] += count
        stories[told] += count
    true, told_, both = (_pairs(c) for c in (events, stories, cells))
    return {
        "largest_group": max(groups.values()),
        "events": len(events),
        "stories": len(stories),
        "true_pairs": true,
        "pairwise": [round(both / max(1, told_), 4), round(both / max(1, true), 4)],
    }


def _pairs(counts: Counter[Any]) -> int:
    return sum(count * (count - 1) // 2 for count in counts.values())


def _offered(folder: str, size: int, of: int, options: dict[str, Any]) -> dict[str, Any]:
    """Return the share of true pairs among candidates, by some of the buckets of keys."""
    sampled = shards_of("keys", size)[:: SAMPLED if size > 2 * SAMPLED else 1]

    def refuse(shard: Shard, error: Exception) -> None:
        raise error

    stage = Offered(folder=folder, of=of)
    found = list(processes.map(stage, sampled, reject=refuse, **options))
    return {
        "sampled_buckets": len(sampled) / size,
        "candidates_sampled": sum(count for count, _ in found),
        "candidates_true": sum(right for _, right in found),
    }


def _tell(found: dict[str, Any], taken: list[Step]) -> None:
    of = found["articles"]
    spent = sum(step.processor for step in taken[1:])
    print(f"{of:,} articles, {found['events']:,} events: {of / spent:.0f} a second of one core")
    for step in taken:
        print(
            f"  {step.name:9} {step.seconds:8.1f} s {step.processor / of * 1e6:8.1f} µs of a core,"
            f" {step.rows / of:6.2f} rows, {step.disk / of:8.0f} bytes on disk,"
            f" {step.arrow / of:8.0f} in Arrow columns an article"
        )
    share = found["candidates_true"] / max(1, found["candidates_sampled"])
    recall = found["candidates_true"] / found["sampled_buckets"] / max(1, found["true_pairs"])
    print(
        f"  {found['compared'] / of:.1f} candidate pairs an article, {share:.3f} of them true;"
        f" they hold {recall:.3f} of the true pairs\n"
        f"  the largest key has {found['largest_key']:,}: {found['pairs_before']:,} pairs,"
        f" {found['pairs_after']:,} after the cap; {found['left_out']:,} left out in all\n"
        f"  {found['rounds']} rounds of connection; largest group {found['largest_group']:,};"
        f" pairwise precision and recall {found['pairwise']}; peak {found['megabytes']:,} MB"
    )


def keep(path: Path, part: str, found: Any) -> None:
    """Write figures into a JSON file beside the others it has."""
    known = json.loads(path.read_text("utf-8")) if path.exists() else {}
    known.setdefault(part.split("/")[0], {})[part.split("/")[1]] = found
    path.write_text(json.dumps(known, indent=1, sort_keys=True) + "\n", "utf-8")


if __name__ == "__main__":
    count = int(sys.argv[1]) if len(sys.argv) > 1 else MILLION
    figures = sort(count)
    if len(sys.argv) > 2:
        keep(Path(sys.argv[2]), f"sorting/{count}", figures)
