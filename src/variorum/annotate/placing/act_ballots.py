"""What the verbs of a count say of places: who leads there, and who has won (``carried Velm``)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from variorum.annotate.placing.act_frames import Act, Frame
from variorum.annotate.placing.act_targets import fronted_places, stood
from variorum.annotate.placing.reach import Reached, adjunct, reached
from variorum.annotate.placing.scenes import Scene
from variorum.languages import Language


@cache
def particles(language: Language) -> frozenset[str]:
    """Return the particles that make another verb of one, and are no prepositions."""
    return language.phrasal_particles - language.prepositions


def won(scene: Scene, frame: Frame, row: str | None) -> Iterator[Act]:
    """Yield where a verb says that somebody leads or has won; ``row``: what it makes, if any."""
    if row is None:
        return
    words = scene.language.places
    doer = frame.agent if frame.passive else frame.subject
    main = frame.subject if frame.passive else frame.object
    particle = scene.form(frame.at + 1) in particles(scene.language)
    if particle or scene.has(scene.phrase(doer), words.armed):
        return
    nations = (site.feature == "country" for _, site in scene.sites_in(scene.phrase(doer)))
    if scene.form(frame.at) in words.seizing and any(nations):
        return
    if row == "elected":
        doer = frame.subject if frame.passive else scene.phrase(frame.object)
        main = frame.object if frame.passive else frame.subject
    named = [o for o in reached(scene, main) if o.site.sure or _is_carried(scene, frame, o)]
    found = named or adjunct(scene, main)
    if not frame.passive and row != "elected" and not _is_contest(scene, frame):
        found = [one for one in found if one.direct or one.part]
        found = [] if scene.form(frame.at) in words.heading else found
    people = scene.language.role_nouns | set(scene.language.people)
    if row != "elected":
        found = [one for one in found if not people & set(one.what)]
    for one in found or fronted_places(scene, frame, frame.object):
        yield from stood(scene, frame, one, row="won" if row == "elected" else row, doer=doer)


def _is_carried(scene: Scene, frame: Frame, one: Reached) -> bool:
    """Tell whether a bare name is what a candidate carries (``Rohl carried Velm by 90 votes``).

    Not who is carried somewhere (``The wave swept Ode into office``).
    """
    words, language = scene.language.places, scene.language
    start, end = scene.phrase(frame.subject)
    named = start < end and scene.tokens[end - 1].capital
    if frame.passive or not named or scene.form(frame.at) not in words.carrying:
        return False
    behind = scene.at[one.at][1]
    ends = scene.form(behind) not in language.prepositions - words.by - words.using
    return one.direct and not one.what and (ends or behind + 1 in scene.timed)


def _is_contest(scene: Scene, frame: Frame) -> bool:
    """Tell whether what is won or led is a vote, a rival, or nothing that is named."""
    start, end = scene.phrase(frame.object)
    if scene.form(frame.at + 1) in scene.language.places.locative or start >= end:
        return True
    if scene.form(frame.at) in scene.language.places.seizing:
        return False
    known = scene.has((start, end), scene.language.places.ballots)
    return known or scene.tokens[start].capital
