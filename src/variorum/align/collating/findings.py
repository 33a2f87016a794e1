"""A kind of difference between two prints that is read off the two as wholes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from variorum.align.collating.differences import quoted
from variorum.align.prints import Print, PrintWord

Words = Sequence[PrintWord]
Sides = tuple[Words, Words]


@dataclass(frozen=True, slots=True)
class Contrast:
    """A kind of difference between two prints, and the words of each that show it, if some do.

    ``firmer``: the second print says as so what the first one leaves open.
    """

    kind: str
    weight: str
    label: str
    words: Sides | None = None
    firmer: bool = False

    def reason(self, pair: tuple[Print, Print]) -> str:
        """Return the label with the words of the two prints."""
        sides = zip(pair, self.words or (), strict=False)
        shown = [quoted(row, held) for row, held in sides if held]
        return f"{self.label}: {' / '.join(shown)}" if shown else self.label
