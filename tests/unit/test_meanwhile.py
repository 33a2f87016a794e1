"""What went on while somebody spoke is the narrator's, and no end of what they said."""

from __future__ import annotations

import pytest

from tests.articles import article
from variorum.annotate import Annotate


@pytest.mark.parametrize(
    ("content", "meanwhile"),
    [
        ("there was “no risk of a flood”", " as frightened tenants packed"),
        ("the tower was “as firm as a rock”", " while masons were working"),
        ("the tower “will not be pulled down”", " when pupils asked him"),
        ("the tower was “badly built” as the bolts were loose", ""),
        ("the tower would be “quite firm” when the work was done", ""),
        ("he had felt “a sharp jolt” as the crane hit the tower", ""),
        ("the tower “fell at once” as the crane hit it", ""),
        ("the tower was “quite firm” as long as nobody climbed it", ""),
        ("the tower was “quite firm” while he worked on it", ""),
        ("the tower was “quite firm” before the storm hit it", ""),
    ],
)
def test_a_content_ends_with_its_marks_before_what_went_on(content: str, meanwhile: str) -> None:
    """A state told in marks ends there where others did something meanwhile; an event may not."""
    text = f"Tower shut\nBuilder Olaf Renn said {content}{meanwhile}."
    (found,) = Annotate()(article(text)).quotations
    assert [text[slice(*span)] for span in found.spans] == [content]
    assert found.form == "mixed"
