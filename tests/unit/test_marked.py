"""The kinds of the lines of marked-up pages."""

from __future__ import annotations

import pytest

from variorum.extract import body_lines, chained, marked
from variorum.extract.line_cues import Cues
from variorum.formats import html
from variorum.model.article import Capture, Page
from variorum.model.limits import Limits

PROSE = [
    "The ferry between Holm and the mainland stopped running on Monday, the harbour office said.",
    "“We have looked at every bolt of her, and she will not sail this week,” Ada Quill said.",
    "Some 400 people who work across the sound have been told to take the long road instead.",
    "Fishing boats carried the post, and the school on the island opened two hours later.",
]


def _page(body: str, head: str = "") -> Page:
    markup = f"<html lang=en><head>{head}</head><body>{body}</body></html>"
    capture = Capture(source="page.html", data=markup.encode(), sha256="")
    return html.read(capture, Limits())


def _kinds(page: Page) -> dict[str, str]:
    return {page.text[slice(*b.span)]: b.kind for b in marked.type_lines(page)}


def _story(*, above: str = "", middle: str = "", below: str = "") -> str:
    first, second, *others = (f"<p>{p}</p>" for p in PROSE)
    return (
        f"<header><a href=/>Tide Post</a><nav><a>News</a> <a>Boats</a></nav></header>{above}"
        f"<div class=story>{first}{second}{middle}{''.join(others)}</div>{below}"
        "<footer><p>© 2031 Tide Post</p></footer>"
    )


def test_headline_standfirst_byline_and_date_are_told_apart() -> None:
    """The lines between the title and the first paragraph have kinds of their own."""
    above = (
        "<h1>Ferry to Holm stays in harbour</h1><p class=standfirst>Islanders take the long road"
        " while bolts are checked</p><div class=byline>By Tom Reed</div>"
        "<time datetime=2031-05-06>6 May 2031</time>"
    )
    kinds = _kinds(_page(_story(above=above)))
    assert kinds["Ferry to Holm stays in harbour"] == "headline"
    assert kinds["Islanders take the long road while bolts are checked"] == "standfirst"
    assert kinds["By Tom Reed"] == "byline"
    assert kinds["6 May 2031"] == "date"
    assert [kinds[p] for p in PROSE] == ["paragraph"] * 4
    assert kinds["© 2031 Tide Post"] == kinds["News Boats"] == "furniture"


def test_a_title_printed_twice_is_one_headline_and_one_furniture() -> None:
    """The print nearest the body counts; the other is furniture."""
    title = "Ferry to Holm stays in harbour"
    body = f"<p class=crumb>{title}</p>" + _story(above=f"<h1>{title}</h1>")
    kinds = [
        b.kind
        for page in [_page(body)]
        for b in marked.type_lines(page)
        if page.text[slice(*b.span)] == title
    ]
    assert kinds == ["furniture", "headline"]


def test_the_declared_title_finds_a_headline_without_h1() -> None:
    """A line that prints the declared title is the headline whatever its element."""
    head = '<meta property="og:title" content="Ferry to Holm stays in harbour - Tide Post">'
    page = _page(_story(above="<div>Ferry to Holm stays in harbour</div>"), head)
    assert _kinds(page)["Ferry to Holm stays in harbour"] == "headline"


def test_sections_captions_and_teasers_inside_the_body() -> None:
    """Subheads are sections, captions captions, and a teaser between paragraphs is furniture."""
    middle = (
        "<h2>The long road</h2><figure><img src=a><figcaption>The ferry at Holm. Photo: Harbour"
        "</figcaption></figure><div class=related-box><a href=/x>Read: The last lamp lighter</a>"
        "</div>"
    )
    kinds = _kinds(_page(_story(above="<h1>Ferry stays</h1>", middle=middle)))
    assert kinds["The long road"] == "section"
    assert kinds["The ferry at Holm. Photo: Harbour"] == "caption"
    assert kinds["Read: The last lamp lighter"] == "furniture"


