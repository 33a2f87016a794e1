"""Outlets that publish for a day: pages that come, change and go, and lists that name them.

All of it is invented, and the same each time. What is at an address depends on the hour, and each
answer is taken down, so that afterwards it can be told what was to be had.
"""

from __future__ import annotations

import hashlib
import math
import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import format_datetime
from functools import partial

from tests.faults.wording import Event, told_of
from tests.misbehaving import Request, Send, Server, answer
from tests.newsdesk import HOUR, page

LISTED = 6 * HOUR
"""How long a page stands in the list of its outlet, the last one for as long as it is that."""
TROUBLE = HOUR
BEFORE = 2 * HOUR
"""How long before the day the first event was."""
RETRY_AFTER = 1_800
NAMES = ("tarn", "fell", "weir", "holt", "brae", "mere")


@dataclass(frozen=True, slots=True)
class Piece:
    """A page: from when it has which bytes, and from when on it is gone; in seconds of the day."""

    path: str
    editions: tuple[tuple[float, bytes], ...]
    gone: float = math.inf

    @property
    def published(self) -> float:
        """The moment it is listed first."""
        return self.editions[0][0]

    def edition(self, now: float) -> tuple[float, bytes]:
        """Return the latest edition, and since when it has been there."""
        return [one for one in self.editions if one[0] <= now][-1]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """One answer: the status, and the hash of the page that was sent, None for a list."""

    path: str
    status: int
    sha256: str | None


@dataclass
class Outlets:
    """A handful of outlets behind one server, for some hours.

    The first sends no list for an hour, in the middle; the second tells whoever asks in the hour
    after that to come back later. Every other one sends validators.

    Args:
        server: answers for all of them.
        began: seconds since 1970 when the day begins.
        now: tells the seconds of the day.
        ended: the second of the day at which they end.
        events: how many are reported until then, each by some outlets.
    """

    server: Server
    began: float
    now: Callable[[], float]
    ended: float
    events: int
    sent: list[Sent] = field(default_factory=list)
    pieces: dict[str, list[Piece]] = field(default_factory=dict)
    _reported: int = 0

    def __post_init__(self) -> None:
        chance = random.Random(1)
        self.pieces = {name: [] for name in NAMES}
        for number in range(self.events):
            at = number / self.events * (self.ended + BEFORE) - BEFORE
            names = chance.sample(NAMES, chance.choice((1, 2, 3, 4, 5)) if number else len(NAMES))
            self._report(Event(chance), at, names, chance)
        for name, pieces in self.pieces.items():
            pieces.sort(key=lambda piece: piece.published)
            self.server.on(f"/{name}/list", partial(self._list, name))
            for piece in pieces:
                self.server.on(piece.path, partial(self._page, name, piece))

    def lists(self) -> list[str]:
        """Return the address of each list, every outlet under a host of its own."""
        return [self._url(f"/{name}/list") for name in NAMES]

    def url_of(self, piece: Piece) -> str:
        """Return the address of a page."""
        return self._url(piece.path)

    def every_piece(self) -> Iterator[Piece]:
        """Yield the pages of all outlets."""
        for pieces in self.pieces.values():
            yield from pieces

    def _url(self, path: str) -> str:
        return self.server.url(path, f"{path.split('/')[1]}.example")

    def _report(self, event: Event, at: float, names: Sequence[str], chance: random.Random) -> None:
        """Let outlets report an event, one after the other."""
        for name in names:
            at += chance.random() * HOUR / 4
            path = f"/{name}/{len(self.pieces[name])}"
            text = told_of(event, self._date(at), chance)
            later = at + (0.5 + chance.random()) * HOUR
            first, gone = (at, _bytes(text)), math.inf
            editions = [first]
            self._reported += 1
            match self._reported % 12:
                case 1 | 7:
                    more = f"{text}\nThis report was added to {later - at:.0f} seconds later."
                    editions.append((later, _bytes(more)))
                case 3:
                    gone = later
                case 5:
                    gone = at
                case 9:
                    self.pieces[name].append(Piece(f"{path}-print", (first,)))
            self.pieces[name].append(Piece(path, tuple(editions), gone))

    def _date(self, at: float) -> datetime:
        return datetime.fromtimestamp(self.began + at, UTC)

    def _page(self, name: str, piece: Piece, request: Request, send: Send) -> None:
        if self._is_troubled(NAMES[1], name, 1):
            self._refuse(request, send)
        elif self.now() >= piece.gone:
            self._note(request, 410)
            send(answer(b"gone", "410 Gone"))
        else:
            body = piece.edition(self.now())[1]
            send(self._offer(name, request, body, hashlib.sha256(body).hexdigest()))

    def _list(self, name: str, request: Request, send: Send) -> None:
        """Answer with a sitemap, an Atom feed or an RSS feed, as is the outlet's way."""
        if self._is_troubled(NAMES[0], name, 0):
            self._note(request, 0)
            send(answer(b"half a list" * 99)[:500])
        elif self._is_troubled(NAMES[1], name, 1):
            self._refuse(request, send)
        else:
            now = self.now()
            past = [p for p in self.pieces[name] if p.published <= now]
            shown = [p for p in past if now - LISTED < p.published] or past[-1:]
            row, whole = _WAYS[NAMES.index(name) % len(_WAYS)]
            rows = (row(self.url_of(p), self._date(p.edition(now)[0])) for p in reversed(shown))
            send(self._offer(name, request, whole.format("".join(rows)).encode()))

    def _is_troubled(self, troubled: str, name: str, hours_later: int) -> bool:
        begins = self.ended / 2 + hours_later * TROUBLE
        return name == troubled and begins <= self.now() < begins + TROUBLE

    def _refuse(self, request: Request, send: Send) -> None:
        self._note(request, 429)
        send(answer(b"", "429 Too Many Requests", Retry_After=str(RETRY_AFTER)))

    def _offer(self, name: str, request: Request, body: bytes, digest: str | None = None) -> bytes:
        """Return the answer with a body, or one that it is as it was, from outlets that tell."""
        known: dict[str, str] = {}
        if NAMES.index(name) % 2 == 0:
            tag = f'"{hashlib.sha256(body).hexdigest()}"'
            known = {"ETag": tag, "Cache_Control": "max-age=600"}
            if request.headers.get("if-none-match") == tag:
                self._note(request, 304)
                return answer(b"", "304 Not Modified", **known)
        self._note(request, 200, digest)
        return answer(body, **known)

    def _note(self, request: Request, status: int, digest: str | None = None) -> None:
        self.sent.append(Sent(path=request.path, status=status, sha256=digest))


def _bytes(text: str) -> bytes:
    return page(text).partition(b"\r\n\r\n")[2]


def _entry(url: str, date: datetime) -> str:
    updated = f"<updated>{date.isoformat()}</updated>"
    return f'<entry><id>{url}</id><link href="{url}"/>{updated}</entry>'


_Row = Callable[[str, datetime], str]
_WAYS: tuple[tuple[_Row, str], ...] = (
    (
        lambda url, date: f"<url><loc>{url}</loc><lastmod>{date.isoformat()}</lastmod></url>",
        "<urlset>{}</urlset>",
    ),
    (
        _entry,
        '<feed xmlns="http://www.w3.org/2005/Atom"><title>Fell Post</title>{}</feed>',
    ),
    (
        lambda url, date: (
            f"<item><link>{url}</link><pubDate>{format_datetime(date)}</pubDate></item>"
        ),
        "<rss><channel><title>Weir Courier</title>{}</channel></rss>",
    ),
)
