"""What takes the place of another word in two claims alike, and lies far from it in meaning.

``Kelda mended the roof`` and ``Kelda painted the roof`` share all but what was done; ``the mayor
kissed the flag`` and ``the minister kissed the flag`` all but who did it. How near two words lie
is told by their states in their sentences: other words for one thing (``bought``, ``acquired``)
lie near, as do opposites, so what lies near may still be another thing.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from variorum import languages
from variorum.align.claims import Claim, Token
from variorum.align.relating.likeness import Likeness
from variorum.align.relating.namings import Gap, gaps_of
from variorum.languages import Language

# Two claims that share less than this tell of a thing in other words, in no order of their own.
ALIKE = 0.5
# Words in one place that lie no nearer than this tell of two things, and two who act.
FAR = 0.3
FAR_ACTORS = 0.4
# So many figures that both have are of one thing, whatever it is called.
FIGURES = 2

Near = Callable[[Token, Token], float]


def replaces(one: Claim, other: Claim, likeness: Likeness, near: Near) -> bool:
    """Tell whether the words that only one of two claims has stand for others far from them.

    All else is shared. Names, figures and dates are compared by other rules.

    Args:
        one: a claim.
        other: another claim.
        likeness: of the two.
        near: how near a word of the one lies to a word of the other, as a cosine.
    """
    language = languages.find(one.article.language)
    if language is None or likeness.score < ALIKE:
        return False
    alone = [{token.span for token in only} for only in likeness.only]
    measured = sum(token.is_value for token, _ in likeness.pairs) >= FIGURES
    for gap in gaps_of(one, other):
        if _is_title(gap, one, other, language) or _has_particle(gap, one, other, language):
            continue
        actors = _act(gap, one, other, language)
        sides = zip(gap, alone, strict=True)
        plain = actors or (not measured and all(t.is_plain for side in gap for t in side))
        if plain and all({token.span for token in side} == left for side, left in sides):
            nearest = max(near(first, second) for first in gap[0] for second in gap[1])
            if nearest < (FAR_ACTORS if actors else FAR):
                return True
    return False


def _act(gap: Gap, one: Claim, other: Claim, language: Language) -> bool:
    """Tell whether two words alone open two claims, one of which stands for persons or a group."""
    firsts = one.tokens[:1], other.tokens[:1]
    if (tuple(gap[0]), tuple(gap[1])) != firsts:
        return False
    known = language.role_nouns | language.group_nouns | language.people.keys()
    keys = {token.key for side in firsts for token in side}
    return any(key in known or language.singular(key) in known for key in keys)


def _is_title(gap: Gap, one: Claim, other: Claim, language: Language) -> bool:
    """Tell whether words only tell more of the name behind them: ``President``, a first name."""
    titles = language.role_nouns | language.honorifics.keys()
    keys = {token.key for side in gap for token in side}
    sides = zip(gap, (one, other), strict=True)
    named = all(_is_before_name(claim, side[-1]) for side, claim in sides)
    return named and not keys.isdisjoint(titles)


def _is_before_name(claim: Claim, token: Token) -> bool:
    behind = next((t for t in claim.tokens if t.span > token.span), None)
    between = claim.article.text[token.span[1] : behind.span[0]] if behind else ""
    return behind is not None and behind.is_name and between.isspace()


def _has_particle(gap: Gap, one: Claim, other: Claim, language: Language) -> bool:
    """Tell whether a particle makes another verb of one of the words: ``stepped down``."""
    ends = [{token.span for token in side} for side in gap]
    particles = language.phrasal_particles - language.prepositions
    return any(
        before.span in inside and word.form in particles
        for inside, claim in zip(ends, (one, other), strict=True)
        for before, word in pairwise(claim.words)
    )
