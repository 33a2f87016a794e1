"""What the verbs of a sentence say of places: each gives a place a stance or a predicate.

A verb's frame tells where its place stands: its object, the subject of its passive, behind
``from``, or as the subject itself. What may be, is asked for, feared, denied or intended gives
nothing, but for a denial that somebody holds a place, and for what is decided to close or open.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from variorum.annotate.reach import Reached, adjunct, reached
from variorum.annotate.scenes import Range, Scene, Site
from variorum.annotate.standing import DECIDABLE, standing_of

NO_ONE: Range = (0, 0)
# How far around a verb words are looked for that belong to it.
AHEAD = 3


@dataclass(frozen=True, slots=True)
class Act:
    """What is said of a site: ``row`` is the stance or predicate, ``holder`` who, as a phrase.

    ``clause``: the words around, in which its times stand.
    """

    site: Site
    row: str
    holder: Range
    clause: Range
    at: int


@dataclass(frozen=True, slots=True)
class _Frame:
    """A verb in its clause: who does it, and to what, told apart by its voice."""

    at: int
    subject: Range
    object: Range
    agent: Range
    passive: bool
    fronted: Range
    head: Range = NO_ONE

    @property
    def clause(self) -> Range:
        """Return the whole of the clause."""
        return (min(self.fronted[0], self.subject[0]), self.object[1])


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
        if known and _is_verb(scene, at):
            frame = _frame(scene, at)
            made = list(_verb(scene, frame, ballot=ballot))
            yield from made
            if made and (kept := _held_before(scene, frame, made[0].row)):
                told.add(kept)
                for one in adjunct(scene, scene.stretch(kept)):
                    yield replace(made[0], site=one.site)


def _held_before(scene: Scene, frame: _Frame, row: str) -> int | None:
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


def _is_verb(scene: Scene, at: int) -> bool:
    """Tell whether a form that may be a noun is a verb by what stands beside it."""
    language = scene.language
    form, before = scene.form(at), scene.form(at - 1)
    if before.endswith(("'s", "s'")):
        return False
    if form.endswith("ing"):
        return before not in language.determiners | language.places.of
    past = form.endswith(tuple(language.past_endings)) or form in language.past
    past = past or (form in language.places.unchanged and before not in language.determiners)
    if past or form in language.times.pasts or form in language.common_verbs:
        leading = language.prepositions - language.subordinators - language.times.infinitive
        fixed = (language.determiners - language.lone_determiners) | leading
        gerund = before.rstrip("'").endswith("ing") and not scene.is_verb(at - 1)
        return before not in fixed and not gerund
    if before in language.numbers or before[:1].isdigit():
        return False
    if before in language.determiners | language.prepositions - language.times.infinitive:
        return False
    if before in language.times.infinitive or scene.is_helping(at - 1):
        return True
    follows = scene.form(at + 1) in language.determiners or at + 1 in scene.at
    follows = follows or (at + 1 < len(scene.tokens) and scene.tokens[at + 1].capital)
    apart = at + 1 == len(scene.tokens) or scene.form(at + 1) in language.prepositions
    ends = not form.endswith("s") or form.endswith("ss")
    plural = before.endswith("s") or before in language.plain_subjects | language.conjunctions
    return at > 0 and (follows or apart or not ends) and (plural or not ends or at - 1 in scene.inside)


def _frame(scene: Scene, at: int) -> _Frame:
    language = scene.language
    start = scene.group_start(_governor(scene, at))
    group = [scene.form(k) for k in range(scene.group_start(at), at)]
    ing = scene.form(at).endswith("ing")
    after = scene.stretch(at) if ing else scene.after(at)
    being = any(_bare(form) in language.be_forms or form in _GETS for form in group)
    by = next((k for k in range(*after) if scene.form(k) in language.places.by), None)
    helped = any(form in language.auxiliaries or form in language.modals for form in group)
    reduced = not helped and by is not None and by <= at + 2
    passive = (being or reduced) and not ing
    subject, fronted = subject_of(scene, start)
    subject, head = _headed(scene, subject)
    agent = NO_ONE if by is None else scene.phrase((by + 1, after[1]))
    if scene.form(agent[0])[:1].isdigit() or (by is not None and by + 1 in scene.timed):
        agent = NO_ONE
    verb = subject[0] - 1
    if passive and not list(scene.sites_in(subject)) and scene.form(verb) in language.be_forms:
        subject = subject_of(scene, scene.group_start(verb))[0]
    return _Frame(at, subject, after, agent, passive, fronted, head)


def _headed(scene: Scene, subject: Range) -> tuple[Range, Range]:
    """Return a subject, and the noun phrase before it that its clause describes.

    (``the land it annexed``, ``the land that Norvia annexed``)
    """
    start, end = subject
    if end - start > 1 and scene.form(end - 1) in scene.language.subject_pronouns:
        if scene.is_word(end - 2) and scene.form(end - 2) not in scene.language.conjunctions:
            first = [k for k in range(start, end - 1) if scene.form(k) in scene.language.determiners]
            return (end - 1, end), (first[-1] if first else start, end - 1)
    if start < end and scene.form(start - 1) in scene.language.clause_relatives:
        return subject, _antecedent(scene, start - 1)
    return subject, NO_ONE


def subject_of(scene: Scene, start: int) -> tuple[Range, Range]:
    """Return the subject of the verb whose group begins at a place, and what stands before it."""
    subject, fronted = _parted(scene, scene.before(start), start)
    if subject[0] < subject[1]:
        return subject, fronted
    opener = subject[0] - 1
    if scene.form(opener) in scene.language.cues:
        near = range(opener, max(0, opener - 2 * AHEAD), -1)
        opener = next((k for k in near if scene.form(k) in scene.language.clause_relatives), opener)
    return (_antecedent(scene, opener) if scene.parts(opener) else subject), fronted


_GETS = frozenset({"get", "gets", "got"})


def _bare(form: str) -> str:
    return form.removesuffix("n't")


def _governor(scene: Scene, at: int) -> int:
    """Return the verb that an infinitive hangs on, the first of a chain."""
    infinitive = scene.language.times.infinitive
    for _ in range(3):
        start = scene.group_start(at)
        if scene.form(start - 1) not in infinitive or start < 2:
            return at
        at = start - 2
    return at


def _parted(scene: Scene, region: Range, end: int) -> tuple[Range, Range]:
    """Return a subject without what stands before it, and that (``In Velm, ten houses``)."""
    start = region[0]
    opens = scene.form(start) in scene.language.prepositions
    commas = [k for k in range(*region) if scene.form(k) == ","]
    listed = commas and scene.has((commas[-1], end), scene.language.conjunctions)
    if commas and commas[-1] + 1 < end and (opens or not listed):
        return (commas[-1] + 1, region[1]), (start, commas[-1])
    if opens and start == 0 and (places := list(scene.sites_in(region))):
        behind = scene.at[places[0][0]][1]
        owns = scene.form(behind - 1).endswith(("'s", "s'"))
        if behind < end and places[0][0] <= start + 2 and not owns and start not in scene.timed:
            return (behind, end), (start, behind)
    return region, (start, start)


def _antecedent(scene: Scene, at: int) -> Range:
    """Return what a relative pronoun stands for."""
    if at <= 0 or scene.form(at) not in scene.language.clause_relatives:
        return NO_ONE
    end = at - (scene.form(at - 1) == ",")
    start = end
    while start > 0 and not scene.parts(start - 1) and not scene.is_verb(start - 1):
        if scene.form(start - 1) == "," and list(scene.sites_in((start, end))):
            break
        if scene.form(start - 1) in scene.language.times.infinitive:
            break
        start -= 1
    return (start, end)


def _verb(scene: Scene, frame: _Frame, *, ballot: bool) -> Iterator[Act]:
    """Yield the acts of one verb by the first of its frames that fits."""
    acts, form = scene.language.places.acts, scene.form(frame.at)
    phrasal = acts.phrasal.get(f"{form} {scene.form(frame.at + 1)}")
    if phrasal:
        moved = replace(frame, object=(frame.object[0] + 1, max(frame.object)))
        either = phrasal in DECIDABLE
        yield from (
            _either(scene, moved, phrasal)
            if either
            else _object(scene, moved, phrasal, phrasal=True)
        )
        return
    for found in (
        _ballot(scene, frame, acts.ballot.get(form)) if ballot else (),
        _lost(scene, frame, acts.loss.get(form)),
        _left(scene, frame, acts.leaving.get(form)),
        _object(scene, frame, acts.object.get(form)),
        _either(scene, frame, acts.either.get(form)),
        _aimed(scene, frame, acts.aimed.get(form)),
        _undergone(scene, frame, acts.subject.get(form)),
    ):
        made = list(found)
        if made:
            yield from made
            return


def _object(
    scene: Scene, frame: _Frame, row: str | None, *, phrasal: bool = False
) -> Iterator[Act]:
    if row is None:
        return
    doer = frame.agent if frame.passive else frame.subject
    if not phrasal and scene.form(frame.at + 1) in scene.language.phrasal_particles:
        return
    row = _by_doer(scene, frame, doer, row)
    found = _targets(scene, frame) if row else []
    if not found and phrasal and not frame.passive:
        yield from _undergone(scene, frame, row)
    for one in found:
        fitting = _fitting(scene, one, row or "", frame)
        if fitting and _allowed(one, fitting):
            yield from _stood(scene, frame, one, fitting, doer)


def _by_doer(scene: Scene, frame: _Frame, doer: Range, row: str) -> str | None:
    """Return what a verb means of the one who does it, None where it means nothing here."""
    words = scene.language.places
    natural = scene.has(doer, words.hazards)
    armed = scene.has(doer, words.armed | words.weapons) or _is_state(scene, doer)
    if row == "hits":
        if scene.has(scene.phrase(doer), words.floods):
            return "flooded"
        return "struck" if natural else "attacks" if armed else _by_what(scene, frame)
    if row == "reduces":
        near = (frame.at, scene.stretch(frame.at)[1])
        return "destroyed" if scene.has(near, words.rubble) else None
    if row == "takes":
        return "holds" if armed or scene.form(doer[0]) in scene.language.pronouns else None
    if row == "withdraws":
        people = scene.has(doer, words.residents)
        return "withdrew" if armed else "evacuated" if people and not frame.passive else None
    if row == "attacks" and frame.passive is False and not armed:
        named = scene.form(doer[0]) in scene.language.pronouns or not scene.words(doer)
        return row if named or scene.form(frame.at) not in {"target", "targeted"} else None
    return row


def _by_what(scene: Scene, frame: _Frame) -> str | None:
    near = (frame.subject[0], frame.object[1])
    return "struck" if scene.has(near, scene.language.places.hazards) else None


def _is_state(scene: Scene, region: Range) -> bool:
    """Tell whether a phrase names a country, or begins with an adjective's capital."""
    start, end = scene.phrase(region)
    places = [site for _, site in scene.sites_in((start, end))]
    seats = scene.language.places.seats
    if scene.form(end - 1) in seats:
        return True
    return any(s.feature == "country" or s.name.casefold() in seats for s in places) or (
        end > start and scene.tokens[end - 1].form in scene.language.demonyms
    ) or (bool(places) and not scene.has((start, end), scene.language.people))


