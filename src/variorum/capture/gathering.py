"""Captures → the captures of single articles in them, and at the addresses they name."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import chain, islice

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
        opened = chain.from_iterable(each(partial(_opened, limits, reject, note), layer))
        found += islice(opened, max(0, limits.witnesses + 1 - len(found))) if depth else opened
        wanted = [address for url, address in named.items() if url not in asked]
        asked |= named.keys()
        if fetch is None or not wanted:
            break
        most = limits.witnesses if len(found) < limits.witnesses else 0
        if left := wanted[most:] if depth < limits.depth else wanted:
            reject(left[0].shown, _left(left, limits, depth))
        layer = once(fetch(wanted[: len(wanted) - len(left)]), reject)
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


def _left(left: Sequence[Address], limits: Limits, depth: int) -> LimitError:
    if depth >= limits.depth:
        told = f"behind more than {limits.depth} layers of lists"
        return LimitError(f"{told}; raise the limit with --max-depth")
    told = f"{len(left):,} address" + "es" * (len(left) > 1)
    return LimitError(f"{told} from here on are left; raise the limit with --max-witnesses")
