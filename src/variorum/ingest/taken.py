"""What a run took in, and what was of no use to it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from variorum.errors import InputError
from variorum.model.article import Capture
from variorum.model.record import Rejected


@dataclass(slots=True)
class Taken:
    """What a run took in: counted, and named where it was of no use.

    Of addresses ``asked`` counts the requests, ``unchanged`` those that were as they were, and
    ``later`` the addresses that could not be had and will be asked again.
    """

    files: int = 0
    passed_over: int = 0
    asked: int = 0
    unchanged: int = 0
    later: int = 0
    articles: int = 0
    known: int = 0
    stories: list[str] = field(default_factory=list)
    rejected: list[Rejected] = field(default_factory=list)

    @property
    def of_use(self) -> bool:
        """Tell whether anything was taken in, or found to be as it was."""
        used = (self.passed_over, self.unchanged, self.later, self.articles, self.known)
        return any(used) or bool(self.stories)


class Rejections:
    """Writes down what is of no use in one file, and hands on what is not written yet."""

    def __init__(self, taken: Taken) -> None:
        self._rows = taken.rejected
        self._written = len(taken.rejected)
        self.some = False

    def of_path(self, path: str, error: InputError) -> None:
        """Reject what cannot be had from a path."""
        source = "standard input" if path == "-" else path.replace("\\", "/").rpartition("/")[2]
        self.of_source(source, error)

    def of_source(self, source: str, error: InputError) -> None:
        """Reject a file, an address, or a part of one."""
        self._note(source, "capture", error)

    def of_capture(self, item: Capture, error: InputError) -> None:
        """Reject a capture that cannot be read."""
        self._note(item.source, "read", error)

    def new(self) -> Iterator[Rejected]:
        """Return the rows that were not handed on before."""
        rows = self._rows[self._written :]
        self._written = len(self._rows)
        return iter(rows)

    def _note(self, source: str, stage: str, error: InputError) -> None:
        self.some = True
        self._rows.append(Rejected.of(source, stage, error))
