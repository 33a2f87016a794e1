"""Verbs of leaving a place, of driving others out of it, and of what comes down on it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from variorum.annotate.placing.act_frames import AHEAD, NO_ONE, Act, Frame, doer_of
from variorum.annotate.placing.act_targets import allowed, is_state, stood
from variorum.annotate.placing.reach import adjunct, reached
from variorum.annotate.placing.scenes import Range, Scene


def lost(scene: Scene, frame: Frame, row: str | None) -> Iterator[Act]:
    """Yield places from which somebody is driven: fighters lost them, others were evacuated."""
    source = _source(scene, frame.object)
    if row is None or source is None:
        return
    armed = scene.language.places.armed
    end = source - (scene.form(source - 1) in scene.language.places.out)
    loser = frame.subject if frame.passive else scene.phrase((frame.at + 1, end))
    if scene.has(loser, scene.language.places.residents):
        row, loser = "evacuated", NO_ONE
    if row == "evacuated" or scene.has(loser, armed) or is_state(scene, loser):
        for one in reached(scene, (source + 1, frame.object[1])):
            yield from stood(scene, frame, one, row=row, doer=loser)


def left(scene: Scene, frame: Frame, row: str | None) -> Iterator[Act]:
    """Yield places that armed people or others went from."""
    source = _source(scene, frame.object)
    inside = _source(scene, frame.subject) if frame.passive else None
    to = scene.group_start(frame.at) - 1
    ordered = _order_before(scene, to) if row else None
    if ordered is not None:
        yield from _ordered(scene, frame, ordered, to)
        return
    if row is None or (source is None and inside is None):
        return
    last = frame.object[1] if source is not None else frame.subject[1]
    source = source if source is not None else inside or 0
    kind = _kind_of_leaving(scene, frame, row, source)
    holder = frame.subject if kind == "withdrew" else frame.agent
    for one in reached(scene, (source + 1, last)) if kind else ():
        if allowed(scene, one, kind or ""):
            yield from stood(scene, frame, one, row=kind or "", doer=holder)


def _kind_of_leaving(scene: Scene, frame: Frame, row: str, source: int) -> str | None:
    """Return what it is to leave: fighters withdraw, others are evacuated or only go."""
    words = scene.language.places
    moved = scene.phrase((frame.at + 1, source))
    while moved[0] < moved[1] and scene.form(moved[0]) in words.out:
        moved = (moved[0] + 1, moved[1])
    carried = moved[0] < moved[1]
    goer = moved if carried and not frame.passive else frame.subject
    pronoun = scene.form(goer[0]) in scene.language.subject_pronouns
    armed = scene.has(goer, words.armed)
    if armed or (row == "withdrew" and (pronoun or is_state(scene, goer))):
        return "withdrew"
    if not frame.passive and words.acts.object.get(scene.form(frame.at)) != "evacuated":
        carried = carried and scene.has(moved, words.residents)
        return "evacuated" if row == "evacuated" and carried else None
    emptied = frame.passive or not carried or scene.form(frame.at) in words.acts.object
    return "evacuated" if row == "evacuated" and emptied else None


def _order_before(scene: Scene, to: int) -> int | None:
    """Return the verb of ordering before an infinitive, where there is one."""
    if scene.form(to) not in scene.language.times.infinitive:
        return None
    near = range(to - 1, max(0, to - 4 * AHEAD), -1)
    verb = next((k for k in near if scene.is_verb(k)), None)
    return verb if verb and scene.form(verb) in scene.language.places.orders else None


def _ordered(scene: Scene, frame: Frame, verb: int, to: int) -> Iterator[Act]:
    """Yield the places whose people are ordered to leave, or have to."""
    subject = frame.subject if verb == to - 1 else scene.before(scene.group_start(verb))
    people = frame.subject if verb == to - 1 else (verb + 1, to)
    if not scene.has(people, scene.language.places.residents):
        return
    who = NO_ONE if verb == to - 1 else subject
    works = scene.language.places.works
    left = [o for o in reached(scene, frame.object) if o.direct or works & set(o.what)]
    for one in reached(scene, people) or left:
        if not allowed(scene, one, "evacuated"):
            continue
        yield Act(one.site, "evacuated", who, frame.clause, frame.at)


def _source(scene: Scene, region: Range) -> int | None:
    """Return where ``from`` or ``out of`` stands in a region."""
    words = scene.language.places
    for at in range(*region):
        if scene.form(at) in words.source or (
            scene.form(at) == "of" and scene.form(at - 1) in words.out
        ):
            return at
    return None


def aimed(scene: Scene, frame: Frame, row: str | None) -> Iterator[Act]:
    """Yield places on which something is fired, lands or rages."""
    if row is None:
        return
    words = scene.language.places
    doer = doer_of(scene, frame.subject)
    thing = scene.phrase(frame.object)
    if row == "fires":
        shoots = scene.has(doer, words.armed | words.weapons)
        row = "attacks" if shoots or is_state(scene, doer) else ""
    elif row == "hits":
        natural = "flooded" if scene.has(doer, words.floods) else "struck"
        harms = scene.form(frame.at) in words.harming
        pronoun = scene.form(doer[0]) in scene.language.pronouns
        dropped = scene.has(doer, scene.hazards)
        dropped = dropped or (pronoun and scene.has(thing, scene.hazards))
        natural = natural if dropped and not harms else ""
        thrown = scene.has(doer, words.weapons) or scene.has(thing, words.weapons)
        row = natural or ("attacks" if thrown else "")
    holding = scene.has(doer, words.armed) and (
        scene.form(frame.at + 1) in scene.language.phrasal_particles
    )
    if not row or (row == "holds" and not holding):
        return
    if frame.passive:
        doer = frame.agent
    to = words.locative | words.toward
    to = to | scene.language.times.infinitive
    lead = next((k for k in range(*frame.object) if scene.form(k) in to), None)
    if lead and not _comes_from(scene, (frame.object[0], lead)):
        return
    for one in reached(scene, (lead + 1, frame.object[1])) if lead else ():
        if allowed(scene, one, row) or (one.direct and row == "attacks"):
            kept = "holds-in-part" if row == "holds" and not one.direct else row
            yield from stood(scene, frame, one, row=kept, doer=doer)


def _comes_from(scene: Scene, region: Range) -> bool:
    """Tell whether a region names no place but where something comes from (``from Velm into``)."""
    source = _source(scene, region)
    end = region[1] if source is None else source
    return not list(scene.sites_in((region[0], end)))


def undergone(scene: Scene, frame: Frame, row: str | None) -> Iterator[Act]:
    """Yield what a place, or what stands in it, goes through by itself (``Velm fell``)."""
    if row is None or frame.passive:
        return
    words = scene.language.places
    to = frame.at + 1 if scene.form(frame.at + 1) in scene.language.times.infinitive else None
    behind = frame.object[0] < frame.object[1] and to is None
    if row == "does-not-hold" and behind and not scene.timed & {frame.at + 1, frame.at + 2}:
        return
    found = reached(scene, frame.subject)
    if not found and scene.form(frame.at + 1) in words.locative:
        what = tuple(scene.form(k) for k in range(*scene.phrase(frame.subject)))
        found = [replace(one, what=what) for one in adjunct(scene, frame.object)]
    if row == "damaged" and not scene.has(frame.object, words.damages):
        return
    owner = scene.phrase((to + 1, frame.object[1])) if to else NO_ONE
    if row == "does-not-hold" and _takes_hold(scene, owner):
        row = "holds"
    elif row != "claims":
        owner = NO_ONE
    for one in found:
        built = set(one.what) & words.works
        if allowed(scene, one, row) and (one.direct or (built and row in {"destroyed", "damaged"})):
            yield from stood(scene, frame, one, row=row, doer=owner)


def _takes_hold(scene: Scene, owner: Range) -> bool:
    """Tell whether a place falls to those who may hold one (``fell to the rebels``)."""
    if owner[0] >= owner[1]:
        return False
    pronoun = scene.form(owner[0]) in scene.language.object_pronouns
    return pronoun or scene.has(owner, scene.language.places.armed) or is_state(scene, owner)
