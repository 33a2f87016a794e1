"""Times as shown: in order, side by side, with words and ground, on a line and in a table."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from tests.pages import Page, page, render
from tests.records import Desk, excerpts_only, witness
from variorum.exports import Surface, text
from variorum.model.record import Record

A = "They met on Friday. The wall was built about 1962. Work goes on since April."
B = "They met on 2 May. They met again on Friday, and on Friday they left. On 3 June they sang."


def record(*times: tuple[str, str, str, str], sigla: str = "AB") -> Record:
    """Return a record of (siglum, printed words, EDTF, ground) in witnesses with these letters."""
    texts = {"A": A, "B": B}
    on = Desk(tuple(witness(s, (("paragraph", texts.get(s, f"{s}: {A}")),)) for s in sigla))
    found = tuple(on.time(s, words, edtf, ground) for s, words, edtf, ground in times)
    return on.record(stories=(on.story(sigla),), times=found)


def met() -> Record:
    """Return times of two witnesses that have one value in common."""
    return record(
        ("A", "Friday", "2031-05-02", "Friday, before 2031-05-04"),
        ("A", "about 1962", "1962~", "stated"),
        ("A", "since April", "2031-04/..", "April, before 2031-05-04"),
        ("B", "2 May", "2031-05-02", "stated, without a year"),
        ("B", "3 June", "XXXX-06-03", "stated, without a year"),
    )


def shown(of: Record, width: int = 80) -> str:
    """Return the terminal's section of times."""
    found = text.render(of, Surface(width=width)).split("TIMES\n")[1]
    return found.split("\n\n")[0]


def drawing(of: Record) -> str:
    """Return the drawing of the page."""
    (found,) = re.findall(r'<svg class="times.*?</svg>\n', render(of), re.S)
    return str(found)


def test_terminal_shows_times_in_order_with_words_and_ground() -> None:
    """A row a value, its witnesses under one another, long gaps marked, what is no date last."""
    assert shown(met()).split("\n") == [
        "  1962~ about         A  about 1962   stated",
        "  ⋮ 68 years",
        "  2031-04/.. onward   A  since April  April, before 2031-05-04",
        "  2031-05-02 Fri      A  Friday       Friday, before 2031-05-04",
        "                      B  2 May        stated, without a year",
        "  XXXX-06-03 no year  B  3 June       stated, without a year",
    ]


def test_same_words_on_the_same_ground_share_a_line() -> None:
    """Witnesses that print a time alike stand together; a repetition is told once."""
    on = Desk(tuple(witness(s, (("paragraph", f"{A} {s}"),)) for s in "AB"))
    times = tuple(on.time(s, "Friday", "2031-05-02", "stated") for s in "AB")
    again = replace(times[0], id="again")
    of = on.record(stories=(on.story("AB"),), times=(*times, again))
    assert shown(of) == "  2031-05-02 Fri  A B  Friday  stated"


@pytest.mark.parametrize("width", [24, 40, 60])
def test_a_narrow_terminal_has_words_and_ground_below(width: int) -> None:
    """Where columns have no room nothing is cut: all stands under the value."""
    lines = shown(met(), width).split("\n")
    assert max(map(len, lines)) <= width
    words = " ".join(" ".join(lines).split())
    for part in ("about 1962", "stated, without a year", "Friday, before 2031-05-04"):
        assert part in words


def test_table_shows_witnesses_side_by_side() -> None:
    """A value of two witnesses is one row: each has its column, its words linked, its ground."""
    found = page(met())
    rows = [a["id"] for a in found.all("tr") if a.get("id", "").startswith("r-time-")]
    assert [found.inside("id", id_) for id_ in rows] == [
        "about 19621962~A about 1962stated",
        "from April 2031 on2031-04/..A since AprilApril, before 2031-05-04",
        "Fri 2 May 20312031-05-02A FridayFriday, before 2031-05-04B 2 Maystated, without a year",
        "3 Jun, no yearXXXX-06-03B 3 Junestated, without a year",
    ]
    columns = [a["class"] for a in found.all("li") if a.get("class", "").startswith("at")]
    assert columns == ["at0", "at0", "at0", "at1", "at1"]


def test_a_repeated_time_is_a_link_to_each_place() -> None:
    """The same words on the same ground are printed once, and every place can be reached."""
    on = Desk((witness("A", (("paragraph", B),)),))
    first = on.time("A", "on Friday,", "2031-05-02", "Friday, before 2031-05-04")
    start, end = on.at("A", "on Friday they")
    other = on.signed(replace(first, id="", span=(start, end - 5)))
    first = on.signed(replace(first, id="", span=(first.span[0], first.span[1] - 1)))
    markup = render(on.record(stories=(on.story("A"),), times=(first, other)))
    links = re.findall(r'<a class="cell" href="(#A\.\d+-\d+)"[^>]*>([^<]+)</a>', markup)
    assert [words for _, words in links] == ["on Friday", "again"]
    assert len({href for href, _ in links}) == 2


