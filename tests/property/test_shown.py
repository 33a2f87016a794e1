"""Whatever an utterance looks like, both human exports show every word of every print, in order."""

from __future__ import annotations

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.pages import page
from tests.records import Desk, utterance, witness
from variorum.exports import LAYERS, Surface, text
from variorum.model.record import Record
from variorum.model.vocabulary import VariantKind

KINDS: tuple[str, ...] = VariantKind.__metadata__[0].values  # type: ignore[attr-defined]
WORDS = st.sampled_from(("one", "two.", "three,", "four five six", "“seven", "eight?", "長い"))
COLUMNS = st.lists(st.tuples(*[st.one_of(st.just(""), WORDS)] * 3), min_size=1, max_size=9)
VARIANTS = st.lists(
    st.tuples(st.sampled_from(KINDS), st.sampled_from(("major", "minor")), st.integers(0, 8)),
    max_size=4,
)


def told(columns: list[tuple[str, ...]], variants: list[tuple[str, str, int]]) -> Record:
    """Return one utterance in up to three prints; the words of a column carry its number."""
    marked = [tuple(f"{at}{w}" if w else "" for w in c) for at, c in enumerate(columns)]
    prints = [" ".join(filter(None, row)) or "none" for row in zip(*marked, strict=True)]
    on = Desk(
        tuple(
            witness(s, (("headline" if s == "C" else "paragraph", words), ("paragraph", s)))
            for s, words in zip("ABC", prints, strict=True)
        )
    )
    quoted = [on.quotation(s, words, None) for s, words in zip("ABC", prints, strict=True)]
    made = [
        (at, on.variant(kind, weight, *zip("ABC", marked[at], strict=True)))
        for kind, weight, at in variants
        if at < len(marked)
    ]
    said = utterance(
        on, "Ada Rowe", quoted, variants=tuple({v.id: v for _, v in made}.values()),
        segments=on.segments(quoted, marked, made),
    )  # fmt: skip
    return on.record(stories=(on.story("ABC"),), quotations=tuple(quoted), utterances=(said,))


def printed(record: Record) -> list[list[str]]:
    """Return the words of each witness's print, without those that stand in no column."""
    words = [(w.text or "").split("\n")[0].split() for w in record.witnesses]
    return [[] if found == ["none"] else found for found in words]


@settings(max_examples=60, deadline=None)
@given(COLUMNS, VARIANTS, st.sampled_from((30, 60, 110)), st.sets(st.sampled_from(list(LAYERS))))
def test_terminal_shows_every_word_in_order(
    columns: list[tuple[str, ...]],
    variants: list[tuple[str, str, int]],
    width: int,
    layers: set[str],
) -> None:
    """The rows of a witness, read downwards, are its print, in any layers and at any width."""
    record = told(columns, variants)
    surface = Surface(width=width, layers=frozenset(layers or LAYERS))
    shown = text.render(record, surface)
    if "UTTERANCE 1" not in shown:
        return
    rows = re.findall(r"^  (A|B|A B) +│ (.*)$", shown, re.M)
    for siglum, words in zip("AB", printed(record)[:2], strict=True):
        own = " ".join(line for sigla, line in rows if siglum in sigla)
        assert re.sub(r"▲[A-Z, ]+|[│—]", " ", own).split() == words


@settings(max_examples=60, deadline=None)
@given(COLUMNS, VARIANTS)
def test_page_shows_every_word_in_order(
    columns: list[tuple[str, ...]], variants: list[tuple[str, str, int]]
) -> None:
    """The cells of a witness, read in order, are its print, and every id stands once."""
    record = told(columns, variants)
    found = page(record)
    ids = [a["id"] for _, a in found.elements if "id" in a]
    assert len(ids) == len(set(ids))
    rows = [id_ for id_ in ids if re.search(r"-(\d+|h)-\d+$", id_)]
    if not rows:
        return
    around = frozenset({"tag", "vh", "facts", "gap"})
    cells = [found.inside("id", row, without=around) for row in rows]
    for siglum, words in zip("ABC", printed(record), strict=True):
        sigla = re.compile(rf"\s*[ABC ]*{siglum}[ABC ]*(?=\S|$)")
        own = " ".join(c[m.end() :] for c in cells if (m := sigla.match(c)))
        assert own.replace("—", " ").split() == words
