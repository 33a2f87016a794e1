"""What a person ruled is replayed on every later reading, and told where it no longer applies."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations
from pathlib import Path

import pytest

from variorum import codec, pipeline
from variorum.exports import Surface, render
from variorum.model.annotation import Quotation
from variorum.model.identity import sign
from variorum.model.record import Record
from variorum.model.rulings import Ruling
from variorum.review.deciding import Decision, rule
from variorum.review.verify import verify

TIMES = """\
Lake Orrin dam to be drained before winter

Published: 3 October 2031

The water board will drain the Orrin dam before the first frost, its chair, Selma Quist, said on
Thursday.

"We shall lower the lake by four metres before November, unless the rain comes early," Quist said.

Some 40 cottages stand by the lake. The works at the dam cost 12 million crowns in total.
"""
GAZETTE = """\
Board empties Orrin dam

Published: 3 October 2031

"We shall lower the lake by four metres before November," chair Selma Quist said on Thursday.

Fishermen fear for the trout. "Nobody asked us," said Ivar Tolle, who fishes there.

In total the works at the dam cost 12 million crowns.
"""
MAIL = """\
Orrin dam: lake to fall by four metres

Published: 4 October 2031

The chair of the water board, Selma Quist, said on Thursday: "We shall lower the lake by four
metres before November, unless the rain comes early."
"""


def read(folder: Path, *texts: str, rulings: tuple[Ruling, ...] = ()) -> Record:
    """Return the record of some texts."""
    folder.mkdir(exist_ok=True)
    for path in folder.iterdir():
        path.unlink()
    for number, text in enumerate(texts):
        (folder / f"{number}.txt").write_text(text, "utf-8")
    record = pipeline.read([str(folder)], rulings=rulings)
    verify(record)
    return record


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder to read from."""
    return tmp_path_factory.mktemp("pages")


@pytest.fixture(scope="module")
def record(folder: Path) -> Record:
    """Return the record of two reports, without rulings."""
    return read(folder, TIMES, GAZETTE)


def quoted(record: Record, words: str) -> Quotation:
    """Return the first quotation that begins with some words."""
    texts = {w.id: w.text or "" for w in record.witnesses}
    return next(q for q in record.quotations if texts[q.witness][q.spans[0][0] :].startswith(words))


def ruling(
    record: Record, verdict: str, subject: str, *named: str, to: str | None = None
) -> Ruling:
    """Return a ruling of Ada Blom on a record."""
    decision = Decision(
        verdict=verdict, subject=subject, who="Ada Blom", when="2031-10-05T09:00:00Z", to=to
    )
    return rule(record, decision, named)


def states(record: Record) -> list[str | None]:
    """Return what became of the rulings of a record."""
    return [ruled.state for ruled in record.rulings]


def prints_together(record: Record, words: str) -> int:
    """Return in how many groups the quotations that begin with some words are printed."""
    texts = {w.id: w.text or "" for w in record.witnesses}
    keys = {q.id for q in record.quotations if texts[q.witness][q.spans[0][0] :].startswith(words)}
    return sum(not keys.isdisjoint(u.prints) for u in record.utterances)


LOWER = "We shall lower"


def test_split_keeps_prints_apart(folder: Path, record: Record) -> None:
    """Prints that were ruled two acts of speech are two utterances, and stay so with a third."""
    assert prints_together(record, LOWER) == 1
    whole = next(u for u in record.utterances if quoted(record, LOWER).id in u.prints)
    ruled = ruling(record, "split", "print", whole.id)
    again = read(folder, TIMES, GAZETTE, rulings=(ruled,))
    assert prints_together(again, LOWER) == 2
    assert states(again) == ["applied"]
    third = read(folder, TIMES, GAZETTE, MAIL, rulings=(ruled,))
    assert not any(
        set(pair) <= set(u.prints)
        for u in third.utterances
        for pair in combinations(ruled.targets, 2)
    )
    assert states(third) == ["applied"]


