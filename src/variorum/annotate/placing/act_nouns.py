"""What nouns and participles say of places: ``the annexation of Velm``, ``rebel-held Velm``."""

from __future__ import annotations

from collections.abc import Iterator

from variorum.annotate.placing.act_frames import NO_ONE, Act, is_act_verb, subject_of
from variorum.annotate.placing.act_targets import allowed, is_state
from variorum.annotate.placing.reach import reached
from variorum.annotate.placing.scenes import Range, Scene
from variorum.annotate.placing.standing import is_wanted, noun_stands


def noun_acts(scene: Scene, *, ballot: bool) -> Iterator[Act]:
    """Yield what is said of places without a verb of its own.

    Args:
        scene: the sentence.
        ballot: whether the article tells of a vote.
    """
    for at in range(len(scene.tokens)):
        if scene.is_word(at) and at not in scene.inside:
            yield from _nouns(scene, at, ballot=ballot)
            yield from _marked(scene, at)


def _nouns(scene: Scene, at: int, *, ballot: bool) -> Iterator[Act]:
    """Yield what a noun says of the place behind its preposition."""
    acts, words = scene.language.places.acts, scene.language.places
    form, then = scene.form(at), scene.form(at + 1)
    row = acts.of.get(form) if then in words.of else None
    row = row or (acts.off.get(form) if then in words.source else None)
    row = row or (acts.to.get(form) if then in words.claimed else None)
    row = row or (acts.on.get(form) if then in words.upon else None)
    within = row is None and then in words.locative - words.everywhere
    row = row or (acts.at.get(form) if then in words.locative else None)
    moved = list(_moved(scene, at, acts.off[form])) if form in acts.off else []
    if moved and then in words.of:
        yield from moved
        return
    if row is None or (row == "won" and not ballot) or not noun_stands(scene, at):
        return
    region = (at + 2, scene.stretch(at + 1)[1])
    future = scene.form(region[1]) in scene.language.modals
    if future or (row == "attacks" and not _is_armed(scene, at, within=within)):
        return
    led = scene.form(at - 1) in scene.language.prepositions or scene.is_verb(at - 1)
    led = led or f"{scene.form(at - 1)} {form}" in acts.phrasal
    if form in words.fires and led and at > 0:
        return
    for one in reached(scene, region):
        if row == "claims" and (not one.direct or set(one.what) - words.wholes - words.points):
            continue
        kept = _noun_row(scene, at, row)
        named = one.site.sure or (one.direct and row == "annexed")
        if within and one.site.feature == "country" and not one.part:
            continue
        if named and (one.direct or one.part or one.site.feature != "country"):
            direct = one.direct or row not in {"annexed", "does-not-hold"}
            if direct:
                yield Act(one.site, kept, _noun_holder(scene, at, kept), around(scene, at), at)


def _is_armed(scene: Scene, at: int, *, within: bool) -> bool:
    """Tell whether an attack is one of arms: in a place, a word before it must say so."""
    words = scene.language.places
    if scene.form(at - 1) in words.unarmed:
        return False
    arms = words.weapons | words.armed | words.arming
    bare = within and scene.form(at) in words.quarrels
    return not bare or scene.has((max(0, at - 3), at), arms)


def _noun_holder(scene: Scene, at: int, row: str) -> Range:
    """Return who does what a noun names: its owner, for some the subject of the clause."""
    if row == "holds" and scene.is_word(at - 1) and at - 1 not in scene.inside:
        plain = scene.form(at - 1)
        if plain not in scene.language.determiners and plain not in scene.language.prepositions:
            return (at - 1, at)
    holder = _possessor(scene, at)
    own = scene.form(at + 2) in scene.language.possessives
    told = own or row in _SUBJECTS
    if row == "attacks":
        told = scene.form(verb_before(scene, at)) in scene.language.places.launching
    apart = any(scene.parts(k) for k in range(verb_before(scene, at), at))
    return subject_before(scene, at) if holder == NO_ONE and told and not apart else holder


_SUBJECTS = frozenset({"won", "claims", "proclaims-annexed", "evacuated", "withdrew", "struck"})


