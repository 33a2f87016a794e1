"""Whether a word and a place stand apart, by the parse: what the word says is not of the place.

They do where one of them is in a clause of its own (``Velm fell, and Lund reopened``), and where
the place is only where somebody goes to, or comes from (``retook Velm from the Lund Front``).
"""

from __future__ import annotations

from variorum.annotate.placing.act_frames import NO_ONE
from variorum.annotate.placing.doers import SUBJECTS, Words
from variorum.annotate.placing.scenes import Range, Scene
from variorum.model.spans import Span
from variorum.model.vocabulary import STANCES

_OBJECTS = frozenset({"obj", "iobj"})
_CLAUSES = frozenset({"conj", "advcl", "ccomp", "parataxis"})
_LEFT = frozenset({"withdrew", "evacuated"})
_TAKEN = (frozenset(STANCES) | {"won"}) - {"withdrew", "does-not-hold"}
# A name stands at most so many words behind the word that leads it in (``to the port of``).
LED = 4


def stands_apart(words: Words, *, said: Span, site: Span, row: str) -> bool:
    """Tell whether a word says nothing of a place for where the two stand.

    Args:
        words: of the sentence.
        said: the word.
        site: the place.
        row: what the word would say of it.
    """
    word, place = words.of(said), _head(words, site)
    if word is None or place is None:
        return False
    up, down = _chain(words, word), _chain(words, place)
    joint = next((one for one in up if one in set(down)), None)
    if joint is None:
        return False
    above, below = up[: up.index(joint)], down[: down.index(joint)]
    shared = bool(below) and words.relation(below[-1]) in SUBJECTS
    apart = any(_has_own_clause(words, one, shared=shared) for one in above)
    apart = apart or any(_describes_other(words, one) for one in above[:-1])
    scene = words.scene
    between = _between(scene, said, site)
    taken = any(one.span != site for _, one in scene.sites_in(between))
    if taken and row in STANCES and between[1] and scene.is_verb(between[1] - 1):
        return True
    if row in _TAKEN and not taken:
        row = ""
    return apart or _is_elsewhere(words, below, joint, word) or _leads_off(scene, site, row)


def closes_other(words: Words, said: Span) -> bool:
    """Tell whether who closes or opens does so to another than itself (``closed its wing``).

    Args:
        words: of the sentence.
        said: the word.
    """
    word, language = words.of(said), words.scene.language
    near = () if word is None else words.below(word)
    others = [k for k in near if words.relation(k) in _OBJECTS]
    others = [k for k in others if words.form(k) not in language.pronouns or words.below(k)]
    return any(words.form(k) not in language.places.doors for k in others)


def takes_others(words: Words, said: Span, *, left: bool) -> bool:
    """Tell whether a verb has people or things as its object, no place and nothing built.

    Args:
        words: of the sentence.
        said: the verb.
        left: whether it is one of leaving, whose object may be those who fight.
    """
    scene, language = words.scene, words.scene.language
    word = words.of(said)
    near = () if word is None else words.below(word)
    objects = [k for k in near if words.relation(k) in _OBJECTS and k > (word or 0)]
    people = language.places.residents | {*language.people, *language.role_nouns}
    if left:
        fighting = language.places.armed | language.group_nouns | people
        known = fighting | language.places.works | language.places.parts | language.places.wholes
        names = {words.of(site.span) for _, site in scene.sites_in((0, len(scene.tokens)))}
        plain = (k for k in objects if k not in names and words.form(k) not in language.pronouns)
        return any(words.form(k) not in known for k in plain)
    return any(words.form(k) in people | language.places.armed for k in objects)


def stands_in_doer(words: Words, *, said: Span, site: Span) -> bool:
    """Tell whether a place is where what closes or opens stands (``the museum in Velm closed``).

    Args:
        words: of the sentence.
        said: the word that says it.
        site: the place.
    """
    word, place = words.of(said), _head(words, site)
    if word is None or place is None:
        return False
    down = _chain(words, place)
    subjects = [k for k in words.below(word) if words.relation(k) in SUBJECTS and k in down]
    return any(words.form(k) in words.scene.language.places.works for k in subjects)


