"""The size options that commands share."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import Any

import click

from variorum.cli.options import together
from variorum.model.limits import Limits

ADDRESSES = "How many addresses one list may name."
_size = partial(click.option, type=click.IntRange(1))

file_sizes = together(
    _size("--max-bytes", help="The largest file, or answer, in bytes."),
    _size("--max-unpacked", help="How many bytes may come out of one compressed file or archive."),
    _size(
        "--max-depth", help="How many layers of files in files, or of lists in lists, are opened."
    ),
)
"""The limits on files."""
text_sizes = together(
    _size("--max-characters", help="The longest text of an article."),
    _size("--max-blocks", help="How many lines one article may have."),
)
"""The limits on what is read out of a file."""


def limits_from(options: Mapping[str, Any]) -> Limits:
    """Return the limits that ``max_…`` options set, with the defaults for the rest."""
    given: dict[str, Any] = {
        name.removeprefix("max_"): value
        for name, value in options.items()
        if name.startswith("max_") and value is not None
    }
    return replace(Limits(), **given)
