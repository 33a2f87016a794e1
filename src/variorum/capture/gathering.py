"""Captures → the captures of single articles in them, and at the addresses they name."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import chain

from variorum import formats
from variorum.errors import InputError, LimitError
from variorum.formats import Note, Reject
from variorum.model.address import Address
from variorum.model.article import Capture
from variorum.model.limits import Limits

Open = Callable[[Capture], tuple[Capture, ...]]
Each = Callable[[Open, Iterable[Capture]], Iterable[tuple[Capture, ...]]]
Fetch = Callable[[Iterable[Address]], Iterable[Capture]]


def gather(
    files: Iterable[Capture],
    limits: Limits,
    *,
    each: Each,
    reject: Reject,
    fetch: Fetch | None = None,
) -> tuple[Capture, ...]:
    """Return the captures of single articles in files, as many as are read together.

    Args:
        files: what was taken in.
        limits: on what comes out of a file; ``depth`` is also that of lists of lists, and
            ``witnesses`` how many addresses of one layer are fetched.
        each: opens files one by one, each within its time.
        reject: is told the source of what is of no use, and why.
        fetch: yields what is at some addresses; None: what a list names is not fetched.
    """
    found: list[Capture] = []
    layer, asked = once(files, reject), set[str]()
    for depth in range(limits.depth + 1):
        named: dict[str, Address] = {}
        note = partial(_note, named) if fetch else None
        found += chain.from_iterable(each(partial(_opened, limits, reject, note), layer))
        wanted = [address for url, address in named.items() if url not in asked]
        asked |= named.keys()
        if fetch is None or not wanted:
            break
        layer = once(fetch(_within(wanted, limits, depth, reject)), reject)
    articles = tuple(once(found, reject))
    for article in articles[limits.witnesses :]:
        text = f"more than {limits.witnesses:,} articles; raise the limit with --max-witnesses"
        reject(article.source, LimitError(text))
    return articles[: limits.witnesses]


def once(captures: Iterable[Capture], reject: Reject) -> Iterator[Capture]:
    """Yield captures in the order of their names, and equal bytes only once."""
    kept: dict[str, str] = {}
    for item in sorted(captures, key=lambda c: (c.source, c.sha256)):
        if item.sha256 in kept:
            other = kept[item.sha256]
            told = f"the same bytes as {other}" if other != item.source else "given twice"
            reject(item.source, InputError(f"{told}; equal bytes are one witness"))
        else:
            kept[item.sha256] = item.source
            yield item


def _opened(
    limits: Limits, reject: Reject, note: Note | None, file: Capture
) -> tuple[Capture, ...]:
    return tuple(formats.unpack(file, limits, reject=reject, note=note))


def _note(named: dict[str, Address], address: Address) -> None:
    named.setdefault(address.url, address)


def _within(
    wanted: Sequence[Address], limits: Limits, depth: int, reject: Reject
) -> Sequence[Address]:
    """Return the addresses to fetch, and tell of the first that is not."""
    if depth >= limits.depth:
        told = f"behind more than {limits.depth} layers of lists; raise the limit with --max-depth"
        reject(wanted[0].shown, LimitError(told))
        return ()
    if left := wanted[limits.witnesses :]:
        told = (
            f"{len(left):,} addresses from here on are left, for {limits.witnesses:,} are fetched"
            " at a time; raise the limit with --max-witnesses"
        )
        reject(left[0].shown, LimitError(told))
    return wanted[: limits.witnesses]
