"""The pages say which witness was not judged, for its language has no file."""

from __future__ import annotations

from tests.records import Desk, witness
from variorum.exports import Surface, html, text
from variorum.exports._labels import NOT_JUDGED
from variorum.model.record import Record


def record(*, unread: bool) -> Record:
    """Return a record in which one witness leaves something out, and one may not be read."""
    on = Desk(tuple(witness(s, (("paragraph", f"{s} saw the quay burn."),)) for s in "ABC"))
    left = on.omission("B", "left-out-of-own-source", "A", "saw the quay burn")
    flags = (on.flag("language-without-file", "C", "C saw", "no file for this language"),)
    return on.record(stories=(on.story("ABC"),), omissions=(left,), flags=flags if unread else ())


def test_who_is_not_judged_is_named_where_omissions_are_told() -> None:
    """The sentence stands under what is left out, with the letter of the witness."""
    assert f"C {NOT_JUDGED}" in text.render(record(unread=True), Surface(width=80))
    shown = html.render(record(unread=True), Surface())
    assert NOT_JUDGED in shown.split("<h3>Left out</h3>")[1].split("</section>")[0]


def test_where_all_are_read_nothing_is_said() -> None:
    """A page of witnesses that were all judged has no such sentence."""
    assert NOT_JUDGED not in text.render(record(unread=False), Surface(width=80))
    assert NOT_JUDGED not in html.render(record(unread=False), Surface())
