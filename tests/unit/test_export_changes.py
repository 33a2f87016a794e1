"""What changed between two records, as a person reads it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.hostile import hostile
from tests.records import Desk, excerpts_only, utterance, witness
from tests.weir import A, B, C, desk, record
from variorum import exports
from variorum.errors import SetupError
from variorum.exports import Surface
from variorum.exports._layout import cells
from variorum.model.record import Record
from variorum.review.changes import compare
from variorum.review.share import share


def page(old: Record, new: Record, width: int = 80) -> str:
    """Return the terminal's page of what changed."""
    return exports.render_changes(compare(old, new), (old, new), "text", Surface(width=width))


def test_page_tells_what_a_new_witness_did() -> None:
    """Witnesses with both letters, then the utterance with its print, origin and hedge."""
    told = page(record(A, B), record(C, A, B, origins=2))
    assert told.startswith("WHAT CHANGED · TWO WITNESSES → THREE WITNESSES\n")
    assert "—    A    NEW" in told
    assert "A    B " in told
    assert "UTTERANCE  Rask · 2 → 3 prints · 1 → 2 origins" in told
    assert "+ print  A  At least we hold the weir," in told
    assert "+ also read in A: HEDGE ABSENT" in told


def test_difference_that_is_new_is_told_with_its_readings() -> None:
    """A difference that came with a witness stands below its utterance, marked."""
    lines = page(record(A, C), record(A, B, C)).splitlines()
    at = lines.index("  ▲ NOW DIFFERS HEDGE ABSENT")
    assert [line.split() for line in lines[at + 1 : at + 3]] == [
        ["A", "C", "At", "least"],
        ["B", "—"],
    ]


def test_gone_witness_keeps_its_old_letter_with_a_dagger() -> None:
    """What only the old record has bears the letter it had there, and the sign is explained."""
    told = page(record(A, B), record(B))
    assert "− print  †A  At least so far we hold the weir," in told
    assert "† a witness as the old record has it, by its letter there" in told
    assert "†" not in page(record(A, B), record(A, B, C))


def test_copied_runs_of_two_witnesses_stand_in_one_line() -> None:
    """Runs that two witnesses have come to share are told together, with their words counted."""
    made = desk(A, C)
    runs = (made.copy("A", "B", "we hold the weir"), made.copy("A", "B", "Four barges"))
    told = page(made.record(), made.record(copies=runs))
    assert "+ A = B  2 runs, 6 words" in told
    assert "− A = B  4 words" in page(made.record(copies=runs[:1]), made.record())


def test_nothing_changed_is_said() -> None:
    """A record beside itself, or beside one that differs in its scores only, changed nothing."""
    made = record(A, B)
    assert page(made, made).startswith("NOTHING CHANGED · TWO WITNESSES\n")
    assert "not compared" not in page(made, made)
    other = replace(made, made_by=replace(made.made_by, digest="f" * 64))
    assert "differ in what is not compared" in " ".join(page(made, other).split())


def test_other_program_is_said() -> None:
    """Records made by another version of the program or with other weights say so."""
    made = record(A, B)
    other = replace(made, made_by=replace(made.made_by, variorum="9.9.9"))
    assert "made with another variorum: 0.0.0 → 9.9.9" in page(made, other)


def corrected(
    by: str | None = "Rask", shut: str = "open", start: str = ""
) -> tuple[Record, Record]:
    """Return records of a page and of the same page with another sentence in it."""

    def of(text: str, speaker: str | None) -> Record:
        made = desk(witness("B", [("paragraph", text)]))
        said = made.quotation("A", "We hold the weir,", speaker)
        states = [made.statement("A", f"The lock is {word}.") for word in (shut, "open")
                  if f"is {word}." in text]  # fmt: skip
        return made.record(
            quotations=(said,),
            utterances=(utterance(made, speaker, [said]),),
            statements=tuple(states),
            single=tuple(s.id for s in states),
        )

    text = "“We hold the weir,” Rask told us. The lock is {}."
    return of(text.format("open"), "Rask"), of(start + text.format(shut), by)


def test_words_that_a_changed_witness_kept_are_counted() -> None:
    """Of a corrected page what stands there word for word is counted, what is other is told."""
    told = page(*corrected(shut="shut"))
    assert "CHANGED" in told
    assert "NEW IN A\n  · The lock is shut." in told
    assert "GONE FROM †A\n  · The lock is open." in told
    assert "1 more point of changed witnesses stands there word for word" in told
    assert "We hold the weir" not in told
    assert "2 more points" in page(*corrected(start="At last. "))


def test_words_given_to_another_speaker_are_no_words_kept() -> None:
    """The same words of another speaker are told as new, not counted as kept."""
    told = page(*corrected(by=None, start="At last. "))
    assert "(speaker unknown) We hold the weir," in told
    assert "(Rask) We hold the weir," in told


def test_words_of_either_record_are_shown() -> None:
    """Where one record carries no words those of the other are shown; else the positions are."""
    old, new = record(A, B), record(A, B, C)
    bare = share(new, "none")
    told = page(old, bare)
    assert "At least" in told
    assert "+ print  C  [1–27]" in told
    assert "we hold the weir" in page(old, share(new, "spans"))


@pytest.mark.parametrize("width", [24, 40, 80, 200])
def test_page_is_never_wider_than_its_surface(width: int) -> None:
    """Every line fits, whatever the width."""
    for told in (page(record(A, B), record(A, C), width), page(record(A), record(B), width)):
        assert all(cells(line) <= width for line in told.splitlines())


def test_hostile_words_never_reach_the_terminal() -> None:
    """Control characters and marks that reorder text are shown as signs."""
    made = hostile("\x1b[2J \u202e & {{1}}")
    empty = Desk(()).record()
    for told in (page(empty, made), page(made, empty)):
        assert "\x1b" not in told
        assert "\u202e" not in told


def test_records_without_words_are_compared() -> None:
    """Positions stand for the words that no record keeps."""
    old, new = (excerpts_only(r, {}) for r in (record(A, B), record(A, B, C)))
    assert "+ print  C  [1–27]" in page(old, new)


def test_format_that_shows_no_changes_says_so() -> None:
    """A format without a view of changes is refused with those that have one."""
    made = record(A, B)
    with pytest.raises(SetupError, match="text, json and html"):
        exports.render_changes(compare(made, made), (made, made), "tei")


def test_colour_changes_no_word() -> None:
    """With colour the page holds the same words, each letter in its colour."""
    import re

    old, new = record(A, B), record(A, B, C)
    surface = Surface(width=80, colour=True)
    told = exports.render_changes(compare(old, new), (old, new), "text", surface)
    assert "\x1b[" in told
    plain = re.sub(r"\x1b\[[0-9;]*m", "", told)
    assert [line.rstrip() for line in plain.splitlines()] == page(old, new).splitlines()
