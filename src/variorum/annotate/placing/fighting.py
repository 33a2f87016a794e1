"""Whether what is told of who has a place, or attacks it, is told of war at all.

A jury frees a person, critics attack one and a party loses a seat by some votes: none of that is
about land, though the verbs are those of war.
"""

from __future__ import annotations

from variorum.annotate.placing.act_frames import NO_ONE, Act
from variorum.annotate.placing.scenes import Range, Scene

# What those in arms do to a place.
OF_WAR = frozenset({"holds", "holds-in-part", "does-not-hold", "withdrew", "retook", "attacks"})


def is_of_peace(scene: Scene, act: Act) -> bool:
    """Tell whether an act is none of war: done to a person, in a debate or by votes.

    Args:
        scene: the sentence.
        act: what a word of it says of a place.
    """
    words, form = scene.language.places, scene.form(act.at)
    personal = not act.site.sure and form in words.personal
    if act.row == "struck":
        return personal and not scene.has((0, len(scene.tokens)), scene.hazards)
    if personal and scene.has(act.holder, words.keepers):
        return True
    if act.row not in OF_WAR or may_fight(scene, act.holder):
        return False
    if personal:
        return True
    if scene.has((0, len(scene.tokens)), words.ballots - words.bodies):
        return True
    region = range(*scene.phrase(act.holder))
    named = any(scene.tokens[k].capital and (k or k in scene.at) for k in region)
    told = act.holder == NO_ONE or named or scene.has(act.holder, scene.language.subject_pronouns)
    return form in words.quarrels and scene.is_verb(act.at) and not told


def may_fight(scene: Scene, region: Range) -> bool:
    """Tell whether a phrase names those in arms, their weapons or a state."""
    start, end = scene.phrase(region)
    words, language = scene.language.places, scene.language
    arms = words.armed | words.weapons
    if scene.has((start, end), arms | language.demonyms):
        return True
    if end > start and scene.tokens[end - 1].capital and f"{scene.form(end - 1)}s" in arms:
        return True
    places = [site for _, site in scene.sites_in((start, end))]
    return any(s.feature == "country" or s.name.casefold() in words.seats for s in places)
