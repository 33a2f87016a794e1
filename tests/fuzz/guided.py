"""Runs one harness under libFuzzer, by atheris: ``python -m tests.fuzz.guided NAME OPTION …``.

Whatever of the package the harness loads is watched, so nothing of it may be loaded before.
"""

from __future__ import annotations

import sys


def main(name: str, options: list[str]) -> None:
    """Run a harness until the time is up; never returns."""
    import atheris

    with atheris.instrument_imports(include=["variorum"]):
        from tests.fuzz.harnesses import HARNESSES
        from tests.fuzz.seeds import seeds

        for data in seeds()[name]:
            HARNESSES[name](data)
    atheris.Setup([sys.argv[0], *options], HARNESSES[name])
    atheris.Fuzz()


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
