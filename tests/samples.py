"""One small article in every format, invented, and the pieces that hostile files are made of."""

from __future__ import annotations

import gzip
import io
import json
import zipfile

PAGE = b"<!doctype html><html><body><h1>Ferry</h1><p>It stays in harbour.</p></body></html>"
TEXT = "It stays in harbour."


def as_json(**fields: object) -> bytes:
    """Return fields as one JSON object on one line."""
    return json.dumps(fields).encode()


def answer(
    url: str, body: bytes, kind: str = "text/html", *, more: str = "", status: str = "200 OK"
) -> bytes:
    """Return one response record of a WARC archive."""
    http = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n{more}\r\n".encode() + body
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\n"
        f"WARC-Target-URI: {url}\r\n"
        "WARC-Date: 2031-05-06T07:08:09Z\r\n"
        "WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000001>\r\n"
        "Content-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {len(http)}\r\n\r\n"
    )
    return head.encode() + http + b"\r\n\r\n"


def zipped(**files: bytes) -> bytes:
    """Return a zip file; a double underscore in a name stands for a slash, one for a point."""
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in files.items():
            package.writestr(name.replace("__", "/").replace("_", "."), data)
    return kept.getvalue()


def rss(*items: str, channel: str = "<title>Corran Today</title>") -> bytes:
    """Return an RSS 2.0 feed of items."""
    inside = "".join(f"<item>{item}</item>" for item in items)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0"'
        ' xmlns:content="http://purl.org/rss/1.0/modules/content/"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<channel>{channel}{inside}</channel></rss>"
    ).encode()


def atom(entry: str, feed: str = "<title>Corran Today</title>") -> bytes:
    """Return an Atom feed of one entry."""
    return (
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">{feed}'
        f"<entry><title>Ferry</title>{entry}</entry></feed>"
    ).encode()


def newsml(about: str, content: str) -> bytes:
    """Return a NewsML-G2 item."""
    return (
        '<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="tag:1" version="1">'
        "<itemMeta><provider literal='corran'><name>Corran Agency</name></provider>"
        "<versionCreated>2031-05-07T01:00:00Z</versionCreated>"
        "<firstCreated>2031-05-06T07:00:00Z</firstCreated></itemMeta>"
        f"<contentMeta>{about}</contentMeta><contentSet>{content}</contentSet></newsItem>"
    ).encode()


XHTML = (
    '<inlineXML><html xmlns="http://www.w3.org/1999/xhtml"><body>'
    "<p>It stays in <b>harbour</b>.</p></body></html></inlineXML>"
)
MAIL = (
    b"From: desk@corran.example\r\nSubject: =?utf-8?q?Ferry_=E2=80=93_again?=\r\n"
    b"Date: Tue, 06 May 2031 09:00:00 +0200\r\nMIME-Version: 1.0\r\n"
    b"Content-Type: text/plain; charset=iso-8859-1\r\nContent-Transfer-Encoding: quoted-printable"
    b"\r\n\r\nIt stays in har=\r\nbour.\r\n\r\nCaf=E9 closed.\r\n"
)
MBOX = b"From desk@corran.example Tue May  6 07:00:00 2031\n" + MAIL.replace(b"\r\n", b"\n")
MBOX += b"\n" + MBOX.replace(b"harbour", b"port").replace(b"bour", b"")
WARC = answer("https://corran.example/ferry", PAGE)

ARTICLES = {"html": PAGE, "text": b"Ferry\n\nIt stays in harbour.\n"}
"""One small article in every format of one article."""

CONTAINERS = {
    "atom": atom(f"<content type='html'>&lt;p&gt;{TEXT}&lt;/p&gt;</content>"),
    "eml": MAIL,
    "gz": gzip.compress(PAGE, mtime=0),
    "jsonfeed": as_json(
        version="https://jsonfeed.org/version/1.1", title="Corran Today",
        items=[{"id": "1", "title": "Ferry", "content_text": TEXT}],
    ),
    "jsonl": as_json(title="Ferry", text=TEXT) + b"\n" + as_json(text="Another text.") + b"\n",
    "mbox": MBOX,
    "newsml": newsml("<headline>Ferry</headline>", XHTML),
    "ninjs": as_json(uri="tag:1", type="text", headline="Ferry", body_text=TEXT),
    "rss": rss(f"<title>Ferry</title><description>{TEXT}</description>"),
    "wacz": zipped(datapackage_json=b"{}", archive__data_warc_gz=gzip.compress(WARC, mtime=0)),
    "warc": WARC,
}  # fmt: skip
"""The same article in every format that holds articles."""

LISTS = {
    "opml": b'<opml version="2.0"><body><outline xmlUrl="https://corran.example/rss"/></body></opml>',
    "sitemap": b'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url>'
    b"<loc>https://corran.example/ferry</loc></url></urlset>",
}
"""A list of addresses in every format that holds only those."""
