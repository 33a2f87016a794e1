"""Which reports are of one event, and the reasons given."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from tests.articles import article
from variorum.cluster import Cluster
from variorum.cluster.fellows import annotate_dated
from variorum.cluster.linkage import average_linkage
from variorum.model.annotation import AnnotatedArticle
from variorum.model.article import Article, Block
from variorum.model.identity import identity
from variorum.model.story import Story

FLOOD = """Reservoir wall at Tarnbeck gives way after a week of rain
The upper reservoir at Tarnbeck spilled over on Tuesday night and flooded 140 houses in the valley.
Engineers of the Ollerdale water board had warned in March that the spillway was cracked.
Nobody drowned, but the primary school and the Tarnbeck bakery will stay shut until Easter."""
FLOOD_TOLD_AGAIN = """Valley cleans up
People in Tarnbeck shovelled mud from their kitchens on Wednesday, a day after the reservoir above
the town overflowed. The Ollerdale water board said 140 houses were flooded and that the cracked
spillway would be inspected. The bakery lost its ovens; the primary school is shut until Easter."""
CHESS = """Teenager wins the Merrow chess open
Jolanta Kess, 16, beat the former champion Ruben Astor in 41 moves at the Merrow chess open.
She sacrificed a rook in the endgame and offered no draw all week.
The tournament director called it the boldest win in the history of the open."""


def told(
    text: str, source: str, *, published: str | None = None, language: str | None = "en"
) -> AnnotatedArticle:
    """Return an article without annotations."""
    return AnnotatedArticle(
        article=article(text, source=source, published=published, language=language)
    )


def test_two_reports_of_one_event_are_one_story() -> None:
    """Names, numbers and rare words in common make one story, and the reasons name them."""
    articles = [told(FLOOD, "a.txt"), told(FLOOD_TOLD_AGAIN, "b.txt")]
    (story,) = Cluster()(articles)
    assert story.witnesses == tuple(sorted(a.article.id for a in articles))
    assert any("Tarnbeck" in reason for reason in story.reasons)
    assert any("140" in reason for reason in story.reasons)
    assert story.id == identity(story, {})


def test_two_unrelated_texts_are_two_stories() -> None:
    """Texts that share no rare word stay apart and say how near they came."""
    stories = Cluster()([told(FLOOD, "a.txt"), told(CHESS, "b.txt")])
    assert [len(story.witnesses) for story in stories] == [1, 1]
    assert all("below" in story.reasons[0] for story in stories)


def test_a_headline_alone_decides_nothing() -> None:
    """The same headline over another text is another story."""
    headline, _, _ = FLOOD.partition("\n")
    _, _, under = CHESS.partition("\n")
    assert len(Cluster()([told(FLOOD, "a.txt"), told(f"{headline}\n{under}", "b.txt")])) == 2


def test_furniture_never_counts() -> None:
    """Lines of the page around an article bring no two texts together."""
    page = told(f"{CHESS}\n{FLOOD}", "b.txt")
    lines = page.article.blocks
    around = tuple(Block("furniture", block.span) for block in lines[4:])
    page = replace(page, article=replace(page.article, blocks=lines[:4] + around))
    assert len(Cluster()([told(FLOOD, "a.txt"), page])) == 2


def test_a_look_alike_of_another_year_is_another_story() -> None:
    """The yearly report with the same words and other numbers is of another event."""
    lines = """Record crowd at the Ollerdale sheep fair
