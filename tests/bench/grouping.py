"""How long it takes to find the prints of one utterance, beside the pairs that are compared."""

from __future__ import annotations

import random
from collections.abc import Iterator

from tests.prints import Said, witness
from variorum.model.annotation import AnnotatedArticle

WITNESSES = (2, 10, 50)
QUOTATIONS = 40
# So many acts of speech of so many people make the story, each witness prints some of them.
ACTS = 120
SPEAKERS = ("Ada Brandt", "Tom Ilvane", "Harbour Board", "Rui Castell", "Mina Osk", "Per Dolan")
SYLLABLES = ("bar", "den", "fol", "gri", "hal", "ket", "lon", "mur", "nes", "pol", "ras", "tev")
SHORT = ("the", "of", "and", "we", "to", "will", "that", "in", "is", "not")


def story(witnesses: int) -> list[AnnotatedArticle]:
    """Return a story of so many witnesses, with 40 quotations each, the same at each call."""
    chance = random.Random(7)
    words = [a + b + c for a in SYLLABLES for b in SYLLABLES for c in SYLLABLES[:6]]
    weights = [1 / rank for rank in range(10, 10 + len(words))]
    acts = [(chance.choice(SPEAKERS), _speech(chance, words, weights)) for _ in range(ACTS)]
    return [
        witness(*_printed(chance, acts), source=f"{at}.txt", headline=f"The harbour {at}")
        for at in range(witnesses)
    ]


def _speech(chance: random.Random, words: list[str], weights: list[float]) -> list[str]:
    count = chance.randint(6, 30)
    content = iter(chance.choices(words, weights, k=count))
    return [word if chance.random() < 0.55 else chance.choice(SHORT) for word in content]


def _printed(chance: random.Random, acts: list[tuple[str, list[str]]]) -> Iterator[Said]:
    """Yield 40 acts of speech as a witness prints them: cut, and with some words left out."""
    for speaker, speech in chance.sample(acts, QUOTATIONS):
        start = chance.choice((0, 0, len(speech) // 3))
        kept = [word for word in speech[start:] if chance.random() < 0.95]
        form = chance.choice(("direct", "direct", "indirect"))
        yield Said(words=" ".join(kept).capitalize(), by=speaker, form=form)
