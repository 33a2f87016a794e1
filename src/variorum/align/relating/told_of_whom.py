"""Who is meant by ``I`` and ``we`` between quote marks: whoever speaks, and nobody else.

What a report calls a speaker stands beside the name: ``the Ostan general Igor Petrak``. Where
nothing tells who is meant in the other claim, nothing is refused.
"""

from __future__ import annotations

from collections.abc import Sequence, Set

from variorum import languages
from variorum.align.claims import Claim, Token
from variorum.align.gathering.speakers import match_speakers
from variorum.align.relating.acts import verb_at
from variorum.align.relating.likeness import Likeness, is_stem
from variorum.languages import Language
from variorum.model.words import words_in

# What else two speakers may be called than one.
_TWO = frozenset({"other", "unlike", "vague"})


def tell_of_others(one: Claim, other: Claim, likeness: Likeness) -> bool:
    """Tell whether what one of two claims tells of who speaks, the other tells of somebody else.

    Args:
        one: a claim.
        other: another claim.
        likeness: of the two.
    """
    language = languages.find(one.article.language)
    if language is None or not (one.spoken or other.spoken):
        return False
    own = _own(one, language), _own(other, language)
    if all(own):
        speakers = one.statement.holder, other.statement.holder
        return match_speakers(*speakers, language) in _TWO
    return any(
        _tells_of_other(said, told, {token.span for token in likeness.only[1 - side]}, language)
        for side, (said, told) in enumerate(((one, other), (other, one)))
        if own[side] and said.spoken
    )


def _own(claim: Claim, language: Language) -> Set[str]:
    """Return the words by which a speaker tells of himself, be only some of them in marks."""
    if claim.statement.holder is None:
        return frozenset()
    forms = {form.split("'")[0] for form in claim.forms}
    return forms & (language.contrasts.oneself | language.contrasts.ourselves)


def _tells_of_other(
    said: Claim, told: Claim, alone: Set[tuple[int, int]], language: Language
) -> bool:
    """Tell whether ``told`` has another subject than who speaks, where that is meant in ``said``.

    Args:
        said: what somebody says of himself.
        told: what another witness tells, or somebody else says.
        alone: where the tokens of ``told`` stand that ``said`` lacks.
        language: of both.
    """
    verbs = verb_at(said), verb_at(told)
    before = said.words[: verbs[0]] if verbs[0] is not None else said.words[:1]
    forms = {word.form.split("'")[0] for word in before}
    single = not forms.isdisjoint(language.contrasts.oneself)
    if verbs[1] is None or not (single or not forms.isdisjoint(language.contrasts.ourselves)):
        return False
    start = told.words[verbs[1]].span[0]
    subject = [token for token in told.tokens if token.span[0] < start and not token.is_value]
    lone = [token for token in subject if token.span in alone]
    acts = not forms.isdisjoint(language.variants.speaking)
    if names := [token for token in lone if token.is_name and not _is_common(token, language)]:
        return _names_other(said, told, names, single=single)
    if not single:
        return acts and _is_one_person(said, lone, language)
    if not acts:
        return False
    owned = any(_is_owner(told, token) for token in lone)
    return owned or _is_other_role(said, lone) or _is_other_pronoun(said, told, language)


def _is_common(token: Token, language: Language) -> bool:
    """Tell a day, or any who are of one kind (``Troops``), from those of one name."""
    dated = token.key in language.weekdays or token.key in language.months
    kinds = language.group_nouns | language.role_nouns
    return dated or token.key in kinds or language.singular(token.key) is not None


def _names_other(said: Claim, told: Claim, names: Sequence[Token], *, single: bool) -> bool:
    """Tell whether the names in a subject are not those of who speaks, nor of those he speaks for.

    Whom somebody speaks for is known only where the report names them beside him.
    """
    known = {word.form for word in words_in(said.voice.name)} | said.voice.beside
    own = [token for token in names if _is_one_of(token.key, known)]
    if own:
        return single and all(_is_owner(told, token) for token in own)
    return single or said.voice.for_named or any(t.key in told.people for t in names)


def _is_owner(told: Claim, name: Token) -> bool:
    """Tell the name of somebody from that of whose somebody is (``Poe's father``)."""
    return told.surface(name).replace("\u2019", "'").endswith(("'s", "s'"))


def _is_other_role(said: Claim, lone: Sequence[Token]) -> bool:
    """Tell whether a subject is called what the report of the speech does not call who speaks."""
    plain = [token.key for token in lone if token.is_plain]
    return bool(plain) and not _is_one_of(plain[-1], said.voice.beside)


def _is_one_person(said: Claim, lone: Sequence[Token], language: Language) -> bool:
    """Tell whether a subject is somebody whom the report does not tell of beside who speaks."""
    persons = language.role_nouns | language.contrasts.kin
    return _is_other_role(said, lone) and any(token.key in persons for token in lone)


def _is_one_of(key: str, known: Set[str]) -> bool:
    return any(form == key or is_stem(form, key) for form in known)


def _is_other_pronoun(said: Claim, told: Claim, language: Language) -> bool:
    """Tell whether the pronoun that a claim opens with is somebody else than who speaks.

    It is whoever holds the claim, or else somebody of whom its report tells.
    """
    opening = told.words[0].form if told.words else ""
    if opening not in language.pronouns:
        return False
    if told.statement.holder is not None:
        speakers = said.statement.holder, told.statement.holder
        return match_speakers(*speakers, language) in _TWO
    family = said.voice.name.split()[-1:]
    return bool(family) and family[0] not in told.article.text
