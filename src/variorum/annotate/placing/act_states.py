"""Phrases that say in what state or in whose hands a place is (``Velm is under water``)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from variorum.annotate.placing.act_frames import NO_ONE, Act, frame_of, is_act_verb, subject_of
from variorum.annotate.placing.act_nouns import subject_before, verb_before
from variorum.annotate.placing.fighting import may_fight
from variorum.annotate.placing.reach import Reached, adjunct, reached
from variorum.annotate.placing.scenes import Range, Scene
from variorum.annotate.placing.standing import standing_of
from variorum.languages import Language

# So many words may stand between a vote and what it does (``voted on Friday to declare``).
RESOLVED = 4
_Phrases = Mapping[str, list[tuple[list[str], str]]]


class _Openings(NamedTuple):
    """The words of phrases with the row they make, by the first word."""

    state: _Phrases
    power: _Phrases
    grip: _Phrases


@cache
def _openings(language: Language) -> _Openings:
    acts = language.places.acts
    return _Openings(_by_first(acts.state), _by_first(acts.power), _by_first(acts.grip))


def _by_first(table: Mapping[str, str]) -> _Phrases:
    found: dict[str, list[tuple[list[str], str]]] = {}
    for phrase, row in table.items():
        words = phrase.split()
        found.setdefault(words[0], []).append((words, row))
    return found


def _phrases(scene: Scene, at: int, known: _Phrases) -> Iterator[tuple[list[str], str]]:
    """Yield the phrases that begin at a place, in the order of their table."""
    for words, row in known.get(scene.form(at), ()):
        if scene.follows(at, words):
            yield words, row


def state_acts(scene: Scene, *, ballot: bool) -> Iterator[Act]:
    """Yield what phrases say of places; ``ballot``: the article tells of a vote."""
    for at in range(len(scene.tokens)):
        if scene.is_word(at) and at not in scene.inside:
            yield from _state(scene, at, ballot=ballot)
            for told in (_power, _grip, _none_there, _stronghold, _own):
                yield from told(scene, at)


def _state(scene: Scene, at: int, *, ballot: bool) -> Iterator[Act]:
    """Yield what a phrase behind a form of ``be`` says (``Velm is under water``)."""
    for words, row in _phrases(scene, at, _openings(scene.language).state):
        verb = at - 1
        while verb > 0 and scene.is_helping(verb) and not scene.is_verb(verb):
            verb -= 1
        if verb < 0 or scene.form(verb) not in scene.language.places.standing:
            continue
        frame = frame_of(scene, at)
        subject = (
            frame.subject if frame.subject[1] <= verb else scene.before(scene.group_start(verb))
        )
        behind = (at + len(words), scene.after(verb)[1])
        if row == "leads":
            found = adjunct(scene, (at + 1, behind[1])) if ballot else []
            found = found or (_before_comma(scene, frame.fronted) if ballot else [])
            holder = subject
        else:
            found = reached(scene, subject)
            found = found or _before_comma(scene, frame.fronted)
            holder = scene.phrase(behind) if row == "does-not-hold" else NO_ONE
        if row == "does-not-hold" and _is_rid_of_things(scene, holder):
            continue
        for one in found:
            kept = standing_of(scene, at, row, subject=subject, obj=behind)
            if kept and (one.direct or row != "does-not-hold"):
                yield Act(one.site, kept, holder, (subject[0], behind[1]), at)


def _is_rid_of_things(scene: Scene, holder: Range) -> bool:
    """Tell whether a place is free of something else than people in arms (``free of snow``)."""
    words = scene.language.places
    named = any(scene.tokens[k].capital for k in range(*holder))
    led = scene.form(holder[0] - 1) in words.of | words.source
    return led and not (named or may_fight(scene, holder))


def _before_comma(scene: Scene, fronted: Range) -> list[Reached]:
    if scene.form(fronted[0]) not in scene.language.places.locative:
        return []
    return reached(scene, (fronted[0] + 1, fronted[1]))


def _power(scene: Scene, at: int) -> Iterator[Act]:
    """Yield who has a place by a phrase with the holder behind or in it."""
    words = scene.language.places
    for phrase, row in _phrases(scene, at, _openings(scene.language).power):
        step = at + len(phrase)
        yield from _under(scene, at, row, scene.phrase((step, len(scene.tokens))))
    if scene.form(at) in words.acts.held:
        for end in range(at + 2, min(at + 5, len(scene.tokens))):
            if (
                scene.form(end) in words.acts.held[scene.form(at)].split()
                and scene.form(end + 1) not in words.of
            ):
                yield from _under(scene, at, "holds", (at + 1, end))
                break


def _under(scene: Scene, at: int, row: str, holder: Range) -> Iterator[Act]:
    start = scene.group_start(at)
    while start > 0 and scene.is_verb(start - 1):
        start -= 1
        start = scene.group_start(start)
    region = scene.before(start)
    group = [scene.form(k) for k in range(start, at)]
    for one in reached(scene, region):
        kept = standing_of(scene, at, row, subject=region, obj=(at, at + 1))
        if any(f in scene.language.modals for f in group) or kept is None:
            continue
        kept = "holds-in-part" if kept == "holds" and (one.part or not one.direct) else kept
        yield Act(one.site, kept, holder, (region[0], holder[1]), at)


def _grip(scene: Scene, at: int) -> Iterator[Act]:
    """Yield who has, takes or loses control of a place."""
    for words, row in _phrases(scene, at, _openings(scene.language).grip):
        verb = verb_before(scene, at)
        if scene.has((max(0, at - 2), at), scene.language.places.under):
            continue
        if at - verb > 4 or not scene.is_verb(verb):
            continue
        subject = subject_of(scene, scene.group_start(verb))[0]
        kept = standing_of(scene, verb, row, subject=subject, obj=(verb + 1, at))
        turned = scene.language.places.acts.object.get(scene.form(verb))
        if kept == row and turned in {"does-not-hold", "retook"}:
            kept = turned
        for one in reached(scene, (at + len(words), scene.after(at)[1])) if kept else ():
            part = kept == "holds" and (one.part or not one.direct)
            yield Act(
                one.site, "holds-in-part" if part else kept or "", subject, (subject[0], at), at
            )
        return


def _none_there(scene: Scene, at: int) -> Iterator[Act]:
    """Yield places in which somebody is said not to be (``no soldiers in Velm``)."""
    words = scene.language.places
    if scene.form(at) not in words.armed:
        return
    start = at
    while start > 0 and at - start < 4 and scene.form(start) not in scene.language.negations:
        start -= 1
    step = at + 1
    while scene.form(step) in scene.language.be_forms:
        step += 1
    if scene.form(start) in scene.language.negations and scene.form(step) in words.locative:
        for one in reached(scene, (step + 1, scene.stretch(step)[1])):
            if one.direct:
                yield Act(one.site, "does-not-hold", (start + 1, at + 1), (start, step), at)


def _stronghold(scene: Scene, at: int) -> Iterator[Act]:
    """Yield what is called somebody's stronghold (``Velm, a rebel stronghold``)."""
    words, language = scene.language.places, scene.language
    if scene.form(at) not in words.strongholds or scene.form(at + 1) in words.of:
        return
    start = at - 1
    while start > 0 and scene.is_word(start) and scene.form(start) not in language.determiners:
        start -= 1
    before = start - 1
    if scene.form(before) == "," and start + 1 < at:
        found = [one for one in reached(scene, (0, before)) if scene.at[one.at][1] == before]
    elif scene.form(before) in language.be_forms and start + 1 < at:
        found = reached(scene, scene.before(scene.group_start(before)))
    else:
        return
    for one in found:
        if one.direct:
            yield Act(one.site, "holds", (start + 1, at), (before, at), at)


