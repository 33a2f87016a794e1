"""The cast of an article: who is named in it, by which names, of what kind and gender."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from variorum.languages import Language
from variorum.model.annotation import Mention
from variorum.model.article import Article
from variorum.model.spans import Span, Spans
from variorum.model.words import words_in

# How far before a name its honorific may begin, in code points.
TITLE = 9
# How many words may stand before the subject of a sentence.
LEAD = 4
# How many words, the comma among them, an aside may have before its role.
ASIDE = 5
_ROLE = {"role": "person"}


@dataclass(slots=True)
class Cast:
    """The people and bodies of one article.

    Args:
        article: the text.
        mentions: in the order of the text.
        language: of the text.
        sentences: in the order of the text.
        quoted: the outermost stretches in marks, where nobody is the narrator's subject.
    """

    article: Article
    mentions: Sequence[Mention]
    language: Language
    sentences: Spans
    quoted: Spans
    people: dict[str, str] = field(init=False)
    genders: dict[str, str] = field(init=False)
    roles: dict[str, str] = field(init=False)
    articled: frozenset[str] = field(init=False)
    _starts: list[int] = field(init=False)
    _sentence_starts: list[int] = field(init=False)
    _quoted_starts: list[int] = field(init=False)

    def __post_init__(self) -> None:
        self._starts = [m.span[0] for m in self.mentions]
        self._sentence_starts = [start for start, _ in self.sentences]
        self._quoted_starts = [start for start, _ in self.quoted]
        self.articled = frozenset(m.name for m in self.mentions if self._before(m, 4) == "the ")
        full = ((m.name.split()[-1], m.name) for m in self.mentions if self._is_full(m))
        self.people = _sole(full)
        self.genders = _sole(self._titled())
        self.roles = _sole(self._holders())

    def within(self, span: Span) -> Iterator[Mention]:
        """Yield the mentions that lie in ``span`` or reach into it."""
        at = max(0, bisect_left(self._starts, span[0]) - 1)
        while at < len(self.mentions) and self._starts[at] < span[1]:
            if self.mentions[at].span[1] > span[0]:
                yield self.mentions[at]
            at += 1

    def before(self, place: int) -> Mention | None:
        """Return the last mention that begins before ``place``."""
        at = bisect_left(self._starts, place) - 1
        return self.mentions[at] if at >= 0 else None

    def kind(self, mention: Mention) -> str:
        """Return what kind of speaker a mention is; two or three bare names make a person."""
        if mention.name in self.people:
            return "person"
        if mention.kind != "other":
            return _ROLE.get(mention.kind, mention.kind)
        bare = len(mention.name.split()) in {2, 3} and mention.name not in self.articled
        return "person" if bare else "organisation"

    def name(self, mention: Mention) -> str:
        """Return the fullest name of whom is mentioned."""
        return self.people.get(mention.name, mention.name)

    def is_person(self, mention: Mention) -> bool:
        """Tell whether a mention names a person, not only a role."""
        return mention.kind != "role" and self.kind(mention) == "person"

    def fits(self, name: str, kind: str, pronoun: str) -> bool:
        """Tell whether a pronoun can stand for a speaker."""
        gender = self.language.pronouns.get(pronoun, "")
        if gender in {"m", "f"}:
            return kind == "person" and self.genders.get(name, gender) == gender
        if gender == "p":
            return kind in {"group", "organisation"}
        return kind in {"organisation", "place", "group"}

    def narrated(self, span: Span, pronoun: str) -> list[Mention]:
        """Return the mentions in ``span``, outside marks, that a pronoun can stand for."""
        return [
            m
            for m in self.within(span)
            if m.kind != "role"
            and span[0] <= m.span[0]
            and m.span[1] <= span[1]
            and not self._in_marks(m.span)
            and self.fits(self.name(m), self.kind(m), pronoun)
        ]

    def sentences_before(self, place: int) -> Iterator[Span]:
        """Yield the sentence around ``place`` up to it, then the one before."""
        at = bisect_right(self._sentence_starts, place) - 1
        if at >= 0:
            yield (self._sentence_starts[at], place)
        if at >= 1:
            yield self.sentences[at - 1]

    def leads(self, mention: Mention, start: int) -> bool:
        """Tell whether a mention is so near the head of its sentence that it is the subject."""
        known = self.language
        before = [w.form for w in words_in(self.article.text, (start, mention.span[0]))]
        barred = known.prepositions | known.auxiliaries | known.common_verbs
        return len(before) <= LEAD and not barred.intersection(before)

    def _in_marks(self, span: Span) -> bool:
        at = bisect_right(self._quoted_starts, span[0]) - 1
        return at >= 0 and span[0] < self.quoted[at][1]

    def _before(self, mention: Mention, length: int) -> str:
        start = max(0, mention.span[0] - length)
        return self.article.text[start : mention.span[0]].lower()

    def _is_full(self, mention: Mention) -> bool:
        return mention.kind == "person" and " " in mention.name.strip()

    def _titled(self) -> Iterator[tuple[str, str]]:
        """Yield each name with the gender of an honorific before it."""
        for mention in self.mentions:
            words = self._before(mention, TITLE) + self.article.text[slice(*mention.span)].lower()
            for word in words.split():
                gender = self.language.honorifics.get(word.rstrip("."))
                if gender:
                    yield mention.name, gender

    def _holders(self) -> Iterator[tuple[str, str]]:
        """Yield each role with the person it is printed beside (``mayor Jo Poe``)."""
        for one, other in pairwise(self.mentions):
            between = self.article.text[one.span[1] : other.span[0]].strip(" ")
            if one.kind == "role" and self.is_person(other) and self._names(between):
                yield one.name, self.name(other)
            elif other.kind == "role" and self.is_person(one) and _describes(between):
                yield other.name, self.name(one)

    def _names(self, between: str) -> bool:
        """Tell whether a name follows its role (``mayor``, ``the mayor,``, ``the head of it,``)."""
        words = between.split()
        if not words or words == [","]:
            return True
        ends = between.endswith(",") and between.count(",") == 1 and len(words) <= ASIDE
        return ends and words[0] in self.language.noun_prepositions


def _describes(between: str) -> bool:
    """Tell whether an aside begins between a name and a role (``, the harbour’s``)."""
    return between.startswith(",") and between.count(",") == 1 and len(between.split()) <= ASIDE


def _sole(pairs: Iterator[tuple[str, str]]) -> dict[str, str]:
    """Return the keys that go with one value only."""
    seen: dict[str, set[str]] = {}
    for key, value in pairs:
        seen.setdefault(key, set()).add(value)
    return {key: min(values) for key, values in seen.items() if len(values) == 1}
