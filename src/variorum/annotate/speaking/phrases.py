"""Noun phrases that name a speaker: which of the names in one is its chief word.

A name behind ``’s`` or after ``of``, ``for``, ``at`` … only tells whose spokesman it is, and one
in a clause (``a nurse who treated Poe``, ``a lawyer representing Poe``) what somebody did.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from variorum.annotate.speaking.cast import Cast
from variorum.languages import Language
from variorum.model.annotation import Mention
from variorum.model.spans import Span
from variorum.model.words import words_in

_POSSESSIVE = re.compile(r"['’][sS]?(?!\w)")
_OPENS = re.compile(r"[ \u00a0]?[,(—–][ \u00a0]?")
# How many words may stand between a comma and the name after it (``, the Hon Bo Roe``).
BEFORE_NAME = 3


def chief_mentions(head: Span, cast: Cast) -> list[Mention]:
    """Return the mentions in a phrase that do not only say whose or of what its noun is."""
    kept: list[Mention] = []
    before: Mention | None = None
    governed = False
    for mention in cast.within(head):
        start = before.span[1] if before else head[0]
        forms = [w.form for w in words_in(cast.article.text, (start, mention.span[0]))]
        if begins_clause(forms, cast.language, whole=before is None):
            break
        apposed = before is not None and before.kind != "role" and not forms
        prepositions = not cast.language.prepositions.isdisjoint(forms)
        governed = prepositions or (governed and not apposed)
        if not governed and not _possesses(mention, head, cast):
            kept.append(mention)
        before = mention
    return kept


def begins_clause(forms: Sequence[str], language: Language, *, whole: bool = True) -> bool:
    """Tell whether words before a name open a clause with that name in it.

    Args:
        forms: the words, in lower case.
        language: of the text.
        whole: whether the phrase begins with them.
    """
    untitled = [form for form in forms if form.rstrip(".") not in language.honorifics]
    if not language.relatives.isdisjoint(untitled):
        return True
    noun = 1 + (not language.determiners.isdisjoint(untitled[:1])) if whole else 0
    ending = len(untitled) > noun and untitled[-1].endswith("ing")
    return ending and untitled[-1] not in language.role_modifiers


def _possesses(mention: Mention, head: Span, cast: Cast) -> bool:
    """Tell whether ``’s`` and a noun follow a mention."""
    match = _POSSESSIVE.match(cast.article.text, mention.span[1], head[1])
    return match is not None and match.end() < head[1]


def person_beside(source: Span, head: Span, cast: Cast) -> Mention | None:
    """Return the person named in apposition to a phrase (``the mayor, Mary Poe, 41,``).

    Args:
        source: the phrase with what explains it, if that is known.
        head: the phrase without it.
        cast: of the article.
    """
    text = cast.article.text
    opening = _OPENS.match(text, head[1])
    if opening is None:
        return None
    for mention in cast.within((opening.end(), max(source[1], opening.end() + 1))):
        forms = [w.form for w in words_in(text, (opening.end(), mention.span[0]))]
        barred = cast.language.prepositions | cast.language.subordinators
        if len(forms) > BEFORE_NAME or barred.intersection(forms):
            return None
        if cast.is_person(mention):
            return mention if _stands_alone(mention, source, cast) else None
        if mention.kind != "role":
            return None
    return None


def _stands_alone(mention: Mention, source: Span, cast: Cast) -> bool:
    """Tell whether a name in an apposition ends there: no noun, no second name behind it."""
    behind = cast.article.text[mention.span[1] : mention.span[1] + 2].strip()
    return mention.span[1] == source[1] or behind[:1] in {",", ")", "(", "—", "–"}
