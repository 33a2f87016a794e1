"""Which prints are compared, and which have a better counterpart."""

from __future__ import annotations

from tests.prints import Said, witness
from variorum.align.gathering.comparing import compare, profiles
from variorum.align.gathering.grouping import find_links
from variorum.align.gathering.rivals import beaten, candidates
from variorum.align.gathering.surroundings import FEW, Surroundings, likeness
from variorum.align.utterances import read_prints

UPPER = "The upper lock failed and will be mended by the spring"
LOWER = "The lower lock failed and may be mended by the autumn"


def test_prints_of_common_words_only_are_not_compared() -> None:
    """A word that most quotations of a witness hold brings no two of them together."""
    towns = [
        "Osk",
        "Brel",
        "Velm",
        "Ostry",
        "Thrang",
        "Nether",
        "Ilm",
        "Dol",
        "Rask",
        "Tibor",
        "Ashgill",
    ]
    said = [Said(words=f"The harbour {town} ferries") for town in towns]
    one, other = witness(*said), witness(*said, source="b.txt")
    prints = read_prints([one, other])
    met = set(candidates(profiles(prints)))
    assert all(prints[a].words[2].form == prints[b].words[2].form for a, b in met)


def test_a_look_alike_is_beaten_by_the_print_of_its_witness() -> None:
    """Of two look-alikes one is the better counterpart; the other is linked to neither."""
    both = witness(Said(words=UPPER), Said(words=LOWER))
    one = witness(Said(words=LOWER), source="b.txt")
    prints = read_prints([both, one])
    days = dict.fromkeys(prints)
    (upper, lower), (same,) = both.quotations, one.quotations
    second = beaten(compare(profiles(prints), days), prints)
    assert {frozenset(pair) for pair in second} == {frozenset((upper.id, same.id))}
    links = find_links(prints, days)
    scores = [links[min(q.id, same.id), max(q.id, same.id)].score for q in (lower, upper)]
    assert scores[0] > scores[1]


def test_surroundings_are_the_sentences_beside() -> None:
    """The words around a quotation are those of its sentence, and of one on each side."""
    found = witness(Said(words=UPPER), before="Three tugs lay at anchor.")
    spans = found.quotations[0].spans
    around = Surroundings(found)
    assert "tugs" not in around.around(spans, 0)
    assert {"tugs", "anchor", "lock"} <= around.around(spans, 1)


def test_few_words_are_alike_by_chance() -> None:
    """Two words that are the same are less like than two sentences that are."""
    few, many = frozenset("ab"), frozenset(map(str, range(FEW)))
    assert likeness(few, few) < likeness(many, many) == 1.0
    assert likeness(frozenset(), frozenset()) == 0.0
