"""What holds of the whole job for any input."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from variorum import codec, exports, pipeline
from variorum.model.limits import Limits
from variorum.model.record import Record
from variorum.review.verify import verify

EXAMPLES = Path(__file__).parents[2] / "examples"
TEXTS = [p.read_text("utf-8") for p in sorted(EXAMPLES.rglob("*.txt"))]
LINES = sorted({line for text in TEXTS for line in text.split("\n")})
SLOW = settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True
)

pages = st.lists(st.sampled_from(LINES) | st.text(max_size=60), max_size=30).map("\n".join)
html = st.sampled_from([p.read_bytes() for p in sorted(EXAMPLES.rglob("*.html"))])


def read(*files: bytes, limits: Limits | None = None) -> Record:
    """Read files of these bytes into one record."""
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder) / f"{i:02}.page" for i in range(len(files))]
        for path, data in zip(paths, files, strict=True):
            path.write_bytes(data)
        return pipeline.read([str(p) for p in paths], limits=limits)


@SLOW
@given(pages, pages)
def test_every_record_verifies_and_loses_nothing(one: str, other: str) -> None:
    """Blocks hold every visible character of a witness once, and every span is exact."""
    record = read(one.encode("utf-8", "replace"), other.encode("utf-8", "replace"))
    assert len(record.witnesses) + len(record.rejected) == 2
    verify(record)
    for name in exports.names():
        written = exports.render_files if exports.takes_folder(name) else exports.render
        assert written(record, name)
    for witness in record.witnesses:
        assert witness.text is not None
        kept = "".join(witness.text[slice(*b.span)] for b in witness.blocks)
        assert "".join(kept.split()) == "".join(witness.text.split())


@SLOW
@given(st.binary(max_size=400))
def test_any_bytes_give_a_record_or_a_rejection(data: bytes) -> None:
    """Any byte string is a witness or a rejected row with a reason, never an exception."""
    record = read(data)
    assert len(record.witnesses) + len(record.rejected) == 1
    assert all(row.reason for row in record.rejected)


@SLOW
@given(html, st.integers(0, 2000), st.integers(0, 255), st.integers(1, 400))
def test_broken_html_gives_a_record(page: bytes, at: int, byte: int, lost: int) -> None:
    """A page with bytes changed and cut out still gives a record that verifies."""
    broken = page[:at] + bytes([byte]) * 3 + page[at + lost :]
    verify(read(broken))


def test_input_order_never_changes_the_output() -> None:
    """The same files in any order give the same bytes."""
    paths = [str(p) for p in sorted(EXAMPLES.rglob("*.txt"))]
    one = codec.encode(pipeline.read(paths))
    assert codec.encode(pipeline.read(paths[::-1])) == one
    assert codec.encode(pipeline.read(paths[3:] + paths[:3])) == one


def test_fifty_files_work() -> None:
    """Fifty witnesses are read into one record."""
    files = [f"Report {i}\n\n{TEXTS[i % len(TEXTS)]}\nCopy {i}.".encode() for i in range(50)]
    record = read(*files)
    assert len(record.witnesses) == 50
    assert record.witnesses[49].siglum == "AX"


def test_empty_folder_gives_an_empty_record(tmp_path: Path) -> None:
    """A folder with nothing in it gives a record with no witness."""
    assert pipeline.read([str(tmp_path)]).witnesses == ()


def test_large_text_is_refused_and_then_read() -> None:
    """A text of 20 MB is refused with the option that admits it."""
    reason = read(b"word and word again.\n\n" * 1_000_000).rejected[0].reason
    assert "--max-bytes" in reason


@pytest.mark.parametrize(
    "text",
    [
        "عنوان الصفحة\n\nقال الوزير «لن نعود» يوم الخميس.\n",
        "題名\n\n大臣は「戻らない」と述べた。\n",
        'כותרת\n\nהשר אמר "לא נחזור" ביום חמישי.\n',
    ],
    ids=["arabic", "japanese", "hebrew"],
)
def test_other_scripts_are_read(text: str) -> None:
    """Right-to-left and CJK texts keep every character, and quote marks are found."""
    record = read(text.encode())
    assert record.witnesses[0].text == text or record.witnesses[0].text == text.strip()
    assert record.quotations
    verify(record)
