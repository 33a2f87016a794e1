"""Whether a witness prints two acts of speech side by side, of two speakers or about two things."""

from __future__ import annotations

from variorum.align.gathering.speakers import is_of_another
from variorum.align.opposites import excluded, in_one_place
from variorum.align.prints import Print
from variorum.align.subsequence import in_common

# Two sentences that tell two things in one wording share so many content words, and so much of
# all that each of them has.
SHARED = 2
MOST = 0.6


def are_two_acts(one: Print, other: Print) -> bool:
    """Tell whether a witness gives two prints to two speakers, or tells two things in them.

    A heading may slip, and means what it stands over.
    """
    if one.in_headline or other.in_headline:
        return False
    speakers = one.quotation.speaker, other.quotation.speaker
    return is_of_another(*speakers, one.found) or are_two_things(one, other)


def are_two_things(one: Print, other: Print) -> bool:
    """Tell whether two prints tell two things in one wording: the older man, the younger man.

    Nearly all their content is shared, and of the rest a word excludes another in its place, a
    number or a rank is another, or one of them denies.
    """
    sides = [[word for word in row.words if word.content] for row in (one, other)]
    keys = [[word.key for word in side] for side in sides]
    shared = len(in_common(*keys))
    if one.language is None or shared < SHARED or shared < MOST * max(map(len, keys)):
        return False
    figures = [{w.key for w in row.words if w.is_number or w.rank} for row in (one, other)]
    if figures[0] - figures[1] and figures[1] - figures[0]:
        return True
    denied = [any(one.language.negates(word.form) for word in row.words) for row in (one, other)]
    excludes = in_one_place(one.words, other.words, excluded(one.language))
    return denied[0] != denied[1] or excludes is not None
