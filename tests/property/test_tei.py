"""What holds of every TEI document, whatever the words: no word of a print is lost or made."""

from __future__ import annotations

from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.hostile import hostile
from tests.prints import Said, witness
from tests.tei import TEI, Element, broken_rules, ids, readings_of, texts, words_at, written
from variorum import exports
from variorum.align import Align
from variorum.compose import Compose
from variorum.exports._tei_elements import printable
from variorum.model.identity import sign
from variorum.model.record import Record
from variorum.model.story import Story
from variorum.model.words import words_in
from variorum.review.share import AMOUNTS, share

# Few words, so that they meet; scripts with and without spaces, from left and from right.
WORDS = (
    "the", "of", "not", "dredger", "twelve", "12", "re-opened", "reopened", "perhaps", "quay",
    "“sank”", "$4", "(sinks)", "ميناء", "لن", "נמל", "港は", "沈", "e\u0301", "\u200f",
)  # fmt: skip
POINTS = (" ", ", ", ". ", " … ", "; ", " – ", "? ", "\u3000", "\n")
SPEECH = st.lists(st.tuples(st.sampled_from(WORDS), st.sampled_from(POINTS)), max_size=20).map(
    lambda parts: "Said" + "".join(point + word for word, point in parts)
)
SPEECHES = st.lists(SPEECH, min_size=1, max_size=4)


def record_of(speeches: list[str]) -> Record:
    """Return the record of one witness a speech; a headline repeats the first one's words."""
    told = [
        witness(Said(words=words), source=f"{at}.txt", headline=f"Harbour {at}")
        for at, words in enumerate(speeches)
    ]
    told[0] = witness(*[Said(words=words) for words in speeches[:2]], source="0.txt")
    story = sign(Story(id="", witnesses=tuple(sorted(a.article.id for a in told))), {})
    return Compose(variorum="0", reader=1)(told, [Align()(story, told)])


def apparatus(document: Element) -> list[Element]:
    """Return the utterances' words."""
    return list(document.iter(f"{TEI}said"))


@given(SPEECHES)
@settings(max_examples=40, deadline=None)
def test_joined_readings_are_the_words_of_the_print(speeches: list[str]) -> None:
    """The readings of a witness over all segments, joined, are its prints' words, once each."""
    record = record_of(speeches)
    document = written(record)
    known = {w.id: w for w in record.witnesses}
    found, kept = [], []
    for said in apparatus(document):
        wits = {w for rdg in said.iter(f"{TEI}rdg") for w in (rdg.get("wit") or "").split()}
        for wit in wits:
            found += [w.form for w in words_in(readings_of(said, wit.removeprefix("#")))]
    for quotation in (q for u in record.utterances for q in record.quotations if q.id in u.prints):
        for span in quotation.spans:
            kept += [w.form for w in words_in(known[quotation.witness].text or "", span)]
    assert sorted(found) == sorted(kept)


@given(SPEECHES)
@settings(max_examples=40, deadline=None)
def test_pointers_lead_to_the_characters_of_a_reading(speeches: list[str]) -> None:
    """What a reading points at is what it holds; all rules of the apparatus are kept."""
    document = written(record_of(speeches))
    assert broken_rules(document) == []
    for rdg in document.iter(f"{TEI}rdg"):
        shown = "".join("".join(rdg.itertext()).split())
        pointed = words_at(document, rdg.get("source") or "")
        assert bool(pointed) == bool(shown)
        for words in pointed.values():
            assert set("".join(words.split()).split(shown)) == {""}


@given(SPEECHES, st.sampled_from(AMOUNTS))
@settings(max_examples=40, deadline=None)
def test_same_record_same_bytes(speeches: list[str], amount: str) -> None:
    """A record has one document, which obeys the rules however many words it carries."""
    record = share(record_of(speeches), amount)
    assert broken_rules(written(record)) == []
    assert exports.render(record, "tei") == exports.render(record, "tei")


@example(" ")
@given(st.text(min_size=1, max_size=40, alphabet=st.characters(codec=None)))
@settings(max_examples=80, deadline=None)
def test_any_words_can_be_written_and_read_again(words: str) -> None:
    """Any characters at all, surrogates too, come back in their places, the forbidden replaced."""
    record = hostile(words)
    document = written(record)
    assert broken_rules(document) == []
    assert list(texts(document).values()) == [printable(w.text or "") for w in record.witnesses]
    assert len(ids(document)) > 1
