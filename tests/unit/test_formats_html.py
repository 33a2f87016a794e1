"""HTML: which text is visible, where lines break."""

from __future__ import annotations

import pytest

from variorum.errors import InputError, LimitError
from variorum.formats import html
from variorum.model.article import Capture, Page
from variorum.model.limits import Limits


def _read(markup: str, limits: Limits | None = None) -> Page:
    capture = Capture(source="page.html", data=markup.encode(), sha256="")
    return html.read(capture, limits or Limits())


def _lines(markup: str) -> list[str]:
    page = _read(markup)
    return [page.text[slice(*line.span)] for line in page.lines]


@pytest.mark.parametrize(
    ("markup", "lines"),
    [
        ("<p>one<p>two", ["one", "two"]),
        ("one<br>two<br/>three", ["one", "two", "three"]),
        ("<p>a <b>bold</b>\n  word, <i>said</i>she</p>", ["a bold word, saidshe"]),
        ("<div>outer<div>inner</div>after</div>", ["outer", "inner", "after"]),
        ("<ul><li>one<li>two</ul>", ["one", "two"]),
        ("<table><tr><td>a<td>b<tr><th>c</table>", ["a", "b", "c"]),
        ("<pre>  x = 1\n\n  y</pre>", ["x = 1", "y"]),
        ("<p>fish &amp; chips&nbsp;&#8364;5 &lt;p&gt;", ["fish & chips\u00a0€5 <p>"]),
        ("1 < 2 and 3 > 2", ["1 < 2 and 3 > 2"]),
        ("<button>Share</button> <label>Name</label>", ["Share Name"]),
    ],
)
def test_lines_break_as_in_a_browser(markup: str, lines: list[str]) -> None:
    """Blocks and breaks end lines, inline elements do not, white space runs together."""
    assert _lines(markup) == lines


@pytest.mark.parametrize(
    "hidden",
    [
        "<script>if (a < b) alert('<p>no</p>')</script>",
        "<style>p{color:red}</style>",
        "<template><p>no</p></template>",
        "<noscript>no</noscript>",
        "<!-- no <p>no</p> -->",
        "<!doctype html>",
        "<p hidden>no</p>",
        '<div style="DISPLAY : none"><p>no</p></div>',
        "<span style='visibility:hidden'>no</span>",
        "<select><option>no</select>",
        "<textarea>no</textarea>",
        '<input value="no">',
        '<img alt="no">',
        "<svg><title>no</title><text>no</text></svg>",
        "<dialog>no</dialog>",
        "<iframe>no</iframe>",
        "<object><p>no</p></object>",
    ],
)
def test_what_a_browser_does_not_show_is_left_out(hidden: str) -> None:
    """Scripts, comments, form values and hidden elements are no text; what follows them is."""
    assert _lines(f"<p>before</p>{hidden}<p>after</p>") == ["before", "after"]


def test_the_title_is_metadata_and_not_text() -> None:
    """Nothing in the head is visible, even where the head is never closed."""
    assert _lines("<head><title>Title</title><meta charset=utf-8><p>Text") == ["Text"]


def test_aria_hidden_text_is_visible() -> None:
    """The mark hides text from a screen reader, not from the eye."""
    assert _lines("<p aria-hidden=true>seen</p>") == ["seen"]


def test_a_page_hidden_whole_until_its_script_runs_is_read() -> None:
    """Where styles would leave nothing at all, they are not believed."""
    assert _lines("<div style='visibility:hidden'><p>The story.</p></div>") == ["The story."]


def test_parts_that_a_server_streams_late_are_read() -> None:
    """Hidden segments that a script puts in place are what the reader saw."""
    assert _lines("<p>a</p><div hidden id='S:0'><p>b</p></div>") == ["a", "b"]


def test_invisible_characters_in_the_text_stay() -> None:
    """Zero-width and bidirectional characters are part of the words as printed."""
    assert _read("<p>a\u200bb \u202eabc\u202c</p>").text == "a\u200bb \u202eabc\u202c"


def test_paths_name_what_holds_the_whole_line() -> None:
    """A line inside a link is told from a line that holds one."""
    page = _read(
        "<body><main><div class='story lead' id=top><p><a href=#>whole</a></p>"
        "<p>half <a href=#>link</a></p></div></main>"
    )
    ends = [line.path.rpartition("main/")[2] for line in page.lines]
    assert ends == ["div.story.lead.#top/p/a", "div.story.lead.#top/p"]


