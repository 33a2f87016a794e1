"""Events that are invented by chance, and how outlets word them.

All but the smallest words are drawn anew for each event, out of the vocabulary that ships: reports
that have their words from one template are of one event to whatever sorts them by their words.
"""

from __future__ import annotations

import json
import random
from datetime import datetime
from functools import cache

from variorum import weights

_HEADLINES = ("{0}s of {place} {1}ed by {who}", "{who} and the {0}s: {n} are {1}ed in {place}")
_SENTENCES = (
    "The {0}s of {place} were {1}ed on {day} by {who} and {n} {2}s.",
    "“We {3}ed the {4} with a {5},” {who} said.",
    "{other} said that the {6} was to be {7}ed by the {8} of {org}.",
    "Of the {9}s, {n} were not {1}ed, and {org} has not {10}ed them.",
    "{org} is the {11} of the {12}s in {place}.",
    "“It was {13} and {14},” {other} said of the {0}s.",
)
_WORDS = 15


class Event:
    """Something that happened, with words, names and numbers of its own.

    Args:
        chance: what all of it is drawn from.
    """

    def __init__(self, chance: random.Random) -> None:
        self.words = [_word(chance) for _ in range(_WORDS)]
        self.facts = {
            "place": _word(chance).capitalize(),
            "org": _word(chance).capitalize(),
            "who": f"{_word(chance)} {_word(chance)}".title(),
            "other": f"{_word(chance)} {_word(chance)}".title(),
            "n": str(chance.randint(12, 999)),
        }


def told_of(event: Event, date: datetime, chance: random.Random) -> str:
    """Return one outlet's report: a headline, the date, and most of what there is to say."""
    sentences = sorted(chance.sample(_SENTENCES, 5), key=_SENTENCES.index)
    lines = (chance.choice(_HEADLINES), f"Published: {date:%d %B %Y %H:%M} UTC", *sentences)
    return "\n".join(lines).format(*event.words, day=f"{date:%A}", **event.facts)


def _word(chance: random.Random) -> str:
    return chance.choice(_words())


@cache
def _words() -> list[str]:
    known = json.loads(weights.read("vocabulary.json"))["model"]["vocab"]
    return sorted(word for word in known if word.isascii() and word.isalpha() and len(word) > 4)
