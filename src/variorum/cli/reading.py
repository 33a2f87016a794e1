"""The options of commands that read articles into a library and compose their stories."""

from __future__ import annotations

from collections.abc import Iterable

import click

from variorum.cli.limits import text_sizes
from variorum.cli.options import seconds_option, together

MOST_THREADS = 64

reading_options = together(
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
    seconds_option,
)
"""The options of reading: the models, and the limits on articles."""


def files_in(paths: Iterable[str]) -> tuple[str, ...]:
    """Return the files that paths name, those in folders too, of every format that is read."""
    from variorum import formats
    from variorum.capture import find_files

    return tuple(find_files(paths, formats.suffixes()))