def test_an_end_tag_closes_nothing_outside_its_cell() -> None:
    """A stray end tag inside a table does not end the hidden part around it."""
    markup = "<div hidden><table><tr><td></div>no</td></tr></table>no</div><p>yes"
    assert _lines(markup) == ["yes"]


def test_attributes_with_brackets_and_odd_quotes_do_not_leak() -> None:
    """Tags end where the standard says they end."""
    markup = "<p title='a > b' data-x=it's \"stray>one</p><a href=\"x>y\">two</a>"
    assert _lines(markup) == ["one", "two"]


def test_the_declared_encoding_is_read() -> None:
    """A page in another encoding says so in a meta tag."""
    data = "<meta charset='windows-1251'><p>Мост открыт</p>".encode("cp1251")
    page = html.read(Capture(source="p.html", data=data, sha256=""), Limits())
    assert page.text == "Мост открыт"


@pytest.mark.parametrize(
    ("data", "source", "known"),
    [
        (b"anything", "https://a.example/x.HTML", True),
        (b"\n <!-- saved --><!DOCTYPE html><p>", "page", True),
        (b"\xef\xbb\xbf<html><p>", "page", True),
        ("<html>".encode("utf-16"), "page", True),
        (b"<?xml version='1.0'?><html>", "page", True),
        (b"<rss version='2.0'>", "page", False),
        (b"He wrote <p> on the board", "page.txt", False),
        (b"<broken", "page.txt", False),
        (b"", "page", False),
    ],
)
def test_pages_are_recognised_by_name_or_beginning(data: bytes, source: str, known: bool) -> None:
    """HTML is known by its file name or by what it begins with."""
    assert html.recognises(data, source) is known


def test_limits_and_empty_pages_are_refused_by_name() -> None:
    """The message names the file and the way out."""
    with pytest.raises(LimitError, match=r"page\.html.*--max-characters"):
        _read("<p>abcdef", Limits(characters=3))
    with pytest.raises(LimitError, match=r"page\.html.*--max-bytes"):
        _read("<p>abcdef", Limits(bytes=3))
    with pytest.raises(InputError, match=r"page\.html: no visible text"):
        _read("<html><script>let a</script>")


@pytest.mark.parametrize(
    "markup",
    [
        "<div>" * 100_000 + "deep",
        "".join(f"<p><b id={n}>x" for n in range(20_000)) + "deep",
        "<div>" * 20_000 + "</x>" * 20_000 + "deep",
        "<table><tr><td>" * 20_000 + "deep",
        "<ul><li>" * 20_000 + "deep",
        "&#" + "9" * 5_000 + "; deep",
        "<a " + "b " * 100_000 + ">deep",
        "<a b" + "=" * 100_000 + ">deep",
        "<!" * 100_000 + "><p>deep",
    ],
)
def test_markup_made_to_hurt_is_read(markup: str) -> None:
    """Depth, repetition and unclosed elements cost time in proportion to their length only."""
    assert _read(markup).text.endswith("deep")


def test_a_link_to_a_writer_is_marked_as_one() -> None:
    """The address of a writer's page says what a link is as its rel would."""
    page = _read('<p><a href="/authors/ada-quill">Ada Quill</a><p><a href="/authors">Writers</a>')
    assert [line.path for line in page.lines] == ["p/a.^author", "p/a"]


@pytest.mark.parametrize(
    ("markup", "line"),
    [
        ("<p>over <q>three years</q>, she said", "over “three years”, she said"),
        ("<p>over<q> three years </q>she said", "over “three years” she said"),
        ("<p><q>He said <q>no</q> twice</q>.", "“He said ‘no’ twice”."),
        ("<p><q>“three years”</q>", "“three years”"),
        ('<p>"<q>three years</q>"', '"three years"'),
        ("<p>a <q></q> b", "a b"),
        ("<p>a <q>never closed", "a never closed"),
        ("<p>a <q>closed by a block<p>b", "a closed by a block|b"),
        ("<pre> <q>\n</q>a</pre>", "a"),
    ],
)
def test_a_q_element_is_read_with_its_marks(markup: str, line: str) -> None:
    """A browser sets marks around a quotation in a line; marks the page prints are not doubled."""
    assert _lines(markup) == line.split("|")


def test_nested_q_elements_take_no_time() -> None:
    """Ever deeper quotations are read in time linear in their number."""
    page = _read("<p>" + "<q>a" * 100_000 + "</q>" * 100_000)
    assert len(page.text) < 100_010
