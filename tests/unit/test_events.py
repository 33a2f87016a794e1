"""The timeline: what is one event of several witnesses, and the date that each gives it."""

from __future__ import annotations

from tests.prints import Said, witness
from tests.stated import stated
from variorum.align.events import find_events
from variorum.align.utterances import find_utterances, read_prints
from variorum.model.annotation import AnnotatedArticle
from variorum.model.identity import identity, sign
from variorum.model.story import Event, Relation, StatementReading

LEAK = "The refinery at Lodz Bay leaked crude oil"


def related(kind: str, *sides: AnnotatedArticle) -> Relation:
    """Return a relation of the first statement of each article."""
    readings = tuple(
        StatementReading(statement=s.id, witness=s.witness, spans=s.spans)
        for s in (a.statements[0] for a in sides)
    )
    bare = Relation(id="", relation=kind, readings=readings, origins=2, score=0.9, reasons=())
    return sign(bare, {a.article.id: a.article for a in sides})


def leaks(*dates: tuple[str, str] | None) -> tuple[AnnotatedArticle, ...]:
    """Return witnesses of one leak, with the words that date it and their value, if any."""
    return tuple(
        stated(f"{LEAK} {at}{when[0] if when else ''}.", source=f"{at}.txt",
               times=[when] if when else ())
        for at, when in enumerate(dates)
    )  # fmt: skip


def events(kind: str, *dates: tuple[str, str] | None) -> tuple[Event, ...]:
    """Return the events of such witnesses, whose first statements stand in a relation."""
    found = leaks(*dates)
    return find_events(found, {}, (), (related(kind, *found),))


def test_what_several_witnesses_tell_of_one_thing_is_one_event() -> None:
    """A relation joins statements; each keeps its date, and the row has the narrower one."""
    (event,) = events("same", (" in May", "2031-05"), (" on 4 May", "2031-05-04"))
    assert event.edtf == "2031-05-04"
    assert len(event.statements) == 2
    assert sorted(d.edtf for d in event.dates) == ["2031-05", "2031-05-04"]
    assert len({d.witness for d in event.dates}) == 2


def test_dates_that_exclude_one_another_are_both_kept() -> None:
    """Two days for one thing are one of two in EDTF: neither is chosen."""
    (event,) = events("incompatible", (" on 4 May", "2031-05-04"), (" on 6 May", "2031-05-06"))
    assert event.edtf == "[2031-05-04,2031-05-06]"
    assert sorted(d.edtf for d in event.dates) == ["2031-05-04", "2031-05-06"]


def test_other_times_are_other_events() -> None:
    """What is known to speak of two times is not merged."""
    found = events("other-time", (" on 4 May", "2031-05-04"), (" on 6 May", "2031-05-06"))
    assert [event.edtf for event in found] == ["2031-05-04", "2031-05-06"]


def test_a_statement_without_a_date_stands_beside_one_with() -> None:
    """Its relation tells that it is the same event; no date is given to it."""
    (event,) = events("same", (" on 4 May", "2031-05-04"), None)
    assert len(event.statements) == 2
    assert [d.edtf for d in event.dates] == ["2031-05-04"]


def test_what_has_no_date_is_no_event() -> None:
    """Neither is what has a date without a year."""
    assert events("same", None, None) == ()
    assert events("same", (" on 4 May", "XXXX-05-04"), None) == ()


def test_an_uncertain_date_excludes_nothing() -> None:
    """The month that one witness is sure of and another thinks likely is one date."""
    (event,) = events("same", (" in May", "2031-05?"), (" in May", "2031-05"))
    assert event.edtf == "2031-05"


def test_an_utterance_is_dated_by_those_who_say_when() -> None:
    """The sentence that says who spoke dates its print; a print without a day has no date."""
    said = "We will drain the lower basin before the frost comes back."
    articles = (
        witness(Said(words=said, day="2031-05-04")),
        witness(Said(words=said), source="b.txt"),
    )
    prints = read_prints(articles)
    (told,) = find_utterances(articles, prints)
    (event,) = find_events(articles, prints, (told,), ())
    assert (event.edtf, event.utterances, event.statements) == ("2031-05-04", (told.id,), ())
    assert [prints[d.of].article.source for d in event.dates] == ["a.txt"]


def test_the_order_of_witnesses_says_nothing() -> None:
    """The same events come of the same witnesses in any order, with the ids they must have."""
    one, other = leaks((" on 4 May", "2031-05-04"), (" on 6 May", "2031-05-06"))
    relations = (related("incompatible", one, other),)
    found = find_events((one, other), {}, (), relations)
    assert found == find_events((other, one), {}, (), relations)
    assert [e.id for e in found] == [identity(e, {}) for e in found]
