"""The trained annotator: what it finds, and that nothing beside the text changes it."""

from __future__ import annotations

import json
import subprocess
import sys
from importlib import resources
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.articles import article
from variorum import weights
from variorum.annotate import Annotate
from variorum.annotate.annotator import Findings, find
from variorum.annotate.marks import find_marks
from variorum.annotate.words import words_of
from variorum.errors import SetupError

TEXT = """Torvane shuts its ferry port
The port authority of Torvane said on Monday that the ferry terminal would stay shut.
Ilena Marovitch, the harbour master, warned that repairs could take longer than planned.
“We have looked at every pile,” she said, “and half of them are rotten.”
According to the ministry, the state will pay for the work."""
OTHER = "Rain in Velm\nThe river rose by two metres, the mayor of Velm, Bo Roe, told reporters."
SHIPPED = str(resources.files("variorum.weights") / "annotator.onnx")


def _findings(text: str, model: str | None = None) -> Findings:
    paragraphs = [b.span for b in article(text).body()]
    return find(words_of(text, paragraphs, paragraphs, find_marks(text, paragraphs)), model)


def test_indirect_speech_is_found_with_its_source_and_cue() -> None:
    """Speech without marks has its content, cue and source."""
    found = {
        (
            TEXT[slice(*f.source)] if f.source else "",
            TEXT[slice(*f.cue)],
            TEXT[slice(*f.content[0])],
        )
        for f in _findings(TEXT).attributions
    }
    told = {(source, content) for source, _, content in found}
    assert (
        "The port authority of Torvane",
        "that the ferry terminal would stay shut",
    ) in told
    assert any(source.startswith("Ilena Marovitch") for source, _ in told)
    assert any("the state will pay for the work" in content for _, content in told)


def test_names_are_found_with_their_kinds() -> None:
    """A person and a place are told apart."""
    names = {(OTHER[slice(*span)], kind) for span, kind in _findings(OTHER).names}
    assert {("Bo Roe", "person"), ("Velm", "place")} <= names


def test_nothing_depends_on_what_else_is_read() -> None:
    """The same text gives the same findings before, between and after others."""
    first = _findings(TEXT)
    assert [_findings(t) == first for t in (TEXT, OTHER, TEXT)] == [True, False, True]


def test_what_follows_a_full_window_does_not_change_it() -> None:
    """Windows are read one by one: text far below leaves the first window's findings alone."""
    long = TEXT + "\n" + "\n".join(["The tide came in and the boats went out again."] * 60)
    longer = long + "\n" + OTHER.split("\n")[1]
    end = len(TEXT)
    kept = [
        [f for f in _findings(text).attributions if f.content[-1][1] <= end]
        for text in (long, longer)
    ]
    assert kept[0] == kept[1] != []


@settings(max_examples=25, deadline=None)
@given(st.text(alphabet=st.sampled_from("ab A.“”\"'\n,:é水\u202e\x00said "), max_size=200))
def test_any_text_is_read(text: str) -> None:
    """Findings lie within the text, whatever it is."""
    found = _findings(text)
    spans = [span for f in found.attributions for span in (f.cue, *f.content)]
    spans += [span for span, _ in found.names]
    assert all(0 <= start < end <= len(text) for start, end in spans)


def test_a_model_of_ones_own_is_used() -> None:
    """A path to the shipped file gives the findings of the shipped file."""
    assert _findings(TEXT, SHIPPED) == _findings(TEXT)
    assert Annotate(model=SHIPPED)(article(TEXT)) == Annotate()(article(TEXT))


def test_a_model_that_cannot_be_used_is_refused(tmp_path: Path) -> None:
    """A missing file, a file of something else and another model are each told plainly."""
    junk = tmp_path / "junk.onnx"
    junk.write_bytes(b"no model")
    other = str(resources.files("variorum.weights") / "blocks.onnx")
    for path, told in ((str(tmp_path / "none"), "read"), (str(junk), "loaded"), (other, "takes")):
        with pytest.raises(SetupError, match=told):
            _findings(TEXT, path)


def test_the_command_takes_a_model_and_the_record_names_it(tmp_path: Path) -> None:
    """``--annotator`` puts the hash of the model in the record; a bad one is bad usage."""
    page = tmp_path / "a.txt"
    page.write_text(TEXT, "utf-8")
    junk = tmp_path / "junk.onnx"
    junk.write_bytes(b"no model")

    def run(model: str) -> subprocess.CompletedProcess[str]:
        arguments = ["read", str(page), "--format", "json", "--annotator", model]
        command = [sys.executable, "-m", "variorum", *arguments]
        return subprocess.run(command, capture_output=True, text=True, check=False)

    record = json.loads(run(SHIPPED).stdout)
    assert sorted(weights.sha256s().values()) == record["made_by"]["weights_sha256"]
    failed = run(str(junk))
    assert failed.returncode == 2
    assert "no ONNX model" in failed.stderr
    assert "Traceback" not in failed.stderr
