"""Words that differ where two prints both speak: the kinds of difference and their weights."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from variorum.align.absences import quoted
from variorum.align.clashes import clashes
from variorum.align.forces import denies
from variorum.align.hedges import hedges_in
from variorum.align.polarity import affirmations, denials
from variorum.align.prints import Print, PrintWord
from variorum.align.spellings import contracts, slipped
from variorum.languages import Language

# A negation counts as the difference where it stands among so few words.
NARROW = 5
# What runs on for so many words is no sentence, and its negations tell nothing.
LONG_SENTENCE = 150
# Two sentences of which one may turn the other round share this part of their content.
ALIKE = 0.6
CLAUSE = 2

Finding = tuple[str, str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """Two rows that differ at a place, with the positions of their words there.

    ``before`` is the position of the last word of each row before that place, ``sentences`` the
    positions of all words of the sentence around it.
    """

    one: Print
    other: Print
    first: tuple[int, ...]
    second: tuple[int, ...]
    before: tuple[int | None, int | None]
    sentences: tuple[tuple[int, ...], tuple[int, ...]]

    @property
    def words(self) -> tuple[tuple[PrintWord, ...], tuple[PrintWord, ...]]:
        """Return the words of both sides."""
        return (
            tuple(self.one.words[at] for at in self.first),
            tuple(self.other.words[at] for at in self.second),
        )

    @property
    def direct(self) -> bool:
        """Tell whether both rows are direct quotations."""
        return self.one.quotation.form == self.other.quotation.form == "direct"

    @property
    def language(self) -> Language | None:
        """Return the language of the prints."""
        return self.one.language or self.other.language

    def told(self) -> str:
        """Return both sides as printed, a side without words as a dash."""
        sides = zip((self.one, self.other), self.words, strict=True)
        return " / ".join(quoted(row, words) if words else "—" for row, words in sides)


def typed_wording(difference: Difference) -> Iterator[Finding]:
    """Yield kind, weight and reason of each thing a difference does to the meaning."""
    found = [*_grave(difference)]
    yield from found
    if not found:
        yield _light(difference)


def _grave(difference: Difference) -> Iterator[Finding]:
    one, other = difference.words
    told = difference.told()
    for kind, label in clashes(one, other, difference.language):
        yield kind, "major", f"other {label}: {told}"
    if _turned(difference):
        yield "polarity-reversed", "major", f"negation on one side only: {told}"
    if hedge := lone_hedge(difference):
        row, words = hedge
        yield "hedge-absent", "major", f"hedge not printed: {quoted(row, words)} in {told}"


def lone_hedge(difference: Difference) -> tuple[Print, tuple[PrintWord, ...]] | None:
    """Return the hedge of the side that alone has one, with its row; None where none is alone."""
    one, other = _hedges(difference)
    if bool(one) == bool(other):
        return None
    return (difference.one, one[0]) if one else (difference.other, other[0])


def _hedges(difference: Difference) -> list[list[tuple[PrintWord, ...]]]:
    """Return the hedges on each side of a narrow difference.

    "Would" and "should" hedge where nothing else does. Reported speech moves "will" to "would",
    "can" to "could" and "may" to "might": there these are no hedges beside what they come from.
    """
    language = difference.language
    if language is None or max(map(len, difference.words)) > NARROW:
        return [[], []]
    forms = [{word.form for word in side} for side in difference.words]
    plain, every = [], []
    for side, facing in zip(difference.words, reversed(forms), strict=True):
        found = hedges_in(side, language)
        if not difference.direct:
            found = [h for h in found if _source(h[0].form, language) not in facing]
        every.append(found)
        plain.append([h for h in found if not _conditional(h[0].form, language)])
    return plain if any(plain) or not difference.direct else every


def _source(form: str, language: Language) -> str | None:
    """Return the auxiliary that reported speech makes this of, where that one is no hedge."""
    source = language.backshifts.get(form)
    return None if source in language.possible else source


def _conditional(form: str, language: Language) -> bool:
    """Tell "would" from "could": it weakens nothing where another word does."""
    return form in language.backshifts and form not in language.possible


def _light(difference: Difference) -> Finding:
    one, other = difference.words
    told = difference.told()
    if not one or not other:
        return _removed(difference)
    spelt = [_spelling("".join(w.form for w in side), difference) for side in (one, other)]
    if spelt[0] == spelt[1]:
        return "spelling", "minor", f"other spelling: {told}"
    values = [[w.rank or w.key for w in side] for side in (one, other)]
    if values[0] == values[1] and any(w.is_number or w.rank for w in one):
        return "spelling", "minor", f"same number: {told}"
    if contracts(one, other) or contracts(other, one):
        return "spelling", "minor", f"contracted: {told}"
    if slipped(one, other):
        return "spelling", "minor", f"a letter apart: {told}"
    kept = [{w.key for w in side if w.content} for side in (one, other)]
    if kept[0] == kept[1] and _person_or_tense(difference):
        return "person-or-tense", "minor", f"other person or tense: {told}"
    only = [len(kept[0] - kept[1]), len(kept[1] - kept[0])]
    if min(only) == 0 and max(only) >= CLAUSE and _inside_marks(difference):
        return "words-removed", "major", f"words absent inside the marks: {told}"
    weight = "major" if min(only) >= CLAUSE and difference.direct else "minor"
    return "wording", weight, f"other words: {told}"


def _removed(difference: Difference) -> Finding:
    """Type words that one side has and the other, speaking on both sides of them, has not."""
    one, other = difference.words
    told = difference.told()
    content = sum(word.content for word in one + other)
    if _elided(difference):
        return "ellipsis-spliced", "minor", f"left out at an ellipsis: {told}"
    if _inside_marks(difference):
        weight = "major" if content else "minor"
        return "words-removed", weight, f"words absent inside the marks: {told}"
    if content and _at_end(difference):
        return "shortened", "minor", f"not printed: {told}"
    return "wording", "minor", f"words absent: {told}"


def _at_end(difference: Difference) -> bool:
    """Tell whether the side with fewer words has ended before the other goes on."""
    first = len(difference.first) < len(difference.second)
    row = difference.one if first else difference.other
    before = difference.before[0 if first else 1]
    return before is not None and before == len(row.words) - 1


def _inside_marks(difference: Difference) -> bool:
    """Tell whether one side prints words inside marks that the other leaves out inside its own.

    What one side prints outside its marks it does not vouch for as spoken, and words that stand
    elsewhere in the other's sentence were moved.
    """
    shorter = 0 if len(difference.first) < len(difference.second) else 1
    rows, held = (difference.one, difference.other), (difference.first, difference.second)
    row, longer = rows[shorter], rows[1 - shorter]
    before = difference.before[shorter]
    if before is None or any(longer.words[at].marks is None for at in held[1 - shorter]):
        return False
    last = held[shorter][-1] if held[shorter] else before
    if last == len(row.words) - 1:
        return False
    marks = {word.marks for word in row.words[before : last + 2]}
    sentence = {row.words[at].key for at in difference.sentences[shorter]}
    extra = {word.key for word in difference.words[1 - shorter] if word.content}
    return len(marks) == 1 and None not in marks and (not extra or not extra <= sentence)


def _elided(difference: Difference) -> bool:
    """Tell whether the side without words has an ellipsis where the other has them."""
    sides = (
        (difference.one, difference.first, difference.before[0]),
        (difference.other, difference.second, difference.before[1]),
    )
    return any(row.words[at].elides for row, held, at in sides if not held and at is not None)


def _turned(difference: Difference) -> bool:
    """Tell whether one side alone denies, by the words that differ, in a sentence much alike."""
    rows = difference.one, difference.other
    held = difference.first, difference.second
    if max(map(len, held)) > NARROW or max(map(len, difference.sentences)) > LONG_SENTENCE:
        return False
    counts, near, kept = [], False, []
    for row, here, sentence in zip(rows, held, difference.sentences, strict=True):
        words = [row.words[at] for at in sentence]
        denied = denials(words, difference.language)
        counts.append(len(denied) + denies(row))
        telling = {sentence[at] for at in (*denied, *affirmations(words, difference.language))}
        near = near or bool(telling.intersection(here))
        kept.append({row.words[at].key for at in sentence if row.words[at].content})
    alike = len(kept[0] & kept[1]) >= ALIKE * min(map(len, kept))
    alike = alike and (difference.direct or len(kept[0] & kept[1]) >= ALIKE * max(map(len, kept)))
    return near and alike and counts[0] % 2 != counts[1] % 2


def _person_or_tense(difference: Difference) -> bool:
    """Tell whether pronouns differ, or the endings of words of one stem."""
    language = difference.language
    one, other = difference.words
    if language is None:
        return False
    persons = [
        {w.form for w in side if w.form in language.pronouns or w.form in language.subject_pronouns}
        for side in (one, other)
    ]
    contents = [
        [language.singular(w.form) or w.form for w in side if w.content] for side in (one, other)
    ]
    return (all(persons) and persons[0] != persons[1]) or contents[0] != contents[1]


def _spelling(form: str, difference: Difference) -> str:
    """Return what two spellings of one word share."""
    bare = unicodedata.normalize("NFKD", form)
    bare = "".join(c for c in bare if c.isalnum())
    for written, folded in difference.language.spellings.items() if difference.language else ():
        bare = bare.replace(written, folded)
    return "".join(c for at, c in enumerate(bare) if not at or c != bare[at - 1])
