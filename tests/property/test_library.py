"""A library stays whole whatever arrives, moves and is forgotten, in any order."""

from __future__ import annotations

import hashlib
import tempfile
from pathlib import Path

from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from tests.libraries import keep, move
from variorum.errors import InputError
from variorum.model.article import Capture
from variorum.model.library import Wanted
from variorum.stores import Store, open_store

SOURCES = ("a.txt", "feed.rss#1", "https://corran.example/1", "feed.rss#https://corran.example/1")
STORIES = ("story-one", "story-two", "story-six")
TEXTS = tuple(f"Report {n} of the weir\nThe weir held for {n} days." for n in range(5))

ARRIVALS = st.tuples(st.just("keep"), st.sampled_from(TEXTS), st.sampled_from(SOURCES))
MERGES = st.tuples(st.just("merge"), st.sampled_from(STORIES), st.sampled_from(STORIES))
DEPARTURES = st.tuples(st.just("leave"), st.sampled_from(TEXTS), st.sampled_from(STORIES))
LOSSES = st.tuples(st.just("forget"), st.sampled_from(SOURCES), st.just(""))
DEEDS = st.lists(st.one_of(ARRIVALS, ARRIVALS, MERGES, DEPARTURES, LOSSES), max_size=8)


@settings(max_examples=15, deadline=None, phases=(Phase.explicit, Phase.generate))
@given(deeds=DEEDS, seed=st.integers(0, 2))
def test_library_stays_whole(deeds: list[tuple[str, str, str]], seed: int) -> None:
    """After any deeds no check finds a fault, and the stories hold what is not forgotten."""
    with tempfile.TemporaryDirectory() as folder:
        store = open_store(Path(folder) / "library.sqlite", create=True)
        held: dict[str, str] = {}
        for at, (deed, one, other) in enumerate(deeds):
            _do(store, held, (deed, one, other), STORIES[(at + seed) % 3])
        assert store.faults() == ()
        with store.reading() as view:
            lines = view.stories(Wanted())
            members = {a.id for line in lines for a in view.members(line.story)}
            kept = {h.article for line in lines for h in view.page(line.story).holdings}
            found = {f.holding.article for f in view.search("weir", most=99)}
        assert found == set(held)
        assert members <= kept <= set(held)
        store.close()


def _do(store: Store, held: dict[str, str], deed: tuple[str, str, str], story: str) -> None:
    """Do one deed; ``held`` follows which article came under which name."""
    kind, one, other = deed
    if kind == "keep":
        _keep(store, held, (one, other), story)
    elif kind == "forget":
        try:
            store.forget(one)
        except InputError:
            return
        _follow(store, held)
    else:
        _move(store, kind, one, other)


def _keep(store: Store, held: dict[str, str], arrival: tuple[str, str], story: str) -> None:
    text, source = arrival
    capture = Capture(
        source=source, data=text.encode(), sha256=hashlib.sha256(text.encode()).hexdigest()
    )
    with store.writing(1 if held else 0) as writer:
        seen = bool(held) and writer.see(capture)
    if not seen:
        held[keep(store, text, source=source, story=story)] = source


def _move(store: Store, kind: str, one: str, other: str) -> None:
    with store.reading() as view:
        members = [s.article for s, story in view.sketches() if story == other]
    if not members or one == other:
        return
    story = one if kind == "merge" else None
    moved = {"merge": "merged", "leave": "left"}[kind]
    with store.writing(1) as writer:
        writer.moved([move(members[0], story, moved, before=other)])


def _follow(store: Store, held: dict[str, str]) -> None:
    with store.reading() as view:
        found = {f.holding.article for f in view.search("weir", most=99)}
    for gone in set(held) - found:
        del held[gone]
