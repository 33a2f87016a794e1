"""Which stretch of a text is shown as what a search has found: where most of the words stand."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence

from variorum.model.article import Block
from variorum.model.spans import Span, Spans
from variorum.stores._names import folded

# From the first match that is shown to the end of the last one, in characters.
LONGEST = 400
_WORD = re.compile(r"\w+")
_FURNITURE = "furniture"


def telling(text: str, matches: Spans, blocks: Sequence[Block]) -> Span:
    """Return the stretch of a line, from a match to a match, that holds most of what is asked for.

    Of two with as many words the one with the rarer words of this text is taken, then the
    shorter, then the first. What stands around an article is taken only where nothing of it
    matches.

    Args:
        text: the text of an article.
        matches: where it matches, in their order; nothing: its beginning is returned.
        blocks: the blocks of the article.
    """
    words = [tuple(folded(word) for word in _WORD.findall(text[slice(*m)])) for m in matches]
    starts = [block.span[0] for block in blocks]
    body = [
        at
        for at, match in enumerate(matches)
        if (place := bisect_right(starts, match[0]) - 1) < 0 or blocks[place].kind != _FURNITURE
    ]
    kept = body or range(len(matches))
    counts = Counter(word for at in kept for word in words[at])
    found = _stretches(text, [(matches[at], words[at]) for at in kept], len(counts))
    return min(found, key=lambda one: _worth(one, counts), default=((0, 0), frozenset()))[0]


def _stretches(
    text: str, matches: Sequence[tuple[Span, Sequence[str]]], most: int
) -> Iterator[tuple[Span, frozenset[str]]]:
    """Yield stretches with the words in them: from each match on, as long as words are added."""
    for at, ((start, _), _) in enumerate(matches):
        line = text.find("\n", start, start + LONGEST)
        last = min(start + LONGEST, len(text) if line < 0 else line)
        found: frozenset[str] = frozenset()
        for later in range(at, len(matches)):
            (_, end), words = matches[later]
            if found and (end > last or len(found) == most):
                break
            if not found.issuperset(words):
                found = found.union(words)
                yield (start, end), found


def _worth(found: tuple[Span, frozenset[str]], counts: Counter[str]) -> tuple[float, ...]:
    """Return a key that is less, the more of what is asked for stands in a stretch."""
    span, words = found
    rarity = sum(1 / counts[word] for word in words)
    return (-len(words), -rarity, span[1] - span[0], span[0])
