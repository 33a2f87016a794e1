"""Invented records of two and three short reports of one saying, to be held beside one another."""

from __future__ import annotations

from dataclasses import replace

from tests.records import Desk, utterance, witness
from variorum.model.changes import Change, Changes
from variorum.model.record import Record, Witness

A = witness(
    "A", [("paragraph", "“At least so far we hold the weir,” Rask said. Four barges sank.")]
)
B = witness("B", [("paragraph", "“We hold the weir,” Rask told us. The lock is shut.")])
C = witness("C", [("paragraph", "“At least we hold the weir,” said Rask. Four barges went down.")])
SPOKEN = {"A": "At least so far we hold the weir,", "B": "We hold the weir,"}
SPOKEN["C"] = "At least we hold the weir,"


def desk(*witnesses: Witness) -> Desk:
    """Return a desk of witnesses with letters in their order, as a record gives them."""
    return Desk(tuple(replace(w, siglum="ABC"[at]) for at, w in enumerate(witnesses)))


def record(*witnesses: Witness, origins: int = 1, **arrays: object) -> Record:
    """Return a record in which Rask's words are one utterance, with a hedge where it is absent."""
    made = desk(*witnesses)
    letters = {w.id: letter for w, letter in ((A, "A"), (B, "B"), (C, "C"))}
    spoken = [(w.siglum, SPOKEN[letters[w.id]]) for w in made.witnesses if w.id in letters]
    prints = [made.quotation(siglum, words, "Rask") for siglum, words in spoken]
    hedges = [(siglum, "At least" if "At least" in words else "") for siglum, words in spoken]
    differs = len({bool(words) for _, words in hedges}) > 1
    variants = (made.variant("hedge-absent", "major", *hedges),) if differs else ()
    told = utterance(made, "Rask", prints, variants=variants, origins=origins)
    story = made.story("".join(w.siglum for w in made.witnesses))
    known: dict[str, object] = {"stories": (story,), "utterances": (told,)}
    return made.record(quotations=tuple(prints), **(known | arrays))


def of(changes: Changes, array: str) -> list[Change]:
    """Return the changes at the points of one array."""
    return [c for p in changes.points if p.array == array for c in p.changes]


def kinds(changes: Changes, array: str) -> list[str]:
    """Return what happened at the points of one array."""
    return [c.kind for c in of(changes, array)]
