"""Composes stories that were touched: a new record in place of the last, and what changed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from variorum import __version__, codec, exports, formats
from variorum.align import Align
from variorum.cluster.fellows import date_by_fellows
from variorum.compose import Compose
from variorum.engines import Clock, local
from variorum.ingest.stages import Stages
from variorum.model.annotation import AnnotatedArticle
from variorum.model.article import Article
from variorum.model.changes import Changes
from variorum.model.identity import sign
from variorum.model.limits import Limits
from variorum.model.record import FORM, MadeBy, Record, Rejected
from variorum.model.story import Alignment, Story
from variorum.review.changes import compare
from variorum.review.rulings import Replay, replay, ruled
from variorum.stores import Store

Watch = Callable[[Sequence[str], str], Iterable[str]]


@dataclass(frozen=True, slots=True)
class ComposeStories:
    """Composes every story that waits for it, each in a transaction of its own.

    Args:
        store: the library.
        stages: how articles are read, where what was found in them is not kept.
        limits: ``witnesses`` is how many of a story stand in its record, the earliest first;
            ``seconds`` how long one story may take.
    """

    store: Store
    stages: Stages
    limits: Limits

    def __call__(self, run: int, watch: Watch) -> list[str]:
        """Compose what waits, in the name of a run; return the ids of the stories."""
        with self.store.reading() as view:
            waiting = tuple(story for story, _ in view.stale())
        composed: list[str] = []
        busy = [
            story
            for story in watch(waiting, "composing")
            if not self._claim(story, run, composed, wait=False)
        ]
        for story in watch(tuple(busy), "waiting for others"):
            self._claim(story, run, composed, wait=True)
        return composed

    def _claim(self, story: str, run: int, composed: list[str], *, wait: bool) -> bool:
        """Compose a story if it still waits for it; tell whether no other worker has it at hand."""
        with self.store.claim(f"story {story}", wait=wait) as mine:
            if mine:
                with self.store.reading() as view:
                    waiting = view.stale(story)
                for _, mark in waiting:
                    self._compose(story, mark, run)
                    composed.append(story)
            return mine

    def _compose(self, story: str, mark: int, run: int) -> None:
        with self.store.reading() as view:
            articles = view.members(story)
            old = view.record(story)
            reasons = view.reasons(story)
            versions = view.versions(story)
            rulings = view.rulings(versions)
        found, rejected = self._read(articles)
        record = self._record(found, reasons, replay(rulings, found, versions), rejected)
        changes = _between(old, record)
        told = None
        if changes is not None:
            told = (changes, *_told(changes, old, record))
        with self.store.writing(run) as writer:
            for one in found:
                if writer.annotated(one.article, self.stages.made_with) is None:
                    writer.keep_annotated(one, self.stages.made_with)
            writer.keep_record(story, record, mark, told)

    def _read(
        self, articles: Sequence[Article]
    ) -> tuple[tuple[AnnotatedArticle, ...], list[Rejected]]:
        """Return the articles of a story read, the undated ones dated by their fellows."""
        first = sorted(articles, key=_by_date)
        most = self.limits.witnesses
        rejected: list[Rejected] = []
        for left in first[most:]:
            why = f"more than {most:,} witnesses of one story; raise the limit with --max-witnesses"
            rejected.append(Rejected.of(left.source, "align", why))
        kept = first[:most]
        by_id = {a.id: a for a in kept} | {a.id: a for a in date_by_fellows(kept)}
        return tuple(self.stages.annotate(by_id[w]) for w in sorted(by_id)), rejected

    def _record(
        self,
        found: Sequence[AnnotatedArticle],
        reasons: tuple[str, ...],
        replayed: Replay,
        rejected: list[Rejected],
    ) -> Record:
        """Return the record of one story; where aligning it takes too long, one without."""
        unsigned = Story(id="", witnesses=tuple(a.article.id for a in found), reasons=reasons)
        story = sign(unsigned, {})
        found = tuple(ruled(one, replayed.decisions) for one in found)
        sources = ", ".join(sorted(a.article.source for a in found))
        clock = Clock(each=self.limits.seconds)
        aligned = tuple(
            local.group(
                Align(decisions=replayed.decisions),
                {story: found},
                reject=lambda _, why: rejected.append(Rejected.of(sources, "align", why)),
                clock=clock,
            )
        )
        made = Compose(
            variorum=__version__, reader=formats.READER, weights_sha256=self.stages.weights
        )
        return made(found, aligned or (Alignment(story=story),), rejected, rulings=replayed.rulings)


def _between(old: Record | None, new: Record) -> Changes | None:
    """Return what changed, None where nothing did; of a new story only who its witnesses are."""
    if old is None:
        return replace(compare(_nothing(new.made_by), new), points=())
    changes = compare(old, new)
    kept = all(fellow.fate == "kept" for fellow in changes.witnesses)
    return None if kept and not changes.points else changes


def _told(changes: Changes, old: Record | None, new: Record) -> tuple[str, bytes]:
    """Return the page that tells changes, and the same line by line."""
    records = (old or _nothing(new.made_by), new)
    page = exports.render_changes(changes, records, "text")
    return page, exports.changed_lines(changes, records)


def _nothing(made_by: MadeBy) -> Record:
    return codec.seal(Record(record=FORM, made_by=made_by))


def _by_date(article: Article) -> tuple[bool, str, str]:
    stated = article.published
    return (stated is None, stated.edtf if stated else "", article.id)
