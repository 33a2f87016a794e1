"""How the work of a call grows with its input: the least of several runs, so load is no matter."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable

TRIES = 6


def seconds(task: Callable[[], object]) -> float:
    """Return the seconds of processor this thread spends on `task`, without collecting garbage.

    What other tests left behind makes a collection slow, and has nothing to do with the task.
    """
    collects = gc.isenabled()
    gc.disable()
    try:
        started = time.thread_time()
        task()
        return time.thread_time() - started
    finally:
        if collects:
            gc.enable()


def growth(
    few: Callable[[], object],
    many: Callable[[], object],
    bound: float,
    *,
    floor: float = 0.02,
) -> float:
    """Return how many times as long `many` takes as `few`, measured until it is below `bound`.

    Only disturbance makes a run longer, so each side counts its shortest; a task that truly grows
    faster than `bound` does so in every one of the `TRIES` runs. What `few` takes below `floor`
    seconds counts as the floor.
    """
    least = [float("inf"), float("inf")]
    for _ in range(TRIES):
        least = [min(least[0], seconds(few)), min(least[1], seconds(many))]
        if (found := least[1] / max(least[0], floor)) < bound:
            break
    return found
