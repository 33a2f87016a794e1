"""Where a witness prints words that are missing at one place of it, if it does."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from variorum import languages
from variorum.align.gathering.speakers import match_speakers
from variorum.align.prints import Print, PrintWord, read_words
from variorum.model.annotation import AnnotatedArticle
from variorum.model.article import BODY_KINDS
from variorum.model.spans import Span, overlap

# So much of the content of missing words stands together at the other place.
MOVED = 0.8
# So many content words make words that are no sentence worth looking for.
LEAST_CONTENT = 3
# So many quotations before a place are asked whether they reach over it.
NEAR = 8
# Longer runs of words are not looked for; shorter ones by so many of their rarest words, each at
# so many places at most.
LONGEST = 100
RAREST = 6
PLACES = 12


@dataclass(frozen=True)
class Page:
    """The words of an article's body, to look in; they are read when first asked for."""

    found: AnnotatedArticle

    @cached_property
    def words(self) -> tuple[PrintWord, ...]:
        """Return all words of the body, in order."""
        article = self.found.article
        spans = [block.span for block in article.blocks if block.kind in BODY_KINDS]
        return read_words(article, spans, languages.find(article.language))

    @cached_property
    def places(self) -> dict[str, list[int]]:
        """Return the positions of each content word by its key."""
        places: dict[str, list[int]] = defaultdict(list)
        for at, word in enumerate(self.words):
            if word.content:
                places[word.key].append(at)
        return places

    def find(self, words: Sequence[PrintWord], speaking: Print, *, whole: bool) -> Span | None:
        """Return where this article prints these words, None where it does not.

        Most of the content must stand there together, with every number and as many negations,
        in no other person's mouth.

        Args:
            words: what to look for.
            speaking: the print that lacks them.
            whole: whether they are a sentence: of less than that, more is needed.
        """
        sought = {word.key for word in words if word.content}
        least = 1 if whole else LEAST_CONTENT
        if not 2 <= len(words) <= LONGEST or len(sought) < least:
            return None
        found = (self._span(words, *place) for place in self._matches(words, sought))
        return next((span for span in found if not self._others(span, speaking)), None)

    def _matches(self, words: Sequence[PrintWord], sought: set[str]) -> Iterator[tuple[int, int]]:
        """Yield the first and last position of places that hold enough of the words."""
        least = max(1, round(MOVED * len(sought) + 0.49))
        known = sorted((key for key in sought if key in self.places), key=self._rarity)
        if len(known) < least:
            return
        numbers = {key for key in sought if key[0] == "#"}
        reach = len(words) + len(words) // 2
        for key in known[: min(RAREST, len(known) - least + 1)]:
            for anchor in self.places[key][:PLACES]:
                first, last = self._run(anchor, sought, reach)
                keys = {word.key for word in self.words[first : last + 1]}
                enough = len(keys & sought) >= least and numbers <= keys
                if enough and self._as_denied(words, (first, last)):
                    yield first, last

    def _rarity(self, key: str) -> tuple[int, str]:
        return (len(self.places[key]), key)

    def _run(self, anchor: int, sought: set[str], reach: int) -> tuple[int, int]:
        """Return the stretch around a position that holds most of the words sought."""
        near = range(max(0, anchor - reach), min(len(self.words), anchor + reach + 1))
        held = [at for at in near if self.words[at].key in sought]
        runs = (
            [at for at in held if first <= at < first + reach] for first in held if first <= anchor
        )
        best = max(runs, key=lambda run: (len({self.words[at].key for at in run}), -run[-1]))
        return best[0], best[-1]

    def _as_denied(self, words: Sequence[PrintWord], place: tuple[int, int]) -> bool:
        """Tell whether a place denies as often as the words do; its clause may begin earlier."""
        language = languages.find(self.found.article.language)
        if language is None:
            return True
        first, last = place
        outer = next((at for at, word in enumerate(words) if word.content), 0)
        there = self.words[max(0, first - outer) : last + 1]
        counts = [sum(language.negates(word.form) for word in side) for side in (words, there)]
        return counts[0] == counts[1]

    def _span(self, words: Sequence[PrintWord], first: int, last: int) -> Span:
        """Return the span of a place, with the plain words before and after that are the same."""
        start = next(at for at, word in enumerate(words) if word.content)
        while start and first and self.words[first - 1].form == words[start - 1].form:
            start, first = start - 1, first - 1
        stop = next(at for at in range(len(words), 0, -1) if words[at - 1].content)
        while stop < len(words) and last + 1 < len(self.words):
            if self.words[last + 1].form != words[stop].form:
                break
            stop, last = stop + 1, last + 1
        return (self.words[first].span[0], self.words[last].span[1])

    def _others(self, span: Span, speaking: Print) -> bool:
        """Tell whether another person is quoted there."""
        quotations = self.found.quotations
        stop = bisect_left(quotations, span[1], key=lambda quotation: quotation.spans[0][0])
        return any(
            any(overlap(span, held) for held in quotation.spans)
            and match_speakers(quotation.speaker, speaking.quotation.speaker, speaking.language)
            == "other"
            for quotation in quotations[max(0, stop - NEAR) : stop]
        )
