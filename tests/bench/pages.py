"""The pages of a library at a size: how long a story, the list and a search take to be answered.

``python -m tests.bench.pages 100000`` builds a library of so many invented articles (some
minutes, some gigabytes in a temporary folder); `make bench` a small one.
"""

from __future__ import annotations

import random
import statistics
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from tests.bench.library import IN_A_STORY, SMALL, _fill, _word
from tests.served import Served, served
from variorum.web.cursors import cursor_of, story_place

ASKED = 100


def pages(articles: int = SMALL) -> None:
    """Answer pages of a library of so many articles, one request after the other.

    Beside the time of an answer stands the processor's own, which other work on the machine
    changes little.
    """
    with tempfile.TemporaryDirectory() as folder, served(Path(folder)) as desk:
        _fill(desk.desk.store, articles)
        print(f"            pages of a library of {articles:,} articles")
        _ask(desk, articles)


def _ask(desk: Served, articles: int) -> None:
    chance = random.Random(1)
    last = articles // IN_A_STORY
    stories = [f"/stories/story-{chance.randrange(last) + 1:07}" for _ in range(ASKED)]
    _tell("a story", desk, stories)
    _tell("the list of stories", desk, ["/"] * 20)
    _tell("the list, far down", desk, [f"/?after={_halfway(desk, last)}"] * 20)
    _tell("search for a rare word", desk, [f"/?q={_word(chance)}" for _ in range(ASKED)])
    _tell("search for a common word", desk, ["/?q=the", "/?q=minister", "/?q=police"] * 7)
    _tell("search for two in a row", desk, ['/?q="of said"', '/?q="minister fire"'] * 10)
    _tell("stories of an outlet", desk, ["/?outlet=courier"] * 20)
    _tell("stories of a day", desk, ["/?since=2031-05-09&until=2031-05-09"] * 20)


def _halfway(desk: Served, last: int) -> str:
    """Return the cursor of a story in the middle of the list."""
    with desk.desk.store.reading() as view:
        return cursor_of(story_place(view.page(f"story-{last // 2:07}").line))


def _tell(what: str, desk: Served, addresses: Sequence[str]) -> None:
    taken, busy = [], []
    for address in addresses:
        started, spent = time.perf_counter(), time.process_time()
        answer = desk.get(address)
        taken.append((time.perf_counter() - started) * 1000)
        busy.append((time.process_time() - spent) * 1000)
        assert answer.status_code == 200, answer.text
    print(
        f"{statistics.median(taken):9.1f} ms  p95 {_p95(taken):.1f} ms"
        f" (of the processor {_p95(busy):.1f} ms)  {what}",
        flush=True,
    )


def _p95(taken: Sequence[float]) -> float:
    return sorted(taken)[int(len(taken) * 0.95)]


if __name__ == "__main__":
    pages(int(sys.argv[1]) if len(sys.argv) > 1 else SMALL)
