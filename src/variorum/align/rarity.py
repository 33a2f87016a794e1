"""Which words carry something: function words weigh nothing, rare words weigh most.

The rarity of a word is its inverse document frequency (Spärck Jones 1972) over the statements
of a witness: what each of them repeats tells two statements apart no more than "the" does.
"""

from __future__ import annotations

import math
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from variorum import languages
from variorum.languages import Language

# In a language without a word list, words this short are taken for function words.
SHORT = 3
# A word that every statement holds still counts this much.
FLOOR = 0.1
# The verbs that report speech; those of thinking and planning say something of their own.
_REPORTING = ("say", "tell", "add", "answer", "claim", "deny", "announce", "admit", "warn")
# How many statements a short report is taken to have: rarity says little in fewer.
LENGTH = 30


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What is known of the words of one language; empty for an unknown one.

    ``function_words`` include the plainest verbs of speech: "said" is in every report.
    ``attributing`` are nouns that only tell who spoke: "spokesman", "statement"; ``reporting``
    the verbs that report what is said; ``backshifts``, ``possible`` and ``parts`` are
    as in the language.
    """

    function_words: frozenset[str] = frozenset()
    negations: frozenset[str] = frozenset()
    hedges: frozenset[str] = frozenset()
    attributing: frozenset[str] = frozenset()
    reporting: frozenset[str] = frozenset()
    backshifts: Mapping[str, str] = field(default_factory=dict)
    possible: frozenset[str] = frozenset()
    parts: frozenset[str] = frozenset()
    negative_endings: tuple[str, ...] = ()
    known: bool = False

    def tells(self, form: str) -> bool:
        """Tell whether a word only says who spoke, or that somebody did."""
        return form in self.attributing or form in self.reporting

    def is_part(self, forms: Sequence[str]) -> bool:
        """Tell whether the first of some words names a part of a whole ("half")."""
        return bool(forms) and forms[0] in self.parts

    def negates(self, form: str) -> bool:
        """Tell whether a case-folded word is one of negation."""
        return form in self.negations or form.endswith(self.negative_endings)

    def carries(self, form: str) -> bool:
        """Tell whether a case-folded word is a content word."""
        if self.known:
            return form not in self.function_words and not form.endswith(self.negative_endings)
        return len(form) > SHORT or form.isdigit() or is_unspaced(form)


def vocabulary(language: str | None) -> Vocabulary:
    """Return the vocabulary of a language by its ISO 639-1 code, an empty one if unknown."""
    found = languages.find(language)
    return _vocabulary(found) if found else Vocabulary()


@cache
def _vocabulary(found: Language) -> Vocabulary:
    light = found.function_words | found.cues_of("say", "tell")
    attributing = found.role_nouns | found.speech_nouns
    return Vocabulary(
        function_words=light,
        negations=found.negations,
        hedges=found.hedges,
        attributing=attributing,
        reporting=found.cues_of(*_REPORTING),
        backshifts=found.backshifts,
        possible=found.possible,
        parts=frozenset(found.fractions),
        negative_endings=tuple(sorted(found.negative_endings)),
        known=True,
    )


def is_unspaced(form: str) -> bool:
    """Tell whether a word is one character of a script written without spaces."""
    return len(form) == 1 and unicodedata.category(form) == "Lo"


@dataclass(frozen=True, slots=True)
class Rarity:
    """What each key counts in a story: ``FLOOR`` (in all of them) to 1."""

    weights: Mapping[str, float]
    _totals: dict[tuple[str, ...], float] = field(default_factory=dict, init=False, compare=False)

    def __call__(self, key: str) -> float:
        """Return what ``key`` counts; one never seen counts as one seen once."""
        return self.weights.get(key, 1.0)

    def total(self, keys: tuple[str, ...]) -> float:
        """Return what some keys count together, the same ones as often as they stand there."""
        if keys not in self._totals:
            self._totals[keys] = sum(map(self, keys))
        return self._totals[keys]


def rarity(witnesses: Iterable[Sequence[Iterable[str]]]) -> Rarity:
    """Weigh each key by the number of statements it stands in, in the witness that has it most.

    Counted within one witness, a word is as rare in fifty reports of an event as in two. A
    witness of few statements is weighed as one of ``LENGTH``.

    Args:
        witnesses: for each, the keys of each of its statements.
    """
    counts: dict[str, int] = {}
    length = LENGTH
    for statements in witnesses:
        length = max(length, len(statements))
        for key, count in Counter(key for keys in statements for key in set(keys)).items():
            counts[key] = max(count, counts.get(key, 0))
    whole = math.log(length + 1)
    return Rarity({key: max(FLOOR, 1 - math.log(count) / whole) for key, count in counts.items()})
