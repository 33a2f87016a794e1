"""The size options that commands share."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from variorum.model.limits import Limits

UNPACKED = "How many bytes may come out of one compressed file or archive."
DEPTH = "How many layers of files in files are opened."
ADDRESSES = "How many addresses one list may name."
BLOCKS = "How many lines one article may have."


def limits_from(options: Mapping[str, Any]) -> Limits:
    """Return the limits that ``max_…`` options set, with the defaults for the rest."""
    given: dict[str, Any] = {
        name.removeprefix("max_"): value
        for name, value in options.items()
        if name.startswith("max_") and value is not None
    }
    return replace(Limits(), **given)
