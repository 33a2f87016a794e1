"""Who is addressed in a turn of a dialogue: ``“No, uncle, not yet.”``, ``“My dear Poe!”``."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from variorum.annotate.speaking.people import NARRATOR
from variorum.annotate.speaking.talk import Talk
from variorum.model.spans import Span
from variorum.model.words import words_in

# How far before a name the word that leads to it is looked for, in code points.
REACH = 24
_MARKS = "“‘”’\"'"
_BEFORE = frozenset(",;.!?—–-" + _MARKS)
_BEHIND = frozenset(",;.!?—–" + _MARKS)


def addressed(talk: Talk, places: Sequence[int]) -> list[frozenset[int]]:
    """Return the numbers of the people whom each turn addresses, by name or by a noun.

    Whoever is named in marks only is the one who tells, where somebody says ``I`` outside them.

    Args:
        talk: a conversation.
        places: the turns that are asked for.
    """
    nouns = _by_noun(talk)
    narrator = talk.people.number(NARRATOR)
    found = []
    for place in places:
        outer = talk.turns[place].outer
        named = {n for span, n in talk.people.quoted_in(outer) if _is_called(talk, span, outer)}
        text = talk.people.cast.article.text
        for word in words_in(text, outer):
            if word.form in nouns and _is_called(talk, word.span, outer):
                named |= nouns[word.form]
        people = talk.people.people
        if narrator is not None and any(
            people[n].how == "named" and not people[n].told for n in named
        ):
            named.add(narrator)
        found.append(frozenset(named))
    return found


def _by_noun(talk: Talk) -> dict[str, set[int]]:
    """Return who is called by each noun for a person (``his uncle``, ``Uncle Poe``: ``uncle``)."""
    known = talk.people.cast.language
    nouns = known.person_nouns | known.role_nouns | known.people.keys()
    found: dict[str, set[int]] = defaultdict(set)
    for number, person in enumerate(talk.people.people):
        words = person.name.casefold().split()
        for word in {*words[:1], *words[-1:]} & nouns:
            found[word].add(number)
    return found


def _is_called(talk: Talk, span: Span, outer: Span) -> bool:
    """Tell whether a name stands apart from its sentence, so that it calls somebody."""
    text, known = talk.people.cast.article.text, talk.people.cast.language
    behind = text[span[1] : span[1] + 2].lstrip()[:1]
    if behind not in _BEHIND or text[span[1] : span[1] + 2] in {"’s", "'s"}:
        return False
    before = text[max(outer[0], span[0] - REACH) : span[0]].rstrip()
    if not before or before[-1] in _BEFORE:
        return True
    word = before[max(before.rfind(" "), before.rfind("\n")) + 1 :].lstrip(_MARKS).casefold()
    return word.rstrip(".") in known.honorifics or word in known.vocative_leads
