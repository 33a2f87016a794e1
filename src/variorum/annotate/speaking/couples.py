"""Names that one sentence joins: a pronoun behind them may be either's."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from variorum.annotate.speaking.people import People
from variorum.annotate.speaking.talk import MOST, Talk, Turn, agrees
from variorum.model.spans import Span
from variorum.model.words import words_in

# The most that may stand between two joined names, in code points: ``and Chief Justice``.
JOINT = 40


def is_coupled(talk: Talk, turn: Turn, number: int) -> bool:
    """Tell whether somebody was last named beside another whom the turn's pronoun fits as well.

    Args:
        talk: its conversation.
        turn: with a pronoun beside it.
        number: of who would speak.
    """
    people, draft = talk.people, turn.draft
    person = people.people[number]
    start = min(turn.outer[0], draft.source[0] if draft.source else turn.outer[0])
    at = bisect_left(person.told, (start, start)) - 1
    if draft.goes_on or at < 0:
        return False
    return any(
        other != number and agrees(people.people[other], turn.kind) >= 0
        for other in _beside(people, person.told[at])
    )


def _beside(people: People, span: Span) -> Iterator[int]:
    """Yield who is named in one list with a mention by the narrator."""
    at = bisect_left(people.mentions, span, key=lambda mention: mention[0])
    for step in (-1, 1):
        here, joined, listed = at, False, list[int]()
        while 0 <= here + step < len(people.mentions) and len(listed) < MOST:
            first, second = sorted((here, here + step))
            joint = _joint(people, (people.mentions[first][0][1], people.mentions[second][0][0]))
            if joint is None or (joined and step > 0):
                break
            here, joined = here + step, joined or joint
            listed.append(people.mentions[here][1])
        if joined:
            yield from listed


def _joint(people: People, between: Span) -> bool | None:
    """Tell whether a conjunction joins two names, False for a comma alone, None for neither."""
    text, known = people.cast.article.text, people.cast.language
    if not 0 < between[1] - between[0] <= JOINT:
        return None
    printed = text[slice(*between)]
    forms = [word.form for word in words_in(printed)]
    if any(not (c.isalnum() or c.isspace() or c in ",.’'-") for c in printed):
        return None
    titles = known.role_nouns | known.honorifics.keys() | known.determiners
    joined = [form in known.conjunctions for form in forms]
    if not all(j or form in titles for j, form in zip(joined, forms, strict=True)):
        return None
    return True if any(joined) else False if printed.strip() == "," else None