def _targets(scene: Scene, frame: _Frame) -> list[Reached]:
    """Return the places of a verb's object, or of the subject of its passive."""
    main = frame.subject if frame.passive else frame.object
    found = reached(scene, main)
    if not found and frame.passive:
        found = adjunct(scene, (frame.at + 1, frame.object[1]))
        what = tuple(scene.form(k) for k in range(*scene.phrase(main)))
        return [replace(o, what=what) for o in found] or _fronted(scene, frame, main)
    found = found or reached(scene, frame.head)
    found = found or _fronted(scene, frame, frame.object)
    if not found and scene.form(frame.at).endswith("ing") and scene.form(frame.at - 1) == ",":
        what = tuple(scene.form(k) for k in range(*scene.phrase(frame.object)))
        near = adjunct(scene, (_clause_start(scene, frame.at), frame.at))
        found = [replace(one, what=what) for one in near]
    if not found and scene.has(frame.subject, scene.language.places.hazards):
        what = tuple(scene.form(k) for k in range(*scene.phrase(frame.object)))
        found = [replace(one, what=what) for one in adjunct(scene, frame.subject)]
    return found


def _clause_start(scene: Scene, at: int) -> int:
    while at > 0 and not scene.parts(at - 1):
        at -= 1
    return at


def _fronted(scene: Scene, frame: _Frame, what: Range) -> list[Reached]:
    """Return the place before a clause in which its object lies."""
    if scene.form(frame.fronted[0]) not in scene.language.places.locative:
        return []
    words = tuple(scene.form(k) for k in range(*scene.phrase(what)))
    found = reached(scene, (frame.fronted[0] + 1, frame.fronted[1]))
    return [replace(one, direct=False, what=words) for one in found]


