"""The words by which a text takes up its own counts, days, people and quotations."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class FlagWords:
    """What the flags of one article need to know. Words are in lower case, nouns in the singular.

    Args:
        anybody: nouns for people of whatever kind: ``victim``.
        crowds: nouns for many that have no plural here: ``crew``.
        everybody: nouns for people of one kind: ``pupil``.
        whole: words before a count that is one of all: ``all``.
        elsewhere: words by which a count is of others: ``other``.
        rungs: a row each of what goes on, from what is least to what is most: ``charged``,
            ``convicted``, ``jailed``; words, and phrases of several.
        unsettled: words before one of these that leave open whether it comes about: ``if``.
        favour: words for those who voted for something.
        decided: verbs for what comes of a vote or a game: ``lost`` by four votes.
        sums: nouns for money that was named before by what it is for: ``the proceeds``.
        adding: words that add the last of a row of parts: ``and``.
        softer: words that only wish or allow what ``will`` and ``must`` tell.
        happenings: a row each of words and phrases for what comes about but once to what a text
            is about: ``founded``, ``established``, ``foundation``.
        bodies: nouns by which a text takes up what it is about: ``the firm``.
        anew: words by which something happens again, or otherwise than was said: ``another``.
        neither, others, same: words that take up what is told: ``neither`` village, the
            ``other`` two, the ``same`` poll.
        plain: nouns for acts of speech that are told in few ways: ``apology``.
        sources: nouns for what others tell something in, or who does: ``poll``.
        general: nouns by which a text takes up what it named otherwise: ``side``.
        dozens: nouns for a number: ``a dozen``.
        magnitudes: words for many to how many they are at least: ``hundreds``.
    """

    anybody: frozenset[str]
    crowds: frozenset[str]
    everybody: frozenset[str]
    whole: frozenset[str]
    elsewhere: frozenset[str]
    rungs: tuple[tuple[frozenset[str], ...], ...]
    unsettled: frozenset[str]
    favour: frozenset[str]
    decided: frozenset[str]
    sums: frozenset[str]
    adding: frozenset[str]
    softer: frozenset[str]
    happenings: tuple[frozenset[str], ...]
    bodies: frozenset[str]
    anew: frozenset[str]
    neither: frozenset[str]
    others: frozenset[str]
    same: frozenset[str]
    plain: frozenset[str]
    sources: frozenset[str]
    general: frozenset[str]
    magnitudes: Mapping[str, int]
    dozens: Mapping[str, int]
