"""Sketches sorted all at once: what holds whatever they are."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.sketched import plain
from variorum.cluster.batch import gather
from variorum.cluster.stream import StoryStream
from variorum.model.stream import Sketch

NOUNS = ("weir", "sluice", "harbour", "mill", "ferry", "dyke", "quay")
WORDS = st.lists(st.sampled_from(NOUNS), max_size=5)
DAYS = st.sampled_from([None, "2025-03-01", "2025-03-04", "2025-05-01"])


@st.composite
def sketches(draw: st.DrawFn) -> list[Sketch]:
    """Return a few sketches of few words, in any order."""
    drawn = draw(st.lists(st.tuples(WORDS, DAYS), max_size=8))
    return [plain(f"{at}", " ".join(words), day=day) for at, (words, day) in enumerate(drawn)]


@given(sketches(), st.randoms())
@settings(max_examples=40, deadline=None)
def test_the_order_never_counts(found: list[Sketch], chance: object) -> None:
    """The same sketches in another order are the same stories, each sketch in one of them."""
    stories = gather(found)
    assert gather(found[::-1]) == stories
    assert sorted(one.article for members in stories.values() for one in members) == sorted(
        one.article for one in found
    )


@given(sketches())
@settings(max_examples=40, deadline=None)
def test_the_movesof_a_stream_tell_every_story(found: list[Sketch]) -> None:
    """Two streams of one order move alike; whoever leaves a story was in it."""
    stream, again = StoryStream(), StoryStream()
    of: dict[str, str | None] = {}
    for one in found:
        moves = stream.add(one)
        assert moves == again.add(one)
        for move in moves:
            assert of.get(move.article) == move.before
            of[move.article] = move.story
    assert set(of) == {one.article for one in found}
