"""Files of rulings: added to, put together, and read as far as they are whole."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.errors import InputError
from variorum.model.identity import sign
from variorum.model.rulings import Ruling
from variorum.review.ruling_files import append, check, line_of, merged, read_rulings

RULING = sign(
    Ruling(
        id="", verdict="merge", subject="print", targets=("a" * 20, "b" * 20), to=None,
        witnesses=("c" * 20,), who="Ada Blom", when="2031-10-05T09:00:00Z", why="one answer",
    ),
    {},
)  # fmt: skip


def later(hour: int, why: str) -> Ruling:
    """Return such a ruling of another hour, with another reason."""
    return sign(replace(RULING, id="", when=f"2031-10-05T{hour:02}:00:00Z", why=why), {})


def test_appended_rulings_are_read_back(tmp_path: Path) -> None:
    """What was added to a file comes back in its order, and nothing was overwritten."""
    file = tmp_path / "rulings.jsonl"
    for made in (RULING, later(11, "x"), later(10, "y")):
        append(file, [made])
    assert read_rulings(file.read_bytes()) == ((RULING, later(11, "x"), later(10, "y")), ())


def test_torn_line_costs_no_other_ruling(tmp_path: Path) -> None:
    """A line that was cut off is named by its number; what is added after it stands alone."""
    file = tmp_path / "rulings.jsonl"
    file.write_bytes(line_of(RULING) + line_of(later(11, "x"))[:40])
    append(file, [later(12, "z")])
    rulings, wrong = read_rulings(file.read_bytes())
    assert rulings == (RULING, later(12, "z"))
    assert len(wrong) == 1
    assert wrong[0].startswith("line 2: not a whole ruling")


def test_edited_ruling_is_refused() -> None:
    """A ruling whose words were changed by hand is named, for its id is another's."""
    rulings, wrong = read_rulings(line_of(RULING).replace(b"Ada Blom", b"Ada Bloom"))
    assert rulings == ()
    assert "is not the id of what this ruling says" in wrong[0]


@given(st.binary(max_size=200))
def test_any_bytes_are_read(data: bytes) -> None:
    """No bytes raise: lines that are no ruling are told."""
    rulings, wrong = read_rulings(data + b"\n" + line_of(RULING))
    assert rulings[-1] == RULING
    assert len(rulings) + len(wrong) >= 1


def test_files_are_put_together_by_time() -> None:
    """Two files become one: each ruling once, by time, the order of a file kept."""
    early, late = later(8, "early"), later(20, "late")
    set_back = later(7, "after late, by a clock that was set back")
    assert merged([[late, set_back], [early, RULING, late]]) == (early, RULING, late, set_back)


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"verdict": "burn"}, "a print cannot be ruled 'burn'; there are: accept"),
        ({"subject": "page"}, "nothing is ruled on 'page'"),
        ({"targets": ("a",)}, "takes 2 targets or more"),
        ({"to": "x"}, "does not say what it is from now on"),
        ({"verdict": "relabel", "subject": "relation"}, "says what it is from now on"),
        ({"verdict": "relabel", "subject": "relation", "to": "near"}, "a relation is one of: same"),
        ({"who": " "}, "who is empty"),
        ({"who": "A\x1b[2J"}, "cannot be printed"),
        ({"when": "yesterday"}, "not an instant"),
        ({"why": "x" * 3000}, "longer than 2,000 characters"),
    ],
)
def test_impossible_ruling_is_refused(wrong: dict[str, object], told: str) -> None:
    """What cannot be ruled is refused with what can be."""
    with pytest.raises(InputError) as caught:
        check(replace(RULING, **wrong))  # type: ignore[arg-type]
    assert told in str(caught.value)
