"""Whether two claims say the same, and on what grounds: refused rather than guessed.

A relation needs enough rare words in common and nothing that speaks against it. Thresholds were
derived on SuperPAL and news_cluster (see ``tests/quality/relations.py``), never on the texts
this program is shown first.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from variorum.align.claims import Claim, Token
from variorum.align.likeness import Likeness, Pair, compare
from variorum.align.rarity import Rarity, Vocabulary
from variorum.model.vocabulary import RelationKind
from variorum.model.words import words_in

SAME = 0.5
# Enough in common to speak of one proposition at all: tokens, and their summed rarity.
LEAST_TOKENS = 3
LEAST_SHARED = 2.0
# Of the words that are no name, number or date this part is shared (as a Dice coefficient).
PLAIN = 0.3
# All the words of the shorter statement but for this little must stand in the longer one.
CONTAINED = 0.9
CONTAINED_TOKENS = 4
# Two statements that differ in one number, date or negation agree in all else this far.
AGREED = 0.9
# Dates further apart than this are taken for two occasions, in days.
SAME_OCCASION = 7
Tokens = tuple[Token, ...]


@dataclass(frozen=True, slots=True)
class Verdict:
    """A relation of two claims, the first of them the stronger or broader one.

    ``pairs`` are what both say, the token of ``one`` first; ``finding`` is what decided beside
    them, as a reader is told it.
    """

    relation: RelationKind
    one: Claim
    other: Claim
    score: float
    pairs: tuple[Pair, ...]
    finding: str | None = None


def judge(one: Claim, other: Claim, rarity: Rarity) -> Verdict | None:
    """Return how two claims of different witnesses stand to one another, None where unsure."""
    likeness = compare(one, other, rarity)
    if len(likeness.pairs) < LEAST_TOKENS or likeness.shared < LEAST_SHARED:
        return None
    if (one.statement.modality == "planned") != (other.statement.modality == "planned"):
        return None
    if _names_differ(likeness):
        return None
    left = _values_left(likeness)
    clash = all(left)
    if one.statement.polarity != other.statement.polarity:
        return None if clash else _opposed(one, other, likeness)
    if one.denies != other.denies:
        return None
    if any(_bounds_differ(one, other, pair) for pair in likeness.pairs if pair[0].is_value):
        return None
    return _differing(one, other, likeness, left) if clash else _agreeing(one, other, likeness)


def _says_something(likeness: Likeness, known: Vocabulary) -> bool:
    """Tell whether what is shared goes beyond names and who spoke.

    "Minister Ana Torres said", in both, is no statement in common, whatever else each goes on
    to say: the other words must be alike too.
    """
    plain = [a.key for a, b in likeness.pairs if not (a.is_name or b.is_name or a.is_value)]
    rest = sum(not (t.is_name or t.is_value) for only in likeness.only for t in only)
    told = any(key not in known.attributing for key in plain)
    return told and 2 * len(plain) >= PLAIN * (2 * len(plain) + rest)


def _agreeing(one: Claim, other: Claim, likeness: Likeness) -> Verdict | None:
    if likeness.score >= SAME:
        if not _says_something(likeness, one.vocabulary):
            return None
        firm = one.statement.modality == "fact"
        if firm == (other.statement.modality == "fact"):
            return Verdict("same", one, other, likeness.score, likeness.pairs)
        strong, weak = (one, other) if firm else (other, one)
        mark = f"{strong.statement.modality} > {weak.statement.modality}"
        return _facing(
            Verdict("stronger", one, other, likeness.score, likeness.pairs, mark), strong
        )
    inner = max(likeness.covered)
    if inner < CONTAINED or len(likeness.pairs) < CONTAINED_TOKENS:
        return None
    if one.statement.modality != other.statement.modality:
        return None
    broad = one if likeness.covered[0] == inner else other
    return _facing(Verdict("broader", one, other, inner, likeness.pairs), broad)


def _facing(verdict: Verdict, first: Claim) -> Verdict:
    """Return ``verdict`` with the claim ``first`` in the first place."""
    if verdict.one is first:
        return verdict
    pairs = tuple((b, a) for a, b in verdict.pairs)
    return replace(verdict, one=verdict.other, other=verdict.one, pairs=pairs)


def _opposed(one: Claim, other: Claim, likeness: Likeness) -> Verdict | None:
    if likeness.words < AGREED:
        return None
    shown = f"{one.statement.polarity} ≠ {other.statement.polarity}"
    return Verdict("incompatible", one, other, likeness.words, likeness.pairs, shown)


def _differing(
    one: Claim, other: Claim, likeness: Likeness, left: tuple[Tokens, Tokens]
) -> Verdict | None:
    """Judge claims that print different numbers or dates: one difference and no other."""
    if likeness.words < AGREED or len(left[0]) != 1 or len(left[1]) != 1:
        return None
    first, second = left[0][0], left[1][0]
    if first.key[0] != second.key[0]:
        return None
    shown = f"{one.surface(first)} ≠ {other.surface(second)}"
    if first.key[0] == "@":
        relation = "incompatible" if _one_occasion(first, second) else "other-time"
        shown = f"date {shown}"
    else:
        unit = _shared_unit(one, other, first, second)
        if not unit or one.hedges or other.hedges or _bound(one, first) != _bound(other, second):
            return None
        relation, shown = "incompatible", f"number {shown} {unit}"
    return Verdict(relation, one, other, likeness.words, likeness.pairs, shown)


def _names_differ(likeness: Likeness) -> bool:
    """Tell whether each claim names something the other does not, or two names changed places."""
    if all(any(token.is_name for token in only) for only in likeness.only):
        return True
    named = [b.span for a, b in likeness.pairs if a.is_name and b.is_name]
    return len(named) == 2 and named[0] > named[1]


def _values_left(likeness: Likeness) -> tuple[Tokens, Tokens]:
    """Return the numbers and dates that each claim has alone, but for a date within a date."""
    first, second = (tuple(t for t in only if t.is_value) for only in likeness.only)
    return (
        tuple(t for t in first if not any(_holds(t, o) for o in second)),
        tuple(t for t in second if not any(_holds(t, o) for o in first)),
    )


def _holds(one: Token, other: Token) -> bool:
    """Tell whether one date lies within the other: a month holds its days."""
    a, b = one.key, other.key
    return a[0] == b[0] == "@" and (a.startswith(b) or b.startswith(a))


def _one_occasion(one: Token, other: Token) -> bool:
    try:
        days = date.fromisoformat(one.key[1:]) - date.fromisoformat(other.key[1:])
    except ValueError:
        return False
    return abs(days.days) <= SAME_OCCASION


def _shared_unit(one: Claim, other: Claim, first: Token, second: Token) -> str | None:
    unit = _unit(one, first)
    return unit if unit == _unit(other, second) else None


def _unit(claim: Claim, token: Token) -> str | None:
    return next((q.unit for q in claim.statement.quantities if q.span == token.span), None)


def _bounds_differ(one: Claim, other: Claim, pair: Pair) -> bool:
    """Tell whether a shared number or date stands behind two different function words.

    "Over", "than" or "before" turn the sense of a value. Which words do is not known here, so
    where both witnesses put a function word there and not the same one, nothing is said.
    """
    first, second = _bound(one, pair[0]), _bound(other, pair[1])
    return bool(first and second) and first != second


def _bound(claim: Claim, token: Token) -> str | None:
    """Return the function word before a value inside its statement."""
    start = next(s for s, e in claim.statement.spans if s <= token.span[0] < e)
    words = [w.form for w in words_in(claim.article.text, (start, token.span[0]))]
    return words[-1] if words and not claim.vocabulary.carries(words[-1]) else None
