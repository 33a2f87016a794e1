"""Words that say all or a part of a kind, and of which kind they say so."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import product

from variorum.align.collating.polarity import denials
from variorum.align.prints import PrintWord
from variorum.languages import Language
from variorum.model.phrases import places_of

Words = Sequence[PrintWord]
# The noun stands so near behind a quantity, and the verb is the second content word at most.
NEAR = 5
VERB = 2
# A denial stands so near before what it denies of all.
DENIED = 6
# An adjective may stand between a quantity and its noun.
ADJECTIVE = 2


@dataclass(frozen=True, slots=True)
class _Extent:
    """A word of extent: ``all`` or ``part``, and the keys of the content words behind it.

    ``before`` is the key of the last one before it, which tells of what it is where none is behind.
    ``lone``: it is a noun or an adverb itself, and stands before a verb ("everyone", "always").
    """

    extent: str
    behind: tuple[str, ...]
    before: str = ""
    lone: bool = False


def quantified(words: tuple[Words, Words], language: Language) -> tuple[str, str] | None:
    """Return what a part for all, or all for a part, makes of the second print.

    Both are of one noun, or a word that needs none says so of what the other print has too:
    "some ferries" is less than "every ferry", and "some guests slept" than "everyone slept".
    """
    first, second = (_extents(side, language) for side in words)
    kinds = [{one.extent for one in side} for side in (first, second)]
    if kinds == [{"all"}, {"part"}] and _of_one_kind((first, second), words):
        return "narrower", "a part for all"
    if kinds[1] != {"all"} or denies_on_one_side(words, language):
        return None
    told = {word.key for word in words[1] if word.is_number}
    counted = [] if first else _counted([word for word in words[0] if word.key not in told])
    parts = first if kinds[0] == {"part"} else counted
    found = _of_one_kind((parts, second), words)
    return ("broader", "all for a part") if found else None


def denies_on_one_side(words: tuple[Words, Words], language: Language) -> bool:
    """Tell whether one side alone denies: what it says of all is no more than a part."""
    return len(denials(words[0], language)) % 2 != len(denials(words[1], language)) % 2


def _of_one_kind(
    sides: tuple[Sequence[_Extent], Sequence[_Extent]], words: tuple[Words, Words]
) -> bool:
    """Tell whether quantities of two prints are of one noun, or of one verb."""
    said = [{word.key for word in side} for side in words]
    for one, other in product(*sides):
        same = one.behind[:1] == other.behind[:1]
        if same and (one.behind or one.before == other.before):
            return True
        verbs = (set(one.behind) & said[1]) if one.lone else set()
        verbs |= (set(other.behind) & said[0]) if other.lone else set()
        if verbs:
            return True
    return False


def _counted(words: Words) -> list[_Extent]:
    """Return what is counted, as a part."""
    return [
        _Extent("part", _behind(words[at + 1 :]), words[at - 1].key if at else "")
        for at, word in enumerate(words)
        if word.is_number and not word.date
    ]


def _behind(words: Words) -> tuple[str, ...]:
    """Return the keys of the next content words that are near."""
    near = [word.key for word in words[:NEAR] if word.content and not (word.is_number or word.rank)]
    return tuple(near[:VERB])


def _extents(words: Words, language: Language) -> list[_Extent]:
    """Return what words say of a kind: all or a part. "Not all" and "all but" are a part."""
    denied = set(denials(words, language))
    found = []
    for at, word in enumerate(words):
        extent = language.variants.extents.get(word.form)
        after = words[at + 1].form if at + 1 < len(words) else ""
        if extent is None or after.endswith(tuple(language.variants.adverbial)):
            continue
        partly = after in language.variants.exceptions and not language.negates(word.form)
        rank = at + 1 < len(words) and bool(words[at + 1].rank)
        before = words[at - 1].form if at else ""
        partly = partly or rank or before in language.variants.softeners
        partly = partly or bool(denied & set(range(max(0, at - DENIED), at)))
        part = extent == "part" or (extent == "all" and partly)
        lone = language.determiners.isdisjoint((word.form, before))
        led = next((w.key for w in reversed(words[:at]) if w.content), "")
        found.append(_Extent("part" if part else "all", _behind(words[at + 1 :]), led, lone))
    return found


def quantity_lost(words: tuple[Words, Words], language: Language) -> str | None:
    """Return a quantity of the first side without which the second one tells of all, or of more.

    "Most schools" and "up to 400" against "schools" and "400".
    """
    if denies_on_one_side(words, language):
        return None
    return _part_lost(words, language) or bound_lost(words, language)


def _part_lost(words: tuple[Words, Words], language: Language) -> str | None:
    """Return a word for a part before a plural, which the second side has bare."""
    if any(one.extent == "part" for one in _extents(words[1], language)):
        return None
    for at, word in enumerate(words[0]):
        if word.form not in language.variants.partial or word.ends:
            continue
        noun = _plural_near(words[0][at + 1 :], language)
        bare = [place for place, w in enumerate(words[1]) if noun and w.form == noun.form]
        if noun and bare and not any(_is_told(words[1], place, language) for place in bare):
            return f"all for a part: “{word.form} {noun.form}”"
    return None


def _plural_near(words: Words, language: Language) -> PrintWord | None:
    """Return the plural that a word for a part stands before, with an adjective between at most."""
    for word in words[:ADJECTIVE]:
        if not word.content or word.is_number:
            return None
        if language.singular(word.form):
            return word
        if word.ends:
            return None
    return None


def _is_told(words: Words, at: int, language: Language) -> bool:
    """Tell whether a word before a noun says which ones, or how many."""
    before = words[max(0, at - ADJECTIVE) : at]
    listed = language.determiners | language.variants.extents.keys()
    return any(word.is_number or word.form in listed for word in before)


def bound_lost(words: tuple[Words, Words], language: Language) -> str | None:
    """Return what bounds a number on the first side, where the second one has the bare number.

    "About" and "nearly" bound nothing.

    Args:
        words: of two prints.
        language: of both.
    """
    forms = [[word.form for word in side] for side in words]
    listed = language.contrasts
    bounds = listed.most | listed.least | listed.over | listed.under
    bare = _bare(words[1], bounds | listed.nearly | listed.about, language)
    for start, stop in places_of(bounds, forms[0]):
        at = counted_at(words[0], stop, language)
        if at is not None and _is_among(words[0], at, words[1], bare):
            return f"bound not printed: “{' '.join(forms[0][start : at + 1])}”"
    behind = listed.or_more | listed.or_less
    for start, stop in places_of(behind, forms[0]):
        for at in range(max(0, start - ADJECTIVE), start):
            if words[0][at].is_number and _is_among(words[0], at, words[1], bare):
                return f"bound not printed: “{' '.join(forms[0][at:stop])}”"
    return None


def _is_among(words: Words, at: int, other: Words, bare: Collection[int]) -> bool:
    """Tell whether a number of some words is one of those of others, and of the same."""
    of = set(_behind(words[at + 1 :]))
    same = [place for place in bare if other[place].key == words[at].key]
    facing = [set(_behind(other[place + 1 :])) for place in same]
    return any(of & told or not (of or told) for told in facing)


def _bare(words: Words, bounds: frozenset[str], language: Language) -> set[int]:
    """Return the places of the numbers and parts that no bound stands before or behind."""
    forms = [word.form for word in words]
    bounded = {counted_at(words, stop, language) for _, stop in places_of(bounds, forms)}
    behind = language.contrasts.or_more | language.contrasts.or_less
    for start, _ in places_of(behind, forms):
        bounded |= set(range(start - ADJECTIVE, start))
    counted = {counted_at(words, at, language) for at in range(len(words))}
    return {at for at in counted - bounded if at is not None}


def counted_at(words: Words, at: int, language: Language) -> int | None:
    """Return where the number or the part stands that words before it bound: "a third".

    Args:
        words: of a print.
        at: the position behind the words that may bound it.
        language: of the print.
    """
    skipped = at < len(words) and words[at].form in language.variants.articles
    at += skipped
    if at >= len(words) or words[at].date:
        return None
    listed = language.contrasts
    part = words[at].form in listed.shares or (skipped and words[at].form in listed.lengths)
    return at if part or (words[at].is_number and not skipped) else None
