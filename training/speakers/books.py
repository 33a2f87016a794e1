"""LitBank: novels with the speaker of every quotation (Sims and Bamman, 2020)."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tests.quality.speakers import annotated, books, cast_of, forms, meant, remainder
from training.speakers.rows import Chain, Example, most_shared, read
from variorum.annotate.speaking.dialogue import dialogue_of
from variorum.annotate.speaking.talk import Talk
from variorum.model.spans import Span

NAMES = Path(__file__).parent / "names.tsv"


def training_books(data: Path) -> Iterator[tuple[Path, str, list[tuple[Span, str]]]]:
    """Yield the books that do not score, with their texts and their quotations."""
    for book in books(data):
        text, cases = annotated(book)
        if remainder(book.stem, 3) and cases:
            yield book, text, cases


def read_books(data: Path) -> tuple[list[Example], list[Chain]]:
    """Return the turns of the books that do not score, each after the true ones before it.

    And their dialogues, each turn with what is known before anything is decided.
    """
    examples, chains = [], []
    for book, text, cases in training_books(data):
        teacher = _Teacher(book.stem, cases, people_of(book, cases))
        read(text, teacher, teacher.settle)
        examples += teacher.found
        chains += teacher.chains
    return examples, chains


def people_of(book: Path, cases: Sequence[tuple[Span, str]]) -> dict[str, list[list[str]]]:
    """Return the speakers of a book with the words of their mentions.

    ``names.tsv`` holds, as offsets like those of the labels that score, how else the text calls
    them: read off the training books by hand.
    """
    text = book.with_suffix(".txt").read_text("utf-8")
    cast = cast_of(book, [speaker for _, speaker in cases])
    rows = [line.split("\t") for line in NAMES.read_text("ascii").splitlines()]
    for speaker, mentions in cast.items():
        key = [book.stem.split("_")[0], speaker.rpartition("-")[2]]
        spans = [(int(row[2]), int(row[3])) for row in rows if row[:2] == key]
        mentions += [forms(text[slice(*span)]) for span in spans]
    return cast


@dataclass
class _Teacher:
    """A chooser that knows who speaks, and keeps what it is asked."""

    name: str
    cases: Sequence[tuple[Span, str]]
    cast: Mapping[str, list[list[str]]]
    found: list[Example] = field(default_factory=list)
    chains: list[Chain] = field(default_factory=list)
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

    def settle(self, talk: Talk) -> dict[int, int | None]:
        """Keep the dialogue as it stands, decide nothing."""
        self.speakers = self._known(talk)
        places = dialogue_of(talk)
        right = []
        for place in places:
            speaker = most_shared(talk, place.at, self.cases)
            known = [self.speakers.get(number) == speaker for number in place.numbers]
            right.append(known if speaker is not None else [True] * len(known))
        self.chains.append(Chain(self.name, places, right))
        return {}

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
