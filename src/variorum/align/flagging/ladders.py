"""A heading that tells a higher rung than the text: ``Mayor jailed`` above ``was charged``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from variorum.align.claims import Claim
from variorum.languages import Language
from variorum.model.phrases import places_of
from variorum.model.spans import hull

# What a text is about stands in so many of its first sentences.
LEAD = 2
# So many words before a rung may leave it open.
REACH = 5
_MARKS = frozenset("?\"“”'‘’")

Rungs = tuple[frozenset[str], ...]


def find_higher_rungs(
    heading: Claim, below: Sequence[Claim], language: Language
) -> Iterator[Claim]:
    """Yield the sentence that tells less than a heading, on the one ladder they share.

    The heading has a word of a rung, and nothing of the text has one of that rung or above without
    a word that leaves it open; the text begins with a word of a lower rung. Headings that leave
    something open, ask, or quote are left alone.

    Args:
        heading: the claim of a headline or a standfirst.
        below: those of the paragraphs, in order.
        language: of the article.
    """
    printed = heading.article.text[slice(*hull(heading.statement.spans))]
    if heading.denies or heading.weakening or not _MARKS.isdisjoint(printed):
        return
    for rungs in language.flags.rungs:
        told = _highest(heading, rungs, language)
        if not told or any(_highest(claim, rungs, language) >= told for claim in below):
            continue
        lower = [claim for claim in below if _lowest(claim, rungs) < told]
        if lower and lower[0] in below[:LEAD]:
            yield next((one for one in lower if set(heading.keys) & set(one.keys)), lower[0])
            return


def _highest(claim: Claim, rungs: Rungs, language: Language) -> int:
    """Return the highest rung that a claim tells as so; the lowest is 0."""
    forms = [word.form for word in claim.words]
    open_ = language.flags.unsettled | language.contrasts.possible
    found = 0
    for rank, rung in enumerate(rungs):
        for start, _ in places_of(rung, forms):
            before = forms[max(0, start - REACH) : start]
            negated = any(language.negates(form) for form in before)
            if not negated and open_.isdisjoint(before):
                found = max(found, rank)
    return found


def _lowest(claim: Claim, rungs: Rungs) -> int:
    """Return the lowest rung that a claim has, one above all where it has none."""
    forms = [word.form for word in claim.words]
    return next((rank for rank, rung in enumerate(rungs) if places_of(rung, forms)), len(rungs))
