"""The whole job, top to bottom: paths in, one record out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Protocol

from variorum import __version__, formats, weights
from variorum.align import Align
from variorum.annotate import Annotate
from variorum.capture import capture, find_files
from variorum.cluster import Cluster
from variorum.cluster.fellows import date_by_fellows
from variorum.compose import Compose
from variorum.engines import Clock, local
from variorum.errors import InputError, LimitError, SetupError
from variorum.extract import Extract
from variorum.model.annotation import AnnotatedArticle
from variorum.model.article import Article, Capture
from variorum.model.identity import sign
from variorum.model.limits import Limits
from variorum.model.record import Record, Rejected
from variorum.model.story import Alignment, Story

Watch = Callable[[Sequence[Capture]], Iterable[Capture]]


class Stages(Protocol):
    """The stages that read an article: run, or looked up where they were run before."""

    def take(self, path: str) -> Capture:
        """Return the capture of a file, or of what is kept."""

    def extract(self, capture: Capture) -> Article:
        """Return what :class:`variorum.extract.Extract` does."""

    def annotate(self, article: Article) -> AnnotatedArticle:
        """Return what :class:`variorum.annotate.Annotate` does."""


def read(
    paths: Iterable[str],
    *,
    limits: Limits | None = None,
    annotator: str | None = None,
    threads: int = 1,
    watch: Watch = iter,
    kept: Stages | None = None,
) -> Record:
    """Read files, folders or standard input (``-``) into one record.

    Args:
        paths: what to read; a folder stands for the files in it.
        limits: how large inputs may be.
        annotator: the path of one's own ONNX model (``annotate.annotator``); None: what ships.
        threads: on how many threads the encoders run; the record is the same on any number.
        watch: wraps the captures as they are worked on, to show progress.
        kept: looks up what was read before; the record is the same without it.

    Raises:
        SetupError: more inputs than ``limits.witnesses`` allows, or an annotator of no use.
        LimitError: the time was up before the texts were sorted into stories.
    """
    limits = limits or Limits()
    rejected: list[Rejected] = []
    clock = Clock(each=limits.seconds, run=limits.run_seconds)
    stages = kept or _Stages(limits, annotator, threads)
    each = partial(local.map, clock=clock)
    files = _within(tuple(find_files(paths, formats.suffixes())), limits.witnesses)
    found = each(stages.take, files, reject=_reject("capture", rejected))
    captures = _opened(_once(found, rejected), limits, rejected, clock)
    articles = each(stages.extract, watch(captures), reject=_reject("extract", rejected))
    annotated = tuple(each(stages.annotate, articles, reject=_reject("annotate", rejected)))
    stories = _stories(annotated, Clock(each=limits.seconds))
    annotated = _dated(annotated, stories, partial(each, stages.annotate))
    alignments = _aligned(stories, annotated, rejected, clock)
    made_with = weights.hashes(annotator)
    compose = Compose(variorum=__version__, reader=formats.READER, weights_sha256=made_with)
    return compose(annotated, alignments, rejected)


class _Stages:
    """The stages as they are run."""

    def __init__(self, limits: Limits, annotator: str | None, threads: int) -> None:
        self._limits = limits
        self.extract = Extract(limits=limits)
        self.annotate = Annotate(model=annotator, threads=threads)

    def take(self, path: str) -> Capture:
        return capture(path, self._limits)


def _within(files: tuple[str, ...], most: int) -> tuple[str, ...]:
    if len(files) > most:
        raise SetupError(
            f"{len(files)} inputs, and at most {most} are read together;"
            " give fewer, or raise the limit with --max-witnesses"
        )
    return files


def _once(captures: Iterable[Capture], rejected: list[Rejected]) -> Iterator[Capture]:
    """Yield captures in the order of their names, and equal bytes only once."""
    kept: dict[str, str] = {}
    for item in sorted(captures, key=lambda c: (c.source, c.sha256)):
        if item.sha256 in kept:
            other = kept[item.sha256]
            told = f"the same bytes as {other}" if other != item.source else "given twice"
            same = InputError(f"{told}; equal bytes are one witness")
            _reject("capture", rejected)(item, same)
        else:
            kept[item.sha256] = item.source
            yield item


def _opened(
    files: Iterable[Capture], limits: Limits, rejected: list[Rejected], clock: Clock
) -> tuple[Capture, ...]:
    """Return the captures of single articles in ``files``, as many as are read together."""

    def write_down(source: str, error: InputError) -> None:
        rejected.append(_rejected(source, "capture", str(error).removeprefix(f"{source}: ")))

    def opened(file: Capture) -> tuple[Capture, ...]:
        return tuple(formats.unpack(file, limits, reject=write_down))

    layers = local.map(opened, files, reject=_reject("capture", rejected), clock=clock)
    articles = tuple(_once(chain.from_iterable(layers), rejected))
    for article in articles[limits.witnesses :]:
        text = f"more than {limits.witnesses:,} articles; raise the limit with --max-witnesses"
        write_down(article.source, LimitError(text))
    return articles[: limits.witnesses]


def _stories(articles: Sequence[AnnotatedArticle], clock: Clock) -> tuple[Story, ...]:
    """Sort all articles into stories; without them there is no record.

    Raises:
        LimitError: the time is up.
    """

    def stop(_: str, error: InputError) -> None:
        raise LimitError(f"cluster: {error}") from error

    def together(_: str, members: Sequence[AnnotatedArticle]) -> tuple[Story, ...]:
        return Cluster()(members)

    (stories,) = local.group(together, {"all": articles}, reject=stop, clock=clock)
    return stories


def _dated(
    articles: tuple[AnnotatedArticle, ...],
    stories: Iterable[Story],
    annotate: Callable[..., Iterable[AnnotatedArticle]],
) -> tuple[AnnotatedArticle, ...]:
    """Read the articles again that only their fellows date; without the time, they stay undated."""
    dated = date_by_fellows(stories, {a.article.id: a.article for a in articles})
    read = {a.article.id: a for a in annotate(dated, reject=lambda article, error: None)}
    return tuple(read.get(a.article.id, a) for a in articles)


def _aligned(
    stories: Sequence[Story],
    articles: Sequence[AnnotatedArticle],
    rejected: list[Rejected],
    clock: Clock,
) -> tuple[Alignment, ...]:
    """Align each story; one that takes too long has an alignment of nothing."""
    members = _members(stories, articles)
    aligned = local.group(Align(), members, reject=_reject_story(members, rejected), clock=clock)
    alignments = {story.id: Alignment(story=story) for story in stories}
    alignments |= {alignment.story.id: alignment for alignment in aligned}
    return tuple(alignments.values())


def _members(
    stories: Iterable[Story], articles: Sequence[AnnotatedArticle]
) -> dict[Story, tuple[AnnotatedArticle, ...]]:
    by_id = {a.article.id: a for a in articles}
    return {story: tuple(by_id[w] for w in story.witnesses) for story in stories}


def _reject_story(
    members: Mapping[Story, Sequence[AnnotatedArticle]], rejected: list[Rejected]
) -> Callable[[Story, InputError], None]:
    def write_down(story: Story, error: InputError) -> None:
        source = ", ".join(sorted(a.article.source for a in members[story]))
        rejected.append(_rejected(source, "align", str(error)))

    return write_down


def _reject(
    stage: str, rejected: list[Rejected]
) -> Callable[[str | Capture | Article, InputError], None]:
    def write_down(record: str | Capture | Article, error: InputError) -> None:
        source = Path(record).name if isinstance(record, str) else record.source
        reason = str(error).removeprefix(f"{source}: ")
        rejected.append(_rejected(source, stage, reason))

    return write_down


def _rejected(source: str, stage: str, reason: str) -> Rejected:
    return sign(Rejected(id="", source=source, stage=stage, reason=reason), {})
