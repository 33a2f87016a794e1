"""What a million articles, a day and a year cost, reckoned from measured rates.

``python -m tests.bench.plan`` prints the tables of docs/scale.md, which a test holds to be there.
The rates are those of docs/scale.json, which the benches write.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

RATES = Path(__file__).parents[2] / "docs" / "scale.json"
MILLION = 1_000_000
GIGA = 1e9
# What is assumed: no rate of ours.
PAGES_A_DAY = 1_000_000
DAYS = 365
DOLLARS_A_CORE_HOUR = 0.04
DOLLARS_A_GIGABYTE_MONTH = 0.02
CORES = 16
HOURS_FOR_A_DAY = 6
DAYS_FOR_A_YEAR = 30
# The steps that pages were measured for; those between them, for made-up sketches.
FROM_PAGES = ("read", "once", "sketch", "gather", "records")

Rates = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """What a step costs for a million articles: hours of a core, gigabytes on disk, in Arrow."""

    step: str
    hours: float
    disk: float
    arrow: float


def costs(rates: Rates) -> list[Cost]:
    """Return the cost of each step, in the order of the job; the rounds of stars as one."""
    pages, sorting = rates["pages"]["stages"], largest(rates)
    by_pages = {cost.step: cost for cost in _of(pages["steps"], pages["articles"])}
    by_sketches = list(_of(sorting["steps"], sorting["articles"]))
    between = [cost for cost in by_sketches if cost.step not in FROM_PAGES]
    stars = [cost for cost in between if "-" in cost.step]
    joined = Cost(
        step="large-…, small-…",
        hours=sum(cost.hours for cost in stars),
        disk=sum(cost.disk for cost in stars),
        arrow=sum(cost.arrow for cost in stars),
    )
    others = [cost for cost in between if "-" not in cost.step]
    at = next(at for at, cost in enumerate(others) if cost.step == "group")
    first = [by_pages[step] for step in FROM_PAGES[:3]]
    last = [by_pages[step] for step in FROM_PAGES[3:]]
    return [*first, *others[:at], joined, *others[at:], *last]


def largest(rates: Rates) -> Rates:
    """Return the largest sorting that was measured."""
    return max(rates["sorting"].values(), key=lambda found: int(found["articles"]))


def _of(steps: Sequence[Rates], articles: int) -> Iterator[Cost]:
    for step in steps:
        yield Cost(
            step=step["name"],
            hours=step["processor"] / articles * MILLION / 3600,
            disk=step["disk"] / articles * MILLION / GIGA,
            arrow=step["arrow"] / articles * MILLION / GIGA,
        )


def tables(rates: Rates) -> tuple[str, ...]:
    """Return the tables of the page: each step, stages, workers, growth, and the plan."""
    return _steps(rates), _stages(rates), _workers(rates), _growth(rates), _plan(rates)


def _steps(rates: Rates) -> str:
    sizes: dict[str, tuple[float, ...]] = {
        c.step: (c.hours, c.hours * DOLLARS_A_CORE_HOUR, c.disk, c.arrow) for c in costs(rates)
    }
    sizes["**all**"] = tuple(map(sum, zip(*sizes.values(), strict=True)))
    return _table(
        ("step", "core-hours", "$", "GB on disk", "GB in Arrow columns"),
        [(step, *map(_short, found)) for step, found in sizes.items()],
    )


def _stages(rates: Rates) -> str:
    found = rates["pages"]["stages"]
    rows = [
        (name, _short(found["articles"] / spent), _short(spent / found["articles"] * 1000))
        for name, spent in sorted(found["stages"].items(), key=lambda item: -item[1])
    ]
    return _table(("stage", "articles a second of one core", "ms an article"), rows)


def _workers(rates: Rates) -> str:
    rows = [
        (workers, str(found["articles"]), _short(found["processor"] / found["articles"] * 1000))
        for workers, found in sorted(rates["pages"]["workers"].items())
    ]
    return _table(("workers", "articles", "ms of a core an article"), rows)


def _growth(rates: Rates) -> str:
    rows = []
    for found in sorted(rates["sorting"].values(), key=lambda one: int(one["articles"])):
        of = found["articles"]
        spent = sum(step["processor"] for step in found["steps"] if step["name"] != "sketch")
        share = found["candidates_true"] / max(1, found["candidates_sampled"])
        rows.append(
            (
                f"{of:,}", _short(of / spent), _short(found["compared"] / of), f"{share:.2f}",
                f"{found['largest_key']:,}", f"{found['pairs_before']:,}",
                f"{found['pairs_after']:,}", str(found["rounds"]), f"{found['largest_group']:,}",
                " · ".join(f"{one:.3f}" for one in found["pairwise"]), f"{found['megabytes']:,}",
            )
        )  # fmt: skip
    return _table(
        (
            "articles", "a second of one core", "candidate pairs an article", "of one event",
            "largest key", "its pairs before", "after the cap", "rounds", "largest group",
            "pairwise P · R", "MB of a process",
        ),
        rows,
    )  # fmt: skip


def _plan(rates: Rates) -> str:
    found = costs(rates)
    hours = sum(cost.hours for cost in found) * PAGES_A_DAY / MILLION
    disk = sum(cost.disk for cost in found) * PAGES_A_DAY / MILLION
    kept = next(cost.disk for cost in found if cost.step == "records") * PAGES_A_DAY / MILLION
    rows = [
        _planned("a day", hours, HOURS_FOR_A_DAY, disk, kept),
        _planned("a year", hours * DAYS, DAYS_FOR_A_YEAR * 24, disk * DAYS, kept * DAYS),
    ]
    return _table(
        (
            "", "core-hours", "machines of 16 cores", "done in, hours", "$ of cores",
            "GB of work files", "GB of records kept", "$ a month to keep them",
        ),
        rows,
    )  # fmt: skip


def _planned(what: str, hours: float, within: float, *sizes: float) -> tuple[str, ...]:
    machines = math.ceil(hours / CORES / within)
    disk, kept = sizes
    return (
        what,
        f"{hours:,.0f}",
        str(machines),
        _short(hours / CORES / machines),
        f"{hours * DOLLARS_A_CORE_HOUR:,.0f}",
        f"{disk:,.0f}",
        f"{kept:,.0f}",
        f"{kept * DOLLARS_A_GIGABYTE_MONTH:,.2f}",
    )


def _short(value: float) -> str:
    return f"{value:,.0f}" if value >= 100 else f"{value:.3g}"


def _table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = [heads, ["---"] * len(heads), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


if __name__ == "__main__":
    for made in tables(json.loads(RATES.read_text("utf-8"))):
        print(made, end="\n\n")
