"""The whole job of a library, top to bottom: files in, stories with their records out.

A file is taken in whole or not at all, and passed over when it comes again, unless something in
it was of no use; one of many articles is taken in portions, and a run that was stopped goes on
after the last. Then each story that was
touched is composed anew, and what changed in it is kept.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import islice

from variorum import __version__, formats
from variorum.capture import capture
from variorum.engines import Clock, local
from variorum.errors import InputError
from variorum.ingest.composing import ComposeStories
from variorum.ingest.keeping import Prepare, Prepared
from variorum.ingest.sorting import MakeSorter, Sorting
from variorum.ingest.stages import Stages
from variorum.model.article import Capture
from variorum.model.identity import sign
from variorum.model.limits import Limits
from variorum.model.record import Rejected
from variorum.stores import Store

__all__ = ["Ingest", "Stages", "Taken", "compose_waiting", "streaming"]

# How many articles of one file are written at a time, and how long a story waits for another.
PORTION = 50
WINDOW_DAYS = 10

Watch = Callable[[Sequence[str], str], Iterable[str]]


def _unwatched(things: Sequence[str], what: str) -> Iterable[str]:
    return things


@dataclass(slots=True)
class Taken:
    """What a run took in: counted, and named where it was of no use."""

    files: int = 0
    passed_over: int = 0
    articles: int = 0
    known: int = 0
    stories: list[str] = field(default_factory=list)
    rejected: list[Rejected] = field(default_factory=list)


class Ingest:
    """Takes files into a library and sorts what they hold into stories.

    Args:
        store: the library.
        stages: how captures are read.
        sort: makes what sorts a stream of sketches into stories, empty.
        prepare: reads a capture and sketches it.
        limits: on files and articles; ``witnesses`` is how many of a story stand in its record.
        most: how many articles one file may hold.
        take: returns the capture at a path; what else names a capture, as a URL does, goes in here.
        watch: wraps the files, then the stories, to show progress.
    """

    def __init__(
        self,
        store: Store,
        stages: Stages,
        *,
        sort: MakeSorter,
        prepare: Prepare,
        limits: Limits,
        most: int,
        take: Callable[[str, Limits], Capture] = capture,
        watch: Watch = _unwatched,
    ) -> None:
        self._store = store
        self._capture = take
        self._stages = stages
        self._prepare = prepare
        self._sorting = Sorting(sort, WINDOW_DAYS)
        self._limits = limits
        self._most = most
        self._watch = watch
        self._clock = Clock(each=limits.seconds)

    def __call__(self, files: Sequence[str]) -> Taken:
        """Take in files, one after the other, and compose the stories they touched.

        Raises:
            SetupError: the library cannot be written.
        """
        taken = Taken()
        with self._store.writing() as writer:
            run = writer.begin(__version__, self._stages.made_with)
        watched = self._watch(files, "taking in")
        busy = [path for path in watched if not self._take(path, run, taken)]
        for path in busy:
            self._take(path, run, taken, wait=True)
        compose = ComposeStories(self._store, self._stages, self._limits)
        taken.stories += compose(run, self._watch)
        with self._store.writing(run) as writer:
            writer.finish()
        return taken

    def _take(self, path: str, run: int, taken: Taken, *, wait: bool = False) -> bool:
        """Take in one file; tell whether no other worker has it at hand."""
        rejected = _Rejections(taken)
        file = next(local.map(self._captured, [path], reject=rejected.of_path), None)
        if file is None:
            self._write((), run, rejected)
            return True
        with self._store.claim(f"file {file.sha256}", wait=wait) as mine:
            if mine:
                self._take_in(file, run, taken, rejected)
            return mine

    def _take_in(self, file: Capture, run: int, taken: Taken, rejected: _Rejections) -> None:
        """Take in a file, unless it was taken in before."""
        with self._store.reading() as view:
            if view.has_input(file.sha256):
                taken.passed_over += 1
                return
        taken.files += 1
        inside = self._opened(file, rejected)
        while portion := tuple(islice(inside, PORTION)):
            new, known = self._parted(portion)
            prepared = tuple(
                local.map(self._prepare, new, reject=rejected.of_capture, clock=self._clock)
            )
            self._write((*known, *prepared), run, rejected)
            taken.known += len(known)
            taken.articles += len(prepared)
        with self._store.writing(run) as writer:
            for row in rejected.new():
                writer.reject(row)
            if not rejected.some:
                writer.done(file.sha256, file.source)

    def _captured(self, path: str) -> Capture:
        return self._capture(path, self._limits)

    def _opened(self, file: Capture, rejected: _Rejections) -> Iterator[Capture]:
        limits = replace(self._limits, witnesses=self._most)
        return formats.unpack(file, limits, reject=rejected.of_source)

    def _parted(
        self, captures: Sequence[Capture]
    ) -> tuple[tuple[Capture, ...], tuple[Capture, ...]]:
        """Return the captures that are new, each once, and those whose bytes are kept."""
        with self._store.reading() as view:
            known = {c.sha256 for c in captures if view.has_capture(c.sha256)}
        new = {c.sha256: c for c in reversed(captures) if c.sha256 not in known}
        first = tuple(c for c in captures if new.get(c.sha256) is c)
        return first, tuple(c for c in captures if c not in first)

    def _write(
        self, portion: Sequence[Capture | Prepared], run: int, rejected: _Rejections
    ) -> None:
        """Write a portion in one transaction: new captures first, then those seen again."""
        with self._store.writing(run) as writer:
            new = [item for item in portion if isinstance(item, Prepared)]
            arrived = [item for item in new if not writer.see(item.capture)]
            for item in arrived:
                item.keep(writer, self._stages.made_with)
            self._sorting.sort(writer, [sketch for item in arrived for sketch in item.sketches])
            for seen in portion:
                if isinstance(seen, Capture):
                    writer.see(seen)
            for row in rejected.new():
                writer.reject(row)


class _Rejections:
    """Writes down what is of no use in one file, and hands on what is not written yet."""

    def __init__(self, taken: Taken) -> None:
        self._rows = taken.rejected
        self._written = len(taken.rejected)
        self.some = False

    def of_path(self, path: str, error: InputError) -> None:
        source = "standard input" if path == "-" else path.replace("\\", "/").rpartition("/")[2]
        self._note(source, "capture", error)

    def of_source(self, source: str, error: InputError) -> None:
        self._note(source, "capture", error)

    def of_capture(self, item: Capture, error: InputError) -> None:
        self._note(item.source, "read", error)

    def new(self) -> Iterator[Rejected]:
        """Return the rows that were not handed on before."""
        rows = self._rows[self._written :]
        self._written = len(self._rows)
        return iter(rows)

    def _note(self, source: str, stage: str, error: InputError) -> None:
        self.some = True
        reason = str(error).removeprefix(f"{source}: ")
        self._rows.append(sign(Rejected(id="", source=source, stage=stage, reason=reason), {}))


def streaming(
    store: Store,
    stages: Stages,
    *,
    limits: Limits,
    most: int,
    threads: int = 1,
    watch: Watch = _unwatched,
) -> Ingest:
    """Return the job that sorts articles into stories as they arrive; see :class:`Ingest`."""
    from variorum.cluster.sketches import sketch
    from variorum.cluster.stream import StoryStream

    prepare = Prepare(store, stages, sketch, threads)
    sort = partial(StoryStream, window_days=WINDOW_DAYS)
    return Ingest(store, stages, sort=sort, prepare=prepare, limits=limits, most=most, watch=watch)


def compose_waiting(
    store: Store, stages: Stages, limits: Limits, *, watch: Watch = _unwatched
) -> list[str]:
    """Compose every story that was touched since it was composed last; return their ids."""
    with store.writing() as writer:
        run = writer.begin(__version__, stages.made_with)
    composed = ComposeStories(store, stages, limits)(run, watch)
    with store.writing(run) as writer:
        writer.finish()
    return composed
