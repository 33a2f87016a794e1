"""What a parse tells of a clause: verbs that the rules miss, and the subject of each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from variorum.annotate.stating.verbs import GERUND, Verb, verbs_in
from variorum.annotate.syntax import RELATIONS, Syntax
from variorum.annotate.tokens import Token
from variorum.languages import Language

_HELPS = frozenset({"aux", "cop"})
_SUBJECTS = frozenset({"nsubj", "csubj", "expl"})
_CLAUSAL = _SUBJECTS | _HELPS
# How a clause hangs on one that it does not tell more of.
_BESIDE = frozenset({"conj", "parataxis", "root"})
_OBJECT = frozenset({"obj"})
# What no head of a clause is of its verb group.
_ASIDE = _HELPS | {"advmod", "case", "mark", "punct"}
_NOUNS = frozenset(
    {"amod", "appos", "case", "compound", "det", "flat", "nmod", "nsubj", "nummod", "obj", "obl"}
)
# What a verb has below it, and a noun has not, and the other way round.
_OF_VERBS = frozenset({"advcl", "advmod", "ccomp", "obj", "obl", "xcomp"})
_OF_NOUNS = _SUBJECTS | {"amod", "case", "compound", "det", "mark", "nmod", "nummod"}


@dataclass(frozen=True, slots=True)
class Tree:
    """How tokens hang together, each on the head that is likeliest: it may have circles.

    Nothing is asked of it but a word and those right above and below it.

    Args:
        heads: of each token the one it hangs on, -1: on none of these.
        relations: how, in Universal Dependencies, subtypes left out.
        below: of each token those that hang on it, in order.
    """

    heads: Sequence[int]
    relations: Sequence[str]
    below: Sequence[Sequence[int]]

    def has(self, at: int, relations: frozenset[str]) -> bool:
        """Tell whether something hangs on a token in one of the ``relations``."""
        return any(self.relations[one] in relations for one in self.below[at])

    def head_of(self, verb: Verb) -> int:
        """Return the head of the clause that a verb group is of, -1: none of the tokens."""
        for at in range(verb.end - 1, verb.first - 1, -1):
            if self.relations[at] not in _ASIDE:
                return at
        return self.heads[verb.first]

    def subjects_of(self, verb: Verb) -> list[int]:
        """Return the subjects of a verb group that stand before it, in order."""
        head = self.head_of(verb)
        below = self.below[head] if head >= 0 else ()
        return [one for one in below if self.relations[one] in _SUBJECTS and one < verb.first]

    def marks_of(self, verb: Verb) -> list[int]:
        """Return the conjunctions that lead in the clause of a verb group, in order."""
        head = self.head_of(verb)
        return (
            [one for one in self.below[head] if self.relations[one] == "mark"] if head >= 0 else []
        )

    def is_noun(self, at: int) -> bool:
        """Tell whether a word in *-ing* is a noun or a preposition: it has no object."""
        return self.relations[at] in _NOUNS and not self.has(at, _OBJECT)

    def goes_with(self, adverb: int, opener: int) -> bool:
        """Tell whether an adverb is said of the clause that an opener leads in (``only when``)."""
        near = self.heads[adverb] in (opener, self.heads[opener])
        return near and self.relations[adverb] == "advmod"

    def is_below(self, subject: int) -> bool:
        """Tell whether the clause of a subject hangs on a word before it, as no main one does."""
        head = self.heads[subject]
        below = head > subject and 0 <= self.heads[head] < subject
        return below and self.relations[head] not in _BESIDE

    def relates(self, at: int) -> bool:
        """Tell a relative pronoun: it is subject or object of a clause that describes a noun."""
        head = self.heads[at]
        described = head > at and self.relations[head] == "acl" and 0 <= self.heads[head] < at
        return described and self.relations[at] in ("nsubj", "obj", "obl")

    def demonstrates(self, at: int) -> bool:
        """Tell a word that leads in no clause from a pronoun or conjunction (``that day``)."""
        head = self.heads[at]
        if self.relations[at] == "det":
            return head == at + 1
        relative = head >= 0 and self.relations[head] in ("acl", "advcl")
        return self.relations[at] in ("nsubj", "obj", "obl") and not relative


def tree_of(tokens: Sequence[Token], syntax: Syntax) -> Tree:
    """Return how tokens hang together.

    A token of several words hangs where the first of them hangs that does so outside it.

    Args:
        tokens: of one sentence, in order; what hangs on a word left out hangs on none.
        syntax: of the text that they are of.
    """
    starts = syntax.spans[:, 0]
    firsts = np.searchsorted(starts, [token.span[0] for token in tokens]).tolist()
    ends = np.searchsorted(starts, [token.span[1] for token in tokens]).tolist()
    owners = {
        word: at
        for at, (first, end) in enumerate(zip(firsts, ends, strict=True))
        for word in range(first, end)
    }
    low, high = min(firsts, default=0), max(ends, default=0)
    above = [owners.get(head, -1) for head in syntax.heads[low:high].tolist()]
    named = syntax.relations[low:high].tolist()
    heads, relations = [-1] * len(tokens), ["dep"] * len(tokens)
    below: list[list[int]] = [[] for _ in tokens]
    for at, (first, end) in enumerate(zip(firsts, ends, strict=True)):
        word = first - low
        while word + 1 < end - low and above[word] == at:
            word += 1
        if first < end:
            relations[at] = RELATIONS[named[word]]
        if first < end and above[word] not in (-1, at):
            heads[at] = above[word]
            below[above[word]].append(at)
    return Tree(heads, relations, below)


def verbs_of(tokens: Sequence[Token], language: Language, tree: Tree | None) -> list[Verb]:
    """Return the verb groups that the rules find, and the verbs that only a parse tells.

    Those are what has a subject before it and no helping verb, and what is joined to a verb. No
    verb of the rules is taken away.
    """
    found = verbs_in(tokens, language)
    if tree is None:
        return found
    taken = {at for verb in found for at in range(verb.first, verb.end)}
    heads = {tree.head_of(verb) for verb in found}
    told = (
        Verb(at, at + 1, firm=True)
        for at, hanging in enumerate(tree.below)
        if hanging and at not in taken and _may_be_verb(tokens, at, tree, language)
        if _acts(tree, at) or (_is_joined(tree, at, heads) and not (at and tokens[at].capital))
    )
    return sorted((*found, *told), key=lambda verb: verb.first)


def _may_be_verb(tokens: Sequence[Token], at: int, tree: Tree, language: Language) -> bool:
    """Tell what may be a finite verb from participles, infinitives, numbers and predicates."""
    token = tokens[at]
    if token.kind != "word" or token.form.endswith(GERUND) or token.form[0].isdigit():
        return False
    marks = (one for one in tree.below[at] if tree.relations[one] in ("mark", "aux"))
    bare = any(tokens[one].form in language.times.infinitive for one in marks)
    return not bare and tree.relations[at] != "xcomp" and not tree.has(at, _HELPS)


def _acts(tree: Tree, at: int) -> bool:
    """Tell whether a word has a subject, and before it."""
    subjects = (one for one in tree.below[at] if tree.relations[one] in _SUBJECTS)
    return next(subjects, at) < at


def _is_joined(tree: Tree, at: int, verbs: set[int]) -> bool:
    """Tell a verb that is joined to one before it from a noun (``was hit and taken to port``)."""
    head = tree.heads[at]
    if tree.relations[at] != "conj" or not 0 <= head < at:
        return False
    headed = head in verbs or tree.has(head, _CLAUSAL)
    alone = not tree.has(at, _OF_NOUNS)
    return headed and alone and tree.has(at, _OF_VERBS)
