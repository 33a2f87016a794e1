"""What every drawing of the page has: a name and a description in words, and a caption below it."""

from __future__ import annotations

from variorum.exports._markup import escaped


def figure(
    kind: str, id_: str, body: str, *, title: str, described: str, caption: str, given: str
) -> str:
    """Return a drawing as a figure: no script, no request, and in words what cannot be seen.

    Args:
        kind: the class of the figure.
        id_: how the ids of its title and its description begin.
        body: what is drawn, as SVG.
        title: the name of the drawing.
        described: what it shows.
        caption: what stands below it, as mark-up.
        given: further attributes of the drawing, as mark-up.
    """
    return (
        f'<figure class="{kind}">\n<svg {given} role="img" aria-labelledby="{id_}-t"'
        f' aria-describedby="{id_}-d"><title id="{id_}-t">{escaped(title)}</title>'
        f'<desc id="{id_}-d">{escaped(described)}</desc>{body}</svg>\n'
        f"<figcaption>{caption}</figcaption></figure>\n"
    )


def letter(siglum: str, x: int, y: int) -> str:
    """Return a witness's letter in its box, the middle of its left edge at ``x`` and ``y``."""
    return (
        f'<rect class="siglum" x="{x}" y="{y - 9}" width="22" height="18" rx="3"/>'
        f'<text class="siglum" x="{x + 11}" y="{y + 4}">{escaped(siglum)}</text>'
    )
