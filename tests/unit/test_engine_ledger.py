"""How calls are cut into chunks, and what becomes of a chunk that is lost."""

from __future__ import annotations

from collections.abc import Iterator

from variorum.engines._ledger import TRIES, Chunk, Ledger, cut


def test_chunks_are_cut_by_their_bytes() -> None:
    """A chunk is full once it has so many bytes; a call that is larger goes alone and whole."""
    calls = [(n, b"x" * n) for n in (1, 1, 5, 9, 1)]
    assert [chunk.keys for chunk in cut(calls, 4)] == [(1, 1, 5), (9,), (1,)]
    assert not list(cut([], 4))


def test_calls_are_taken_as_they_are_needed() -> None:
    """A stream is not read ahead of the chunk that is asked for."""
    taken: list[int] = []

    def stream() -> Iterator[tuple[int, bytes]]:
        for n in range(9):
            taken.append(n)
            yield n, b"xx"

    chunks = cut(stream(), 4)
    assert next(chunks).keys == (0, 1)
    assert taken == [0, 1]


def test_a_lost_chunk_goes_out_again_call_by_call() -> None:
    """Only a call that is lost each time is given up, its fellows are not."""
    ledger = Ledger(iter([Chunk(("a", "b"), (b"1", b"2"))]))
    first = ledger.next()
    assert first is not None
    assert ledger.lost(first)
    alone = [ledger.next(), ledger.next()]
    assert alone == [Chunk(("a",), (b"1",), 1), Chunk(("b",), (b"2",), 1)]
    assert ledger.next() is None
    again = alone[0]
    lost = 1
    while again and ledger.lost(again):
        again = ledger.next()
        lost += 1
    assert lost + 1 == TRIES
    assert ledger.next() is None