def _fitting(scene: Scene, one: Reached, row: str, frame: _Frame) -> str | None:
    """Return the row for what is reached, None where the place only lies by."""
    words = scene.language.places
    what = frozenset(one.what)
    if row == "claims":
        return row if one.direct or what & words.wholes or one.part else None
    if row in {"holds", "retook", "withdrew", "does-not-hold", "annexed"} and not one.direct:
        known = what & (words.works | words.parts) or (one.part and not frame.passive)
        if not known:
            return None
    if row == "holds" and (not one.direct or one.part):
        return "holds-in-part"
    if row in {"destroyed", "damaged", "blocked"} and not one.direct:
        main = scene.phrase(frame.subject if frame.passive else frame.object)
        nouns = what | {scene.form(k) for k in range(*main)}
        return row if nouns & words.works or one.part else None
    if row == "attacks" and frame.passive and not one.direct:
        return row if scene.has(scene.phrase(frame.subject), words.works) else None
    return row


def _allowed(one: Reached, row: str) -> bool:
    """Tell whether a row is given for a place: of a country only for the whole and its parts."""
    whole = one.direct or one.part or one.site.feature != "country"
    named = one.direct or one.site.name.casefold() not in one.what
    return whole and (one.site.sure or (named and row in _NAMING))


_NAMING = DECIDABLE | {"annexed", "blocked", "flooded", "retook", "does-not-hold", "holds"}


