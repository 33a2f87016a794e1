"""Short headlines below the name of a paper in copied text."""

from __future__ import annotations

import pytest

from variorum.extract.copied import type_lines
from variorum.extract.short_titles import with_short_title

FERRY = (
    "The harbour council of Lindmouth voted on Tuesday to keep the old ferry in service until the "
    "new bridge opens next spring.",
    "“We heard the islanders,” said Ada Quill, who leads the council.",
    "The ferry has carried cars and sheep since 1931, and its engine was replaced twice in the "
    "last ten years.",
    "The vote was eleven to four.",
)
COURT = (
    "A court in Velm ruled on Friday that the town may not charge visitors a toll for crossing "
    "the old bridge, and ordered it to pay back what it took.",
    "Judge Noor Callard said the fee had no ground in law. “A road is a road,” she wrote.",
    "The town said it would appeal.",
    "Some 12,000 people paid the fee last summer, according to the court.",
)
MATCH = (
    "Orle Rovers beat Merrow 3-1 on Saturday to reach the final for the first time since 1978, "
    "with two late goals from Suki Farraday.",
    "The visitors had led at half-time through a header by Hal Verrinder.",
    "“We never stopped believing,” said manager Gareth Molloy after the match.",
    "The final will be played on 6 June in Hesk.",
)
VOTE = (
    "The Progress party won the election in Tessin with 41 percent of the vote, the commission "
    "said on Monday after a count of all ballots.",
    "Its leader, Ines Cardow, said she would form a government within a week.",
    "Turnout was 63 percent, lower than four years ago.",
    "The opposition conceded defeat late on Sunday.",
)


@pytest.mark.parametrize(
    "above",
    [
        ("The Tide Post",),
        ("THE TIDE POST", "News", "Sport", "Weather"),
        ("THE LINDMOUTH ECHO", "Tuesday 4 May 2031"),
        ("Tide Post", "Local news for Lindmouth"),
        ("Tidal News Service",),
        ("Velm University News",),
    ],
)
@pytest.mark.parametrize(
    ("title", "body"),
    [
        ("Council keeps ferry", FERRY),
        ("Bridge toll ruled unlawful", COURT),
        ("Rovers reach final", MATCH),
        ("Progress wins Tessin", VOTE),
    ],
)
def test_a_short_headline_below_a_masthead_is_found(
    above: tuple[str, ...], title: str, body: tuple[str, ...]
) -> None:
    """The line whose words the article repeats is its headline, not the name of its paper."""
    text = "\n\n".join([*above, title, *body])
    headlines = [b.span for b in type_lines(text, language="en") if b.kind == "headline"]
    assert [text[slice(*span)] for span in headlines] == [title]


def _titled(*lines: tuple[str, str], menus: int = 0) -> str | None:
    """Return the headline of lines given as (kind, words), the first ``menus`` of them links."""
    kinds, words = zip(*lines, strict=True)
    found = with_short_title(words, kinds, [at < menus for at in range(len(lines))], "en")
    return next((line for line, kind in zip(words, found, strict=True) if kind == "headline"), None)


def test_other_short_lines_are_no_headlines() -> None:
    """Links, credits, dates, sentences, and words the article does not repeat are none."""
    text = ("paragraph", FERRY[0])
    assert _titled(("furniture", "Council keeps ferry"), text) == "Council keeps ferry"
    assert _titled(("furniture", "Council keeps ferry"), text, menus=1) is None
    for line in (
        "By Harbour Council", "Council ferry 4 May 2031", "The council keeps its ferry.",
        "Sign in here", "Ferry", "Storm closes pier", "The Harbour Post",
    ):  # fmt: skip
        assert _titled(("furniture", line), text) is None


def test_a_headline_gives_way_only_where_it_names_a_paper() -> None:
    """A found headline stays, also below a paper's name where the article repeats its words."""
    title, below = ("headline", "Old ferry to stay"), ("furniture", "Harbour council votes")
    text = ("paragraph", FERRY[0])
    assert _titled(title, below, text) == "Old ferry to stay"
    assert _titled(("furniture", "The Tide Post"), title, below, text) == "Old ferry to stay"
    assert _titled(("headline", "The Tide Post"), below, text) == "Harbour council votes"


def test_a_text_without_a_long_paragraph_is_left_as_it_is() -> None:
    """Where nothing is told no line can be its title."""
    assert _titled(("furniture", "Council keeps ferry"), ("paragraph", "The ferry stays.")) is None
    assert _titled(("furniture", "Council keeps ferry")) is None


def test_the_name_of_a_paper_gives_way_to_a_title_typed_as_a_byline() -> None:
    """A byline that names nobody may be the title below a masthead; one that does may not."""
    paper, text = ("headline", "The Tide Post"), ("paragraph", COURT[0])
    assert _titled(paper, ("byline", "Storm hits Merrow"), text) == "Storm hits Merrow"
    assert _titled(paper, ("byline", "By Ana Poe"), text) == "The Tide Post"


def test_a_title_that_ends_like_a_paper_stays() -> None:
    """Where the body repeats a headline no less than the line below it, it is the headline."""
    text = ("paragraph", "The court told the Lindmouth Express to print a correction, it said.")
    head = ("headline", "Court Scolds Express")
    assert _titled(head, ("furniture", "Ferry returns"), text) == "Court Scolds Express"
