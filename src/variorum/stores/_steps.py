"""The steps from each form of a library to the next: numbered SQL files, forward only."""

from __future__ import annotations

from importlib import resources


def steps_in(folder: str) -> dict[int, str]:
    """Return the steps of one store, by their numbers.

    Args:
        folder: in which they stand, beside this file.
    """
    place = resources.files("variorum.stores") / folder
    names = sorted(file.name for file in place.iterdir() if file.name.endswith(".sql"))
    return {int(name.removesuffix(".sql")): (place / name).read_text("utf-8") for name in names}
