"""JSON Lines and ninjs: the names of fields, and lines of no use."""

from __future__ import annotations

import pytest

from tests.samples import as_json
from tests.unit.test_feeds import articles
from variorum import formats
from variorum.errors import InputError
from variorum.model.article import Capture


@pytest.mark.parametrize(
    "fields",
    [
        {"title": "Ferry", "text": "It stays.", "date": "2031-05-09", "url": "https://a.example/1",
         "outlet": "The Post", "author": "Anna Reed"},
        {"headline": "Ferry", "body": "<p>It <b>stays</b>.</p>", "publishedAt": "2031-05-09",
         "link": "https://a.example/1", "source": {"name": "The Post"}, "authors": ["Anna Reed"]},
        {"Title": "Ferry", "content_html": "<p>It stays.</p>", "date_published": "2031-05-09",
         "URL": "https://a.example/1", "site-name": "The Post", "byline": [{"name": "Anna Reed"}]},
        {"title": "Ferry", "maintext": "It stays.", "date_publish": "2031-05-09", "date": 7,
         "source_url": "https://a.example/1", "source": "https://a.example",
         "publisher": "The Post", "authors": ["Anna Reed"]},
    ],
)  # fmt: skip
def test_fields_go_by_several_names(fields: dict[str, object]) -> None:
    """Whatever the names, text, title, date, address, outlet and writer are found."""
    (read,) = articles(as_json(**fields) + b"\n", "story.jsonl")
    assert read.text == "Ferry\nIt stays."
    assert (read.title, read.outlet, read.byline) == ("Ferry", "The Post", ("Anna Reed",))
    assert read.source == "story.jsonl#https://a.example/1"
    assert read.published is not None
    assert (read.published.edtf, read.published.basis) == ("2031-05-09", "metadata")


def test_text_of_a_line_stays_text() -> None:
    """What looks like a tag or a reference in a plain text is printed as it is."""
    (read,) = articles(as_json(text="If a <b then &amp; stays.\n\nSecond.") + b"\n", "a.jsonl")
    assert read.text == "If a <b then &amp; stays.\nSecond."


def test_text_may_be_a_list_of_paragraphs() -> None:
    """No paragraph of a list is lost."""
    (read,) = articles(as_json(text=["First.", "Second."]) + b"\n", "a.jsonl")
    assert read.text == "First.\nSecond."


def test_whole_page_in_a_line_keeps_its_own_heading() -> None:
    """A page as the HTML of a line is read as it is, with the credits that the line tells."""
    page = "<!doctype html><html><body><h1>Ferry</h1><p>It stays in harbour.</p></body></html>"
    (read,) = articles(as_json(html=page, title="Other", outlet="The Post") + b"\n", "a.jsonl")
    assert (read.text, read.outlet) == ("Ferry\nIt stays in harbour.", "The Post")


def test_same_words_of_two_outlets_are_two_witnesses() -> None:
    """Two lines with one text are other bytes as soon as their credits differ."""
    lines = [as_json(text="It stays.", outlet=name) for name in ("The Post", "The Courier")]
    first, second = articles(b"\n".join(lines), "a.jsonl")
    assert first.text_sha256 == second.text_sha256
    assert first.id != second.id


def test_line_of_no_use_is_named_and_the_rest_goes_on() -> None:
    """No JSON, no object, no text: each is named by its line, with a remedy."""
    lines = [b"", b"{", b"[]", as_json(title="x"), as_json(text=" "), as_json(text="It stays.")]
    rejected: list[tuple[str, str]] = []
    capture = Capture(source="a.jsonl", data=b"\r\n".join(lines), sha256="")
    found = list(formats.unpack(capture, reject=lambda s, e: rejected.append((s, str(e)))))
    assert [c.source for c in found] == ["a.jsonl#5"]
    assert [s for s, _ in rejected] == [f"a.jsonl#{n}" for n in (1, 2, 3, 4)]
    assert [r.partition(":")[0] for _, r in rejected] == [f"line {n}" for n in (2, 3, 4, 5)]
    assert all("; " in reason for _, reason in rejected)


def test_lines_are_known_by_their_shape() -> None:
    """A first line that is an object with a text makes JSON Lines; a pretty-printed object not."""
    (read,) = articles(as_json(text="It stays.") + b"\n", "story")
    assert read.text == "It stays."
    assert not list(
        formats.unpack(
            Capture(source="a.jsonl", data=b'{\n"text": "It stays."\n}', sha256=""),
            reject=lambda source, error: None,
        )
    )


@pytest.mark.parametrize(
    "fields",
    [
        {"headline": "Ferry", "body_xhtml": "<p>It stays.</p>", "byline": "Anna Reed",
         "firstcreated": "2031-05-09", "source": "Corran Agency"},
        {"headlines": [{"role": "main", "value": "Ferry"}], "firstCreated": "2031-05-09",
         "bodies": [{"contentType": "text/html", "value": "<p>It stays.</p>"}],
         "by": "Anna Reed", "infosource": [{"name": "Corran Agency"}]},
    ],
)  # fmt: skip
def test_ninjs_is_read_in_its_versions(fields: dict[str, object]) -> None:
    """Versions 1 and 2 of ninjs give the same article."""
    (read,) = articles(as_json(uri="https://corran.example/1", **fields), "item.json")
    assert (read.text, read.outlet) == ("Ferry\nIt stays.", "Corran Agency")
    assert (read.byline, read.source) == (("Anna Reed",), "item.json#https://corran.example/1")
    assert read.published is not None
    assert read.published.edtf == "2031-05-09"


@pytest.mark.parametrize("items", [None, [], {}, "x"])
def test_feed_without_items_says_so(items: object) -> None:
    """A JSON feed that lists nothing is refused with a remedy."""
    data = as_json(version="https://jsonfeed.org/version/1.1", items=items)
    rejected: list[InputError] = []
    capture = Capture(source="f", data=data, sha256="")
    assert not list(formats.unpack(capture, reject=lambda s, e: rejected.append(e)))
    assert "; give the pages" in str(rejected[0])
