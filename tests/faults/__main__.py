"""Kills what writes at random points: ``python -m tests.faults [TIMES [SEED]]``, 200 times."""

from __future__ import annotations

import sys

from tests.faults.crashes import check

TIMES = 200

if __name__ == "__main__":
    numbers = [int(argument) for argument in sys.argv[1:]]
    times, seed = (*numbers, *(TIMES, 1)[len(numbers) :])
    died = check(times, seed)
    told = ", ".join(f"{count} in {name}" for name, count in died.items())
    print(f"killed {sum(died.values())} times ({told}): nothing lost, nothing half, all went on")