def test_line_has_a_lane_a_witness_and_a_shape_a_kind() -> None:
    """Days are points, what is longer a bar, an open range an arrow; doubt has a sign."""
    drawn = drawing(met())
    assert drawn.count('<g class="lane ') == 2
    assert drawn.count("<circle") == 2
    assert drawn.count('class="end"') == 1
    about = re.findall(r'<g class="about">.*?</g>', drawn)
    assert len(about) == 1
    assert ">~</text>" in about[0]
    assert "<title>A: about 1962</title>" in about[0]
    assert "XXXX" not in drawn


def test_line_says_what_its_signs_mean() -> None:
    """Only the signs that are there are explained, and what is not on the line is counted."""
    found = page(met())
    caption = "".join(words for around, words in found.words if "figcaption" in tags(around))
    for words in ("not to scale", "a day or a moment", "longer", "about then", "no end given"):
        assert words in caption
    assert "perhaps then" not in caption
    assert "Not on the line: 1 value without a year or a date." in caption


def tags(around: tuple[tuple[str, dict[str, str]], ...]) -> set[str]:
    """Return the names of the elements around words."""
    return {tag for tag, _ in around}


def test_line_speaks_to_those_who_do_not_see_it() -> None:
    """The drawing is an image with a name and a description; its samples are hidden."""
    found = page(met())
    images = [a for a in found.all("svg", "times") if a.get("role") == "img"]
    (image,) = images
    assert found.inside("id", image["aria-labelledby"]) == "Times on a line, a lane a witness"
    assert found.inside("id", image["aria-describedby"]) == (
        "A: 3 times, about 1962 … Fri 2 May 2031. B: 1 time, Fri 2 May 2031."
        " All of them stand in the tables below."
    )
    samples = [a for a in found.all("svg") if "width" in a]
    assert all(a["aria-hidden"] == "true" for a in samples)


def test_no_time_with_a_place_means_no_line() -> None:
    """Without a single dated time there is a table and no drawing; without times, nothing."""
    markup = render(record(("B", "3 June", "XXXX-06-03", "stated, without a year")))
    assert '<figure class="line"' not in markup
    assert "3 Jun, no year" in markup
    assert "not understood by anyone" in render(
        record(("A", "Friday", "not understood by anyone", "?"))
    )
    assert "<h3>Times</h3>" not in render(record())


@pytest.mark.parametrize("edtf", ["2031-05-02", '"><script>x</script>', "2031/2032", "\u202e&", ""])
def test_hostile_times_are_data(edtf: str) -> None:
    """Whatever stands in a value or a ground, the page has the same kinds of elements."""
    of = record(("A", "Friday", edtf, '</p><img src=x onerror="y">'))
    found = page(of)
    assert (len(found.all("script")), len(found.all("img"))) == (1, 0)
    assert "</p><img src=x" in "".join(words for _, words in found.words)
    assert "\u202e" not in render(of)
    assert "\u202e" not in shown(of)


def test_a_record_without_words_shows_its_times() -> None:
    """Where no words are kept the places in the text stand for them."""
    bare = excerpts_only(met(), {})
    assert "[12–18]" in shown(bare)
    assert drawing(bare) == drawing(met())


@pytest.mark.parametrize("sigla", ["A", "ABCD", "ABCDE"])
def test_up_to_four_witnesses_have_columns(sigla: str) -> None:
    """Four witnesses stand abreast; of more, those that name the time follow one another."""
    found = page(record(("A", "Friday", "2031-05-02", "stated"), sigla=sigla))
    (beside,) = found.all("ul", "beside")
    assert ("abreast" in beside["class"].split()) == (len(sigla) <= 4)


def test_many_times_have_small_marks_and_few_words() -> None:
    """Two hundred times fit the line: small points, and words only where there is room."""
    names = [f"day{at:03}" for at in range(200)]
    on = Desk((witness("A", (("paragraph", " ".join(names)),)),))
    times = tuple(
        on.time("A", name, f"{1831 + at}-05-02", "stated") for at, name in enumerate(names)
    )
    drawn = drawing(on.record(stories=(on.story("A"),), times=times))
    assert drawn.count('r="3"') == 200
    assert drawn.startswith('<svg class="times many"')
    words = Page(f"<div>{drawn}</div>").all("text")
    assert len(words) < 90


def test_page_puts_an_uncertain_value_beside_its_certain_twin() -> None:
    """One row holds both witnesses; the uncertain one says its own value before its ground."""
    found = render(
        record(
            ("A", "Friday", "2031-05-02", "Friday, before 2031-05-04"),
            ("B", "2 May", "2031-05-02?", "2 May, before 2031-05?"),
        )
    )
    assert len(re.findall(r'id="r-time-', found)) == 1
    plain = re.sub(r"<[^>]+>", "", found)
    assert "2031-05-02? · 2 May, before 2031-05?" in plain
