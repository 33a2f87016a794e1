"""Who does what a word says of a place, by the parse of its sentence."""

from __future__ import annotations

import pytest

from tests.articles import article
from variorum.annotate import Annotate
from variorum.annotate.placing.doers import Words
from variorum.annotate.placing.setting import scene_of
from variorum.languages import find


@pytest.mark.parametrize(
    ("sentence", "word", "doer"),
    [
        ("The rebels seized Velm on Monday.", "seized", "The rebels"),
        ("Velm was seized by rebel fighters on Monday.", "seized", "rebel fighters"),
        ("Velm was seized on Monday.", "seized", ""),
        ("The army stormed Velm and shelled Brel.", "shelled", "The army"),
        ("Soldiers holding Velm were tired.", "holding", "Soldiers"),
        ("Norvia's capture of Velm was brief.", "capture", "Norvia"),
        ("Norvia’s army left the towns that it had held.", "held", "Norvia’s army"),
        ("The militia said it had seized Velm.", "seized", "The militia"),
    ],
)
def test_the_doer_is_told_by_the_parse(sentence: str, word: str, doer: str) -> None:
    """Subjects, agents, owners and what a participle describes are who does it."""
    language = find("en")
    text = article(f"News\n{sentence}\n")
    syntax = Annotate().syntax_of(text)
    assert language is not None
    assert syntax is not None
    start = len("News\n")
    span = (start, start + len(sentence))
    scene = scene_of(text.text, span, sites=[], times=[], storms=frozenset(), language=language)
    at = next(k for k, token in enumerate(scene.tokens) if token.text == word)
    assert scene.words(Words(scene, syntax).doer_at(at)).removesuffix("'s") == doer
