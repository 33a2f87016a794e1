"""The options of commands that read articles into a library and compose their stories."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import click

from variorum.cli.limits import text_sizes

MOST_THREADS = 64
_C = TypeVar("_C", bound=Callable[..., Any])

_OPTIONS = (
    click.option(
        "--annotator",
        type=click.Path(exists=True, dir_okay=False),
        help="An ONNX model of your own in place of the one that ships.",
    ),
    click.option(
        "--threads",
        type=click.IntRange(1, MOST_THREADS),
        default=1,
        show_default=True,
        help="On how many threads the models run; what they find is the same.",
    ),
    text_sizes,
    click.option(
        "--max-witnesses",
        type=click.IntRange(1),
        help="How many articles of one story stand in its record, the earliest first.",
    ),
    click.option(
        "--max-seconds",
        type=click.FloatRange(0, min_open=True),
        help="How long one article, or one story, may take in one stage.",
    ),
)


def reading_options(command: _C) -> _C:
    """Give a command the options of reading: the models, and the limits on articles."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command
