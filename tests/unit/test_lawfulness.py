"""Which claims judge something lawful or not, and that two who use one word answer one question."""

from __future__ import annotations

import pytest

from tests.stated import stated
from variorum.align.claims import claims_of
from variorum.align.relating.bearing import answer_one_question
from variorum.align.relating.lawfulness import judgements_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The levy is unconstitutional.", {"unconstitutional"}),
        ("The levy was rejected as illegal by nine towns.", {"illegal"}),
        ("The ballot was illegal, and void.", {"illegal", "void"}),
        ("Rangers stopped illegal logging at Velm.", set()),
        ("Her legal team was late.", set()),
        ("The levy is dear.", set()),
    ],
)
def test_an_adjective_judges_where_no_noun_stands_behind_it(text: str, expected: set[str]) -> None:
    """What stands before its noun only names a kind of thing."""
    (claim,) = claims_of([stated(text)])
    assert judgements_of(claim) == expected


def test_two_who_judge_by_one_word_answer_one_question() -> None:
    """Another word is another answer, or none."""
    texts = ("The ballot is illegal.", "Nine states called it illegal.", "Poe called it void.")
    claims = claims_of([stated(text, source=text) for text in texts])
    one, same, other = sorted(claims, key=lambda claim: texts.index(claim.article.source))
    assert answer_one_question(one, same)
    assert not answer_one_question(one, other)
