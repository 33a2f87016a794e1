"""Claims joined where words alone do not settle it: by nearness, then by what does not clash."""

from __future__ import annotations

import pytest

from tests.stated import FILLER, stated
from variorum.align.claims import Claim, claims_of
from variorum.align.joining import join, join_all, score
from variorum.align.likeness import compare
from variorum.align.nearness import Nearness
from variorum.align.rarity import rarity
from variorum.align.verdicts import Verdict
from variorum.model.annotation import AnnotatedArticle

NEAR, FAR = 0.9, 0.1
FIRST_DAY, NEXT_DAY, LATER = "2031-05-03", "2031-05-04", "2031-07-04"


def first(item: AnnotatedArticle) -> Claim:
    """Return the first claim of an article."""
    return next(c for c in claims_of([item]) if c.statement.id == item.statements[0].id)


def joined(
    one: str,
    other: str,
    near: float = NEAR,
    *,
    modality: tuple[str, str] = ("fact", "fact"),
    published: tuple[str | None, str | None] = (None, None),
) -> Verdict | None:
    """Return how the claims of two lines stand, given how near their sentences are."""
    made = [
        stated(text + FILLER, source=f"{at}.txt", modality=modality[at], published=published[at])
        for at, text in enumerate((one, other))
    ]
    claims = [first(item) for item in made]
    rare = rarity([[claim.keys] for claim in claims])
    return join(claims[0], claims[1], compare(claims[0], claims[1], rare), near)


def told(verdict: Verdict | None) -> tuple[str, int] | None:
    """Return a relation and which of the two claims (0 or 1) stands first in it."""
    if verdict is None:
        return None
    return verdict.relation, int(verdict.one.article.source == "1.txt")


def test_two_that_lie_near_and_share_words_are_the_same() -> None:
    """Other words in near sentences are one point; in sentences far apart they are not."""
    pair = "The ferry struck a pier.", "A ferry rammed the old pier."
    assert told(joined(*pair)) == ("same", 0)
    assert joined(*pair, near=FAR) is None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The Brenn ferry struck a pier.", "The Brenn council met twice."),
        ("The ferry carried 9 cooks.", "The ferry carried 14 cooks."),
        ("The ferry struck a pier.", "The ferry never struck any other pier."),
    ],
)
def test_near_sentences_are_not_enough(one: str, other: str) -> None:
    """A name alone, another number on one day, and a denial of something else join nothing."""
    assert joined(one, other, published=(FIRST_DAY, FIRST_DAY)) is None


def test_another_count_on_another_day_is_of_another_time() -> None:
    """A count that grew from one day to the next is told with both figures and days."""
    pair = "The slide killed 9 hikers.", "The slide killed 14 hikers."
    found = joined(*pair, published=(FIRST_DAY, NEXT_DAY))
    assert found is not None
    assert found.relation == "other-time"
    assert found.finding == f"number 9 ≠ 14; printed {FIRST_DAY}, {NEXT_DAY}"
    assert joined(*pair, published=(FIRST_DAY, LATER)) is None
    assert joined(*pair, published=(FIRST_DAY, FIRST_DAY)) is None


@pytest.mark.parametrize(
    ("one", "other", "finding"),
    [
        ("The slide killed at least 9 hikers.", "A slide killed 14 hikers.", "number from 9 ⊃ 14"),
        ("The slide killed dozens of hikers.", "The slide killed 38 hikers.", "dozens ⊃ 38"),
    ],
)
def test_what_leaves_a_count_open_is_broader(one: str, other: str, finding: str) -> None:
    """A bound with room, and a vague count, hold the figure of the other."""
    for pair, place in (((one, other), 0), ((other, one), 1)):
        found = joined(*pair)
        assert told(found) == ("broader", place)
        assert found is not None
        assert found.finding == f"sentences alike: 0.90; {finding}"


@pytest.mark.parametrize(
    ("modality", "expected"),
    [
        (("fact", "claimed"), ("stronger", 0)),
        (("claimed", "fact"), ("stronger", 1)),
        (("possible", "planned"), ("stronger", 1)),
        (("planned", "fact"), ("other-time", 0)),
        (("claimed", "claimed"), ("same", 0)),
    ],
)
def test_modality_decides_between_claims_of_one_content(
    modality: tuple[str, str], expected: tuple[str, int]
) -> None:
    """Fact is above claim, plan above possibility, and a plan and its doing are of two times."""
    assert told(joined("Norvia annexed islands.", "Norvia annexed them.", modality=modality)) == (
        expected
    )


def test_a_claim_is_joined_to_the_likeliest_of_another_witness_only() -> None:
    """Of two claims of one witness the one that is less alike is left alone."""
    one = stated("A ferry struck the old pier.", source="a.txt")
    other = stated("The ferry struck that pier.\nThe pier is old.", source="b.txt")
    claims = claims_of([one, other])
    rare = rarity([[claim.keys] for claim in claims])
    edges = [
        (a, b)
        for a in range(len(claims))
        for b in range(a + 1, len(claims))
        if claims[a].article.id != claims[b].article.id
    ]
    alike = {edge: compare(claims[edge[0]], claims[edge[1]], rare) for edge in edges}
    found = join_all(alike, claims, Nearness([one, other]))
    assert len(found) == 1
    ((a, b),) = found
    assert {claims[a].statement.id, claims[b].statement.id} == {
        one.statements[0].id,
        other.statements[0].id,
    }


def test_nearness_depends_on_the_two_sentences_only(monkeypatch: pytest.MonkeyPatch) -> None:
    """Other pairs beside it change no cosine; beyond the limit a pair is far, equal ones near."""
    items = [
        stated(text, source=f"{at}.txt")
        for at, text in enumerate(
            ["A ferry sank.", "The ferry went down.", "Bread is dear.", "A ferry sank."]
        )
    ]
    a, b, c, d = (first(item) for item in items)
    near = Nearness(items)
    (alone,) = near.between([(a, b)])
    assert near.between([(b, c), (a, b)])[1] == alone
    assert near.between([(a, d)]) == [1.0]
    assert alone > near.between([(b, c)])[0]
    monkeypatch.setattr("variorum.align.nearness.MOST", 2)
    assert near.between([(a, b), (b, c)]) == [alone, 0.0]


def test_nearer_and_more_alike_is_more_certain() -> None:
    """The score grows with both figures."""
    one, other = (
        first(stated(t, source=t)) for t in ("A ferry sank.", "The ferry sank off Brenn.")
    )
    alike, unlike = compare(one, one, rarity([])), compare(one, other, rarity([]))
    assert score(alike, NEAR) > score(unlike, NEAR) > score(unlike, FAR)
