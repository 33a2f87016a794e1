"""Whose reports a witness says it is, in the record and on its pages."""

from __future__ import annotations

from dataclasses import replace

from tests.articles import article
from tests.pages import page
from tests.records import Desk, witness
from variorum.compose import Compose
from variorum.exports import Surface, text
from variorum.model.annotation import AnnotatedArticle
from variorum.model.pointers import spans_of
from variorum.model.record import Credit, Record

WORDS = (("paragraph", "The ferry stays, the Kelda Wire reported."),)
RESTS = (Credit(name="Kelda Wire", span=(21, 31)), Credit(name="wire.example", span=None))


def record() -> Record:
    """Return a record of two witnesses, the first of which rests on two others' reports."""
    on = Desk((witness("A", WORDS, rests_on=RESTS), witness("B", (("paragraph", "It sails."),))))
    return on.record(stories=(on.story("AB"),))


def test_a_source_on_the_page_leads_to_where_the_text_prints_it() -> None:
    """A source is a link to its name in the text, and stands bare where that prints none."""
    found = page(record())
    told = found.inside("class", "facts rests")
    assert told == "rests on Kelda Wire, wire.example (from the page's own data)"
    assert any(named.get("href") == "#A.21-31" for _, named in found.elements)
    assert any(named.get("id") == "A.21-31" for _, named in found.elements)


def test_a_source_in_text_has_its_place() -> None:
    """A line below the witness says on whom it rests, and where its text prints that."""
    lines = text.render(record(), Surface(width=100)).split("\n")
    assert "   rests on Kelda Wire [21–31], wire.example (from the page's own data)" in lines


def test_the_record_points_at_the_name_of_a_source() -> None:
    """What the mark-up names is looked for as whole words; its span is one of the record's."""
    made = replace(article("Dam\nKeldahus and Kelda say so."), sources=("Kelda", "Esk Wire"))
    found = Compose(variorum="0", reader=1)((AnnotatedArticle(article=made),), ())
    (told,) = found.witnesses
    assert [(c.name, c.span) for c in told.rests_on] == [("Kelda", (17, 22)), ("Esk Wire", None)]
    assert (17, 22) in [span for _, _, span in spans_of(found)]