def _moved(scene: Scene, at: int, row: str) -> Iterator[Act]:
    """Yield the place that somebody's forces leave (``the withdrawal of its forces from``)."""
    for source in range(at + 2, min(at + 8, len(scene.tokens))):
        if scene.form(source) in scene.language.places.source and noun_stands(scene, at):
            announced = scene.has((max(0, at - 3), at), scene.language.places.proclaiming)
            if announced or is_wanted(scene, at):
                return
            goer = scene.phrase((at + 2, source))
            armed = scene.has(goer, scene.language.places.armed) or is_state(scene, goer)
            kept = "withdrew" if armed else "evacuated" if row != "withdrew" else None
            for one in reached(scene, scene.stretch(source)) if kept else ():
                yield Act(one.site, kept or "", goer, around(scene, at), at)
            return


def _noun_row(scene: Scene, at: int, row: str) -> str:
    near = (max(0, at - 6), at)
    words = scene.language.places.proclaiming
    return "proclaims-annexed" if row == "annexed" and scene.has(near, words) else row


def _possessor(scene: Scene, at: int) -> Range:
    """Return who stands before a noun as its owner (``Norvia's annexation``, ``the Norvian``)."""
    start = at
    while start > 0 and scene.is_word(start - 1) and at - start < 5:
        form = scene.form(start - 1)
        if form.endswith(("'s", "s'")) or form in scene.language.possessives:
            begin = start - 1
            while begin > 0 and scene.is_word(begin - 1) and scene.tokens[begin - 1].capital:
                begin -= 1
            return (begin, start)
        if form in scene.language.prepositions or scene.is_verb(start - 1):
            break
        if scene.tokens[start - 1].capital and start - 1 > 0:
            return (start - 1, start)
        start -= 1
    by = scene.stretch(at)
    agent = next((k for k in range(*by) if scene.form(k) in scene.language.places.by), None)
    if agent and scene.form(agent + 1)[:1].isdigit():
        return NO_ONE
    return scene.phrase((agent + 1, by[1])) if agent else NO_ONE


def subject_before(scene: Scene, at: int) -> Range:
    """Return the subject of the verb before a place, or what opens the clause where none is."""
    verb = verb_before(scene, at)
    if not scene.is_verb(verb):
        return scene.phrase((around(scene, at)[0], at - 1))
    return scene.phrase(subject_of(scene, scene.group_start(verb))[0])


def verb_before(scene: Scene, at: int) -> int:
    """Return the last verb up to a place, the first word where there is none."""
    while at > 0 and not scene.is_verb(at):
        at -= 1
    return at


def around(scene: Scene, at: int) -> Range:
    """Return the clause around a word."""
    start = at
    while start > 0 and not scene.parts(start - 1):
        start -= 1
    end = at
    while end < len(scene.tokens) and not scene.parts(end):
        end += 1
    return (start, end)


def _smitten(scene: Scene, head: str, last: str) -> str | None:
    """Return what a participle says that a hazard did to a place (``flood-hit Velm``)."""
    words = scene.language.places
    known = words.acts.object.get(last) in {"hits", "reaches", "damaged", "destroyed"}
    if not (known and head in scene.hazards):
        return None
    return "flooded" if head in words.floods else "struck"


def _marked(scene: Scene, at: int) -> Iterator[Act]:
    """Yield what a participle before a place says of it (``rebel-held Velm``)."""
    words = scene.language.places
    head, _, last = scene.form(at).rpartition("-")
    row = _smitten(scene, head, last) or words.acts.marked.get(last)
    near = at + 1 in scene.at or scene.form(at + 1) in words.points | words.parts | words.wholes
    if row is None or not (head or (near and (at == 0 or not is_act_verb(scene, at)))):
        return
    if not head and scene.is_helping(at - 1):
        return
    holder = (at, at + 1) if head else NO_ONE
    behind = range(at + 1, min(at + 5, len(scene.tokens)))
    end = next((k for k in behind if not scene.is_word(k) or scene.is_verb(k)), at + 5)
    region = (at + 1, min(end + 4, scene.stretch(at)[1]))
    kept = (
        "proclaims-annexed" if row == "annexed" and scene.form(at - 1) in words.proclaiming else row
    )
    for one in reached(scene, region):
        part = not one.direct or one.part
        row_ = "holds-in-part" if kept == "holds" and part else kept
        if allowed(scene, one, row_) and (
            one.direct or set(one.what) & (words.parts | words.works)
        ):
            yield Act(one.site, row_, holder, (at, at + 1), at)
