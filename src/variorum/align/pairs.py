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

# Every two of so many witnesses are compared; of more, each with the one that prints most, and one
# witness each of every two of so many wordings.
EVERY = 8
WORDINGS = 6

Asked = Mapping[str, Question]


def find_pair_variants(group: Sequence[str], story: Exchange, asked: Asked) -> list[Placed]:
    """Return the variants of an utterance, each with the words that it lies in.

    Args:
        group: the ids of its prints.
        story: what they belong to.
        asked: the questions that some of the prints answer.
    """
    by_witness: dict[str, list[str]] = defaultdict(list)
    for key in group:
        by_witness[story.prints[key].witness].append(key)
    found = [
        variant
        for pair in _pairs(by_witness, story)
        for keys in [sorted(key for one in set(pair) for key in by_witness[one])]
        for variant in _of_pair(keys, story, asked)
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
        spread = combinations(sorted(_commonest(by_witness, story)), 2)
        yield from sorted({*((min(most, o), max(most, o)) for o in known if o != most), *spread})


def _commonest(by_witness: Mapping[str, Sequence[str]], story: Exchange) -> list[str]:
    """Return a witness of each of the wordings that most have, the longer ones first."""
    same: dict[tuple[tuple[str, ...], ...], list[str]] = defaultdict(list)
    for witness, keys in sorted(by_witness.items()):
        rows = sorted((story.prints[key] for key in keys), key=lambda row: row.quotation.spans)
        same[tuple(tuple(word.form for word in row.words) for row in rows)].append(witness)
    ranked = sorted(same, key=lambda said: (-len(same[said]), -sum(map(len, said)), said))
    return [same[said][0] for said in ranked[:WORDINGS]]


def _length(keys: Sequence[str], story: Exchange) -> int:
    return sum(len(story.prints[key].words) for key in keys)


def _of_pair(group: Sequence[str], story: Exchange, asked: Asked) -> list[Placed]:
    """Return the variants of the prints of two witnesses."""
    prints = [story.prints[key] for key in group]
    sources: dict[str, Source] = {one.article.id: one.article for one in prints}
    asides = asides_of(prints, asked)
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


def asked_of(prints: Sequence[Print]) -> dict[str, Question]:
    """Return the questions that prints answer, by the ids of these."""
    found = ((one.quotation.id, asked_before(one)) for one in prints)
    return {key: asked for key, asked in found if asked is not None}


def asides_of(prints: Sequence[Print], asked: Asked) -> dict[str, tuple[Question, Print]]:
    """Return the prints that repeat the question another witness's print answers, with both."""
    found: dict[str, tuple[Question, Print]] = {}
    for answer in prints:
        question = asked.get(answer.quotation.id)
        if question is not None and answer.quotation.id not in found:
            others = (one for one in prints if one.witness != answer.witness)
            repeats = (one for one in others if repeats_question(one, question, [answer]))
            found |= {one.quotation.id: (question, answer) for one in repeats}
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
