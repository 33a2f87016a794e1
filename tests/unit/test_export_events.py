"""The timeline as shown: an event a row, each witness's words and its own date beside it."""

from __future__ import annotations

from dataclasses import replace

from tests.pages import page, render
from tests.records import Desk, utterance, witness
from variorum.exports import Surface, text
from variorum.model.record import Record
from variorum.model.story import Dating, Event

A = "The wall cracked on 4 May. “We saw it,” said Ada Marr on Friday."
B = "The wall cracked on 6 May. It was inspected later."
C = "The wall cracked, says a shepherd."


def record(*, edtf: str = "[2031-05-04,2031-05-06]", other: str = "2031-05-06") -> Record:
    """Return a crack that two witnesses date and a third does not, and an utterance with a day."""
    on = Desk(tuple(witness(s, (("paragraph", t),)) for s, t in zip("ABC", (A, B, C), strict=True)))
    times = (on.time("A", "4 May", "2031-05-04"), on.time("B", "6 May", other))
    friday = on.time("A", "Friday", "2031-05-09")
    cracks = (
        on.statement("A", "The wall cracked on 4 May"),
        on.statement("B", "The wall cracked on 6 May"),
        on.statement("C", "The wall cracked"),
    )
    dated = tuple(zip(cracks, times, strict=False))
    saw = on.quotation("A", "We saw it,", "Ada Marr")
    said = utterance(on, "Ada Marr", (saw,))
    crack = Event(
        id="", edtf=edtf, statements=tuple(s.id for s in cracks), utterances=(),
        dates=tuple(Dating(witness=s.witness, of=s.id, edtf=t.edtf, time=t.id) for s, t in dated),
    )  # fmt: skip
    spoke = Dating(witness=saw.witness, of=saw.id, edtf="2031-05-09", time=friday.id)
    speech = replace(crack, edtf="2031-05-09", statements=(), utterances=(said.id,), dates=(spoke,))
    return on.record(
        stories=(on.story("ABC"),), quotations=(saw,), utterances=(said,), statements=cracks,
        times=(*times, friday), events=(on.signed(crack), on.signed(speech)),
    )  # fmt: skip


def shown(of: Record, width: int = 80) -> list[str]:
    """Return the terminal's timeline."""
    found = text.render(of, Surface(width=width)).split("TIMELINE\n")[1]
    return found.split("\n\n")[0].split("\n")


def test_terminal_shows_an_event_with_the_words_and_date_of_each_witness() -> None:
    """Dates that exclude one another stand side by side and are said to differ; none is chosen."""
    assert shown(record()) == [
        "  2031-05-04 Sun · 2031-05-06 Tue",
        "    ▲ DATES DIFFER",
        "    A  The wall cracked on 4 May",
        "       4 May = 2031-05-04",
        "    B  The wall cracked on 6 May",
        "       6 May = 2031-05-06",
        "    C  The wall cracked",
        "       no date given",
        "  2031-05-09 Fri",
        "    A  Ada Marr: We saw it,",
        "       Friday = 2031-05-09",
    ]


def test_dates_that_agree_are_not_said_to_differ() -> None:
    """A month around the day is the same date less exactly; it is told beside the words."""
    lines = shown(record(edtf="2031-05-04", other="2031-05"))
    assert lines[0] == "  2031-05-04 Sun"
    assert not any("DIFFER" in line for line in lines)
    assert "       6 May = 2031-05" in lines


def test_a_narrow_terminal_is_not_overrun() -> None:
    """No line is wider than the terminal."""
    assert max(map(len, shown(record(), 30))) <= 30


def test_page_has_a_row_an_event_with_links_to_the_words() -> None:
    """Each witness has its column; words and the time that dates them are links."""
    found = page(record())
    assert found.inside("id", "r-event-1-1") == (
        "Sun 4 May 2031Tue 6 May 20312031-05-04 · 2031-05-06▲ dates differ"
        "A The wall cracked on 4 May4 May = 2031-05-04"
        "B The wall cracked on 6 May6 May = 2031-05-06C The wall crackedno date given"
    )
    assert "Ada Marr: We saw it," in found.inside("id", "r-event-1-2")
    assert 'href="#A.20-25"' in render(record())


def test_line_joins_the_dates_that_differ() -> None:
    """A dashed line leads from one to the other and is explained; without a clash there is none."""
    drawn = render(record())
    assert drawn.count('<line class="differ" x1=') == 1
    assert "</svg> dates differ</span>" in drawn
    assert '<line class="differ"' not in render(record(edtf="2031-05-04", other="2031-05"))


def test_a_record_of_before_has_a_timeline_without_dates() -> None:
    """Events that do not say who dates them are shown with their own date."""
    told = record()
    bare = replace(told, events=tuple(replace(e, dates=()) for e in told.events))
    assert "       no date given" in shown(bare)
