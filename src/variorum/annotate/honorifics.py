"""Honorifics that clash: one name with ``Mr`` here and ``Ms`` there.

A flag, not a finding: two people may share the name, or one of the prints is wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from variorum.languages import Language
from variorum.model.annotation import Flag, Mention
from variorum.model.article import Article
from variorum.model.identity import sign
from variorum.model.spans import Span
from variorum.model.words import all_words, words_in

# How far before a name its honorific is looked for, in code points.
REACH = 20
# How far before an honorific another one, or a relative, is looked for.
NEAR = 24
# What is marked with an honorific before it may be taken for a body's name.
BEARERS = frozenset({"person", "organisation"})
# What stands between two people: an age or a few words between commas, and a conjunction.
_JOINED = re.compile(r"(?:,[^,.;:!?]{1,24},?| \(\d{1,3}\))?[ \u00a0]([^\W\d_]+)[ \u00a0]")
_BEFORE = re.compile(r"([^\W\d_]+)\.?[ \u00a0]\Z")


def find_honorific_clashes(
    article: Article, mentions: Sequence[Mention], language: Language | None
) -> tuple[Flag, ...]:
    """Return one flag for each name that this article gives honorifics of two genders.

    A surname that stands behind two first names in the article has two bearers, and no flag; nor
    has one that is printed for a couple (``Mr and Mrs Poe``, ``Ms Poe, 61, and Mr Poe``) or a
    family (``the Poes``), or whose bearer's sentence names a relative (``his wife, Mrs Poe``).
    Where a text speaks of a spouse, a title of the married clashes with nothing. An honorific of
    several men is that of each. A title of rank beside a plain one is of another person, or was
    gained: ``Lady Poe``, ``Mr Poe``.

    Args:
        article: the text the mentions are of.
        mentions: as ``find_mentions`` returns them; what bears honorifics counts.
        language: of the article; None: no honorific is known, nothing is flagged.

    The spans of a flag are the first honorific with its name, and the first that clashes with it.
    """
    if language is None:
        return ()
    clashing = list(_of_two_genders(article.text, mentions, language))
    if not clashing:
        return ()
    shared = _shared_surnames(article.text, mentions, language)
    couple = _has_couple(article.text, language)
    flags = []
    for prints in clashing:
        (title, first), *_ = prints
        gender = language.honorifics[title]
        other = next(span for one, span in prints if language.honorifics[one] != gender)
        wed = couple and any(one in language.family_titles for one, _ in prints)
        kin = any(_is_kin(article.text, span, language) for _, span in prints)
        beside = any(_are_beside(article.text, *two, language) for two in pairwise(prints))
        if not (wed or kin or beside or _surname(article.text, first) in shared):
            flags.append(_flag(article, first, other))
    return tuple(sorted(flags, key=lambda flag: flag.spans))


def _of_two_genders(
    text: str, mentions: Sequence[Mention], language: Language
) -> Iterator[list[tuple[str, Span]]]:
    """Yield the honorifics of each name that has those of two genders, with their spans."""
    titled: dict[tuple[str, bool], list[tuple[str, Span]]] = {}
    whole = _by_surname(mentions)
    for mention in mentions:
        for title, span in _honorific(text, mention, language):
            name = whole.get(mention.name, mention.name)
            key = (name, title in language.contrasts.ranks)
            titled.setdefault(key, []).append((title, span))
    for prints in titled.values():
        if len({language.honorifics[title] for title, _ in prints}) > 1:
            yield prints


def _by_surname(mentions: Sequence[Mention]) -> Mapping[str, str]:
    """Return by surname the one name of a person that ends in it."""
    names = {m.name for m in mentions if m.kind == "person" and " " in m.name}
    last = [name.split()[-1] for name in names]
    return {name.split()[-1]: name for name in names if last.count(name.split()[-1]) == 1}


def _has_couple(text: str, language: Language) -> bool:
    """Tell whether a text speaks of a spouse; ``a couple of weeks`` is none."""
    forms = [word.form for word in all_words(text)]
    return any(
        form in language.contrasts.spouses
        and not (form in language.variants.portions and behind in language.variants.partitive)
        for form, behind in zip(forms, [*forms[1:], ""], strict=True)
    )


def _is_kin(text: str, span: Span, language: Language) -> bool:
    """Tell whether an honorific is one of a couple's, or a relative is named right before it."""
    before = [word.form for word in words_in(text, (max(0, span[0] - NEAR), span[0]))]
    behind = [word.form for word in words_in(text, (span[1], min(len(text), span[1] + NEAR)))]
    joined = before[-1:] and before[-1] in language.conjunctions
    couple = joined and len(before) > 1 and before[-2] in language.honorifics
    owned = text[span[0] : span[1] + 2].endswith(("'s", "’s"))
    kin = language.contrasts.kin
    return bool(couple or not kin.isdisjoint(before[-1:]) or (owned and not kin.isdisjoint(behind)))


