"""What nouns, participles and phrases say of places: ``the annexation of Velm``."""

from __future__ import annotations

from collections.abc import Iterator

from variorum.annotate.act_frames import NO_ONE, Act, frame_of, is_act_verb, subject_of
from variorum.annotate.act_targets import allowed, is_state
from variorum.annotate.reach import Reached, adjunct, reached
from variorum.annotate.scenes import Range, Scene
from variorum.annotate.standing import noun_stands, standing_of


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
            yield from _state(scene, at, ballot=ballot)
            yield from _power(scene, at)
            yield from _grip(scene, at)
            yield from _none_there(scene, at)
            yield from _own(scene, at)


def _nouns(scene: Scene, at: int, *, ballot: bool) -> Iterator[Act]:
    """Yield what a noun says of the place behind its preposition."""
    acts, words = scene.language.places.acts, scene.language.places
    form, then = scene.form(at), scene.form(at + 1)
    row = acts.of.get(form) if then in words.of else None
    row = row or (acts.off.get(form) if then in words.source else None)
    row = row or (acts.on.get(form) if then in words.toward | words.against else None)
    row = row or (acts.at.get(form) if then in words.locative else None)
    moved = list(_moved(scene, at, acts.off[form])) if form in acts.off else []
    if moved and then in words.of:
        yield from moved
        return
    if row is None or (row == "won" and not ballot) or not noun_stands(scene, at):
        return
    region = (at + 2, scene.stretch(at + 1)[1])
    for one in reached(scene, region):
        kept = _noun_row(scene, at, row)
        named = one.site.sure or (one.direct and row == "annexed")
        if named and (one.direct or one.part or one.site.feature != "country"):
            direct = one.direct or row not in {"annexed", "does-not-hold"}
            if direct:
                yield Act(one.site, kept, _noun_holder(scene, at, kept), _around(scene, at), at)


def _noun_holder(scene: Scene, at: int, row: str) -> Range:
    """Return who does what a noun names: its owner, for some the subject of the clause."""
    if row == "holds" and scene.is_word(at - 1) and at - 1 not in scene.inside:
        plain = scene.form(at - 1)
        if plain not in scene.language.determiners and plain not in scene.language.prepositions:
            return (at - 1, at)
    holder = _possessor(scene, at)
    return holder if holder != NO_ONE or row not in _SUBJECTS else _subject(scene, at)


_SUBJECTS = frozenset({"won", "proclaims-annexed", "attacks", "evacuated", "withdrew", "struck"})


def _moved(scene: Scene, at: int, row: str) -> Iterator[Act]:
    """Yield the place that somebody's forces leave (``the withdrawal of its forces from``)."""
    for source in range(at + 2, min(at + 8, len(scene.tokens))):
        if scene.form(source) in scene.language.places.source and noun_stands(scene, at):
            goer = scene.phrase((at + 2, source))
            armed = scene.has(goer, scene.language.places.armed) or is_state(scene, goer)
            kept = "withdrew" if armed else "evacuated" if row != "withdrew" else None
            for one in reached(scene, scene.stretch(source)) if kept else ():
                yield Act(one.site, kept or "", goer, _around(scene, at), at)
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
    by = scene.after(at)
    agent = next((k for k in range(*by) if scene.form(k) in scene.language.places.by), None)
    if agent and scene.form(agent + 1)[:1].isdigit():
        return NO_ONE
    return scene.phrase((agent + 1, by[1])) if agent else NO_ONE


def _subject(scene: Scene, at: int) -> Range:
    return scene.phrase(subject_of(scene, scene.group_start(_verb_before(scene, at)))[0])


def _verb_before(scene: Scene, at: int) -> int:
    while at > 0 and not scene.is_verb(at):
        at -= 1
    return at


def _around(scene: Scene, at: int) -> Range:
    start = at
    while start > 0 and not scene.parts(start - 1):
        start -= 1
    end = at
    while end < len(scene.tokens) and not scene.parts(end):
        end += 1
    return (start, end)


def _marked(scene: Scene, at: int) -> Iterator[Act]:
    """Yield what a participle before a place says of it (``rebel-held Velm``)."""
    words = scene.language.places
    head, _, last = scene.form(at).rpartition("-")
    row = words.acts.marked.get(last)
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
        if allowed(one, row_) and (one.direct or set(one.what) & (words.parts | words.works)):
            yield Act(one.site, row_, holder, (at, at + 1), at)


def _state(scene: Scene, at: int, *, ballot: bool) -> Iterator[Act]:
    """Yield what a phrase behind a form of ``be`` says (``Velm is under water``)."""
    acts = scene.language.places.acts
    for phrase, row in acts.state.items():
        words = phrase.split()
        verb = at - 1
        while verb > 0 and scene.is_helping(verb) and not scene.is_verb(verb):
            verb -= 1
        stands = verb >= 0 and scene.form(verb) in scene.language.places.standing
        if not scene.follows(at, words) or not stands:
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
        for one in found:
            kept = standing_of(scene, at, row, subject=subject, obj=behind)
            if kept and (one.direct or row != "does-not-hold"):
                yield Act(one.site, kept, holder, (subject[0], behind[1]), at)


def _before_comma(scene: Scene, fronted: Range) -> list[Reached]:
    if scene.form(fronted[0]) not in scene.language.places.locative:
        return []
    return reached(scene, (fronted[0] + 1, fronted[1]))


def _power(scene: Scene, at: int) -> Iterator[Act]:
    """Yield who has a place by a phrase with the holder behind or in it."""
    words = scene.language.places
    for phrase, row in words.acts.power.items():
        if not scene.follows(at, phrase.split()):
            continue
        step = at + len(phrase.split())
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
    for phrase, row in scene.language.places.acts.grip.items():
        words = phrase.split()
        if not scene.follows(at, words):
            continue
        verb = _verb_before(scene, at)
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
    declares = sees or (
        form in words.proclaiming
        and (scene.is_verb(at) or scene.form(at - 1) in scene.language.clause_relatives)
    )
    if not declares:
        return
    region = scene.after(at)
    found = [one for one in reached(scene, region) if one.direct]
    last = max((scene.at[one.at][1] for one in found), default=0)
    if found and scene.has((last, min(last + 4, len(scene.tokens))), words.own):
        frame = frame_of(scene, at)
        subject = frame.subject
        if scene.has(scene.phrase(subject), words.deeds):
            subject = _subject(scene, subject[0])
        row = "claims" if sees else "proclaims-annexed"
        if standing_of(scene, at, row, subject=frame.subject, obj=region):
            start = min(subject[0], frame.clause[0])
            for one in found:
                yield Act(one.site, row, subject, (start, region[1]), at)
