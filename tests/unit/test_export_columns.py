"""An utterance in columns: what has one of its own, what is named where, and how it is laid out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

import pytest

from tests.pages import Page, page
from tests.records import Desk, utterance, witness
from variorum.exports import Surface, text
from variorum.exports._apparatus import Edition
from variorum.exports._headings import apart
from variorum.exports._layout import Column, cells, row_groups
from variorum.exports._stacks import Stack, differences, parted, stacks
from variorum.model.identity import Reading
from variorum.model.record import Record
from variorum.model.story import Utterance, Variant

A = "We shall perhaps close the old ferry in June. Nobody will lose a post."
B = "We will close the ferry in June."
TITLE = "Ferry ends"
HEDGE = ("hedge-absent", "perhaps", "")
LOST = ("shortened", "Nobody will lose a post", "")
LOUDER = ("headline-stronger", "perhaps", "")


def ferry(*kinds: tuple[str, str, str]) -> tuple[Record, Utterance]:
    """Return one answer in two prints, with (kind, words in A, words in B) as major variants."""
    on = Desk(
        (
            witness("A", (("headline", "Harbour talk"), ("paragraph", f"“{A}” she said."))),
            witness("B", (("headline", TITLE), ("paragraph", f"“{B}” she said."))),
        )
    )
    prints = [on.quotation("A", A, None), on.quotation("B", B, None)]
    columns: list[tuple[str, ...]] = [
        *(("We", "We"), ("shall", "will"), ("perhaps", ""), ("close the", "close the")),
        *(("old", ""), ("ferry in June", "ferry in June"), ("Nobody will lose a post", "")),
    ]
    variants = [on.variant(kind, "major", ("A", a), ("B", b)) for kind, a, b in kinds]
    placed = [
        (next(at for at, column in enumerate(columns) if column[0] == a), variant)
        for (kind, a, _), variant in zip(kinds, variants, strict=True)
        if kind != LOUDER[0]
    ]
    if LOUDER in kinds:
        prints.append(on.quotation("B", TITLE, None))
        columns = [(a, b, "Ferry" if b.startswith("ferry") else "") for a, b in columns]
        columns.append(("", "", "ends"))
    told = utterance(
        on, "Ada Rowe", prints, variants=tuple(variants),
        segments=on.segments(prints, columns, placed),
    )  # fmt: skip
    record = on.record(stories=(on.story("AB"),), quotations=tuple(prints), utterances=(told,))
    return record, told


def laid(record: Record, told: Utterance) -> tuple[Edition, tuple[Stack, ...]]:
    """Return the columns of an utterance."""
    edition = Edition(record)
    rows, _ = parted(edition.rows(told))
    return edition, stacks(edition, told, rows)


def shown(record: Record, width: int = 100) -> list[str]:
    """Return the lines of the utterance in the terminal."""
    return text.render(record, Surface(width=width)).split("UTTERANCE 1")[1].split("\n")


def test_small_differences_stay_in_running_words() -> None:
    """Only what changes the meaning and what ends a sentence makes a column."""
    _, found = laid(*ferry())
    assert [list(stack.cells) for stack in found] == [[0, 1, 2, 3, 4, 5], [6]]
    _, found = laid(*ferry(HEDGE))
    assert [list(stack.cells) for stack in found] == [[0, 1], [2], [3, 4, 5], [6]]
    assert found[2].ends


def test_what_is_gone_is_named_in_the_empty_cell() -> None:
    """A row that lacks words has the kind of the difference there; nothing stands over them."""
    record, told = ferry(HEDGE, LOST)
    _, found = laid(record, told)
    assert [[v.kind for v in stack.beside.get(1, ())] for stack in found] == [
        [], ["hedge-absent"], [], ["shortened"],
    ]  # fmt: skip
    assert not any(stack.named for stack in found)
    lines = shown(record)
    at = lines.index(
        "  A │ We shall │ perhaps          │ close the old ferry in June."
        " │ Nobody will lose a post."
    )
    assert lines[at + 1] == (
        "  B │ We will  │ — ▲ HEDGE ABSENT │ close the     ferry in June. │ — ▲ SHORTENED"
    )


def test_other_words_are_named_in_their_column() -> None:
    """Where both print words the kind stands with the column, in the page as its header."""
    record, told = ferry(("polarity-reversed", "shall", "will"))
    _, found = laid(record, told)
    assert [[v.kind for v in stack.named] for stack in found][1] == ["polarity-reversed"]
    lines = shown(record)
    at = next(i for i, line in enumerate(lines) if line.startswith("  A │ We │ shall   "))
    assert lines[at + 2] == "           ▲ POLARITY REVERSED"
    heads = page(record).inside("scope", "col")
    assert "▲ polarity reversed" in heads


def test_a_title_is_a_print_below_the_others() -> None:
    """A heading that echoes an utterance is named as one, with what is amiss with it."""
    record, told = ferry(LOUDER)
    edition, _ = laid(record, told)
    rows, headings = parted(edition.rows(told))
    assert [row.heading for row in (*rows, *headings)] == ["", "", "headline"]
    lines = shown(record)
    at = lines.index("  title of B       Ferry ends")
    assert lines[at + 1].strip() == "▲ HEADLINE STRONGER THAN THE QUOTATION"
    assert at > max(i for i, line in enumerate(lines) if line.startswith("  B │"))
    found = page(record)
    row = next(a["id"] for a in found.all("tr") if "-h-" in a.get("id", ""))
    words = " ".join(found.inside("id", row).split())
    assert words == "title of BFerry ends ▲ headline stronger than the quotation"


def test_a_title_has_a_place_in_the_columns_beside_one_other() -> None:
    """With one print in the text, the title stands above or below its very words."""
    on = Desk(
        (witness("A", (("headline", "Ferry will close"), ("paragraph", "“Ferry may close”"))),)
    )
    prints = [on.quotation("A", words, None) for words in ("Ferry may close", "Ferry will close")]
    columns = (("Ferry", "Ferry"), ("may", "will"), ("close", "close"))
    told = utterance(on, None, prints, segments=on.segments(prints, columns))
    record = on.record(quotations=tuple(prints), utterances=(told,))
    lines = shown(record)
    at = lines.index("  A          │ Ferry may  close")
    assert lines[at + 1] == "  title of A │ Ferry will close"


def test_words_with_nothing_beside_them_do_not_differ() -> None:
    """What one print says alone is shown as alone; only a gap inside running words is marked."""
    record, told = ferry()
    edition, found = laid(record, told)
    rows, _ = parted(edition.rows(told))
    marked = [at for at, here in enumerate(differences(edition, told, found, rows)) if here]
    assert marked == [1]


def test_every_word_stands_in_one_cell_of_the_page() -> None:
    """The cells of a witness, band by band, are its print."""
    record, _ = ferry(HEDGE, LOST)
    found = page(record)
    for siglum, print_ in (("A", A), ("B", B)):
        rows = [a["id"] for a in found.all("tr") if re.search(r"-\d+-\d+$", a.get("id", ""))]
        words = [found.inside("id", row, without=frozenset({"tag", "vh"})) for row in rows]
        own = " ".join(w.removeprefix(siglum) for w in words if w.startswith(siglum))
        assert re.sub(r"[—‸]", " ", own).split() == print_.split()


def test_empty_cells_side_by_side_are_one() -> None:
    """A witness that is silent over several columns has one cell for them."""
    on = Desk(
        tuple(witness(s, (("paragraph", f"“{w}” said {s}"),)) for s, w in (("A", A), ("B", B)))
    )
    prints = [on.quotation("A", A, None), on.quotation("B", B, None)]
    columns = (("We", ""), ("shall", ""), ("perhaps close the old ferry in June", B[:-1]))
    turned = on.variant("polarity-reversed", "major", ("A", "shall"), ("B", ""))
    told = utterance(
        on, None, prints, variants=(turned,), segments=on.segments(prints, columns, ((1, turned),))
    )
    record = on.record(stories=(on.story("AB"),), quotations=tuple(prints), utterances=(told,))
    assert [a.get("colspan") for a in page(record).all("td", "none")] == ["2"]


@pytest.mark.parametrize("width", [20, 40, 80])
def test_no_word_is_lost_in_narrow_columns(width: int) -> None:
    """Columns of any length are laid out in groups that fit, and read in order are whole."""
    long = "one two three four five six seven eight nine ten eleven twelve"
    columns = [
        Column((long, long.upper()), whole=True),
        Column(("and", ""), label="▲ A LABEL", short_label="▲", joins=True),
        Column((long, "")),
    ]
    groups = list(row_groups(columns, width=width, gap=3))
    said = " ".join(piece.lines[0] for group in groups for piece in group)
    assert said.split() == [*long.split(), "and", *long.split()]
    for group in groups:
        gaps = sum(1 if piece.joins else 3 for piece in group[1:])
        assert sum(piece.width for piece in group) + gaps <= width
        assert all(cells(line) <= piece.width for piece in group for line in piece.lines)


NAMED = ["▲ CUT OFF SHORT", ""]


@pytest.mark.parametrize(("width", "under"), [(12, [NAMED]), (24, [NAMED]), (40, [])])
def test_what_is_named_beside_words_is_never_cut(width: int, under: list[list[str]]) -> None:
    """A name that does not fit beside the words stands under them, whole, and ends its group."""
    words = "the bridge will close"
    columns = [
        Column((words, "it shuts"), ("▲ CUT OFF SHORT", ""), whole=True),
        Column(("soon", "soon")),
    ]
    groups = list(row_groups(columns, width=width, gap=3))
    pieces = [piece for group in groups for piece in group]
    assert [piece.under for piece in pieces if any(piece.under)][:1] == under
    assert [piece.lines[0] for piece in groups[-1]][-1] == "soon"
    assert all(piece is group[-1] for group in groups for piece in group if any(piece.under))
    named = [line for piece in pieces for line in (*piece.lines, *piece.under) if "▲" in line]
    assert [line.removeprefix(f"{words} ") for line in named] == ["▲ CUT OFF SHORT"]


def _ids(found: Page, tag: str) -> Sequence[str]:
    return [a["id"] for a in found.all(tag) if "id" in a]


def test_question_and_what_repeats_it_stand_above_the_answer() -> None:
    """A print that has the words of the question is set beside the question, and named."""
    texts = ("Asked whether the ferry would close soon, she said no.", "It may “close soon”.")
    on = Desk(tuple(witness(s, (("paragraph", t),)) for s, t in zip("AB", texts, strict=True)))
    asked = on.quotation("A", "whether the ferry would close soon", None, use="question")
    answer = on.quotation("A", "no", None, answers=asked.id)
    echo = on.variant(
        "matches-the-question", "major",
        ("A", "whether the ferry would close soon"), ("B", "close soon"),
    )  # fmt: skip
    told = utterance(on, "Ada Rowe", (answer,), question=asked.id, variants=(echo,))
    record = on.record(stories=(on.story("AB"),), quotations=(asked, answer), utterances=(told,))
    lines = shown(record)
    at = lines.index("  asked (A)  whether the ferry would close soon")
    assert lines[at + 1 : at + 3] == [
        "        B    close soon",
        "             ▲ MATCHES THE QUESTION, NOT THE ANSWER",
    ]
    assert lines.index("  A │ no") > at
    rows = [id_ for id_ in _ids(page(record), "tr") if "-q" in id_]
    words = [" ".join(page(record).inside("id", row).split()) for row in rows]
    assert words == [
        "asked Awhether the ferry would close soon",
        "Bclose soon ▲ matches the question, not the answer",
    ]


def test_a_title_that_prints_other_words_stands_below_the_prints() -> None:
    """A heading may be stronger than an utterance without being a print of it."""
    record, told = ferry()
    heading = record.witnesses[0].blocks[0]
    reading = Reading(witness=record.witnesses[0].id, spans=(heading.span,))
    louder = Variant(
        id="v", kind="headline-stronger", weight="major", readings=(reading,), reasons=("hedge",)
    )
    edition, _ = laid(record, told)
    assert not apart(edition, told)
    loud = replace(told, variants=(louder,))
    assert apart(edition, loud) == [("headline", louder, reading)]
    lines = shown(replace(record, utterances=(loud,)))
    assert "  title of A       Harbour talk" in lines
    shown_in = page(replace(record, utterances=(loud,))).inside("class", "band headings")
    assert "Harbour talk" in shown_in


def test_what_was_not_said_is_shown_with_its_cue() -> None:
    """Beside the speaker's name alone the words would pass for his."""
    text_ = "The mayor did not say whether he would resign."
    on = Desk((witness("A", (("headline", "Mayor silent"), ("paragraph", text_))),))
    cue = on.spans("A", "did not say")
    print_ = on.quotation(
        "A", "whether he would resign", None, form="indirect", cue=cue, negated=True
    )
    told = utterance(on, "Olaf Brisk", [print_])
    record = on.record(stories=(on.story("A"),), quotations=(print_,), utterances=(told,))
    lines = text.render(record, Surface(width=100)).split("\n")
    assert "    A  did not say whether he would resign" in lines
    assert "did not say whether he would resign" in page(record).inside("class", "one")
