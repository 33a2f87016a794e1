"""What is printed as denied is never shown as if it had been asserted."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import replace

import pytest

from tests.records import Desk, utterance, witness
from variorum.exports import Surface, html, markdown, text, timelinejs
from variorum.exports import csv as table
from variorum.exports._apparatus import Edition
from variorum.model.record import Record
from variorum.model.story import Dating, Event, StatementReading

PRINTED = "Ada Marr denied on 4 May that the dam had leaked."


@pytest.fixture(name="record")
def _record() -> Record:
    """A print that its cue denies, and the denied statement inside it, both in the timeline."""
    on = Desk((witness("A", (("headline", "Dam talk"), ("paragraph", PRINTED))),))
    cue = on.spans("A", "denied")
    print_ = on.quotation("A", "that the dam had leaked", "Ada Marr", form="indirect", cue=cue)
    denied = replace(on.statement("A", "the dam had leaked", "Ada Marr"), polarity="denied")
    told, time = utterance(on, "Ada Marr", [print_]), on.time("A", "4 May", "2031-05-04")
    dates = tuple(
        Dating(of=id_, witness=time.witness, edtf=time.edtf, time=time.id)
        for id_ in (denied.id, print_.id)
    )
    event = Event(
        id="e", edtf="2031-05-04", statements=(denied.id,), utterances=(told.id,), dates=dates
    )
    return on.record(
        stories=(on.story("A"),),
        quotations=(print_,),
        statements=(denied,),
        times=(time,),
        utterances=(told,),
        events=(event,),
    )


@pytest.mark.parametrize("format_", [text, markdown, timelinejs])
def test_the_word_that_denies_stands_with_the_words_denied(record: Record, format_: object) -> None:
    """Wherever a speaker's name leads the words, the cue stands between them."""
    shown = format_.render(record, Surface(width=120))  # type: ignore[attr-defined]
    assert "Ada Marr: that" not in shown
    assert "Ada Marr: the dam" not in shown
    assert "denied" in shown.replace(PRINTED, "")


def test_the_row_of_a_print_is_denied_as_its_statement_is(record: Record) -> None:
    """A spreadsheet has one polarity for what was denied, and the cue with the print."""
    rows = list(csv.DictReader(io.StringIO(table.render(record, Surface(width=100)))))
    assert [row["polarity"] for row in rows] == ["denied", "denied"]
    assert rows[1]["words"].startswith("denied")


def test_no_link_of_the_page_leads_nowhere(record: Record) -> None:
    """The words with their cue have a place in the text that links to them find."""
    shown = html.render(record, Surface(width=100))
    links = set(re.findall(r'href="#(A\.[0-9-]+)"', shown))
    assert any(link.startswith(f"A.{record.quotations[0].cue[0][0]}-") for link in links)
    assert links <= set(re.findall(r'id="(A\.[0-9-]+)"', shown))


def test_statements_that_are_shared_keep_what_denies_them(record: Record) -> None:
    """A reading of a relation is shown with the cue, one that nobody denies as it is."""
    edition, (denied,) = Edition(record), record.statements
    reading = StatementReading(witness=denied.witness, spans=denied.spans, statement=denied.id)
    assert edition.words(denied.witness, edition.shown(reading)).startswith("denied")
    other = replace(reading, statement="none")
    assert edition.shown(other) == denied.spans
