"""Which rows stand: what the rules and the model say of a place, weighed together.

The rules are exact where they know a word and miss the words that no list has; the model has read
many, and is less sure. A row stands where both together make it likely (a logistic regression,
fitted beside the model by ``training/ledger``). What a rule says of a noun for several places
(``those regions``) the model is not asked.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Iterator, Mapping, Sequence

from variorum.annotate.placing.act_frames import NO_ONE, Act, frame_of, is_act_verb
from variorum.annotate.placing.act_nouns import around
from variorum.annotate.placing.apart import (
    closes_other,
    stands_apart,
    stands_in_doer,
    takes_others,
)
from variorum.annotate.placing.chances import LEAST, Chance, chances_in
from variorum.annotate.placing.doers import Words
from variorum.annotate.placing.fighting import OF_WAR
from variorum.annotate.placing.lying import may_hold, may_lie
from variorum.annotate.placing.scenes import Range, Scene, Site
from variorum.annotate.placing.standing import DECIDABLE, noun_stands, standing_of
from variorum.annotate.syntax import Syntax
from variorum.languages import Language
from variorum.model.spans import Span, overlap
from variorum.model.vocabulary import STANCES

# A row as the rules and the model have it: the span of its place, and its stance or predicate.
Key = tuple[Span, str]
# The weights of ``evidence``; what is no likelier than this a rule says in vain, and what no rule
# says has to be as likely as that.
WEIGHTS = (-0.45, 0.84, 1.96, -0.27, -0.36, -0.26, -0.41)
RULED, SEEN = 0.25, 0.45
# Rows of which no rule is overruled: of those dropped in folds a third were right.
TRUSTED = frozenset({"does-not-hold", "withdrew", "struck"})
# What a place has from another: it is not who does it.
_OF_ANOTHER = frozenset(STANCES) - {"does-not-hold", "withdrew"}
# What is no row where the place does it to a part of its own.
_WORKING = DECIDABLE - {"evacuated"}
# No chance is nearer to nought or one than this.
_EDGE = 0.001


class Judge:
    """Tells which rows of a sentence stand.

    Args:
        syntax: of the article.
        threads: on how many threads the model runs.
    """

    def __init__(self, syntax: Syntax, *, threads: int = 1) -> None:
        self.syntax, self.threads = syntax, threads

    def standing(
        self, scene: Scene, sentence: Span, ruled: Collection[Key]
    ) -> dict[Key, Chance | None]:
        """Return the rows that stand, with what the model says of them.

        Args:
            scene: the sentence.
            sentence: its span.
            ruled: what the rules say of the places in it.
        """
        sites = [site for _, (site, _) in sorted(scene.at.items()) if not site.members]
        found = list(chances_in(self.syntax, sentence, sites, threads=self.threads))
        seen = {(sites[one.site].span, one.row): one for one in found}
        chance = {key: one.chance for key, one in seen.items()}
        keys = dict.fromkeys([*sorted(ruled), *seen])
        stand = {k: seen.get(k) for k in keys if _stays(k, ruled, chance)}
        return {k: one for k, one in stand.items() if k in ruled or not _is_said(k, stand, ruled)}

    def act(self, scene: Scene, site: Site, one: Chance) -> Act | None:
        """Return what the model sees said of a place, as the rules would have it.

        Nothing where the place itself is who does it: it is no land of its own.
        """
        tokens = enumerate(scene.tokens)
        at = next((k for k, token in tokens if overlap(token.span, one.word)), None)
        if at is None:
            return None
        words = Words(scene, self.syntax)
        if stands_apart(words, said=one.word, site=site.span, row=one.row):
            return None
        doer = NO_ONE if at in scene.inside else words.doer_at(at)
        itself = doer != NO_ONE and bool(overlap(scene.span(doer), site.span))
        other = one.row in _WORKING and closes_other(words, one.word)
        there = stands_in_doer(words, said=one.word, site=site.span)
        denied = (itself and one.row in _OF_ANOTHER) or (other and (itself or there))
        denied = denied or not _may_do(scene, doer, one.row)
        denied = denied or (one.row in OF_WAR and _is_done_to_others(words, one, itself=itself))
        if denied or not _stands(scene, at, one.row):
            return None
        doer = NO_ONE if itself and one.row in _WORKING else doer
        return Act(site, one.row, doer, around(scene, at), at)


def _is_done_to_others(words: Words, one: Chance, *, itself: bool) -> bool:
    """Tell whether a verb of war has others than a place for its object (``freed two men``).

    ``itself``: the place is who does it.
    """
    if itself:
        return closes_other(words, one.word)
    return takes_others(words, one.word, left=one.row == "withdrew")


def evidence(key: Key, ruled: Collection[Key], chance: Mapping[Key, float]) -> tuple[float, ...]:
    """Return what speaks for a row, a figure for each of ``WEIGHTS``.

    Args:
        key: the row.
        ruled: what the rules say of the places of the sentence.
        chance: what the model says of them.
    """
    span, row = key
    seen = min(max(chance.get(key, LEAST / 2), _EDGE), 1 - _EDGE)
    others = (one for (site, name), one in chance.items() if site == span and name != row)
    named, lies = key in ruled, row == "located-in"
    elsewise = not named and any(site == span for site, _ in ruled)
    odds = math.log(seen / (1 - seen))
    return (1, odds, named, named and lies, lies, max(others, default=0.0), elsewise)


def place_at(scene: Scene, word: Span) -> Site | None:
    """Return the place in whose name a word stands."""
    return next((site for site, _ in scene.at.values() if overlap(site.span, word)), None)


def lying_seen(
    scene: Scene, standing: Mapping[Key, Chance | None], ruled: Collection[Key]
) -> Iterator[tuple[Site, str]]:
    """Yield the places that lie in another one as no rule sees, with that one's name."""
    sites = {site.span: site for site, _ in scene.at.values()}
    for key, one in standing.items():
        if one and key not in ruled and one.row == "located-in":
            around = place_at(scene, one.word)
            inner = sites[key[0]]
            if around and around.span != inner.span and _fits(inner, around, scene.language):
                yield inner, around.name


