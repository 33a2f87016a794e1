"""The apparatus of an utterance: segments that hold every word once and read well."""

from __future__ import annotations

from tests.prints import Said, witness
from variorum.align.utterances import find_utterances
from variorum.model.annotation import AnnotatedArticle

Row = tuple[bool, list[str]]


def segments(*articles: AnnotatedArticle) -> list[Row]:
    """Return the segments of the only utterance: whether they agree, and what each print has."""
    (found,) = find_utterances(articles)
    texts = {a.article.id: a.article for a in articles}
    places = {q.id: (a.article.source, at) for a in articles for at, q in enumerate(a.quotations)}
    order = sorted(range(len(found.prints)), key=lambda at: places[found.prints[at]])
    rows = [
        (s.agrees, [" ".join(texts[r.witness].words(*r.spans)) for r in s.readings])
        for s in found.segments
    ]
    return [(agrees, [cells[at] for at in order]) for agrees, cells in rows]


def test_runs_of_agreement_and_difference_alternate() -> None:
    """Words that all print stand in one segment, the words that differ in another."""
    one = witness(Said(words="The old lighthouse must be painted before the regatta in August"))
    other = witness(
        Said(words="The old lighthouse has to be painted before the regatta in August"),
        source="b.txt",
    )
    assert segments(one, other) == [
        (True, ["The old lighthouse"] * 2),
        (False, ["must", "has to"]),
        (True, ["be painted before the regatta in August"] * 2),
    ]


def test_segments_end_where_sentences_end() -> None:
    """A sentence that one print lacks is a segment of its own."""
    whole = "Nobody was on the pier. The crane fell at noon into the empty basin."
    one, other = (
        witness(Said(words=whole)),
        witness(Said(words="The crane fell at noon into the empty basin."), source="b.txt"),
    )
    assert segments(one, other) == [
        (False, ["Nobody was on the pier", ""]),
        (True, ["The crane fell at noon into the empty basin"] * 2),
    ]


def test_commas_and_case_are_no_difference() -> None:
    """Punctuation, quote marks and capitals never part two prints."""
    one = witness(Said(words="Well, the crane, the big one, fell into the basin"))
    other = witness(
        Said(words="well the Crane – the big one – fell into the basin"), source="b.txt"
    )
    assert [agrees for agrees, _ in segments(one, other)] == [True]


def test_a_long_quotation_is_not_parted_by_a_stray_article() -> None:
    """A "the" in a sentence of its own does not align with one elsewhere."""
    one = witness(
        Said(words="The weather was awful. The dredger sank near the outer breakwater at dawn.")
    )
    other = witness(
        Said(words="The dredger sank near the outer breakwater at dawn."), source="b.txt"
    )
    assert segments(one, other)[0] == (False, ["The weather was awful", ""])


def test_three_prints_stand_side_by_side() -> None:
    """A column holds the reading of each of three prints, whichever two of them agree."""
    told = "The ferry company {} every sailing to the outer islands until further notice"
    verbs = ("cancelled", "suspended", "cancelled")
    rows = segments(
        *(
            witness(Said(words=told.format(verb)), source=f"{at}.txt", headline=f"Ferry {at}")
            for at, verb in enumerate(verbs)
        )
    )
    assert [agrees for agrees, _ in rows] == [True, False, True]
    assert rows[1][1] == ["cancelled", "suspended", "cancelled"]


def test_moved_sentences_lose_no_word() -> None:
    """Two sentences in another order come through with every word of both."""
    first, second = "The crane fell into the basin at noon", "Divers searched the wreck for hours"
    one = witness(Said(words=f"{first}. {second}."))
    other = witness(Said(words=f"{second}. {first}."), source="b.txt")
    rows = segments(one, other)
    for at in (0, 1):
        said = " ".join(cells[at] for _, cells in rows).split()
        assert sorted(said) == sorted(f"{first} {second}".split())


def test_a_print_alone_is_cut_at_its_sentences() -> None:
    """One print has a segment a sentence, all in agreement with itself."""
    rows = segments(witness(Said(words="The crane fell. Nobody was hurt.")))
    assert rows == [(True, ["The crane fell"]), (True, ["Nobody was hurt"])]


def test_an_abbreviation_ends_no_sentence() -> None:
    """The point of "Dr." or of an initial does not cut a segment."""
    rows = segments(witness(Said(words="We thank Dr. Ilvane and J. Brandt for the map")))
    assert len(rows) == 1
