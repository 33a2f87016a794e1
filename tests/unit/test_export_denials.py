"""What is printed as denied is never shown as if it had been asserted."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import replace

import pytest

from tests.records import Desk, utterance, witness
from variorum.exports import Surface, html, markdown, text, timelinejs
from variorum.exports import csv as table
from variorum.exports._apparatus import Edition
from variorum.model.record import Record
from variorum.model.story import Dating, Event, StatementReading

PRINTED = "Ada Marr denied on 4 May that the dam had leaked."


@pytest.fixture(name="record")
def _record() -> Record:
    """A print that its cue denies, and the denied statement inside it, both in the timeline."""
    on = Desk((witness("A", (("headline", "Dam talk"), ("paragraph", PRINTED))),))
    cue = on.spans("A", "denied")
    print_ = on.quotation("A", "that the dam had leaked", "Ada Marr", form="indirect", cue=cue)
    denied = replace(on.statement("A", "the dam had leaked", "Ada Marr"), polarity="denied")
    told, time = utterance(on, "Ada Marr", [print_]), on.time("A", "4 May", "2031-05-04")
    dates = tuple(
        Dating(of=id_, witness=time.witness, edtf=time.edtf, time=time.id)
        for id_ in (denied.id, print_.id)
    )
    event = Event(
        id="e", edtf="2031-05-04", statements=(denied.id,), utterances=(told.id,), dates=dates
    )
    return on.record(
        stories=(on.story("A"),),
        quotations=(print_,),
        statements=(denied,),
        times=(time,),
        utterances=(told,),
        events=(event,),
    )


@pytest.mark.parametrize("format_", [text, markdown, timelinejs])
def test_the_word_that_denies_stands_with_the_words_denied(record: Record, format_: object) -> None:
    """Wherever a speaker's name leads the words, the cue stands between them."""
    shown = format_.render(record, Surface(width=120))  # type: ignore[attr-defined]
    assert "Ada Marr: that" not in shown
    assert "Ada Marr: the dam" not in shown
    assert "denied" in shown.replace(PRINTED, "")


def test_the_row_of_a_print_is_denied_as_its_statement_is(record: Record) -> None:
    """A spreadsheet has one polarity for what was denied, and the cue with the print."""
    rows = list(csv.DictReader(io.StringIO(table.render(record, Surface(width=100)))))
    assert [row["polarity"] for row in rows] == ["denied", "denied"]
    assert rows[1]["words"].startswith("denied")


def _told(*lines: tuple[str, str, str, bool | None]) -> list[str]:
    """Return what is shown of prints: a line, its cue, its words, and whether they are denied."""
    on = Desk(tuple(witness(s, (("paragraph", x[0]),)) for s, x in zip("ABC", lines, strict=False)))
    prints, stated = [], []
    for s, (_, cue, words, denied) in zip("ABC", lines, strict=False):
        prints.append(on.quotation(s, words, "Ada Marr", form="indirect", cue=on.spans(s, cue)))
        if denied is not None:
            polarity = "denied" if denied else "affirmed"
            stated.append(replace(on.statement(s, words, "Ada Marr"), polarity=polarity))
    edition = Edition(on.record(quotations=tuple(prints), statements=tuple(stated)))
    return [edition.words(one.witness, edition.said(one)) for one in prints]


def test_a_cue_that_denies_nothing_stands_with_no_denial() -> None:
    """Denied in its own words a print needs no cue that leads to what is so, or only follows."""
    sold, held, safe = "the dam would not be sold", "the weir had held", "The lock was not safe"
    said = (f"Ada Marr said {sold}.", "said", sold, True)
    other = (f"Ada Marr said {held}.", "said", held, False)
    more = (f"Ada Marr said {held}.", "said", held, False)
    assert _told(said, other, more) == [sold, held, held]
    assert _told((f"Ada Marr denied {held}.", "denied", held, True), other) == [
        f"denied {held}",
        held,
    ]
    assert _told((f"{safe}, Ada Marr said.", "said", safe, True)) == [safe]


def test_the_object_of_a_cue_is_shown_with_it() -> None:
    """What is no clause tells nothing without its verb; a clause needs none."""
    bare = ("Ada Marr doubted the method.", "doubted", "the method", None)
    clause = ("Ada Marr said the weir had held.", "said", "the weir had held", False)
    assert _told(bare, clause) == ["doubted the method", "the weir had held"]


def test_no_link_of_the_page_leads_nowhere(record: Record) -> None:
    """The words with their cue have a place in the text that links to them find."""
    shown = html.render(record, Surface(width=100))
    links = set(re.findall(r'href="#(A\.[0-9-]+)"', shown))
    assert any(link.startswith(f"A.{record.quotations[0].cue[0][0]}-") for link in links)
    assert links <= set(re.findall(r'id="(A\.[0-9-]+)"', shown))


