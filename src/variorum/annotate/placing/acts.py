"""What the verbs of a sentence say of places: each gives a place a stance or a predicate.

A verb's frame tells where its place stands: its object, the subject of its passive, behind
``from``, or as the subject itself. What may be, is asked for, feared, denied or intended gives
nothing, but for a denial that somebody holds a place, and for what is decided to close or open.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from variorum.annotate.placing.act_ballots import particles, won
from variorum.annotate.placing.act_frames import (
    AHEAD,
    NO_ONE,
    Act,
    Frame,
    doer_of,
    frame_of,
    is_act_verb,
)
from variorum.annotate.placing.act_moves import aimed, left, lost, undergone
from variorum.annotate.placing.act_targets import (
    allowed,
    fitting,
    is_state,
    stood,
    targets,
)
from variorum.annotate.placing.reach import Reached, adjunct, reached
from variorum.annotate.placing.scenes import Range, Scene
from variorum.annotate.placing.standing import DECIDABLE


def verb_acts(scene: Scene, *, ballot: bool) -> Iterator[Act]:
    """Yield what the verbs of a sentence say of its places.

    Args:
        scene: the sentence.
        ballot: whether the article tells of a vote.
    """
    acts = scene.language.places.acts
    told: set[int] = set()
    for at in range(len(scene.tokens)):
        form = scene.form(at)
        if at in scene.inside or not scene.is_word(at) or at in told:
            continue
        tables = [acts.object, acts.loss, acts.leaving, acts.aimed, acts.either, acts.ballot]
        known = any(form in table for table in [*tables, acts.subject])
        known = known or f"{form} {scene.form(at + 1)}" in acts.phrasal
        if known and is_act_verb(scene, at):
            frame = frame_of(scene, at)
            made = list(_verb(scene, frame, ballot=ballot))
            yield from made
            if made and (kept := _held_before(scene, frame, made[0].row)):
                told.add(kept)
                for one in adjunct(scene, scene.stretch(kept)):
                    yield replace(made[0], site=one.site)


def _held_before(scene: Scene, frame: Frame, row: str) -> int | None:
    """Return the verb of holding in a relative clause about what is left or retaken.

    (``quit the land that it had held on the west bank of the Tarn``)
    """
    opener = frame.object[1]
    lost = row in {"withdrew", "retook", "does-not-hold"}
    if not lost or scene.form(opener) not in scene.language.clause_relatives:
        return None
    table = scene.language.places.acts.object
    near = range(opener + 1, min(opener + 2 * AHEAD, len(scene.tokens)))
    return next((k for k in near if table.get(scene.form(k)) in {"holds", "takes"}), None)


def _verb(scene: Scene, frame: Frame, *, ballot: bool) -> Iterator[Act]:
    """Yield the acts of one verb by the first of its frames that fits."""
    acts, form = scene.language.places.acts, scene.form(frame.at)
    phrasal = acts.phrasal.get(f"{form} {scene.form(frame.at + 1)}")
    if phrasal:
        start, end = frame.object
        moved = replace(frame, object=(start + 1, max(start + 1, end)))
        closes = phrasal in DECIDABLE
        read = _either if closes else partial(_object, phrasal=True)
        yield from read(scene, moved, phrasal)
        return
    beaten = ballot and acts.object.get(form) == "does-not-hold"
    if beaten and not is_state(scene, frame.subject):
        return
    for found in (
        won(scene, frame, acts.ballot.get(form)) if ballot else (),
        lost(scene, frame, acts.loss.get(form)),
        left(scene, frame, acts.leaving.get(form)),
        _object(scene, frame, acts.object.get(form)),
        _either(scene, frame, acts.either.get(form)),
        aimed(scene, frame, acts.aimed.get(form) or _hitting(scene, form)),
        undergone(scene, frame, acts.subject.get(form)),
    ):
        made = list(found)
        if made:
            yield from made
            return


def _hitting(scene: Scene, form: str) -> str | None:
    """Return that a verb of hitting is one also where the place stands behind ``into``."""
    row = scene.language.places.acts.object.get(form)
    return "hits" if row in {"hits", "reaches"} else None


def _object(scene: Scene, frame: Frame, row: str | None, *, phrasal: bool = False) -> Iterator[Act]:
    if row is None:
        return
    doer = frame.agent if frame.passive else frame.subject
    if not phrasal and scene.form(frame.at + 1) in particles(scene.language):
        return
    bare = scene.form(frame.at + 1) in scene.language.prepositions and not phrasal
    if bare and not frame.passive and frame.head == NO_ONE:
        return
    row = _by_doer(scene, frame, doer, row)
    found = targets(scene, frame) if row else []
    if not found and phrasal and not frame.passive:
        yield from undergone(scene, frame, row)
    if not found and row == "evacuated" and not frame.passive:
        goers = scene.has(frame.subject, scene.language.places.residents)
        found, doer = (reached(scene, frame.subject) if goers else []), NO_ONE
    for one in found:
        kept = fitting(scene, one, row or "", frame)
        if kept and allowed(scene, one, kept):
            yield from stood(scene, frame, one, row=kept, doer=doer)


def _by_doer(scene: Scene, frame: Frame, doer: Range, row: str) -> str | None:
    """Return what a verb means of the one who does it, None where it means nothing here."""
    words = scene.language.places
    doer = doer_of(scene, doer)
    natural = scene.has(doer, scene.hazards)
    armed = scene.has(doer, words.armed | words.weapons) or is_state(scene, doer)
    if row == "surrounds":
        return "attacks" if armed and not natural else None
    if row == "flooded":
        poured = scene.form(_behind_object(scene, frame)) in words.using
        wet = scene.has((frame.at, frame.object[1]), words.floods | scene.hazards)
        return row if wet or not poured else None
    if row == "reaches":
        flooded = scene.has(scene.phrase(doer), words.floods)
        return "flooded" if flooded else "struck" if natural else None
    if row == "hits":
        if scene.has(scene.phrase(doer), words.floods):
            return "flooded"
        return "struck" if natural else "attacks" if armed else _by_what(scene, frame)
    if row == "enters":
        return "flooded" if scene.has(scene.phrase(doer), words.floods) else None
    if row == "reduces":
        near = (frame.at, scene.stretch(frame.at)[1])
        return "destroyed" if scene.has(near, words.rubble) else None
    if row == "takes" and scene.form(frame.at + 1) in words.idioms:
        return None
    if row == "takes":
        return "holds" if armed or scene.form(doer[0]) in scene.language.pronouns else None
    if row == "overtakes":
        return "holds" if _may_rule(scene, doer) else None
    if row == "flees":
        return "withdrew" if armed and not natural else "evacuated"
    if row == "withdraws":
        return _leaving(scene, frame, doer, armed=armed and not natural)
    return row


def _may_rule(scene: Scene, doer: Range) -> bool:
    """Tell who takes a place over from a firm that takes over another (``Osk takes over Velm``)."""
    language = scene.language
    named = any(site.sure for _, site in scene.sites_in(doer))
    last = scene.form(doer[1] - 1)
    several = doer[1] - doer[0] == 1 or not scene.tokens[doer[1] - 1].capital
    people = last in language.demonyms or (several and language.singular(last) is not None)
    ruling = scene.has(doer, language.places.armed) or named or last in language.places.seats
    return ruling or people or scene.form(doer[0]) in language.pronouns


def _leaving(scene: Scene, frame: Frame, doer: Range, *, armed: bool) -> str | None:
    """Return what it is to leave a place as one's object, none where it is left in some state."""
    words, behind = scene.language.places, _behind_object(scene, frame)
    timed = behind + 1 in scene.timed or frame.passive
    state = scene.form(behind + 1) in words.indefinite | words.rubble
    stays = scene.form(behind) in words.using or (scene.form(behind) in words.locative and state)
    if stays and not timed:
        return None
    people = scene.has(doer, words.residents) and not frame.passive
    return "withdrew" if armed else "evacuated" if people else None


