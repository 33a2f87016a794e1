"""A conversation: the quotations of an article in order, and who may speak each of them."""

from __future__ import annotations

from dataclasses import dataclass, field

from variorum.annotate.attributing.drafts import Draft
from variorum.annotate.speaking.people import NARRATOR, People, Person
from variorum.model.article import Block
from variorum.model.spans import Span

# How far before and behind a quotation people are looked for, in code points.
BEFORE, BEHIND = 3000, 500
# How many turns before and behind it tell who takes part.
PAST, NEXT = 10, 6
# The most people that a quotation is offered.
MOST = 16
# From how many more pronouns of one gender than of the other on a name is of that gender.
CLEAR = 4
# What may stand where a source does: nothing, the pronouns, other words.
NOBODY, HE, SHE, FIRST, OTHER = 0, 1, 2, 3, 9
KINDS = {"he": HE, "she": SHE, "i": FIRST, "they": 4, "it": 5, "we": 6, "who": 7}
GENDERS = {HE: "m", SHE: "f"}


@dataclass(slots=True)
class Turn:
    """A quotation of a conversation.

    Args:
        draft: the quotation.
        outer: from its first word or mark to its last.
        number: of the person who is known to speak, or None.
        sure: whether words beside it name that person.
        paragraph: how many paragraphs with speech there are up to this one.
        kind: what names who speaks: 0 nothing, a number for each pronoun, 9 other words.
    """

    draft: Draft
    outer: Span
    number: int | None = None
    sure: bool = False
    kind: int = 0
    paragraph: int = 0


@dataclass(slots=True)
class Talk:
    """The turns of an article in order, with its people; what is decided is filled in.

    Args:
        people: of the article.
        turns: in the order of the text.
        blocks: the paragraphs and headings that drafts are numbered by.
        opening: where the first paragraph begins.
    """

    people: People
    turns: list[Turn] = field(default_factory=list)
    blocks: tuple[Block, ...] = ()
    opening: int = 0


def kind_of(text: str, source: Span | None) -> int:
    """Return 0 for no phrase, a number for each pronoun, 9 for other words."""
    return NOBODY if source is None else KINDS.get(text[slice(*source)].casefold(), OTHER)


def candidates(talk: Talk, at: int) -> list[int]:
    """Return the numbers of the people who may speak turn ``at``, the nearest first.

    Args:
        talk: its conversation.
        at: the place of the turn.
    """
    start, end = talk.turns[at].outer
    near: dict[int, int] = {}
    spoken = [t.number for t in (*talk.turns[max(0, at - PAST) : at], *talk.turns[at : at + NEXT])]
    for number in spoken:
        if number is not None:
            near[number] = 0
    people = talk.people
    for span, number in (*people.told_in((end, end + BEHIND)), *people.quoted_in((start, end))):
        near[number] = min(near.get(number, BEFORE), abs(span[0] - end))
    window = (max(0, start - BEFORE), start)
    for span, number in (*people.told_in(window), *people.quoted_in(window)):
        near[number] = min(near.get(number, BEFORE), start - span[0])
    kind = talk.turns[at].kind
    fitting = [n for n in near if agrees(people.people[n], kind) >= 0]
    return sorted(fitting, key=lambda number: (near[number], number))[:MOST]


def agrees(person: Person, kind: int) -> int:
    """Return 1 where a pronoun agrees with a person, -1 where it does not, 0 for unknown.

    Args:
        person: named, described, or who tells.
        kind: of a turn.
    """
    if kind in {NOBODY, OTHER}:
        return 0
    if kind == FIRST or person.name == NARRATOR:
        return 1 if kind == FIRST and person.name == NARRATOR else -1
    gender = GENDERS.get(kind)
    if gender is None:
        return 0
    if person.gender:
        return 1 if gender == person.gender else -1
    if abs(person.he) >= CLEAR:
        return 1 if (person.he > 0) == (gender == "m") else -1
    return 0
