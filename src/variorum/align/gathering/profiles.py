"""What a print is compared by, read once for all its pairs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import accumulate

from variorum.align.gathering.surroundings import Surroundings
from variorum.align.prints import Print, PrintWord
from variorum.align.subsequence import in_common
from variorum.model.words import stem_of

# What a shared word weighs; function words weigh nothing. Names stand in most of what is said in
# one story, and weigh no more than another word for being rare.
WORD = 1.0
TELLING = 1.3
LONG = 8
# So many words in marks may stand for a print that reports the rest.
LEAST_MARKED = 3
# So many words in a row, plain ones too, are rarely the same by chance.
RUN = 4
# Two prints are nearly the same where so much of the longer one is, and it has so many words.
SAME_LINE = 0.9
LEAST_LINE = 4
# The words of one name have so many words between them at most.
JOINTS = 1
# What stands for a figure, a helping verb and a person where two lines are compared.
FIGURE, HELP, PERSON = "#", "~", "@"


@dataclass(frozen=True, kw_only=True)
class Profile:
    """A print with what its pairs ask of it.

    ``places`` are the positions of its content words, ``words`` those words with their ``keys``,
    ``upto`` what the first so many of them weigh, ``rare`` how rare each is in its article
    and ``rarity`` the sum of that, ``numbers`` which are numbers; ``line`` is all
    its words, ``marked`` those in marks, ``runs`` its runs of four words, ``values`` its numbers
    and dates; ``near`` and ``around`` are the content words of its sentence, and of the sentences
    beside it too, ``named`` the words of all names in its article.
    """

    of: Print
    places: tuple[int, ...]
    words: tuple[PrintWord, ...]
    keys: tuple[str, ...]
    upto: tuple[float, ...]
    rare: tuple[float, ...]
    rarity: float
    numbers: frozenset[int]
    line: str
    marked: str
    runs: frozenset[tuple[str, ...]]
    values: frozenset[str]
    denies: bool
    in_headline: bool
    near: frozenset[str]
    around: frozenset[str]
    named: frozenset[str]

    @property
    def weight(self) -> float:
        """Return what its content words weigh together."""
        return self.upto[-1]

    @cached_property
    def is_direct(self) -> bool:
        """Tell whether all of it stands in marks."""
        return self.of.quotation.form == "direct"

    @cached_property
    def content(self) -> frozenset[str]:
        """Return the keys of its words."""
        return frozenset(self.keys)

    @cached_property
    def held(self) -> Mapping[str, tuple[float, float]]:
        """Return what its words of each key weigh together, and how rare they are."""
        found: dict[str, tuple[float, float]] = {}
        for at, key in enumerate(self.keys):
            weight, rarity = found.get(key, (0.0, 0.0))
            found[key] = weight + self.upto[at + 1] - self.upto[at], rarity + self.rare[at]
        return found


def profile(one: Print, surroundings: Surroundings) -> Profile:
    """Return what a print is compared by; ``surroundings`` are those of its article."""
    places = tuple(at for at, word in enumerate(one.words) if word.content)
    words = tuple(one.words[at] for at in places)
    rare = _names_once(one, places, [surroundings.rarity(_stem(word)) for word in words])
    marked = [word.form for word in one.words if word.marks is not None]
    language = one.language
    denials = sum(language.negates(word.form) for word in one.words) if language else 0
    return Profile(
        of=one,
        places=places,
        words=words,
        keys=tuple(word.key for word in words),
        upto=(0.0, *accumulate(weigh(word) for word in words)),
        rare=rare,
        rarity=sum(rare),
        numbers=frozenset(at for at, word in enumerate(words) if word.is_number),
        line=_line([word.form for word in one.words]),
        marked=_line(marked) if len(marked) >= LEAST_MARKED else "",
        runs=_runs([word.form for word in one.words]),
        values=frozenset(word.key for word in one.words if word.is_number or word.date),
        denies=denials % 2 == 1,
        in_headline=one.in_headline,
        near=surroundings.around(one.quotation.spans, 0),
        around=surroundings.around(one.quotation.spans, 1),
        named=surroundings.named,
    )


def _stem(word: PrintWord) -> str:
    return stem_of(word.form) or word.form


def _names_once(one: Print, places: Sequence[int], rare: Sequence[float]) -> tuple[float, ...]:
    """Return how rare words are; of the words of one name the rarest alone is.

    In a heading any word may look like a name.
    """
    kept = list(rare)
    runs: list[list[int]] = []
    for at, place in enumerate(places):
        if one.in_headline or not one.words[place].is_name:
            continue
        if runs and _is_one_name(one, places[runs[-1][-1]], place):
            runs[-1].append(at)
        else:
            runs.append([at])
    for run in runs:
        best = max(run, key=rare.__getitem__)
        for at in run:
            kept[at] = rare[best] if at == best else 0.0
    return tuple(kept)


def _is_one_name(one: Print, first: int, last: int) -> bool:
    """Tell whether two words of names are of one: side by side, or "Bank of Ost"."""
    between = one.words[first + 1 : last]
    joints = one.language.conjunctions if one.language else frozenset()
    if len(between) > JOINTS or any(word.form in joints for word in between):
        return False
    parted = one.article.text[one.words[first].span[1] : one.words[last].span[0]]
    return "," not in parted and not any(word.ends for word in one.words[first:last])


def stands_in(one: Profile, other: Profile) -> bool:
    """Tell whether all words of a print, or those it has in marks, stand in another unbroken."""
    return one.line in other.line or bool(one.marked and one.marked in other.line)


def without_slips(one: Profile, other: Profile) -> tuple[Profile, Profile]:
    """Return two profiles that hold their numbers for equal if all else is nearly word for word so.

    One sentence of one speaker, printed with another number by each of two witnesses, is one act of
    speech with a slip; that it is of one speaker and one day others must say.
    """
    sides = one, other
    if not all(any(_is_figure(word) for word in side.of.words) for side in sides):
        return sides
    lines = [[FIGURE if _is_figure(w) else w.form for w in side.of.words] for side in sides]
    longer = max(map(len, lines))
    quoted = all(side.of.quotation.form == "direct" for side in sides)
    told = [
        line if quoted else [_as_reported(form, side.of) for form in line]
        for side, line in zip(sides, lines, strict=True)
    ]
    if longer < LEAST_LINE or len(in_common(*told)) < SAME_LINE * longer:
        return sides
    first, second = (_masked(side, line) for side, line in zip(sides, lines, strict=True))
    return first, second


def _as_reported(form: str, row: Print) -> str:
    """Return a word without its tense and person, which a report shifts ("has", "had")."""
    language = row.language
    if language is None:
        return form
    if form in language.auxiliaries | language.modals:
        return HELP
    return PERSON if form in language.subject_pronouns else form


def _is_figure(word: PrintWord) -> bool:
    return word.is_number and not word.date


def _masked(one: Profile, line: Sequence[str]) -> Profile:
    """Return a profile in which all numbers are one."""
    marked = [form for form, w in zip(line, one.of.words, strict=True) if w.marks is not None]
    return replace(
        one,
        keys=tuple(FIGURE if _is_figure(word) else word.key for word in one.words),
        numbers=frozenset(at for at in one.numbers if not _is_figure(one.words[at])),
        line=_line(line),
        marked=_line(marked) if len(marked) >= LEAST_MARKED else "",
        runs=_runs(line),
        values=frozenset(word.key for word in one.of.words if word.date),
    )


def weigh(word: PrintWord) -> float:
    """Return what it weighs that two prints share a word, whatever other texts there are."""
    if not word.content:
        return 0.0
    telling = not word.is_name and (word.is_number or len(word.form) >= LONG)
    return TELLING if telling else WORD


def _runs(forms: Sequence[str]) -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(forms[at : at + RUN]) for at in range(len(forms) - RUN + 1))


def _line(forms: Sequence[str]) -> str:
    return "\n".join(("", *forms, ""))
