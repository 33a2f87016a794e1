"""The whole job of a library, top to bottom: files and addresses in, stories with records out.

A file is taken in whole or not at all, and passed over when it comes again, unless something in
it was of no use, or it names addresses; one of many articles is taken in portions, and a run that
was stopped goes on after the last. What is at an address is taken in as a version of it, and what
a list names is asked for when it is time. Then each story that was touched is composed anew, and
what changed in it is kept.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property, partial
from itertools import islice
from typing import TYPE_CHECKING

from variorum import __version__, formats
from variorum.capture import capture
from variorum.capture.addresses import is_address
from variorum.engines import Clock, local
from variorum.errors import InputError
from variorum.ingest.composing import ComposeStories
from variorum.ingest.following import Following, Opened
from variorum.ingest.keeping import Prepare, Prepared
from variorum.ingest.sorting import MakeSorter, Sorting
from variorum.ingest.stages import Stages
from variorum.ingest.taken import Rejections, Taken
from variorum.ingest.visits import Net, Visits
from variorum.model.address import Address
from variorum.model.article import Capture
from variorum.model.limits import Limits
from variorum.stores import Store

if TYPE_CHECKING:
    from variorum.capture.fetch import Fetcher

__all__ = ["Ingest", "Net", "Stages", "Taken", "compose_waiting", "streaming"]

# How many articles of one file are written at a time, and how long a story waits for another.
PORTION = 50
WINDOW_DAYS = 10

Watch = Callable[[Sequence[str], str], Iterable[str]]


def _unwatched(things: Sequence[str], what: str) -> Iterable[str]:
    return things


class Ingest:
    """Takes files into a library and sorts what they hold into stories.

    Args:
        store: the library.
        stages: how captures are read.
        sort: makes what sorts a stream of sketches into stories, empty.
        prepare: reads a capture and sketches it.
        limits: on files and articles; ``witnesses`` is how many of a story stand in its record.
        most: how many articles one file may hold.
        take: returns the capture at a path.
        watch: wraps the files, then the stories, to show progress.
        net: how addresses are asked.
        stopped: tells whether to end after the file, page or story at hand.
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
        net: Net | None = None,
        stopped: Callable[[], bool] = lambda: False,
    ) -> None:
        self._store = store
        self._capture = take
        self._stages = stages
        self._prepare = prepare
        self._sorting = Sorting(sort, WINDOW_DAYS)
        self._limits = limits
        self._most = most
        self._watch = watch
        self._net = net or Net()
        self._stopped = stopped
        self._clock = Clock(each=limits.seconds)

    def __call__(self, files: Sequence[str], *, given: bool = True) -> Taken:
        """Take in files and addresses, one after the other, and compose the stories they touched.

        Args:
            files: paths, addresses, ``-``.
            given: ask for the addresses among them whether it is time for it or not.

        Raises:
            SetupError: the library cannot be written, or what an address needs is not installed.
            RetryError: another has been writing to the library for too long.
        """
        taken = Taken()
        with self._store.writing() as writer:
            run = writer.begin(__version__, self._stages.made_with)
        follow, busy = self._following(run, taken), list[str]()
        for path in self._until_stopped(files, "taking in"):
            if is_address(path):
                follow((Address(url=path),), 0, given=given)
            elif (named := self._take(path, run, taken)) is None:
                busy.append(path)
            else:
                follow(named, 1)
        for path in self._until_stopped(busy, "waiting for others"):
            follow(self._take(path, run, taken, wait=True) or (), 1)
        compose = ComposeStories(self._store, self._stages, self._limits)
        taken.stories += compose(run, self._until_stopped)
        with self._store.writing(run) as writer:
            writer.finish()
        return taken

    @cached_property
    def _fetcher(self) -> Fetcher:
        return self._net.fetcher(self._net.policy, self._limits)

    def _until_stopped(self, things: Sequence[str], what: str) -> Iterator[str]:
        for thing in self._watch(things, what):
            if self._stopped():
                return
            yield thing

    def _following(self, run: int, taken: Taken) -> Following:
        """Return what asks for addresses in the name of a run."""

        def refuse(source: str, error: InputError) -> None:
            rejected = Rejections(taken)
            rejected.of_source(source, error)
            self._write((), run, rejected)

        return Following(
            Visits(self._store, self._net, run),
            lambda: self._fetcher,
            self._limits,
            taken=taken,
            open_it=lambda capture, address: self._open(capture, run, taken, address=address),
            refuse=refuse,
            stopped=self._stopped,
        )

    def _take(
        self, path: str, run: int, taken: Taken, *, wait: bool = False
    ) -> tuple[Address, ...] | None:
        """Take in one file; return the addresses it names, None where another worker has it."""
        rejected = Rejections(taken)
        file = next(local.map(self._captured, [path], reject=rejected.of_path), None)
        if file is None:
            self._write((), run, rejected)
            return ()
        with self._store.claim(f"file {file.sha256}", wait=wait) as mine:
            return self._take_in(file, run, taken) if mine else None

    def _take_in(self, file: Capture, run: int, taken: Taken) -> tuple[Address, ...]:
        """Take in a file, unless it was taken in before; return the addresses it names."""
        with self._store.reading() as view:
            if view.has_input(file.sha256):
                taken.passed_over += 1
                return ()
        taken.files += 1
        opened = self._open(file, run, taken)
        if opened.whole and not opened.named:
            with self._store.writing(run) as writer:
                writer.done(file.sha256, file.source)
        return opened.named

    def _open(
        self, file: Capture, run: int, taken: Taken, *, address: Address | None = None
    ) -> Opened:
        """Take in what a capture holds.

        Args:
            file: a file, or what was at an address.
            run: in whose name it is written.
            taken: counts what is taken in.
            address: what the list that named it says of it, if it is one page.
        """
        rejected, named, single = Rejections(taken), list[Address](), False
        before = taken.known + taken.articles
        inside = self._opened(file, rejected, named.append if self._net.policy.follow else None)
        while portion := tuple(islice(inside, PORTION)):
            single = portion == (file,)
            prepare = partial(self._prepare, address=address if single else None)
            new, known = self._parted(portion)
            prepared = tuple(local.map(prepare, new, reject=rejected.of_capture, clock=self._clock))
            self._write((*known, *prepared), run, rejected)
            taken.known += len(known)
            taken.articles += len(prepared)
        if rejected.some:
            self._write((), run, rejected)
        some = taken.known + taken.articles > before or bool(named)
        return Opened(
            named=tuple(named),
            single=single,
            some=some,
            whole=not rejected.some,
            timetable=formats.timetable(file, self._limits) if address else None,
        )

    def _captured(self, path: str) -> Capture:
        return self._capture(path, self._limits)

    def _opened(
        self, file: Capture, rejected: Rejections, note: formats.Note | None
    ) -> Iterator[Capture]:
        limits = replace(self._limits, witnesses=self._most)
        return formats.unpack(file, limits, reject=rejected.of_source, note=note)

    def _parted(
        self, captures: Sequence[Capture]
    ) -> tuple[tuple[Capture, ...], tuple[Capture, ...]]:
        """Return the captures that are new, each once, and those whose bytes are kept."""
        with self._store.reading() as view:
            known = {c.sha256 for c in captures if view.has_capture(c.sha256)}
        new = {c.sha256: c for c in reversed(captures) if c.sha256 not in known}
        first = tuple(c for c in captures if new.get(c.sha256) is c)
        return first, tuple(c for c in captures if c not in first)

    def _write(self, portion: Sequence[Capture | Prepared], run: int, rejected: Rejections) -> None:
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


def streaming(
    store: Store,
    stages: Stages,
    *,
    limits: Limits,
    most: int,
    threads: int = 1,
    take: Callable[[str, Limits], Capture] = capture,
    watch: Watch = _unwatched,
    net: Net | None = None,
    stopped: Callable[[], bool] = lambda: False,
) -> Ingest:
    """Return the job that sorts articles into stories as they arrive; see :class:`Ingest`."""
    from variorum.cluster.sketches import sketch
    from variorum.cluster.stream import StoryStream

    prepare = Prepare(store, stages, sketch, threads)
    sort = partial(StoryStream, window_days=WINDOW_DAYS)
    return Ingest(
        store,
        stages,
        sort=sort,
        prepare=prepare,
        limits=limits,
        most=most,
        take=take,
        watch=watch,
        net=net,
        stopped=stopped,
    )


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
