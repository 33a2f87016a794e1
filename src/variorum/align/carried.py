"""What a witness carries of another's words after all, be it in its own or at another place.

Before words are told to be left out, the whole record is asked: a witness that some relation,
utterance or copied run ties to them has them, and so has one in whose text they stand.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from itertools import combinations

from variorum import languages
from variorum.align.origins import Runs
from variorum.model.annotation import AnnotatedArticle
from variorum.model.identity import Source
from variorum.model.spans import Span, Spans, is_mostly_in, union
from variorum.model.story import Relation, Utterance
from variorum.model.words import words_in

# So many words on end that stand in another text are its own words too.
RUN = 4

# A stretch of so many words.
Gram = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Carried:
    """What ties the words of one witness to another, by the two, and the words of each text."""

    tied: Mapping[tuple[str, str], Spans]
    grams: Mapping[str, Set[Gram]]
    sources: Mapping[str, Source]

    def has(self, witness: str, of: str, spans: Spans) -> bool:
        """Tell whether a witness has most of what another prints at some spans, or all of it."""
        if is_mostly_in(spans, self.tied.get((of, witness), ())):
            return True
        return stands(self.sources[of].text, spans, self.grams[witness])


def carried(
    articles: Sequence[AnnotatedArticle],
    utterances: Sequence[Utterance],
    relations: Sequence[Relation],
    runs: Runs,
) -> Carried:
    """Return what the witnesses of a story carry of one another.

    Args:
        articles: the witnesses.
        utterances: of the story; who prints one has what the others print of it.
        relations: of the story; who has a reading has what the other readings say.
        runs: the copied words of each two witnesses.
    """
    sources = {item.article.id: item.article for item in articles}
    prints = {q.id: q for item in articles for q in item.quotations}
    points = [[(r.witness, r.spans) for r in relation.readings] for relation in relations]
    for told in utterances:
        points.append([(prints[key].witness, prints[key].spans) for key in told.prints])
        points += [[(r.witness, r.spans) for r in v.readings if r.spans] for v in told.variants]
    tied: dict[tuple[str, str], set[tuple[int, int]]] = defaultdict(set)
    for (one, spans), (other, others) in (pair for p in points for pair in combinations(p, 2)):
        tied[one, other].update(spans)
        tied[other, one].update(others)
    for (one, other), found in runs.items():
        tied[one, other].update(run[0] for run in found)
    joined = {pair: union(spans) for pair, spans in tied.items()}
    return Carried(joined, grams_of(articles), sources)


def witnesses_read(articles: Sequence[AnnotatedArticle]) -> Set[str]:
    """Return the witnesses whose language has a file: of another nobody can tell what it says."""
    return {item.article.id for item in articles if languages.find(item.article.language)}


def grams_of(articles: Sequence[AnnotatedArticle]) -> Mapping[str, Set[Gram]]:
    """Return the stretches of ``RUN`` words of each witness."""
    texts = ((item.article.id, item.article.text) for item in articles)
    return {id_: _grams(text, (0, len(text))) for id_, text in texts}


def stands(text: str, spans: Spans, grams: Set[Gram]) -> bool:
    """Tell whether all words at some spans of a text stand in another, whose ``grams`` these are.

    Of a span with fewer than ``RUN`` words it says nothing.
    """
    found = [_grams(text, span) for span in spans]
    return all(here and here <= grams for here in found)


def _grams(text: str, span: Span) -> Set[Gram]:
    forms = [word.form for word in words_in(text, span)]
    return set(zip(*(forms[at:] for at in range(RUN)), strict=False))
