"""Which named place lies in which, by the words that put one in the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from variorum.annotate.placing.scenes import Scene, Site
from variorum.gazetteers.iso3166 import lies_in as lies_in_region
from variorum.languages import Language

# How large a place of a kind is: one lies in one that is larger, or of no known size.
_SIZE = {"facility": 0, "other": 1, "city": 2, "region": 3, "country": 4, "water": 5}
# How many words may describe a place between its name and the one that it lies in.
DESCRIBED = 7
_Named = tuple[int, Site, int]


def lies_in(scene: Scene) -> Iterator[tuple[Site, str]]:
    """Yield each place with the name of the one that the words put it in.

    (``Velm, Norvia``; ``Velm in Norvia``; ``Norvia's Velm``; ``Norvia, which includes Velm``)
    """
    sites = [(at, *scene.at[at]) for at in sorted(scene.at)]
    for number, (one, other) in enumerate(pairwise(sites)):
        if not (_is_place(scene, one) and _is_place(scene, other)):
            continue
        if _is_dateline(scene, one[0], other[2]):
            continue
        if _is_within(scene, one, other) and may_hold(other[1], one[1], scene.language):
            yield one[1], other[1].name
        elif _owns(scene, one, other) or _includes(scene, one, other):
            for at in _listed(scene, sites, number + 1):
                yield sites[at][1], one[1].name
    for _, site, behind in sites:
        short = scene.language.places.regions.get(scene.form(behind + 1) + ".")
        if short and scene.form(behind) == "," and behind + 1 not in scene.at:
            yield site, short


def may_hold(outer: Site, inner: Site, language: Language) -> bool:
    """Tell whether a place may lie in another: in a street or a building lie only buildings."""
    built = [_is_built(one.name, language) for one in (outer, inner)]
    return built != [True, False] or (inner.likely or inner.feature) == "other"


def _is_built(name: str, language: Language) -> bool:
    """Tell whether a name ends in a word for a building or a street, or is one by its number."""
    words = name.casefold().split()
    return words[-1] in language.places.works or words[-1][:1].isdigit()


def around(scene: Scene, comma: int) -> bool:
    """Tell whether what stands behind a comma is what the place before it lies in."""
    end = scene.at[comma + 1][1]
    one = next((site for site, behind in scene.at.values() if behind == comma), None)
    other = scene.at[comma + 1][0]
    return one is not None and _is_comma_pair(scene, one, (comma + 1, other, end))


def _is_place(scene: Scene, named: _Named) -> bool:
    """Tell whether a name is a place's, or a body's that ends in a word for a building."""
    _, site, behind = named
    if site.members:
        return False
    words = scene.language.places
    last = {site.name.split()[-1].casefold(), scene.form(behind)}
    return site.sure or bool(last & (words.works - words.bodies | set(words.features)))


def _is_dateline(scene: Scene, at: int, end: int) -> bool:
    """Tell whether a place opens a text as where it was written (``VELM, Norvia (AP) —``)."""
    near = range(end, min(end + 4, len(scene.tokens)))
    dashed = any(scene.form(k) in _DATELINE for k in near)
    first = scene.at[at][1]
    capitals = scene.words((at, first)).isupper() and scene.form(first) == ","
    shouted = capitals and not scene.tokens[end - 1].text.isupper()
    return at == 0 and (dashed or shouted)


_DATELINE = frozenset({"(", "-", "—", "–", "--"})


def _is_within(scene: Scene, one: _Named, other: _Named) -> bool:
    language, words = scene.language, scene.language.places
    between = [scene.form(k) for k in range(one[2], other[0])]
    if between[:1] and between[0] in _kinds(language) | words.works and "," in between[:2]:
        between = between[1:]
    town = len(between) == 2 and language.place_nouns.get(between[0]) == "city"
    if town and between[1] in words.of:  # the Norvia town of Velm
        return False
    plain = [form for form in between if form not in language.determiners | words.points]
    if [form for form in between if form not in words.points] == [","]:
        return _is_comma_pair(scene, one[1], other) or _is_owner(scene, other)
    last = max((k for k, form in enumerate(plain) if form in words.locative), default=-1)
    if plain[:1] == [","] and last >= max(1, len(plain) - 2) and len(plain) <= DESCRIBED:
        opens = between[1] in language.determiners | language.numbers.keys() | words.locative
        near = opens or between[1] in words.sited | language.clause_relatives
        behind = range(one[2] + 1, other[0])
        verbs = any(scene.is_verb(k) or _opens(scene, k) for k in behind)
        being = len(plain) == 4 and plain[1] in language.clause_relatives
        being = being and plain[2] in language.be_forms
        return (near and not verbs) or being or bool(words.sited & set(plain))
    if len(plain) == 2 and plain[0] in words.sited and plain[1] in words.locative:
        return True
    if len(plain) > 1 and plain[0] in language.be_forms:
        known = all(form in _kinds(language) | words.of for form in plain[1:-1])
        joins = words.locative | words.of if len(plain) > 2 else words.locative
        return known and plain[-1] in joins
    if len(plain) == 1 and plain[0] in language.be_forms:
        return _is_owner(scene, other)
    inner = [form for form in plain if form not in _kinds(language)]
    if len(inner) == 1 and inner[0] in words.of:
        larger = _SIZE[one[1].feature] > _SIZE[other[1].feature]
        return (plain != inner and not larger) or (
            one[1].feature == "other" and other[1].feature == "city" and _ends_in_kind(scene, one)
        )
    inner = [form for form in inner if form not in words.of]
    fits = len(inner) == 1 and inner[0] in words.locative
    return fits and may_lie(one[1], other[1])


def _opens(scene: Scene, at: int) -> bool:
    return scene.form(at) in scene.language.question_words


def may_lie(one: Site, other: Site) -> bool:
    """Tell whether a place may lie in another by their kinds.

    No country lies in another, and no known region in a known one of which it is no part.
    """
    if one.feature == other.feature == "country":
        return False
    if one.feature == other.feature == "region" and one.ref and other.ref:
        return lies_in_region(one.ref, other.ref)
    larger = one.feature in {"region", "country"}
    return not larger or _SIZE[other.feature] >= _SIZE[one.feature]


def _is_comma_pair(scene: Scene, one: Site, other: _Named) -> bool:
    at, site, end = other
    larger = site.feature in {"region", "country"} and one.feature in {"city", "region", "water"}
    unknown = site.sure and site.feature == "other" == one.feature and scene.form(end) == ","
    nested = one.feature == "region" and site.feature == "region"
    nested = nested and not (one.ref is None and site.ref is not None)
    if not (larger or unknown) or nested:
        return False
    verb = end < len(scene.tokens) and scene.is_verb(end)
    after = scene.form(end)
    listed = after in scene.language.conjunctions
    beyond = end + 2 in scene.at or site.ref is None or one.feature != "city"
    follows = scene.form(end + 1) in scene.language.conjunctions or end + 1 in scene.at
    listed |= after == "," and follows and beyond and not _is_paired(scene, end + 1)
    owner = scene.form(end - 1).endswith(("'s", "s'"))
    before = scene.form(at - 3) if at > 2 else ""
    return not (verb or listed or owner or before == ",")


def _is_paired(scene: Scene, at: int) -> bool:
    """Tell whether a conjunction leads to a second pair (``Velm, Norvia, and Tarn, Sulm``)."""
    first = at + 1
    if scene.form(at) not in scene.language.conjunctions or first not in scene.at:
        return False
    comma = scene.at[first][1]
    return scene.form(comma) == "," and comma + 1 in scene.at


def _is_owner(scene: Scene, other: _Named) -> bool:
    """Tell whether a country has a place as its city (``Velm, Norvia's largest city``)."""
    _, _, end = other
    if not scene.form(end - 1).endswith(("'s", "s'")):
        return False
    near = range(end, min(end + DESCRIBED, len(scene.tokens)))
    kinds = (k for k in near if scene.form(k) in _kinds(scene.language))
    first = next(kinds, None)
    return first is not None and all(k not in scene.at for k in range(end, first))


def _owns(scene: Scene, one: _Named, other: _Named) -> bool:
    """Tell whether a place stands before another as its owner, or as a name before its kind."""
    words, language = scene.language.places, scene.language
    between = [scene.form(k) for k in range(one[2], other[0])]
    smaller = _SIZE[other[1].feature] <= _SIZE[one[1].feature] or one[1].feature == "other"
    if not smaller or len(between) > DESCRIBED:
        return False
    joined = bool(between) and between[-1] in words.of
    kind = len(between) > 1 and between[-2] in _kinds(language)
    possessive = scene.form(one[2] - 1).endswith(("'s", "s'"))
    if not possessive:
        return joined and kind and len(between) == 2
    if between[-1:] == [","] and between[-2:-1] and between[-2] in _kinds(language):
        between = between[:-1]
    if set(between) & language.determiners:
        return False
    apart = any(f == "," or f in language.prepositions - words.of for f in between)
    verbs = any(scene.is_verb(k) for k in range(one[2], other[0]))
    return not apart and not verbs and (kind or not set(between) & words.of)


def _listed(scene: Scene, sites: Sequence[_Named], first: int) -> Iterator[int]:
    """Yield a place and those that follow it in a list (``Norvia's Velm and Tarn``)."""
    yield first
    for at in range(first + 1, len(sites)):
        between = [scene.form(k) for k in range(sites[at - 1][2], sites[at][0])]
        if not (len(between) == 1 and between[0] in scene.language.conjunctions):
            return
        if sites[at][1].feature != sites[first][1].feature:
            return
        yield at


def _ends_in_kind(scene: Scene, named: _Named) -> bool:
    return named[1].name.split()[-1].casefold() in _kinds(scene.language)


def _includes(scene: Scene, one: _Named, other: _Named) -> bool:
    between = [scene.form(k) for k in range(one[2], other[0])]
    relative = len(between) > 1 and between[1] in scene.language.clause_relatives
    return relative and bool(set(between) & scene.language.places.containing)


def _kinds(language: Language) -> frozenset[str]:
    return language.places.wholes | set(language.place_nouns) | set(language.places.features)
