"""Prints, as JSON lines, every pattern the package makes while it is loaded and reads the examples.

``python -m tests.watched``, in a process of its own: what is loaded already makes nothing more.
"""

from __future__ import annotations

import importlib
import json
import pkgutil
import re
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import variorum
from tests.patterns import MAKERS, PACKAGE

EXAMPLES = Path(__file__).parents[1] / "examples"
Row = tuple[str, int, str, int, bool]


def main() -> None:
    """Load every module, read the examples, write them in every format, and print the patterns."""
    found: set[Row] = set()
    compiled = re.compile
    for name in MAKERS:
        setattr(re, name, _watched(getattr(re, name), compiled, found))
    for module in pkgutil.walk_packages(variorum.__path__, "variorum."):
        if not module.name.endswith("__main__"):
            with suppress(ModuleNotFoundError):  # an extra that is not installed
                importlib.import_module(module.name)
    from variorum import exports, pipeline

    record = pipeline.read([str(path) for path in sorted(EXAMPLES.rglob("*.[ht][tx][mt]*"))])
    for name in exports.names():
        render = exports.render_files if exports.takes_folder(name) else exports.render
        render(record, name)
    for row in sorted(found):
        print(json.dumps(row))


def _watched(
    make: Callable[..., Any], compiled: Callable[..., re.Pattern[Any]], found: set[Row]
) -> Callable[..., Any]:
    """Return a function of `re` that takes down which pattern the package gives it, and where."""

    def watched(pattern: Any, *given: Any, **named: Any) -> Any:
        frame = sys._getframe(1)
        file = Path(frame.f_code.co_filename)
        if file.is_relative_to(PACKAGE):
            flags = given[0] if make is compiled and given else named.get("flags", 0)
            made = compiled(pattern, flags)
            found.add(row_of(str(file.relative_to(PACKAGE)), frame.f_lineno, made))
        return make(pattern, *given, **named)

    return watched


def row_of(file: str, line: int, pattern: re.Pattern[Any]) -> Row:
    """Return a pattern and where it is made, as JSON can say it."""
    is_text = isinstance(pattern.pattern, str)
    text = pattern.pattern if is_text else pattern.pattern.decode("latin-1")
    return file, line, text, pattern.flags, is_text


if __name__ == "__main__":
    main()
