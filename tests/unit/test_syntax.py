"""The parser: what hangs on what, and that nothing beside a sentence changes it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from tests.articles import article
from variorum import weights
from variorum.annotate import Annotate, annotator
from variorum.annotate.annotator import find
from variorum.annotate.marks import find_marks
from variorum.annotate.syntax import MOST, RELATIONS, STATES, Syntax, joined, parse
from variorum.annotate.words import Words, words_of
from variorum.model.annotation import Statement

TEXT = "The harbour master of Torvane closed the old ferry terminal."
OTHER = "Nobody in Velm had seen the boats, and the mayor did not ask."


def _words(text: str) -> Words:
    paragraphs = [block.span for block in article(text).body()]
    return words_of(text, paragraphs, paragraphs, find_marks(text, paragraphs))


def _syntax(text: str) -> Syntax:
    syntax = find(_words(text)).syntax
    assert syntax is not None
    return syntax


def _hanging(text: str, syntax: Syntax) -> set[tuple[str, str, str]]:
    """Return each word as printed with its relation and its head."""
    printed = [text[start:end] for start, end in syntax.spans.tolist()]
    return {
        (word, RELATIONS[relation], "" if head < 0 else printed[head])
        for word, relation, head in zip(printed, syntax.relations, syntax.heads, strict=True)
    }


def test_a_plain_sentence_has_its_subject_and_object() -> None:
    """The verb is the root; who acts and what is acted on hang on it."""
    told = {("closed", "root", ""), ("master", "nsubj", "closed"), ("terminal", "obj", "closed")}
    assert told <= _hanging(TEXT, _syntax(TEXT))


def test_each_word_has_what_is_made_of_it() -> None:
    """Spans, heads, relations, states and what the parser makes of them have an entry a word."""
    words, syntax = _words(TEXT), _syntax(TEXT)
    count = len(words)
    assert np.array_equal(syntax.spans, words.spans)
    assert syntax.heads.shape == syntax.relations.shape == (count,)
    assert (syntax.states.shape, syntax.encoded.shape) == ((count, STATES), (count, 256))
    assert syntax.states.dtype == syntax.encoded.dtype == np.float16
    assert np.abs(syntax.encoded).sum(axis=1).all()


def test_a_sentence_is_parsed_alike_whatever_stands_beside_it() -> None:
    """The states of a sentence alone make its syntax: the same bytes alone and among others."""
    words, states = _words(f"{OTHER}\n{TEXT}"), _syntax(f"{OTHER}\n{TEXT}").states
    both = parse(words, states)
    first = len(_words(OTHER))
    alone = parse(_words(TEXT), states[first:])
    assert np.array_equal(np.where(alone.heads < 0, -1, alone.heads + first), both.heads[first:])
    assert alone.encoded.tobytes() == both.encoded[first:].tobytes()
    assert alone.relations.tobytes() == both.relations[first:].tobytes()


def test_a_long_sentence_is_cut() -> None:
    """What stands beyond the part of a sentence that is read at once is not seen, and no head."""
    syntax = _syntax("boats and nets " * MOST)
    assert len(syntax) == 3 * MOST
    begun = parse(_words("boats and nets " * 50), syntax.states[:150])
    assert begun.encoded[:MOST].tobytes() == syntax.encoded[:MOST].tobytes()
    hung = syntax.heads >= 0
    assert hung.any()
    assert np.array_equal(np.flatnonzero(hung) // MOST, syntax.heads[hung] // MOST)


def test_no_words_have_no_syntax() -> None:
    """An empty text is read too."""
    syntax = find(words_of("", [], [], ())).syntax
    assert syntax is not None
    assert len(syntax) == len(joined([syntax, syntax])) == 0


def test_parts_are_joined_in_order_of_the_text() -> None:
    """A heading between two paragraphs is put in its place, and heads are renumbered."""
    text = f"{OTHER}\nFerry master quits\n{TEXT}"
    first, heading, last = (block.span for block in article(text).body())

    def read(*paragraphs: tuple[int, int]) -> Syntax:
        syntax = find(words_of(text, paragraphs, paragraphs, ())).syntax
        assert syntax is not None
        return syntax

    parts = read(heading), read(first, last)
    whole = joined(parts)
    assert np.array_equal(np.sort(whole.spans[:, 0]), whole.spans[:, 0])
    assert _hanging(text, whole) == _hanging(text, parts[0]) | _hanging(text, parts[1])
    assert len(whole.states) == len(whole.encoded) == len(whole)
    place = int(np.flatnonzero(whole.spans[:, 0] == heading[0])[0])
    assert whole.encoded[place].tobytes() == parts[0].encoded[0].tobytes()


class _Stateless:
    """The shipped annotator as one that tells no states."""

    def __init__(self) -> None:
        self.whole = weights.session("annotator.onnx")

    def get_outputs(self) -> list[Any]:
        """Return all outputs but the states."""
        return [one for one in self.whole.get_outputs() if one.name != "states"]

    def run(self, asked: list[str], given: dict[str, Any]) -> list[Any]:
        """Answer as the whole one does."""
        assert "states" not in asked
        return list(self.whole.run(asked, given))


def _unplaced(statement: Statement) -> Statement:
    """Return a statement without its places, and without the id that they are part of."""
    return replace(statement, id="", places=())


def test_an_annotator_without_states_works(monkeypatch: pytest.MonkeyPatch) -> None:
    """There is no syntax then, and rules alone tell of places; the rest is the same."""
    read = article(f"Ferry master quits\n{OTHER}\n{TEXT}")
    whole, found = Annotate()(read), find(_words(TEXT))
    monkeypatch.setattr(annotator, "_session", lambda *_: _Stateless())
    stateless = find(_words(TEXT))
    assert stateless.syntax is None
    assert stateless == found
    alone = Annotate()(read)
    assert [_unplaced(s) for s in alone.statements] == [_unplaced(s) for s in whole.statements]
    assert replace(alone, statements=(), places=()) == replace(whole, statements=(), places=())
