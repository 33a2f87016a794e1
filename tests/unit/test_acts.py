"""Claims whose verbs tell other acts, or of which one refuses what the other does."""

from __future__ import annotations

import pytest

from tests.articles import article
from tests.stated import pair, relations_of
from variorum.align.claims import claims_of
from variorum.align.relating.acts import act_of, head_of
from variorum.annotate import Annotate

_BESIDE = "Governor Mira Solano toured the delta on Friday with the dike crews."


def _told(one: str, other: str) -> list[str]:
    """Return how two sentences stand that two short reports print, beside one they share."""
    texts = [f"Solano tours the delta\n\n{_BESIDE}\n\n{words}" for words in (one, other)]
    read = [
        Annotate()(article(text, source=f"{at}.txt", published="2026-04-03"))
        for at, text in enumerate(texts)
    ]
    spans = {item.article.id: item.article.text.index(_BESIDE) + len(_BESIDE) for item in read}
    return [
        relation.relation
        for relation in relations_of(read)
        if all(r.spans[0][0] > spans[r.witness] for r in relation.readings)
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Solano ruled out a review on Friday.", "Solano ordered a review on Friday."),
        ("Solano backed a review.", "Solano rejected a review."),
        ("Solano promised a review.", "Solano opened a review."),
        ("Brandt rejected calls to send the fleet.", "Brandt said the fleet might be sent."),
        (
            "The bank announced an appeal on Friday.",
            "The bank would not refund any fee before an appeal was heard.",
        ),
    ],
)
def test_another_act_is_never_the_same_nor_stronger(one: str, other: str) -> None:
    """What is done in words is another act under another verb."""
    assert not {"same", "stronger", "broader"} & set(_told(one, other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Solano refused to resign on Friday.", "Solano resigned on Friday."),
        ("The council failed to pass the budget.", "The council passed the budget."),
        (
            "Governor Mira Solano ordered the evacuation of 900 people from the delta.",
            "Governor Solano declined to order an evacuation.",
        ),
    ],
)
def test_who_refuses_an_act_has_not_done_it(one: str, other: str) -> None:
    """A verb that turns round the act of a short claim turns round the claim."""
    assert _told(one, other) == ["incompatible"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Solano declined to resign on Friday.", "Solano refused to resign on Friday."),
        ("Solano condemned the raid on Friday.", "Solano denounced the raid on Friday."),
        ("Crews evacuated 900 people from the delta.", "Crews moved 900 people from the delta."),
        (
            "The court ordered the bank to refund 40 million crowns.",
            "The court told the bank to refund 40 million crowns.",
        ),
    ],
)
def test_verbs_of_one_sense_tell_one_act(one: str, other: str) -> None:
    """Not every other verb is another act."""
    assert _told(one, other) == ["same"]


@pytest.mark.parametrize(
    ("sentence", "act"),
    [
        ("Solano has not yet opened the dam.", "opened"),
        ("The court told the bank to refund the fee.", "refund"),
        ("The bank was ordered by the court to refund the fee.", "ordered"),
        ("The mayor refused to open the dam.", "open"),
        ("The flooded delta was a lake.", None),
    ],
)
def test_the_act_of_a_claim_is_its_verb(sentence: str, act: str | None) -> None:
    """Verbs of speech, of refusal and of help lead to the act."""
    (claim,) = claims_of([Annotate()(article(sentence))])
    found = act_of(claim)
    assert (found.key if found else None) == act


@pytest.mark.parametrize(
    ("one", "other", "relations"),
    [
        (
            "Kelda beat Torp 3-1 in the final.",
            "Kelda beat Torp 2-1 in the final.",
            {"incompatible"},
        ),
        (
            "Kelda beat Torp 3–1 in the final.",
            "Kelda beat Torp 2–1 in the final.",
            {"incompatible"},
        ),
        ("Kelda beat Torp 3–1 in the final.", "Kelda beat Torp 3-1 in the final.", {"same"}),
        ("The bench ruled 6-3 against Torp.", "The bench fined Torp 40 million crowns.", set()),
        ("Dario Lund scored twice in Torvik.", "Dario Lund scored once in Torvik.", set()),
    ],
)
def test_another_score_is_another_result(one: str, other: str, relations: set[str]) -> None:
    """Scores, and how often something happened, are figures."""
    assert {r.relation for r in pair(f"{one}\n", f"{other}\n")} == relations


def test_a_range_is_no_score() -> None:
    """Two numbers before what they count are bounds."""
    told = ("About 10-12 people drowned.", "Kelda won 10-12.", "Torp lost a 12-10 thriller.")
    claims = [claims_of([Annotate()(article(sentence))])[0] for sentence in told]
    assert [list(claim.scores.values()) for claim in claims] == [[], ["10-12"], ["12-10"]]


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("The court upheld the ban.", "upheld"),
        ("The vote was a triumph for Roe.", "triumph"),
        ("The board refused to pay the fine.", "pay"),
        ("Harbour strike over.", "harbour"),
    ],
)
def test_the_head_of_a_claim_is_its_verb_or_what_stands_for_one(text: str, head: str) -> None:
    """A light verb gives way to what is behind it; without a verb the first word stands."""
    (claim, *_) = claims_of([Annotate()(article(text))])
    assert head_of(claim).key == head