def test_merge_joins_prints_that_share_no_word(folder: Path, record: Record) -> None:
    """Prints that were ruled one act of speech are one utterance, whatever words they have."""
    one, other = quoted(record, "Nobody asked"), quoted(record, LOWER)
    merged = ruling(record, "merge", "print", one.id, other.id)
    again = read(folder, TIMES, GAZETTE, rulings=(merged,))
    (whole,) = [u for u in again.utterances if one.id in u.prints]
    assert other.id in whole.prints
    assert any("ruled by a person" in reason for reason in whole.reasons)


def test_rejected_quotation_is_gone_and_comes_back(folder: Path, record: Record) -> None:
    """A rejected quotation is no longer in the record; undone, it is there as before."""
    gone = quoted(record, "Nobody asked")
    rejected = ruling(record, "reject", "quotation", gone.id)
    without = read(folder, TIMES, GAZETTE, rulings=(rejected,))
    assert gone.id not in {q.id for q in without.quotations}
    undone = ruling(without, "undo", "ruling", rejected.id)
    again = read(folder, TIMES, GAZETTE, rulings=(rejected, undone))
    assert states(again) == ["undone", "applied"]
    assert again.quotations == record.quotations
    assert again.utterances == record.utterances


def test_undone_undoing_lets_a_ruling_stand(folder: Path, record: Record) -> None:
    """Who undoes an undoing has the first ruling back."""
    gone = quoted(record, "Nobody asked")
    rejected = ruling(record, "reject", "quotation", gone.id)
    first = read(folder, TIMES, GAZETTE, rulings=(rejected,))
    undone = ruling(first, "undo", "ruling", rejected.id)
    second = read(folder, TIMES, GAZETTE, rulings=(rejected, undone))
    back = ruling(second, "undo", "ruling", undone.id)
    third = read(folder, TIMES, GAZETTE, rulings=(rejected, undone, back))
    assert states(third) == ["applied", "undone", "applied"]
    assert gone.id not in {q.id for q in third.quotations}


def test_later_ruling_on_one_matter_stands(folder: Path, record: Record) -> None:
    """Of two rulings that decide one thing the later holds, the earlier is told as superseded."""
    said = quoted(record, "Nobody asked")
    first = ruling(record, "relabel", "speaker", said.id, to="Ivar Tollefsen")
    second = ruling(record, "relabel", "speaker", said.id, to="I. Tolle")
    again = read(folder, TIMES, GAZETTE, rulings=(first, second))
    assert states(again) == ["superseded", "applied"]
    assert again.rulings[0].reason == f"by {second.id}"
    speaker = quoted(again, "Nobody asked").speaker
    assert speaker is not None
    assert (speaker.name, speaker.how) == ("I. Tolle", "ruled")
    assert speaker.span == (said.speaker and said.speaker.span)


def test_merged_people_take_the_fullest_name(folder: Path, record: Record) -> None:
    """Two names ruled to be one person's become the fuller of them."""
    one, other = quoted(record, "Nobody asked"), quoted(record, LOWER)
    merged = ruling(record, "merge", "speaker", one.id, other.id)
    assert merged.to == "Selma Quist"
    again = read(folder, TIMES, GAZETTE, rulings=(merged,))
    speaker = quoted(again, "Nobody asked").speaker
    assert speaker is not None
    assert speaker.name == "Selma Quist"


def test_relation_is_relabelled_and_taken_away(folder: Path, record: Record) -> None:
    """A relation stands as ruled, its first statement first; a rejected one is gone."""
    cost = next(r for r in record.relations if r.relation == "same")
    first, second = (s.statement for s in cost.readings)
    stronger = ruling(record, "relabel", "relation", second, first, to="stronger")
    again = read(folder, TIMES, GAZETTE, rulings=(stronger,))
    (found,) = [r for r in again.relations if {first, second} == {s.statement for s in r.readings}]
    assert (found.relation, found.readings[0].statement, found.score) == ("stronger", second, 1.0)
    assert "ruled by a person" in found.reasons
    rejected = ruling(record, "reject", "relation", cost.id)
    without = read(folder, TIMES, GAZETTE, rulings=(rejected,))
    joined = [{s.statement for s in r.readings} for r in without.relations]
    assert not any({first, second} <= ids for ids in joined)
    assert {first, second} - set().union(*joined) <= set(without.single)


