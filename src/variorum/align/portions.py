"""Parts of a whole told in words: ``a third of the members``, ``two-thirds``, ``half the town``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from variorum.languages import Language
from variorum.model.spans import Span
from variorum.model.words import Word

HALF = 0.5


def find_shares(words: Sequence[Word], language: Language) -> Iterator[tuple[Span, float]]:
    """Yield the parts of a whole among words in a row: where each stands, and its per cent.

    What is ``most of`` a whole is told as its half. ``A quarter of a million`` and ``half an hour``
    are amounts, and the ``second half`` is a stretch of time.

    Args:
        words: of one statement, in order.
        language: of the text.
    """
    for at, word in enumerate(words):
        if word.form in language.contrasts.mostly and _is_most(words, at, language):
            yield word.span, 100 * HALF
            continue
        value, told = _part(word.form.split("-")[-1], language), _many(words, at, language)
        if value and told and value * told[0] <= 1 and _is_of_whole(words, at, language):
            yield (told[1], word.span[1]), round(100 * value * told[0], 1)


def _is_most(words: Sequence[Word], at: int, language: Language) -> bool:
    """Tell ``most of the town`` and ``most voters`` from ``the most votes`` and ``most recent``."""
    before, behind = words[max(0, at - 1) : at], words[at + 1 : at + 2]
    if any(word.form in language.determiners for word in before) or not behind:
        return False
    several = language.singular(behind[0].form) is not None
    return several or _is_of_whole(words, at, language)


def _part(form: str, language: Language) -> float | None:
    shares = language.contrasts.shares
    return shares.get(form) or shares.get(form.removesuffix("s"))


def _many(words: Sequence[Word], at: int, language: Language) -> tuple[float, int] | None:
    """Return how many such parts are told, and where that begins; None for a part in a row."""
    *counted, part = words[at].form.split("-")
    before = words[at - 1] if at else None
    if counted:
        number = language.numbers.get(counted[0]) if len(counted) == 1 else None
        return (number, words[at].span[0]) if number else None
    if before and before.form in language.numbers:
        return language.numbers[before.form], before.span[0]
    if before and before.form in language.variants.indefinite:
        return 1, before.span[0]
    rank = before and (before.form in language.ordinals or before.form in language.determiners)
    if language.contrasts.shares.get(part) == HALF and not rank:
        return 1, words[at].span[0]
    return None


def _is_of_whole(words: Sequence[Word], at: int, language: Language) -> bool:
    """Tell whether ``of`` and a whole stand behind, or behind a half the whole itself."""
    behind = [word.form for word in words[at + 1 : at + 3]]
    if not behind:
        return False
    if behind[0] in language.variants.partitive:
        return len(behind) == 1 or behind[1] not in language.variants.indefinite
    half = language.contrasts.shares.get(words[at].form) == HALF
    definite = language.determiners - language.variants.indefinite - language.numbers.keys()
    return half and behind[0] in definite
