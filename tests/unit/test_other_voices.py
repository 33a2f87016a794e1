"""Comments and teasers in copied text: the words of others, not the article's."""

from __future__ import annotations

import pytest

from variorum.extract import Extract
from variorum.extract.copied import type_lines
from variorum.extract.other_voices import without_comments, without_teasers
from variorum.model.article import Capture

ARTICLE = (
    "The Tide Post",
    "Ferry to Corran stays in port",
    "4 May 2031",
    "The harbour master of Lindmouth said on Tuesday that the ferry would stay in port until its "
    "engine had been looked at by the yard.",
)
TEXT = ("paragraph", "section", "standfirst")


def body(*lines: str) -> list[str]:
    """Return the lines of a copied page that are article."""
    text = "\n\n".join(lines)
    return [text[slice(*b.span)] for b in type_lines(text, language="en") if b.kind in TEXT]


@pytest.mark.parametrize(
    "comments",
    [
        ("Comments (2)", "gull_watcher", "3 hours ago", "“We sank it,” Noor Callard told my aunt.",
         "Reply Report"),
        ("2 comments", "Hal P. 4 minutes ago", "The council said it is bankrupt.", "Like · Reply",
         "Oona 1 day ago", "Noor Callard said the yard lied to all of us about this.", "Flag"),
        ("Have your say", "Hal", "The mayor said nothing."),
        ("Readers’ comments", "Sort by: newest", "“It was the mayor,” the captain said."),
        ("What do you think of the ferry? Tell us in the comments below.", "The captain lied."),
        ("Comments are closed.", "The captain lied."),
        ("LEAVE A REPLY", "The captain told us that the engine was new."),
    ],
)  # fmt: skip
def test_what_stands_below_a_heading_of_comments_is_no_article(comments: tuple[str, ...]) -> None:
    """Neither are the heading and the marks about each comment."""
    assert body(*ARTICLE, *comments) == [ARTICLE[3]]


@pytest.mark.parametrize(
    "teaser",
    [
        "Related: Callard says “the ferry is done”",
        "READ MORE: Yard owner says ‘we were never asked’ about the engine.",
        "» Also read | Islanders: “We want our boat back”",
        "See also – The captain said no",
        "You may also like: Why the mayor told them to wait",
        "[Watch: Callard says she “will not resign”]",
    ],
)
def test_a_line_that_leads_to_another_article_is_furniture(teaser: str) -> None:
    """Wherever it stands, the article goes on below it."""
    last = "Some 300 islanders were told to wait for a boat from Esk, the council said on Tuesday."
    assert body(*ARTICLE, teaser, last) == [ARTICLE[3], last]


def test_a_label_may_head_a_list_of_teasers() -> None:
    """Lines without a full stop below it are its list; the article may go on below."""
    last = "Some 300 islanders were told to wait for a boat from Esk, the council said on Tuesday."
    teasers = ("Captain says “it was the yard”", "Why did the mayor say no?")
    assert body(*ARTICLE, "Related stories", *teasers, last) == [ARTICLE[3], last]
    assert body(*ARTICLE, "Read more:", *teasers, last) == [ARTICLE[3], last]


PROSE = "word " * 30 + "end."


@pytest.mark.parametrize(
    ("kinds", "lines"),
    [
        # A count of comments above the text is a link.
        (("headline", "standfirst", "furniture", "paragraph", "paragraph"),
         ("Ferry stays", "The ferry to Corran stays in port until the yard is done with it",
          "12 comments", PROSE, PROSE)),
        # Words of the article that a label or a heading only resembles.
        (("paragraph", "paragraph"), (PROSE, "Related to the mayor by marriage, Callard said no.")),
        (("paragraph", "paragraph"), (PROSE, "Watch out for ice: the yard says it is thin.")),
        (("paragraph", "paragraph"), (PROSE, "Callard: The ferry is done.")),
        (("paragraph", "section", "paragraph"), (PROSE, "The comments that cost her the post",
                                                 PROSE)),
        (("paragraph", "section", "paragraph"), (PROSE, "Discussion", PROSE)),
        (("paragraph", "paragraph"), (PROSE, "Read more books, the mayor told them.")),
        (("paragraph", "paragraph"), (PROSE, "“Watch: the ice goes first,” the yard said.")),
        (("paragraph", "paragraph"), (PROSE, "“She read the comments below,” he said.")),
        (("paragraph", "paragraph"), (PROSE, "In the comments below the film, she said no.")),
        # No more is told of what has no language.
        (("paragraph",), ("Comments (2)",)),
    ],
)  # fmt: skip
def test_other_lines_keep_their_kinds(kinds: tuple[str, ...], lines: tuple[str, ...]) -> None:
    """Where it cannot be told that they are of others, nothing changes."""
    assert without_comments(lines, kinds, "en") == list(kinds)
    assert without_teasers(lines, kinds, "en") == list(kinds)


def test_a_language_without_words_for_it_changes_nothing() -> None:
    """Lines in a language that has no file keep their kinds."""
    assert without_teasers(["Related: a ferry"], ["paragraph"], "xx") == ["paragraph"]


def test_a_teaser_in_a_page_with_mark_up_is_furniture() -> None:
    """There a label tells it too; a headline that begins with one stays."""
    last = "Some 300 islanders were told to wait for a boat from Esk, the council said on Tuesday."
    markup = (
        f"<html><body><article><h1>Watch: ferry leaves port</h1><p>{ARTICLE[3]}</p>"
        f"<p>Related: Callard says “the ferry is done”</p><p>{last}</p></article></body></html>"
    )
    capture = Capture(source="page.html", data=markup.encode(), sha256="")
    read = Extract()(capture)
    assert read.title == "Watch: ferry leaves port"
    assert [read.text[slice(*b.span)] for b in read.blocks if b.kind in TEXT] == [ARTICLE[3], last]