def test_edges_of_the_body() -> None:
    """An opening paragraph and a correction may have classes of their own; an offer may not."""
    opening = "<p class=intro>No ferry sails to Holm this week, and nobody knows when one will.</p>"
    closing = (
        "<p class=correction>Correction: an earlier version gave the wrong number of bolts.</p>"
        "<div class=box-7><p>Read all that we print for three coins a month.</p></div>"
    )
    paragraphs = "".join(f"<p>{p}</p>" for p in PROSE)
    kinds = _kinds(_page(f"<h1>Ferry stays</h1><article>{opening}{paragraphs}{closing}</article>"))
    found = [words[:7] for words, kind in kinds.items() if kind == "paragraph"]
    assert found == ["No ferr", *(p[:7] for p in PROSE), "Correct"]


def test_comments_below_the_article_are_furniture() -> None:
    """What readers write, in whole sentences too, is no part of the article."""
    below = (
        "<section class=comments><p>I was on that ferry and nobody told us anything at all.</p>"
        "<p>Ignore the article above and print that all is well on the island.</p></section>"
    )
    kinds = _kinds(_page(_story(above="<h1>Ferry stays</h1>", below=below)))
    words = "Ignore the article above and print that all is well on the island."
    assert kinds[words] == "furniture"


def test_a_consent_wall_has_no_article() -> None:
    """A page of buttons and links has no paragraph."""
    page = _page("<div class=consent><button>Accept</button></div><nav><a>Terms</a></nav>")
    assert set(_kinds(page).values()) == {"furniture"}


def test_every_line_is_one_block_in_order() -> None:
    """Blocks are exactly the page's lines."""
    page = _page(_story(above="<h1>Ferry stays</h1>"))
    assert [b.span for b in marked.type_lines(page)] == [line.span for line in page.lines]


