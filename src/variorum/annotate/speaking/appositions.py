"""Appositions: whether a role and a name beside each other are of one person."""

from __future__ import annotations

from variorum.languages import Language
from variorum.model.spans import Span
from variorum.model.words import words_in

# How many words, the comma among them, an aside may have before its role.
ASIDE = 5
# How far behind a role a word may begin that tells whether it speaks.
SPEAKS = 9


def describes(text: str, between: str, role: Span, language: Language) -> bool:
    """Tell whether a role is an aside about the name before it (``, the harbour’s chief``).

    What speaks is none: ``Poe, the judge said, “lied”``.

    Args:
        text: of the article.
        between: what stands between the name and the role.
        role: where the role stands.
        language: of the text.
    """
    behind = next(words_in(text, (role[1], role[1] + SPEAKS)), None)
    if behind is not None and behind.form in language.cues:
        return False
    return between.startswith(",") and between.count(",") == 1 and len(between.split()) <= ASIDE


def is_closed(text: str, name: Span) -> bool:
    """Tell whether an apposition ends behind a name: no verb follows (``, Jo Poe lied``)."""
    behind = text[name[1] : name[1] + 2].strip()
    return not behind[:1].isalnum() and behind[:1] not in {"'", "’"}


def leads_to_name(between: str, language: Language) -> bool:
    """Tell whether a name follows its role (``mayor``, ``the mayor,``, ``the head of it,``).

    Args:
        between: what stands between the role and the name.
        language: of the text.
    """
    words = between.split()
    if not words or words == [","]:
        return True
    ends = between.endswith(",") and between.count(",") == 1 and len(words) <= ASIDE
    return ends and words[0] in language.noun_prepositions