def _lost(scene: Scene, frame: _Frame, row: str | None) -> Iterator[Act]:
    """Yield places from which somebody is driven: who that is lost them."""
    source = _source(scene, frame.object)
    if row is None or source is None:
        return
    armed = scene.language.places.armed
    loser = frame.subject if frame.passive else scene.phrase((frame.at + 1, source))
    if scene.has(loser, armed) or _is_state(scene, loser):
        for one in reached(scene, (source + 1, frame.object[1])):
            yield from _stood(scene, frame, one, row, loser)


def _source(scene: Scene, region: Range) -> int | None:
    """Return where ``from`` or ``out of`` stands in a region."""
    words = scene.language.places
    for at in range(*region):
        if scene.form(at) in words.source or (scene.form(at) == "of" and scene.form(at - 1) in words.out):
            return at
    return None


def _undergone(scene: Scene, frame: _Frame, row: str | None) -> Iterator[Act]:
    """Yield what a place, or what stands in it, goes through by itself (``Velm fell``)."""
    if row is None or frame.passive:
        return
    words = scene.language.places
    to = frame.at + 1 if scene.form(frame.at + 1) in scene.language.times.infinitive else None
    if row == "does-not-hold" and frame.object[0] < frame.object[1] and to is None:
        if not scene.timed & {frame.at + 1, frame.at + 2}:
            return
    found = reached(scene, frame.subject)
    if not found and scene.form(frame.at + 1) in words.locative:
        what = tuple(scene.form(k) for k in range(*scene.phrase(frame.subject)))
        found = [replace(one, what=what) for one in adjunct(scene, frame.object)]
    owner = scene.phrase((to + 1, frame.object[1])) if to and row == "claims" else NO_ONE
    for one in found:
        built = set(one.what) & words.works
        if _allowed(one, row) and (one.direct or (built and row == "destroyed")):
            yield from _stood(scene, frame, one, row, owner)


def _left(scene: Scene, frame: _Frame, row: str | None) -> Iterator[Act]:
    """Yield places that armed people or others went from."""
    source = _source(scene, frame.object)
    inside = _source(scene, frame.subject) if frame.passive else None
    words = scene.language.places
    to = scene.group_start(frame.at) - 1
    if row and scene.form(to) in scene.language.times.infinitive and scene.form(to - 1) in words.orders:
        yield from _ordered(scene, frame)
        return
    if row is None or (source is None and inside is None):
        return
    last = frame.object[1]
    if source is None and inside is not None:
        source, last = inside, frame.subject[1]
    source = source or 0
    moved = scene.phrase((frame.at + 1, source))
    while moved[0] < moved[1] and scene.form(moved[0]) in words.out:
        moved = (moved[0] + 1, moved[1])
    goer = moved if moved[0] < moved[1] and not frame.passive else frame.subject
    armed = scene.has(goer, words.armed) or (_is_state(scene, goer) and row != "evacuated")
    people = scene.form(frame.at) in words.acts.leaving and row == "evacuated"
    we = scene.form(goer[0]) in scene.language.pronouns | dict.fromkeys(("we", "they"), "")
    kind = "withdrew" if armed or (row == "withdrew" and we) else "evacuated" if people else None
    evacuates = frame.passive or scene.form(frame.at) in words.acts.object or not moved[0] < moved[1]
    if kind == "evacuated" and not evacuates:
        return
    holder = frame.subject if kind == "withdrew" else frame.agent
    for one in reached(scene, (source + 1, last)) if kind else ():
        if _allowed(one, kind or ""):
            yield from _stood(scene, frame, one, kind or "", holder)


