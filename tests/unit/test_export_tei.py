"""The TEI document: valid, every pointer leads to its words, nothing a source prints can act."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests import dam
from tests.hostile import hostile
from tests.records import Desk, excerpts_only, published, utterance
from tests.records import witness as recorded
from tests.tei import (
    ID,
    TEI,
    Element,
    broken_rules,
    ids,
    readings_of,
    schema,
    texts,
    words_at,
    written,
)
from variorum import exports, pipeline
from variorum.model.record import Record
from variorum.review.share import share

EXAMPLES = Path(__file__).parents[2] / "examples"
NASTY = "<b>x</b> \x1b[2J \u202e ' \" & {{1}} \u2028 ]]> &amp; <!ENTITY e SYSTEM 'file:///'>"


def twice() -> Record:
    """Return a record in which one witness prints an utterance twice: in its headline and below."""
    on = Desk(
        (
            recorded("A", (("headline", "Ferry will sail"), ("paragraph", "Ferry may sail"))),
            recorded("B", (("paragraph", "Ferry may sail"),)),
        )
    )
    prints = (
        on.quotation("A", "Ferry will sail", None, form="indirect"),
        on.quotation("A", "Ferry may sail", None),
        on.quotation("B", "Ferry may sail", None),
    )
    columns = (("Ferry",) * 3, ("will", "may", "may"), ("sail",) * 3)
    told = utterance(on, None, prints, segments=on.segments(prints, columns))
    return on.record(stories=(on.story("AB"),), quotations=prints, utterances=(told,))


RECORDS = {
    "three witnesses": dam.record(),
    "spans only": share(dam.record(), "spans"),
    "no words": share(dam.record(), "none"),
    "a few words": excerpts_only(dam.record(), {"A": ((181, 190),)}),
    "hostile": hostile(NASTY),
    "not XML": hostile("\x00 \ud800 \uffff \r\n\t\x7f \x85"),
    "right to left": hostile("قال الوزير \u200f«لن نعود»\u200e"),
    "two prints": twice(),
    "empty": Desk(()).record(),
}
each_record = pytest.mark.parametrize("record", RECORDS.values(), ids=list(RECORDS))


def path(document: Element, *names: str) -> list[Element]:
    """Return the elements at a path of TEI names, from anywhere in the document."""
    return list(document.iterfind(".//" + "/".join(TEI + name for name in names)))


@each_record
def test_document_is_valid(record: Record) -> None:
    """Every document is valid by the schema of TEI P5."""
    document = written(record)
    schema().assertValid(document)


def test_the_schema_refuses_what_is_not_tei() -> None:
    """The schema is no mere formality: an apparatus with an unknown attribute is refused."""
    document = written(dam.record())
    path(document, "rdg")[0].set("witness", "A")
    assert not schema().validate(document)


@each_record
def test_rules_of_the_apparatus_hold(record: Record) -> None:
    """Ids are names and unique, pointers lead somewhere, a witness has one reading a segment."""
    assert broken_rules(written(record)) == []


@each_record
def test_every_reading_points_at_its_words(record: Record) -> None:
    """The pieces a reading or a quotation points at are its words, in each of its witnesses."""
    document = written(record)
    for element in (*path(document, "rdg"), *path(document, "quote"), *path(document, "seg")):
        shown = "".join("".join(element.itertext()).split())
        for words in words_at(document, element.get("source") or "").values():
            assert set("".join(words.split()).split(shown)) == {""}


def test_a_text_stands_in_the_document_character_for_character() -> None:
    """The string value of a witness's text is the text of the record, white space and all."""
    for record in (dam.record(), hostile("東京は\u3000「戻らない」\r\n قال \u202b«لن»\u202c")):
        found = texts(written(record))
        assert found == {w.siglum: w.text for w in record.witnesses}


def test_pieces_are_named_by_their_place() -> None:
    """A piece's name says where in the record's text it stands."""
    record = dam.record()
    known = {w.siglum: w.text or "" for w in record.witnesses}
    pieces = [(n, e) for n, e in ids(written(record)).items() if e.tag == f"{TEI}seg"]
    assert pieces
    for name, piece in pieces:
        siglum, place = name.split(".")
        start, end = map(int, place.split("-"))
        assert piece.text == known[siglum][start:end]


def test_witnesses_are_listed_with_their_date_and_its_ground() -> None:
    """A witness has its letter, outlet, title, date, the ground for it, and its hash."""
    record = dam.record()
    (first, *_) = path(written(record), "witness")
    assert first.get(ID) == "A"
    (date,) = first.iter(f"{TEI}date")
    assert (date.get("when"), date.get("subtype"), date.text) == (
        "2031-05-02",
        "stated",
        "2031-05-02",
    )
    words = " ".join("".join(first.itertext()).split())
    assert "Valley Wire Cracks found in two sections of Orsa dam" in words
    assert record.witnesses[0].sha256 in words


@pytest.mark.parametrize(
    ("edtf", "when"),
    [
        ("2031", "2031"),
        ("2031-05", "2031-05"),
        ("2031-05-03T06:40:00+02:00", "2031-05-03T06:40:00+02:00"),
        ("2031-05-03?", None),
        ("2031-21", None),
        ("2031-02-30", None),
        ("2031-05-03T25:00:00Z", None),
        ("0000", None),
        ("in May\u0007", None),
    ],
)
def test_a_date_is_given_as_edtf_and_where_possible_as_xml_schema(
    edtf: str, when: str | None
) -> None:
    """Uncertain dates stay in EDTF; only what XML Schema can say too has a ``when``."""
    on = Desk((recorded("A", (("paragraph", "A"),), published=published(edtf)),))
    document = written(on.record())
    (date,) = path(document, "date")
    assert date.get("when") == when
    assert date.get("when-custom")
    schema().assertValid(document)


