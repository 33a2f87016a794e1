"""The variants of an utterance: those of each two witnesses, put together.

What two witnesses differ in depends on their own prints only, so that a third one changes no
variant and no weight. Variants that tell of one difference are joined into one with the readings of
all: where every reading of some witnesses differs so from every reading of the others.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations

from variorum.align.asked import Question, asked_before
from variorum.align.contrasts import contrasts
from variorum.align.echoes import question_variants
from variorum.align.forces import force_variants
from variorum.align.grouping import Exchange
from variorum.align.merging import merged
from variorum.align.prints import Print
from variorum.align.questions import repeats_question
from variorum.align.segments import segmented
from variorum.align.variants import Placed, find_variants
from variorum.model.identity import Source

# Every two of so many witnesses are compared; of more, each with the one that prints most.
EVERY = 8


def find_pair_variants(group: Sequence[str], story: Exchange) -> list[Placed]:
    """Return the variants of an utterance, each with the words that it lies in.

    Args:
        group: the ids of its prints.
        story: what they belong to.
    """
    by_witness: dict[str, list[str]] = defaultdict(list)
    for key in group:
        by_witness[story.prints[key].witness].append(key)
    found = [
        variant
        for pair in _pairs(by_witness, story)
        for variant in _of_pair(sorted(key for one in set(pair) for key in by_witness[one]), story)
    ]
    return merged(found, {story.prints[key].witness: story.prints[key].article for key in group})


def _pairs(by_witness: Mapping[str, Sequence[str]], story: Exchange) -> Iterator[tuple[str, str]]:
    """Yield the witnesses that are set against each other; one alone is against itself."""
    known = sorted(by_witness)
    if len(known) == 1:
        yield known[0], known[0]
    elif len(known) <= EVERY:
        yield from combinations(known, 2)
    else:
        most = min(known, key=lambda one: (-_length(by_witness[one], story), one))
        yield from ((min(most, one), max(most, one)) for one in known if one != most)


def _length(keys: Sequence[str], story: Exchange) -> int:
    return sum(len(story.prints[key].words) for key in keys)


def _of_pair(group: Sequence[str], story: Exchange) -> list[Placed]:
    """Return the variants of the prints of two witnesses."""
    prints = [story.prints[key] for key in group]
    sources: dict[str, Source] = {one.article.id: one.article for one in prints}
    asides = asides_of(prints)
    answers = [key for key in group if key not in asides]
    rows = sorted(rows_of(group, asides, story), key=lambda row: row.quotation.id)
    placed = find_variants(rows, segmented(rows), sources, story.pages)
    known = [variant for variant, _ in placed]
    wholes = [
        *force_variants(answers, story.prints, story.links),
        *(
            variant
            for key, (asked, answer) in asides.items()
            for variant in question_variants(story.prints[key], asked, answer)
        ),
    ]
    seen = contrasts(answers, story.prints, story.links, known)
    return [*placed, *((variant, frozenset()) for variant in wholes), *seen]


def asides_of(prints: Sequence[Print]) -> dict[str, tuple[Question, Print]]:
    """Return the prints that repeat the question another witness's print answers, with both."""
    found: dict[str, tuple[Question, Print]] = {}
    for answer in prints:
        others = [one for one in prints if one.witness != answer.witness]
        asked = asked_before(answer) if others else None
        if asked is not None and answer.quotation.id not in found:
            repeats = (one for one in others if repeats_question(one, asked, [answer]))
            found |= {one.quotation.id: (asked, answer) for one in repeats}
    return found


def rows_of(group: Sequence[str], asides: Collection[str], story: Exchange) -> list[Print]:
    """Return the prints; those that repeat a longer one of their witness, or a question, echo."""
    of: dict[str, list[str]] = defaultdict(list)
    rows = []
    for key in sorted(group, key=lambda key: (-len(story.prints[key].words), key)):
        witness = story.prints[key].witness
        if key in asides or any(story.link(key, main) for main in of[witness]):
            rows.append(replace(story.prints[key], echo=True))
        else:
            of[witness].append(key)
            rows.append(story.prints[key])
    return rows
