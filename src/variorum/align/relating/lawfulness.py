"""By which word a claim judges something lawful or not: ``the vote was illegal``.

Who calls one thing unlawful in one story answers one question, in words that share little else:
``rejected as illegal by …``, ``the move is illegal``. An adjective that stands before its noun
(``illegal logging``) only names a kind of thing, and judges nothing.
"""

from __future__ import annotations

from itertools import pairwise

from variorum import languages
from variorum.align.claims import Claim
from variorum.align.once import once


@once
def judgements_of(claim: Claim) -> frozenset[str]:
    """Return the words of lawfulness by which a claim judges, case-folded.

    Args:
        claim: a claim in a language that is known, else it judges nothing.
    """
    language = languages.find(claim.article.language)
    if language is None or language.contrasts.lawfulness.isdisjoint(claim.forms):
        return frozenset()
    text, words = claim.article.text, claim.words
    behind = {
        one.form
        for one, following in pairwise(words)
        if following.form in language.function_words
        or text[one.span[1] : following.span[0]].strip()
    }
    last = {word.form for word in words[-1:]}
    return language.contrasts.lawfulness & (behind | last)
