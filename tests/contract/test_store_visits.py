"""What every store keeps of visits to addresses, and how it is forgotten."""

from __future__ import annotations

import pytest

from tests.libraries import keep
from tests.stated import stated
from variorum.errors import InputError
from variorum.model.article import Capture
from variorum.model.visit import HostRest, Visit
from variorum.stores import Store

WELL = "Well at Lodz Bay sealed\nOfficials sealed 4 wells on Friday."
URL = "https://corran.example/wells"
OTHER = "https://esk.example/wells"
VISIT = Visit(url=URL, asked=5.5, answered=URL, etag='"a"', updated=3.0, failures=2)


def test_last_visit_is_kept(store: Store) -> None:
    """Of each address the last visit is known, and nothing of others."""
    listing = Visit(url=OTHER, asked=7.0, listing=True, due=9.5, last_modified=None)
    with store.writing() as writer:
        writer.keep_visit(VISIT)
        writer.keep_visit(listing)
        writer.keep_visit(Visit(url=OTHER, asked=6.0))
        writer.keep_visit(listing)
    with store.reading() as view:
        assert view.visit(URL) == VISIT
        assert view.visit(OTHER) == listing
        assert view.visit("https://corran.example/") is None


def test_rest_of_a_host_is_kept_until_it_is_cleared(store: Store) -> None:
    """How long a host is left alone is known, until nothing is held against it."""
    rest = HostRest(host="corran.example", until=99.5, failures=3)
    with store.writing() as writer:
        writer.keep_host_rest(HostRest(host="corran.example", until=1.0))
        writer.keep_host_rest(rest)
    with store.reading() as view:
        assert view.host_rest("corran.example") == rest
        assert view.host_rest("esk.example") is None
    with store.writing() as writer:
        writer.clear_host("corran.example")
    with store.reading() as view:
        assert view.host_rest("corran.example") is None


def test_visits_are_forgotten_with_what_was_there(store: Store) -> None:
    """With a page go the visits to every address it was had from; those to others stay."""
    keep(store, WELL, source=URL)
    elsewhere = Visit(url="https://short.example/1", asked=1.0, answered=OTHER, etag='"b"')
    with store.writing(1) as writer:
        sha256 = stated(WELL, source=URL).article.sha256
        writer.see(Capture(source=OTHER, data=WELL.encode(), sha256=sha256))
        for visit in (VISIT, elsewhere, Visit(url="https://tarrow.example/", asked=1.0)):
            writer.keep_visit(visit)
    assert store.faults() == ()
    store.forget(URL)
    with store.reading() as view:
        assert view.visit(URL) is None
        assert view.visit("https://short.example/1") is None
        assert view.visit("https://tarrow.example/") is not None
    store.forget("https://tarrow.example/")
    with pytest.raises(InputError, match="nothing of that name"):
        store.forget("https://tarrow.example/")


def test_visit_to_what_is_not_kept_is_a_fault(store: Store) -> None:
    """A page that would only be asked for changes, and is not kept, would never be read."""
    with store.writing() as writer:
        writer.keep_visit(VISIT)
        writer.keep_visit(Visit(url=OTHER, asked=1.0, etag='"b"'))
        writer.keep_visit(Visit(url="https://tarrow.example/", asked=1.0, listing=True))
    assert [(f.place, f.what) for f in store.faults()] == [
        (f"visits, {URL}", "is asked whether it changed, and nothing of it is kept"),
        (f"visits, {OTHER}", "has what to ask with, and not from where"),
    ]


def test_what_a_list_said_is_no_reading(store: Store) -> None:
    """An article of which a list said something is not what a reader finds in the bytes alone."""
    found = stated(WELL, source=URL)
    capture = Capture(source=URL, data=WELL.encode(), sha256=found.article.sha256)
    with store.writing() as writer:
        writer.begin("0", "reader")
        writer.keep_capture(capture)
        writer.keep_article(found, "reader", told=True)
    with store.reading() as view:
        assert view.article(capture, "reader") is None
        assert view.captures(URL) == (capture,)
