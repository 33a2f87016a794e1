"""What became of those whom a figure counts: killed, injured, missing … however it is told.

``Twelve people died``, ``killing 12`` and ``the death toll stands at 12`` count one thing in words
that share nothing. What a figure counts is told by the nearest word of a fate, inside its clause.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise

from variorum import languages
from variorum.align.claims import Claim
from variorum.align.once import once
from variorum.align.relating.bounds import Figure, figures_of
from variorum.align.relating.fitting import fit
from variorum.languages import Language
from variorum.model.spans import Span, covers
from variorum.model.words import Word

# A word of a fate stands so near a figure, in words; a break between the two counts as some.
REACH = 9
BREAK = 4
_BREAKS = frozenset(".;:,!?")
# Counts of one fate that are further apart are of two occasions, or of a part.
APART = 1.5


@once
def fates_of(claim: Claim) -> Mapping[str, Figure]:
    """Return the fates that a claim counts, each with its first figure.

    Args:
        claim: a claim in a language that is known, else it counts none.
    """
    language = languages.find(claim.article.language)
    found: dict[str, Figure] = {}
    if language is None or language.contrasts.fates.keys().isdisjoint(claim.forms):
        return found
    figures = [f for f in figures_of(claim) if f.kind == "#" and not f.measure]
    reader = _Clause(claim, language)
    for figure in figures:
        fate = reader.fate(figure.token.span)
        if fate:
            found.setdefault(fate, figure)
    return found


@once
def spared(claim: Claim) -> frozenset[str]:
    """Return the fates that a claim says nobody met: ``nobody was hurt``, ``no arrests were made``.

    Only where nobody at all is meant: not by ``nobody else``, ``no serious injuries`` or ``none of
    the crew``.
    """
    language = languages.find(claim.article.language)
    if language is None or not claim.denies:
        return frozenset()
    terms, forms = language.contrasts, [word.form for word in claim.words]
    found = set()
    for at, (form, behind) in enumerate(pairwise(forms)):
        if form in language.refusals and behind in terms.harms:
            found.add(terms.fates[behind])
        for start in (at + 1, at + 2):
            end = start
            while end < len(forms) and forms[end] in language.auxiliaries:
                end += 1
            met = start < end < len(forms) and terms.fates.get(forms[end])
            if met and " ".join(forms[at:start]) in terms.nobody:
                found.add(met)
    return frozenset(found)


def are_near(one: Figure, other: Figure, language: Language, *, apart: float = APART) -> bool:
    """Tell whether two counts of one fate may be of one group on one occasion.

    Both are of anybody, or of one sort of people, and both hold, or nearly.

    Args:
        one: a count of a fate.
        other: another count of it.
        language: of both.
        apart: how many times the lower the higher may be.
    """
    low, high = sorted((one.value[0], other.value[0]))
    alike = one.unit == other.unit or (is_anyone(one, language) and is_anyone(other, language))
    return alike and (fit(one, other) != "clash" or low * apart >= high)


def is_anyone(count: Figure, language: Language) -> bool:
    """Tell a count of people of any sort, or without a noun (``12 dead``), from one of a group."""
    words = language.contrasts
    return count.unit is None or count.unit in words.anyone or count.unit in words.fates


class _Clause:
    """The words of a claim, and what stands between two of them."""

    def __init__(self, claim: Claim, language: Language) -> None:
        self.claim, self.language = claim, language
        self.words = claim.words
        self.fates = language.contrasts.fates

    def fate(self, span: Span) -> str | None:
        """Return the fate told nearest to a figure, None where none is near."""
        inside = [at for at, word in enumerate(self.words) if covers(span, word.span)]
        if not inside or self._is_part(inside[-1]) or self._is_age(inside[0]):
            return None
        told = [*self._along(inside[-1], 1), *self._along(inside[0], -1)]
        return min(told, default=(0, None))[1]

    def _is_part(self, at: int) -> bool:
        """Tell a figure of some of those who are counted: ``12 of the injured``."""
        behind = self.words[at + 1 : at + 2]
        return any(word.form in self.language.variants.partitive for word in behind)

    def _is_age(self, at: int) -> bool:
        """Tell a figure behind a name and a comma: ``Odd Brenn, 56``."""
        if at == 0:
            return False
        name, figure = self.words[at - 1], self.words[at]
        text = self.claim.article.text
        return text[name.span[0]].isupper() and "," in text[name.span[1] : figure.span[0]]

    def _along(self, start: int, step: int) -> Iterator[tuple[int, str]]:
        """Yield the first fate on one side of a figure, with how far it is."""
        far, at = 0, start + step
        while 0 <= at < len(self.words) and far <= REACH:
            far += BREAK * self._parts(self.words[at], self.words[at - step]) + 1
            word = self.words[at]
            if word.form in self.fates and far <= REACH:
                yield far, self.fates[word.form]
                return
            at += step

    def _parts(self, one: Word, other: Word) -> bool:
        """Tell whether a point or a conjunction stands between two words, or is the first."""
        first, second = sorted((one.span, other.span))
        between = self.claim.article.text[first[1] : second[0]]
        joins = one.form in self.language.conjunctions
        return joins or not _BREAKS.isdisjoint(between)
