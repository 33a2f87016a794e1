"""Verb groups that make a clause, by words and their neighbours: there is no tagger here.

A word is taken for a finite verb where a list says so (auxiliaries, common verbs, verbs of
speech, past forms) or its ending does (``-ed``), and its neighbours do not make it a noun or the
attribute of one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from variorum.annotate.tokens import Token
from variorum.languages import Language, finite_verbs, helping_verbs, noun_openers
from variorum.model.words import TITLE_CASE

# The ending of a present participle.
GERUND = "ing"
# The shortest word that is a verb by its ending alone.
SHORTEST = 4


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb group: the tokens ``first`` to ``end``, that not included.

    ``firm``: its first word is no participle by its form, which might describe a noun.
    """

    first: int
    end: int
    firm: bool


def verbs_in(tokens: Sequence[Token], language: Language) -> list[Verb]:
    """Return the verb groups of a stretch of tokens, in order."""
    reader = _Reader(tokens, language)
    found: list[Verb] = []
    for at in range(len(tokens)):
        if (found and at < found[-1].end) or not reader.is_finite(at):
            continue
        helps = tokens[at].form in helping_verbs(language)
        end = reader.group_end(at) if helps else at + 1
        found.append(Verb(at, end, helps or tokens[at].form in _firm(language)))
    return found


def is_gerund(tokens: Sequence[Token], at: int, language: Language) -> bool:
    """Tell whether a word may open a clause without a subject (``killing two``)."""
    token = tokens[at]
    form = token.form
    ending = form.endswith(GERUND) and len(form) > SHORTEST and not token.capital
    return token.kind == "word" and ending and form not in _no_gerunds(language)


@cache
def _no_gerunds(language: Language) -> frozenset[str]:
    nouns = language.prepositions | language.function_words | language.role_modifiers
    return nouns | {phrase.split()[0] for phrase in language.cue_phrases}


@cache
def _subjects(language: Language) -> frozenset[str]:
    return language.subject_pronouns | language.relatives


@cache
def _firm(language: Language) -> frozenset[str]:
    """Return the verb forms that are no participle and seldom a noun."""
    past = (language.past | language.times.pasts) - language.times.unchanged
    return finite_verbs(language, past)


@cache
def _weak(language: Language) -> frozenset[str]:
    """Return the listed forms that are as often participles or nouns."""
    return language.times.unchanged | {
        form for form, cue in language.cues.items() if cue.form == "participle"
    }


class _Reader:
    """Reads the verbs of one stretch of tokens."""

    def __init__(self, tokens: Sequence[Token], language: Language) -> None:
        self.tokens, self.language = tokens, language
        words = [token for token in tokens if token.kind == "word"]
        self.titled = sum(token.capital for token in words) >= TITLE_CASE * max(1, len(words))

    def is_finite(self, at: int) -> bool:
        """Tell whether a word opens a verb group."""
        token, language = self.tokens[at], self.language
        if token.kind != "word" or (token.capital and not self.titled and at > 0):
            return False
        before = self.tokens[at - 1] if at else None
        form = token.form
        if form in helping_verbs(language):
            bare = before is not None and before.form in language.times.infinitive
            return not bare and not form.endswith(GERUND)
        if before is not None and self._is_noun_after(before, at):
            return False
        if form in _firm(language):
            return at > 0 or self.titled
        if form in language.function_words or before is None:
            return False
        return self._is_weak(at) or self._has_pronoun(at)

    def _has_pronoun(self, at: int) -> bool:
        """Tell whether a pronoun that needs a verb stands right before a word (``who owns``)."""
        step = at - 1
        while step > 0 and self._is_adverb(step):
            step -= 1
        form, language = self.tokens[step].form, self.language
        if form not in _subjects(language):
            return False
        opened = step > 0 and self.tokens[step - 1].form in language.subordinators
        if form in language.object_pronouns and not opened:
            return False
        plain = self.tokens[at].text.isalpha() and self.tokens[at].text.islower()
        return plain and not self._is_adverb(at)

    def group_end(self, at: int) -> int:
        """Return where the group that a helping verb opens ends."""
        end = step = at + 1
        helps, last = helping_verbs(self.language), at
        while step < len(self.tokens) and self._continues(step):
            adverb = self._is_adverb(step)
            if self.tokens[step].form in helps and self.tokens[last].form not in helps:
                break
            last = last if adverb else step
            step += 1
            end = end if adverb else step
        return end

    def _continues(self, at: int) -> bool:
        token, language = self.tokens[at], self.language
        if token.kind != "word":
            return False
        helping = token.form in helping_verbs(language)
        return helping or self._is_adverb(at) or self._is_weak(at) or token.form in _firm(language)

    def _is_adverb(self, at: int) -> bool:
        form, language = self.tokens[at].form, self.language
        return form in language.adverbs or language.negates(form) or form.endswith("ly")

    def _is_weak(self, at: int) -> bool:
        """Tell whether a word may be a past form or a participle."""
        form, language = self.tokens[at].form, self.language
        if form in _weak(language):
            return True
        regular = form.endswith(tuple(language.past_endings)) and not form.endswith("eed")
        known = form in language.numbers or form in language.scales
        return regular and len(form) >= SHORTEST and not known

    def _is_noun_after(self, before: Token, at: int) -> bool:
        """Tell whether the word before makes a noun or an attribute of what looks like a verb."""
        language = self.language
        number = before.form[:1].isdigit() or before.form in language.numbers
        if number:
            after = self.tokens[at + 1] if at + 1 < len(self.tokens) else None
            return after is not None and self._is_plain(after)
        possessive = before.form.endswith(("'s", "s'"))
        return possessive or before.form in noun_openers(language)

    def _is_plain(self, token: Token) -> bool:
        """Tell whether a word may be a noun that a participle describes."""
        form = token.form
        return token.kind == "word" and form not in self.language.function_words
