"""How rows of the places ledger stand to one another: named, never merged or weighed."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from itertools import count

import pytest

from tests.articles import article
from tests.pages import page
from tests.records import Desk, witness
from variorum import exports
from variorum.align.place_relations import relate_places
from variorum.errors import StaleError
from variorum.exports import Surface
from variorum.model.annotation import AnnotatedArticle, Place, Speaker
from variorum.model.identity import identity, sign
from variorum.model.record import Record
from variorum.review.verify import verify

Row = tuple[str, str, str, str]  # witness, stance or predicate, holder, date


def told(*rows: Row, said: Sequence[str] = (), ref: str | None = None) -> list[AnnotatedArticle]:
    """Return witnesses with these rows of Tarn; those of ``said`` leave theirs to somebody."""
    found = []
    for siglum in sorted({row[0] for row in rows}):
        made = article(f"{siglum}\nTarn, Tarn, Tarn, Tarn.", source=f"{siglum}.txt")
        starts = count(made.text.index("Tarn"), 6)
        speaker = Speaker(name="Rume", kind="group", span=None, how="named")
        places = tuple(
            sign(
                Place(
                    id="", place="Tarn", feature="region", ref=ref, witness=made.id,
                    span=(at, at + 4), holder=holder or None, stance=kind, predicate=None,
                    said_by=speaker if siglum in said else None, edtf=edtf or None,
                ),
                {made.id: made},
            )
            for (_, kind, holder, edtf), at in zip(
                [row for row in rows if row[0] == siglum], starts, strict=False
            )
        )  # fmt: skip
        found.append(AnnotatedArticle(article=made, places=places))
    return found


def relations(*rows: Row, said: Sequence[str] = ()) -> list[tuple[str, str]]:
    """Return the kind of each relation of such rows, with the witnesses of its rows in order."""
    items = told(*rows, said=said)
    by_id = {place.id: item.article.source[0] for item in items for place in item.places}
    found = [(r.relation, "".join(by_id[id_] for id_ in r.rows)) for r in relate_places(items)]
    return sorted(found)


def test_the_same_of_one_place_is_said_to_be_the_same() -> None:
    """A row of each witness, whatever it repeats; a date less exact is no other one."""
    rows: list[Row] = [("A", "holds", "Rume", "2031-05"), ("A", "holds", "Rume", "")]
    found = relations(*rows, ("B", "holds", "Rume", "2031-05-04"), ("C", "holds", "Rume", ""))
    assert [(kind, sorted(sigla)) for kind, sigla in found] == [("same", ["A", "B", "C"])]


@pytest.mark.parametrize(
    ("first", "second", "kind"),
    [
        ("annexed", "proclaims-annexed", "fact-against-claim"),
        ("annexed", "claims", "fact-against-claim"),
        ("holds", "claims", "fact-against-claim"),
        ("holds", "holds-in-part", "stronger"),
        ("does-not-hold", "holds-in-part", "stronger"),
        ("proclaims-annexed", "claims", "stronger"),
    ],
)
def test_the_stronger_row_is_named_first(first: str, second: str, kind: str) -> None:
    """Whichever witness has it."""
    assert relations(("A", first, "Rume", ""), ("B", second, "Rume", "")) == [(kind, "AB")]
    assert relations(("A", second, "Rume", ""), ("B", first, "Rume", "")) == [(kind, "BA")]


def test_what_one_states_and_another_leaves_to_somebody_is_fact_against_claim() -> None:
    """The narrator's own word comes first."""
    rows: tuple[Row, Row] = (("A", "holds", "Rume", ""), ("B", "holds", "Rume", ""))
    assert relations(*rows, said="A") == [("fact-against-claim", "BA")]
    assert [kind for kind, _ in relations(*rows, said="AB")] == ["same"]


def test_holding_and_not_holding_are_incompatible_at_one_time_only() -> None:
    """Dates that exclude one another make both possible."""
    first: Row = ("A", "holds", "Rume", "2031-05")
    assert relations(first, ("B", "does-not-hold", "Rume", "")) == [("incompatible", "AB")]
    assert relations(first, ("B", "does-not-hold", "Rume", "2031-09")) == []


@pytest.mark.parametrize(
    ("first", "second"),
    [("holds", "withdrew"), ("retook", "withdrew"), ("retook", "does-not-hold")],
)
def test_who_has_left_a_place_has_it_no_more(first: str, second: str) -> None:
    """Where a witness tells both one came after the other, and so with dates apart."""
    one: Row = ("A", first, "Rume", "2031-05")
    assert relations(one, ("B", second, "Rume", "")) == [("incompatible", "AB")]
    assert relations(one, ("B", second, "Rume", "2031-09")) == []
    assert ("incompatible", "AB") not in relations(
        one, ("B", first, "Rume", "2031-05"), ("B", second, "Rume", "")
    )


