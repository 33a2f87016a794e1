"""What is left of a difference: words that are other, absent, or taken out of the marks."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from variorum.align.collating.differences import Difference
from variorum.align.collating.matching import opened
from variorum.align.collating.polarity import denials
from variorum.align.collating.quantities import bound_lost, counted_at
from variorum.align.opposites import excluded, in_one_place
from variorum.align.prints import Print, PrintWord
from variorum.languages import Language

# A clause: so many content words.
CLAUSE = 2

Finding = tuple[str, str, str]
Words = tuple[PrintWord, ...]
Sides = tuple[Words, Words]


def typed_leftover(
    left: Sides, difference: Difference, known: Collection[str]
) -> Iterator[Finding]:
    """Yield the kinds of the words that are left of a difference on one side or both.

    Args:
        left: the words of each side that no other word explains.
        difference: where they stand.
        known: the kinds that were found of the difference.
    """
    one, other = left
    told = difference.told()
    content = [any(word.content for word in side) for side in left]
    if not any(content) and (known or not difference.direct) and _plain(left, difference.language):
        return
    if not (one and other):
        yield from _removed(left, difference)
        return
    kept = [{w.key for w in side if w.content} for side in left]
    only = [len(kept[0] - kept[1]), len(kept[1] - kept[0])]
    weight = "major" if min(only) >= CLAUSE and difference.direct else "minor"
    table = excluded(difference.language) if difference.language else {}
    if _denied_on_one_side(difference):
        # "Not safe" is "unsafe".
        table, weight = {}, "minor"
    if (other_than := in_one_place(one, other, table)) is not None:
        a, b = (f"“{word.form}”" for word in other_than)
        yield "wording", "major", f"one excludes the other: {a} / {b}"
        return
    yield "wording", weight, f"other words: {told}"


def _denied_on_one_side(difference: Difference) -> bool:
    """Tell whether one of the two sentences alone denies."""
    counts = [len(denials(sentence, difference.language)) for sentence in difference.whole]
    return counts[0] % 2 != counts[1] % 2


def _plain(left: Sides, language: Language | None) -> bool:
    """Tell whether all words are of the sort that reported speech puts in and takes out."""
    return language is not None and all(
        _grammatical(word.form, language) for side in left for word in side
    )


def _grammatical(form: str, language: Language) -> bool:
    """Tell a pronoun, an auxiliary or a word that brings in a clause."""
    base = form.split("'")[0]
    return (
        form in language.auxiliaries | language.modals
        or base in language.variants.persons
        or form in language.complementisers
        or form in language.determiners
    )


def _removed(left: Sides, difference: Difference) -> Iterator[Finding]:
    """Type words that one side has and the other, speaking on both sides of them, has not."""
    told = difference.told()
    words = left[0] or left[1]
    content = any(word.content for word in words)
    if elided(difference):
        yield "ellipsis-spliced", "minor", f"left out at an ellipsis: {told}"
    elif difference.language and (said := _named(words, difference, difference.language)):
        kind, weight, label = said
        yield kind, weight, f"{label}: {told}"
    elif inside_marks(difference) and not content and denials(words, difference.language):
        # What is no reversal is denied in other words: "not before", "only in".
        yield "wording", "minor", f"a negation on one side: {told}"
    elif inside_marks(difference):
        emphatic = difference.language.variants.emphatics if difference.language else frozenset()
        content = any(word.content and word.form not in emphatic for word in words)
        weight = "major" if content else "minor"
        yield "words-removed", weight, f"words absent inside the marks: {told}"
    elif content and _moved(words, difference):
        yield "wording", "minor", f"printed at another place: {told}"
    elif content or (difference.direct and _at_edge(difference)):
        yield "shortened", "minor", f"not printed: {told}"
    elif difference.direct:
        yield "wording", "minor", f"words absent: {told}"


def _moved(words: Words, difference: Difference) -> bool:
    """Tell whether the other side has the content of words elsewhere in its sentence.

    "We will reopen the lock" beside "the lock would reopen".
    """
    side = 0 if difference.second else 1
    row, sentence = (difference.one, difference.other)[side], difference.sentences[side]
    said = {row.words[at].key for at in sentence}
    return all(word.key in said for word in words if word.content)


def _named(words: Words, difference: Difference, language: Language) -> Finding | None:
    """Return the kind, weight and label of words of one side that are no more than a form."""
    content = any(word.content for word in words)
    inside = _lacking(difference)[1] is not None
    if _signed(words, difference, language):
        return "spelling", "minor", "a sign on one side"
    if _bounds(words, difference, language):
        return "broader", "major", "bound not printed"
    if all(word.date for word in words) and _part_of_period(difference, language):
        return "date-changed", "major", "other date"
    if inside and _is_bracketed(words, difference):
        return "wording", "minor", "an editor's words"
    if content:
        named = inside and _is_part_of_name(words, difference, language)
        return ("wording", "minor", "another form of the name") if named else None
    if _joined(words, difference, language):
        return "spelling", "minor", "contracted"
    if _approximates(words, difference, language):
        return "wording", "minor", "an approximate number on one side"
    if _repeated(words, difference):
        return "spelling", "minor", "printed twice"
    if all(word.form in language.variants.perfect for word in words):
        return "person-or-tense", "minor", "other person or tense"
    return None


def _is_bracketed(words: Words, difference: Difference) -> bool:
    """Tell whether an editor put the words of one side into the other's: "his [the mayor's]"."""
    row = difference.one if difference.first else difference.other
    (start, _), (_, end), text = words[0].span, words[-1].span, row.article.text
    return text[max(0, start - 1) : start] == "[" and text[end : end + 1] == "]"


