"""Kinds of names by what the trained annotator calls them most often."""

from __future__ import annotations

from tests.articles import article
from variorum.annotate import Annotate

TEXT = (
    "Campaigns trade barbs\n"
    "Ida Marlow met voters in Corve on Monday. The Marlow campaign has raised more than the "
    "Denholm campaign. “We are close,” Marlow said. Ray Denholm said he would debate Marlow."
)


def test_a_person_with_an_article_once_in_a_while_stays_a_person() -> None:
    """“The Marlow campaign” makes no body of Marlow: her name is that of the person throughout."""
    found = Annotate()(article(TEXT))
    kinds = {m.kind for m in found.mentions if m.name.split()[-1] == "Marlow"}
    assert kinds == {"person"}
    speakers = {q.speaker.name for q in found.quotations if q.speaker}
    assert speakers == {"Ida Marlow", "Ray Denholm"}
