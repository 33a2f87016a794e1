"""What keeps two sentences about one thing from both being true, or one from bearing out the other.

After the structured view of contradiction of de Marneffe, Rafferty and Manning (2008): numbers and
dates as intervals, opposites, negation of what is shared, and other names in the same place. All
of it presumes that both sentences tell of one thing; whether they do, others must say.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Literal

from variorum import languages
from variorum.align.claims import Claim, Token
from variorum.align.collating.polarity import affirmations
from variorum.align.once import once
from variorum.align.relating.acts import act_of, is_act_turned
from variorum.align.relating.bounds import figures_of
from variorum.align.relating.exclusions import are_exchanged, deny_a_bound
from variorum.align.relating.fitting import Match, matched
from variorum.align.relating.likeness import Likeness, Pair, is_stem
from variorum.align.relating.namings import Gap, gaps_of, other_names
from variorum.align.relating.opposed import opposed
from variorum.languages import Language
from variorum.model.phrases import places_of

# A negation turns round so many words after it, inside its clause.
TURNED = 6
# More than this part of the shared words is turned round on one side only.
MOSTLY = 0.5
# Who does what to whom stands so near the word between them, in content words.
BESIDE = 3
# So much of a claim is found in the other where that speaks of the same, and so much of its plain
# words where a figure without bounds is another.
FOUND = 0.4
FOUND_PLAIN = 0.6
# Opposites and other names count where the claims are alike so far, and what is told of all or of
# a part, hedged, or of two who changed places where they are nearly the same.
ALIKE = (0.35, 0.6)
NEARLY = 0.8
_BREAKS = frozenset(".;:,!?")

Answer = Literal["supports", "contradicts", "neither"]


@dataclass(frozen=True, kw_only=True)
class Comparison:
    """How the claim ``other`` stands to the claim ``one``.

    ``opposites`` are words, or parts of a whole, that exclude one another, ``names`` what stands
    in one place under another name; ``exchanged``: opposites say the same here, as sides are
    changed; ``turned``: what both say is denied in one, ``negated``: at
    least the first word behind a negation; ``swapped``: two of whom both tell changed places;
    ``extents`` are the words by which one tells of all and the
    other of a part, ``wider``: the first of all; ``weaker``: the other hedges more.
    """

    one: Claim
    other: Claim
    likeness: Likeness
    opposites: tuple[Pair, ...] = ()
    exchanged: bool = False
    names: tuple[Pair, ...] = ()
    turned: bool = False
    negated: bool = False
    swapped: bool = False
    extents: tuple[str, str] | None = None
    wider: bool = False
    weaker: bool = False

    @cached_property
    def figures(self) -> tuple[Match, ...]:
        """Return for each number and date of the first whether the other bears it out."""
        return matched(figures_of(self.one), figures_of(self.other))

    @property
    def clashes(self) -> tuple[Match, ...]:
        """Return the numbers and dates that cannot be true beside those of the other."""
        return tuple(match for match in self.figures if match.fit == "clash")

    def answer(self) -> Answer:
        """Return whether the other bears out the first, where both tell of one thing."""
        if self.opposites or self.turned or self.names or self.swapped:
            return "contradicts"
        if self.clashes:
            certain = any(m.figure.bound or m.figure.kind == "@" for m in self.clashes)
            plain = _found(self.likeness, names=False) >= FOUND_PLAIN
            return "contradicts" if certain or plain else "neither"
        if self.wider or self.weaker:
            return "neither"
        held = any(m.fit == "held" and m.figure.kind != "@" for m in self.figures)
        return "supports" if held or _found(self.likeness) >= FOUND else "neither"


def set_against(one: Claim, other: Claim, likeness: Likeness) -> Comparison:
    """Return how a claim stands to another that is about the same thing.

    Args:
        one: the claim that is or is not borne out.
        other: the claim it is set against.
        likeness: of the two, as :func:`variorum.align.relating.likeness.compare` gives it.
    """
    language = languages.find(one.article.language)
    if language is None:
        return Comparison(one=one, other=other, likeness=likeness)
    denied = _denied(one, language), _denied(other, language)
    negated = _is_negated(one, other, likeness, denied) and not deny_a_bound(one, other)
    negated = negated and not _deny_alike(one, other, likeness, denied)
    near = likeness.score >= NEARLY
    gaps = tuple(gaps_of(one, other)) if all(likeness.only) and likeness.score >= ALIKE[0] else ()
    names = other_names(one, other, likeness, gaps) if gaps else ()
    told = tuple(opposed(one, other, likeness, denied=denied, language=language))
    opposites = tuple(pair for pair in told if not are_exchanged(pair, one, other, likeness))
    exchanged, extents = len(opposites) < len(told), None
    if likeness.score < ALIKE[1]:
        opposites = ()
    else:
        opposites = (*opposites, *_other_parts(gaps, language))
        extents = _extents(one, other, language)
    return Comparison(
        one=one,
        other=other,
        likeness=likeness,
        opposites=opposites,
        exchanged=exchanged,
        names=tuple(names),
        turned=negated and _turned(one, other, likeness, denied),
        negated=negated,
        swapped=near and _is_swapped(one, other, likeness),
        extents=extents,
        wider=extents is not None and language.variants.extents[extents[0]] == "all",
        weaker=near and bool(other.weakened(one)) and not one.weakened(other),
    )


def _found(likeness: Likeness, *, names: bool = True) -> float:
    """Return the part of the words of the first claim that the other has."""
    shared = sum(names or not a.is_name for a, _ in likeness.pairs if not a.is_value)
    lacking = sum(names or not t.is_name for t in likeness.only[0] if not t.is_value)
    return shared / max(1, shared + lacking)


def _apart(pairs: Sequence[Pair], denied: tuple[Denied, Denied]) -> list[tuple[int, int]]:
    """Return where the words stand that both claims have and one of them denies."""
    words = ((a.span[0], b.span[0]) for a, b in pairs if not a.is_value)
    return [(a, b) for a, b in words if (a in denied[0]) != (b in denied[1])]


def _is_negated(
    one: Claim, other: Claim, likeness: Likeness, denied: tuple[Denied, Denied]
) -> bool:
    """Tell whether the first word behind a negation, or what is done, is denied by one only."""
    apart = _apart(likeness.pairs, denied)
    first = any(denied[0].get(a) or denied[1].get(b) for a, b in apart)
    return first or is_act_turned(one, other, likeness, denied)


def _turned(one: Claim, other: Claim, likeness: Likeness, denied: tuple[Denied, Denied]) -> bool:
    """Tell whether most of what two claims share is denied by one of them, or what they tell done.

    Where they are nearly the same and only one denies anything, the first word is enough.
    """
    words = sum(not a.is_value for a, _ in likeness.pairs)
    if likeness.score >= NEARLY and not all(denied):
        return True
    mostly = len(_apart(likeness.pairs, denied)) > MOSTLY * words
    return mostly or is_act_turned(one, other, likeness, denied)


def _deny_alike(
    one: Claim, other: Claim, likeness: Likeness, denied: tuple[Denied, Denied]
) -> bool:
    """Tell whether two claims deny one thing: "denied that it hid them", "did not hide them".

    One is denied by who speaks and the other by its own words, or both deny one act, wherever the
    negation stands ("no leak was seen", "the leak was not seen"; "saw no leak").
    """
    if {one.statement.polarity, other.statement.polarity} != {"denied"}:
        return False
    if one.denies != other.denies:
        return True
    first, second = act_of(one), act_of(other)
    if first is None or second is None or not is_stem(first.key, second.key):
        return False
    acts = first.span[0] in denied[0], second.span[0] in denied[1]
    behind = (pair for pair in likeness.pairs if pair[0].span > first.span)
    objects = (b.span > second.span and _is_no_object(a, b, denied) for a, b in behind)
    return all(acts) or (any(acts) and any(objects))


def _is_no_object(one: Token, other: Token, denied: tuple[Denied, Denied]) -> bool:
    """Tell whether both claims deny a word, right behind the negation in one of them."""
    first = denied[0].get(one.span[0]), denied[1].get(other.span[0])
    return None not in first and any(first)


def excluded_words(one: Claim, other: Claim, likeness: Likeness) -> tuple[Pair, ...]:
    """Return the words that each of two claims has alone and that exclude one another.

    Args:
        one: a claim.
        other: a claim about the same thing.
        likeness: of the two.
    """
    language = languages.find(one.article.language)
    if language is None:
        return ()
    denied = _denied(one, language), _denied(other, language)
    return tuple(opposed(one, other, likeness, denied=denied, language=language))


Denied = Mapping[int, bool]


@once
def _denied(claim: Claim, language: Language) -> Denied:
    """Return where the words stand that a negation before them in their clause turns round.

    Each is told whether it is the first content word behind the negation.
    """
    text, words = claim.article.text, claim.words
    silent = affirmations(words, language)
    barring = places_of(language.contrasts.barring, [word.form for word in words])
    barred = {stop - 1 for _, stop in barring}
    content = {token.span[0] for token in claim.tokens}
    found: dict[int, bool] = {}
    left, last = 0, 0
    odd = first = False
    for at, word in enumerate(words):
        if not _BREAKS.isdisjoint(text[last : word.span[0]]) or left == 0:
            left, odd = 0, False
        last = word.span[1]
        if at in barred or (at not in silent and _turns(word.form, language)):
            left, odd, first = TURNED, not odd, True
            continue
        left = max(0, left - 1)
        if odd and word.span[0] in content:
            found[word.span[0]] = first
            first = False
    return found


def _other_parts(gaps: Iterable[Gap], language: Language) -> Iterator[Pair]:
    """Yield parts of a whole that differ in one place: "half" and "a third"."""
    for gap in gaps:
        if len(gap[0]) == len(gap[1]) == 1:
            first, second = gap[0][0], gap[1][0]
            parts = [t.key in language.fractions for t in (first, second)]
            ranks = [t.is_rank for t in (first, second)]
            if any(parts) and all(a or b for a, b in zip(parts, ranks, strict=True)):
                yield first, second


def _is_swapped(one: Claim, other: Claim, likeness: Likeness) -> bool:
    """Tell whether two words that both claims share changed places around a third.

    Moving a phrase turns the order of no three near words round; a passive does, but names its
    agent with one function word more.
    """
    places = {token.span: at for at, token in enumerate(other.tokens)}
    words = [(a, places[b.span], a.key == b.key) for a, b in likeness.pairs if not a.is_value]
    if all(a < b for (_, a, _), (_, b, _) in pairwise(words)) or _agents(one) != _agents(other):
        return False
    for at, (token, middle, same) in enumerate(words):
        if token.is_name or not same:
            continue
        before = [place - middle for _, place, _ in words[max(0, at - BESIDE) : at]]
        behind = [middle - place for _, place, _ in words[at + 1 : at + 1 + BESIDE]]
        if all(any(0 < far <= BESIDE for far in side) for side in (before, behind)):
            return True
    return False


def _agents(claim: Claim) -> int:
    language = languages.find(claim.article.language)
    agents = language.contrasts.agents if language else frozenset()
    return sum(word.form in agents for word in claim.words)


def _extents(one: Claim, other: Claim, language: Language) -> tuple[str, str] | None:
    """Return the words by which one claim tells of all and the other of a part."""
    sides = (one.forms - other.forms, other.forms - one.forms)
    told = [sorted(side & language.variants.extents.keys()) for side in sides]
    kinds = [{language.variants.extents[form] for form in side} for side in told]
    if {"all"} in kinds and {"part"} in kinds:
        return told[0][0], told[1][0]
    return None


def _turns(form: str, language: Language) -> bool:
    """Tell a word that turns round what follows: a negation, "without", "failed", "denied"."""
    cue = language.cues.get(form)
    denies = cue is not None and cue.lemma in language.denying
    return denies or language.negates(form) or form in language.contrasts.turning
