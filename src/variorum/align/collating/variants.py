"""Differences between prints, typed by what they do to the meaning.

Two sorts of difference are read off the collation: words that some witnesses do not print at all
(:mod:`variorum.align.collating.absences`) and words that differ where all of them speak
(:mod:`variorum.align.collating.wordings`). Kinds that no rule here finds soundly are left to
others.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from variorum.align.collating.absences import absences
from variorum.align.collating.columns import Column
from variorum.align.collating.cuts import Typed, typed_absence
from variorum.align.collating.differences import Difference
from variorum.align.collating.segments import BRIDGE, Stretch, positions, spans_of
from variorum.align.collating.wordings import lone_hedge, typed_wording
from variorum.align.gathering.elsewhere import Page
from variorum.align.prints import Print, PrintWord
from variorum.model.identity import Reading, Source, sign
from variorum.model.spans import Span, Spans
from variorum.model.story import Variant

# Whether a kind says nothing of witnesses that have an ellipsis for words, or of those without.
_UNSAID = {"ellipsis-spliced": False, "words-removed": True}

# The words of the witnesses that a variant lies in, and a variant with them.
Lying = frozenset[tuple[str, Span]]
Placed = tuple[Variant, Lying]


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a variant lies: its columns.

    ``elsewhere``: what witnesses without words there print at another place. ``spliced``: the
    witnesses that print an ellipsis there and no words.
    """

    rows: Sequence[Print]
    columns: Sequence[Column]
    elsewhere: Mapping[str, Spans] = field(default_factory=dict)
    spliced: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class _Found:
    """A kind of difference at a place; of an absent hedge the place is that of its words."""

    kind: Typed
    place: _Place


def find_variants(
    rows: Sequence[Print],
    stretches: Sequence[Stretch],
    sources: Mapping[str, Source],
    pages: Mapping[str, Page],
) -> list[Placed]:
    """Return the variants of a collation, each with the words of its rows that it lies in."""
    found = [*_absent(rows, stretches, pages), *_different(rows, stretches)]
    placed = map(_variant, _one_a_hedge(found))
    return [(sign(variant, sources), lying) for variant, lying in placed]


def _one_a_hedge(found: Sequence[_Found]) -> Iterator[_Found]:
    """Yield what was found, each absent hedge once, with all reasons."""
    same: dict[tuple[Column, ...], list[_Found]] = {}
    for one in found:
        if one.kind[0] != "hedge-absent":
            yield one
        else:
            same.setdefault(tuple(one.place.columns), []).append(one)
    for told in same.values():
        reasons = dict.fromkeys(reason for one in told for reason in one.kind[2])
        yield replace(told[0], kind=("hedge-absent", "major", tuple(reasons)))


def _at_hedge(place: _Place, row: Print, words: Sequence[PrintWord]) -> _Place:
    """Return the part of a place in which a row has the words of a hedge."""
    number = next(at for at, one in enumerate(place.rows) if one is row)
    spans = {word.span for word in words}
    columns = [
        column
        for column in place.columns
        if (at := column[number]) is not None and row.words[at].span in spans
    ]
    return replace(place, columns=columns)


def _absent(
    rows: Sequence[Print], stretches: Sequence[Stretch], pages: Mapping[str, Page]
) -> Iterator[_Found]:
    """Type what whole witnesses do not print; several with one gap share a variant."""
    gaps = [*absences(rows, stretches)]
    cut: dict[tuple[int, ...], frozenset[str]] = {}
    for gap in gaps:
        cut[gap.numbers] = cut.get(gap.numbers, frozenset()) | gap.spliced
    for gap in gaps:
        spliced = cut[gap.numbers]
        for gone in typed_absence(gap, pages):
            columns = [column for number in gone.numbers for column in stretches[number].columns]
            place = _Place(rows, columns, gone.elsewhere, spliced)
            held = _at_hedge(place, gap.fullest, gone.hedge) if gone.hedge else place
            yield _Found(gone.kind, held)


def _different(rows: Sequence[Print], stretches: Sequence[Stretch]) -> Iterator[_Found]:
    """Type the words that differ where several speak, each row against the best of them."""
    sentences: dict[int, list[Column]] = {}
    for stretch in stretches:
        sentences.setdefault(stretch.sentence, []).extend(stretch.columns)
    for stretch in stretches:
        if stretch.agrees:
            continue
        whole = sentences[stretch.sentence]
        for (start, end), kinds in _kinds(rows, stretch, whole).items():
            columns = stretch.columns[start:end]
            speaking = [at for at in range(len(rows)) if at not in stretch.silent]
            cut = _spliced(rows, speaking, columns, whole)
            spliced = frozenset(rows[at].witness for at in cut)
            place = _Place(rows, columns, spliced=spliced)
            for kind, (weight, reasons, hedge) in kinds.items():
                typed = (kind, weight, tuple(dict.fromkeys(reasons)))
                yield _Found(typed, _at_hedge(place, *hedge) if hedge else place)


Hedge = tuple[Print, Sequence[PrintWord]]
Kinds = dict[str, tuple[str, list[str], Hedge | None]]


