"""Whoever denies and whoever confirms: each row has words of its own witnesses alone."""

from __future__ import annotations

import re
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.records import Desk, utterance, witness
from variorum.exports import Surface, html, markdown, text
from variorum.model.record import Record

WORDS = "the weir had leaked"
VERBS = {"denied": "denied", "refuted": "denied", "admitted": "affirmed", "repeated": "affirmed"}
SIGLA = "ABCD"
CHOSEN = st.lists(st.sampled_from(sorted(VERBS)), min_size=2, max_size=4)


def told(verbs: list[str]) -> Record:
    """Return what witnesses have one person say of the same words, each with its verb."""
    sigla = SIGLA[: len(verbs)]
    pairs = list(zip(sigla, verbs, strict=True))
    on = Desk(
        tuple(
            witness(s, (("paragraph", f"Ada Marr {v} that {WORDS}."), ("paragraph", s)))
            for s, v in pairs
        )
    )
    prints = [
        on.quotation(s, f"that {WORDS}", "Ada Marr", form="indirect", cue=on.spans(s, v))
        for s, v in pairs
    ]
    stated = [replace(on.statement(s, WORDS, "Ada Marr"), polarity=VERBS[v]) for s, v in pairs]
    mixed = len({VERBS[v] for v in verbs}) > 1
    turned = (on.variant("polarity-reversed", "major", *pairs),) if mixed else ()
    columns = [(f"that {WORDS}",) * len(pairs)]
    spoken = utterance(
        on, "Ada Marr", prints, variants=turned, segments=on.segments(prints, columns)
    )
    relation = on.relation("incompatible" if mixed else "same", 1, *stated, why="shared")
    return on.record(
        stories=(on.story(sigla),), quotations=tuple(prints), statements=tuple(stated),
        utterances=(spoken,), relations=(relation,),
    )  # fmt: skip


def rows(record: Record, format_: object) -> list[tuple[str, str]]:
    """Return the letters and the words of each row of an export that has the words."""
    shown = format_.render(record, Surface(width=140))  # type: ignore[attr-defined]
    if format_ is html:
        shown = re.sub(r"<[^>]+>", "", re.sub(r"<(tr|li|p|dd|dt)\b", r"\n<\1", shown))
    lines = (line for line in shown.replace("*", "").splitlines() if WORDS in line)
    found = (re.match(r"\W*((?:[A-D] ?)+)\b[\s│]*(.*)", line) for line in lines)
    return [(match[1], match[2]) for match in found if match]


@settings(max_examples=30, deadline=None)
@given(CHOSEN, st.sampled_from((text, markdown, html)))
def test_every_verb_of_a_row_stands_in_the_texts_of_its_witnesses(
    verbs: list[str], format_: object
) -> None:
    """No row sets one witness's verb before another's words, in any human export."""
    own = dict(zip(SIGLA, verbs, strict=False))
    found = rows(told(verbs), format_)
    assert found
    for sigla, words in found:
        printed = {verb for verb in VERBS if re.search(rf"\b{verb}\b", words)}
        assert all(printed <= {own[siglum]} for siglum in sigla.split())
