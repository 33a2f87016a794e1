"""What fuzzing starts from: small sound inputs for each harness, and pieces to change them with."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from tests.hostile import hostile
from tests.libraries import FERRY, MILL
from tests.samples import ARTICLES, CONTAINERS, LISTS
from variorum import codec
from variorum.model.identity import sign
from variorum.model.rulings import Ruling
from variorum.review.ruling_files import line_of

CORPUS = Path(__file__).parent / "corpus"
"""A folder for each harness: what fuzzing reached, and the inputs that once broke something."""

# fmt: off
WORDS = (
    "said", "says", "told", "Poe", "he", "she", "they", "that", "which", "not", "“", "”", "‘",
    "’", '"', "'", "«", "»", "「", "」", "…", "—", "-", ",", ".", ":", ";", "?", "!", "(", ")",
    "Mr", "Monday", "May", "2031", "9", "10:30", "a.m.", "yesterday", "last", "next", "week",
    "month", "ago", "since", "until", "between", "and", "from", "to", "of", "the", "Corran",
    "Penrose", "31", "half", "dozen", "£", "%", "\n", "\n\n", "\t", "橋", "é", "\u202e", "\u200b",
    "\ud7ff",
)
MARKUP = (
    "<p>", "</p>", "<div>", "</div>", "<b>", "<!--", "-->", "<script>", "</script>", "<style>",
    "</style>", "<a", 'href="', '">', "&amp;", "&#x", "&lt;", "]]>", "<![CDATA[", "<!DOCTYPE",
    "<?xml", "<item>", "</item>", "<entry>", "</entry>", "<title>", "</title>", "<link>", "<h1>",
    "<li>", "<time", "datetime=2031-05-06>", "<meta", 'content="', "<template>", "<svg>",
    "<math>", "<noscript>", "<pre>", "xml:lang=", "xmlns=", "<svg/>", "<select>", "<table>",
    "<td>", "<tr>",
)
SHAPES = (
    "{", "}", "[", "]", '"text":', '"title":', '"url":', '"items":', '"spans":', '"id":', "null",
    "true", "-1", "1e999", "\\ud800", "\\u0000", ",", ":", "HTTP/1.1", "200", "Content-Length:",
    "Content-Type:", "Content-Encoding:", "gzip", "br", "chunked", "WARC/1.0", "WARC-Type:",
    "response", "boundary=", "charset=utf-7", "charset=utf-16", "=?utf-8?q?", "?=", "\r\n",
    "\r\n\r\n", "PK\x03\x04", "https://a.example/", "http://[::1]/", "//", "@", "#", "?", "%",
    "%00", "..", "XXXX", "2031-05", "/", "~", "[2031]", "{2031}", "T24:00Z", "NEAR(", "AND",
    "OR", "NOT", "*", "^", "+",
)
# fmt: on
TOKENS = (*(t.encode("utf-8", "replace") for t in (*WORDS, *MARKUP, *SHAPES)), b"\0", b"\xff\xfe")


def seeds() -> Mapping[str, tuple[bytes, ...]]:
    """Return the sound inputs of each harness."""
    texts = (FERRY.encode(), MILL.encode(), "“Yes,” he said. ‘No.’ «Ja.»".encode())
    dates = (
        b"2031-05-09",
        b"2031-05-09T10:30:00Z/..",
        b"[2031-05-04,2031-05-06]",
        b"203X~",
        b"2031-21",
    )
    files = {name: (data,) for name, data in {**ARTICLES, **CONTAINERS, **LISTS}.items()}
    pages = (ARTICLES["html"], _page(FERRY), _page(MILL))
    return {
        **files,
        "extract": pages,
        "blocks": texts,
        "marks": texts,
        "times": texts,
        "annotate": texts,
        "dates": dates,
        "record": (codec.encode(hostile("Corran")),),
        "rulings": (line_of(_ruling()) * 2, line_of(_ruling())[:-9]),
        "addresses": (b"https://corran.example/ferry?a=1#b", b"http://10.0.0.1:8080/"),
        "search": (b'"wells on Friday" sealed', b"NEAR(wells Friday, 2) NOT mill"),
    }


def inputs(name: str) -> tuple[bytes, ...]:
    """Return the seeds of a harness and its corpus, in a fixed order."""
    files = sorted((CORPUS / name).glob("*"))
    return (*seeds()[name], *(file.read_bytes() for file in files))


def _page(text: str) -> bytes:
    title, *lines = text.strip().split("\n\n")
    inside = "".join(f"<p>{line}</p>" for line in lines)
    head = f'<title>{title} | Corran Today</title><meta property="og:title" content="{title}">'
    body = f"<nav>News</nav><article><h1>{title}</h1>{inside}</article>"
    return f"<!doctype html><html lang=en><head>{head}</head><body>{body}</body></html>".encode()


def _ruling() -> Ruling:
    return sign(
        Ruling(
            id="",
            verdict="relabel",
            subject="quotation",
            targets=("0" * 20,),
            witnesses=("1" * 20,),
            who="Edda Quist",
            when="2031-05-09T12:00:00Z",
            why="a title of a book",
            to="title",
        ),
        {},
    )
