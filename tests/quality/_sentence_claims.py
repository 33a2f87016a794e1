"""A sentence out of its article, as alignment sees a statement."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from tests.articles import article
from variorum import languages
from variorum.align.claims import Claim, claims_of
from variorum.annotate import Annotate
from variorum.annotate.stating.numbers import find_quantities
from variorum.model.annotation import Statement
from variorum.model.spans import covers
from variorum.model.vocabulary import Modality


@cache
def claim_of(text: str) -> Claim | None:
    """Return a sentence or part of one as one claim, with what the rules find in it."""
    item = Annotate()(article(f"Title\n{' '.join(text.split())}"))
    span = item.article.blocks[-1].span
    inside = [s for s in item.statements if covers(span, s.spans[0])]
    firm = [s.modality for s in inside]
    whole = Statement(
        id="",
        witness=item.article.id,
        spans=(span,),
        holder=None,
        polarity="denied" if any(s.polarity == "denied" for s in inside) else "affirmed",
        modality=_of_all(firm) if firm else "claimed" if item.quotations else "fact",
        times=tuple(time.id for time in item.times),
        quantities=find_quantities(item.article.text, span, languages.find("en")),
    )
    claims = claims_of([replace(item, statements=(whole,))])
    return claims[0] if claims else None


def _of_all(modalities: Sequence[Modality]) -> Modality:
    """Return the modality that all statements share; what is claimed in part is claimed."""
    kinds = set(modalities)
    if len(kinds) == 1:
        return kinds.pop()
    return "claimed" if "claimed" in kinds else "fact"
