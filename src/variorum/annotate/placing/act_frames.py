"""Verbs that act on places, each in its clause: who does it, and to what."""

from __future__ import annotations

from dataclasses import dataclass

from variorum.annotate.placing.scenes import Range, Scene, Site, is_gerund
from variorum.annotate.placing.standing import is_unequalled

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
class Frame:
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


def is_act_verb(scene: Scene, at: int) -> bool:
    """Tell whether a form that may be a noun is a verb by what stands beside it."""
    language = scene.language
    form, before = scene.form(at), scene.form(at - 1)
    if before.endswith(("'s", "s'")):
        return False
    if form in language.prepositions or (at == 0 and form in language.places.strikes):
        return False
    if is_gerund(form, language):
        return (
            scene.form(at + 1) not in language.places.of
            and before not in language.determiners | language.places.of
        )
    past = form.endswith(tuple(language.past_endings)) or form in language.past
    past = past or (form in language.places.unchanged and before not in language.determiners)
    if past or form in language.times.pasts or form in language.common_verbs:
        leading = language.prepositions - language.subordinators - language.times.infinitive
        fixed = (language.determiners - language.lone_determiners) | leading
        gerund = is_gerund(before.rstrip("'"), language) and form in language.places.acts.marked
        return before not in fixed and not gerund
    counted = before in language.numbers or before[:1].isdigit()
    if counted or before in language.phrasal_particles:
        return False
    fixed = language.determiners - language.lone_determiners
    if before in fixed | language.prepositions - language.times.infinitive:
        return False
    if before in language.times.infinitive or scene.is_helping(at - 1):
        return True
    follows = scene.form(at + 1) in language.determiners or at + 1 in scene.at
    follows = follows or (at + 1 < len(scene.tokens) and scene.tokens[at + 1].capital)
    apart = at + 1 == len(scene.tokens) or scene.form(at + 1) in language.prepositions
    ends = not form.endswith("s") or form.endswith("ss")
    many = language.plain_subjects | language.conjunctions | language.lone_determiners
    plural = before.endswith("s") or before in many
    return (
        at > 0 and (follows or apart or not ends) and (plural or not ends or at - 1 in scene.inside)
    )


def frame_of(scene: Scene, at: int) -> Frame:
    """Return a verb with what stands around it in its clause."""
    language = scene.language
    start = scene.group_start(_governor(scene, at))
    group = [scene.form(k) for k in range(scene.group_start(at), at)]
    ing = is_gerund(scene.form(at), scene.language)
    relative = scene.form(start - 1) in language.clause_relatives
    after = scene.stretch(at) if ing or relative else scene.after(at)
    being = any(
        _bare(form) in language.be_forms or form in language.places.getting for form in group
    )
    by = next((k for k in range(*after) if scene.form(k) in language.places.by), None)
    helped = any(form in language.auxiliaries or form in language.modals for form in group)
    reduced = not helped and by is not None and _leads_doer(scene, at, by)
    passive = (being or reduced) and not ing
    subject, fronted = subject_of(scene, start)
    subject, head = _headed(scene, subject)
    if reduced and (named := _described(scene, at)):
        subject = named
    if scene.form(start - 1) in language.times.infinitive and is_unequalled(scene, start - 1):
        subject = scene.before(start - 1)
    if ing and subject[0] >= subject[1] and start < 2 * AHEAD:
        subject = _behind_comma(scene, at)
    agent = NO_ONE if by is None or _counts(scene, by) else scene.phrase((by + 1, after[1]))
    verb = subject[0] - 1
    if passive and not list(scene.sites_in(subject)) and scene.form(verb) in language.be_forms:
        subject = subject_of(scene, scene.group_start(verb))[0]
    return Frame(at, subject, after, agent, passive, fronted, head)


def _leads_doer(scene: Scene, at: int, by: int) -> bool:
    """Tell whether ``by`` behind a bare participle leads to who did it: no object parts them."""
    near = by == at + 1 or (by == at + 2 and at + 1 not in scene.at)
    return near and not _counts(scene, by)


def _counts(scene: Scene, by: int) -> bool:
    """Tell whether ``by`` leads to how much or when (``by nine votes``, ``by 2 May``)."""
    language, first = scene.language, scene.form(by + 1)
    known = language.places.ballots - language.places.bodies
    amount = first[:1].isdigit() or first in language.numbers
    return amount or by + 1 in scene.timed or scene.has((by + 1, by + 2 + AHEAD), known)


def _described(scene: Scene, at: int) -> Range | None:
    """Return the place right before a comma and a participle (``Velm, annexed by``)."""
    ends = {behind: start for start, (_, behind) in scene.at.items()}
    start = ends.get(at - 1) if scene.form(at - 1) == "," else None
    return None if start is None else (start, at - 1)


def _behind_comma(scene: Scene, at: int) -> Range:
    """Return the subject that follows an opening clause without one (``After taking it, we``)."""
    commas = (k for k in range(*scene.stretch(at)) if scene.form(k) == ",")
    first = next(commas, None)
    return (first + 1, scene.stretch(first)[1]) if first else NO_ONE


def _headed(scene: Scene, subject: Range) -> tuple[Range, Range]:
    """Return a subject, and the noun phrase before it that its clause describes.

    (``the land it annexed``, ``the land that Norvia annexed``)
    """
    start, end = subject
    language = scene.language
    pronoun = end - start > 1 and scene.form(end - 1) in language.subject_pronouns
    if pronoun and scene.is_word(end - 2) and scene.form(end - 2) not in language.conjunctions:
        first = [k for k in range(start, end - 1) if scene.form(k) in language.determiners]
        return (end - 1, end), (first[-1] if first else start, end - 1)
    if start < end and scene.form(start - 1) in scene.language.clause_relatives:
        return subject, antecedent(scene, start - 1)
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
    return (antecedent(scene, opener) if scene.parts(opener) else subject), fronted


def doer_of(scene: Scene, region: Range) -> Range:
    """Return the phrase that names who acts, behind a number of them (``dozens of shells``)."""
    start, end = scene.phrase(region)
    words = scene.language.places
    while scene.form(end - 1) in words.numbers_of and scene.form(end) in words.of:
        start, end = scene.phrase((end + 1, region[1]))
    if scene.form(region[1]) in scene.language.clause_relatives:
        return (start, region[1])
    return (start, end)


def _bare(form: str) -> str:
    return form.removesuffix("n't")


def _governor(scene: Scene, at: int) -> int:
    """Return the verb that an infinitive hangs on, the first of a chain."""
    infinitive = scene.language.times.infinitive
    for _ in range(3):
        start = scene.group_start(at)
        apart = scene.form(start - 1) not in infinitive or start < 2
        if apart or is_unequalled(scene, start - 1):
            return at
        at = start - 2
    return at


def _parted(scene: Scene, region: Range, end: int) -> tuple[Range, Range]:
    """Return a subject without what stands before it, and that (``In Velm, ten houses``)."""
    region = _untimed(scene, region)
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


def _untimed(scene: Scene, region: Range) -> Range:
    """Return a subject without a length of time before it (``hours earlier the region``)."""
    language = scene.language
    end = scene.phrase(region)[1]
    if end <= region[0] or not scene.is_length(end - 1):
        return region
    joints = [k for k in range(end, region[1]) if scene.joins(k)]
    if joints and joints[-1] + 1 < region[1]:
        return (joints[-1] + 1, region[1])
    apart = scene.form(end) in language.adverbs or not scene.is_word(end)
    return (end, region[1]) if apart and end < region[1] else region


def antecedent(scene: Scene, at: int) -> Range:
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