def test_statements_that_are_shared_keep_what_denies_them(record: Record) -> None:
    """A reading of a relation is shown with the cue, one that nobody denies as it is."""
    edition, (denied,) = Edition(record), record.statements
    reading = StatementReading(witness=denied.witness, spans=denied.spans, statement=denied.id)
    assert edition.words(denied.witness, edition.shown(reading)).startswith("denied")
    other = replace(reading, statement="none")
    assert edition.shown(other) == denied.spans


@pytest.fixture(name="contraries")
def _contraries() -> Record:
    """One utterance that one witness has denied and another confirmed, in the same words."""
    leaked = "the dam had leaked"
    verbs = {"A": "denied", "B": "admitted", "C": "denied"}
    on = Desk(
        tuple(
            witness(s, (("headline", f"Dam {s}"), ("paragraph", f"Ada Marr {verb} that {leaked}.")))
            for s, verb in verbs.items()
        )
    )
    prints = [
        on.quotation(s, f"that {leaked}", "Ada Marr", form="indirect", cue=on.spans(s, verb))
        for s, verb in verbs.items()
    ]
    stated = [
        replace(on.statement(s, leaked, "Ada Marr"), polarity=polarity)
        for s, polarity in zip("ABC", ("denied", "affirmed", "denied"), strict=True)
    ]
    turned = on.variant("polarity-reversed", "major", *verbs.items())
    columns = [(f"that {leaked}",) * 3]
    told = utterance(
        on, "Ada Marr", prints, variants=(turned,), segments=on.segments(prints, columns)
    )
    return on.record(
        stories=(on.story("ABC"),), quotations=tuple(prints), statements=tuple(stated),
        utterances=(told,), relations=(on.relation("incompatible", 1, *stated, why="denied"),),
    )  # fmt: skip


def test_no_row_has_a_word_that_its_witness_has_not(contraries: Record) -> None:
    """Readings of like words share a row only where they are denied, or confirmed, alike."""
    shown = text.render(contraries, Surface(width=120))
    rows = re.findall(r"^ +([ABC](?: [ABC])*) +(?:│ )?(.*the dam had leaked.*)$", shown, re.M)
    found = {(sigla, re.findall("denied|admitted|‖", words)[0]) for sigla, words in rows}
    assert found == {("A C", "denied"), ("B", "admitted")}


@pytest.mark.parametrize("format_", [text, markdown, html])
def test_who_confirms_what_another_denies_is_shown_with_the_verb(
    contraries: Record, format_: object
) -> None:
    """Beside a denial the words alone would be nobody's: the verb of the other side stands too."""
    shown = format_.render(contraries, Surface(width=120))  # type: ignore[attr-defined]
    rows = [re.sub("<[^>]+>", "", line) for line in shown.splitlines() if "had leaked" in line]
    told = [row for row in rows if "denied" in row or "admitted" in row]
    assert any("admitted that the dam" in row for row in told)
    assert not any(re.search(r"\bB\b[^A-C]*denied", row) for row in told)


def test_a_heading_of_two_witnesses_is_read_in_the_first() -> None:
    """Prints that share a row below the columns stand at other places in each text."""
    title = "Ada Marr: the dam is safe"
    texts: dict[str, tuple[tuple[str, str], ...]] = {
        s: (("paragraph", f"“The dam is quite safe, {s}.”"),) for s in "AB"
    }
    texts |= {"C": (("headline", title),), "D": (("kicker", "Weir and dam"), ("headline", title))}
    on = Desk(tuple(witness(s, blocks) for s, blocks in texts.items()))
    said = {s: f"The dam is quite safe, {s}." for s in "AB"}
    said |= dict.fromkeys("CD", "the dam is safe")
    prints = [
        on.quotation(s, words, "Ada Marr" if s in "CD" else None) for s, words in said.items()
    ]
    told = utterance(on, "Ada Marr", prints, segments=on.segments(prints, [tuple(said.values())]))
    record = on.record(stories=(on.story("ABCD"),), quotations=tuple(prints), utterances=(told,))
    shown = text.render(record, Surface(width=120))
    assert re.search(r"C D +the dam is safe$", shown, re.M)


def test_markdown_prints_all_breaths_of_an_answer() -> None:
    """Two prints of one witness in different columns are one row, with the words of both."""
    first, second = "The weir held.", "Nobody was hurt."
    on = Desk((
        witness("A", (("paragraph", f"“{first}” Rain fell. “{second}”"),)),
        witness("B", (("paragraph", f"“{first} {second}” B"),)),
    ))  # fmt: skip
    prints = [on.quotation("A", first, None), on.quotation("A", second, None)]
    prints.append(on.quotation("B", f"{first} {second}", None))
    columns = [(first, "", first), ("", second, second)]
    told = utterance(on, "Ada Marr", prints, segments=on.segments(prints, columns))
    record = on.record(stories=(on.story("AB"),), quotations=tuple(prints), utterances=(told,))
    shown = markdown.render(record, Surface(width=120))
    assert f"- **A B** {first} ‖ {second}" in shown
