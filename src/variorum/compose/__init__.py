"""Stories → one record: sigla, the order of every array, and the digest that seals it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from string import ascii_uppercase

from variorum import codec
from variorum.model.annotation import AnnotatedArticle
from variorum.model.article import Article
from variorum.model.identity import Noun, NounT, digest_of
from variorum.model.record import FORM, Credit, MadeBy, Record, Rejected, Witness
from variorum.model.rulings import Ruling
from variorum.model.spans import Span, Spans
from variorum.model.story import Alignment

Place = tuple[int, Spans]  # the rank of a witness, and spans in it


@dataclass(frozen=True, slots=True, kw_only=True)
class Compose:
    """The stage that makes one record of everything found.

    Args:
        variorum: the version of the program.
        reader: the version of the visible-text reader.
        weights_sha256: the hashes of the weights in use.
    """

    variorum: str
    reader: int
    weights_sha256: tuple[str, ...] = ()

    def __call__(
        self,
        articles: Sequence[AnnotatedArticle],
        alignments: Sequence[Alignment],
        rejected: Iterable[Rejected] = (),
        *,
        rulings: Sequence[Ruling] = (),
    ) -> Record:
        """Return the sealed record; the order of what it is made of changes nothing in it.

        Rulings stand in the order they were made, for that is part of what they say.
        """
        ordered = sorted(articles, key=lambda a: _by_date(a.article))
        order = _order(ordered, alignments)
        record = Record(
            record=FORM,
            made_by=self._made_by(rulings),
            witnesses=tuple(_witness(a.article, i) for i, a in enumerate(ordered)),
            rulings=tuple(rulings),
            rejected=tuple(sorted(rejected, key=lambda r: (r.source, r.stage, r.reason, r.id))),
            stories=_in_order((a.story for a in alignments), order),
            quotations=_in_order((q for a in ordered for q in a.quotations), order),
            utterances=_in_order((u for a in alignments for u in a.utterances), order),
            statements=_in_order((s for a in ordered for s in a.statements), order),
            relations=_in_order((r for a in alignments for r in a.relations), order),
            single=tuple(sorted((s for a in alignments for s in a.single), key=order.__getitem__)),
            copies=_in_order((c for a in alignments for c in a.copies), order),
            origins=_in_order((o for a in alignments for o in a.origins), order),
            omissions=_in_order((o for a in alignments for o in a.omissions), order),
            times=_in_order((t for a in ordered for t in a.times), order),
            events=_in_order((e for a in alignments for e in a.events), order),
            places=_in_order((p for a in ordered for p in a.places), order),
            place_relations=_in_order((r for a in alignments for r in a.place_relations), order),
            flags=_in_order(
                (f for found in (ordered, alignments) for a in found for f in a.flags), order
            ),
        )
        return codec.seal(record)

    def _made_by(self, rulings: Sequence[Ruling]) -> MadeBy:
        return MadeBy(
            variorum=self.variorum,
            reader=self.reader,
            weights_sha256=tuple(sorted(self.weights_sha256)),
            rulings_sha256=_hash(rulings),
            digest="",
        )


def _hash(rulings: Sequence[Ruling]) -> str | None:
    """Return the hash of which rulings were replayed, in which order; None where there are none."""
    return digest_of([ruling.id for ruling in rulings]) if rulings else None


def siglum_of(index: int) -> str:
    """Return the siglum of the witness at ``index``: A to Z, then AA, AB and so on.

    >>> [siglum_of(i) for i in (0, 25, 26, 701, 702)]
    ['A', 'Z', 'AA', 'ZZ', 'AAA']
    """
    letters = ""
    index += 1
    while index:
        index, letter = divmod(index - 1, len(ascii_uppercase))
        letters = ascii_uppercase[letter] + letters
    return letters


def _by_date(article: Article) -> tuple[bool, str, str]:
    stated = article.published
    if stated is None or stated.basis == "story":
        return (True, "", article.sha256)
    return (False, stated.edtf, article.sha256)


def _order(
    articles: Sequence[AnnotatedArticle], alignments: Iterable[Alignment]
) -> dict[str, tuple[Place, ...]]:
    """Return where each witness stands, and what is found in it: (rank of witness, spans)."""
    order: dict[str, tuple[Place, ...]] = {}
    for rank, annotated in enumerate(articles):
        order[annotated.article.id] = ((rank, ()),)
        order |= {q.id: ((rank, q.spans),) for q in annotated.quotations}
        order |= {s.id: ((rank, s.spans),) for s in annotated.statements}
        order |= {p.id: ((rank, (p.span,)),) for p in annotated.places}
    for alignment in alignments:
        order |= {u.id: _places(u, order) for u in alignment.utterances}
        order |= {r.id: _places(r, order) for r in alignment.relations}
    return order


def _witness(article: Article, index: int) -> Witness:
    return Witness(
        id=article.id,
        siglum=siglum_of(index),
        source=article.source,
        sha256=article.sha256,
        text_sha256=article.text_sha256,
        media_type=article.media_type,
        outlet=article.outlet,
        title=article.title,
        title_basis=article.title_basis,
        byline=article.byline,
        byline_basis=article.byline_basis,
        language=article.language,
        published=article.published,
        text=article.text,
        blocks=article.blocks,
        rests_on=tuple(Credit(name=n, span=_printed(article.text, n)) for n in article.sources),
    )


def _printed(text: str, name: str) -> Span | None:
    """Return where a text first prints a name as words of its own."""
    at = text.find(name) if name else -1
    while at >= 0:
        around = text[max(0, at - 1) : at] + text[at + len(name) : at + len(name) + 1]
        if not any(c.isalnum() or c in "-_" for c in around):
            return at, at + len(name)
        at = text.find(name, at + 1)
    return None


def _in_order(nouns: Iterable[NounT], order: Mapping[str, tuple[Place, ...]]) -> tuple[NounT, ...]:
    """Sort nouns by where their evidence lies; twins are kept once."""
    once = {noun.id: noun for noun in nouns}
    return tuple(sorted(once.values(), key=lambda noun: (_places(noun, order), noun.id)))


def _places(noun: Noun, order: Mapping[str, tuple[Place, ...]]) -> tuple[Place, ...]:
    evidence = noun.evidence()
    read = tuple((order[r.witness][0][0], r.spans) for r in evidence.readings)
    inherited = sorted(place for parent in evidence.parents for place in order.get(parent, ()))
    return (*read, *inherited)
