"""Which story an arrival is given to, and what it does to the others."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from tests.sketched import elsewhere, plain, told
from variorum.cluster import stream as streams
from variorum.cluster.stream import StoryStream, story_id
from variorum.cluster.window import Window
from variorum.model.stream import Move, Sketch

FLOOD = """Reservoir wall at Tarnbeck gives way after a week of rain
The upper reservoir at Tarnbeck spilled over on Tuesday night and flooded 140 houses in the valley.
Engineers of the Ollerdale water board had warned in March that the spillway was cracked.
Nobody drowned, but the primary school and the Tarnbeck bakery will stay shut until Easter."""
AGAIN = """Valley cleans up after Tarnbeck reservoir floods 140 houses
People in Tarnbeck shovelled mud from their kitchens on Wednesday, a day after the reservoir above
the town overflowed. The Ollerdale water board said 140 houses were flooded and that the cracked
spillway would be inspected. The bakery lost its ovens; the primary school is shut until Easter."""
OTHER_FLOOD = """River Sarn bursts its banks and floods 60 farms near Quillmouth
The Sarn rose by three metres on Wednesday and flooded 60 farms and a railway line at Quillmouth.
Mayor Odile Brandt said that the dyke at Pell Bridge had held for 31 years.
Two barges broke loose, and the cattle market in Quillmouth was moved to the chapel hill."""
CHESS = """Teenager wins the Merrow chess open
Jolanta Kess, 16, beat the former champion Ruben Astor in 41 moves at the Merrow chess open.
She sacrificed a rook in the endgame and offered no draw all week.
The tournament director called it the boldest win in the history of the open."""


def sorted_in(stream: StoryStream, *sketches: Sketch) -> list[Move]:
    """Return all moves of some arrivals."""
    return [move for one in sketches for move in stream.add(one)]


def test_a_second_report_joins_and_says_why() -> None:
    """A report of an event joins its story, called by the first, and the reasons name words."""
    first, second = told(FLOOD, day="2025-03-04"), told(AGAIN, day="2025-03-05")
    opened, joined = sorted_in(StoryStream(), first, second)
    assert (opened.kind, joined.kind) == ("opened", "joined")
    assert opened.story == joined.story == story_id(first)
    assert joined.score is not None
    assert joined.score >= 0.5
    assert any("tarnbeck" in reason for reason in joined.reasons)
    assert any("140" in reason for reason in joined.reasons)


def test_another_event_opens_a_story() -> None:
    """A text that is like no other opens a story and says how near the nearest came."""
    moves = sorted_in(StoryStream(), told(FLOOD, day="2025-03-04"), told(CHESS, day="2025-03-04"))
    assert [move.kind for move in moves] == ["opened", "opened"]
    assert moves[1].reasons


def test_two_floods_a_week_apart_are_two_stories() -> None:
    """The same topic is not the same event."""
    floods = told(FLOOD, day="2025-03-04"), told(OTHER_FLOOD, day="2025-03-11")
    assert len({move.story for move in sorted_in(StoryStream(), *floods)}) == 2


def test_a_story_ends() -> None:
    """After the quiet days nothing joins a story, not even its own words."""
    first = told(FLOOD, day="2025-03-04")
    within, after = (told(AGAIN, day=day) for day in ("2025-03-06", "2025-04-06"))
    assert sorted_in(StoryStream(), first, within)[1].kind == "joined"
    assert sorted_in(StoryStream(), first, after)[1].kind == "opened"


def test_a_late_arrival_finds_its_story() -> None:
    """A report that arrives behind younger ones joins the story of its days."""
    stream = StoryStream()
    others = [told(CHESS, day=f"2025-03-{day:02}") for day in (8, 9)]
    moves = sorted_in(stream, told(FLOOD, day="2025-03-04"), *others, told(AGAIN, day="2025-03-05"))
    assert moves[-1].story == moves[0].story


def test_one_wrong_date_ends_no_story() -> None:
    """A page dated far ahead is alone with its date."""
    stream = StoryStream()
    wrong = elsewhere(told(CHESS), day="2099-01-01")
    moves = sorted_in(stream, told(FLOOD, day="2025-03-04"), wrong, told(AGAIN, day="2025-03-05"))
    assert moves[2].story == moves[0].story


def test_a_sketch_twice_moves_nothing() -> None:
    """What is there already is sorted already."""
    stream = StoryStream()
    assert sorted_in(stream, told(FLOOD))
    assert sorted_in(stream, told(FLOOD)) == []


def test_a_stream_goes_on_where_it_stopped() -> None:
    """Restored from its sketches and their stories, a stream moves the rest alike."""
    arrivals = [
        told(text, day=f"2025-03-{day:02}")
        for day, text in enumerate((FLOOD, CHESS, OTHER_FLOOD, AGAIN), start=4)
    ]
    whole = StoryStream()
    moves = sorted_in(whole, *arrivals)
    again = StoryStream()
    again.restore((one, move.story or "") for one, move in zip(arrivals[:3], moves, strict=False))
    assert sorted_in(again, arrivals[3]) == moves[3:]


def scored(monkeypatch: pytest.MonkeyPatch, likes: set[frozenset[str]]) -> None:
    """Let pairs of articles score .9 where they are listed, else .1."""

    def score(window: Window, row: int, others: Sequence[int]) -> dict[int, float]:
        name = {at: window.rows[at].sketch.article for at in (row, *others)}
        return {
            at: 0.9 if frozenset({name[row], name[at]}) in likes else 0.1
            for at in others
            if at != row
        }

    monkeypatch.setattr(streams, "score", score)


def pairs(*names: str) -> set[frozenset[str]]:
    """Return pairs of articles that are named by one letter each."""
    return {frozenset(name) for name in names}


def test_an_arrival_merges_two_stories(monkeypatch: pytest.MonkeyPatch) -> None:
    """Stories that a report brings together are one, with the id of the older."""
    scored(monkeypatch, pairs("ac", "bc", "ad", "bd", "cd"))
    stream = StoryStream()
    moves = sorted_in(stream, *(plain(name, "weir sluice", day="2025-03-04") for name in "abcd"))
    merged = [move for move in moves if move.kind == "merged"]
    assert [(move.article, move.before) for move in merged] == [("b", moves[1].story)]
    assert {move.story for move in merged} == {moves[0].story}


def test_a_story_that_does_not_hold_is_split(monkeypatch: pytest.MonkeyPatch) -> None:
    """The half that hangs on one pair leaves, with the reason, and the rest keeps the id."""
    monkeypatch.setattr(streams, "BEST", 1)
    scored(monkeypatch, pairs("ab", "bc", "cd"))
    stream = StoryStream()
    moves = sorted_in(stream, *(plain(name, "weir sluice", day="2025-03-04") for name in "abcd"))
    split = [move for move in moves if move.kind == "split"]
    assert [move.article for move in split] == ["c", "d"]
    assert {move.before for move in split} == {moves[0].story}
    assert all(move.reasons for move in split)


def test_pages_behind_one_wall_are_no_story() -> None:
    """Two pages of an outlet with the same words under other headlines report no one event."""
    wall = """{}
