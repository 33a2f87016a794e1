"""The variants of an utterance: those of each two witnesses, put together.

What two witnesses differ in depends on their own prints only, so that a third one changes no
variant and no weight. Variants that tell of one difference are joined into one with the readings of
all: where every reading of some witnesses differs so from every reading of the others.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations

from variorum.align.collating.asked import Question, asked_before
from variorum.align.collating.contrasts import contrasts
from variorum.align.collating.echoes import question_variants
from variorum.align.collating.forces import force_variants
from variorum.align.collating.merging import merged
from variorum.align.collating.questions import repeats_question
from variorum.align.collating.segments import segmented
from variorum.align.collating.twins import with_twins, wordings
from variorum.align.collating.variants import Placed, find_variants
from variorum.align.gathering.answers import opening_of, stands_for
from variorum.align.gathering.denials import withholding
from variorum.align.gathering.grouping import Exchange
from variorum.align.prints import Print
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
    if len(group) == 1:
        return []
    rows: dict[str, list[Print]] = defaultdict(list)
    for one in sorted((story.prints[key] for key in group), key=lambda one: one.quotation.spans):
        rows[one.witness].append(one)
    same = wordings(rows)
    twins = {held[0]: held[1:] for held in same}
    found = [
        with_twins(variant, twins, rows) if spread else variant
        for pair, spread in _pairs(rows, [held[0] for held in same])
        for keys in [sorted(one.quotation.id for side in set(pair) for one in rows[side])]
        for variant in _of_pair(keys, story, asked)
    ]
    return merged(found, {one: prints[0].article for one, prints in rows.items()})


def _pairs(
    rows: Mapping[str, Sequence[Print]], commonest: Sequence[str]
) -> Iterator[tuple[tuple[str, str], bool]]:
    """Yield the witnesses that are set against each other, and whether for all of their wordings.

    One alone is set against itself.
    """
    known = sorted(rows)
    if len(known) == 1:
        yield (known[0], known[0]), False
    elif len(known) <= EVERY:
        yield from ((pair, False) for pair in combinations(known, 2))
    else:
        most = min(known, key=lambda one: (-sum(len(row.words) for row in rows[one]), one))
        yield from (((min(most, one), max(most, one)), False) for one in known if one != most)
        spread = combinations(sorted(commonest[:WORDINGS]), 2)
        yield from ((pair, True) for pair in spread if most not in pair)


def _of_pair(group: Sequence[str], story: Exchange, asked: Asked) -> list[Placed]:
    """Return the variants of the prints of two witnesses."""
    prints = [story.prints[key] for key in group]
    sources: dict[str, Source] = {one.article.id: one.article for one in prints}
    asides, told = asides_of(prints, asked), _reported(prints)
    silent = _silent(prints)
    answers = [key for key in group if key not in {*asides, *told, *silent}]
    rows = rows_of(group, {*asides, *told}, story)
    rows.sort(key=lambda row: row.quotation.id)
    found = find_variants(rows, segmented(rows), sources, story.pages)
    placed = [one for one in found if not _is_told_otherwise(one, prints, told.values())]
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
    if any(variant.kind == "paraphrase-in-marks" for variant, _ in seen):
        # What cannot both be the speaker's words is told as such, not as words taken out of them.
        placed = [one for one in placed if one[0].kind != "words-removed"]
    return [*placed, *((variant, frozenset()) for variant in wholes), *seen]


def _reported(prints: Sequence[Print]) -> dict[str, Print]:
    """Return the prints that report a yes or no with its question's words, and that answer."""
    return {
        one.quotation.id: answer
        for answer in prints
        for one in prints
        if one.witness != answer.witness and stands_for(answer, one)
    }


def _silent(prints: Sequence[Print]) -> set[str]:
    """Return the prints whose verb leaves open what another leaves open in its own words."""
    return {
        other.quotation.id
        for one in prints
        for other in prints
        if one.witness != other.witness and withholding(one, other)
    }


def _is_told_otherwise(placed: Placed, prints: Sequence[Print], answers: Iterable[Print]) -> bool:
    """Tell whether all that a print has of a variant is what another says by other means.

    That is its yes or no, or words as "I cannot say" beside "would not say".
    """
    _, lying = placed
    told = [(answer, opening_of(answer)) for answer in answers]
    told += [
        (one, withholding(one, other))
        for one in prints
        for other in prints
        if one.witness != other.witness
    ]
    for one, words in told:
        own = {span for witness, span in lying if witness == one.witness}
        if own and own <= {word.span for word in words}:
            return True
    return False


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
            repeats = (
                one
                for one in others
                if repeats_question(one, question, [answer]) and not stands_for(answer, one)
            )
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
