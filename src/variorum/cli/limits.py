"""The size options that commands share."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, TypeVar

import click

from variorum.model.limits import Limits

ADDRESSES = "How many addresses one list may name."
_C = TypeVar("_C", bound=Callable[..., Any])
_SIZE = click.IntRange(1)
_OF_FILES = {
    "--max-bytes": "The largest file, or answer, in bytes.",
    "--max-unpacked": "How many bytes may come out of one compressed file or archive.",
    "--max-depth": "How many layers of files in files, or of lists in lists, are opened.",
}
_OF_TEXTS = {
    "--max-characters": "The longest text of an article.",
    "--max-blocks": "How many lines one article may have.",
}


def file_sizes(command: _C) -> _C:
    """Give a command the limits on files."""
    return _with(command, _OF_FILES)


def text_sizes(command: _C) -> _C:
    """Give a command the limits on what is read out of a file."""
    return _with(command, _OF_TEXTS)


def _with(command: _C, options: Mapping[str, str]) -> _C:
    for name, told in reversed(list(options.items())):
        command = click.option(name, type=_SIZE, help=told)(command)
    return command


def limits_from(options: Mapping[str, Any]) -> Limits:
    """Return the limits that ``max_…`` options set, with the defaults for the rest."""
    given: dict[str, Any] = {
        name.removeprefix("max_"): value
        for name, value in options.items()
        if name.startswith("max_") and value is not None
    }
    return replace(Limits(), **given)
