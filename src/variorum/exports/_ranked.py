"""Variants in the order of their weight, and what of them shows at a glance."""

from __future__ import annotations

from collections.abc import Iterable

from variorum.exports import _labels as labels
from variorum.model.story import Variant


def major_first(variants: Iterable[Variant]) -> list[Variant]:
    """Return variants with the major ones first, those that turn the meaning at their head."""

    def rank(variant: Variant) -> tuple[bool, int]:
        known = variant.kind in labels.VARIANT_ORDER
        order = labels.VARIANT_ORDER.index(variant.kind) if known else len(labels.VARIANT_ORDER)
        return (variant.weight != "major", order)

    return sorted(variants, key=rank)


def at_a_glance(variants: Iterable[Variant]) -> list[tuple[str, Variant]]:
    """Return the kinds of the major variants, each once with its count, and the first of each."""
    major = [v for v in major_first(variants) if v.weight == "major"]
    kinds = [v.kind for v in major]
    first = {v.kind: v for v in reversed(major)}
    return [
        (
            labels.kind(kind) + (f" ×{kinds.count(kind)}" if kinds.count(kind) > 1 else ""),
            first[kind],
        )
        for kind in dict.fromkeys(kinds)
    ]
