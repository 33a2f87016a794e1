"""The witnesses' words behind a TEI apparatus, in pieces that its readings point at."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from variorum.exports._tei_draft import Draft, Piece, run
from variorum.exports._tei_elements import Element, add, token, write
from variorum.model.record import Witness
from variorum.model.spans import Span

_TAGS = {"paragraph": "p", "furniture": "fw"}


def add_texts(text: Element, draft: Draft) -> None:
    """Add all words that the record keeps, and set the pointers into them.

    The string value of a ``div`` is the text of its witness, character for character: what
    stands between two blocks ends the first. Of a text that is not kept whole there is an
    ``ab`` an excerpt.
    """
    pieces: dict[str, dict[int, Piece]] = {}
    back: Element | None = None
    for witness in draft.edition.record.witnesses:
        stretches = list(_stretches(draft, witness))
        pieces[witness.id] = draft.cut(witness.id, (span for _, span, _ in stretches))
        if stretches and back is None:
            back = add(text, "back")
        if stretches and back is not None:
            _add_text(back, draft, witness, pieces[witness.id])
    draft.point(pieces)


def _add_text(back: Element, draft: Draft, witness: Witness, pieces: dict[int, Piece]) -> None:
    name = draft.name(witness.id)
    div = add(
        back, "div", type="witness", corresp=f"#{name}",
        xml_id=f"{name}.text", xml_lang=draft.language([witness.id]), xml_space="preserve",
    )  # fmt: skip
    for kind, (start, end), words in _stretches(draft, witness):
        tag = _TAGS.get(kind, "ab")
        label = f"{start}-{end}" if kind == "excerpt" else None
        block = add(div, tag, type=token(kind) if tag != "p" else None, n=label)
        for piece in run(pieces, (start, end)):
            here = words[piece.span[0] - start : piece.span[1] - start]
            if piece.cited:
                add(block, "seg", here, xml_id=draft.label(witness.id, piece.span))
            else:
                write(block, here)


def _stretches(draft: Draft, witness: Witness) -> Iterator[tuple[str, Span, str]]:
    """Yield the blocks of a text, or its excerpts, as (kind, span, words)."""
    if witness.text is None:
        for start, words in draft.edition.excerpts(witness.id):
            yield ("excerpt", (start, start + len(words)), words)
        return
    text = witness.text
    kinds = {block.span[0]: block.kind for block in reversed(witness.blocks)}
    starts = [0, *sorted(at for at in kinds if 0 < at < len(text)), len(text)]
    first = kinds[min(kinds)] if kinds else "paragraph"
    for start, end in pairwise(dict.fromkeys(starts)):
        yield (kinds.get(start, first), (start, end), text[start:end])
