"""Menus: rows of links that a page prints side by side, known by their shape."""

from __future__ import annotations

import re

_GAP = re.compile(r" [|/·•›»>→] |\t|  ")
_LEAST_LINKS = 3
_MOST_WORDS = 4
_LOOK = 400


def is_menu(line: str) -> bool:
    """Tell whether a line is a row of three or more short links with marks or gaps between.

    >>> is_menu("Home | World | Sport"), is_menu("Home, sweet home | a review")
    (True, False)
    """
    links = [link for link in _GAP.split(line[:_LOOK]) if link.strip()]
    return len(links) >= _LEAST_LINKS and all(len(k.split()) <= _MOST_WORDS for k in links)
