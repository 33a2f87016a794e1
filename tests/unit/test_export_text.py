"""The terminal's page: its order, its widths, what it marks and what it never lets through."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace

import pytest

from tests import dam
from tests.hostile import hostile
from tests.records import Desk, excerpts_only, utterance, witness
from variorum.exports import Surface, html, text
from variorum.exports import _labels as labels
from variorum.exports._clean import visible
from variorum.exports._layout import cells, clipped, wrapped
from variorum.model.record import Record

_STYLES = re.compile(r"\x1b\[[0-9;]*m")
LONG = "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz" * 4
CJK = "堤防に亀裂が見つかり住民は避難の指示を待っている" * 8


def page(record: Record, *, width: int = 80, colour: bool = False) -> str:
    """Return the terminal's page of a record."""
    return text.render(record, Surface(width=width, colour=colour))


def test_sections_stand_in_their_order() -> None:
    """Quotations come first, then what is shared, what is not, and the small print."""
    shown = page(dam.record())
    order = (
        *("THREE WITNESSES · ONE STORY", "UTTERANCE 1", "PRINTED ONCE", "SHARED", "ONLY IN B"),
        *("ONLY IN C", "LEFT OUT", "COPIED", "TIMES", "PLACES", "FLAGS", "REJECTED", "spans,"),
    )
    places = [shown.index(words) for words in order]
    assert places == sorted(places)


def test_witness_row_says_what_is_known_and_what_is_not() -> None:
    """A witness row has siglum, outlet, date and basis; what is unknown is said."""
    shown = page(dam.record(), width=120)
    assert re.search(r"^A  Valley Wire +2031-05-02  stated +Cracks found in two", shown, re.M)
    assert re.search(r"^C  \(outlet unknown\) +2031-05  dated by its fellows +No evac", shown, re.M)


def test_what_was_lost_stands_above_the_prints_and_in_them() -> None:
    """The kinds of the major variants come first; each is named where the words are missing."""
    lines = page(dam.record()).split("\n")
    glance = lines.index("  ▲ hedge absent · shortened")
    said, lost = (i for i, line in enumerate(lines) if line.startswith(("  A │ We", "  C │ — ▲")))
    assert glance < said < lost
    assert lines[lost].split("│")[1:] == [" — ▲ SHORTENED            ", " — ▲ HEDGE ABSENT"]
    assert "  ▲ SHORTENED  the head of the answer is not printed" in lines[lost:]
    assert "      A B We cannot rule that out · C —" in lines[lost:]


def test_what_turns_the_meaning_comes_before_what_is_only_gone() -> None:
    """Of several major variants a reversed polarity stands first, a shortening after it."""
    on = Desk((witness("A", (("paragraph", "no question of"),)), witness("B", (("date", "no"),))))
    prints = [on.quotation("A", "no question of", None), on.quotation("B", "no", None)]
    turned = on.variant("polarity-reversed", "major", ("A", "question"), ("B", "no"))
    lost = on.variant("shortened", "major", ("A", "of"), ("B", ""))
    told = utterance(on, None, prints, variants=(lost, turned))
    record = on.record(stories=(on.story("AB"),), quotations=tuple(prints), utterances=(told,))
    shown = page(record)
    assert shown.index("▲ POLARITY REVERSED") < shown.index("▲ SHORTENED")


def test_differing_words_are_marked_without_colour() -> None:
    """Differing words stand above one another, and marks under them, with no bar around."""
    lines = page(dam.record(), width=160).split("\n")
    at = next(i for i, line in enumerate(lines) if line.endswith("must   be drained,"))
    assert lines[at - 1].endswith("water that has to be drained.")
    assert lines[at + 1].split()[-1] == "~~~~~~"
    assert lines[at + 1].rindex("~~~~~~") == lines[at].rindex("must")


def test_every_word_of_every_print_is_shown() -> None:
    """The aligned rows of a witness, read in order, are its print."""
    record = dam.record()
    shown = page(record).split("UTTERANCE 2")[0]
    row = " ".join(re.findall(r"^  B │ (.*)$", shown, re.M))
    words = [w for w in re.split(r"[│\s]+", row) if w and w != "—"]
    quotation = next(q for q in record.quotations if q.answers)
    source = next(w.text for w in record.witnesses if w.id == quotation.witness)
    assert source is not None
    (span,) = quotation.spans
    assert words == source[slice(*span)].split()


def test_many_differences_are_summed_up_in_one_line() -> None:
    """Three major variants or more are first named in one line, each kind with its count."""
    on = Desk((witness("A", (("paragraph", "one two three four"),)),))
    said = on.quotation("A", "one two three four", None)
    kinds = (("shortened", "one"), ("hedge-absent", "two"), ("shortened", "three"))
    variants = tuple(on.variant(kind, "major", ("A", words)) for kind, words in kinds)
    told = utterance(on, None, (said,), variants=variants)
    record = on.record(stories=(on.story("A"),), quotations=(said,), utterances=(told,))
    assert "  ▲ hedge absent · shortened ×2\n" in page(record)


