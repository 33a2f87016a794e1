"""What records say of one name or one row, for pages that gather it."""

from __future__ import annotations

from tests import dam
from variorum import exports
from variorum.review.share import share


def test_sayings_are_of_one_name() -> None:
    """An utterance is told with what differs in it and its prints, in the witnesses' order."""
    record = dam.record()
    told = exports.sayings(record, "ilse marrow")
    assert {saying.speaker for saying in told} == {"Ilse Marrow"}
    saying = next(s for s in told if s.id == record.utterances[0].id)
    assert "hedge absent" in saying.differences
    sigla = [print_.siglum for print_ in saying.prints]
    assert sigla == sorted(sigla)
    assert any("We cannot rule that out" in print_.words for print_ in saying.prints)
    assert exports.sayings(record, "Marrow") == ()


def test_words_that_are_not_kept_are_not_told() -> None:
    """Of a record without words sayings have the places of the words."""
    (first, *_) = exports.sayings(share(dam.record(), "none"), "Ilse Marrow")
    assert all(print_.words.startswith("[") for print_ in first.prints)


def test_what_can_be_ruled_on_is_told_with_its_parts() -> None:
    """Utterances have their prints and the other utterances, relations their statements."""
    record = dam.record()
    told = record.utterances[0]
    found = exports.matter(record, told.id)
    assert found
    assert found.subject == "utterance"
    assert {part.id for part in found.parts} == set(told.prints)
    assert {other.id for other in found.others} == {u.id for u in record.utterances[1:]}
    relation = record.relations[0]
    found = exports.matter(record, relation.id)
    assert found
    assert (found.subject, found.now) == ("relation", relation.relation)
    assert [part.id for part in found.parts] == [r.statement for r in relation.readings]
    assert exports.matter(record, "nothing") is None


def test_links_to_rule_stand_only_where_somebody_rules() -> None:
    """A page without a desk has none, and is the page that the export writes."""
    record = dam.record()
    assert "Rule" not in exports.parts(record).apparatus
    assert exports.parts(record).apparatus in exports.render(record, "html")
    ruled = exports.parts(record, desk='/a"b').apparatus
    assert 'href="/a&quot;b?on=' in ruled