def _is_part_of_name(words: Words, difference: Difference, language: Language) -> bool:
    """Tell a first name, a title or an office beside a name that both sides have.

    What another name is joined to it by, or parted from it, is none ("Orn and Poe", "Orn, Poe"),
    nor is what makes an office another one: "Deputy Governor Poe".
    """
    row = difference.one if difference.first else difference.other
    last = (difference.first or difference.second)[-1]
    beside = row.words[last + 1 : last + 2]
    if words[-1].ends or not beside or not beside[0].is_name:
        return False
    forms = {word.form for word in words}
    other_office = beside[0].form in language.role_nouns and forms & language.role_modifiers
    if other_office or "," in row.article.text[words[0].span[0] : beside[0].span[0]]:
        return False
    titles = language.honorifics.keys() | language.role_nouns | language.role_modifiers
    titles |= {form for form in language.determiners if not language.negates(form)}
    return all(word.is_name or word.form in titles for word in words)


def _part_of_period(difference: Difference, language: Language) -> bool:
    """Tell whether a word before says which part of a period: "late 2018" is no late January."""
    rows = zip((difference.one, difference.other), difference.before, strict=True)
    return all(at is not None and row.words[at].form in language.times.parts for row, at in rows)


def _at_edge(difference: Difference) -> bool:
    """Tell whether the side with fewer words begins or ends there."""
    first = len(difference.first) < len(difference.second)
    row = difference.one if first else difference.other
    before = difference.before[0 if first else 1]
    return before is None or before == len(row.words) - 1


def inside_marks(difference: Difference) -> bool:
    """Tell whether one side prints words inside marks that the other leaves out inside its own.

    What one side prints outside its marks it does not vouch for as spoken, and words that stand
    elsewhere in the other's sentence were moved, and all of a run of marks is a print by itself.
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
    run = held[1 - shorter]
    beside = (*longer.words[max(0, run[0] - 1) : run[0]], *longer.words[run[-1] + 1 : run[-1] + 2])
    if all(word.marks != longer.words[run[0]].marks for word in beside):
        return False
    marks = {word.marks for word in row.words[before : last + 2]}
    sentence = {row.words[at].key for at in difference.sentences[shorter]}
    extra = {word.key for word in difference.words[1 - shorter] if word.content}
    return len(marks) == 1 and None not in marks and (not extra or not extra <= sentence)


def _signed(words: Words, difference: Difference, language: Language) -> bool:
    """Tell whether the other side has a sign for these words beside the word before ("5%")."""
    row, before = _lacking(difference)
    sign = language.variants.signs.get(" ".join(word.form for word in words))
    if before is None or sign is None:
        return False
    (start, end), text = row.words[before].span, row.article.text
    return sign in text[max(0, start - 2) : start] + text[end : end + 2]


def _approximates(words: Words, difference: Difference, language: Language) -> bool:
    """Tell whether words of one side are all that makes a number approximate: "about"."""
    row = difference.one if difference.first else difference.other
    last = (difference.first or difference.second)[-1]
    known = language.contrasts.about | language.contrasts.nearly
    counts = counted_at(row.words, last + 1, language) is not None
    return counts and " ".join(word.form for word in words) in known


def _bounds(words: Words, difference: Difference, language: Language) -> bool:
    """Tell whether words of one side are all that bounds a number: "more than", "or more"."""
    listed = language.contrasts
    known = (
        listed.most | listed.least | listed.over | listed.under | listed.or_more | listed.or_less
    )
    if " ".join(word.form for word in words) not in known:
        return False
    one, other = difference.whole
    return bound_lost((one, other) if difference.first else (other, one), language) is not None


def _repeated(words: Words, difference: Difference) -> bool:
    """Tell whether one word is printed twice on one side."""
    row, before = _lacking(difference)
    if len(words) != 1 or before is None:
        return False
    return words[0].form in {word.form for word in row.words[before : before + 2]}


def _lacking(difference: Difference) -> tuple[Print, int | None]:
    """Return the row without words at a place, and the position of its last word before."""
    shorter = 0 if not difference.first else 1
    return (difference.one, difference.other)[shorter], difference.before[shorter]


def _joined(words: Words, difference: Difference, language: Language) -> bool:
    """Tell whether a word is the ending of a contraction before it on the other side."""
    row, before = _lacking(difference)
    if len(words) != 1 or before is None:
        return False
    parts = opened(row.article.text[slice(*row.words[before].span)], language)
    return bool(parts) and words[0].form in (
        parts[-1],
        language.variants.endings_too.get(parts[-1]),
    )


def elided(difference: Difference) -> bool:
    """Tell whether the side without words has an ellipsis where the other has them."""
    sides = (
        (difference.one, difference.first, difference.before[0]),
        (difference.other, difference.second, difference.before[1]),
    )
    return any(row.words[at].elides for row, held, at in sides if not held and at is not None)
