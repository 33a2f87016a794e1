"""Any bytes are read or refused; what is read keeps its promises."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.samples import CONTAINERS, LISTS
from variorum import formats
from variorum.errors import InputError
from variorum.extract import bylines, chained, credits, marked, publication
from variorum.extract.person_names import people_in
from variorum.extract.printed_dates import dates_in
from variorum.formats import html
from variorum.formats._tags import attributes, tokens
from variorum.model.article import Capture, Page
from variorum.model.limits import Limits

PIECES = st.sampled_from(
    ["<p>", "</p>", "<div hidden>", "</div>", "<b class='x y'>", "</b>", "<table>", "<td>",
     "</table>", "<br>", "<!--", "-->", "<script>", "</script>", "<a href=\"", "\">", "<pre>", "\n",
     " ", "&amp;", "&#x", "<h1>", "</h1>", "<li>", "<svg/>", "<time datetime=2031-05-06>", "<", ">",
     "word ", "A sentence of several words stands here. ", "橋", "\u202e", "\ud7ff", "6 May 2031"]
)  # fmt: skip
MARKUP = st.lists(PIECES, max_size=60).map("".join)


def _capture(data: bytes, name: str) -> Capture:
    return Capture(source=name, data=data, sha256="")


def _is_sound(page: Page) -> None:
    at = 0
    for line in page.lines:
        start, end = line.span
        assert at <= start < end <= len(page.text)
        assert not page.text[at:start].strip()
        assert page.text[start:end] == page.text[start:end].strip()
        at = end
    assert not page.text[at:].strip()


@given(st.binary(max_size=400), st.sampled_from(["a.html", "a.txt", "a"]))
def test_any_bytes_are_read_or_refused_by_name(data: bytes, name: str) -> None:
    """Nothing but an InputError that names the file comes of any bytes."""
    said = ""
    try:
        _is_sound(formats.read(_capture(data, name)))
    except InputError as error:
        said = str(error)
    assert not said or said.startswith(f"{name}: ")


@given(
    st.sampled_from(sorted({**CONTAINERS, **LISTS})), st.integers(0, 2_000), st.binary(max_size=8)
)
@settings(deadline=None)
def test_any_container_is_unpacked_or_refused(name: str, at: int, data: bytes) -> None:
    """A container with other bytes at any place gives captures and rows, and nothing else."""
    whole = {**CONTAINERS, **LISTS}[name]
    changed = whole[:at] + data + whole[at + len(data) :]
    rejected: list[str] = []
    capture = _capture(changed, f"a.{name}")
    for inner in formats.unpack(capture, reject=lambda source, error: rejected.append(source)):
        rejected.append(inner.source)
        said = ""
        try:
            _is_sound(formats.read(inner))
        except InputError as error:
            said = str(error)
        assert not said or said.startswith(f"{inner.source}: ")
    assert rejected
    assert {source.partition("#")[0] for source in rejected} == {f"a.{name}"}


@given(st.text(max_size=300))
def test_lines_hold_all_that_is_visible_in_text(text: str) -> None:
    """Between the lines of a text lies nothing but white space."""
    try:
        page = formats.read(_capture(text.encode("utf-8", "replace"), "a.txt"))
    except InputError:
        return
    _is_sound(page)


@given(MARKUP)
@settings(deadline=None)
def test_any_markup_is_read_typed_and_credited(markup: str) -> None:
    """Blocks are the page's lines in order; credits never fail."""
    try:
        page = html.read(_capture(markup.encode(), "a.html"), Limits())
    except InputError:
        return
    _is_sound(page)
    blocks = marked.type_lines(page)
    assert [b.span for b in blocks] == [line.span for line in page.lines]
    assert sum(b.kind == "headline" for b in blocks) <= 1
    credits.title(page, blocks)
    credits.outlet(page, blocks)
    bylines.byline(page, blocks)
    found = publication.published(page, blocks)
    assert found is None or found.span is None or page.text[slice(*found.span)].strip()


@given(MARKUP)
def test_the_same_markup_gives_the_same_text(markup: str) -> None:
    """Reading twice gives the same page."""
    try:
        pages = [html.read(_capture(markup.encode(), "a.html"), Limits()) for _ in range(2)]
    except InputError:
        return
    assert pages[0] == pages[1]


@given(st.text(alphabet=st.characters(exclude_characters="<&\x00\r", exclude_categories=["C"])))
def test_text_without_markup_keeps_its_words(text: str) -> None:
    """Where nothing is marked up, only white space may change."""
    try:
        page = html.read(_capture(f"<p>{text}".encode(), "a.html"), Limits())
    except InputError:
        assert not text.strip()
        return
    assert page.text.split() == text.split()


@given(st.text(max_size=200))
def test_tags_and_attributes_take_any_text(text: str) -> None:
    """Cutting a page into tags never fails and never loops."""
    assert len(list(tokens(text))) <= 2 * len(text) + 1
    attributes(text)


@given(st.text(max_size=200), st.sampled_from(["en", None, "xx"]))
def test_lines_of_names_and_dates_take_any_text(text: str, language: str | None) -> None:
    """Spans of dates lie in the line; names stand in it."""
    for (start, end), edtf, _ in dates_in(text, language):
        assert 0 <= start < end <= len(text)
        assert edtf[:4].isdigit()
    assert all(name in text for name in people_in(text))


WORDS = st.lists(st.sampled_from("abcdefg"), max_size=8)


@given(st.lists(WORDS, max_size=12), st.lists(WORDS, max_size=12))
def test_shares_are_shares(lines: list[list[str]], extract: list[list[str]]) -> None:
    """Each line has a share between none and all."""
    found = chained.shares(lines, extract)
    assert len(found) == len(lines)
    assert all(0.0 <= share <= 1.0 for share in found)


@given(st.lists(st.integers(min_value=1, max_value=20), max_size=10))
def test_an_extract_of_everything_holds_every_line(sizes: list[int]) -> None:
    """A page of words of their own is its own extract."""
    lines = [[f"{n}-{word}" for word in range(size)] for n, size in enumerate(sizes)]
    assert chained.shares(lines, lines) == [1.0] * len(lines)
