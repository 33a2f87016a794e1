"""A text in a language that has no file is read as far as it goes, and says so."""

from __future__ import annotations

from tests.articles import article
from variorum.annotate import Annotate

TEXT = "Hafen bleibt zu\n„Wir warten“, sagte Heike Brandt. Rund 40 Schiffe liegen vor Nordlund."


def test_a_language_without_a_file_is_flagged_once_at_its_first_line() -> None:
    """The flag stands on the headline, and says what is read all the same."""
    read = Annotate()(article(TEXT, language=None))
    (flag,) = (f for f in read.flags if f.kind == "language-without-file")
    assert flag.spans == ((0, 15),)
    assert "quote marks" in flag.note
    assert [read.article.text[slice(*q.spans[0])] for q in read.quotations] == ["Wir warten"]


def test_a_language_with_a_file_is_not_flagged() -> None:
    """An English text has no such flag, nor has a text without a body."""
    for text, language in (("Port shut\n“We wait,” said Heike Brandt.", "en"), ("", None)):
        read = Annotate()(article(text, language=language))
        assert not [f for f in read.flags if f.kind == "language-without-file"]
