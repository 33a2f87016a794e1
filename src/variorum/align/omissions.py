"""What one witness prints of a shared utterance and another cuts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from variorum.model.identity import Source, sign
from variorum.model.spans import covers
from variorum.model.story import Omission, Utterance, Variant

# Differences of words: what is absent on one side of them is no cut.
_REWORDED = frozenset({"wording", "spelling", "person-or-tense", "paraphrase-in-marks"})


def find_omissions(
    utterances: Sequence[Utterance], sources: Mapping[str, Source]
) -> tuple[Omission, ...]:
    """Return the cuts inside shared utterances, in content order.

    A variant with an empty reading is a cut by that witness, of what the first witness with
    words there prints; what lies within another cut is no cut of its own. Silence outside a
    shared utterance is not judged here.
    """
    cuts = {
        omission.id: omission
        for utterance in utterances
        for variant in utterance.variants
        if variant.kind not in _REWORDED
        for omission in _cuts(variant, sources)
    }
    found: dict[tuple[str, str], list[Omission]] = {}
    for cut in sorted(cuts.values(), key=_extent):
        known = found.setdefault((cut.witness, cut.of.witness), [])
        if not (known and _within(cut, known[-1])):
            known.append(cut)
    left = [cut for known in found.values() for cut in known]
    return tuple(sorted(left, key=lambda o: (o.of.witness, o.of.spans, o.witness)))


def _extent(cut: Omission) -> tuple[object, ...]:
    """Return a key that sets a cut before the cuts that lie within it."""
    return (cut.of.witness, cut.witness, cut.of.spans[0][0], -cut.of.spans[-1][1], cut.id)


def _within(cut: Omission, outer: Omission) -> bool:
    return all(any(covers(whole, span) for whole in outer.of.spans) for span in cut.of.spans)


def _cuts(variant: Variant, sources: Mapping[str, Source]) -> Iterator[Omission]:
    printed = [reading for reading in variant.readings if reading.spans]
    has = {reading.witness for reading in printed}
    for reading in variant.readings:
        if printed and reading.witness not in has:
            unsigned = Omission(
                id="", witness=reading.witness, of=printed[0], scope="cut-inside-shared"
            )
            yield sign(unsigned, sources)
