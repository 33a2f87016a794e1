"""A heading's count of those who died or were hurt, and another one below: ``Twelve dead``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from variorum import languages
from variorum.align.claims import Claim
from variorum.align.flagging.clashing import flag_clash
from variorum.align.flagging.recounts import counts_of, ranks_of, sums_of
from variorum.align.relating.bounds import Figure
from variorum.align.relating.fates import are_near, fates_of
from variorum.align.relating.since import growing_word
from variorum.model.annotation import Flag

# A fate stands so many words behind the count of a heading.
NEAR = 3


def find_toll_clashes(heading: Claim, below: Sequence[Claim]) -> Iterator[Flag]:
    """Yield a flag, without its id, where the text counts fewer or more of one fate than a heading.

    The text has one such count, near that of the heading and of anybody, as the heading's is. Left
    alone are bounds and hedges, counts that grow, and a text that tells of further ones
    (``another was killed``, ``a fifth``) or has figures that add up to the heading's.

    Args:
        heading: the claim of a headline or a standfirst.
        below: those of the paragraphs, in order.
    """
    language = languages.find(heading.article.language)
    if language is None or heading.hedges or growing_word(heading):
        return
    for fate, figure in fates_of(heading).items():
        facing = [(claim, counts[fate]) for claim in below if fate in (counts := fates_of(claim))]
        if not facing or len({count.value for _, count in facing}) > 1:
            continue
        claim, count = facing[0]
        apart = figure.value != count.value and are_near(figure, count, language)
        closed = not any(figure.bound or _is_open(*one) for one in [(heading, figure), *facing])
        if apart and closed and not _adds_up(figure.value[0], fate, below):
            places = (figure.token.span, count.token.span)
            yield flag_clash("number-clash", claim.article, places, fate)


def find_vague_tolls(heading: Claim, below: Sequence[Claim]) -> Iterator[Claim]:
    """Yield the sentence that counts far fewer of one fate than a heading: ``Hundreds killed``.

    Nothing where the text has such a word itself, or a count as high.

    Args:
        heading: the claim of a headline or a standfirst.
        below: those of the paragraphs, in order.
    """
    language = languages.find(heading.article.language)
    if language is None or heading.weakening:
        return
    least = language.flags.magnitudes
    forms = [word.form for word in heading.words]
    for at, form in enumerate(forms[:-1]):
        near = (language.contrasts.fates.get(behind) for behind in forms[at + 1 : at + 1 + NEAR])
        fate = next(filter(None, near), None) if form in least else None
        facing = [
            (claim, counts[fate]) for claim in below if fate and fate in (counts := fates_of(claim))
        ]
        vague = any(not least.keys().isdisjoint(claim.forms) for claim in below)
        high = max((count.value[1] for _, count in facing), default=least.get(form, 0))
        if not vague and high < least.get(form, 0):
            yield facing[0][0]


def _is_open(claim: Claim, count: Figure) -> bool:
    return bool(claim.hedges or count.bound or growing_word(claim))


def _adds_up(value: float, fate: str, below: Sequence[Claim]) -> bool:
    """Tell whether a text has a number, as one or as a sum, or tells of further ones of a fate."""
    language = languages.find(below[0].article.language)
    if language is None:
        return True
    words = language.contrasts
    told = [c for c in below if any(words.fates.get(form) == fate for form in c.forms)]
    further = any(not words.further.isdisjoint(claim.forms) for claim in told)
    counts = counts_of([(c, quantity) for c in below for quantity in c.statement.quantities])
    named = [language.numbers[form] for c in told for form in c.forms if form in language.numbers]
    ranks = {rank for claim in below for rank in ranks_of(claim)}
    return further or value in sums_of([*counts, *named]) | ranks
