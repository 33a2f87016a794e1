"""Headings that alter the words they quote are prints of them."""

from __future__ import annotations

import pytest

from tests.articles import article
from variorum.align.utterances import find_utterances
from variorum.annotate import Annotate


def joined(heading: str, said: str) -> bool:
    """Tell whether a heading is a print of what is quoted below it."""
    body = f"{heading}\nThe inquest opened in Orrin.\n“{said},” diver Ola Brandt said."
    found = Annotate()(article(body))
    prints = [one.prints for one in find_utterances([found])]
    start = len(heading)
    spans = {q.id: q.spans[0][0] for q in found.quotations}
    return any(len({spans[p] < start for p in group}) == 2 for group in prints)


@pytest.mark.parametrize(
    ("heading", "said", "same"),
    [
        ("‘It was madness’: divers on wreck", "It was sheer madness down there", True),
        ("Skipper ‘left crew on deck’", "He simply left his crew on the deck", True),
        ("Brandt: No dives at night", "There will be no dives at night in winter", True),
        ("Diver ‘not afraid’ of wreck", "I am not at all afraid of the wreck", True),
        ("Diver ‘not afraid’ of wreck", "I do not know if he was ever there or afraid", False),
        ("Diver ‘so afraid’ of wreck", "I am so terribly afraid of the wreck", False),
        ("Brandt: It was madness", "It was sheer madness down there in the dark hold", True),
        ("Orr: It was madness", "It was sheer madness down there in the dark hold", False),
        ("‘Crew left on deck’", "He simply left his crew on the deck", False),
        ("‘It was madness’: divers on wreck", "It was calm. Others said there was madness", False),
    ],
)
def test_words_left_out_of_a_heading(heading: str, said: str, same: bool) -> None:
    """Words in a heading's marks stand in one sentence below in their order, or are no print."""
    assert joined(heading, said) is same
