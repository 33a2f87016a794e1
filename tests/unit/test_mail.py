"""Mailboxes, and what of a message is its own."""

from __future__ import annotations

import pytest

from tests.unit.test_archives import unpacked
from tests.unit.test_feeds import articles
from variorum.formats._mail import without_cited, without_quoted

FIRST = (
    b"From desk@tide.example Tue May  6 09:00:00 2031\nFrom: desk@tide.example\n"
    b"Subject: Ferry stays\nDate: Tue, 06 May 2031 09:00:00 +0200\n\n"
    b"The ferry stays in port.\nFrom the quay a bang was heard.\n\n>From Esk came a second boat.\n"
)
SECOND = (
    b"\nFrom yard@esk.example Wed May 07 10:30:00 2031 +0200\nSubject: Yard answers\n"
    b"Date: Wed, 07 May 2031 10:30:00 +0200\n\nThe yard says the engine is sound.\n"
)


@pytest.mark.parametrize("ends", [b"\n", b"\r\n"])
@pytest.mark.parametrize("source", ["news.mbox", "inbox"])
def test_each_message_of_a_mailbox_is_an_article(ends: bytes, source: str) -> None:
    """It has its own subject, day and words, and no other message's."""
    data = (FIRST + SECOND).replace(b"\n", ends)
    one, other = articles(data, source)
    assert (one.source, other.source) == (f"{source}#1", f"{source}#2")
    assert one.text == (
        "Ferry stays\nThe ferry stays in port.\nFrom the quay a bang was heard.\n"
        "From Esk came a second boat."
    )
    assert (other.title, other.text) == (
        "Yard answers", "Yard answers\nThe yard says the engine is sound."
    )  # fmt: skip
    assert [a.published.edtf[:10] for a in (one, other) if a.published] == [
        "2031-05-06", "2031-05-07"
    ]  # fmt: skip


def test_a_message_of_no_use_is_a_row_and_the_others_go_on() -> None:
    """Broken or empty, it is told by its number."""
    empty = b"\nFrom a@b.example Wed May 07 10:30:00 2031\nSubject: Nothing\n\n\n"
    deep = SECOND.replace(b"Subject:", b"X: " + b"boundary=" * 40 + b"\nSubject:")
    captures, rejected = unpacked(FIRST + empty + deep + SECOND, "news.mbox")
    assert [c.source for c in captures] == ["news.mbox#1", "news.mbox#4"]
    assert [source for source, _ in rejected] == ["news.mbox#2", "news.mbox#3"]


def test_what_only_looks_like_a_mailbox_is_none() -> None:
    """A text that opens with "From", and a file of that name without a message."""
    text = b"From Esk to Corran\n\nThe 10:30 ferry of 6 May 2031 stays in port: nobody knows why.\n"
    captures, _ = unpacked(text, "page.txt")
    assert [c.source for c in captures] == ["page.txt"]
    captures, [(_, reason)] = unpacked(b"The ferry stays in port.", "news.mbox")
    assert not captures
    assert "holds no message" in reason


@pytest.mark.timeout(60)
def test_a_mailbox_of_many_messages_stops_at_a_limit() -> None:
    """Many and hostile messages are read or refused soon."""
    cited = b"Content-Type: text/html\n\n<div type=cite>" * 50_000
    for data in (
        FIRST + SECOND * 20_000,
        FIRST + b"\n\nFrom " * 200_000,
        FIRST.replace(b"\n\nThe", b"\n" + cited),
        FIRST.replace(b"\n\nThe", b"\nContent-Type: text/html\n\n" + b"<div type=" * 100_000),
        FIRST + b"> a\n1:\n" * 100_000,
    ):
        captures, rejected = unpacked(data, "news.mbox")
        assert captures or rejected


OWN = "The yard says the engine is sound.\n"
REPLY = "> “It was the yard,” said Ida Volk.\n>\n>> Who was it?\n"


@pytest.mark.parametrize(
    "whose",
    ["", "On Tue, 6 May 2031 at 09:00, Ida Volk <ida@esk.example> wrote:\n\n",
     "On Tue, 6 May 2031 at 09:00, the desk of the Tide Post <desk@tide.example>\nwrote:\n",
     "Am 06.05.31 um 09:00 schrieb Ida Volk:\n"],
)  # fmt: skip
def test_what_a_message_quotes_is_not_its_text(whose: str) -> None:
    """Wherever its own words stand; what all is quoted, as one passed on, stays."""
    for text in (f"{OWN}\n{whose}{REPLY}", f"{whose}{REPLY}\n{OWN}"):
        assert without_quoted(text).strip() == OWN.strip()
    assert without_quoted(whose + REPLY) == whose + REPLY


def test_other_lines_of_a_message_stay() -> None:
    """A sentence above quoted words is the message's, and so is a sign within a line."""
    text = "Ida Volk said today:\n> It was the yard.\nThe yard > the port."
    assert without_quoted(text) == "Ida Volk said today:\nThe yard > the port."
    assert without_quoted(REPLY) == REPLY
    assert without_quoted(OWN) == OWN.strip()


@pytest.mark.parametrize(
    "quote",
    [
        '<blockquote type="cite"><div>Ida wrote:</div><blockquote>No.</blockquote></blockquote>',
        '<div class="gmail_quote"><div>On Tue Ida wrote:</div><div>No.</div></div>',
        '<div class="moz-cite-prefix">Ida:</div><BLOCKQUOTE cite="1" type="cite">No.</BLOCKQUOTE>',
    ],
)
def test_what_a_message_in_html_quotes_is_not_its_text(quote: str) -> None:
    """Elements that mark quoted mail go; all that is quoted, or has no end, stays."""
    own = "<p>The engine is sound.</p>"
    assert without_cited(own + quote + own) == own + own
    assert without_cited(quote) == quote
    assert (
        without_cited(f"{own}<div class='gmail_quote'>No.") == f"{own}<div class='gmail_quote'>No."
    )
    assert without_cited(f"<blockquote>{own}</blockquote>") == f"<blockquote>{own}</blockquote>"