def _ordered(scene: Scene, frame: _Frame) -> Iterator[Act]:
    """Yield the places whose people are ordered to leave."""
    for one in reached(scene, frame.subject):
        if scene.has(scene.phrase(frame.subject), scene.language.places.residents):
            yield Act(one.site, "evacuated", NO_ONE, frame.clause, frame.at)


def _either(scene: Scene, frame: _Frame, row: str | None) -> Iterator[Act]:
    """Yield what closes or opens, or is closed or opened."""
    if row is None:
        return
    words = scene.language.places
    if scene.form(frame.at) + "ed" in words.acts.either and scene.is_verb(frame.at - 1):
        if scene.form(frame.at - 1) in scene.language.be_forms:
            return
    behind = range(frame.at + 1, min(frame.at + 3, len(scene.tokens)))
    if row == "opened" and any(scene.form(k) in words.again for k in behind):
        row = "reopened"
    plain = scene.form(frame.at) not in _ENDS
    found = [o for o in _targets(scene, frame) if _works(scene, o, frame)]
    doer = frame.agent if frame.passive else frame.subject
    if not found and not frame.passive and plain:
        subject = reached(scene, frame.subject)
        found, doer = [o for o in subject if _works(scene, o, frame, frame.subject)], NO_ONE
        if not found and scene.form(frame.at + 1) in words.locative:
            near = adjunct(scene, frame.object)
            found = [o for o in near if _works(scene, o, frame, frame.subject)]
    for one in found:
        if _allowed(one, row):
            yield from _stood(scene, frame, one, row, doer)


_ENDS = frozenset({"end", "ends", "ended", "ending", "stop", "stops", "stopped", "stopping"})


def _works(scene: Scene, one: Reached, frame: _Frame, region: Range | None = None) -> bool:
    """Tell whether a place is a facility, or what is named in it is one."""
    words = scene.language.places
    name = set(one.site.name.casefold().split())
    if one.direct:
        return one.site.feature in {"facility", "other"} or not one.site.sure or bool(name & words.works)
    if one.site.feature == "facility":
        return True
    main = region or (frame.subject if frame.passive else frame.object)
    nouns = set(one.what) | {scene.form(k) for k in range(*scene.phrase(main))}
    return bool(nouns & words.works)


def _aimed(scene: Scene, frame: _Frame, row: str | None) -> Iterator[Act]:
    """Yield places on which something is fired, lands or rages."""
    if row is None:
        return
    words = scene.language.places
    doer = scene.phrase(frame.subject)
    armed = scene.has(doer, words.armed | words.weapons) or _is_state(scene, doer)
    if row == "fires":
        row = "attacks" if armed else ""
    elif row == "hits":
        natural = "flooded" if scene.has(doer, words.floods) else "struck"
        natural = natural if scene.has(doer, words.hazards) else ""
        row = natural or ("attacks" if scene.has(doer, words.weapons) else "")
    if not row or (row == "holds" and not scene.has(doer, words.armed)):
        return
    if frame.passive:
        doer = frame.agent
    to = words.locative | words.toward
    lead = next((k for k in range(*frame.object) if scene.form(k) in to), None)
    if lead and list(scene.sites_in((frame.object[0], lead))):
        return
    for one in reached(scene, (lead + 1, frame.object[1])) if lead else ():
        if _allowed(one, row) or (one.direct and row == "attacks"):
            kept = "holds-in-part" if row == "holds" and not one.direct else row
            yield from _stood(scene, frame, one, kept, doer)


def _ballot(scene: Scene, frame: _Frame, row: str | None) -> Iterator[Act]:
    if row is None:
        return
    doer = frame.agent if frame.passive else frame.subject
    main = frame.subject if frame.passive else frame.object
    if row == "elected":
        doer = frame.subject if frame.passive else scene.phrase(frame.object)
        main = frame.object if frame.passive else frame.subject
    found = [one for one in reached(scene, main) if one.site.sure] or adjunct(scene, main)
    for one in found or _fronted(scene, frame, frame.object):
        yield from _stood(scene, frame, one, "won" if row == "elected" else row, doer)


def _stood(scene: Scene, frame: _Frame, one: Reached, row: str, doer: Range) -> Iterator[Act]:
    """Yield an act where the verb says that it is or was so."""
    kept = standing_of(scene, frame.at, row, subject=frame.subject, obj=frame.object)
    if kept:
        yield Act(one.site, kept, doer, frame.clause, frame.at)
