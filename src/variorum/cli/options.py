"""Options that a command is given together, and those that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import click

_C = TypeVar("_C", bound=Callable[..., Any])

seconds_option = click.option(
    "--max-seconds",
    type=click.FloatRange(0, min_open=True),
    help="How long one article, or one story, may take in one stage.",
)
output_option = click.option(
    "-o", "--output", type=click.Path(), help="The file, or folder, to write."
)


def together(*options: Callable[[_C], _C]) -> Callable[[_C], _C]:
    """Return what gives a command several options, which its help lists in this order."""

    def give(command: _C) -> _C:
        for option in reversed(options):
            command = option(command)
        return command

    return give
