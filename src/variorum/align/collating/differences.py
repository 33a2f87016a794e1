"""Two rows of a collation that differ at a place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from variorum.align.once import once
from variorum.align.prints import Print, PrintWord
from variorum.languages import Language

QUOTED_WORDS = 12


@dataclass(frozen=True, kw_only=True)
class Difference:
    """Two rows that differ at a place, with the positions of their words there.

    ``before`` is the position of the last word of each row before that place, ``sentences`` the
    positions of all words of the sentence around it.
    """

    one: Print
    other: Print
    first: tuple[int, ...]
    second: tuple[int, ...]
    before: tuple[int | None, int | None]
    sentences: tuple[tuple[int, ...], tuple[int, ...]]

    @cached_property
    def words(self) -> tuple[tuple[PrintWord, ...], tuple[PrintWord, ...]]:
        """Return the words of both sides."""
        return (
            tuple(self.one.words[at] for at in self.first),
            tuple(self.other.words[at] for at in self.second),
        )

    @cached_property
    def whole(self) -> tuple[tuple[PrintWord, ...], tuple[PrintWord, ...]]:
        """Return the words of the sentences around both sides."""
        one, other = self.sentences
        return (
            tuple(self.one.words[at] for at in one),
            tuple(self.other.words[at] for at in other),
        )

    @property
    def direct(self) -> bool:
        """Tell whether both rows are direct quotations."""
        return self.one.quotation.form == self.other.quotation.form == "direct"

    @property
    def language(self) -> Language | None:
        """Return the language of the prints."""
        return self.one.language or self.other.language

    @once
    def told(self) -> str:
        """Return both sides as printed, a side without words as a dash."""
        sides = zip((self.one, self.other), self.words, strict=True)
        return " / ".join(quoted(row, words) if words else "—" for row, words in sides)


def quoted(row: Print, words: Sequence[PrintWord]) -> str:
    """Return the words between marks, the middle of a long run left out."""
    if len(words) <= QUOTED_WORDS:
        return f"“{row.said(words)}”"
    half = QUOTED_WORDS // 2
    return f"“{row.said(words[:half])} … {row.said(words[-half:])}”"
