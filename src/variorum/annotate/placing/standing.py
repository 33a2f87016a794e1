"""Whether an act is said to be so: not what may be, is asked for, intended or denied."""

from __future__ import annotations

from itertools import pairwise

from variorum.annotate.placing.scenes import Range, Scene, is_gerund
from variorum.model.spans import Span
from variorum.model.words import all_words

# What counts also where it is decided, and what may be denied.
DECIDABLE = frozenset({"closed", "opened", "reopened", "evacuated"})
_HELD = frozenset({"holds", "holds-in-part"})
# So many words of labour make a strike in a text one of those who work.
LABOUR = 2
# How far before a noun or a clause a word stands that takes its ground away.
REACH = 4


def standing_of(scene: Scene, at: int, row: str, *, subject: Range, obj: Range) -> str | None:
    """Return the row that a verb makes with its helpers, None where it says nothing is so.

    Args:
        scene: the sentence.
        at: the verb.
        row: what it would make.
        subject: of the verb, which may be ``no soldier``.
        obj: behind the verb, which may begin with ``no``.
    """
    language = scene.language
    start, decided, real = _led(scene, at, row)
    if not real:
        near = (max(0, start - REACH - 2), start)
        signed = row == "annexed" and scene.has(near, language.places.proclaiming)
        return "proclaims-annexed" if signed else None
    if _is_weighed(scene, at, start):
        return None
    group = [scene.form(k) for k in range(start, at)]
    part = row in DECIDABLE and any(_is_section(scene, one) for one in (subject, obj))
    if part or _falls_short(scene, start, at):
        return None
    denied = any(language.negates(form) for form in group) or _empty(scene, subject, obj)
    modal = {form for form in group if form in language.modals}
    if modal and not (row in DECIDABLE and modal <= language.places.deciding) and not decided:
        return None
    near = (max(0, start - 2 * REACH), start)
    if scene.has(near, language.places.conditions) or _averts(scene, start - 1):
        return None
    if scene.form(at) in language.places.sparing or _is_disowned(scene, subject[0] - 1):
        return None
    if not denied:
        return _proclaimed(scene, at, row)
    return refused(scene, row, (subject[0], obj[1]))


def _led(scene: Scene, at: int, row: str) -> tuple[int, bool, bool]:
    """Return where the chain of infinitives before a verb begins, if it is decided, if it is so."""
    language, words = scene.language, scene.language.places
    start, decided = at, False
    for _ in range(4):
        start = scene.group_start(start)
        if scene.form(start - 1) not in language.times.infinitive:
            return start, decided, True
        before = scene.form(start - 2)
        if is_unequalled(scene, start - 1):
            return start, decided, True
        tried = row == "attacks" and before in words.attempts
        if tried or before in words.tries or before in language.cues_of("claim"):
            start -= 2
        elif row in DECIDABLE and (before in words.settled or before in language.be_forms):
            start, decided = start - 2, True
        else:
            return start, decided, False
    return start, decided, True


def is_to_come(scene: Scene, at: int, row: str) -> bool:
    """Tell whether a verb says what is decided and lies ahead (``will close``, ``due to open``).

    An order to leave is given already.
    """
    start, _, _ = _led(scene, at, row)
    words, infinitive = scene.language.places, scene.language.times.infinitive
    if row not in DECIDABLE:
        return False
    if scene.has((start, at), words.deciding):
        return True
    to = next((k for k in range(start, at) if scene.form(k) in infinitive), None)
    before = scene.form(to - 1) if to else ""
    ordered = row == "evacuated" and before in words.orders
    settled = before in words.settled or before in scene.language.be_forms
    return settled and not ordered


def is_walkout(scene: Scene, region: Range) -> bool:
    """Tell whether the only weapon in a region is a strike of those who work there."""
    words = scene.language.places
    forms = [scene.form(at) for at in range(*region)]
    armed = (words.weapons | words.armed) - words.strikes
    if words.strikes.isdisjoint(forms) or not armed.isdisjoint(forms):
        return False
    pairs = {f"{one} {two}" for one, two in pairwise(forms)}
    return not words.labour.isdisjoint(pairs.union(forms)) or _is_of_labour(scene)


def _is_of_labour(scene: Scene) -> bool:
    """Tell whether a whole text tells of labour, and of no arms or wounds."""
    words = scene.language.places
    forms = {word.form for word in all_words(scene.text)}
    arms = (words.weapons - words.strikes) | words.harming
    return len(forms & words.labour) >= LABOUR and forms.isdisjoint(arms)


def is_joined_away(scene: Scene, at: int, time: Span) -> bool:
    """Tell whether a time is that of a verb to which another one is joined.

    (``took Velm in March and lost Lund``: nothing says when Lund was lost)
    """
    region = [k for k in range(at) if scene.tokens[k].span[0] >= time[1]]
    joined = any(scene.form(k) in scene.language.conjunctions for k in region)
    before = [k for k in range(at) if scene.tokens[k].span[1] <= time[0]]
    return joined and any(scene.is_verb(k) for k in before)


def _falls_short(scene: Scene, start: int, at: int) -> bool:
    """Tell whether what a verb says did not quite come about (``all but fell``)."""
    words = scene.language.places
    but = at - 1 if scene.is_word(at - 1) else at
    nearly = scene.has((start, at), words.nearly) and not scene.has((start, at), words.wholly)
    return nearly or f"{scene.form(but - 1)} {scene.form(but)}" in words.nearly


