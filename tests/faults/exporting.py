"""Replaces a file by one edition and another for ever, and says of each that it is written."""

from __future__ import annotations

import sys
from itertools import cycle

from variorum.cli.writing import write

if __name__ == "__main__":
    for letter in cycle("ab"):
        write(letter * 3_000_000, sys.argv[1])
        print(letter, flush=True)
