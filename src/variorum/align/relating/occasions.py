"""Whether two claims of one wording tell of two occasions: of others, or of a year long gone."""

from __future__ import annotations

from collections.abc import Iterator

from variorum import languages
from variorum.align.claims import Claim, Token
from variorum.align.relating.acts import act_of
from variorum.align.relating.likeness import Likeness
from variorum.align.relating.since import is_perfect


def are_other_occasions(one: Claim, other: Claim, likeness: Likeness) -> bool:
    """Tell whether two claims that bear on one point surely tell of two occasions.

    Args:
        one: a claim.
        other: another claim.
        likeness: of the two.
    """
    if any(a.is_name and b.is_name for a, b in likeness.pairs):
        return _is_gone(one, other) or _is_gone(other, one)
    others = all(_acts_on_another(claim) for claim in (one, other))
    return others or _is_gone(one, other) or _is_gone(other, one)


def _acts_on_another(claim: Claim) -> bool:
    """Tell whether a claim has a name on each side of its verb: who does it, and to whom."""
    act = act_of(claim)
    if act is None:
        return False
    sides = {token.span < act.span for token in claim.tokens if token.is_name}
    return len(sides) > 1


def _is_gone(dated: Claim, telling: Claim) -> bool:
    """Tell whether one claim is of a year gone by, and the other tells what has just come about.

    (``In 2005 three people died``; ``Three people have died``)
    """
    published, language = telling.article.published, languages.find(telling.article.language)
    if published is None or language is None or any(_dates(telling)):
        return False
    years = [token.key[1:5] for token in _dates(dated)]
    gone = bool(years) and all(year.isdigit() and year < published.edtf[:4] for year in years)
    return gone and is_perfect(telling, language)


def _dates(claim: Claim) -> Iterator[Token]:
    return (token for token in claim.tokens if token.key[0] == "@")
