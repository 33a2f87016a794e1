"""The cast of an article: who is named in it, by which names, of what kind and gender."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TypeVar

from variorum.annotate.speaking.appositions import describes, is_closed, leads_to_name
from variorum.annotate.speaking.genders import (
    TITLE,
    gender_behind,
    gender_beside,
    gender_by_first_name,
    gender_of_description,
    gender_of_noun,
    titled,
)
from variorum.languages import Language
from variorum.model.annotation import Mention
from variorum.model.article import Article
from variorum.model.spans import Span, Spans
from variorum.model.words import words_in

# How many words may stand before the subject of a sentence, and how many code points.
LEAD = 4
OPENING = 60
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

    ``learned`` holds the genders that pronouns told of names, once who they stand for is decided.
    """

    article: Article
    mentions: Sequence[Mention]
    language: Language
    sentences: Spans
    quoted: Spans
    people: dict[str, str] = field(init=False)
    genders: dict[str, str] = field(init=False)
    nouns: dict[str, str] = field(init=False)
    learned: dict[str, str] = field(init=False, default_factory=dict)
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
        self.genders = _sole(titled(self.article.text, self.mentions, self.language))
        self.nouns = _sole((self.name(m), told) for m, told in self._beside())
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
        """Return ``m`` or ``f`` by an honorific, a first name, a noun or a pronoun, else ``""``."""
        owner, _, owned = name.replace("’", "'").rpartition("'s ")
        if owner:
            return gender_of_noun(owned.split()[-1].lower() if owned else "", self.language)
        title = self.language.honorifics.get(name.split()[0].lower(), "") if name else ""
        return (
            title
            or self.genders.get(name)
            or gender_by_first_name(name, self.language)
            or self.nouns.get(name)
            or gender_of_description(name, self.language)
            or self.learned.get(name, "")
        )

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
        honoured = {name for name, _ in titled(text, self.mentions, known)}
        for role, mention in pairwise(self.mentions):
            between = text[role.span[1] : mention.span[0]].split()
            words = mention.name.split()
            called = role.kind in {"role", "group"} and between[:1] != [] and len(between) <= 2
            if not called or between[0] not in known.noun_prepositions | known.place_markers:
                continue
            if mention.kind not in {"person", "other"} or mention.name in honoured:
                continue
            if words[0].lower() not in known.first_names and words[-1] not in printed:
                yield mention.name

    def _beside(self) -> Iterator[tuple[Mention, str]]:
        """Yield the people with a noun beside the name that tells their gender."""
        for mention in filter(self.is_person, self.mentions):
            if found := gender_beside(self.article.text, mention.span, self.language):
                yield mention, found
            if found := gender_behind(self.article.text, self._own(mention), self.language):
                yield mention, found

    def _own(self, mention: Mention) -> Span:
        """Return what a sentence tells of the name that leads it, up to the next name or mark."""
        end = mention.span[1]
        at = bisect_right(self._sentence_starts, mention.span[0]) - 1
        far = at < 0 or mention.span[0] - self.sentences[at][0] > OPENING
        if far or not self.leads(mention.span, self.sentences[at][0]) or self.owns(mention.span):
            return end, end
        later = bisect_left(self._starts, end)
        quoted = bisect_left(self._quoted_starts, end)
        ends = [*self._starts[later : later + 1], *self._quoted_starts[quoted : quoted + 1]]
        return end, min([self.sentences[at][1], *ends])

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
        text, known = self.article.text, self.language
        for one, other in pairwise(self.mentions):
            between = text[one.span[1] : other.span[0]].strip(" ")
            named = one.kind == "role" and self.is_person(other) and leads_to_name(between, known)
            described = not named and other.kind == "role" and self.is_person(one)
            if named and (not between.endswith(",") or is_closed(text, other.span)):
                yield one.name, self.name(other)
            elif described and describes(text, between, other.span, known):
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
            named = between.split()[:1] != [","] and leads_to_name(between, self.language)
            if posted and named and (not between.endswith(",") or is_closed(text, person.span)):
                yield (role.name, self.name(post)), self.name(person)


def _sole(pairs: Iterator[tuple[_Key, str]]) -> dict[_Key, str]:
    """Return the keys that go with one value only."""
    seen: dict[_Key, set[str]] = {}
    for key, value in pairs:
        seen.setdefault(key, set()).add(value)
    return {key: min(values) for key, values in seen.items() if len(values) == 1}
