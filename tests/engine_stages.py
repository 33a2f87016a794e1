"""Stages that tell engines apart."""

from __future__ import annotations

import os
import signal
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from variorum.errors import InputError, SetupError


@dataclass(frozen=True, slots=True)
class Halve:
    """Halves even numbers; odd ones cannot be used."""

    def __call__(self, number: int) -> tuple[int, int]:
        """Return a number and its half."""
        if number % 2:
            raise InputError(f"{number} is odd")
        return number, number // 2


@dataclass(frozen=True, slots=True)
class Add:
    """Adds numbers up by name; there is no sum of nothing."""

    def __call__(self, name: str, numbers: Sequence[int]) -> tuple[str, int]:
        """Return the name and the sum."""
        if not numbers:
            raise InputError(f"{name} has nothing")
        return name, sum(numbers)


@dataclass(frozen=True, slots=True)
class Falter:
    """Ends its process at number 3, as long as the file ``seen`` is shorter than ``times``."""

    seen: str
    times: int

    def __call__(self, number: int) -> int:
        """Return the number."""
        seen = Path(self.seen)
        if number == 3 and len(seen.read_bytes()) < self.times:
            with seen.open("ab") as stream:
                stream.write(b"x")
            os.kill(os.getpid(), signal.SIGKILL)
        return number


@dataclass(frozen=True, slots=True)
class Fail:
    """Has a fault of the program, or one of the setting."""

    setting: bool

    def __call__(self, number: int) -> int:
        """Raise it."""
        if self.setting:
            raise SetupError("no weights")
        raise ValueError(f"a fault at {number}")


@dataclass(frozen=True, slots=True)
class Wait:
    """Takes its time."""

    def __call__(self, seconds: float) -> float:
        """Return after so many seconds."""
        signal.sigtimedwait([], seconds)
        return seconds


@dataclass(frozen=True, slots=True)
class Tell:
    """Tells which process it runs in."""

    def __call__(self, number: int) -> int:
        """Return the number of the process."""
        return os.getpid()
