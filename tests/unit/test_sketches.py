"""What is kept of an article for sorting, and how roundups are cut."""

from __future__ import annotations

from dataclasses import replace

from tests.articles import article
from tests.sketched import by_name
from variorum.cluster.passages import MOST_PASSAGES, passages
from variorum.cluster.sketches import WORDS, sketch
from variorum.model.annotation import AnnotatedArticle, Mention
from variorum.model.article import Article, Block

ROUNDUP = """Tuesday in brief
## Ferry
The ferry to Pell Island was cancelled on Tuesday after a storm, the operator Lumen Lines said.
Some 300 passengers slept in the customs hall of Quillmouth, where Mayor Odile Brandt brought soup.
## Chess
In the Merrow open the teenager Jolanta Kess beat the former champion Ruben Astor in 41 moves.
She had sacrificed a rook, and Astor offered a draw that Kess refused, said the referee Ivo Tarn.
## Fish
Herring from the Skelling Banks must not be sold, the Sarnland food office in Ostrow decided.
Its head Mina Osk named mercury as the reason, and the Skelling fleet called the decision absurd."""
ONE_EVENT = """Storm stops the ferry to Pell Island
## What happened
The ferry to Pell Island was cancelled on Tuesday after a storm, the operator Lumen Lines said.
Some 300 passengers slept in the customs hall of Quillmouth, where Mayor Odile Brandt brought soup.
## What the operator says
The skipper of Lumen Lines saw waves of four metres off Pell Island and turned back to Quillmouth.
No ship of Lumen Lines has left Quillmouth since, and none will before Thursday, the skipper said.
## What comes next
Mayor Odile Brandt wants Lumen Lines to pay for the beds in Quillmouth and for the soup as well.
Pell Island has flour for a week, and its doctor told Odile Brandt by radio that nobody was ill."""


def headed(text: str) -> Article:
    """Return an article whose lines behind ## are section heads."""
    made = article(text)
    blocks = tuple(
        Block("section", block.span) if made.text.startswith("## ", block.span[0]) else block
        for block in made.blocks
    )
    return replace(made, blocks=blocks)


def test_a_roundup_is_cut_into_its_events() -> None:
    """Each section of a roundup that names others is a sketch of its own, at its span."""
    made = headed(ROUNDUP)
    found = sketch(AnnotatedArticle(article=made), by_name)
    spans = [one.passage for one in found if one.passage]
    assert [made.text[slice(*span)].split("\n")[0] for span in spans] == [
        "## Ferry", "## Chess", "## Fish",
    ]  # fmt: skip
    assert "kess" in found[1].names
    assert "kess" not in found[2].names
    assert len({one.article for one in found}) == 1


def test_sections_of_one_event_stay_together() -> None:
    """A report with headings over its parts is one sketch, of the whole."""
    (found,) = sketch(AnnotatedArticle(article=headed(ONE_EVENT)), by_name)
    assert found.passage is None


def test_a_liveblog_is_cut_at_its_times() -> None:
    """Paragraphs that open with a time of day begin a passage."""
    text = ROUNDUP.replace("## Ferry\n", "9:05 ").replace("## Chess\n", "10.40 ")
    found = passages(article(text.replace("## Fish\n", "11:15 am ")))
    assert [part.span is not None for part in found] == [True] * 3


def test_a_page_of_headings_alone_costs_little() -> None:
    """However many sections a page has, its passages are few."""
    sections = (
        f"## Part\nNear Place{at}a the Body{at}b met Person{at}c" + " and went home again" * 6
        for at in range(3 * MOST_PASSAGES)
    )
    assert len(passages(headed("In brief\n" + "\n".join(sections)))) <= MOST_PASSAGES


def test_a_sketch_keeps_the_weightiest() -> None:
    """A long text keeps its rare words, and of its mentions the places."""
    made = article("Dam holds\n" + "The weir at Ostrow held. " * 3 + "and so it was said " * 400)
    at = made.text.index("Ostrow")
    place = Mention(witness=made.id, span=(at, at + 6), kind="place", name="Ostrow")
    (found,) = sketch(AnnotatedArticle(article=made, mentions=(place,)), by_name)
    assert len(found.words) <= WORDS
    assert found.words[0] in {"ostrow", "weir"}
    assert found.places == ("ostrow",)
    assert found.names == ("ostrow",)
    assert len(found.vector) == 4 * 384


def test_times_between_posts_part_a_liveblog() -> None:
    """A line that is a time of day opens a passage, though it is no text of the article."""
    text = (
        ROUNDUP.replace("## Ferry", "18:20").replace("## Chess", "9.40").replace("## Fish", "21:05")
    )
    made = article(text)
    timed = tuple(
        Block("furniture", block.span) if block.span[1] - block.span[0] < 6 else block
        for block in made.blocks
    )
    found = passages(replace(made, blocks=timed))
    assert len(found) == 3
    assert all(block.kind == "paragraph" for passage in found for block in passage.blocks)