def _behind_object(scene: Scene, frame: Frame) -> int:
    """Return what stands behind the first phrase of an object, or behind a passive."""
    return frame.at + 1 if frame.passive else scene.phrase(frame.object)[1]


def _by_what(scene: Scene, frame: Frame) -> str | None:
    near = (frame.subject, frame.object)
    return "struck" if any(scene.has(region, scene.hazards) for region in near) else None


def _either(scene: Scene, frame: Frame, row: str | None) -> Iterator[Act]:
    """Yield what closes or opens, or is closed or opened."""
    if row is None:
        return
    words = scene.language.places
    adjective = scene.form(frame.at) + "ed" in words.acts.either
    if adjective and scene.form(frame.at - 1) in scene.language.be_forms:
        return
    behind = range(frame.at + 1, min(frame.at + 3, len(scene.tokens)))
    if row == "opened" and any(scene.form(k) in words.again for k in behind):
        row = "reopened"
    plain = scene.form(frame.at) not in words.halting or scene.has(frame.subject, words.operations)
    if scene.form(frame.at + 1) in words.bourse:
        return
    found = [o for o in targets(scene, frame) if _works(scene, o, frame)]
    doer = frame.agent if frame.passive else frame.subject
    goes_on = scene.phrase(frame.object)
    own = scene.form(frame.at + 1) in scene.language.possessives
    parts = words.doors if row == "closed" else words.works
    known = own and scene.has(goes_on, parts)
    idle = goes_on[0] >= goes_on[1] or known or scene.has(goes_on, words.operations)
    idle = idle or not scene.is_word(frame.at + 1) or goes_on[0] > frame.at + 1
    if not found and not frame.passive and plain and idle:
        subject = reached(scene, frame.subject)
        found, doer = [o for o in subject if _works(scene, o, frame, frame.subject)], NO_ONE
        if not found and scene.form(frame.at + 1) in words.locative:
            near = adjunct(scene, frame.object)
            built = scene.has(frame.subject, words.works | words.operations)
            found = [o for o in near if built and _works(scene, o, frame, frame.subject)]
    for one in found:
        if allowed(scene, one, row):
            yield from stood(scene, frame, one, row=row, doer=doer)


def _works(scene: Scene, one: Reached, frame: Frame, region: Range | None = None) -> bool:
    """Tell whether a place is a facility, or what is named in it is one."""
    words = scene.language.places
    name = set(one.site.name.casefold().split())
    if one.direct and not one.site.sure:
        return bool((name | set(one.what)) & words.works) or any(map(str.isdigit, one.site.name))
    if one.direct:
        return (
            one.site.feature in {"facility", "other"}
            or not one.site.sure
            or bool(name & words.works)
        )
    if one.site.feature == "facility":
        return True
    main = region or (frame.subject if frame.passive else frame.object)
    nouns = set(one.what) | {scene.form(k) for k in range(*scene.phrase(main))}
    return bool(nouns & words.works)
