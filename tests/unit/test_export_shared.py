"""What is shared, on how many origins, what is left out and flagged: in both human exports."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from tests.pages import Page, page, render
from tests.records import Desk, utterance, witness
from variorum.exports import Surface, text
from variorum.exports import _labels as labels
from variorum.model.annotation import Statement
from variorum.model.record import Record
from variorum.model.vocabulary import OmissionScope, OriginBasis, RelationKind

A = "The mill burned down on Friday night, the mayor said. Twelve looms were lost in the fire."
B = "The mill burned down on Friday night. Nine looms were lost. The roof fell in at dawn."
C = "The mill burned down on Friday night, the mayor said. A cat was saved."


def desk() -> Desk:
    """Return three witnesses of a fire."""
    return Desk(tuple(witness(s, (("paragraph", t),)) for s, t in (("A", A), ("B", B), ("C", C))))


def burned(on: Desk) -> tuple[Statement, Statement, Statement]:
    """Return what all three state, one of them on the mayor's word."""
    words = "The mill burned down on Friday night"
    first = on.statement("A", words, "the mayor")
    return (first, on.statement("B", words), on.statement("C", words, "the mayor"))


def record(on: Desk, **arrays: object) -> Record:
    """Return a record of one story."""
    return on.record(stories=(on.story("ABC"),), **arrays)


def shown(of: Record, section: str, width: int = 100) -> list[str]:
    """Return the lines of a section of the terminal's page."""
    part = text.render(of, Surface(width=width)).split(f"\n{section}\n")[1]
    return part.split("\n\n")[0].split("\n")


def row(found: Page, id_: str) -> str:
    """Return the words of a row of the page."""
    return " ".join(found.inside("id", f"r-{id_}").split())


def test_relations_stand_by_kind_and_are_told_apart_without_colour() -> None:
    """Each kind has a heading with a sign and a word; what cannot both be comes first."""
    on = desk()
    a, b, c = burned(on)
    clash = (on.statement("A", "Twelve looms"), on.statement("B", "Nine looms"))
    kinds = ("other-time", "other-scope", "same", "incompatible")
    sides = ((a, b), (b, c), (a, b, c), clash)
    relations = tuple(
        on.relation(kind, 2, *pair, why="why") for kind, pair in zip(kinds, sides, strict=True)
    )
    of = record(on, statements=(a, b, c, *clash), relations=relations)
    heads = [line for line in shown(of, "SHARED") if re.match(r"  \S+ [A-Z]", line)]
    assert heads == [
        "  ▲ INCOMPATIBLE", "  ◷ OF DIFFERENT TIMES", "  ◫ OF DIFFERENT SCOPES", "  = THE SAME",
    ]  # fmt: skip
    found = page(of)
    assert [a["class"] for a in found.all("h4", "kind")] == [
        "kind incompatible", "kind other-time", "kind other-scope", "kind same",
    ]  # fmt: skip
    for kind in kinds:
        assert found.all("tr", kind)


def test_every_kind_of_a_closed_list_has_a_name() -> None:
    """No relation, omission or ground of an origin is shown as a bare value."""
    (relations,), (scopes,), (grounds,) = (
        kind.__metadata__  # type: ignore[attr-defined]
        for kind in (RelationKind, OmissionScope, OriginBasis)
    )
    assert {labels.relations(kind)[0] for kind in relations.values} == set("▲>⊃◷◫=")
    assert set(labels.SCOPE_ORDER) == set(scopes.values)
    assert all(labels.origin(basis) != basis for basis in grounds.values)
    assert labels.relations("later-kind") == ("?", "later kind")
    assert labels.scope("later-scope") == "later scope"


def test_a_relation_is_named_by_words_of_all_its_readings() -> None:
    """Its name, dates, holders, origins and reasons stand beside the words of each witness."""
    on = desk()
    a, b, c = burned(on)
    times = tuple(on.time(s, "Friday night", "2031-05-02", "stated") for s in "AB")
    a, b = replace(a, times=(times[0].id,)), replace(b, times=(times[1].id,))
    related = on.relation("same", 2, a, b, c, why="shared words: mill")
    origins = (
        on.origin("AC", "same-speech", related.id),
        on.origin("B", "independent", related.id),
    )
    of = record(on, statements=(a, b, c), relations=(related,), times=times, origins=origins)
    assert shown(of, "SHARED")[1:] == [
        "    S1 mill, burned, down, Friday, night · A, B and C say the same · A B Fri 2031-05-02",
        "    2 origins (A C one speech · B tied to no other)",
        "      A C  The mill burned down on Friday night  (the mayor)",
        "      B  The mill burned down on Friday night",
        "         shared words: mill",
    ]
    told = row(page(of), related.id)
    assert "S1 mill, burned, down, Friday, night" in told
    assert "2 origins (A C one speech · B tied to no other)" in told
    assert "Friday night (the mayor)B The" in told


def test_no_count_is_called_corroboration() -> None:
    """Whatever rests on several witnesses, the word never stands in what is printed."""
    on = desk()
    sides = burned(on)
    of = record(on, statements=sides, relations=(on.relation("same", 3, *sides, why="why"),))
    for printed in (text.render(of, Surface()), render(of)):
        assert "corrobor" not in printed.casefold()