def _head(words: Words, site: Span) -> int | None:
    """Return the word of a name that its others hang on."""
    inside = [k for k in words.words if site[0] <= words.span(k)[0] < site[1]]
    return next((k for k in inside if words.head(k) not in inside), None)


def _chain(words: Words, word: int) -> list[int]:
    """Return a word and those above it, up to the root."""
    found: list[int] = []
    at: int | None = word
    while at is not None and at not in found:
        found.append(at)
        at = words.head(at)
    return found


def _between(scene: Scene, said: Span, site: Span) -> Range:
    """Return the tokens between a word and a name behind it."""
    near = [k for k, one in enumerate(scene.tokens) if said[1] <= one.span[0] < site[0]]
    return (near[0], near[-1] + 1) if near else NO_ONE


def _has_own_clause(words: Words, one: int, *, shared: bool) -> bool:
    """Tell whether a word heads a clause beside another, with a subject or object of its own.

    ``shared``: the place is in the subject of the other, which this one may have too. A clause
    that takes up what was named before (``its roof fell``, ``work there ended``) is none.
    """
    relation = words.relation(one)
    if relation not in _CLAUSES:
        return False
    own = words.named(one, SUBJECTS)
    if relation == "conj" and not shared:
        own = own or words.named(one, _OBJECTS)
    return bool(own) and not _takes_up(words, one)


def _describes_other(words: Words, one: int) -> bool:
    """Tell whether a word heads a relative clause, of what its place is not part of."""
    if words.relation(one) != "acl":
        return False
    relatives = words.scene.language.clause_relatives
    return any(words.form(k) in relatives for k in words.below(one))


def _takes_up(words: Words, one: int) -> bool:
    """Tell whether a clause has a word that stands for what was named before it."""
    language = words.scene.language
    near = words.below(one)
    forms = {words.form(k) for k in near} | {words.form(j) for k in near for j in words.below(k)}
    again = language.places.there | language.possessives | language.object_pronouns
    return not forms.isdisjoint(again)


def _is_elsewhere(words: Words, below: list[int], joint: int, word: int) -> bool:
    """Tell whether a place stands in a clause of its own below what a word hangs on."""
    for before, one in zip([None, *below], below, strict=False):
        relation = words.relation(one)
        subject = bool(words.named(one, SUBJECTS))
        if words.form(one) in words.scene.language.places.sparing:
            return True
        if relation == "acl" and before is not None and words.relation(before) in SUBJECTS:
            return True
        if relation in {"conj", "advcl", "parataxis"} and subject:
            return True
        if relation == "conj" and joint == word and _is_full(words, word, one):
            return True
    return False


def _is_full(words: Words, verb: int, other: int) -> bool:
    """Tell whether a verb has its object before another verb that is joined to it."""
    acts = bool(words.below(other)) and words.relation(other) == "conj"
    return acts and any(k < other for k in words.named(verb, _OBJECTS)) and _is_verb(words, other)


def _is_verb(words: Words, word: int) -> bool:
    """Tell whether a word has an object or a helping verb: no noun in a list does."""
    return any(words.relation(k) in _OBJECTS | {"aux"} for k in words.below(word))


def _leads_off(scene: Scene, site: Span, row: str) -> bool:
    """Tell whether a place is where others go to, or who had it before."""
    first = next((at for at, (one, _) in scene.at.items() if one.span == site), None)
    if first is None:
        return False
    language, words = scene.language, scene.language.places
    for at in range(first - 1, max(-1, first - 1 - LED), -1):
        form = scene.form(at)
        if form in words.of:
            continue
        if form in language.prepositions or scene.parts(at) or scene.is_verb(at):
            goal = row in _LEFT and form in words.goals
            return goal or (row in _TAKEN and form in words.source)
    return False
