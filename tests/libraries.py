"""Libraries for tests: invented pages, and a way of sorting that is as simple as can be."""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from tests.samples import as_json
from tests.stated import stated
from variorum.ingest import Ingest, Net, Stages, Taken
from variorum.ingest.keeping import Embed, Prepare
from variorum.model.annotation import AnnotatedArticle
from variorum.model.article import Capture
from variorum.model.library import Wanted
from variorum.model.limits import Limits
from variorum.model.stream import Move, Sketch
from variorum.model.words import words_in
from variorum.stores import Store, open_store

FERRY = """\
Ferry to Corran cancelled after fire in engine room

Published: 9 May 2031

The ferry Morwenna stayed in Corran harbour on Friday after a fire in its engine room, the harbour
master, Isolde Penrose, said.

"Nobody was hurt, and the fire was out within twenty minutes," Penrose said.
"""
AGAIN = """\
Corran ferry Morwenna stays in harbour after engine fire

A fire broke out on Thursday in the engine room of the ferry Morwenna, which has served Corran for
31 years. The harbour master, Isolde Penrose, said nobody was hurt.

"The fire was out within twenty minutes," Penrose said on 8 May.
"""
LATER = """\
Morwenna back at sea: Corran ferry sails again after the engine fire

Published: 12 May 2031

The ferry Morwenna left Corran harbour on Monday. Isolde Penrose, the harbour master, said the fire
in the engine room had been put out by its crew.
"""
MILL = """\
Old mill at Tarrow sold to the town

Published: 10 May 2031

The council of Tarrow bought the old mill on Saturday. Mayor Edda Quist said it would be a museum.
"""


def sketch(found: AnnotatedArticle, embed: Embed) -> tuple[Sketch, ...]:
    """Return one sketch of an article: the words of its title."""
    article = found.article
    words = [w.form for w in words_in(article.title or "") if len(w.form) > 4]
    vector = embed([article.title or ""])[0]
    return (
        Sketch(
            article=article.id,
            passage=None,
            day=article.published.edtf[:10] if article.published else None,
            outlet=article.outlet,
            title=tuple(words),
            words=tuple(words),
            names=(),
            places=(),
            numbers=(),
            vector=struct.pack(f"<{len(vector)}f", *vector),
        ),
    )


class TitleSorter:
    """Puts an article into the first story whose titles share two words with its own."""

    def __init__(self) -> None:
        self._stories: dict[str, set[str]] = {}

    def restore(self, rows: Iterable[tuple[Sketch, str]]) -> None:
        """Go on from sketches and their stories."""
        for known, story in rows:
            self._stories.setdefault(story, set()).update(known.words)

    def add(self, new: Sketch) -> tuple[Move, ...]:
        """Return the one move of an arrival."""
        near = (s for s, words in self._stories.items() if len(words & set(new.words)) > 1)
        story = next(near, f"story-{new.article}")
        kind = "joined" if story in self._stories else "opened"
        self._stories.setdefault(story, set()).update(new.words)
        return (
            Move(
                kind=kind,
                article=new.article,
                passage=new.passage,
                story=story,
                before=None,
                score=0.9 if kind == "joined" else None,
                reasons=("two words of the titles",) if kind == "joined" else (),
            ),
        )


def lines(*texts: str) -> bytes:
    """Return texts as JSON Lines, each an article with its first line as the title."""
    return b"\n".join(
        as_json(title=t.partition("\n")[0], text=t.partition("\n")[2].strip()) for t in texts
    )


def write(folder: Path, **pages: str) -> list[str]:
    """Write texts as files ``name.txt``, and return their paths in that order."""
    folder.mkdir(exist_ok=True)
    for name, text in pages.items():
        (folder / f"{name}.txt").write_text(text, "utf-8")
    return [str(folder / f"{name}.txt") for name in pages]


def job(
    store: Store,
    *,
    limits: Limits | None = None,
    sort: Callable[[], TitleSorter] = TitleSorter,
    net: Net | None = None,
    stopped: Callable[[], bool] = lambda: False,
) -> Ingest:
    """Return the job of taking files and addresses into a library."""
    limits = limits or Limits()
    stages = Stages(store, limits=limits)
    prepare = Prepare(store, stages, sketch)
    return Ingest(
        store, stages, sort=sort, prepare=prepare, limits=limits, most=1000, net=net,
        stopped=stopped,
    )  # fmt: skip


def take(store: Store, paths: Sequence[str], *, limits: Limits | None = None) -> Taken:
    """Take files into a library."""
    return job(store, limits=limits)(paths)


def library(folder: Path, **pages: str) -> Store:
    """Return a library of some texts, the ferry's and the mill's where none are given."""
    pages = pages or {"ferry": FERRY, "again": AGAIN, "mill": MILL}
    store = open_store(folder / "library.sqlite", create=True)
    take(store, write(folder / "pages", **pages))
    return store


def story_of(store: Store, words: str) -> str:
    """Return the id of the first story with these words."""
    with store.reading() as view:
        return view.stories(Wanted(words=words))[0].story


def move(article: str, story: str | None, kind: str = "joined", before: str | None = None) -> Move:
    """Return the move of a whole article."""
    return Move(
        kind=kind,
        article=article,
        passage=None,
        story=story,
        before=before,
        score=None,
        reasons=(f"{kind} by hand",),
    )


def keep(
    store: Store,
    text: str,
    *,
    source: str = "a.txt",
    story: str = "story-one",
    published: str | None = None,
) -> str:
    """Keep a text that no model has read, in a story, and return the article's id."""
    (article,) = keep_all(store, [(text, source, story)], published=published)
    return article


def keep_all(
    store: Store, texts: Iterable[tuple[str, str, str]], *, published: str | None = None
) -> list[str]:
    """Keep texts, each with its source and story, in one transaction; return the articles' ids."""
    kept, moves = [], []
    with store.writing() as writer:
        writer.begin("0", "reader")
        for text, source, story in texts:
            found = stated(text, source=source, published=published)
            article = found.article
            capture = Capture(source=source, data=text.encode(), sha256=article.sha256)
            writer.keep_capture(capture)
            writer.keep_article(found, "reader")
            writer.keep_vectors(article.id, {article.id.encode(): b"\0" * 8})
            writer.keep_sketch(sketched(article.id))
            kept.append(article.id)
            moves.append(move(article.id, story))
        writer.moved(moves)
    return kept


def sketched(article: str, day: str | None = None) -> Sketch:
    """Return a sketch of nothing."""
    return Sketch(
        article=article,
        passage=None,
        day=day,
        outlet=None,
        title=(),
        words=(),
        names=(),
        places=(),
        numbers=(),
        vector=b"\0" * 8,
    )