def _own(scene: Scene, at: int) -> Iterator[Act]:
    """Yield what somebody calls its own, or proclaims a part of itself."""
    language, words = scene.language, scene.language.places
    form = scene.form(at)
    if form in words.ours and scene.form(at - 1) in language.be_forms:
        subject = scene.before(scene.group_start(at - 1))
        for one in reached(scene, subject):
            if one.direct:
                yield Act(one.site, "claims", (at, at + 1), (subject[0], at), at)
    sees = form in words.acts.regard and is_act_verb(scene, at)
    yield from _part_of(scene, at)
    openers = language.clause_relatives | language.times.infinitive
    verbal = scene.is_verb(at) or scene.form(at - 1) in openers
    if not (sees or (form in words.proclaiming and verbal)):
        return
    region = scene.after(at)
    found = [one for one in reached(scene, region) if one.direct]
    last = max((scene.at[one.at][1] for one in found), default=0)
    if found and _names_own(scene, last):
        frame = frame_of(scene, at)
        resolved = _resolved(scene, at)
        subject = frame.subject if resolved is None else subject_of(scene, resolved)[0]
        if scene.has(scene.phrase(subject), words.deeds):
            subject = subject_before(scene, subject[0])
        row = "claims" if sees else "proclaims-annexed"
        verb = at if resolved is None or sees else resolved
        if standing_of(scene, verb, row, subject=subject, obj=region):
            start = min(subject[0], frame.clause[0])
            for one in found:
                yield Act(one.site, row, subject, (start, region[1]), at)


def _names_own(scene: Scene, at: int) -> bool:
    """Tell whether a place is called one's own right behind its name, or a part of some land."""
    language, words = scene.language, scene.language.places
    near = range(at, min(at + 4, len(scene.tokens)))
    parts = (k for k in near if scene.form(k) in words.parted and scene.form(k + 1) in words.of)
    part = next(parts, None)
    if part is None:
        return any(scene.form(k) in words.own for k in near)
    behind = (part + 2, min(part + 6, len(scene.tokens)))
    land = words.own | words.wholes | language.possessives
    return scene.has(behind, land) or any(scene.sites_in(behind))


def _resolved(scene: Scene, at: int) -> int | None:
    """Return the verb by which a body does what an infinitive says (``voted to declare``)."""
    language, words = scene.language, scene.language.places
    if scene.form(at - 1) not in language.times.infinitive:
        return None
    near = range(at - 2, max(-1, at - 2 - RESOLVED), -1)
    verb = next((k for k in near if scene.is_verb(k)), None)
    return verb if verb is not None and scene.form(verb) in words.resolves else None


def _part_of(scene: Scene, at: int) -> Iterator[Act]:
    """Yield what is said to be part of a state: a claim, or where it lies, as who says so."""
    words = scene.language.places
    is_part = scene.form(at) in words.parted and scene.form(at - 1) in scene.language.be_forms
    if not is_part or scene.form(at + 1) not in words.of:
        return
    subject = scene.before(scene.group_start(at - 1))
    for one in reached(scene, subject):
        if one.direct:
            owner = scene.phrase((at + 2, len(scene.tokens)))
            yield Act(one.site, "part-of", owner, (subject[0], at), at)