The Ollerdale sheep fair drew {} visitors this weekend, the shepherds' guild of Tarnbeck said.
The prize for the best ram went to {} for a Herdwick weighing {} kilograms."""
    first = told(lines.format("12,400", "Ann Pell", 88), "a.txt", published="2023-09-04")
    again = told(lines.format("13,150", "Joss Hale", 91), "b.txt", published="2024-09-02")
    near = told(lines.format("13,150", "Joss Hale", 91), "c.txt", published="2023-09-05")
    assert len(Cluster()([first, again])) == 2
    assert len(Cluster()([first, near])) == 1


def test_none_one_and_the_same_text_twice() -> None:
    """No article is no story, one is one, and equal bytes are one witness."""
    assert Cluster()([]) == ()
    assert [len(s.witnesses) for s in Cluster()([told(FLOOD, "a.txt")] * 2)] == [1]


def test_a_language_without_word_lists_is_sorted_too() -> None:
    """Names and long words do where nothing is known of a language."""
    one = "Povodeň v Lipnici\nHráz rybníka Hradčín v Lipnici se protrhla, voda zaplavila 140 domů."
    other = "Lipnice uklízí\nPo protržení hráze rybníka Hradčín voda v Lipnici zaplavila 140 domů."
    chess = "Šachy\nJolanta Kessová porazila ve finále mistra Rubena Astora po 41 tazích."
    articles = [told(t, f"{at}.txt", language="cs") for at, t in enumerate((one, other, chess))]
    assert sorted(len(s.witnesses) for s in Cluster()(articles)) == [1, 2]


def test_no_words_at_all() -> None:
    """Articles without a word are stories of their own, and no error."""
    assert len(Cluster()([told("—", "a.txt"), told("…", "b.txt")])) == 2


def test_average_linkage_asks_for_the_mean() -> None:
    """A third thing joins two others only where it is like both of them on the mean."""
    assert average_linkage(3, {(0, 1): 0.9, (0, 2): 0.6, (1, 2): 0.1}, 0.5) == ((0, 1), (2,))
    assert average_linkage(3, {(0, 1): 0.9, (0, 2): 0.6, (1, 2): 0.5}, 0.5) == ((0, 1, 2),)


def test_average_linkage_keeps_apart_what_may_never_be_one() -> None:
    """Two things that may never be one are not brought together by a third that is like both."""
    never = float("-inf")
    assert average_linkage(3, {(0, 1): 1.0, (0, 2): 1.0, (1, 2): never}, 0.5) == ((0, 1), (2,))


def test_dates_far_apart_part_stories() -> None:
    """The very same words and numbers a year on are another story, also beside an undated text."""
    first = told(FLOOD, "a.txt", published="2023-11-05")
    again = told(FLOOD_TOLD_AGAIN, "b.txt", published="2024-11-05")
    undated = told(FLOOD.replace("gives way", "breaks"), "c.txt")
    stories = Cluster()([first, again])
    assert len(stories) == 2
    assert all("dated 366 days apart" in story.reasons for story in stories)
    assert sorted(len(story.witnesses) for story in Cluster()([first, again, undated])) == [1, 2]


def test_a_dateline_dates_a_text_that_states_no_other_day() -> None:
    """A full date before the dash that opens the text counts; one inside its sentences does not."""
    now = told(FLOOD_TOLD_AGAIN, "a.txt", published="2024-11-05")
    headline, _, rest = FLOOD.partition("\n")
    old = told(f"{headline}\nTARNBECK, November 6, 2010 (Valley Wire) - {rest}", "b.txt")
    assert len(Cluster()([now, old])) == 2
    since = told(f"{headline}\n{rest} It was built on November 6, 2010 - by hand.", "c.txt")
    assert len(Cluster()([now, since])) == 1


def test_what_is_not_annotated_again_stays_undated() -> None:
    """Of two undated articles of a story the one that is read again has the month of the third."""
    dated, slow, quick = (
        AnnotatedArticle(article=article(f"Osk {name} the bridge.", published=day))
        for name, day in (("opens", "2031-05-03"), ("shuts", None), ("mends", None))
    )
    found = (dated, slow, quick)
    story = Story(id="", witnesses=tuple(one.article.id for one in found))

    def annotate(articles: Iterable[Article]) -> Iterator[AnnotatedArticle]:
        yield from (AnnotatedArticle(article=a) for a in articles if a.id == quick.article.id)

    read = annotate_dated(found, [story], annotate)
    assert read[:2] == found[:2]
    assert read[2].article.published is not None
    assert read[2].article.published.edtf == "2031-05?"
