"""What every store promises of rulings: they are kept in their order, and never lost."""

from __future__ import annotations

from dataclasses import replace

from tests.libraries import keep
from variorum.model.identity import sign
from variorum.model.library import Wanted
from variorum.model.rulings import Ruling
from variorum.stores import Store

WELL = "Well at Lodz Bay sealed\nOfficials sealed 4 wells on Friday.\nMayor Rask thanked nobody."
BARGE = "Barge sinks off Torvik\nNobody saw the barge go down.\nThe cafe at the quay is shut."
URL = "https://corran.example/wells"


def note(*witnesses: str, day: str = "09", why: str = "checked") -> Ruling:
    """Return a note on witnesses."""
    return sign(
        Ruling(
            id="", verdict="note", subject="origin", targets=witnesses, witnesses=witnesses,
            to=None, who="Ada Blom", when=f"2031-05-{day}T12:00:00Z", why=why,
        ),
        {},
    )  # fmt: skip


def test_rulings_are_kept_once_and_found_by_their_witnesses(store: Store) -> None:
    """A ruling comes back as it was made, once, where one of its witnesses is asked for."""
    made = note("one", "two")
    with store.writing() as writer:
        assert writer.keep_ruling(replace(made, state="applied"))
        assert not writer.keep_ruling(made)
        assert writer.keep_ruling(note("three"))
    with store.reading() as view:
        assert view.rulings(["two", "two", "four"]) == (made,)
        assert view.rulings() == (made, note("three"))
        assert view.rulings([]) == ()
    assert store.faults() == ()


def test_file_takes_its_place_in_time(store: Store) -> None:
    """Rulings of a file stand by time, in the order of the file; one made here stands last."""
    early, late, back = note("w", day="02"), note("w", day="08"), note("w", day="03")
    here = note("w", day="05")
    with store.writing() as writer:
        writer.keep_ruling(here)
        assert writer.keep_rulings([early, late, back, early]) == 3
        last = note("w", day="04")
        writer.keep_ruling(last)
    with store.reading() as view:
        assert view.rulings() == (early, here, late, back, last)


def test_whom_somebody_is_ruled_to_be_is_found(store: Store) -> None:
    """A story is found by the name of whom somebody was ruled to be in it, until it is undone."""
    article = keep(store, WELL)
    named = replace(note(article), verdict="relabel", subject="speaker", to="Mayor Ada Rask")
    ruled = sign(named, {})
    with store.writing() as writer:
        writer.keep_ruling(ruled)
    with store.reading() as view:
        assert view.ruled_of("ada rask") == (article,)
        assert view.ruled_of("Bo Rask") == ()
        assert [line.story for line in view.stories(Wanted(speaker="Rask Ada"))] == ["story-one"]
    with store.writing() as writer:
        undo = replace(note(article), verdict="undo", subject="ruling", targets=(ruled.id,))
        writer.keep_ruling(sign(undo, {}))
    with store.reading() as view:
        assert view.stories(Wanted(speaker="Rask")) == ()


def test_story_of_a_ruling_waits_to_be_composed(store: Store) -> None:
    """Only the stories that have a witness of a ruling, in any version, are marked."""
    old = keep(store, WELL, source=URL)
    new = keep(store, f"{WELL}\nIt was two wells.", source=URL)
    keep(store, BARGE, source="b.txt", story="story-two")
    with store.reading() as view:
        before = dict(view.stale())
        assert view.versions("story-one") == {old, new}
    with store.writing() as writer:
        writer.keep_ruling(note(old))
    with store.reading() as view:
        after = dict(view.stale())
    assert after["story-one"] > before["story-one"]
    assert after["story-two"] == before["story-two"]


def test_forgetting_leaves_rulings(store: Store) -> None:
    """What a person decided stays when what it was about is gone."""
    made = note(keep(store, WELL))
    with store.writing() as writer:
        writer.keep_ruling(made)
    store.forget("a.txt")
    with store.reading() as view:
        assert view.rulings() == (made,)
