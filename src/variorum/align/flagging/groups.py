"""People counted once and taken up in another number: ``17 children … all 19 pupils``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from variorum import languages
from variorum.align.flagging.clashing import flag_clash
from variorum.align.flagging.figures import Figure, figures_of, is_told, measures_of
from variorum.languages import Language
from variorum.model.annotation import AnnotatedArticle, Flag
from variorum.model.words import words_in

# Counts further apart than this are of a whole and a part, or of two groups.
APART = 1.5
# Fewer than this is nobody's group.
LEAST = 2


def find_group_clashes(item: AnnotatedArticle) -> Iterator[Flag]:
    """Yield a flag, without its id, where a group of people is taken up in another number.

    ``The four suspects`` takes up a group told before; where four of anything are told nowhere
    before, nor by a sum or a difference, and one group only was that is near, the two clash.
    Groups that are told apart (``the other four``, ``the four men in the car``) and counts with a
    bound are left alone; what a heading counts is another matter.

    Args:
        item: the article.
    """
    language = languages.find(item.article.language)
    if language is None:
        return
    figures = list(figures_of(item, language))
    units = measures_of(language)
    forms = {word.form for word in words_in(item.article.text)}
    ranks = [float(language.ordinals[form]) for form in forms if form in language.ordinals]
    for at, figure in enumerate(figures):
        told = [one for one in figures[:at] if is_told(one, item)]
        first = _group(figure, told, language) if _takes_up(figure, language) else None
        others = [one.value for one in figures if one is not figure and one.noun not in units]
        others += ranks
        if first is not None and not _fits(first.value, figure.value, others):
            places = (first.span, figure.span)
            yield flag_clash("number-clash", item.article, places, figure.noun or first.noun)


def _takes_up(figure: Figure, language: Language) -> bool:
    """Tell whether a count is of a group that is known: ``the four suspects``, ``all six``."""
    words = language.flags
    before = figure.before[:2]
    led = before and before[0] in language.times.articles | words.whole
    other = not words.elsewhere.isdisjoint([*figure.between, *before, *figure.behind[:1]])
    if not led or other or figure.value < LEAST:
        return False
    whole = not words.whole.isdisjoint(before)
    behind = figure.behind[:1]
    if not figure.noun:
        some = figure.before[1:2]
        return bool(
            (behind and behind[0] in language.clause_relatives)
            or (some and some[0] in language.variants.partitive and not _runs_on(figure, language))
        )
    return whole or not (behind and behind[0] in language.prepositions)


def _runs_on(figure: Figure, language: Language) -> bool:
    """Tell whether a noun that is no plural may stand right behind a count: ``the 26-strong``."""
    behind = figure.behind[:1]
    light = language.function_words | language.past
    ends = behind and behind[0].endswith(tuple(language.past_endings))
    return bool(behind) and not ends and behind[0] not in light


def _group(figure: Figure, told: Sequence[Figure], language: Language) -> Figure | None:
    """Return the one group near in number that was told before, None where there is none."""
    groups = [one for one in told if one.value >= LEAST and _agree(one, figure, language)]
    near = [one for one in groups if _are_near(one.value, figure.value)]
    if len({one.value for one in near}) != 1:
        return None
    first = near[0]
    before = first.before[:2]
    open_ = before and before[0] in language.times.articles | language.contrasts.bounds
    return None if open_ else first


def _agree(one: Figure, other: Figure, language: Language) -> bool:
    """Tell whether two counts may be of one group, by their nouns; ``the 14 who`` has none."""
    words = language.flags
    anybody = words.anybody | words.crowds
    people = anybody | words.everybody | language.people.keys() | language.role_nouns
    if one.noun == other.noun:
        return bool(one.noun) and one.noun not in measures_of(language)
    if one.noun not in people or other.noun not in people | {""}:
        return False
    return not anybody.isdisjoint((one.noun, other.noun)) or not other.noun


def _are_near(one: float, other: float) -> bool:
    low, high = sorted((one, other))
    return 0 < low < high <= low * APART


def _fits(first: float, again: float, others: Sequence[float]) -> bool:
    """Tell whether the figures of a text make one of two counts of another, or tell it again."""
    apart = abs(first - again)
    several = (pair for size in (2, 3) for pair in combinations(sorted(set(others)), size))
    sums = {sum(some) for some in several}
    return again in others or apart in others or again in sums
