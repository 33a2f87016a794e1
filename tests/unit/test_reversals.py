"""Cuts that take the one denial of what remains, and cuts that only look like it."""

from __future__ import annotations

from itertools import permutations

import pytest

from tests.prints import Said, witness
from variorum.align.utterances import find_utterances
from variorum.model.story import Variant


def variants(*prints: str) -> tuple[Variant, ...]:
    """Return the variants of the only utterance of some direct prints."""
    articles = [witness(Said(words=words), source=f"{words[:40]}.txt") for words in prints]
    (found,) = find_utterances(articles)
    return found.variants


def typed(*prints: str) -> set[tuple[str, str]]:
    """Return kinds and weights."""
    return {(one.kind, one.weight) for one in variants(*prints)}


@pytest.mark.parametrize(
    ("whole", "cut"),
    [
        ("We found no trace of rust in the hull", "We found rust in the hull"),
        ("We found no trace of rust in the hull", "We found ... rust in the hull"),
        ("We found no trace of rust in the hull", "We found […] rust in the hull"),
        ("The hull is no longer sound in a storm", "The hull is sound in a storm"),
        ("They have no plans to sell the old dredger", "They have to sell the old dredger"),
        ("The owners never thought of selling it", "The owners ... selling it"),
        (
            "The owners say they deny that the pilot slept",
            "The owners say ... the pilot slept",
        ),
        ("The crew refused to sign the new rota", "The crew ... sign the new rota"),
        (
            "We read it for days. There is no proof that the pilot slept",
            "We read it for days ... the pilot slept",
        ),
        (
            "We read it for days. There is no proof that the pilot slept",
            "We read it for days. The pilot slept",
        ),
    ],
)
def test_a_cut_takes_the_denial(whole: str, cut: str) -> None:
    """What remains is affirmed that was denied: grave, and a splice besides at an ellipsis."""
    told = typed(whole, cut)
    assert ("polarity-reversed", "major") in told
    kinds = {kind for kind, _ in told}
    assert ("ellipsis-spliced" in kinds) == ("..." in cut or "…" in cut)
    assert not {"words-removed", "shortened"} & kinds


@pytest.mark.parametrize(
    ("whole", "cut"),
    [
        ("We raised her with no fuss on the spring tide", "We raised her on the spring tide"),
        (
            "The hull broke, and nobody was hurt, in the outer lock",
            "The hull broke in the outer lock",
        ),
        ("The tug was not new but it was sound in a storm", "The tug was sound in a storm"),
        ("We want tugs, not talk, in the outer lock", "We want tugs in the outer lock"),
        ("The hull broke. There was no question of that. We sold it", "The hull broke. We sold it"),
        ("We do not deny that the pilot slept on watch", "We ... the pilot slept on watch"),
        ("There was no doubt among us that the pilot slept", "There was ... that the pilot slept"),
        (
            "It struck not only the wall but the gate itself",
            "It struck ... the wall but the gate itself",
        ),
        ("We had no choice but to sell the old dredger", "We had to sell the old dredger"),
        ("The men that had no berth left the old dredger", "The men left the old dredger"),
        ("The men who did not sign left the old dredger", "The men left the old dredger"),
        (
            "We open the outer lock no later than the first of June",
            "We open the outer lock the first of June",
        ),
        (
            "We stayed at the old lock because nobody came and mended the hull",
            "We stayed at the old lock and mended the hull",
        ),
        ("We found no fault in the hull, and no rust", "We found ... the hull, and no rust"),
        ("We found a great deal of rust in the hull", "We found ... rust in the hull"),
    ],
)
def test_a_cut_leaves_the_meaning(whole: str, cut: str) -> None:
    """A denial of its own, one that another word undoes, and one beside others turn nothing."""
    assert "polarity-reversed" not in {kind for kind, _ in typed(whole, cut)}


@pytest.mark.parametrize(
    ("whole", "kinds"),
    [
        ("We found no trace of rust in the hull", {"polarity-reversed", "ellipsis-spliced"}),
        ("We found a great deal of rust in the hull", {"ellipsis-spliced", "words-removed"}),
    ],
)
def test_who_has_an_ellipsis_is_told_apart(whole: str, kinds: set[str]) -> None:
    """In any order, only who prints an ellipsis splices, and only who prints none takes out."""
    prints = (whole, "We found ... rust in the hull", "We found rust in the hull")
    for order in permutations(prints):
        found = {one.kind: len(one.readings) for one in variants(*order)}
        assert set(found) == kinds
        assert all(
            count == (3 if kind == "polarity-reversed" else 2) for kind, count in found.items()
        )


def test_a_sentence_cut_with_and_without_an_ellipsis() -> None:
    """A witness without an ellipsis where a sentence is gone has shortened, not spliced."""
    found = variants(
        "We sail on Monday. The lock is old and narrow. We shall mend it",
        "We sail on Monday ... We shall mend it",
        "We sail on Monday. We shall mend it",
    )
    assert {(one.kind, one.weight) for one in found} == {
        ("ellipsis-spliced", "major"),
        ("shortened", "major"),
    }
    (spliced,) = (one for one in found if one.kind == "ellipsis-spliced")
    assert len(spliced.readings) == 2


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "That is not how you greet people who raise your wrecks",
            "That is no way to greet people who raise your wrecks",
        ),
        ("The gate lies between both of the old walls", "The gate lies between the two old walls"),
    ],
)
def test_words_in_place_of_others_are_not_removed(one: str, other: str) -> None:
    """Where both sides print words inside their marks, none were taken out."""
    told = typed(one, other)
    assert "wording" in {kind for kind, _ in told}
    assert "words-removed" not in {kind for kind, _ in told}


@pytest.mark.parametrize(
    ("whole", "cut", "turned"),
    [
        (
            "Our counts show a link. They do not prove that the hull is sound",
            "Our counts prove that the hull is sound",
            True,
        ),
        (
            "Our counts show a link. They do not show that the hull is sound",
            "Our counts show that the hull is sound",
            True,
        ),
        (
            "Do they pay their dues? They do not. The owners pay their dues",
            "The owners pay their dues",
            False,
        ),
    ],
)
def test_a_denial_goes_with_the_subject_that_took_up_another(
    whole: str, cut: str, turned: bool
) -> None:
    """What two sentences said of one subject is printed as one, without the denial."""
    assert ("polarity-reversed" in {kind for kind, _ in typed(whole, cut)}) == turned
