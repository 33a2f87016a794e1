"""A day as a person writes it to ask from when on: ``2031-05-09``, and a day that there is."""

from __future__ import annotations

import re
from datetime import date

_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
EXAMPLE = "2031-05-09"


def is_day(words: str) -> bool:
    """Tell whether ``words`` are a day of the calendar as ISO 8601 writes it."""
    if not _DAY.fullmatch(words):
        return False
    try:
        date.fromisoformat(words)
    except ValueError:
        return False
    return True
