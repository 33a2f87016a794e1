"""What stands around a quotation: two reports of one occasion tell of it in like words."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cached_property

from variorum import languages
from variorum.align.rarity import Rarity, rarity
from variorum.model.annotation import AnnotatedArticle
from variorum.model.spans import Span, Spans
from variorum.model.words import stem_of, words_in

# Fewer words than these are alike by chance.
FEW = 12


@dataclass(frozen=True)
class Surroundings:
    """The sentences of an article by the stems of their content words, read when asked for."""

    found: AnnotatedArticle

    def around(self, spans: Spans, reach: int) -> frozenset[str]:
        """Return the content words of the sentences that some words stand in, and of those beside.

        Args:
            spans: where the words stand, in order.
            reach: how many sentences before and behind count too.
        """
        sentences = self.found.sentences
        first = bisect_right(sentences, spans[0][0], key=lambda sentence: sentence[1])
        last = bisect_left(sentences, spans[0][1], key=lambda sentence: sentence[0])
        if first >= last:
            return self._stems(spans[0])
        near = self._sentences[max(0, first - reach) : last + reach]
        return frozenset().union(*near)

    @cached_property
    def named(self) -> frozenset[str]:
        """Return the words of all names in the article."""
        return frozenset(
            part for mention in self.found.mentions for part in mention.name.casefold().split()
        )

    @cached_property
    def rarity(self) -> Rarity:
        """Return how rare each content word is among the sentences of the article, by its stem."""
        return rarity([self._sentences])

    @cached_property
    def _sentences(self) -> tuple[frozenset[str], ...]:
        return tuple(self._stems(sentence) for sentence in self.found.sentences)

    def _stems(self, span: Span) -> frozenset[str]:
        language = languages.find(self.found.article.language)
        plain = language.function_words if language else frozenset()
        forms = {word.form.removesuffix("'s") for word in words_in(self.found.article.text, span)}
        return frozenset(stem_of(form) or form for form in forms if form not in plain)


def likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """Return how much two sets of words share, from 0 to 1 (Dice, 1945); of few words, less."""
    return 2 * len(one & other) / max(len(one) + len(other), 2 * FEW)
