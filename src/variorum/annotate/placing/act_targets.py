"""Which places a verb acts on, and whether the ledger has a row for what it does to them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from variorum.annotate.placing.act_frames import Act, Frame
from variorum.annotate.placing.reach import Reached, adjunct, reached
from variorum.annotate.placing.scenes import Range, Scene, is_gerund
from variorum.annotate.placing.standing import DECIDABLE, standing_of

NAMING = DECIDABLE | {"annexed", "blocked", "flooded", "retook", "does-not-hold", "holds"}


def is_state(scene: Scene, region: Range) -> bool:
    """Tell whether a phrase names a country, or begins with an adjective's capital."""
    start, end = scene.phrase(region)
    seats, works = scene.language.places.seats, scene.language.places.works
    places = [site for _, site in scene.sites_in((start, end))]
    names = {site: site.name.casefold() for site in places}
    places = [s for s in places if names[s] in seats or works.isdisjoint(names[s].split())]
    if scene.form(end - 1) in seats:
        return True
    if scene.has((start, end), scene.language.people):
        return False
    return (
        any(s.feature == "country" or s.name.casefold() in seats for s in places)
        or (end > start and scene.tokens[end - 1].form in scene.language.demonyms)
        or bool(places)
    )


def targets(scene: Scene, frame: Frame) -> list[Reached]:
    """Return the places of a verb's object, or of the subject of its passive."""
    main = frame.subject if frame.passive else frame.object
    if not frame.passive and scene.form(main[0]) in scene.language.object_pronouns:
        return _taken_up(scene, frame)
    found = reached(scene, main)
    if not found and frame.passive:
        last = range(frame.at + 1, frame.object[1])
        gerunds = (k for k in last if scene.form(k - 1) == "," and _is_gerund_at(scene, k))
        found = adjunct(scene, (frame.at + 1, next(gerunds, frame.object[1])))
        what = tuple(scene.form(k) for k in range(*scene.phrase(main)))
        return [replace(o, what=what) for o in found] or fronted_places(scene, frame, main)
    bare = scene.phrase(frame.object)
    empty = bare[0] >= bare[1] or bare[0] > frame.at + 1 or bare[0] in scene.timed
    if empty and not is_gerund(scene.form(frame.at), scene.language):
        found = found or reached(scene, frame.head)
    found = found or fronted_places(scene, frame, frame.object)
    if (
        not found
        and is_gerund(scene.form(frame.at), scene.language)
        and scene.form(frame.at - 1) == ","
    ):
        what = tuple(scene.form(k) for k in range(*scene.phrase(frame.object)))
        near = adjunct(scene, (_clause_start(scene, frame.at), frame.at))
        found = [replace(one, what=what) for one in near]
    if not found and scene.has(frame.subject, scene.hazards):
        what = tuple(scene.form(k) for k in range(*scene.phrase(frame.object)))
        found = [replace(one, what=what) for one in adjunct(scene, frame.subject)]
    return found


def _taken_up(scene: Scene, frame: Frame) -> list[Reached]:
    """Return the place for which the object of a verb stands, that of the verb it is joined to.

    (``took Velm in March and lost it in May``)
    """
    start = scene.group_start(frame.at)
    verb = next((k for k in range(start - 1, 0, -1) if scene.is_verb(k)), None)
    one = scene.form(frame.at + 1) in scene.language.places.standins
    if verb is None or not one or not scene.joins(start - 1):
        return []
    found = reached(scene, scene.after(verb))
    return found if len(found) == 1 and found[0].direct and not found[0].part else []


def _is_gerund_at(scene: Scene, at: int) -> bool:
    return is_gerund(scene.form(at), scene.language)


def _clause_start(scene: Scene, at: int) -> int:
    while at > 0 and not scene.parts(at - 1):
        at -= 1
    return at


def fronted_places(scene: Scene, frame: Frame, what: Range) -> list[Reached]:
    """Return the place before a clause in which its object lies."""
    if scene.form(frame.fronted[0]) not in scene.language.places.locative:
        return []
    words = tuple(scene.form(k) for k in range(*scene.phrase(what)))
    found = reached(scene, (frame.fronted[0] + 1, frame.fronted[1]))
    return [replace(one, direct=False, what=words) for one in found]


def fitting(scene: Scene, one: Reached, row: str, frame: Frame) -> str | None:
    """Return the row for what is reached, None where the place only lies by."""
    words = scene.language.places
    what = frozenset(one.what)
    if row == "claims":
        return row if _names_land(scene, one.what) else None
    if row in {"holds", "retook", "withdrew", "does-not-hold", "annexed"} and not one.direct:
        known = what & (words.works | words.parts) or (one.part and not frame.passive)
        if not known:
            return None
    if row == "holds" and (not one.direct or one.part):
        return "holds-in-part"
    if row in {"destroyed", "damaged", "blocked"} and not one.direct:
        main = frame.subject if frame.passive else frame.object
        nouns = what | {scene.form(k) for k in range(*main)}
        return row if nouns & words.works or one.part else None
    if row == "evacuated" and not one.direct:
        main = frame.subject if frame.passive else frame.object
        nouns = what | {scene.form(k) for k in range(*main)}
        return row if nouns & (words.residents | words.works) else None
    if row == "attacks" and not one.direct:
        armed = scene.has(frame.subject, words.armed | words.weapons) and not frame.passive
        main = frame.subject if frame.passive else frame.object
        aimed = scene.has(main, words.works) or (scene.form(frame.at) not in words.quarrels)
        return (
            row if armed or scene.has(main, words.works) or (aimed and not frame.passive) else None
        )
    return row


def _names_land(scene: Scene, what: Sequence[str]) -> bool:
    """Tell whether a phrase ends in a place or a word for one: no property or prize."""
    language, words = scene.language, scene.language.places
    plain = language.function_words | language.adverbs | language.determiners | words.containing
    known = words.wholes | words.points | words.parts | words.features.keys()
    last = next((word for word in reversed(what) if word not in plain), None)
    return last is None or last in known or last in language.place_nouns


def allowed(scene: Scene, one: Reached, row: str) -> bool:
    """Tell whether a row is given for a place: of a country only for the whole and its parts."""
    built = set(one.site.name.casefold().split()) & scene.language.places.works
    numbered = any(map(str.isdigit, one.site.name))
    if row == "blocked" and not (one.site.sure or built or numbered):
        return False
    whole = one.direct or one.part or one.site.feature != "country"
    if row == "blocked" and one.direct and not built and one.site.feature in {"country", "region"}:
        return False
    if row == "flooded" and one.site.feature == "water":
        return False
    return whole and (one.site.sure or row in NAMING)


def stood(scene: Scene, frame: Frame, one: Reached, *, row: str, doer: Range) -> Iterator[Act]:
    """Yield an act where the verb says that it is or was so."""
    kept = standing_of(scene, frame.at, row, subject=frame.subject, obj=frame.object)
    if kept:
        yield Act(one.site, kept, doer, frame.clause, frame.at)
