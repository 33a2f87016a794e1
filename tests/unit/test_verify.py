"""A record that cannot misquote: whatever is changed in it is named."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from variorum import codec, pipeline
from variorum.capture import capture
from variorum.errors import InputError, StaleError
from variorum.model.limits import Limits
from variorum.review.share import share
from variorum.review.verify import verify

EXAMPLES = Path(__file__).parents[2] / "examples"
FILES = sorted((EXAMPLES / "ceasefire").glob("*.txt"))
RECORD = pipeline.read([str(f) for f in FILES])
SOURCES = [capture(str(f), Limits()) for f in FILES]
Tree = dict[str, Any]


def test_fresh_record_is_exact() -> None:
    """Every span of a fresh record is exact, with its sources and without."""
    verdict = verify(RECORD)
    assert verdict.spans == verdict.exact > 100
    assert verify(RECORD, SOURCES).sources == len(FILES)
    assert verify(codec.decode(codec.encode(RECORD))) == verdict


def move(span: list[int]) -> None:
    """Move a span by one."""
    span[0] += 1
    span[1] += 1


def edit_id(noun: Tree) -> None:
    """Change the first character of an id."""
    noun["id"] = ("0" if noun["id"][0] != "0" else "1") + noun["id"][1:]


def change_text(tree: Tree) -> None:
    """Change one character of a text."""
    text = tree["witnesses"][0]["text"]
    tree["witnesses"][0]["text"] = text[:40] + ("x" if text[40] != "x" else "y") + text[41:]


CHANGES: list[tuple[Callable[[Tree], object], str]] = [
    (change_text, r"witnesses\[0\].text_sha256"),
    (lambda t: move(t["witnesses"][1]["blocks"][2]["span"]), r"witnesses\[1\].blocks\[2\]"),
    (lambda t: move(t["quotations"][1]["spans"][0]), r"quotations\[1\].id"),
    (lambda t: move(t["statements"][0]["spans"][0]), r"statements\[0\].id"),
    (lambda t: move(t["times"][0]["span"]), r"times\[0\].id"),
    (lambda t: edit_id(t["quotations"][0]), r"quotations\[0\].id"),
    (lambda t: edit_id(t["stories"][0]), r"stories\[0\].id"),
    (lambda t: edit_id(t["utterances"][0]), r"utterances\[0\].id"),
    (lambda t: edit_id(t["events"][0]), r"events\[0\].id"),
    (lambda t: t["events"][0]["dates"][0].update(time="0" * 20), r"events\[0\].id"),
    (lambda t: t["events"][0]["dates"][0].update(of="nothing"), r"events\[0\]: there is no"),
    (lambda t: t["quotations"][0].update(use="scare", form="indirect"), "made_by.digest"),
    (lambda t: t["witnesses"][0].update(title="Another"), "made_by.digest"),
    (lambda t: t["quotations"][0]["spans"].append([5, 10**9]), r"quotations\[0\].spans\[\d+\]"),
    (lambda t: t["quotations"][0]["spans"].append([9, 5]), r"quotations\[0\].spans\[\d+\]"),
    (lambda t: t["quotations"][0].update(witness="nobody"), r"quotations\[0\].*no witness"),
    (lambda t: t["made_by"].update(reader=99), "made_by.reader"),
]


@pytest.mark.parametrize(("change", "place"), CHANGES, ids=[place for _, place in CHANGES])
def test_any_change_is_named(change: Callable[[Tree], object], place: str) -> None:
    """A span moved by one, one character, one edited id or field: each is named."""
    tree = json.loads(codec.encode(RECORD))
    change(tree)
    with pytest.raises(StaleError, match=place):
        verify(codec.decode(json.dumps(tree).encode()))


def test_every_kind_of_span_is_guarded() -> None:
    """Whichever span of a record is moved by one, the record no longer verifies."""
    for path in span_paths(json.loads(codec.encode(RECORD)))[::25]:
        tree = json.loads(codec.encode(RECORD))
        node: Any = tree
        for key in path:
            node = node[key]
        move(node)
        with pytest.raises(StaleError):
            verify(codec.decode(json.dumps(tree).encode()))


def span_paths(node: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Return where all the spans of a JSON tree stand."""
    if isinstance(node, list) and len(node) == 2 and all(isinstance(n, int) for n in node):
        return [path]
    children = node.items() if isinstance(node, dict) else enumerate(node)
    inner = [span_paths(c, (*path, k)) for k, c in children if isinstance(c, dict | list)]
    return [found for paths in inner for found in paths]


def test_one_byte_of_a_source_is_named(tmp_path: Path) -> None:
    """A source that lost one byte is named."""
    (tmp_path / FILES[1].name).write_bytes(FILES[1].read_bytes()[:-1])
    changed = capture(str(tmp_path / FILES[1].name), Limits())
    with pytest.raises(StaleError, match=rf"sha256: {FILES[1].name} no longer has these bytes"):
        verify(RECORD, [changed])


def test_renamed_source_is_found_by_its_hash(tmp_path: Path) -> None:
    """A source under another name is still the source."""
    (tmp_path / "renamed.txt").write_bytes(FILES[0].read_bytes())
    assert verify(RECORD, [capture(str(tmp_path / "renamed.txt"), Limits())]).sources == 1


def test_shared_record_verifies() -> None:
    """A record cut to its spans verifies alone; one with no words verifies with its sources."""
    spans, none = share(RECORD, "spans"), share(RECORD, "none")
    assert verify(spans).exact == verify(RECORD).exact
    assert verify(none, SOURCES).exact == verify(RECORD).exact
    with pytest.raises(InputError, match="--sources"):
        verify(none)
    assert all(w.text is None for w in spans.witnesses)
    assert not any(w.excerpts for w in none.witnesses)


def test_shared_record_keeps_no_furniture() -> None:
    """A record cut to its spans does not carry the furniture of its pages."""
    carried = " ".join(e.words for w in share(RECORD, "spans").witnesses for e in w.excerpts)
    furniture = [
        w.text[slice(*b.span)]
        for w in RECORD.witnesses
        for b in w.blocks
        if w.text and b.kind == "furniture" and b.span[1] - b.span[0] > 30
    ]
    assert furniture
    headlines = {w.title for w in RECORD.witnesses}
    assert not [line for line in furniture if line in carried and line not in headlines]


def test_changed_excerpt_is_named() -> None:
    """One character of an excerpt: named."""
    tree = json.loads(codec.encode(share(RECORD, "spans")))
    words = tree["witnesses"][0]["excerpts"][0]["words"]
    tree["witnesses"][0]["excerpts"][0]["words"] = ("x" if words[0] != "x" else "y") + words[1:]
    with pytest.raises(StaleError):
        verify(codec.decode(json.dumps(tree).encode()))


@pytest.mark.parametrize(
    "data", [b"", b"[]", b"{}", b"\xff", b'{"record": "variorum/9"}', b"[" * 9999]
)
def test_other_files_are_no_records(data: bytes) -> None:
    """What is no record of a known form is refused with the reason."""
    with pytest.raises(InputError, match="not"):
        codec.decode(data)


def test_unknown_fields_and_values_are_ignored() -> None:
    """A record with a field and a value of a later version can be read."""
    tree = json.loads(codec.encode(RECORD))
    tree["moods"] = []
    tree["quotations"][0]["use"] = "oath"
    assert codec.decode(json.dumps(tree).encode()).quotations[0].use == "oath"
