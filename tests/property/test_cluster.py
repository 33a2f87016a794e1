"""What holds of every sorting into stories, whatever the texts."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.articles import article
from variorum.cluster import Cluster
from variorum.cluster.likeness import compare, profile
from variorum.model.annotation import AnnotatedArticle

WORDS = ("Tarnbeck", "reservoir", "flooded", "140", "rook", "endgame", "the", "of", "Kess", "2024")
TEXTS = st.lists(
    st.one_of(
        st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join), st.text(max_size=60)
    ).map(lambda words: f"Headline\n{words}"),
    max_size=6,
)


def told(texts: list[str]) -> list[AnnotatedArticle]:
    """Return one article a text."""
    return [
        AnnotatedArticle(article=article(text, source=f"{at}.txt")) for at, text in enumerate(texts)
    ]


@given(TEXTS)
@settings(max_examples=40, deadline=None)
def test_every_witness_is_in_exactly_one_story(texts: list[str]) -> None:
    """Stories part the witnesses: none lost, none told of twice."""
    articles = told(texts)
    held = [witness for story in Cluster()(articles) for witness in story.witnesses]
    assert sorted(held) == sorted({a.article.id for a in articles})


@given(TEXTS)
@settings(max_examples=40, deadline=None)
def test_the_order_of_articles_says_nothing(texts: list[str]) -> None:
    """The same stories come out in whatever order articles are given."""
    articles = told(texts)
    assert Cluster()(articles) == Cluster()(articles[::-1])


@given(TEXTS)
@settings(max_examples=40, deadline=None)
def test_a_score_lies_between_nought_and_one_and_has_no_direction(texts: list[str]) -> None:
    """A pair scores the same both ways round."""
    profiles = [profile(a) for a in told(texts)]
    for one, other in pairwise(profiles):
        assert compare(one, other) == compare(other, one)
        assert 0 <= compare(one, other).score <= 1