def test_who_took_a_place_back_has_it_and_no_other() -> None:
    """Not where the other witness tells who had it before, too."""
    back: Row = ("A", "retook", "Rume", "2031-05")
    held: Row = ("B", "holds", "Selm", "")
    assert relations(back, held) == [("other-holder", "BA")]
    assert relations(back, ("B", "holds", "Rume", "")) == []
    told_both = relations(back, held, ("B", "retook", "Rume", "2031-05"))
    assert [kind for kind, _ in told_both] == ["same"]
    assert relations(back, ("B", "holds", "Selm", "2031-03")) == []


def test_the_same_at_other_times_is_said_so() -> None:
    """Two retreats in two months are no one retreat."""
    found = relations(("A", "withdrew", "Rume", "2031-05"), ("B", "withdrew", "Rume", "2032"))
    assert [kind for kind, _ in found] == ["other-time"]


def test_another_holder_is_told_without_a_judge() -> None:
    """Two witnesses give a place to two; what both say is no difference, nor what passed on."""
    held: Row = ("A", "holds", "Rume", "2031-05")
    assert [kind for kind, _ in relations(held, ("B", "holds", "Selm", ""))] == ["other-holder"]
    assert relations(held, ("B", "holds", "Selm", "2032")) == []
    both: tuple[Row, Row] = (("B", "holds", "Rume", ""), ("B", "holds", "Selm", ""))
    again: tuple[Row, Row] = (("A", "holds", "Rume", ""), ("A", "holds", "Selm", ""))
    assert {kind for kind, _ in relations(*both, *again)} == {"same"}


def test_one_witness_alone_has_no_relations() -> None:
    """What a witness says in two ways is its own affair."""
    assert relations(("A", "annexed", "Rume", ""), ("A", "proclaims-annexed", "Rume", "")) == []


def test_ids_are_those_of_the_rows_named() -> None:
    """The order of witnesses says nothing, and every id can be made again."""
    items = told(("A", "annexed", "Rume", ""), ("B", "claims", "Rume", ""), ref="iso3166-2:XX-1")
    found = relate_places(items)
    assert found == relate_places(items[::-1])
    assert [one.id for one in found] == [identity(one, {}) for one in found]


def record() -> Record:
    """Return a record in which one witness states what the other gives as a claim."""
    texts = {"A": "Tarn was annexed.", "B": "Tarn, it was proclaimed, is Rume."}
    on = Desk(tuple(witness(s, (("paragraph", words),)) for s, words in texts.items()))
    rows = (
        on.place("A", "Tarn", "annexed", "Rume"),
        on.place("B", "Tarn", "proclaims-annexed", "Rume"),
    )
    (relation,) = relate_places(
        [AnnotatedArticle(article=article(row.witness), places=(row,)) for row in rows]
    )
    return on.record(stories=(on.story("AB"),), places=rows, place_relations=(relation,))


def test_relations_stand_below_the_rows() -> None:
    """In the terminal, on the page and in GeoJSON the rows stay, and their relation is told."""
    line = "stated in A, a claim in B: Rume annexed / Rume proclaims annexed"
    assert f"    ▲  {line}" in exports.render(record(), "text", Surface(width=90))
    assert line in page(record()).inside("id", "r-place-1-1")
    features = json.loads(exports.render(record(), "geojson"))["features"]
    told_of = [f["properties"]["relations"][0] for f in features]
    assert [one["relation"] for one in told_of] == ["fact-against-claim"] * 2
    assert told_of[0]["rows"] == [f["id"] for f in features]


def test_what_relates_rows_is_proved() -> None:
    """An edited id, rows in another order, and a row that is not there are named."""
    of = record()
    verify(of)
    (good,) = of.place_relations
    edits = {
        r"place_relations\[0\].id": (
            replace(good, id="0" * 20),
            replace(good, rows=good.rows[::-1]),
        ),
        r"place_relations\[0\]: there is no row": (sign(replace(good, rows=("0" * 20,)), {}),),
    }
    for told_, bad in edits.items():
        for one in bad:
            with pytest.raises(StaleError, match=told_):
                verify(replace(of, place_relations=(one,)))


def test_a_record_without_relations_is_shown_as_before() -> None:
    """Records made before have none."""
    bare = replace(record(), place_relations=())
    assert "a claim in" not in exports.render(bare, "text")
