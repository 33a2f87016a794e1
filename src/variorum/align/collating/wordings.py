"""Words that differ where two prints both speak: the kinds of difference and their weights."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from variorum.align.collating.clashes import clashes
from variorum.align.collating.denied_bounds import bounds_denied
from variorum.align.collating.differences import Difference, quoted
from variorum.align.collating.hedges import hedged_otherwise, hedges_in, is_lost
from variorum.align.collating.leftovers import elided, inside_marks, typed_leftover
from variorum.align.collating.matching import Matched, match
from variorum.align.collating.notations import amount_at
from variorum.align.collating.numerals import figures_in
from variorum.align.collating.polarity import contrary
from variorum.align.collating.reversals import turns_round
from variorum.align.collating.timings import apart_at
from variorum.align.collating.turnings import turned
from variorum.align.collating.units import unit_of
from variorum.align.once import once
from variorum.align.prints import Print, PrintWord
from variorum.languages import Language

# A hedge counts as the difference where it stands among so few words.
NARROW = 5

Finding = tuple[str, str, str]
Words = tuple[PrintWord, ...]
Sides = tuple[Words, Words]


def typed_wording(difference: Difference) -> Iterator[Finding]:
    """Yield kind, weight and reason of each thing a difference does to the meaning.

    Words that a grave kind explains are no other wording besides.
    """
    if all(difference.words) and _one_writing(difference):
        if _spaced(difference, 0) != _spaced(difference, 1):
            yield "spelling", "minor", f"other spelling: {difference.told()}"
        return
    found = [*_grave(difference)]
    yield from found
    kinds = {kind for kind, _, _ in found}
    if "polarity-reversed" not in kinds or _contraries(difference):
        yield from _light(difference, kinds)
    elif elided(difference):
        yield "ellipsis-spliced", "minor", f"left out at an ellipsis: {difference.told()}"


def _one_writing(difference: Difference) -> bool:
    """Tell whether both sides have the same letters and digits."""
    one, other = ("".join(_spaced(difference, at)) for at in (0, 1))
    return one == other


def _spaced(difference: Difference, at: int) -> list[str]:
    """Return the words of a side without points; hyphens part words, editors' brackets do not."""
    row = (difference.one, difference.other)[at]
    text, parts, last = row.article.text, [""], None
    for word in difference.words[at]:
        form = word.form.replace(".", "").replace("'", "").split("-")
        closed = last is not None and not any(c.isspace() for c in text[last : word.span[0]])
        if closed:
            parts[-1] += form.pop(0)
        parts += form
        last = word.span[1]
    return [part for part in parts if part]


def _grave(difference: Difference) -> Iterator[Finding]:
    told = difference.told()
    for kind, weight, label in clashes(difference):
        yield kind, weight, f"other {label}: {told}"
    if (turned(difference) or _cut_round(difference)) and not _bounded(difference):
        yield "polarity-reversed", "major", f"negation on one side only: {told}"
    elif _contraries(difference):
        yield "polarity-reversed", "major", f"contraries: {told}"
    if hedge := lone_hedge(difference):
        row, words = hedge
        yield "hedge-absent", "major", f"hedge not printed: {quoted(row, words)}"


@once
def _contraries(difference: Difference) -> Words:
    """Return two words that differ and say the contrary, in sentences much alike, if any do."""
    language = difference.language
    if language is None or not all(difference.words):
        return ()
    found = contrary(*difference.whole, language)
    sides = zip(found or (), difference.words, strict=False)
    here = [any(word is one for one in side) for word, side in sides]
    return found if found and all(here) else ()


def _bounded(difference: Difference) -> bool:
    """Tell whether a sentence denies a bound alone ("not more than 900"), which is no denial."""
    language = difference.language
    return language is not None and bounds_denied(*difference.whole, language)


def _cut_round(difference: Difference) -> bool:
    """Tell whether one side alone has words, which deny what the other prints around them."""
    one, other = difference.one, difference.other
    if difference.first and difference.second:
        return False
    if difference.first:
        return turns_round(one, difference.first, other, difference.before[1])
    return turns_round(other, difference.second, one, difference.before[0])


def lone_hedge(difference: Difference) -> tuple[Print, Words] | None:
    """Return the hedge of the side that alone has one, with its row; None where none is alone."""
    one, other = _hedges(difference)
    if bool(one) == bool(other):
        return None
    rows, hedge = (difference.one, difference.other), (one or other)[0]
    own, facing = rows if one else rows[::-1]
    words = difference.whole[1 if one else 0]
    return None if hedged_otherwise(hedge, (own, facing), words) else (own, hedge)


