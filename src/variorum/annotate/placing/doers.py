"""Who does what a word says, by the parse of its sentence.

A verb's doer is its subject, of a passive what stands behind ``by``; a verb without one takes that
of the verb it hangs on, a participle the noun that it describes. A noun's is its owner. A pronoun
stands for the subject of a verb above.
"""

from __future__ import annotations

from variorum.annotate.placing.act_frames import NO_ONE
from variorum.annotate.placing.chances import words_in
from variorum.annotate.placing.scenes import Range, Scene, is_gerund
from variorum.annotate.syntax import RELATIONS, Syntax
from variorum.model.spans import Span, overlap

# A verb takes the subject of one above it, at most so many steps up.
STEPS = 3
SUBJECTS = frozenset({"nsubj", "csubj"})
_CARRIED = frozenset({"conj", "advcl", "xcomp"})
_BEHIND = frozenset({"obl", "nmod"})
# What a phrase is made of, to the left of its head.
_LEADING = frozenset({"det", "amod", "compound", "nummod", "flat", "nmod", "inside"})


class Words:
    """The words of a sentence as the parser has them.

    Args:
        scene: the sentence.
        syntax: of its article.
    """

    def __init__(self, scene: Scene, syntax: Syntax) -> None:
        self.scene, self.syntax = scene, syntax
        self.words = words_in(syntax, scene.span((0, len(scene.tokens))))

    def doer_at(self, at: int) -> Range:
        """Return the tokens that name who does what a token of it says, none if nobody is."""
        word = self.of(self.scene.tokens[at].span)
        doer = None if word is None else self.doer(word)
        return NO_ONE if doer is None else self.phrase(doer)

    def of(self, span: Span) -> int | None:
        """Return the word that stands at a span."""
        return next((k for k in self.words if overlap(self.span(k), span)), None)

    def span(self, word: int) -> Span:
        """Return where a word stands."""
        return int(self.syntax.spans[word, 0]), int(self.syntax.spans[word, 1])

    def form(self, word: int) -> str:
        """Return a word in lower case."""
        return self.scene.text[slice(*self.span(word))].lower()

    def relation(self, word: int) -> str:
        """Return how a word hangs on its head."""
        return RELATIONS[int(self.syntax.relations[word])]

    def head(self, word: int) -> int | None:
        """Return the word that one hangs on, None where it is none of the sentence."""
        head = int(self.syntax.heads[word])
        return head if head in self.words else None

    def below(self, word: int) -> list[int]:
        """Return the words that hang on one."""
        return [k for k in self.words if int(self.syntax.heads[k]) == word]

    def named(self, word: int, relations: frozenset[str]) -> list[int]:
        """Return the words below one by some relations that are no pronouns."""
        language = self.scene.language
        pronouns = {*language.pronouns, *language.clause_relatives}
        near = (k for k in self.below(word) if self.relation(k) in relations)
        return [k for k in near if self.form(k) not in pronouns]

    def doer(self, word: int, steps: int = STEPS) -> int | None:
        """Return the word that names who does what one says."""
        near = self.below(word)
        by = self.scene.language.places.by
        for one in near:
            led = any(self.form(k) in by for k in self.below(one))
            if self.relation(one) in _BEHIND and led and not self._counts(one):
                return one
        if self._is_passive(word, near):
            return None
        for one in near:
            if self.relation(one) in SUBJECTS:
                return self._meant(one, word)
        owner = next((k for k in near if self.relation(k) == "nmod" and k < word), None)
        if owner is not None:
            return owner
        return self._above(word, steps)

    def _counts(self, word: int) -> bool:
        """Tell whether a word is an amount, or one of votes (``by nine votes``)."""
        forms = [self.form(word), *(self.form(k) for k in self.below(word))]
        votes = self.scene.language.places.ballots - self.scene.language.places.bodies
        return forms[0] in votes or any(form[:1].isdigit() for form in forms)

    def _meant(self, subject: int, verb: int) -> int:
        """Return the subject that a pronoun stands for, of a verb above its own, else itself."""
        pronouns = self.scene.language.subject_pronouns
        above = self.head(verb)
        while above is not None and self.form(subject) in pronouns:
            told = (k for k in self.below(above) if self.relation(k) in SUBJECTS and k < verb)
            subject = next((k for k in told if self.form(k) not in pronouns), subject)
            above = self.head(above)
        return subject

    def _above(self, word: int, steps: int) -> int | None:
        """Return the doer that a word without one has from what it hangs on."""
        head, relation = int(self.syntax.heads[word]), self.relation(word)
        if head < 0 or steps == 0:
            return None
        if relation in _CARRIED:
            return self.doer(head, steps - 1)
        doing = is_gerund(self.form(word), self.scene.language)
        return head if relation == "acl" and doing else None

    def _is_passive(self, word: int, near: list[int]) -> bool:
        language = self.scene.language
        being = any(
            self.relation(k) == "aux"
            and (self.form(k) in language.be_forms or self.form(k) in language.places.getting)
            for k in near
        )
        return being and not is_gerund(self.form(word), language)

    def phrase(self, head: int) -> Range:
        """Return the tokens of the phrase of a head, with what leads up to it."""
        first = head
        while first - 1 in self.words and self._leads(first - 1, head):
            first -= 1
        last = head
        while last + 1 in self.words and self.relation(last + 1) in {"flat", "inside"}:
            last += 1
        start, end = self.span(first)[0], self.span(last)[1]
        tokens = [k for k, one in enumerate(self.scene.tokens) if overlap(one.span, (start, end))]
        return (tokens[0], tokens[-1] + 1) if tokens else NO_ONE

    def _leads(self, word: int, head: int) -> bool:
        """Tell whether a word hangs on a head, or on one that does, as a part of its phrase."""
        for _ in range(STEPS):
            if word == head:
                return True
            above = int(self.syntax.heads[word])
            owns = self.relation(word) == "case" and above < word
            if self.relation(word) not in _LEADING and not owns:
                return False
            word = above
        return word == head