To go on reading the Calder Gazette, choose how Lumen Media and its 84 partners may use your data.
With a pass of Lumen Media you read the Calder Gazette without any advertising for 3 crowns a week.
Partners of Lumen Media store identifiers, measure how often pages are read, and make audiences."""
    pages = [
        told(wall.format(title), day="2025-03-04", outlet="Calder Gazette")
        for title in ("Ferry to Pell Island is cancelled", "Choir of Merrow sings for the miners")
    ]
    assert len({move.story for move in sorted_in(StoryStream(), *pages)}) == 2


def test_a_series_is_no_story() -> None:
    """The same words with other numbers, day by day in one outlet, are of other events."""
    lines = """Prices at the Merrow fish market
Cod fetched {} crowns a kilogram at the Merrow fish market, herring {} and pollock {}.
The auctioneer Ivo Tarn counted {} crates from {} boats."""
    numbers = (("41", "17", "23", "880", "64"), ("39", "19", "26", "712", "58"))
    pages = [
        told(lines.format(*found), day=f"2025-03-0{day}", outlet="Calder Gazette")
        for day, found in enumerate(numbers, start=4)
    ]
    assert len({move.story for move in sorted_in(StoryStream(), *pages)}) == 2


def test_two_prints_of_one_text_say_so() -> None:
    """A wire's report in two papers is one story, and told from a report in own words."""
    pages = [told(FLOOD, day="2025-03-04", outlet="Calder Gazette")]
    pages.append(elsewhere(pages[0], outlet="Merrow Post"))
    assert "two prints of one text" in sorted_in(StoryStream(), *pages)[1].reasons
    joined = sorted_in(StoryStream(), pages[0], told(AGAIN, day="2025-03-05"))[1]
    assert "two prints of one text" not in joined.reasons
