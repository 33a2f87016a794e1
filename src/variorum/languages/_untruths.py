"""Whether the words about a clause call what it tells untrue: ``the report that … is a lie``."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from variorum.languages._language import Language


def calls_untrue(before: Sequence[str], behind: Sequence[str], language: Language) -> bool:
    """Tell whether a clause is called untrue: not so where that in turn is denied.

    By what leads to it (``it is not true that``, ``it is wrong to say that``), or as a report by
    the verb behind it (``the claim that … was false``).

    Args:
        before: the words before the clause, the one that leads it in included, in lower case.
        behind: those behind it.
        language: of the text.
    """
    if len(before) < 2 or before[-1] not in language.complementisers:
        return False
    if _leads_report(before, language):
        return _judged(behind, language.untruths | language.errors, language)
    head = list(before[:-1])
    if head[-2:-1] and head[-2] in language.times.infinitive and head[-1] in language.cues:
        del head[-2:]
        return _judged(_from_verb(head, language), language.untruths | language.errors, language)
    return _judged(_from_verb(head, language), language.untruths, language)


def judges_report(before: Sequence[str], behind: Sequence[str], language: Language) -> bool:
    """Tell whether a verb behind the clause of a report calls that true or untrue.

    Args:
        before: the words before the clause, ``that`` included, in lower case.
        behind: the verb and the words behind it.
        language: of the text.
    """
    known = language.untruths | language.errors | language.truths
    return _leads_report(before, language) and _judged(behind, known, language, either=True)


def _leads_report(before: Sequence[str], language: Language) -> bool:
    """Tell whether words end in a noun for a report and ``that``."""
    nouns = language.speech_nouns | language.tale_nouns
    return len(before) > 1 and before[-1] in language.complementisers and before[-2] in nouns


def says_untrue(forms: Sequence[str], language: Language) -> bool:
    """Tell whether words hold a clause that they call untrue.

    Args:
        forms: of what somebody is printed to say, in lower case.
        language: of them.
    """
    leads = [at for at, form in enumerate(forms, 1) if form in language.complementisers]
    verbs = [at for at, form in enumerate(forms) if _is_be(form, language)]
    return any(
        calls_untrue(forms[:lead], forms[verb:], language)
        for lead in leads
        for verb in [*(at for at in verbs if at > lead), len(forms)]
    )


def _from_verb(head: Sequence[str], language: Language) -> Sequence[str]:
    """Return the words behind a pronoun and from a form of ``be`` on: ``it [is not true]``."""
    helping = language.modals | language.auxiliaries
    for at in range(len(head) - 1, 0, -1):
        if _is_be(head[at], language):
            first = at
            while first > 1 and head[first - 1] in helping:
                first -= 1
            return head[first:] if head[first - 1] in language.pronouns else ()
    return ()


def _judged(
    words: Sequence[str], untruths: frozenset[str], language: Language, *, either: bool = False
) -> bool:
    """Tell whether words begin with ``is [simply] untrue`` or ``is not true``."""
    light = language.modals | language.auxiliaries | language.adverbs | language.negations

    def leads(form: str) -> bool:
        return form in light or _is_be(form, language) or form.endswith("ly")

    led = list(takewhile(leads, words))
    if not any(_is_be(form, language) for form in led):
        return False
    denied = sum(map(language.negates, led)) % 2 == 1
    if denied and not language.negates(led[-1]):
        return False
    rest = f"{' '.join(words[len(led) :])} "
    told = language.truths if denied and not either else untruths
    return any(rest.startswith(f"{phrase} ") for phrase in told)


def _is_be(form: str, language: Language) -> bool:
    ends = language.negative_endings
    return form in language.be_forms or any(form.removesuffix(e) in language.be_forms for e in ends)
