"""Which prints are compared, and which of them have a better counterpart in the other witness.

Both are asked of two witnesses at a time, so that no other witness changes the answer.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import combinations, pairwise, product, takewhile

from variorum.align.gathering.profiles import Profile
from variorum.align.gathering.similarity import Affinity, speakers_of
from variorum.align.gathering.turned_words import differ_in_one_word
from variorum.align.prints import Print
from variorum.model.spans import overlap

LEAST_SHARED = 2
# A word that more prints of a witness hold links none of them by itself.
COMMON = 6
# So few and so many words are a clause with one content word.
BRIEF = 3, 6

Pair = tuple[str, str]


def candidates(prints: Mapping[str, Profile]) -> Iterator[Pair]:
    """Yield the pairs of prints that share two content words, and one that few prints have.

    Two words side by side count as such a word: prints of common words only meet by these. One
    content word is enough where one says no other and the words around it are the same.
    """
    places: dict[object, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for key in sorted(prints):
        words = [word.key for word in prints[key].words]
        for shown in {*words, *pairwise(words)}:
            places[shown][prints[key].of.witness].append(key)
    met = {
        (min(pair), max(pair))
        for held in places.values()
        for pair in _pairs([keys for keys in held.values() if len(keys) <= COMMON])
    }
    yield from sorted(pair for pair in met if _may_be_one(*map(prints.__getitem__, pair)))


def _may_be_one(one: Profile, other: Profile) -> bool:
    """Tell whether two prints that share a key share enough to be compared."""
    shared = len(one.content & other.content)
    if shared >= LEAST_SHARED:
        return True
    return _are_short(one, other) or (shared > 0 and _say_alike(one, other))


def _are_short(one: Profile, other: Profile) -> bool:
    """Tell whether two prints are too short to share more than one word, or none."""
    if len(one.keys) != len(other.keys):
        return False
    brief = are_one_word(one, other) or are_silent(one, other)
    return brief or differ_in_one_word(one, other)


def _say_alike(one: Profile, other: Profile) -> bool:
    """Tell whether a print of one speaker tells no more than another in like words.

    What a report has in marks stands in the other; or four words in a row are the same, and no day
    or number is another.
    """
    alike = not one.runs.isdisjoint(other.runs) and _holds_all(one, other)
    cut = alike or _stands_marked(one, other) or _stands_marked(other, one)
    return cut and speakers_of(one, other) == "same"


def _holds_all(one: Profile, other: Profile) -> bool:
    """Tell whether one of two prints has no word of content, and none no number, of its own."""
    apart = one.values - other.values and other.values - one.values
    return not apart and (one.content <= other.content or other.content <= one.content)


def _stands_marked(one: Profile, other: Profile) -> bool:
    """Tell whether what a report has in marks stands in another print."""
    return bool(one.marked) and one.of.quotation.form == "mixed" and one.marked in other.line


def are_one_word(one: Profile, other: Profile) -> bool:
    """Tell whether two short prints have one content word each, the same ("I will not resign")."""
    if one.keys != other.keys or len(one.keys) != 1:
        return False
    return all(BRIEF[0] <= len(side.of.words) <= BRIEF[1] for side in (one, other))


def are_silent(one: Profile, other: Profile) -> bool:
    """Tell whether two prints are no more than a verb that is not done ("declined to comment")."""
    if one.keys != other.keys or len(one.keys) != 1:
        return False
    negated = one.of.quotation.negated and other.of.quotation.negated
    return negated and max(len(one.of.words), len(other.of.words)) < BRIEF[0]


def _pairs(held: list[list[str]]) -> Iterator[Pair]:
    for keys in held:
        yield from combinations(keys, 2)
    for one, other in combinations(held, 2):
        yield from product(one, other)


def beaten(compared: Mapping[Pair, Affinity], prints: Mapping[str, Print]) -> frozenset[Pair]:
    """Return the pairs of which one print has a better counterpart in the witness of the other.

    Prints that overlap are no rivals, nor are those of one witness to each other.
    """
    met: dict[tuple[str, str], list[tuple[float, str]]] = defaultdict(list)
    for (one, other), found in compared.items():
        met[one, prints[other].witness].append((-found.odds, other))
        met[other, prints[one].witness].append((-found.odds, one))
    for ranked in met.values():
        ranked.sort()
    return frozenset(
        (one, other)
        for (one, other), found in compared.items()
        if prints[one].witness != prints[other].witness
        and any(
            any(
                not _overlap(prints[rival], prints[held])
                for _, rival in _above(found.odds, met[key, prints[held].witness])
            )
            for key, held in ((one, other), (other, one))
        )
    )


def _above(odds: float, ranked: list[tuple[float, str]]) -> Iterator[tuple[float, str]]:
    return takewhile(lambda rival: -rival[0] > odds, ranked)


def _overlap(one: Print, other: Print) -> bool:
    return any(overlap(a, b) for a in one.quotation.spans for b in other.quotation.spans)