def test_copies_of_a_run_are_told_together_and_lead_from_the_origins() -> None:
    """One passage of a witness that stands in two others is one row; the origins link to it."""
    on = desk()
    words = "The mill burned down on Friday night"
    sides = burned(on)
    related = on.relation("same", 1, *sides, why="why")
    copies = (on.copy("A", "C", words), on.copy("B", "C", words))
    origin = on.origin("ABC", "copied", related.id)
    of = record(on, statements=sides, relations=(related,), copies=copies, origins=(origin,))
    assert shown(of, "COPIED") == [
        "  C  7 words, same run of words as in A and B, not credited",
        f"     {words}",
    ]
    found = page(of)
    (link,) = found.all("a", "origin")
    assert link["href"] == f"#r-{copies[0].id}"
    assert {span.split(".")[0] for span in link["data-spans"].split()} == {"A", "B", "C"}
    (line,) = found.all("a", "from")
    assert line["data-spans"].split() == ["A.0-36", "B.0-36", "C.0-36"]
    assert "1 origin (a copied passage)" in row(found, related.id)


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ((("copied", "AB"),), "1 origin (a copied passage)"),
        ((("credit-line", "AB"), ("independent", "C")),
         "2 origins (A B a credited copy · C tied to no other)"),
        ((), "3 origins"),
    ],
)  # fmt: skip
def test_origins_are_counted_with_their_ground(
    said: tuple[tuple[str, str], ...], told: str
) -> None:
    """An utterance says how many prints it has, that it is one, and on what its origins rest."""
    on = desk()
    print_ = on.quotation("A", "The mill burned down", None)
    spoken = utterance(on, "Ada Rowe", (print_,), origins=len(said) or 3)
    lost = on.variant("shortened", "minor", ("A", "The mill"), ("B", ""))
    spoken = replace(spoken, variants=(lost,))
    origins = tuple(on.origin(sigla, basis, spoken.id) for basis, sigla in said)
    of = record(on, quotations=(print_,), utterances=(spoken,), origins=origins)
    line = f"Ada Rowe · 1 print · 1 utterance · {told}"
    assert line in text.render(of, Surface(width=100))
    assert f"1 print · 1 utterance · {told}" in page(of).inside("class", "facts")


def left_out() -> tuple[Desk, Record]:
    """Return a story in which a print is cut, a relation passed over and a topic not taken up."""
    on = desk()
    prints = [
        on.quotation("A", "The mill burned down on Friday night", None),
        on.quotation("B", "The mill burned down", None),
    ]
    columns = (("The mill burned down", "The mill burned down"), ("on Friday night", ""))
    told = utterance(on, "Ada Rowe", prints, segments=on.segments(prints, columns))
    looms = (on.statement("A", "Twelve looms were lost"), on.statement("B", "Nine looms were lost"))
    omissions = (
        on.omission("B", "cut-inside-shared", "A", "on Friday night"),
        on.omission("C", "left-out-of-own-source", "A", "Twelve looms were lost"),
        on.omission("A", "other-topic", "C", "A cat was saved"),
        on.omission("B", "other-topic", "C", "A cat was saved"),
    )
    return on, record(
        on,
        quotations=tuple(prints),
        utterances=(told,),
        statements=looms,
        relations=(on.relation("incompatible", 2, *looms, why="number twelve ≠ nine"),),
        omissions=omissions,
    )


def test_what_is_left_out_is_graded() -> None:
    """A cut inside a shared answer comes first; what is only another topic is counted."""
    _, of = left_out()
    assert shown(of, "LEFT OUT") == [
        "  ▲ cut inside an answer it shares",
        "    B  in A   on Friday night",
        "  ○ left out, though its own source has it",
        "    C  in A   Twelve looms were lost",
        "  · no such topic in it",
        "    A 1 point · B 1 point",
    ]


def test_what_is_left_out_is_a_table_of_points_and_witnesses() -> None:
    """Each cell says in a sign and a word what a witness does with a point."""
    _, of = left_out()
    found = page(of)
    cut, passed = of.omissions[:2]
    assert row(found, cut.id) == "in A on Friday night● printed▲ cutnot judged"
    assert row(found, passed.id) == "in A Twelve looms were lost● printed● printed○ left out"
    words = " ".join(found.inside("class", "of").split())
    assert words == "Q1 Ada RoweABCS1 looms, were, lostABC"
    region = found.all("div", "scroll")[0]
    assert (region["role"], region["tabindex"]) == ("region", "0")
    assert region["aria-label"]
    points = [a for a in found.all("tr") if a.get("id") in {f"r-{o.id}" for o in of.omissions}]
    assert len(points) == 2


def test_a_part_of_a_cut_is_cut_too() -> None:
    """Who leaves out a whole passage lacks each part of it; who lacks a part prints the rest."""
    on, of = left_out()
    wider = on.omission("C", "cut-inside-shared", "A", "burned down on Friday night")
    found = page(replace(of, omissions=(*of.omissions[:1], wider)))
    assert row(found, of.omissions[0].id).endswith("● printed▲ cut▲ cut")
    assert row(found, wider.id).endswith("● printed◐ in part▲ cut")


def test_a_flag_shows_the_words_it_is_about() -> None:
    """Each flagged stretch is a link; the terminal says where it stands, and words not yet told."""
    on = desk()
    spans = (on.at("B", "Nine looms"), on.at("B", "The roof"))
    flag = replace(on.flag("number-clash", "B", "Nine looms", "“Nine looms” …"), spans=spans)
    of = record(on, flags=(on.signed(replace(flag, id="")),))
    assert shown(of, "FLAGS") == [
        "  B  NUMBER CLASH  “Nine looms” …",
        f"     B {spans[0][0]}–{spans[0][1]}, {spans[1][0]}–{spans[1][1]} The roof",
    ]
    links = re.findall(r'<a class="cell" href="#(B\.\d+-\d+)"', render(of))
    assert links == [f"B.{start}-{end}" for start, end in spans]
