"""How the claims of two lines stand, for tests of alignment: as if both bore on one point."""

from __future__ import annotations

from collections.abc import Sequence

from tests.stated import FILLER, stated
from variorum.align.claims import Claim, claims_of
from variorum.align.rarity import rarity
from variorum.align.relating.likeness import compare
from variorum.align.relating.side_by_side import Answer
from variorum.align.relating.standings import stand
from variorum.align.relating.verdicts import Verdict
from variorum.model.annotation import AnnotatedArticle

NEAR, SURE = 0.9, 0.6
FIRST_DAY, NEXT_DAY, LATER = "2031-05-03", "2031-05-04", "2031-07-04"


def first(item: AnnotatedArticle) -> Claim:
    """Return the first claim of an article."""
    return next(c for c in claims_of([item]) if c.statement.id == item.statements[0].id)


def joined(
    one: str,
    other: str,
    *,
    modality: tuple[str, str] = ("fact", "fact"),
    published: tuple[str | None, str | None] = (None, None),
    near: float = NEAR,
    times: Sequence[tuple[str, str]] = (),
    certain: float = SURE,
    read: Answer | None = None,
) -> Verdict | None:
    """Return how the claims of two lines stand that bear on one point; ``times`` stand in both."""
    made = [
        stated(
            text + FILLER,
            source=f"{at}.txt",
            modality=modality[at],
            published=published[at],
            times=times,
        )
        for at, text in enumerate((one, other))
    ]
    claims = [first(item) for item in made]
    rare = rarity([[claim.keys] for claim in claims])
    likeness = compare(claims[0], claims[1], rare)
    return stand((claims[0], claims[1]), likeness, certain=certain, near=near, read=read)


def told(verdict: Verdict | None) -> tuple[str, int] | None:
    """Return a relation and which of the two claims (0 or 1) stands first in it."""
    if verdict is None:
        return None
    return verdict.relation, int(verdict.one.article.source == "1.txt")
