"""Runs of capitalised words: where a name may stand, in any script that has capitals."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from variorum.languages import Language
from variorum.model.spans import Span, Spans

_TOKEN = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W\d_]\.(?=[ \u00a0])|\w+(?:['’&\-‐‑]\w+)*")
_HYPHEN = re.compile(r"[-‐‑]")
_JOINS = {" ", "\u00a0", " & ", "-"}
# The most words of a name: a longer row of capitals is cut.
LONGEST = 12
# How many words of lower case may stand between two parts of a name.
GAP = 2


class Token(NamedTuple):
    """A word at ``span``, without ``’s`` and a lower-case part, as in ``Lima-based``.

    A short such part belongs to the name: ``Kim Ae-ra``. ``close``: white space alone stands
    between it and the word before.
    """

    span: Span
    word: str
    low: str
    close: bool

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.word[0].isupper()


@dataclass(frozen=True, slots=True)
class Sentence:
    """The tokens of the ``number``-th sentence, and its words in lower case.

    ``shouted``: its capitals tell nothing of names.
    """

    number: int
    tokens: tuple[Token, ...]
    lows: tuple[str, ...]
    shouted: bool

    def low(self, at: int) -> str:
        """Return the word at a place in lower case, ``""`` outside the sentence."""
        return self.lows[at] if 0 <= at < len(self.lows) else ""


class Run(NamedTuple):
    """Neighbouring tokens of one sentence, from ``first`` to ``last`` (excluded).

    ``leading``: it opens a clause, where every word has a capital.
    """

    sentence: Sentence
    first: int
    last: int
    leading: bool

    @property
    def tokens(self) -> tuple[Token, ...]:
        """The tokens in it."""
        return self.sentence.tokens[self.first : self.last]

    @property
    def span(self) -> Span:
        """From its first to its last letter."""
        tokens = self.sentence.tokens
        return tokens[self.first].span[0], tokens[self.last - 1].span[1]

    @property
    def lows(self) -> tuple[str, ...]:
        """Its words in lower case."""
        return self.sentence.lows[self.first : self.last]

    @property
    def before(self) -> str:
        """The word before it in lower case, ``""`` where a mark stands between."""
        return self.sentence.low(self.first - 1) if self.sentence.tokens[self.first].close else ""

    @property
    def after(self) -> str:
        """The word after it in lower case, ``""`` where a mark stands between."""
        following = self.sentence.tokens[self.last : self.last + 1]
        return following[0].low if following and following[0].close else ""

    def part(self, start: int, end: int) -> Run:
        """Return its tokens from ``start`` to ``end``."""
        leading = self.leading and start == 0
        return Run(self.sentence, self.first + start, self.first + end, leading)


def read_sentences(
    text: str, spans: Spans, language: Language | None
) -> tuple[tuple[Sentence, ...], frozenset[str]]:
    """Cut sentences into tokens; return them and the words the text prints in lower case."""
    cut = [tuple(_tokens(text, span)) for span in spans]
    plain = frozenset(t.word for tokens in cut for t in tokens if t.word.islower())
    common = plain | (language.function_words if language else frozenset())
    read = (
        Sentence(n, tokens, tuple(t.low for t in tokens), _shouted(tokens, common))
        for n, tokens in enumerate(cut)
    )
    return tuple(read), plain


def _shouted(tokens: Sequence[Token], common: frozenset[str]) -> bool:
    """Tell whether a sentence is in capitals, or has them on its common words as titles do."""
    words = [token for token in tokens if len(token.word) > 3 and token.word[0].isalpha()]
    if len(words) >= 2 and all(token.word.isupper() for token in words):
        return True
    known = [token for token in words[1:] if token.low in common]
    raised = sum(token.capital for token in known)
    return raised >= 2 and raised * 2 > len(known)


def _tokens(text: str, span: Span) -> Iterator[Token]:
    end = 0
    for match in _TOKEN.finditer(text, *span):
        word, start = match[0], match.start()
        low = word.lower()
        if not word.isalpha():
            word = _bare(word)
            low = word.lower().rstrip(".").replace("’", "'")
        close = end > 0 and text[end:start].isspace()
        end = start + len(word)
        yield Token((start, end), word, low, close)


def _bare(word: str) -> str:
    """Return a word without ``’s`` and, of a name, a long tail in lower case."""
    if word[-2:] in {"'s", "’s", "'S", "’S"} and len(word) > 2:
        word = word[:-2]
    return _without_tail(word) if word[0].isupper() and _HYPHEN.search(word) else word


def _without_tail(word: str) -> str:
    first, second, *_ = _HYPHEN.split(word)
    return first if len(second) > 2 and second.islower() else word


def find_runs(
    text: str, sentences: Sequence[Sentence], language: Language | None
) -> tuple[Run, ...]:
    """Return every run of capitalised words, particles and links inside included."""
    return tuple(run for sentence in sentences for run in _runs(text, sentence, language))


def _runs(text: str, sentence: Sentence, language: Language | None) -> Iterator[Run]:
    tokens = sentence.tokens
    end = 0
    for at in [at for at, token in enumerate(tokens) if token.word[0].isupper()]:
        if at < end:
            continue
        end = at + 1
        while end - at < LONGEST and (reach := _reach(text, tokens, end, language)):
            end = reach
        yield Run(sentence, at, end, at == 0 or _opens(text, tokens, at))


def _reach(text: str, tokens: tuple[Token, ...], end: int, language: Language | None) -> int:
    """Return where a run that reaches to ``end`` goes on to, 0 where it ends there."""
    for to in range(end, min(end + GAP + 1, len(tokens))):
        if text[tokens[to - 1].span[1] : tokens[to].span[0]] not in _JOINS:
            return 0
        if tokens[to].capital:
            return to + 1
        if language is None or not _links(tokens[to].word, tokens[end - 1].low, language):
            return 0
    return 0


def _links(word: str, last: str, language: Language) -> bool:
    """Tell whether a lower-case word may stand inside a name that ran to ``last``."""
    if word in language.particles:
        return True
    body = last in language.organisation_words or last in language.place_nouns
    return body and word in language.name_links


def _opens(text: str, tokens: tuple[Token, ...], at: int) -> bool:
    """Tell whether a mark that opens a clause with a capital stands before the token."""
    between = text[tokens[at - 1].span[1] : tokens[at].span[0]]
    return any(mark in between for mark in '“"«„:.?!•…‘')