def _kinds(
    rows: Sequence[Print], stretch: Stretch, sentence: Sequence[Column]
) -> dict[tuple[int, int], Kinds]:
    """Return the kinds of difference at each place of a stretch, with weights and reasons.

    What a witness prints a second time is compared with nothing: its first print is.
    """
    speaking = [at for at, row in enumerate(rows) if at not in stretch.silent and not row.echo]
    forms = {at: [rows[at].words[i].form for i in stretch.cells[at]] for at in speaking}
    counts = Counter(tuple(words) for words in forms.values())
    ranked = sorted(
        speaking,
        key=lambda at: (
            rows[at].quotation.form != "direct",
            -counts[tuple(forms[at])],
            -len(forms[at]),
            forms[at],
            at,
        ),
    )
    found: dict[tuple[int, int], Kinds] = {}
    for other in ranked[1:]:
        for place in _differing(rows, (ranked[0], other), stretch.columns):
            columns = stretch.columns[slice(*place)]
            for one in (ranked[0], *_twins(rows, (ranked[0], speaking), columns, sentence)):
                difference = _difference(rows, (one, other), columns, sentence)
                _add(found.setdefault(place, {}), difference)
    return found


def _twins(
    rows: Sequence[Print],
    best: tuple[int, Sequence[int]],
    columns: Sequence[Column],
    sentence: Sequence[Column],
) -> Iterator[int]:
    """Yield one row that has no words in some columns either, but an ellipsis as the best has not.

    Or the other way round: what is cut is told of both ways.
    """
    first, speaking = best
    if positions(columns, first):
        return
    bare = [at for at in speaking if not positions(columns, at)]
    cut = set(_spliced(rows, bare, columns, sentence))
    yield from [at for at in bare if (at in cut) != (first in cut)][:1]


def _spliced(
    rows: Sequence[Print],
    speaking: Sequence[int],
    columns: Sequence[Column],
    sentence: Sequence[Column],
) -> Iterator[int]:
    """Yield the rows that have no words in some columns, but an ellipsis before them."""
    start = sentence.index(columns[0])
    for at in speaking:
        before = None if positions(columns, at) else _before(sentence, start, at)
        if before is not None and rows[at].words[before].elides:
            yield at


def _add(kinds: Kinds, difference: Difference) -> None:
    """Add the kinds of one difference to those at its place."""
    for kind, weight, reason in typed_wording(difference):
        hedge = lone_hedge(difference) if kind == "hedge-absent" else None
        heavy, reasons, known = kinds.get(kind, (weight, [], hedge))
        heavier = "major" if "major" in (heavy, weight) else "minor"
        kinds[kind] = (heavier, [*reasons, reason], known)


def _difference(
    rows: Sequence[Print],
    pair: tuple[int, int],
    columns: Sequence[Column],
    sentence: Sequence[Column],
) -> Difference:
    one, other = pair
    start = sentence.index(columns[0])
    return Difference(
        one=rows[one],
        other=rows[other],
        first=positions(columns, one),
        second=positions(columns, other),
        before=(_before(sentence, start, one), _before(sentence, start, other)),
        sentences=(positions(sentence, one), positions(sentence, other)),
    )


def _before(sentence: Sequence[Column], start: int, row: int) -> int | None:
    """Return the position of the last word a row has before a column of its sentence."""
    earlier = (sentence[at][row] for at in range(start - 1, -1, -1))
    return next((at for at in earlier if at is not None), None)


def _differing(
    rows: Sequence[Print], pair: tuple[int, int], columns: Sequence[Column]
) -> list[tuple[int, int]]:
    """Return the runs of columns in which two rows differ, bridged by a few function words."""
    runs: list[tuple[int, int]] = []
    parted = 0
    for at, column in enumerate(columns):
        words = [rows[row].words[i] for row in pair if (i := column[row]) is not None]
        if not words:
            continue
        if len(words) == 2 and words[0].form == words[1].form:
            parted += 1 + BRIDGE * words[0].content
        elif runs and parted <= BRIDGE:
            runs[-1] = (runs[-1][0], at + 1)
            parted = 0
        else:
            runs.append((at, at + 1))
            parted = 0
    return runs


def _variant(found: _Found) -> Placed:
    kind, weight, reasons = found.kind
    unsigned = Variant(
        id="", kind=kind, weight=weight, readings=_readings(found.place, kind), reasons=reasons
    )
    lying = frozenset(
        (row.witness, row.words[i].span)
        for at, row in enumerate(found.place.rows)
        for i in positions(found.place.columns, at)
    )
    return unsigned, lying


def _readings(place: _Place, kind: str) -> tuple[Reading, ...]:
    """Return what each witness has at a place; a witness with two prints there has two.

    Of a splice no witness without words and ellipsis is told, and of words taken out none with one.
    """
    found: dict[str, dict[tuple[str, ...], Reading]] = {}
    for at, row in enumerate(place.rows):
        held = positions(place.columns, at)
        known = found.setdefault(row.witness, {})
        if held and not row.echo:
            shape = tuple(row.words[i].form for i in held)
            known.setdefault(shape, Reading(witness=row.witness, spans=spans_of(held, row)))
    nothing = [
        Reading(witness=witness, spans=place.elsewhere.get(witness, ()))
        for witness, known in found.items()
        if not known and (witness in place.spliced) is not _UNSAID.get(kind)
    ]
    kept = [reading for known in found.values() for reading in known.values()]
    return tuple(sorted(kept + nothing, key=lambda reading: (reading.witness, reading.spans)))
