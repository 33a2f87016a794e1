"""Whether what one claim tells as due, wished or planned the other tells as done, by the verbs."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import islice

from variorum import languages
from variorum.align.claims import Claim
from variorum.align.collating.inflections import shifted
from variorum.languages import Language, helping_verbs, noun_openers


def is_due(claim: Claim) -> bool:
    """Tell whether a claim has a modal verb or an infinitive: ``must sell``, ``hopes to sell``."""
    language = languages.find(claim.article.language)
    return language is not None and any(_due_verbs(claim, language))


def carried_out(due: Claim, done: Claim) -> tuple[str, str] | None:
    """Return the verb of what is to be done and that by which it is told as done, case-folded.

    In a heading what is done stands in the present (``Mayor resigns``), as does elsewhere, and in
    headings on what would be, what a plan holds (``the bill would tax``, ``bill taxes``).

    Args:
        due: a claim of what is to be done.
        done: a claim of what is, or was.
    """
    language = languages.find(due.article.language)
    if language is None:
        return None
    heading = "\n" not in done.article.text[: done.statement.spans[0][0]]
    present = heading and due.forms.isdisjoint(due.vocabulary.backshifts)
    verbs = tuple(_due_verbs(due, language))
    for at, word in enumerate(done.words[1:], 1):
        if _is_due_at(done, at, language):
            continue
        past = word.form in _pasts(language) or word.form.endswith(tuple(language.past_endings))
        for verb in verbs:
            if past and (word.form == verb or shifted(verb, word.form, language)):
                return verb, word.form
            if present and word.form in (f"{verb}s", f"{verb}es"):
                return verb, word.form
    return None


def _is_due_at(claim: Claim, at: int, language: Language) -> bool:
    """Tell a word that stands behind a modal verb or ``to``, or in a noun phrase."""
    helping = helping_verbs(language) - language.modals | language.adverbs
    before = at - 1
    while before > 0 and claim.words[before].form in helping:
        before -= 1
    return claim.words[before].form in noun_openers(language) | language.modals


@cache
def _pasts(language: Language) -> frozenset[str]:
    return language.past | language.times.pasts | language.variants.pasts.keys()


def _due_verbs(claim: Claim, language: Language) -> Iterator[str]:
    """Yield the verbs behind ``will`` and ``to``, without what only helps them."""
    opening = language.times.infinitive | language.modals
    helping = helping_verbs(language) | language.adverbs | opening
    forms = [word.form for word in claim.words]
    for at, form in enumerate(forms):
        if form in opening:
            behind = (f for f in forms[at + 1 :] if f not in helping and not f.endswith("ly"))
            yield from islice(behind, 1)
