"""Sentences, aware of quote marks and abbreviations."""

from __future__ import annotations

import pytest

from tests.articles import article
from variorum.annotate.marks import find_marks
from variorum.annotate.sentences import find_sentences, join_inside_marks
from variorum.languages import find

HEAD = "A headline\n"


def split(text: str) -> list[str]:
    """Return the sentences of a paragraph."""
    made = article(HEAD + text)
    marked = find_marks(made.text, (b.span for b in made.body()))
    return [made.text[s:e] for s, e in find_sentences(made, marked, find("en"))][1:]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It rained. Mary left.", ["It rained.", "Mary left."]),
        ("“It leaks. It is old,” he said.", ["“It leaks.", "It is old,” he said."]),
        ("“Go!” he said. He left.", ["“Go!” he said.", "He left."]),
        ("“Why?” Mary Poe asked. He left.", ["“Why?” Mary Poe asked.", "He left."]),
        ("“It leaks.” Poe said it was old.", ["“It leaks.”", "Poe said it was old."]),
        ("Ms. Poe met Mr. Roe. She left.", ["Ms. Poe met Mr. Roe.", "She left."]),
        ("It opened at 5 p.m. Tuesday. It shut.", ["It opened at 5 p.m. Tuesday.", "It shut."]),
        (
            "It shut at 5 p.m. (GMT) there. It rained.",
            ["It shut at 5 p.m. (GMT) there.", "It rained."],
        ),
        ("“One.” “Two.”", ["“One.”", "“Two.”"]),
        ("(He left.) She stayed.", ["(He left.)", "She stayed."]),
        ("Rep. Ada Poe (R-Tenn.) left. It rained.", ["Rep. Ada Poe (R-Tenn.) left.", "It rained."]),
        (
            "Rep. Black, R-Tenn., voted no. Rep. Wells voted yes.",
            ["Rep. Black, R-Tenn., voted no.", "Rep. Wells voted yes."],
        ),
        ("She said no. It rained.", ["She said no.", "It rained."]),
        ("Platform No. 4 shut. It rained.", ["Platform No. 4 shut.", "It rained."]),
        ("He came in at no. II Quay Street.", ["He came in at no. II Quay Street."]),
        ("He lives at no. Seven on the quay.", ["He lives at no. Seven on the quay."]),
        ("The mill shut in May. Poe left.", ["The mill shut in May.", "Poe left."]),
        ("It fell on 9 May. In June it rose.", ["It fell on 9 May.", "In June it rose."]),
        ("It fell on 9 May. Two men left.", ["It fell on 9 May.", "Two men left."]),
        ("“It shut in May.” Poe left.", ["“It shut in May.”", "Poe left."]),
        ("It shut in May. “It leaks,” he said.", ["It shut in May.", "“It leaks,” he said."]),
        ("It shut on May 9. Poe left in May 2019.", ["It shut on May 9.", "Poe left in May 2019."]),
        ("It shut in Sept. 2019. Poe left.", ["It shut in Sept. 2019.", "Poe left."]),
        ("« Il pleut. » Elle part.", ["« Il pleut. »", "Elle part."]),
    ],
)
def test_sentences_end_where_a_reader_ends_them(text: str, expected: list[str]) -> None:
    """Closing marks stay with their sentence, and the words that attribute it too."""
    assert split(text) == expected


def test_sentences_inside_marks_can_be_joined() -> None:
    """For attributions, a quotation of several sentences is part of one."""
    text = HEAD + "“It leaks. It is old,” he said. He left."
    made = article(text)
    marked = find_marks(text, (b.span for b in made.body()))
    joined = join_inside_marks(find_sentences(made, marked, find("en")), marked)
    assert [text[s:e] for s, e in joined][1:] == ["“It leaks. It is old,” he said.", "He left."]


def test_odd_characters_are_no_obstacle() -> None:
    """Lone surrogates and line ends inside a block do not stop the library."""
    assert split("It \ud800 rains. Mary left.") == ["It \ud800 rains.", "Mary left."]