def test_prints_without_a_difference_are_listed_under_their_sigla() -> None:
    """Prints with the very same words need no apparatus: one line, all sigla."""
    said = "“Stay in,” she told"
    on = Desk(tuple(witness(s, (("paragraph", f"{said} {s}."),)) for s in ("A", "B")))
    prints = [on.quotation(s, "Stay in,", None) for s in ("A", "B")]
    told = utterance(on, "Ada Rowe", prints, segments=on.segments(prints, (("Stay in",) * 2,)))
    record = on.record(stories=(on.story("AB"),), quotations=tuple(prints), utterances=(told,))
    assert "PRINTED ALIKE\n  Ada Rowe\n    A B  Stay in,\n" in page(record)


def test_one_answer_told_in_several_breaths_is_one_row() -> None:
    """Two prints of one witness that stand in different columns share its row."""
    on = Desk(
        (
            witness("A", (("paragraph", "“Stay in. Wait,” she said."),)),
            witness("B", (("paragraph", "“Stay in,” she said. “Wait,” she added."),)),
        )
    )
    whole = on.quotation("A", "Stay in. Wait,", None)
    breaths = [on.quotation("B", words, None) for words in ("Stay in,", "Wait,")]
    prints = [whole, *breaths]
    columns = (("Stay in", "Stay in", ""), ("Wait", "", "Wait"))
    told = utterance(on, None, prints, segments=on.segments(prints, columns))
    record = on.record(stories=(on.story("AB"),), quotations=tuple(prints), utterances=(told,))
    assert "  A │ Stay in. │ Wait,\n  B │ Stay in, │ Wait,\n" in page(record)


def test_quotations_are_not_repeated_among_what_one_witness_states() -> None:
    """A single statement that holds a quotation shown above is not listed again."""
    on = Desk(tuple(witness(s, (("paragraph", f"Rowe said it is {s}."),)) for s in ("A", "B")))
    said = on.quotation("A", "it is A", "Rowe")
    held, told = on.statement("A", "Rowe said it is A", "Rowe"), on.statement("B", "it is B")
    record = on.record(
        stories=(on.story("AB"),),
        quotations=(said,),
        utterances=(utterance(on, "Rowe", (said,)),),
        statements=(held, told),
        single=(held.id, told.id),
    )
    assert "ONLY IN A" not in page(record)
    assert "ONLY IN B\n  · it is B\n" in page(record)


def test_two_unrelated_texts_are_said_to_be_two_stories() -> None:
    """Two stories are two, in the first line and in headings of their own."""
    on = Desk(tuple(witness(s, (("headline", f"Title {s}"),)) for s in ("A", "B")))
    shown = page(on.record(stories=(on.story("A"), on.story("B"))))
    assert shown.startswith("TWO WITNESSES · TWO STORIES\n")
    assert "STORY 1   A" in shown
    assert "STORY 2   B" in shown


def test_statements_only_one_has_are_never_cut() -> None:
    """A statement too long for its line goes on below it, to its last word."""
    record = dam.record()
    shown = " ".join(page(record, width=60).split())
    single = [s for s in record.statements if s.id in record.single]
    texts = {w.id: w.text or "" for w in record.witnesses}
    assert single
    for statement in single:
        for start, end in statement.spans:
            assert " ".join(texts[statement.witness][start:end].split()) in shown


@pytest.mark.parametrize("width", [24, 40, 80, 120, 200])
@pytest.mark.parametrize("words", [LONG, CJK, "👩‍👩‍👧 " * 60, "a\u0301" * 90, "שלום עולם " * 20])
def test_no_line_is_wider_than_the_surface(width: int, words: str) -> None:
    """Long words, wide characters and joined emoji never reach past the edge."""
    for record in (hostile(words.strip()), dam.record()):
        assert max(map(cells, page(record, width=width).split("\n"))) <= width


@pytest.mark.parametrize("colour", [False, True])
def test_hostile_text_cannot_steer_the_terminal(colour: bool) -> None:
    """No escape, control character or reordering mark of a source reaches the terminal."""
    words = "x\x1b[2J\x1b]0;pwn\x07\x9b31m\x00\x7f\u202egnp\u2066\r\u2028\u0085\ud800y"
    shown = _STYLES.sub("", page(hostile(words), colour=colour))
    bad = [c for c in shown if c != "\n" and unicodedata.category(c) in ("Cc", "Cs", "Zl", "Zp")]
    assert not bad
    assert not re.search(r"[\u202a-\u202e\u2066-\u2069]", shown)
    assert "␛[2J" in shown
    shown.encode("utf-8")


def test_no_colour_means_no_escape_sequence() -> None:
    """Without colour the page is plain text; with it, only the styling differs."""
    plain, coloured = page(dam.record()), page(dam.record(), colour=True)
    assert "\x1b" not in plain
    assert "\x1b[" in coloured
    assert _STYLES.sub("", coloured) == plain


