"""Copied runs between witnesses: exact spans, direction, credit."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.articles import article
from tests.stated import stated
from variorum.align.copies import find_copies
from variorum.annotate import Annotate
from variorum.model.annotation import AnnotatedArticle
from variorum.model.article import Block
from variorum.model.story import Copy

RUN = "the refinery at Lodz Bay leaked crude oil into three rivers and poisoned the nearby wells"
ONE = f"Leak spreads\nOfficials found that {RUN} over a single weekend."
OTHER = f"Rivers fouled\nFor days, residents say, {RUN}, and nobody answered the phone."


def copies(*articles: AnnotatedArticle) -> tuple[Copy, ...]:
    """Return the copies; the order of the articles must not matter."""
    found = find_copies(articles)
    assert found == find_copies(articles[::-1])
    return found


def words(copy: Copy, *articles: AnnotatedArticle) -> tuple[str, str]:
    """Return the words of both sides of a copy."""
    texts = {a.article.id: a.article.text for a in articles}
    sides = (copy.from_, copy.to)
    first, second = (texts[side.witness][slice(*side.span)] for side in sides)
    return first, second


def test_a_copied_run_has_exact_spans_in_both() -> None:
    """Both spans hold the run and nothing else."""
    one, other = stated(ONE), stated(OTHER, source="b.txt")
    (found,) = copies(one, other)
    assert words(found, one, other) == (RUN, RUN)
    assert not found.credited


def test_case_and_punctuation_do_not_break_a_run() -> None:
    """Words are compared, not characters."""
    one, other = stated(ONE), stated(OTHER.replace("Bay leaked", "bay — Leaked"), source="b.txt")
    (found,) = copies(one, other)
    assert {RUN} < set(words(found, one, other))


def test_names_and_formulae_are_no_copies() -> None:
    """Short formulae, and long runs of names, prove nothing."""
    text = "The ministry did not immediately respond to a request for comment"
    assert not copies(stated(f"A\n{text} today."), stated(f"B\n{text} then.", source="b.txt"))
    names = "Prime Minister Ana Torres Vega of Costa Verde and President Otto Lind of West Hallmark"
    assert not copies(stated(f"A\nMet: {names}."), stated(f"B\nSeen: {names}!", source="b.txt"))


def test_who_spoke_is_no_copied_prose() -> None:
    """A title, a name and a verb of speech are those of one person, whoever writes of him."""
    lead = "Deputy harbour chief engineer Cy Brandt said on Monday the refinery"
    one = f"Leak spreads\n{lead} had leaked oil for weeks."
    other = f"Rivers fouled\n{lead} would be closed."
    articles = [Annotate()(article(one)), Annotate()(article(other, source="b.txt"))]
    assert all(found.quotations for found in articles)
    assert not copies(*articles)
    whole = [one, other.replace("would be closed", "had leaked oil for weeks into three rivers")]
    told = [Annotate()(article(text, source=text[:4])) for text in whole]
    (found,) = copies(*told)
    assert all("had leaked oil for weeks" in side for side in words(found, *told))


def test_speech_in_marks_is_no_copied_prose() -> None:
    """What both print inside quotation marks is one speech that two may have heard."""
    speech = f"“We know {RUN}.”"
    assert not copies(
        stated(f"A\n{speech} Quill said."), stated(f"B\nQuill: {speech}", source="b.txt")
    )
    assert copies(stated(f"A\n{speech} Quill said."), stated(f"B\n{RUN}.", source="b.txt"))


def test_the_earlier_witness_is_the_source() -> None:
    """A stated date gives the direction, as finely as both dates say."""
    early = stated(ONE, published="2031-05-04T09:00:00Z")
    late = stated(OTHER, source="b.txt", published="2031-05-05")
    (found,) = copies(early, late)
    assert found.from_.witness == early.article.id
    assert found.basis == "date"


def test_no_direction_is_made_up() -> None:
    """Of one day, undated, or credited both ways: the record says that nothing tells."""
    day = "2031-05-04"
    for dates in ((day, day), (None, None), (day, None), (day, f"{day}T09:00:00Z")):
        one = stated(ONE, published=dates[0])
        (found,) = copies(one, stated(OTHER, source="b.txt", published=dates[1]))
        assert found.basis == "unknown"


def test_who_is_credited_is_the_source_even_when_dated_later() -> None:
    """A credit in the text outweighs the date, which may be that of an update."""
    wire = stated(ONE, outlet="Hallmark Gazette", published="2031-05-06")
    copier = stated(
        OTHER + "\nThis was first reported by the Hallmark Gazette.",
        source="b.txt",
        published="2031-05-05",
    )
    (found,) = copies(wire, copier)
    assert found.from_.witness == wire.article.id
    assert found.credited
    assert found.basis == "credit"


@pytest.mark.parametrize("source", ["Hallmark Gazette", "hallmarkgazette.example"])
def test_a_source_that_the_markup_names_is_a_credit(source: str) -> None:
    """The name of an outlet, or its host, in the mark-up of a copy credits the words to it."""
    wire = stated(ONE, outlet="Hallmark Gazette")
    copier = stated(OTHER, source="b.txt")
    assert not copies(wire, copier)[0].credited
    copier = replace(copier, article=replace(copier.article, sources=(source,)))
    (found,) = copies(wire, copier)
    assert found.credited
    assert found.from_.witness == wire.article.id


def test_an_agency_both_carry_is_a_credit() -> None:
    """An agency in brackets, or in a line of furniture, credits the words to it."""
    one = stated(ONE.replace("Officials", "LODZ BAY (AP) — Officials"))
    other = stated(OTHER + "\nWith material from AP", source="b.txt")
    line = other.article.blocks[-1]
    blocks = (*other.article.blocks[:-1], Block("furniture", line.span))
    other = replace(other, article=replace(other.article, blocks=blocks))
    assert [c.credited for c in copies(one, other)] == [True]


@pytest.mark.parametrize(
    ("line", "credited"),
    [
        ("Source: Kelda News Agency", True),
        ("By Kelda News Agency", True),
        ("Kelda Courier", True),
        ("Source: Esk University News", True),
        ("World News", False),
        ("Local School News", False),
        ("Kelda Water Agency", False),
        ("More reports and pictures from the Kelda Courier", False),
    ],
)
def test_a_name_like_a_masthead_in_a_credit_line_is_a_credit(line: str, credited: bool) -> None:
    """Two reports whose credit lines name one outlet that no list has owe it their words."""
    pair = []
    for words, source in ((ONE, "a.txt"), (OTHER, "b.txt")):
        found = stated(f"{words}\n{line}", source=source)
        *blocks, last = found.article.blocks
        typed = (*blocks, replace(last, kind="furniture"))
        pair.append(replace(found, article=replace(found.article, blocks=typed)))
    assert [c.credited for c in copies(*pair)] == [credited]


def test_an_outlet_does_not_credit_itself() -> None:
    """The name above two reports of one outlet is no credit, with its article or without."""
    pair = []
    for words, source in ((ONE, "a.txt"), (OTHER, "b.txt")):
        found = stated(f"{words}\nThe Kelda Courier", source=source, outlet="The Kelda Courier")
        *blocks, last = found.article.blocks
        typed = (*blocks, replace(last, kind="furniture"))
        pair.append(replace(found, article=replace(found.article, blocks=typed)))
    assert [c.credited for c in copies(*pair)] == [False]


def test_a_common_word_is_not_the_outlet_of_that_name() -> None:
    """A name of one word that opens a sentence is no credit."""
    one = stated(ONE, outlet="Time")
    assert [
        c.credited for c in copies(one, stated(OTHER + " Time will tell.", source="b.txt"))
    ] == [False]
    assert [c.credited for c in copies(one, stated(OTHER + " So wrote Time.", source="c.txt"))] == [
        True
    ]


def test_furniture_is_never_copied_prose() -> None:
    """What two pages print around their articles is not compared, nor is a run drawn across it."""
    one, other = stated(ONE), stated(OTHER, source="b.txt")
    blocks = (other.article.blocks[0], Block("furniture", other.article.blocks[1].span))
    other = replace(other, article=replace(other.article, blocks=blocks))
    assert not copies(one, other)


def test_a_script_without_spaces_needs_more_characters() -> None:
    """A run of characters counts half a word each."""
    run = "昨日午後市役所前広場で大規模火災発生多数住民避難"
    one, other = (
        stated(f"甲\n{run}。", language="ja"),
        stated(f"乙\n{run}、", source="b.txt", language="ja"),
    )
    (found,) = copies(one, other)
    assert words(found, one, other) == (run, run)
    short = run[:10]
    assert not copies(stated(f"甲\n{short}。"), stated(f"乙\n{short}、", source="b.txt"))


def test_a_text_that_repeats_itself_is_read_once() -> None:
    """A long repetitive text yields one maximal run, not every pair of places."""
    text = "A\n" + "The old mill by the lower weir burned down again last night. " * 3000
    one, other = stated(text), stated(text + "Then it was over.", source="b.txt")
    assert len(copies(one, other)) == 1


def test_one_witness_or_none_copies_nothing() -> None:
    """Copies need two witnesses."""
    assert find_copies(()) == ()
    assert find_copies((stated(ONE),)) == ()


def test_a_dateline_names_whose_report_it_is() -> None:
    """A byline that names the wire of the other's dateline is a credit."""
    wire = stated(f"Leak spreads\nLODZ BAY, 4 May (Calder Wire) – Officials found that {RUN}.")
    paper = stated(f"Rivers fouled\n{RUN}.\nBy Calder Wire", source="b.txt", outlet="Ostry Echo")
    byline = replace(paper.article.blocks[-1], kind="byline")
    blocks = (*paper.article.blocks[:-1], byline)
    paper = replace(paper, article=replace(paper.article, blocks=blocks))
    (found,) = copies(wire, paper)
    assert found.credited
    assert found.from_.witness == wire.article.id
    other = replace(
        wire, article=replace(wire.article, text=wire.article.text.replace("Wire", "Cord"))
    )
    assert not copies(other, paper)[0].credited
