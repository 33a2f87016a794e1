"""Whether two claims say the same, and on what grounds: refused rather than guessed.

A relation needs enough rare words in common and nothing that speaks against it. Thresholds were
derived on SuperPAL and news_cluster (see ``tests/quality/relations.py``), never on the texts
this program is shown first.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from variorum import languages
from variorum.align.claims import Claim
from variorum.align.collating.dates import are_other_days
from variorum.align.rarity import Rarity, Vocabulary
from variorum.align.relating.acts import head_of, only_names, tell_other_acts
from variorum.align.relating.contradictions import NEARLY, Comparison, excluded_words, set_against
from variorum.align.relating.exclusions import (
    is_apart,
    only_scores_differ,
    other_scores,
    rest_is_shared,
)
from variorum.align.relating.figures import Tokens, bounds_differ, clashes, values_left
from variorum.align.relating.firmness import firmer_of
from variorum.align.relating.likeness import Likeness, Pair, compare
from variorum.align.relating.namings import is_one_name
from variorum.align.relating.occasions import are_other_occasions
from variorum.align.relating.openness import opener_of, scales_apart
from variorum.align.relating.scopes import other_places, placed_alone
from variorum.align.relating.since import came_about, may_have_changed
from variorum.model.vocabulary import RelationKind

SAME = 0.43
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
# or, where only verbs of speech differ, this far.
OPPOSED = 0.6
# A statement that goes on for so many words more says more.
MORE = 2
# More names that only one has are not looked through for spellings of one name.
NAMES = 12
# Where both go on, so many words beside names, values and who spoke are shared.
TOLD = 2


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
    return judge_alike(one, other, compare(one, other, rarity))


def judge_alike(one: Claim, other: Claim, likeness: Likeness) -> Verdict | None:
    """Return how two claims stand of which is known how alike they are, None where unsure."""
    if len(likeness.pairs) < LEAST_TOKENS or likeness.shared < LEAST_SHARED:
        return None
    if (one.statement.modality == "planned") != (other.statement.modality == "planned"):
        return None
    if max(likeness.score, likeness.words) < SAME and max(likeness.covered) < CONTAINED:
        return None
    if _names_differ(one, likeness):
        return None
    found = set_against(one, other, likeness)
    if found.names or found.swapped or found.exchanged:
        return None
    if (scores := other_scores(one, other)) and only_scores_differ(one, other, likeness):
        shown = f"{scores[0]} ≠ {scores[1]}"
        return Verdict("incompatible", one, other, likeness.words, likeness.pairs, shown)
    if is_apart(one, other, likeness):
        return None
    left = values_left(likeness)
    clash = all(left)
    if one.statement.polarity != other.statement.polarity and not (one.denies and other.denies):
        return None if clash else _opposed(one, other, found)
    if one.denies != other.denies or found.turned:
        return None
    if excluded := found.opposites or excluded_words(one, other, likeness):
        return _excluding(excluded[0], one, other, found)
    if bounds_differ(one, other, [pair for pair in likeness.pairs if pair[0].is_value]):
        return None
    if clash:
        return _differing(one, other, likeness, left)
    if are_other_days((one, other)):
        return None
    if tell_other_acts(one, other, likeness) or are_other_occasions(one, other, likeness):
        return None
    if only_names(one, other, likeness):
        return None
    return _open(_whole(_agreeing(one, other, likeness), found), (one, other), likeness)


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
    more = [_more(only, one.vocabulary) for only in likeness.only]
    if likeness.score < SAME:
        return _containing(one, other, likeness)
    if not _says_something(likeness, one.vocabulary):
        return None
    if min(more) >= MORE and _told(likeness, one.vocabulary) < TOLD:
        return None
    return as_strong(one, other, likeness)


def _told(likeness: Likeness, known: Vocabulary) -> int:
    """Return how many plain words two claims share that do more than tell who spoke."""
    plain = (a.key for a, b in likeness.pairs if not (a.is_name or b.is_name or a.is_value))
    return sum(not known.tells(key) for key in plain)


def _more(only: Tokens, known: Vocabulary) -> int:
    """Return how much one claim says more, but for who spoke: a figure is more than a word."""
    return sum(1 + token.is_value for token in only if not known.tells(token.key))


def as_strong(one: Claim, other: Claim, likeness: Likeness) -> Verdict | None:
    """Judge claims of one content: the firmer is the stronger, unless the other hedges less."""
    same = Verdict("same", one, other, likeness.score, likeness.pairs)
    firmer, told = firmer_of(one, other, likeness)
    if len(firmer) == 1:
        return facing(replace(same, relation="stronger", finding=told), firmer[0])
    return None if firmer else same


def _containing(one: Claim, other: Claim, likeness: Likeness) -> Verdict | None:
    """Judge claims of which one may say all that the other does, and much more.

    What one gives and the other passes over makes them no less the same.
    """
    inner = max(likeness.covered)
    if inner < CONTAINED or len(likeness.pairs) < CONTAINED_TOKENS:
        return None
    found = as_strong(one, other, likeness)
    return replace(found, score=inner) if found else None


def _broader(broad: Claim, pair: tuple[Claim, Claim], likeness: Likeness) -> Verdict:
    """Return that one claim says less, and whether it says it more firmly or less so."""
    _, told = firmer_of(*pair, likeness)
    found = Verdict("broader", *pair, max(likeness.covered), likeness.pairs, told)
    return facing(found, broad)


def facing(verdict: Verdict, first: Claim) -> Verdict:
    """Return ``verdict`` with the claim ``first`` in the first place."""
    if verdict.one is first:
        return verdict
    pairs = tuple((b, a) for a, b in verdict.pairs)
    return replace(verdict, one=verdict.other, other=verdict.one, pairs=pairs)


def _opposed(one: Claim, other: Claim, found: Comparison) -> Verdict | None:
    """Judge claims of which one is denied: alike but perhaps for the verbs of speech.

    Where a negation is all that differs, what it denies is said by both ("not attend" may well
    be "absent"). Who is told of is not yet what is told ("Roe rejected it", "Roe does not agree").
    """
    likeness = found.likeness
    if not _tell_of_one_thing(one, other, likeness):
        return None
    if one.denies != other.denies and likeness.score >= NEARLY and not found.turned:
        return None
    rest = [token.key for only in likeness.only for token in only]
    spoken = likeness.words >= OPPOSED and all(one.vocabulary.tells(key) for key in rest)
    if likeness.words < AGREED and not spoken:
        return None
    pair = (one, other) if one.statement.polarity == "denied" else (other, one)
    if since := came_about(*pair):
        return Verdict("other-time", one, other, likeness.words, likeness.pairs, since)
    shown = f"{one.statement.polarity} ≠ {other.statement.polarity}"
    return Verdict("incompatible", one, other, likeness.words, likeness.pairs, shown)


def _tell_of_one_thing(one: Claim, other: Claim, likeness: Likeness) -> bool:
    """Tell whether two claims share more than whom they tell of: from the head of each on."""
    heads = head_of(one), head_of(other)
    return any(
        a.span >= heads[0].span and b.span >= heads[1].span
        for a, b in likeness.pairs
        if not (a.is_name or a.is_value)
    )


def _differing(
    one: Claim, other: Claim, likeness: Likeness, left: tuple[Tokens, Tokens]
) -> Verdict | None:
    """Judge claims that print other numbers or dates and agree in the rest."""
    found = clashes(one, other, likeness, left)
    if found is None:
        return None
    if found.broad:
        return _broader(found.broad, (one, other), likeness)
    told = "; ".join(found.told)
    if found.relation == "same":
        strong = as_strong(one, other, likeness)
        return strong and replace(strong, finding=_joined(told, strong.finding))
    clash = found.relation == "incompatible"
    if clash and (places := other_places((one, other))):
        told = f"{told}; {places[0]} ≠ {places[1]}"
        return Verdict("other-scope", one, other, likeness.words, likeness.pairs, told)
    if clash and (may_have_changed(one, other) or placed_alone((one, other))):
        return None
    return Verdict(found.relation, one, other, likeness.words, likeness.pairs, told)


def _joined(*told: str | None) -> str | None:
    return "; ".join(filter(None, told)) or None


def _whole(verdict: Verdict | None, found: Comparison) -> Verdict | None:
    """Return that of two claims that say the same the one is stronger that tells of all."""
    if verdict is None or verdict.relation != "same" or found.extents is None:
        return verdict
    first, second = found.extents if found.wider else found.extents[::-1]
    strong = verdict.one if found.wider else verdict.other
    return facing(replace(verdict, relation="stronger", finding=f"{first} > {second}"), strong)


def _open(verdict: Verdict | None, pair: tuple[Claim, Claim], likeness: Likeness) -> Verdict | None:
    """Return that of two claims of one content that one is broader which leaves a slot open."""
    if verdict is None:
        return None
    if apart := scales_apart(*pair, likeness):
        return as_scales(verdict, apart)
    found = opener_of(*pair, likeness)
    if found is None:
        return verdict
    return facing(replace(verdict, relation="broader", finding=found[1]), found[0])


def as_scales(same: Verdict, apart: tuple[str, bool]) -> Verdict | None:
    """Return that two claims of open counts exclude one another, None where that is not sure.

    Args:
        same: how they stand but for these counts.
        apart: the counts, and whether they surely are no one count.
    """
    shown, sure = apart
    if not sure or same.relation != "same":
        return None
    return replace(same, relation="incompatible", finding=shown)


def _excluding(pair: Pair, one: Claim, other: Claim, found: Comparison) -> Verdict | None:
    """Judge claims of which each has a word that excludes one of the other.

    Where they are less alike, one of them must say nothing else alone.
    """
    likeness = found.likeness
    alike = bool(found.opposites) and likeness.words >= OPPOSED
    if not alike and not rest_is_shared(pair, likeness):
        return None
    shown = f"{one.surface(pair[0])} ≠ {other.surface(pair[1])}"
    return Verdict("incompatible", one, other, likeness.words, likeness.pairs, shown)


def _names_differ(one: Claim, likeness: Likeness) -> bool:
    """Tell whether each claim names something that the other does not, spellings allowed for."""
    named = [[token for token in only if token.is_name] for only in likeness.only]
    if max(map(len, named)) > NAMES and all(named):
        return True
    language = languages.find(one.article.language)
    sides = (named, named[::-1])
    return all(
        any(not is_one_name([token], others, language) for token in names)
        for names, others in sides
    )
