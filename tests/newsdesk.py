"""A desk for tests: it takes addresses of a server of ours into a library, at times a test sets."""

from __future__ import annotations

from tests.libraries import job
from tests.misbehaving import Clock, Server, answer, fetcher
from variorum.capture.policy import Policy
from variorum.ingest import Net, Taken
from variorum.ingest.checking import faults
from variorum.model.limits import Limits
from variorum.stores import Store

HOUR = 3_600.0
DAY = 24 * HOUR
NEWS = "http://www.google.com/schemas/sitemap-news/0.9"


def page(text: str, **headers: str) -> bytes:
    """Return an answer with a text as a page: its first line is the headline."""
    title, _, rest = text.partition("\n")
    body = "".join(f"<p>{line}</p>" for line in rest.splitlines() if line.strip())
    html = f"<!doctype html><html><body><article><h1>{title}</h1>{body}</article></body></html>"
    return answer(html.encode(), **headers)


def links(*urls: str, **headers: str) -> bytes:
    """Return an answer with a sitemap of some addresses, each with ``|`` and what else is said."""
    rows = "".join(
        f"<url><loc>{url.partition('|')[0]}</loc>{url.partition('|')[2]}</url>" for url in urls
    )
    return answer(f'<urlset xmlns:n="{NEWS}">{rows}</urlset>'.encode(), **headers)


def opml(*urls: str, **headers: str) -> bytes:
    """Return an answer with a list of feeds."""
    rows = "".join(f'<outline xmlUrl="{url}"/>' for url in urls)
    return answer(f"<opml><body>{rows}</body></opml>".encode(), **headers)


def feed_of(url: str, words: str) -> bytes:
    """Return a feed with one item."""
    item = f"<title>Ferry</title><link>{url}</link><description>{words}</description>"
    return f"<rss><channel><item>{item}</item></channel></rss>".encode()


class Desk:
    """Takes addresses into a library, run after run, at times that a test sets."""

    def __init__(self, store: Store, server: Server) -> None:
        self.store = store
        self.server = server
        self.clock = Clock()

    def take(
        self, *paths: str, given: bool = False, limits: Limits | None = None
    ) -> tuple[Taken, list[str]]:
        """Run once; return what was taken in and which paths the server was asked for."""
        limits, asked = limits or Limits(), len(self.server.pages())
        net = Net(
            policy=Policy(follow=True),
            time=self.clock,
            fetcher=lambda policy, limits: fetcher(self.clock, limits),
        )
        taken = job(self.store, limits=limits, net=net)(paths, given=given)
        assert list(faults(self.store)) == []
        return taken, self.server.pages()[asked:]
