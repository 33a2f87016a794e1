"""Verbs before another that leave it ahead: ``expects to open``, ``has not ruled out leaving``."""

from __future__ import annotations

from collections.abc import Sequence

from variorum.languages import Language

# How many words back the verb may stand that awaits: ``expects the new bridge to open``.
_OBJECT = 5
# How many words of auxiliaries and adverbs may stand before it: ``are now widely expected``.
_HELPS = 3


def is_awaited(lefts: Sequence[str], language: Language) -> bool:
    """Tell whether somebody now expects, wants or hopes what an infinitive names.

    Args:
        lefts: the words before ``to``, the nearest first, in lower case.
        language: of the text.
    """
    times = language.times
    for at, word in enumerate(lefts[:_OBJECT]):
        helps = lefts[at + 1 : at + 1 + _HELPS]
        if word in times.awaiting | times.awaited:
            return _is_now(helps, language, passive=word in times.awaited)
        if word in language.past | times.pasts or word.endswith(tuple(language.past_endings)):
            return False
    return False


def _is_now(helps: Sequence[str], language: Language, *, passive: bool) -> bool:
    """Tell a present by the words before a verb, the nearest first: ``is widely`` expected."""
    if passive:
        forms = language.be_forms | language.times.present
        return next((word for word in helps if word in forms), "") in language.times.present
    owned = bool(helps) and helps[0] in language.determiners
    untold = language.past.isdisjoint(helps[:2]) and not any(map(language.negates, helps[:2]))
    return untold and not owned


def is_prospect(verb: str, lefts: Sequence[str], language: Language) -> bool:
    """Tell whether a verb in ``-ing`` is of what is weighed or not ruled out.

    Args:
        verb: in lower case.
        lefts: the words before it, the nearest first, in lower case.
        language: of the text.
    """
    return verb.endswith("ing") and (
        " ".join(lefts[:2][::-1]) in language.times.prospects
        or (bool(lefts) and lefts[0] in language.times.prospects)
    )
