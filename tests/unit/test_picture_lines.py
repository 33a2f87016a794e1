"""Captions in copied text: what a picture shows is no sentence of the article."""

from __future__ import annotations

import pytest

from tests.unit.test_other_voices import ARTICLE, body
from variorum.extract.copied import type_lines
from variorum.extract.picture_lines import with_captions

LAST = "Some 300 islanders were told to wait for a boat from Esk, the council said on Tuesday."


@pytest.mark.parametrize(
    "caption",
    [
        "FILE PHOTO: The ferry Morwen is seen at the pier of Lindmouth, May 2, 2031. TIDE/Ada Poe",
        "Photo: The ferry Morwen at the pier of Lindmouth on Monday, with its crew on the deck.",
        "The ferry Morwen leaves the pier of Lindmouth in a storm, May 2, 2031. TIDE/Ada Poe/Files",
        "The harbour master speaks to islanders at the pier of Lindmouth. (Tide Photo/Ada R. Poe)",
        "Islanders wait at the pier of Lindmouth on Monday. Photograph by Ada Poe/The Tide Post",
    ],
)
def test_a_line_below_a_picture_is_a_caption(caption: str) -> None:
    """By its label or its credit, wherever it stands; the article goes on below it."""
    assert body(*ARTICLE, caption, LAST) == [ARTICLE[3], LAST]
    text = "\n\n".join([*ARTICLE, caption, LAST])
    kinds = {text[slice(*block.span)]: block.kind for block in type_lines(text, language="en")}
    assert kinds[caption] in {"caption", "furniture"}


@pytest.mark.parametrize(
    "line",
    [
        "Two thirds of islanders want a second ferry. That is what a poll by Tide/Marlow says.",
        "The ferry was the only one in the bay, said Ada Poe, who runs the line with and/or rules.",
        "The council file: a long story of letters that nobody on the island ever answered.",
        "Islanders took photos: the ferry lay on its side, and nobody was on the deck by then.",
        "Best for cold mornings on the deck: the Morwen II sea boot. (Men’s/Women’s)",
        "4. Let the islanders see the new ferry in AR/VR",
        "The seat went to Ada Poe (Harbour/Green), who had been the first to call for the yard.",
    ],
)
def test_strokes_and_colons_in_a_sentence_make_no_caption(line: str) -> None:
    """A credit stands by itself at the end, a label at the beginning."""
    assert with_captions([line], ["paragraph"], "en") == ["paragraph"]


def test_a_headline_is_no_caption() -> None:
    """A paper may open one with the same words."""
    assert with_captions(["Photos: a day on the pier"], ["headline"], "en") == ["headline"]
