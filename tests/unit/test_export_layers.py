"""Layers: each kind has one, what is switched off is not shown, and the page can switch all."""

from __future__ import annotations

import re

import pytest

from tests import dam
from tests.pages import Page, page
from variorum.exports import LAYERS, Surface, html, text
from variorum.exports._layers import layer_of
from variorum.model.story import Variant
from variorum.model.vocabulary import OneOf, VariantKind


def shown(*layers: str) -> str:
    """Return the terminal's page of the three witnesses, in some layers."""
    return text.render(dam.record(), Surface(width=100, layers=frozenset(layers)))


def kinds() -> tuple[str, ...]:
    """Return every kind of variant that a record may hold."""
    (marker,) = VariantKind.__metadata__  # type: ignore[attr-defined]
    assert isinstance(marker, OneOf)
    assert "kind" in Variant.__annotations__
    return marker.values


def test_every_kind_has_a_layer() -> None:
    """No layer is empty, and a kind that is not known yet is substance, so that it is seen."""
    assert {layer_of(kind) for kind in kinds()} == set(LAYERS)
    assert layer_of("some-later-kind") == "substance"


@pytest.mark.parametrize(
    ("layer", "words"),
    [
        ("wording", ("~ wording", "~~~")),
        ("substance", ("▲ HEDGE ABSENT", "SHARED", "ONLY IN B", "hedge absent")),
        ("attribution", ("▲ MATCHES THE QUESTION", "COPIED", "1 origin")),
    ],
)
def test_a_layer_can_be_left_out(layer: str, words: tuple[str, ...]) -> None:
    """What belongs to a layer is gone without it, nothing else is, and the page says so."""
    rest = [name for name in LAYERS if name != layer]
    without = shown(*rest)
    assert f"layers shown: {', '.join(rest)}\n" in without
    for told in words:
        assert told in shown(*LAYERS)
        assert told not in without
        assert told in shown(layer)
    assert "layers shown" not in shown(*LAYERS)


def test_no_word_of_a_print_goes_with_a_layer() -> None:
    """Whatever is switched off, the prints stand in full."""
    for layer in LAYERS:
        row = " ".join(re.findall(r"^  B │ (.*)$", shown(layer).split("UTTERANCE 2")[0], re.M))
        words = " ".join(re.sub(r"[│—]|▲ [A-Z ,]+", " ", row).split())
        assert words.startswith(
            "We cannot rule that out. At the moment there is no order to leave."
        )
        assert words.endswith("water that has to be drained.")


def test_page_has_a_switch_a_layer() -> None:
    """The page holds all layers, and a native switch for each, labelled, and set as asked for."""
    found = Page(html.render(dam.record(), Surface(layers=frozenset({"substance"}))))
    boxes = {a["id"]: "checked" in a for a in found.all("input")}
    assert boxes == {"layer-wording": False, "layer-substance": True, "layer-attribution": False}
    assert all(a["type"] == "checkbox" for a in found.all("input"))
    everything = page(dam.record())
    assert all("checked" in a for a in everything.all("input"))
    assert [w for _, w in found.words] == [w for _, w in everything.words]
    assert len(found.all("label")) == len(LAYERS)


def test_what_a_switch_hides_is_named_by_its_layer() -> None:
    """Rows, tags, marks and sections carry the layer they belong to."""
    found = page(dam.record())
    for tag, layer in (
        *(("section", layer) for layer in ("substance", "attribution")),
        *(("tr", layer) for layer in LAYERS),
        *(("mark", layer) for layer in ("wording",)),
        *(("a", layer) for layer in ("substance", "attribution")),
    ):
        assert found.all(tag, layer), (tag, layer)
