"""Title and outlet."""

from __future__ import annotations

import pytest

from tests.credited import page_of
from variorum.extract import credits
from variorum.extract.outlet_names import outlet_in, without_outlet
from variorum.model.article import Metadata


def test_title_is_the_headline_as_printed() -> None:
    """The declared title counts only where no headline is printed."""
    declared = Metadata(title="Ferry stays in | Tide Post", outlet="Tide Post")
    printed = page_of(("headline", "Ferry stays"), metadata=declared)
    assert credits.title(*printed) == ("Ferry stays", "stated")
    told = page_of(("paragraph", "Text."), metadata=declared)
    assert credits.title(*told) == ("Ferry stays in", "metadata")
    assert credits.title(*page_of(("paragraph", "Text."))) == (None, None)


def test_a_title_that_a_feed_gave_is_the_feeds() -> None:
    """The page made of an entry prints the title its feed has, which no outlet printed so."""
    page = page_of(("headline", "Ferry stays"), metadata=Metadata(title="Ferry stays"))
    assert credits.title(*page, basis="feed") == ("Ferry stays", "feed")
    page = page_of(("headline", "Ferry stays in"), metadata=Metadata(title="Ferry stays"))
    assert credits.title(*page, basis="feed") == ("Ferry stays in", "stated")


def test_the_name_in_the_address_is_cut_from_a_title() -> None:
    """A page that names no outlet has it in its host, behind its title; a topic is none."""
    page = page_of(("headline", "Ferry stays | Tide Post"))
    at = "https://www.tide-post.example/ferry"
    assert credits.title(*page, source=at) == ("Ferry stays", "stated")
    assert credits.title(*page, source="page.html") == ("Ferry stays | Tide Post", "stated")
    other = page_of(("headline", "Ferry stays | Opinion"))
    assert credits.title(*other, source=at) == ("Ferry stays | Opinion", "stated")


@pytest.mark.parametrize(
    ("title", "bare"),
    [
        ("Tide Post | Ferry stays", "Ferry stays"),
        ("Ferry – and bridge – The Tide Post", "Ferry – and bridge"),
        ("Ferry | Opinion", "Ferry | Opinion"),
    ],
)
def test_only_the_outlet_is_cut_from_a_declared_title(title: str, bare: str) -> None:
    """Other parts of a title are its own."""
    assert without_outlet(title, "Tide Post") == bare


@pytest.mark.parametrize(
    ("furniture", "outlet"),
    [
        (["Home", "© 2031 Tide Post. All rights reserved."], "Tide Post"),
        (["Copyright 2029-2031 by The Holm Echo"], "The Holm Echo"),
        (["THE HOLM ECHO", "Write to The Holm Echo, 4 Quay Street"], "THE HOLM ECHO"),
        (["Talk with other Tidewater readers"], "Tidewater"),
        (["Ferry stays in harbour | Tide Post"], "Tide Post"),
        (["© 2031 Soundside Publications Ltd"], None),
        (["© 2031 Tide Post", "© 2030 Picture Agency"], None),
        (["Home", "Subscribe", "Join our readers", "Daily newsletter"], None),
        ([], None),
    ],
)
def test_outlet_from_furniture(furniture: list[str], outlet: str | None) -> None:
    """An outlet is named by shapes of furniture; companies and names that clash are no answer."""
    blocks = [("headline", "Ferry stays in harbour"), *(("furniture", f) for f in furniture)]
    assert credits.outlet(*page_of(*blocks)) == outlet


def test_the_declared_outlet_comes_first() -> None:
    """What the mark-up says of the outlet is believed."""
    page = page_of(("furniture", "© 2031 Other News"), metadata=Metadata(outlet="Tide Post"))
    assert credits.outlet(*page) == "Tide Post"


def test_only_furniture_names_the_outlet() -> None:
    """A paper that the article speaks of is not its outlet."""
    assert (
        credits.outlet(*page_of(("paragraph", "It follows other Echo readers, © Tide Post.")))
        is None
    )
    assert outlet_in(["follow other Echo readers"], None) == "Echo"


@pytest.mark.parametrize(
    ("line", "outlet"),
    [
        (("furniture", "THE DAILY LANTERN"), "THE DAILY LANTERN"),
        (("furniture", "Holm Times"), "Holm Times"),
        (("date", "Holm Gazette, 6 May 2031"), "Holm Gazette"),
        (("furniture", "NORLAND DAILY"), "NORLAND DAILY"),
        (("byline", "Kelda Broadcasting"), "Kelda Broadcasting"),
        (("byline", "By Ana Poe, Norland Daily"), "Norland Daily"),
        (("byline", "Ana Poe | The Esk Courier"), "The Esk Courier"),
        (("byline", "By Ana Poe for the Esk Courier"), "Esk Courier"),
        (("byline", "By Norland Daily staff"), "Norland Daily"),
        (("date", "Ana Poe, Kelda News Agency, 6 May 2031"), "Kelda News Agency"),
        (("date", "Esk University News, 6 May 2031"), "Esk University News"),
        (("furniture", "Velm Harbour News"), "Velm Harbour News"),
        (("byline", "By Ana Poe, Emily Post"), None),
        (("byline", "By Kelda News Agency"), None),
        (("furniture", "World News"), None),
        (("furniture", "Local University News"), None),
        (("furniture", "University News"), None),
        (("furniture", "Sports Today"), None),
        (("furniture", "Previous Post"), None),
        (("furniture", "hard times"), None),
        (("furniture", "Buy the Holm Times today"), None),
        (("date", "Updated 6 May 2031"), None),
        (("date", "PARIS, 6 May 2031"), None),
    ],
)
def test_a_newspaper_named_above_the_text(line: tuple[str, str], outlet: str | None) -> None:
    """A newspaper's name alone on a line, before the date or beside a writer names the outlet."""
    headline, text = ("headline", "Ferry stays"), ("paragraph", "The ferry stays.")
    assert credits.outlet(*page_of(line, headline, text)) == outlet
    assert credits.outlet(*page_of(headline, line, text)) == outlet
    below = ("furniture", line[1])
    assert credits.outlet(*page_of(headline, text, below)) is None
