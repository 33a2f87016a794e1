"""The people of an article: who is named, who is only described, and the one who tells.

A person known by description alone (``a young man … the young man``) is one by the words of the
description; each is a candidate for who speaks where no name stands beside the words.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from variorum.annotate.speaking.cast import Cast
from variorum.model.spans import Span
from variorum.model.words import Word, words_in

# How many words may stand between an article and the noun that it belongs to.
ADJECTIVES = 3
# The most words of a source that describes someone.
LONGEST = 6
# How many code points behind a name a pronoun tells of its gender.
TELLS = 80
NARRATOR = "I"
_Of = TypeVar("_Of", int, str)
_DEFINITE = frozenset({"the", "a", "an", "this", "that"})


@dataclass(slots=True)
class Person:
    """Someone who may speak.

    Args:
        name: the fullest name, else the description as first printed; ``I`` for who tells.
        how: ``named``, ``role`` (described) or ``pronoun`` (who tells).
        gender: ``m``, ``f`` or ``""`` for unknown, by words alone.
        he: how many more pronouns of men than of women follow the name closely.
        told: where the narrator mentions the person, in order.
        quoted: where words in marks do, in order.
    """

    name: str
    how: str
    gender: str = ""
    he: int = 0
    told: list[Span] = field(default_factory=list)
    quoted: list[Span] = field(default_factory=list)


@dataclass(slots=True)
class People:
    """The people of one article and where each is mentioned.

    Args:
        cast: of the article.
        people: in the order of their first mentions.
        mentions: each mention by the narrator and the number of its person, in order.
        quoted: the same for mentions in marks.
        pronouns: the pronouns of the narrator with their forms, in order.
    """

    cast: Cast
    people: list[Person] = field(default_factory=list)
    mentions: list[tuple[Span, int]] = field(default_factory=list)
    quoted: list[tuple[Span, int]] = field(default_factory=list)
    pronouns: list[tuple[Span, str]] = field(default_factory=list)
    numbers: dict[str, int] = field(default_factory=dict)

    def number(self, name: str) -> int | None:
        """Return the number of the person of this name."""
        return self.numbers.get(name)

    def told_in(self, span: Span) -> list[tuple[Span, int]]:
        """Return the mentions by the narrator that begin in ``span``."""
        return _starting(self.mentions, span)

    def quoted_in(self, span: Span) -> list[tuple[Span, int]]:
        """Return the mentions in marks that begin in ``span``."""
        return _starting(self.quoted, span)

    def pronouns_in(self, span: Span) -> list[tuple[Span, str]]:
        """Return the narrator's pronouns that begin in ``span``."""
        return _starting(self.pronouns, span)


def _starting(found: Sequence[tuple[Span, _Of]], span: Span) -> list[tuple[Span, _Of]]:
    first = bisect_left(found, span[0], key=lambda m: m[0][0])
    last = bisect_left(found, span[1], lo=first, key=lambda m: m[0][0])
    return list(found[first:last])


def find_people(cast: Cast, sources: Sequence[Span]) -> People:
    """Return the people of an article.

    Args:
        cast: of the article.
        sources: the phrases that stand beside cues; a name in one is somebody's, of whatever kind.
    """
    people = People(cast)
    spoken = {m.name for s in sources for m in cast.within(s) if m.kind not in {"role", "group"}}
    taken: list[Span] = []
    shorter = _full_names({cast.name(m) for m in cast.mentions if cast.is_person(m)})
    for mention in cast.mentions:
        named = cast.is_person(mention) or mention.name in spoken
        if named and mention.kind not in {"role", "group"}:
            name = shorter.get(cast.name(mention), cast.name(mention))
            _add(people, name, "named", mention.span, gender=_gender(name, cast))
            taken.append(mention.span)
    for span, name, noun in _described(cast, taken):
        holder = cast.holder(noun, None)
        if holder in people.numbers:
            _add(people, holder, "named", span, gender="")
        else:
            _add(people, name, "role", span, gender=cast.language.people.get(noun, ""))
    people.mentions.sort()
    unnamed = [source for source in sources if not people.told_in(source)]
    for source in unnamed:
        words = " ".join(cast.article.text[slice(*source)].split())
        if _is_phrase(words, cast):
            _add(people, words, "role", source, gender="")
    for word in _outside(cast):
        if word.form in {"i", "my", "me"}:
            _add(people, NARRATOR, "pronoun", word.span, gender="")
        if word.form in cast.language.pronouns or word.form in cast.language.subject_pronouns:
            people.pronouns.append((word.span, word.form))
    _put_in_order(people)
    _tell_genders(people)
    return people


