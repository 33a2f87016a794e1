"""The cast of an article: who is named in it, by which names, of what kind and gender."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TypeVar

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
_Key = TypeVar("_Key")


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
    posts: dict[tuple[str, str], str] = field(init=False)
    articled: frozenset[str] = field(init=False)
    bodies: frozenset[str] = field(init=False)
    couples: frozenset[str] = field(init=False)
    _starts: list[int] = field(init=False)
    _sentence_starts: list[int] = field(init=False)
    _quoted_starts: list[int] = field(init=False)

    def __post_init__(self) -> None:
        self._starts = [m.span[0] for m in self.mentions]
        self._sentence_starts = [start for start, _ in self.sentences]
        self._quoted_starts = [start for start, _ in self.quoted]
        self.articled = frozenset(
            m.name for m in self.mentions if self._before(m, 4).lower() == "the "
        )
        self.bodies = frozenset(self._served())
        self.couples = frozenset(self._shared())
        full = ((m.name.split()[-1], m.name) for m in self.mentions if self._is_full(m))
        self.people = _sole(full)
        self.genders = _sole(self._titled())
        self.roles = _sole(self._holders())
        self.posts = _sole(self._posted())

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
        if mention.name in self.bodies:
            return "organisation"
        if mention.kind != "other":
            return _ROLE.get(mention.kind, mention.kind)
        words = mention.name.split()
        body = words[0].lower() in self.language.organisation_words
        bare = len(words) in {2, 3} and mention.name not in self.articled and not body
        return "person" if bare else "organisation"

    def name(self, mention: Mention) -> str:
        """Return the fullest name of whom is mentioned; of a couple the name as printed."""
        full = self.people.get(mention.name, mention.name)
        if not self.couples.isdisjoint({mention.name, full}):
            title = self._title(mention)
            if (
                title
                and gender_by_first_name(full, self.language)
                != self.language.honorifics[title.lower()]
            ):
                return f"{title} {self.article.text[slice(*mention.span)]}"
        return full

    def is_person(self, mention: Mention) -> bool:
        """Tell whether a mention names a person, not only a role."""
        return mention.kind != "role" and self.kind(mention) == "person"

    def fits(self, name: str, kind: str, pronoun: str) -> bool:
        """Tell whether a pronoun can stand for a speaker."""
        gender = self.language.pronouns.get(pronoun, "")
        if name.casefold() in self.language.personal_pronouns:
            return False
        if gender in {"m", "f"}:
            return kind == "person" and self.gender(name) in {gender, ""}
        if gender == "p":
            return kind in {"group", "organisation"}
        return kind in {"organisation", "place", "group"}

    def gender(self, name: str) -> str:
        """Return ``m`` or ``f`` by an honorific, else by the first name; ``""`` for unknown."""
        owner, _, owned = name.replace("’", "'").rpartition("'s ")
        if owner:
            return self.language.people.get(owned.split()[-1].lower() if owned else "", "")
        title = self.language.honorifics.get(name.split()[0].lower(), "") if name else ""
        return title or self.genders.get(name) or gender_by_first_name(name, self.language)

    def _title(self, mention: Mention) -> str:
        """Return the honorific before a name, without its point."""
        before = self._before(mention, TITLE).split()[-1:]
        title = before[0].rstrip(".") if before else ""
        return title if self.language.honorifics.get(title.lower()) else ""

    def _shared(self) -> Iterator[str]:
        """Yield the names that a man and a woman of one family have (``Mr … and Mrs Poe``)."""
        titles: dict[str, set[str]] = {}
        for mention in self.mentions:
            if title := self._title(mention).lower():
                titles.setdefault(mention.name, set()).add(title)
        for name, found in titles.items():
            men = {title for title in found if self.language.honorifics[title] == "m"}
            if men and not found.isdisjoint(self.language.family_titles):
                yield name

    def narrated(self, span: Span, pronoun: str) -> list[Mention]:
        """Return the mentions in ``span``, outside marks, that a pronoun can stand for."""
        return [
            m
            for m in self.within(span)
            if m.kind != "role"
            and span[0] <= m.span[0]
            and m.span[1] <= span[1]
            and not self.in_marks(m.span)
            and not self.owns(m.span)
            and self.fits(self.name(m), self.kind(m), pronoun)
        ]

    def sentences_before(self, place: int) -> Iterator[Span]:
        """Yield the sentence around ``place`` up to it, then the one before."""
        at = bisect_right(self._sentence_starts, place) - 1
        if at >= 0:
            yield (self._sentence_starts[at], place)
        if at >= 1:
            yield self.sentences[at - 1]

    def leads(self, span: Span, start: int) -> bool:
        """Tell whether a mention is so near the head of its sentence that it is the subject."""
        known = self.language
        before = [w.form for w in words_in(self.article.text, (start, span[0]))]
        barred = known.prepositions | known.auxiliaries | known.common_verbs
        return len(before) <= LEAD and not barred.intersection(before)

    def owns(self, span: Span) -> bool:
        """Tell whether a name only says whose something is (``Poe’s deputy``)."""
        behind = self.article.text[span[1] : span[1] + 3].replace("’", "'")
        return behind.startswith(("'s ", "' "))

    def in_marks(self, span: Span) -> bool:
        """Tell whether a stretch begins inside quote marks."""
        at = bisect_right(self._quoted_starts, span[0]) - 1
        return at >= 0 and span[0] < self.quoted[at][1]

    def _before(self, mention: Mention, length: int) -> str:
        start = max(0, mention.span[0] - length)
        return self.article.text[start : mention.span[0]]

    def _is_full(self, mention: Mention) -> bool:
        person = mention.kind == "person" and mention.name not in self.bodies
        return person and " " in mention.name.strip()

    def _served(self) -> Iterator[str]:
        """Yield what somebody is the head, or speaks, of and nothing else shows to be a person."""
        text, known = self.article.text, self.language
        printed = {text[slice(*m.span)] for m in self.mentions}
        titled = {name for name, _ in self._titled()}
        for role, mention in pairwise(self.mentions):
            between = text[role.span[1] : mention.span[0]].split()
            words = mention.name.split()
            called = role.kind in {"role", "group"} and between[:1] != [] and len(between) <= 2
            if not called or between[0] not in known.noun_prepositions | known.place_markers:
                continue
            if mention.kind not in {"person", "other"} or mention.name in titled:
                continue
            if words[0].lower() not in known.first_names and words[-1] not in printed:
                yield mention.name

    def _titled(self) -> Iterator[tuple[str, str]]:
        """Yield each name with the gender of an honorific before it."""
        for mention in self.mentions:
            words = self._before(mention, TITLE) + self.article.text[slice(*mention.span)]
            words = words.lower()
            for word in words.split():
                gender = self.language.honorifics.get(word.rstrip("."))
                if gender:
                    yield mention.name, gender

    def holder(self, role: str, post: str | None) -> str | None:
        """Return who the article says has a role, None where it names nobody or several.

        Args:
            role: as in its mention.
            post: the name that says of what (``Esk`` in ``the mayor of Esk``), or None.
        """
        if post is not None and (role, post) in self.posts:
            return self.posts[role, post]
        another = post is not None and any(known == role for known, _ in self.posts)
        return None if another else self.roles.get(role)

    def _holders(self) -> Iterator[tuple[str, str]]:
        """Yield each role with the person it is printed beside (``mayor Jo Poe``)."""
        for one, other in pairwise(self.mentions):
            between = self.article.text[one.span[1] : other.span[0]].strip(" ")
            if one.kind == "role" and self.is_person(other) and self._names(between):
                if not between.endswith(",") or self._closed(other):
                    yield one.name, self.name(other)
            elif other.kind == "role" and self.is_person(one) and self._describes(between, other):
                yield other.name, self.name(one)
        for (role, _), person in self._posted():
            yield role, person

    def _posted(self) -> Iterator[tuple[tuple[str, str], str]]:
        """Yield each role, and of what, with who has it (``the head of Esk Baths, Jo Poe``)."""
        text = self.article.text
        for role, post, person in zip(
            self.mentions, self.mentions[1:], self.mentions[2:], strict=False
        ):
            posted = role.kind == "role" and post.kind != "role" and self.is_person(person)
            between = text[role.span[1] : person.span[0]].strip(" ")
            named = between.split()[:1] != [","] and self._names(between)
            if posted and named and (not between.endswith(",") or self._closed(person)):
                yield (role.name, self.name(post)), self.name(person)

    def _describes(self, between: str, role: Mention) -> bool:
        """Tell whether a role is an aside about the name before it (``, the harbour’s chief``).

        What speaks is none: ``Poe, the judge said, “lied”``.
        """
        behind = next(words_in(self.article.text, (role.span[1], role.span[1] + TITLE)), None)
        if behind is not None and behind.form in self.language.cues:
            return False
        return between.startswith(",") and between.count(",") == 1 and len(between.split()) <= ASIDE

    def _closed(self, mention: Mention) -> bool:
        """Tell whether an apposition ends behind a name: no verb follows (``, Jo Poe lied``)."""
        behind = self.article.text[mention.span[1] : mention.span[1] + 2].strip()
        return not behind[:1].isalnum() and behind[:1] not in {"'", "’"}

    def _names(self, between: str) -> bool:
        """Tell whether a name follows its role (``mayor``, ``the mayor,``, ``the head of it,``)."""
        words = between.split()
        if not words or words == [","]:
            return True
        ends = between.endswith(",") and between.count(",") == 1 and len(words) <= ASIDE
        return ends and words[0] in self.language.noun_prepositions


def gender_by_first_name(name: str, language: Language) -> str:
    """Return ``m`` or ``f`` by the first of several words of a name; ``""`` for unknown."""
    first = name.split()[0].lower() if " " in name else ""
    if first not in language.first_names - language.either_names:
        return ""
    return "f" if first in language.feminine_names else "m"


def _sole(pairs: Iterator[tuple[_Key, str]]) -> dict[_Key, str]:
    """Return the keys that go with one value only."""
    seen: dict[_Key, set[str]] = {}
    for key, value in pairs:
        seen.setdefault(key, set()).add(value)
    return {key: min(values) for key, values in seen.items() if len(values) == 1}
