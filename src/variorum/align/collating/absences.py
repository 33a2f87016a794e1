"""Words that some prints have and a witness does not: where they are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from variorum.align.collating.segments import Stretch
from variorum.align.prints import Print, PrintWord

Sentence = tuple[tuple[int, ...], tuple[PrintWord, ...]]
Side = tuple[Print, PrintWord | None, PrintWord | None]


@dataclass(frozen=True, slots=True)
class Absence:
    """A gap: the stretches, the row that has most words there, and the witnesses without any.

    ``sentences`` holds the sentences of the gap that are absent whole, each with its stretches.
    ``near`` holds for each witness the row that the gap is beside, ``before`` and ``after`` the
    words of that row around it.
    """

    numbers: tuple[int, ...]
    fullest: Print
    words: tuple[PrintWord, ...]
    sentences: tuple[Sentence, ...]
    near: tuple[Print, ...]
    before: tuple[PrintWord | None, ...]
    after: tuple[PrintWord | None, ...]

    @property
    def direct(self) -> bool:
        """Tell whether a direct quotation lacks words of another: others need not be complete."""
        return all(row.quotation.form == "direct" for row in (*self.near, self.fullest))

    @property
    def spliced(self) -> frozenset[str]:
        """Return the witnesses that print an ellipsis at the gap."""
        sides = zip(self.near, self.before, strict=True)
        return frozenset(near.witness for near, word in sides if word is not None and word.elides)

    @property
    def inside(self) -> bool:
        """Tell whether the same marks run on after the gap."""
        return all(
            before is not None
            and after is not None
            and before.marks is not None
            and before.marks == after.marks
            for before, after in zip(self.before, self.after, strict=True)
        )


def absences(rows: Sequence[Print], stretches: Sequence[Stretch]) -> Iterator[Absence]:
    """Yield the gaps of the witnesses; those with the very same gap are told of together.

    Who prints an ellipsis there is told of apart from who does not.
    """
    gaps: dict[tuple[tuple[int, ...], bool], list[Side]] = {}
    for witness in sorted({row.witness for row in rows if not row.echo}):
        own = [at for at, row in enumerate(rows) if row.witness == witness]
        if any(_meets(stretch, own) for stretch in stretches):
            for numbers in _runs(own, rows, stretches):
                side = _beside(numbers, witness, rows, stretches)
                spliced = side[1] is not None and side[1].elides
                gaps.setdefault((numbers, spliced), []).append(side)
    for (numbers, _), sides in sorted(gaps.items(), key=lambda gap: gap[0]):
        yield _absence(numbers, sides, rows, stretches)


def _meets(stretch: Stretch, own: Sequence[int]) -> bool:
    """Tell whether a witness speaks here beside another one: else nothing is cut from it."""
    speaking = {at for at, cell in enumerate(stretch.cells) if cell}
    return bool(speaking & set(own)) and bool(speaking - set(own))


def _runs(
    own: Sequence[int], rows: Sequence[Print], stretches: Sequence[Stretch]
) -> Iterator[tuple[int, ...]]:
    """Yield the runs of stretches in which a witness is silent and another one speaks.

    What a witness prints a second time is missing nowhere.
    """
    run: list[int] = []
    for number, stretch in enumerate(stretches):
        told = any(cell and not rows[at].echo for at, cell in enumerate(stretch.cells))
        if told and stretch.silent.issuperset(own):
            run.append(number)
        elif run:
            yield tuple(run)
            run = []
    if run:
        yield tuple(run)


def _absence(
    numbers: tuple[int, ...],
    sides: Sequence[Side],
    rows: Sequence[Print],
    stretches: Sequence[Stretch],
) -> Absence:
    held = [
        [row.words[at] for number in numbers for at in stretches[number].cells[place]]
        for place, row in enumerate(rows)
    ]
    fullest = min(
        (at for at in range(len(rows)) if held[at]),
        key=lambda at: (
            rows[at].echo,
            rows[at].quotation.form != "direct",
            -len(held[at]),
            at,
        ),
    )
    return Absence(
        numbers=numbers,
        fullest=rows[fullest],
        words=tuple(held[fullest]),
        sentences=tuple(_whole_sentences(numbers, fullest, rows, stretches)),
        near=tuple(row for row, _, _ in sides),
        before=tuple(before for _, before, _ in sides),
        after=tuple(after for _, _, after in sides),
    )


def _beside(
    numbers: tuple[int, ...], witness: str, rows: Sequence[Print], stretches: Sequence[Stretch]
) -> Side:
    """Return the row of a witness nearest a gap, with its words before and after the gap."""
    best: tuple[int, int] | None = None
    for at, row in enumerate(rows):
        if row.witness != witness or row.echo:
            continue
        spoken = [number for number, stretch in enumerate(stretches) if stretch.cells[at]]
        away = min(
            (max(numbers[0] - number, number - numbers[-1]) for number in spoken),
            default=len(stretches),
        )
        best = min(best or (away, at), (away, at))
    assert best is not None  # noqa: S101 - a gap is told of witnesses with a row
    at = best[1]
    earlier = [i for stretch in stretches[: numbers[0]] for i in stretch.cells[at]]
    later = [i for stretch in stretches[numbers[-1] + 1 :] for i in stretch.cells[at]]
    row = rows[at]
    return row, row.words[earlier[-1]] if earlier else None, row.words[later[0]] if later else None


def _whole_sentences(
    numbers: tuple[int, ...], at: int, rows: Sequence[Print], stretches: Sequence[Stretch]
) -> Iterator[Sentence]:
    """Yield the sentences of a row that lie in a gap whole, with the stretches they lie in."""
    row = rows[at]
    place = {i: number for number in numbers for i in stretches[number].cells[at]}
    start = 0
    for i, word in enumerate(row.words):
        if word.ends or i == len(row.words) - 1:
            inside = [place[position] for position in range(start, i + 1) if position in place]
            if len(inside) == i + 1 - start:
                yield tuple(sorted(set(inside))), row.words[start : i + 1]
            start = i + 1
