"""How a sentence becomes a scene: its tokens with the places, times and storms that it names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from variorum.annotate.placing.scenes import Scene, Site
from variorum.annotate.tokens import Token, tokens_in
from variorum.languages import Language
from variorum.model.spans import Span, overlap


def scene_of(
    text: str,
    span: Span,
    *,
    sites: Sequence[Site],
    times: Sequence[Span],
    storms: frozenset[str],
    language: Language,
) -> Scene:
    """Return the words of a sentence with its sites and times, which stand in order.

    ``storms``: the names of storms in the article.
    """
    tokens = _with_numbers(tokens_in(text, span, ()))
    at: dict[int, tuple[Site, int]] = {}
    step = 0
    for site in sites:
        if text[site.span[1] : site.span[1] + 1] == "-":
            continue
        while step < len(tokens) and tokens[step].span[1] <= site.span[0]:
            step += 1
        end = step
        while end < len(tokens) and overlap(tokens[end].span, site.span):
            end += 1
        if end > step:
            at[step] = (site, end)
            step = end
    inside = frozenset(k for start, (_, end) in at.items() for k in range(start, end))
    hazards = language.places.hazards | storms if storms else language.places.hazards
    return Scene(text, tokens, language, at, inside, frozenset(_timed(tokens, times)), hazards)


def _with_numbers(tokens: Sequence[Token]) -> list[Token]:
    """Return tokens, a number with commas as one of them: ``1,500``."""
    found: list[Token] = []
    for token in tokens:
        if token.text[:3].isdigit() and len(token.text) >= 3 and _is_thousands(found, token):
            del found[-1]
            text = f"{found[-1].text},{token.text}"
            span = (found[-1].span[0], token.span[1])
            found[-1] = Token(span, text, text.lower(), "word")
        else:
            found.append(token)
    return found


def _is_thousands(before: Sequence[Token], token: Token) -> bool:
    """Tell whether a number and a comma stand close before a token."""
    if len(before) < 2 or not before[-1].is_comma or not before[-2].text[-1:].isdigit():
        return False
    return before[-1].span == (before[-2].span[1], token.span[0])


def _timed(tokens: Sequence[Token], times: Sequence[Span]) -> Iterator[int]:
    """Yield the tokens that lie in a time."""
    step = 0
    for at, token in enumerate(tokens):
        while step < len(times) and times[step][1] <= token.span[0]:
            step += 1
        if step < len(times) and overlap(token.span, times[step]):
            yield at
