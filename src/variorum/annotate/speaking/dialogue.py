"""Dialogues: who speaks in all turns of a told conversation, decided together.

Each turn has a worth for each person who may speak it, each step from turn to turn one for going on
and one for going back to who spoke before; the chances of everybody follow from all of them by the
forward-backward algorithm over pairs of speakers (a conditional random field; Lafferty, McCallum
and Pereira, 2001), so that a name printed later tells of the turns before it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from variorum.annotate.speaking.addressed import addressed
from variorum.annotate.speaking.steps import step
from variorum.annotate.speaking.talk import HE, NOBODY, SHE, Talk, candidates
from variorum.annotate.speaking.turn_views import view

Floats = NDArray[np.float64]
Settle = Callable[[Talk], dict[int, int | None]]
"""A talk in; out the speaker of each turn that it decides, None where nobody is likely enough."""

# A dialogue has at least so many turns that follow a paragraph of speech and name nobody, and they
# are at least this share of its direct turns.
TURNS, SHARE = 3, 0.18
# Among how many of the worthiest a turn is decided, and from what chance on somebody is named.
WIDTH = 6
LEAST = 0.3
_FREE = frozenset({NOBODY, HE, SHE})


@dataclass(slots=True)
class Place:
    """A turn of a dialogue.

    Args:
        at: its place among the turns of the talk.
        numbers: of the people who may speak it; one alone where it is known, -1 for nobody known.
        rows: what ``view`` shows of each; empty where it is known.
        signs: of each, whether they are addressed in the turn, before and behind it.
        step: from the turn before it, empty for the first.
    """

    at: int
    numbers: list[int]
    rows: list[list[float]]
    signs: list[list[float]]
    step: list[float]


def is_dialogue(talk: Talk) -> bool:
    """Tell a told conversation from a report, where words without a tag carry speech on."""
    direct = [turn for turn in talk.turns if turn.draft.form == "direct" and turn.draft.marks]
    following = 0
    for one, other in pairwise(direct):
        opens = other.outer[0] - talk.blocks[other.draft.block].span[0] <= 1
        following += opens and other.kind == NOBODY and other.draft.block - one.draft.block == 1
    return following >= TURNS and following >= SHARE * len(direct)


def dialogue_of(talk: Talk) -> list[Place]:
    """Return the turns that stand in marks, with all that tells who speaks them.

    Args:
        talk: a conversation of which only what is sure is decided.
    """
    at = [place for place, turn in enumerate(talk.turns) if _is_spoken(talk, place)]
    called = [frozenset[int](), *addressed(talk, at), frozenset[int]()]
    places = []
    for n, place in enumerate(at):
        turn = talk.turns[place]
        free = turn.number is None and turn.kind in _FREE
        numbers = candidates(talk, place) if free else []
        rows = view(talk, place, None, numbers) if numbers else []
        if not numbers:
            numbers = [-1 if turn.number is None else turn.number]
        here, before, behind = called[n + 1], called[n], called[n + 2]
        signs = [[float(x in here), float(x in before), float(x in behind)] for x in numbers]
        steps = step(talk, at[n - 1], place) if n else []
        places.append(Place(place, numbers, rows, signs, steps))
    return places


def _is_spoken(talk: Talk, place: int) -> bool:
    draft = talk.turns[place].draft
    return draft.form == "direct" or (bool(draft.marks) and draft.spans[0] == draft.marks[0])


def settled(talk: Talk) -> dict[int, int | None]:
    """Return who speaks each free turn of a dialogue, nothing for what is none.

    Args:
        talk: a conversation of which only what is sure is decided.
    """
    from variorum.annotate.speaking.speaker_model import worths

    if not is_dialogue(talk):
        return {}
    places = dialogue_of(talk)
    weighed = [worths(place.rows, place.signs, place.step) for place in places]
    return decode(places, [worth for worth, _ in weighed], [going for _, going in weighed])


def decode(
    places: Sequence[Place], worth: Sequence[Sequence[float]], going: Sequence[Sequence[float]]
) -> dict[int, int | None]:
    """Return the likeliest speaker of each free turn, None where none is likely enough.

    Args:
        places: the turns of a dialogue.
        worth: of each person who may speak each turn.
        going: of each turn, what it is worth that the speaker before goes on, and that the one
            before that speaks again.
    """
    kept = [_worthiest(place, values) for place, values in zip(places, worth, strict=True)]
    found: dict[int, int | None] = {}
    for place, (numbers, _), chances in zip(places, kept, _chances(kept, going), strict=True):
        if place.rows:
            best = int(np.argmax(chances))
            found[place.at] = numbers[best] if chances[best] >= LEAST else None
    return found


def _worthiest(place: Place, worth: Sequence[float]) -> tuple[list[int], Floats]:
    order = sorted(range(len(place.numbers)), key=lambda n: (-worth[n], n))[:WIDTH]
    values = np.array([worth[n] for n in order])
    # Nobody known is nobody's neighbour: no two of them are one.
    numbers = [place.numbers[n] if place.numbers[n] >= 0 else -1 - place.at for n in order]
    return numbers, values


def _chances(
    kept: Sequence[tuple[list[int], Floats]], going: Sequence[Sequence[float]]
) -> list[Floats]:
    """Return the chance of each person kept, for each turn, from all turns together.

    What is summed stands for pairs of speakers: of a turn and of the one before it.
    """
    if not kept:
        return []
    ahead = [np.zeros((1, len(kept[0][0]))) + kept[0][1]]
    pairs = [_pair(kept, going, at) for at in range(1, len(kept))]
    for scores in pairs:
        ahead.append(_summed(ahead[-1][:, :, None] + scores, axis=0))
    behind = [np.zeros_like(ahead[-1])]
    for scores in reversed(pairs):
        behind.append(_summed(scores + behind[-1][None], axis=2))
    found = []
    for one, other in zip(ahead, reversed(behind), strict=True):
        whole = np.exp(one + other - (one + other).max())
        found.append(np.round(whole.sum(axis=0) / whole.sum(), 6))
    return found


def _pair(
    kept: Sequence[tuple[list[int], Floats]], going: Sequence[Sequence[float]], at: int
) -> Floats:
    """Return the worth of each speaker of a turn after each two before it."""
    now, last = np.array(kept[at][0]), np.array(kept[at - 1][0])
    earlier = np.array(kept[at - 2][0] if at > 1 else [-(10**9)])
    on, back = going[at]
    same = (last[:, None] == now[None, :]).astype(float)
    again = (earlier[:, None] == now[None, :]).astype(float)
    returns = again[:, None, :] * (1.0 - same)[None]
    worth: Floats = on * same[None] + back * returns + kept[at][1][None, None, :]
    return worth


def _summed(values: Floats, axis: int) -> Floats:
    top = values.max(axis=axis, keepdims=True)
    summed: Floats = np.log(np.exp(values - top).sum(axis=axis, keepdims=True)) + top
    return summed.squeeze(axis=axis)
