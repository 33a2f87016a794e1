"""The stage as the pipeline calls it: any number of witnesses, everything signed and sorted."""

from __future__ import annotations

import pytest

from tests.stated import stated
from variorum.align import Align
from variorum.model.annotation import AnnotatedArticle
from variorum.model.identity import Noun, identity, sign
from variorum.model.story import Alignment, Story

LINES = (
    "The refinery at Lodz Bay leaked crude oil into three rivers and poisoned the nearby wells.",
    "Officials sealed 4 wells in the valley on Friday.",
    "The mayor of Torvik thanked nobody and left by the back door.",
    "“We were warned of the old pipes a year ago,” engineer Mara Quill told reporters.",
)


def align(articles: list[AnnotatedArticle]) -> Alignment:
    """Return the alignment of one story."""
    witnesses = tuple(sorted(a.article.id for a in articles))
    return Align()(sign(Story(id="", witnesses=witnesses), {}), articles)


def witnesses(count: int) -> list[AnnotatedArticle]:
    """Return articles that print the same lines, each with one of its own."""
    return [
        stated("\n".join((f"Report {n} of the leak", *LINES)), source=f"{n}.txt")
        for n in range(count)
    ]


@pytest.mark.parametrize("count", [0, 1, 2, 3, 12])
def test_any_number_of_witnesses_can_be_aligned(count: int) -> None:
    """None and one are legal; from two on what all print is shared."""
    found = align(witnesses(count))
    shared = [r for r in found.relations if len(r.readings) == count]
    assert bool(shared) == (count > 1)
    assert len(found.copies) >= count * (count - 1) // 2
    assert all(relation.origins == 1 for relation in shared if "refinery" in relation.reasons[0])


def test_every_object_is_signed_with_the_id_it_must_have() -> None:
    """Ids can be recomputed from the words in the spans, as ``verify`` does."""
    articles = witnesses(3)
    sources = {a.article.id: a.article for a in articles}
    found = align(articles)
    assert found.relations
    assert found.copies
    assert found.origins
    signed: tuple[Noun, ...] = (*found.relations, *found.copies, *found.origins, *found.flags)
    for item in signed:
        assert item.id == identity(item, sources)


def test_the_story_is_handed_on_as_it_came() -> None:
    """The alignment belongs to the story it was made for."""
    articles = witnesses(2)
    found = align(articles)
    assert found.story.witnesses == tuple(sorted(a.article.id for a in articles))