def test_segments_carry_weight_and_kinds() -> None:
    """A segment's type is its weight, its subtype a kind; the silent reading has the cause."""
    document = written(dam.record())
    (hedge,) = (a for a in path(document, "app") if a.get("subtype") == "hedge-absent")
    assert hedge.get("type") == "major"
    silent, spoken = hedge
    assert (silent.get("wit"), silent.get("cause"), silent.text) == ("#A #C", "hedge-absent", None)
    assert spoken.text == "At the moment there is no order to leave."
    (note,) = (n for n in path(document, "note") if n.get("subtype") == "hedge-absent")
    assert note.get("target") == f"#{hedge.get(ID)}"
    kinds = [c.get(ID) for c in path(document, "category")]
    assert hedge.get("ana") == "#kind.hedge-absent"
    assert "kind.hedge-absent" in kinds


def test_the_question_the_speaker_and_the_day_are_told() -> None:
    """An utterance has its speaker, its occasion and the question it answers."""
    document = written(dam.record())
    (first, *_) = (d for d in path(document, "div") if d.get("type") == "utterance")
    (head,) = first.findall(f"{TEI}head")
    assert "".join(head.itertext()) == "Ilse Marrow · 2031-05-02 · 3 prints · 1 origin"
    (asked,) = (a for a in first.findall(f"{TEI}ab") if a.get("type") == "question")
    assert "whether the valley would be evacuated" in "".join(asked.itertext())
    (said,) = first.iter(f"{TEI}said")
    assert "".join(ids(document)[(said.get("who") or "")[1:]].itertext()).strip() == "Ilse Marrow"


def test_two_prints_of_one_witness_have_names_of_their_own() -> None:
    """The second print of a witness is a declared witness beside it; neither swallows the other."""
    document = written(twice())
    (said,) = path(document, "said")
    found = {wit: readings_of(said, wit) for wit in ("A", "A.2", "B")}
    assert found == {"A": "Ferry will sail", "A.2": "Ferry may sail", "B": "Ferry may sail"}
    assert ids(document)["A.2"].get("corresp") == "#A"


def test_scripts_without_spaces_get_none() -> None:
    """Nothing stands between two segments where no witness has a space."""
    on = Desk(
        (
            recorded("A", (("paragraph", "我们不回来"),)),
            recorded("B", (("paragraph", "我们必回来"),)),
        )
    )
    prints = (on.quotation("A", "我们不回来", None), on.quotation("B", "我们必回来", None))
    columns = (("我们",) * 2, ("不", "必"), ("回来",) * 2)
    told = utterance(on, None, prints, segments=on.segments(prints, columns))
    document = written(on.record(stories=(on.story("AB"),), quotations=prints, utterances=(told,)))
    (said,) = path(document, "said")
    assert readings_of(said, "B") == "我们必回来"


def test_forbidden_characters_are_replaced_one_for_one() -> None:
    """What XML cannot hold is a picture or U+FFFD, so that no place in a text moves."""
    record = hostile("a\x00b\ud800c\uffffd\x1be\u202ef")
    (found, _) = texts(written(record)).values()
    text = record.witnesses[0].text or ""
    assert len(found) == len(text)
    assert "a␀b�c�d␛e\u202ef" in found


def test_hostile_words_stay_words() -> None:
    """Mark-up, entities and the end of a CDATA section in a source are text, no more."""
    document = written(hostile(NASTY))
    assert document.getroottree().docinfo.doctype == ""
    assert "<!ENTITY e SYSTEM 'file:///'>" in "".join(document.itertext())
    assert not document.findall(".//{*}b")


def test_a_record_without_words_tells_where_they_stand() -> None:
    """Without words a reading is a gap with its place and length, and no text follows."""
    document = written(share(dam.record(), "none"))
    gaps = path(document, "rdg", "gap")
    assert gaps
    assert all(g.get("reason") == "withheld" and g.get("n") for g in gaps)
    assert not path(document, "back")
    assert "order to leave" not in exports.render(share(dam.record(), "none"), "tei")


def test_unlike_readings_at_one_place_are_not_merged() -> None:
    """Two witnesses whose words stand at equal places are apart where no words are kept."""
    on = Desk((recorded("A", (("paragraph", "Yes"),)), recorded("B", (("paragraph", "Not"),))))
    prints = (on.quotation("A", "Yes", None), on.quotation("B", "Not", None))
    told = utterance(on, None, prints, segments=on.segments(prints, (("Yes", "Not"),)))
    record = share(
        on.record(stories=(on.story("AB"),), quotations=prints, utterances=(told,)), "none"
    )
    assert [r.get("wit") for r in path(written(record), "rdg")] == ["#A", "#B"]


def test_an_unusual_letter_or_version_is_no_error() -> None:
    """A record made by hand, with a siglum that is no name, is still a valid document."""
    on = Desk((recorded("1 <", (("paragraph", "A"),)),))
    record = on.record()
    record = replace(record, made_by=replace(record.made_by, variorum="next"))
    document = written(record)
    assert broken_rules(document) == []
    schema().assertValid(document)


def test_what_is_read_from_the_examples_is_valid() -> None:
    """The records of all examples together are a valid document that obeys the rules."""
    record = pipeline.read(sorted(map(str, EXAMPLES.rglob("*.txt"))))
    document = written(record)
    assert broken_rules(document) == []
    assert texts(document) == {w.siglum: w.text for w in record.witnesses}
    schema().assertValid(document)