def test_accepted_relation_is_as_it_was(record: Record) -> None:
    """Who accepts a relation says which: it is kept when the program would change its mind."""
    cost = next(r for r in record.relations if r.relation == "same")
    assert ruling(record, "accept", "relation", cost.id).to == "same"


def test_origins_are_ruled_one_or_several(folder: Path, record: Record) -> None:
    """What two witnesses share has as many origins as was ruled, on the ground that it was."""
    cost = next(r for r in record.relations if r.relation == "same")
    letters = [w.siglum for w in record.witnesses]
    for verdict, count in (("merge", 1), ("split", 2)):
        ruled = ruling(record, verdict, "origin", *letters)
        again = read(folder, TIMES, GAZETTE, rulings=(ruled,))
        (found,) = [r for r in again.relations if r.id == cost.id]
        assert found.origins == count
        bases = {o.basis for o in again.origins if found.id in o.of}
        assert bases == ({"ruled"} if count == 1 else {"independent"})


def test_stale_ruling_is_told(folder: Path, record: Record) -> None:
    """A ruling on words that its witness no longer has is reported, and nothing else changes."""
    said = quoted(record, "Nobody asked")
    made = ruling(record, "reject", "quotation", said.id)
    stale = sign(replace(made, id="", targets=("0" * 20,)), {})
    again = read(folder, TIMES, GAZETTE, rulings=(stale,))
    assert states(again) == ["stale"]
    assert again.rulings[0].reason == f"no longer found: {'0' * 20}"
    assert again.quotations == record.quotations


def test_ruling_waits_for_its_other_witness(folder: Path, record: Record) -> None:
    """A ruling on two witnesses of which one is not read waits; of other texts it is left out."""
    whole = next(u for u in record.utterances if quoted(record, LOWER).id in u.prints)
    split = ruling(record, "split", "print", whole.id)
    alone = read(folder, TIMES, rulings=(split,))
    assert states(alone) == ["waiting"]
    assert alone.rulings[0].reason == "1 of its 2 witnesses not read here"
    assert read(folder, MAIL, rulings=(split,)).rulings == ()


def test_rulings_stand_in_the_proof(folder: Path, record: Record) -> None:
    """A record says which rulings it was made with; a word of one changed, it is not exact."""
    said = quoted(record, "Nobody asked")
    noted = ruling(record, "note", "quotation", said.id)
    again = read(folder, TIMES, GAZETTE, rulings=(noted,))
    assert record.made_by.rulings_sha256 is None
    assert again.made_by.rulings_sha256 is not None
    assert codec.decode(codec.encode(again)) == again
    forged = replace(again, rulings=(replace(again.rulings[0], who="Bo Lind"),))
    with pytest.raises(Exception, match=r"rulings\[0\].id"):
        verify(codec.seal(forged))


@pytest.mark.parametrize("form", ["text", "html"])
def test_rulings_are_shown(form: str, folder: Path, record: Record) -> None:
    """The page tells what was ruled, on which words, by whom, why, and what became of it."""
    said = quoted(record, "Nobody asked")
    made = ruling(record, "relabel", "speaker", said.id, to="<b>Ivar")
    first = sign(replace(made, id="", why="a & b"), {})
    second = ruling(record, "accept", "speaker", said.id)
    page = render(read(folder, TIMES, GAZETTE, rulings=(first, second)), form, Surface(width=100))
    name, why = ("<b>Ivar", "a & b") if form == "text" else ("&lt;b&gt;Ivar", "a &amp; b")
    for words in (f"speaker relabelled: {name}", why, "Ada Blom, 2031-10-05T09:00:00Z"):
        assert words in page
    assert "superseded by a later ruling (by R2)" in " ".join(page.split())
    assert "<b>" not in page or form == "text"