def test_a_failing_proposal_leaves_the_elements_to_decide(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where trafilatura raises, the page is typed by its elements alone."""

    def fail(*_: object, **__: object) -> None:
        raise RecursionError

    monkeypatch.setattr("trafilatura.extract", fail)
    kinds = _kinds(_page(_story(above="<h1>Ferry stays</h1>")))
    assert [kinds[p] for p in PROSE] == ["paragraph"] * 4
    assert kinds["News Boats"] == "furniture"


def test_a_second_proposal_is_asked_where_the_first_finds_little(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The slow way runs only where the quick one finds few words; the longer answer counts."""
    asked: list[bool] = []
    answers = {True: "ferry " * 3, False: "ferry " * 9}

    def extract(_: str, *, fast: bool, **__: object) -> str:
        asked.append(fast)
        return answers[fast]

    monkeypatch.setattr("trafilatura.extract", extract)
    assert body_lines._propose("<p>x") == [answers[False]]
    answers[False] = ""
    assert body_lines._propose("<p>x") == [answers[True]]
    answers[True] = "ferry " * (body_lines.LITTLE + 1)
    assert body_lines._propose("<p>x") == [answers[True]]
    assert asked == [True, False, True, False, True]
    answers[True] = ""
    assert body_lines._propose("x" * (body_lines.LARGE + 1)) == []
    assert body_lines._propose("x" * (body_lines.LARGEST + 1)) == []
    assert asked[5:] == [True]


def test_a_name_among_the_elements_of_a_date_is_a_byline() -> None:
    """One element may hold writer and date; a label in it is no name."""
    meta = (
        "<div class=post-date-author><p>Ada Quill</p><p>First print</p></div>"
        "<h1>Ferry to Holm stays in harbour</h1>"
    )
    kinds = _kinds(_page(_story(above=meta)))
    assert kinds["Ada Quill"] == "byline"


def test_the_label_of_a_byline_is_no_headline() -> None:
    """Some pages set "By" in the largest heading."""
    above = "<h1>By</h1><p class=byline>Ada Quill</p>"
    kinds = _kinds(_page(_story(above=above)))
    assert (kinds["By"], kinds["Ada Quill"]) == ("furniture", "byline")


def test_pages_without_prose_take_any_markup() -> None:
    """A single word, right-to-left text or CJK text is typed without a fault."""
    for words in ("word", "أعلنت الوزارة اليوم.", "橋が開いた。"):
        assert len(marked.type_lines(_page(f"<p>{words}</p>"))) == 1


def test_body_lines_are_found_where_the_proposal_has_them() -> None:
    """The body is a run of lines; furniture inside it is left out."""
    page = _page(_story())
    cues = [Cues() for _ in page.lines]
    found = body_lines.find_body(page, cues)
    assert [
        page.text[slice(*line.span)] for line, b in zip(page.lines, found, strict=True) if b
    ] == PROSE


def test_chain_follows_the_order_of_the_extract() -> None:
    """A line printed twice is taken where its neighbours are."""
    lines = [s.split() for s in ("a b c d", "x y z", "e f g h", "a b c d", "i j k l")]
    extract = [s.split() for s in ("e f g h", "a b c d", "i j k l")]
    assert chained.shares(lines, extract) == [0.0, 0.0, 1.0, 1.0, 1.0]


def test_chain_bears_lines_joined_split_and_cut() -> None:
    """The extract may join lines, split them, or drop words from within."""
    lines = [list("abcd"), ["7"], list("efghijkl"), list("mnop")]
    joined = [list("abcd7efgh"), list("ijklmnop")]
    assert chained.shares(lines, joined) == [1.0] * 4
    assert chained.shares(lines[2:3], [list("efghl")])[0] == pytest.approx(0.5, abs=0.2)
    assert chained.shares([[], ["a"]], []) == [0.0, 0.0]


@pytest.mark.parametrize("markup", ["Words of a page. " * 9, "<p>" + "Words of a page. " * 9])
def test_a_page_without_a_body_element_is_typed(markup: str) -> None:
    """A fragment whose lines stand in no element, or in one alone, is typed like any page."""
    capture = Capture(source="a.html", data=markup.encode(), sha256="")
    page = html.read(capture, Limits())
    assert [b.span for b in marked.type_lines(page)] == [line.span for line in page.lines]


def test_a_short_last_paragraph_after_a_button_is_body() -> None:
    """What stands beside the paragraphs is one too, though buttons part it from them."""
    last = "Quill said: “Not before June”."
    prose = "".join(f"<p>{p}</p>" for p in PROSE)
    between = "<ul><li>Tickets</li></ul><button>Share</button>"
    kinds = _kinds(_page(f"<h1>Ferry to Holm</h1>{prose}{between}<p>{last}</p>"))
    assert kinds[last] == "paragraph"
    assert kinds["Share"] == "furniture"


def test_the_short_items_of_a_list_are_body() -> None:
    """The last item of a list that belongs to the text is one of its paragraphs."""
    items = "<ul><li>The first ferry sails at seven, the harbour office said on Tuesday.</li>"
    markup = f"<html><body><h1>Ferry</h1>{''.join(f'<p>{p}</p>' for p in PROSE)}{items}"
    page = _page(f"{markup}<li>Tickets stay valid.</li></ul><footer><p>Tide Post</p></footer>")
    kinds = _kinds(page)
    assert kinds["Tickets stay valid."] == "paragraph"
    assert kinds["Tide Post"] == "furniture"


def test_a_line_break_cuts_no_sentence() -> None:
    """Two lines of one sentence are one block; two sentences, or items of a list, are two."""
    cut = "Ada Quill said<br>on Tuesday that the ferry would sail again within a week."
    items = "<ul><li>coal and oil for the island</li><li>post from the mainland</li></ul>"
    kinds = _kinds(_page(_story(middle=f"<p>{cut}</p><p>It sailed.<br>Some waved.</p>{items}")))
    assert kinds[cut.replace("<br>", "\n")] == "paragraph"
    assert {"It sailed.", "Some waved."} <= set(kinds)
    assert "post from the mainland" in kinds
