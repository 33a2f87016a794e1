"""Every error Variorum raises on purpose.

::

    VariorumError
    ├── InputError      this record cannot be used; the run goes on and a Rejected row says why
    │   ├── LimitError      it is larger or slower than a limit allows
    │   └── StaleError      a record no longer says what its sources say
    ├── SetupError      something the whole run needs is missing or wrong; stop
    └── RetryError      it may go through later; an engine may try again
"""

from __future__ import annotations


class VariorumError(Exception):
    """The root of all errors a caller may want to catch."""


class InputError(VariorumError):
    """One input cannot be used: the message names the file, the place and the remedy."""


class LimitError(InputError):
    """One input is larger, or took longer, than a limit allows."""


class StaleError(InputError):
    """An anchor, hash or id of a record is no longer exact."""


class SetupError(VariorumError):
    """The run cannot start or go on: the message names everything that is wrong at once."""


class RetryError(VariorumError):
    """A fault that may pass: the same call can go through later.

    Args:
        told: the message.
        after: how many seconds to let pass first, None where nobody knows.
    """

    def __init__(self, told: str, *, after: float | None = None) -> None:
        super().__init__(told)
        self.after = after
