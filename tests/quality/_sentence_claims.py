"""A sentence out of its article, as alignment sees a statement."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from tests.articles import article
from variorum.align.claims import Claim, claims_of
from variorum.annotate import Annotate
from variorum.model.annotation import Statement
from variorum.model.spans import covers


@cache
def claim_of(text: str) -> Claim | None:
    """Return a sentence or part of one as one claim, with what the rules find in it."""
    item = Annotate()(article(f"Title\n{' '.join(text.split())}"))
    span = item.article.blocks[-1].span
    inside = [s for s in item.statements if covers(span, s.spans[0])]
    firm = {s.modality for s in inside}
    whole = Statement(
        id="",
        witness=item.article.id,
        spans=(span,),
        holder=None,
        polarity="denied" if any(s.polarity == "denied" for s in inside) else "affirmed",
        modality=firm.pop() if len(firm) == 1 else "fact",
        times=tuple(time.id for time in item.times),
        quantities=tuple(q for s in inside for q in s.quantities),
    )
    claims = claims_of([replace(item, statements=(whole,))])
    return claims[0] if claims else None
