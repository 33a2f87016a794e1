"""The whole job, top to bottom: paths in, one record out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path

from variorum import __version__, formats, weights
from variorum.align import Align
from variorum.annotate import Annotate
from variorum.capture import capture, find_files
from variorum.cluster import Cluster
from variorum.compose import Compose
from variorum.engines import local
from variorum.errors import InputError, SetupError
from variorum.extract import Extract
from variorum.model.annotation import AnnotatedArticle
from variorum.model.article import Article, Capture
from variorum.model.identity import sign
from variorum.model.limits import Limits
from variorum.model.record import Record, Rejected
from variorum.model.story import Story

Watch = Callable[[Sequence[Capture]], Iterable[Capture]]


def read(paths: Iterable[str], *, limits: Limits | None = None, watch: Watch = iter) -> Record:
    """Read files, folders or standard input (``-``) into one record.

    Args:
        paths: what to read; a folder stands for the files in it.
        limits: how large inputs may be.
        watch: wraps the captures as they are worked on, to show progress.

    Raises:
        SetupError: there are more inputs than ``limits.witnesses`` allows.
    """
    limits = limits or Limits()
    rejected: list[Rejected] = []
    each = partial(local.map, seconds=limits.seconds)
    files = _within(tuple(find_files(paths)), limits.witnesses)
    found = each(partial(capture, limits=limits), files, reject=_reject("capture", rejected))
    captures = tuple(_once(found, rejected))
    articles = each(Extract(limits=limits), watch(captures), reject=_reject("extract", rejected))
    annotated = tuple(each(Annotate(), articles, reject=_reject("annotate", rejected)))
    stories = _members(Cluster()(annotated), annotated)
    alignments = tuple(local.group(Align(), stories))
    hashes = tuple(weights.sha256s().values())
    compose = Compose(variorum=__version__, reader=formats.READER, weights_sha256=hashes)
    return compose(annotated, alignments, rejected)


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
            same = InputError(f"the same bytes as {kept[item.sha256]}; they are one witness")
            _reject("capture", rejected)(item, same)
        else:
            kept[item.sha256] = item.source
            yield item


def _members(
    stories: Iterable[Story], articles: Sequence[AnnotatedArticle]
) -> dict[Story, tuple[AnnotatedArticle, ...]]:
    by_id = {a.article.id: a for a in articles}
    return {story: tuple(by_id[w] for w in story.witnesses) for story in stories}


def _reject(
    stage: str, rejected: list[Rejected]
) -> Callable[[str | Capture | Article, InputError], None]:
    def write_down(record: str | Capture | Article, error: InputError) -> None:
        source = Path(record).name if isinstance(record, str) else record.source
        reason = str(error).removeprefix(f"{source}: ")
        rejected.append(sign(Rejected(id="", source=source, stage=stage, reason=reason), {}))

    return write_down
