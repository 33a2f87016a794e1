"""A sentence's vector depends on the sentence alone."""

from __future__ import annotations

from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from variorum.weights.sentences import vectors

WORDS = [
    "the",
    "ferry",
    "mayor",
    "said",
    "closed",
    "“",
    "”",
    ".",
    "3",
    "Torvane",
    "水",
    "\x00",
    "\ud800",
]
TEXTS = st.lists(st.sampled_from(WORDS), max_size=25).map(" ".join)
LONG = "Rain fell on the harbour and the ferry stayed where it was. " * 20


@settings(max_examples=25, deadline=None)
@given(st.lists(TEXTS, min_size=1, max_size=5), st.randoms(use_true_random=False))
def test_order_and_company_change_no_byte(texts: list[str], random: Random) -> None:
    """Alone, in any order, and beside a much longer text, a sentence has the same vector."""
    alone = {text: vectors([text]).tobytes() for text in texts}
    shuffled = [*texts, LONG, *texts]
    random.shuffle(shuffled)
    found = vectors(shuffled)
    for text, vector in zip(shuffled, found, strict=True):
        assert text == LONG or vector.tobytes() == alone[text]
