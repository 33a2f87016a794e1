"""Which words of two readings are one word: equal, or in another spelling, person or tense.

The readings are aligned by a weighted longest common subsequence over their words, contractions
opened ("don't": "do", "not"), in which a pair may be of two forms of one word.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from variorum.align.collating.inflections import shifted
from variorum.align.collating.spellings import respelt
from variorum.align.prints import Print, PrintWord
from variorum.languages import Language

Words = tuple[PrintWord, ...]

# Longer readings are not aligned: what differs in them is told as a whole.
CELLS = 40_000
_GAIN = {"same": 3, "spelling": 3, "person-or-tense": 2}
CONTENT = 2
# Among more words a function word is no slip of another word.
NEAR = 2


@dataclass(frozen=True, slots=True)
class Token:
    """A word, or the part of a contraction that ``form`` spells out."""

    form: str
    word: PrintWord
    contracted: bool = False


@dataclass(frozen=True, slots=True)
class Matched:
    """How two readings match: the pairs that are of two forms, and the words left over."""

    pairs: tuple[tuple[str, PrintWord, PrintWord], ...]
    left: tuple[Words, Words]

    def of(self, kind: str) -> list[tuple[PrintWord, PrintWord]]:
        """Return the pairs of one kind."""
        return [(one, other) for found, one, other in self.pairs if found == kind]


def match(one: tuple[Print, Words], other: tuple[Print, Words]) -> Matched:
    """Align the words of two rows.

    Args:
        one: a row and the words of it.
        other: likewise.
    """
    language = one[0].language or other[0].language
    sides = [_tokens(row, words, language) for row, words in (one, other)]
    if language is None or len(sides[0]) * len(sides[1]) > CELLS:
        return Matched((), (one[1], other[1]))
    aligned = _aligned(sides[0], sides[1], language)
    met = [{id(side[pair[at]].word) for _, *pair in aligned} for at, side in enumerate(sides)]
    left = [
        tuple(w for w in side if id(w) not in met[at]) for at, side in enumerate((one[1], other[1]))
    ]
    tokens = [(kind, sides[0][i], sides[1][j]) for kind, i, j in aligned]
    pairs = [(kind, a.word, b.word) for kind, a, b in tokens if kind != "same"]
    return Matched((*pairs, *_contracted(tokens, sides)), (left[0], left[1]))


def _contracted(
    aligned: Sequence[tuple[str, Token, Token]], sides: Sequence[Sequence[Token]]
) -> Iterator[tuple[str, PrintWord, PrintWord]]:
    """Yield the contractions of which the other side has all words, as other spellings of them."""
    whole = Counter(id(token.word) for side in sides for token in side if token.contracted)
    same = [(a, b) for kind, a, b in aligned if kind == "same"]
    held = Counter(id(token.word) for pair in same for token in pair if token.contracted)
    for a, b in same:
        full = [held[id(token.word)] == whole[id(token.word)] for token in (a, b)]
        if all(full) and (a.contracted or b.contracted) and a.word.form != b.word.form:
            yield "spelling", a.word, b.word


def _tokens(row: Print, words: Words, language: Language | None) -> list[Token]:
    """Return words with their contractions opened."""
    tokens = []
    for word in words:
        parts = opened(row.article.text[slice(*word.span)], language) if language else ()
        tokens += [Token(part, word, contracted=True) for part in parts] or [Token(word.form, word)]
    return tokens


def opened(shown: str, language: Language) -> tuple[str, ...]:
    """Return the words that a contraction stands for, nothing for another word."""
    form = shown.casefold().replace("’", "'")
    base, mark, ending = form.rpartition("'")
    for negative in language.negative_endings:
        if form.endswith(negative):
            whole = language.variants.clipped.get(form, form.removesuffix(negative))
            return (whole, "not")
    if form in language.variants.clipped:
        return tuple(language.variants.clipped[form].split())
    if not mark or ending not in language.variants.endings or base not in language.function_words:
        return ()
    return base, language.variants.endings[ending]


def _aligned(
    one: Sequence[Token], other: Sequence[Token], language: Language
) -> list[tuple[str, int, int]]:
    """Return the pairs of a best alignment, in order, each with its kind."""
    near = max(len(one), len(other)) <= NEAR
    kinds = [[_kind(a, b, language) if near or _alike(a, b) else None for b in other] for a in one]
    best = [[0] * (len(other) + 1) for _ in range(len(one) + 1)]
    for i in range(len(one) - 1, -1, -1):
        for j in range(len(other) - 1, -1, -1):
            kind = kinds[i][j]
            gain = _GAIN[kind] + CONTENT * one[i].word.content + best[i + 1][j + 1] if kind else 0
            best[i][j] = max(best[i + 1][j], best[i][j + 1], gain)
    found, i, j = [], 0, 0
    while i < len(one) and j < len(other):
        kind = kinds[i][j]
        if best[i][j] == best[i + 1][j]:
            i += 1
        elif best[i][j] == best[i][j + 1]:
            j += 1
        else:
            found.append((kind or "same", i, j))
            i, j = i + 1, j + 1
    return found


def _alike(one: Token, other: Token) -> bool:
    """Tell two words that may be one in long readings: "from" is no slip of a "form" far off."""
    return one.form == other.form or one.word.content == other.word.content


def _kind(one: Token, other: Token, language: Language) -> str | None:
    """Return how two tokens are one word, None where they are not."""
    if one.form == other.form:
        return "same"
    if one.contracted != other.contracted and _opens_as(one, other, language):
        return "same"
    if shifted(one.form, other.form, language):
        return "person-or-tense"
    if one.contracted or other.contracted:
        return None
    return respelt(one.word, other.word, language)


def _opens_as(one: Token, other: Token, language: Language) -> bool:
    """Tell whether one is what the ending of the other stands for besides ("he's": "he has")."""
    short, whole = (one, other) if one.contracted else (other, one)
    return language.variants.endings_too.get(short.form) == whole.form