def _is_section(scene: Scene, region: Range) -> bool:
    """Tell whether a phrase names a part of what is built (``a wing of the hospital``)."""
    words, prepositions = scene.language.places, scene.language.prepositions
    at = next((k for k in range(*region) if scene.form(k) in words.sections), None)
    if at is None:
        return False
    end = at + 2 + REACH if scene.form(at + 1) in words.of else at
    start = at
    while start > region[0] and at - start < REACH and scene.form(start - 1) not in prepositions:
        start -= 1
    around = [*range(start, at), *range(at + 1, min(end, region[1]))]
    return any(scene.form(k).removesuffix("'s") in words.works for k in around)


def _is_weighed(scene: Scene, at: int, start: int) -> bool:
    """Tell whether a gerund hangs on a word of doubt (``considers closing``)."""
    doubts = scene.language.places.doubts
    return is_gerund(scene.form(at), scene.language) and scene.form(start - 1) in doubts


def refused(scene: Scene, row: str, region: Range) -> str | None:
    """Return what the denial of a row says: that somebody does not hold a place, or not all."""
    if row not in _HELD:
        return None
    words = scene.language.places
    return "holds-in-part" if scene.has(region, words.wholly) else "does-not-hold"


def noun_stands(scene: Scene, at: int) -> bool:
    """Tell whether no word before a noun makes it a plan, a fear or a demand."""
    doubts = scene.language.places.doubts
    near = range(max(0, at - REACH), at)
    doubted = any(scene.form(k) in doubts or scene.form(k) in scene.language.modals for k in near)
    return not (doubted or _is_purpose(scene, at))


def _is_purpose(scene: Scene, at: int) -> bool:
    """Tell whether a noun is what an infinitive would bring about (``to launch an attack``)."""
    language = scene.language
    ends = language.prepositions | language.times.articles - language.places.indefinite
    verb = at - 1
    while at - verb <= REACH and scene.is_word(verb) and scene.form(verb) not in ends:
        if scene.form(verb - 1) in language.times.infinitive:
            return not _is_fact(scene, verb - 1)
        verb -= 1
    return False


def _is_fact(scene: Scene, to: int) -> bool:
    """Tell whether an infinitive says what was done (``managed to``, ``the worst storm to``)."""
    language, words = scene.language, scene.language.places
    near = (max(0, to - REACH), to)
    if scene.has(near, words.tries | words.attempts) or scene.form(to - 1) in language.cues_of(
        "claim"
    ):
        return True
    return is_unequalled(scene, to)


def is_unequalled(scene: Scene, to: int) -> bool:
    """Tell whether an infinitive is about the first or worst of a kind: ``the worst storm to``."""
    language, words = scene.language, scene.language.places
    near = range(max(0, to - REACH - 2), to)
    ranks = [k for k in near if scene.form(k) in words.ranks]
    if not ranks or any(scene.is_verb(k) for k in range(ranks[-1], to)):
        return False
    before = range(max(0, ranks[-1] - REACH), ranks[-1])
    hedged = words.doubts | language.modals
    natural = scene.has((ranks[-1], to), scene.hazards)
    return natural and not any(scene.form(k) in hedged for k in before)


def is_wanted(scene: Scene, at: int) -> bool:
    """Tell whether a noun stands in what is asked of somebody (``urged it to act through``)."""
    start = at
    while start > 0 and not scene.parts(start - 1):
        start -= 1
    asked = next((k for k in range(start, at) if scene.form(k) in scene.language.places.doubts), at)
    return scene.has((asked, at), scene.language.times.infinitive)


def _is_disowned(scene: Scene, opener: int) -> bool:
    """Tell whether what opens a clause makes it no fact, but a condition or a mere saying.

    (``had the army held it``, ``it is not true that``, ``the claim that``)
    """
    language, words = scene.language, scene.language.places
    opens = opener <= 0 or scene.joins(opener - 1) or scene.parts(opener - 1)
    if scene.form(opener) in words.inverted and opener >= 0 and opens:
        return True
    if scene.form(opener) not in language.clause_relatives | language.subordinators:
        return False
    before = scene.form(opener - 1)
    if before in words.truths:
        return any(language.negates(scene.form(k)) for k in range(opener - 4, opener - 1))
    return before in words.untrue | words.hearsay


def _empty(scene: Scene, subject: Range, obj: Range) -> bool:
    """Tell whether subject or object is one of none (``no soldier``, ``neither side``)."""
    start, end = subject
    language, words = scene.language, scene.language.places
    first = scene.form(start) in language.negations
    both = scene.form(start - 1) in words.nor or scene.has((start, end), words.nor)
    return first or both or scene.form(obj[0]) in language.negations


def _averts(scene: Scene, at: int) -> bool:
    """Tell whether a word before a gerund takes its ground away (``from closing``)."""
    if not is_gerund(scene.form(at + 1), scene.language):
        return False
    while at > 0 and (scene.joins(at) or is_gerund(scene.form(at), scene.language)):
        at -= 1
    language, words = scene.language, scene.language.places
    lead = scene.form(at) in language.prepositions and scene.form(at) not in words.gerund_leads
    return lead and scene.form(at - 1) not in words.tries


def _proclaimed(scene: Scene, at: int, row: str) -> str:
    """Return an annexation as one of words only where somebody proclaims it."""
    if row != "annexed":
        return row
    words = scene.language.places.proclaiming
    return "proclaims-annexed" if scene.has((max(0, at - 12), at), words) else row