def _fits(inner: Site, outer: Site, language: Language) -> bool:
    """Tell whether a place may lie in another by what both are."""
    return may_hold(outer, inner, language) and may_lie(inner, outer)


def _may_do(scene: Scene, doer: Range, row: str) -> bool:
    """Tell whether who is named may withdraw, or may open: no film does, nor does a band."""
    words, language = scene.language.places, scene.language
    if row in _WORKING:
        return not scene.has(doer, words.shows)
    if row != "withdrew" or doer == NO_ONE:
        return True
    region = range(*doer)
    named = any(scene.tokens[k].capital and k for k in region)
    forms = {scene.form(k) for k in region}
    built = not forms.isdisjoint(words.works | words.firms) and words.armed.isdisjoint(forms)
    soldierly = words.armed | language.subject_pronouns | language.demonyms
    return (named or not soldierly.isdisjoint(forms)) and not built


def _is_said(key: Key, stand: Mapping[Key, Chance | None], ruled: Collection[Key]) -> bool:
    """Tell whether the word that says a row says another one of the same place, more likely."""
    own = stand[key]
    others = (one for k, one in stand.items() if k[0] == key[0] and k != key and one)
    return own is not None and any(
        one.word == own.word and (one.chance > own.chance or (key[0], one.row) in ruled)
        for one in others
    )


def _stands(scene: Scene, at: int, row: str) -> bool:
    """Tell whether a word says that something is so: it is not denied, asked for or feared."""
    if at in scene.inside:
        return True
    if scene.is_verb(at) or is_act_verb(scene, at):
        frame = frame_of(scene, at)
        lost = scene.language.places.acts.object.get(scene.form(at)) == "does-not-hold"
        if lost and row in {"won", "leads"}:
            return False
        rows = (row, "holds") if row == "does-not-hold" and not lost else (row,)
        said = (
            standing_of(scene, at, one, subject=frame.subject, obj=frame.object) for one in rows
        )
        return row in said
    return noun_stands(scene, at)


def _stays(key: Key, ruled: Collection[Key], chance: Mapping[Key, float]) -> bool:
    """Tell whether a row is likely enough, or a rule is trusted with it."""
    if key in ruled and key[1] in TRUSTED:
        return True
    return likely(evidence(key, ruled, chance)) >= (RULED if key in ruled else SEEN)


def likely(figures: Sequence[float]) -> float:
    """Return how likely a row is for which these figures speak."""
    total = sum(weight * figure for weight, figure in zip(WEIGHTS, figures, strict=True))
    return 1 / (1 + math.exp(-total))
