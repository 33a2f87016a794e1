"""Words that two prints both have in marks, and that one speaker cannot both have said."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from variorum.align.collating.spellings import respelt
from variorum.align.prints import Print, PrintWord
from variorum.align.subsequence import in_common
from variorum.languages import Language
from variorum.model.words import stem_of

# Marks that both vouch for their words: so many content words of each that the other replaces,
# or so many that are more than this part of them.
REPLACED = 3
REPLACED_IN_SHORT = 2
PART_REPLACED = 1 / 3
# Two direct quotations with no run of so many words in common that share less than this part of
# their content are two wordings of one.
RUN = 4
SHARED = 0.5

Words = Sequence[PrintWord]


def replaced_in_marks(one: Words, other: Words, language: Language) -> str | None:
    """Return words in marks that stand for others in the other's marks, None where few do.

    Marks with no word in common are two quotations, not two wordings of one; other numbers, other
    names and other spellings are no other words. A print that begins much earlier in the speech
    than the other, or ends much later, replaces nothing there.
    """
    parts = [_parts(side, language) for side in (one, other)]
    sides = [[word for _, word in side] for side in parts]
    common = in_common([key for key, _ in parts[0]], [key for key, _ in parts[1]])
    shared = {sides[0][a].marks for a, _ in common}, {sides[1][b].marks for _, b in common}
    edges = [(-1, -1), *common, (len(sides[0]), len(sides[1]))]
    gaps = [(sides[0][a + 1 : c], sides[1][b + 1 : d]) for (a, b), (c, d) in pairwise(edges)]
    kept = [
        tuple([w for w in side if w.marks in met] for side, met in zip(gap, shared, strict=True))
        for gap in gaps
    ]
    swapped = [
        gap
        for gap in kept
        if all(gap) and not _spelt_otherwise(gap[0], gap[1], language) and not _are_names(gap)
    ]
    if not any(all(gap) for gap in kept[1:-1]) and not any(_are_even(*gap) for gap in swapped):
        return None
    count = sum(min(map(len, gap)) for gap in swapped)
    part = PART_REPLACED * min(map(len, sides))
    if not common or (count < REPLACED and (count < REPLACED_IN_SHORT or count <= part)):
        return None
    return ", ".join(
        " / ".join(f"“{' '.join(word.form for word in side)}”" for side in gap) for gap in swapped
    )


def _parts(words: Words, language: Language) -> list[tuple[str, PrintWord]]:
    """Return the content words in marks, each with its key: "rank-and-file" is two of them."""
    found = []
    for word in words:
        if word.content and word.marks is not None and not word.is_number:
            joined = [part for part in word.form.split("-") if part not in language.function_words]
            keys = [stem_of(part) for part in joined if part] if "-" in word.form else [word.key]
            found += [(key, word) for key in keys]
    return found


def _are_even(one: Words, other: Words) -> bool:
    """Tell whether one of two stretches has no more than half as many words again as the other."""
    fewer, more = sorted((len(one), len(other)))
    return 2 * more <= 3 * fewer


def _are_names(gap: Sequence[Words]) -> bool:
    """Tell whether as many names stand for others, which is told as another name."""
    return len(gap[0]) == len(gap[1]) and all(word.is_name for side in gap for word in side)


def _spelt_otherwise(one: Words, other: Words, language: Language) -> bool:
    """Tell whether words are others in another spelling, or written as one: "health care"."""
    if len({"".join(word.form for word in side) for side in (one, other)}) == 1:
        return True
    pairs = zip(one, other, strict=False)
    return len(one) == len(other) and all(respelt(a, b, language) for a, b in pairs)


def retold_in_marks(one: Print, other: Print) -> str | None:
    """Return two direct quotations that say one thing in other words throughout, else None."""
    if any(row.quotation.form != "direct" or row.in_headline for row in (one, other)):
        return None
    forms = [[word.form for word in row.words] for row in (one, other)]
    pairs = in_common(*forms)
    if _longest_run(pairs) >= RUN:
        return None
    keys = [{word.key for word in row.words if word.content} for row in (one, other)]
    common = keys[0] & keys[1]
    if any(len(side) < REPLACED or len(common) > SHARED * len(side) for side in keys):
        return None
    if min(len(side - common) for side in keys) < REPLACED:
        return None
    return " / ".join(f"“{row.said(row.words[:RUN])} …”" for row in (one, other))


def _longest_run(pairs: Sequence[tuple[int, int]]) -> int:
    """Return how many words stand side by side in both, at most."""
    longest = run = 0
    last = (-2, -2)
    for pair in pairs:
        run = run + 1 if pair == (last[0] + 1, last[1] + 1) else 1
        longest, last = max(longest, run), pair
    return longest
