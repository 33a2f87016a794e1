"""Whether two prints name one speaker."""

from __future__ import annotations

import pytest

from variorum import languages
from variorum.align.gathering.speakers import Match, match_speakers
from variorum.model.annotation import Speaker


@pytest.mark.parametrize(
    ("one", "other", "matched"),
    [
        ("Inés Obrador", "Ines Obrador", "same"),
        ("Li Yong Tae", "Li Yong-tae", "same"),
        ("Cllr Brandt", "Ada Brandt", "same"),
        ("Signaller Ada Brandt", "Ada Brandt", "same"),
        ("Ada", "Ada Brandt", "same"),
        ("Benny Brandt", "Benedikt Brandt", "open"),
        ("The judge", "Ada Brandt", "open"),
        ("Norland’s top diplomat", "Ada Brandt", "open"),
        ("Tom Brandt", "Ada Brandt", "other"),
        ("Ada Ilvane", "Ada Brandt", "other"),
    ],
)
def test_names_are_compared(one: str, other: str, matched: Match) -> None:
    """Accents, hyphens, titles and roles make no other person; another name does."""
    first, second = (
        Speaker(name=name, kind="person", span=None, how="named") for name in (one, other)
    )
    assert match_speakers(first, second, languages.find("en")) == matched
    assert match_speakers(second, first, languages.find("en")) == matched
