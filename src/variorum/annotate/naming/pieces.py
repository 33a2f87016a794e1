"""Candidates for names: capitalised runs cut free of titles, roles, days and sentence openers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass

from variorum.annotate.naming.capitals import Run, Sentence, Token
from variorum.languages import Language

# The most words of a name looked for again in a headline.
LONGEST = 5
# The fewest words of a name that a noun before it is cut from.
LEAST_NAME = 2


@dataclass(frozen=True, slots=True)
class Piece:
    """A run that may be a name.

    Args:
        run: its tokens.
        titled: an honorific stands before it.
        after_role: a role stands before it.
    """

    run: Run
    titled: bool = False
    after_role: bool = False

    @property
    def key(self) -> tuple[str, ...]:
        """Its words in lower case: what makes two pieces the same name."""
        return self.run.lows

    @property
    def words(self) -> str:
        """Its words as printed, parted by one space."""
        return " ".join(token.word for token in self.run.tokens)


def cut(run: Run, taken: Set[int], language: Language) -> Iterator[Piece]:
    """Yield the parts of a run between roles, days and months, without honorifics.

    Args:
        run: of capitalised words.
        taken: the places in its sentence that roles take.
        language: of the article.
    """
    start = None
    lows = run.lows
    for at in range(len(lows) + 1):
        free = at < len(lows) and at + run.first not in taken
        if free and not _calendar(lows, at, language):
            start = at if start is None else start
        elif start is not None:
            yield from _stripped(run.part(start, at), taken, language)
            start = None


def _calendar(lows: Sequence[str], at: int, language: Language) -> bool:
    """Tell whether a token is a day or month and not, after another name, a surname."""
    low = lows[at]
    if low in language.weekdays and len(low) > 3:
        return True
    return low in language.months and not (at and lows[at - 1] in language.first_names)


def _stripped(run: Run, taken: Set[int], language: Language) -> Iterator[Piece]:
    """Yield a part without what opens it: function words, honorifics, lower-case ends."""
    tokens, lows = run.tokens, run.lows
    start, end = 0, len(tokens)
    titled = False
    body = lows[-1] in language.organisation_words
    while start < end:
        low = lows[start]
        if low in language.honorifics and end - start > 1 and not body:
            titled = True
        elif tokens[start].capital and not _is_function_word(tokens[start], language):
            break
        start += 1
    while end > start and not tokens[end - 1].capital:
        end -= 1
    if start < end and not language.role_modifiers.issuperset(lows[start:end]):
        yield Piece(run.part(start, end), titled, run.first - 1 in taken)


def _is_function_word(token: Token, language: Language) -> bool:
    """Tell a function word from a country in capitals (``US``)."""
    country = token.word.isupper() and token.low in language.countries
    return token.low in language.function_words and not country


def accepted(
    pieces: Sequence[Piece], plain: frozenset[str], language: Language | None
) -> Iterator[Piece]:
    """Yield the pieces that are names; a capital that opens a sentence is none by itself.

    Args:
        pieces: of one article.
        plain: the words its text prints in lower case.
        language: of the article, or None.
    """
    keys = {piece.key for piece in pieces}
    pieces = [_unlabelled(piece, keys, language) for piece in pieces]
    inner = {low for p in pieces if not p.run.leading for low in p.key} - plain
    for piece in pieces:
        first = piece.key[0]
        named = not piece.run.leading or piece.titled
        if named or _is_name(piece, inner, plain, language):
            if not _counted(piece):
                yield piece
        elif len(piece.key) > 1 and first in plain and first not in inner:
            yield Piece(piece.run.part(1, len(piece.key)), piece.titled)


def _unlabelled(piece: Piece, keys: Set[tuple[str, ...]], language: Language | None) -> Piece:
    """Return a name without a word that opens it and is none (``Incumbent Tom Poe``).

    That is a noun for a person, an adverb, or any word before a name that stands elsewhere alone.
    """
    first, *rest = piece.key
    if len(rest) < LEAST_NAME or piece.titled or (language and first in language.first_names):
        return piece
    alone = piece.run.leading and tuple(rest) in keys
    noun = language is not None and first in language.person_nouns | language.adverbs
    if not (alone or noun):
        return piece
    run = piece.run
    return Piece(run.part(1, len(piece.key)), after_role=noun)


def _counted(piece: Piece) -> bool:
    """Tell whether it is a sign behind a number, as ``PM`` or ``GMT``."""
    run = piece.run
    single = run.last - run.first == 1
    return single and run.tokens[0].word.isupper() and run.before.isdigit()


def _is_name(
    piece: Piece, inner: set[str], plain: frozenset[str], language: Language | None
) -> bool:
    key, token = piece.key, piece.run.tokens[0]
    if key[0] in inner or (token.word.isupper() and len(token.word) > 1):
        return True
    if language and _is_known(key, language):
        return True
    if key[0] in plain or (language and key[0] in language.group_nouns):
        return False
    after = language.cues.get(piece.run.after) if language else None
    return len(key) > 1 or (after is not None and after.form in {"past", "third"})


def _is_known(key: tuple[str, ...], language: Language) -> bool:
    whole = " ".join(key)
    return (
        whole in language.countries
        or whole.removesuffix("s") in language.demonyms
        or key[0] in language.first_names
    )


def repeated(sentences: Sequence[Sentence], known: Set[tuple[str, ...]]) -> Iterator[Piece]:
    """Yield the names known by their words in sentences whose capitals say nothing."""
    for sentence in sentences:
        at = 0
        while sentence.shouted and at < len(sentence.tokens):
            ends = range(min(at + LONGEST, len(sentence.tokens)), at, -1)
            tried = (Run(sentence, at, end, at == 0) for end in ends)
            found = next((run for run in tried if run.lows in known), None)
            if found and found.tokens[0].capital:
                yield Piece(found)
                at = found.last
            else:
                at += 1
