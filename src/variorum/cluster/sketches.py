"""What sorting a stream into stories looks at: a sketch of an article, or of each of its passages.

A sketch holds the weightiest words of a text by frequency and rarity, its names, places and
numbers, and the vector of its headline and lead. News puts what happened first, so the lead
stands for the text (van Dijk 1988, News as Discourse).
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from variorum.cluster.likeness import Profile, profile
from variorum.cluster.passages import Passage, passages
from variorum.model.annotation import AnnotatedArticle
from variorum.model.article import Article, Block
from variorum.model.stream import Sketch
from variorum.model.words import words_in
from variorum.weights.sentences import Vectors

Embed = Callable[[Sequence[str]], Vectors]

# How many words of a text are kept, the weightiest; and of its names, places and numbers.
WORDS = 96
NAMES = 32
# How much of a text the encoder reads beside the headline, in words.
LEAD = 110
HEADS = frozenset({"headline", "section"})


def sketch(found: AnnotatedArticle, embed: Embed) -> tuple[Sketch, ...]:
    """Return the sketch of an article; of a roundup one for each passage on an event of its own.

    Args:
        found: the article; furniture never counts. Places are those its mentions name.
        embed: the encoder (:func:`variorum.weights.sentences.vectors`), asked once for all.
    """
    parts = passages(found.article)
    texts = [_opening(found.article, part.blocks) for part in parts]
    rows = embed(texts)
    return tuple(
        _sketch(found, part, row.astype("<f4").tobytes())
        for part, row in zip(parts, rows, strict=True)
    )


def _sketch(found: AnnotatedArticle, part: Passage, vector: bytes) -> Sketch:
    article = replace(found.article, blocks=part.blocks)
    known = profile(replace(found, article=article))
    places = (m.name.casefold() for m in found.mentions if m.kind == "place" and part.holds(m.span))
    return Sketch(
        article=article.id,
        passage=part.span,
        day=known.day.isoformat() if known.day else None,
        outlet=article.outlet,
        title=_kept(_title(article, known), NAMES),
        words=_kept(_weightiest(known.whole, known), WORDS),
        names=_kept(_weightiest(known.names, known), NAMES),
        places=_kept(sorted(places), NAMES),
        numbers=_kept(_weightiest(known.numbers | known.years, known), NAMES),
        vector=vector,
    )


def _title(article: Article, known: Profile) -> Iterable[str]:
    """Return the words of the headlines, in their order, those left out that say nothing."""
    heads = (block.span for block in article.blocks if block.kind in HEADS)
    words = (word for span in heads for word in words_in(article.text, span))
    forms = (word.form.removesuffix("'s") for word in words)
    return (form for form in forms if known.whole.get(form))


def _weightiest(forms: Iterable[str], known: Profile) -> list[str]:
    return sorted(forms, key=lambda form: (-known.whole.get(form, 0.0), form))


def _kept(forms: Iterable[str], most: int) -> tuple[str, ...]:
    """Return the first different forms; equal ones of all sketches are one string in memory."""
    return tuple(map(sys.intern, list(dict.fromkeys(forms))[:most]))


def _opening(article: Article, blocks: Sequence[Block]) -> str:
    """Return the headline and the lead as the encoder reads them."""
    heads = [block for block in blocks if block.kind in HEADS][:1]
    head = " ".join(article.text[slice(*block.span)] for block in heads)
    under = (article.text[slice(*b.span)] for b in blocks if b.kind in {"standfirst", "paragraph"})
    lead: list[str] = []
    for text in under:
        lead += text.split(None, LEAD)[:LEAD]
        if len(lead) >= LEAD:
            break
    return f"{head}. {' '.join(lead[:LEAD])}"
