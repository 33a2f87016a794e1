"""Variants of pairs of witnesses that tell of one difference, joined into one variant.

Readings of the same words are a class, and so are those in like words of what the same witnesses do
not print; where every reading of one class differs in one way from every reading of the others (a
complete multipartite graph), one variant says so.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations, product

from variorum.align.collating.variants import Lying, Placed
from variorum.model.article import Article
from variorum.model.identity import Reading, sign
from variorum.model.spans import Spans
from variorum.model.story import Variant
from variorum.model.words import words_in

# What one witness prints, in one or two readings, and a set of witnesses with the same words.
_Side = tuple[Reading, ...]
_Class = frozenset[_Side]
_Edge = tuple[_Class, _Class]
_Kind = tuple[str, str]
_Words = tuple[tuple[str, ...], ...]
# Two readings are alike where they share so much of their words (as a Dice coefficient).
ALIKE = 0.6


def merged(found: Iterable[Placed], articles: Mapping[str, Article]) -> list[Placed]:
    """Return variants, those of pairs that tell of one difference as one.

    Args:
        found: the variants of pairs of witnesses, with the words that they lie in.
        articles: of all witnesses, by their ids.
    """
    unique = _unique(found)
    pairs: dict[_Kind, dict[tuple[_Side, _Side], Placed]] = defaultdict(dict)
    kept = []
    for placed in unique:
        sides = _sides(placed[0])
        if len(sides) == 2:
            pairs[placed[0].kind, placed[0].weight][sides[0], sides[1]] = placed
        else:
            kept.append(placed)
    for told in pairs.values():
        for edges in _differences(_joined(told, articles)):
            kept.append(
                _variant([told[pair] for edge in edges for pair in _of(edge, told)], articles)
            )
    return sorted(kept, key=lambda one: (_place(one[0].readings), one[0].kind, one[0].weight))


def _unique(found: Iterable[Placed]) -> list[Placed]:
    """Return variants, each once, the heavier of two of one kind and the same readings."""
    best: dict[str, Placed] = {}
    for placed in found:
        known = best.get(placed[0].id)
        if known is None or (known[0].weight, placed[0].weight) == ("minor", "major"):
            best[placed[0].id] = placed
    return list(best.values())


def _sides(variant: Variant) -> list[_Side]:
    found: dict[str, list[Reading]] = defaultdict(list)
    for reading in variant.readings:
        found[reading.witness].append(reading)
    return [tuple(readings) for _, readings in sorted(found.items())]


def _words(side: _Side, articles: Mapping[str, Article]) -> _Words:
    return tuple(
        tuple(
            word.form
            for span in reading.spans
            for word in words_in(articles[reading.witness].text, span)
        )
        for reading in side
    )


def _joined(told: Iterable[tuple[_Side, _Side]], articles: Mapping[str, Article]) -> list[_Edge]:
    """Join pairs that stand for one difference between two classes of readings."""
    words = {side: _words(side, articles) for pair in told for side in pair}
    pairs = [pair if any(words[pair[0]]) else pair[::-1] for pair in told]
    cut = [pair for pair in pairs if not any(words[pair[1]])]
    replaced = [pair for pair in pairs if any(words[pair[1]])]
    return [*_cut(cut, words), *_replaced(replaced, words)]


def _cut(pairs: Sequence[tuple[_Side, _Side]], words: Mapping[_Side, _Words]) -> Iterator[_Edge]:
    """Join what several witnesses print, in words much alike, and the same others do not."""
    lacking: dict[_Side, set[_Side]] = defaultdict(set)
    for one, other in pairs:
        lacking[one].add(other)
    alike: dict[frozenset[_Side], list[list[_Side]]] = defaultdict(list)
    for side in sorted(lacking, key=_place):
        classes = alike[frozenset(lacking[side])]
        fitting = (
            held
            for held in classes
            if _apart([*held, side]) and _are_alike(words[held[0]], words[side])
        )
        found = next(fitting, None)
        if found is None:
            classes.append([side])
        else:
            found.append(side)
    for facing, classes in alike.items():
        yield from ((frozenset(held), facing) for held in classes)


def _replaced(
    pairs: Sequence[tuple[_Side, _Side]], words: Mapping[_Side, _Words]
) -> Iterator[_Edge]:
    """Join pairs of the same words: all with all, or all others with one reading."""
    same: dict[tuple[_Words, _Words], set[tuple[_Side, _Side]]] = defaultdict(set)
    for one, other in pairs:
        pair = (one, other) if words[one] <= words[other] else (other, one)
        same[words[pair[0]], words[pair[1]]].add(pair)
    for held in same.values():
        left, right = ({pair[at] for pair in held} for at in (0, 1))
        whole = held == set(product(left, right)) and _apart(left | right)
        for group in [left] if whole else [{one} for one in left]:
            yield frozenset(group), frozenset(b for a, b in held if a in group)


def _are_alike(one: _Words, other: _Words) -> bool:
    """Tell whether most words of two readings are the same."""
    forms = [{form for reading in side for form in reading} for side in (one, other)]
    return 2 * len(forms[0] & forms[1]) >= ALIKE * (len(forms[0]) + len(forms[1]))


def _place(side: _Side) -> list[tuple[str, Spans]]:
    return [(reading.witness, reading.spans) for reading in side]


def _apart(sides: Iterable[_Side]) -> bool:
    """Tell whether no witness has two places among some sides."""
    witnesses = [side[0].witness for side in sides]
    return len(set(witnesses)) == len(witnesses)


def _differences(edges: Sequence[_Edge]) -> list[list[_Edge]]:
    """Return the edges that one variant tells of together: all between some classes, or one."""
    found = []
    for component in _components(edges):
        classes = {one for edge in component for one in edge}
        between = {frozenset(edge) for edge in component}
        whole = all(frozenset(pair) in between for pair in combinations(classes, 2))
        apart = _apart(side for one in classes for side in one)
        found += [component] if whole and apart else [[edge] for edge in component]
    return found


def _components(edges: Sequence[_Edge]) -> list[list[_Edge]]:
    """Return edges, those that share a class together."""
    beside: dict[_Class, list[int]] = defaultdict(list)
    for at, edge in enumerate(edges):
        for one in edge:
            beside[one].append(at)
    components: list[list[_Edge]] = []
    seen: set[int] = set()
    for start in range(len(edges)):
        waiting, held = [start], []
        while waiting:
            at = waiting.pop()
            if at not in seen:
                seen.add(at)
                held.append(edges[at])
                waiting += [after for one in edges[at] for after in beside.pop(one, ())]
        components += [held] if held else []
    return components


def _of(edge: _Edge, told: Mapping[tuple[_Side, _Side], Placed]) -> Iterable[tuple[_Side, _Side]]:
    pairs = ((a, b) for a in edge[0] for b in edge[1])
    turned = (pair if pair in told else pair[::-1] for pair in pairs)
    return [pair for pair in turned if pair in told]


def _variant(pairs: Sequence[Placed], articles: Mapping[str, Article]) -> Placed:
    """Return one variant of several, with the readings and the reasons of all."""
    readings = {reading for variant, _ in pairs for reading in variant.readings}
    reasons = sorted({reason for variant, _ in pairs for reason in variant.reasons})
    lying: Lying = frozenset(place for _, places in pairs for place in places)
    first = pairs[0][0]
    unsigned = Variant(
        id="",
        kind=first.kind,
        weight=first.weight,
        readings=tuple(sorted(readings, key=lambda one: (one.witness, one.spans))),
        reasons=first.reasons if len(pairs) == 1 else tuple(reasons),
    )
    return sign(unsigned, articles), lying