def test_the_environment_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Width and colour come from the surface, never from the environment."""
    before = page(dam.record()), page(dam.record(), colour=True)
    for name, value in (("COLUMNS", "20"), ("NO_COLOR", "1"), ("FORCE_COLOR", "1")):
        monkeypatch.setenv(name, value)
    monkeypatch.setenv("TERM", "dumb")
    assert (page(dam.record()), page(dam.record(), colour=True)) == before


def test_a_record_without_texts_still_shows_its_excerpts() -> None:
    """Words kept as excerpts are shown; where none are kept, positions are."""
    on = Desk((witness("A", (("paragraph", "“Stay in,” she said."),)),))
    said = on.quotation("A", "Stay in,", None)
    full = on.record(
        stories=(on.story("A"),), quotations=(said,), utterances=(utterance(on, "Ada", (said,)),)
    )
    assert "Stay in," in page(excerpts_only(full, {"A": said.spans}))
    assert "[1–9]" in page(excerpts_only(full, {}))


def test_the_last_line_counts_spans_and_proves_them() -> None:
    """Every span is counted, and one moved by a character is no longer exact."""
    record = dam.record()
    found = re.search(r"(\d+) spans, (\d+) exact", page(record))
    assert found
    assert found[1] == found[2]
    flag = record.flags[0]
    ((start, end),) = flag.spans
    moved = replace(flag, spans=((start + 1, end + 1),))
    stale = replace(record, flags=(moved, *record.flags[1:]))
    assert f"{found[1]} spans, {int(found[1]) - 1} exact" in page(stale)


def test_an_empty_record_is_a_page() -> None:
    """No witness at all is said, not raised."""
    assert page(Desk(()).record()).startswith("NO WITNESSES · NO STORIES\n")


def test_long_text_is_laid_out_in_linear_time() -> None:
    """A quotation of two million characters takes seconds, not hours."""
    words = "water on the path " * 110_000
    on = Desk((witness("A", (("paragraph", words.strip()),)),))
    said = on.quotation("A", words.strip(), None)
    told = utterance(on, None, (said,), variants=(on.variant("shortened", "major", ("A", "")),))
    page(on.record(stories=(on.story("A"),), quotations=(said,), utterances=(told,)))


def test_wrapping_keeps_every_word() -> None:
    """Wrapped lines joined again are the words that went in."""
    words = "one two  three " + CJK
    assert "".join(wrapped(words, 11)).replace(" ", "") == words.replace(" ", "")
    assert clipped("short", 10) == ["short"]
    assert clipped("one two three four", 12) == ["one two […]"]


def test_visible_keeps_plain_words() -> None:
    """Words of any script pass unchanged; joiners stay, invisible marks go."""
    for words in ("naïve café", "שלום", "می\u200cخواهم", "堤防"):
        assert visible(words) == words
    assert visible("soft\u00adhyphen\ufeff\u200b") == "softhyphen"


@pytest.mark.parametrize(
    ("kind", "sigla", "told"),
    [
        ("same", ["C", "B"], "B and C say the same"),
        ("same", ["AA", "C", "B", "C"], "B, C and AA say the same"),
        ("incompatible", ["B", "A"], "A and B are incompatible"),
        ("stronger", ["C", "B"], "C is stronger"),
    ],
)
def test_sigla_stand_in_their_order(kind: str, sigla: list[str], told: str) -> None:
    """Letters that are named together go A to Z, then AA; the stronger reading stays the first."""
    assert labels.relation(kind, sigla) == told


def test_an_interruption_is_no_cut() -> None:
    """Words parted by the attribution and words cut to fit have signs of their own, both told."""
    on = Desk(
        (witness("A", (("headline", "Dam"), ("paragraph", "“We left,” Orr said, “at noon.”"))),)
    )
    told = on.quotation("A", "We left", "Orr")
    told = on.signed(replace(told, spans=(*told.spans, on.at("A", "at noon"))))
    record = on.record(quotations=(told,), utterances=(utterance(on, "Orr", (told,)),))
    assert "We left ‖ at noon" in page(record, width=80)
    assert "‖ other words stand between" in page(record, width=80)
    assert "[…]" not in page(record, width=80)
    assert labels.legend("a flood […]") == "[…] cut to fit"
    assert "‖ other words stand between" in html.render(record, Surface())


def test_a_flag_that_two_witnesses_share_is_told_once() -> None:
    """The two sides of one clash stand in one line, with both letters."""
    on = Desk(tuple(witness(s, (("headline", f"{s} said 3 May"),)) for s in ("A", "B")))
    flags = tuple(on.flag("date-clash", s, "3 May", "date 3 May ≠ 2 May") for s in ("A", "B"))
    shown = page(on.record(stories=(on.story("AB"),), flags=flags))
    assert shown.count("≠") == 1
    assert "  A B  DATE CLASH  date 3 May ≠ 2 May" in shown
