"""The whole job, top to bottom: paths in, one record out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any, Protocol

from variorum import __version__, formats, weights
from variorum.align import Align
from variorum.annotate import Annotate
from variorum.capture import Intake, find_files
from variorum.capture.addresses import is_address
from variorum.capture.gathering import gather
from variorum.capture.policy import Policy
from variorum.cluster import Cluster
from variorum.cluster.fellows import annotate_dated
from variorum.compose import Compose
from variorum.engines import Clock, local
from variorum.errors import InputError, LimitError, SetupError
from variorum.extract import Extract
from variorum.model.address import Address
from variorum.model.annotation import AnnotatedArticle
from variorum.model.article import Article, Capture
from variorum.model.limits import Limits
from variorum.model.record import Record, Rejected
from variorum.model.rulings import Ruling
from variorum.model.story import Alignment, Story
from variorum.review.rulings import replay, ruled

Watch = Callable[[Sequence[Capture]], Iterable[Capture]]


class Stages(Protocol):
    """The stages that read an article: run, or looked up where they were run before."""

    def take(self, path: str, intake: Intake) -> Capture:
        """Return what is kept under this name, or else what ``intake`` has."""

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
    rulings: Iterable[Ruling] = (),
    watch: Watch = iter,
    policy: Policy | None = None,
    kept: Stages | None = None,
) -> Record:
    """Read files, folders, pages of the web or standard input (``-``) into one record.

    Args:
        paths: what to read; a folder stands for the files in it, an address is fetched.
        limits: how large inputs may be.
        annotator: the path of one's own ONNX model (``annotate.annotator``); None: what ships.
        threads: on how many threads the encoders run; the record is the same on any number.
        rulings: what persons decided on earlier readings, in the order they did.
        watch: wraps the captures as they are worked on, to show progress.
        policy: how the net is asked.
        kept: looks up what was read before; the record is the same.

    Raises:
        SetupError: too many inputs, an annotator of no use, or fetching is not installed.
        LimitError: the time was up before the texts were sorted into stories.
    """
    limits, rejected = limits or Limits(), list[Rejected]()
    clock = Clock(each=limits.seconds, run=limits.run_seconds)
    stages, each = kept or _Stages(limits, annotator, threads), partial(local.map, clock=clock)
    captures = _captures(paths, stages, Intake(limits, policy), each, rejected=rejected)
    annotated = _annotated(watch(captures), stages, each, rejected)
    stories = _stories(annotated, Clock(each=limits.seconds))
    again = partial(each, stages.annotate, reject=_stay_undated)
    annotated = annotate_dated(annotated, stories, again)
    replayed = replay(rulings, annotated)
    annotated = tuple(ruled(found, replayed.decisions) for found in annotated)
    together = partial(local.group, Align(decisions=replayed.decisions), clock=clock)
    alignments = _aligned(annotated, stories, together, rejected)
    return _composer(annotator)(annotated, alignments, rejected, rulings=replayed.rulings)


class _Stages:
    """The stages as they are run."""

    def __init__(self, limits: Limits, annotator: str | None, threads: int) -> None:
        self.extract = Extract(limits=limits)
        self.annotate = Annotate(model=annotator, threads=threads)

    def take(self, path: str, intake: Intake) -> Capture:
        return intake(path)


def _aligned(
    annotated: Sequence[AnnotatedArticle],
    stories: Sequence[Story],
    together: Callable[..., Iterable[Alignment]],
    rejected: list[Rejected],
) -> tuple[Alignment, ...]:
    """Align each story; one that takes too long has an alignment of nothing."""
    members = _members(stories, annotated)
    done = together(members, reject=_reject_story(members, rejected))
    alignments = {story.id: Alignment(story=story) for story in stories}
    return tuple((alignments | {found.story.id: found for found in done}).values())


def _composer(annotator: str | None) -> Compose:
    made_with = weights.hashes(annotator)
    return Compose(variorum=__version__, reader=formats.READER, weights_sha256=made_with)


def _within(files: tuple[str, ...], most: int) -> tuple[str, ...]:
    if len(files) > most:
        raise SetupError(
            f"{len(files)} inputs, and at most {most} are read together;"
            " give fewer, or raise the limit with --max-witnesses"
        )
    return files


def _captures(
    paths: Iterable[str],
    stages: Stages,
    intake: Intake,
    each: Callable[..., Any],
    *,
    rejected: list[Rejected],
) -> tuple[Capture, ...]:
    """Return the captures of single articles in files, and in what their lists name if wanted."""
    files = _within(tuple(find_files(paths, formats.suffixes())), intake.limits.witnesses)
    one_by_one = partial(each, reject=_reject("capture", rejected))
    return gather(
        one_by_one(partial(stages.take, intake=intake), files),
        intake.limits,
        each=one_by_one,
        reject=_write_down("capture", rejected),
        fetch=partial(one_by_one, intake.page) if intake.policy.follow else None,
    )


def _annotated(
    captures: Iterable[Capture], stages: Stages, each: Callable[..., Any], rejected: list[Rejected]
) -> tuple[AnnotatedArticle, ...]:
    articles = each(stages.extract, captures, reject=_reject("extract", rejected))
    return tuple(each(stages.annotate, articles, reject=_reject("annotate", rejected)))


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


def _stay_undated(article: Article, error: InputError) -> None:
    """Reject nothing where the time is up before an article was read again with its date."""


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
        rejected.append(Rejected.of(source, "align", error))

    return write_down


def _reject(
    stage: str, rejected: list[Rejected]
) -> Callable[[str | Address | Capture | Article, InputError], None]:
    told = _write_down(stage, rejected)

    def write_down(record: str | Address | Capture | Article, error: InputError) -> None:
        told(_source_of(record), error)

    return write_down


def _write_down(stage: str, rejected: list[Rejected]) -> Callable[[str, InputError], None]:
    def write_down(source: str, error: InputError) -> None:
        rejected.append(Rejected.of(source, stage, error))

    return write_down


def _source_of(record: str | Address | Capture | Article) -> str:
    if isinstance(record, Address):
        return record.shown
    if isinstance(record, str):
        return Address(url=record).shown if is_address(record) else Path(record).name
    return record.source
