"""Paths and addresses → captures. The only room that touches the network."""

from __future__ import annotations

import hashlib
import logging
import sys
from collections.abc import Iterable, Iterator
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from variorum.capture.addresses import is_address, is_other_address
from variorum.capture.objects import is_object, read_object
from variorum.capture.policy import Policy
from variorum.errors import InputError, LimitError, RetryError, SetupError
from variorum.model.address import Address
from variorum.model.article import Capture
from variorum.model.limits import Limits

if TYPE_CHECKING:
    from variorum.capture.fetch import Fetcher

log = logging.getLogger("variorum")

STANDARD_INPUT = "-"
_SHOWN = 200
EXTRA = "variorum[fetch]"


def find_files(paths: Iterable[str], suffixes: tuple[str, ...] = ("",)) -> Iterator[str]:
    """Yield the files that ``paths`` name: each file itself, each folder's visible files, sorted.

    Folders are searched to any depth; names that start with a dot are passed over, and links
    to folders are not followed.

    Args:
        paths: files, folders, addresses and ``-``.
        suffixes: how the names of files in a folder may end; others are told in the log.
    """
    for path in paths:
        folder = Path(path)
        if path == STANDARD_INPUT or is_address(path) or not folder.is_dir():
            yield path
            continue
        inside = (p for p in sorted(folder.rglob("*")) if p.is_file())
        visible = (p for p in inside if not _hidden(p.relative_to(folder)))
        yield from (str(p) for p in visible if _fits(p, suffixes))


def capture(path: str, limits: Limits) -> Capture:
    """Read one file (or standard input, ``-``, or an object of a store) and hash it.

    Raises:
        LimitError: it is larger than ``limits.bytes``; no more than that is read.
        InputError: it cannot be opened or read.
    """
    source = "standard input" if path == STANDARD_INPUT else Path(path).name
    try:
        if path == STANDARD_INPUT:
            data = sys.stdin.buffer.read(limits.bytes + 1)
        elif is_object(path):
            data = read_object(path, limits.bytes + 1)
        else:
            data = _read_file(path, limits.bytes + 1)
    except (OSError, ValueError) as error:
        if is_other_address(path) and not is_object(path):
            raise InputError(
                f"{path[:_SHOWN]}: is an address of a kind that is not fetched;"
                " give one that begins with https:// or http://, or save the page as a file"
            ) from error
        reason = getattr(error, "strerror", None) or str(error)
        raise InputError(f"{source}: cannot be read ({reason}); check the path") from error
    if len(data) > limits.bytes:
        raise LimitError(
            f"{source}: larger than {limits.bytes:,} bytes; raise the limit with --max-bytes"
        )
    sha256 = hashlib.sha256(data).hexdigest()
    log.info("%s: sha256 %s", path, sha256)
    return Capture(source=source, data=data, sha256=sha256)


class Intake:
    """Takes in files and pages alike: what is an address is fetched.

    Args:
        limits: how large a file or an answer may be.
        policy: how the net is asked.
    """

    def __init__(self, limits: Limits, policy: Policy | None = None) -> None:
        self.limits = limits
        self.policy = policy or Policy()

    def __call__(self, path: str) -> Capture:
        """Return a file, standard input or a page as a capture.

        Raises:
            LimitError: it is larger, or took longer, than a limit allows.
            InputError: it cannot be had, or not now.
            SetupError: the extra for fetching is not installed.
        """
        if is_address(path):
            return self.page(Address(url=path))
        return capture(path, self.limits)

    def page(self, address: Address) -> Capture:
        """Return what is at an address of the web; raises as a call does."""
        try:
            return self._fetcher.get(address.url).capture
        except RetryError as error:
            raise InputError(str(error)) from error

    @cached_property
    def _fetcher(self) -> Fetcher:
        return fetcher(self.policy, self.limits)


def fetcher(policy: Policy, limits: Limits) -> Fetcher:
    """Return what fetches pages and feeds.

    Raises:
        SetupError: the extra for it is not installed.
    """
    try:
        from variorum.capture.fetch import Fetcher
    except ModuleNotFoundError as missing:
        raise SetupError(
            f"fetching needs the package {missing.name!r}, which is not installed;"
            f' install it with: pip install "{EXTRA}"'
        ) from missing
    return Fetcher(policy, limits)


def _read_file(path: str, most: int) -> bytes:
    file = Path(path)
    if file.exists() and not file.is_file() and not file.is_fifo():
        raise OSError(None, "not a regular file")
    with file.open("rb") as stream:
        return stream.read(most)


def _fits(path: Path, suffixes: tuple[str, ...]) -> bool:
    if path.name.lower().endswith(suffixes):
        return True
    log.info("%s: passed over; a folder stands for its files of %s", path, ", ".join(suffixes))
    return False


def _hidden(path: Path) -> bool:
    return any(part.startswith(".") for part in path.parts)
