"""A statement as alignment sees it: its content words, names, numbers and dates, in order."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from variorum import languages
from variorum.align.collating.hedges import hedge_places
from variorum.align.portions import find_shares
from variorum.align.rarity import Vocabulary, vocabulary
from variorum.align.voices import NO_VOICE, Voice, Voices
from variorum.model.annotation import AnnotatedArticle, Statement
from variorum.model.article import Article
from variorum.model.phrases import places_of
from variorum.model.spans import Span, covers
from variorum.model.words import TITLE_CASE, Word, words_in

NAMES = frozenset({"person", "organisation", "group", "place"})
_DIGIT = re.compile(r"\d")
# The result of a game or a vote, and the word behind it.
_SCORE = re.compile(r"(?<![\w.,/:–-])(\d{1,3}[-–]\d{1,3})(?![\w/:–-]|[.,]\d)(?:\s([^\W\d_]+))?")
_POSSESSIVE = re.compile(r"'s?$")
# A date that is uncertain or approximate is compared as the date it is.
_PLAIN = str.maketrans("", "", "?~%")


@dataclass(frozen=True, slots=True)
class Token:
    """One thing a statement says: a content word, a number or a date.

    ``key`` is what is compared: a case-folded word, ``#`` and a value (``#3.`` is the third), or
    ``@`` and an EDTF date.
    ``is_name``: it is (part of) a name, and not only of who spoke.
    """

    key: str
    span: Span
    is_name: bool = False

    @property
    def is_value(self) -> bool:
        """Tell a number or a date from a word: values are equal or not, never alike."""
        return self.key[0] in "#@"

    @property
    def is_rank(self) -> bool:
        """Tell a place in a row from a number: the third, not three."""
        return self.key[0] == "#" and self.key[-1] == "."

    @property
    def is_plain(self) -> bool:
        """Tell a word from a name and a value."""
        return not (self.is_name or self.is_value)


@dataclass(frozen=True)
class Claim:
    """A statement with its tokens; ``denies`` where it holds a word of negation.

    ``words`` are all its words, function words too, in order, and ``forms`` those case-folded;
    ``hedges``: it holds a word that may bound a figure; ``weakening`` are its hedges as printed.
    ``voice`` is whose words it is, in direct speech; ``people`` are the names of persons in its
    article.
    """

    statement: Statement
    article: Article
    vocabulary: Vocabulary
    tokens: tuple[Token, ...]
    denies: bool
    hedges: bool
    words: tuple[Word, ...] = ()
    weakening: tuple[str, ...] = ()
    forms: frozenset[str] = frozenset()
    voice: Voice = NO_VOICE
    people: frozenset[str] = frozenset()

    @property
    def spoken(self) -> bool:
        """Tell whether the claim stands in direct speech."""
        return bool(self.voice.name)

    def weakened(self, beside: Claim) -> str:
        """Return the first hedge as printed, empty where none weakens beside another claim.

        What reported speech makes of an auxiliary is no hedge beside that auxiliary.
        """
        for shown in self.weakening:
            source = self.vocabulary.backshifts.get(shown.casefold(), "")
            if source in self.vocabulary.possible or source not in beside.forms:
                return shown
        return ""

    @cached_property
    def keys(self) -> tuple[str, ...]:
        """Return the keys of all tokens, in order."""
        return tuple(token.key for token in self.tokens)

    @cached_property
    def scores(self) -> Mapping[Span, str]:
        """Return the results of games or votes that it tells (``3-1``), by span.

        Before what they count, two numbers are a range (``10-12 people``).
        """
        language = languages.find(self.article.language)
        if language is None:
            return {}
        found = {}
        for span in self.statement.spans:
            for match in _SCORE.finditer(self.article.text, *span):
                behind = (match[2] or "").casefold()
                if language.singular(behind) is None and behind not in language.people:
                    found[match.span(1)] = match[1]
        return found

    @cached_property
    def shares(self) -> Mapping[Span, float]:
        """Return the parts of a whole that it tells in words (``a third of``), in per cent."""
        language = languages.find(self.article.language)
        return dict(find_shares(self.words, language)) if language else {}

    def surface(self, token: Token) -> str:
        """Return a token as this witness prints it."""
        return self.article.text[slice(*token.span)]


def claims_of(articles: Sequence[AnnotatedArticle]) -> tuple[Claim, ...]:
    """Return a claim for each statement that says anything, by witness and place."""
    found = []
    for item in sorted(articles, key=lambda a: a.article.id):
        reader = _Reader(item)
        found += [reader.claim(s) for s in sorted(item.statements, key=lambda s: (s.spans, s.id))]
    return tuple(claim for claim in found if claim.tokens)


def both_spoken(one: Claim, other: Claim) -> bool:
    """Tell whether two claims stand in direct speech: they are related by their words alone."""
    return one.spoken and other.spoken


class _Reader:
    """Reads the claims of one article."""

    def __init__(self, item: AnnotatedArticle) -> None:
        self.article = item.article
        self.known: Vocabulary = vocabulary(item.article.language)
        self.times = {time.id: time for time in item.times}
        self.names = {m.span[0]: m.span for m in item.mentions if m.kind in NAMES}
        reported = [q for q in item.quotations if q.form != "direct" or q.use != "speech"]
        self.credits = sorted(span for q in reported for span in (*q.cue, *q.sources))
        found = self.language = languages.find(item.article.language)
        self.figures = frozenset(found.numbers) | frozenset(found.scales) if found else frozenset()
        self.ordinals = found.ordinals if found else {}
        self.voices = Voices(item)
        people = (m.span for m in item.mentions if m.kind == "person")
        words = (word for span in people for word in words_in(item.article.text, span))
        self.people = frozenset(_POSSESSIVE.sub("", word.form) for word in words)

    def claim(self, statement: Statement) -> Claim:
        """Return the claim of one statement."""
        words = [w for span in statement.spans for w in words_in(self.article.text, span)]
        shares = dict(find_shares(words, self.language)) if self.language else {}
        values = self._values(statement, shares)
        named, telling = self._named(words), self._credits_in(statement)
        tokens: dict[Span, Token] = {}
        for word in words:
            span = _within(word.span, values)
            if span and (values[span][0] == "@" or span in shares or self._is_figure(word)):
                tokens.setdefault(span, Token(values[span], span))
            elif rank := self._rank(word.form):
                tokens[word.span] = Token(f"#{rank}.", word.span)
            elif self.known.carries(word.form):
                key = _POSSESSIVE.sub("", word.form)
                is_name = word.span in named and not _within(word.span, telling)
                tokens[word.span] = Token(key, word.span, is_name)
        forms = frozenset(word.form for word in words)
        return Claim(
            statement=statement,
            article=self.article,
            vocabulary=self.known,
            tokens=tuple(tokens.values()),
            denies=any(map(self.known.negates, forms)) or self._bars(words),
            hedges=not forms.isdisjoint(self.known.hedges),
            words=tuple(words),
            weakening=self._weakening(words, values),
            forms=forms,
            voice=self.voices.of(statement),
            people=self.people,
        )

    def _bars(self, words: Sequence[Word]) -> bool:
        """Tell whether words deny what stands behind a verb: ``ruled out a sale``."""
        barring = self.language.contrasts.barring if self.language else frozenset()
        return bool(places_of(barring, [word.form for word in words]))

    def _credits_in(self, statement: Statement) -> Sequence[Span]:
        """Return where a statement only says who spoke."""
        first = bisect_left(self.credits, (statement.spans[0][0], 0))
        return self.credits[first : bisect_left(self.credits, (statement.spans[-1][1], 0))]

    def _weakening(self, words: Sequence[Word], values: Mapping[Span, str]) -> tuple[str, ...]:
        """Return the hedges as printed; "would" and "should" only report, "May" is a month.

        What bounds a figure ("at least nine") is compared with it; a word of degree ("mainly") is
        no doubt.
        """
        forms = ["" if _within(word.span, values) else word.form for word in words]
        shifts, weak = self.known.backshifts, self.known.possible
        figures = {at for at, word in enumerate(words) if self._is_figure(word)}
        found = []
        for start, end in hedge_places(forms, self.language):
            first = forms[start]
            if end in figures or self._softens(forms[start:end]):
                continue
            if end - start > 1 or first not in shifts or first in weak:
                span = (words[start].span[0], words[end - 1].span[1])
                found.append(self.article.text[slice(*span)])
        return tuple(found)

    def _softens(self, forms: Sequence[str]) -> bool:
        return self.language is not None and " ".join(forms) in self.language.variants.softeners

    def _values(self, statement: Statement, shares: Mapping[Span, float]) -> Mapping[Span, str]:
        """Return the numbers and dates of a statement by span.

        A date, or a part of a whole, hides its own numbers.
        """
        times = [self.times[id_] for id_ in statement.times if id_ in self.times]
        values = {time.span: f"@{time.edtf.translate(_PLAIN)}" for time in times}
        for span, share in shares.items():
            if not _within(span, values):
                values[span] = f"#{share:g}"
        for quantity in statement.quantities:
            if not _within(quantity.span, values):
                values[quantity.span] = f"#{quantity.value:g}"
        return values

    def _rank(self, form: str) -> int | None:
        """Return the place in a row that a word tells, in letters or in figures: ``70th``."""
        if form in self.ordinals or not form[:1].isdigit() or self.language is None:
            return self.ordinals.get(form)
        ends = (end for end in self.language.times.ordinal_ends if form.endswith(end))
        figures = form.removesuffix(next(ends, ""))
        return int(figures) if figures != form and figures.isdecimal() else None

    def _is_figure(self, word: Word) -> bool:
        parts = word.form.split("-")
        return bool(_DIGIT.search(word.form)) or any(part in self.figures for part in parts)

    def _named(self, words: Sequence[Word]) -> frozenset[Span]:
        """Return the spans of words that are (part of) names."""
        capitals = [w for w in words if self.article.text[w.span[0]].isupper()]
        titled = len(capitals) >= TITLE_CASE * len(words)
        plain = () if titled else (w.span for w in capitals if w is not words[0])
        mentioned = [self.names[w.span[0]] for w in words if w.span[0] in self.names]
        inside = (w.span for w in capitals if _within(w.span, mentioned))
        return frozenset((*plain, *inside))


def _within(span: Span, outer: Iterable[Span]) -> Span | None:
    return next((one for one in outer if covers(one, span)), None)
