"""A heading that tells a higher rung than the text: ``Mayor jailed`` above ``was charged``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from variorum.align.claims import Claim
from variorum.languages import Language
from variorum.model.annotation import AnnotatedArticle
from variorum.model.phrases import places_of
from variorum.model.spans import Span, covers
from variorum.model.words import Word, words_in

# What a text is about stands in so many of its first sentences.
LEAD = 2
# So many words before a rung may leave it open.
REACH = 5
_MARKS = re.compile(r"[?\"“”‘]|(?<!\w)['’]")

Rungs = tuple[frozenset[str], ...]


def find_higher_rungs(heading: Claim, item: AnnotatedArticle, language: Language) -> Iterator[Span]:
    """Yield the sentence that tells less than a heading, on the one ladder they share.

    The heading has a word of a rung, and nothing of the text has one of that rung or above without
    a word that leaves it open; the text begins with a word of a lower rung. Headings that leave
    something open, ask, or quote are left alone.

    Args:
        heading: the claim of a headline or a standfirst.
        item: its article.
        language: of the article.
    """
    text, place = item.article.text, heading.statement.spans[0]
    printed = next((text[slice(*b.span)] for b in item.article.blocks if covers(b.span, place)), "")
    if heading.denies or heading.weakening or _MARKS.search(printed):
        return
    own = _forms(text, heading.words, language)
    told = [block.span for block in item.article.blocks if block.kind == "paragraph"]
    sentences = [one for one in item.sentences if any(covers(span, one) for span in told)]
    below = [(one, _forms(text, words_in(text, one), language)) for one in sentences]
    for rungs in language.flags.rungs:
        rank = _highest(own, rungs, language)
        graded = _lowest(own, rungs) < rank
        if (
            not rank
            or graded
            or any(_highest(forms, rungs, language) >= rank for _, forms in below)
        ):
            continue
        lower = [(one, forms) for one, forms in below if _lowest(forms, rungs) < rank]
        if lower and lower[0] in below[:LEAD]:
            shared = (one for one, forms in lower if not set(heading.keys).isdisjoint(forms))
            yield next(shared, lower[0][0])
            return


def _forms(text: str, words: Iterable[Word], language: Language) -> list[str]:
    """Return words without the months, as ``May`` is a month and ``may`` leaves open."""
    months = language.months
    return ["" if w.form in months and text[w.span[0]].isupper() else w.form for w in words]


def _highest(forms: Sequence[str], rungs: Rungs, language: Language) -> int:
    """Return the highest rung that words tell as so; the lowest is 0."""
    open_ = language.flags.unsettled | language.contrasts.possible
    found = 0
    for rank, rung in enumerate(rungs):
        for start, _ in places_of(rung, forms):
            before = forms[max(0, start - REACH) : start]
            negated = any(language.negates(form) for form in before)
            if not negated and open_.isdisjoint(before):
                found = max(found, rank)
    return found


def _lowest(forms: Sequence[str], rungs: Rungs) -> int:
    """Return the lowest rung that words have, one above all where they have none."""
    return next((rank for rank, rung in enumerate(rungs) if places_of(rung, forms)), len(rungs))
