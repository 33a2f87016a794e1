"""What the words are that a witness does not print where others do, and how much they weigh."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from variorum.align.collating.absences import Absence, Sentence
from variorum.align.collating.conditions import (
    is_conditioned,
    is_stated_beside,
    opening_forms,
    openings,
)
from variorum.align.collating.differences import quoted
from variorum.align.collating.hedges import (
    hedges_in,
    is_lost,
    opening_hedge,
    own_hedges,
    without_hedges,
)
from variorum.align.collating.polarity import denials
from variorum.align.collating.reversals import turns_round
from variorum.align.collating.scopes import place_of
from variorum.align.collating.segments import spans_of
from variorum.align.gathering.elsewhere import LONGEST, MOVED, Page
from variorum.align.prints import Print, PrintWord
from variorum.languages import Language
from variorum.model.spans import Spans, overlap

Typed = tuple[str, str, tuple[str, ...]]
Words = Sequence[PrintWord]

# A clause: so many content words.
CLAUSE = 2
# So many words that stand in a print unbroken were moved there.
UNBROKEN = 4


@dataclass(frozen=True, slots=True)
class Gone:
    """What a gap is, and the stretches it lies in.

    ``hedge`` are the words of a hedge that is gone, of a condition all that is gone with it, and of
    a sentence that takes back the one before it the sentence.
    ``elsewhere`` holds for some witnesses where they print the words after all.
    """

    kind: Typed
    numbers: tuple[int, ...]
    hedge: tuple[PrintWord, ...] = ()
    elsewhere: Mapping[str, Spans] = field(default_factory=dict)


def typed_absence(gap: Absence, pages: Mapping[str, Page]) -> Iterator[Gone]:
    """Yield what a witness does not print where others do, and what it prints elsewhere."""
    parts = _parts(gap)
    spots = [_spots(part, gap, pages) for part in parts]
    kept = []
    for part, spot in zip(parts, spots, strict=True):
        if len(spot) == len(gap.near):
            yield Gone(_moved_kind(gap, part, spot), part[0], elsewhere=spot)
        else:
            kept.append((part, spot))
    if len(kept) < len(parts):
        gap = _without(gap, [part for part, _ in kept])
    if kept:
        yield from _gone(gap, kept[0][1] if len(kept) == 1 else {})


def _moved_kind(gap: Absence, part: Sentence, spots: Mapping[str, Spans]) -> Typed:
    """Type words that stand at another place: in the print itself in another order, or beside it.

    What a witness prints outside the print is cut from that, but no less known to its reader.
    """
    told = f"printed at another place: {quoted(gap.fullest, part[1])}"
    inside = (
        any(overlap(span, own) for span in spots[row.witness] for own in row.quotation.spans)
        for row in gap.near
    )
    kind = "wording" if any(inside) else _cut(_without(gap, [part]))[0]
    return kind, "minor", (told,)


def _gone(gap: Absence, elsewhere: Mapping[str, Spans]) -> Iterator[Gone]:
    language = gap.fullest.language
    rest = gap.words if gap.sentences else without_hedges(gap.words, language)
    kind, turned = _cut(gap), _turned(gap)
    if turned:
        told = f"negation on one side only: {quoted(gap.fullest, gap.words)} / —"
        yield Gone(("polarity-reversed", "major", (told,)), gap.numbers, elsewhere=elsewhere)
    lost = () if gap.sentences else _lost_hedge(gap, gap.words)
    more = len(rest) == len(gap.words) or any(word.content for word in rest)
    more = more and not (kind[0] == "shortened" and _is_condition(lost, language))
    if more and (not turned or kind[0] == "ellipsis-spliced"):
        yield Gone(kind, gap.numbers, elsewhere=elsewhere)
    for numbers, words in gap.sentences or ((gap.numbers, gap.words),):
        opening = opening_hedge(words, language)
        found = opening if gap.sentences else lost
        if (
            gap.sentences
            and language
            and any(own_hedges(r, gap.fullest, language) for r in gap.near)
        ):
            continue
        if found:
            told = f"hedge not printed: {quoted(gap.fullest, found)}"
            whole = words if gap.sentences or _is_condition(found, language) else found
            yield Gone(("hedge-absent", "major", (told,)), numbers, tuple(whole), elsewhere)


def _lost_hedge(gap: Absence, words: Sequence[PrintWord]) -> Sequence[PrintWord]:
    """Return the first hedge among words that weakens what all witnesses of a gap print."""
    language, own = gap.fullest.language, gap.fullest
    if language is None:
        return ()
    lost = (
        hedge
        for hedge in hedges_in(words, language)
        if all(is_lost(hedge, own, row, language) for row in gap.near)
        and not any(own_hedges(row, own, language) for row in gap.near)
    )
    return next(lost, _condition(gap, words, language))


def _is_condition(words: Words, language: Language | None) -> bool:
    """Tell a word that opens a condition from a hedge."""
    listed = language.variants.conditions if language else frozenset()
    return len(words) == 1 and words[0].form in listed


def _condition(gap: Absence, words: Sequence[PrintWord], language: Language) -> Words:
    """Return the word that opens a condition on what the witnesses of a gap print, if one does."""
    own = gap.fullest
    opened = openings(words[:2], language)
    if not opened or any(row.quotation.use == "fragment" for row in gap.near):
        return ()
    if any(is_stated_beside(own, row, language) for row in gap.near):
        return ()
    said = {
        form for row in gap.near for form in opening_forms(row, range(len(row.words)), language)
    }
    keys = {word.key for row in gap.near for word in row.words if word.content}
    return next(
        (
            words[at : at + 1]
            for at, stop in sorted(opened)
            if stop == at + 1
            for place in [place_of(words[at], own)]
            if said.isdisjoint(opening_forms(own, range(place, place + 1), language))
            and is_conditioned(place, own, keys)
        ),
        (),
    )


def _parts(gap: Absence) -> list[Sentence]:
    """Return the whole sentences of a gap, and its other words as one part."""
    whole = {id(word) for _, words in gap.sentences for word in words}
    taken = {number for numbers, _ in gap.sentences for number in numbers}
    rest = tuple(word for word in gap.words if id(word) not in whole)
    numbers = tuple(number for number in gap.numbers if number not in taken)
    return [*gap.sentences, (numbers, rest)] if rest and numbers else [*gap.sentences]


def _without(gap: Absence, kept: Sequence[Sentence]) -> Absence:
    """Return a gap with those of its parts that are kept only."""
    return replace(
        gap,
        numbers=tuple(sorted({number for numbers, _ in kept for number in numbers})),
        words=tuple(word for _, words in kept for word in words),
        sentences=tuple(part for part in kept if part in gap.sentences),
    )


def _spots(part: Sentence, gap: Absence, pages: Mapping[str, Page]) -> dict[str, Spans]:
    """Return where the witnesses of a gap print a part of it at another place."""
    whole = part in gap.sentences
    found: dict[str, Spans] = {}
    for row in gap.near:
        span = pages[row.witness].find(part[1], row, whole=whole)
        spans = (span,) if span else _moved(part[1], row)
        if spans:
            found[row.witness] = spans
    return found


def _cut(gap: Absence) -> Typed:
    """Type a gap by what is gone and by what stands in its place."""
    content = sum(word.content for word in gap.words)
    told = f"not printed: {quoted(gap.fullest, gap.words)}"
    spliced = any(word is not None and word.elides for word in gap.before)
    if spliced and None not in gap.after:
        return "ellipsis-spliced", "major" if gap.sentences else "minor", (told,)
    if gap.sentences:
        count = f"{len(gap.sentences)} whole sentence{'s' * (len(gap.sentences) > 1)}"
        return "shortened", "major" if gap.direct else "minor", (count, told)
    denial = not content and denials(gap.words, gap.fullest.language)
    if gap.inside and (denial or None in {word.marks for word in gap.words}):
        return "wording", "minor", (told,)
    if gap.inside:
        weight = "major" if gap.direct and content >= CLAUSE else "minor"
        return "words-removed", weight, (told, "no ellipsis inside the marks")
    return "shortened" if content else "wording", "minor", (told,)


def _turned(gap: Absence) -> bool:
    """Tell whether the words of a gap deny what all its witnesses print around it."""
    if gap.sentences or not gap.words or not (gap.direct or gap.inside):
        return False
    row = gap.fullest
    start = place_of(gap.words[0], row)
    held = range(start, start + len(gap.words))
    if row.words[held.start : held.stop] != gap.words:
        return False
    sides = zip(gap.near, gap.before, strict=True)
    return all(
        before is not None and turns_round(row, held, near, place_of(before, near))
        for near, before in sides
    )


def _moved(words: Sequence[PrintWord], row: Print) -> Spans:
    """Return where a row prints most of these words at some other place, side by side."""
    sought = {word.key for word in words if word.content}
    forms, said = [word.form for word in words], [word.form for word in row.words]
    if sought and UNBROKEN <= len(forms) <= LONGEST:
        for start in range(len(said) - len(forms) + 1):
            if said[start] == forms[0] and said[start : start + len(forms)] == forms:
                return spans_of(range(start, start + len(forms)), row)
    there = [at for at, word in enumerate(row.words) if word.key in sought]
    found = {row.words[at].key for at in there}
    if len(sought) < CLAUSE or len(found) < MOVED * len(sought):
        return ()
    return spans_of(there, row) if there[-1] - there[0] < 3 * len(words) else ()
