"""Connecting links by stars gives what a union-find gives."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from variorum.cluster.connecting import LargeStar, SmallStar, connect
from variorum.engines import local, processes

NODES = st.integers(0, 30).map(lambda n: f"{n * 7 % 31:02}")
LINKS = st.lists(st.tuples(NODES, NODES), max_size=60)
PATH = [(f"{n:03}", f"{n + 1:03}") for n in range(100)]


def union_find(links: list[tuple[str, str]]) -> dict[str, str]:
    """Return the smallest node of the group of each node that is linked to another."""
    parent: dict[str, str] = {}

    def root(node: str) -> str:
        while parent.setdefault(node, node) != node:
            node = parent[node]
        return node

    for one, other in links:
        if one != other:
            low, high = sorted((root(one), root(other)))
            parent[high] = low
    return {node: root(node) for node in parent}


@given(LINKS)
@example(PATH)
@example([(f"{50 - n % 50:03}", f"{n:03}") for n in range(100)])
def test_the_groups_are_those_of_a_union_find(links: list[tuple[str, str]]) -> None:
    """Each node ends at the smallest one that a path of links leads to."""
    assert connect(links, local.group) == union_find(links)


@given(LINKS.flatmap(lambda links: st.tuples(st.just(links), st.permutations(links))))
def test_the_order_of_links_says_nothing(both: tuple[list[tuple[str, str]], ...]) -> None:
    """Links in another order, turned round or given twice make the same groups."""
    links, moved = both
    turned = [(other, one) for one, other in moved]
    assert connect(links, local.group) == connect([*turned, *links[:3]], local.group)


def test_few_rounds_are_enough_for_a_long_path() -> None:
    """The rounds grow with the logarithm of a path's length, not with the length."""
    steps = 0

    def counting(*call: object, **known: object) -> object:
        nonlocal steps
        steps += 1
        return local.group(*call, **known)  # type: ignore[arg-type]

    assert set(connect(PATH, counting).values()) == {"000"}  # type: ignore[arg-type]
    assert steps <= 2 * 9


def test_another_engine_makes_the_same_groups() -> None:
    """The stars are stages like any other."""
    links = PATH[:9] + PATH[20:25]
    assert connect(links, processes.group) == connect(links, local.group)


def test_a_star_that_is_done_changes_nothing() -> None:
    """The steps end when every node points to the smallest of its group."""
    assert LargeStar()("a", ["c", "b", "c"]).changed == 0
    assert SmallStar()("c", ["a"]).links == (("c", "a"),)
    assert SmallStar()("c", ["a", "b"]).changed == 1
