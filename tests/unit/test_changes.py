"""What is other in one record than in an earlier one."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.records import Desk, published, utterance, witness
from tests.weir import SPOKEN, A, B, C, desk, kinds, of, record
from variorum import codec
from variorum.model.changes import Changes, Point
from variorum.model.record import Record
from variorum.review.changes import compare
from variorum.review.counterparts import components


def test_record_beside_itself_has_no_changes() -> None:
    """Nothing is other in a record than in itself."""
    made = record(A, B)
    assert compare(made, made).points == ()
    assert {f.fate for f in compare(made, made).witnesses} == {"kept"}


def test_new_witness_gives_a_print_an_origin_and_a_hedge() -> None:
    """A third witness with the hedge: a print, a second origin, the hedge read there as well."""
    found = compare(record(A, B), record(A, B, C, origins=2))
    print_, origins, hedge = of(found, "utterances")
    assert (print_.kind, print_.readings[0].witness) == ("print-new", C.id)
    assert (origins.field, origins.was, origins.now) == ("origins", "1", "2")
    assert (hedge.kind, hedge.now, hedge.readings[0].spans) == (
        "reading-new", "hedge-absent", ((1, 9),)
    )  # fmt: skip


def test_difference_that_came_with_a_witness_is_new() -> None:
    """A witness without the hedge makes a difference that was not there."""
    found = compare(record(A, C), record(A, B, C))
    assert kinds(found, "utterances") == ["print-new", "variant-new"]
    assert of(found, "utterances")[1].now == "hedge-absent"


def test_empty_and_doubled_objects_are_no_changes() -> None:
    """An utterance without prints, a story without witnesses and a relation told twice stay so."""
    made = desk(A, B)
    silent = utterance(made, "Rask", [])
    sides = (made.statement("A", "Four barges sank."), made.statement("B", "The lock is shut."))
    bare = made.relation("stronger", 1, why="")
    twice = (made.relation("same", 1, *sides, why=""),) * 2
    full = made.record(
        utterances=(silent,), stories=(made.story(""),), statements=sides, relations=(*twice, bare)
    )
    assert compare(full, full).points == ()


def test_witnesses_are_matched_whatever_their_letters() -> None:
    """A new witness before the others moves their letters, and nothing else is told of them."""
    found = compare(record(A, B), record(C, A, B))
    letters = [(f.fate, f.old and f.old.siglum, f.new and f.new.siglum) for f in found.witnesses]
    assert letters == [("new", None, "A"), ("kept", "A", "B"), ("kept", "B", "C")]
    assert kinds(found, "stories") == ["reading-new"]


def test_witness_gone_takes_its_prints_along() -> None:
    """A witness that is gone is named, with its print and the difference that rested on it."""
    found = compare(record(A, B), record(A))
    assert [f.fate for f in found.witnesses] == ["kept", "gone"]
    assert kinds(found, "utterances") == ["print-gone", "variant-gone"]
    assert kinds(found, "stories") == ["reading-gone"]


def test_changed_witness_is_known_by_its_name() -> None:
    """Other bytes from a source of one name are one witness that changed, with its new date."""
    text = "“We hold the weir,” Rask told us. The lock is open."
    later = replace(witness("B", [("paragraph", text)]), published=published("2031-05-02"))
    found = compare(record(A, B), record(A, later))
    assert [f.fate for f in found.witnesses] == ["kept", "changed"]
    assert [(c.field, c.now) for c in of(found, "witnesses")] == [
        ("published.edtf", "2031-05-02"),
        ("published.basis", "stated"),
    ]
    assert "stories" not in {p.array for p in found.points}


def test_two_sources_of_one_name_are_not_guessed_at() -> None:
    """Where two changed witnesses have one name, none is taken for the other."""
    olds = [witness(s, [("paragraph", f"Old page {s}.")], source="page.txt") for s in "AB"]
    news = [witness(s, [("paragraph", f"New page {s}.")], source="page.txt") for s in "AB"]
    found = compare(Desk(tuple(olds)).record(), Desk(tuple(news)).record())
    assert [f.fate for f in found.witnesses] == ["new", "new", "gone", "gone"]


def test_utterances_are_joined_and_parted_by_their_prints() -> None:
    """Two utterances whose prints are one since are joined; the other way round parted."""
    made = desk(A, B)
    prints = [made.quotation(s, SPOKEN[s], "Rask") for s in "AB"]
    apart = made.record(
        quotations=tuple(prints), utterances=tuple(utterance(made, "Rask", [p]) for p in prints)
    )
    one = record(A, B, stories=())
    assert kinds(compare(apart, one), "utterances") == ["joined", "variant-new"]
    assert kinds(compare(one, apart), "utterances") == ["parted", "variant-gone"]
    assert of(compare(apart, one), "utterances")[0].was == "2"


def test_print_found_in_an_old_witness_is_no_new_print() -> None:
    """A quotation of a witness that was there before is found since, not new."""
    before = record(A, B, C)
    fewer = desk(A, B, C)
    prints = [fewer.quotation(s, SPOKEN[s], "Rask") for s in "AB"]
    told = utterance(fewer, "Rask", prints, variants=before.utterances[0].variants)
    old = replace(before, quotations=tuple(prints), utterances=(told,))
    assert kinds(compare(old, before), "utterances") == ["print-found"]


def test_speaker_and_question_known_since_are_told() -> None:
    """A name and a question that the old record did not have are told with their values."""
    made = desk(A, B)
    quotations = [made.quotation("A", SPOKEN["A"], None), made.quotation("B", "The lock", None)]
    bare = utterance(made, None, quotations[:1])
    known = replace(bare, speaker="Rask", question=quotations[1].id)
    old, new = (made.record(quotations=tuple(quotations), utterances=(u,)) for u in (bare, known))
    speaker, question = of(compare(old, new), "utterances")
    assert (speaker.field, speaker.was, speaker.now) == ("speaker", None, "Rask")
    assert (question.field, question.readings[0].witness) == ("question", B.id)


def related(kind: str, *sides: tuple[str, str], origins: int = 1) -> Record:
    """Return a record of A, B and C in which (siglum, words) statements are related so."""
    made = desk(A, B, C)
    said = {"A": "Four barges sank.", "B": "The lock is shut.", "C": "Four barges went down."}
    statements = {s: made.statement(s, words) for s, words in said.items()}
    chosen = [statements[s] for s, _ in sides]
    relations = (made.relation(kind, origins, *chosen, why="so"),) if chosen else ()
    single = tuple(s.id for s in statements.values() if s not in chosen)
    return made.record(statements=tuple(statements.values()), relations=relations, single=single)


def test_statement_is_single_no_longer_and_differs() -> None:
    """A statement that another one contradicts since is single no longer, and differs."""
    old, new = related("same"), related("incompatible", ("A", ""), ("C", ""))
    found = compare(old, new)
    assert kinds(found, "relations") == ["now-differs"]
    assert kinds(found, "single") == ["no-longer-single", "no-longer-single"]
    assert of(found, "single")[0].readings[0].witness == C.id
    back = compare(new, old)
    assert (kinds(back, "relations"), kinds(back, "single")) == (["gone"], ["now-single"] * 2)


def test_relation_is_matched_by_its_statements() -> None:
    """Two statements that agreed and are incompatible since are one relation that changed."""
    old = related("same", ("A", ""), ("C", ""))
    new = related("incompatible", ("A", ""), ("C", ""), origins=2)
    found = [(c.kind, c.field, c.now) for c in of(compare(old, new), "relations")]
    assert found == [("changed", "relation", "incompatible"), ("changed", "origins", "2")]


def test_third_statement_joins_a_relation() -> None:
    """A relation that a third statement has joined is the same relation with a new reading."""
    old = related("same", ("A", ""), ("C", ""))
    new = related("same", ("A", ""), ("B", ""), ("C", ""))
    assert [(c.kind, c.readings[0].witness) for c in of(compare(old, new), "relations")] == [
        ("reading-new", B.id)
    ]


def test_relation_turned_round_is_told() -> None:
    """The other statement is the stronger one since."""
    old = related("stronger", ("A", ""), ("C", ""))
    new = related("stronger", ("C", ""), ("A", ""))
    assert [c.field for c in of(compare(old, new), "relations")] == ["first"]


def test_stories_part_and_join() -> None:
    """A witness that is a story of its own since has left; stories that are one have joined."""
    made = desk(A, B)
    one = made.record(stories=(made.story("AB"),))
    two = made.record(stories=(made.story("A"), made.story("B")))
    assert kinds(compare(one, two), "stories") == ["parted"]
    assert kinds(compare(two, one), "stories") == ["joined"]
    added = desk(A, B, C)
    apart = added.record(stories=(added.story("AB"), added.story("C")))
    assert kinds(compare(one, apart), "stories") == ["new"]


def test_points_stand_in_the_order_of_the_record() -> None:
    """Points follow the arrays of the record, and what is gone follows what is there."""
    found = compare(record(A, B), record(B, C))
    assert [p.array for p in found.points] == ["stories", "utterances"]
    made = desk(A, B)
    flags = [made.flag("number-clash", s, "the", "“the”") for s in "BA"]
    old, new = made.record(flags=(flags[1],)), made.record(flags=(flags[0],))
    assert [bool(p.new) for p in compare(old, new).points] == [True, False]


def test_changes_are_written_as_their_schema_says() -> None:
    """The JSON of changes is valid by its schema, and its lists are closed."""
    import json

    import jsonschema

    tree = json.loads(codec.encode_changes(compare(record(A, B), record(A, C))))
    schema = codec.schema(Changes)
    jsonschema.validate(tree, schema)
    tree["points"][0]["changes"][0]["kind"] = "improved"
    with pytest.raises(jsonschema.ValidationError, match="improved"):
        jsonschema.validate(tree, schema)


def test_components_hang_together_by_members() -> None:
    """Sets that share a member directly or through others are one component."""
    assert components(["ab", "c"], ["b", "cd", "e"]) == [
        ((0,), (0,)),
        ((1,), (1,)),
        ((), (2,)),
    ]
    assert components(["a", "b"], ["ab"]) == [((0, 1), (0,))]


def test_point_has_changes() -> None:
    """No point is told of at which nothing changed."""
    found = compare(record(A, B), record(A, B, C))
    assert found.points
    assert all(isinstance(p, Point) and p.changes and (p.old or p.new) for p in found.points)
