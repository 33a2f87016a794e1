"""What is quoted elsewhere holds the words of the source, and ``[…]`` where some are left out."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.records import Desk, utterance, witness
from variorum import exports
from variorum.exports import Surface, markdown
from variorum.exports._labels import BROKEN_OFF
from variorum.model.record import Record

TEXT = "“The ferry is not for sale,” Ansel Rook said on Monday. “Not this year.”"


def parted() -> Record:
    """Return a record of one print that its attribution parts."""
    on = Desk((witness("A", (("paragraph", TEXT),)),))
    told = on.quotation("A", "The ferry is not for sale,", "Ansel Rook")
    told = on.signed(replace(told, spans=(*told.spans, on.at("A", "Not this year."))))
    stated = on.statement("A", "The ferry is not for sale", "Ansel Rook")
    stated = on.signed(replace(stated, spans=(*stated.spans, on.at("A", "Not this year"))))
    said = utterance(on, "Ansel Rook", (told,))
    return on.record(quotations=(told,), utterances=(said,), statements=(stated,))


@pytest.mark.parametrize("form", ["wikitext", "jsonld", "csv", "prov", "timelinejs"])
def test_no_sign_of_ours_stands_in_what_is_quoted(form: str) -> None:
    """Words left out between two stretches are the brackets that every quotation has for them."""
    written = exports.render(parted(), form)
    assert BROKEN_OFF not in written
    assert r"\u2016" not in written


def test_a_citation_tells_where_words_are_left_out() -> None:
    """The value of ``quote`` has brackets, as entities of MediaWiki."""
    assert "sale, &#91;…&#93; Not this year." in exports.render(parted(), "wikitext")
    assert "sale, […] Not this year." in exports.render(parted(), "csv")


def test_a_page_of_markdown_tells_what_its_sign_means() -> None:
    """The sign between two stretches has its meaning at the foot, where there is one."""
    shown = markdown.render(parted(), Surface())
    assert f"sale, {BROKEN_OFF} Not this year." in shown
    assert f"{BROKEN_OFF} other words stand between" in shown
    on = Desk((witness("A", (("paragraph", TEXT),)),))
    whole = on.quotation("A", "The ferry is not for sale,", "Ansel Rook")
    record = on.record(quotations=(whole,), utterances=(utterance(on, "Ansel Rook", (whole,)),))
    assert BROKEN_OFF not in markdown.render(record, Surface())
