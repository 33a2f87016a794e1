"""The words of one sentence as the rules for attributions see them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from variorum.annotate.marks import Marked
from variorum.model.spans import Span

# Signs that belong to the word they touch: of money, shares, degrees and trade.
_SIGN = "[$¢-¥₠-⃀%‰‱°′″©®™+]"
_TOKEN = re.compile(
    rf"[@#]?{_SIGN}{{0,3}}(?:(?:[^\W\d_]\.){{2,9}}(?!\w)|\w+(?:['’.\-‐‑&]\w+)*['’]?)"
    rf"(?:(?<=\d)[ \u00a0\u202f](?!\+){_SIGN}{{1,3}}(?!\w)|{_SIGN}{{0,3}})"
    r"|[,;:!?()\[\]—–…]|-{1,2}(?=\s|$)|\S"
)
_BREAKS = frozenset(",;:!?()[]—–…-")
_FOLD = str.maketrans({"’": "'", "‐": "-", "‑": "-"})


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a point, or a whole stretch in quote marks, at ``span``.

    A word holds the signs that touch it (``£40m``, ``52.1%``, ``U.S.``). ``form`` is the word in
    lower case with straight apostrophes; ``kind`` is ``word``, ``point`` or ``quote``.
    """

    span: Span
    text: str
    form: str
    kind: str

    @property
    def capital(self) -> bool:
        """Tell whether the word begins with a capital letter."""
        return self.kind == "word" and self.text[:1].isupper()

    @property
    def is_comma(self) -> bool:
        """Tell whether this is a comma."""
        return self.text == ","


def span_of(tokens: Sequence[Token], part: tuple[int, int]) -> Span:
    """Return where some of the tokens stand in the text; ``part`` is a half-open range of them."""
    return tokens[part[0]].span[0], tokens[part[1] - 1].span[1]


def tokens_in(text: str, span: Span, marked: Sequence[Marked]) -> list[Token]:
    """Return the tokens of one sentence; full stops are left out.

    Args:
        text: the text of the article.
        span: the sentence.
        marked: its outermost stretches in marks, each of which becomes one token.
    """
    tokens: list[Token] = []
    at = span[0]
    for stretch in marked:
        tokens.extend(_plain(text, (at, stretch.outer[0])))
        start, end = stretch.outer
        tokens.append(Token((start, end), text[start:end], "", "quote"))
        at = end
    tokens.extend(_plain(text, (at, span[1])))
    return tokens


def _plain(text: str, span: Span) -> list[Token]:
    tokens = []
    for match in _TOKEN.finditer(text, *span):
        word = match[0]
        if word[0] in _BREAKS:
            tokens.append(Token(match.span(), word, word, "point"))
        elif word[0].isalnum() or any(c.isalnum() for c in word):
            form = word.translate(_FOLD).lower().rstrip(".")
            tokens.append(Token(match.span(), word, form, "word"))
    return tokens