def _put_in_order(people: People) -> None:
    people.mentions.sort()
    people.quoted.sort()
    for person in people.people:
        person.told.sort()
        person.quoted.sort()


def _full_names(names: set[str]) -> dict[str, str]:
    """Return the full name of each single name that begins or ends just one of them."""
    found: dict[str, set[str]] = defaultdict(set)
    for name in names:
        words = name.split()
        if len(words) > 1:
            found[words[0]].add(name)
            found[words[-1]].add(name)
    return {short: min(full) for short, full in found.items() if len(full) == 1}


def _add(people: People, name: str, how: str, span: Span, *, gender: str) -> None:
    number = people.numbers.setdefault(name, len(people.people))
    if number == len(people.people):
        people.people.append(Person(name, how, gender))
    inside = people.cast.in_marks(span)
    person = people.people[number]
    (person.quoted if inside else person.told).append(span)
    (people.quoted if inside else people.mentions).append((span, number))


def _is_phrase(words: str, cast: Cast) -> bool:
    """Tell whether a source may be a noun phrase for one who speaks."""
    known = cast.language
    forms = [word.form for word in words_in(words)]
    if not forms or len(forms) > LONGEST or known.subject_pronouns.intersection(forms):
        return False
    return not known.pronouns.keys() & set(forms[-1:]) and forms[0] not in known.prepositions


def _gender(name: str, cast: Cast) -> str:
    """Return the gender of a name, also where it is a first name alone."""
    known = cast.language
    first = name.casefold()
    if first in known.first_names - known.either_names and name not in cast.genders:
        return "f" if first in known.feminine_names else "m"
    return cast.gender(name)


def _outside(cast: Cast) -> Iterator[Word]:
    """Yield the words outside marks."""
    text, at = cast.article.text, 0
    for start, end in (*cast.quoted, (len(text), len(text))):
        if start > at:
            yield from words_in(text, (at, start))
        at = max(at, end)


def _described(cast: Cast, names: Sequence[Span]) -> Iterator[tuple[Span, str, str]]:
    """Yield where somebody is described outside marks, the description and its noun."""
    known = cast.language
    nouns = (known.person_nouns | known.role_nouns | known.people.keys()) - known.things
    latest: dict[tuple[str, str], str] = {}
    window: list[Word] = []
    for word in _outside(cast):
        window = [*window[-ADJECTIVES - 1 :], word]
        noun = word.form.removesuffix("'s")
        if noun not in nouns:
            continue
        first = _opening(window, cast)
        if first is None:
            continue
        span = (window[first].span[0], word.span[0] + len(noun))
        after = bisect_left(names, word.span[1], key=lambda s: s[0])
        if after < len(names) and names[after][0] - word.span[1] <= 1:
            continue
        opening = window[first].form
        kind = "the" if opening in _DEFINITE else opening
        words = " ".join(cast.article.text[slice(*span)].split())
        plain = first == len(window) - 2
        if plain and (kind, noun) in latest:
            name = latest[kind, noun]
        else:
            name = f"{kind} {words.partition(' ')[2]}"
            latest[kind, noun] = name
        yield span, name, noun


def _opening(window: Sequence[Word], cast: Cast) -> int | None:
    """Return the place of the word that opens the noun phrase at the end of ``window``."""
    text, known = cast.article.text, cast.language
    for at in range(len(window) - 2, -1, -1):
        if text[window[at].span[1] : window[at + 1].span[0]].strip(" \u00a0-"):
            return None
        form = window[at].form
        if form in _DEFINITE or form in known.possessives or form.endswith("'s"):
            return at
        if form in known.function_words or form in known.prepositions:
            return None
    return None


def _tell_genders(people: People) -> None:
    """Count which pronouns follow each mention before anybody else is mentioned."""
    known = people.cast.language.pronouns
    at = 0
    for place, (span, number) in enumerate(people.mentions):
        following = people.mentions[place + 1 : place + 2]
        end = min([span[1] + TELLS, *(m[0][0] for m in following)])
        at = bisect_left(people.pronouns, span[1], lo=at, key=lambda p: p[0][0])
        for there in range(at, len(people.pronouns)):
            where, form = people.pronouns[there]
            if where[0] >= end:
                break
            gender = known.get(form, "")
            if gender in {"m", "f"}:
                people.people[number].he += 1 if gender == "m" else -1
                break