def _are_beside(
    text: str, one: tuple[str, Span], other: tuple[str, Span], language: Language
) -> bool:
    """Tell two people who stand side by side, with an age at most in between."""
    found = _JOINED.fullmatch(text[one[1][1] : other[1][0]])
    parted = language.honorifics[one[0]] != language.honorifics[other[0]]
    return found is not None and parted and found[1].lower() in language.conjunctions


def _shared_surnames(text: str, mentions: Sequence[Mention], language: Language) -> frozenset[str]:
    """Return the surnames behind two first names or more, and those of a family (``the Poes``)."""
    given: dict[str, set[str]] = {}
    for mention in mentions:
        words = [word.form for word in words_in(text, mention.span)]
        if mention.kind == "person" and len(words) > 1:
            given.setdefault(words[-1], set()).add(words[0])
    several = {surname for surname, first in given.items() if len(first) > 1}
    families = _families(text, language)
    named = {word.form for mention in mentions for word in words_in(text, mention.span)}
    return frozenset(several | {form for form in named if f"{form}s" in families})


def _families(text: str, language: Language) -> frozenset[str]:
    """Return the words with a capital behind a definite article: ``the Poes``."""
    return frozenset(
        word.form
        for before, word in pairwise(all_words(text))
        if before.form in language.times.articles and text[word.span[0]].isupper()
    )


def _surname(text: str, span: Span) -> str:
    return [word.form for word in words_in(text, span)][-1]


def _honorific(text: str, mention: Mention, language: Language) -> Iterator[tuple[str, Span]]:
    """Yield the honorific before a person that tells a gender, and the span of both."""
    start, end = mention.span
    match = _BEFORE.search(text[max(0, start - REACH) : start])
    if mention.kind == "person" and (several := _of_several(text, mention.span, language)):
        yield several
    if match is None or mention.kind not in BEARERS:
        return
    title = match[1].lower()
    if language.honorifics.get(title) and match[1][0].isupper():
        yield title, (start - len(match[0]), end)


def _of_several(text: str, span: Span, language: Language) -> tuple[str, Span] | None:
    """Return the honorific of several men and the span to a name: ``Messrs Poe and Orn``.

    It ends where another honorific stands: ``Messrs Poe, Orn and Ms Vell``.
    """
    before = list(words_in(text, (max(0, span[0] - NEAR), span[0])))
    for at, word in enumerate(before):
        if any(behind.form in language.honorifics for behind in before[at + 1 :]):
            continue
        joined = [w.form for w in before[at + 1 :] if not text[w.span[0]].isupper()]
        several = word.form in language.contrasts.plural_titles
        if several and language.conjunctions.issuperset(joined):
            return word.form, (word.span[0], span[1])
    return None


def _flag(article: Article, one: Span, other: Span) -> Flag:
    first, second = (" ".join(words.split()) for words in article.words(one, other))
    flag = Flag(
        id="",
        kind="honorific-clash",
        witness=article.id,
        spans=(one, other),
        note=f"“{first}” … “{second}”",
    )
    return sign(flag, {article.id: article})
