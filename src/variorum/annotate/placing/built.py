"""What is built in a place, where that and not the place is closed or destroyed.

(``the mill in Velm burned down``: ``mill in Velm``, a facility)
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from variorum.annotate.placing.act_ballots import particles
from variorum.annotate.placing.act_frames import NO_ONE, Act, frame_of, is_act_verb
from variorum.annotate.placing.scenes import Range, Scene, Site

# Rows that are of the building alone; of a flood only where one building is named.
_OF_BUILDINGS = frozenset({"closed", "opened", "reopened", "destroyed", "damaged", "blocked"})
_OF_ONE = "flooded"
_EMPTIED = "evacuated"
_WORKING = frozenset({"closed", "opened", "reopened"})
_GAP = " … "


def with_built(scene: Scene, act: Act) -> Act | None:
    """Return an act with the building that it is said of, None where it is of no place.

    Args:
        scene: the sentence.
        act: what a word of it says of a place.
    """
    site = act.site
    known = _OF_BUILDINGS | {_OF_ONE, _EMPTIED}
    at = next((k for k, (one, _) in scene.at.items() if one == site), None)
    if act.row not in known or site.members or site.feature == "country" or at is None:
        return act
    if site.feature == "facility":
        return replace(act, site=_whole(scene, site, at))
    verbal = scene.is_verb(act.at) or is_act_verb(scene, act.at)
    behind = act.at + 1 if act.at < at else 0
    near = _targets(scene, act) if verbal else [(behind, len(scene.tokens))]
    if act.row in _WORKING and verbal and _is_show(scene, near[0]):
        return None
    phrase = _phrase_of(scene, act, at, near)
    if phrase is None:
        away = act.row in _WORKING and not any(at in range(*region) for region in near)
        return None if away else act
    if act.row == _EMPTIED and scene.has(phrase, scene.language.places.residents):
        return act
    head = _head(scene, phrase) or phrase[0]
    if act.row == _OF_ONE and scene.language.singular(scene.form(head)) is not None:
        return act
    holder = NO_ONE if _share(act.holder, phrase) else act.holder
    return replace(act, site=_named(scene, site, phrase, at), holder=holder)


def _whole(scene: Scene, site: Site, at: int) -> Site:
    """Return a building with the word for it, where that is no part of its name (``Velm port``)."""
    if scene.language.places.works & set(site.name.casefold().split()):
        return site
    phrase = _around(scene, at, (max(0, at - 2), scene.at[at][1] + 1))
    return site if _head(scene, phrase) is None else _named(scene, site, phrase, at)


def _targets(scene: Scene, act: Act) -> list[Range]:
    """Return where stands what a verb closes or destroys, then where else its place may stand."""
    frame = frame_of(scene, act.at)
    first = act.at + 1 + (scene.form(act.at + 1) in particles(scene.language))
    told = scene.phrase((first, max(first, frame.object[1])))
    if frame.passive or told[0] >= told[1] or told[0] > first:
        return [frame.subject, frame.object]
    return [frame.object, frame.subject] if act.row in _WORKING else [frame.object]


def _is_show(scene: Scene, region: Range) -> bool:
    """Tell whether what opens or closes is no building (``opened the fair in Velm``)."""
    start, end = scene.phrase(region)
    return start < end and scene.form(end - 1) in scene.language.places.shows


def _phrase_of(scene: Scene, act: Act, place: int, near: Sequence[Range]) -> Range | None:
    """Return the phrase of what is closed or destroyed, with its place if that stands in it."""
    before = [(0, act.at)] if act.row in _WORKING and place < act.at else []
    for region in [*near, *before]:
        around = _around(scene, place, region) if place in range(*region) else NO_ONE
        if _head(scene, around) is not None:
            return around
    start, end = near[0]
    told = (start, end) if end <= act.at else scene.phrase((start, end))
    head = _head(scene, told)
    return None if head is None else (told[0], head + 1)


def _around(scene: Scene, place: int, region: Range) -> Range:
    """Return the phrase around a place, from what leads to it to the noun behind it."""
    language, end = scene.language, scene.at[place][1]
    start = place
    while start > region[0] and _goes_on(scene, start - 1):
        start -= 1
    if start - 1 in scene.inside:
        joints = [k for k in range(start, place) if scene.joins(k)]
        start = joints[-1] + 1 if joints else place
    plain = language.function_words - language.determiners
    while start < place and (scene.form(start) in plain or scene.joins(start)):
        start += 1
    behind = end
    while behind < region[1] and behind < end + 3 and scene.is_word(behind):
        if scene.form(behind) in language.places.works and not scene.is_verb(behind):
            end = behind + 1
        if scene.form(behind) in language.prepositions or scene.is_helping(behind):
            break
        behind += 1
    return (start, end)


def _goes_on(scene: Scene, at: int) -> bool:
    """Tell whether a word before a place stands in one phrase with it."""
    form, language = scene.form(at), scene.language
    named = any(site.sure and at in range(k, end) for k, (site, end) in scene.at.items())
    if not scene.is_word(at) or scene.parts(at) or named:
        return False
    if scene.is_verb(at) or scene.is_helping(at):
        return False
    return form not in language.prepositions - language.places.of - language.places.locative


def _head(scene: Scene, phrase: Range) -> int | None:
    """Return the word for what is built in a phrase, none where the place itself is named."""
    words = scene.language.places
    built = (words.works | words.sections | words.operations) - words.units
    near = (k for k in range(*phrase) if k not in scene.inside and scene.form(k) in built)
    return next(near, None)


def _share(one: Range, other: Range) -> bool:
    """Tell whether two regions have a token in common."""
    return max(one[0], other[0]) < min(one[1], other[1])


def _named(scene: Scene, site: Site, phrase: Range, place: int) -> Site:
    """Return what is built as a place; a gap stands for what parts it from the town's name."""
    start, end = _short(scene, phrase, place)
    behind = scene.at[place][1]
    words, span = scene.words((start, end)), scene.span((start, end))
    if not (start <= place and behind <= end):
        pieces = [words, scene.words((place, behind))]
        words = _GAP.join(pieces if start < place else pieces[::-1])
        span = site.span
    return replace(site, span=span, name=words, feature="facility", ref=None, likely=None)


def _short(scene: Scene, phrase: Range, place: int) -> Range:
    """Return a phrase without what only leads to it: an article, ``at least`` before a number."""
    language, (start, end) = scene.language, phrase
    head = _head(scene, phrase) or start
    if start <= place < head:
        return place, end
    plain = language.times.articles | language.places.indefinite | language.possessives
    while start < head and scene.form(start) in plain:
        start += 1
    numbers = (k for k in range(start, head) if scene.form(k)[:1].isdigit())
    spelled = (k for k in range(start, head) if scene.form(k) in language.numbers)
    return next(numbers, next(spelled, start)), end
