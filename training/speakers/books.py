"""LitBank: novels with the speaker of every quotation (Sims and Bamman, 2020)."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tests.quality.speakers import annotated, books, cast_of, meant, remainder
from training.speakers.rows import Example, most_shared, read
from variorum.annotate.talk import Talk
from variorum.model.spans import Span


def read_books(data: Path) -> Iterator[Example]:
    """Yield the turns of the books that do not score, each after the true ones before it."""
    for book in books(data):
        text, cases = annotated(book)
        if remainder(book.stem, 3) and cases:
            teacher = _Teacher(book.stem, cases, cast_of(book, [speaker for _, speaker in cases]))
            read(text, teacher)
            yield from teacher.found


@dataclass
class _Teacher:
    """A chooser that knows who speaks, and keeps what it is asked."""

    name: str
    cases: Sequence[tuple[Span, str]]
    cast: Mapping[str, list[list[str]]]
    found: list[Example] = field(default_factory=list)
    speakers: dict[int, str] | None = None

    def __call__(
        self, talk: Talk, at: int, numbers: Sequence[int], rows: Sequence[Sequence[float]]
    ) -> int | None:
        if self.speakers is None:
            self.speakers = self._known(talk)
        speaker = most_shared(talk, at, self.cases)
        if speaker is None:
            return None
        right = [self.speakers.get(number) == speaker for number in numbers]
        self.found.append(Example(self.name, talk.turns[at].kind, rows, right))
        return next((n for n, is_right in zip(numbers, right, strict=True) if is_right), None)

    def _known(self, talk: Talk) -> dict[int, str]:
        """Return who each person is: by the tags of what they say, else by name."""
        votes: dict[int, Counter[str]] = defaultdict(Counter)
        for at, turn in enumerate(talk.turns):
            speaker = most_shared(talk, at, self.cases) if turn.sure else None
            if speaker is not None and turn.number is not None:
                votes[turn.number][speaker] += 1
        known = {}
        for number, person in enumerate(talk.people.people):
            (best, count), *_ = votes[number].most_common(1) or [("", 0)]
            if 2 * count > votes[number].total() > 0:
                known[number] = best
            elif (named := meant(person.name, self.cast)) is not None:
                known[number] = named
        return known
