"""Speakers: whom a source phrase names, by name, role or pronoun.

Refusing comes before guessing: a pronoun with two people to choose from names nobody.
"""

from __future__ import annotations

from collections.abc import Sequence

from variorum.annotate.attributing.drafts import Draft
from variorum.annotate.speaking.antecedents import antecedent, of_pronoun
from variorum.annotate.speaking.cast import Cast
from variorum.annotate.speaking.phrases import begins_clause, chief_mentions, person_beside
from variorum.model.annotation import Mention, Speaker
from variorum.model.spans import Span
from variorum.model.words import words_in


def speaker_of(draft: Draft, cast: Cast, last: Speaker | None) -> Speaker | None:
    """Return the speaker that a draft's source phrase names, None where it does not tell.

    Args:
        draft: with a source.
        cast: of its article.
        last: who spoke last nearby, None where nobody did.
    """
    if draft.source is None or draft.head is None:
        return None
    form = cast.article.text[slice(*draft.head)].casefold()
    if form in cast.language.relatives:
        return antecedent(draft.source, cast)
    if form in cast.language.subject_pronouns:
        return of_pronoun(draft, form, cast, last)
    return named(draft.source, draft.head, cast)


def asked_of(span: Span | None, cast: Cast, last: Speaker | None) -> Speaker | None:
    """Return who is asked: whom the phrase at ``span`` names, for a pronoun who spoke last."""
    if span is None:
        return None
    form = cast.article.text[slice(*span)].casefold()
    if form in cast.language.pronouns or form in cast.language.subject_pronouns:
        return last
    return named(span, span, cast)


def named(source: Span, head: Span, cast: Cast) -> Speaker | None:
    """Return the speaker that a noun phrase names.

    The speaker is the person beside the chief noun (``Poe’s deputy, Bo Roe,``) or the one whom
    that noun describes, never whose deputy that is.

    Args:
        source: the whole phrase.
        head: the phrase without what explains it.
        cast: of the article.
    """
    words = " ".join(cast.article.text[slice(*head)].split())
    if words.lower() in cast.language.negations:
        return None
    found = chief_mentions(head, cast)
    people = {cast.name(m) for m in found if cast.is_person(m)}
    joined = cast.language.conjunctions.intersection(w.form for w in words_in(words))
    if len(people) > 1 and joined:
        return Speaker(name=words, kind="group", span=source, how="named")
    chosen = _chosen(found, source, head, cast)
    if (
        chosen is None
        or _is_attribute(chosen, head, cast)
        or not (cast.kind(chosen) == "person" or _is_head(chosen, head, cast))
    ):
        return _described(words, source, cast)
    if chosen.kind == "role":
        holder = _holder(chosen, head, cast) if words.lower().startswith("the ") else None
        return Speaker(name=holder or words, kind="person", span=source, how="role")
    name = words if chosen.kind == "group" else cast.name(chosen)
    how = "role" if chosen.kind == "group" and chosen.name.islower() else "named"
    kind = "person" if _is_titled(chosen, source, cast) else cast.kind(chosen)
    return Speaker(name=name, kind=kind, span=source, how=how)


def _is_titled(mention: Mention, source: Span, cast: Cast) -> bool:
    """Tell whether what reads as a place is a full name behind a title ("Engineer Ada Vale")."""
    before = cast.article.text[source[0] : mention.span[0]].strip()
    titled = before[:1].isupper() and before.casefold() in cast.language.role_nouns
    return titled and mention.kind == "place" and len(mention.name.split()) > 1


def _chosen(found: Sequence[Mention], source: Span, head: Span, cast: Cast) -> Mention | None:
    """Return the mention that speaks: a person before all, else the last in the phrase."""
    people = [m for m in found if cast.is_person(m)]
    if people:
        return people[-1]
    beside = person_beside(source, head, cast)
    if beside is not None and (not found or found[-1].kind in {"role", "group"}):
        return beside
    return found[-1] if found else None


def _holder(role: Mention, head: Span, cast: Cast) -> str | None:
    """Return who has a role in this post (``the mayor of Esk``), as far as the article says."""
    posts = [m for m in cast.within((role.span[1], head[1])) if m.span[0] > role.span[1]]
    return cast.holder(role.name, cast.name(posts[0]) if posts else None)


def _is_head(mention: Mention, head: Span, cast: Cast) -> bool:
    """Tell whether a mention ends the phrase, so that it is the phrase's chief word."""
    rest = cast.article.text[mention.span[1] : head[1]]
    first = next((w.form for w in words_in(rest)), None)
    return first is None or first in cast.language.prepositions or first == "s"


def _is_attribute(mention: Mention, head: Span, cast: Cast) -> bool:
    """Tell whether a name only says whose the noun right behind it is (``the Poe campaign``)."""
    behind = cast.article.text[mention.span[1] : head[1]]
    word = next(words_in(behind), None)
    if mention.kind == "role" or word is None or behind[: word.span[0]] not in {" ", "\u00a0"}:
        return False
    known = cast.language.function_words | cast.language.prepositions | cast.language.adverbs
    plain = behind[slice(*word.span)].islower() and word.form.isalpha()
    return plain and word.form not in known and not word.form.endswith("ly")


def _described(words: str, source: Span, cast: Cast) -> Speaker | None:
    """Return the speaker for a phrase without a name: ``two officials``, ``the report``."""
    forms = [w.form for w in words_in(words)]
    bare = len(forms) == 1 and forms[0] in cast.language.possessives
    if bare or not any(f.isalpha() for f in forms):
        return None
    ends = (
        n
        for n, f in enumerate(forms)
        if n and (f in cast.language.prepositions or begins_clause(forms[: n + 1], cast.language))
    )
    chief = forms[next(ends, len(forms)) - 1]
    plural = chief.endswith("s") and not chief.endswith("ss")
    if chief in cast.language.group_nouns or plural:
        return Speaker(name=words, kind="group", span=source, how="role")
    nouns = cast.language.role_nouns | cast.language.person_nouns | cast.language.people.keys()
    person = chief in nouns or (
        len(forms) > 1 and forms[0] in cast.language.determiners and forms[1] in nouns
    )
    person = person or chief.endswith(tuple(cast.language.person_endings))
    kind = "person" if person else "organisation"
    return Speaker(name=words, kind=kind, span=source, how="role")
