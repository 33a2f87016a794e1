"""What a window of sketches finds again, and what it forgets."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.sketched import by_name, plain
from variorum.cluster import window as windows
from variorum.cluster.latest import Latest
from variorum.cluster.pairs import FIGURES, Lengths, figures, scores
from variorum.cluster.window import Window


def test_a_rare_word_counts_more_than_a_frequent_one() -> None:
    """The candidate that shares the rarer word stands first."""
    window = Window(10)
    for at in range(30):
        window.add(plain(f"other {at}", "harbour"))
    rare, frequent = (
        window.add(plain("rare", "sluicegate")), window.add(plain("frequent", "harbour"))
    )  # fmt: skip
    found = window.candidates(window.add(plain("arrival", "harbour sluicegate")))
    assert found[0] == rare
    assert frequent in found


def test_a_common_word_weighs_less_from_the_start() -> None:
    """What is common in news at large says little, before the window has seen it often."""
    window = Window(10)
    assert window.weigh("the") == 0.0
    assert window.weigh("said") < window.weigh("sluicegate")


def test_a_vector_finds_what_shares_no_word() -> None:
    """The nearest vectors are candidates, whatever the words."""
    window = Window(10)
    (vector,) = by_name(["told in other words"])
    near = replace(plain("near", "weir"), vector=vector.tobytes())
    row = window.add(near)
    arrival = window.add(replace(plain("arrival", "sluice"), vector=vector.tobytes()))
    assert row in window.candidates(arrival)


def test_a_word_that_all_share_costs_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of a key that many sketches have, only the latest are looked at."""
    monkeypatch.setattr(windows, "NEAREST", 0)
    window = Window(10)
    rows = [window.add(plain(f"{at}", "harbour")) for at in range(1_000)]
    found = window.candidates(window.add(plain("arrival", "harbour")))
    assert len(found) <= windows.CANDIDATES
    assert min(found) >= rows[-windows.POSTINGS]


def test_an_ended_row_leaves_nothing() -> None:
    """What is out of the window is found no more and holds no memory."""
    window = Window(10)
    window.add(plain("old", "weir sluice", day="2025-01-01"))
    for at in range(windows.ARRIVALS):
        window.add(plain(f"new {at}", "harbour", day="2025-03-01"))
    assert [row for row, _ in window.end()] == [0]
    assert set(window._counts) == set(window._postings) == {"harbour"}
    assert 0 not in window.candidates(window.add(plain("arrival", "weir", day="2025-03-01")))


def test_days_too_far_apart_are_no_candidates() -> None:
    """Two sketches further apart than the window are never compared; an undated one is."""
    window = Window(10)
    rows = [window.add(plain(f"{day}", "weir", day=day)) for day in (None, "2025-03-01")]
    late = window.add(plain("late", "weir", day="2025-03-12"))
    assert window.candidates(late) == (rows[0],)


def test_the_latest_vectors_are_written_over() -> None:
    """Once it is full, the vectors of the latest arrivals are searched, each under its row."""
    latest = Latest(10, most=100)
    vectors = [one.tobytes() for one in by_name([str(at) for at in range(150)])]
    for at, vector in enumerate(vectors):
        latest.add(at, vector, None)
    assert latest.nearest(vectors[120], None, 3)[0] == 120
    assert 20 not in latest.nearest(vectors[20], None, 3)


def test_figures_hang_on_no_order() -> None:
    """Two sketches have the same figures whichever comes first."""
    window = Window(10)
    one = window.add(
        replace(plain("one", "weir sluice 140"), numbers=("140", "2024"), places=("a",))
    )
    other = window.add(replace(plain("two", "weir 140"), numbers=("140", "2025"), title=("weir",)))
    lengths = Lengths(window.weigh)
    found = [figures(window.pair(*rows), lengths) for rows in ((one, other), (other, one))]
    assert found[0] == found[1]
    assert len(found[0]) == len(FIGURES)


def test_scores_hang_on_no_batch() -> None:
    """A pair scores the same alone and among others."""
    rows = [[at / 100] * len(FIGURES) for at in range(100)]
    assert scores(rows) == [score for row in rows for score in scores([row])]
    assert scores([]) == []
