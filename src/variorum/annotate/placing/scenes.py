"""The words of one sentence with the places that it names, for the rules of the ledger.

There is no parser here: a clause is what stands around a verb up to the next verb, the words that
open a clause, and the points that part two.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from variorum.annotate.tokens import Token
from variorum.languages import Language, finite_cues
from variorum.model.spans import Span
from variorum.model.vocabulary import PlaceFeature

_POINTS = frozenset(";:—–-()[]?!…")
_SHORTEST = 4
Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Site:
    """A named place at its span; ``sure``: it is one wherever it stands, else by its verb.

    ``members``: the places for which a noun stands (``the four regions``). ``likely``: the kind
    that is guessed where ``feature`` is not known.
    """

    span: Span
    name: str
    feature: PlaceFeature
    ref: str | None = None
    point: tuple[float, float] | None = None
    sure: bool = True
    members: tuple[Site, ...] = ()
    likely: PlaceFeature | None = None


@dataclass(frozen=True, slots=True)
class Scene:
    """The tokens of one sentence; ``at``: the sites by their first token, with their end.

    ``hazards``: words for what nature does, and the names of storms.
    """

    text: str
    tokens: Sequence[Token]
    language: Language
    at: Mapping[int, tuple[Site, int]]
    inside: frozenset[int] = frozenset()
    timed: frozenset[int] = frozenset()
    hazards: frozenset[str] = frozenset()

    def form(self, at: int) -> str:
        """Return the word at a place in lower case, empty outside the sentence."""
        return self.tokens[at].form if 0 <= at < len(self.tokens) else ""

    def is_word(self, at: int) -> bool:
        """Tell a word from a point."""
        return 0 <= at < len(self.tokens) and self.tokens[at].kind == "word"

    def is_length(self, at: int) -> bool:
        """Tell whether a word is a length of time (``hours``)."""
        return self.form(at).removesuffix("s") in self.language.contrasts.lengths

    def has(self, region: Range, words: frozenset[str] | Mapping[str, str]) -> bool:
        """Tell whether one of some words stands in a region."""
        return any(self.form(at) in words for at in range(*region))

    def follows(self, at: int, phrase: Sequence[str]) -> bool:
        """Tell whether a phrase begins at a place."""
        return all(self.form(at + step) == word for step, word in enumerate(phrase))

    def joins(self, at: int) -> bool:
        """Tell whether a comma or a conjunction stands at a place."""
        return self.form(at) == "," or self.form(at) in self.language.conjunctions

    def parts(self, at: int) -> bool:
        """Tell whether a token parts two clauses for sure."""
        if at < 0 or at >= len(self.tokens):
            return True
        form = self.form(at)
        if at in self.inside:
            return False
        opens = form in self.language.subordinators or form in self.language.clause_relatives
        words = self.language.places
        opens = opens and not (form in words.likening and self._likens(at))
        return form in _POINTS or (opens and form not in self.language.conjunctions)

    def _likens(self, at: int) -> bool:
        """Tell whether ``as`` opens no clause (``as a shelter``, ``such as Velm``)."""
        words = self.language.places
        return self.form(at + 1) in words.indefinite or self.form(at - 1) in words.examples

    def is_verb(self, at: int) -> bool:
        """Tell whether a word is a verb by its form and the word before it."""
        token, language = self.tokens[at], self.language
        if token.kind != "word" or at in self.inside or (token.capital and at):
            return False
        form = token.form
        if form in language.auxiliaries or form in language.modals:
            return True
        if self._after_determiner(at) or "-" in form:
            return False
        past = form in language.past or form in language.times.pasts
        if past or form in language.common_verbs or form in finite_cues(language):
            return at > 0
        regular = len(form) >= _SHORTEST and form.endswith(tuple(language.past_endings))
        return at > 0 and regular and not self._is_attribute(at)

    def _is_attribute(self, at: int) -> bool:
        """Tell whether a participle describes the noun behind it (``Norvia's ruined land``)."""
        after, language = self.form(at + 1), self.language
        noun = self.is_word(at + 1) and after not in language.function_words | language.prepositions
        plain = noun and at + 1 not in self.inside and not self.tokens[at + 1].capital
        before = self.form(at - 1)
        led = before == "," or (at - 1 in self.inside and before.endswith(("'s", "’s")))
        return led and plain and after not in language.adverbs

    def _after_determiner(self, at: int) -> bool:
        before, language = self.form(at - 1), self.language
        leading = (language.prepositions - language.subordinators) | language.possessives
        fixed = before in leading or before in language.numbers or before[:1].isdigit()
        return fixed or before in language.determiners - language.lone_determiners

    def is_helping(self, at: int) -> bool:
        """Tell whether a word may stand between a verb and what opens its group."""
        form, language = self.form(at), self.language
        if not self.is_word(at) or at in self.inside:
            return False
        helps = form in language.auxiliaries or form in language.modals
        adverb = form in language.adverbs or form in language.places.intensifiers
        return helps or adverb or language.negates(form) or form[-2:] == "ly"

    def group_start(self, at: int) -> int:
        """Return where the group of the verb at a place begins."""
        while at > 0 and self.is_helping(at - 1):
            at -= 1
        return at

    def before(self, at: int) -> Range:
        """Return the words before the group of a verb in its clause: its subject, as a rule."""
        for _ in range(len(self.tokens)):
            start = at
            while start > 0 and not self.parts(start - 1) and not self.is_verb(start - 1):
                start -= 1
            if start == 0 or self.parts(start - 1):
                return (start, at)
            joints = [k for k in range(start, at) if self.joins(k)]
            relative = None if joints else self._relative(start - 1)
            if relative is not None and start < at:
                at = relative
                continue
            if not joints or joints[-1] + 1 < at:
                return (joints[-1] + 1 if joints else start, at)
            at = self._resumed(joints[-1], start - 1)
        return (0, 0)

    def _relative(self, verb: int) -> int | None:
        """Return what opens the relative clause of a verb (``troops who took Velm``)."""
        opener = self.group_start(verb)
        while opener > 0 and not self.parts(opener):
            opener -= 1
        known = self.form(opener) in self.language.clause_relatives and opener > 0
        said = self.form(verb) in finite_cues(self.language)
        told = known and (self.is_verb(opener - 1) or self.form(opener - 1) == ",")
        return opener if known and not told and not said else None

    def _resumed(self, comma: int, verb: int) -> int:
        """Return where to look for a subject further left: before an inserted clause, or a verb.

        (``The school, which is old, closed``; ``Troops took Velm and burned it``)
        """
        opener = verb
        while opener > 0 and not self.parts(opener):
            opener -= 1
        inserted = self.form(comma) == "," and self.form(opener - 1) == ","
        if inserted and self.parts(opener) and self.is_word(opener):
            return opener - 1
        return self.group_start(verb)

    def after(self, at: int) -> Range:
        """Return the words behind a verb in its clause, without the subject of the next one."""
        end = at + 1
        while end < len(self.tokens) and not self.parts(end) and not self.is_verb(end):
            end += 1
        if end == len(self.tokens) or self.parts(end) or self._describes(end):
            return (at + 1, end)
        joints = [k for k in range(at + 1, end) if self.joins(k)]
        return (at + 1, joints[-1] if joints else at + 1)

    def _describes(self, at: int) -> bool:
        """Tell whether a verb is a participle that carries on what stands before it."""
        prepositions = self.language.prepositions - self.language.times.infinitive
        regular = self.form(at).endswith(tuple(self.language.past_endings))
        return regular and self.form(at + 1) in prepositions and not self.is_helping(at - 1)

    def stretch(self, at: int) -> Range:
        """Return the words behind a noun up to the next verb or the end of the clause."""
        end = at + 1
        while end < len(self.tokens) and not self.parts(end) and not self.is_verb(end):
            end += 1
        return (at + 1, end)

    def phrase(self, region: Range) -> Range:
        """Return the first noun phrase of a region, without what is carried on behind it."""
        start, end = region
        while start < end and self._leads(start):
            start += 1
        stop = start
        while stop < end and self.is_word(stop) and not self._ends_phrase(stop):
            stop += 1
        return (start, stop)

    def _leads(self, at: int) -> bool:
        """Tell whether a word stands before a noun phrase (``on Monday``, ``then``)."""
        language, form = self.language, self.form(at)
        if at in self.inside or not self.is_word(at):
            return not self.is_word(at)
        known = form in language.prepositions or form in language.conjunctions
        when = at in self.timed or form in language.day_parts or form in language.shifts
        return known or when or form in language.adverbs

    def _ends_phrase(self, at: int) -> bool:
        if at in self.inside:
            return False
        form = self.form(at)
        ends = self.language.prepositions | self.language.conjunctions
        return form in ends or self.parts(at) or self.is_helping(at)

    def sites_in(self, region: Range) -> Iterator[tuple[int, Site]]:
        """Yield the sites of a region with where they begin."""
        for at in range(*region):
            if at in self.at:
                yield at, self.at[at][0]

    def words(self, region: Range) -> str:
        """Return the words of a region as printed, in one line."""
        start, end = region
        if start >= end:
            return ""
        return " ".join(
            self.text[self.tokens[start].span[0] : self.tokens[end - 1].span[1]].split()
        )

    def span(self, region: Range) -> Span:
        """Return where a region stands in the text."""
        return self.tokens[region[0]].span[0], self.tokens[region[1] - 1].span[1]


def is_gerund(form: str, language: Language) -> bool:
    """Tell whether a word has the ending of a gerund (``retaking``)."""
    return form.endswith(tuple(language.places.gerunds))
