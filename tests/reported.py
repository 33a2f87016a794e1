"""How two reports of one line stand once they are read, for tests of all that reads them."""

from __future__ import annotations

from tests.articles import article
from tests.stated import relations_of
from variorum.annotate import Annotate
from variorum.model.story import Relation

_MORE = ("The rain came at noon, and the streets were wet.", "The shops were shut in the evening.")


def between(
    one: str, other: str, *, published: tuple[str | None, str | None] = (None, None)
) -> Relation | None:
    """Return the relation of two lines, each read in a report of its own, None for none."""
    items = [
        Annotate()(
            article(f"News of the day\n{line}\n{more}", source=f"{at}.txt", published=published[at])
        )
        for at, (line, more) in enumerate(zip((one, other), _MORE, strict=True))
    ]
    lines = {item.article.id: line for item, line in zip(items, (one, other), strict=True)}
    texts = {item.article.id: item.article.text for item in items}
    for found in relations_of(items):
        if all(_stands(texts[r.witness], r.spans[0], lines[r.witness]) for r in found.readings):
            return found
    return None


def _stands(text: str, span: tuple[int, int], line: str) -> bool:
    return text[slice(*span)] in line


def told(one: str, other: str, published: tuple[str | None, str | None] = (None, None)) -> str:
    """Return the name of the relation of two lines, empty for none."""
    found = between(one, other, published=published)
    return found.relation if found else ""
