"""The local engine is the specification of every other."""

from __future__ import annotations

import time

import pytest

from variorum.engines import local
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

    started = time.monotonic()
    assert not list(local.map(dawdle, [1], reject=lambda r, e: rejected.append(e), seconds=0.1))
    assert time.monotonic() - started < 3
    assert isinstance(rejected[0], LimitError)
    assert "--max-seconds" in str(rejected[0])


def test_group_calls_the_stage_once_a_key() -> None:
    """Records of one key are worked on together."""
    found = local.group(lambda key, numbers: (key, sum(numbers)), {"a": [1, 2], "b": [3]})
    assert list(found) == [("a", 3), ("b", 3)]
