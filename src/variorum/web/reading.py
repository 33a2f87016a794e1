"""What is read beside the server: texts into the library, or into one record that is given back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from variorum.model.article import Capture
from variorum.model.limits import Limits
from variorum.model.record import Rejected
from variorum.stores import open_store
from variorum.web.jobs import Tell

if TYPE_CHECKING:
    from variorum.capture import Intake
    from variorum.model.annotation import AnnotatedArticle
    from variorum.model.article import Article

_T = TypeVar("_T")
MOST_ARTICLES = 1_000
_TAKING = "taking in"
_PLACE = "https://sent.invalid/"


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """What a reading into the library came to: its stories, and what was of no use."""

    stories: tuple[str, ...]
    rejected: tuple[Rejected, ...]


@dataclass(frozen=True, slots=True)
class TakeIn:
    """Takes captures into a library, and composes all stories that wait.

    Args:
        library: where it is.
        limits: on what is read.
        captures: what arrived, by their places in this tuple; nothing else is opened.
    """

    library: str
    limits: Limits
    captures: tuple[Capture, ...] = ()

    def __call__(self, tell: Tell) -> Done:
        """Take them in, and tell how many are."""
        from variorum.ingest import Stages, streaming

        def watch(things: Sequence[str], what: str) -> Iterable[str]:
            return _told(things, tell) if what == _TAKING else things

        with closing(open_store(self.library)) as store:
            arrived = {str(place): capture for place, capture in enumerate(self.captures)}
            job = streaming(
                store,
                Stages(store, limits=self.limits),
                limits=self.limits,
                most=MOST_ARTICLES,
                take=lambda place, _: arrived[place],
                watch=watch,
            )
            taken = job(tuple(arrived))
            with store.reading() as view:
                lines = view.stories_of({capture.sha256 for capture in self.captures})
        new = taken.stories if self.captures else ()
        found = dict.fromkeys((*(line.story for line in lines), *new))
        return Done(stories=tuple(found), rejected=tuple(taken.rejected))


@dataclass(frozen=True, slots=True)
class ReadSent:
    """Reads captures into one record, as JSON; nothing is kept.

    Args:
        limits: on what is read.
        captures: what was sent.
        text: how much of the witnesses' words the record is to carry.
    """

    limits: Limits
    captures: tuple[Capture, ...]
    text: str

    def __call__(self, tell: Tell) -> bytes:
        """Read them, and tell how many are.

        Raises:
            LimitError: the time was up before the texts were sorted into stories.
        """
        from variorum import codec, pipeline
        from variorum.review.share import share

        places = {f"{_PLACE}{at}": capture for at, capture in enumerate(self.captures)}
        stages = _Sent(places, self.limits)
        record = pipeline.read(
            places, limits=self.limits, watch=lambda found: _told(found, tell), kept=stages
        )
        return codec.encode(share(record, self.text))


def _told(things: Sequence[_T], tell: Tell) -> Iterator[_T]:
    """Yield things, and tell before each how many are done."""
    for at, thing in enumerate(things):
        tell(at, len(things))
        yield thing
    tell(len(things), len(things))


class _Sent:
    """The stages of reading, over captures that were sent: no path and no address is opened."""

    def __init__(self, captures: dict[str, Capture], limits: Limits) -> None:
        from variorum.annotate import Annotate
        from variorum.extract import Extract

        self._captures = captures
        self._extract = Extract(limits=limits)
        self._annotate = Annotate()

    def take(self, path: str, intake: Intake) -> Capture:
        return self._captures[path]

    def extract(self, capture: Capture) -> Article:
        return self._extract(capture)

    def annotate(self, article: Article) -> AnnotatedArticle:
        return self._annotate(article)
