"""Whether the words around an act leave it open: it is called unlikely, is feared or depends.

(``it was unlikely that Velm would be evacuated``, ``an attack on Velm was possible``)
"""

from __future__ import annotations

from collections.abc import Iterator

from variorum.annotate.placing.act_frames import Act, frame_of, is_act_verb, subject_of
from variorum.annotate.placing.scenes import Range, Scene, is_gerund
from variorum.annotate.placing.standing import DECIDABLE, REACH

# A clause may hang on one that hangs on another, up to so many.
STEPS = 4


def is_left_open(scene: Scene, act: Act) -> bool:
    """Tell whether a sentence does not say that an act is so, but what somebody thinks of it.

    Args:
        scene: the sentence.
        act: what a word of it says of a place.
    """
    at = act.at
    verbal = scene.is_verb(at) or is_act_verb(scene, at)
    supposed = next(_conditions(scene, (max(0, at - 2 * REACH), at - 1)), None)
    if supposed is not None or _may_be(scene, at) or _is_feared_behind(scene, at):
        return True
    if not verbal and _is_parried(scene, at):
        return True
    if verbal and act.row in DECIDABLE and _depends(scene, at):
        return True
    start, plain = _start(scene, at, verbal=verbal), not verbal
    for _ in range(STEPS if start else 0):
        found = _governor(scene, start)
        if found is None:
            return _is_supposed(scene, start - 1)
        verb, end = found
        if _leaves_open(scene, verb, end, plain=plain):
            return True
        subject = subject_of(scene, scene.group_start(verb))[0]
        if subject[0] >= subject[1]:
            return False
        start, plain = subject[0], False
    return False


def _start(scene: Scene, at: int, *, verbal: bool) -> int:
    """Return where the clause of a verb begins, or the phrase of a noun; 0 of a relative clause."""
    if verbal:
        frame = frame_of(scene, at)
        if scene.form(scene.group_start(at) - 1) in scene.language.clause_relatives:
            return 0
        parts = [one[0] for one in (frame.subject, frame.fronted) if one[0] < one[1]]
        start = min([*parts, scene.group_start(at)])
        return next(_behind_doubt(scene, (start, scene.group_start(at))), start)
    while at > 0 and not scene.parts(at - 1) and not scene.is_verb(at - 1):
        at -= 1
    return at


def _behind_doubt(scene: Scene, region: Range) -> Iterator[int]:
    """Yield where a clause begins behind a word of doubt that no ``that`` parts from it.

    (``officials fear the dam will break``, ``it is unlikely the school will close``)
    """
    language = scene.language
    for at in range(*region):
        opens = scene.form(at + 1) in language.determiners or at + 1 in scene.at
        led = at > 0 and scene.form(at - 1) not in language.determiners
        if scene.form(at) in language.places.unsure and opens and led:
            yield at + 1


def _governor(scene: Scene, start: int) -> Range | None:
    """Return the verb on which a clause hangs, and where what stands between them ends."""
    language = scene.language
    end = start - 1 if scene.form(start - 1) in language.complementisers else start
    if end <= 0 or (end == start and scene.parts(start - 1)):
        return None
    verb = end - 1
    while verb > 0 and not scene.is_verb(verb) and not is_gerund(scene.form(verb), language):
        if scene.parts(verb):
            return None
        verb -= 1
    bare = end == start and verb + 1 < start
    if bare and scene.form(start - 1) not in language.places.unsure:
        return None
    return verb, end


def _leaves_open(scene: Scene, verb: int, end: int, *, plain: bool) -> bool:
    """Tell whether a verb, or what stands behind it, leaves open what hangs on it.

    ``plain``: a noun hangs on it, of which a denial says nothing (``did not see the siege``).
    """
    language, words = scene.language, scene.language.places
    if scene.has((verb, end), words.unsure | words.untrue):
        return True
    if plain:
        return False
    first = scene.group_start(verb)
    if any(language.negates(scene.form(k)) for k in range(first, min(verb + 2, end))):
        return True
    led = scene.form(first - 1) in language.times.infinitive
    if led and scene.form(first - 2) in words.unsure | words.untrue:
        return True
    return scene.form(end - 1) in language.proofs and any(
        language.negates(scene.form(k)) for k in range(verb, end)
    )


def _is_supposed(scene: Scene, opener: int) -> bool:
    """Tell whether a clause is opened by a word of a condition, or hangs on no verb but a doubt."""
    words = scene.language.places
    supposed = scene.form(opener) in words.conditions
    led = scene.form(opener) in scene.language.complementisers
    return opener >= 0 and (supposed or (led and scene.form(opener - 1) in words.unsure))


def _may_be(scene: Scene, at: int) -> bool:
    """Tell whether a word in or before the group of a verb makes it a guess.

    (``has perhaps fallen``, ``perhaps it has fallen``, ``it has, it is feared, fallen``)
    """
    guesses = scene.language.places.guesses
    before = at - 1
    start = scene.group_start(at)
    if scene.form(start - 1) == "," and scene.form(start - 2) in scene.language.places.unsure:
        return True
    if scene.form(scene.before(start)[0]) in guesses:
        return True
    while scene.is_word(before) and (scene.is_helping(before) or scene.form(before) in guesses):
        if scene.form(before) in guesses:
            return True
        before -= 1
    return False


def _conditions(scene: Scene, region: Range) -> Iterator[int]:
    """Yield where a word or two of a condition stand in a region (``in case it falls``)."""
    conditions = scene.language.places.conditions
    for at in range(*region):
        if scene.form(at) in conditions or f"{scene.form(at)} {scene.form(at + 1)}" in conditions:
            yield at


def _is_parried(scene: Scene, at: int) -> bool:
    """Tell whether what a noun names is called no fact behind it (``an attack was averted``)."""
    language, words = scene.language, scene.language.places
    verb = scene.stretch(at)[1]
    if verb >= len(scene.tokens) or not scene.is_verb(verb):
        return False
    end = verb + 1
    to, passed = language.times.infinitive, language.determiners | language.times.infinitive
    while scene.is_helping(end) or scene.form(end) in passed or scene.form(end + 1) in to:
        end += 1
    group = range(verb, end + 1)
    be = any(scene.form(k) in language.be_forms for k in group)
    told = words.unsure | words.parried | words.hearsay | words.untrue
    ruled = f"{scene.form(end)} {scene.form(end + 1)}" in words.parried
    if be and (ruled or scene.has((verb, end + 1), told)):
        return True
    denied = any(language.negates(scene.form(k)) for k in group)
    return denied and scene.form(end) in words.occurring


def _is_feared_behind(scene: Scene, at: int) -> bool:
    """Tell whether a sentence closes with who fears what it says (``…, residents fear``)."""
    last = len(scene.tokens) - 1
    while last > at and not scene.is_word(last):
        last -= 1
    comma = next((k for k in range(last, max(at, last - REACH), -1) if scene.form(k) == ","), None)
    return comma is not None and scene.form(last) in scene.language.places.unsure


def _depends(scene: Scene, at: int) -> bool:
    """Tell whether what is to come depends on something else (``will close if it snows``)."""
    language = scene.language
    group = (scene.group_start(at), at)
    if not scene.has(group, language.modals):
        return False
    asking = language.cues_of("ask")
    conditions = _conditions(scene, (0, len(scene.tokens)))
    if any(scene.form(k - 1) not in asking for k in conditions):
        return True
    inverted = (k for k in range(*scene.after(at)) if scene.form(k) in language.places.inverted)
    return scene.form(scene.after(at)[1]) in language.places.inverted or any(inverted)
