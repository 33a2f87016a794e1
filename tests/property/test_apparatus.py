"""What holds of every collation, whatever the words: nothing lost, nothing by order."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.prints import Said, witness
from variorum.align.collating.columns import columns
from variorum.align.collating.segments import segmented, spans_of
from variorum.align.gathering.grouping import find_links
from variorum.align.prints import Print, read_print
from variorum.align.utterances import find_utterances, read_prints
from variorum.model.annotation import AnnotatedArticle
from variorum.model.spans import Spans
from variorum.model.story import Utterance
from variorum.model.words import words_in

# Few words, so that they meet, and the points and marks that must never outweigh one.
WORDS = (
    "the", "of", "not", "dredger", "harbour", "ferries", "twelve", "12", "re-opened", "reopened",
    "Ilvane", "perhaps", "quay", "at least", "sank", "sinks",
)  # fmt: skip
POINTS = (" ", ", ", ". ", " … ", "; ", " – ", "? ")
SPEECH = st.lists(st.tuples(st.sampled_from(WORDS), st.sampled_from(POINTS)), max_size=30).map(
    lambda parts: "Said" + "".join(point + word for word, point in parts)
)
SPEECHES = st.lists(SPEECH, min_size=1, max_size=4)


def articles(speeches: list[str]) -> list[AnnotatedArticle]:
    """Return one witness a speech, no two of them with the same text."""
    return [
        witness(Said(words=words), source=f"{at}.txt", headline=f"Harbour {at}")
        for at, words in enumerate(speeches)
    ]


def prints(speeches: list[str]) -> list[Print]:
    """Return the prints of the speeches."""
    return [read_print(found.quotations[0], found) for found in articles(speeches)]


@given(SPEECHES)
@settings(max_examples=50, deadline=None)
def test_every_word_stands_in_exactly_one_column(speeches: list[str]) -> None:
    """Read from left to right, the columns of a row are its words, each once and in order."""
    rows = prints(speeches)
    table = columns(rows)
    for at, row in enumerate(rows):
        held = [column[at] for column in table if column[at] is not None]
        assert held == list(range(len(row.words)))


@given(SPEECHES)
@settings(max_examples=50, deadline=None)
def test_every_word_stands_in_exactly_one_segment(speeches: list[str]) -> None:
    """The spans of a row's segments hold all its words, in order, and no word of another."""
    rows = prints(speeches)
    stretches = segmented(rows)
    for at, row in enumerate(rows):
        text = row.article.text
        spans = [span for stretch in stretches for span in spans_of(stretch.cells[at], row)]
        held = [word.span for span in spans for word in words_in(text, span)]
        assert held == [word.span for word in row.words]


@given(SPEECHES, st.randoms(use_true_random=False))
@settings(max_examples=40, deadline=None)
def test_the_order_of_witnesses_says_nothing(speeches: list[str], chance: object) -> None:
    """Utterances, segments and variants are the same in whatever order witnesses come."""
    given_ = articles(speeches)
    shuffled = list(given_)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert find_utterances(shuffled) == find_utterances(given_)


@given(SPEECHES)
@settings(max_examples=40, deadline=None)
def test_every_quotation_is_a_print_of_one_utterance(speeches: list[str]) -> None:
    """No quotation is lost or told of twice; the spans of variants hold whole words of theirs."""
    told = articles(speeches)
    found = find_utterances(told)
    assert sorted(p for u in found for p in u.prints) == sorted(a.quotations[0].id for a in told)
    texts = {a.article.id: a.article for a in told}
    for utterance in found:
        for variant in utterance.variants:
            for reading in variant.readings:
                assert all(texts[reading.witness].words(*reading.spans))
            assert any(reading.spans for reading in variant.readings)


@given(SPEECHES, SPEECHES)
@settings(max_examples=40, deadline=None)
def test_other_witnesses_change_no_score(speeches: list[str], others: list[str]) -> None:
    """What links the quotations of some witnesses is the same whatever others print."""
    told = articles([*speeches, *others])
    few, all_ = read_prints(told[: len(speeches)]), read_prints(told)
    found = find_links(all_, dict.fromkeys(all_))
    assert find_links(few, dict.fromkeys(few)) == {
        pair: link for pair, link in found.items() if few.keys() >= set(pair)
    }


@given(st.lists(SPEECH, min_size=3, max_size=3))
@settings(max_examples=40, deadline=None)
def test_a_third_print_changes_no_variant(speeches: list[str]) -> None:
    """Two witnesses differ in the same kinds, weights and words whatever a third one prints."""
    three = articles(speeches)
    whole = {key: found for found in find_utterances(three) for key in found.prints}
    for pair in combinations(three, 2):
        keys = [found.quotations[0].id for found in pair]
        if whole[keys[0]] is not whole[keys[1]]:
            continue
        alone = {key: found for found in find_utterances(pair) for key in found.prints}
        if alone[keys[0]] is alone[keys[1]]:
            told = [between(of[keys[0]], pair, three) for of in (whole, alone)]
            assert told[0] == told[1]


def forms(text: str, spans: Spans) -> tuple[str, ...]:
    """Return the words of some spans, without case and points."""
    return tuple(word.form for span in spans for word in words_in(text, span))


def between(
    found: Utterance, pair: Sequence[AnnotatedArticle], all_: Sequence[AnnotatedArticle]
) -> set[object]:
    """Return how two witnesses differ: of each variant its kind, weight and their two readings.

    Where one has nothing, those that have words do not differ from each other.
    """
    texts = {one.article.id: one.article.text for one in all_}
    told: set[object] = set()
    for variant in found.variants:
        held = {r.witness: (r.spans, forms(texts[r.witness], r.spans)) for r in variant.readings}
        cut = any(not spans for spans, _ in held.values())
        one, other = (held.get(side.article.id) for side in pair)
        if one and other and one[1] != other[1] and not (cut and one[0] and other[0]):
            told.add((variant.kind, variant.weight, one, other))
    return told


@given(SPEECH, st.sampled_from(POINTS))
@settings(max_examples=50, deadline=None)
def test_points_never_outweigh_words(speech: str, point: str) -> None:
    """Other punctuation inside a sentence changes no alignment: the words all meet."""
    inner = speech.replace(". ", " ").replace("? ", " ").replace(" … ", " ")
    other = inner.replace(" ", ", ") if point == ", " else inner.replace(", ", " ")
    rows = prints([inner, other])
    if [w.form for w in rows[0].words] == [w.form for w in rows[1].words]:
        assert all(None not in column for column in columns(rows))
