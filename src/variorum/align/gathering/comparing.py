"""How near two prints are, by what their words, speakers and days say together."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from variorum.align.gathering.occasions import are_two_days, exclude_days, is_recalled, one_day
from variorum.align.gathering.profiles import Profile, profile, without_slips
from variorum.align.gathering.rivals import are_one_word, are_silent, candidates
from variorum.align.gathering.similarity import Affinity, affinity, most_likely, speakers_of
from variorum.align.gathering.surroundings import Surroundings
from variorum.align.gathering.turned_words import are_told_alike, differ_in_one_word
from variorum.align.gathering.two_acts import are_two_things
from variorum.align.prints import Print

ENOUGH = 0.57
# Less is enough for a quotation beside one that the same print of the other witness joins it to.
ENOUGH_BESIDE = 0.4
Pair = tuple[str, str]


def profiles(prints: Mapping[str, Print]) -> dict[str, Profile]:
    """Return what each print is compared by."""
    articles = {one.witness: one.found for one in prints.values()}
    around = {key: Surroundings(found) for key, found in articles.items()}
    return {key: profile(one, around[one.witness]) for key, one in prints.items()}


def compare(sides: Mapping[str, Profile], days: Mapping[str, str | None]) -> dict[Pair, Affinity]:
    """Return how near the pairs of prints are that may be of one act of speech.

    Two things told on two days are two; a clause of one content word, of one speaker and day, is
    one ("I will resign", "he would not resign"), and so is a sentence but for a contrary.
    """
    found = {}
    recalled = {key for key, side in sides.items() if is_recalled(side.of)}
    for one, other in candidates(sides):
        if exclude_days(days[one], days[other]):
            continue
        stated = days[one], days[other]
        if are_two_days(*stated) and are_two_things(sides[one].of, sides[other].of):
            continue
        first, second = as_of_one_day(sides[one], sides[other], stated)
        brief = _are_brief(first, second, stated)
        if not brief and most_likely(first, second) < ENOUGH_BESIDE:
            continue
        if near := affinity(first, second):
            if (one in recalled) != (other in recalled):
                near = near.recalled()
            found[one, other] = replace(near, score=max(near.score, ENOUGH)) if brief else near
    return found


def _are_brief(one: Profile, other: Profile, days: tuple[str | None, str | None]) -> bool:
    """Tell whether two witnesses print one speaker in one word, or alike but for one word.

    Of one day, if the words say anything; or of none, where all about them is told alike.
    """
    if len(one.keys) != len(other.keys) or one.of.witness == other.of.witness:
        return False
    if speakers_of(one, other) != "same":
        return False
    turned = differ_in_one_word(one, other)
    if turned and days == (None, None) and are_told_alike(one, other):
        return True
    said = turned or are_one_word(one, other)
    return are_silent(one, other) or (said and one_day(one.of, other.of, days))


def as_of_one_day(
    one: Profile, other: Profile, days: tuple[str | None, str | None]
) -> tuple[Profile, Profile]:
    """Return two profiles, without their numbers where one of these must be a slip.

    One sentence of one speaker and day is one act of speech, whatever number is printed in it.
    """
    numbers = one.numbers and other.numbers and one.values != other.values
    if numbers and speakers_of(one, other) == "same" and one_day(one.of, other.of, days):
        return without_slips(one, other)
    return one, other
