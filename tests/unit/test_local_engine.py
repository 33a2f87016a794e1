"""The local engine is the specification of every other."""

from __future__ import annotations

import threading
import time
from collections.abc import Sequence

import pytest

from variorum.engines import Clock, local
from variorum.errors import InputError, LimitError


def test_map_rejects_one_record_and_goes_on() -> None:
    """An input error concerns its record only."""
    rejected: list[tuple[int, str]] = []

    def halve(number: int) -> int:
        if number % 2:
            raise InputError(f"{number} is odd")
        return number // 2

    found = local.map(halve, [2, 3, 4], reject=lambda r, e: rejected.append((r, str(e))))
    assert list(found) == [1, 2]
    assert rejected == [(3, "3 is odd")]


def test_other_errors_are_not_swallowed() -> None:
    """A fault of the program is no rejection."""
    with pytest.raises(ZeroDivisionError):
        list(local.map(lambda n: 1 / n, [0.0], reject=lambda r, e: None))


def test_time_is_limited_even_where_errors_are_swallowed() -> None:
    """A stage that takes too long is rejected, though a library inside catches everything."""
    rejected: list[InputError] = []

    def dawdle(_: int) -> None:
        for _ in range(100):
            try:
                time.sleep(0.05)
            except Exception:
                continue

    def keep(_: int, error: InputError) -> None:
        rejected.append(error)

    clock = Clock(each=0.1)
    assert not list(local.map(dawdle, [1], reject=keep, clock=clock))
    assert isinstance(rejected[0], LimitError)
    assert "--max-seconds" in str(rejected[0])


def test_group_calls_the_stage_once_a_key() -> None:
    """Records of one key are worked on together."""
    found = local.group(
        lambda key, numbers: (key, sum(numbers)),
        {"a": [1, 2], "b": [3]},
        reject=lambda key, error: None,
    )
    assert list(found) == [("a", 3), ("b", 3)]


def test_group_rejects_one_key_and_goes_on() -> None:
    """An input error concerns the records of its key only."""
    rejected: list[str] = []

    def add(key: str, numbers: Sequence[int]) -> int:
        if key == "b":
            raise InputError("not this one")
        return sum(numbers)

    found = local.group(
        add, {"a": [1], "b": [2], "c": [3]}, reject=lambda key, error: rejected.append(key)
    )
    assert list(found) == [1, 3]
    assert rejected == ["b"]


def test_group_is_limited_in_time() -> None:
    """A key that takes too long is rejected with the option that raises the limit."""
    rejected: list[str] = []

    def dawdle(key: str, _: Sequence[int]) -> str:
        time.sleep(2 if key == "slow" else 0)
        return key

    found = local.group(
        dawdle,
        {"slow": [1], "quick": [2]},
        reject=lambda key, error: rejected.append(str(error)),
        clock=Clock(each=0.2),
    )
    assert list(found) == ["quick"]
    assert "took longer than 0.2 seconds" in rejected[0]


def test_run_is_limited_between_calls_on_any_thread() -> None:
    """Off the main thread, where no timer rings, nothing more is begun once the run's time is up.

    The call that runs is not stopped there.
    """
    rejected: list[str] = []
    found: list[int] = []

    def dawdle(number: int) -> int:
        time.sleep(0.2)
        return number

    def keep(_: int, error: InputError) -> None:
        rejected.append(str(error))

    def work() -> None:
        found.extend(local.map(dawdle, [1, 2, 3], reject=keep, clock=Clock(each=60, run=0.1)))

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert found == [1]
    assert len(rejected) == 2
    assert "--max-run-seconds" in rejected[0]
