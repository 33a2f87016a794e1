"""Vectors of sentences: near where the meaning is near, and the same whatever else is asked."""

from __future__ import annotations

import numpy as np
import pytest

from variorum.weights.sentences import PIECES, WIDTH, encode, vectors

ALIKE = [
    (
        "The port of Torvane will stay shut until the pier is repaired.",
        "Torvane's harbour remains closed while its pier is being mended.",
    ),
    (
        "Three miners were pulled out alive after two days underground.",
        "Rescuers saved a trio of pit workers who had been trapped for 48 hours.",
    ),
    (
        "The court ruled that the mayor had broken the spending limit.",
        "Judges found the mayor guilty of exceeding the cap on campaign expenses.",
    ),
]
TRUNCATED = "The ferry came in late. " * 60


def test_a_paraphrase_is_nearer_than_any_other_sentence() -> None:
    """Each sentence's nearest neighbour is the one that says the same in other words."""
    texts = [text for pair in ALIKE for text in pair]
    likeness = vectors(texts) @ vectors(texts).T
    np.fill_diagonal(likeness, -1)
    assert likeness.argmax(axis=1).tolist() == [1, 0, 3, 2, 5, 4]
    pairs = [likeness[2 * at, 2 * at + 1] for at in range(len(ALIKE))]
    assert min(pairs) > 0.5 > np.sort(likeness, axis=1)[:, -2].max()


def test_vectors_have_length_one() -> None:
    """The product of two vectors is their cosine, for any text."""
    found = vectors([*ALIKE[0], "", "水", TRUNCATED])
    assert found.shape == (5, WIDTH)
    assert found.dtype == np.float32
    assert np.allclose(np.linalg.norm(found, axis=1), 1, atol=1e-5)


def test_no_texts_have_no_vectors() -> None:
    """An empty list gives an empty array of the same width."""
    assert vectors([]).shape == (0, WIDTH)


def test_case_does_not_matter_and_words_do() -> None:
    """The vocabulary is uncased; a denial is another sentence."""
    plain, loud, denied = vectors(["The dam holds.", "THE DAM HOLDS.", "The dam does not hold."])
    assert np.array_equal(plain, loud)
    assert plain @ denied < 0.99


def test_what_is_beyond_the_last_piece_does_not_count() -> None:
    """A text is read as far as 254 pieces, and one piece less is another text."""
    words = ["harbour"] * (PIECES - 2)
    full, longer, shorter = vectors(
        [" ".join(words), " ".join([*words, "election"]), " ".join(words[1:])]
    )
    assert np.array_equal(full, longer)
    assert not np.array_equal(full, shorter)


@pytest.mark.parametrize(
    "text",
    ["\ud800\udfff half", "\x00\x1b[31m\u202e", "a" * 500_000, " " * 500_000, "[SEP] [MASK] [CLS]"],
    ids=["surrogates", "controls", "one long word", "white space", "names of pieces"],
)
def test_any_text_has_a_vector(text: str) -> None:
    """Half surrogate pairs, controls and huge words are read without an error."""
    found = vectors([text])
    assert np.isfinite(found).all()
    assert np.isclose(np.linalg.norm(found), 1, atol=1e-5)


def test_threads_change_nothing() -> None:
    """Two threads give the same bytes as one."""
    texts = [*ALIKE[0], *ALIKE[1], TRUNCATED]
    assert vectors(texts, threads=2).tobytes() == vectors(texts).tobytes()


def test_words_are_told_by_their_states() -> None:
    """A word of a text lies nearest to the one of like sense, its vector has length one."""
    texts = ["The dam burst at dawn.", "By noon the barrier gave way."]
    one, other = encode(texts)
    assert np.array_equal(np.stack([one.vector, other.vector]), vectors(texts))
    dam = one.word((4, 7))
    near = {
        word: dam @ other.word((at, at + len(word))) for word, at in (("noon", 3), ("barrier", 12))
    }
    assert near["barrier"] > near["noon"]
    assert np.isclose(dam @ dam, 1)
    assert not one.word((90, 95)).any()
    assert encode([]) == []
