"""Takes in the same files and addresses again and again, and says what each round brought."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

from variorum.capture.policy import Time
from variorum.errors import RetryError
from variorum.ingest.taken import Taken

# How long a signal to stop may go unheard between two rounds, in seconds.
_STEP = 1.0

TakeIn = Callable[[bool], Taken]


def watch(
    take_in: TakeIn,
    *,
    every: float,
    time: Time,
    stopped: Callable[[], bool],
    tell: Callable[[str], None],
) -> None:
    """Take in round after round until stopped; nothing of a round is held after it.

    Args:
        take_in: does one round; it is told whether it is the first.
        every: how many seconds lie between the beginnings of two rounds.
        time: tells the time, and waits.
        stopped: tells whether to end.
        tell: is given one line a round.

    Raises:
        SetupError: the library cannot be written.

    That another has been writing to the library for too long costs one round, no more.
    """
    first = True
    while not stopped():
        began = time.monotonic()
        now = datetime.fromtimestamp(time.time(), UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        try:
            line = told(take_in(first))
        except RetryError as error:
            line = f"{error}; the next round tries again"
        tell(f"{now} {line}")
        first = False
        while not stopped() and (left := began + every - time.monotonic()) > 0:
            time.sleep(min(left, _STEP))


def told(taken: Taken) -> str:
    """Return one line on what was taken in."""
    parts = [_of(taken.files, "files", {"passed over": taken.passed_over})]
    if taken.asked or taken.later:
        more = {"unchanged": taken.unchanged, "left for later": taken.later}
        parts.append(_of(taken.asked, "addresses asked", more))
    seen = f", {taken.known} seen before" if taken.known else ""
    found = f"{taken.articles} articles{seen}; {len(taken.stories)} stories composed"
    return f"{', '.join(parts)}: {found}"


def _of(count: int, what: str, more: dict[str, int]) -> str:
    rest = ", ".join(f"{number} {name}" for name, number in more.items() if number)
    return f"{count} {what} ({rest})" if rest else f"{count} {what}"
