"""Acts beside speech: only what is done in words makes an utterance, and it is shown whole."""

from __future__ import annotations

from pathlib import Path

import pytest

from variorum import exports, languages
from variorum.annotate.acted import is_act
from variorum.annotate.attributing.drafts import Draft
from variorum.languages import is_spoken
from variorum.model.record import Record
from variorum.pipeline import read

DATED = "{outlet}\n\nQuay news\n\n6 May 2031\n\n{body}\n"


def record(folder: Path, *bodies: str) -> Record:
    """Return the record of some reports of one day."""
    paths = []
    for at, body in enumerate(bodies):
        path = folder / f"{at}.txt"
        path.write_text(DATED.format(outlet=f"The {['Velm', 'Lund'][at]} Post", body=body))
        paths.append(str(path))
    return read(paths)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "Police have named the man who stole the ferry.",
            "Police have not named the man who stole the ferry.",
        ),
        (
            "Police have identified the two men killed on the quay.",
            "Police have not yet identified the two men killed on the quay.",
        ),
        (
            "The port board met for two hours on Monday to discuss the roof of the ferry hall.",
            "Anglers cheered on Monday as the port board discussed the roof of the ferry hall.",
        ),
    ],
)
def test_what_is_done_in_no_words_is_no_utterance(one: str, other: str, tmp_path: Path) -> None:
    """Naming and meeting are no speech, be they done or not."""
    found = record(tmp_path, one, other)
    assert found.utterances == ()
    assert "not named ‖" not in exports.render(found, "text")


def test_acts_in_words_are_prints_without_what_stands_beside_them(tmp_path: Path) -> None:
    """Where it was done stands beside the speech too, and its verb is no word broken off."""
    found = record(
        tmp_path,
        "“We do not rule out a walkout,” steward Ada Krohn said at the shipyard.",
        "Steward Ada Krohn did not rule out a walkout at the shipyard.",
    )
    (told,) = found.utterances
    assert len(told.prints) == 2
    assert {variant.kind for variant in told.variants} == {"person-or-tense"}
    shown = exports.render(found, "text")
    assert "‖" not in shown
    assert "LEFT OUT" not in shown
    assert "did   did" not in shown


def test_another_place_is_no_adjunct_of_the_speech(tmp_path: Path) -> None:
    """What does not stand beside the speech belongs to the act."""
    found = record(
        tmp_path,
        "“We do not rule out a walkout,” steward Ada Krohn said at the shipyard.",
        "Steward Ada Krohn did not rule out a walkout at the sawmill.",
    )
    assert [len(told.prints) for told in found.utterances] == [1]


@pytest.mark.parametrize(
    ("cue", "content", "spoken"),
    [
        ("ruled out", "a sale", True),
        ("refused", "to rule out a sale", True),
        ("announced", "the closure of the yard", True),
        ("opposes", "the toll", True),
        ("sued", "the owner", False),
        ("have not named", "the man", False),
        ("charged", "the driver with theft", False),
        ("plans", "a tunnel", False),
    ],
)
def test_what_is_done_in_words(cue: str, content: str, spoken: bool) -> None:
    """A verb of speech, or one for what is told in words, makes an act a spoken one."""
    english = languages.find("en")
    assert english is not None
    assert is_spoken(cue.split(), content.split(), english) is spoken
    thought = is_spoken(cue.split(), content.split(), english, thought=True)
    assert thought or not cue.startswith(("plans", "charged"))


@pytest.mark.parametrize(
    ("cue", "content", "act"),
    [
        ("identified", "the sailor found in the hold", True),
        ("named", "the men killed in the blast", True),
        ("hinted", "the bridge would be closed", False),
        ("swore", "the sailor found the hold empty", False),
    ],
)
def test_a_thing_with_a_participle_is_no_clause(cue: str, content: str, act: bool) -> None:
    """Whom police identified is no report of words, whatever tells more of them."""
    english = languages.find("en")
    assert english is not None
    text = f"Police {cue} {content}."
    start = len(f"Police {cue} ")
    draft = Draft(
        spans=((start, start + len(content)),),
        marks=(),
        form="indirect",
        use="speech",
        cue=((7, 7 + len(cue)),),
    )
    assert is_act(text, draft, english) is act
