"""Drawers: packages to which one adds a file. A file's name is its key; no list is kept by hand."""

from __future__ import annotations

import pkgutil
from importlib import import_module
from types import ModuleType

from variorum.errors import SetupError


def keys(drawer: ModuleType) -> tuple[str, ...]:
    """Return the keys of a drawer, sorted, without importing what is in it."""
    found = (module.name for module in pkgutil.iter_modules(drawer.__path__))
    return tuple(sorted(name for name in found if not name.startswith("_")))


def take(drawer: ModuleType, key: str) -> ModuleType:
    """Import and return the file ``key`` of a drawer.

    Raises:
        SetupError: there is no such file, or an extra it needs is not installed.
    """
    known = keys(drawer)
    if key not in known:
        raise SetupError(f"no {key!r} in {drawer.__name__}; there are: {', '.join(known)}")
    try:
        return import_module(f"{drawer.__name__}.{key}")
    except ModuleNotFoundError as missing:
        raise SetupError(
            f"{drawer.__name__}.{key} needs the package {missing.name!r}, which is not installed"
        ) from missing