@once
def _hedges(difference: Difference) -> list[list[Words]]:
    """Return the hedges on each side of a narrow difference that the other print lacks.

    "Would" and "should" hedge where nothing else does. A verb in another's place is no hedge.
    """
    language = difference.language
    if language is None or max(map(len, difference.words)) > NARROW:
        return [[], []]
    rows = difference.one, difference.other
    plain, every = [], []
    for at, side in enumerate(difference.words):
        facing = difference.words[1 - at]
        found = [
            hedge
            for hedge in hedges_in(side, language)
            if is_lost(hedge, rows[at], rows[1 - at], language)
            and not (hedge[0].form in language.cues and any(word.content for word in facing))
            and not (facing and all(word.form in language.phrase_ends for word in facing))
        ]
        every.append(found)
        plain.append([h for h in found if not _conditional(h[0].form, language)])
    return plain if any(plain) or not difference.direct else every


def _conditional(form: str, language: Language) -> bool:
    """Tell "would" from "could": it weakens nothing where another word does."""
    return form in language.backshifts and form not in language.possible


def _light(difference: Difference, known: Collection[str]) -> Iterator[Finding]:
    """Yield what differs beside the kinds that are known: spelling, person or tense, words."""
    told = difference.told()
    matched = _matched(difference)
    counted = _same_figures(difference)
    if counted and not matched.of("spelling"):
        yield "spelling", "minor", f"same number: {told}"
    spelt = matched.of("spelling")
    if spelt and not ("name-changed" in known and all(a.is_name and b.is_name for a, b in spelt)):
        yield "spelling", "minor", f"other spelling: {told}"
    if matched.of("person-or-tense") and not (difference.direct and _is_other(matched)):
        yield "person-or-tense", "minor", f"other person or tense: {told}"
    left = _left(matched, difference, known, counted)
    removed = "hedge-absent" in known and not all(difference.words)
    bare = not any(word.content for side in left for word in side)
    if removed and bare and inside_marks(difference) and not elided(difference):
        yield "words-removed", "minor", f"words absent inside the marks: {told}"
    elif any(left):
        yield from typed_leftover(left, difference, known)


def _is_other(matched: Matched) -> bool:
    """Tell whether two readings have other content words, and so are no forms of each other."""
    return all(any(word.content for word in side) for side in matched.left)


def _matched(difference: Difference) -> Matched:
    first, second = difference.words
    return match((difference.one, first), (difference.other, second))


def _same_figures(difference: Difference) -> Words:
    """Return the words of the figures that both sides print in other words, digits or units."""
    amounts = amount_at(difference)
    if amounts is not None:
        return (*amounts[0].words, *amounts[1].words)
    one, other = (figures_in(side, difference.language) for side in difference.words)
    if not one or [figure.value for figure in one] != [figure.value for figure in other]:
        return ()
    shown = [[word.form for figure in side for word in figure.words] for side in (one, other)]
    words = tuple(word for figure in (*one, *other) for word in figure.words)
    return words if shown[0] != shown[1] else ()


def _left(
    matched: Matched, difference: Difference, known: Collection[str], counted: Words
) -> Sides:
    """Return the words of each side that no pair and no known kind explains."""
    hedges = _hedges(difference) if "hedge-absent" in known else [[], []]
    hidden = {id(word) for side in hedges for hedge in side for word in hedge}
    hidden |= {id(word) for word in (*counted, *_contraries(difference))}
    apart = (apart_at(difference) or ()) if "date-changed" in known else ()
    hidden |= {id(word) for side in apart for word in side}
    one, other = (
        tuple(
            w for w in side if id(w) not in hidden and not _explained(w, known, difference.language)
        )
        for side in matched.left
    )
    return one, other


def _explained(word: PrintWord, known: Collection[str], language: Language | None) -> bool:
    """Tell whether a known kind is about a word: a number, its unit, a part of a date, a name."""
    unit = language is not None and unit_of(word, language) is not None
    return (
        ("number-changed" in known and (word.is_number or bool(word.rank) or unit))
        or ("date-changed" in known and bool(word.date))
        or ("name-changed" in known and word.is_name)
    )
