"""Names that the trained annotator found, as pieces that the rules for names work on."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from variorum.annotate.naming.capitals import Run, Sentence
from variorum.annotate.naming.pieces import Piece
from variorum.languages import Language
from variorum.model.spans import Span

Key = tuple[str, ...]


def learned_pieces(
    sentences: Sequence[Sentence], names: Sequence[tuple[Span, str]], language: Language
) -> Iterator[tuple[Piece, str]]:
    """Yield each name as a piece, with its kind; a name over two sentences is none.

    Args:
        sentences: of the article, in order.
        names: spans and kinds, in order.
        language: of the article; its honorifics are no part of a name.
    """
    read = [s for s in sentences if s.tokens]
    begins = [s.tokens[0].span[0] for s in read]
    for span, kind in names:
        at = bisect_left(begins, span[1]) - 1
        if at < 0:
            continue
        sentence = read[at]
        first = bisect_left(sentence.tokens, span[0] + 1, key=lambda t: t.span[1])
        last = bisect_left(sentence.tokens, span[1], key=lambda t: t.span[0])
        titles = first
        while titles + 1 < last and sentence.low(titles) in language.honorifics:
            titles += 1
        if first < last:
            yield Piece(Run(sentence, titles, last, titles == 0), titled=titles > first), kind


def learned_kinds(found: Sequence[tuple[Piece, str]], language: Language) -> dict[Key, str]:
    """Return one kind for each name: the one it has most often; of equals the first by name.

    Args:
        found: as ``learned_pieces`` yields them.
        language: of the article; its words for peoples make groups.
    """
    votes: dict[Key, Counter[str]] = defaultdict(Counter)
    for piece, kind in found:
        votes[piece.key][kind] += 1
    kinds = {key: min(counted, key=lambda k: (-counted[k], k)) for key, counted in votes.items()}
    peoples = (key for key in kinds if " ".join(key).removesuffix("s") in language.demonyms)
    return kinds | {key: "group" for key in peoples if key[-1].endswith("s")}
