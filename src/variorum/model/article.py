"""From bytes to an article: captures, pages, blocks and the article itself."""

from __future__ import annotations

from dataclasses import dataclass

from variorum.model.identity import Evidence
from variorum.model.spans import Span, words_at
from variorum.model.vocabulary import Basis, BlockKind, Precision


@dataclass(frozen=True, slots=True, kw_only=True)
class Capture:
    """The bytes that arrived, never changed.

    ``source`` is the file's name or the URL, never a local path; of a capture that came out of
    another, the outer one's source and the place in it, as ``feed.xml#3``. ``media_type`` is
    what the container says the bytes are, and ``date_basis`` on what ground a date stands that
    they declare.
    """

    source: str
    data: bytes
    sha256: str
    media_type: str | None = None
    date_basis: Basis = "metadata"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One part of a capture that holds several: its bytes, and what its container says of them.

    ``url`` is the address the container gives it. A part that only wraps the rest, as a
    compressed file does, has no place of its own: it is ``whole``.
    """

    data: bytes
    media_type: str | None = None
    url: str | None = None
    date_basis: Basis = "metadata"
    whole: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One visible line of a page, with the mark-up around it (empty for plain text).

    ``path`` names the enclosing elements from the outside in, as ``main/article/p``; ``time``
    is the first that an element in it declares, as it is written.
    """

    span: Span
    path: str = ""
    time: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """What a page's mark-up says of itself, beside its visible text.

    ``url`` is the address it says it has.
    ``sources`` are those whose report it says it is: names, or hosts of addresses.
    """

    title: str | None = None
    outlet: str | None = None
    byline: tuple[str, ...] = ()
    published: str | None = None
    language: str | None = None
    url: str | None = None
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A capture as read by its format: all visible text in page order, and its lines.

    Nothing but white space lies between two lines. ``markup`` is the decoded source of the
    page where the format has one, for typing blocks only.
    """

    text: str
    lines: tuple[Line, ...]
    media_type: str
    markup: str | None = None
    metadata: Metadata = Metadata()


@dataclass(frozen=True, slots=True)
class Block:
    """A typed stretch of an article's text; only white space lies between two blocks."""

    kind: BlockKind
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """When an article says it was published, as EDTF (ISO 8601-2), and on what ground."""

    edtf: str
    precision: Precision
    basis: Basis
    span: Span | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """What was read out of a capture: one final text and its blocks.

    ``title_basis`` and ``byline_basis`` say on what ground the two stand, as a date's basis does;
    None where there is nothing.
    ``sources`` are those whose report its mark-up says it is: names, or hosts of addresses.
    """

    id: str
    source: str
    sha256: str
    text_sha256: str
    media_type: str
    outlet: str | None
    title: str | None
    byline: tuple[str, ...]
    language: str | None
    published: Published | None
    text: str
    blocks: tuple[Block, ...]
    title_basis: Basis | None = None
    byline_basis: Basis | None = None
    sources: tuple[str, ...] = ()

    def evidence(self) -> Evidence:
        """A witness is its bytes and the text read out of them."""
        return Evidence(kind="witness", values=(self.sha256, self.text_sha256))

    def words(self, *spans: Span) -> tuple[str, ...]:
        """Return the exact words at each span."""
        return words_at(self.text, spans)

    def body(self) -> tuple[Block, ...]:
        """Return the blocks a reader would call the article: furniture and captions left out."""
        return tuple(b for b in self.blocks if b.kind in BODY_KINDS)


BODY_KINDS = frozenset({"headline", "standfirst", "section", "paragraph"})
